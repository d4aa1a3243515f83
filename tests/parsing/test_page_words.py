"""Words of the page that no list knows: between title and text, and under the text."""

import pytest

from govreport import Report, parse
from govreport.tree.nodes import Branch, Leaf, leaves

YEARLY = """\
溪原市水务局2015年政府信息公开工作年度报告
发布时间：2016-03-18
{between}
本报告根据《中华人民共和国政府信息公开条例》的要求编制，统计到十二月底。
一、概述
全年公开信息五十一条，其中水质月报十二期。
二、存在的问题
更新不够及时，形式比较单一，将继续改进。
"""


def texts(zone: Branch) -> list[str]:
    return ["".join(leaf.raw.split()) for leaf in leaves(zone) if isinstance(leaf, Leaf)]


def first(report: Report) -> str:
    return texts(report.body)[0]


@pytest.mark.parametrize(
    "between",
    ["下载本页 打印", "已阅：123次", "信息员：某某", "播放速度", "公开内容", "正文", "年报下载\n评论：0", "内容："],
)
def test_a_word_of_the_page_above_a_yearly_report(between: str) -> None:
    report = parse(YEARLY.format(between=between))
    assert first(report).startswith("本报告根据")
    assert texts(report.front)[-1] == "".join(between.split("\n")[-1].split())


@pytest.mark.parametrize(
    "between", ["引言", "编者按", "各有关单位", "附件：年报.docx", "谁来公开？", "概述", "图1 公开流程"]
)
def test_a_line_of_the_document_above_its_text(between: str) -> None:
    assert first(parse(YEARLY.format(between=between))).startswith(between[:2])


@pytest.mark.parametrize(
    "text",
    [
        # a heading without a number, and another one like it
        "溪原市补贴指南\n申领对象\n年满六十周岁的居民，均可以申领这项补贴。\n窗口办理\n带身份证到社区，当场发证。",
        # over sections that are numbered anew under the next
        "枫渡县助农政策\n面向农户\n一、农机补贴\n按照购机价的三成补贴。\n面向企业\n一、贷款贴息\n贴息两个百分点。",
        # a meeting's facts
        "溪原市就防汛举行发布会\n地点：市政府一楼\n今天举行新闻发布会，请市水务局介绍防汛情况。\n一、雨情\n今年雨多。",
        # a heading over items
        "澄岚市公积金提取指南\n提取材料\n(一)身份证明；\n(二)申请书。\n办理流程\n(一)申请人查询余额；\n(二)窗口受理。",
    ],
)
def test_headings_without_a_number_stay_in_the_document(text: str) -> None:
    assert first(parse(text)) == text.split("\n")[1]


ENDED = """\
溪原市水务局关于停水的通知
各有关单位：
因检修管道，定于三月十八日停水，请提前做好准备。
{last}
主办单位：溪原市人民政府　青ICP备15001234号-1
"""


@pytest.mark.parametrize(
    "last", ["手机查看", "水质　停水", "年报下载\n全文", "点击：1234", "信息员：某某", "字号：大 中 小"]
)
def test_a_word_of_the_page_under_a_text(last: str) -> None:
    report = parse(ENDED.format(last=last))
    assert texts(report.body)[-1].startswith("因检修管道")
    assert texts(report.back)[0] == "".join(last.split("\n")[0].split())


@pytest.mark.parametrize(
    "last",
    [
        "特此通知",
        "溪原市水务局",
        "二〇一六年三月",
        "王小溪",
        "局长　晚",
        "附表",
        "联系人：某某",
        "（溪原市水务局供稿）",
        "公开方式：主动公开",
        "溪报记者 某某 来源：溪原日报",
    ],
)
def test_what_documents_close_with(last: str) -> None:
    report = parse(ENDED.format(last=last))
    assert "".join(last.split()) in "".join(texts(report.body)[-2:])


def test_cells_of_a_table_above_a_footer() -> None:
    text = ENDED.format(last="河段\n水位\n东溪\n三米")
    assert texts(parse(text).body)[-1] == "三米"


SIGNED = (
    "溪原市水务局关于停水的通知\n因检修管道，定于三月十八日停水，请提前做好准备。\n溪原市水务局\n2016年3月15日\n{}\n"
)


@pytest.mark.parametrize("behind", ["溪水新语", "中国·溪原\nEND", "0", "点击：12\n溪原在线"])
def test_words_behind_who_signs_and_when(behind: str) -> None:
    report = parse(SIGNED.format(behind))
    assert texts(report.body)[-1] == "2016年3月15日"
    assert report.signature == ["溪原市水务局"]


@pytest.mark.parametrize(
    "behind",
    [
        "（联系人：某某，电话：0366-2281190）",
        "附件：停水范围",
        "溪原市水务局办公室2016年3月15日印发",
        "信息公开属性：主动公开",
        "经 办 人：某某",
        "共印二十份",
        "王小溪",
        "停水范围明细表\n东溪\t一日",
        "溪原市供水条例\n第一条　为了供水，制定本条例。",
    ],
)
def test_what_may_follow_who_signs(behind: str) -> None:
    report = parse(SIGNED.format(behind))
    assert not report.back.children


def test_a_date_without_a_name_closes_nothing() -> None:
    assert not parse(SIGNED.format("溪水新语").replace("溪原市水务局\n2016", "2016")).back.children
