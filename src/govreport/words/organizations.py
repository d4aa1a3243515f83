"""Who signs a document and whom it is addressed to: the lines that hold names of public bodies.

Sources: 发文机关署名 and 主送机关 in GB/T 9704-2012, 7.3.2 and 7.3.5; short forms (市府, 厅) as documents use them.
What makes a name is `govreport.words.naming`'s.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.body_names import NAMED, ORGANS, PARTS, PLACED, STATE, TASKS
from govreport.words.heading_names import SURNAMES
from govreport.words.mentions import name_in_title
from govreport.words.naming import NAME_MAX, Grade, grade, split_glued
from govreport.words.page_labels import FOOTER_KEY
from govreport.words.traditional import simplify, variants
from govreport.words.vocabulary import by_last_sign, last_signs

_KINDS: Final = ORGANS | PLACED | NAMED | TASKS | PARTS
_PLACES_THAT_SIGN: Final = ("街道", "苏木", "开发区", "高新区", "经开区", "园区", "示范区")
"""What names of places end with that stand for their office."""
_LAST: Final = variants("".join({name[-1] for name in (*_KINDS, *STATE, *_PLACES_THAT_SIGN)}) + "）)")
"""The characters a name of a body can end with."""
_TOKEN: Final = re.compile(r"[、，,；;]|\s{1,9}")
_OTHERS_ADDRESSED: Final = (
    "单位 部门 机关 机构 企业 处室 科室 省 市 县 区 乡 镇 街道 州 盟 厅局 委办局 委办 高校 院校 同志 直属 "
    "团体 园 校 兵团 村委会 居委会 总支 支部 缴存人 纳税人 缴费人 投保人 参保人 承租人 委员 代表 主席 直属机构 部委 "
    "各委 ) ）".split()
)
_PEOPLE: Final = tuple(
    "职工 员工 市民 居民 村民 群众 业主 住户 用户 客户 商户 农户 经营户 经营者 消费者 投资者 供应商 从业人员 人员 "
    "考生 学生 同学 家长 教师 党员 干部 会员 旅客 乘客 驾驶人 家庭 青年 朋友".split()
)
"""Whom notices to everybody are addressed to, with 各, 全市 or 广大 before it: 全市广大缴存职工."""
_ALL: Final = ("各", "全", "广大")
_ADDRESSED: Final = (*_KINDS, *_OTHERS_ADDRESSED)
"""How the names of those end to whom documents are addressed."""
_ADDRESSED_BY_LAST: Final = by_last_sign(_ADDRESSED)
_ADDRESSED_ENDS: Final = variants("".join([*_ADDRESSED_BY_LAST, *last_signs(_PEOPLE)])) | frozenset("、，,；;")
"""What a line of such names ends with, perhaps before blanks: one look tells most lines from them."""
_SALUTATION: Final = re.compile(r"各位|同志们|朋友们|女士们|尊敬的|大家好|代表们|委员们|网民")


def is_organ(text: str) -> bool:
    """True where a text is, by how it is built, the name of a public body and nothing else.

    Args:
        text: a piece of a line, without white space around it.
    """
    if not 2 <= len(text) <= NAME_MAX or text[-1] not in _LAST:
        return False
    words = text.split()
    if len(words) > 1:  # 国 务 院: letters spaced out for looks, some of them at least
        if len(max(words, key=len)) > 2 and sum(len(word) == 1 for word in words) < 2:
            return False
        text = "".join(words)
    found = grade(text)
    return found is not None and (found > Grade.PLACE or text.endswith(_PLACES_THAT_SIGN))


def are_organs(names: list[str]) -> bool:
    """True where each of some pieces of a line is the name of a public body."""
    return all(map(is_organ, names))


def signs(text: str) -> bool:
    """True where a line is one name of a public body or several (see `split_names`) and nothing else."""
    return text[-1] in _LAST and are_organs(split_names(text))


_WIDE_GAP: Final = re.compile(r"\s{2,9}")


def split_names(text: str) -> list[str]:
    """Split a signature line into its names.

    Args:
        text: names set apart by spaces, or glued together where each begins with the same place.

    Returns:
        The names in order; joined, with the spaces between them, they are the text.  A space inside a name
        (国 务 院) does not part it.
    """
    pieces = text.split()
    if len(pieces) > 1:
        if not are_organs(pieces):
            pieces = _WIDE_GAP.split(text)  # 国 务 院　　办 公 厅
        return pieces if are_organs(pieces) else [text]
    return list(split_glued(text))


def is_addressed(text: str) -> bool:
    """True where a text names the bodies a document is addressed to (主送机关).

    Args:
        text: what stands before a colon at the head of a document.
    """
    if not 2 <= len(text) <= 400 or not (text[-1] in _ADDRESSED_ENDS or text[-1].isspace()):
        return False
    if "。" in text or text in FOOTER_KEY or _SALUTATION.search(text):
        return False
    tokens = [token for token in _TOKEN.split(simplify(text)) if token]
    if not tokens:
        return False
    to_all = _are_all(tokens[0], tokens[-1])  # 各缴存单位，缴存职工: what is said of the first holds for the last
    if not (to_all or _can_be_addressed(tokens[-1])):
        return False
    # 北京、天津、…、陕西省人民政府: names of places in a row share the last one's noun.
    named = int(to_all)
    for token in tokens:
        named += len(token) <= 3 or token[0] in "各本" or _can_be_addressed(token)
    return named >= 0.6 * len(tokens)


def is_list_of_addressed(text: str) -> bool:
    """True where a line lists those that a document is addressed to, though no colon closes it: 各乡镇，各部门.

    Args:
        text: a line, without white space around it.
    """
    if text[-1] in "员表" and text[-2:] in _MEMBERS and len(text) <= _MEMBERS_MAX:
        names = text[:-2].split("、")
        return len(names) > 1 and all(2 <= len(name) <= _NAME_MAX and name[0] in SURNAMES for name in names)
    if text[0] != "各" or len(text) > _LIST_MAX:
        return False
    tokens = [token for token in _TOKEN.split(simplify(text)) if token]
    return len(tokens) > 1 and all(map(_can_be_addressed, tokens))


_MEMBERS: Final = ("委员", "代表")  # to whom answers to proposals are addressed: 李某、王某委员
_MEMBERS_MAX: Final = 30  # characters of a list of them
_NAME_MAX: Final = 4  # characters of a person's name
_LIST_MAX: Final = 240  # characters of the longest list without a colon


def _can_be_addressed(token: str) -> bool:
    if token.endswith(_ADDRESSED_BY_LAST.get(token[-1], ())):
        return True
    return _are_all(token, token)


def _are_all(first: str, last: str) -> bool:
    return first.startswith(_ALL) and last.endswith(_PEOPLE)


_REGION_SIGN: Final = "省市区县州盟旗镇乡"
_CALLED_SO: Final = ("分局", "支队", "大队", "总队", "管委会")  # what a body is called by the end of its name alone


def leading_name(title: str) -> str:
    """The name of a body that a title begins with, a year before it aside; empty where there is none.

    Args:
        title: a document's title.
    """
    found = name_in_title(title)
    return found.text if found is not None and found.grade > Grade.PLACE else ""


def short_forms(name: str) -> list[str]:
    """The ways in which a document names its own body: in full, without its place, 市局, 我局, 分局.

    Args:
        name: its full name; may be empty.

    Returns:
        The forms, longest first.
    """
    if len(name) < 3:
        return []
    forms = {name, "我" + name[-1]} | {end for end in _CALLED_SO if name.endswith(end)}
    for at, sign in enumerate(name[:-2]):
        if sign in _REGION_SIGN:
            forms |= {name[at + 1 :], name[at:], sign + name[-1]}
    return sorted((form for form in forms if len(form) >= 2), key=lambda form: (-len(form), form))
