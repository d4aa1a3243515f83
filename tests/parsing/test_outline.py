"""Numbered lines → nested sections.  Each test is a short text and the outline expected of it."""

import pytest

from govreport import parse, to_text
from govreport.parsing.hints import Hints
from govreport.parsing.pipeline import parse_page
from tests.sketch import outline


def issues(text: str) -> list[str]:
    """What is odd in a text, without doubts."""
    return [issue.code for issue in parse(text).issues if issue.chance is None]


def test_levels_follow_the_document() -> None:
    text = (
        "一、概述\n正文。\n二、做法\n(一)组织\n正文。\n1.领导\n正文。\n(1)分工\n正文。\n(二)培训\n正文。\n"
        "三、问题\n正文。"
    )
    assert outline(text) == [
        "1 一、 概述", "1 二、 做法", "2 (一) 组织", "3 1. 领导", "4 (1) 分工", "2 (二) 培训", "1 三、 问题",
    ]  # fmt: skip


def test_arabic_numbers_may_hang_straight_under_han() -> None:
    assert outline("一、任务\n1.清查\n正文。\n2.整改\n正文。\n二、措施\n1.领导\n正文。") == [
        "1 一、 任务", "2 1. 清查", "2 2. 整改", "1 二、 措施", "2 1. 领导",
    ]  # fmt: skip


def test_a_level_may_go_on_counting_across_its_parents() -> None:
    text = "一、总则\n（一）目标\n正文。\n（二）原则\n正文。\n二、任务\n（三）公开\n正文。\n（四）记录\n正文。"
    assert [line[:1] for line in outline(text)] == ["1", "2", "2", "1", "2", "2"]
    assert not issues(text)


def test_chapters_and_articles() -> None:
    text = (
        "第一章　总　则\n第一条　为了规范管理，制定本办法。\n第二条　下列人员适用本办法：\n（一）公职人员；\n"
        "（二）其他人员。\n第二章　附则\n第三条　本办法自公布之日起施行。"
    )
    assert outline(text) == [
        "1 第一章 总则",
        "2 第一条",
        "2 第二条",
        "3 （一）",
        "3 （二）",
        "1 第二章 附则",
        "2 第三条",
    ]


def test_a_name_in_brackets_is_an_articles_title() -> None:
    assert outline("第一条　【目的】为了规范管理，制定本办法。\n第二条（适用范围）本市适用本办法。") == [
        "1 第一条 目的",
        "1 第二条 适用范围",
    ]


def test_decimal_numbers() -> None:
    text = (
        "1总则\n1.1 目的\n为了应对事件，制定本预案。\n1.2 依据\n依据法律制定本预案。\n2组织\n2.1 机构\n"
        "设立指挥部，负责指挥。"
    )
    assert outline(text) == ["1 1 总则", "2 1.1 目的", "2 1.2 依据", "1 2 组织", "2 2.1 机构"]


def test_a_number_that_the_file_counts_needs_no_series() -> None:
    text = "1 范围\n本导则适用于全县。\n3 验收\n由水务局组织验收。"
    assert outline(text) == []
    report = parse_page(text, "confident", Hints(numbers={0, text.index("3")}))
    assert [section.heading.title for section in report.sections] == ["范围", "验收"]


def test_numbers_without_punctuation_need_a_series() -> None:
    assert outline("01综合\n全年生产总值增长。\n02农业\n全年粮食产量增长。") == ["1 01 综合", "1 02 农业"]
    assert outline("一 概述\n正文。\n二 公开情况\n正文。") == ["1 一 概述", "1 二 公开情况"]
    assert outline("一 概述\n只有一个。") == []


@pytest.mark.parametrize(
    "line",
    [
        "2009年，全市公开信息51条。",
        "第三条第二款规定的情形除外。",
        "一、二等奖各一名，奖金一千元。",
        "11.5.14.2的试验结果合格。",
    ],
)
def test_dates_citations_and_lists_are_no_headings(line: str) -> None:
    assert outline(f"一、概述\n正文一句。\n{line}\n二、做法\n正文一句。") == ["1 一、 概述", "1 二、 做法"]


def test_a_number_that_fits_nowhere_is_text() -> None:
    assert outline("一、概述\n正文一句。\n7.本年度办\n正文一句。\n二、做法\n正文一句。") == [
        "1 一、 概述",
        "1 二、 做法",
    ]


def test_odd_numbers_are_kept_and_reported() -> None:
    assert issues("一、甲\n正文。\n三、丙\n正文。\n四、丁\n正文。") == ["skipped-number"]
    assert issues("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。") == ["repeated-number"]
    assert issues("一、甲\n正文。\n二、乙\n正文。\n一、丙\n正文。\n二、丁\n正文。") == ["restarted-number"]
    assert issues("正文。\n二、乙\n正文。\n三、丙\n正文。") == ["orphan-level"]


