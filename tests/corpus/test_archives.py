"""Archives that are cut, damaged or odd: whatever is lost of them is a row that says so."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreport.corpus import convert
from govreport.corpus.finding import NO_FILE, items
from govreport.corpus.items import Item, Opening
from tests.corpora import lines, page

pytestmark = pytest.mark.slow

PAGES: Final = [page(n).encode() for n in range(3)]
EMPTY_SAYS_SO: Final = [
    ".tar",
    ".tar.gz",
    ".tar.bz2",
    ".tar.xz",
    ".zip",
    ".warc",
    ".warc.gz",
    ".jsonl.gz",
    ".jsonl.zst",
]


def tar(pages: list[bytes] = PAGES, **choices: Any) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", **choices) as archive:
        for n, content in enumerate(pages):
            member = tarfile.TarInfo(f"{'长' * 50}{n}.txt")  # a name with a header of its own
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


def packed_zip(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for n, content in enumerate(PAGES):
            archive.writestr(f"{n}.txt", content)
    return file.getvalue()


def warc(packed: bool = False, **fields: str) -> bytes:
    writers = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    file = io.BytesIO()
    writer = writers.WARCWriter(file, gzip=packed)
    for n, content in enumerate(PAGES):
        http = headers("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://example.org/{n}", "response", payload=io.BytesIO(content), http_headers=http
        )
        for name, value in fields.items():
            record.rec_headers.replace_header(name.replace("_", "-"), value)
        writer.write_record(record)
    return file.getvalue()


def json_lines() -> bytes:
    return b"".join(json.dumps({"text": content.decode()}).encode() + b"\n" for content in PAGES)


def zst() -> bytes:
    packing = pytest.importorskip("zstandard").ZstdCompressor(write_checksum=True)
    data = json_lines()
    return bytes(packing.compress(data[:900]) + packing.compress(data[900:]))


ARCHIVES: Final[dict[str, Callable[[], bytes]]] = {
    ".tar": tar,
    ".pax.tar": lambda: tar(format=tarfile.PAX_FORMAT),
    ".tar.gz": lambda: gzip.compress(tar()),
    ".tar.bz2": lambda: bz2.compress(tar()),
    ".tar.xz": lambda: lzma.compress(tar()),
    ".zip": packed_zip,
    ".stored.zip": lambda: packed_zip(zipfile.ZIP_STORED),
    ".bzip2.zip": lambda: packed_zip(zipfile.ZIP_BZIP2),
    ".lzma.zip": lambda: packed_zip(zipfile.ZIP_LZMA),
    ".warc": warc,
    ".warc.gz": lambda: warc(packed=True),
    ".jsonl.gz": lambda: gzip.compress(json_lines()),
    ".jsonl.zst": zst,
}
UNCHECKED: Final = (".tar", ".pax.tar")  # they have sums of their headers, and none of what the files hold


@cache
def made(suffix: str) -> bytes:
    """An archive, the same each time: WARC files have the time in them."""
    return ARCHIVES[suffix]()


def read(file: Path, data: bytes, max_bytes: int = 1 << 20) -> tuple[list[bytes | str], list[Item]]:
    """What the sound pages of an archive hold, and the others: those with an error, and those said to be too large."""
    file.write_bytes(data)
    found = list(items([str(file)], Opening(max_bytes=max_bytes)))
    sound = [item.content for item in found if item.error is None and item.content is not None]
    return [one.encode() if isinstance(one, str) else one for one in sound], [
        item for item in found if item.error or item.content is None
    ]


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_a_whole_archive_is_read(suffix: str, tmp_path: Path) -> None:
    assert read(tmp_path / f"a{suffix}", ARCHIVES[suffix]()) == (PAGES, [])


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_wherever_an_archive_is_cut_a_row_says_so(suffix: str, tmp_path: Path) -> None:
    data = ARCHIVES[suffix]()
    between = {data.index(b"WARC/1", 1), data.rindex(b"WARC/1")} if suffix == ".warc" else set()  # nothing tells there
    for cut in {*range(0, len(data), 37), *range(0, len(data), 512), len(data) - 1, *range(1, 9)} - between:
        sound, odd = read(tmp_path / f"a{suffix}", data[:cut])
        assert [one.lost for one in odd] == [True] * len(odd)
        assert odd or sound == PAGES, cut
        assert sound == PAGES[: len(sound)]


@pytest.mark.parametrize("suffix", ARCHIVES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_a_byte_that_is_another_loses_no_page_in_silence(suffix: str, tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(made(suffix))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    sound, odd = read(tmp_path / f"a{suffix}", bytes(whole))
    if suffix in UNCHECKED:
        assert odd or len(sound) >= len(PAGES)
    else:
        assert odd or sound == PAGES


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_archives_after_each_other_are_read_or_a_row_says_so(suffix: str, tmp_path: Path) -> None:
    data = ARCHIVES[suffix]()
    sound, odd = read(tmp_path / f"a{suffix}", data + data)
    assert sound == PAGES * 2 or (sound == PAGES and odd[0].error and "does not list" in odd[0].error)


@pytest.mark.parametrize("suffix", [suffix for suffix in ARCHIVES if not suffix.endswith("zip")])
def test_what_follows_an_archive_is_no_silence(suffix: str, tmp_path: Path) -> None:
    sound, odd = read(tmp_path / f"a{suffix}", ARCHIVES[suffix]() + b"and more" * 100)
    assert (sound, len(odd)) == (PAGES, 1)


def test_a_hole_in_a_tar_archive_is_not_its_end(tmp_path: Path) -> None:
    data = bytearray(tar(format=tarfile.GNU_FORMAT))
    at = data.rindex(b"././@LongLink")
    data[at : at + 512] = bytes(512)
    assert read(tmp_path / "a.tar", bytes(data))[1]


def test_headers_of_a_tar_archive_that_are_too_large_are_not_read(tmp_path: Path) -> None:
    many = tar(PAGES[:1], format=tarfile.PAX_FORMAT, pax_headers={"comment": "长" * 1_000_000})
    assert "more than the limit" in str(read(tmp_path / "a.tar", many)[1][0].error)


def test_a_tar_archive_that_claims_more_than_there_is_ends(tmp_path: Path) -> None:
    member = tarfile.TarInfo("a.txt")
    member.size = 1 << 62
    sound, odd = read(tmp_path / "a.tar", member.tobuf(tarfile.GNU_FORMAT) + b"a" * 512)
    assert (sound, odd[-1].error) == ([], "the archive is cut within a file")


def test_a_sparse_file_of_a_tar_archive_is_read_with_its_holes(tmp_path: Path) -> None:
    fields = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.txt", "GNU.sparse.realsize": "9"}
    member = tarfile.TarInfo("GNUSparseFile.0/a.txt")
    member.pax_headers = fields
    content = b"2\n0\n3\n6\n3\n".ljust(512, b"\0") + b"abcdef"
    member.size = len(content)
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(member, io.BytesIO(content))
    assert read(tmp_path / "a.tar", file.getvalue()) == ([b"abc\0\0\0def"], [])


def test_a_file_that_a_zip_archive_does_not_list_is_missed(tmp_path: Path) -> None:
    data = bytearray(packed_zip())
    start = data.index(b"PK\1\2")  # the directory, without its first entry
    size = data.index(b"PK\1\2", start + 1) - start
    end = data.index(b"PK\5\6")
    rest = bytearray(data[end:])
    rest[8:12] = b"\2\0\2\0"
    rest[12:20] = (end - start - size).to_bytes(4, "little") + start.to_bytes(4, "little")
    sound, odd = read(tmp_path / "a.zip", bytes(data[:start] + data[start + size : end] + rest))
    assert (sound, odd[0].error) == (PAGES[1:], "there are files in the archive that its directory does not list")


@pytest.mark.parametrize("name", ["WARC-Block-Digest", "WARC-Payload-Digest"])
def test_records_are_held_to_their_digests(name: str, tmp_path: Path) -> None:
    data = warc()
    at = data.index(b":", data.index(name.encode() + b": sha1:") + len(name) + 1) + 1
    other = b"A" if data[at : at + 1] != b"A" else b"B"
    sound, odd = read(tmp_path / "a.warc", data[:at] + other + data[at + 1 :])
    assert sound == PAGES[1:]
    assert odd[0].error == f"it is damaged: its digest is another ({name})"


def test_a_record_that_is_packed_with_others_has_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(warc()))
    assert len({item.path for item in items([str(tmp_path / "a.warc.gz")], Opening())}) == 3


@pytest.mark.parametrize("suffix", EMPTY_SAYS_SO)
def test_an_empty_file_is_no_archive(suffix: str, tmp_path: Path) -> None:
    assert len(read(tmp_path / f"a{suffix}", b"")[1]) == 1


@pytest.mark.parametrize("suffix", ARCHIVES)
def test_pipes_and_devices_are_no_archives(suffix: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"a{suffix}")
    (tmp_path / f"b{suffix}").symlink_to("/dev/zero")
    found = list(items([str(tmp_path)], Opening(), follow_links=True))
    assert [item.error for item in found] == [NO_FILE, NO_FILE]


def test_the_summary_counts_what_is_lost(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tar()[:3000])
    (tmp_path / "b.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    summary = convert([tmp_path / "a.tar", tmp_path / "b.pdf"], tmp_path / "out.jsonl", jobs=1)
    assert (summary.failed, summary.lost) == (2, 1)
    assert [row["error"] is None for row in lines(tmp_path / "out.jsonl")] == [True, False, False]
