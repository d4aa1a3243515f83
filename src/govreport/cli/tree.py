"""A report as an outline on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from govreport.serialize.text import preview
from govreport.serialize.whereabouts import Whereabouts
from govreport.tree.issues import ERROR, INFO, WARNING
from govreport.tree.issues_in_chinese import in_chinese
from govreport.tree.nodes import Attachment, Body, Metadata, Paragraph, Section, Table, leaves
from govreport.tree.report import Report
from govreport.words.blanks import clean

FIELDS: Final = ("issuer", "year", "period", "published", "source", "doc_number", "addressee")
UNSHOWN: Final = {"title", "font", "share", "views", "related", *FIELDS}
"""Keys of metadata that are shown as fields already, or say nothing about the document."""
SEVERITIES: Final = {ERROR: "bold red", WARNING: "yellow", INFO: "blue"}

# What a terminal would act on instead of showing: control characters, marks that turn the writing direction; with
# them lone surrogates, which no terminal can be sent.
_UNSHOWABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


CHINESE: Final = {
    "no title found": "没有找到标题",
    "set right": "已改正",
    "footer": "页脚",
    "issues": "疑点",
    "enclosure without a title": "没有标题的附件",
    "paragraph": "段",
    "table": "张表",
    ERROR: "错误",
    WARNING: "警告",
    INFO: "提示",
}
"""What stands between the words of the report; the names of fields are those of the library in both languages."""


def draw(report: Report, name: str | None = None, language: str = "en") -> RenderableType:
    """Lay a report out for the screen.

    Args:
        report: any report.
        name: a file name to put above it.
        language: of what stands between the words of the report, ``en`` or ``zh``.

    Returns:
        Something for rich to print: title, fields, outline, signature and date, footer, issues, in this order.
    """
    # Text objects all the way: rich reads no markup in them, so a title may hold [red].
    head = [] if name is None else [_text(name, "dim")]
    head.append(_text(report.title, "bold") if report.title else Text(_said("no title found", language), "dim italic"))
    head += _fields((key, getattr(report, key)) for key in FIELDS)
    head += _fields(
        (leaf.label or leaf.key or "", clean(leaf.piece("value")))
        for leaf in leaves(report.front)
        if isinstance(leaf, Metadata) and leaf.key not in UNSHOWN
    )
    outline = _outline(report.body, language)
    tail = list(_fields([("signature", "  ".join(report.signature)), ("date", report.date)]))
    tail += _fields([(_said("set right", language), ", ".join(one.what for one in report.corrections))])
    if report.footer:
        tail += [Text(_said("footer", language), "dim"), *_fields(attrs.asdict(report.footer).items())]
    issues = [Text(_said("issues", language), "dim"), *_issues(report, language)] if report.issues else []

    blocks: list[RenderableType] = [Group(*head)]
    for block in ([outline] if outline.children else [], tail, issues):
        if block:
            blocks += [Text(), *block]
    return Group(*blocks)


def showable(text: str) -> str:
    """Give a text with U+FFFD for what a terminal would act on instead of showing."""
    return _UNSHOWABLE.sub("\ufffd", text)


def _said(words: str, language: str) -> str:
    return CHINESE.get(words, words) if language == "zh" else words


def _text(text: str, style: str = "") -> Text:
    return Text(showable(text), style)


def _fields(pairs: Iterable[tuple[str, object]]) -> Iterator[Text]:
    """One line a field that has a value; names are padded by their width on the screen, where 索引号 takes six."""
    for name, value in pairs:
        if value:
            if isinstance(value, tuple):  # the two days of a period
                value = " – ".join(map(str, value))
            yield Text.assemble("  ", _text(name + " " * max(1, 12 - cell_len(name)), "dim"), _text(str(value)))


def _outline(body: Body, language: str) -> Tree:
    tree = Tree("", hide_root=True, guide_style="dim")
    if count := _count(body, language):
        tree.add(Text(count.strip(), "dim"))
    pending: list[tuple[Tree, Body | Section | Attachment]] = [(tree, body)]
    while pending:
        under, branch = pending.pop()
        for child in branch.children:
            if isinstance(child, Section):
                pending.append((under.add(_heading(child, language)), child))
            elif isinstance(child, Attachment):
                title = _text(child.title or _said("enclosure without a title", language), "bold")
                pending.append((under.add(title.append(_count(child, language), "dim")), child))
    return tree


def _heading(section: Section, language: str) -> Text:
    marker, title = section.heading.marker, section.heading.title
    line = _text(marker if not marker or marker.endswith(tuple("、.．)）")) else marker + " ", "cyan")
    if title:
        return line.append_text(_text(title)).append(_count(section, language), "dim")
    return line.append_text(_text(preview(section), "dim"))


def _count(branch: Body | Section | Attachment, language: str) -> str:
    """What stands directly under a node, to be put after its name: ``  2 paragraphs  1 table``."""
    counts = [(sum(isinstance(child, kind) for child in branch.children), kind.kind) for kind in (Paragraph, Table)]
    if language == "zh":
        return "".join(f"  {n}{_said(kind, language)}" for n, kind in counts if n)
    return "".join(f"  {n} {kind}" + "s" * (n > 1) for n, kind in counts if n)


def _issues(report: Report, language: str) -> Iterator[Text]:
    place = Whereabouts(report)
    for issue in report.issues:
        line = f"第{place.line(issue.start)}行" if language == "zh" else f"line {place.line(issue.start)}"
        yield Text.assemble(
            _text(f"  {place.words(issue.start, language) or line}  "),
            (_said(issue.severity, language), SEVERITIES.get(issue.severity, "")),
            f"  {issue.code}  ",
            _text(in_chinese(issue) if language == "zh" else issue.message, "dim"),
        )
