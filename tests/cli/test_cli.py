"""The command line, run in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import govreport
from govreport import Body, Cell, Heading, Issue, Paragraph, Report, Row, Section, Table, Title
from govreport.tree.nodes import Front

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import CliRunner, Result

from govreport.cli.commands import commands
from govreport.corpus import convert
from govreport.parsing import pipeline

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-runin.txt"
PAGE = "某市水务局2009年度政府信息公开工作年度报告\n\n一、概况\n\n全年公开信息462条。\n\n二、措施\n\n全部按时答复。\n"


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str | None) -> Result:
    return CliRunner(env=environment).invoke(commands, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8", newline="")
    return path


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Report:
    """A report made by hand, which every file then holds."""
    report = Report(front=Front(children=[Title("[red]公报[/red] [bold]")]))
    monkeypatch.setattr(govreport, "read", lambda file, encoding=None, **choices: report)
    return report


# parse


def test_json_is_the_default_and_ends_its_line(page: Path) -> None:
    result = run("parse", page)
    assert result.exit_code == 0
    assert result.stdout.endswith(govreport.to_json(govreport.read(page)) + "}\n")
    assert govreport.from_json(result.stdout) == govreport.parse(PAGE)


def test_a_record_says_at_the_top_what_the_page_says_of_itself() -> None:
    record = json.loads(run("parse", FIXTURE).stdout)
    assert govreport.from_dict(record) == govreport.from_dict(record["report"]) == govreport.read(FIXTURE)
    told: dict[str, object] = {
        "path": str(FIXTURE),
        "title": "溪原市水务局2009年度政府信息公开工作年度报告",
        "issuer": "溪原市水务局",
    }
    told |= {"year": 2009, "doc_number": None, "doc_type": "报告", "url": None, "kind": "text"}
    assert {name: record[name] for name in told} == told
    assert record["published"].startswith("2010-03-")


def test_parse_and_convert_write_the_same_lines(page: Path, tmp_path: Path) -> None:
    convert(page.parent, tmp_path / "out.jsonl", jobs=1)
    assert run("parse", page.parent).stdout_bytes == (tmp_path / "out.jsonl").read_bytes()


def test_json_is_indented_on_demand(page: Path) -> None:
    assert run("parse", page, "--indent", "2").stdout.startswith('{\n  "')


def test_several_files_are_json_lines(page: Path) -> None:
    lines = run("parse", page, FIXTURE).stdout_bytes.splitlines()
    assert [govreport.from_json(line.decode()).title for line in lines] == [
        "某市水务局2009年度政府信息公开工作年度报告",
        "溪原市水务局2009年度政府信息公开工作年度报告",
    ]


@pytest.mark.parametrize("text", [PAGE, PAGE.replace("\n", "\r\n"), PAGE.rstrip("\n"), "\r\r\n\n", "", "\x1b[31m\x00"])
def test_text_is_lossless(text: str) -> None:
    data = text.encode()
    assert run("parse", "-", "--to", "text", stdin=data).stdout_bytes == data


def test_text_of_several_files_is_one_after_the_other(page: Path) -> None:
    assert run("parse", page, page, "--to", "text").stdout_bytes == 2 * PAGE.encode()


def test_gb18030_comes_out_in_utf8() -> None:
    assert run("parse", "-", "--to", "text", stdin=PAGE.encode("gb18030")).stdout_bytes == PAGE.encode()


def test_encoding_can_be_told() -> None:
    result = run("parse", "-", "--to", "text", "--encoding", "utf-16-be", stdin=PAGE.encode("utf-16-be"))
    assert result.stdout_bytes == PAGE.encode()


@pytest.mark.parametrize("source", ["file", "pipe"])
def test_headings_without_a_stop_may_stay_whole(source: str) -> None:
    data = FIXTURE.read_bytes()
    arguments: list[str | Path] = [FIXTURE] if source == "file" else ["-"]
    printed = run("parse", *arguments, "--split-headings", "never", stdin=data).stdout
    assert govreport.from_json(printed) == govreport.parse_bytes(data, split_headings="never")
    assert govreport.from_json(printed) != govreport.parse_bytes(data)


def test_text_is_what_a_person_sees(tmp_path: Path) -> None:
    html = tmp_path / "page.html"
    html.write_bytes("<html><p>甲</p><script>乙</script><p>丙</p>".encode("gb18030"))
    assert run("text", html, "-", stdin=PAGE.encode("gb18030")).stdout_bytes.decode() == "甲\n丙\n" + PAGE


@pytest.mark.parametrize("command", ["parse", "tree", "text"])
def test_a_file_of_another_kind_is_named(command: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run(command, file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"govreport: {file}: this is a png file: ")


def test_clean_text_and_markdown(page: Path) -> None:
    report = govreport.parse(PAGE)
    assert run("parse", page, "--to", "clean").stdout_bytes.decode() == govreport.to_text(report, clean=True)
    assert run("parse", page, "--to", "markdown").stdout_bytes.decode() == govreport.to_markdown(report)


@pytest.mark.parametrize("form", ["json", "text", "clean", "markdown"])
def test_lone_surrogates_come_out(given: Report, form: str) -> None:
    given.body = Body(children=[Paragraph("甲\udc80乙")])
    result = run("parse", "-", "--to", form)
    assert result.exit_code == 0
    if form == "json":
        assert govreport.from_json(result.stdout_bytes.decode()) == given  # escaped, so the JSON is good UTF-8
    else:
        assert "甲\udc80乙" in result.stdout_bytes.decode("utf-8", "surrogatepass")


def test_one_file_goes_to_a_file(page: Path, tmp_path: Path) -> None:
    result = run("parse", page, "-o", tmp_path / "new" / "report.json")
    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((tmp_path / "new" / "report.json").read_bytes())


@pytest.mark.parametrize(
    ("form", "suffix"), [("json", ".json"), ("text", ".txt"), ("clean", ".txt"), ("markdown", ".md")]
)
def test_several_files_go_to_a_directory(page: Path, tmp_path: Path, form: str, suffix: str) -> None:
    result = run("parse", page, FIXTURE, "-", "--to", form, "-o", tmp_path / "out", stdin=PAGE.encode())
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"page" + suffix, "annual-runin" + suffix, "stdin" + suffix}


def test_one_file_goes_into_a_directory_that_is_there(page: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    run("parse", page, "-o", tmp_path / "out")
    assert (tmp_path / "out" / "page.json").is_file()


def test_outputs_never_overwrite_inputs_or_each_other(page: Path, tmp_path: Path) -> None:
    result = run("parse", page, "--to", "clean", "-o", tmp_path)
    assert result.exit_code == 2
    assert "page.txt is an input" in result.stderr
    assert page.read_bytes() == PAGE.encode()

    (tmp_path / "other").mkdir()
    twin = (tmp_path / "other" / "page.txt").resolve()
    twin.write_bytes(page.read_bytes())
    result = run("parse", page, twin, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "page.json would hold two of the inputs" in result.stderr


def test_unwritable_output_is_named(page: Path) -> None:
    result = run("parse", page, "-o", page / "below.json")
    assert result.exit_code == 1
    assert str(page / "below.json") in result.stderr


# files that cannot be read


@pytest.mark.parametrize("command", ["parse", "tree"])
def test_unreadable_files_are_named_and_the_others_done(command: str, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(command, tmp_path / "absent.txt", tmp_path / "empty", tmp_path / "a.zip", page)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"govreport: {tmp_path / 'absent.txt'}: No such file or directory",
        f"govreport: {tmp_path / 'empty'}: there is no file in it",
        f"govreport: {tmp_path / 'a.zip'}: No such file or directory",
    ]
    assert "某市水务局2009年度政府信息公开工作年度报告" in result.stdout


# folders and patterns


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages, of the same name in folders of it."""
    for year in ("2009", "2010"):
        (tmp_path / "pages" / year).mkdir(parents=True)
        (tmp_path / "pages" / year / "report.txt").write_text(PAGE.replace("2009", year), encoding="utf-8")
    (tmp_path / "pages" / ".hidden.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "pages"


@pytest.mark.parametrize("source", [".", "*/report.txt", "**/*.txt"])
def test_folders_and_patterns_are_the_files_in_them(folder: Path, source: str) -> None:
    lines = run("parse", folder / source).stdout.splitlines()
    assert [json.loads(line)["year"] for line in lines] == [2009, 2010]
    assert run("tree", folder / source).stdout.count("report.txt") == 2
    assert run("check", folder / source).exit_code == 3  # on years before the format


@pytest.mark.parametrize(("command", "suffix"), [("parse", ".json"), ("view", ".html")])
def test_a_folder_goes_to_a_folder_like_it(folder: Path, tmp_path: Path, command: str, suffix: str) -> None:
    assert run(command, folder, "-o", tmp_path / "out").exit_code == 0
    made = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert made == [f"2009/report{suffix}", f"2010/report{suffix}"]


def test_what_cannot_be_read_in_a_folder_is_named(folder: Path) -> None:
    (folder / "a.zip").write_bytes(b"")
    (folder / "out.txt").symlink_to("/etc/hostname")
    result = run("parse", folder)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    archive, link = result.stderr.splitlines()
    assert archive == f"govreport: {folder / 'a.zip'}: it holds many pages, which `govreport convert` reads"
    assert link.startswith(f"govreport: {folder / 'out.txt'}: it is a link to outside of the folder")


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["tree"],
        ["unknown"],
        ["parse", "-", "--to", "pdf"],
        ["parse", "-", "--to", "text", "--indent", "2"],
        ["parse", "-", "--encoding", "klingon"],
        ["parse", "-", "--encoding", "base64"],
        ["parse", FIXTURE, "-", "-o", FIXTURE],
    ],
)
def test_usage_errors_exit_2(arguments: list[str | Path]) -> None:
    assert run(*arguments).exit_code == 2


