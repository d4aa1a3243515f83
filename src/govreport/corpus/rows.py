"""One page → its rows in the three tables.  Whatever runs over a corpus gets its rows here, so that all agree."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Container, Iterable
from typing import Any, Final

from attrs import define

from govreport.corpus.chunking import Chunking
from govreport.corpus.items import Item, Reading, told
from govreport.corpus.loading import load
from govreport.corpus.tables import TABLES
from govreport.corrections.names import fix_digest
from govreport.serialize import to_json
from govreport.serialize.blocks import Block, blocks
from govreport.tree.footer import Footer
from govreport.tree.history import Event
from govreport.tree.nodes import Paragraph, Section, Table, leaves
from govreport.tree.report import Report
from govreport.words.document_kinds import kind_of_title

Row = dict[str, Any]
_NO_REPORT: Final[Row] = {column.name: None for column in TABLES["reports"]}


@define(slots=True)
class Rows:
    """The rows of one page.

    Attributes:
        report: its row in ``reports``, always made, for it says what became of the page.
        tables: the rows for each table that is wanted.
        path: the page's, as it was found, which has no form in UTF-8 at times.
        lost: whether the page could not be got at, or pages of an archive.
        known: whether it was not parsed, since an earlier run has it: it has no rows then, unless they are taken from
            there.
        lines: these rows as lines of JSON.
    """

    report: Row
    tables: dict[str, list[Row]]
    path: str = ""
    lost: bool = False
    known: bool = False
    lines: bytes | None = None


def rows_of(
    item: Item,
    reading: Reading,
    tables: Iterable[str],
    chunking: Chunking | None = None,
    known: Container[str] = (),
) -> Rows:
    """Read a page and make its rows.

    Args:
        item: the page.
        reading: how to read it.
        tables: names of the tables that are wanted, ``reports`` among them or not.
        chunking: how reports are cut for the table ``chunks``, unless as `govreport.chunks` cuts them.
        known: ids of reports that need not be parsed again.

    Returns:
        Its rows.  A page that cannot be read has one, which says why; of one that is known there is the id alone.

    Raises:
        MissingExtra: a package is missing that reads pages of its kind.
    """
    fix = fix_digest(item.path) if reading.corrections and item.content is None else ""
    loaded = load(item, reading, (lambda content: _digested(item, content, fix)[0] in known) if known else None)
    if loaded.known:
        named = _digested(item, loaded.content, fix)[0]
        return Rows({"report_id": named}, {name: [] for name in tables}, item.path, known=True)
    error = loaded.error
    if loaded.report is not None:
        try:
            made = _made(_head(item, loaded.content, None, fix), loaded.report, tables, chunking or Chunking())
            made.path = item.path
            return made
        except Exception as failure:  # as in `load`
            error = told(failure)
    row = _head(item, loaded.content, error, fix)
    return Rows(row, {name: [row] if name == "reports" else [] for name in tables}, item.path, loaded.lost)


def record(item: Item, content: bytes | str, report: Report, corrections: bool = True) -> Row:
    """The row of a page in ``reports``.

    Args:
        item: the page.
        content: what was read of it.
        report: what it says.
        corrections: whether what the file beside the page says was set right in it.
    """
    fix = fix_digest(item.path) if corrections and item.content is None else ""
    return _made(_head(item, content, None, fix), report, ("reports",), Chunking()).report


def storable(text: str, errors: str = "replace") -> str:
    """Give a text that has a form in UTF-8: lone surrogates, which have none, are replaced or escaped.

    Args:
        text: any string.
        errors: the way to do it, as for `str.encode`.
    """
    return text if text.isascii() else text.encode("utf-8", errors).decode()


def _made(head: Row, report: Report, tables: Iterable[str], chunking: Chunking) -> Rows:
    row = {**head, **_fields(report)}
    row["url"] = row["url"] or (report.origin.url and storable(report.origin.url))
    made: dict[str, list[Row]] = {}
    for name in tables:
        if name == "reports":
            row["report"] = storable(to_json(report), "backslashreplace")
            made[name] = [row]
        elif name == "blocks":
            made[name] = [_block_row(block, n, row["report_id"]) for n, block in enumerate(blocks(report))]
        elif name == "chunks":
            from govreport.corpus.chunk_rows import chunk_rows  # loaded for those who want this table

            made[name] = [
                _chunk_row(one, row["url"]) for one in chunk_rows(report, row["path"], row["report_id"], chunking)
            ]
        else:
            from govreport.corpus.figures import statistics_rows  # likewise

            made[name] = list(statistics_rows(report, row["report_id"]))
    return Rows(row, made)


def _digested(item: Item, content: bytes | str | None, fix: str) -> tuple[str, str | None, int]:
    """The id of a page, which changes with its content and its fix, the digest of its content, and how many bytes."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    sha256 = None if data is None else hashlib.sha256(data).hexdigest()
    named = hashlib.sha256(f"{_path(item)}\0{sha256 or ''}{fix and chr(0) + fix}".encode()).hexdigest()
    return named[:32], sha256, item.size if data is None else len(data)


