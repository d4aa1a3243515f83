"""Where a heading ends on a line that goes on with its paragraph."""

import pytest

from govreport import Paragraph, parse
from tests.sketch import outline


def titles(*units: str) -> list[str]:
    report = parse("前言一句，说明情况。\n" + "\n".join(units))
    return [section.heading.title for section in report.sections]


def test_a_stop_after_a_phrase_ends_the_heading() -> None:
    assert titles("一、加强组织领导。各地要高度重视，明确分工。", "二、强化监督检查。市政府适时督查。") == [
        "加强组织领导",
        "强化监督检查",
    ]


@pytest.mark.parametrize("point", [".", "．"])
def test_a_point_between_words_is_a_stop(point: str) -> None:
    assert titles(f"一、健全制度{point}先后订立两项制度{point}", f"二、拓宽渠道{point}") == ["健全制度", "拓宽渠道"]


def test_a_point_in_a_number_or_an_address_is_none() -> None:
    assert titles("一、投资1.5亿元建泵站。完工一座。", "二、登录weidu.example查询。当日公布。") == [
        "投资1.5亿元建泵站",
        "登录weidu.example查询",
    ]


def test_a_sentence_is_a_numbered_paragraph() -> None:
    assert titles("一、本办法由市财政局负责解释。", "二、本办法自发布之日起施行。") == ["", ""]


def test_facts_and_figures_are_no_heading() -> None:
    assert titles("一、2009年共发布信息51条。其中规章3条。", "二、全年受理申请17件。均按期答复。") == ["", ""]


def test_list_items_are_numbered_paragraphs() -> None:
    assert outline("一、申请材料\n1.身份证原件；\n2.户口簿。\n二、办理地点\n市政务中心。") == [
        "1 一、 申请材料", "2 1.", "2 2.", "1 二、 办理地点",
    ]  # fmt: skip


def test_a_short_name_before_a_colon_is_a_heading_whatever_its_last_word() -> None:
    assert titles("一、年龄条件：达到退休年龄。", "二、补贴对象：招用职工的企业。") == ["年龄条件", "补贴对象"]
    assert titles("一、项目编号：WD2023-017", "二、预算金额：四十万元") == ["项目编号", "预算金额"]


def test_a_clause_that_leads_in_a_list_is_none() -> None:
    assert titles("一、屋面应当达到下列标准：土层不厚。", "二、申请人应当符合条件：收入不高。") == ["", ""]


def test_a_lead_in_is_no_heading_and_a_name_before_a_colon_is() -> None:
    assert titles("一、符合以下条件之一：身份证有效；户口在本市。", "二、缴费标准：每人每年380元。") == ["", "缴费标准"]


@pytest.mark.parametrize("stop", ["。", "：", ":"])
def test_the_stop_is_kept_apart_from_the_title(stop: str) -> None:
    report = parse(f"一、总体情况{stop}全年公开信息。\n二、主要问题{stop}公开不够。")
    heading = report.sections[0].heading
    assert (heading.marker, heading.title, heading.stop) == ("一、", "总体情况", stop)


def test_the_paragraph_of_a_run_in_heading_is_the_first_child() -> None:
    section = parse("一、总体情况。全年公开信息。\n又一段话。\n二、主要问题。公开不够。").sections[0]
    assert [child.text for child in section.children if isinstance(child, Paragraph)] == [
        "全年公开信息。",
        "又一段话。",
    ]


def test_an_aside_in_brackets_does_not_weigh() -> None:
    assert titles("一、电脑派位（此点仅与公办园相关，5月22日前完成）\n正文一句。", "二、资格审核\n正文一句。")[
        0
    ].startswith("电脑派位")


def test_a_comma_closes_a_heading_that_is_like_a_siblings() -> None:
    assert titles(
        "(一)镇供水总量增加，全年三千万吨。", "(二)镇供水水质变好。化验千次。", "(三)镇供水方式多样，有三个厂。"
    ) == ["镇供水总量增加", "镇供水水质变好", "镇供水方式多样"]
    assert titles("(一)安排检修，查管网。", "(二)公布水价。贴在镇上。") == ["", "公布水价"]


