"""Help in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

import click

from govreport.cli.commands import commands
from govreport.cli.help_in_chinese import COMMANDS, OPTIONS
from govreport.cli.language import of_system
from tests.cli.test_cli import run


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_says_its_language(said: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert of_system() == language


def test_help_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    english = run("check", "--help").stdout
    assert "法定章节" in run("--lang", "zh", "--help").stdout
    told = run("--lang", "zh", "check", "--help").stdout
    assert "退出码：0 检查过的都相符" in told
    assert "示例：\n    govreport check reports/" in told
    assert "上一年的报告" in told
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("check", "--help").stdout == told
    assert run("--lang", "en", "check", "--help").stdout == english


def test_the_language_may_be_said_behind_the_command_too(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("苇渡市水务局\n一、总体情况\n全年公开128条。\n三、主要做法\n修订目录。\n", encoding="utf-8")
    told = run("tree", "--lang", "zh", str(page)).stdout
    assert told == run("--lang", "zh", "tree", str(page)).stdout
    assert "一、总体情况  1段\n" in told
    assert "  第4行  警告  skipped-number  序号有缺：三、主要做法\n" in told
    assert "一、总体情况  1 paragraph\n" in run("tree", str(page)).stdout
    assert "示例" in run("convert", "--lang", "zh", "--help").stdout


def test_nothing_of_the_help_stays_english() -> None:
    for name in commands.list_commands(click.Context(commands)):
        told = run(name, "--lang", "zh", "--help").stdout
        before = told.partition("  -h, --help")[0]  # what click itself says
        assert not re.findall(r"\b[a-z]{2,} (?:the|of|is|what|all|a|or) \b", before), before


def test_help_is_for_commands_and_options_that_there_are() -> None:
    with click.Context(commands) as context:
        there = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    assert {"check", "view", "serve"} <= set(COMMANDS) <= set(there)
    known = {
        name
        for command in (commands, *filter(None, there.values()))
        for option in command.params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    assert set(OPTIONS) <= known


def test_lines_of_the_help_fit_a_terminal() -> None:
    for text in COMMANDS.values():
        for line in text.splitlines():
            assert sum(2 if ord(sign) > 0x2E80 else 1 for sign in line) <= 80, line
