"""How a document closes: signature, date, notes; and the documents enclosed after it.

Order and place are those of GB/T 9704-2012, 7.3.4 to 7.3.7: 附件说明, 发文机关署名, 成文日期, 附注, then the
enclosures.  Real pages put signature and date in either order, on one line or several, pushed right in any way.
"""

from __future__ import annotations

from typing import Final

from govreport.parsing.kinds import Role
from govreport.parsing.line import Line
from govreport.parsing.looks import (
    DATE_ENDS,
    DATE_MIN,
    PUSHED_FAR,
    can_sign,
    is_closing_date,
    is_date_line,
    is_last_note,
    is_note,
    is_note_anywhere,
    is_prose,
    is_pushed_far,
    is_pushed_name,
    is_pushed_right,
    is_title_like,
    lists_attachment,
)
from govreport.words.blanks import is_page_mark
from govreport.words.closing_words import begins_note, is_attachment_line, names_file, opens_attachments
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_organ
from govreport.words.stops import holds_colon

_DATE_MAX: Final = 30  # characters of a line that holds a date
_SIGNERS_MAX: Final = 16  # lines of names above a date
_SIGNERS_BELOW: Final = 4  # and below one
_REST_MAX: Final = 3  # lines that are no notes after a date without a name
_REST_LINE_MAX: Final = 40  # characters of each
_ENCLOSED_TITLE_LINES: Final = 4  # of the longest title of an enclosed document
_ENCLOSED_TITLE_MIN: Final = 5  # characters of the shortest
_ENCLOSED_TITLE_MAX: Final = 60  # characters of the longest that is looked for where the text names it
_NOTE_STARTS: Final = frozenset("附（(")  # what notes begin with wherever they stand, unless they name a file
_ATTACHMENTS_MAX: Final = 200  # characters of a line that begins a list of attachments


def find_roles(lines: list[Line], tables: list[bool]) -> list[Role | None]:
    """Tell which lines sign, date and annotate a document, and where enclosed documents begin.

    Args:
        lines: a body's lines, in order.
        tables: see `govreport.parsing.tables.mark_tables`.

    Returns:
        One role a line; None for a line of the text.
    """
    roles: list[Role | None] = [None] * len(lines)
    closed = 0  # index after the last closing found
    notes: list[int] = []  # lines that can be notes, or name what is attached, by a glance
    for index, line in enumerate(lines):
        text = line.text
        if line.first in _NOTE_STARTS or "." in text:
            notes.append(index)
        if line.last not in DATE_ENDS or not DATE_MIN <= len(text) <= _DATE_MAX or roles[index] or tables[index]:
            continue
        if not is_closing_date(text):
            continue
        first = _signers(lines, index, closed, tables)
        last = index
        written = "年" in text
        if first == index:  # the names may stand below the date
            while last + 1 < len(lines) and last - index < _SIGNERS_BELOW and can_sign(lines[last + 1]):
                last += 1
        if first == last and not (
            written and (_stands_alone(lines, index) or _parts_documents(lines, index) or _is_marked(lines, index))
        ):
            continue
        for at in range(first, last + 1):
            roles[at] = "date" if at == index else "signature"
        closed = _notes_after(lines, roles, last + 1, tables)
        _open_enclosure(lines, roles, closed, tables)
    if closed == 0:
        _sign_undated(lines, roles, tables)
    _mark_notes(lines, roles, tables, notes)
    _number_enclosures(lines, roles, tables, closed, notes)
    _open_named(lines, roles, tables, closed)
    return roles


def _signers(lines: list[Line], date: int, floor: int, tables: list[bool]) -> int:
    """Index of the first of the names above a date; the date's own where there is none."""
    first = date
    while first > floor and date - first < _SIGNERS_MAX and not tables[first - 1]:
        above = lines[first - 1]
        if not can_sign(above) and not (first == date and is_pushed_name(above)):
            break
        first -= 1
    return first


def _stands_alone(lines: list[Line], index: int) -> bool:
    """True where a date without a name can still be the document's: the last line but for notes, or pushed right."""
    return index > 0 and (is_pushed_right(lines[index]) or _is_near_end(lines, index))


def _is_near_end(lines: list[Line], index: int) -> bool:
    """True where next to nothing but notes follows a line."""
    rest = 0  # short lines that are no notes
    for at in range(index + 1, len(lines)):
        text = lines[at].text
        if not begins_note(text) and not is_page_mark(text):
            rest += 1
            if rest > _REST_MAX or len(text) >= _REST_LINE_MAX:
                return False
    return True


def _parts_documents(lines: list[Line], index: int) -> bool:
    """True for a date between a notice's last sentence and the title of what it carries, a note between or none."""
    title = index + 1
    while title < len(lines) and is_note(lines[title].text):
        title += 1
    if not 0 < index <= title - 1 < len(lines) - 2:
        return False
    return is_prose(lines[index - 1].text) and is_title_like(lines[title]) and ends_in_kind(lines[title].text)


def _is_marked(lines: list[Line], index: int) -> bool:
    """True for a date between a text and what only stands after one: （此件公开发布）, or 附件 alone on its line."""
    if not 0 < index < len(lines) - 1:
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    ends_text = is_prose(above) or opens_attachments(above) or lists_attachment(lines[index - 1])
    return ends_text and ((below[0] in "（(" and begins_note(below)) or is_attachment_line(below))


