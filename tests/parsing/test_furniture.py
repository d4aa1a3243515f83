"""What site lines say."""

import pytest

from govreport import Breadcrumb, FooterField, Metadata, Report, parse
from govreport.tree.nodes import leaves

BODY = "\n根据《中华人民共和国政府信息公开条例》规定，编制本报告。\n一、概述\n全年公开信息128条。\n"
TITLE = "溪原市水务局2015年政府信息公开工作年度报告\n"


def front(lines: str) -> Report:
    return parse(TITLE + lines + BODY)


def back(lines: str) -> Report:
    return parse(TITLE + "发布时间：2016-03-18" + BODY + "\n" + lines)


def fields(report: Report) -> dict[str | None, str]:
    return {leaf.key: leaf.value for leaf in leaves(report.front) if isinstance(leaf, Metadata)}


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2016-03-18 09:30 来源：市水务局 浏览次数：12",
        "来源:市水务局 发布时间:2016-03-18 09:30 点击数:",
        "作者:佚名来源:市水务局发布日期:2016-03-18 09:30",
        "2016-03-18 09:30　来源：市水务局　【字体：大 中 小】",
        "[发布日期: 2016年03月18日 09:30] [来源: 市水务局]",
        "来源: | 市水务局 | 发布时间: | 2016-03-18 09:30 |",
        "发布时间：\n2016-03-18 09:30\n来源：\n市水务局",
    ],
)
def test_publish_lines_in_any_order_and_shape(line: str) -> None:
    report = front(line)
    assert str(report.published).startswith("2016-03-18")
    if "作者:佚名来源" not in line:  # a short label glued to a name is not told from it
        assert report.source == "市水务局"


def test_a_metadata_block_of_one_field_a_line_with_spaced_labels() -> None:
    found = fields(
        parse(
            "索 引 号：\n\n000014349/2018-00209\n\n发文机关：\n\n市水务局\n\n标　　题：\n\n"
            + TITLE
            + "\n主 题 词：\n\n"
            + TITLE
            + BODY
        )
    )
    assert found["index"] == "000014349/2018-00209"
    assert found["issuer"] == "市水务局"
    assert found["keywords"] == ""


def test_a_metadata_table_with_bars_and_empty_values() -> None:
    found = fields(
        front(
            "索 引 号 | K4589/2026-00221 | 主题分类 | |\n发布机构 | 市水务局 | 发文日期 | 2018-02-28 |\n"
            "文 号 | | 有 效 性 | |"
        )
    )
    assert found["index"] == "K4589/2026-00221"
    assert found["issuer"] == "市水务局"
    assert found["issued"] == "2018-02-28"
    assert found["doc_number"] == ""


def test_a_metadata_row_without_colons() -> None:
    found = fields(front("索引号 620702074/2024-00047 发文字号 溪政发〔2024〕7号"))
    assert found == {"index": "620702074/2024-00047", "doc_number": "溪政发〔2024〕7号"}


@pytest.mark.parametrize(
    "line",
    [
        "当前位置: 首页>政务公开>年报",
        "您当前的位置：首页 > 政务公开 > 年报",
        "您的位置：首页 >> 政务公开 >> 年报",
        "首页 / 政务公开 / 年报",
        "首页»政务公开»年报",
        "當前位置: 首頁>政務公開>年報",
    ],
)
def test_breadcrumbs(line: str) -> None:
    crumb = next(child for child in parse(line + "\n" + TITLE + BODY).front.children if isinstance(child, Breadcrumb))
    assert len(crumb.names) == 3
    assert crumb.names[0] in ("首页", "首頁")


def test_a_breadcrumb_over_lines_is_one() -> None:
    crumbs = [
        child
        for child in parse("首页\n> 政务公开\n> 年报\n" + TITLE + BODY).front.children
        if isinstance(child, Breadcrumb)
    ]
    assert len(crumbs) == 1


FOOTER = """\
主办单位: 溪原市人民政府 承办单位:溪原市大数据中心
青ICP备05003255 青公网安备 63010202150854
政府网站标识码:6301000039
联系地址:青屏省溪原市滨河路15号
未经授权严禁转载 联系电话:0971-5153343
"""


def test_a_footer() -> None:
    footer = back(FOOTER).footer
    assert footer is not None
    assert footer.organizer == "溪原市人民政府"
    assert footer.contractor == "溪原市大数据中心"
    assert footer.icp == "青ICP备05003255"
    assert footer.police == "青公网安备 63010202150854"
    assert footer.site_id == "6301000039"
    assert footer.address == "青屏省溪原市滨河路15号"
    assert footer.phone == "0971-5153343"


@pytest.mark.parametrize(
    ("line", "icp"),
    [
        ("ICP备案号：青ICP备2022149652号-1", "青ICP备2022149652号-1"),
        ("滇ICP备09010050-5号", "滇ICP备09010050-5号"),
        ("版权所有：某局 京 ICP 证 040089 号-1 青公网安备 63010202150854号", "京 ICP 证 040089 号-1"),
        ("备案序号:陇ICP备05000593", "陇ICP备05000593"),
    ],
)
def test_icp_numbers(line: str, icp: str) -> None:
    footer = back(line).footer
    assert footer is not None
    assert footer.icp == icp


def test_a_line_for_complaints_is_not_the_telephone() -> None:
    footer = back("主办：溪原市人民政府\n举报电话：010-88828271 邮编：630001").footer
    assert footer is not None
    assert footer.phone is None
    assert footer.postcode == "630001"


def test_bodies_on_the_lines_after_their_label() -> None:
    footer = back("主办单位\n\n溪原市科学技术协会\n\n溪原市应急管理局\n\n青ICP备05003255").footer
    assert footer is not None
    assert footer.organizer == "溪原市科学技术协会 溪原市应急管理局"


def test_an_edit_of_a_field_shows() -> None:
    report = back(FOOTER)
    field = next(leaf for leaf in leaves(report.back) if isinstance(leaf, FooterField) and leaf.key == "site_id")
    field.value = "6301000040"
    assert report.footer is not None
    assert report.footer.site_id == "6301000040"
