"""What each of the other tools is asked to do.  Runs in that tool's environment, without govreport.

A tool gives its headings as ``(text, depth)``, and the title, date and text of the document where it looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

Found = dict[str, Any]
"""``headings``: a list of ``(text, depth)``; ``title``, ``date`` and ``text``: strings; only what it looks for."""

_NUMERALS: Final = "一二三四五六七八九十"
_HAN: Final = re.compile(rf"^\s*([{_NUMERALS}]{{1,3}})、")
_HAN_PAREN: Final = re.compile(rf"^\s*[（(]([{_NUMERALS}]{{1,3}})[)）]")
_SIBLINGS: Final = 12  # parents that arborparser tries for each heading of the second level


def _ordinal(numeral: str) -> int:
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return _NUMERALS.index(numeral[0]) + 1
    return (_NUMERALS.index(tens) + 1 if tens else 1) * 10 + (_NUMERALS.index(ones) + 1 if ones else 0)


def arborparser() -> Callable[[str], Found]:
    """The configuration that gets levels right: every possible parent may take a heading of the second level."""
    chain = import_module("arborparser.chain")
    patterns = import_module("arborparser.pattern")
    trees = import_module("arborparser.tree")
    strategies = import_module("arborparser.build_strategy")
    first = patterns.LevelPattern(_HAN, lambda match: [_ordinal(match[1])], "一、")
    second = patterns.LevelPattern(
        _HAN_PAREN, lambda match: [[parent, _ordinal(match[1])] for parent in range(1, _SIBLINGS + 1)], "（一）"
    )
    parser = chain.ChainParser([first, second])
    builder = trees.TreeBuilder(strategies.AutoPruneStrategy())

    def run(text: str) -> Found:
        root = builder.build_tree(parser.parse_to_multi_chain(text))
        headings = []
        stack = [(child, 1) for child in reversed(root.children)]
        while stack:
            node, depth = stack.pop()
            headings.append((node.level_text + node.title, depth))
            stack += [(child, depth + 1) for child in reversed(node.children)]
        return {"headings": headings}

    return run


def doc23() -> Callable[[str], Found]:
    """Its Gardener with patterns for 一、 and （一）."""
    config = import_module("doc23.config_tree")
    gardener = import_module("doc23.gardener")
    levels = {
        "part": config.LevelConfig(
            rf"^(\s*[{_NUMERALS}]{{1,3}}、.*)$", "part", "title", sections_field="sections", paragraph_field="text"
        ),
        "item": config.LevelConfig(
            rf"^(\s*[（(][{_NUMERALS}]{{1,3}}[)）].*)$",
            "item",
            "title",
            paragraph_field="text",
            parent="part",
            is_leaf=True,
        ),
    }
    prune = gardener.Gardener(config.Config("page", "sections", "intro", levels)).prune

    def run(text: str) -> Found:
        headings = []
        for part in prune(text)["sections"]:
            headings.append((part["title"], 1 if _HAN.match(part["title"]) else 2))
            headings += [(item["title"], 2) for item in part.get("text", ()) if isinstance(item, dict)]
        return {"headings": headings}

    return run


def unstructured() -> Callable[[str], Found]:
    """``partition_text`` told that the text is Chinese; its model of English, which it then leaves alone, is blank."""
    spacy = import_module("spacy")
    tokenize = import_module("unstructured.nlp.tokenize")
    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    vars(tokenize)["_load_spacy_model"] = lambda: model
    partition = import_module("unstructured.partition.text").partition_text

    def run(text: str) -> Found:
        elements = partition(text=text, languages=["zho"])
        return {"headings": [(one.text, 1) for one in elements if type(one).__name__ == "Title"]}

    return run


def docling() -> Callable[[str], Found]:
    """HierarchicalChunker over a document whose headings it is given: it does not look for any in text."""
    types = import_module("docling_core.types.doc")
    chunker = import_module("docling_core.transforms.chunker").HierarchicalChunker()

    def run(text: str) -> Found:
        document = types.DoclingDocument(name="page")
        for line in filter(None, map(str.strip, text.splitlines())):
            level = 1 if _HAN.match(line) else 2 if _HAN_PAREN.match(line) else 0
            if level:
                document.add_heading(text=line, level=level)
            else:
                document.add_text(label=types.DocItemLabel.PARAGRAPH, text=line)
        list(chunker.chunk(document))
        return {}

    return run


def markdown_it() -> Callable[[str], Found]:
    """The page's Markdown, whose headings are marked already."""
    parse = import_module("markdown_it").MarkdownIt().parse

    def run(text: str) -> Found:
        parse(text)
        return {}

    return run


def mistune() -> Callable[[str], Found]:
    """The page's Markdown, whose headings are marked already."""
    parse = import_module("mistune").create_markdown(renderer="ast")

    def run(text: str) -> Found:
        parse(text)
        return {}

    return run


def trafilatura() -> Callable[[str], Found]:
    """The page's HTML, with metadata."""
    extract = import_module("trafilatura").bare_extraction

    def run(text: str) -> Found:
        found = extract(text, with_metadata=True)
        if found is None:
            return {"title": None, "date": None, "text": ""}
        return {"title": found.title, "date": found.date, "text": found.text}

    return run


def readability() -> Callable[[str], Found]:
    """The page's HTML; the text of the element that it takes for the article."""
    document = import_module("readability").Document
    parse = import_module("lxml.html").fromstring

    def run(text: str) -> Found:
        found = document(text)
        lines = parse(found.summary()).itertext()
        return {"title": found.short_title(), "text": "\n".join(lines)}

    return run


def gne() -> Callable[[str], Found]:
    """The page's HTML; made for Chinese news."""
    extract = import_module("gne").GeneralNewsExtractor().extract

    def run(text: str) -> Found:
        found = extract(text)
        return {"title": found["title"], "text": found["content"]}

    return run


class Peer:
    """A tool.

    Attributes:
        packages: what pip installs.
        load: gives the function that is timed.
        reads: what it reads: ``text``, ``markdown`` or ``html``.
    """

    def __init__(self, packages: str, load: Callable[[], Callable[[str], Found]], reads: str = "text") -> None:
        self.packages = packages.split()
        self.load = load
        self.reads = reads


PEERS: Final[dict[str, Peer]] = {
    "arborparser, multi-candidate": Peer("arborparser", arborparser),
    "doc23 Gardener": Peer("doc23", doc23),
    "unstructured partition_text": Peer("unstructured", unstructured),
    "docling-core HierarchicalChunker": Peer("docling-core[chunking]", docling),
    "markdown-it-py": Peer("markdown-it-py", markdown_it, "markdown"),
    "mistune": Peer("mistune", mistune, "markdown"),
    "trafilatura": Peer("trafilatura lxml_html_clean", trafilatura, "html"),
    "readability-lxml": Peer("readability-lxml lxml_html_clean", readability, "html"),
    "GNE": Peer("gne lxml_html_clean", gne, "html"),
}
"""The tools, as the table names them."""