def _notes_after(lines: list[Line], roles: list[Role | None], index: int, tables: list[bool]) -> int:
    """Mark the notes right after a closing; give the index after them."""
    while index < len(lines) and not tables[index] and (is_note(lines[index].text) or is_page_mark(lines[index].text)):
        roles[index] = "note"
        index += 1
    return index


def _open_enclosure(lines: list[Line], roles: list[Role | None], index: int, tables: list[bool]) -> None:
    """Mark the title of the document that follows a closing, where one does."""
    start = index
    if index < len(lines) and is_attachment_line(lines[index].text):
        index += 1
    end = index
    size = 0
    while (
        end < len(lines)
        and end - index < _ENCLOSED_TITLE_LINES
        and not tables[end]
        and not roles[end]
        and _continues_title(lines, index, end)
    ):
        size += len(lines[end].text)
        end += 1
    if end == index or size < _ENCLOSED_TITLE_MIN or end >= len(lines) or names_file(lines[index].text):
        return
    if opens_attachments(lines[index].text) and lists_attachment(lines[end]):  # 附件：1.某方案 / 2.某清单
        return
    if start != index:
        roles[start] = "enclosure"
    for at in range(index, end):
        roles[at] = "title"


def _continues_title(lines: list[Line], first: int, index: int) -> bool:
    text = lines[index].text
    if not is_title_like(lines[index]) or is_date_line(text) or is_attachment_line(text):
        return False
    if index == first:
        return True
    before = "".join(line.text for line in lines[first:index])
    if ends_in_kind(before) or text[0].isdigit() or text[0] in "（(" or holds_colon(text):
        return False
    return ends_in_kind(text) or len(text) >= 6


def _sign_undated(lines: list[Line], roles: list[Role | None], tables: list[bool]) -> None:
    """A name pushed right or standing under the last paragraph signs the document even without a date."""
    index = len(lines) - 1
    while index > 0 and (is_note(lines[index].text) or is_page_mark(lines[index].text)):
        index -= 1
    named = index > 0 and not tables[index] and not roles[index] and is_organ(lines[index].text)
    if named and (is_pushed_right(lines[index]) or is_prose(lines[index - 1].text)):
        roles[index] = "signature"
        return
    # A table after the signature: 某局 / 附表: / rows.
    for at in range(1, len(lines)):
        line = lines[at]
        if len(line.lead) < PUSHED_FAR:  # as nearly all are
            continue
        if not roles[at] and not tables[at] and is_pushed_far(line) and is_organ(line.text):
            roles[at] = "signature"


def _mark_notes(lines: list[Line], roles: list[Role | None], tables: list[bool], notes: list[int]) -> None:
    """Mark the list of attachments (附件：1.… 2.…) and the notes, those at the end too that a glance does not show."""
    listed = 0  # index after the last list of attachments
    for index in notes:
        text = lines[index].text
        if len(text) > _ATTACHMENTS_MAX or index < listed or roles[index] or tables[index]:
            continue
        if text[0] == "附" and opens_attachments(text):
            roles[index] = "note"
            listed = _attachment_list(lines, roles, index + 1, tables)
        elif index > 0 and is_note_anywhere(text):
            roles[index] = "note"
    index = len(lines) - 1
    while index > 0 and not roles[index] and not tables[index] and is_last_note(lines[index].text):
        roles[index] = "note"
        index -= 1


def _attachment_list(lines: list[Line], roles: list[Role | None], index: int, tables: list[bool]) -> int:
    """Mark the lines that go on with a list of attachments; give the index after them."""
    while index < len(lines) and not roles[index] and not tables[index] and lists_attachment(lines[index]):
        roles[index] = "note"
        index += 1
    return index


def _number_enclosures(
    lines: list[Line], roles: list[Role | None], tables: list[bool], closed: int, notes: list[int]
) -> None:
    """Mark the further enclosures after the first closing: 附件2 and a title."""
    late = closed  # index from which an enclosure can begin: after the closing, else after the first running text
    for index in notes:
        text = lines[index].text
        if text[0] != "附" or not (closed or 1) <= index < len(lines) - 1:
            continue
        if roles[index] or tables[index] or not is_attachment_line(text):
            continue
        if not late:
            late = next((at for at, line in enumerate(lines) if is_prose(line.text)), len(lines)) + 1
        if index >= late and (closed or len(lines) - index > 2):
            _open_enclosure(lines, roles, index, tables)
            if roles[index] is None:
                roles[index] = "note"


def _open_named(lines: list[Line], roles: list[Role | None], tables: list[bool], closed: int) -> None:
    """Mark the titles after the first closing of enclosed documents that the text before it names: 《某规定》."""
    if not closed:
        return
    before = ""  # put together where a line is found that may be such a title
    for index in range(closed + 1, len(lines) - 1):
        line = lines[index]
        if roles[index] or tables[index] or len(line.text) > _ENCLOSED_TITLE_MAX or not is_title_like(line):
            continue
        before = before or "".join([line.flat for line in lines[:closed]])
        if f"《{line.flat}》" in before and roles[index - 1] != "title":
            roles[index] = "title"
