"""Limits for pages from strangers: so many bytes, so many seconds in a process of its own."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from govreport import MissingExtra, Report, UnreadableFile, limited, parse_bytes, read, to_json

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PAGE = "一、加强领导\n各地要加强领导。\n".encode()
AMPLE = 120
"""Seconds in which a short page is read on the busiest machine."""


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child whose parse never ends: it holds the interpreter, as a pattern that backtracks does."""
    loop = "answer = lambda **asked: __import__('re').match(r'(a|a)*b', 'a' * 64)\nanswer(**asked)"
    program = limited._PROGRAM.replace("answer(**asked)", loop)
    monkeypatch.setattr(limited, "_PROGRAM", program)


def children() -> list[str]:
    """The processes that this one has started and that are still there."""
    found = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return found.read_text().split() if found.exists() else []


@pytest.mark.parametrize("name", ["annual-page.html", "annual-runin.txt"])
def test_a_limited_page_gives_the_same_report(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    free = parse_bytes(data, keep_source_positions=True)
    held = parse_bytes(data, keep_source_positions=True, max_bytes=len(data), max_seconds=AMPLE)
    assert held == free
    assert to_json(held) == to_json(free)  # places and origin too
    assert read(FIXTURES / name, max_seconds=AMPLE) == free


def test_text_that_no_encoding_has_is_limited_too() -> None:
    assert read(io.StringIO("一、甲\ud800"), max_seconds=AMPLE) == read(io.StringIO("一、甲\ud800"))


def test_more_bytes_than_allowed() -> None:
    with pytest.raises(UnreadableFile, match="larger than 7 bytes") as caught:
        read(io.BytesIO(PAGE), max_bytes=7)
    assert caught.value.kind == "large"
    report = parse_bytes(PAGE, max_bytes=len(PAGE) - 1)
    assert [one.code for one in report.issues] == ["unreadable-file"]
    assert report.origin.kind == "large"
    assert parse_bytes(PAGE, max_bytes=len(PAGE)) == parse_bytes(PAGE)


def test_no_more_is_read_than_allowed() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= 1001
            return b"x" * size

    with pytest.raises(UnreadableFile):
        read(Endless(), max_bytes=1000)  # type: ignore[arg-type]


@pytest.mark.usefixtures("endless")
def test_a_parse_that_does_not_end_is_ended() -> None:
    before = children()
    report = parse_bytes(PAGE, max_seconds=0.5)
    assert [one.code for one in report.issues] == ["unreadable-file"]
    assert "within 0.5 seconds" in report.issues[0].message
    assert report.origin.kind == "slow"
    with pytest.raises(UnreadableFile) as caught:
        read(io.BytesIO(PAGE), max_seconds=0.5)
    assert caught.value.kind == "slow"
    assert children() == before


def test_a_child_that_dies_costs_its_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_PROGRAM", "import os; os.abort()")
    assert parse_bytes(PAGE, max_seconds=AMPLE).origin.kind == "fatal"
    with pytest.raises(UnreadableFile, match="died"):
        read(io.BytesIO(PAGE), max_seconds=AMPLE)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_child_whose_caller_is_killed_ends_itself(tmp_path: Path) -> None:
    # The caller tells its child's number and waits; the child is in a pattern that holds the interpreter.
    noted = tmp_path / "child"
    program = f"""
        from govreport import limited, parse_bytes
        note = "open({str(noted)!r}, 'w').write(str(__import__('os').getpid()))"
        loop = "__import__('re').match(r'(a|a)*b', 'a' * 64)"
        limited._PROGRAM = limited._PROGRAM.replace(
            "answer(**asked)",
            "import govreport.limited_child as child\\n"
            "child.parse_content = lambda *_: (" + note + ", " + loop + ")\\n"
            "answer(**asked)",
        )
        parse_bytes(b"", max_seconds=4)
    """
    caller = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)])
    while not (noted.exists() and noted.read_text()):
        assert caller.poll() is None
        time.sleep(0.05)
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    child = int(noted.read_text())
    end = time.monotonic() + AMPLE
    while runs(child) and time.monotonic() < end:
        time.sleep(0.1)
    assert not runs(child)


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def _limited_title(_: int) -> str | None:
    return read(FIXTURES / "annual-page.html", max_seconds=AMPLE).title


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_it_works_in_workers_however_they_start(method: str) -> None:
    # Workers of a pool may have no children of their own through multiprocessing.
    with multiprocessing.get_context(method).Pool(1) as pool:
        assert pool.map(_limited_title, [0]) == [read(FIXTURES / "annual-page.html").title]


def test_what_is_wrong_with_the_call_is_raised_as_without_a_limit() -> None:
    with pytest.raises(LookupError, match="klingon"):
        parse_bytes(PAGE, encoding="klingon", max_seconds=AMPLE)
    with pytest.raises(UnreadableFile, match="PDF") as caught:
        read(io.BytesIO(b"%PDF-1.7"), max_seconds=AMPLE)
    assert caught.value.kind == "pdf"


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    program = limited._PROGRAM.replace("answer(**asked)", "sys.modules['selectolax'] = None\nanswer(**asked)")
    monkeypatch.setattr(limited, "_PROGRAM", program)
    with pytest.raises(MissingExtra) as caught:
        read(FIXTURES / "annual-page.html", max_seconds=AMPLE)
    assert caught.value.extra == "html"


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        ({"max_bytes": 0}, ValueError),
        ({"max_bytes": -1}, ValueError),
        ({"max_bytes": 1.5}, TypeError),
        ({"max_bytes": True}, TypeError),
        ({"max_seconds": 0}, ValueError),
        ({"max_seconds": float("nan")}, ValueError),
        ({"max_seconds": float("inf")}, ValueError),
        ({"max_seconds": "5"}, TypeError),
    ],
)
def test_limits_that_are_none(limits: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(limits))):
        parse_bytes(PAGE, **limits)
    with pytest.raises(error, match=next(iter(limits))):
        read(io.BytesIO(PAGE), **limits)


def test_the_folder_one_is_in_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert isinstance(read(FIXTURES / "annual-runin.txt", max_seconds=AMPLE), Report)
