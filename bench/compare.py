"""Other tools beside govreport: their time on one page, in turn, and what each gets right of the labelled texts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, Final

import govreport
from bench.gold import GOLD, ROOT
from bench.peers.tools import PEERS, Found
from govreport import Heading, Paragraph, Section
from govreport.sources.decode import decode

ENVIRONMENTS: Final = ROOT / "build/peers"
ROUNDS: Final = 9
SAMPLE: Final = 0.05
"""Seconds a sample lasts at least."""
_KEY: Final = 14  # characters by which a unit of a tool and a labelled one are the same
_STOPS: Final = "。：:.;；"


class Tool:
    """A tool in a process of its own environment, which answers one task at a time."""

    def __init__(self, name: str) -> None:
        self.reads = PEERS[name].reads
        self._process = subprocess.Popen(
            [_python(name), "-m", "bench.peers", name],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "UNSTRUCTURED_DISABLE_NOTICE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._read()

    def ask(self, file: Path, repeats: int) -> tuple[float, Found]:
        """Run the tool on a file some times; gives the seconds that one run takes, and what it finds."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"file": str(file), "repeats": repeats}) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        return answer["seconds"], answer["found"]

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise OSError("the tool does not run here")
        return json.loads(line)


def install(name: str) -> bool:
    """Make a tool's environment, unless it is there; False where it cannot be installed."""
    if Path(_python(name)).is_file():
        return True
    folder = str(Path(_python(name)).parent.parent)
    for command in (
        [sys.executable, "-m", "venv", folder],
        [_python(name), "-m", "pip", "install", "--quiet", *PEERS[name].packages],
    ):
        if subprocess.run(command, capture_output=True).returncode:
            return False
    return True


def _python(name: str) -> str:
    return str(ENVIRONMENTS / re.sub(r"\W+", "-", PEERS[name].packages[0]) / "bin/python")


def inputs(page: Path) -> dict[str, Path]:
    """The files that tools read of one page: its text, Markdown that govreport makes of it, an HTML page around it."""
    text = page.read_text(encoding="utf-8")
    folder = ROOT / "build/bench"
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    made = {
        "text": text,
        "markdown": govreport.to_markdown(govreport.parse(text)),
        "html": f"<html><head><meta charset='utf-8'></head><body>\n{lines}</body></html>",
    }
    files = {}
    for kind, content in made.items():
        files[kind] = folder / f"{page.stem}.{kind}"
        files[kind].write_text(content, encoding="utf-8")
    return files


def race(page: Path, tools: dict[str, Tool]) -> dict[str, tuple[float, float]]:
    """Time the tools and govreport in turn, round after round.

    Returns:
        For each the median time in seconds and the median ratio to govreport's parse.
    """
    files = inputs(page)
    read = {kind: file.read_text(encoding="utf-8") for kind, file in files.items()}
    html = read["html"].encode()
    own: dict[str, Callable[[], object]] = {
        "govreport parse": lambda: govreport.parse(read["text"]),
        "govreport parse and chunks": lambda: govreport.chunks(govreport.parse(read["text"])),
        "govreport parse of Markdown": lambda: govreport.parse(read["markdown"]),
        "govreport parse of HTML": lambda: govreport.parse_bytes(html),
    }
    runners: dict[str, Callable[[int], float]] = {
        name: lambda repeats, run=run: _time(run, repeats)  # type: ignore[misc]
        for name, run in own.items()
    }
    for name, tool in tools.items():
        runners[name] = lambda repeats, tool=tool: tool.ask(files[tool.reads], repeats)[0]  # type: ignore[misc]
    return _medians(runners)


def race_of_pages(tools: dict[str, Tool]) -> dict[str, tuple[float, float]]:
    """Time the tools that read HTML and govreport on the labelled HTML pages, as `race` does: all pages are one run."""
    pages = _pages_in_utf8()
    contents = [page.read_bytes() for page in pages]
    runners: dict[str, Callable[[int], float]] = {
        "govreport parse of HTML": lambda _: _time(lambda: [govreport.parse_bytes(one) for one in contents], 1)
    }
    for name, tool in tools.items():
        if tool.reads == "html":
            runners[name] = lambda _, tool=tool: sum(tool.ask(page, 1)[0] for page in pages)  # type: ignore[misc]
    return _medians(runners)


def _pages_in_utf8() -> list[Path]:
    """The labelled HTML pages, decoded: to find out how is not what is compared."""
    folder = ROOT / "build/bench/pages"
    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    for file in sorted(GOLD.glob("*.html")):
        pages.append(folder / file.name)
        pages[-1].write_text(decode(file.read_bytes()).text, encoding="utf-8", errors="replace")
    return pages


def _medians(runners: dict[str, Callable[[int], float]]) -> dict[str, tuple[float, float]]:
    repeats = {}
    for name, run in runners.items():
        run(1)
        repeats[name] = max(1, round(SAMPLE / run(2)))
    rounds = [{name: run(repeats[name]) for name, run in runners.items()} for _ in range(ROUNDS)]
    first = next(iter(runners))
    return {
        name: (median(times[name] for times in rounds), median(times[name] / times[first] for times in rounds))
        for name in runners
    }


