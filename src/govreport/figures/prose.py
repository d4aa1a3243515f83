"""The figures that the sentences of a report state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from govreport.figures.records import Fact
from govreport.figures.sentences import Reading, read_sentence, topic_of
from govreport.tree.nodes import Paragraph, Section
from govreport.tree.report import Report
from govreport.words.disclosure_labels import HALF_WIDTH
from govreport.words.traditional import simplify

_BLANKS: Final = frozenset("\u200b\ufeff")
_SENTENCE: Final = re.compile("[^。!]+")
_WORTH: Final = re.compile("[0-9未没无]|不存在|不收取|[一二两三四五六七八九十百][件条次人篇个份场期名项宗起]")
"""What a sentence with a figure holds."""


def stated(report: Report) -> Iterator[Fact]:
    """Yield the figures of a report's sentences, in order.

    Args:
        report: a report on government information disclosure.
    """
    reading = Reading(report.year)
    for paragraph, heading in _paragraphs(report):
        reading.topic = heading
        reading.named.clear()
        if not paragraph.raw.startswith("其中"):
            reading.whole = None
        yield from read_paragraph(paragraph.raw, paragraph.start, reading)


def read_paragraph(raw: str, start: int | None, reading: Reading) -> Iterator[Fact]:
    """Yield the figures of a paragraph.

    Args:
        raw: its text as it stands in the page.
        start: where it begins there, in characters.
        reading: what was read before.
    """
    if _WORTH.search(raw.translate(HALF_WIDTH)) is None:
        return
    places = [at for at, sign in enumerate(raw) if not sign.isspace() and sign not in _BLANKS]
    text = simplify("".join(raw[at] for at in places).translate(HALF_WIDTH))
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if _WORTH.search(sentence) is None:
            reading.whole = None
            reading.topic = topic_of(sentence, reading.topic)
            continue
        said = raw[places[match.start()] : places[match.end() - 1] + 1]
        for fact in read_sentence(sentence, reading):
            first = places[match.start() + (fact.start or 0)]
            last = places[match.start() + (fact.end or 1) - 1] + 1
            if start is None:
                yield evolve(fact, start=None, end=None, sentence=said)
            else:
                yield evolve(fact, start=start + first, end=start + last, sentence=said)


def _paragraphs(report: Report) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of the document, each with what the headings over it are about."""
    pending = [(child, "") for child in reversed(report.body.children)]
    while pending:
        node, topic = pending.pop()
        if isinstance(node, Section):
            told = _topic(node.heading.title, topic)
            pending += [(child, told) for child in reversed(node.children)]
        elif isinstance(node, Paragraph):
            yield node, topic


def _topic(title: str, otherwise: str) -> str:
    """What a heading is about; nothing where it names reconsiderations and lawsuits alike."""
    title = simplify(title)
    if "复议" in title and "诉讼" in title:
        return ""
    return topic_of(title, otherwise)
