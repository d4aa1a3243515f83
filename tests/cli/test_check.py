"""``govreport check``, run in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import CliRunner, Result

from govreport import read
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


def test_all_well() -> None:
    result = run(FIXTURE)
    assert (result.exit_code, result.output) == (0, f"{FIXTURE}: 62 passed, 0 violated, 0 not assessable\n")


def test_nothing_checked_is_not_all_well() -> None:
    old, other = FIXTURE.parent / "annual-runin.txt", FIXTURE.parent / "notice-enclosure.txt"
    result = run(old, other)
    assert result.exit_code == 3
    assert [line for line in result.output.splitlines() if "uncertain-" not in line] == [
        f"{old}: report on 2009: tables not checked",
        f"{other}: no annual report on 2019 or later: not checked",
    ]
    assert run("--allow-unchecked", old, other).exit_code == 0
    assert run(old, FIXTURE).exit_code == 0  # something was checked


def test_what_is_odd_is_printed_too_and_is_no_violation(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(FIXTURE.read_text(encoding="utf-8").replace("2020年1月15日", "2020年1月35日"), encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    odd, told = result.output.splitlines()
    assert ": impossible-date a date that does not exist, kept as text: " in odd
    assert told.endswith(": 62 passed, 0 violated, 0 not assessable")


def test_a_line_a_violation(faulty: Path) -> None:
    result = run(FIXTURE, faulty)
    assert result.exit_code == 1
    line = faulty.read_text(encoding="utf-8").partition("2\t1\t0\t0\t2\t1\t0")[0].count("\n") + 1
    assert result.output == (
        f"{FIXTURE}: 62 passed, 0 violated, 0 not assessable\n"
        f"{faulty}:{line}: review-outcomes 行政复议: 结果维持 2 + 结果纠正 1 = 3, but 总计 2\n"
        f"{faulty}: 61 passed, 1 violated, 0 not assessable\n"
    )


def test_for_a_workflow(faulty: Path) -> None:
    result = run("--format", "github", faulty)
    assert result.exit_code == 1
    assert result.output.startswith(f"::warning file={str(faulty).replace(',', '%2C')},line=")
    assert ",title=review-outcomes::行政复议: 结果维持 2" in result.output
    assert result.output.endswith(",title=checked::61 passed, 1 violated, 0 not assessable\n")


def test_as_json(faulty: Path) -> None:
    one, told = json.loads(run("--format", "json", faulty).output)
    assert (one["code"], one["status"], one["difference"], one["official"]) == ("review-outcomes", "violated", 1, False)
    assert (told["code"], told["status"], told["line"]) == ("checked", "checked", None)
    assert told["counts"] == {"ok": 61, "violated": 1, "not assessable": 0}
    *_, told = json.loads(run("--format", "json", FIXTURE.parent / "annual-runin.txt").output)
    assert (told["status"], told["message"]) == ("not checked", "report on 2009: tables not checked")


def test_in_chinese_where_the_system_or_the_reader_says_so(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = FIXTURE.parent / "damaged.txt"
    lines = run("--lang", "zh", faulty, odd).output.splitlines()
    assert lines[0].endswith("review-outcomes 行政复议：结果维持 2 + 结果纠正 1 = 3，而 总计 2")
    assert lines[1].endswith(": 61 项通过，1 项不符，0 项无法判断")
    assert "replacement-characters 有无法解码的字节（U+FFFD）：共 5 处，位于 47" in lines[2]
    assert lines[-1].endswith(": 不是2019年以后的年度报告：未检查")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run(faulty, odd).output.splitlines() == lines
    assert "61 passed" in run("--lang", "en", faulty).output
    assert json.loads(run("--format", "json", faulty).output)[1]["message"].startswith("61 passed")  # for programs
    monkeypatch.setenv("LC_ALL", "C")
    assert "61 passed" in run(faulty).output


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


def test_a_word_file_has_sections_and_paragraphs_for_lines(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in (
        "溪原市水务局关于停水检修的通知",
        "一、检修范围",
        "城东片停水。",
        "三、检修时间",
        "6月20日8时至18时。",
    ):
        document.add_paragraph(line)
    file = tmp_path / "notice.docx"
    document.save(file)
    first, _ = run(file).output.splitlines()
    assert first == f"{file}: 三、检修时间: skipped-number a number of the series is missing: 三、检修时间"
    assert run("--lang", "zh", file).output.startswith(f"{file}: 三、检修时间: skipped-number 序号有缺")
    (told, _) = json.loads(run("--format", "json", file).output)
    assert (told["place"], told["line"]) == ("三、检修时间", 4)
    assert "::warning file=" in run("--format", "github", file).output
    assert "line=" not in run("--format", "github", file).output


def test_doubts_are_printed_the_least_sure_file_first(tmp_path: Path) -> None:
    sure, short, menu = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "3.txt"
    sure.write_bytes((FIXTURE.parent / "annual-2021-cells.txt").read_bytes())
    short.write_text("城东停水检修\n因管道检修，6月20日8时至18时城东片停水，请各户提前储水。\n", encoding="utf-8")
    menu.write_text(
        "首页 > 水务\n水务惠民\n节水小课堂\n本局窗口检修管道，请各户提前储水，并关好水龙头。\n", encoding="utf-8"
    )
    result = run("--doubts", sure, short, menu)
    assert result.exit_code == 0
    named = [line.partition(":")[0] for line in result.stdout.splitlines()]
    confidence = {str(path): read(path, check=True).confidence for path in (short, menu)}
    assert list(dict.fromkeys(named)) == sorted(confidence, key=lambda path: confidence[path] or 0)
    assert result.stderr == "2 of 3 files have doubts\n"


def test_doubts_have_one_form() -> None:
    result = run("--doubts", "--format", "json", FIXTURE)
    assert result.exit_code == 2
    assert "--doubts goes with neither" in result.stderr
