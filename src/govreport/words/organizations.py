"""What names of public bodies look like: facts, as data.

Sources: the kinds of organ of the 宪法 and the 地方组织法; 发文机关署名 and 主送机关 in GB/T 9704-2012, 7.3.2 and
7.3.5; short forms (市府, 厅) as documents use them.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.page_labels import FOOTER_KEY
from govreport.words.traditional import simplify, variants

SUFFIXES: Final = (
    "人民政府", "政府", "国务院", "委员会", "常委会", "管委会", "工委", "党委", "省委", "市委", "县委", "区委",
    "教委", "计委", "经委", "科委", "建委", "卫健委", "国资委", "发改委", "体改委", "编委", "办公厅", "办公室", "办事处",
    "厅", "局", "部", "署", "院", "处", "科", "室", "办", "行署", "公署", "盟", "中心", "总队", "支队", "大队", "中队", "队",
    "研究所", "派出所", "事务所", "管理所", "监督所", "财政所", "服务站", "管理站", "工作站", "监测站", "检查站", "图书馆", "博物馆",
    "档案馆", "文化馆", "合作社", "供销社", "通讯社", "新华社", "联合会", "学会", "理事会", "基金会", "工会", "妇联", "残联", "共青团", "公司", "集团", "银行", "支行", "分行", "大学", "学院", "学校", "中学", "小学", "幼儿园",
    "医院", "法院", "检察院", "街道", "人民代表大会", "指挥部", "领导小组", "海关", "税务", "园区", "开发区", "联社", "协会", "商会", "电视台", "气象台", "报社",
)  # fmt: skip
"""How names of bodies end."""

_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_NAME = re.compile(rf"[\u4e00-\u9fff（）()、·“”]{{1,38}}?(?:{_SUFFIX})(?:[（(][\u4e00-\u9fff]{{1,12}}[）)])?")
_NAME_MAX: Final = 40  # characters of the longest name
_LAST: Final = variants("".join(suffix[-1] for suffix in SUFFIXES) + "）)")
"""The characters a name of a body can end with."""
# Words of running text and of titles, which no body's name holds.
_NOT_A_NAME = re.compile(
    r"关于|通知|报告|年度|规定|转发|批转|公开情况|全部|内部|外部|干部|东部|西部|中部|布局|格局|主办|承办|协办|举办|督办|提案|印发|根据|按照|负责|召开|举行|联系|欢迎|位置|首页|我|您|请|的|是|了|将|向"
)
_TOKEN = re.compile(r"[、，,；;]|\s{1,9}")
_ADDRESSED = re.compile(
    rf"(?:{_SUFFIX}|单位|部门|机关|机构|企业|处室|科室|省|市|县|区|乡|镇|州|厅局|委办局|委办|高校|院校|同志|直属|团体|园|校|委|[村居]委会|总支|支部|兵团|委员|代表|主席|(?:缴存|纳税|缴费|投保|参保|承租|经营|用)人|"
    r"直属机构|部委|各委|[)）])$"
)
_SALUTATION = re.compile(r"各位|同志们|朋友们|女士们|尊敬的|大家好|代表们|委员们|网民")
# 宁波市…局宁波市…局: names glued together, where one ends and the next begins like the first.
_JOINT = re.compile(r"[局委厅会院部署办处室行心队社司](?=[\u4e00-\u9fff]{2})")


def is_organ(text: str) -> bool:
    """True where a text is, by its shape, the name of a public body and nothing else.

    Args:
        text: a piece of a line, without white space around it.
    """
    if not 2 <= len(text) <= _NAME_MAX or text[-1] not in _LAST:
        return False
    words = text.split()
    if len(words) > 1:  # 国 务 院: letters spaced out for looks
        if len(max(words, key=len)) > 2:
            return False
        text = "".join(words)
    text = simplify(text)
    return _NOT_A_NAME.search(text) is None and _NAME.fullmatch(text) is not None


def are_organs(names: list[str]) -> bool:
    """True where each of some pieces of a line is the name of a public body."""
    return all(map(is_organ, names))


def signs(text: str) -> bool:
    """True where a line is one name of a public body or several (see `split_names`) and nothing else."""
    return text[-1] in _LAST and are_organs(split_names(text))


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
        return pieces if are_organs(pieces) else [text]
    names, start = [], 0
    for match in _JOINT.finditer(text, max(0, len(text) - _NAME_MAX - 1)):  # what follows a joint is a name too
        end = match.end()
        head, rest = text[start:end], text[end:]
        branch = head.endswith("银行") and rest.endswith(("支行", "分行"))  # 中国人民银行某市中心支行 is one name
        glued = not branch and (rest[:2] == text[:2] or rest.startswith(("中国", "国家", "中共")))
        if glued and is_organ(head) and is_organ(rest):
            names.append(head)
            start = end
    return [*names, text[start:]]


def is_addressed(text: str) -> bool:
    """True where a text names the bodies a document is addressed to (主送机关).

    Args:
        text: what stands before a colon at the head of a document.
    """
    if not 2 <= len(text) <= 400 or "。" in text or text in FOOTER_KEY or _SALUTATION.search(text):
        return False
    tokens = [token for token in _TOKEN.split(simplify(text)) if token]
    if not tokens or _ADDRESSED.search(tokens[-1]) is None:
        return False
    # 北京、天津、…、陕西省人民政府: names of places in a row share the last one's noun.
    named = 0
    for token in tokens:
        named += len(token) <= 3 or token[0] in "各本" or _ADDRESSED.search(token) is not None
    return named >= 0.6 * len(tokens)


REGION: Final = re.compile(r"(?:[\u4e00-\u9fff]{2,12}(?:省|市|自治区|自治州|自治县|地区|州|盟|县|区|旗|镇|乡))$")
"""A place that has a government: used to complete a title that names only the place."""
LEADING_NAME: Final = re.compile(rf"[\u4e00-\u9fff（）()]{{1,30}}?(?:{_SUFFIX})")
"""The shortest name of a body at a place of a text."""


_REGION_SIGN: Final = "省市区县州盟旗镇乡"


def leading_name(title: str) -> str:
    """The name of a body that a title begins with, a year before it aside; empty where there is none.

    Args:
        title: a document's title.
    """
    match = LEADING_NAME.match(re.sub(r"\s|^\d{4}年(?:度)?", "", title))
    return match.group() if match and is_organ(match.group()) else ""


def short_forms(name: str) -> list[str]:
    """The ways in which a document names its own body: in full, without its place, 市局, 我局.

    Args:
        name: its full name; may be empty.

    Returns:
        The forms, longest first.
    """
    if len(name) < 3:
        return []
    forms = {name, "我" + name[-1]}
    for at, sign in enumerate(name[:-2]):
        if sign in _REGION_SIGN:
            forms |= {name[at + 1 :], name[at:], sign + name[-1]}
    return sorted((form for form in forms if len(form) >= 2), key=lambda form: (-len(form), form))
