"""Every question about one line, asked in one place: is it running text, a date, a title, a label, a note?

An answer is about the line alone, seldom about its neighbour too.  What a line is in its document depends on where it
stands, and the steps decide that.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.labels import FOOTER
from govreport.parsing.line import Line
from govreport.parsing.page_fields import has_label
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.closing_words import begins_note, is_numbered_attachment, names_file, names_person
from govreport.words.document_kinds import ends_in_kind
from govreport.words.ideographs import holds_ideograph
from govreport.words.numerals import date_span, is_compact_date
from govreport.words.organizations import is_addressed, is_list_of_addressed, is_organ, signs
from govreport.words.patterns import late
from govreport.words.section_numbers import DIGIT, DIGIT_PAREN, ZERO, match_marker
from govreport.words.stops import STOPS, holds_colon

# --- running text ----------------------------------------------------------------------------------------------------

_PROSE_MIN: Final = 16  # characters of the shortest line that can be running text
_UNSTOPPED_PROSE_MIN: Final = 60  # and of one without a full stop, which must have commas


def is_prose(text: str) -> bool:
    """True where a line is running text: a sentence, or most of one."""
    size = len(text)
    if size < _PROSE_MIN:
        return False
    if "。" in text or "；" in text:
        return text[-1] not in "】]"
    return size >= _UNSTOPPED_PROSE_MIN and text.count("，") + text.count(",") >= 2 and "|" not in text


def is_sentence(text: str) -> bool:
    """True where a line is long enough for running text and holds a full stop."""
    return len(text) >= _PROSE_MIN and "。" in text


_ECHO: Final = 12  # characters by which a line is known again
_BEGINNING: Final = (
    20_000  # characters of a page among which its text begins; to look at all would take time by the square
)


def is_echo(text: str, source: str, start: int) -> bool:
    """True where a line begins with words that stand at a page's beginning too, as a text for sharing does.

    Args:
        text: the line, not a short one.
        source: the page.
        start: offset of the line.
    """
    return source.find(text[:_ECHO], 0, min(start, _BEGINNING)) >= 0


_CONTENTS_WORDS: Final = frozenset({"目录", "引言", "前言", "目錄"})


def opens_document(text: str) -> bool:
    """True for a word alone with which a document opens: 目录, 前言."""
    return len(text) <= 8 and "".join(text.split()) in _CONTENTS_WORDS


# --- dates -----------------------------------------------------------------------------------------------------------

_DATE_MIN, _DATE_MAX = 8, 30  # characters of a line that holds a date and nothing else: 2016-1-1 has eight
_DATE_STARTS: Final = frozenset(SPACES + "(（[【0123456789０１２３４５６７８９〇零○◯OoΟο一二三四五六七八九")
DATE_ENDS: Final = frozenset("日)）]】0123456789０１２３４５６７８９号")
"""What a line ends with that holds a date and nothing else.  A glance, for who asks of each line."""


def is_date_line(text: str) -> bool:
    """True where a line holds a date, perhaps in brackets, and nothing else."""
    if not _DATE_MIN <= len(text) <= _DATE_MAX or text[-1] not in DATE_ENDS or text[0] not in _DATE_STARTS:
        return False
    date = date_span(text)
    if date is None:
        return False
    start, end = date
    if start == 0 and end == len(text):
        return True
    return not text[:start].strip(SPACES + "(（[【") and not text[end:].strip(SPACES + ")）]】")


def is_written_date_line(text: str) -> bool:
    """True where a line holds a date as documents write it (年 月 日) and nothing else."""
    return len(text) <= _DATE_MAX and "年" in text and is_date_line(text)


DATE_MIN: Final = 6
"""Characters of the shortest line that closes a document as its date: 201771.  A glance, for who asks of each line."""


def is_closing_date(text: str) -> bool:
    """True for a date alone on its line as documents close with: digits that lost their signs (20210826) too."""
    if text[-1] not in DATE_ENDS:
        return False
    return (is_date_line(text) and ":" not in text) or is_compact_date(text)


# --- addressees and titles -------------------------------------------------------------------------------------------

_SALUTATION: Final = re.compile(r"(?:各位|同志们|朋友们|女士们|尊敬的)[^。]{0,30}[:：!！,，]?$")


def is_addressee(text: str) -> bool:
    """True for 各县人民政府： and for 各位代表：, and for a list of bodies that lost its colon: 各乡镇，各部门."""
    if text[-1] not in ":：":
        return is_list_of_addressed(text)
    return _SALUTATION.match(text) is not None or (is_addressed(text[:-1]) and not has_label(text))


def is_addressee_line(text: str) -> bool:
    """True for the bodies a document is addressed to: 各县人民政府：, 各乡镇，各部门."""
    return is_addressed(text[:-1]) if text[-1] in ":：" else is_list_of_addressed(text)


_TITLE_MIN, _TITLE_MAX = 4, 120  # characters of a line of a title


def is_title_like(line: Line) -> bool:
    """True where a line could be a title by itself: short, no sentence, no number before it."""
    text = line.text
    return (
        _TITLE_MIN <= len(text) <= _TITLE_MAX
        and (line.marker is None or line.marker.family is ZERO)
        and text[-1] not in "：:，,、；;"
        and _NOT_IN_TITLES.search(text) is None
        and not is_page_mark(text)
        and not text.startswith(("现将", "现就"))
        and holds_ideograph(text)
        and not (holds_colon(text) and FOOTER.key_at_head(text) is not None)  # 地址：…, 邮件：…
        and not ("." in text and names_file(text[-_FILE_NAME_ENDING:]))
    )


_NOT_IN_TITLES: Final = re.compile(r"[|｜\t。；]")


_YEARLY: Final = re.compile(r"年度?.{0,24}(?:[报報]告|公[报報]|年[报報])")


def is_yearly_title(text: str) -> bool:
    """True for a title of what is written every year: …2017年政府信息公开工作年度报告."""
    return len(text) <= _TITLE_MAX and _YEARLY.search(text) is not None and "。" not in text


_AGAIN: Final = 0.8  # of a line's characters that stand in the title too, where it says the same again


def says_again(text: str, title: str) -> bool:
    """True for a line that gives a title again in other words: …2017年度信息公开报告 under …政府信息公开工作报告."""
    if not (ends_in_kind(text) or "解读" in text) or len(text) < _UNTITLED_MIN or "。" in text:
        return False
    signs = [sign for sign in text if sign.isalnum()]
    common = sum(sign in title for sign in signs)
    return common >= _AGAIN * len(signs) and len(signs) >= _AGAIN * sum(sign.isalnum() for sign in title) / 2


_UNTITLED_MIN: Final = 8  # characters of a line that can be the title in other words
_OFFICES: Final = r"(?:省长|市长|区长|县长|州长|盟长|主席|总理|主任|局长|旗长|代省长|代市长|院长)"
_SUBTITLES: Final = (
    # ——…会议上
    r"[—－–-]{1,3}.{2,60}$",
    # 省长 某某
    rf"[\u4e00-\u9fff]{{0,16}}{_OFFICES}[ \u00a0\u3000?？]{{0,6}}[\u4e00-\u9fff·•\u3000 ]{{2,14}}$",
    # 本报记者 某某
    r"(?:本报(?!告)|本网|新华社|记者|通讯员|作者|文[/／|｜丨])[^。，]{0,30}$",
    # （2017年2月27日）
    r"[（(].{2,60}[）)]?$",
    # 2017年2月27日在…会议上的讲话
    r"[12]\d{3}年\d{1,2}月\d{1,2}日[在于].{4,60}(?:会议|大会|会)上?(?:的讲话)?.{0,24}$",
    # 2017年2月
    r"[12]\d{3}年\d{1,2}月$",
)
_SUBTITLE: Final = late("|".join(_SUBTITLES))
_SUBTITLE_MAX: Final = 70  # characters


def is_subtitle(text: str) -> bool:
    """True for what stands under a title: ——…会议上, (2017年2月27日), 省长 某某."""
    return len(text) <= _SUBTITLE_MAX and "。" not in text.rstrip("。") and _SUBTITLE.match(text) is not None


# --- closings --------------------------------------------------------------------------------------------------------

_SIGNING_MAX: Final = 120  # characters of a line of names that sign
_PUSHED: Final = 8  # blanks before a line that is pushed right
PUSHED_FAR: Final = 16
"""And before one that is pushed so far that an organization's name there can only sign."""
_PUSHED_NAME_MAX: Final = 30  # characters of a name that only its place tells


