"""PDF files: lines with their indents, tables cell by cell, pages, and files that are none of ours to read."""

from __future__ import annotations

import tracemalloc
import zlib

import pytest

from govreport import Report, Table, UnreadableFile, from_json, parse_bytes, to_json, to_text
from govreport.sources import pdf_limits
from govreport.sources.pdf import read_pdf
from govreport.tree.nodes import leaves as all_leaves
from tests.pdf_files import LEADING, LETTER, TOP, Drawing, stream

LONG = "全镇共有水井三百二十口，其中二百一十口装了水表，其余的年"  # as wide as the page allows


def leaves(report: Report) -> list[tuple[str, str, int | None]]:
    return [
        (leaf.kind, leaf.raw.strip(), leaf.page)
        for zone in (report.front, report.body, report.back)
        for leaf in all_leaves(zone)
    ]


def test_lines_keep_their_indents_and_paragraphs_are_joined() -> None:
    drawing = Drawing().page(
        "\u3000\u3000" + LONG[:24],
        "底装完。",
        "\u3000\u3000各村要按时报送。",
        "\u3000\u3000一、装表",
        "\u3000\u3000" + LONG[:24],
        "底装完。",
        "\u3000\u3000二、收费",
        "\u3000\u3000按季收取。",
    )
    page = read_pdf(drawing.bytes())
    assert page.text.splitlines()[:3] == ["\u3000\u3000" + LONG[:24], "底装完。", "\u3000\u3000各村要按时报送。"]
    report = parse_bytes(drawing.bytes())
    assert report.source.kind == "pdf"
    assert to_text(report) == page.text
    assert [text for kind, text, _ in leaves(report) if kind == "paragraph"] == [
        f"{LONG[:24]}\n底装完。",
        "各村要按时报送。",
        f"{LONG[:24]}\n底装完。",
        "按季收取。",
    ]


def test_a_paragraph_goes_on_over_the_page_and_running_lines_do_not_part_it() -> None:
    lines = ["\u3000\u3000一、装表"]
    for village in "东西南北":
        lines += [
            f"\u3000\u3000河{village}村共有水井三百二十口，其中二百一十口装",
            f"了水表，河{village}村其余的年底装完。",
        ]
    drawing = Drawing()
    for number in range(3):
        drawing.page(*lines[4 * number : 4 * number + 4])
        drawing.text(200, 60, "清河镇供水年报", 9)
        drawing.text(280, 790, f"- {number + 1} -", 9)
    report = parse_bytes(drawing.bytes())
    assert to_text(report).splitlines()[0] == "清河镇供水年报"
    assert "- 2 -" not in to_text(report)
    paragraphs = [(text[:3], text.count("\n"), page) for kind, text, page in leaves(report) if kind == "paragraph"]
    assert paragraphs == [("河东村", 1, 1), ("河西村", 1, 1), ("河南村", 1, 2), ("河北村", 1, 2)]


def test_a_table_is_read_cell_by_cell() -> None:
    drawing = Drawing().page("\u3000\u3000各村水表如下：")
    drawing.table(90, 140, [["村名", "水表", ""], ["河东", "12", "3"], ["河西", "8", "0"]])
    report = parse_bytes(drawing.bytes())
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["村名", "水表", "水表"],
        ["河东", "12", "3"],
        ["河西", "8", "0"],
    ]


def test_a_table_goes_on_on_the_next_page() -> None:
    drawing = Drawing().page("\u3000\u3000各村水表如下：")
    drawing.table(90, 700, [["村名", "水表"], ["河东", "12"], ["河西", "8"]])
    drawing.page()
    drawing.table(90, 100, [["河南", "4"], ["河北", "5"]])
    report = parse_bytes(drawing.bytes())
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows][2:] == [
        ["河西", "8"],
        ["河南", "4"],
        ["河北", "5"],
    ]
    assert [row.page for row in table.rows] == [1, 1, 1, 2, 2]
    again = from_json(to_json(report))
    assert leaves(again) == leaves(report)


def test_a_last_row_with_fewer_columns_goes_on_with_the_table_of_the_page_before() -> None:
    drawing = Drawing().page("一、装表")
    drawing.table(90, 700, [["村", "口数", "装表"], ["河东", "12", "7"], ["河西", "9", "9"]])
    drawing.page()
    drawing.table(90, 60, [["合计", "21", ""]])
    report = parse_bytes(drawing.bytes())
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows][-1] == ["合计", "21"]


def test_cells_of_one_digit_stay_apart_and_letters_of_a_spread_line_together() -> None:
    drawing = Drawing().page()
    for column, number in enumerate("1001"):
        drawing.text(90 + 24 * column, TOP, number)
    assert read_pdf(drawing.bytes()).text.split() == ["1", "0", "0", "1"]


def test_typefaces_and_places_in_the_middle_are_hints() -> None:
    drawing = Drawing().page("")
    drawing.text(221, TOP, "关于节水的通知", 22)
    drawing.text(90 + 2 * LETTER, TOP + 2 * LEADING, "节约用水", font="Hei")
    drawing.text(90 + 6 * LETTER, TOP + 2 * LEADING, LONG[:20])
    for number in range(3, 9):
        drawing.text(90, TOP + number * LEADING, LONG[:26])
    page = read_pdf(drawing.bytes())
    assert [page.text[start:].partition("\n")[0] for start in page.hints.titles] == ["关于节水的通知"]
    assert [page.text[start:end] for start, end in page.hints.ends.items()] == ["节约用水"]


