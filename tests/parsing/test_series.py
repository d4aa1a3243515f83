"""Run-in headings without a stop: where they end, decided by what was learned and by their siblings."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Heading, parse, to_text
from govreport.parsing.headings.candidates import WINDOW, Words, fold
from govreport.parsing.headings.model import BUCKETS, REACH, SCALE, SIZES, TABLES, Model, shipped, unpack
from govreport.parsing.headings.series import Splitting
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
溪原市水务局2009年度政府信息公开工作年度报告
二、组织推进
(一)完善工作制度市水务局先后订立了信息采集、保密审查两项制度。
(二)拓宽公开渠道全年在六个营业厅安装查询屏，方便群众查阅信息。
(三)注重业务培训为指导基层做好工作，举办了三期培训班，受训一百人。
(四)强化监督检查市水务局每季度检查一次，通报了检查的结果。
三、存在问题
公开不够。
"""
    assert outline(text)[1:5] == [
        "2 (一) 完善工作制度",
        "2 (二) 拓宽公开渠道",
        "2 (三) 注重业务培训",
        "2 (四) 强化监督检查",
    ]


def places(words: str) -> list[int]:
    return Words(words, len(words), 0.0).places()


def heading_of(words: str) -> str:
    reading = shipped().read(Words(words, len(words), 0.0), "han-paren", False)
    return words[: reading.ends[reading.scores.index(max(reading.scores))]]


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
def test_a_lone_blank_and_a_comma_are_places_too() -> None:
    words = Words("公开的形式 2014年，全年公布", 60, 0.0)
    assert [words.text[:end] for end in words.places() if words.kind(end) != 0] == ["公开的形式", "公开的形式 0000年"]


def test_figures_that_are_spaced_out_are_no_place() -> None:
    words = Words("其他信息 322条，包括工作动态", 60, 0.0)
    assert words.text.index(" ") not in words.places()


def test_folding_keeps_the_places_of_the_words() -> None:
    text, offsets = fold("组织  机构(2014 年)")
    assert text == "组织 机构（0000年）"
    assert ["组织  机构(2014 年)"[offset] for offset in offsets[:-1]] == list("组织 机构(2014年)")


def model_of(weights: dict[str, dict[int, int]]) -> Model:
    """A model whose weights are 0 but for those given, in units of 1 / SCALE."""
    data = b"".join(
        bytes(weights.get(name, {}).get(bucket, 0) % 256 for bucket in range(size)) for name, size in TABLES.items()
    )
    return unpack(b'{"evidence": {}}\n' + data)


@pytest.mark.parametrize("back", range(REACH))
def test_an_ngram_counts_for_the_places_it_reaches(back: int) -> None:
    code = ord("丙") & BUCKETS[1] - 1
    reading = model_of({f"1 at {-back}": {code: 64}}).read(Words("甲乙丙丁戊己", 60, 0.0), "han", False)
    assert [end for end, score in zip(reading.ends, reading.scores, strict=True) if score] == (
        [2 + back] if 2 + back <= 4 else []
    )
    assert max(reading.scores) in (0.0, 64 / SCALE)


def test_every_weight_has_its_table() -> None:
    assert [name for name in TABLES if name[0].isdigit()] == [f"{n} at {-back}" for n in SIZES for back in range(REACH)]


@given(st.text("加强工作指导公安厅，。（）： 0\0\U00020000", max_size=WINDOW + 5))
def test_every_unit_can_be_read(text: str) -> None:
    reading = shipped().read(Words(text, len(text), 0.0), "han", True)
    assert all(map(math.isfinite, [*reading.scores, reading.none]))
    assert all(2 <= end < len(text) for end in reading.ends)


def titles(text: str, splitting: Splitting = "confident") -> list[str]:
    return [node.title for node in parse(text, splitting).walk() if isinstance(node, Heading)]


def test_a_stop_may_be_that_of_the_first_sentence() -> None:
    text = """\
二、组织推进
（一）完善工作制度市水务局高度重视信息公开工作。由局长任组长，办公室负责日常工作。
（二）拓宽公开渠道全年在六个营业厅安装查询屏。方便群众查阅，接待查询一千余人次。
（三）加强业务培训全年举办培训班三期。培训信息员一百二十人次，水平有了提高。
"""
    assert titles(text, "always") == ["组织推进", "完善工作制度", "拓宽公开渠道", "加强业务培训"]


def test_a_long_page_whose_every_stop_is_that_of_a_first_sentence() -> None:
    text = """\
二、组织推进
（一）加强组织领导全镇成立了由镇长任组长的领导小组。各科室指定专人负责。
（二）健全工作制度我镇先后订立信息采集、保密审查两项制度。各村照此执行。
（三）拓宽公开渠道2021年在六个村设立公开栏。方便群众查阅，接待查询一千余人次。
（四）规范申请办理全年共受理申请三件。专人接待，当面答复。
（五）强化监督检查镇纪委每季度对各科室开展检查。发现问题，当场改正。
（六）加强业务培训2021年举办培训班三期。培训信息员一百二十人次。
（七）做好政策解读全年在报纸上刊登解读文章六篇。方便群众了解，反映良好。
（八）细化公开目录按照县政府的统一部署逐条梳理信息。编成目录，在网上公布。
"""
    assert {"加强组织领导", "健全工作制度", "拓宽公开渠道", "加强业务培训", "做好政策解读"} <= set(titles(text))


