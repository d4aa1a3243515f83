"""What stands before a document: its title, the publish line, metadata, and where the document begins."""

import datetime

import pytest

from govreport import Report, parse
from govreport.tree.nodes import TextLeaf, leaves
from tests.sketch import kinds

TEXT = "为了加强农村公路的养护，保障公路畅通，制定本办法，请各单位遵照执行。\n"
"""A first sentence."""


def front(text: str) -> list[str]:
    """The leaves before the first sentence, one line each."""
    drawn = kinds(text + TEXT)
    return drawn[: drawn.index(f"paragraph: {TEXT.strip()}")]


def first_text(report: Report) -> str:
    """The text of the document's first leaf."""
    leaf = next(iter(leaves(report.body)))
    assert isinstance(leaf, TextLeaf)
    return leaf.text


# --- publish lines ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("发布时间：2019-01-1008:05 来源：岚溪日报", (2019, 1, 10, 8, 5)),
        ("2019-01-1008:05来源: 岚溪日报 字体:大中小】打印", (2019, 1, 10, 8, 5)),
        ("发布日期：2019年01月10日 08时05分　来源：岚溪日报", (2019, 1, 10, 8, 5)),
        ("时间：2019-01-10 下午3:05 来源：岚溪日报", (2019, 1, 10, 15, 5)),
        ("来源：岚溪日报 2019-01-10 08:05", (2019, 1, 10, 8, 5)),
        ("来源：岚溪日报    2019-01-10 08:05    【字体：大 中 小】", (2019, 1, 10, 8, 5)),
        ("2019年01月10日 08:05\n来源：岚溪日报", (2019, 1, 10, 8, 5)),
        ("来源：岚溪日报\n作者：\n2019-01-10 08:05", (2019, 1, 10, 8, 5)),
        ("[ 发布时间 ] 2019-01-10 08:05\n[ 来源 ] 岚溪日报", (2019, 1, 10, 8, 5)),
        ("【发布时间】2019-01-10 08:05　【来源】岚溪日报", (2019, 1, 10, 8, 5)),
        ("[ 发布时间 ]\n2019-01-10 08:05\n[ 来源 ]\n岚溪日报", (2019, 1, 10, 8, 5)),
        ("• 发布时间: 2019-01-10 08:05\n• 来源: 岚溪日报", (2019, 1, 10, 8, 5)),
        ("发布于 2019-01-10 08:05\n来源：岚溪日报", (2019, 1, 10, 8, 5)),
        ("岚溪门户网站　www.example.cn　2019年01月10日 08时05分　来源：岚溪日报", (2019, 1, 10, 8, 5)),
        ("*   _![图 11](https://www.example.cn/1.png)_ 2019-01-10 08:05\n- 来源：岚溪日报", (2019, 1, 10, 8, 5)),
    ],
)
def test_publish_time_and_source_in_every_spelling(line: str, when: tuple[int, int, int, int, int]) -> None:
    report = parse(f"岚溪县举行春耕现场会\n{line}\n{TEXT}")
    assert (report.title, report.published, report.source) == (
        "岚溪县举行春耕现场会", datetime.datetime(*when), "岚溪日报",
    )  # fmt: skip
    assert kinds(f"岚溪县举行春耕现场会\n{line}\n{TEXT}")[-1] == f"paragraph: {TEXT.strip()}"


@pytest.mark.parametrize(
    "line",
    [
        "岚溪发布2019-01-1008:05发表于江苏",
        "岚溪融媒 2019-01-10 08:05 发表于江苏",
        "2019-01-10 08:05:00岚溪评论 来自岚溪",
        "2019年01月10日08:05 | 网站 | 给编辑写信 字号:T|T",
        "岚溪县融媒体中心 2019-01-10 08:05",
    ],
)
def test_a_publish_line_without_labels(line: str) -> None:
    report = parse(f"岚溪县公园免费开放\n{line}\n{TEXT}")
    assert (report.title, report.published) == ("岚溪县公园免费开放", datetime.datetime(2019, 1, 10, 8, 5))
    assert first_text(report) == TEXT.strip()


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("（来源:岚溪政府网）", "岚溪政府网"),
        ("来源:岚溪县水务局办公室作者:索引号:2015-1", "岚溪县水务局办公室"),
        ("来源:岚溪县水务局   (点击: )", "岚溪县水务局"),
        ("来源:岚溪县水务局?????浏览量:次", "岚溪县水务局"),
        ("来源：岚溪县水务局 下载 收藏", "岚溪县水务局"),
        ("来源：岚溪县水务局打印收藏", "岚溪县水务局"),
        ("來源:岚溪县水务局 字體:[ ]", "岚溪县水务局"),
    ],
)
def test_a_source_ends_where_its_name_does(line: str, source: str) -> None:
    assert parse(f"岚溪县水务局2018年工作总结\n{line}\n{TEXT}").source == source


