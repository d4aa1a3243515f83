"""Fields that stand behind a label, or on a line of their own: source, addressee, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.places import Passage, in_head, metadata, own_leaves
from govreport.tree.evidence.weighing import Candidate, Evidence, Span
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Addressee, Signature, leaves
from govreport.words.blanks import SPACES
from govreport.words.page_furniture import TOOLS
from govreport.words.page_labels import METADATA_KEY

if TYPE_CHECKING:
    from govreport.tree.report import Report

_LEAST: Final = 2  # characters of a page tool or label that may stand behind a value
_TOOLS_BEHIND: Final = tuple(word for word in TOOLS if len(word) >= _LEAST)
_LABELS: Final = tuple(sorted((label for label in METADATA_KEY if len(label) >= _LEAST), key=len, reverse=True))
_BEHIND_MAX: Final = 12  # things that a page sets behind a value
_COLON: Final = re.compile("[:：]")
_LOST: Final = re.compile(r"[?？]{2,}")
"""What became of blanks, or of characters that the page's encoding does not have."""
_MARKS_BEHIND: Final = SPACES + ":：|｜【[（("
_PAIRS: Final = {"）": "（", ")": "(", "】": "【", "]": "["}


def source(report: Report) -> Iterator[Candidate]:
    """Yield what the page gives as its source (来源), and what its head gives."""
    for leaf, passage in metadata(report, "source"):
        value = without_tools(passage)
        if any(map(str.isalnum, value.raw)):
            where = "metadata" if leaf.label else "unlabelled"
            yield Candidate(value.value, value.span, where, weight("source", where))
    head = in_head(report, "ContentSource")
    if head:
        yield Candidate(head, None, "head ContentSource", weight("source", "head ContentSource"))


def without_tools(passage: Passage) -> Passage:
    """Give a value without what a page sets behind it: 下载 收藏, 作者:佚名, a bracket that was opened before it."""
    passage = _without_labels(passage)
    if _PAIRS.get(passage.text[-1:]) == passage.text[:1] != "":  # 来源：[某局]
        passage = passage.part(1, len(passage.text) - 1)
    for _ in range(_BEHIND_MAX):
        shorter = _without_last(passage)
        if len(shorter.raw) == len(passage.raw):
            break
        passage = shorter
    return passage


def _without_labels(passage: Passage) -> Passage:
    """Give a value up to the next label with a colon in it, or to question marks in a row."""
    text = passage.text
    lost = _LOST.search(text)
    if lost is not None:
        return _without_labels(passage.part(0, lost.start()))
    for colon in _COLON.finditer(text):
        before = text[: colon.start()].rstrip()
        label = next((word for word in _LABELS if before.endswith(word)), None)
        if label is not None:
            return passage.part(0, len(before) - len(label))
    return passage


def _without_last(passage: Passage) -> Passage:
    """Give a value without the last thing behind it that is none of its own, if there is one."""
    text = passage.text
    bare = text.rstrip(_MARKS_BEHIND)
    if len(bare) < len(text):
        return passage.part(0, len(bare))
    if text and text[-1] in _PAIRS and _PAIRS[text[-1]] not in text:
        return passage.part(0, len(text) - 1)
    for word in _TOOLS_BEHIND:
        if text.endswith(word) and len(text) > len(word) + 1 and _is_apart(text, len(text) - len(word)):
            return passage.part(0, len(text) - len(word))
    return passage


def _is_apart(text: str, at: int) -> bool:
    """True where a word at the end of a value is none of its own: behind a blank, a mark, or another such word."""
    return text[at - 1].isspace() or text[at - 1] in ")）】]:：" or text[:at].endswith(_TOOLS_BEHIND)


def addressee(report: Report) -> Iterator[Candidate]:
    """Yield the bodies that the document is addressed to."""
    for leaf in own_leaves(report):
        if isinstance(leaf, Addressee):
            span = None if leaf.start is None else (leaf.start, leaf.start + len(leaf.raw.rstrip(":： ")))
            yield Candidate(leaf.text, span, "addressee", weight("addressee", "addressee"))


def signature(report: Report) -> Evidence:
    """Tell who signs the document: the names at its end, else those under its title."""
    own = [leaf for leaf in own_leaves(report) if isinstance(leaf, Signature)]
    above = sum(isinstance(leaf, Signature) for leaf in leaves(report.front))
    found = [_joined(part, where) for part, where in ((own[above:], "end"), (own[:above], "under title")) if part]
    if not found:
        return Evidence("signature", [])
    first, *others = found
    return Evidence("signature", first.value, first.weight, first.span, first.where, others)


def _joined(signed: list[Signature], where: str) -> Candidate:
    """Names that sign together."""
    first, last = signed[0].start, signed[-1].start
    span: Span | None = None if first is None or last is None else (first, last + len(signed[-1].raw))
    return Candidate([leaf.text for leaf in signed], span, where, weight("signature", where))
