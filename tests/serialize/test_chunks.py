"""Reports in chunks: none crosses a section, each knows its place in the source."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Body, Paragraph, Report, Table, chunks, parse, to_text
from tests.strategies import pages

PAGE = """\
首页　机构
溪原市水务局2015年政府信息公开工作年度报告
发布时间：2016-03-18 09:30　来源：溪原市水务局
根据《条例》，编制本报告。
一、总体情况
全年公开信息128条。其中规划类12条，财政类6条。
另有图解3件。
二、主要做法
（一）健全制度。先后订立两项制度。
（二）拓宽渠道。
　　　　溪原市水务局
　　　　2016年3月15日
主办单位：溪原市水务局
"""


def texts(max_chars: int) -> list[str]:
    return [chunk.text for chunk in chunks(parse(PAGE), max_chars)]


def test_a_section_is_a_chunk() -> None:
    assert [(chunk.path, chunk.headings, chunk.text) for chunk in chunks(parse(PAGE))] == [
        ("", (), "根据《条例》，编制本报告。"),
        ("1", ("一、总体情况",), "一、总体情况\n全年公开信息128条。其中规划类12条，财政类6条。\n另有图解3件。"),
        ("2.1", ("二、主要做法", "（一）健全制度"), "（一）健全制度。\n先后订立两项制度。"),
        ("2.2", ("二、主要做法", "（二）拓宽渠道"), "（二）拓宽渠道。"),
    ]


def test_a_chunk_says_whose_it_is() -> None:
    chunk = chunks(parse(PAGE))[2]
    assert (chunk.title, chunk.issuer) == ("溪原市水务局2015年政府信息公开工作年度报告", "溪原市水务局")
    assert (chunk.year, chunk.date) == (2015, datetime.date(2016, 3, 15))
    assert chunk.start is not None
    assert PAGE[chunk.start : chunk.end] == "（一）健全制度。先后订立两项制度。"
    told = {"path": "2.1", "headings": ["二、主要做法", "（一）健全制度"], "year": 2015, "date": "2016-03-15"}
    assert told.items() <= chunk.metadata.items()


def test_paragraphs_are_put_together_and_cut_where_it_hurts_least() -> None:
    assert texts(30)[1:3] == ["一、总体情况\n全年公开信息128条。", "其中规划类12条，财政类6条。\n另有图解3件。"]
    assert texts(12)[3:7] == ["全年公开信息128条。", "其中规划类12条，", "财政类6条。", "另有图解3件。"]
    assert texts(5)[:4] == ["根据《条例", "》，", "编制本报告", "。"]


def test_tables_are_cut_between_rows() -> None:
    report = parse("一、情况\n| 规章 | 12 |\n| 规范性文件 | 7 |\n| 合计 | 19 |\n")
    assert [chunk.text for chunk in chunks(report)] == ["一、情况\n规章\t12\n规范性文件\t7\n合计\t19"]
    assert [chunk.text for chunk in chunks(report, 14)] == ["一、情况\n规章\t12", "规范性文件\t7\n合计\t19"]


def table(*rows: tuple[str, ...]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_each_chunk_of_a_table_begins_with_its_header() -> None:
    rows = table(("村", "水井"), ("河东", "十口"), ("河西", "九口"), ("河南", "八口"))
    report = parse(f"一、情况\n{rows}")
    assert [chunk.text for chunk in chunks(report, 15)] == [
        "一、情况\n村\t水井\n河东\t十口",
        "村\t水井\n河西\t九口",
        "村\t水井\n河南\t八口",
    ]
    last = chunks(report, 15)[-1]
    assert to_text(report)[last.start : last.end] == "| 河南 | 八口 |\n"


STATUTORY = """\
三、收到和处理政府信息公开申请情况
申请人情况
自然人
总计
一、本年新收政府信息公开申请数量
5
1
0
0
0
2
8
（三）不予公开
1.属于国家秘密
0
0
0
0
0
0
0
"""


def test_the_statutory_tables_are_statements() -> None:
    report = parse(STATUTORY)
    (chunk,) = chunks(report)
    assert chunk.text.splitlines()[:3] == [
        "三、收到和处理政府信息公开申请情况",
        "自然人 · 本年新收政府信息公开申请数量 = 5",
        "商业企业 · 本年新收政府信息公开申请数量 = 1",
    ]
    assert chunk.text.splitlines()[-2:] == ["总计 · 本年新收政府信息公开申请数量 = 8", "不予公开 · 属于国家秘密 = 0"]
    second = chunks(report, 60)[1]
    assert to_text(report)[second.start : second.end].split() == ["1", "0"]


def test_a_report_built_by_hand_has_no_offsets() -> None:
    report = Report(body=Body(children=[Paragraph("全年公开128条。另有3件。")]))
    made = [(chunk.text, chunk.start, chunk.end) for chunk in chunks(report, 10)]
    assert made == [("全年公开128条。", None, None), ("另有3件。", None, None)]


def test_room_is_needed() -> None:
    report = parse(PAGE)
    with pytest.raises(ValueError, match="max_chars is 1 or more"):
        chunks(report, 0)
    with pytest.raises(ValueError, match="not both"):
        chunks(report, 10, max_tokens=10, tokenizer=len)
    with pytest.raises(ValueError, match="max_tokens and tokenizer go together"):
        chunks(report, max_tokens=10)
    with pytest.raises(ValueError, match="overlap is 0 or more, and at most half of max_chars"):
        chunks(report, 10, overlap=6)


def test_a_heading_stays_with_what_follows_it() -> None:
    report = parse(
        "一、实施购房补贴\n（一）对多孩家庭给予补贴。先到先得。\n以上补贴可以叠加。\n"
        + "长" * 40
        + "\n二、其他\n无。\n"
    )
    assert all(chunk.text != chunk.headings[-1] for chunk in chunks(report) if chunk.headings)
    long = parse("一、实施购房补贴\n" + "长" * 40 + "，" + "短" * 10 + "。\n")
    assert [chunk.text for chunk in chunks(long, 45)] == [
        "一、实施购房补贴\n" + "长" * 36,
        "长" * 4 + "，" + "短" * 10 + "。",
    ]


class Pairs:
    """A tokenizer that makes a token of each two characters, and puts one at either end."""

    def encode(self, text: str) -> list[str]:
        return ["[", *(text[at : at + 2] for at in range(0, len(text), 2)), "]"]


def test_room_may_be_counted_in_tokens() -> None:
    report = parse(PAGE)
    assert [chunk.text for chunk in chunks(report, max_tokens=14, tokenizer=Pairs())][1:4] == [
        "一、总体情况\n全年公开信息128条。",
        "其中规划类12条，财政类6条。",
        "另有图解3件。",
    ]
    counted = chunks(report, max_tokens=14, tokenizer=lambda text: len(Pairs().encode(text)))
    assert counted == chunks(report, max_tokens=14, tokenizer=Pairs())


def test_the_end_of_the_chunk_before_may_be_said_again() -> None:
    report = parse("一、情况\n第一句话。第二句话。第三句话。第四句话。第五句话。\n")
    made = chunks(report, 20, overlap=5)
    assert [chunk.text for chunk in made] == [
        "一、情况\n第一句话。第二句话。",
        "第二句话。第三句话。第四句话。第五句话。",
    ]
    assert made[1].start is not None
    assert to_text(report)[made[1].start : made[1].end] == made[1].text


def test_the_headings_around_a_chunk_may_be_in_its_text() -> None:
    assert [chunk.text for chunk in chunks(parse(PAGE), 40, with_headings=True)][1:5] == [
        "一、总体情况\n全年公开信息128条。其中规划类12条，财政类6条。",
        "一、总体情况\n另有图解3件。",
        "二、主要做法\n（一）健全制度。\n先后订立两项制度。",
        "二、主要做法\n（二）拓宽渠道。",
    ]
    deep = parse("一、很长很长很长很长的标题\n（一）短。先后订立两项制度。\n")
    assert chunks(deep, 16, with_headings=True)[-1].text.count("很长") == 0


@given(pages, st.integers(4, 60), st.integers(0, 9), st.booleans())
def test_tokens_are_never_more_than_there_is_room_for(text: str, room: int, overlap: int, headings: bool) -> None:
    made = chunks(
        parse(text), max_tokens=room, tokenizer=Pairs(), overlap=min(overlap, room // 2), with_headings=headings
    )
    assert all(0 < len(Pairs().encode(chunk.text)) <= room for chunk in made)
    assert all(chunk.start is not None and chunk.end is not None and chunk.start < chunk.end for chunk in made)


@given(pages, st.integers(1, 60))
def test_chunks_have_room_follow_each_other_and_are_what_the_source_says(text: str, room: int) -> None:
    report = parse(text)
    has_tables = any(isinstance(node, Table) for node in report.walk())  # whose chunks say header and labels again
    last = 0
    for chunk in chunks(report, room):
        assert 0 < len(chunk.text) <= room
        assert chunk.start is not None
        assert chunk.end is not None
        assert last <= chunk.start < chunk.end
        last = chunk.end
        kept = "".join(chunk.text.split())
        source = iter(to_text(report)[chunk.start : chunk.end])
        assert has_tables or all(character in source for character in kept)  # in this order