def test_letters_drawn_twice_and_spread_lines_are_read_once_and_whole() -> None:
    drawing = Drawing().page()
    for left in (90, 90.4):
        drawing.text(left, TOP, "重要通知")
    for number, sign in enumerate("电话：12345678"):
        drawing.text(90 + 24 * number, TOP + LEADING, sign)
    drawing.text(90, TOP + 2 * LEADING, "二氧化碳CO")
    drawing.text(90 + 5 * LETTER, TOP + 2 * LEADING + 6, "2", 8)
    drawing.text(200, TOP + 3 * LEADING, "附表")
    drawing.text(300, TOP + 3 * LEADING, "单位：个")
    assert [line.strip("\u3000") for line in read_pdf(drawing.bytes()).text.splitlines()] == [
        "重要通知",
        "电话：12345678",
        "二氧化碳CO2",
        "附表\u3000\u3000单位：个",
    ]


# --- what cannot be read ---------------------------------------------------------------------------------------------


def unread(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read_pdf(data)
    report = parse_bytes(data)
    assert [issue.code for issue in report.issues] == ["unreadable-file"]
    assert report.origin.kind == error.value.kind == "pdf"
    return str(error.value)


def test_a_scanned_file_names_what_recognises_it() -> None:
    drawing = Drawing()
    drawing.resources = "/XObject<</Scan 7 0 R>>"
    drawing.extra[7] = stream(
        bytes(4), "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    drawing.page()
    drawing.pages[-1].append("595 0 0 842 0 0 cm /Scan Do")
    message = unread(drawing.bytes())
    assert "scanned" in message
    assert "MinerU or PaddleOCR" in message


def test_a_file_without_text_or_pages_says_so() -> None:
    drawing = Drawing().page()
    drawing.pages[-1].append("90 90 m 200 200 l S")
    assert "draws its text as lines" in unread(drawing.bytes())
    assert "it has no pages" in unread(Drawing().bytes())


def test_a_protected_file_says_so() -> None:
    drawing = Drawing().page("保密")
    drawing.extra[8] = b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>"
    drawing.trailer = "/Encrypt 8 0 R/ID[<00><00>]"
    assert "protected by a password" in unread(drawing.bytes())


@pytest.mark.parametrize("cut", [20, 400, 900])
def test_a_damaged_file_says_so(cut: int) -> None:
    assert "damaged" in unread(Drawing().page("节约用水").bytes()[:cut])


def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "MAX_BYTES", 4 << 20)
    drawing = Drawing().page("节约用水")
    once = zlib.compress(bytes(64 << 20))
    for content in (
        stream(bytes(64 << 20)),
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%s\nendstream" % _packed(once),
        b"<</Length 200000/Filter/RunLengthDecode>>\nstream\n" + b"\x81 " * 100_000 + b"\nendstream",
    ):
        drawing.extra[11] = content
        data = drawing.bytes()
        tracemalloc.start()
        assert "packs more than 4 MiB" in unread(data)
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
        tracemalloc.stop()


def _packed(data: bytes) -> tuple[int, bytes]:
    packed = zlib.compress(data)
    return len(packed), packed


def test_what_is_drawn_again_and_again_is_read_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "_DRAWN", 1 << 20)
    drawing = Drawing()
    drawing.resources = "/XObject<</Blank 20 0 R>>"
    drawing.extra[20] = stream(b" " * 10_000, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    drawing.page("节约用水")
    drawing.pages[-1] += ["/Blank Do"] * 1_000
    assert "more than 1 MiB" in unread(drawing.bytes())


def test_forms_that_draw_one_another_draw_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "_PAGE_MARKS", 5_000)
    drawing = Drawing()
    drawing.resources = "/XObject<<" + "".join(f"/F{n} {20 + n} 0 R" for n in range(10)) + ">>"
    drawing.page("节约用水")
    drawing.pages[-1].append("/F0 Do")
    for number in range(10):  # 10 to the power of 10
        content = b" ".join([b"/F%d Do" % (number + 1)] * 10)
        drawing.extra[20 + number] = stream(content, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    assert "draws more than 5,000" in unread(drawing.bytes())


def test_trees_of_pages_that_lead_back_end() -> None:
    drawing = Drawing().page("\u3000\u3000节约用水，人人有责。")
    drawing.extra[2] = b"<</Type/Pages/Kids[2 0 R 10 0 R 2 0 R]/Count 999999999>>"
    assert read_pdf(drawing.bytes()).text.strip() == "节约用水，人人有责。"


def test_many_lines_are_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing().page("\u3000\u3000节约用水，人人有责。")
    for number in range(120):
        place = 100 + 3 * number
        drawing.pages[-1].append(f"100 {place} m 460 {place} l S {place} 100 m {place} 460 l S")
    page = read_pdf(drawing.bytes())
    assert page.text.strip() == "节约用水，人人有责。"
    assert not page.hints.grids
