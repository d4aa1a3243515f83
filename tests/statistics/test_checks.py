"""A report against the format."""

from __future__ import annotations

from pathlib import Path

import govreport
from govreport import check, parse

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-2019-tables.txt"
TITLES = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
]


def page(titles: list[str], year: int = 2020) -> str:
    """A report without tables, each section its title and a sentence."""
    sections = [f"{'一二三四五六七'[at]}、{title}\n本局认真做好这项工作。\n" for at, title in enumerate(titles)]
    return f"岚柏县粮食局{year}年政府信息公开工作年度报告\n" + "".join(sections)


def violations(text: str) -> list[tuple[str, str]]:
    return [(one.rule.id, one.message) for one in check(parse(text)) if one.status == "violated"]


def test_a_report_as_the_format_has_it() -> None:
    findings = check(parse(page(TITLES)))
    assert len(findings) == 18  # present, in order, named: six times each
    assert {one.status for one in findings} == {"ok"}


def test_half_width_signs_and_blanks_make_no_other_title() -> None:
    assert violations(page([*TITLES[:3], "政府信息公开 行政复议,行政诉讼情况", *TITLES[4:]])) == []


def test_a_missing_section() -> None:
    assert violations(page([*TITLES[:3], *TITLES[4:]])) == [("section-missing", f"no section {TITLES[3]}")]


def test_a_section_under_another_name() -> None:
    titles = [*TITLES[:4], "存在问题和下一步打算", TITLES[5]]
    assert violations(page(titles)) == [("section-name", f"存在问题和下一步打算, in the format {TITLES[4]}")]


def test_a_section_out_of_order() -> None:
    titles = [TITLES[0], TITLES[2], TITLES[1], *TITLES[3:]]
    assert violations(page(titles)) == [
        ("section-order", f"{TITLES[2]} stands before the section that it should follow")
    ]


def test_a_section_more_is_no_fault() -> None:
    assert violations(page([*TITLES, "附件"])) == []


def test_what_the_format_does_not_bind() -> None:
    assert check(parse(page(["概述", "主要做法"], year=2016))) == []
    assert check(parse("关于做好防汛工作的通知\n各乡镇：\n一、加强值守\n落实责任。\n")) == []


def test_the_numbers_are_checked_too() -> None:
    report = govreport.read(FIXTURE)
    assert {one.status for one in check(report)} == {"ok"}
    assert "requests-balance" in {one.rule.id for one in check(report)}
