"""Whom to ask, who is to do it, and who signs."""

from __future__ import annotations

import pytest

from govreport import Paragraph, Section, Signature, parse, to_text
from govreport.tree.nodes import leaves


def section(text: str) -> Section:
    return Section([Paragraph(text)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("联系人：张某某，联系电话：0971-8888888。", [("person", "张某某"), ("phone", "0971-8888888")]),
        ("咨询电话：8888888、8888889；传 真：7777777", [("phone", "8888888、8888889"), ("fax", "7777777")]),
        ("市水务局监督电话:12345(工作日)", [("phone", "12345")]),
        ("地  址：溪原市东街1号，邮 编：810000", [("address", "溪原市东街1号"), ("postcode", "810000")]),
        ("电子邮箱：sw@example.cn；网址：www.example.cn", [("email", "sw@example.cn"), ("website", "www.example.cn")]),
        ("会议议题：节水。时间：3月5日。", []),
        ("联系人：", []),
    ],
)
def test_contacts(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.key, one.value) for one in section(text).contacts] == found


def test_contacts_are_those_of_their_section() -> None:
    text = "一、节水宣传\n联系人：张某某\n二、节水检查\n（一）检查时间。五月检查，咨询电话：8888888。\n"
    report = parse(text)
    assert [one.value for one in report.section(1).contacts] == ["张某某"]
    assert report.section(2).contacts == []
    (phone,) = report.section(2, 1).contacts
    assert phone.label == "咨询电话"
    assert phone.span is not None
    assert text[slice(*phone.span)] == "咨询电话：8888888"
    assert [one.key for one in report.contacts] == ["person", "phone"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("责任单位：市水务局、市财政局；完成时限：2020年底。", [("responsible", ("市水务局", "市财政局"))]),
        ("抓好落实。（责任单位：市水务局）", [("responsible", ("市水务局",))]),
        (
            "牵头单位：市水务局；配合单位：市财政局、各镇",
            [("lead", ("市水务局",)), ("support", ("市财政局", "各镇"))],
        ),
        (
            "抓好节水。（市水务局牵头，市财政局、各镇按职责分工负责）",
            [("lead", ("市水务局",)), ("responsible", ("市财政局", "各镇"))],
        ),
        ("抓好节水（市水务局、市财政局等负责）。", [("responsible", ("市水务局", "市财政局"))]),
        ("抓好节水（由市水务局负责，详见附件）。", []),
        ("（此件公开发布）", []),
        ("各部门各负责任。", []),
    ],
)
def test_responsible_bodies(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.role, one.names) for one in section(text).responsible] == found


def test_edits_of_a_section_show_in_its_fields() -> None:
    part = section("责任单位：市水务局")
    part.children[0] = Paragraph("责任单位：市财政局")
    assert part.responsible[0].names == ("市财政局",)
    part.children.append(Paragraph("联系人：张某某"))
    assert part.contacts[0].value == "张某某"


# --- who signs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "office", "name", "text"),
    [
        ("市长　　李某某", "市长", "李某某", "市长 李某某"),
        ("国务院总理 王 某", "国务院总理", "王某", "国务院总理 王 某"),
        ("主任：赵某某", "主任", "赵某某", "主任：赵某某"),
        ("溪原市水务局", None, "溪原市水务局", "溪原市水务局"),
    ],
)
def test_office_and_name(raw: str, office: str | None, name: str, text: str) -> None:
    signature = Signature(raw)
    assert (signature.office, signature.name, signature.text) == (office, name, text)


def order(*signed: str) -> str:
    lines = "".join(f"　　　　{one}\n" for one in signed)
    return f"溪原市人民政府令\n第6号\n《溪原市公园条例》已经市政府常务会议通过，现予公布。\n{lines}2018年11月6日\n"


def test_several_who_sign_stand_in_order() -> None:
    report = parse(order("市长　李某某", "副市长　王某"))
    signed = report.find(Signature)
    assert [(one.office, one.name) for one in signed] == [("市长", "李某某"), ("副市长", "王某")]
    assert report.signature == ["市长 李某某", "副市长 王某"]


def test_several_who_sign_on_one_line() -> None:
    text = order("市长　李某某　　秘书长　王某")
    report = parse(text)
    assert [(one.office, one.name) for one in report.find(Signature)] == [("市长", "李某某"), ("秘书长", "王某")]
    assert to_text(report) == text
    assert [leaf.span[1] for leaf in leaves(report.body)][-1] == len(text)


def test_who_signs_is_read_again_from_the_canonical_form() -> None:
    report = parse(order("市长　　李某某"))
    again = parse(to_text(report, clean=True))
    assert again.signature == report.signature == ["市长 李某某"]
    report.find(Signature)[0].raw = "市长 王某"
    assert report.signature == ["市长 王某"]
