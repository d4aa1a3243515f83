"""Signature, date, notes, enclosures."""

import datetime

import pytest

from govreport import parse, to_text
from govreport.tree.nodes import Attachment
from tests.sketch import kinds

HEAD = (
    "各县人民政府，市政府各部门：\n为做好有关工作，现就有关事项通知如下。\n一、提高认识\n各地要高度重视，抓好落实。\n"
)


@pytest.mark.parametrize(
    "closing",
    [
        "溪原市人民政府\n2020年7月15日",
        "2020年7月15日\n溪原市人民政府",
        "                              溪原市人民政府\n                                2020年7月15日",
        "\u00a0" * 30 + "溪原市人民政府\n" + "\u3000" * 20 + "二〇二〇年七月十五日",
        "　　　　　　　溪原市人民政府　　2020 年 7 月 15 日",
        "溪原市人民政府\n\n\n二○二○年七月十五日\n（此件公开发布）",
        "附件：1.任务分工表\n2.联系人名单\n\n溪原市人民政府\n2020年7月15日",
    ],
)
def test_signature_and_date_in_any_shape(closing: str) -> None:
    report = parse(HEAD + closing)
    assert report.signature == ["溪原市人民政府"]
    assert report.date == datetime.date(2020, 7, 15)
    assert len(report.sections) == 1


def test_several_bodies_sign_on_lines_of_two() -> None:
    report = parse(HEAD + "溪原市住房和城乡建设局  溪原市财政局\n溪原市公安局中国人民银行溪原市中心支行\n2022年5月31日")
    assert report.signature == ["溪原市住房和城乡建设局", "溪原市财政局", "溪原市公安局", "中国人民银行溪原市中心支行"]


def test_a_name_without_a_date_signs_at_the_end() -> None:
    assert parse(HEAD + "                    溪原市人民政府").signature == ["溪原市人民政府"]


def test_a_date_that_does_not_exist_is_kept_and_reported() -> None:
    report = parse(HEAD + "溪原市人民政府\n2020年2月30日")
    assert report.date is None
    assert [issue.code for issue in report.issues] == ["impossible-date"]
    assert "date: 2020年2月30日" in kinds(HEAD + "溪原市人民政府\n2020年2月30日")


def test_the_list_of_attachments_is_notes_not_units() -> None:
    text = (
        HEAD + "附件：1.任务分工表\n　　　2.联系人名单\n溪原市人民政府\n2020年7月15日\n（联系人：某某，电话：123456）"
    )
    assert [line for line in kinds(text) if line.startswith("note")] == [
        "note: 附件：1.任务分工表", "note: 2.联系人名单", "note: （联系人：某某，电话：123456）",
    ]  # fmt: skip


ENCLOSING = """\
溪原市人民政府关于印发《溪原市公园管理办法》的通知
溪政发〔2020〕12号
各县人民政府，市政府各部门：
现将《溪原市公园管理办法》印发给你们，请认真执行。
溪原市人民政府
2020年7月15日
（此件公开发布）
溪原市公园管理办法
第一章 总则
第一条 为了加强公园管理，制定本办法。
第二条 本市公园适用本办法。
第二章 附则
第三条 本办法自公布之日起施行。
"""


def test_an_enclosed_document_has_its_own_title_and_numbering() -> None:
    report = parse(ENCLOSING)
    assert report.title == "溪原市人民政府关于印发《溪原市公园管理办法》的通知"
    assert report.doc_number == "溪政发〔2020〕12号"
    assert report.signature == ["溪原市人民政府"]
    assert [enclosure.title for enclosure in report.attachments] == ["溪原市公园管理办法"]
    assert [section.heading.depth for section in report.attachments[0].sections] == [1, 1]


def test_the_enclosures_signature_is_not_the_notices() -> None:
    report = parse(ENCLOSING + "溪原市园林局\n2019年5月13日\n")
    assert report.signature == ["溪原市人民政府"]
    assert report.date == datetime.date(2020, 7, 15)


def test_attachments_named_as_such_follow_one_another() -> None:
    report = parse(
        ENCLOSING
        + "附件1\n溪原市公园名录\n一、市属公园\n滨河公园等三处公园。\n附件2\n溪原市公园管理制度\n一、开放时间\n"
        "每日六时至二十二时开放。\n"
    )
    assert [enclosure.title for enclosure in report.attachments] == [
        "溪原市公园管理办法",
        "溪原市公园名录",
        "溪原市公园管理制度",
    ]


@pytest.mark.parametrize("name", ["市长　　某某", "市长 某 某", "区长：某某某", "主任　某某"])
def test_an_order_is_signed_by_a_person_with_the_office(name: str) -> None:
    order = (
        "鹤泽市人民政府令\n第6号\n"
        "《鹤泽市公园条例》已经市政府常务会议通过，现予公布，自公布之日起施行。\n"
        f"{name}\n2018年11月6日\n"
    )
    report = parse(order + "鹤泽市公园条例\n第一条　为了规范公园管理，制定本条例。\n第二条　本条例适用于本市公园。\n")
    assert [one.replace(" ", "").replace("　", "") for one in report.signature] == ["".join(name.split())]
    assert report.date == datetime.date(2018, 11, 6)
    assert report.issuer != report.signature[0]
    assert len(report.attachments) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2016-03-15", datetime.date(2016, 3, 15)),
        ("2016.3.15", datetime.date(2016, 3, 15)),
        ("2016年3月15号", datetime.date(2016, 3, 15)),
        ("20160315", datetime.date(2016, 3, 15)),
        ("2016315", datetime.date(2016, 3, 15)),
        ("2016112", None),  # 1月12日, 11月2日
    ],
)
def test_a_date_of_signature_in_digits(written: str, day: datetime.date | None) -> None:
    report = parse(f"鹤泽市统计局关于报送年报的通知\n请各站于月底以前报送年报，由站长签字。\n鹤泽市统计局\n{written}\n")
    assert report.signature == ["鹤泽市统计局"]
    assert report.date == day