def test_what_signs_and_what_was_published() -> None:
    """A date as documents write it is the document's; one of a machine, and the name above it, are the page's."""
    assert front("岚溪县水务局2018年工作总结\n岚溪县水务局\n2019年1月8日\n") == [
        "title: 岚溪县水务局2018年工作总结", "signature: 岚溪县水务局", "date: 2019年1月8日",
    ]  # fmt: skip
    assert front("岚溪县水务局2018年工作总结\n水务局\n2019.01.10\n岚溪县水务局\n2019年1月8日\n") == [
        "title: 岚溪县水务局2018年工作总结", "furniture: 水务局", "metadata: 2019.01.10", "signature: 岚溪县水务局",
        "date: 2019年1月8日",
    ]  # fmt: skip


@pytest.mark.parametrize("lines", ["年度报\n告", "年\n度报告", "年度\n报告"])
def test_a_title_whose_last_word_a_line_end_cuts(lines: str) -> None:
    report = parse(f"岚溪县水务局2018年政府信息公开工作{lines}\n全年公开信息一百二十八条。\n一、总体情况\n按期公开。\n")
    assert (report.title, report.year) == ("岚溪县水务局2018年政府信息公开工作年度报告", 2018)
    assert [paragraph.text for paragraph in report.preamble] == ["全年公开信息一百二十八条。"]


def test_a_date_far_from_the_title_tells_no_publish_time() -> None:
    text = (
        "图解新版流程\n2018-02-03\n政务公开\n政务服务\n首页 > 要闻\n岚溪县举行春耕现场会\n2019-01-10 来源：岚溪日报\n"
    )
    assert parse(text + TEXT).published == datetime.date(2019, 1, 10)


# --- labels and values -----------------------------------------------------------------------------------------------


def test_a_value_on_the_next_line_has_the_form_that_its_label_asks_for() -> None:
    text = "索 引 号：\n33/2019-1\n发文机关：\n岚溪县人民政府\n有 效 性：\n主 题 词：\n岚溪县人民政府\n关于停水的通知\n"
    assert front(text) == [
        "metadata: 索 引 号：33/2019-1", "metadata: 发文机关：岚溪县人民政府", "metadata: 有 效 性：",
        "metadata: 主 题 词：",
        "title: 岚溪县人民政府关于停水的通知",
    ]  # fmt: skip


def test_a_title_in_the_metadata_block() -> None:
    for row in (
        "标题: | 岚溪县水务局2018年政府信息公开工作年度报告 | ||\n---|---|",
        "标      题 岚溪县水务局2018年政府信息公开工作年度报告",
        "名称 ｜ 岚溪县水务局2018年政府信息公开工作年度报告 ｜",
        "信息名称：\n岚溪县水务局2018年政府信息公开工作年度报告",
        "标题：\n岚溪县水务局\n2018年政府信息公开工作年度报告\n索引号：33/2019",
        "title: 岚溪县水务局2018年政府信息公开工作年度报告",
    ):
        report = parse(f"{row}\n发布日期：2019-01-10\n{TEXT}")
        assert report.title == "岚溪县水务局2018年政府信息公开工作年度报告"
        assert (report.year, report.published) == (2018, datetime.date(2019, 1, 10))
        assert [issue for issue in report.issues if issue.severity == "warning"] == []


def test_notes_and_buttons_of_the_page_between_title_and_text() -> None:
    text = "岚溪县水务局2018年部门决算\n保密审查情况:已审查\n我要收藏\n文章分享\n点击收听年报语音朗读\n———— 正文 ————\n"
    assert [line.partition(":")[0] for line in front(text)] == ["title", *["furniture"] * 5]


