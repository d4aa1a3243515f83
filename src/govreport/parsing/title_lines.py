"""Which runs of the lines before a document can be its title, and what is known of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_subtitle, is_title_like
from govreport.parsing.page_fields import named_title
from govreport.words.document_kinds import FOOTNOTE, ends_in_kind, is_complete_title
from govreport.words.naming import Grade, grade
from govreport.words.numerals import date_span
from govreport.words.organizations import are_organs, is_organ
from govreport.words.page_furniture import is_site_name
from govreport.words.patterns import late

_BELOW: Final = 6  # lines after the site's last that can still hold the title
LINES: Final = 5
"""Lines of the longest title."""


class Page:
    """What is known of the lines before a text when its title is looked for; arguments as of `find_title`.

    Attributes:
        lines: the text's lines.
        kinds: what each line before the first running text is (`govreport.parsing.front_looks.front_kind`).
        front_end: index after the last line that is plainly the site's or the page's.
        limit: index after the last line that can hold the title.
        named: the title as a metadata block gives it, without white space; empty where it does not.
        seen: the lines among which the title can be, and how often each stands there.
        marked: what the markup shows as the title, by the offset of its first line.
    """

    __slots__ = ("front_end", "kinds", "limit", "lines", "marked", "named", "seen")

    def __init__(
        self, lines: list[Line], kinds: list[FrontKind | None], front_end: int, marked: Mapping[int, TitleMark]
    ) -> None:
        self.lines = lines
        self.kinds = kinds
        self.front_end = front_end
        self.limit = min(len(kinds), front_end + _BELOW)
        self.named = _named_title(lines, kinds, front_end)
        self.seen: dict[str, int] = {}
        for line in lines[: self.limit]:
            self.seen[line.text] = self.seen.get(line.text, 0) + 1
        self.marked = marked


class Candidate:
    """A run of lines that may be the title.

    Attributes:
        start: index of its first line.
        end: index after its last.
        text: the lines joined.
        bare: the same without white space.
        kind: whether it names its kind of document.
        rest: whether it is the rest of a candidate that begins above.
    """

    __slots__ = ("bare", "end", "kind", "rest", "start", "text")

    def __init__(self, start: int, end: int, text: str, rest: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.bare = squeezed(text)
        self.kind = ends_in_kind(text)
        self.rest = rest


_SITE_BEHIND: Final = re.compile(r"[ \u00a0\u3000]?[-_|｜—–－]{1,2}[ \u00a0\u3000]?(?=[^-_|｜—–－]{2,24}$)")
_PARTING: Final = frozenset("-_|｜—–－")
_HEAD_MIN: Final = 8  # characters of a title before the name of its site


def names_its_site(page: Page, index: int) -> bool:
    """True for a line as a browser shows it on top, where the title stands alone too: 某某通知_某某市人民政府."""
    text = page.lines[index].text
    if _PARTING.isdisjoint(text):
        return False
    return any(text[: sign.start()] in page.seen for sign in _SITE_BEHIND.finditer(text, _HEAD_MIN))


def candidates(page: Page) -> list[Candidate]:
    """The runs of lines that may be the title, in order."""
    out = []
    reached = 0  # where the longest candidate so far ends
    for index in range(page.limit):
        mark = page.marked.get(page.lines[index].start)
        end = _marked_end(page, index) if mark is not None and mark.named else _end(page, index)
        if end:
            out.append(run_of_lines(page, index, end, rest=end <= reached))
            reached = max(reached, end)
    return out


def run_of_lines(page: Page, start: int, end: int, rest: bool = False) -> Candidate:
    """The candidate that some lines make; ``rest`` where a longer one holds its end."""
    text = page.lines[start].text if end - start == 1 else "".join([line.text for line in page.lines[start:end]])
    return Candidate(start, end, text, rest)


def squeezed(text: str) -> str:
    """A title without white space and the number of a footnote."""
    text = "".join(text.split())
    return FOOTNOTE.sub("", text) if text[-1:] == "]" else text


def _named_title(lines: list[Line], kinds: list[FrontKind | None], front_end: int) -> str:
    for index in range(front_end):
        value = named_title(lines[index]) if kinds[index] == "label" else None
        if value == "":
            end = index + 1
            while end < front_end and kinds[end] == "value":
                value += lines[end].text
                end += 1
        if value is not None:
            return squeezed(value)
    return ""


# --- titles over several lines ---------------------------------------------------------------------------------------


def _marked_end(page: Page, index: int) -> int:
    """Where a title ends that the page's head names, with a second line of it that is set like one."""
    lines, kinds = page.lines, page.kinds
    last = page.marked[lines[index].start].last
    end = index + 1
    while end < len(lines) and lines[end].start <= last:
        end += 1
    if end < len(kinds) and kinds[end] is None and is_title_like(lines[end]):
        below = page.marked.get(lines[end].start)
        end += below is not None and not below.named
    return end


