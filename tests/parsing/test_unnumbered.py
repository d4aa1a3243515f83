"""Headings without a number.  Each test is a short text and the outline expected of it: depth, number, title."""

from __future__ import annotations

import pytest

from govreport import Heading, parse, parse_bytes, to_json, to_markdown, to_text
from govreport.parsing.unnumbered.finding import chance
from govreport.parsing.unnumbered.weights import WEIGHTS
from govreport.serialize.blocks import blocks
from govreport.tree.report import Report
from tests.sketch import outline

CASE = (
    "青杨县消费维权案例\n基本案情\n某店出售过期的食品，消费者要求退款，店家不予理会。\n裁判结果\n"
    "法院判决店家退还货款，并支付十倍的赔偿。\n典型意义\n经营者应当保证食品的安全，不得出售过期的食品。\n"
)


def headings(report: Report) -> list[tuple[str, int, str]]:
    return [(one.marker, one.depth, one.title) for one in report.walk() if isinstance(one, Heading)]


def page(body: str) -> Report:
    return parse_bytes(f"<html><body><h1>青杨县社保卡指南</h1>{body}</body></html>".encode())


def test_a_short_line_over_text_is_one_where_others_are() -> None:
    report = parse(CASE)
    assert headings(report) == [("", 1, "基本案情"), ("", 1, "裁判结果"), ("", 1, "典型意义")]
    assert report.sections[1].heading.ordinal is None
    assert to_text(report) == CASE


def test_a_place_and_what_is_new_there_name_the_text_below() -> None:
    news = "大雨过后，本县各处渡口正在抢修，记者走访了其中三处，看到工人们还在清理河道里的树枝和泥沙。"
    places = [
        "东渡镇上游渡口：下月起恢复通航",
        "西渡镇下游渡口：新船将于月底前到港",
        "南渡镇水文站旁渡口：工期顺延，先修码头",
    ]
    text = "青杨县渡口走访\n" + news + "\n" + "".join(f"{place}\n{news}\n" for place in places)
    assert [title for _, _, title in headings(parse(text))] == places


def test_words_that_announce_a_list_are_none() -> None:
    grants = "家庭困难的学生可以申请助学金，由学校核实以后统一上报县教育局。"
    kinds = "一是免除学费。家庭困难的学生由学校登记。\n二是补助车费。由学校按月发放到本人。\n"
    assert headings(parse(f"青杨县助学政策\n{grants}{grants}\n今年的助学政策有两大块：\n{kinds}")) == []


def test_a_series_that_starts_again_stands_under_it() -> None:
    text = (
        "青杨县报名须知\n报名条件\n1.年满十八周岁；\n2.本县户籍。\n报名材料\n1.身份证；\n2.户口簿。\n"
        "报名时间\n每年三月一日至三月十日，逾期不予受理。\n"
    )
    report = parse(text)
    assert [section.heading.title for section in report.sections] == ["报名条件", "报名材料", "报名时间"]
    assert [len(section.sections) for section in report.sections] == [2, 2, 0]
    assert all(one.chance is not None for one in report.issues)  # nothing odd


def test_numbers_count_as_if_it_were_not_there() -> None:
    """Depth is that of the numbers alone, so that outlines of pages with and without such headings compare."""
    report = parse(
        "青杨县助农政策问答\n1、创业资助\n补贴条件：\n（1）本县户籍；\n（2）首次创业。\n"
        "2、租金补贴\n补贴条件：\n（1）租用县内场地；\n（2）租期一年以上。\n"
    )
    assert [(depth, marker) for marker, depth, _ in headings(report)] == [
        (1, "1、"), (2, ""), (2, "（1）"), (2, "（2）"), (1, "2、"), (2, ""), (2, "（1）"), (2, "（2）"),
    ]  # fmt: skip


def test_an_introduction_holds_no_numbers_and_is_part_of_the_preamble() -> None:
    report = parse(
        "青杨县水务局2013年年度报告\n引　言\n本报告根据条例的要求编制，欢迎查阅。\n一、概述\n正文。\n二、问题\n正文。\n"
    )
    assert headings(report) == [("", 1, "引言"), ("一、", 1, "概述"), ("二、", 1, "问题")]
    assert len(report.sections) == 3
    assert [paragraph.text for paragraph in report.preamble] == ["本报告根据条例的要求编制，欢迎查阅。"]


