"""Many files → one data set: what goes in, what comes out, and what becomes of pages that cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest

from govreport import from_dict, parse_bytes
from govreport.corpus import Summary, convert
from tests.corpora import folder, lines, page

pytestmark = pytest.mark.slow


def converted(sources: Any, tmp_path: Path, **choices: Any) -> list[dict[str, Any]]:
    """The rows that come of some sources."""
    convert(sources, tmp_path / "out.jsonl", jobs=1, **choices)
    return lines(tmp_path / "out.jsonl")


def titles(rows: list[dict[str, Any]]) -> list[str]:
    return [row["title"] for row in rows]


def title(n: int) -> str:
    return f"溪原市第{n}水务所2015年政府信息公开工作年度报告"


# what comes out


def test_a_row_has_what_the_page_says_and_its_tree(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    (row,) = converted(pages, tmp_path)
    data = (pages / "000/第0000页.txt").read_bytes()
    assert from_dict(row.pop("report")) == parse_bytes(data)
    assert row["path"] == str(pages / "000/第0000页.txt")
    told = {"kind": "text", "encoding": "gb18030", "bytes": len(data), "title": title(0), "issuer": "溪原市第0水务所"}
    told |= {"year": 2015, "published": "2016-03-18T09:30:00", "date": "2016-03-15", "site_id": "6399000017"}
    told |= {"n_sections": 4, "n_paragraphs": 4, "n_tables": 0, "error": None}
    told |= {"issues": [issue.code for issue in parse_bytes(data).issues]}
    assert {name: row[name] for name in told} == told


def test_pages_come_by_name_however_many_work(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 25)
    summary = convert(pages, tmp_path / "two.jsonl", jobs=2)
    assert titles(lines(tmp_path / "two.jsonl")) == [title(n) for n in range(25)]
    assert titles(converted(pages, tmp_path)) == [title(n) for n in range(25)]
    assert (summary.files, summary.failed, summary.kinds) == (25, 0, {"text": 25})
    assert summary.encodings == {"utf-8": 16, "gb18030": 9}


def test_unordered_rows_are_the_same_rows(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 12)
    assert sorted(titles(converted(pages, tmp_path, ordered=False))) == sorted(map(title, range(12)))


def test_compressed_lines(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    convert(folder(tmp_path / "pages", 3), tmp_path / "out.jsonl.zst", jobs=1)
    with (tmp_path / "out.jsonl.zst").open("rb") as file:
        text = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True), "utf-8")
        assert titles([json.loads(line) for line in text]) == [title(0), title(1), title(2)]


def test_a_file_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "pages", 11)
    monkeypatch.chdir(tmp_path / "pages")
    convert(["000", "../pages/001"], tmp_path / "out", to="json", jobs=1)
    made = sorted(file.relative_to(tmp_path / "out").as_posix() for file in (tmp_path / "out").rglob("*.*"))
    assert made == [f"000/第000{n}页.txt.json" for n in range(10)] + ["_up/pages/001/第0010页.txt.json"]
    assert json.loads((tmp_path / "out/000/第0007页.txt.json").read_bytes())["title"] == title(7)


def test_no_pages_make_an_empty_output(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert converted(tmp_path / "pages", tmp_path) == []


def test_the_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    convert(folder(tmp_path / "pages", 3), tmp_path / "out.jsonl", progress=lambda sofar: told.append(sofar.files))
    assert told == [3]


# what goes in


def test_folders_are_read_with_all_below_them_but_for_hidden_files_and_links_up(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    (pages / ".hidden.txt").write_text(page(8))
    (pages / "loop").symlink_to(pages)
    (pages / "link.txt").symlink_to(pages / "000/第0000页.txt")
    assert [Path(row["path"]).name for row in converted(pages, tmp_path)] == ["第0000页.txt", "link.txt"]


def test_patterns(tmp_path: Path) -> None:
    folder(tmp_path / "pages", 12)
    assert titles(converted(str(tmp_path / "pages/**/*5页.txt"), tmp_path)) == [title(5)]


def test_zip_archives_with_names_from_windows_and_macos(tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("年报/", b"")  # a folder
        archive.writestr("年报/甲.txt", page(1))
        archive.writestr("0123456.txt", page(2))
        archive.writestr("0123456789.txt", page(3))
    data = file.read_bytes().replace(b"0123456789", "年报/丙".encode())
    file.write_bytes(data.replace(b"0123456", "年报/乙".encode("gb18030")))  # in GBK and in UTF-8, unsaid
    rows = converted(file, tmp_path)
    assert titles(rows) == [title(1), title(2), title(3)]
    assert [row["path"] for row in rows] == [f"{file}/年报/{name}.txt" for name in "甲乙丙"]


@pytest.mark.parametrize("suffix", ["tar", "tar.gz", "tgz", "tar.xz", "tar.bz2"])
def test_tar_archives(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"pages.{suffix}"
    form = {"tar": "", "tgz": "gz"}.get(suffix, suffix.removeprefix("tar."))
    with tarfile.open(file, f"w:{form}") as archive:  # type: ignore[call-overload]  # a form among those it knows
        archive.add(folder(tmp_path / "pages", 2), "pages")
    rows = converted(file, tmp_path)
    assert titles(rows) == [title(0), title(1)]
    assert rows[1]["path"] == f"{file}/pages/000/第0001页.txt"


JSON_LINES: Final = pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz", "jsonl.zst"])


def packed(file: Path, lines: list[str]) -> Path:
    data = "\n".join(lines).encode()
    if file.suffix == ".zst":
        data = pytest.importorskip("zstandard").ZstdCompressor().compress(data)
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file


@JSON_LINES
def test_json_lines(suffix: str, tmp_path: Path) -> None:
    rows = [{"body": page(1), "url": "https://example.org/1"}, {"body": page(2)}, {"text": page(3)}]
    file = packed(tmp_path / f"pages.{suffix}", [*map(json.dumps, rows), "", "{", "[" * 200_000])
    made = converted(file, tmp_path, text_column="body")
    assert titles(made) == [title(1), title(2), None, None, None]
    assert [row["url"] for row in made] == ["https://example.org/1", None, None, None, None]
    assert [row["path"] for row in made] == [f"{file}#{line}" for line in (1, 2, 3, 5, 6)]
    assert made[2]["error"] == "no text in the column 'body' (text_column says which)"
    assert all(row["error"].startswith("no JSON: ") for row in made[3:])


@JSON_LINES
def test_a_line_that_is_too_long_is_passed_over(suffix: str, tmp_path: Path) -> None:
    long = json.dumps({"text": "长" * 100_000})
    file = packed(tmp_path / f"pages.{suffix}", [long, json.dumps({"text": page(2)}), long])
    made = converted(file, tmp_path, max_bytes=10_000)
    assert titles(made) == [None, title(2), None]
    sizes = [len(long) + 1, len(long)]
    assert [row["error"] for row in made[::2]] == [
        f"the line has {size} bytes, more than the limit of 40000" for size in sizes
    ]


def test_warc_files_give_their_pages(tmp_path: Path) -> None:
    warc = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    with (tmp_path / "crawl.warc.gz").open("wb") as file:
        writer = warc.WARCWriter(file, gzip=True)

        def add(url: str, status: str, kind: str, body: bytes) -> None:
            http = headers(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))

        html = "".join(f"<p>{line}</p>" for line in page(1).splitlines())
        add("https://example.org/1", "200 OK", "text/html; charset=GB2312", f"<html>{html}</html>".encode("gb18030"))
        add("https://example.org/logo.png", "200 OK", "image/png", b"\x89PNG")
        add("https://example.org/gone", "404 Not Found", "text/html", b"<p>404</p>")
        add("https://example.org/2", "200 OK", "text/plain", page(2).encode())
    rows = converted(tmp_path / "crawl.warc.gz", tmp_path)
    assert [row["error"] for row in rows] == [None, None]
    assert titles(rows) == [title(1), title(2)]
    assert [row["url"] for row in rows] == ["https://example.org/1", "https://example.org/2"]
    assert [(row["kind"], row["encoding"]) for row in rows] == [("html", "gb18030"), ("text", "utf-8")]


def test_text_with_half_a_character_is_stored(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(json.dumps({"text": page(1).replace("水务所2015", "水\ud800务所2015")}))
    (row,) = converted(tmp_path / "pages.jsonl", tmp_path)
    assert row["title"] == title(1).replace("水务", "水?务")
    assert "水\ud800务" in from_dict(row["report"]).title  # type: ignore[operator]


# pages that cannot be read


def test_a_damaged_file_of_an_archive_is_a_row_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            archive.writestr(f"{n}.txt", page(n))
        at = archive.infolist()[1].header_offset
    data = bytearray(file.read_bytes())
    data[at + 40 : at + 80] = b"\xff" * 40
    file.write_bytes(data)
    rows = converted(file, tmp_path)
    assert titles(rows) == [title(0), None, title(2)]
    assert rows[1]["error"].startswith("Error -3 while decompressing data")


def test_a_page_that_cannot_be_read_is_a_row_that_says_why(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    (pages / "a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    (pages / "b.zip").write_bytes(b"PK\x03\x04 and no more")
    (pages / "c.txt").write_text("长" * 1000)
    (pages / "d.txt").symlink_to("nowhere")
    (pages / "e.tar.gz").write_bytes(b"no archive")
    rows = converted(pages, tmp_path, max_bytes=2000)
    told = {Path(row["path"]).name: row["error"] for row in rows}
    assert told.pop("第0000页.txt") is None
    assert told.pop("a.pdf").startswith("this is a png file: ")
    assert told.pop("e.tar.gz")  # in the words of the library that reads it
    assert told == {
        "b.zip": "File is not a zip file",
        "c.txt": "it has 3000 bytes, more than the limit of 2000",
        "d.txt": "No such file or directory",
    }
    assert all(row["report"] is None and row["sha256"] is None for row in rows if row["error"] and row["bytes"] != 8)


def test_the_summary_counts_reasons(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    for n in range(3):
        (pages / f"{n}.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    summary = convert(pages, tmp_path / "out.jsonl", jobs=1)
    assert (summary.files, summary.failed, summary.errors) == (4, 3, {"this is a png file": 3})


def test_a_page_that_takes_too_long_is_given_up_and_the_others_are_read(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 3)
    os.mkfifo(pages / "000/第0001页.pipe")  # whoever reads it waits for ever
    rows = converted(pages, tmp_path, timeout=1.5)
    assert titles(rows) == [title(0), None, title(1), title(2)]
    (row,) = [row for row in rows if row["error"]]
    assert row["path"].endswith(".pipe")
    assert row["error"] == "it took more than 1.5 seconds"


# what it refuses


def test_arguments_without_meaning_are_named(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        convert(tmp_path / "nowhere", tmp_path / "out.jsonl")
    with pytest.raises(FileNotFoundError, match="none"):
        convert(str(tmp_path / "none*"), tmp_path / "out.jsonl")
    with pytest.raises(ValueError, match="does not tell its format"):
        convert(pages, tmp_path / "out.csv")
    with pytest.raises(ValueError, match="tables are some of reports, blocks, statistics"):
        convert(pages, tmp_path / "out.parquet", tables=["pages"])
    with pytest.raises(ValueError, match="jobs"):
        convert(pages, tmp_path / "out.jsonl", jobs=0)
    assert [file.name for file in tmp_path.iterdir()] == ["pages"]


def test_an_output_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 1)
    (tmp_path / "out.jsonl").write_text("mine")
    with pytest.raises(FileExistsError, match=r"out\.jsonl"):
        convert(pages, tmp_path / "out.jsonl")
    assert convert(pages, tmp_path / "out.jsonl", resume=True) == Summary()  # it is whole: nothing to go on with
    assert (tmp_path / "out.jsonl").read_text() == "mine"
    convert(pages, tmp_path / "out.jsonl", overwrite=True, jobs=1)
    assert titles(lines(tmp_path / "out.jsonl")) == [title(0)]
