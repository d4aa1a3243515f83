"""Document numbers (发文字号) and the numbers of orders (令).  GB/T 9704-2012, 7.2.5."""

from __future__ import annotations

from typing import Final

from govreport.words.patterns import late

DOC_NUMBER: Final = late(
    r"[（(]?(?P<number>[\u4e00-\u9fff]{1,14}[ ]?"
    r"[〔\[（(【［﹝﹙][ ]?(?:19|20)\d{2}[ ]?[〕\])）】］﹞﹚]"
    r"[ ]?第?[ ]?\d{1,5}[ ]?[号號])[）)]?"
)
"""A document number: 机关代字, year in brackets, serial number."""
ORDER_NUMBER: Final = late(
    r"[（(]?(?P<number>[\u4e00-\u9fff]{0,20}令[ ]?(?:第[ ]?[\d一二三四五六七八九十百〇○零]{1,6}[ ]?[号號]))[）)]?"
)
"""The number of an order (令): 国务院令第711号."""
LOOSE_NUMBER: Final = late(
    r"[\u4e00-\u9fff]{1,14}[ ]?[〔\[（(【［﹝﹙ ]?(?:19|20)\d{2}[〕\])）】］﹞﹚ ]?[ ]?第?[ ]?\d{1,5}[ ]?[号號]"
    r"|[\u4e00-\u9fff]{0,20}令[ ]?第?[\d一二三四五六七八九十百]{1,5}号"
)
"""A number as metadata blocks give it, its brackets perhaps lost."""


# What a document number cannot be without: an organ's last character, a year in brackets, a serial number.
_NUMBERED: Final = late(
    r"[\u4e00-\u9fff][ ]?[〔\[（(【［﹝﹙][ ]?(?:19|20)\d{2}[ ]?[〕\])）】］﹞﹚][ ]?第?[ ]?\d{1,5}[ ]?[号號]"
)


def holds_document_number(text: str) -> bool:
    """True where a document number stands somewhere in a text; where it begins is not looked for."""
    return ("号" in text or "號" in text) and _NUMBERED.search(text) is not None


_SERIAL: Final = late(r"[（(]?第[ ]?[\d一二三四五六七八九十百〇○零]{1,6}[ ]?[号號][）)]?")


def is_document_number(text: str) -> bool:
    """True where a line is a document number, or an order's (under 某某令 perhaps only 第8号), and nothing else."""
    return any(form.fullmatch(text) is not None for form in (DOC_NUMBER, ORDER_NUMBER, _SERIAL))