def can_sign(line: Line) -> bool:
    """True where a line could be a name that signs, or several, or a person with the office: 市长　李某某."""
    text = line.text if "\n" not in line.text else "".join(line.text.split())  # a name broken over two lines
    return line.marker is None and len(text) <= _SIGNING_MAX and (signs(text) or names_person(text))


def names_above_text(line: Line) -> bool:
    """True for a line of bodies that sign under the title."""
    text = line.text
    return text[-1] not in STOPS and (is_organ(text) or signs(text))


def is_pushed_right(line: Line) -> bool:
    """True for a line that is pushed right, as signatures and dates are."""
    return len(line.indent) >= _PUSHED


def is_pushed_far(line: Line) -> bool:
    """True for a line that is pushed so far right that an organization's name there can only sign."""
    return len(line.lead) >= PUSHED_FAR and len(line.indent) >= PUSHED_FAR


def is_pushed_name(line: Line) -> bool:
    """True for a short line that is pushed right, as names that sign are."""
    return (
        line.marker is None
        and len(line.text) <= _PUSHED_NAME_MAX
        and is_pushed_right(line)
        and line.last not in "。；：:，"
    )


_BRACKETED_NOTE_MAX: Final = 40  # characters of a note that only its brackets tell
_NOTE_MAX: Final = 160  # and of one right after a closing
_LAST_NOTE_MAX: Final = 80  # and of one at a document's end
_ASIDE_NOTE_MAX: Final = 120  # and of one in brackets elsewhere
_FILE_NAME_ENDING: Final = 6  # characters


