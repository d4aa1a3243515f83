"""How a document closes: signature, date, notes; and the documents enclosed after it.

Order and place are those of GB/T 9704-2012, 7.3.4 to 7.3.7: 附件说明, 发文机关署名, 成文日期, 附注, then the
enclosures.  Real pages put signature and date in either order, on one line or several, pushed right in any way.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.lines import Line
from govreport.markers import match_marker
from govreport.numerals import date_spans
from govreport.organs import is_organ, signs
from govreport.titles import ends_in_kind, is_title_like
from govreport.white_space import SPACES, is_page_mark
from govreport.zones import is_date_line, is_prose

SIGNATURE: Final = "signature"
DATE: Final = "date"
NOTE: Final = "note"
ENCLOSURE: Final = "enclosure"  # the line 附件 before an enclosed document
TITLE: Final = "title"
Role = str | None

_NOTE: Final = re.compile(
    r"[（(【\[]?(?:此件|本文有|本件|联系人|联系电话|联系科室|联系单位|联系方式|联系地址|公开方式|公开属性|抄送|抄报|主题词|信息公开选项|备注[:：]|"
    r"此页无正文|政策咨询|咨询电话|依申请公开|主动公开|印发日期|[\u4e00-\u9fff]{2,24}[ \u3000]{0,20}[12]\d{3}年\d{1,2}月\d{1,2}日[ \u3000]?印发|[12]\d{3}年\d{1,2}月\d{1,2}日[ \u3000]?印发|通信地址|邮政编码|附注)"
)
_ATTACHED: Final = re.compile(
    r"附[ \u3000]{0,4}(?:件|表|图)?[ \u3000]{0,2}(?:[一二三四五六七八九十]{1,2}|\d{1,2}(?:[-－—]\d{1,2})?)?[ \u3000]{0,2}[:：.．、]?"
)
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|wps|ofd|et|jpg|png)\b", re.IGNORECASE)
_PUSHED: Final = 8  # blanks before a line that is pushed right
_SIGNERS_MAX: Final = 16


def split_closing_lines(lines: list[Line]) -> list[Line]:
    """Cut lines that hold a signature and more: 某局　2014年1月26日, 某局某局, or the end of a text run together."""
    out: list[Line] = []
    for line in lines:
        text = line.text
        if text[-1] in _SIGNED_ENDS and ("日" in text[-40:] or "号" in text[-4:]):
            out += _cut_signed(line)
        else:
            out.append(line)
    return out


_SIGNED_ENDS: Final = frozenset("日0123456789)）")  # of a date or its time, and of a note after it
_TAIL: Final = re.compile(r"[（(][^（()）]{2,30}[)）]$")


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


def find_roles(lines: list[Line], tables: list[bool]) -> list[Role]:
    """Tell which lines sign, date and annotate a document, and where enclosed documents begin.

    Args:
        lines: a body's lines, in order.
        tables: see `govreport.tables.mark_tables`.

    Returns:
        One role a line; None for a line of the text.
    """
    roles: list[Role] = [None] * len(lines)
    closed = 0  # index after the last closing found
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > 30 or "日" not in text or roles[index] or tables[index] or not is_date_line(text):
            continue
        first = _signers(lines, index, closed, tables)
        last = index
        if first == index:  # the names may stand below the date
            while last + 1 < len(lines) and last - index < 4 and _signs(lines[last + 1]):
                last += 1
        if first == last and not (_stands_alone(lines, index) or _parts_documents(lines, index)):
            continue
        for at in range(first, last + 1):
            roles[at] = DATE if at == index else SIGNATURE
        closed = _notes_after(lines, roles, last + 1, tables)
        _open_enclosure(lines, roles, closed, tables)
    if closed == 0:
        _sign_undated(lines, roles, tables)
    _mark_notes(lines, roles, tables)
    _number_enclosures(lines, roles, tables, closed)
    return roles


def _signs(line: Line) -> bool:
    """True where a line could be a name that signs."""
    return line.marker is None and len(line.text) <= 120 and signs(line.text)


def _signers(lines: list[Line], date: int, floor: int, tables: list[bool]) -> int:
    """Index of the first of the names above a date; the date's own where there is none."""
    first = date
    while first > floor and date - first < _SIGNERS_MAX and not tables[first - 1]:
        above = lines[first - 1]
        if not _signs(above) and not (first == date and above.marker is None and _is_pushed(above)):
            break
        first -= 1
    return first


def _is_pushed(line: Line) -> bool:
    """True for a short line that is pushed right, as names that sign are."""
    return len(line.text) <= 30 and len(line.lead.rpartition("\n")[2]) >= _PUSHED and line.text[-1] not in "。；：:，"


def _stands_alone(lines: list[Line], index: int) -> bool:
    """True where a date without a name can still be the document's: the last line but for notes, or pushed right."""
    if index == 0:
        return False
    if len(lines[index].lead.rpartition("\n")[2]) >= _PUSHED:
        return True
    rest = 0  # short lines that are no notes
    for at in range(index + 1, len(lines)):
        text = lines[at].text
        if not _NOTE.match(text) and not is_page_mark(text):
            rest += 1
            if rest > 3 or len(text) >= 40:
                return False
    return True


def _parts_documents(lines: list[Line], index: int) -> bool:
    """True for a date between a notice's last sentence and the title of what it carries."""
    if not 0 < index < len(lines) - 2:
        return False
    return is_prose(lines[index - 1].text) and is_title_like(lines[index + 1]) and ends_in_kind(lines[index + 1].text)


