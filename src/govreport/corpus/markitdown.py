"""Reports as Markdown by MarkItDown: its plugin (extra ``markitdown``), found by the entry point of the package.

``markitdown --use-plugins page.html``, ``MarkItDown(enable_plugins=True)``.  What is no government document is left to
the converters that MarkItDown has itself.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from govreport.extras import MissingExtra, require
from govreport.reading import read
from govreport.serialize import to_markdown
from govreport.sources.kinds import UnreadableFile
from govreport.tree.report import Report

if TYPE_CHECKING:
    from markitdown import DocumentConverter, DocumentConverterResult, MarkItDown, StreamInfo
else:
    _package = require("markitdown", "markitdown")
    DocumentConverter, DocumentConverterResult = _package.DocumentConverter, _package.DocumentConverterResult

__plugin_interface_version__: Final = 1
"""Version of MarkItDown's interface for plugins."""


def register_converters(markitdown: MarkItDown, **_: Any) -> None:
    """Let MarkItDown ask the converter of reports before its own; it calls this itself."""
    markitdown.register_converter(GovreportConverter())


class GovreportConverter(DocumentConverter):
    """Converts government documents of every kind that `govreport.read` reads: without the site around them."""

    def accepts(self, file_stream: BinaryIO, stream_info: StreamInfo, **_: Any) -> bool:
        """Whether it is a document with a title and somebody who issued it; the stream stays where it is."""
        at = file_stream.tell()
        try:
            report = _report(file_stream, stream_info)
        except (UnreadableFile, MissingExtra):
            return False
        finally:
            file_stream.seek(at)
        return report.is_document and bool(report.title) and bool(report.issuer)

    def convert(self, file_stream: BinaryIO, stream_info: StreamInfo, **choices: Any) -> DocumentConverterResult:
        """Print the document as `govreport.to_markdown` does.

        Args:
            file_stream: its bytes.
            stream_info: what MarkItDown knows of them.
            choices: ``front_matter`` and ``footnotes``, as for `govreport.to_markdown`; MarkItDown hands on what its
                own ``convert`` is given.
        """
        report = _report(file_stream, stream_info)
        asked = {name: bool(choices.get(name)) for name in ("front_matter", "footnotes")}
        return DocumentConverterResult(to_markdown(report, **asked), title=report.title)


def _report(file: BinaryIO, about: StreamInfo) -> Report:
    content: Any = io.BytesIO(file.read())
    content.name = about.filename or f"page{about.extension or ''}"  # which tells its kind
    return read(content, declared=about.charset, url=about.url, max_bytes=None)
