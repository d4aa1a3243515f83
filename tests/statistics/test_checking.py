"""The numbers of a report against the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import parse, statistics
from govreport.statistics import DisclosureStatistics, Finding

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-2019-tables.txt"
PAGE = FIXTURE.read_text(encoding="utf-8")


def of(page: str) -> DisclosureStatistics:
    found = statistics.read(parse(page))
    assert found is not None
    return found


def changed(before: str, after: str) -> str:
    assert PAGE.count(before) == 1
    return PAGE.replace(before, after)


def violations(page: str) -> list[Finding]:
    return [one for one in statistics.check(of(page)) if one.status == "violated"]


def test_numbers_that_agree() -> None:
    findings = statistics.check(of(PAGE))
    assert {one.status for one in findings} == {"ok"}
    assert {one.rule.id for one in findings} == {
        "requests-balance", "requests-results", "requests-applicants", "review-outcomes", "text-and-table",
    }  # fmt: skip


def test_the_sum_that_the_form_prints() -> None:
    one, *others = violations(changed("四、结转下年度继续办理\t1\t0\t0", "四、结转下年度继续办理\t1\t2\t0"))
    assert (one.rule.id, one.rule.official) == ("requests-balance", True)
    assert one.message == (
        "商业企业: 本年新收政府信息公开申请数量 5 + 上年结转政府信息公开申请数量 0 = 5, "
        "but 总计 5 + 结转下年度继续办理 2 = 7"
    )
    assert (one.difference, one.left and one.left.value, one.right and one.right.value) == (-2, 5, 7)
    assert one.right is not None
    assert one.start == one.right.cells[0].start
    assert [other.rule.id for other in others] == ["requests-applicants"]


def test_results_and_applicants() -> None:
    found = violations(changed("（一）予以公开\t6\t3", "（一）予以公开\t7\t3"))
    assert [(one.rule.id, one.difference) for one in found] == [("requests-results", 1), ("requests-applicants", 1)]


def test_outcomes_of_reviews() -> None:
    (one,) = violations(changed("2\t0\t0\t0\t2\t1\t0", "2\t1\t0\t0\t2\t1\t0"))
    assert one.message == "行政复议: 结果维持 2 + 结果纠正 1 = 3, but 总计 2"


def test_a_blank_cell_is_nought() -> None:
    assert violations(changed("（一）予以公开\t6\t3\t1\t0\t1\t0\t11", "（一）予以公开\t6\t3\t1\t\t1\t\t11")) == []


def test_a_total_that_is_left_blank_is_not_missed() -> None:
    findings = statistics.check(of(changed("（一）予以公开\t6\t3\t1\t0\t1\t0\t11", "（一）予以公开\t6\t3\t1\t\t1\t\t")))
    open_ones = [one for one in findings if one.status == "not assessable"]
    assert [(one.rule.id, one.message.partition(":")[0]) for one in open_ones] == [
        ("requests-results", "总计"),
        ("requests-applicants", "予以公开"),
    ]
    assert all(one.difference is None for one in open_ones)
    assert "violated" not in {one.status for one in findings}


# --- from year to year -----------------------------------------------------------------------------------------------

DOCUMENTS = """\
{title}
一、总体情况
全年公开信息20条。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t{numbers}
三、收到和处理政府信息公开申请情况
申请人情况\t自然人
一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
二、上年结转政府信息公开申请数量\t{old}\t0\t0\t0\t0\t0\t{old}
三、本年度办理结果\t（一）予以公开\t3\t0\t0\t0\t0\t0\t3
（七）总计\t3\t0\t0\t0\t0\t0\t3
四、结转下年度继续办理\t{old}\t0\t0\t0\t0\t0\t{old}
"""


def year(title: str, numbers: str, old: int) -> DisclosureStatistics:
    return of(DOCUMENTS.format(title=title, numbers="\t".join(numbers.split()), old=old))


FIRST = year("岚柏县粮食局2021年政府信息公开工作年度报告", "2 0 11", 1)


def across(second: DisclosureStatistics) -> dict[str, str]:
    rules = ("carried-over", "in-force")
    return {one.message: one.status for one in statistics.check(second, FIRST) if one.rule.id in rules}


def test_what_is_carried_over_and_what_stays_in_force() -> None:
    second = year("岚柏县粮食局2022年政府信息公开工作年度报告", "3 1 13", 1)
    assert set(across(second).values()) == {"ok"}
    assert len(across(second)) == 3
    second = year("岚柏县粮食局2022年政府信息公开工作年度报告", "3 1 14", 2)
    assert {message for message, status in across(second).items() if status == "violated"} == {
        "结转下年度继续办理 of the year before 1, but 上年结转政府信息公开申请数量 2",
        "行政规范性文件现行有效件数 of the year before 11 + 行政规范性文件本年制发件数 3 - 行政规范性文件本年废止件数 1"
        " = 13, but 行政规范性文件现行有效件数 14",
    }


def test_a_year_before_on_the_other_edition_of_the_form() -> None:
    later = year("岚柏县粮食局2020年政府信息公开工作年度报告", "3 1 13", 1)
    for before, after in ((of(PAGE), later), (later, of(PAGE.replace("2019年", "2021年")))):
        assert before.format != after.format
        rules = {one.rule.id for one in statistics.check(after, before)}
        assert "carried-over" in rules
        assert "in-force" not in rules  # the form of 2019 has no 现行有效


def test_another_year_than_the_one_before() -> None:
    third = year("岚柏县粮食局2023年政府信息公开工作年度报告", "3 1 13", 1)
    with pytest.raises(ValueError, match="on 2021, not on 2022"):
        statistics.check(third, FIRST)


def test_without_a_year_before_nothing_is_said_of_it() -> None:
    assert {one.rule.id for one in statistics.check(FIRST)}.isdisjoint({"carried-over", "in-force"})


# --- text against table ----------------------------------------------------------------------------------------------


def said(sentence: str) -> list[tuple[str, int]]:
    """What a sentence says, in place of the fixture's own."""
    page = changed("全年新收申请22件，上年结转2件，办结23件，结转下年度1件，均在法定期限内答复。", sentence)
    return [(one.quantity, one.value) for one in of(page).statements]


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("2019年，我局新收政府信息公开申请21件。", [("new_received", 21)]),
        ("新收到公开申请 21 件，上年度结转 2 件。", [("new_received", 21), ("carried_over", 2)]),
        ("全年收到政府信息公开申请24件。", [("received", 24)]),
        ("新收申请22件，办结23件，结转至下年度1件。", [("new_received", 22), ("handled", 23), ("carried_forward", 1)]),
        ("因政府信息公开引发行政复议2件、行政诉讼1件。", [("reconsideration", 2), ("litigation", 1)]),
    ],
)
def test_a_plain_sentence(sentence: str, statements: list[tuple[str, int]]) -> None:
    assert said(sentence) == statements


