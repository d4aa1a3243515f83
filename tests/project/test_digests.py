"""The generated pages, and what the parse makes of them and of the fixtures: a sample of ``make same``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import govreport
from govreport.tree.nodes import Heading
from govreport.words.section_numbers import DECIMAL, DECIMAL3, FAMILIES, match_marker
from tests.pages import page
from tools.digests import DIGESTS, PAGES, Text, differences, digest, main, texts, usual_texts

STEP = 20  # every twentieth page


def reports() -> Iterator[tuple[str, govreport.Report]]:
    for number in range(0, PAGES, STEP):
        text = page(number)
        yield text, govreport.parse(text)


def test_what_the_parse_makes_of_fixtures_and_pages_is_what_it_made_of_them_before() -> None:
    sample = usual_texts(STEP)
    names = {text.name for text in sample}
    lines = [line for line in DIGESTS.read_text(encoding="utf-8").splitlines() if line.split(" ", 3)[3] in names]
    assert len(lines) == len(sample)
    assert differences(lines, map(digest, sample)) == [], "make same shows all; make same WRITE=1 where it is meant"


def test_a_page_is_always_the_same() -> None:
    assert page(1234) == page(1234) != page(1235)
    assert page(7).splitlines()[:3] == ["登录 注册", "无障碍", "网站首页 政务公开 办事服务 互动交流 走进鹤棹县"]


def test_pages_hold_every_kind_of_node_and_of_marker() -> None:
    kinds, families, issues = set(), set(), set()
    for text, report in reports():
        assert govreport.to_text(report) == text
        issues |= {issue.code for issue in report.issues}
        for node in report.walk():
            kinds.add(node.kind)
            if isinstance(node, Heading) and (marker := match_marker(node.raw)) is not None:
                families.add(marker.family)
    assert kinds == {
        "report", "front", "body", "back", "furniture", "breadcrumb", "metadata", "title", "addressee", "paragraph",
        "section", "heading", "table", "row", "cell", "signature", "date", "note", "attachment", "footer-field",
    }  # fmt: skip
    assert families >= {family for family in FAMILIES if not family.needs_series} | {DECIMAL, DECIMAL3}
    assert issues >= {"impossible-date", "skipped-number", "repeated-number", "uncertain-heading", "title-not-found"}


def test_differences_say_which_part_of_which_text() -> None:
    before = ["aa bb cc one", "aa bb cc two", "aa bb cc three words"]
    now = ["aa bb cc one", "aa b0 c0 two", "aa bb cc four"]
    assert differences(before, before) == []
    assert differences(before, now) == ["two: clean, issues", "three words: gone", "four: new"]


def test_folders_are_compared_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(page(1), encoding="utf-8")
    (pages / "two.html").write_text("<p>溪原市渡口夜航通告</p>", encoding="utf-8")
    (pages / "three.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    lines = str(tmp_path / "before.txt")
    assert [text.name for text in texts([pages])] == ["pages/one.txt", "pages/three.pdf", "pages/two.html"]
    assert main(["--write", lines, str(pages)]) == 0
    assert main(["--against", lines, str(pages)]) == 0
    (pages / "one.txt").write_text(page(2), encoding="utf-8")
    assert main(["--against", lines, str(pages)]) == 1
    assert "pages/one.txt: json, clean, issues\n1 of 3 texts differ" in capsys.readouterr().out


def test_a_text_that_raises_has_a_line() -> None:
    assert digest(Text("none", Path("no such file"))).split(" ", 1)[0] == digest(Text("x", Path("nor this")))[:6]
