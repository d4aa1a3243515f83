"""Words of whom to ask and of who is to do it: labels of contacts, labels and verbs of responsible bodies."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.vocabulary import one_of

CONTACTS: Final[dict[str, str]] = {
    "person": "联系人 联系人员 联络人 联络员 经办人 咨询人",
    "phone": (
        "电话 联系电话 咨询电话 服务电话 监督电话 举报电话 投诉电话 办公电话 值班电话 热线 咨询热线 服务热线 "
        "监督举报电话 联系方式 手机 手机号码"
    ),
    "fax": "传真 传真号码 传真电话",
    "email": "邮箱 电子邮箱 电子邮件 电子信箱 邮箱地址 E-mail e-mail Email email E-MAIL",
    "website": "网址 网站 官方网站 网站地址",
    "address": "地址 联系地址 通讯地址 通信地址 办公地址 办公地点 邮寄地址",
    "postcode": "邮编 邮政编码",
}
"""What a contact is, each with its labels."""
_KEY: Final = {label: key for key, labels in CONTACTS.items() for label in labels.split()}
_SPACED: Final = r"[ \u00a0\u3000]{0,6}"

RESPONSIBLE: Final[dict[str, str]] = {
    "lead": "牵头单位 牵头部门 牵头责任单位 牵头领导 主办单位",
    "responsible": "责任单位 责任部门 责任主体 责任科室 责任处室 责任人 责任领导 落实单位 实施单位 负责单位 完成单位",
    "support": "配合单位 配合部门 参加单位 参与单位 协办单位 协同单位 协助单位",
}
"""The part that a body has in what is to be done, each with its labels."""
_ROLE: Final = {label: role for role, labels in RESPONSIBLE.items() for label in labels.split()}
_VERB: Final = {"牵头": "lead", "负责": "responsible", "配合": "support", "参与": "support", "参加": "support"}
"""How a bracket ends that says who does what (（市水务局牵头，市财政局配合）), with the part."""

_COLON: Final = re.compile("[:：]")
_CONTACT: Final = late(rf"(?P<label>{one_of(_KEY)}|联{_SPACED}系{_SPACED}人|[电地网邮传]{_SPACED}[话址编真])$")
_LABEL_LENGTH: Final = 24  # characters before a colon in which a label is looked for
_ASSIGNED: Final = late(rf"(?P<label>{one_of(_ROLE)})[ \u3000]{{0,4}}[:：]")
_CLAUSE_END: Final = re.compile("[，,；;]")
_AFTER_VERB: Final = ("组织实施", "组织落实", "落实", "实施")
_BEFORE_VERB: Final = (
    "按照各自职责分工", "按各自职责分工", "按照职责分工", "按职责分工", "按照职责", "按职责", "分别", "共同", "等",
)  # fmt: skip
_DUTY_LONGEST: Final = 500  # characters of a bracket that says who does what


def contact_label(text: str, colon: int) -> tuple[int, str] | None:
    """Find the label of a contact before a colon.

    Args:
        text: a line.
        colon: where the colon stands, in characters.

    Returns:
        Where the label begins, and what it stands for: a key of `CONTACTS`; None where there is none.
    """
    end = len(text[:colon].rstrip())
    match = _CONTACT.search(text, max(0, end - _LABEL_LENGTH), end)
    if match is None:
        return None
    return match.start(), _KEY["".join(match["label"].split())]


def colons(text: str) -> list[int]:
    """Where the colons of a text stand, in characters."""
    return [match.start() for match in _COLON.finditer(text)]


def assigned(text: str) -> list[tuple[int, int, str]]:
    """Find the labels of responsible bodies (责任单位：).

    Returns:
        For each where it begins, where its colon ends, and the part: a key of `RESPONSIBLE`.
    """
    if "单位" not in text and "部门" not in text and "责任" not in text and "领导" not in text:
        return []
    return [(match.start(), match.end(), _ROLE[match["label"]]) for match in _ASSIGNED.finditer(text)]


def duties(text: str) -> list[tuple[int, int, str]]:
    """Read who does what in a bracket at the end of a paragraph (市水务局牵头，市财政局配合).

    Args:
        text: what stands in the bracket.

    Returns:
        For each part where the names begin and end, and the part: a key of `RESPONSIBLE`.  Nothing where anything else
        stands in the bracket.
    """
    if len(text) > _DUTY_LONGEST or not any(verb in text for verb in _VERB):
        return []
    found: list[tuple[int, int, str]] = []
    start = 0  # of the names, which may go on over a comma
    for end in [*(match.start() for match in _CLAUSE_END.finditer(text)), len(text)]:
        duty = _duty(text[start:end])
        if duty is not None:
            found.append((start, start + duty[0], duty[1]))
            start = end + 1
    return found if start > len(text) else []


def _duty(clause: str) -> tuple[int, str] | None:
    """How many characters of a clause name who does it, and the part; None where the clause does not say."""
    clause = _without_end(clause.rstrip(), _AFTER_VERB)
    for verb, role in _VERB.items():
        if clause.endswith(verb):
            names = _without_end(clause.removesuffix(verb), _BEFORE_VERB)
            return (len(names), role) if names and not _COLON.search(names) else None
    return None


def _without_end(text: str, ends: tuple[str, ...]) -> str:
    return next((text.removesuffix(end) for end in ends if text.endswith(end)), text)