@pytest.mark.parametrize(
    "sentence",
    [
        "新收申请22件，其中网络申请18件。",
        "与2018年相比，新收申请增加4件，2018年新收申请18件。",
        "窗口收到来信35件。",
        "办结群众申请事项235件。",
        "全年办理行政复议案件152件。",
        "自2008年以来，累计新收申请221件。",
    ],
)
def test_a_sentence_that_may_count_something_else(sentence: str) -> None:
    assert said(sentence) == []


def test_text_that_contradicts_the_table() -> None:
    page = changed("全年新收申请22件，", "全年新收申请25件，")
    (one,) = violations(page)
    assert (one.rule.id, one.difference, one.message) == (
        "text-and-table",
        3,
        "新收申请25件, but 本年新收政府信息公开申请数量 22",
    )
    assert one.start == page.index("新收申请25件")


def test_received_may_or_may_not_count_what_was_carried_over() -> None:
    for number in (22, 24):
        page = changed("全年新收申请22件，上年结转2件，", f"全年收到政府信息公开申请{number}件，")
        assert violations(page) == []
    (one,) = violations(changed("全年新收申请22件，上年结转2件，", "全年收到政府信息公开申请23件，"))
    assert one.rule.id == "text-and-table"


def test_sentences_that_differ_are_on_different_things() -> None:
    page = changed("全年新收申请22件，", "全年新收申请22件。各科室新收申请5件。")
    assert violations(page) == []
