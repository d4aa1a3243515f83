"""Files that are neither plain text nor HTML → pages, each by the module that reads its kind."""

from __future__ import annotations

from govreport.sources.page import Page
from govreport.tree.origin import CONTENT_LIST, DOC, DOCLING, DOCX, MHTML, OFD, PDF, WORD_XML


def read_file(kind: str, data: bytes) -> Page | None:
    """Read a file.

    Args:
        kind: its kind, as `govreport.sources.kinds.binary_kind` gives it.
        data: the file.

    Returns:
        Its text and hints; None where files of that kind are not read.

    Raises:
        UnreadableFile: it is damaged, protected or too much.
        MissingExtra: the extra that reads it is not installed.
    """
    # Each reader is loaded for those who have such files.
    if kind == DOCX:
        from govreport.sources.docx import read_docx

        return read_docx(data)
    if kind == PDF:
        from govreport.sources.pdf import read_pdf

        return read_pdf(data)
    if kind == DOC:
        from govreport.sources.doc import read_doc

        return read_doc(data)
    if kind == OFD:
        from govreport.sources.ofd import read_ofd

        return read_ofd(data)
    if kind == MHTML:
        from govreport.sources.mhtml import read_mhtml

        return read_mhtml(data)
    if kind == WORD_XML:
        from govreport.sources.word_xml import read_word_xml

        return read_word_xml(data)
    if kind == CONTENT_LIST:
        from govreport.sources.layout_json import read_content_list

        return read_content_list(data)
    if kind == DOCLING:
        from govreport.sources.layout_json import read_docling

        return read_docling(data)
    return None
