"""The documentation against the library: its examples are run, and its lists compared with the code.

An example is a block and what comes of it: ``python`` and, after a blank line, ``text``, what it prints; ``source``, a
page, and ``json``, the node or issue that the heading above names, as it is in that page; ``console``, a command with
its output.  ``python no-run`` is only compiled: it needs what the tests do not have.  After a change that is meant,
``GOVREPORT_DOCS=write pytest tests/project/test_docs.py`` writes the outputs anew: read the diff.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from bench.score import markdown
from govreport import CODES, json_schema, parse, to_dict
from govreport.corpus.tables import TABLES
from govreport.words.page_labels import FOOTER, METADATA

ROOT: Final = Path(__file__).parent.parent.parent
PAGES: Final = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md"))]
CORPUS, DESIGN, ISSUES, README, RELIABILITY, TREE = (
    (ROOT / name).read_text(encoding="utf-8")
    for name in (
        "docs/corpus.md",
        "docs/design.md",
        "docs/issues.md",
        "README.md",
        "docs/reliability.md",
        "docs/tree.md",
    )
)

_BLOCK: Final = re.compile(
    r"^```(?P<made_by>python|source)\n(?P<code>.*?)^```\n(?:\n```(?:text|json)\n(?P<output>.*?)^```\n)?"
    r"|^```console\n\$ (?P<command>[^\n]*)\n(?P<printed>.*?)^```\n"
    r"|^#+ [^\n`]*`(?P<name>[^`\n]+)`",
    re.MULTILINE | re.DOTALL,
)
_WIDTH: Final = 100  # characters of JSON on a line, so that it can be read beside its source


class Example(NamedTuple):
    """A block of a page and its output.

    Attributes:
        page: the file.
        made_by: ``python``, ``source`` or ``console``.
        code: the block, or the command.
        output: what the page says comes of it; None where it does not say.
        name: what the nearest heading above names in code font.
        before: the text of the page from the block to where the output begins.
    """

    page: Path
    made_by: str
    code: str
    output: str | None
    name: str
    before: str


def examples(page: Path) -> Iterator[Example]:
    name = ""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match["name"]:
            name = match["name"]
            continue
        made_by, code, output = match["made_by"], match["code"], match["output"]
        if not made_by:
            made_by, code, output = "console", match["command"], match["printed"]
        before = match.group() if output is None else match.group().removesuffix(output + "```\n")
        yield Example(page, made_by, code, output, name, before)


EXAMPLES: Final = [example for page in PAGES for example in examples(page)]


def of_kind(made_by: str) -> list[Any]:
    found = [example for example in EXAMPLES if example.made_by == made_by]
    return [pytest.param(one, id=f"{one.page.stem}-{one.name or at}") for at, one in enumerate(found)]


def compare(example: Example, output: str) -> None:
    """Compare an output with the page, or put it there."""
    assert example.output is not None, f"{example.page.name}: no output follows {example.code!r}"
    if os.environ.get("GOVREPORT_DOCS") == "write":
        text = example.page.read_text(encoding="utf-8")
        text = text.replace(example.before + example.output, example.before + output, 1)
        example.page.write_text(text, encoding="utf-8")
    else:
        assert output == example.output


# --- examples --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_and_commands_print_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}  # the blocks of a page go on from one another
    for example in examples(page):
        if example.made_by == "console":
            compare(example, _printed(example.code))
        elif example.made_by == "python":
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(example.code, page.name, "exec"), names)
            if example.output is not None:
                compare(example, printed.getvalue())
            else:
                assert not printed.getvalue(), f"{page.name} does not say what this prints: {example.code}"


def _printed(command: str) -> str:
    pytest.importorskip("click")
    pytest.importorskip("rich")
    program, rest = command.split(" ", 1)
    assert program == "govreport"
    run = subprocess.run(
        ["sh", "-c", f"{shlex.quote(sys.executable)} -m govreport {rest}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert run.stderr == ""
    return run.stdout


def test_python_that_is_not_run_compiles() -> None:
    for page in PAGES:
        for code in re.findall(r"^```python no-run\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S):
            compile(code, page.name, "exec")


@pytest.mark.parametrize("example", of_kind("source"))
def test_source_parses_to_what_the_page_says(example: Example) -> None:
    report = parse(example.code)
    found: list[Any]
    if example.name in CODES:
        found = [issue for issue in to_dict(report)["issues"] if issue["code"] == example.name]
    else:
        found = [to_dict(node) for node in report.walk() if node.kind == example.name]
    assert found, f"no {example.name} in {example.code!r}"
    compare(example, "\n".join(_drawn(found[0])) + "\n")


def _drawn(value: Any, room: int = _WIDTH) -> list[str]:
    """JSON as lines; what fits on one line stands there."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= room or not value or not isinstance(value, (dict, list)):
        return [line]
    parts = []
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        first, *rest = _drawn(one, room - 2)
        label = f'"{key}": ' if isinstance(value, dict) else ""
        parts.append(["  " + label + first, *("  " + line for line in rest)])
    for part in parts[:-1]:
        part[-1] += ","
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return [opening, *(line for part in parts for line in part), closing]


# --- lists -----------------------------------------------------------------------------------------------------------


def test_every_issue_has_its_example() -> None:
    told = re.findall(r"^## `([a-z-]+)`: (\w+)$", ISSUES, re.MULTILINE)
    assert told == [(code, severity) for code, (severity, _) in CODES.items()]
    assert {one.name for one in EXAMPLES if one.page.name == "issues.md"} >= set(CODES)


def test_every_node_kind_has_its_example_and_every_field_its_name() -> None:
    shapes = [shape["properties"] for shape in json_schema()["$defs"].values() if "properties" in shape]
    shapes = [shape for shape in shapes if "const" in shape.get("kind", {})]
    kinds = {shape["kind"]["const"] for shape in shapes}
    assert {one.name for one in EXAMPLES if one.page.name == "tree.md" and one.made_by == "source"} == kinds
    assert [field for shape in shapes for field in shape if f"`{field}`" not in TREE] == []


def test_every_key_of_a_field_is_named() -> None:
    assert [key for key in {**METADATA, **FOOTER} if f"`{key}`" not in TREE] == []


def test_the_figures_are_those_that_the_tests_enforce() -> None:
    assert "\n".join(markdown()) in README


def test_every_column_is_told() -> None:
    for name, columns in TABLES.items():
        section = CORPUS.partition(f"### `{name}`")[2].partition("###")[0]
        told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", section, re.MULTILINE)
        assert told == [(column.name, column.type, column.meaning) for column in columns]


def test_bounds_are_those_of_the_code() -> None:
    told = re.findall(r"^\| `([\w.]+)\.(\w+)` \| ([\d,]+) \|", RELIABILITY, re.MULTILINE)
    assert len(told) > 10
    for module, name, figure in told:
        assert getattr(import_module(f"govreport.{module}"), name) == int(figure.replace(",", "")), name


def test_tests_that_the_page_names_exist() -> None:
    named = set(re.findall(r"`(?:tests/)?(\w+/test_\w+\.py)`", RELIABILITY + (ROOT / "SECURITY.md").read_text("utf-8")))
    assert named <= {f"{file.parent.name}/{file.name}" for file in (ROOT / "tests").rglob("*.py")}


def test_links_lead_somewhere() -> None:
    for page in [*PAGES, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]:
        prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", prose):
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"
