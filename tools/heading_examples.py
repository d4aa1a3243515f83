"""Examples of where headings end: units of whole documents, as they stand and with the ends of headings taken out."""

from __future__ import annotations

import hashlib
import html
import itertools
import pathlib
import re
from collections import Counter
from collections.abc import Iterator

from attrs import define

import govreport.parsing.outline as outline
from govreport.parsing.headings.candidates import fold
from govreport.parsing.headings.clauses import score_heading
from govreport.parsing.headings.series import Member, Splitting, decide, in_series
from govreport.reading import parse
from govreport.sources.decode import decode
from govreport.tree.nodes import Heading, Paragraph

DAMAGES = ("intact", "stop", "half", "line", "all", "blank", "comma")
"""How a document is damaged: not at all; every stop after a heading lost; every second; the line ends of headings on a
line of their own; both; both, with a blank left; every second stop made a comma."""
FOLDS = 5
LONGEST_TEXT = 400_000  # characters
_PIECE = 20  # letters of a piece by which shared text is known
_SHARED_MOST, _SHARED_SHARE = 200, 0.1  # characters that texts may share: formulas, names of laws
_KEY = 40  # characters by which a unit is known again after the damage


@define
class Document:
    """A text to learn from.

    Attributes:
        name: its path in the folder.
        text: what it says.
        fold: the part of the folder it belongs to; documents that share text or come from one place are together.
    """

    name: str
    text: str
    fold: int = 0


@define
class Unit:
    """A numbered unit of a document.

    Attributes:
        member: the unit as the parse meets it.
        title: its heading, where its end was taken out; None where the unit stands as it was.
    """

    member: Member
    title: str | None


@define
class Page:
    """One document as the parse meets it.

    Attributes:
        document: its name.
        fold: see `Document`.
        damage: one of `DAMAGES`.
        names: of the body whose document it is.
        series: its units, series by series.
    """

    document: str
    fold: int
    damage: str
    names: list[str]
    series: list[list[Unit]]


# --- texts -----------------------------------------------------------------------------------------------------------


def documents(folder: pathlib.Path, apart: list[pathlib.Path]) -> list[Document]:
    """The texts of a folder, but for those that share more than phrases with texts that are measured on."""
    measured = _pieces("\n".join(_text(path) for one in apart for path in _files(one)), step=_PIECE)
    found = []
    for path in _files(folder):
        text = _text(path)
        shared = _PIECE * len(_pieces(text) & measured)
        if len(text) < LONGEST_TEXT and shared < _SHARED_MOST and shared < _SHARED_SHARE * len(text):
            found.append(Document(str(path.relative_to(folder)), text))
    _divide(found)
    return found


def _files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    if folder.is_file():
        yield folder
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md", ".html") and path.name != "README.md":
            yield path


def _text(path: pathlib.Path) -> str:
    text = decode(path.read_bytes()).text
    return shown(text) if path.suffix == ".html" else text


def _pieces(text: str, step: int = 1) -> set[str]:
    """Pieces of a text's letters, by which it is known again."""
    text = re.sub(r"[\W_]", "", text)
    return {text[at : at + _PIECE] for at in range(0, len(text) - _PIECE, step)}


_NOT_SHOWN = re.compile(r"(?is)<(script|style|head)\b.*?</\1>|<!--.*?-->")
_BLOCK = re.compile(r"(?i)<(?:/?(?:p|div|tr|li|h\d|table|ul|ol|section|article)|br)\b[^>]*>")


def shown(page: str) -> str:
    """The text that an HTML page shows."""
    page = re.sub(r"\s*\n\s*", " ", _NOT_SHOWN.sub("", page))
    return html.unescape(re.sub(r"<[^>]*>", "", _BLOCK.sub("\n", page)))


