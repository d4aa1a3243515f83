"""``govreport view``, run in this process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

import govreport

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from govreport.view.comparison import comparison
from govreport.view.page import page
from tests.cli.test_cli import FIXTURE, PAGE, run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8", newline="")
    return path


def test_one_page_goes_to_standard_output(file: Path) -> None:
    assert run("view", file).stdout == page(govreport.parse(PAGE), "page.txt")
    assert run("view", "-", stdin=PAGE.encode()).stdout == govreport.to_html(govreport.parse(PAGE))


def test_one_page_goes_to_a_file(file: Path, tmp_path: Path) -> None:
    assert run("view", file, "-o", tmp_path / "new" / "page.html").output == ""
    assert (tmp_path / "new" / "page.html").read_text(encoding="utf-8") == page(govreport.parse(PAGE), "page.txt")


def test_several_pages_go_to_a_directory(file: Path, tmp_path: Path) -> None:
    assert run("view", file, FIXTURE, "-o", tmp_path / "views").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "views").iterdir()) == ["annual-runin.html", "page.html"]


def test_two_reports_side_by_side(file: Path, tmp_path: Path) -> None:
    wanted = comparison(govreport.parse(PAGE), govreport.read(FIXTURE), ("page.txt", "annual-runin.txt"))
    assert run("view", "--diff", file, FIXTURE).stdout == wanted
    assert run("view", "--diff", file, FIXTURE, "-o", tmp_path / "both.html").exit_code == 0
    assert (tmp_path / "both.html").read_text(encoding="utf-8") == wanted


def test_an_unreadable_file_is_named_and_the_others_done(file: Path, tmp_path: Path) -> None:
    result = run("view", tmp_path / "absent.txt", file, "-o", tmp_path / "views")
    assert result.exit_code == 1
    assert result.stderr == f"govreport: {tmp_path / 'absent.txt'}: No such file or directory\n"
    assert [path.name for path in (tmp_path / "views").iterdir()] == ["page.html"]
    assert run("view", "--diff", tmp_path / "absent.txt", file).exit_code == 1


def test_a_page_is_opened_in_the_browser(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: str(tmp_path))
    assert run("view", file, "--open").output == ""
    assert run("view", file, FIXTURE, "--open").output == ""
    assert run("view", file, "--open", "-o", tmp_path / "own.html").output == ""
    names = [url2pathname(urlsplit(address).path) for address in opened]
    assert [Path(name).name for name in names] == ["page.html", "page.html", "annual-runin.html", "own.html"]
    assert Path(names[0]).read_text(encoding="utf-8") == page(govreport.parse(PAGE), "page.txt")


def test_a_browser_gets_no_hundred_pages(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(PAGE, encoding="utf-8")
    result = run("view", tmp_path, "--open")
    assert result.exit_code == 2
    assert "govreport serve" in result.stderr


def test_where_there_is_no_browser_the_page_is_named(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    result = run("view", file, "--open", "-o", tmp_path / "own.html")
    assert (result.exit_code, result.stderr) == (
        0,
        f"govreport: no browser was found; the page is {tmp_path / 'own.html'}\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_no_page(file: Path) -> None:
    import pty

    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "govreport", "view", str(file)]
    result = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(terminal)
    os.close(master)
    assert result.returncode == 2
    assert "--open" in result.stderr


def test_usage_errors(file: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text(PAGE, encoding="utf-8")
    for arguments in (
        ["view"],
        ["view", file, FIXTURE],
        ["view", "--diff", file],
        ["view", file, "-o", file],
        ["view", "--diff", file, second, "-o", second],
    ):
        assert run(*arguments).exit_code == 2
    assert second.read_text(encoding="utf-8") == PAGE
