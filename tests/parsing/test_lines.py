import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govreport import parse, to_text
from govreport.parsing.line import Line, split_lines
from govreport.parsing.line_repair import _split_long


def test_lines_tile_the_text() -> None:
    text = "\n\n  甲 \r\n\n乙\u3000\n\u200b\n丙"
    lines = split_lines(text)
    assert "".join(line.lead + line.text + line.trail for line in lines) == text
    assert [line.text for line in lines] == ["甲", "乙", "丙"]
    assert [text[line.start : line.end] for line in lines] == ["甲", "乙", "丙"]


def test_no_line_is_without_text() -> None:
    with pytest.raises(ValueError, match="no text for a line at 3"):
        Line(3, " ", "", "\n")


def test_a_cut_leaves_its_white_space_after_the_part_before_it() -> None:
    line = Line(5, "  ", "甲　 乙丙", "\n")
    assert [(part.start, part.lead, part.text, part.trail) for part in line.cut([2, 4])] == [
        (5, "  ", "甲", "　 "),
        (8, "", "乙", ""),
        (9, "", "丙", "\n"),
    ]


@given(st.text("甲乙 　\u00a0\t\u200b", min_size=1), st.lists(st.integers(0, 20)))
def test_the_parts_of_a_line_hold_text_and_tile_it(text: str, places: list[int]) -> None:
    text = f"甲{text}乙"
    parts = Line(0, "", text, "\n").cut(sorted(min(place, len(text)) for place in places))
    assert "".join(part.lead + part.text + part.trail for part in parts) == text + "\n"
    assert all(part.text == part.text.strip() != "" for part in parts)


@pytest.mark.parametrize("blanks", [" " * 41 + "　　", "\u00a0" * 401, "　" * 5000, " 　　 ", "\u00a0" * 4, "   "])
def test_a_long_line_is_cut_once_at_each_lost_indent_however_long(blanks: str) -> None:
    before = "（一）" + "公" * 115 + "。"
    text = "　　" + before + blanks + "（二）缩短更新周期。" + "开" * 40
    line = split_lines(text)[0]
    assert [part.text[:6] for part in _split_long(line)] == ["（一）公公公", "（二）缩短更"]
    assert to_text(parse(text)) == text


def test_a_blank_in_mid_line_is_no_lost_indent() -> None:
    line = split_lines("（一）公开　信息   若干  条 。\u00a0" + "公" * 200)[0]
    assert len(_split_long(line)) == 1


def test_markdown_marks_and_html_blanks_count_as_white_space() -> None:
    assert [line.text for line in split_lines("## 第一章 总则\n国务院办公厅   &nbsp;&nbsp;")] == [
        "第一章 总则",
        "国务院办公厅",
    ]


_ODD = ["<U+00A0>", "<", ">", "#", " ", "\u200b", "&nbsp;", ";", "甲", "\n"]


@given(st.lists(st.sampled_from(_ODD), max_size=12).map("".join))
@example("<U+00A0><>")
@example("# #")
def test_lines_know_where_they_stand_whatever_is_stripped(source: str) -> None:
    lines = split_lines(source)
    assert [source[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert "".join([line.lead + line.text + line.trail for line in lines]) == (source if lines else "")
