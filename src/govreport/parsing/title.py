"""Which of the lines before a document is its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_title_like, says_again
from govreport.parsing.title_lines import (
    LINES,
    Candidate,
    Page,
    candidates,
    names_its_site,
    run_of_lines,
    squeezed,
)
from govreport.parsing.title_weighing import SAME_MIN, is_same, weigh
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_organ
from govreport.words.page_furniture import is_site_name

_ENOUGH: Final = 3.0  # the least weight of evidence that makes a line the title
_NOTHING: Final = -9.0  # the weight where no line can be it


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
    page = Page(lines, kinds, front_end, marked)
    best: Candidate | None = None
    best_weight = second = _NOTHING
    possible = candidates(page)
    for candidate in possible:
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
    best = _with_headline(page, _in_fuller_words(page, best, possible))
    runs = [(best.start, best.end)]
    index = 0
    begins, is_one_line = best.bare[0], best.end - best.start == 1
    while index < page.limit:
        end = 0 if is_one_line and lines[index].first != begins else _repeat(page, best, index)
        if end:
            runs.append((index, end))
        index = end or index + 1
    return [(first, _with_edition(page, end)) for first, end in sorted(runs)], margin


def _in_fuller_words(page: Page, best: Candidate, possible: list[Candidate]) -> Candidate:
    """Give the title above one that says the same in fewer words, where nothing but the page's own stands between."""
    for other in reversed(possible):
        between = page.kinds[other.end : best.start]
        if other.end > best.start or None in between:
            continue
        if other.kind and says_again(best.text, other.text) and _words(other) > _words(best):
            return other
    return best


def _words(one: Candidate) -> int:
    """How many signs of a candidate are no marks."""
    return sum(map(str.isalnum, one.bare))


_EDITIONS: Final = "试行 暂行 修订 草案 征求意见 公开征求意见 意见 讨论 送审 报批 公示 审议 节选 摘要".split()
_EDITION: Final = re.compile(rf"[（(〔](?:{'|'.join(_EDITIONS)}|\d{{4}}年?)[^（）()〕。，]{{0,10}}[）)〕]")
"""Which of its editions a document is, as stands under its title: （试行）, （征求意见稿）, （2019年本）."""


def _with_edition(page: Page, end: int) -> int:
    """Take in the line under a title that says which edition the document is."""
    text = page.lines[end].text if end < page.limit else ""
    return end + 1 if _EDITION.fullmatch(text) and "月" not in text else end  # （2019年8月） is a date


def _with_headline(page: Page, best: Candidate) -> Candidate:
    """Take in the first line of a headline of two: alone between breadcrumb and title, or at the head of a speech."""
    start = best.start
    alone = start > 1 and page.kinds[start - 2] == "breadcrumb"
    spoken = start == 1 and best.end < len(page.lines) and page.lines[best.end].text.startswith(("—", "－"))
    if not (alone or spoken) or page.kinds[start - 1] is not None:
        return best
    above = page.lines[start - 1]
    if not 10 <= len(above.text) <= 40 or ends_in_kind(best.text):
        return best
    whole = is_title_like(above) and not is_site_name(above.text) and not is_organ(above.text)
    return run_of_lines(page, start - 1, best.end) if whole else best


def _repeat(page: Page, best: Candidate, index: int) -> int:
    """Where the title ends that begins again with a line; 0 where it does not."""
    text = page.lines[index].text
    if best.start <= index < best.end or page.kinds[index] in ("label", "value", "breadcrumb"):
        return 0
    if names_its_site(page, index):
        return 0
    if best.end - best.start > 1 and len(text) >= SAME_MIN and best.bare.endswith(squeezed(text)):
        return index + 1  # the second line of two again
    if text[0] != best.bare[0]:
        return 0
    last = best.start if index < best.start else page.limit
    ends = range(index + 1, min(index + LINES, last) + 1)
    texts = [squeezed("".join([line.text for line in page.lines[index:end]])) for end in ends]
    for end, again in zip(ends, texts, strict=True):
        if again == best.bare:
            return end
    return next((end for end, again in zip(ends, texts, strict=True) if is_same(again, best.bare)), 0)
