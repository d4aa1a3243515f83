"""What is timed: each thing that users do with a page, by its name in the tables."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import govreport
from govreport.extras import MissingExtra
from govreport.sources.decode import decode

Tasks = dict[str, Callable[[], object]]
"""Functions by name, the floor first."""
FLOOR: Final = "floor: decode, splitlines"


def tasks(data: bytes) -> Tasks:
    """What is timed on a page: the floor first, then each thing a user does.

    Args:
        data: the page's bytes, in any encoding that govreport reads.  The floor of HTML is that of the page itself, of
            anything else that of its text.
    """
    report = govreport.parse_bytes(data)
    text = govreport.to_text(report)
    document = govreport.to_json(report)
    is_html = report.origin.kind == "html"
    utf8 = (decode(data).text if is_html else text).encode("utf-8", "replace")
    return {
        FLOOR: lambda: utf8.decode().splitlines(True),
        "parse": lambda: govreport.parse(text),
        "parse, headings whole": lambda: govreport.parse(text, split_headings="never"),
        **(_of_html(utf8) if is_html else {}),
        "statistics": lambda: govreport.statistics.read(report),
        "checks": lambda: govreport.check(report),
        "facts": lambda: govreport.facts(report),
        "chunks": lambda: govreport.chunks(report),
        "Markdown": lambda: govreport.to_markdown(report),
        "HTML": lambda: govreport.to_html(report, fragment=True),
        "page to look at": lambda: govreport.to_html(report),
        **_arrow(data),
        "bytes to JSON text": lambda: govreport.to_json(govreport.parse_bytes(data)),
        "from_json": lambda: govreport.from_json(document),
        "clean text": lambda: govreport.to_text(report, clean=True),
    }


def _of_html(page: bytes) -> Tasks:
    from govreport.sources.html import read_html

    html = page.decode()
    return {"HTML to its text": lambda: read_html(html), "HTML to a tree": lambda: govreport.parse_bytes(page)}


def _arrow(data: bytes) -> Tasks:
    """A page's row in the table of reports as Arrow data, where that is installed; the parse is part of it."""
    with suppress(ImportError, MissingExtra):
        import pyarrow as pa

        from govreport.arrow import parse_batch

        batch: Any = pa.record_batch({"content": [data]})
        return {"bytes to Arrow rows": lambda: parse_batch(batch)}
    return {}


def together(pages: list[Tasks]) -> Tasks:
    """The tasks of several pages as one; of those, only what is done with every page."""

    def all_of(name: str) -> Callable[[], object]:
        runners = [tasks[name] for tasks in pages]
        return lambda: [run() for run in runners]

    return {name: all_of(name) for name in pages[0] if all(name in tasks for tasks in pages)}
