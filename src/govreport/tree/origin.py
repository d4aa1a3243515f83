"""What a report was read from, and how."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from govreport.tree.links import absolute

TEXT: Final = "text"
HTML: Final = "html"
DOCX: Final = "docx"
PDF: Final = "pdf"
DOC: Final = "doc"
OFD: Final = "ofd"
MHTML: Final = "mhtml"
WORD_XML: Final = "word-xml"
CONTENT_LIST: Final = "content-list"
DOCLING: Final = "docling"


@define(slots=True)
class Origin:
    """The file, or the bytes, that a report was read from.

    Attributes:
        kind: ``text``, ``html``, ``docx``, ``doc``, ``pdf``, ``ofd``, ``mhtml``, ``word-xml``, ``content-list`` (of
            MinerU) or ``docling``: the reader too goes by it; the name of what it is where it could not be read.
        encoding: Python's name of the encoding; None where there was none to find out: a string, a file of Word, a PDF.
        newline: how its lines end: ``\\n``, ``\\r\\n`` or ``\\r``; ``mixed``; None where no line does.
        bom: whether a byte order mark stood first.
        replacements: number of U+FFFD that decoding put in for what it could not read.
        exact: whether `govreport.to_bytes` gives the very bytes again.
        escapes: characters that stood in the file as escapes, each with its escape (``{"\\u00a0": "&nbsp;"}``).
        meta: what the page's head says: its ``<meta>`` elements by name, and ``title``; the properties of other files.
        url: the page's own address: as the caller gives it, else as its head does; None where nobody says it.
    """

    kind: str = TEXT
    encoding: str | None = None
    newline: str | None = None
    bom: bool = False
    replacements: int = 0
    exact: bool = False
    escapes: dict[str, str] = field(factory=dict)
    meta: dict[str, str] = field(factory=dict)
    url: str | None = None

    def absolute(self, target: str) -> str:
        """Give the target of a link whole: ``../P020.pdf`` as the address that it leads to from this page.

        Args:
            target: an address as the page writes it.

        Returns:
            The address; as it is written where the page's own is not known.
        """
        return absolute(target, self.url)


class Source(str):
    """来源 as the page gives it (empty where it does not), with what is known of the file itself.

    Attributes:
        origin: the file; its attributes can be asked of the source: ``report.source.encoding``.
    """

    __slots__ = ("origin",)

    origin: Origin

    def __new__(cls, name: str, origin: Origin) -> Source:
        """Join the name that the page gives with what is known of the file."""
        source = super().__new__(cls, name)
        source.origin = origin
        return source

    def __getnewargs__(self) -> tuple[str, Origin]:  # type: ignore[override]  # what pickle and copy make it from
        return (str(self), self.origin)

    @property
    def kind(self) -> str:
        """See `Origin`."""
        return self.origin.kind

    @property
    def encoding(self) -> str | None:
        """See `Origin`."""
        return self.origin.encoding

    @property
    def newline(self) -> str | None:
        """See `Origin`."""
        return self.origin.newline

    @property
    def bom(self) -> bool:
        """See `Origin`."""
        return self.origin.bom

    @property
    def replacements(self) -> int:
        """See `Origin`."""
        return self.origin.replacements

    @property
    def exact(self) -> bool:
        """See `Origin`."""
        return self.origin.exact

    @property
    def meta(self) -> dict[str, str]:
        """See `Origin`."""
        return self.origin.meta

    @property
    def url(self) -> str | None:
        """See `Origin`."""
        return self.origin.url
