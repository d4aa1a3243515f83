"""Who signs a document and whom it is addressed to."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport.words.organizations import is_addressed, is_organ, leading_name, signs, split_names


@pytest.mark.parametrize(
    "line",
    [
        "将台县人民政府",
        "溪原市委老干部局",
        "鹿汀苏木",
        "墨溪区发展改革委",
        "国 务 院",
        "枫渡縣氣象局",
        "溪原市文广新局",
    ],
)
def test_lines_that_are_names(line: str) -> None:
    assert is_organ(line)
    assert signs(line)


@pytest.mark.parametrize("line", ["返回顶部", "三、持续提升政府", "优化产业布局", "市财政部门", "枫渡县", "全程网办"])
def test_lines_that_are_none(line: str) -> None:
    assert not is_organ(line)


def test_several_names_on_a_line() -> None:
    assert split_names("枫渡县财政局枫渡县民政局") == ["枫渡县财政局", "枫渡县民政局"]
    assert split_names("枫渡县财政局 农发行枫渡支行") == ["枫渡县财政局", "农发行枫渡支行"]
    assert split_names("国 务 院") == ["国 务 院"]


@pytest.mark.parametrize(
    "line",
    ["各乡镇人民政府，县直各单位", "县政府各部门", "枫渡县财政局、民政局", "各中学、幼儿园", "各缴存单位,缴存职工"],
)
def test_who_is_addressed(line: str) -> None:
    assert is_addressed(line)


def test_who_is_not_addressed() -> None:
    assert not is_addressed("提前还款,缴存职工")


def test_the_body_that_a_title_begins_with() -> None:
    assert leading_name("2009年溪原市水务局政府信息公开工作年度报告") == "溪原市水务局"
    assert leading_name("溪原市2009年政府信息公开工作年度报告") == ""


def test_a_document_of_a_body_whose_name_begins_like_a_sentence() -> None:
    report = parse(
        "关于提高低保标准的通知\n各乡镇人民政府：\n从下月起提高低保标准，请做好核对和发放工作。\n"
        "将台县人民政府\n2022年6月15日\n"
    )
    assert [str(name) for name in report.signature] == ["将台县人民政府"]
    assert report.issuer == "将台县人民政府"
