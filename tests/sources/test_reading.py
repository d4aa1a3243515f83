"""Files and bytes of every kind: what they are told to be, and what is said where they are none."""

from __future__ import annotations

import copy
import io
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import Report, UnreadableFile, from_json, parse, parse_bytes, read, to_bytes, to_json, to_text
from govreport.sources.kinds import MAX_BYTES, text_kind

TEXT = (
    "河阳市水务局2021年政府信息公开工作年度报告\n来源：河阳市水务局\n一、总体情况\n（一）主动公开。全年公开信息30条。\n"
)
PAGE = "<html><head><meta charset='gb2312'></head><body><p>" + TEXT.replace("\n", "</p><p>") + "</p></body></html>"


# --- what kind of file it is -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("一、总体情况\n", "", "text"),
        ("<!DOCTYPE html><p>正文", "", "html"),
        ("\n <html lang=zh>", "", "html"),
        ("<?xml version='1.0'?><!-- 页 --><div class=a>正文</div>", "", "html"),
        ("<!---->\n" * 200 + "<p>正文</p>", "", "html"),
        ("<!-- 页 -->" * 200 + "正文</p>", "", "text"),
        ("<p>正文</p>", "report.txt", "html"),
        ("网站首页<p>甲</p><p>乙</p><p>丙</p><div>丁</div><div>戊</div>", "", "html"),
        ("网站首页<p>甲</p>", "", "text"),
        ("网站首页<p>甲</p>", "page.shtml", "html"),
        ("网站首页", "page.html", "text"),
        ("# 标题\n<table><tr><td>甲</td></tr></table>" + "<td>乙</td>" * 9, "law.md", "text"),
        ("<关于印发办法的通知>\n各单位：", "", "text"),
        ("<U+00A0>一、总体情况", "", "text"),
        ("a < b, b </ c", "", "text"),
    ],
)
def test_content_tells_the_kind_and_the_name_helps(text: str, name: str, kind: str) -> None:
    assert text_kind(text, name) == kind


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (b"{\\rtf1\\ansi", "rtf", "soffice"),
        (b"PK\x05\x06" + bytes(18), "zip", "unpack"),
        (b"\x89PNG\r\n\x1a\n\x00", "png", "recognise"),
    ],
)
def test_other_kinds_are_named_with_a_remedy(data: bytes, kind: str, remedy: str, tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_bytes(data)
    with pytest.raises(UnreadableFile, match=rf"this is a {kind} file: .*{remedy}.*; plain text, HTML, .docx") as error:
        read(file)
    assert error.value.kind == kind

    report = parse_bytes(data)  # bytes never raise
    assert (to_text(report), report.source.kind) == ("", kind)
    assert [(one.code, one.severity) for one in report.issues] == [("unreadable-file", "error")]


def test_a_docx_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(TEXT.encode())
    with pytest.raises(UnreadableFile, match="damaged or none"):
        read(file)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        read(tmp_path)


def test_an_empty_file_is_a_report_without_text(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(b"")
    report = read(file)
    assert to_text(report) == ""
    assert [one.code for one in report.issues] == ["no-text"]


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    with file.open("wb") as handle:
        handle.truncate(2 * 1024**3)  # takes no room on the disk
    with pytest.raises(UnreadableFile, match="larger than 128 MiB"):
        read(file)
    assert MAX_BYTES == 128 * 1024**2


@pytest.mark.parametrize(
    ("module", "extra", "data"),
    [
        ("selectolax", "html", "b'<html><p>x'"),
        ("docx", "docx", "docx()"),
        ("pdfplumber", "pdf", "b'%PDF-1.7'"),
        ("olefile", "doc", r"b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'"),
    ],
)
def test_a_missing_extra_is_named(module: str, extra: str, data: str) -> None:
    code = f"""
import io, sys, zipfile
def docx():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", b"")
    return file.getvalue()
sys.modules[{module!r}] = None  # as if it were not there
import govreport
try:
    govreport.parse_bytes({data})
except govreport.MissingExtra as error:
    print(error.extra, error)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.stdout.strip() == f"{extra} this needs {module}: pip install 'govreport[{extra}]'", run.stderr


# --- what the report says of it --------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "mixed", None])
@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-8", False), ("utf-8", True), ("gb18030", False), ("utf-16-le", True)]
)
def test_plain_text_comes_back_byte_for_byte(encoding: str, bom: bool, newline: str | None) -> None:
    text = {"mixed": TEXT + "\r\n后记\r", None: TEXT.replace("\n", "。")}.get(newline) or TEXT.replace(
        "\n", newline or ""
    )
    data = (("\ufeff" if bom else "") + text).encode(encoding)
    report = parse_bytes(data)
    source = report.source
    assert (source.kind, source.encoding, source.bom, source.newline) == ("text", encoding, bom, newline)
    assert (source.replacements, source.exact) == (0, True)
    assert to_text(report) == text
    assert to_bytes(report) == data
    assert to_bytes(from_json(to_json(report))) == data


def test_an_edited_report_is_printed_in_its_encoding() -> None:
    report = parse_bytes(TEXT.encode("gb18030"))
    report.sections[0].heading.title = "概述"
    assert to_bytes(report).decode("gb18030") == TEXT.replace("总体情况", "概述")
    assert to_bytes(report, "utf-8").decode() == TEXT.replace("总体情况", "概述")


def test_what_was_parsed_from_a_string_is_printed_in_utf_8() -> None:
    assert to_bytes(parse(TEXT)) == TEXT.encode()


def test_html_is_not_given_back() -> None:
    report = parse_bytes(PAGE.encode("gb18030"))
    assert (report.source.kind, report.source.encoding, report.source.exact) == ("html", "gb18030", False)
    assert report.section(1, 1) is not None
    with pytest.raises(ValueError, match="holds the text of the html file"):
        to_bytes(report)
    assert to_bytes(report, "utf-8") == to_text(report).encode()


def test_source_is_what_the_page_says_and_what_the_file_was() -> None:
    report = parse_bytes(TEXT.encode("gb18030"))
    assert report.source == "河阳市水务局"
    assert report.source.encoding == report.origin.encoding == "gb18030"
    assert not parse("一、总体情况\n").source
    for again in (pickle.loads(pickle.dumps(report.source)), copy.deepcopy(report.source)):
        assert (again, again.encoding) == (report.source, "gb18030")


def test_bytes_that_could_not_be_decoded_are_counted_and_placed() -> None:
    data = TEXT.encode()
    at = data.index("总体".encode())
    report = parse_bytes(data[:at] + b"\xff" + data[at:])
    assert (report.source.encoding, report.source.replacements, report.source.exact) == ("utf-8", 1, False)
    offset = to_text(report).index("\ufffd")
    (lost,) = [one for one in report.issues if one.code == "replacement-characters"]
    assert (lost.start, lost.end) == (offset, offset + 1)
    assert str(offset) in lost.message


def test_a_part_in_another_encoding_is_read_and_reported() -> None:
    foreign = "（二）依申请公开。全年收到申请两件，均已按期答复，没有收取费用。\n"
    report = parse_bytes((TEXT * 3).encode() + foreign.encode("gb18030"))
    assert to_text(report) == TEXT * 3 + foreign
    assert [one.code for one in report.issues if one.code == "mixed-encodings"] == ["mixed-encodings"]
    assert (report.source.encoding, report.source.exact) == ("utf-8", False)
    assert [one.start for one in report.issues] == sorted(one.start for one in report.issues)


@pytest.mark.parametrize("escape", ["&nbsp;", "&#160;", "<U+00A0>"])
def test_escaped_blanks_are_read_as_blanks_and_written_as_they_were(escape: str) -> None:
    data = TEXT.replace("一、", escape * 2 + "一、").encode()
    report = parse_bytes(data)
    assert to_text(report) == TEXT.replace("一、", "\u00a0\u00a0一、")
    assert report.origin.escapes == {"\u00a0": escape}
    assert to_bytes(report) == data


# --- what can be read from -------------------------------------------------------------------------------------------


def same(report: Report) -> bool:
    return report == parse_bytes(TEXT.encode())


def test_files_and_file_objects(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(TEXT.encode())
    assert same(read(file))
    assert same(read(str(file)))
    with file.open("rb") as handle:
        assert same(read(handle))
    with file.open(encoding="utf-8", newline="") as text:
        report = read(text)
    assert (to_text(report), report.source.kind, report.source.encoding) == (TEXT, "text", None)
    assert read(io.StringIO(PAGE)).source.kind == "html"


def test_a_declared_encoding_is_believed_as_far_as_the_bytes_agree() -> None:
    assert parse_bytes(TEXT.encode("gb18030"), declared="GB2312").source.encoding == "gb18030"
    assert parse_bytes(TEXT.encode(), declared="GB2312").source.encoding == "utf-8"
    assert to_text(parse_bytes(TEXT.encode("gb18030"), "gb18030")) == TEXT
    with pytest.raises(LookupError):
        parse_bytes(b"", "no-such-encoding")
