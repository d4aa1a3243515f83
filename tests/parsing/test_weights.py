"""The learned weights are those on record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.weights import RECORD, WEIGHTS, compare, digest_of_file, digest_of_folder


def test_the_weights_in_the_package_are_those_on_record() -> None:
    assert digest_of_file(WEIGHTS) == json.loads(RECORD.read_text(encoding="utf-8"))["weights"]


def test_a_folder_is_known_by_its_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/c.txt").write_bytes(b"2")
    first = digest_of_folder(tmp_path)
    assert digest_of_folder(tmp_path) == first
    (tmp_path / "a.txt").rename(tmp_path / "d.txt")
    renamed = digest_of_folder(tmp_path)
    (tmp_path / "d.txt").write_bytes(b"3")
    assert len({first, renamed, digest_of_folder(tmp_path)}) == 3


def test_an_empty_folder_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest_of_folder(tmp_path)


def test_other_bytes_and_what_is_not_on_record_are_told() -> None:
    found = {"corpus": "aa", "weights": "bb"}
    assert compare({"corpus": "aa", "weights": "bb"}, found) == []
    assert compare({"corpus": None, "weights": "cc"}, found) == [
        "corpus: aa, and none is on record",
        "weights: bb, on record is cc",
    ]