def test_rows_of_a_table_are_no_headings() -> None:
    rows = (
        "三、本年度办理结果\n（一）予以公开270020130\n（二）重复申请       25    0    0    25\n（三）总计 12 0 3 15\n"
    )
    assert titles(rows) == ["本年度办理结果"]


def test_a_section_ends_where_its_prescribed_name_does() -> None:
    text = (
        "五、存在的主要问题及改进情况对照公众的期待，还有一些需要改进的地方。\n"
        "六、其他需要报告的事项本年度收取信息处理费940元。"
    )
    assert titles(text) == ["存在的主要问题及改进情况", "其他需要报告的事项"]


def test_all_questions_that_follow_one_another_are_the_heading() -> None:
    assert titles("一、水价为什么要调整？由于成本上升。\n二、用水分几档？每档多少钱？居民用水分三档。") == [
        "水价为什么要调整？",
        "用水分几档？每档多少钱？",
    ]


def test_one_short_sentence_among_sentences_is_a_sentence() -> None:
    text = """\
（一）全年公开信息1809条。其中网站公开1500条。
（二）全年收到申请12件。其中网上提交9件。
（三）没有发生复议。诉讼1件，尚未审结。
"""
    assert titles(text) == ["", "", ""]


def test_one_long_heading_among_headings_is_a_heading() -> None:
    long = "以提高领导干部依法办事的能力为重点，把学法的情况列入考核"
    text = (
        "（一）加强学习。党组带头学习，每月一次。\n"
        f"（二）{long}。全年组织讲座六次。\n"
        "（三）加强监督。请人大代表评议三次。\n"
    )
    assert titles(text) == ["加强学习", long, "加强监督"]


def test_short_forms_of_a_name() -> None:
    assert short_forms("青屏省溪原市水务局") == [
        "青屏省溪原市水务局", "省溪原市水务局", "溪原市水务局", "市水务局", "水务局", "市局", "我局", "省局",
    ]  # fmt: skip


def test_a_heading_that_lost_its_stop_is_found_beside_those_that_kept_it() -> None:
    text = """\
二、重点任务
（一）完善住房金融服务。银行要支持合理的购房需求，降低首付比例。
（二）加强金融队伍建设协调金融机构选派干部到区县挂职，每年二十人。
（三）强化风险防控。市金融局每季度排查一次，及时处置。
（四）优化营商环境。各部门要简化办事的程序，限时办结。
"""
    headings = ["完善住房金融服务", "加强金融队伍建设", "强化风险防控", "优化营商环境"]
    assert titles(text) == ["重点任务", *headings]


def test_siblings_make_no_heading_of_a_sentence() -> None:
    text = """\
二、培训情况
（一）健全学习制度。局党委每月学习一次，记录在册。
（二）拓宽培训渠道。全年举办两期培训班，受训一百人。
（三）上半年对局属单位和各县区的信息员轮训一遍，年底组织考试，合格的发给证书。
"""
    assert titles(text)[-1] == ""


def test_a_line_that_was_broken_in_mid_sentence_is_no_heading() -> None:
    text = (
        "青杨县住房保障办法\n第一条 为了保障住房，根据有关规定，制定本办法。\n"
        "第二条 保障性住房的建设用地可以依法采取出让、租\n赁或者划拨的方式供应，由县人民政府决定。\n"
        "第三条 县水务局应当妥善保存用水户的资料和缴费记\n录，有关机关可以依照规定查询。\n"
        "第四条 本办法自公布之日起施行。\n"
    )
    assert outline(text) == ["1 第一条", "1 第二条", "1 第三条", "1 第四条"]


def test_a_long_heading_above_text_is_one_beside_sentences_too() -> None:
    text = (
        "青杨县水务工作要点\n一、每月检查一次水厂。由水务局负责，检查的结果应当公布。\n"
        "二、加快建设覆盖全县村庄的供水管网\n年底前完成三十个村庄的管网，所需资金由县财政安排。\n"
        "三、每季度公布一次水质。由水务局负责，公布的内容包括各项指标。\n"
    )
    assert "1 二、 加快建设覆盖全县村庄的供水管网" in outline(text)


def test_articles_that_were_all_broken_behind_their_first_line_have_no_headings() -> None:
    text = (
        "青杨县渡口条例\n第一条 渡口的管理单位应当按照许可证载明的业务\n范围从事业务，未经批准不得从事其他业务。\n"
        "第二条 渡口的管理单位应当按照审慎的要求，建立并\n落实管理制度。\n"
        "第三条 县交通局应当依照法律、行政法规和国家有关\n规定，检查渡口的管理单位。\n"
    )
    assert outline(text) == ["1 第一条", "1 第二条", "1 第三条"]
