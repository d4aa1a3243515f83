"""``govreport review``: what it shows, and what it writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import Result

from govreport import FieldFix, HeadingFix, fix_beside, parse, read
from govreport.cli.server import Server
from tests.cli.test_cli import run

DOUBTED = (
    "首页 > 水务\n关于停水检修的公告\n因管道检修，6月20日8时至18时城东片停水。\n"
    "特此公告\n墨溪区水务局 张三\n2024年6月\n缴费网点\n城东\n城西\n"
)
SURE = "关于停水的公告\n一、范围\n城东片停水。\n二、时间\n6月20日8时停水。\n墨溪区水务局\n2024年6月19日\n"


def review(*arguments: str | Path, typed: str = "") -> Result:
    """Run the command, and type something at its prompt."""
    return run("review", *arguments, stdin=typed.encode())


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "doubted.txt").write_text(DOUBTED, encoding="utf-8")
    (folder / "sure.txt").write_text(SURE, encoding="utf-8")
    return folder


def test_the_least_sure_page_comes_first(pages: Path) -> None:
    assert (parse(DOUBTED).confidence or 0) < (parse(SURE).confidence or 0)
    done = review(pages, typed="skip\nskip\n")
    assert done.exit_code == 0
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("[")] == [
        str(pages / "doubted.txt"),
        str(pages / "sure.txt"),
    ]
    assert "2 of 2 pages to look at" in done.stderr
    assert list(pages.glob("*.json")) == []


def test_a_page_as_it_is_shown(pages: Path) -> None:
    done = review(pages / "sure.txt", typed="quit\n")
    assert done.stdout.splitlines()[1:] == [
        "  title        关于停水的公告",
        "  issuer       墨溪区水务局",
        "  year         -",
        "  published    -",
        "  doc_number   -",
        "  addressee    -",
        "  signature    墨溪区水务局",
        "  date         2024-06-19",
        "    1  一、范围  (line 2)",
        "    2  二、时间  (line 4)",
        "  the document: lines 2 to 7",
        "> quit",
    ]


def test_doubts_are_shown_with_their_places(pages: Path) -> None:
    (doubt, *_) = parse(DOUBTED).doubts
    done = review(pages / "doubted.txt", typed="quit\n")
    line = DOUBTED.count("\n", 0, doubt.start) + 1
    assert f"  ? {doubt.chance:.2f}  line {line}  {doubt.code}: " in done.stdout


def test_what_is_typed_is_written_beside_the_page(pages: Path) -> None:
    page = pages / "sure.txt"
    typed = "title=停水的公告\nissuer=墨溪区供水办公室\ndrop 2\nadd 5 1 6月20日\nok\n"
    done = review(page, "--by", "甲", typed=typed)
    assert done.exit_code == 0
    fix = fix_beside(page)
    assert fix is not None
    assert (fix.page, fix.by, fix.reviewed) == ("sure.txt", "甲", True)
    assert fix.fields == {"title": FieldFix("停水的公告", (2, 7)), "issuer": FieldFix("墨溪区供水办公室")}
    first, second = SURE.index("二、"), SURE.index("6月20日")
    assert fix.headings == [HeadingFix("drop", first), HeadingFix("add", second, second + 5, 1)]
    report = read(page)
    assert (report.title, report.issuer, report.doubts) == ("停水的公告", "墨溪区供水办公室", [])
    assert [section.heading.title for section in report.sections] == ["范围", "6月20日"]


def test_headings_at_other_levels_and_with_other_ends(pages: Path) -> None:
    page = pages / "sure.txt"
    review(page, typed="level 2 2\nend 1 范围\nend 2 时\nsave\n")
    report = read(page)
    assert report.section("1/2").heading.title == "时"
    assert report.section("1/2").children[0].text == "间"
    assert [one.what for one in report.corrections] == ["heading-level", "heading-ended"]


def test_where_the_document_begins_and_ends(pages: Path) -> None:
    page = pages / "sure.txt"
    review(page, typed="begin 4\nfinish 5\nsave\n")
    assert read(page).body.span == (SURE.index("二、"), SURE.index("墨溪区水务局\n"))


def test_what_has_no_meaning_is_said_and_changes_nothing(pages: Path) -> None:
    typed = "drop 9\ndrop x\nlevel 1 3\nend 1 没有\nadd 99\nbegin 99\nyear=去年\nundo\ntext 4\nwhat\nsave\n"
    done = review(pages / "sure.txt", typed=typed)
    for said in (
        "there is no heading 9: they go from 1 to 2",
        "it takes a number",
        "heading level: there is no place at level 3: the deepest there is 1",
        "没有 does not stand there",
        "there is no line 99: they go from 1 to 8",
        "year takes a number, not '去年'",
        "there is nothing to take back",
        "      4  二、时间",
        "title=WORDS       set a field right",
    ):
        assert said in done.stdout
    fix = fix_beside(pages / "sure.txt")
    assert fix is not None
    assert fix.is_empty


def test_undo_takes_back_what_was_said_last(pages: Path) -> None:
    review(pages / "sure.txt", typed="drop 1\ndrop 1\nundo\nsave\n")
    assert [section.heading.title for section in read(pages / "sure.txt").sections] == ["时间"]


def test_pages_that_were_looked_at_are_not_shown_again(pages: Path) -> None:
    review(pages, typed="ok\nquit\n")
    assert "[1/1]" in review(pages, typed="quit\n").stdout
    again = json.loads(review(pages, "--again", "--json").stdout)
    assert [one["reviewed"] for one in again] == [False, True]


def test_only_some_pages(pages: Path) -> None:
    code = parse(DOUBTED).doubts[0].code
    between = ((parse(DOUBTED).confidence or 0) + (parse(SURE).confidence or 0)) / 2
    for options in (("--code", code), ("--below", str(between)), ("-n", "1")):
        (shown,) = json.loads(review(pages, "--json", *options).stdout)
        assert shown["file"] == str(pages / "doubted.txt")


def test_what_is_shown_as_json(pages: Path) -> None:
    (shown,) = json.loads(review(pages / "sure.txt", "--json").stdout)
    assert shown["fields"]["date"] == "2024-06-19"
    assert shown["fields"]["signature"] == ["墨溪区水务局"]
    assert shown["headings"][0] == {"at": 8, "end": 12, "line": 2, "level": 1, "marker": "一、", "title": "范围"}
    assert shown["body"] == {"start": 8, "end": len(SURE)}
    assert (shown["corrections"], shown["refused"], shown["reviewed"]) == ([], [], False)


def test_a_script_sets_fields(pages: Path) -> None:
    page = pages / "sure.txt"
    said = ("title=停水公告", "signature=墨溪区水务局，墨溪区林业局", "addressee=")
    done = review(page, *(argument for one in said for argument in ("--set", one)))
    assert done.stdout == f"  {page.with_name('sure.fix.json')}\n"
    report = read(page)
    assert (report.title, report.signature, report.addressee) == ("停水公告", ["墨溪区水务局", "墨溪区林业局"], None)
    review(page, "--reviewed", "--set", "year=2024")
    assert [one.what for one in read(page).corrections] == ["title", "signature", "addressee", "year", "reviewed"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--set", "titel=x"], "titel=x: give NAME=VALUE; names are title, issuer"),
        (["--set", "year=x"], "year takes a number, not 'x'."),
        (["--set", "period=2024-01-01"], "period takes the first and the last day"),
    ],
)
def test_what_cannot_be_set(arguments: list[str], message: str, pages: Path) -> None:
    done = review(pages / "sure.txt", *arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())
    assert list(pages.glob("*.json")) == []


def test_usage(pages: Path) -> None:
    assert "--set and --reviewed take one FILE" in review(pages, "--reviewed").stderr
    assert "standard input has no place" in review("-").stderr
    assert "--serve takes one folder" in review(pages / "sure.txt", "--serve").stderr


def test_corrections_for_another_text_are_left_alone(pages: Path) -> None:
    page = pages / "sure.txt"
    review(page, "--reviewed")
    page.write_text(DOUBTED, encoding="utf-8")
    done = review(page, "--set", "year=2024")
    assert done.exit_code == 1
    assert "the corrections beside it are for another text" in done.stderr


def test_other_commands_take_no_fix_for_a_page(pages: Path) -> None:
    page = pages / "sure.txt"
    review(page, "--set", "issuer=墨溪区供水办公室")
    records = [json.loads(line) for line in run("parse", pages).stdout.splitlines()]
    assert [one["issuer"] for one in records] == [parse(DOUBTED).issuer, "墨溪区供水办公室"]
    (record,) = [json.loads(line) for line in run("parse", page, page.with_name("sure.fix.json")).stdout.splitlines()]
    assert record["corrections"] == ["issuer"]
    (plain,) = [json.loads(line) for line in run("parse", page, "--no-corrections").stdout.splitlines()]
    assert (plain["issuer"], plain["corrections"]) == ("墨溪区水务局", [])
    done = run("parse", page.with_name("sure.fix.json"))
    assert done.exit_code == 2
    assert "corrections are read with their pages" in done.stderr


def test_what_was_set_right_is_shown(pages: Path) -> None:
    page = pages / "sure.txt"
    review(page, "--set", "issuer=墨溪区供水办公室", "--reviewed")
    assert "set right   issuer, reviewed" in run("tree", page).stdout
    shown = run("view", page).stdout
    assert '"corrections":[{"name":"issuer","value":"墨溪区水务局 → 墨溪区供水办公室","leaf":null}' in shown


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_pages_by_what_an_output_says_of_them(name: str, pages: Path) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow: pip install 'govreport[arrow]'")
    output = pages.parent / name
    run("convert", pages, "-o", output, "--jobs", "1", "-q")
    (pages / "broken.docx").write_bytes(b"PK")
    code = parse(DOUBTED).doubts[0].code
    (shown,) = json.loads(review("--from", output, "--json", "--code", code).stdout)
    assert shown["file"] == str(pages / "doubted.txt")
    assert review("--from", output, typed="ok\nskip\n").exit_code == 0
    assert "[1/1]" in review("--from", output, typed="quit\n").stdout  # the one was looked at since
    (pages / "sure.txt").unlink()
    assert "pages that are in archives, or gone: 1" in review("--from", output).stderr


def test_an_output_that_is_none(pages: Path) -> None:
    assert "is no output of govreport convert" in review("--from", pages / "sure.txt").stderr
    assert "give FILEs, or an output with --from" in review().stderr


def test_the_list_in_a_browser_begins_with_the_least_sure(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[bool] = []

    def stopped(server: Server) -> None:
        served.append(server.edits)
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", stopped)
    done = review(pages, "--serve", "--port", "0")
    assert re.match(r"http://127\.0\.0\.1:\d+/\?sort=confidence  ", done.stdout)
    assert served == [True]
