"""Signature, date, notes, enclosures."""

import datetime

import pytest

from govreport import parse
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