def _divide(found: list[Document]) -> None:
    """Give each document its fold; those that share a paragraph's beginning twice are one group."""
    parent = list(range(len(found)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    owners: dict[str, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for at, document in enumerate(found):
        for line in document.text.splitlines():
            key = squeeze(line)[:30]
            if len(key) == 30 and (owner := owners.setdefault(key, at)) != at:
                shared[owner, at] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= 2:
            parent[root(one)] = root(other)
    for at, document in enumerate(found):
        name = found[root(at)].name
        document.fold = int(hashlib.md5(name.encode()).hexdigest(), 16) % FOLDS


def squeeze(text: str) -> str:
    """A text without its blanks."""
    return re.sub(r"\s", "", text)


# --- whole documents, damaged ----------------------------------------------------------------------------------------


@define
class _End:
    """Where a heading ends in a text: the title's end, the paragraph's beginning, and how the two are parted."""

    title: str
    words: str
    end: int
    begin: int
    is_stop: bool


def _ends(text: str) -> list[_End]:
    """The headings of a text whose end is known: by a full stop on their line, or by the end of their line."""
    found = []
    nodes = list(parse(text, split_headings="never").walk())
    for node, following in itertools.pairwise(nodes):
        if not (isinstance(node, Heading) and isinstance(following, Paragraph) and node.title and node.marker):
            continue
        at = text.find(node.title, node.start)
        body = squeeze(following.text)
        if at < 0 or at > node.start + len(node.marker) + 8 or not 2 <= len(node.title) <= 40 or len(body) < 12:
            continue
        end, begin = at + len(node.title), following.start
        between = text[end:begin]
        words = (squeeze(node.title) + body)[:_KEY]
        if "\n" not in between and between.strip() == "。" and len(node.title) >= 4:
            found.append(_End(squeeze(node.title), words, end, begin, True))
        elif "\n" in between and between.strip() in ("", "。") and len(node.title) <= 30 and _is_prose(body):
            found.append(_End(squeeze(node.title), words, end, begin, False))
    return found


def _is_prose(body: str) -> bool:
    return body[-1] in "。；：;:"


def _damaged(text: str, ends: list[_End], damage: str) -> tuple[str, dict[str, str]]:
    """A text with some of its headings' ends taken out, and the heading of each unit by the unit's first words."""
    parts: list[str] = []
    titles: dict[str, str] = {}
    at = 0
    for number, end in enumerate(ends):
        if damage in ("half", "comma"):
            is_lost = end.is_stop and number % 2 == 0
        else:
            is_lost = damage in ("all", "blank") or end.is_stop == (damage == "stop")
        if not is_lost:
            continue
        sign = " " if damage == "blank" else "，" if damage == "comma" else ""
        parts += (text[at : end.end], sign)
        at = end.begin
        titles[end.words if damage != "comma" else (end.title + sign + end.words[len(end.title) :])[:_KEY]] = end.title
    return "".join([*parts, text[at:]]), titles


def pages(document: Document) -> Iterator[Page]:
    """A document as the parse meets it, as it stands and with each damage that makes a difference."""
    ends = _ends(document.text)
    for damage in DAMAGES:
        text, titles = (document.text, {}) if damage == "intact" else _damaged(document.text, ends, damage)
        if damage != "intact" and not titles:
            continue
        for names, members in _met(text):
            series = [
                [Unit(member, titles.get(squeeze(member.words[: 3 * _KEY])[:_KEY])) for member in one]
                for one in in_series(members)
            ]
            yield Page(document.name, document.fold, damage, names, series)


def _met(text: str) -> list[tuple[list[str], list[Member]]]:
    """The units that a parse meets, and the names of the body, for each document in a text."""
    met: list[tuple[list[str], list[Member]]] = []

    def listen(members: list[Member], splitting: Splitting, names: list[str]) -> None:
        decide(members, splitting, names)
        if members:
            met.append((list(names), list(members)))

    outline.decide = listen  # type: ignore[assignment]
    try:
        parse(text, split_headings="never")
    finally:
        outline.decide = decide
    return met


def right_end(unit: Unit, text: str) -> tuple[int, bool] | None:
    """Where a unit's heading ends in its folded words, and whether a stop stands there.

    Args:
        unit: the unit.
        text: its words, folded.

    Returns:
        The end, 0 where there is no heading; None where that is not known.
    """
    split = unit.member.split
    if unit.title is not None:
        return len(fold(unit.title)[0]), False
    if split.score <= 0:
        return 0, False
    words = unit.member.words
    if split.end - split.start >= 4 and split.stop < len(words) and words[split.end] == "。":
        return len(fold(words[split.start : split.end])[0]), True
    return None


# --- clauses ---------------------------------------------------------------------------------------------------------


@define
class Clause:
    """Words, the sign after the first phrase of them taken out.

    Attributes:
        words: the phrase and what follows.
        end: where the phrase ends.
        fold: of the document it was met in first.
    """

    words: str
    end: int
    fold: int


_CLAUSE = re.compile(r"(?:(?<=[，。；：！？])|^)([^，。；：！？]{4,30})[。，；](?![，。；”）])")


def clauses(found: list[Document]) -> list[Clause]:
    """Clauses as if they were headings."""
    seen: dict[str, Clause] = {}
    for document in found:
        for line in document.text.splitlines():
            text = _flat(line)
            for match in _CLAUSE.finditer(text) if len(text) >= 20 else ():
                following = text[match.end() : match.end() + _KEY]
                if len(following) >= 8:
                    words = match[1] + following
                    seen.setdefault(words[:24], Clause(words, len(match[1]), document.fold))
    return [seen[key] for key in sorted(seen)]


_LISTED = re.compile(
    r"(?:^|[。；：])(?:第?[一二三四五六七八九]是|[一二三四五六七八九]要|其[一二三四])，?"
    r"([^。；：]{4,40})。([^。]{10,}。)"
)
_FIRST = re.compile(r"([^。；：]{4,26})。(.{20,})")
_STATUTE = re.compile(r"^\W{0,9}第[一二三四五六七八九十百]{1,5}条", re.MULTILINE)


def phrases(found: list[Document]) -> list[Clause]:
    """Phrases that head a paragraph or a listed sentence without a number: 一是X。Y."""
    seen: dict[str, Clause] = {}
    for document in found:
        if len(_STATUTE.findall(document.text)) > 5:
            continue
        for line in document.text.splitlines():
            text = _flat(line)
            matches = [match for match in _LISTED.finditer(text[:90]) if score_heading(match[1]) > 0.5]
            first = _FIRST.match(text)
            if first and score_heading(first[1]) > 1.5 and first[1][0] not in "各今这我":
                matches.append(first)
            for match in matches:
                words = (match[1] + match[2])[: 2 * _KEY]
                seen.setdefault(words[:24], Clause(words, len(match[1]), document.fold))
    return [seen[key] for key in sorted(seen)]


def _flat(line: str) -> str:
    return squeeze(line).replace(",", "，").replace(";", "；").replace(":", "：")
