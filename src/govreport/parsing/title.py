"""Which of the lines before a document is its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from govreport.parsing.hints import TitleMark
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_subtitle, is_title_like, is_yearly_title
from govreport.parsing.page_fields import named_title
from govreport.words.document_kinds import FOOTNOTE, ends_in_kind, is_complete_title
from govreport.words.heading_names import ASKED
from govreport.words.naming import Grade, grade
from govreport.words.numerals import date_span
from govreport.words.organizations import are_organs, is_organ
from govreport.words.page_furniture import is_site_name
from govreport.words.patterns import late

_BELOW: Final = 6  # lines after the site's last that can still hold the title
_LINES: Final = 5  # lines of the longest title
_ENOUGH: Final = 3.0  # the least weight of evidence that makes a line the title
_NOTHING: Final = -9.0  # the weight where no line can be it


class Page(NamedTuple):
    """What is known of the lines before a text when its title is looked for.

    Attributes:
        lines: the text's lines.
        kinds: what each line before the first running text is (`govreport.parsing.front_looks.front_kind`).
        front_end: index after the last line that is plainly the site's or the page's.
        limit: index after the last line that can hold the title.
        named: the title as a metadata block gives it, without white space; empty where it does not.
        seen: the lines among which the title can be, and how often each stands there.
        marked: what the markup shows as the title, by the offset of its first line.
    """

    lines: list[Line]
    kinds: list[FrontKind | None]
    front_end: int
    limit: int
    named: str
    seen: dict[str, int]
    marked: Mapping[int, TitleMark]


class Candidate(NamedTuple):
    """A run of lines that may be the title.

    Attributes:
        start: index of its first line.
        end: index after its last.
        text: the lines joined.
        bare: the same without white space.
        kind: whether it names its kind of document.
        rest: whether it is the rest of a candidate that begins above.
    """

    start: int
    end: int
    text: str
    bare: str
    kind: bool
    rest: bool = False


def find_title(
    lines: list[Line], kinds: list[FrontKind | None], front_end: int, marked: Mapping[int, TitleMark]
) -> tuple[list[tuple[int, int]], float]:
    """Find the title among the lines before the text.

    Args:
        lines: the text's lines.
        kinds: what each line before the first running text is (`govreport.parsing.front_looks.front_kind`).
        front_end: index after the last line that is plainly the site's or the page's.
        marked: what the markup shows as the title, by the offset of its first line.

    Returns:
        Runs ``(first, end)`` of the lines that hold it, in order: one, or more where the title is repeated.  And by how
        much more it weighs than the least that is enough, or than the next best; below 0 what lacks where there is
        none.
    """
    page = look_at(lines, kinds, front_end, marked)
    best: Candidate | None = None
    best_weight = second = _NOTHING
    for candidate in candidates(page):
        weight = weigh(page, candidate)
        if weight > best_weight:
            if best is not None and not is_same(best.bare, candidate.bare):
                second = best_weight
            best, best_weight = candidate, weight
        elif weight > second and best is not None and not is_same(best.bare, candidate.bare):
            second = weight
    margin = best_weight - max(_ENOUGH, second)
    if best is None or best_weight < _ENOUGH:
        return [], margin
    best = _with_headline(page, best)
    runs = [(best.start, best.end)]
    index = 0
    while index < page.limit:
        end = _repeat(page, best, index)
        if end:
            runs.append((index, end))
        index = end or index + 1
    return [(first, _with_edition(page, end)) for first, end in sorted(runs)], margin


_EDITIONS: Final = "试行 暂行 修订 草案 征求意见 公开征求意见 意见 讨论 送审 报批 公示 审议 节选 摘要".split()
_EDITION: Final = re.compile(rf"[（(〔](?:{'|'.join(_EDITIONS)}|\d{{4}}年?)[^（）()〕。，]{{0,10}}[）)〕]")
"""Which of its editions a document is, as stands under its title: （试行）, （征求意见稿）, （2019年本）."""


def _with_edition(page: Page, end: int) -> int:
    """Take in the line under a title that says which edition the document is."""
    text = page.lines[end].text if end < page.limit else ""
    return end + 1 if _EDITION.fullmatch(text) and "月" not in text else end  # （2019年8月） is a date


def look_at(lines: list[Line], kinds: list[FrontKind | None], front_end: int, marked: Mapping[int, TitleMark]) -> Page:
    """Gather what `candidates` and `weigh` go by; arguments as of `find_title`."""
    seen: dict[str, int] = {}
    limit = min(len(kinds), front_end + _BELOW)
    for line in lines[:limit]:
        seen[line.text] = seen.get(line.text, 0) + 1
    return Page(lines, kinds, front_end, limit, _named_title(lines, kinds, front_end), seen, marked)


def candidates(page: Page) -> list[Candidate]:
    """The runs of lines that may be the title, in order."""
    out = []
    reached = 0  # where the longest candidate so far ends
    for index in range(page.limit):
        mark = page.marked.get(page.lines[index].start)
        end = _marked_end(page, index) if mark is not None and mark.named else _end(page, index)
        if end:
            out.append(_candidate(page, index, end, rest=end <= reached))
            reached = max(reached, end)
    return out


def _candidate(page: Page, start: int, end: int, rest: bool = False) -> Candidate:
    text = page.lines[start].text if end - start == 1 else "".join([line.text for line in page.lines[start:end]])
    return Candidate(start, end, text, _squeeze(text), ends_in_kind(text), rest)


def _squeeze(text: str) -> str:
    text = "".join(text.split())
    return FOOTNOTE.sub("", text) if text[-1:] == "]" else text


def _named_title(lines: list[Line], kinds: list[FrontKind | None], front_end: int) -> str:
    for index in range(front_end):
        value = named_title(lines[index].text) if kinds[index] == "label" else None
        if value == "":
            end = index + 1
            while end < front_end and kinds[end] == "value":
                value += lines[end].text
                end += 1
        if value is not None:
            return _squeeze(value)
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
    if not is_title_like(line) and not (len(line.text) >= _ISSUER_MIN and _names_issuer(line.text)):
        return 0
    joined = line.text
    if _is_complete(page, joined):
        return index + 1
    ends = index + 1  # after the last line that could end it
    for end in range(index + 1, min(index + _LINES, page.limit)):
        following = lines[end].text
        longer = joined + following
        if len(following) <= _KIND_REST_MAX and ends_in_kind(longer) and not ends_in_kind(joined):
            return end + 1  # 年度报 / 告
        if kinds[end] is not None or not (is_title_like(lines[end]) or following[0] == "》"):
            break
        bare = _squeeze(longer) if page.named else ""
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
    bare = _squeeze(text)
    return bare == page.named or not page.named.startswith(bare)


_BEGINS: Final = re.compile(
    r"[12]\d{3}|[二][〇○零]|关于|關於|政府信息|政務|政务|信息公开|国民经济|年度|部门|《|转发|印发"
)
_YEAR: Final = re.compile(r"^[12]\d{3}[ ]?年?度?")
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
    if (begins or is_organ(following)) and _names_issuer(text):  # XX局 / 2013年度…报告
        return True
    if "关于" in text or (following.startswith(("关于", "《")) and _UNFINISHED.search(text)):
        return len(following) <= _REST_MAX
    if not ends_in_kind(following):
        return False
    alone = len(following) <= _KIND_ALONE_MAX and len(text) >= _KIND_ALONE_MAX and not is_site_name(text)
    return alone or _UNFINISHED.search(text) is not None


def _names_issuer(text: str) -> bool:
    """True for a line of bodies, or of a place, perhaps after a year: the issuers above the rest of a title."""
    text = _YEAR.sub("", text)
    if not text:
        return False
    if is_organ(text) or are_organs(text.split()):
        return True
    return len(text) <= _PLACE_MAX and grade("".join(text.split())) == Grade.PLACE


def _with_headline(page: Page, best: Candidate) -> Candidate:
    """Take in the first line of a headline of two, which stands alone between breadcrumb and title."""
    start = best.start
    if start < 2 or page.kinds[start - 2] != "breadcrumb" or page.kinds[start - 1] is not None:
        return best
    above = page.lines[start - 1]
    if not 10 <= len(above.text) <= 40 or ends_in_kind(best.text):
        return best
    whole = is_title_like(above) and not is_site_name(above.text) and not is_organ(above.text)
    return _candidate(page, start - 1, best.end) if whole else best


def _repeat(page: Page, best: Candidate, index: int) -> int:
    """Where the title ends that begins again with a line; 0 where it does not."""
    text = page.lines[index].text
    if text[0] != best.bare[0] and best.end - best.start == 1:
        return 0
    if best.start <= index < best.end or page.kinds[index] in ("label", "value", "breadcrumb"):
        return 0
    if best.end - best.start > 1 and len(text) >= _SAME_MIN and best.bare.endswith(_squeeze(text)):
        return index + 1  # the second line of two again
    if text[0] != best.bare[0]:
        return 0
    last = best.start if index < best.start else page.limit
    ends = range(index + 1, min(index + _LINES, last) + 1)
    texts = [_candidate(page, index, end).bare for end in ends]
    for end, again in zip(ends, texts, strict=True):
        if again == best.bare:
            return end
    return next((end for end, again in zip(ends, texts, strict=True) if is_same(again, best.bare)), 0)


_SAME_MIN: Final = 12  # characters of a title that is the same as one a little longer
_SAME_MOST: Final = 6  # and how much longer


def is_same(one: str, other: str) -> bool:
    """True where two titles, without white space, are the same, but for a few characters at the end."""
    if len(one) < 4 or one == other:
        return one == other and len(one) >= 4
    begins = one.startswith(other) or other.startswith(one)
    return begins and len(one) >= _SAME_MIN and abs(len(one) - len(other)) <= _SAME_MOST


# --- evidence --------------------------------------------------------------------------------------------------------


_KIND_MIN: Final = 8  # characters of a title that says more than its kind
_NAME_MAX: Final = 20  # characters of the longest name of a site or column
_USUAL: Final = range(9, 71)  # characters of a title
_SHORT: Final = 6
_BLANKS: Final = 3  # blanks in a line of words that stand side by side
_PUBLISHED: Final = frozenset({"label", "date", "number", "enactment"})  # what stands right under a title


def weigh(page: Page, candidate: Candidate) -> float:
    """Add up what speaks for a candidate and against it; of equals, the one nearer to the text weighs more."""
    nearness = 0.4 * candidate.start / len(page.kinds) - 0.1 * max(0, candidate.start - page.front_end)
    weight = _by_words(candidate) + _by_place(page, candidate)
    if page.named:
        weight += _by_name(candidate.bare, page.named)
    if page.marked:
        weight += _by_markup(page, candidate)
    if page.lines[candidate.start].lead.endswith("# "):
        weight += _by_level(page, candidate.start)
    return nearness + weight


def _by_level(page: Page, index: int) -> float:
    """What it weighs that a line is a heading in Markdown: of the highest level so far, or under one of a higher."""
    level = page.lines[index].lead.count("#")
    above = [line.lead.count("#") for line in page.lines[:index]]
    return -3 if any(0 < other < level for other in above) else 4


def _by_name(bare: str, named: str) -> float:
    """What it weighs that the metadata block gives a title: this one, or another."""
    if is_same(bare, named):
        return 8
    return 0 if _agree(bare, named) else -2


def _by_markup(page: Page, one: Candidate) -> float:
    """What it weighs that the page's head gives a candidate, or that it is set like a title."""
    mark = page.marked.get(page.lines[one.start].start)
    if mark is None:
        return 0
    return 6 if mark.named else 2


