"""Every page in `fixtures/` against the tree expected of it, drawn as text in `tests/snapshots/`.

After a change that is meant, `GOVREPORT_SNAPSHOTS=write pytest tests/project/test_fixtures.py` draws them anew:
read the diff.
"""

import os
from pathlib import Path

import pytest

from govreport import Heading, Report, from_json, parse, read, to_json, to_text
from tests.sketch import sketch

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT.parent / "fixtures").glob("*.txt"))
HTML = sorted((ROOT.parent / "fixtures").glob("*.html"))


@pytest.mark.parametrize("page", PAGES + HTML, ids=lambda page: page.stem)
def test_tree(page: Path) -> None:
    snapshot = ROOT / "snapshots" / f"{page.stem}.txt"
    drawn = sketch(read(page))
    if os.environ.get("GOVREPORT_SNAPSHOTS") == "write":
        snapshot.write_text(drawn, encoding="utf-8")
    assert drawn == snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_promises(page: Path) -> None:
    text = page.read_bytes().decode("utf-8")
    report = parse(text)
    assert to_text(report) == text
    again = from_json(to_json(report))
    assert again == report
    assert to_text(again) == text


def headings(report: Report) -> list[tuple[str, str]]:
    return [(node.marker, node.title) for node in report.walk() if isinstance(node, Heading)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_canonical_form_keeps_the_outline_and_settles(page: Path) -> None:
    report = read(page)
    clean = to_text(report, clean=True)
    again = parse(clean)
    assert to_text(again, clean=True) == clean
    assert headings(again) == headings(report)
    assert again.title == report.title
    assert again.signature == report.signature