def test_notes_stand_beside_the_sections() -> None:
    report = parse(
        "一、综合\n生产总值十亿元。\n二、农业\n粮食三万吨。\n注：\n1.数据为初步统计数。\n2.增速按不变价格计算。\n"
    )
    assert [section.heading.title for section in report.sections] == ["综合", "农业", "注"]


def test_what_ends_a_document_stands_beside_its_sections_too() -> None:
    report = parse("一、综合\n生产总值十亿元，增长百分之五。\n结语\n新的一年，全县人民将继续努力，争取更好的成绩。\n")
    assert [section.heading.title for section in report.sections] == ["综合", "结语"]


def test_steps_and_cases_count_without_a_marker() -> None:
    text = "社保卡换领指南\n方法一：线上换领\n打开应用，填写收件地址。\n方法二：窗口换领\n带身份证到服务大厅。\n"
    assert [title for _, _, title in headings(parse(text))] == ["方法一：线上换领", "方法二：窗口换领"]


@pytest.mark.parametrize("line", ["【热点聚焦】", "● 热点聚焦", "**热点聚焦**", "## 热点聚焦"])
def test_signs_that_set_a_heading_off_are_not_its_title(line: str) -> None:
    text = f"# 枫渡县讲稿\n{line}\n今年夏天的旱情引起了大家的关注，水库的蓄水只有往年的六成。\n"
    text += f"{line.replace('聚焦', '评析')}\n旱情的原因有两个，一是降雨偏少，二是渠道渗漏。\n"
    report = parse(text)
    assert [title for _, _, title in headings(report)] == ["热点聚焦", "热点评析"]
    assert to_text(report) == text


# --- questions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ask", "answer"), [("问：", "答："), ("Q：", "A："), ("【问】", "【答】"), ("问题一：", "")])
def test_a_question_ends_the_list_of_the_answer_before(ask: str, answer: str) -> None:
    report = parse(
        f"农机补贴问答\n{ask}哪些农机可以申请补贴？\n{answer}列入目录的农机可以申请，包括：\n1.拖拉机；\n2.收割机。\n"
        f"{ask}到哪里申请？\n{answer}到所在乡镇的农业服务中心申请。\n"
    )
    assert headings(report) == [
        ("", 1, "哪些农机可以申请补贴？"), ("1.", 1, ""), ("2.", 1, ""), ("", 1, "到哪里申请？"),
    ]  # fmt: skip
    assert [section.heading.question for section in report.sections] == [True, True]


def test_question_and_answer_on_one_line() -> None:
    report = parse("农机补贴问答\n问：到哪里申请？答：到乡镇申请。\n问：要带什么？答：带身份证。\n")
    assert [section.heading.title for section in report.sections] == ["到哪里申请？", "要带什么？"]
    assert [to_text(section.children[0]).strip() for section in report.sections] == [
        "答：到乡镇申请。",
        "答：带身份证。",
    ]


def test_a_numbered_heading_can_be_a_question() -> None:
    report = parse("农机补贴问答\n1.哪些农机可以申请？\n答：列入目录的农机。\n2.到哪里申请？\n答：到乡镇申请。\n")
    assert [section.heading.question for section in report.sections] == [True, True]
    assert [section.heading.marker for section in report.sections] == ["1.", "2."]


def test_a_number_may_stand_before_the_sign_of_a_question() -> None:
    report = parse("助学问答\n1、问：哪些学生可以申请？\n答：困难家庭的学生。\n2、问：怎么申请？\n答：向学校申请。\n")
    assert [(marker, title) for marker, _, title in headings(report)] == [
        ("1、", "哪些学生可以申请？"),
        ("2、", "怎么申请？"),
    ]


