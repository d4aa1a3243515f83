"""Where a document ends: what a line says for the document, and what for the site."""

import pytest

from govreport import parse, parse_bytes
from govreport.parsing.kinds import EndKind
from govreport.parsing.line import split_lines
from govreport.parsing.site_looks import end_kind
from govreport.tree.nodes import leaves
from tests.sketch import outline

TITLE = "墨溪区水务局关于节水工作的通知"
TEXT = """\
各镇要在月底以前完成管网检漏，并且把结果报送区水务局。
一、检漏范围
城区和各镇的供水管网都在检漏的范围之内，农村管网由各村自查。
"""
SIGNED = "墨溪区水务局\n2016年3月15日\n"
FOOTER = "主办单位：墨溪区人民政府　电话：0980-2155678\n青ICP备15001234号　网站标识码：6399010012\n"


def last(text: str) -> str:
    """The document's last line."""
    return [leaf.text for leaf in leaves(parse(text).body)][-1]


def behind(text: str) -> list[str]:
    """What stands behind the document, a leaf a line."""
    return ["".join(leaf.raw.split("\n")) for leaf in leaves(parse(text).back)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("第三条　用水户应当安装水表。", "article"),
        ("二、推进网站无障碍改造。", "unit"),
        ("版权登记的受理窗口设在一楼大厅，当日就能办结。", "sentence"),
        ("承办人大代表建议12件、政协提案7件，全部按时办结。", "sentence"),
        ("请认真落实。", "short"),
        ("2016年3月15日", "date"),
        ("2016年3月15日 10:24:08", "digits-date"),
        ("（此件公开发布）", "note"),
        ("附表.xls", "files"),
        ("6公路桥今起封闭…", "plain"),
        ("节水知识问答", "plain"),
        ("电话：0980-2155678", "contact"),
        ("打印本页 关闭窗口", "tool"),
        ("【发布：区水务局】 【关闭窗口】", "tool"),
        ("更多精彩内容欢迎扫描下方二维码关注我们！", "tool"),
        ("首页 公开 服务 互动", "links"),
        ("• 上一篇：没有了", "neighbour"),
        ("共3页 当前第1页 上一页 下一页 尾页", "neighbour"),
        ("【编辑：某某】", "credit"),
        ("新闻排行榜 更多+", "ranking"),
        ("承办单位：墨溪区电子政务中心", "footer"),
        ("墨溪区人民政府 版权所有", "licence"),
        ("青公网安备 63990102000339号", "licence"),
    ],
)
def test_what_a_line_is_by_its_look(line: str, kind: EndKind) -> None:
    assert end_kind(split_lines(line)[0]) == kind


@pytest.mark.parametrize("word", ["网站标识码", "备案号", "版权所有", "ICP备案", "公网安备", "技术支持", "主办单位"])
def test_a_word_of_the_site_in_a_sentence_ends_nothing(word: str) -> None:
    text = f"{TITLE}\n{TEXT}{word}的核对工作由各科室分头完成，结果与台账相符。\n二、检漏时间\n四月底以前。\n{SIGNED}"
    assert outline(text) == ["1 一、 检漏范围", "1 二、 检漏时间"]
    assert last(text) == "2016年3月15日"
    assert last(text + FOOTER) == "2016年3月15日"


@pytest.mark.parametrize(
    "paragraph", ["打印和装订的费用比上年减少三成。", "收藏的地方志共有三百余种。", "返回的调查表有九百余份。"]
)
def test_a_last_paragraph_may_begin_as_a_line_of_a_site_does(paragraph: str) -> None:
    assert last(f"{TITLE}\n{TEXT}{paragraph}\n") == paragraph
    assert last(f"{TITLE}\n{TEXT}{paragraph}\n{FOOTER}") == paragraph


