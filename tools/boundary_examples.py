"""Examples of where headings and clauses end, made from a folder of texts."""

from __future__ import annotations

import collections
import hashlib
import html
import pathlib
import random
import re
from collections.abc import Iterable, Iterator

from attrs import define

from govreport.parsing.headings.clauses import score_heading
from govreport.reading import parse
from govreport.sources.decode import decode
from govreport.tree.nodes import Paragraph, Section

FOLDS = 5
NO_HEADING = 0  # the end that stands for "none"
SEEN = 60  # characters of an example that are kept
LONG = 160  # the size of a unit whose size does not matter


@define
class Example:
    """Words whose heading is known to end somewhere.

    Attributes:
        text: the words, without what marks the end.
        end: where the heading ends, or `NO_HEADING`.
        document: the text it comes from.
        series: the units it stands among; empty where it has no number.
        size: of the whole unit, in characters.
        held_out: True where it is to be measured on, not learned from.
    """

    text: str
    end: int
    document: str
    series: str = ""
    size: int = LONG
    held_out: bool = False


# --- texts -----------------------------------------------------------------------------------------------------------


def texts(folder: pathlib.Path) -> Iterator[tuple[str, str]]:
    """Name and text of every file; of an HTML page what it shows."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md", ".html") and path.name != "README.md":
            text = decode(path.read_bytes()).text
            if path.suffix == ".html":
                text = shown(text)
            if len(text) < 400_000:
                yield str(path.relative_to(folder)), text


_NOT_SHOWN = re.compile(r"(?is)<(script|style|head)\b.*?</\1>|<!--.*?-->")
_BOLD = re.compile(r"(?i)<(/?)(?:strong|b)(?:\s[^>]*)?>")
_BLOCK = re.compile(r"(?i)<(?:/?(?:p|div|tr|li|h\d|table|ul|ol|section|article)|br)\b[^>]*>")
_BOLD_HEADING = re.compile(
    r"(?m)^(\s*\x01[^\x01\x02\n]{3,50}[^\x01\x02\n。；：:;，,！？])\x02(?=\s*[^\s。；：:;，,、！？）)])"
)


def shown(page: str) -> str:
    """The text of a page, with a stop where a heading in bold type ends that runs into its paragraph."""
    page = re.sub(r"\s*\n\s*", " ", _NOT_SHOWN.sub("", page))
    page = _BOLD.sub(lambda tag: "\x02" if tag[1] else "\x01", page)
    page = html.unescape(re.sub(r"<[^>]*>", "", _BLOCK.sub("\n", page)))
    page = re.sub(r"\x02(\s*)\x01", r"\1", page)
    return re.sub("[\x01\x02]", "", _BOLD_HEADING.sub(r"\1。", page))


def squeeze(text: str) -> str:
    """A text without its blanks, punctuation in one width."""
    return re.sub(r"\s", "", text).replace(",", "，").replace(";", "；").replace(":", "：")


# --- headings --------------------------------------------------------------------------------------------------------


def headings(document: str, text: str) -> Iterator[Example]:
    """The examples that a document's own units and paragraphs make."""
    rng = random.Random(document)
    report = parse(text, split_headings="never")
    statute = len(re.findall(r"^\W*第[一二三四五六七八九十百]+条", text, re.MULTILINE)) > 5
    stack: list[tuple[Section, str]] = [(section, document) for section in reversed(report.sections)]
    for enclosure in report.attachments:
        stack += [(section, document + "#") for section in enclosure.sections]
    while stack:
        section, series = stack.pop()
        heading = section.heading
        title = squeeze(heading.title)
        first = section.children[0] if section.children else None
        words = squeeze(first.text) if isinstance(first, Paragraph) else ""
        own_line = "\n" in heading.trail
        if title and len(words) >= 8 and 2 <= len(title) <= 40 and heading.stop in ("", "。"):
            if heading.stop or own_line:
                yield Example((title + words)[:90], len(title), document, series, len(title) + len(words))
        elif not title and len(words) >= 10 and (not statute or rng.random() < 0.25):
            yield Example(words[:90], NO_HEADING, document, series, len(words))
        stack += [(child, series + "/" + heading.marker) for child in section.sections]
    for node in report.body.walk():
        if isinstance(node, Paragraph) and not statute:
            yield from _leading(squeeze(node.text), document)


_LISTED = re.compile(
    r"(?:^|[。；：])(?:第?[一二三四五六七八九]是|[一二三四五六七八九]要|其[一二三四])，?"
    r"([^。；：]{4,40})。([^。]{10,}。)"
)
_FIRST = re.compile(r"([^。；：]{4,26})。(.{20,})")


def _leading(text: str, document: str) -> Iterator[Example]:
    """Phrases that head a paragraph or a listed sentence without a number."""
    for match in _LISTED.finditer(text[:90]):
        if score_heading(match[1]) > 0.5:
            yield Example((match[1] + match[2])[:90], len(match[1]), document)
    match = _FIRST.match(text)
    if match and score_heading(match[1]) > 1.5 and match[1][0] not in "各今这我":
        yield Example((match[1] + match[2])[:90], len(match[1]), document, "", max(len(text), LONG))


# --- clauses ---------------------------------------------------------------------------------------------------------

_CLAUSE = re.compile(r"(?:(?<=[，。；：！？])|^)([^，。；：！？]{4,30})[。，；](?![，。；”）])", re.MULTILINE)


def clauses(document: str, text: str) -> Iterator[Example]:
    """Clauses as if they were headings: each with what follows its comma or stop."""
    for line in text.splitlines():
        line = squeeze(line)
        if len(line) < 20:
            continue
        for match in _CLAUSE.finditer(line):
            following = line[match.end() : match.end() + SEEN]
            if len(following) >= 8:
                yield Example(match[1] + following, len(match[1]), document)


# --- apart -----------------------------------------------------------------------------------------------------------


def unique(found: Iterable[Example]) -> list[Example]:
    """The first of all examples that begin alike."""
    kept: dict[tuple[str, int], Example] = {}
    for one in found:
        kept.setdefault((one.text[:40], one.end), one)
    return list(kept.values())


def hold_out(found: list[Example]) -> None:
    """Mark the examples of every fifth group of documents; documents that share two units are one group."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name] = parent[parent[name]]
        return name

    owners: dict[str, str] = {}
    shared: collections.Counter[tuple[str, str]] = collections.Counter()
    for one in found:
        owner = owners.setdefault(one.text[:40], one.document)
        if owner != one.document:
            shared[owner, one.document] += 1
    for (a, b), count in shared.items():
        if count >= 2:
            parent[root(a)] = root(b)
    for one in found:
        one.held_out = int(hashlib.md5(root(one.document).encode()).hexdigest(), 16) % FOLDS == 0