# --- where the document begins ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "弘扬奋斗精神建设美丽岚溪共创幸福家园。",
        "您好，欢迎访问岚溪县人民政府网站，今天是星期五。",
        "站内公告：本站将于今晚进行维护，届时暂停访问，敬请谅解。",
        "价值观:  富强、  民主、  文明、  和谐,  自由、  平等、  公正、  法治,  爱国、  敬业、  诚信，人人践行。",
    ],
)
def test_a_sentence_of_the_site_is_not_where_the_text_begins(above: str) -> None:
    report = parse(
        f"{above}\n岚溪县水务局关于停水的通知\n发布日期：2019-01-10 来源：岚溪县水务局\n各用水单位：\n{TEXT}"
    )
    assert (report.title, report.addressee) == ("岚溪县水务局关于停水的通知", "各用水单位")


@pytest.mark.parametrize(("line", "addressee"), [("李某、王某委员", "李某、王某委员"), ("村民、职工代表", None)])
def test_those_who_made_a_proposal_are_addressed(line: str, addressee: str | None) -> None:
    answer = "你们提出的增加校车的提案收悉，经研究，现答复如下。\n县里将增加六辆校车。\n"
    assert parse(f"岚溪县教育局关于第12号提案的答复\n{line}\n{answer}").addressee == addressee


@pytest.mark.parametrize("line", ["各乡镇人民政府，县政府各部门，各直属机构", "全县广大用水职工："])
def test_an_addressee_without_its_colon_and_one_that_means_everybody(line: str) -> None:
    report = parse(
        f"{line}\n为保障供水，经县政府同意，现就检修有关事项通知如下。\n一、时间\n检修从夜间开始，清晨结束。\n"
    )
    assert (report.title, report.addressee) == (None, line.rstrip("："))


def test_a_first_sentence_is_not_of_the_site() -> None:
    """A document without a title, whose enclosure has one."""
    text = "现将三项制度印发给你们，请遵照执行。\n岚溪县水务局\n2019年1月8日\n岚溪县水务局2019年公开工作方案\n" + TEXT
    assert kinds(text)[0] == "paragraph: 现将三项制度印发给你们，请遵照执行。"


def test_a_text_of_one_short_sentence() -> None:
    report = parse("岚溪县人民政府关于设立青石桥街道的批复\n同意设立。\n岚溪县人民政府\n2019年1月8日\n")
    assert first_text(report) == "同意设立。"
    assert (report.signature, report.date) == (["岚溪县人民政府"], datetime.date(2019, 1, 8))


def test_a_first_line_of_a_text_that_was_broken_into_lines() -> None:
    report = parse(
        "岚溪县水务局2018年政府信息公开工作年度报告\n本报告由岚溪县水务局办公室根据《中华人民共和国政府\n"
        "信息公开条例》的规定编制。\n一、总体情况\n公开信息三十条。\n"
    )
    assert first_text(report).startswith("本报告由岚溪县水务局")


def test_a_body_alone_above_the_text() -> None:
    assert front("岚溪县水务局\n") == ["furniture: 岚溪县水务局"]


def test_the_title_again_in_other_words() -> None:
    again = "岚溪县水务局2018年度信息公开报告\n"
    assert (
        front("岚溪县水务局2018年政府信息公开工作年度报告\n发布时间：2019-01-10\n" + again)[-1]
        == f"furniture: {again}".strip()
    )


def test_the_adoption_of_a_law_over_several_lines() -> None:
    report = parse(
        "岚溪市供水条例\n（2019年8月27日岚溪市第八届人民代表大会\n常务委员会第十六次会议通过\n"
        "2019年9月24日某省第十三届人民代表大会\n常务委员会第二十次会议批准）\n"
        "第一章　总则\n第一条　为了规范供水，制定本条例。\n"
    )
    assert report.date == datetime.date(2019, 8, 27)
    assert [section.heading.title for section in report.sections] == ["总则"]


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "岚 溪 县 水 务 局\n2018年度政府信息公开工作报告",
        "岚溪县\n2018年国民经济和社会发展统计公报",
        "国务院\n关于加强安全生产工作的通知",
        "2018岚溪县民政局\n政府信息公开工作年度报告",
        "岚溪县公安局2018政府信息公开工作\n年度报告",
        "岚溪县人民政府办公室\n关于规范用工单位参加\n工伤保险有关工作的通知",
        "岚溪县民政局\n岚溪县财政局\n关于调整补助标准的通知",
        "关于应对疫情促进行业良性循环\n和健康发展的若干措施",
        "岚溪县政府办公室对县人大\n四次会议第64号建议的答复",
        "《岚溪县金融运行报告（2018）\n》摘要",
    ],
)
def test_a_title_over_several_lines(lines: str) -> None:
    text = f"政务公开\n发布时间：2019-01-10\n{lines}\n{TEXT}"
    words = lines.replace("\n", "").replace(" ", "")
    assert parse(text).title == words.strip("《" if lines.endswith("》") else "")


