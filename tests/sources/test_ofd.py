"""OFD files: lines by the places of their letters, and files that are damaged or too much."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from govreport import Paragraph, Table, UnreadableFile, parse_bytes, to_text
from govreport.sources import ofd
from govreport.sources.ofd import read_ofd

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(left: float, top: float, words: str, attributes: str = "", deltas: str = "") -> str:
    """A text at a place, in millimetres, of letters 5.6 mm high."""
    code = f'<ofd:TextCode X="0" Y="5" {deltas}>{words}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="{left} {top} 150 8" Size="5.6" {attributes}>{code}</ofd:TextObject>'


def package(*pages: str, resources: str = "", slash: str = "/") -> bytes:
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/P{n}.xml"/>' for n in range(len(pages)))
    common = "<ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>"
    parts = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>节水</ofd:Title></ofd:DocInfo>"
        f"<ofd:DocRoot>Doc_0{slash}Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}>{common}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/Res.xml": f"<ofd:Res {SPACE}>{resources}</ofd:Res>",
    }
    for number, page in enumerate(pages):
        layer = f"<ofd:Layer>{page}</ofd:Layer>"
        parts[f"Doc_0/Pages/P{number}.xml"] = f"<ofd:Page {SPACE}><ofd:Content>{layer}</ofd:Content></ofd:Page>"
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_lines_go_by_their_places_and_pages_are_numbered() -> None:
    first = (
        text(28 + 5.6 * 2, 30, "一、装表")
        + text(28 + 5.6 * 22, 40, "一律")  # drawn before what it follows
        + text(28 + 5.6 * 2, 40, "全镇的水表要在年底前装完，老旧的水表")
        + text(28 + 5.6 * 20, 40, "要", deltas='DeltaX="5.6"')
        + text(28 + 5.6 * 21, 40, "在")
        + text(28, 50, "换新。")
        + text(28 + 5.6 * 2, 60, "按季收费。")
    )
    report = parse_bytes(package(first, text(39.2, 40, "二、公开账目"), slash="\\"))
    assert report.source.kind == "ofd"
    assert report.source.meta == {"Title": "节水"}
    assert [(node.text, node.page) for node in report.walk() if isinstance(node, Paragraph)] == [
        ("全镇的水表要在年底前装完，老旧的水表要在一律换新。", 1),
        ("按季收费。", 1),
    ]
    assert [(section.heading.title, section.page) for section in report.body.sections] == [("装表", 1), ("公开账目", 2)]


def test_letters_may_be_set_apart_turned_and_grouped() -> None:
    wide = text(28, 40, "节水", deltas='DeltaX="g 1 6.5"')
    moved = text(28, 50, "水表", 'CTM="1 0 0 1 5.6 0"')
    block = f"<ofd:PageBlock>{text(28, 60, '水费')}</ofd:PageBlock>"
    unit = (
        f'<ofd:CompositeGraphicUnit ID="9"><ofd:Content>{text(0, 0, "印章")}</ofd:Content></ofd:CompositeGraphicUnit>'
    )
    drawn = '<ofd:CompositeObject ResourceID="9" Boundary="28 70 9 9"/>'
    data = package(
        wide + moved + block + drawn, resources=f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>"
    )
    assert [line.strip("\u3000") for line in read_ofd(data).text.splitlines()] == ["节水", "水表", "水费", "印章"]


def path(left: float, top: float, data: str, attributes: str = "") -> str:
    """A path in a box of which only the corner counts."""
    drawn = f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{left} {top} 1 1" {attributes}>{drawn}</ofd:PathObject>'


def test_a_table_is_read_by_the_lines_around_its_cells() -> None:
    level = "".join(path(28, 40 + 10 * row, "M 0 0 L 120 0") for row in range(4))
    upright = "".join(path(place, 40, "M 0 0 L 0 30") for place in (28, 148))
    inner = path(68, 50, "M 0 0 L 0 20") + path(108, 50, "M 0 0 L 0.2 0 L 0.2 20 L 0 20 C", 'Fill="true"')
    words = text(60, 41, "水井") + "".join(
        text(30 + 40 * column, 51 + 10 * row, word)
        for row, line in enumerate((["村", "口数", "装表"], ["河东", "12", "7"]))
        for column, word in enumerate(line)
    )
    report = parse_bytes(package(text(39.2, 28, "一、装表") + level + upright + inner + words))
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["水井"],
        ["村", "口数", "装表"],
        ["河东", "12", "7"],
    ]
    assert table.rows[0].cells[0].colspan == 3


def unread(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read_ofd(data)
    assert [issue.code for issue in parse_bytes(data).issues] == ["unreadable-file"]
    return str(error.value)


def test_groups_that_draw_one_another_draw_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd, "_OBJECTS_MOST", 1_000)
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{n}"><ofd:Content>'
        + f'<ofd:CompositeObject ResourceID="{n + 1}"/>' * 10
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for n in range(12)
    )
    drawn = '<ofd:CompositeObject ResourceID="0"/>'
    data = package(drawn, resources=f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>")
    assert "draws more than" in unread(data)


def test_what_packs_or_has_no_text_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "MinerU or PaddleOCR" in unread(package("<ofd:ImageObject/>"))
    assert "damaged" in unread(package(text(28, 40, "节水") + "<broken>"))
    assert "entities" in unread(package(f"]]&gt;<!ENTITY a 'b'>{text(28, 40, '节水')}"))
    monkeypatch.setattr(ofd, "MAX_BYTES", 1 << 20)
    assert "packs more than 1 MiB" in unread(package(text(28, 40, "节水") + " " * (2 << 20)))
    assert to_text(parse_bytes(package(text(28, 40, "节水")))) == "节水\n"