def _by_words(one: Candidate) -> float:
    """What a candidate's own words weigh."""
    text, size = one.text, len(one.bare)
    weight = 0
    if "关于" in text or is_yearly_title(text):  # on what, or of which year
        weight += 3
    if one.kind:
        weight += 4 if size >= _KIND_MIN else 1
    else:
        if text.count(" ") + text.count("\u3000") + text.count("\u00a0") >= _BLANKS:
            weight -= 4
        if text.count("、") + text.count("，") + text.count(",") > 1:
            weight -= 3
    if size in _USUAL:
        weight += 2
    elif size < _SHORT:
        weight -= 3
    if _names_site(one):
        weight -= 6
    if text[-1] in "？?！!" or text.endswith(("？”", "！”")):
        weight -= 1
    if is_organ(one.bare):
        weight -= 5
    if ASKED.match(text) is not None:
        weight -= 6
    return weight


def _by_place(page: Page, one: Candidate) -> float:
    """What it weighs where a candidate stands, and how often."""
    above, below = page.kinds[one.start - 1] if one.start else None, _below(page, one)
    weight = 0.0
    if one.end - one.start > 1 and _names_issuer(page.lines[one.start].text):
        weight += 1
    if one.rest:
        weight -= 2
    if page.seen.get(page.lines[one.end - 1].text, 0) > 1 and len(one.bare) in _USUAL:
        weight += 2
    if not one.start:
        weight += 2
    if above == "breadcrumb":
        weight += 1 if _squeeze(page.lines[one.start - 1].text).endswith(one.bare) else 3  # its last step again
    if below == "text":
        weight += 2.5
        if above == "label" and not is_organ(one.bare):
            weight += 0.4
    elif below == "widget":
        weight += 1
    elif below in _PUBLISHED or (below is None and is_subtitle(page.lines[one.end].text)):
        weight += 3
    return weight