# tree


def test_tree_of_a_page() -> None:
    lines = run("tree", FIXTURE).stdout.splitlines()
    assert lines[0] == "溪原市水务局2009年度政府信息公开工作年度报告"
    assert "  issuer      溪原市水务局" in lines
    assert "  year        2009" in lines
    assert "  published   2010-03-11 16:42:00" in lines
    assert "一、工作概况  1 paragraph" in lines
    assert "├── (二)完善工作制度  1 paragraph" in lines


def test_tree_of_a_report_made_by_hand(given: Report) -> None:
    table = Table(children=[Row(children=[Cell("公开"), Cell("462")])])
    numbered = Section(
        heading=Heading("1."), children=[Paragraph("各单位要高度重视此项工作，按照本通知的要求认真组织实施。")]
    )
    given.body = Body(
        children=[
            Paragraph("前言。"),
            Section(heading=Heading("一、", "概况"), children=[Paragraph("甲"), Paragraph("乙"), table, numbered]),
            Section(heading=Heading("第二条", "范围")),
        ]
    )
    given.issues = [Issue("skipped-number", "warning", "a number is [missing]", len(govreport.to_text(given)), 0)]
    assert run("tree", "-").stdout.splitlines() == [
        "[red]公报[/red] [bold]",
        "",
        "1 paragraph",
        "一、概况  2 paragraphs  1 table",
        "└── 1.各单位要高度重视此项工作，按照本通知的要求认真组…",
        "第二条 范围",
        "",
        "issues",
        f"  line {govreport.to_text(given).count(chr(10)) + 1}  warning  skipped-number  a number is [missing]",
    ]


