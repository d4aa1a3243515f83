"""Run-in headings without a stop: where they end, decided by what was learned and by their siblings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Heading, parse, to_text
from govreport.parsing.headings.boundary import Words, fold, load
from govreport.parsing.headings.ngrams import TEXTS
from govreport.words.organizations import short_forms
from tests.sketch import outline

PAGE = """\
溪原市水务局2009年度政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》规定，编制本报告。
一、工作概述
2009年，市水务局认真做好信息公开工作，取得了新的成效。
二、组织推进情况
(一)健全组织机构市水务局高度重视信息公开工作，成立由局长任组长的领导小组，办公室负责日常工作，各科室指定专人负责。
(二)细化公开目录按照市政府的统一部署，对供水、排水、防汛三类信息逐条梳理，编成目录三百余条，全部在网上公布。
(三)拓宽公开渠道市水务局在用好网站的同时，在六个营业厅安装查询屏，方便群众查阅，全年接待查询一千余人次。
(四)加强业务培训全年举办培训班三期，培训信息员一百二十人次，工作人员的业务水平有了明显提高。
三、存在问题
公开内容还不够全面。
溪原市水务局
2010年3月15日
"""


def test_headings_without_a_stop_are_parted_from_their_paragraphs() -> None:
    assert outline(PAGE)[2:6] == [
        "2 (一) 健全组织机构",
        "2 (二) 细化公开目录",
        "2 (三) 拓宽公开渠道",
        "2 (四) 加强业务培训",
    ]
    assert to_text(parse(PAGE)) == PAGE


def test_how_sure_an_end_is_stands_in_the_tree() -> None:
    headings = [node for node in parse(PAGE).walk() if isinstance(node, Heading)]
    assert [heading.confidence for heading in headings if heading.depth == 1] == [1.0, 1.0, 1.0]
    assert all(0 < heading.confidence < 1 for heading in headings if heading.depth == 2)


def test_a_lone_blank_is_the_trace_of_a_line_end() -> None:
    text = (
        "溪原市水务局2014年政府信息公开工作年度报告\n"
        "一、工作概述 2014年，市水务局认真贯彻条例，做好信息公开工作。\n"
        "二、公开情况 以下数据是全局的合计，共公开信息128条。"
    )
    assert outline(text) == ["1 一、 工作概述", "1 二、 公开情况"]


def test_two_blanks_are_spaced_type() -> None:
    text = (
        "关于报送材料的通知\n一、各单位应当于 2014年 5月底前将有关材料报送市水务局办公室汇总。\n"
        "二、逾期不报的 2015年不再安排资金，也不再受理有关申请。"
    )
    assert [heading.title for heading in parse(text).walk() if isinstance(heading, Heading)] == ["", ""]


def test_headings_are_as_long_as_their_siblings() -> None:
    text = """\
二、组织推进
(一)健全组织机构市水务局成立由局长任组长的领导小组，办公室负责日常工作。
(二)拓宽公开渠道全年在六个营业厅安装查询屏，方便群众查阅信息。
(三)注重业务培训为指导基层做好工作，举办了三期培训班，受训一百人。
三、存在问题
公开不够。
"""
    assert outline(text)[1:4] == ["2 (一) 健全组织机构", "2 (二) 拓宽公开渠道", "2 (三) 注重业务培训"]


def places(words: str) -> list[int]:
    return list(Words(words, len(words)).places())


def heading_of(words: str) -> str:
    text = fold(words)
    [reading] = load().read([Words(text, len(words))])
    return text[: reading.ends[reading.scores.index(max(reading.scores))]]


def test_splitting_can_be_left_out() -> None:
    titles = [node.title for node in parse(PAGE, split_headings="never").walk() if isinstance(node, Heading)]
    assert titles == ["工作概述", "组织推进情况", "", "", "", "", "存在问题"]
    with pytest.raises(ValueError, match="split_headings"):
        parse(PAGE, split_headings="sometimes")  # type: ignore[arg-type]


def test_what_is_parted_for_sure_is_parted_always() -> None:
    confident = [node.title for node in parse(PAGE).walk() if isinstance(node, Heading)]
    always = [node.title for node in parse(PAGE, split_headings="always").walk() if isinstance(node, Heading)]
    assert all(title in ("", other) for title, other in zip(confident, always, strict=True))


@pytest.mark.parametrize(
    "unit",
    [
        "（一）申请人应当在十五个工作日内提交书面材料，逾期不提交的，视为放弃申请，主管部门不再另行通知。",
        "（一）本市户籍的灵活就业人员可以凭本人有效身份证件参加企业职工基本养老保险，按月缴纳保险费；",
        "（一）2009年9月起，全市三十八个派出所每季度向辖区居民代表通报工作情况，全年召开通报会七十六场。",
        "（一）符合条件的购房人，可在办事大厅窗口申请办理购房补贴，填写申请书，并由共同购房人签字确认。",
    ],
)
def test_a_sentence_keeps_its_head(unit: str) -> None:
    text = f"一、申请流程\n{unit}\n{unit.replace('一', '二', 1)}\n二、其他事项\n本办法自发布之日起施行。"
    assert outline(text)[1:3] == ["2 （一）", "2 （二）"]


def test_a_heading_cannot_end_inside_brackets() -> None:
    assert places("推进（市、区）工作情况检查") == [2, 7, 8, 9, 10, 11]


def test_places_end_at_the_first_stop() -> None:
    assert places("检查情况。全年检查") == [2, 3]


def test_the_best_place_is_where_the_paragraph_begins() -> None:
    assert (
        heading_of("加强工作指导公安厅政务公开领导小组制定下发多个文件，对健全工作机制提出具体要求。") == "加强工作指导"
    )


@pytest.mark.slow
@given(st.lists(st.text("加强工作指导公安厅，。（）：0\0\U00020000", min_size=2, max_size=40), min_size=1, max_size=5))
def test_units_are_read_together_as_they_are_alone(texts: list[str]) -> None:
    model = load()
    units = [Words(fold(text), len(text)) for text in texts * TEXTS]  # more than are held side by side
    for unit, reading in zip(units, model.read(units), strict=True):
        [alone] = model.read([unit])
        assert (reading.ends, reading.scores, reading.none) == (alone.ends, alone.scores, alone.none)


def test_short_forms_of_a_name() -> None:
    assert short_forms("青屏省溪原市水务局") == [
        "青屏省溪原市水务局", "省溪原市水务局", "溪原市水务局", "市水务局", "水务局", "市局", "我局", "省局",
    ]  # fmt: skip
