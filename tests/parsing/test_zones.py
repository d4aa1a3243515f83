"""Where the site ends and the document begins, and where it begins again."""

from govreport import Report, parse
from govreport.tree.nodes import Branch, Leaf, leaves

PAGE = """\
溪原市人民政府网
首页 | 政务公开 | 办事指南
当前位置: 首页>政务公开>信息公开年报

溪原市水务局2015年政府信息公开工作年度报告

发布时间:2016-03-18 09:30 来源:市水务局 浏览次数:128
分享到:

根据《中华人民共和国政府信息公开条例》规定，编制本报告。

一、概述

2015年，市水务局公开信息128条，做到应公开尽公开。

溪原市水务局
2016年3月15日

相关链接：
上一篇：没有了
主办单位：溪原市人民政府 承办单位：溪原市大数据中心
青ICP备15001234号-1 青公网安备 63010202000123号
网站标识码：6301000012
"""


def texts(zone: Branch) -> list[str]:
    return [leaf.text for leaf in leaves(zone) if isinstance(leaf, Leaf)]


def check_meeting(report: Report, size: int) -> None:
    assert report.front.span[0] == 0
    assert report.front.span[1] == report.body.span[0]
    assert report.body.span[1] == report.back.span[0]
    assert report.back.span[1] == size


def test_a_whole_page() -> None:
    report = parse(PAGE)
    assert texts(report.front)[-4:] == ["发布时间:2016-03-18 09:30", "来源:市水务局", "浏览次数:128", "分享到:"]
    assert texts(report.body)[0].startswith("根据")
    assert texts(report.body)[-2:] == ["溪原市水务局", "2016年3月15日"]
    assert texts(report.back)[0] == "相关链接："
    check_meeting(report, len(PAGE))


def test_text_without_a_site_has_empty_front_and_back() -> None:
    text = "根据《条例》规定，编制本报告。\n一、概述\n全年公开信息128条。"
    report = parse(text)
    assert not report.front.children
    assert not report.back.children
    check_meeting(report, len(text))


def test_the_title_is_the_documents_not_the_sites_or_the_columns() -> None:
    report = parse(PAGE)
    assert report.title == "溪原市水务局2015年政府信息公开工作年度报告"


def test_a_title_over_two_lines() -> None:
    text = (
        "溪原市人民政府办公室关于印发溪原市\n加快发展保障性租赁住房实施方案的通知\n\n"
        "各区人民政府，市政府各部门：\n现将方案印发给你们，请照此执行。"
    )
    assert parse(text).title == "溪原市人民政府办公室关于印发溪原市加快发展保障性租赁住房实施方案的通知"


def test_an_issuer_on_a_line_of_its_own_belongs_to_the_title() -> None:
    text = "溪原市水务局\n2013年度政府信息公开工作报告\n\n根据《条例》规定，编制本报告。\n一、概述\n正文一句。"
    assert parse(text).title == "溪原市水务局2013年度政府信息公开工作报告"


def test_a_title_below_the_publish_line() -> None:
    text = (
        "当前位置：首页 > 公示公告\n发布日期：2020-03-04 来源：市水务局\n关于开展节水宣传的通知\n"
        "各有关单位：\n为做好宣传工作，现通知如下。\n一、时间\n三月。"
    )
    report = parse(text)
    assert report.title == "关于开展节水宣传的通知"
    assert str(report.published) == "2020-03-04"


def test_a_repeated_title_is_a_title_both_times() -> None:
    text = PAGE.replace("分享到:\n", "分享到:\n\n溪原市水务局2015年政府信息公开工作年度报告\n")
    assert [child.kind for child in parse(text).front.children].count("title") == 2


def test_names_and_date_under_the_title_sign_the_document() -> None:
    text = (
        "溪原市2022年国民经济和社会发展统计公报\n溪原市统计局  国家统计局溪原调查队\n2023年3月28日\n"
        "2022年，全市经济稳中向好，取得新的成绩。\n一、综合\n全年生产总值增长5%。"
    )
    report = parse(text)
    assert report.signature == ["溪原市统计局", "国家统计局溪原调查队"]
    assert str(report.date) == "2023-03-28"
    assert texts(report.body)[0].startswith("2022年")


def test_the_button_for_the_type_size_takes_no_value_from_the_next_line() -> None:
    text = (
        "溪原市水务局2012年政府信息公开工作年度报告\n发布时间：2013-03-01\n字号：\n溪原市水务局\n"
        "2013年3月1日\n一、概述\n全年公开信息128条。"
    )
    report = parse(text)
    assert report.signature == ["溪原市水务局"]
    assert str(report.date) == "2013-03-01"


def test_a_title_may_open_with_a_bare_year_and_go_on_below() -> None:
    report = parse("2009溪原市民政局\n政府信息公开工作年度报告\n2010年1月28日\n一、概述\n全年公开信息128条。")
    assert report.title == "2009溪原市民政局政府信息公开工作年度报告"
    assert (report.year, report.issuer, str(report.date)) == (2009, "溪原市民政局", "2010-01-28")


def test_contact_lines_inside_the_text_are_no_footer() -> None:
    text = (
        "溪原市民政局2019年度政府信息公开工作报告\n根据《条例》规定，编制本报告。\n联系电话：0483-8350565\n"
        "邮政编码：750306\n一、总体情况\n2019年，全局公开信息51条。"
    )
    report = parse(text)
    assert not report.back.children
    assert report.footer is None


def test_a_page_number_after_the_last_line_is_the_back() -> None:
    report = parse("根据《条例》规定，编制本报告。\n一、概述\n全年公开信息128条。\n- 4 -")
    assert texts(report.back) == ["- 4 -"]


def test_a_share_text_does_not_hide_the_footer() -> None:
    echo = "根据《中华人民共和国政府信息公开条例》规定，编制本报告。" + "2015年，市水务局公开信息128条。" * 20
    report = parse(PAGE + "\n扫码进入\n" + echo)
    assert texts(report.back)[0] == "相关链接："
