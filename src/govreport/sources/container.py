"""The element of a page that holds the document, by what stands in it: sentences against links.

Every line has a weight: sentences for the document, links and page tools against it.  The element whose lines weigh the
most together holds the document: a wider one takes in menus, a narrower one loses paragraphs.  Of the elements around
that one or in it, one whose name content management systems give to the text is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from govreport.parsing.hints import Article
from govreport.parsing.looks import is_written_date_line
from govreport.words.closing_words import names_file
from govreport.words.organizations import signs
from govreport.words.page_containers import CLOSES, CONTAINERS, OPENS
from govreport.words.page_furniture import STRONG, is_breadcrumb, is_widget, opens_back

_LINKED_SHARE: Final = 0.5  # of a line's characters in links from which on it is a link
_TEXT_MIN: Final = 60  # characters of a line that is running text without a full stop, too
_SENTENCE_MIN: Final = 12  # characters of the shortest line that counts as a sentence
_PLAIN: Final = 2  # what a short line weighs: a heading, a signature, a name of a column
_TOOL: Final = -20  # what page tools and words of the footer weigh
_LEAST: Final = 60  # what a document weighs at least
_NAMED_SHARE: Final = 0.35  # of the most that an element of a known name weighs to be preferred
_LINKS_MOST: Final = 0.35  # of an element's characters that may be links before it is a list of pages
_TEASER_SHARE: Final = 0.8  # of an element's weight that one in it must have to end the document
_KEY: Final = 20  # characters by which a line is known again
_CLOSING_MOST: Final = 30  # lines under the element that can be the document's attachments and closing


class Element(NamedTuple):
    """An element of a page, by the lines of its text.

    Attributes:
        first: index of its first line.
        end: index after its last line.
        named: whether its name is one that content management systems give to a document's text.
    """

    first: int
    end: int
    named: bool


def is_named(tag: str, attributes: dict[str, str | None]) -> bool:
    """True where an element's ``id``, ``class`` or own name is one of `CONTAINERS`."""
    if tag in CONTAINERS:
        return True
    if not attributes:
        return False
    name, names = attributes.get("id"), attributes.get("class")
    return (name is not None and name.lower() in CONTAINERS) or (
        names is not None and not CONTAINERS.isdisjoint(names.lower().split())
    )


def mark_of(text: str) -> int:
    """1 for a comment or a name that stands before a document's text, -1 for one after it, else 0."""
    words = text.strip().lower()
    return 1 if words in OPENS else -1 if words in CLOSES else 0


def find_article(lines: list[str], linked: list[int], elements: list[Element]) -> Article | None:
    """Find the lines of the element that holds the document.

    Args:
        lines: the page's lines, without their ends.
        linked: of each line, how many of its characters stand in links.
        elements: the page's elements, in the order of their ends.

    Returns:
        Their offsets; None where no element stands out: a page of links, a page without structure.
    """
    weights = _weights(lines, linked)
    sums = [0, *accumulate(weights)]
    best = _heaviest(elements, sums)
    if best is None:
        return None
    most = sums[best.end] - sums[best.first]
    named = _named(elements, sums, best)
    if named is not None and sums[named.end] - sums[named.first] >= _NAMED_SHARE * most:
        best = named
    elif most < _LEAST or (best.first == 0 and best.end == len(lines)):
        return None
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    first, end = best.first, _without_teasers(best, elements, weights, sums)
    if sum(linked[first:end]) > _LINKS_MOST * (starts[end] - starts[first]):
        return None
    return Article(starts[first], starts[_with_closing(lines, end)], best.named)


def lists_pages(lines: list[str], linked: list[int]) -> bool:
    """True for a page in which no element holds a document, and of whose characters many stand in links: a portal, a list.

    Args:
        lines: the page's lines.
        linked: of each line, how many of its characters stand in links.
    """
    return sum(linked) > _LINKS_MOST * sum(map(len, lines))


def _heaviest(elements: Iterable[Element], sums: list[int]) -> Element | None:
    """The element whose lines weigh the most; the innermost of several."""
    best: Element | None = None
    most = 0
    for element in elements:  # inner ones come before those that hold them
        weight = sums[element.end] - sums[element.first]
        if weight > most:
            best, most = element, weight
    return best


def _named(elements: list[Element], sums: list[int], around: Element) -> Element | None:
    """The heaviest element with a known name, with others of the kind beside it: a text may be in several.

    Args:
        elements: the page's elements.
        sums: what the lines before each line weigh.
        around: the element in which others are looked for.
    """
    named = [one for one in elements if one.named and one.first < around.end and around.first < one.end]
    best = _heaviest(named, sums)
    if best is None:
        return None
    first, end = best.first, best.end
    for one in named:
        if around.first <= one.first and one.end <= around.end and sums[one.end] - sums[one.first] >= _LEAST:
            if one.end <= best.first:
                first = min(first, one.first)
            elif best.end <= one.first:
                end = max(end, one.end)
    return Element(first, end, True)


def _without_teasers(article: Element, elements: list[Element], weights: list[int], sums: list[int]) -> int:
    """Index after the document's last line, where an element's other text are the beginnings of other pages.

    Those stand in sentences too, under a link each: what nearly all of the text stands in, with such a link after it,
    is the document.
    """
    least = _TEASER_SHARE * (sums[article.end] - sums[article.first])
    ends = [
        one.end
        for one in elements
        if article.first <= one.first and one.end < article.end and weights[one.end] < 0
        if sums[one.end] - sums[one.first] >= least
    ]
    return min(ends, default=article.end)


def _weights(lines: list[str], linked: list[int]) -> list[int]:
    """What each line weighs.  A line that comes again is the page's second copy of its document, and counts against."""
    weights: list[int] = []
    seen: set[str] = set()
    for line, links in zip(lines, linked, strict=True):
        size = len(line)
        if links > _LINKED_SHARE * size:
            weights.append(0 if names_file(line) else -size)
        elif (size >= _SENTENCE_MIN and ("。" in line or "；" in line)) or size >= _TEXT_MIN:
            if any(sign in line for sign in STRONG):
                size = _TOOL
            weights.append(-size if line.strip()[:_KEY] in seen else size)
        else:
            weights.append(_weight_of_short(line.strip()))
        if size >= _KEY:
            seen.add(line.strip()[:_KEY])
    return weights


def _weight_of_short(line: str) -> int:
    """What a line weighs that is no sentence."""
    if not line:  # a row of empty cells
        return 0
    if is_widget(line) or opens_back(line) or is_breadcrumb(line) or any(sign in line for sign in STRONG):
        return _TOOL
    return _PLAIN


def _with_closing(lines: list[str], end: int) -> int:
    """Index after what is the document's of the lines right under its element: attachments, signature and date."""
    last = end
    for index in range(end, min(end + _CLOSING_MOST, len(lines))):
        line = lines[index].strip()
        if line and (names_file(line) or is_written_date_line(line)):
            last = index + 1
        elif not (line.startswith("附件") or signs(line)):
            break
    return last