def test_the_last_line_of_a_title_again() -> None:
    report = parse("岚溪县水务局\n2018年政府信息公开工作年度报告\n2018年政府信息公开工作年度报告\n" + TEXT)
    assert report.title == "岚溪县水务局2018年政府信息公开工作年度报告"
    assert [child.kind for child in report.front.children] == ["title", "title"]


def test_a_menu_is_no_title() -> None:
    menu = "政府信息公开指南\n政府信息公开制度\n政府信息公开年报\n"
    assert parse(menu + "岚溪县水务局2018年政府信息公开工作年度报告\n" + TEXT).title == (
        "岚溪县水务局2018年政府信息公开工作年度报告"
    )


@pytest.mark.parametrize(
    "line", ["地址:岚溪县沿河路12号", "邮件:info@example.com", "2024 05/09 22:27:02", "年度报告.docx"]
)
def test_what_is_no_title(line: str) -> None:
    assert parse(f"{line}\n{TEXT}").title is None


# --- what shares its line with a title -------------------------------------------------------------------------------


@pytest.mark.parametrize("behind", [" 2019-01-10", "（2019-01-10）", "[ 2019年1月10日 ]", " 发布时间：2019-01-10"])
def test_a_date_behind_the_title(behind: str) -> None:
    report = parse(f"岚溪县农村公路养护办法{behind}\n{TEXT}")
    assert (report.title, report.published, report.date) == (
        "岚溪县农村公路养护办法", datetime.date(2019, 1, 10), None,
    )  # fmt: skip


def test_lines_of_a_list_that_all_end_in_a_date_stay_whole() -> None:
    links = "岚溪县用水公报 2019-01-10\n岚溪县节水活动方案 2019-01-09\n岚溪县值班安排 2019-01-08\n"
    assert kinds(links)[0].endswith("岚溪县用水公报 2019-01-10")


@pytest.mark.parametrize(
    "line",
    [
        "岚政发〔2019〕3号 岚溪县人民政府关于停水的通知",
        "岚政发〔2019〕3号　　签发人：王某\n岚溪县人民政府关于停水的通知",
        "岚政发〔2019〕3号 签发人:王某 岚溪县人民政府关于停水的通知",
        "岚溪县人民政府关于停水的通知(岚政发〔2019〕3号)",
        "岚溪县人民政府关于停水的通知 岚政发〔2019〕3号",
        "岚溪县人民政府关于停水的通知\n岚政发〔2019〕3號",
    ],
)
def test_a_document_number_beside_the_title(line: str) -> None:
    report = parse(f"{line}\n各乡镇人民政府：\n{TEXT}")
    assert report.title == "岚溪县人民政府关于停水的通知"
    assert (report.doc_number or "").startswith("岚政发〔2019〕3")


@pytest.mark.parametrize("gap", ["", " "])
def test_a_title_that_runs_on_into_the_first_sentence(gap: str) -> None:
    report = parse(
        f"岚溪县水务局2018年政府信息公开工作年度报告{gap}本报告根据条例的要求编制，统计到年底为止。\n"
        "一、概述\n公开信息。\n"
    )
    assert report.title == "岚溪县水务局2018年政府信息公开工作年度报告"
    assert first_text(report).startswith("本报告根据条例")


@pytest.mark.parametrize(
    "sentence",
    [
        "岚溪县水务局2018年政府信息公开工作年度报告根据条例从六个方面回顾了全年的工作。",
        "本年度政府信息公开工作报告根据《中华人民共和国政府信息公开条例》编制，现予公布。",
    ],
)
def test_a_sentence_about_a_report_is_no_title(sentence: str) -> None:
    assert first_text(parse(sentence + "\n一、概述\n公开信息。\n")) == sentence


def test_a_title_that_is_a_link_or_a_cell() -> None:
    linked = parse("# [岚溪县养鸟规定](https://www.example.cn/law/8831)\n\n第一条 为了保护鸟类，制定本规定。\n")
    assert linked.title == "岚溪县养鸟规定"
    cell = parse(f"岚溪县水务局2018年政府信息公开工作年度报告 | |||||\n{TEXT}")
    assert cell.title == "岚溪县水务局2018年政府信息公开工作年度报告"


