"""A file for each page: its place, and what becomes of pages that would have the same one."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.corpus import convert
from govreport.corpus.places import place
from tests.corpora import page

pytestmark = pytest.mark.slow


def made(sources: list[Path], tmp_path: Path) -> list[str]:
    """The files that come of some sources, by their paths."""
    convert(sources, tmp_path / "out", to="json", jobs=2)
    return sorted(os.fsdecode(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*.json"))


def zipped(file: Path, names: list[str]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for n, name in enumerate(names):
            archive.writestr(name, page(n))
    return file


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("pages/a.txt", "pages/a.txt.json"),
        ("/pages/a.txt", "pages/a.txt.json"),
        ("./pages//a.txt", "pages/a.txt.json"),
        ("../pages/a.txt", "_up/pages/a.txt.json"),
        ("年报.json/a.txt", "年报.json_/a.txt.json"),
        ("/", "_.json"),
    ],
)
def test_a_page_has_the_place_of_its_path(path: str, expected: str) -> None:
    assert place(path).as_posix() == expected


@given(st.text(st.characters() | st.sampled_from("/.~\0\udc80长"), max_size=2000), st.text(max_size=3))
def test_every_place_is_a_file_within_the_folder(path: str, also: str) -> None:
    steps = place(path, also).parts
    assert all(step not in ("", ".", "..", "/") and "\0" not in step for step in steps)
    assert all(len(os.fsencode(step)) <= 255 for step in steps)
    assert len(os.fsencode(place(path, also))) < 2000
    assert steps[-1].endswith(".json")
    assert not any(step.endswith(".json") for step in steps[:-1])
    assert place(path, also) == place(path, also)
    assert place(path, also) != place(path, also + "2")


def test_a_name_that_ends_like_a_mark_is_marked_itself() -> None:
    marked = place("a.txt", "0/1").name.removesuffix(".json")
    assert place(marked).name != f"{marked}.json"


def test_as_many_files_come_out_as_pages_go_in(tmp_path: Path) -> None:
    names = [
        "a.txt",
        "./a.txt",
        "../a.txt",
        "_up/a.txt",
        "b",
        "b.json/c",
        "b.json_/c",
        "长" * 84,
        "d" * 251,
        "e/" * 900,
    ]
    names = [name.rstrip("/") for name in names]
    assert len(made([zipped(tmp_path / "pages.zip", names)], tmp_path)) == len(names)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_pages_of_one_name_have_a_file_each(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "pages.zip", ["a.txt"] * 300)
    found = made([archive, archive], tmp_path)
    assert len(found) == 600
    titles = {json.loads((tmp_path / "out" / name).read_bytes())["title"] for name in found}
    assert len(titles) == 300
    first = tmp_path / "again"
    convert([archive, archive], first, to="json", jobs=1)
    again = {file.relative_to(first).as_posix(): file.read_bytes() for file in first.rglob("*.json")}
    assert again == {name: (tmp_path / "out" / name).read_bytes() for name in found}  # whoever comes first


def test_names_that_are_no_utf_8_stay_apart(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for n, name in enumerate(("年报", "公报", "通知")):
            member = tarfile.TarInfo(os.fsdecode(name.encode("gb18030")) + ".txt")
            member.size = len(page(n).encode())
            archive.addfile(member, io.BytesIO(page(n).encode()))
    (tmp_path / "pages.tar").write_bytes(file.getvalue())
    found = made([tmp_path / "pages.tar"], tmp_path)
    assert len(found) == 3
    rows = [json.loads((tmp_path / "out" / name).read_bytes()) for name in found]
    assert len({row["path"] for row in rows}) == 3
