"""Digits of a row that ran together: read where the form's sums leave one way, else unknown."""

from __future__ import annotations

from govreport import parse, statistics
from govreport.statistics.records import DisclosureStatistics

HEAD = (
    "溪原市水务局2021年政府信息公开工作年度报告\n一、总体情况\n全年公开信息九条。\n"
    "三、收到和处理政府信息公开申请情况\n申请人情况"
)


def of(rows: str, head: str = HEAD) -> DisclosureStatistics:
    """The statistics of a page whose table of requests ran together."""
    found = statistics.read(parse(f"{head}{rows}\n五、存在的主要问题及改进情况\n更新不够及时。\n"))
    assert found is not None
    return found


def values(record: statistics.Record) -> list[object]:
    """The numbers of a row, None for what is unknown."""
    return [cell.value for cell in record.cells]


def test_the_applicants_add_up_to_their_total_in_one_way() -> None:
    found = of("一、本年新收政府信息公开申请数量640020470二、上年结转政府信息公开申请数量0000000")
    assert values(found.requests.new_received) == [64, 0, 0, 2, 0, 4, 70]
    assert values(found.requests.carried_over) == [0, 0, 0, 0, 0, 0, 0]
    cell = found.requests.new_received.total
    assert (cell.raw, cell.status) == ("70", "reported")


def test_a_row_that_can_be_parted_in_two_ways_is_unknown() -> None:
    found = of(
        "一、本年新收政府信息公开申请数量2200003252二、上年结转政府信息公开申请数量0000000".replace("3252", "325")
    )
    assert values(found.requests.new_received) == [None] * 7  # 22 0 0 0 0 3 25, or 2 20 0 0 0 3 25
    assert [cell.raw for cell in found.requests.new_received.unplaced] == ["220000325"]


def test_the_sums_of_the_columns_leave_one_of_two_ways() -> None:
    found = of(
        "一、本年新收政府信息公开申请数量220000325二、上年结转政府信息公开申请数量0000000三、本年度办理结果"
        "（一）予以公开100000313（二）部分公开120000012（七）总计220000325四、结转下年度继续办理0000000"
    )
    assert values(found.requests.new_received) == [22, 0, 0, 0, 0, 3, 25]
    assert values(found.requests.disclosed) == [10, 0, 0, 0, 0, 3, 13]


def test_nothing_is_parted_in_a_table_that_may_have_blank_cells() -> None:
    found = of("一、本年新收政府信息公开申请数量77二、上年结转政府信息公开申请数量0000000")
    assert values(found.requests.new_received) == values(found.requests.carried_over) == [None] * 7


def test_only_noughts_are_parted_where_there_are_no_sums() -> None:
    head = "溪原市水务局2021年政府信息公开工作年度报告\n一、总体情况\n全年公开信息九条。\n二、主动公开政府信息情况\n"
    found = of(
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件308"
        "第二十条第（五）项信息内容本年处理决定数量行政许可22",
        head,
    )
    assert values(found.disclosure.rules) == [0, 0, 0]
    assert values(found.disclosure.normative_documents) == [None] * 3
    assert values(found.disclosure.licensing) == [22]


def test_the_reviews_are_parted_beside_requests_that_are_whole() -> None:
    reviews = (
        "\n四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计"
        "未经复议直接起诉复议后起诉"
        "结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计10203120001200000"
    )
    found = of(f"一、本年新收政府信息公开申请数量7000007{reviews}")
    assert values(found.review.reconsideration) == [1, 0, 2, 0, 3]
    assert values(found.review.direct_litigation) == [12, 0, 0, 0, 12]
    alone = of(f"一、本年新收政府信息公开申请数量77{reviews}")
    assert values(alone.review.reconsideration) == [None] * 5
