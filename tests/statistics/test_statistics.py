"""The statutory tables of a report as records."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import govreport
from govreport import Body, Cell, Report, Row, Section, Table, parse, read, statistics
from govreport.statistics import DisclosureStatistics
from govreport.words.disclosure_form import FORMATS

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"

HEAD = "砚塘区粮食局2021年政府信息公开工作年度报告\n一、总体情况\n全年公开信息20条。\n"
TAIL = "五、存在的主要问题及改进情况\n公开不够及时。\n六、其他需要报告的事项\n没有其他事项。\n"
DISCLOSURE = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t/\t/\t/
行政规范性文件\t3\t\t11
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t1,204
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t无
行政强制\t
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t12.5
"""


def of(tables: str) -> DisclosureStatistics:
    found = statistics.read(parse(HEAD + tables + TAIL))
    assert found is not None
    return found


# --- records ---------------------------------------------------------------------------------------------------------


def test_a_cell_by_name_and_by_label() -> None:
    found = statistics.read(read(FIXTURES / "annual-2019-tables.txt"))
    assert found is not None
    cell = found.requests.new_received.natural_person
    assert (cell.value, cell.raw, cell.status) == (14, "14", "reported")
    assert found.requests["一、本年新收政府信息公开申请数量"]["自然人"] is cell
    assert found.requests["本年新收"].natural_person is cell
    assert found.requests["new_received"]["natural_person"] is cell
    assert found.review.reconsideration.upheld.value == 2
    assert found.disclosure["规范性文件"]["对外公开总数量"].value == 11


def test_a_name_that_no_row_or_column_has() -> None:
    found = of(DISCLOSURE)
    with pytest.raises(KeyError, match="is no row of disclosure"):
        found.disclosure["政府集中采购"]
    with pytest.raises(AttributeError):
        _ = found.disclosure.licensing.pending  # type: ignore[attr-defined]
    with pytest.raises(KeyError, match="本年处理决定数量"):
        found.disclosure.licensing["自然人"]
    with pytest.raises(KeyError, match="more than one"):
        found.disclosure["行政"]


def test_the_place_of_a_cell_in_the_source() -> None:
    text = HEAD + DISCLOSURE + TAIL
    cell = of(DISCLOSURE).disclosure.licensing.decisions
    assert cell.start is not None
    assert text[cell.start :].startswith("1,204")


def test_what_cells_say() -> None:
    disclosure = of(DISCLOSURE).disclosure
    assert [cell.status for cell in disclosure.rules.cells] == ["not-applicable"] * 3
    assert [cell.value for cell in disclosure.normative_documents.cells] == [3, None, 11]
    assert disclosure.normative_documents.repealed.status == "blank"
    assert disclosure.licensing.decisions.value == 1204
    assert (disclosure.penalties.decisions.value, disclosure.penalties.decisions.raw) == (None, "无")
    assert disclosure.coercion.decisions.status == "blank"
    assert (disclosure.fees.amount.value, disclosure.fees.amount.unit) == (Decimal(125000), "元")


def test_a_row_that_the_page_does_not_have_is_unknown() -> None:
    found = of(DISCLOSURE.replace("行政强制\t\n", ""))
    assert not found.disclosure.coercion.found
    assert found.disclosure.coercion.decisions.status == "unknown"
    assert not found.requests.found
    assert "行政强制" not in found.to_dict()["disclosure"]


def test_no_tables() -> None:
    assert statistics.read(parse(HEAD + TAIL)) is None
    with pytest.raises(TypeError, match="parse"):
        statistics.read("二、主动公开政府信息情况")  # type: ignore[arg-type]


def test_as_plain_data() -> None:
    data = of(DISCLOSURE).to_dict()
    assert data["format"] == "2021"
    assert data["disclosure"]["规章"] == {"本年制发件数": None, "本年废止件数": None, "现行有效件数": None}
    assert data["disclosure"]["行政许可"] == {"本年处理决定数量": 1204}
    assert data["disclosure"]["行政事业性收费"] == {"本年收费金额（单位：万元）": 125000}
    assert data["raw"]["disclosure"]["行政事业性收费"] == {"本年收费金额（单位：万元）": "12.5"}
    assert data["raw"]["disclosure"]["行政许可"] == {"本年处理决定数量": "1,204"}
    assert "行政规范性文件" not in data["raw"]["disclosure"]
    assert (data["requests"], data["review"]) == ({}, None)