@pytest.mark.parametrize(
    ("names", "signed"),
    [
        ("鹤 泽 市 统 计 局", ["鹤泽市统计局"]),
        ("鹤 泽 市 统 计 局　　鹤 泽 市 财 政 局", ["鹤泽市统计局", "鹤泽市财政局"]),
        ("鹤泽市节水型社会建设\n领导小组办公室", ["鹤泽市节水型社会建设领导小组办公室"]),
    ],
)
def test_names_spaced_out_side_by_side_and_broken(names: str, signed: list[str]) -> None:
    report = parse(f"关于报送年报的通知\n请各站于月底以前报送年报，由站长签字。\n{names}\n2016年3月15日\n")
    assert [one.replace(" ", "") for one in report.signature] == signed
    assert report.date == datetime.date(2016, 3, 15)


def test_a_note_between_the_date_and_what_the_notice_carries() -> None:
    notice = (
        "关于印发数据管理办法的通知\n现将《鹤泽市数据管理办法》印发给你们，请遵照执行。\n"
        "2024年6月4日\n（此件公开发布）\n"
    )
    report = parse(
        notice + "鹤泽市数据管理办法\n第一条　为了规范数据管理，制定本办法。\n第二条　本办法自发布之日起施行。\n"
    )
    assert report.date == datetime.date(2024, 6, 4)
    assert len(report.attachments) == 1


@pytest.mark.parametrize("listed", ["\n附件：1.检查方案\n2.责任清单", "　附件：农业年报表"])
def test_a_list_of_attachments_after_the_date(listed: str) -> None:
    report = parse(f"关于报送年报的通知\n请各站于月底以前报送年报，由站长签字。\n鹤泽市统计局\n2016年3月15日{listed}\n")
    assert report.date == datetime.date(2016, 3, 15)
    assert not report.attachments
    assert not report.sections


def test_further_documents_that_a_notice_names() -> None:
    report = parse(
        "溪原市人民政府办公室关于印发公示办法和记录办法的通知\n各县人民政府：\n"
        "《溪原市行政执法公示办法》和《溪原市行政执法记录办法》已经市政府同意，现印发给你们，请遵照执行。\n"
        "溪原市人民政府办公室\n2020年8月17日\n"
        "溪原市行政执法公示办法\n第一条 为规范行政执法公示工作，制定本办法。\n第二条 本办法自发布之日起施行。\n"
        "溪原市行政执法记录办法\n第一条 为规范行政执法记录工作，制定本办法。\n第二条 本办法自发布之日起施行。\n"
    )
    enclosed = [node for node in report.walk() if isinstance(node, Attachment)]
    assert [one.title for one in enclosed] == ["溪原市行政执法公示办法", "溪原市行政执法记录办法"]


@pytest.mark.parametrize(
    "closing",
    [
        "2020年7月15日\n（此件公开发布）\n为了供水，根据有关规定，制定以下办法。\n水厂由水务局管理。\n",
        "附件：供水项目名单\n2020年7月15日\n附件\n供水项目名单\n东山水厂、西山水厂由水务局负责。\n",
    ],
)
def test_a_date_without_a_name_is_known_by_the_note_or_the_enclosure_below(closing: str) -> None:
    assert parse(HEAD + closing).date == datetime.date(2020, 7, 15)


def test_a_date_between_paragraphs_is_none() -> None:
    days = "".join(f"2020年7月{day}日\n（一）检查水厂，由水务局负责。\n（二）检查渡口。\n" for day in (15, 16, 17))
    rest = "检查的结果由县人民政府汇总以后公布，各乡镇可以据此安排下一年的检修，并把所需要的资金报给财政局。"
    assert parse(f"{HEAD}{days}{rest}\n").date is None


def test_a_name_that_signs_in_brackets() -> None:
    text = "全县水务工作稳步推进，河湖面貌明显改善，供水能力提升。\n（枫渡县水务局）\n"
    assert parse(text).signature == ["枫渡县水务局"]
    assert parse(text + "（此件公开发布）").signature == ["枫渡县水务局"]
    sealed = (
        "现将有关事项通知如下，请遵照执行，认真落实。\n枫渡县治水领导小组办公室\n（枫渡县水务局代章）\n2016年3月15日\n"
    )
    assert parse(sealed).signature == ["枫渡县治水领导小组办公室", "枫渡县水务局"]
    assert to_text(parse(sealed)) == sealed


def test_a_body_in_brackets_that_signs_nothing() -> None:
    asked = "加强供水管网检漏，漏损率控制在百分之十以内，按月通报。\n（责任单位：枫渡县水务局）\n"
    assert parse(asked).signature == []
    within = "加强供水管网检漏，漏损率控制在百分之十以内。\n（枫渡县水务局）\n"
    more = (
        "一、加强检漏\n"
        + within
        + "二、加强节水\n"
        + within.replace("检漏", "节水")
        + "以上措施自印发之日起施行，有效期五年。\n"
    )
    assert parse(more).signature == []
