"""What ``import govreport`` brings with it, and what the command line says when its extra is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Ways in and out that are loaded when they are asked for, and what only the tests need.
ELSEWHERE = {"chardet", "click", "rich", "docx", "pyarrow", "pandas", "polars", "numpy", "jsonschema", "hypothesis"}
ELSEWHERE |= {"warcio", "zstandard", "duckdb", "multiprocessing"}
ELSEWHERE |= {"html.parser", "bs4", "lxml", "html5lib", "selectolax"}


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")


def test_import_brings_only_what_parsing_needs() -> None:
    # Minus what the interpreter had already: a site hook may have loaded anything.
    run = python("import sys; before = set(sys.modules); import govreport; print(*set(sys.modules) - before)")
    assert run.returncode == 0, run.stderr
    modules = set(run.stdout.split())
    assert "govreport" in modules
    assert modules.isdisjoint(ELSEWHERE)


def test_parsing_brings_no_statistics() -> None:
    run = python("import sys, govreport; govreport.parse('一、总体情况'); print(*sys.modules)")
    assert run.returncode == 0, run.stderr
    assert not [
        name
        for name in run.stdout.split()
        if name.startswith(("govreport.statistics", "govreport.statistics.findings"))
    ]


@pytest.mark.parametrize("package", ["click", "rich"])
@pytest.mark.parametrize("start", ["govreport.cli.main()", "runpy.run_module('govreport', run_name='__main__')"])
def test_command_line_names_the_extra_it_misses(package: str, start: str) -> None:
    # None in sys.modules makes the import fail as if the package were not there.
    run = python(f"import runpy, sys; sys.modules[{package!r}] = None; import govreport.cli; {start}")
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.splitlines() == ["govreport: the command line needs click and rich: pip install 'govreport[cli]'"]