def is_note(text: str) -> bool:
    """True for a line that can be a note after a closing: short and in brackets, or words that notes begin with."""
    if len(text) <= _BRACKETED_NOTE_MAX and text[0] in "（(" and text[-1] in "）)" and match_marker(text) is None:
        return True
    return len(text) <= _NOTE_MAX and begins_note(text)


def is_last_note(text: str) -> bool:
    """True for a line that is a note where nothing but notes follows it."""
    return len(text) <= _LAST_NOTE_MAX and begins_note(text)


def is_note_anywhere(text: str) -> bool:
    """True for a line that is a note wherever it stands: a file's name, words of a note in brackets."""
    if len(text) > _ASIDE_NOTE_MAX:
        return False
    if text[0] in "（(" and begins_note(text):
        return True
    return "." in text and names_file(text[-_FILE_NAME_ENDING:])


_ATTACHMENT_MAX: Final = 120  # characters of an entry of the list of attachments


def lists_attachment(line: Line) -> bool:
    """True for a line that can go on with a list of attachments: a number and a name, a file's name, 附件2…."""
    text = line.text
    if len(text) > _ATTACHMENT_MAX:
        return False
    marker = line.marker
    numbered = marker is not None and marker.family in (DIGIT, DIGIT_PAREN) and "。" not in text
    return numbered or names_file(text) or is_numbered_attachment(text)


# --- rows of tables --------------------------------------------------------------------------------------------------

NUMBER: Final = r"[-－+]?(?:\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,12})(?:[.．]\d{1,6})?"
"""A number as tables print it, as the inside of a pattern."""
_NUMBER_CELL: Final = re.compile(rf"{NUMBER}|[-—/]")
_NUMBERS_MOST: Final = 30  # at the end of a row
_BLANKS_MOST: Final = 40  # before a number
_SIGNS_OF_NUMBERS: Final = "0123456789.,．，-－—+/ \t\u00a0\u3000"
_PLAIN_MAX: Final = 12  # digits of a number without commas and point
_BAR: Final = re.compile(r"([|｜\t])")
NUMBER_ENDS: Final = frozenset("-—/0123456789")
"""What a row of numbers ends with.  A glance, for who asks of each line."""


def is_row(text: str) -> bool:
    """True where a line shows its columns: bars or tabs between cells."""
    if "\t" in text:
        return True
    if "|" not in text and "｜" not in text:
        return False
    bars = text.count("|") + text.count("｜")
    return bars >= 2 or (bars == 1 and text[0] in "|｜")


def is_number(word: str) -> bool:
    """True for a number as tables print it, and for the dash or slash in place of one."""
    return (len(word) <= _PLAIN_MAX and word.isdecimal()) or _NUMBER_CELL.fullmatch(word) is not None


def numbers_at_end(text: str) -> list[int]:
    """Where the blanks begin before each of the numbers, parted by blanks, that a line ends with; offsets in it."""
    if text[-1] not in NUMBER_ENDS:
        return []
    bounds: list[int] = []
    end = len(text.rstrip(_SIGNS_OF_NUMBERS))  # of the words so far
    for word in text[end:].split():
        start = text.find(word, end)
        if start - end > _BLANKS_MOST:
            bounds.clear()
            end = start - _BLANKS_MOST
        if start > end and is_number(word):
            bounds.append(end)
        else:
            bounds.clear()
        end = start + len(word)
    return bounds[-_NUMBERS_MOST:]


def part_cells(text: str) -> list[str]:
    """Part a row at bars, tabs, or blanks before numbers.

    Returns:
        Its cells, and between each two of them the sign that parts them: put together, they are the row.
    """
    if "|" in text or "\t" in text or "｜" in text:
        return _BAR.split(text)
    pieces: list[str] = []
    at = 0
    numbers = numbers_at_end(text)
    for blank in numbers if numbers and not is_page_mark(text) else ():
        pieces += (text[at:blank], text[blank])
        at = blank + 1
    pieces.append(text[at:])
    return pieces