def test_a_contents_page_is_no_outline() -> None:
    text = "目录\n一、概述……1\n二、做法……2\n一、概述\n正文一句。\n二、做法\n正文一句。"
    assert outline(text) == ["1 一、 概述", "1 二、 做法"]


def test_a_marker_alone_takes_the_next_line() -> None:
    report = parse("一、\n总体情况\n全年公开信息。\n二、\n主要问题\n公开不够。")
    assert [section.heading.title for section in report.sections] == ["总体情况", "主要问题"]


def test_notes_begin_a_count_of_their_own() -> None:
    text = "一、概述\n1.甲。\n正文。\n2.乙。\n正文。\n注释：\n1.“一网通办”是指网上办理。\n2.“好差评”是指评价。"
    assert outline(text)[-2:] == ["1 1. ", "1 2. "] or [line[:1] for line in outline(text)[-2:]] == ["1", "1"]


def test_what_only_looks_odd_is_not_reported() -> None:
    assert issues("二、乙\n正文。\n三、丙\n正文。") == []  # an excerpt begins so
    lists = "第一条 下列单位：\n（一）甲局；\n（二）乙局。\n报送下列材料：\n（一）年报；\n（二）月报。\n"
    assert issues(lists) == []
    assert issues(lists.replace("材料：", "材料。")) == ["restarted-number"]


def test_an_article_put_in_later_is_one_of_its_own() -> None:
    text = (
        "第十条　每年封河。\n第十一条　禁止密网。\n"
        "第十一条之一　禁止电鱼。\n第十一条之二　禁止毒鱼。\n第十二条　违者罚款。"
    )
    assert outline(text) == ["1 第十条", "1 第十一条", "1 第十一条之一", "1 第十一条之二", "1 第十二条"]
    assert issues(text) == []  # an excerpt


def test_articles_beyond_a_thousand() -> None:
    assert outline("第九百九十九条　应当担责。\n第一千条　应当道歉。\n第一千零一条　参照适用。") == [
        "1 第九百九十九条", "1 第一千条", "1 第一千零一条",
    ]  # fmt: skip


def test_numerals_alone_part_a_text_with_a_title_or_without() -> None:
    speech = "一\n修渠以来已经四年，成绩很大，经验也多。\n二\n下面说一下今后三年的安排和要求。"
    assert outline(speech) == ["1 一", "1 二"]
    assert outline("一\n办理流程\n（一）受理\n正文。\n二\n办理地点\n县政务大厅二楼。") == [
        "1 一 办理流程", "2 （一） 受理", "1 二 办理地点",
    ]  # fmt: skip


def test_digits_alone_part_a_text_only_between_paragraphs() -> None:
    essay = (
        "渠道修通以后，下游各村的灌溉面积增加了三成。\n各村轮流派人看守闸门，用水的次序写在木牌上。\n1\n"
        "木牌上的字每年开春重写一次，由村里的老人执笔。\n看守的人早晚各走一遍，发现漏水立即堵上。\n2\n"
        "到了秋天，各村把用过的水量加在一起，再来分摊。\n分摊的办法用了几十年，没有人提出过异议。"
    )
    assert outline(essay) == ["1 1", "1 2"]
    notes = "一、目标\n建成“四渠”“两库”。\n1\n“四渠”是指东西南北四条水渠。\n2\n“两库”是指内外两座水库。"
    assert outline(notes) == ["1 一、 目标"]


def test_a_text_that_begins_in_the_middle_has_the_depths_of_the_whole() -> None:
    text = (
        "(10)人事任免\n2、公开形式\n(1)网站。二百条。\n(2)公告栏。每月一次。\n"
        "3、公开时限\n二十日。\n(二)申请\n没有。\n三、问题\n不够及时。"
    )
    assert [line.split()[0] + line.split()[1] for line in outline(text)] == [
        "4(10)", "32、", "4(1)", "4(2)", "33、", "2(二)", "1三、",
    ]  # fmt: skip


def test_what_stands_before_the_second_of_the_outermost_belongs_to_the_first() -> None:
    assert outline("(一)结婚补助\n正文。\n二、减轻负担\n(二)安居补助\n正文。") == [
        "2 (一) 结婚补助", "1 二、 减轻负担", "2 (二) 安居补助",
    ]  # fmt: skip