def test_questions_that_are_only_announced_are_none() -> None:
    report = parse(
        "居住证问答\n一、说明\n居住证的常见问题如下。\n老人怎么办理居住证？\n赶紧来了解一下\n"
        "居住证怎么办理？\n带身份证到派出所办理，三天领证。\n"
        "老人怎么办理居住证？\n由家属代办，派出所也可以上门办理。\n"
    )
    assert [title for marker, _, title in headings(report) if not marker] == [
        "居住证怎么办理？",
        "老人怎么办理居住证？",
    ]


# --- markup ----------------------------------------------------------------------------------------------------------


def test_levels_of_html_nest() -> None:
    report = page(
        "<h2>申领对象</h2><p>本县户籍的居民，均可以申领。</p>"
        "<h2>办理方式</h2><h3>网上办理</h3><p>登录网站，上传照片。</p><h3>窗口办理</h3><p>带身份证到社区。</p>"
    )
    assert headings(report) == [("", 1, "申领对象"), ("", 1, "办理方式"), ("", 2, "网上办理"), ("", 2, "窗口办理")]


@pytest.mark.parametrize("line", ["<p><b>{}</b></p>", '<p style="text-align: center">{}</p>'])
def test_lines_that_are_bold_or_centred_as_a_whole(line: str) -> None:
    report = page(
        f"{line.format('申领对象')}<p>本县户籍的居民，不分年龄，均可以申领。</p>"
        f"{line.format('申领材料')}<p>身份证原件，近三个月的照片一张。</p>"
    )
    assert [title for _, _, title in headings(report)] == ["申领对象", "申领材料"]


# --- what is none ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "各位代表：", "各位代表！", "咨询电话：12345678", "牵头单位：县水务局", "图1 生产总值", "单位：万元",
        "本报记者 张三", "2023年3月1日", "一是加强领导", "附表.xls", "包括以下内容：", "县水务局", "• 公开情况",
        "点击查看大图",
    ],
)  # fmt: skip
def test_what_names_nothing_is_no_heading(line: str) -> None:
    text = (
        f"一、过去的工作\n过去一年，全县生产总值增长百分之六。\n{line}\n成绩来之不易，这是全县人民共同努力的结果。\n"
        "二、今年\n正文。\n"
    )
    assert "" not in [marker for marker, _, _ in headings(parse(text))]


def test_cells_on_lines_of_their_own_are_none() -> None:
    cells = "".join(f"{number}\n杨树街\n3728646{number}\n杨树大街{number}号\n" for number in range(1, 6))
    text = f"一、电话\n各街道的电话见下表，有变动的随时更新。\n序号\n单位\n电话\n地址\n{cells}二、其他\n正文。\n"
    assert outline(text) == ["1 一、 电话", "1 二、 其他"]


# --- what is made of it ----------------------------------------------------------------------------------------------


def test_it_prints_as_a_heading_everywhere() -> None:
    report = parse("# 助农政策\n## 面向农户的政策\n一、农机补贴\n按照购机价的三成补贴。\n二、良种补贴\n每亩三十元。\n")
    assert to_markdown(report).splitlines()[2:5:2] == ["## 面向农户的政策", "### 一、农机补贴"]
    assert "面向农户的政策\n一、农机补贴\n" in to_text(report, clean=True)
    assert '"kind":"heading","marker":"","title":"面向农户的政策"' in to_json(report)
    assert [block.place.path for block in blocks(report)][-1] == "#1.2"


def test_number_paths_look_through_it() -> None:
    report = parse("# 助农政策\n## 面向农户的政策\n一、农机补贴\n按照购机价的三成补贴。\n二、良种补贴\n每亩三十元。\n")
    assert report.section(2).heading.title == "良种补贴"
    assert report.section("面向农户的政策") is report.sections[0]
    assert report.section("面向农户的政策/一").heading.title == "农机补贴"


def test_edits_print() -> None:
    report = parse(CASE)
    report.sections[0].heading.title = "案情"
    del report.sections[1].children[:]
    assert to_text(report).startswith("青杨县消费维权案例\n案情\n某店")


def test_what_has_no_weight_says_nothing() -> None:
    assert chance(["after:text", "name"]) > chance(["after:text"]) > chance(["after:text", "value"])
    assert chance(["no such look"]) == chance([])
    assert WEIGHTS["bias"] < 0