def test_tree_of_nothing() -> None:
    result = run("tree", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("no title found\n")


def test_tree_names_the_file_where_there_are_several(page: Path) -> None:
    lines = run("tree", page, FIXTURE).stdout.splitlines()
    assert lines[0] == str(page)
    assert str(FIXTURE) in lines


def test_tree_is_coloured_only_where_it_is_wanted(page: Path) -> None:
    assert "\x1b" not in run("tree", page).stdout
    assert "\x1b[1m" in run("tree", page, FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b[36m" in run("tree", page, FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b[36m" not in run("tree", page, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout


def test_tree_sends_no_control_characters_to_the_terminal(given: Report) -> None:
    given.front.children = [Title("公\x1b]0;报\x07\udc80告")]
    assert run("tree", "-").stdout.startswith("公\ufffd]0;报\ufffd\ufffd告\n")


# the rest


def test_version_and_help() -> None:
    kind = "pure Python" if Path(pipeline.__file__ or "").suffix == ".py" else "compiled"
    assert run("--version").stdout.startswith(f"govreport {govreport.__version__} ({kind}, Python 3.")
    assert run("-V").stdout == run("--version").stdout
    assert "govreport tree report.txt" in run("--help").stdout
    assert "--to markdown -o report.md" in run("parse", "-h").stdout
    assert "govreport tree pages/*.txt" in run("tree", "-h").stdout