def test_a_complete_report_as_plain_data() -> None:
    found = statistics.read(read(FIXTURES / "annual-2021-cells.txt"))
    assert found is not None
    data = found.to_dict()
    assert len(data["requests"]) == 25
    assert data["requests"]["（七）总计"] == [9, 3, 0, 0, 0, 0, 12]
    assert data["review"] == [0, 1, 0, 0, 1, *[0] * 10]
    assert data["raw"] == {}


# --- editions --------------------------------------------------------------------------------------------------------


def test_labels_tell_the_edition_and_not_the_year() -> None:
    old = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
第二十条第（九）项
信息内容\t采购项目数量\t采购总金额
政府集中采购\t8\t160.5万元
"""
    found = of(old)
    assert (found.format, found.year) == ("2019", 2021)
    assert found.disclosure.procurement.amount.value == Decimal(1605000)


def test_no_label_that_tells_the_edition() -> None:
    found = of("二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年新\t本年新\t总数\n规章\t1\t2\t3\n")
    assert found.format is None
    assert [cell.value for cell in found.disclosure.rules.cells] == [None] * 3
    assert [cell.raw for cell in found.disclosure.rules.unplaced] == ["1", "2", "3"]


def test_money_whose_unit_nobody_tells_is_as_printed() -> None:
    found = of(
        "二、主动公开政府信息情况\n第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t53\t7011.93\n"
    )
    amount = found.disclosure.procurement.amount
    assert (amount.value, amount.unit) == (Decimal("7011.93"), None)


def test_the_unit_that_the_page_s_own_label_names() -> None:
    found = of(DISCLOSURE.replace("（单位：万元）", "（单位：元）"))
    assert found.disclosure.fees.amount.value == Decimal("12.5")
    found = of(
        "二、主动公开政府信息情况\n第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额（万元）\n"
        "政府集中采购\t53\t7011.93\n"
    )
    assert found.disclosure.procurement.amount.value == Decimal(70119300)


def test_every_row_and_column_has_names_of_its_own() -> None:
    for edition in FORMATS.values():
        for block in edition.blocks:
            assert len({row.name for row in block.rows}) == len({row.label for row in block.rows}) == len(block.rows)
            for row in block.rows:
                assert len({column.name for column in row.columns}) == len(row.columns)
    assert [len(edition.block("requests").rows) for edition in FORMATS.values()] == [23, 25]
    with pytest.raises(KeyError):
        FORMATS["2021"].block("annex")


@pytest.mark.parametrize(
    "label", ["属于国家秘密", "（1）属于国家秘密", "1、属于国家秘密。", "1.属于国家秘密的", "不予公开1.属于国家秘密"]
)
def test_a_label_with_another_number_or_a_few_signs_more(label: str) -> None:
    found = of(f"三、收到和处理政府信息公开申请情况\n申请人情况\t自然人\n{label}\t1\t0\t0\t0\t0\t0\t1\n")
    assert found.requests.state_secret.total.value == 1


@pytest.mark.parametrize(("value", "status"), [("3", "reported"), ("３", "reported"), ("/", "not-applicable")])
def test_a_value_without_a_blank_before_it(value: str, status: str) -> None:
    decisions = of(DISCLOSURE.replace("行政许可\t1,204", f"行政许可{value}")).disclosure.licensing.decisions
    assert (decisions.raw, decisions.status) == (value, status)


def test_a_report_that_comes_from_json_has_the_same_statistics() -> None:
    report = parse(HEAD + DISCLOSURE)
    assert statistics.read(govreport.from_json(govreport.to_json(report))) == statistics.read(report)


# --- what cannot be known --------------------------------------------------------------------------------------------

REQUESTS = """\
三、收到和处理政府信息公开申请情况
申请人情况
自然人
法人或其他组织
总计
商业企业
科研机构
社会公益组织
法律服务机构
其他
一、本年新收政府信息公开申请数量
{new}
二、上年结转政府信息公开申请数量
{old}
三、本年度办理结果
（一）予以公开
{disclosed}
（七）总计
四、结转下年度继续办理
"""


def lines(*numbers: int) -> str:
    return "\n".join(map(str, numbers))


def test_blank_cells_that_are_gone_leave_the_others_without_a_place() -> None:
    found = of(REQUESTS.format(new=lines(5, 2), old=lines(1, 0, 0, 0, 0, 0, 1), disclosed=lines(3)))
    assert [cell.value for cell in found.requests.new_received.cells] == [None] * 7
    assert [cell.raw for cell in found.requests.new_received.unplaced] == ["5", "2"]
    assert [cell.value for cell in found.requests.carried_over.cells] == [1, 0, 0, 0, 0, 0, 1]
    assert {cell.status for cell in found.requests.total.cells} == {"blank"}


def test_a_total_is_told_where_it_is_the_sum_of_what_is_left_in_every_row() -> None:
    found = of(REQUESTS.format(new=lines(5, 2, 7), old=lines(1, 1), disclosed=lines(4, 1, 5)))
    assert [cell.value for cell in found.requests.new_received.cells] == [None] * 6 + [7]
    assert [cell.raw for cell in found.requests.new_received.unplaced] == ["5", "2"]
    found = of(REQUESTS.format(new=lines(5, 2, 7), old=lines(1, 1), disclosed=lines(4, 1)))
    assert found.requests.disclosed.total.value is None  # 4 and 1: totals of results may be what was left blank
    found = of(REQUESTS.format(new=lines(5, 2), old=lines(1, 1), disclosed=lines(4, 1, 5)))
    assert found.requests.carried_over.total.value is None


def test_a_row_of_another_label_takes_its_numbers_with_it() -> None:
    found = of(DISCLOSURE.replace("规章\t/\t/\t/", "规章\t\t\t\n其他文件\t7\t7\t7"))
    assert [cell.value for cell in found.disclosure.rules.cells] == [None] * 3
    assert found.disclosure.normative_documents.issued.value == 3


def test_a_row_that_the_page_has_twice_is_unknown_where_the_two_differ() -> None:
    found = of(DISCLOSURE + DISCLOSURE.replace("1,204", "1,205"))
    assert found.disclosure.licensing.decisions.status == "unknown"
    assert found.disclosure.normative_documents.issued.value == 3


def test_a_table_of_the_office_s_own_is_left_alone() -> None:
    assert statistics.read(parse(HEAD + "事项\t数量\n行政许可\t46\n行政处罚\t3\n" + TAIL)) is None


def test_a_number_that_the_end_of_the_page_may_cut() -> None:
    text = HEAD + DISCLOSURE
    cut = statistics.read(parse(text[: text.index("1,204") + 1]))
    assert cut is not None
    assert cut.disclosure.licensing.decisions.status == "unknown"


# --- merged cells ----------------------------------------------------------------------------------------------------


def table(*rows: list[str | tuple[str, int, int]]) -> Table:
    """A table of HTML: each cell its text, or its text with the rows and columns it takes."""
    made = Table()
    for row in rows:
        cells = [Cell(one) if isinstance(one, str) else Cell(one[0], rowspan=one[1], colspan=one[2]) for one in row]
        made.children.append(Row([*cells]))
    return made


def in_report(made: Table) -> Report:
    return Report(body=Body([Section([made])]))


def test_merged_cells() -> None:
    found = statistics.read(
        in_report(
            table(
                [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 1, 7)],
                [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
                ["商业\n企业", "科研\n机构", "社会公益组织", "法律服务机构", "其他"],
                [("一、本年新收政府信息公开申请数量", 1, 3), "5", "", "", "", "2", "", "7"],
                [("三、本年度办理结果", 3, 1), ("（一）予以公开", 1, 2), "4", "", "", "", "", "", "4"],
                [("（三）不予公开", 2, 1), "1.属于国家秘密", "", "", "", "", "", "", ""],
                ["2.其他法律行政法规禁止公开", ("9", 1, 2), "", "", "", "", ""],
            )
        )
    )
    assert found is not None
    assert [cell.value for cell in found.requests.new_received.cells] == [5, None, None, None, 2, None, 7]
    assert found.requests.disclosed.total.value == 4
    assert {cell.status for cell in found.requests.state_secret.cells} == {"blank"}
    # 9 stands over two columns: no one can tell whose it is.
    assert {cell.status for cell in found.requests.forbidden_by_law.cells} == {"unknown"}
    assert [cell.raw for cell in found.requests.forbidden_by_law.unplaced] == ["9"]


def test_a_value_that_is_merged_to_fill_its_row() -> None:
    found = statistics.read(
        in_report(
            table(
                [("第二十条第（五）项", 1, 4)],
                ["信息内容", ("本年处理决定数量", 1, 3)],
                ["行政许可", ("46", 1, 3)],
            )
        )
    )
    assert found is not None
    assert found.disclosure.licensing.decisions.value == 46
