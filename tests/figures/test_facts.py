"""The figures of whole reports, with their places; checks of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport
from govreport.figures import check_facts
from govreport.figures.phrasings import PHRASINGS
from govreport.figures.variables import VARIABLES

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PAGE = """\
溪原市水务局2012年政府信息公开工作年度报告

一、主动公开情况

2012年主动公开政府信息３１８条，其中网站280条，其他方式38条。

二、依申请公开情况

共收到申请12件，其中当面申请3件，网络申请10件。

三、行政复议和行政诉讼情况

未发生针对本部门政府信息公开的行政复议和行政诉讼。
"""


def test_a_figure_knows_its_place_and_sentence() -> None:
    first, website, *_ = govreport.facts(govreport.parse(PAGE))
    assert (first.variable, first.label, first.value, first.unit) == ("disclosed", "主动公开政府信息数", 318, "条")
    assert first.span is not None
    assert PAGE[slice(*first.span)] == "３１８条"
    assert first.sentence.startswith("2012年主动公开")
    assert website.variable == "disclosed_website"
    assert website.part_of == "disclosed"


def test_a_denial_is_nought_of_each_thing_denied() -> None:
    denied = [one for one in govreport.facts(govreport.parse(PAGE)) if one.negated]
    assert [(one.variable, one.value) for one in denied] == [("reconsiderations", 0), ("lawsuits", 0)]
    assert denied[1].span is not None
    assert PAGE[slice(*denied[1].span)] == "未发生针对本部门政府信息公开的行政复议和行政诉讼"


def test_parts_are_added_up() -> None:
    findings = check_facts(govreport.facts(govreport.parse(PAGE)))
    assert [(one.rule.id, one.status, one.difference) for one in findings] == [("parts-and-whole", "violated", 1)]


def test_a_sentence_is_held_against_the_table() -> None:
    report = govreport.read(FIXTURES / "annual-2022-faults.txt")
    against = [one for one in check_facts(govreport.facts(report)) if one.rule.id == "text-and-table"]
    assert {one.status for one in against} == {"ok", "violated"}


def test_another_document_has_no_figures() -> None:
    notice = govreport.parse("关于办理行政复议的通知\n\n2012年共办理行政复议12件，收取费用300元。\n")
    assert govreport.facts(notice) == []


def test_what_a_menu_names_is_not_what_the_document_is_on() -> None:
    page = (
        "当前位置：首页 > 政务公开 > 政府信息公开 > 依申请公开\n溪原市举办书法展\n发布时间：2012-03-01\n\n"
        "本次展览共收到申请12件，展出作品40件。\n\n"
        "政府信息公开 | 政务公开 | 网站地图\n主办单位：溪原市人民政府\n"
    )
    assert govreport.facts(govreport.parse(page)) == []


def test_an_opinion_on_disclosure_is_no_report() -> None:
    page = "溪原市人民政府关于推进政务公开工作的意见\n\n一、目标\n\n全年主动公开政府信息500条，收到申请10件。\n"
    assert govreport.facts(govreport.parse(page)) == []
    form = page.replace("关于推进政务公开工作的意见", "关于做好2012年政府信息公开工作年度报告编制工作的通知")
    assert govreport.facts(govreport.parse(form)) == []
    notice = page.replace("关于推进政务公开工作的意见", "关于发布2012年政府信息公开工作年度报告的通知")
    assert len(govreport.facts(govreport.parse(notice))) == 2


def test_a_list_of_classes_goes_on_over_paragraphs() -> None:
    page = PAGE.replace(
        "其中网站280条，其他方式38条。", "其中：\n\n机构职能类信息3条；\n\n水利动态315条。\n\n召开会议5次。"
    )
    found = govreport.facts(govreport.parse(page))
    classes = [(one.item, one.value, one.part_of) for one in found if one.variable == "disclosed_class"]
    assert classes == [("机构职能类信息", 3, "disclosed"), ("水利动态", 315, "disclosed")]


def test_only_reports_have_figures() -> None:
    with pytest.raises(TypeError, match="parse"):
        govreport.facts("共收到申请12件")  # type: ignore[arg-type]


def test_a_tree_made_by_hand_has_figures_without_places() -> None:
    report = govreport.parse(PAGE)
    again = govreport.from_json(govreport.to_json(report))
    assert [one.value for one in govreport.facts(again)] == [one.value for one in govreport.facts(report)]


def test_every_phrasing_names_a_variable_and_is_found_by_its_end() -> None:
    for sign, some in PHRASINGS.items():
        assert len(sign) == 1
        assert all(one.variable in VARIABLES for one in some)
