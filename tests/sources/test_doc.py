"""Word 97 to 2003 files: the text that Word shows, its numbers included, and files that lie about themselves."""

from __future__ import annotations

import random
import struct
import tracemalloc
from contextlib import suppress

import pytest

from govreport import Heading, Table, UnreadableFile, parse_bytes, to_text
from govreport.sources.doc import read_doc
from tests.doc_files import FILE

DATA = FILE.read_bytes()
SECTOR = 512


def changed(*places: tuple[int, bytes]) -> bytes:
    """The file with some bytes put over its own."""
    data = bytearray(DATA)
    for at, new in places:
        data[at : at + len(new)] = new
    return bytes(data)


def main_part() -> int:
    """Where the stream WordDocument begins."""
    return DATA.index(struct.pack("<H", 0xA5EC), SECTOR)


def test_the_text_is_what_word_shows() -> None:
    report = parse_bytes(DATA)
    assert report.source.kind == "doc"
    assert to_text(report).splitlines() == [
        "清河镇供水年报",
        "清河镇2021年供水情况",
        "一、水表",
        "（一）装表到户。全年装表二百一十口。",
        "（二）换表到村。全年换表九口。",
        "二、水费",
        "\u3000\u3000按季收取，见镇政府网站。\N{WATER WAVE}",
        "村名\t水表",
        "装\t换",
        "河东\t12\t3",
        "河西\t8\t0",
        "清河镇水务站",
        "清河镇水务站印",
    ]
    assert report.title == "清河镇2021年供水情况"
    assert [(one.marker, one.title) for one in report.walk() if isinstance(one, Heading)] == [
        ("一、", "水表"),
        ("（一）", "装表到户"),
        ("（二）", "换表到村"),
        ("二、", "水费"),
    ]


def test_bold_words_and_the_middle_are_hints() -> None:
    page = read_doc(DATA)
    assert [page.text[start:end] for start, end in page.hints.ends.items()] == ["（一）装表到户。", "（二）换表到村。"]
    assert [page.text[start:].partition("\n")[0] for start in page.hints.titles] == ["清河镇2021年供水情况"]
    assert page.text[: page.hints.head] == "清河镇供水年报\n"
    assert page.text[page.hints.foot :] == "清河镇水务站印\n"


def test_cells_that_cover_others_do() -> None:
    (table,) = [node for node in parse_bytes(DATA).walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["村名", "水表", "水表"],
        ["村名", "装", "换"],
        ["河东", "12", "3"],
        ["河西", "8", "0"],
    ]


# --- what cannot be read ---------------------------------------------------------------------------------------------


def unread(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as error:
        read_doc(data)
    report = parse_bytes(data)
    assert [issue.code for issue in report.issues] == ["unreadable-file"]
    return error.value.kind, str(error.value)


def test_a_protected_file_says_so() -> None:
    flags = struct.unpack_from("<H", DATA, main_part() + 10)[0]
    assert "protected by a password" in unread(changed((main_part() + 10, struct.pack("<H", flags | 0x100))))[1]


def test_a_file_of_word_95_says_so() -> None:
    assert "Word 95 or before" in unread(changed((main_part(), struct.pack("<H", 0xA5DC))))[1]


def test_a_table_of_excel_says_so() -> None:
    name = "WordDocument".encode("utf-16-le")
    other = "Workbook".encode("utf-16-le").ljust(len(name), b"\0")
    at = DATA.index(name)
    kind, message = unread(changed((at, other), (at + 64, struct.pack("<H", 18))))
    assert kind == "xls"
    assert "none of Word" in message


@pytest.mark.parametrize("size", [8, 600, 5_000, 12_000])
def test_a_cut_file_is_damaged(size: int) -> None:
    assert "damaged" in unread(DATA[:size])[1]


def test_a_part_that_leads_in_a_circle_is_not_followed() -> None:
    name = DATA.index("WordDocument".encode("utf-16-le"))
    claim = changed((name + 120, struct.pack("<Q", 1 << 31)))
    tracemalloc.start()
    assert "larger than the file" in unread(claim)[1]
    assert "smaller than it says" in unread(changed((44, struct.pack("<I", 1 << 24))))[1]
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_pieces_that_are_not_there_are_none() -> None:
    at = DATA.index(b"\x02" + struct.pack("<I", 16))  # the table of the one piece: two places, and where it stands
    assert "not all in it" in unread(changed((at + 9, struct.pack("<I", 1 << 28))))[1]


def test_any_bytes_are_read_or_refused() -> None:
    dice = random.Random(1997)
    for _ in range(300):
        places = [
            (dice.randrange(len(DATA)), dice.randbytes(dice.choice((1, 2, 4)))) for _ in range(dice.choice((1, 5, 50)))
        ]
        with suppress(UnreadableFile):
            read_doc(changed(*places))
