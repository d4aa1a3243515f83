"""What of a text is no part of its words, as far as the text itself or its file's name tells."""

from __future__ import annotations

from govreport.parsing.hints import Hints, LinkMark
from govreport.parsing.marks.found import Found
from govreport.parsing.marks.front_matter import front_matter
from govreport.parsing.marks.markdown import add_markdown, is_markdown
from govreport.parsing.marks.spacing import pinyin, spaced_letters
from govreport.parsing.marks.tags import add_tags
from govreport.parsing.reading_copy import ReadingCopy


def copy_to_read(text: str, read: str, hints: Hints | None) -> tuple[ReadingCopy, Hints, list[LinkMark]] | None:
    """Make the copy of a text that is parsed.

    Args:
        text: the text.
        read: the same in the form in which texts are read.
        hints: what its file says of it; None where it says nothing.

    Returns:
        The copy, the hints on it, and the links with their places in the text; None where nothing is to be left out.
    """
    found = Found() if hints is None else Found(hints=hints)
    is_plain = hints is None or hints.markdown  # markup has been read where the file has it
    if is_plain:
        add_tags(read, found)
    if (hints is not None and hints.markdown) or (is_plain and is_markdown(read)):
        found.cuts += front_matter(read)
        add_markdown(read, found)
    found.cuts += pinyin(read)
    found.cuts += spaced_letters(read)
    if not found.cuts:
        return None
    copy = ReadingCopy(text, found.in_order(), read)
    return (copy, found.hints_on(copy), found.links()) if copy.text.strip() else None