def test_bodies_that_sign_under_the_title_without_a_blank_between_them() -> None:
    report = parse(
        "岚溪县2022年国民经济和社会发展统计公报\n图文解读：《岚溪县2022年国民经济和社会发展统计公报》2023-07-12\n"
        "岚溪县统计局国家统计局岚溪调查队\n（2023年5月）\n"
        "2022年，岚溪全县上下坚持稳中求进，经济社会发展取得新的成绩。\n一、综合\n全年实现生产总值262.6亿元。\n"
    )
    assert report.signature == ["岚溪县统计局", "国家统计局岚溪调查队"]
    assert report.body.children[0].text.startswith("2022年，岚溪全县上下")


@pytest.mark.parametrize("edition", ["（试行）", "(征求意见稿)", "（2021年修订）", "（试行第三版）", "（2019年本）"])
def test_the_edition_under_a_title_is_of_the_title(edition: str) -> None:
    report = parse(
        f"溪原市水务局执法规范\n{edition}\n第一条 为规范执法，制定本规范。\n第二条 本规范自发布之日起施行。\n"
    )
    assert report.title == f"溪原市水务局执法规范{edition}"


@pytest.mark.parametrize(
    "line", ["本文来源于溪原市统计局　2024-05-11 09:36:26", "转自：溪原市统计局", "转载自溪原市统计局"]
)
def test_a_source_that_is_told_in_words(line: str) -> None:
    report = parse(
        f"2024年4月居民消费价格情况\n{line}\n4月份，全市居民消费价格环比上涨0.1%，其中城市上涨0.1%，农村持平。\n"
    )
    assert report.source == "溪原市统计局"


SENTENCE = "根据工作安排，定于三月十八日停水检修管道，请各位用户提前做好准备。"


def test_a_title_with_the_name_of_its_site_is_what_a_browser_shows() -> None:
    report = parse(f"某局关于停水检修管道的通知_溪原市人民政府\n某局关于停水检修管道的通知\n2016-03-15\n{SENTENCE}")
    assert report.title == "某局关于停水检修管道的通知"
    assert parse(f"溪原—枫渡公路全线通车\n2016-03-15\n{SENTENCE}").title == "溪原—枫渡公路全线通车"


@pytest.mark.parametrize("report_line", ["溪原日报记者某某某综合报道", "新华社溪原3月17日电"])
def test_who_reports_is_no_title(report_line: str) -> None:
    report = parse(f"溪原市全面推行河长制\n{report_line}\n2016-03-17 14:39\n{SENTENCE}")
    assert report.title == "溪原市全面推行河长制"


def test_a_headline_about_reporters_is_a_title() -> None:
    assert parse(f"首页 > 要闻\n溪原市记者协会召开座谈会\n2016-03-17\n{SENTENCE}").title == "溪原市记者协会召开座谈会"


def test_what_leads_to_another_page_is_no_title() -> None:
    report = parse(f"溪原市水务局2015年政府信息公开年度报告\n下一篇：2014年度报告\n{SENTENCE}")
    assert report.title == "溪原市水务局2015年政府信息公开年度报告"


def test_a_month_above_the_title_is_not_of_the_title() -> None:
    report = parse(f"2016年3月\n溪原市水务局2015年政府信息公开年度报告\n{SENTENCE}")
    assert report.title == "溪原市水务局2015年政府信息公开年度报告"


def test_a_speech_of_two_lines_over_where_it_was_given() -> None:
    report = parse(f"守护好溪原的一江清水\n奋力建设幸福美丽的河湖\n——在溪原市河长大会上的报告\n同志们：\n{SENTENCE}")
    assert report.title == "守护好溪原的一江清水奋力建设幸福美丽的河湖"


def test_where_a_report_was_given_is_cut_off_its_title() -> None:
    report = parse(f"政府工作报告——2016年3月5日在溪原市第五届人民代表大会第四次会议上\n各位代表：\n{SENTENCE}")
    assert report.title == "政府工作报告"
    assert report.date == datetime.date(2016, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "2016-03-15 溪原市水务局",
        "溪水函〔2016〕3号 2016-03-15",
        "中国溪原 http://www.example.gov.cn/ 2016年03月15日",
    ],
)
def test_a_publish_line_with_who_publishes(line: str) -> None:
    report = parse(f"溪原市水务局关于停水的通知\n{line}\n{SENTENCE}")
    assert report.published is not None
    assert first_text(report) == SENTENCE


