"""The names of the statutory tables that an editor knows are those of the forms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govreport import parse, statistics
from govreport.statistics.named import RequestsRecord
from tools.statutory_names import MODULE, module

PROGRAM = """\
import govreport
from govreport import statistics

found = statistics.read(govreport.read("page.html"))
assert found is not None
number = found.requests.new_received.{name}.value
"""


def test_the_module_is_as_the_forms_say() -> None:
    assert MODULE.read_text(encoding="utf-8") == module(), "run python -m tools.statutory_names"


def test_a_table_is_of_its_kind() -> None:
    found = statistics.read(parse(Path("fixtures/annual-2021-cells.txt").read_text(encoding="utf-8")))
    assert found is not None
    assert [type(block).__name__ for block in found.blocks] == ["Disclosure", "Requests", "Review"]
    assert isinstance(found.requests.new_received, RequestsRecord)
    assert found.requests["本年新收"]["自然人"] is found.requests.new_received.natural_person
    with pytest.raises(AttributeError, match="no row of disclosure"):
        _ = found.disclosure.other_services  # which the form of 2019 alone has


@pytest.mark.slow
def test_a_wrong_name_is_found_before_a_program_runs(tmp_path: Path) -> None:
    pyright = pytest.importorskip("pyright")
    source = Path("src").resolve()
    (tmp_path / "pyrightconfig.json").write_text(f'{{"extraPaths": ["{source}"], "strict": ["."]}}')
    (tmp_path / "right.py").write_text(PROGRAM.format(name="natural_person"))
    (tmp_path / "wrong.py").write_text(PROGRAM.format(name="natural_persons"))
    command = [sys.executable, "-m", pyright.__name__, "--pythonpath", sys.executable]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path)
    if "informations" not in run.stdout:
        pytest.skip("pyright could not be fetched")
    assert 'error: Cannot access attribute "natural_persons"' in run.stdout, run.stdout + run.stderr
    assert "right.py" not in run.stdout
