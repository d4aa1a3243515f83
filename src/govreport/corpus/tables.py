"""The tables that a corpus becomes: their columns, with types and meanings.  Data, for whatever writes them."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

Type = Literal["string", "strings", "int32", "int64", "float64", "bool", "date", "timestamp"]
"""Types of columns; ``strings`` is a list of them, ``timestamp`` is in microseconds and has no time zone."""


@frozen
class Column:
    """A column of a table.

    Attributes:
        name: its name.
        type: its type; every column but the first may hold null.
        meaning: what it says.
    """

    name: str
    type: Type
    meaning: str


REPORT_ID: Final = Column(
    "report_id", "string", "names the report in all tables: made of its path, its bytes and its corrections"
)

TABLES: Final[dict[str, tuple[Column, ...]]] = {
    "reports": (
        REPORT_ID,
        Column("path", "string", "the file; `archive.zip/name`, `pages.jsonl#line`, `crawl.warc.gz#offset`"),
        Column("url", "string", "the page's address, where the source has it (WARC, JSONL), else as its head says"),
        Column("sha256", "string", "of its bytes; of its text in UTF-8 where the source has text"),
        Column("bytes", "int64", "how many these are"),
        Column("error", "string", "why it could not be read; every column below is null then"),
        Column("kind", "string", "what it is: `text`, `html`, `pdf` …"),
        Column("encoding", "string", "Python's name of it; null for a string, and for files of pages"),
        Column("replacements", "int32", "U+FFFD that decoding put in"),
        Column("title", "string", "`report.title`"),
        Column("issuer", "string", "`report.issuer`"),
        Column("year", "int32", "`report.year`"),
        Column("period_start", "date", "first day of `report.period`, which its figures cover"),
        Column("period_end", "date", "last day of it"),
        Column("published", "timestamp", "`report.published`; midnight where the page gives a date alone"),
        Column("date", "date", "`report.date`"),
        Column("source", "string", "来源, `report.source`"),
        Column("doc_number", "string", "`report.doc_number`"),
        Column("doc_type", "string", "文种, the kind of document that the title ends in: `报告`, `通知`, `办法` …"),
        Column("addressee", "string", "`report.addressee`"),
        Column("signature", "strings", "`report.signature`"),
        Column("organizer", "string", "主办单位, `report.footer.organizer`"),
        Column("icp", "string", "`report.footer.icp`"),
        Column("site_id", "string", "`report.footer.site_id`"),
        Column("site_name", "string", "`report.site_name`, of the page's head"),
        Column("column", "string", "栏目, `report.column`"),
        Column("adopted", "date", "when a law was adopted: the first such event of `report.history`"),
        Column("effective", "date", "from when on it holds, as `report.history` says"),
        Column("n_chars", "int32", "characters of the text that the tree was made from"),
        Column("n_sections", "int32", "sections, at every depth"),
        Column("n_paragraphs", "int32", "paragraphs of the document"),
        Column("n_tables", "int32", "tables of the document"),
        Column("n_issues", "int32", "entries of `report.issues`"),
        Column("issues", "strings", "their codes, in order"),
        Column("confidence", "float64", "`report.confidence`: how likely a reader would change nothing"),
        Column("doubts", "strings", "codes of `report.doubts`, the likeliest first"),
        Column("corrections", "strings", "what readers set right: `what` of each of `report.corrections`"),
        Column("report", "string", "the tree as JSON, for `from_json`"),
    ),
    "blocks": (
        REPORT_ID,
        Column("n", "int32", "its place in the report, from 0"),
        Column("kind", "string", "`title addressee heading paragraph table note signature date`"),
        Column("path", "string", "the section, `2.1` or `2.#3`; `A1.2` in the first enclosure; empty outside of any"),
        Column("depth", "int32", "depth of the section's heading; 0 outside of any"),
        Column("marker", "string", "number of the section as written; empty where it has none"),
        Column("heading", "string", "the section's heading; empty for a numbered paragraph"),
        Column("text", "string", "the text, clean; a table is a line a row, with tabs between its cells"),
        Column("start", "int32", "offset in the text of the tree, in characters"),
        Column("end", "int32", "offset of its end"),
        Column("links", "strings", "where its words and pictures lead, as the page writes it"),
    ),
    "statistics": (
        REPORT_ID,
        Column("format", "string", "edition of the form, `2019` or `2021`; null where no label tells"),
        Column("block", "string", "`disclosure`, `requests` or `review`"),
        Column("row", "string", "label of the row"),
        Column("column", "string", "label of the column"),
        Column("value", "float64", "the number; money in yuan; null where there is none or it cannot be told"),
        Column("unit", "string", "`元` for money, or what the cell itself names"),
        Column("status", "string", "`reported`, `blank`, `not-applicable` or `unknown`"),
        Column("raw", "string", "the cell as the page has it"),
    ),
    "chunks": (
        REPORT_ID,
        Column(
            "chunk_id", "string", "names the chunk, the same in every run: made of the page's path, section and text"
        ),
        Column("path", "string", "the file, as in `reports`"),
        Column("n", "int32", "its place in the report, from 0"),
        Column("text", "string", "the text, clean"),
        Column("tokens", "int32", "its tokens, where a tokenizer is given"),
        Column("section", "string", "the section, `2.1`, as `path` of `blocks`"),
        Column("headings", "strings", "the headings around it, from the outermost to its section's own"),
        Column("title", "string", "`report.title`"),
        Column("issuer", "string", "`report.issuer`"),
        Column("year", "int32", "`report.year`"),
        Column("date", "date", "`report.date`, else the day of `report.published`"),
        Column("url", "string", "the page's address, as in `reports`"),
        Column("start", "int32", "offset in the text of the tree, in characters"),
        Column("end", "int32", "offset of its end"),
        Column("links", "strings", "where its words and pictures lead, whole where the address is known"),
    ),
}
"""Each table with its columns, in order."""
