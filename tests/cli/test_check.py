"""``govreport check``, run in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import CliRunner, Result

from govreport.cli.commands import commands

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-2019-tables.txt"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["check", *map(str, arguments)])


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "a,b.txt"
    text = FIXTURE.read_text(encoding="utf-8").replace("2\t0\t0\t0\t2\t1\t0", "2\t1\t0\t0\t2\t1\t0")
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_nothing_to_say() -> None:
    result = run(FIXTURE)
    assert (result.exit_code, result.output) == (0, "")


def test_a_line_a_violation(faulty: Path) -> None:
    result = run(FIXTURE, faulty)
    assert result.exit_code == 1
    line = faulty.read_text(encoding="utf-8").partition("2\t1\t0\t0\t2\t1\t0")[0].count("\n") + 1
    assert result.output == (f"{faulty}:{line}: review-outcomes 行政复议: 结果维持 2 + 结果纠正 1 = 3, but 总计 2\n")


def test_for_a_workflow(faulty: Path) -> None:
    result = run("--format", "github", faulty)
    assert result.exit_code == 1
    assert result.output.startswith(f"::warning file={str(faulty).replace(',', '%2C')},line=")
    assert ",title=review-outcomes::行政复议: 结果维持 2" in result.output


def test_as_json(faulty: Path) -> None:
    (one,) = json.loads(run("--format", "json", faulty).output)
    assert (one["code"], one["status"], one["difference"], one["official"]) == ("review-outcomes", "violated", 1, False)
    assert json.loads(run("--format", "json", FIXTURE).output) == []


def test_the_year_before(tmp_path: Path) -> None:
    before = tmp_path / "before.txt"
    text = FIXTURE.read_text(encoding="utf-8")
    before.write_text(text.replace("2019年政府信息公开工作", "2018年政府信息公开工作"), encoding="utf-8")
    result = run("--previous", before, FIXTURE)
    assert result.exit_code == 1
    assert "carried-over 结转下年度继续办理 of the year before 1, but 上年结转政府信息公开申请数量 2" in result.output
    assert run("--previous", FIXTURE, FIXTURE).exit_code == 2  # it is the same year
    assert run("--previous", before, FIXTURE, FIXTURE).exit_code == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path / "gone.txt", FIXTURE)
    assert result.exit_code == 1
    assert "gone.txt" in result.output


def test_doubts_are_printed_the_least_sure_file_first(tmp_path: Path) -> None:
    sure, unsure, wrong = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "3.txt"
    sure.write_text("一、总体情况\n全年公开信息128条。\n二、改进措施\n每周巡查一次。\n", encoding="utf-8")
    unsure.write_text("城东停水检修\n因管道检修，6月20日8时至18时城东片停水，请各户提前储水。\n", encoding="utf-8")
    wrong.write_text(
        "首页 > 水务\n水务惠民\n节水小课堂\n本局窗口检修管道，请各户提前储水，并关好水龙头。\n", encoding="utf-8"
    )
    result = run("--doubts", sure, unsure, wrong)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{wrong}:3: possible-heading ")
    assert lines[-1].startswith(f"{unsure}:1: uncertain-title ")
    assert result.stderr == "2 of 3 files have doubts\n"


def test_doubts_have_one_form() -> None:
    result = run("--doubts", "--format", "json", FIXTURE)
    assert result.exit_code == 2
    assert "--doubts goes with neither" in result.stderr