def test_an_organizer_in_the_text_is_followed_by_more_text() -> None:
    text = (
        f"墨溪区登山活动公告\n{TEXT}"
        "二、组织\n主办单位：墨溪区体育局\n承办单位：墨溪区登山协会\n"
        f"三、报名\n额满为止。\n{SIGNED}"
    )
    assert last(text + FOOTER) == "2016年3月15日"


@pytest.mark.parametrize(
    "first", ["传真：0980-2153345", "邮编：525400", "邮箱：water@example.com", "举报电话：12345", "地址：沿堤路 58 号"]
)
def test_a_contact_above_a_footer_is_the_footers(first: str) -> None:
    assert behind(f"{TITLE}\n{TEXT}{SIGNED}{first}\n{FOOTER}")[0] == first


def test_a_contact_that_no_footer_follows_is_the_documents() -> None:
    assert last(f"{TITLE}\n{TEXT}{SIGNED}联系人：某某\n电话：0980-2155678\n打印本页\n") == "电话：0980-2155678"


def test_numbers_of_a_ranking_are_no_units() -> None:
    text = f"{TITLE}\n{TEXT}{SIGNED}点击排行\n1.区图书馆开放时间\n2.区图书馆借阅规则\n3.阅览室搬迁公告\n"
    assert outline(text) == ["1 一、 检漏范围"]
    assert behind(text)[0] == "点击排行"


def test_a_login_help_below_the_footer_is_the_sites() -> None:
    text = (
        f"{TITLE}\n{TEXT}{SIGNED}扫一扫在手机打开当前页\n{FOOTER}"
        "登录步骤如下：\n（1）点击“注册”\n（2）填写信息\n（3）提交审核\n"
    )
    assert outline(text) == ["1 一、 检漏范围"]
    assert behind(text)[0] == "扫一扫在手机打开当前页"


def test_the_names_of_files_are_the_documents_an_empty_list_is_the_sites() -> None:
    assert last(f"{TITLE}\n{TEXT}{SIGNED}相关附件\n检漏登记表.xls\n{FOOTER}") == "检漏登记表.xls"
    assert behind(f"{TITLE}\n{TEXT}{SIGNED}相关附件\n相关新闻\n{FOOTER}")[0] == "相关附件"


def test_a_page_given_twice_ends_with_its_first_copy() -> None:
    page = f"首页 > 通知\n{TITLE}\n发布时间：2016-03-18\n{TEXT}{SIGNED}"
    for between in ("", "打印本页\n", "（责任编辑：某某）\n扫一扫在手机打开当前页\n"):
        report = parse(page + between + page + FOOTER)
        assert [section.heading.title for section in report.sections] == ["检漏范围"]
        assert report.signature == ["墨溪区水务局"]
        assert [issue.code for issue in report.issues] == ["copied-document"]
        assert report.back.span[0] == len(page)


def test_two_notices_alike_are_no_copy() -> None:
    other = TEXT.replace("检漏", "换表").replace("管网", "水表")
    text = f"{TITLE}\n{TEXT}{SIGNED}{TITLE}\n{other}{SIGNED}"
    assert "copied-document" not in [issue.code for issue in parse(text).issues]
    assert len(outline(text)) == 2


def test_one_sentence_under_many_numbers_is_no_copy() -> None:
    same = "全年检查管网二百一十公里，其中干管一百二十公里，均在规定期限之内完成。" * 12
    report = parse("".join(f"{number}.检查管网\n{same}\n" for number in range(1, 40)))
    assert len(report.sections) == 39
    assert "copied-document" not in [issue.code for issue in report.issues]


def test_running_text_behind_the_footer_is_reported() -> None:
    notice = (
        "本网站由墨溪区水务局建设和维护，发布的信息以书面文件为准，转载时请注明出处，"
        "如有意见和建议，可以通过信箱告诉我们，五个工作日内答复。\n"
    )
    report = parse(f"{TITLE}\n{TEXT}{SIGNED}打印本页\n{FOOTER}{notice}")
    assert "text-outside" in [issue.code for issue in report.issues]
    assert report.back.span[0] == len(f"{TITLE}\n{TEXT}{SIGNED}")


