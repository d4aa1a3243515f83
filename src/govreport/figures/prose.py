"""The figures that the sentences of a report state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.figures.records import Fact
from govreport.figures.sentence import sentence_of, topic_of
from govreport.figures.sentences import Reading, read_sentence
from govreport.figures.year import year_on
from govreport.tree.nodes import Paragraph, Section
from govreport.tree.report import Report
from govreport.words.traditional import simplify

_SENTENCE: Final = re.compile("[^。!！]+")
_UNITS: Final = "件條条宗起例封批則则篇份部項项個个人次場场期班名位家处處元戶户"
_WORTH: Final = re.compile(
    rf"[0-9０-９余餘多几百千万萬亿億]\s{{0,2}}[{_UNITS}%％]|未|没|沒|无|無|不存在|不收取|[为為是][0零０]"
    rf"|[一二两兩三四五六七八九十百][{_UNITS}]"
)
"""What a sentence with a figure holds."""


_LIST: Final = (":", "：", ";", "；")
"""What a paragraph ends with whose list goes on in the next: 其中：, 机构职能类信息3条；."""


def stated(report: Report) -> Iterator[Fact]:
    """Yield the figures of a report's sentences, in order.

    Args:
        report: a report on government information disclosure.
    """
    reading = Reading(lambda: year_on(report))
    for paragraph, heading in _paragraphs(report):
        reading.topic = heading
        reading.named.clear()
        if not (paragraph.raw.startswith("其中") or reading.listing):
            reading.whole = None
        yield from read_paragraph(paragraph.raw, paragraph.start, reading)
        reading.listing = reading.whole is not None and paragraph.raw.rstrip().endswith(_LIST)


def read_paragraph(raw: str, start: int | None, reading: Reading) -> Iterator[Fact]:
    """Yield the figures of a paragraph.

    Args:
        raw: its text as it stands in the page.
        start: where it begins there, in characters.
        reading: what was read before.
    """
    if _WORTH.search(raw) is None:
        return
    for match in _SENTENCE.finditer(raw):
        said = match.group()
        if _WORTH.search(said) is None:
            reading.whole = None
            reading.topic = topic_of(said, reading.topic)
        else:
            yield from read_sentence(sentence_of(said, None if start is None else start + match.start()), reading)


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
