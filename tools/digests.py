"""What the parse makes of many texts, as one short line a text: to see that a change changes nothing, or where it does.

``python -m tools.digests --against FILE`` reads ``fixtures/`` and the generated pages of `tests.pages`, compares, names
the first texts that differ and exits 1; ``--write FILE`` writes the lines anew.  Folders named after that are read
instead, every file that `govreport.read` takes: ``make same FOLDERS="pages more" DIGESTS=build/before.txt WRITE=1``,
then, after the change, the same without ``WRITE``.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Final, NamedTuple

import govreport
from tests.pages import page

ROOT: Final = Path(__file__).parent.parent
FIXTURES: Final = ROOT / "fixtures"
DIGESTS: Final = ROOT / "tests" / "digests.txt"
PAGES: Final = 5000  # generated pages
PROCESSES: Final = 2
SHOWN: Final = 20  # texts that differ
PARTS: Final = ("json", "clean", "issues")
_LENGTH: Final = 6  # hexadecimal digits of a digest: a change goes unseen once in 16 million
_SHARE: Final = 50  # texts that a process gets at a time


class Text(NamedTuple):
    """A text to be read: a file, or the generated page of a number."""

    name: str
    source: Path | int


def texts(folders: Iterable[Path]) -> list[Text]:
    """The files of some folders, each named after its folder."""
    return [
        Text(f"{folder.name}/{file.relative_to(folder).as_posix()}", file)
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "README.md"
    ]


def usual_texts(step: int = 1) -> list[Text]:
    """The fixtures, and each generated page whose number is a multiple of ``step``."""
    return texts([FIXTURES]) + [Text(f"page {number:04}", number) for number in range(0, PAGES, step)]


def digest(text: Text) -> str:
    """One line: the digests of JSON, canonical text and issues, then the text's name."""
    return " ".join([*map(_short, _read(text.source)), text.name])


def _read(source: Path | int) -> tuple[str, ...]:
    try:
        report = govreport.parse(page(source)) if isinstance(source, int) else govreport.read(source)
        issues = "\n".join(map(repr, report.issues))
        return govreport.to_json(report), govreport.to_text(report, clean=True), issues
    except Exception as error:  # a file of another kind, or a fault: that it raises is what is compared
        return (type(error).__name__,) * len(PARTS)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def digests(some: list[Text]) -> Iterator[str]:
    """The lines of some texts, in their order, made by two processes."""
    with Pool(PROCESSES) as pool:
        yield from pool.imap(digest, some, _SHARE)


def differences(before: Iterable[str], now: Iterable[str]) -> list[str]:
    """Say of each text that differs what does: its JSON, its canonical text, its issues, or that it came or went."""
    old, new = _by_name(before), _by_name(now)
    out = []
    for name in old | new:
        if name not in old or name not in new:
            out.append(f"{name}: {'new' if name in new else 'gone'}")
        elif changed := [part for part, was, is_ in zip(PARTS, old[name], new[name], strict=True) if was != is_]:
            out.append(f"{name}: {', '.join(changed)}")
    return out


def _by_name(lines: Iterable[str]) -> dict[str, list[str]]:
    split = (line.split(" ", len(PARTS)) for line in lines)
    return {name: parts for *parts, name in split}


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(prog="tools.digests", description=__doc__.split("\n\n")[0])
    way = options.add_mutually_exclusive_group(required=True)
    way.add_argument("--write", metavar="FILE", type=Path)
    way.add_argument("--against", metavar="FILE", type=Path)
    options.add_argument("folders", metavar="FOLDER", type=Path, nargs="*")
    chosen = options.parse_args(arguments)
    now = list(digests(texts(chosen.folders) if chosen.folders else usual_texts()))
    if chosen.write:
        chosen.write.parent.mkdir(parents=True, exist_ok=True)
        chosen.write.write_text("\n".join(now) + "\n", encoding="utf-8")
        print(f"{len(now)} texts: {chosen.write}")
        return 0
    different = differences(chosen.against.read_text(encoding="utf-8").splitlines(), now)
    print("\n".join([*different[:SHOWN], f"{len(different)} of {len(now)} texts differ"]))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