def test_a_page_of_links_is_reported() -> None:
    report = parse(f"首页 > 通知\n区水务局停水公告\n区水务局节水方案\n上一页 1 2 3 下一页\n{FOOTER}")
    assert "no-running-text" in [issue.code for issue in report.issues]


def test_a_list_of_earlier_ones_below_a_document_is_the_page_s() -> None:
    earlier = [f"{year}年政府信息公开工作年度报告" for year in range(2021, 2014, -1)]
    report = parse(
        "岚溪县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年公开信息二百条，均在规定期限内发布。\n"
        "二、存在的问题\n公开渠道还不够多，更新不够及时，下一步将予改进。\n"
        + "\n".join([*earlier, "版权所有：岚溪县水务局\n"])
    )
    assert [node.text for node in report.back.children][: len(earlier)] == earlier


def test_figures_by_year_that_grow_are_the_document_s() -> None:
    rows = [f"{year}年受理{20 + year % 10}件" for year in range(2015, 2022)]
    report = parse(
        "岚溪县水务局信访情况\n历年受理的信访件如下，均已在规定期限内办结。\n"
        + "\n".join([*rows, "版权所有：岚溪县水务局\n"])
    )
    assert rows[-1] in report.body.full_text


RIGHTS = """\
溪原市水务工作报告
同志们：
全市水务工作稳步推进，河湖面貌明显改善，供水保障能力持续提升。
溪原的水务事业一定会有更加美好的明天！
本作品来自溪原市的文件，根据第三条
[
注 1
]
的规定属于
公有领域
。
↑
《溪原文萃》2011年第1集，溪原出版社出版，可以参考。
Public domain
"""


def test_a_library_s_word_on_the_rights_in_a_text_is_no_text() -> None:
    assert last(RIGHTS) == "溪原的水务事业一定会有更加美好的明天！"
    assert behind(RIGHTS)[0].startswith("本作品来自")


def test_a_document_on_rights_is_one() -> None:
    text = "溪原市作品登记指南\n作品登记自愿，登记机构十日内答复。\n本作品登记办法不适用于公有领域的作品。\n"
    assert last(text + "登记后可以查询，查询也不收取费用，欢迎办理。").startswith("登记后可以查询")


@pytest.mark.parametrize(
    "line",
    [
        "« 上一篇：二号井检漏",
        "网站首页 | 关于我们 | 联系我们 | 网站地图",
        "审核人：某某",
        "稿源：墨溪日报",
        "原文链接：http://www.example.gov.cn/1.html",
        "政策解读：关于检漏的问答",
        "热点文章\n二号井检漏\n一号井停水",
        "免责声明：本文只代表作者的观点，与本网站无关。",
        "欢迎关注“墨溪水务”",
        "某局主办 某中心承办\n青ICP备15001234号",
    ],
)
def test_more_of_what_stands_below_a_document(line: str) -> None:
    assert last(f"{TITLE}\n{TEXT}" + line) == TEXT.strip().split("\n")[-1]


def test_a_heading_like_a_word_of_the_site_and_a_notice_on_disclaimers() -> None:
    more = "政策解读\n水价按照成本核定，居民用水分档计价，不收其他费用。\n水价每年公布，居民可以提出意见。\n"
    assert last(f"{TITLE}\n{TEXT}" + more).startswith("水价每年")
    more = "免责声明的样式由市司法局另行公布，各单位参照执行，不得擅自改动。"
    assert last(f"{TITLE}\n{TEXT}" + more) == more


def test_the_title_again_where_the_element_of_the_document_ends() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in [*TEXT.split("\n")[:3], "2016年3月15日", TITLE])
    page = f"<html><body><h1>{TITLE}</h1><div class='TRS_Editor'>{paragraphs}</div><p>分享到：</p></body></html>"
    assert [leaf.text for leaf in leaves(parse_bytes(page.encode()).body)][-1] == "2016年3月15日"
