"""Lines of a closing cut and joined: name, date and list of attachments on one line; a name broken over two.

`CLOSING_REPAIRS` are the passes, in order, as in `govreport.parsing.line_repair`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.looks import DATE_ENDS, DATE_MIN, can_sign, is_closing_date, is_date_line
from govreport.words.blanks import SPACES
from govreport.words.closing_words import begins_note
from govreport.words.numerals import date_spans
from govreport.words.organizations import is_organ
from govreport.words.stops import STOPS

_DATE_AND_LIST: Final = re.compile(r"附件[:：]")
_DATE_MAX: Final = 40  # characters of a line up to what follows its date
_SIGNERS_MAX: Final = 16  # lines above a date among which a broken name is looked for
_NAME_PART_MAX: Final = 30  # characters of a part of it
_NOTES_MAX: Final = 3  # notes below a name without a date
_HEAD_OFFICES: Final = ("总局", "总行", "银行")
_BRANCHES: Final = ("分局", "支局", "分行", "支行")
_SIGNED_ENDS: Final = frozenset("日号0123456789)）")  # of a date or its time, and of a note after it
_TAIL: Final = re.compile(r"[（(][^（()）]{2,30}[)）]$")


def split_closing_lines(lines: list[Line]) -> list[Line]:
    """Cut lines that hold a signature and more: 某局　2014年1月26日, 某局某局, or the end of a text run together."""
    out: list[Line] = []
    floor = 0  # index of the first line that is not in ``out`` yet
    for index, line in enumerate(lines):
        text = line.text
        if line.last in _SIGNED_ENDS and ("日" in text[-40:] or "号" in text[-4:]):
            parts = _cut_signed(line)
        elif "附件" in text[:_DATE_MAX] and "日" in text[:_DATE_MAX] and line.first != "附":
            parts = _cut_list(line)
        else:
            continue
        if len(parts) > 1:
            out += lines[floor:index]
            out += parts
            floor = index + 1
    return out + lines[floor:] if floor else lines


def _cut_list(line: Line) -> list[Line]:
    """Cut ``2012年2月20日 附件：某表`` behind its date."""
    listed = _DATE_AND_LIST.search(line.text, 0, _DATE_MAX)
    if listed is None or not is_date_line(line.text[: listed.start()].rstrip(SPACES)):
        return [line]
    return line.cut([listed.start()])


def join_broken_names(lines: list[Line]) -> list[Line]:
    """Join the name of a body that is broken over two lines above a date: ``某市节水工作`` / ``领导小组办公室``.

    Args:
        lines: a document's lines, in order.
    """
    out: list[Line] = []
    floor = 0  # index of the first line that is not in ``out`` yet
    for index, line in enumerate(lines):
        text = line.text
        if line.last not in DATE_ENDS or not DATE_MIN <= len(text) <= _DATE_MAX or not is_closing_date(text):
            continue
        out += lines[floor:index]
        floor = index
        at = len(out) - 1
        while at > 0 and len(out) - at <= _SIGNERS_MAX and can_sign(out[at]):
            if _is_broken_name(out[at - 1], out[at]):
                out[at - 1].take(out.pop(at))
            at -= 1
    return out + lines[floor:] if floor else lines


def _is_broken_name(above: Line, below: Line) -> bool:
    """True where two lines hold one name: the upper is none by itself, or the lower is a branch of the upper."""
    if above.marker is not None or len(above.text) > _NAME_PART_MAX or above.last in STOPS:
        return False
    branch = above.text.endswith(_HEAD_OFFICES) and below.text.endswith(_BRANCHES)
    return is_organ(above.text + below.text) and (branch or not can_sign(above))


def _cut_signed(line: Line) -> list[Line]:
    """Cut ``…。国务院办公厅2020年7月15日（此件公开发布）`` into its parts; a line of another shape stays whole."""
    text = line.text
    note = _TAIL.search(text, max(0, len(text) - 34))
    end = note.start() if note else len(text)
    tail = text[max(0, end - 60) : end]
    dates = date_spans(tail)
    if not dates or tail[dates[-1][1] :].strip(SPACES):
        return [line]
    start = max(0, end - 60) + dates[-1][0]
    before = text[:start].rstrip(SPACES)
    if not before:
        return [line] if note is None else line.cut([end])
    sentence = max(before.rfind(stop) for stop in "。；！？.”）)") + 1
    name = before[sentence:].lstrip(SPACES)
    if not is_organ(name):
        return [line]
    return line.cut([before.rfind(name), start, end])


_FOR_ANOTHER: Final = "代章"  # who seals for a body that has no seal


def bare_names_in_brackets(lines: list[Line]) -> list[Line]:
    """Take the brackets off a name that signs in them: （某县统计局） under the text, （某局代章） over the date."""
    out: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text
        size = len(text)
        if text[0] in "（(" and text[-1] in "）)" and size <= _NAME_PART_MAX and index:
            name = text[1:-1].removesuffix(_FOR_ANOTHER)
            if is_organ(name) and _is_at_closing(lines, index):
                line = Line(line.start + 1, line.lead + text[0], name, text[1 + len(name) :] + line.trail)
        out.append(line)
    return out


def _is_at_closing(lines: list[Line], index: int) -> bool:
    """True for a line beside a date, below a name, or between a document's last sentence and its notes."""
    above, below = lines[index - 1].text, lines[index + 1 :]
    if is_closing_date(above) or can_sign(lines[index - 1]) or (below and is_closing_date(below[0].text)):
        return True
    return above[-1] == "。" and len(below) <= _NOTES_MAX and all(begins_note(line.text) for line in below)


CLOSING_REPAIRS: Final[tuple[Callable[[list[Line]], list[Line]], ...]] = (
    split_closing_lines,
    bare_names_in_brackets,
    join_broken_names,
)
"""What is done to the lines of a body, after the other repairs."""
