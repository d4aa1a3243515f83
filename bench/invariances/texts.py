"""The texts that changes are tried on: the fixtures, invented documents, and folders of texts where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import govreport
from bench.gold import GOLD, ROOT
from bench.invariances.changes import Sample
from bench.invariances.documents import documents

FIXTURES: Final = ROOT / "fixtures"
CORPUS: Final = GOLD.parent / "corpus"
"""Real texts without labels, beside the labelled ones."""
LONGEST: Final = 20_000
"""Characters of the longest text that is taken: every change parses it anew."""
INVENTED: Final = 40
"""How many documents are made up."""
SAMPLE: Final = 100
"""How many texts of a folder are taken at most where not all are asked for, at even distances."""


WAYS: Final = "ways/"


def own_texts() -> list[Sample]:
    """Give the texts that come with the checkout: fixtures, but the one in many forms, and the invented documents."""
    made = [Sample(f"invented-{n:02}", "invented", text) for n, text in enumerate(documents(INVENTED))]
    return [*(one for one in in_folder(FIXTURES, every=True) if not one.name.startswith(WAYS)), *made]


def in_folder(folder: Path, every: bool = False) -> Iterator[Sample]:
    """Yield the texts of a folder, in the order of their names; of a large one some.

    Args:
        folder: files ending in ``.txt``, ``.md`` and ``.html`` are read, those in folders within too.
        every: all of them.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md", ".html"))
    twins = {path for path in paths if path.suffix == ".html" and path.with_suffix(".txt").is_file()}
    paths = [path for path in paths if path not in twins and path.name != "README.md"]
    step = 1 if every else -(-len(paths) // SAMPLE) or 1
    for path in paths[::step]:
        text = govreport.to_text(govreport.read(path))
        if len(text) <= LONGEST:
            name = path.relative_to(folder).as_posix()
            yield Sample(name, path.stem.partition("-")[0] if path.parent == folder else path.parent.name, text)


def chosen(folders: Iterable[Path], every: bool = False) -> Iterator[Sample]:
    """Yield the texts of some folders; where none is named, the checkout's own, the labelled ones and the corpus."""
    named = list(folders)
    if not named:
        yield from own_texts()
        named = [folder for folder in (GOLD, CORPUS) if folder.is_dir()]
    for folder in named:
        yield from in_folder(folder, every)