def _notes_after(lines: list[Line], roles: list[Role], index: int, tables: list[bool]) -> int:
    """Mark the notes right after a closing; give the index after them."""
    while index < len(lines) and not tables[index] and (_is_note(lines[index].text) or is_page_mark(lines[index].text)):
        roles[index] = NOTE
        index += 1
    return index


def _is_note(text: str) -> bool:
    if len(text) <= 40 and text[0] in "（(" and text[-1] in "）)" and match_marker(text) is None:
        return True
    return len(text) <= 160 and _NOTE.match(text) is not None


def is_attachment_line(text: str) -> bool:
    """True for 附件, 附件2, 附表: alone on its line."""
    return len(text) <= 12 and text[0] == "附" and _ATTACHED.fullmatch(text) is not None


def _open_enclosure(lines: list[Line], roles: list[Role], index: int, tables: list[bool]) -> None:
    """Mark the title of the document that follows a closing, where one does."""
    start = index
    if index < len(lines) and is_attachment_line(lines[index].text):
        index += 1
    end = index
    size = 0
    while (
        end < len(lines)
        and end - index < 4
        and not tables[end]
        and not roles[end]
        and _continues_title(lines, index, end)
    ):
        size += len(lines[end].text)
        end += 1
    if end == index or size < 5 or end >= len(lines) or _FILE.search(lines[index].text):
        return
    if start != index:
        roles[start] = ENCLOSURE
    for at in range(index, end):
        roles[at] = TITLE


def _continues_title(lines: list[Line], first: int, index: int) -> bool:
    text = lines[index].text
    if not is_title_like(lines[index]) or is_date_line(text) or is_attachment_line(text):
        return False
    if index == first:
        return True
    before = "".join(line.text for line in lines[first:index])
    if ends_in_kind(before) or text[0].isdigit() or text[0] in "（(" or ":" in text or "：" in text:
        return False
    return ends_in_kind(text) or len(text) >= 6


def _sign_undated(lines: list[Line], roles: list[Role], tables: list[bool]) -> None:
    """A name pushed right or standing under the last paragraph signs the document even without a date."""
    index = len(lines) - 1
    while index > 0 and (_is_note(lines[index].text) or is_page_mark(lines[index].text)):
        index -= 1
    if index > 0 and not tables[index] and not roles[index] and is_organ(lines[index].text):
        pushed = len(lines[index].lead.rpartition("\n")[2]) >= _PUSHED
        if pushed or is_prose(lines[index - 1].text):
            roles[index] = SIGNATURE
            return
    # A table after the signature: 某局 / 附表: / rows.
    for at in range(1, len(lines)):
        lead = lines[at].lead
        if len(lead) < 2 * _PUSHED or roles[at] or tables[at] or len(lead.rpartition("\n")[2]) < 2 * _PUSHED:
            continue
        if is_organ(lines[at].text):
            roles[at] = SIGNATURE


def _mark_notes(lines: list[Line], roles: list[Role], tables: list[bool]) -> None:
    """Mark the list of attachments (附件：1.… 2.…) and the notes at the end."""
    listed = 0  # index after the last list of attachments
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > 200 or index < listed or roles[index] or tables[index]:
            continue
        first = text[0]
        if first == "附" and (match := _ATTACHED.match(text)) and text[match.end() - 1] in ":：":
            roles[index] = NOTE
            listed = _attachment_list(lines, roles, index + 1, tables)
        elif (
            index > 0
            and len(text) <= 120
            and (("." in text[-6:] and _FILE.search(text[-6:])) or (first in "（(" and _NOTE.match(text)))
        ):
            roles[index] = NOTE
    index = len(lines) - 1
    while index > 0 and not roles[index] and not tables[index] and _is_short_note(lines[index].text):
        roles[index] = NOTE
        index -= 1


def _is_short_note(text: str) -> bool:
    return len(text) <= 80 and _NOTE.match(text) is not None


_NUMBERED: Final = re.compile(r"附件[\d一二三四五六七八九十]")


def _attachment_list(lines: list[Line], roles: list[Role], index: int, tables: list[bool]) -> int:
    """Mark the lines that go on with a list of attachments; give the index after them."""
    while index < len(lines) and not roles[index] and not tables[index]:
        text = lines[index].text
        marker = lines[index].marker
        listed = marker is not None and marker.family in ("digit", "digit-paren") and "。" not in text
        if len(text) > 120 or not (listed or _FILE.search(text) or _NUMBERED.match(text)):
            break
        roles[index] = NOTE
        index += 1
    return index


def _number_enclosures(lines: list[Line], roles: list[Role], tables: list[bool], closed: int) -> None:
    """Mark the further enclosures after the first closing: 附件2 and a title."""
    late = closed  # index from which an enclosure can begin: after the closing, else after the first running text
    for index in range(closed or 1, len(lines) - 1):
        text = lines[index].text
        if text[0] != "附" or roles[index] or tables[index] or not is_attachment_line(text):
            continue
        if not late:
            late = next((at for at, line in enumerate(lines) if is_prose(line.text)), len(lines)) + 1
        if index >= late and (closed or len(lines) - index > 2):
            _open_enclosure(lines, roles, index, tables)
            if roles[index] is None:
                roles[index] = NOTE