def test_a_date_as_documents_write_it_before_a_body_is_no_publish_line() -> None:
    assert parse(f"溪原市水务局关于停水的通知\n2016年3月15日 溪原市水务局\n{SENTENCE}").published is None


def test_a_source_before_a_label_that_no_list_knows_and_one_in_brackets() -> None:
    page = "溪原市水务局关于停水的通知\n{}\n" + SENTENCE
    assert parse(page.format("来源：市水务局 撰写人员：某某 发布时间：2016-03-15")).source == "市水务局"
    assert parse(page.format("发布日期：2016-03-15 来源：[市水务局]")).source == "市水务局"
    assert parse(page.format("来源：市水务局（值班室） 发布时间：2016-03-15")).source == "市水务局（值班室）"


def test_a_first_number_is_cut_off_the_title_on_its_line() -> None:
    report = parse(
        "岚溪县人才住房实施细则（试行）第一条 补助对象\n新来本县工作的人才，由县人社局认定。\n"
        "第二条 补助标准\n每人每月五百元。\n"
    )
    assert report.title == "岚溪县人才住房实施细则（试行）"
    assert [section.heading.title for section in report.sections] == ["补助对象", "补助标准"]


def test_an_article_that_a_title_cites_stays_in_it() -> None:
    title = "关于《岚溪县水务条例》第一条的解释"
    assert parse(f"{title}\n县水务局：\n你局的请示收悉，现解释如下。\n一、水源\n水源包括水库。\n").title == title


def test_the_title_again_in_fewer_words_is_not_the_title() -> None:
    page = "溪原市水务局2015年政府信息公开工作年度报告\n{}\n" + SENTENCE
    for again in ("2015年政府信息公开年度报告", "溪原市水务局政府信息公开年报"):
        report = parse(page.format(again))
        assert report.title == "溪原市水务局2015年政府信息公开工作年度报告"
        assert first_text(report) == SENTENCE


def test_two_titles_of_which_neither_says_the_other() -> None:
    report = parse(f"溪原市农业年报\n溪原市水务局2015年政府信息公开工作年度报告\n2016-03-15\n{SENTENCE}")
    assert report.title == "溪原市水务局2015年政府信息公开工作年度报告"


@pytest.mark.parametrize("first", ["（1）健全组织领导", "（本报告由溪原市水务局编制）", "统计期限：2015年一月至十二月"])
def test_a_first_line_of_the_document_under_its_title(first: str) -> None:
    report = parse(f"溪原市水务局2015年政府信息公开工作年度报告\n2016-03-15\n{first}\n{SENTENCE}")
    assert next(iter(leaves(report.body))).raw.startswith(first[:3])


def test_a_date_in_brackets_behind_title_and_number_of_a_text_without_line_ends() -> None:
    head = "溪原市政府关于加强河湖保护的决定溪府〔1990〕65号（一九九〇年十二月五日）"
    report = parse(f"{head}　　{SENTENCE}　　一、严格执行条例　　{SENTENCE}　　二、加强领导　　{SENTENCE}")
    assert report.date == datetime.date(1990, 12, 5)
    assert report.published is None


def test_labels_in_brackets_of_number_and_time() -> None:
    page = "【文号】溪水函〔2016〕3号 【发布时间】2016-03-15\n溪原市水务局关于停水的通知\n"
    report = parse(page + SENTENCE)
    assert (report.doc_number, str(report.published)) == ("溪水函〔2016〕3号", "2016-03-15")
    assert parse(page.replace("【文号】", "编号：") + SENTENCE).doc_number == "溪水函〔2016〕3号"


def test_whose_budget_it_is_is_no_title() -> None:
    report = parse(f"溪原市2016年市级单位预算\n预算单位：溪原市水务局\n一、单位主要职能\n{SENTENCE}")
    assert (report.title, report.issuer) == ("溪原市2016年市级单位预算", "溪原市水务局")
    assert report.addressee is None
    assert parse(f"溪原市：水务改革促发展\n2016-03-15\n{SENTENCE}").title == "溪原市：水务改革促发展"


def test_a_rule_glued_to_its_first_sentence() -> None:
    report = parse(
        "溪原市供水管理暂行规定(试行)为了保障用水安全，根据有关条例，制定本规定。\n第一条 本规定自发布之日起施行。"
    )
    assert report.title == "溪原市供水管理暂行规定(试行)"
    said = "溪原市供水管理规定为了保障安全作了专章，要求各镇在月底以前完成检漏，并且报送结果。"
    assert parse(said).title is None
