"""What speaks for a field: its value, how sure that is, where it stands, and what else was considered."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from govreport import Candidate, Evidence, Front, Metadata, Report, Title, parse, to_text
from govreport.tree.evidence.calibration import CALIBRATED, Curve, calibrated, on_curve
from govreport.tree.evidence.fields import FIELDS
from govreport.tree.evidence.weighing import bare, weigh
from govreport.tree.evidence.weights import WEIGHTS
from govreport.tree.origin import Origin
from govreport.words.blanks import clean
from govreport.words.numerals import day_of, parse_date
from tests.pages import page
from tests.strategies import pages
from tools.digests import PAGES

ROOT = Path(__file__).parent.parent.parent
STEP = 100  # every hundredth of the generated pages
PAGE = """\
当前位置：首页 > 溪原市水务局 > 年度报告
溪原市水务局2021年政府信息公开工作年度报告
发布时间：2022-01-20 09:30 来源：溪原市人民政府办公室
根据条例的要求，编制本报告，数据的统计期限为2021年1月1日至12月31日。
一、总体情况
全年公开信息90条。
溪原市水务局
2022年1月18日
"""


def test_a_field_says_where_it_stands_and_what_else_was_considered() -> None:
    found = parse(PAGE).evidence("issuer")
    assert (found.value, found.where) == ("溪原市水务局", "signature")
    assert found.span is not None
    assert PAGE[slice(*found.span)] == "溪原市水务局"
    assert 0.95 < found.confidence < 1
    assert [(one.value, one.where) for one in found.others] == [
        ("溪原市水务局", "title"),
        ("溪原市人民政府办公室", "source, an office"),
        ("溪原市水务局", "breadcrumb"),
    ]


def test_a_field_that_the_page_does_not_say() -> None:
    assert parse(PAGE).evidence("doc_number") == Evidence("doc_number")
    assert parse(PAGE).evidence("signature").value == ["溪原市水务局"]
    assert parse("今天天气很好。").evidence("signature") == Evidence("signature", [])


def test_a_field_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no field 'author'; there are title, issuer, year"):
        parse(PAGE).evidence("author")


def test_edits_show() -> None:
    report = parse(PAGE)
    title = next(child for child in report.front.children if isinstance(child, Title))
    title.raw = title.raw.replace("2021", "2020")
    assert report.evidence("year").value == report.year == 2020


# --- weighing --------------------------------------------------------------------------------------------------------


def found(value: str, weight: float, where: str = "title") -> Candidate:
    return Candidate(value, None, where, weight)


def test_what_agrees_counts_together() -> None:
    others = [found("乙局", 0.7, "metadata"), found("乙局", 0.7, "source")]
    assert weigh("source", [found("甲局", 0.8), *others]).value == "乙局"
    assert weigh("source", [found("甲局", 0.8), *others[:1]]).value == "甲局"


def test_one_place_that_says_a_thing_twice_counts_once() -> None:
    twice = [found("乙局", 0.7, "metadata"), found("乙局", 0.7, "metadata")]
    assert weigh("source", [found("甲局", 0.8), *twice]).value == "甲局"


def test_what_is_less_likely_than_nothing_is_not_given() -> None:
    weighed = weigh("source", [found("甲局", 0.2, "footer")])
    assert weighed.value is None
    assert weighed.confidence == pytest.approx(0.8)
    assert [one.value for one in weighed.others] == ["甲局"]


@pytest.mark.parametrize("weight", [0.6, 0.7, 0.8, 0.9])
def test_confidence_rises_with_what_agrees_and_falls_with_what_does_not(weight: float) -> None:
    alone = weigh("source", [found("甲局", weight)]).confidence
    assert alone == pytest.approx(weight)
    assert weigh("source", [found("甲局", weight + 0.05)]).confidence > alone
    assert weigh("source", [found("甲局", weight), found("甲局", 0.3, "source")]).confidence > alone
    assert weigh("source", [found("甲局", weight), found("乙局", 0.3, "source")]).confidence < alone


def test_every_weight_is_a_probability_and_has_a_reason() -> None:
    assert WEIGHTS.keys() == FIELDS.keys()
    for places in WEIGHTS.values():
        for one in places.values():
            assert 0 < one.value < 1
            assert one.reason


# --- no value that stands nowhere ------------------------------------------------------------------------------------


def check_places(report: Report) -> None:
    """Fail where a candidate of any field is not what stands at its span."""
    text = to_text(report)
    for name in FIELDS:
        weighed = report.evidence(name)
        given_one = [Candidate(weighed.value, weighed.span, weighed.where, weighed.confidence)] if weighed.where else []
        for one in [*given_one, *weighed.others]:
            if one.span is None:
                assert one.where.startswith("head")
                continue
            assert says(name, one, text[slice(*one.span)]), (name, one, text[slice(*one.span)])


def says(name: str, one: Candidate, words: str) -> bool:
    """True where some words say what a candidate does."""
    if name in ("published", "date"):
        value = parse_date(words)
        return value is not None and day_of(value) == day_of(one.value)
    if name == "period":
        return words[:1] in "12二１２"
    if name == "year":
        value = parse_date(words + "年1月1日") if one.where != "period" else one.value
        return value is not None
    values = one.value if name == "signature" else [one.value]
    return all(seen(value) in seen(clean(words)) for value in values)


def seen(text: str) -> str:
    """A text without anything that cannot be seen."""
    return "".join(sign for sign in bare(text) if sign not in "\u200b\ufeff")


@given(pages)
@settings(max_examples=300, deadline=None)
def test_no_value_of_any_page_stands_nowhere(text: str) -> None:
    check_places(parse(text))


@pytest.mark.parametrize("number", range(0, PAGES, STEP))
def test_no_value_of_a_generated_page_stands_nowhere(number: int) -> None:
    check_places(parse(page(number)))


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").glob("*.txt")), ids=lambda path: path.stem)
def test_no_value_of_a_fixture_stands_nowhere(path: Path) -> None:
    check_places(parse(path.read_text(encoding="utf-8", errors="replace")))


def test_a_report_built_by_hand_has_values_without_places() -> None:
    report = Report(Front([Title("溪原市水务局2021年度报告"), Metadata("source", "来源", "：", "溪原市水务局")]))
    assert [(report.evidence(name).value, report.evidence(name).span) for name in ("title", "year", "source")] == [
        ("溪原市水务局2021年度报告", None),
        (2021, None),
        ("溪原市水务局", None),
    ]


# --- title -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        "标题: | 溪原市水务局2009年政府信息公开工作年度报告 | ||",
        "标 题：溪原市水务局2009年政府信息公开工作年度报告",
        "信息名称: | 溪原市水务局2009年政府信息公开工作年度报告 |",
    ],
)
def test_a_title_that_stands_only_in_the_metadata_block(row: str) -> None:
    report = parse(
        f"{row}\n索引号：6301/2010-3\n根据条例的要求，编制本报告，欢迎查阅。\n一、概述\n全年公开信息52条。\n"
    )
    assert (report.title, report.year) == ("溪原市水务局2009年政府信息公开工作年度报告", 2009)
    assert report.issuer == "溪原市水务局"
    assert report.evidence("title").where == "metadata"


@pytest.mark.parametrize(
    "behind",
    ["（溪水发〔2020〕3号）", "(2020年3月2日)", "[ 2020-03-02 ]", "2020-03-02 09:30", ".docx（2020年3月2日）", "*"],
)
def test_what_stands_behind_a_title_is_no_part_of_it(behind: str) -> None:
    report = Report(Front([Title(f"溪原市水务局关于做好防汛工作的通知{behind}")]))
    assert report.title == "溪原市水务局关于做好防汛工作的通知"


def test_a_title_that_only_the_head_gives_is_marked() -> None:
    report = Report(origin=Origin(meta={"ArticleTitle": "溪原市水务局2021年度报告", "PubDate": "2022-01-20 09:30"}))
    title, published = report.evidence("title"), report.evidence("published")
    assert (title.value, title.span, title.where) == ("溪原市水务局2021年度报告", None, "head ArticleTitle")
    assert published.value == datetime.datetime(2022, 1, 20, 9, 30)
    assert (published.span, published.where) == (None, "head PubDate")


def test_the_head_never_overrules_the_page() -> None:
    report = parse(PAGE)
    report.origin.meta = {"ArticleTitle": "别的标题关于防汛的通知", "PubDate": "2030-01-01"}
    assert report.title == "溪原市水务局2021年政府信息公开工作年度报告"
    assert report.published == datetime.datetime(2022, 1, 20, 9, 30)


# --- year ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("溪原市水务局2021年度部门决算", 2021),
        ("溪原师范学院2021-2022学年信息公开年度报告", 2021),
        ("溪原师范学院2013—2014学年度信息公开工作报告", 2013),
        ("溪原市氣象局2017年政府信息公開工作報(bào)告", 2017),
        ("溪原市人民政府关于2018年法治政府建设情况的报告", 2018),
        ("溪原市教育局关于2016年政府信息公开工作年度报告的公告", 2016),
        ("政府工作报告——2024年1月5日在溪原市第三届人民代表大会第二次会议上", 2024),
        ("溪原市人民政府办公室转发市地震局关于1997年防震减灾工作报告的通知", None),
        ("溪原市人民政府办公室关于做好2021年政府信息公开工作年度报告编制工作的通知", None),
        ("《溪原市2023年度法治政府建设工作总结的报告》政策解读", None),
        ("溪原市2023年防汛工作方案", None),
    ],
)
def test_the_year_of_a_report_and_none_of_a_document_that_cites_one(title: str, year: int | None) -> None:
    assert Report(Front([Title(title)])).year == year


# --- period ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。", "2022-01-01", "2022-12-31"),
        ("數據的統計期限自2022年1月1日起，至2022年12月31日止。", "2022-01-01", "2022-12-31"),
        ("数据统计期限为２０２２年１月１日至１２月３１日。", "2022-01-01", "2022-12-31"),
        ("报告中使用的统计数据起于2013年1月1日，止于同年12月31日。", "2013-01-01", "2013-12-31"),
        ("数据起止时间为2008年5月1日至12月31日。", "2008-05-01", "2008-12-31"),
        ("统计期限为2020年9月1日零时至2021年8月31日24时。", "2020-09-01", "2021-08-31"),
        ("统计期限自2012年1月1日起，截止到2012年12月31日。", "2012-01-01", "2012-12-31"),
        ("统计期限为2020年9月至2021年8月。", "2020-09-01", "2021-08-31"),
        ("统计期限自二○一○年一月一日起至二○一○年十二月三十一日止。", "2010-01-01", "2010-12-31"),
        ("统计期限为2021.1.1-2021.12.31。", "2021-01-01", "2021-12-31"),
        ("统计期限自201411日起至1231日止。", "2014-01-01", "2014-12-31"),
        ("报告内容涵盖溪原市及其各部门2016年1月1日至12月31日期间的工作。", "2016-01-01", "2016-12-31"),
    ],
)
def test_the_period_that_figures_cover(sentence: str, first: str, last: str) -> None:
    text = (
        f"溪原市水务局政府信息公开工作年度报告\n根据条例的要求，编制本报告。{sentence}\n一、概述\n全年公开信息90条。\n"
    )
    period = parse(text).period
    assert period is not None
    assert [day.isoformat() for day in period] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "关于购房补贴的通知\n各单位：\n自2023年10月1日起至2024年6月30日在本区购房的，可以享受补贴，请做好宣传。\n",
        "溪原市水务局工作总结\n2019年3月5日起周末照常开放。\n一、接待情况\n全年接待两千人次。\n",
        "溪原市水利规划\n规划期限为2021年1月1日至2025年12月31日，请遵照执行。\n一、目标\n全市建成水库三座。\n",
        "溪原市年报\n数据的统计期限自2022年2月30日起至2022年12月31日止，欢迎查阅。\n一、概述\n公开信息九条。\n",
    ],
)
def test_other_spans_of_dates_are_no_period(text: str) -> None:
    assert parse(text).period is None


# --- issuer ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("溪原市2020年政府信息公开工作年度报告\n溪原市人民政府认真落实条例，现将情况报告如下。\n", "溪原市人民政府"),
        ("东街街道2020年政府信息公开工作年度报告\n本报告根据条例编制，欢迎查阅，多提意见。\n", "东街街道"),
        (
            "溪原市2020年政府信息公开工作年度报告\n来源：溪原市人民政府办公室\n"
            "本报告由溪原市人民政府办公室编制。溪原市人民政府认真落实条例，工作有序推进。\n",
            "溪原市人民政府",
        ),
        (
            "枫渡异地就医备案办理\n2023-12-14 来源：枫渡市医疗保障局 枫渡市财政局\n参保人可以直接结算，无需垫付。\n",
            "枫渡市医疗保障局",
        ),
        (
            "【年报】溪原市水务局2020年政府信息公开工作年度报告\n本报告根据条例编制，欢迎查阅，多提意见。\n",
            "溪原市水务局",
        ),
        ("2020年政府信息公开年度报告——溪原市水务局\n本报告根据条例编制，欢迎查阅，多提意见。\n", "溪原市水务局"),
        ("2020年政府信息公开年度报告\n溪原市水务局\n2021-01-12\n本报告根据条例编制，欢迎查阅意见。\n", "溪原市水务局"),
        ("根据条例，现公布2020年度溪原市水务局政府信息公开工作年度报告，欢迎查阅。\n", "溪原市水务局"),
        ("本年度报告是溪原市水务局根据条例编制的，全文包括三个部分，欢迎查阅。\n", "溪原市水务局"),
        ("现公布溪原市政府2020年政府信息公开工作年度报告，欢迎查阅，多提意见。\n", "溪原市政府"),
        ("来源：溪原日报\n春耕全面展开，各地农民抢抓农时，田间一片繁忙。\n", None),
        (
            "溪原市村民委员会选举办法\n1999年6月1日 溪原市第十一届人民代表大会常务委员会第十次会议通过\n"
            "第一条 为了规范选举，制定本办法。\n第二条 本办法自公布之日起施行。\n",
            "溪原市第十一届人民代表大会常务委员会",
        ),
        ("防汛条例（国务院令第737号）\n第一条 为了防汛，制定本条例。\n第二条 本条例自发布之日起施行。\n", "国务院"),
    ],
)
def test_the_issuer_by_all_that_names_it(text: str, issuer: str | None) -> None:
    assert parse(text).issuer == issuer


def test_a_body_named_without_its_place_is_given_in_full() -> None:
    report = parse(
        "2019年市水务局政府信息公开工作年度报告\n"
        "本报告根据条例编制，溪原市水务局办公室负责解答疑问。\n一、概述\n公开信息九条。\n"
    )
    assert report.issuer == "溪原市水务局"
    check_places(report)


def test_what_is_told_of_a_body_is_no_place_before_its_name() -> None:
    report = parse(
        "市水务局2019年政府信息公开工作年度报告\n"
        "根据条例规定，现公布市水务局2019年政府信息公开工作年度报告。\n一、概述\n公开信息九条。\n"
    )
    assert report.issuer == "市水务局"


# --- source and number -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "来源：溪原市水务局 下载 收藏",
        "来源：溪原市水务局?????浏览量:次",
        "来源:溪原市水务局   (点击: )",
        "来源:溪原市水务局作者:佚名",
    ],
)
def test_what_a_page_sets_behind_a_source_is_no_part_of_it(line: str) -> None:
    text = f"溪原市水务局2018年工作总结\n{line}\n去年完成造林三万亩，森林覆盖率提高到百分之五十六。\n"
    assert parse(text).source == "溪原市水务局"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("关于防汛的通知（溪水发〔2020〕3号）\n各单位：\n请做好防汛工作，明确负责人。\n", "溪水发〔2020〕3号"),
        (
            "溪水发〔2020〕3号　　签发人：周某\n关于防汛的请示\n市人民政府：\n拟做好防汛工作，现请示如下。\n",
            "溪水发〔2020〕3号",
        ),
        ("關於防汛的通知\n溪水發〔2020〕3號\n各單位：\n請做好防汛工作，明確負責人。\n", "溪水發〔2020〕3號"),
    ],
)
def test_the_number_of_a_document(text: str, number: str) -> None:
    assert parse(text).doc_number == number


# --- calibration -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(CALIBRATED))
def test_what_is_surer_stays_so(name: str) -> None:
    for is_value in (True, False):
        sure = [calibrated(name, at / 20, is_value) for at in range(21)]
        assert sure == sorted(sure)
        assert all(0 < one < 1 for one in sure)


def test_a_field_without_a_curve_keeps_its_confidence() -> None:
    assert calibrated("title", 0.7, is_value=True) == 0.7


def test_a_curve_of_slope_one_at_no_height_changes_nothing() -> None:
    assert on_curve(0.7, Curve(1.0, 0.0)) == pytest.approx(0.7)
    assert on_curve(1.0, Curve(1.0, 0.0)) == pytest.approx(0.999)