def _time(run: Callable[[], object], repeats: int) -> float:
    start = process_time()
    for _ in range(repeats):
        run()
    return (process_time() - start) / repeats


# --- what is right ---------------------------------------------------------------------------------------------------


def scores(ask: Callable[[Path], Found]) -> dict[str, float]:
    """Compare what a tool finds in the labelled texts with their labels.

    Args:
        ask: gives what the tool finds in a text.

    Returns:
        ``headings``: F1 of numbered units found; ``depth``: share of those at the right depth; ``words``: share of the
        found headings whose words are right; ``title`` and ``date``: shares of texts.  Only what the tool looks for.
    """
    right: dict[str, int] = {}
    of: dict[str, int] = {}

    def count(figure: str, is_right: bool) -> None:
        of[figure] = of.get(figure, 0) + 1
        right[figure] = right.get(figure, 0) + is_right

    hits = wanted = given = 0
    for file in sorted(GOLD.glob("*.json")):
        if file.name.endswith(".stats.json"):
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        found = ask(file.with_suffix(".txt"))
        lines = file.with_suffix(".txt").read_text(encoding="utf-8-sig").split("\n")
        units = list(_labelled(gold, lines))
        wanted += len(units)
        for text, depth in found.get("headings", ()):
            given += 1
            words = bare(text).rstrip(_STOPS)
            at = next((at for at, (line, _) in enumerate(units) if line.startswith(words[:_KEY])), None)
            if at is None:
                continue
            _, unit = units[at]
            del units[: at + 1]  # what was passed over is not found any more
            hits += 1
            count("depth", depth == unit["depth"])
            if unit["title"]:
                count("words", words == bare(unit["marker"] + unit["title"]).rstrip(_STOPS))
        for figure in ("title", "date"):
            if figure in found and (gold[figure] or found[figure]):
                count(figure, bare(gold[figure] or "") == bare(found[figure] or ""))
    result = {figure: right[figure] / of[figure] for figure in of}
    if hits:
        result["headings"] = 2 * hits / (wanted + given)
    return result


def _labelled(gold: dict[str, Any], lines: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The labelled units, each with its line from its number on."""
    for unit in gold["headings"]:
        line, words = bare(lines[unit["line"] - 1]), bare(unit["marker"] + unit["title"])
        at = line.find(words)
        yield line[at:] if at >= 0 else words, unit


def bare(text: str) -> str:
    """A text without white space, of one width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def ours(file: Path) -> Found:
    """What govreport finds in a text."""
    report = govreport.parse(file.read_text(encoding="utf-8-sig"))
    headings = [(_words(node), node.heading.depth) for node in report.walk() if isinstance(node, Section)]
    return {"headings": headings, "title": report.title, "date": str(report.date) if report.date else None}


def _found(tool: Tool, file: Path) -> Found:
    """What another tool finds in a text."""
    return tool.ask(inputs(file)[tool.reads], 1)[1]


def _words(section: Section) -> str:
    """A heading with its number; a numbered paragraph whole."""
    heading: Heading = section.heading
    first = section.children[0] if section.children and not heading.title else None
    return heading.marker + (first.raw if isinstance(first, Paragraph) else heading.title)


def table(page: Path) -> Iterator[str]:
    """The lines of the table: every tool that can be installed, its time on a page and what it gets right."""
    tools: dict[str, Tool] = {}
    missing = []
    for name in PEERS:
        try:
            if not install(name):
                raise OSError("it cannot be installed")
            tools[name] = Tool(name)
        except OSError as error:
            missing.append(f"{name}: {error}")
    try:
        yield f"{page.name}, other tools{'':{36 - len(page.name)}}{'time':>12}{'times parse':>12}"
        times = race(page, tools)
        for name, (seconds, ratio) in times.items():
            yield f"  {name:46}{seconds * 1e6:9.0f} µs{ratio:12.2f}"
        yield from missing
        if GOLD.is_dir():
            yield f"{len(list(GOLD.glob('*.html')))} labelled HTML pages{'':26}{'time':>12}{'times parse':>12}"
            for name, (seconds, ratio) in race_of_pages(tools).items():
                yield f"  {name:46}{seconds * 1e3:9.0f} ms{ratio:12.2f}"
            figures = ("headings", "depth", "words", "title", "date")
            yield f"right of {len(list(GOLD.glob('*.txt')))} labelled texts{'':24}" + "".join(
                f"{figure:>10}" for figure in figures
            )
            rows = {"govreport parse": scores(ours)}
            for name, tool in tools.items():
                if tool.reads != "markdown":
                    rows[name] = scores(partial(_found, tool))
            for name, row in rows.items():
                if row:
                    yield f"  {name:46}" + "".join(
                        f"{row[one]:10.3f}" if one in row else f"{'–':>10}" for one in figures
                    )
    finally:
        for tool in tools.values():
            tool.close()