@pytest.mark.parametrize("words", ["小学师生比为1:19，班额不变。", "血浆Ⅸ:C测定减少。", "检测抗原（VWF:Ag）正常；"])
def test_a_colon_in_a_ratio_or_a_sign_parts_nothing(words: str) -> None:
    assert titles(f"1.{words}", f"2.{words}") == ["", ""]


def test_a_stop_in_brackets_ends_no_heading() -> None:
    assert titles("一、延长时间（周一至周五：八点起）", "二、上门服务") == [
        "延长时间（周一至周五：八点起）",
        "上门服务",
    ]


def test_a_predicate_begins_no_paragraph() -> None:
    assert titles("(一)小镇的落户条件为在镇上有住房，同时参保。", "(二)县城的落户条件为在城区有住房，同时参保。") == [
        "",
        "",
    ]


def test_a_month_behind_a_blank_opens_the_sentence() -> None:
    assert titles(
        "一、渡口修缮加快，新船较快到港 5月份，全县渡口修缮投资三百万元，比上年增长一成。",
        "二、水厂平稳运行，水质继续改善 1—5月份，全县水厂供水三万吨，比上年增长一成。",
    ) == ["渡口修缮加快，新船较快到港", "水厂平稳运行，水质继续改善"]
    assert titles(
        "一、我县水厂 6月份供水三万吨，比上年增长一成，受到表扬。",
        "二、全县 1—5月新建渡口三处，由县交通局检查一次，没有事故。",
    ) == ["", ""]


def test_figures_behind_a_colon_are_a_value_not_a_row() -> None:
    assert titles("一、增设窗口（电话：2153345）", "中午不休息。", "二、延长时间", "周六也可以办理。") == [
        "增设窗口（电话：2153345）",
        "延长时间",
    ]


def test_words_that_say_where_something_goes_lead_it_in() -> None:
    assert titles("一、来信请寄至：东街三号县水务局。", "二、电子邮件请发送至：water@weidu.example。") == ["", ""]


def test_a_branch_is_called_by_the_end_of_its_name() -> None:
    text = (
        "青杨县公安局东山分局2009年政府信息公开年度报告\n一、主要做法\n"
        "（一）健全组织机构分局成立了领导小组，由分管副局长牵头，每月开会。\n"
        "（二）拓宽公开渠道分局在各派出所设立公告栏，共十一处，每周更新。\n"
        "（三）强化监督检查分局每季度检查一次，检查的结果通报全局。\n"
    )
    assert outline(text)[1:] == ["2 （一） 健全组织机构", "2 （二） 拓宽公开渠道", "2 （三） 强化监督检查"]


def test_headings_may_open_with_a_preposition_and_hold_a_comma() -> None:
    first = "一、在全方位修缮渡口上持续加力，切实巩固成果。坚持每月检查一次，由乡镇负责。"
    later = "在{}上开拓进取，不断改善服务。每季度公布一次结果。".format
    assert titles(first, f"二、{later('供水')}", f"三、{later('修路')}") == [
        "在全方位修缮渡口上持续加力，切实巩固成果",
        "在供水上开拓进取，不断改善服务",
        "在修路上开拓进取，不断改善服务",
    ]


def test_the_items_of_an_article_are_sentences_together() -> None:
    text = (
        "第十条 绿色村庄应当具备下列条件：\n（一）节约水电资源，指标达到标准。绿化村庄，种植本地树种。\n"
        "（二）垃圾分类收集，投放点有人值守。\n（三）村民参加率高，每年活动四次。\n"
    )
    assert outline(text) == ["1 第十条", "2 （一）", "2 （二）", "2 （三）"]


def test_words_that_put_in_an_article_lead_it_in() -> None:
    assert titles("一、增加一条，作为第二条：", "“渡口每月检查。”", "二、增加一款，作为第三款：“略。”") == ["", ""]


def test_a_name_ends_before_where_it_is_found() -> None:
    assert titles(
        "一、县渡口服务平台（订票），网址：https://ferry.example。", "二、县水务平台（缴费），联系电话：2153345。"
    ) == ["县渡口服务平台（订票）", "县水务平台（缴费）"]