def _path(item: Item) -> str:
    return storable(item.path, "backslashreplace")  # names that are no UTF-8 stay apart


def _head(item: Item, content: bytes | str | None, error: str | None, fix: str) -> Row:
    named, sha256, size = _digested(item, content, fix)
    return {
        **_NO_REPORT,
        "report_id": named,
        "path": _path(item),
        "url": item.url and storable(item.url),
        "sha256": sha256,
        "bytes": size,
        "error": error and storable(error),
    }


def _fields(report: Report) -> Row:
    footer = report.footer or Footer()
    counts = Counter(type(node) for node in report.body.walk())
    published, period = report.published, report.period or (None, None)
    title, history = report.title, report.history  # each is weighed, or read, whenever it is asked for
    if published is not None and not isinstance(published, datetime.datetime):
        published = datetime.datetime.combine(published, datetime.time())
    fields: Row = {
        "kind": report.origin.kind,
        "encoding": report.origin.encoding,
        "replacements": report.origin.replacements,
        "title": title,
        "issuer": report.issuer,
        "year": report.year,
        "period_start": period[0],
        "period_end": period[1],
        "published": published,
        "date": report.date,
        "source": str(report.source) or None,
        "doc_number": report.doc_number,
        "doc_type": title and kind_of_title(title),
        "addressee": report.addressee,
        "signature": [storable(name) for name in report.signature],
        "organizer": footer.organizer,
        "icp": footer.icp,
        "site_id": footer.site_id,
        "site_name": report.site_name,
        "column": report.column,
        "adopted": _first(history, "adopted"),
        "effective": _first(history, "effective"),
        "n_chars": report.span[1],
        "n_sections": counts[Section],
        "n_paragraphs": counts[Paragraph],
        "n_tables": counts[Table],
        "n_issues": len(report.issues),
        "issues": [issue.code for issue in report.issues],
        "confidence": report.confidence,
        "doubts": [doubt.code for doubt in report.doubts],
        "corrections": [correction.what for correction in report.corrections],
    }
    return {name: storable(value) if isinstance(value, str) else value for name, value in fields.items()}


def _first(history: list[Event], kind: str) -> datetime.date | None:
    return next((event.date for event in history if event.kind == kind), None)


def _block_row(block: Block, n: int, report_id: str) -> Row:
    heading = block.place.heading
    return {
        "report_id": report_id,
        "n": n,
        "kind": block.node.kind,
        "path": block.place.path,
        "depth": heading.depth if heading else 0,
        "marker": storable(heading.marker) if heading else "",
        "heading": storable(heading.title) if heading else "",
        "text": storable(block.text),
        "start": block.start,
        "end": block.end,
        "links": [storable(link.target) for leaf in leaves(block.node) for link in leaf.links],
    }


def _chunk_row(row: Row, url: str | None) -> Row:
    texts = {name: storable(value) for name, value in row.items() if isinstance(value, str)}
    lists = {name: [storable(value) for value in row[name]] for name in ("headings", "links")}
    return {**row, **texts, **lists, "url": url}