def test_a_series_may_stand_inside_one_of_its_own_kind() -> None:
    text = (
        "一、总体情况\n有以下几点。\n"
        "一、加强领导。专人负责。\n二、确保安全。先审后发。\n三、注重时效。每周一次。\n"
        "二、公开情况\n五十期。\n三、申请情况\n没有。"
    )
    assert outline(text) == [
        "1 一、 总体情况", "2 一、 加强领导", "2 二、 确保安全", "2 三、 注重时效",
        "1 二、 公开情况", "1 三、 申请情况",
    ]  # fmt: skip
    assert not issues(text)


def test_two_lists_that_could_both_go_on_stand_side_by_side() -> None:
    text = (
        "1.甲\n正文。\n2.乙\n正文。\n3.丙\n正文。\n另说一点。\n1.丁\n正文。\n2.戊\n正文。\n3.己\n正文。\n4.庚\n正文。"
    )
    assert {line[0] for line in outline(text)} == {"1"}
    assert issues(text) == ["restarted-number"]


def test_articles_may_hang_under_numbers_that_usually_hang_under_them() -> None:
    text = (
        "一、订立\n第一条　口头合同有效。\n第二条　合同应当签字。\n"
        "二、效力\n第三条　格式条款应当提示。\n三、附则\n第四条　自公布之日起施行。"
    )
    assert [line[0] for line in outline(text)] == ["1", "2", "2", "1", "2", "1", "2"]
    assert not issues(text)


def test_a_number_in_the_place_of_the_next_one_is_mistyped() -> None:
    text = "一、甲\n正文。\n二、乙\n正文。\n一、丙\n正文。\n四、丁\n正文。\n五、戊\n正文。"
    assert [line[:4] for line in outline(text)] == ["1 一、", "1 二、", "1 一、", "1 四、", "1 五、"]
    assert issues(text) == ["restarted-number"]


def test_a_number_in_its_series_is_a_unit_whatever_words_follow() -> None:
    text = (
        "第一条　可以采用下列方式：\n（一）中外合资；\n（二）至少两方合作；\n"
        "（三）第三方代建；\n（四）以租代建；\n（五）规定的其他方式。"
    )
    assert outline(text) == ["1 第一条", *[f"2 （{number}）" for number in "一二三四五"]]


def test_a_number_cited_at_a_line_start_is_none() -> None:
    text = (
        "第一条　下列情形可以申请：\n（一）购置农机；\n（二）修建大棚。\n"
        "第二条　属于前条第\n（二）项规定情形的，还应当提交证明。"
    )
    assert outline(text) == ["1 第一条", "2 （一）", "2 （二）", "1 第二条"]


def test_a_lone_number_in_the_middle_of_a_sentence_is_none() -> None:
    assert outline("养殖户说，投放鱼苗以后要耐心等待，\n一、两年内不要急于捕捞。\n与会者表示赞同。") == []


@pytest.mark.parametrize("marker", ["—、", "＿、", "一,、", "-、"])
def test_a_damaged_first_number_is_known_by_the_second(marker: str) -> None:
    found = outline(f"本局编制本报告。\n{marker}概述\n开放档案九百卷。\n二、咨询\n接听电话三百次。")
    assert [line[0] for line in found] == ["1", "1"]
    assert outline("本局编制本报告。\n—、概述\n开放档案九百卷。") == []


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n第一章 总则\n第二章 供水\n第三章 附则\n",
        "办法目录\n第一章 总则\n第二章 供水\n第三章 附则\n",
        "第一章 总则\n第二章 供水\n第三章 附则\n",
        "供水办法\n目　录：\n第一章 总则\n第二章 供水\n第三章 附则\n",
        "第一章 总则\n第二章 供水\n第三章 附则\n本县的水来自三座水库，供应两万户居民。\n",
        "目录\n第一章 总则 PAGEREF _Toc1 \\h 3\n第二章 供水 PAGEREF _Toc2 \\h 5\n第三章 附则 PAGEREF _Toc3 \\h 8\n",
    ],
)
def test_a_contents_page_adds_no_units(contents: str) -> None:
    text = "第一章 总则\n为了供水，制定本办法。\n第二章 供水\n保证水质。\n第三章 附则\n自公布之日起施行。\n"
    assert outline(contents + text) == ["1 第一章 总则", "1 第二章 供水", "1 第三章 附则"]


def test_a_contents_page_that_does_not_come_again_ends_at_its_last_entry() -> None:
    assert outline("目录\n一、职能\n二、收入\n三、支出\n我局负责全县的水利工作。\n") == []


def test_a_list_of_what_follows_with_text_between_is_no_contents_page() -> None:
    steps = "1.清查\n2.整改\n3.验收\n"
    shares = "1.清查\n由甲负责。\n2.整改\n由乙负责。\n3.验收\n略。\n"
    assert len(outline(f"一、步骤\n{steps}三步都由乡镇负责，按时完成。\n二、分工\n{shares}")) == 8


