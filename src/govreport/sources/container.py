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
from govreport.parsing.site_looks import opens_back
from govreport.words.closing_words import names_file
from govreport.words.organizations import signs
from govreport.words.page_containers import CLOSES, CONTAINERS, OPENS
from govreport.words.page_furniture import FOOTER_SIGNS, is_breadcrumb, is_widget

_LINKED_SHARE: Final = 0.5  # of a line's characters in links from which on it is a link
_TEXT_MIN: Final = 60  # characters of a line that is running text without a full stop, too
_SENTENCE_MIN: Final = 12  # characters of the shortest line that counts as a sentence
_PLAIN: Final = 2  # what a short line weighs: a heading, a signature, a name of a column
_TOOL: Final = -20  # what page tools and words of the footer weigh
_LEAST: Final = 60  # what a document weighs at least
_NAMED_SHARE: Final = 0.35  # of the most that an element of a known name weighs to be preferred
_LINKS_MOST: Final = 0.35  # of an element's characters that may be links before it is a list of pages
_SHARE_LEAST: Final = 0.4  # of all that weighs for a document that an element without such a name holds at least
_TEASER_SHARE: Final = 0.8  # of an element's weight that one in it must have to end the document
_ENTRIES_LEAST: Final = 5  # links of the shortest list of pages that says how each begins
_ENTRIES_SHARE: Final = 0.3  # of its lines that are links
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


class _Sums(NamedTuple):
    """What stands before each line of a page, and before its end, so that any run of lines is summed up at once.

    Attributes:
        weights: what the lines before it weigh.
        linked: their characters that stand in links.
        starts: all their characters, line ends included: its offset.
        entries: how many of them are links.
    """

    weights: list[int]
    linked: list[int]
    starts: list[int]
    entries: list[int]

    def weight(self, element: Element) -> int:
        """What an element's lines weigh."""
        return self.weights[element.end] - self.weights[element.first]

    def are_links(self, first: int, end: int) -> bool:
        """True for lines of which so many characters stand in links that they list other pages."""
        return self.linked[end] - self.linked[first] > _LINKS_MOST * (self.starts[end] - self.starts[first])

    def are_entries(self, first: int, end: int) -> bool:
        """True for lines that list other pages with the beginning of each: so many of them are links."""
        entries = self.entries[end] - self.entries[first]
        return entries >= max(_ENTRIES_LEAST, _ENTRIES_SHARE * (end - first))


def find_article(lines: list[str], linked: list[int], elements: list[Element]) -> tuple[Article | None, bool]:
    """Find the lines of the element that holds the document.

    Args:
        lines: the page's lines, without their ends.
        linked: of each line, how many of its characters stand in links.
        elements: the page's elements, in the order of their ends.

    Returns:
        Their offsets, None where no element stands out; and whether that is so because the page lists other pages: a
        portal, a column.
    """
    weights = _weights(lines, linked)
    sizes = (len(line) + 1 for line in lines)
    entries = (_is_link(line, links) for line, links in zip(lines, linked, strict=True))
    sums = _Sums(*([0, *accumulate(of_lines)] for of_lines in (weights, linked, sizes, entries)))
    best = _heaviest(elements, sums)
    named = _named(elements, sums, best) if best is not None else None
    if best is not None and named is not None and sums.weight(named) >= _NAMED_SHARE * sums.weight(best):
        best = named
    elif best is None or best.end - best.first == len(lines) or sums.weight(best) < _least(weights):
        return None, sums.are_links(0, len(lines))
    end = _before_teasers(best, elements, sums)
    if sums.are_links(best.first, end) or sums.are_entries(best.first, end):
        return None, True
    return Article(sums.starts[best.first], sums.starts[_with_closing(lines, end)], best.named), False


def _least(weights: list[int]) -> float:
    """What an element without a known name weighs at least, of a page's lines."""
    return max(_LEAST, _SHARE_LEAST * sum(weight for weight in weights if weight > 0))


def _heaviest(elements: Iterable[Element], sums: _Sums) -> Element | None:
    """The element whose lines weigh the most; the innermost of several."""
    best: Element | None = None
    most = 0
    for element in elements:  # inner ones come before those that hold them
        weight = sums.weight(element)
        if weight > most:
            best, most = element, weight
    return best


def _named(elements: list[Element], sums: _Sums, around: Element) -> Element | None:
    """The heaviest element with a known name, with others of the kind beside it: a text may be in several.

    Args:
        elements: the page's elements.
        sums: what its lines add up to.
        around: the element in which others are looked for.
    """
    named = [one for one in elements if one.named and one.first < around.end and around.first < one.end]
    best = _heaviest(named, sums)
    if best is None:
        return None
    first, end = best.first, best.end
    for one in named:
        if around.first <= one.first and one.end <= around.end and sums.weight(one) >= _LEAST:
            if one.end <= best.first:
                first = min(first, one.first)
            elif best.end <= one.first:
                end = max(end, one.end)
    return Element(first, end, True)


def _before_teasers(article: Element, elements: list[Element], sums: _Sums) -> int:
    """Index after the document's last line, where the beginnings of other pages follow it in the same element.

    Those are sentences too, under a link each.
    """
    end = article.end
    least = _TEASER_SHARE * sums.weight(article)
    for one in elements:
        if article.first <= one.first and one.end < end and sums.weight(one) >= least and sums.are_links(one.end, end):
            end = one.end
    return end


def _is_link(line: str, linked: int) -> bool:
    """True for a line that is a link to another page, not to a file."""
    return linked > _LINKED_SHARE * len(line) and not names_file(line)


def _weights(lines: list[str], linked: list[int]) -> list[int]:
    """What each line weighs.  A line that comes again is the page's second copy of its document, and counts against."""
    weights: list[int] = []
    seen: set[str] = set()
    for line, links in zip(lines, linked, strict=True):
        size = len(line)
        if _is_link(line, links):
            weights.append(-size)
        elif links > _LINKED_SHARE * size:
            weights.append(0)
        elif (size >= _SENTENCE_MIN and ("。" in line or "；" in line)) or size >= _TEXT_MIN:
            if any(sign in line for sign in FOOTER_SIGNS):
                size = _TOOL
            if line in seen:
                size = -size
            elif line.strip()[:_KEY] in seen:  # a copy for sharing has all on one line
                size = 0
            weights.append(size)
            seen |= {line, line.strip()[:_KEY]}
        else:
            weights.append(_weight_of_short(line.strip()))
            seen.add(line.strip()[:_KEY])
    return weights


def _weight_of_short(line: str) -> int:
    """What a line weighs that is no sentence."""
    if not line:  # a row of empty cells
        return 0
    if is_widget(line) or opens_back(line) or is_breadcrumb(line) or any(sign in line for sign in FOOTER_SIGNS):
        return _TOOL
    return _PLAIN


def _with_closing(lines: list[str], end: int) -> int:
    """Index after what is the document's of the lines right under its element: attachments, signature and date."""
    last = end
    for index in range(end, min(end + _CLOSING_MOST, len(lines))):
        line = lines[index].strip()
        if not line:  # a row of empty cells
            continue
        if names_file(line) or is_written_date_line(line):
            last = index + 1
        elif not (line.startswith("附件") or signs(line)):
            break
    return last
