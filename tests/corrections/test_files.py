"""The file beside a page: where it stands, what it says, and who reads it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from govreport import Body, FieldFix, Fix, HeadingFix, Paragraph, Report, correct, fix_beside, read, to_text, write_fix
from govreport.corpus import convert, reports

PAGE = "关于停水的公告\n一、范围\n城东片。\n二、时间\n6月20日。\n墨溪区水务局\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "pages" / "page.txt"
    file.parent.mkdir()
    file.write_text(PAGE, encoding="utf-8")
    return file


def beside(page: Path, **said: Any) -> Path:
    """Write a fix beside a page."""
    fix = Fix.for_report(read(page, corrections=False), page.name)
    for name, value in said.items():
        setattr(fix, name, value)
    return write_fix(fix, page)


def refused(report: Report) -> list[str]:
    return [one.message.partition("left out: ")[2] for one in report.issues if one.code == "refused-correction"]


# --- what it says -----------------------------------------------------------------------------------------------------


def test_a_fix_as_json() -> None:
    fix = Fix("sha256:0", "page.txt", "甲", "2024-07-01", True)
    fix.fields = {"title": FieldFix("停水", (2, 4)), "year": FieldFix(None)}
    fix.headings = [HeadingFix("end", 8, end=12), HeadingFix("add", 20)]
    fix.body_start = 8
    assert json.loads(fix.to_json()) == {
        "schema": "govreport-fix/1",
        "digest": "sha256:0",
        "page": "page.txt",
        "by": "甲",
        "when": "2024-07-01",
        "reviewed": True,
        "fields": {"title": {"value": "停水", "span": [2, 4]}, "year": {"value": None}},
        "headings": [{"do": "end", "at": 8, "end": 12}, {"do": "add", "at": 20}],
        "body": {"start": 8},
    }
    assert Fix.from_json(fix.to_json()) == fix


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "govreport-fix/2"}, "schema is \"govreport-fix/1\", not 'govreport-fix/2'"),
        ({"digest": 1}, "digest is a text, not 1"),
        ({"titel": "x"}, "it has no 'titel'"),
        ({"reviewed": "yes"}, "reviewed is true or false, not 'yes'"),
        ({"fields": {"name": {"value": "x"}}}, "fields has no 'name'"),
        ({"fields": {"title": "x"}}, "fields.title is an object"),
        ({"fields": {"title": {"span": [0, 1]}}}, "fields.title.value is missing"),
        ({"fields": {"date": {"value": "3月1日"}}}, "date takes a date as 2024-03-01, not '3月1日'"),
        ({"fields": {"year": {"value": True}}}, "year takes a number, not True"),
        ({"fields": {"title": {"value": "x", "span": [0]}}}, "fields.title.span is two offsets"),
        ({"headings": {}}, "headings is a list of at most 1000"),
        ({"headings": [{"do": "move", "at": 1}]}, "headings[0].do is one of add, drop, end, level, not 'move'"),
        ({"headings": [{"do": "end", "at": 1}]}, "headings[0].end is missing"),
        ({"headings": [{"do": "drop", "at": -1}]}, "headings[0].at is a number from 0, not -1"),
        ({"body": {"start": 1.5}}, "body.start is a number from 0, not 1.5"),
    ],
)
def test_what_is_no_fix(change: dict[str, Any], message: str) -> None:
    data = {"schema": "govreport-fix/1", "digest": "sha256:0", **change}
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the message is held against what is expected
        Fix.from_json(json.dumps(data))
    assert str(raised.value).startswith(message)


def test_what_is_no_json() -> None:
    for data in ("{", "[" * 100_000):
        with pytest.raises(ValueError, match="it is not JSON"):
            Fix.from_json(data)


# --- where it stands --------------------------------------------------------------------------------------------------


def test_read_sets_right_what_the_file_beside_a_page_says(page: Path) -> None:
    file = beside(page, fields={"issuer": FieldFix("墨溪区水务局")}, headings=[HeadingFix("drop", PAGE.index("二、"))])
    assert file.name == "page.fix.json"
    assert [one.what for one in read(page).corrections] == ["heading-dropped", "issuer"]
    assert len(read(page).sections) == 1
    assert len(read(page, corrections=False).sections) == 2
    with page.open("rb") as opened:
        assert read(opened).corrections == []  # an open file has no place


def test_two_pages_of_one_name(page: Path) -> None:
    other = page.with_suffix(".md")
    other.write_text("关于复水的公告\n一、时间\n6月21日。\n", encoding="utf-8")
    assert beside(page, reviewed=True).name == "page.txt.fix.json"
    assert beside(other, fields={"year": FieldFix(2024)}).name == "page.md.fix.json"
    assert [[one.what for one in read(file).corrections] for file in (page, other)] == [["reviewed"], ["year"]]


def test_a_fix_of_a_page_that_got_a_neighbour(page: Path) -> None:
    beside(page, reviewed=True)
    other = page.with_suffix(".md")
    other.write_text("关于复水的公告\n一、时间\n6月21日。\n", encoding="utf-8")
    assert [one.what for one in read(page).corrections] == ["reviewed"]
    assert read(other).corrections == []
    assert refused(read(other)) == []


def test_a_page_that_has_changed_since(page: Path) -> None:
    beside(page, reviewed=True)
    page.write_text(PAGE + "2024年6月19日\n", encoding="utf-8")
    assert read(page).corrections == []
    assert refused(read(page)) == ["it is for another text"]


def test_a_file_that_is_no_fix_is_an_issue(page: Path) -> None:
    page.with_name("page.fix.json").write_text("{}", encoding="utf-8")
    assert refused(read(page)) == ['page.fix.json: schema is "govreport-fix/1", not None']
    page.with_name("page.fix.json").write_bytes(b" " * (2 << 20))
    assert refused(read(page)) == ["page.fix.json has more than 1048576 bytes"]


def test_a_fix_is_found_again(page: Path) -> None:
    assert fix_beside(page) is None
    beside(page, by="甲", reviewed=True)
    fix = fix_beside(page)
    assert fix is not None
    assert (fix.by, fix.page, fix.reviewed) == ("甲", "page.txt", True)


def test_a_page_of_html(page: Path) -> None:
    pytest.importorskip("selectolax", reason="HTML needs selectolax: pip install 'govreport[html]'")
    html = page.with_name("notice.html")
    html.write_text("<h1>停水公告</h1><p>一、范围城东片停水。</p><p>二、其他</p><p>请储水。</p>", encoding="utf-8")
    text = to_text(read(html))
    beside(html, headings=[HeadingFix("end", text.index("一、"), end=text.index("城东"))])
    assert [one.heading.title for one in read(html).sections] == ["范围", "其他"]
    assert to_text(read(html)) == text


def test_a_report_made_by_hand() -> None:
    report = Report(body=Body([Paragraph("城东片停水。")]))
    fix = Fix.for_report(report)
    fix.headings = [HeadingFix("add", 0)]
    fix.body_start, fix.fields["title"] = 2, FieldFix("城东片", (0, 3))
    correct(report, fix)
    assert report.title == "城东片"
    assert set(refused(report)) == {
        "body start: the document would be empty",
        "heading add: it stands outside of the document",
    }
    assert to_text(report) == "城东片停水。\n"


# --- many pages -------------------------------------------------------------------------------------------------------


def rows(page: Path, **choices: Any) -> list[dict[str, Any]]:
    output = page.parent.parent / "out.jsonl"
    convert(page.parent, output, jobs=1, overwrite=True, **choices)
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_convert_sets_pages_right_and_takes_no_fix_for_a_page(page: Path) -> None:
    (before,) = rows(page)
    beside(page, fields={"issuer": FieldFix("墨溪区节水办公室")})
    (row,) = rows(page)
    assert (row["issuer"], row["corrections"]) == ("墨溪区节水办公室", ["issuer"])
    (left,) = rows(page, corrections=False)
    assert left == before
    assert [report.issuer for _, report in reports(page.parent)] == ["墨溪区节水办公室"]


def test_a_page_with_a_new_fix_is_not_known(page: Path) -> None:
    (before,) = rows(page)
    known = page.parent.parent / "known.jsonl"
    (page.parent.parent / "out.jsonl").rename(known)
    assert rows(page, known=[known]) == []
    beside(page, reviewed=True)
    (row,) = rows(page, known=[known])
    assert row["report_id"] != before["report_id"]
    assert row["sha256"] == before["sha256"]
    assert row["confidence"] == 1.0


def test_a_fix_in_an_archive_is_no_page(page: Path) -> None:
    file = beside(page, reviewed=True)
    archive = page.parent.parent / "pages.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for one in (page, file):
            packed.write(one, one.name)
    assert [(path, report.corrections) for path, report in reports(archive)] == [(f"{archive}/page.txt", [])]