def test_rows_of_tables_are_no_units() -> None:
    text = (
        "三、申请情况\n（一）予以公开 50 0 0 0 0 0 50\n（三）不予公开\n1.属于国家秘密 0 0 0 0 0 0 0\n"
        "四、结转下年度继续办理 0 0 0 0 0 0 0\n四、复议情况\n1 1 0 0 2\n五、问题\n解读偏少。"
    )
    assert outline(text) == ["1 三、 申请情况", "1 四、 复议情况", "1 五、 问题"]


def test_the_last_item_of_a_list_is_one_whatever_follows() -> None:
    text = "一、材料\n1.户口簿；\n2.学生证；\n3.获得过助学贷款。\n以上材料需要复印。\n二、时间\n九月。"
    assert outline(text) == ["1 一、 材料", "2 1.", "2 2.", "2 3.", "1 二、 时间"]


def test_notes_stand_under_the_unit_before_them_where_that_goes_on() -> None:
    text = "三、材料\n1、身份证;\n2、合同。\n注：\n（1）只需上传合同。\n（2）可以网上签约。\n四、流程\n正文。"
    assert [line[0] for line in outline(text)] == ["1", "2", "2", "2", "2", "2", "1"]


def test_a_colon_between_number_and_title_is_neither() -> None:
    assert outline("第一部分：甲类\n正文一句。\n第二部分：乙类\n正文一句。") == ["1 第一部分 甲类", "1 第二部分 乙类"]


def test_the_marks_of_bold_words_hide_no_number() -> None:
    text = "**一、做法**\n**（一）加强领导。**成立由局长任组长的领导小组。\n**（二）严格检查**\n全年检查四十六次。"
    assert outline(text) == ["1 一、 做法", "2 （一） 加强领导", "2 （二） 严格检查"]
    assert "**" not in to_text(parse(text), clean=True)
    assert to_text(parse(text)) == text
    assert outline("**第一条** 为了节水，制定本办法。\n**第二条** 本办法自公布之日起施行。") == ["1 第一条", "1 第二条"]


def test_question_marks_for_an_indent_hide_no_number() -> None:
    assert outline("????一、造林\n????全年造林三万亩。\n????二、护林\n????没有火灾。") == ["1 一、 造林", "1 二、 护林"]


def test_numbers_that_lost_their_points_are_units_where_several_stand_in_order() -> None:
    names = ["查漏", "换管", "装表", "公示水价", "“一户一表”", "收费", "清欠", "培训", "值班", "巡查", "公开账目"]
    text = "".join(f"{number}{name}\n水务所全年做了这一件事，年底前结束。\n" for number, name in enumerate(names, 7))
    headings = [section.heading for section in parse(f"一、水务\n{text}").sections[0].sections]
    assert [heading.ordinal for heading in headings] == list(range(7, 18))
    assert [heading.title for heading in headings] == names


def test_a_few_numbers_that_words_count_are_no_units() -> None:
    text = "一、水务\n3名职工值班。\n4公里管道换新。\n5户村民装表。\n6次抽查合格。\n"
    assert parse(text).sections[0].sections == []


def test_a_number_before_figures_is_one_where_the_series_asks_for_it() -> None:
    notes = "1.产值按现价计算。\n2.3D打印的产值不含税。\n3.人口为常住人口。\n4.万元产值能耗按不变价计算。\n"
    assert outline(f"一、附注\n{notes}") == ["1 一、 附注", "2 1.", "2 2.", "2 3.", "2 4."]
    assert parse(notes).sections[1].text == "3D打印的产值不含税。"
    assert to_text(parse(to_text(parse(notes), clean=True))) == to_text(parse(notes), clean=True)
    broken = "一、措施\n1.修渡口。投资为\n2.5亿元，由县里出。\n3.建水厂。\n"
    assert "2 2." not in outline(broken)
    counted = "一、措施\n1.修渡口。\n2.5亿元由县里出。\n2.建水厂。\n3.修路。\n"
    assert outline(counted) == ["1 一、 措施", "2 1.", "2 2.", "2 3."]


def test_numbers_of_four_parts_stand_below_those_of_three() -> None:
    text = "1.1 检查\n1.1.1 水厂\n1.1.1.1 每月检查一次。\n1.1.1.2 结果应当公布。\n1.1.2 渡口\n1.2 其他\n略。\n"
    assert [line.split()[:2] for line in outline(text)] == [
        ["1", "1.1"], ["2", "1.1.1"], ["3", "1.1.1.1"], ["3", "1.1.1.2"], ["2", "1.1.2"], ["1", "1.2"],
    ]  # fmt: skip