def _end(page: Page, index: int) -> int:
    """Where a title ends that begins with a line: as soon as it is complete; 0 where none can begin there."""
    lines, kinds = page.lines, page.kinds
    line, kind = lines[index], kinds[index]
    if kind is not None and not (kind == "widget" and ends_in_kind(line.text)):
        return 0
    if _MONTH.match(line.text) is not None or names_its_site(page, index):
        return 0
    if not is_title_like(line) and not (len(line.text) >= _ISSUER_MIN and names_issuer(line.text)):
        return 0
    joined = line.text
    if _is_complete(page, joined):
        return index + 1
    ends = index + 1  # after the last line that could end it
    for end in range(index + 1, min(index + LINES, page.limit)):
        following = lines[end].text
        longer = joined + following
        if len(following) <= _KIND_REST_MAX and ends_in_kind(longer) and not ends_in_kind(joined):
            return end + 1  # 年度报 / 告
        if kinds[end] is not None or not (is_title_like(lines[end]) or following[0] == "》"):
            break
        bare = squeezed(longer) if page.named else ""
        if bare and bare == page.named:
            return end + 1
        if not (bare and page.named.startswith(bare)) and not _goes_on(joined, following):
            break
        joined = longer
        if _is_complete(page, joined):
            return end + 1
        if ends_in_kind(joined):
            ends = end + 1
    return ends


def _is_complete(page: Page, text: str) -> bool:
    """True where a title needs no more lines, and the metadata block gives none that is longer."""
    if not is_complete_title(text) or text.count("《") > text.count("》"):
        return False
    if not page.named:
        return True
    bare = squeezed(text)
    return bare == page.named or not page.named.startswith(bare)


_BEGINS: Final = re.compile(
    r"[12]\d{3}|[二][〇○零]|关于|關於|政府信息|政務|政务|信息公开|国民经济|年度|部门|《|转发|印发"
)
_YEAR: Final = re.compile(r"^[12]\d{3}[ ]?年?度?")
_MONTH: Final = re.compile(r"[12]\d{3}年\d{1,2}月$")
_UNFINISHED: Final = late(
    r"关于|關於|[的和与及、]$|转发|批转|印发|[12]\d{3}年|^(?:19|20)\d{2}[\u4e00-\u9fff]|"
    r"开展|推进|加强|进一步|[厅局院会部室府委]对"
)
_REST_MAX: Final = 40  # characters of a line that goes on with a title
_KIND_REST_MAX: Final = 3  # and of one that is the rest of a word which the line above could not hold
_KIND_ALONE_MAX: Final = 12  # and of one that holds hardly more than the kind of the document
_PLACE_MAX: Final = 12
_ISSUER_MIN: Final = 3  # characters of the shortest name of who issues: 国务院, 某某县


def _goes_on(text: str, following: str) -> bool:
    """True where a title is unfinished and the next line goes on with it."""
    if text.count("《") > text.count("》") and "》" in following:
        return True
    if is_subtitle(following) or date_span(following) or len(following) > _REST_MAX + 20:
        return False
    begins = _BEGINS.match(following) is not None and (ends_in_kind(following) or "关于" in following)
    if (begins or is_organ(following)) and names_issuer(text):  # XX局 / 2013年度…报告
        return True
    if "关于" in text or (following.startswith(("关于", "《")) and _UNFINISHED.search(text)):
        return len(following) <= _REST_MAX
    if not ends_in_kind(following):
        return False
    alone = len(following) <= _KIND_ALONE_MAX and len(text) >= _KIND_ALONE_MAX and not is_site_name(text)
    return alone or _UNFINISHED.search(text) is not None


def names_issuer(text: str) -> bool:
    """True for a line of bodies, or of a place, perhaps after a year: the issuers above the rest of a title."""
    text = _YEAR.sub("", text)
    if not text:
        return False
    if is_organ(text) or are_organs(text.split()):
        return True
    return len(text) <= _PLACE_MAX and grade("".join(text.split())) == Grade.PLACE