def _below(page: Page, one: Candidate) -> str | None:
    """What the line below is; ``text`` where the text, or a heading of it that is plainly one, begins there.

    The title's last line again is no other line.
    """
    end = one.end
    while end < len(page.kinds) and page.lines[end].text == page.lines[one.end - 1].text:
        end += 1
    if end == len(page.kinds) or (page.kinds[end] is None and _opens_part(page.lines[end].text, one.text)):
        return "text"
    return page.kinds[end]


def _opens_part(text: str, above: str) -> bool:
    """True for a line that is plainly a heading under a title: set off by brackets, or a question under words."""
    if text[0] == "【" and text[-1] == "】":
        return above[-1] != "】"
    return text[-1] in "？?" and above[-1] not in "？?"


def _names_site(one: Candidate) -> bool:
    if one.text.startswith(_ASKING):
        return True
    if one.kind or not is_site_name(one.text):
        return False
    return len(one.bare) <= _NAME_MAX or one.text[0] != "【"  # 【专题】 may begin a headline


_ASKING: Final = ("点击", "扫描", "扫码", "您", "欢迎", "http", "www")
"""How a site speaks to who reads it."""


def _agree(one: str, other: str) -> bool:
    """True where one title holds the other, or their beginnings or ends are the same."""
    return (
        one in other
        or other in one
        or one[:_SAME_MOST] == other[:_SAME_MOST]
        or one[-_SAME_MOST:] == other[-_SAME_MOST:]
    )
