"""Word files: the text that Word shows, its numbers included, and what styles say."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from fuzz.harnesses import check
from govreport import Furniture, Paragraph, Report, Table, UnreadableFile, parse_bytes, read, to_text
from govreport.sources import docx as source
from govreport.sources.docx import read_docx
from govreport.sources.numbering import Numbering, chinese, read_lists

LEVELS = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%3.%4"/></w:lvl>
</w:abstractNum>"""
LIST = '<w:num {ns} w:numId="{name}"><w:abstractNumId w:val="77"/>{override}</w:num>'
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def element(xml: str, **values: str) -> Any:
    return parse_xml(xml.format(ns=nsdecls("w"), **values))


class Draft:
    """A document in the making."""

    def __init__(self) -> None:
        self.document = docx.Document()
        numbering = self.document.part.numbering_part.element
        numbering.insert(0, element(LEVELS))
        numbering.append(element(LIST, name="77", override=""))
        numbering.append(element(LIST, name="78", override=RESTART))

    def add(self, text: str, level: int | None = None, bold: str = "", name: str = "77") -> Any:
        """Add a paragraph, numbered at a level, the first words bold."""
        paragraph = self.document.add_paragraph()
        if level is not None:
            numbered = '<w:numPr {ns}><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(element(numbered, level=str(level), name=name))
        if bold:
            paragraph.add_run(bold).bold = True
        paragraph.add_run(text)
        return paragraph

    def bytes(self) -> bytes:
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def lines(self) -> list[str]:
        return read_docx(self.bytes()).text.splitlines()


def test_numbers_that_word_counts_are_printed() -> None:
    draft = Draft()
    for text, level in [
        ("总体情况", 0),
        ("主动公开", 1),
        ("依申请公开", 1),
        ("受理", 2),
        ("答复", 2),
        ("期限", 3),
        ("其他", 0),
        ("经费", 1),
    ]:
        draft.add(text, level)
    assert draft.lines() == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "1.受理",
        "2.答复",
        "2.1 期限",
        "二、其他",
        "（一）经费",
    ]


def test_a_hint_names_the_lines_that_word_numbers() -> None:
    draft = Draft()
    draft.add("总体情况", 0)
    draft.add("没有编号。")
    draft.add("其他", 0)
    page = read_docx(draft.bytes())
    assert [page.text[start:].split("\n")[0] for start in sorted(page.hints.numbers)] == ["一、总体情况", "二、其他"]


def test_a_list_may_start_again() -> None:
    draft = Draft()
    draft.add("甲", 0)
    draft.add("乙", 0)
    draft.add("", 0)  # counted, and not shown
    draft.add("戊", 0)
    draft.add("丙", 0, name="78")
    draft.add("丁", 0, name="78")
    draft.add("没有编号", 0, name="0")
    assert draft.lines() == ["一、甲", "二、乙", "四、戊", "一、丙", "二、丁", "没有编号"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "〇"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百〇一"),
        (110, "一百一十"),
        (1010, "一千〇一十"),
        (10000, "10000"),
    ],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("decimal", "3"),
        ("decimalZero", "03"),
        ("decimalFullWidth", "３"),
        ("decimalEnclosedCircleChinese", "③"),
        ("ideographTraditional", "丙"),
        ("chineseLegalSimplified", "叁"),
        ("upperLetter", "C"),
        ("lowerRoman", "iii"),
        ("none", ""),
        ("noSuchFormat", "3"),
    ],
)
def test_number_formats(name: str, shown: str) -> None:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="{name}"/>'
        '<w:lvlText w:val="%1"/><w:suff w:val="nothing"/></w:lvl>'
    )
    root = element(
        '<w:numbering {ns}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        level=level,
    )
    assert Numbering(read_lists(root)).next("1", 0) == shown


def report() -> Report:
    draft = Draft()
    section = draft.document.sections[0]
    section.header.paragraphs[0].text = "河阳市水务局文件"
    section.footer.paragraphs[0].text = "内部资料"
    draft.document.add_paragraph("河阳市水务局2022年政府信息公开工作年度报告", style="Title")
    draft.add("根据《中华人民共和国政府信息公开条例》，现公布本局年度报告。")
    draft.add("总体情况", 0)
    draft.add("水务局全年公开信息三十条。", 1, bold="主动公开")
    draft.add("水务局全年收到申请两件。", 1, bold="依申请公开")
    draft.add("主动公开政府信息情况", 0)
    table = draft.document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "信息内容"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "件数"
    for column, text in enumerate(["制发", "废止"], 1):
        table.cell(1, column).text = text
    for column, text in enumerate(["规章", "0", "1"]):
        table.cell(2, column).text = text
    draft.add("河阳市水务局")
    draft.add("2023年1月12日")
    return parse_bytes(draft.bytes())


def test_a_report_is_read_with_its_styles() -> None:
    found = report()
    assert found.source.kind == "docx"
    assert found.source.encoding is None
    assert found.title == "河阳市水务局2022年政府信息公开工作年度报告"
    assert [section.heading.title for section in found.sections] == ["总体情况", "主动公开政府信息情况"]
    assert [section.heading.title for section in found.sections[0].sections] == ["主动公开", "依申请公开"]
    assert (found.signature, str(found.date)) == (["河阳市水务局"], "2023-01-12")


def test_page_headers_and_footers_are_furniture() -> None:
    found = report()
    assert [node.text for node in found.front.children if isinstance(node, Furniture)] == ["河阳市水务局文件"]
    assert [node.text for node in found.back.children if isinstance(node, Furniture)] == ["内部资料"]


def test_a_table_has_its_merged_cells() -> None:
    (table,) = [node for node in report().walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["信息内容", "件数", "件数"],
        ["信息内容", "制发", "废止"],
        ["规章", "0", "1"],
    ]


def test_text_boxes_tabs_and_deletions() -> None:
    draft = Draft()
    box = element(
        "<w:r {ns}><w:pict><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    paragraph = draft.add("正文")
    paragraph._p.append(box)
    paragraph._p.append(element("<w:r {ns}><w:tab/><w:t>后文</w:t><w:br/><w:t>下一行</w:t></w:r>"))
    paragraph._p.append(element("<w:del {ns}><w:r><w:delText>删去</w:delText></w:r></w:del>"))
    paragraph._p.append(element("<w:r {ns}><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"))
    assert draft.lines() == ["框中文字", "正文\u3000后文", "下一行"]


def test_the_leaves_tile_the_text() -> None:
    found = report()
    text = to_text(found)
    assert all(text[node.start :].startswith(node.raw) for node in found.walk() if isinstance(node, Paragraph))


@pytest.mark.parametrize("empty", [[0], [1], [2], [0, 1], [0, 2], [0, 1, 2]], ids=str)
def test_rows_without_cells_shift_nothing(empty: list[int]) -> None:
    draft = Draft()
    table = draft.document.add_table(rows=6, cols=2)
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.text = f"规章{number}"
    for number in empty:
        for cell in list(table.rows[number]._tr.tc_lst):
            table.rows[number]._tr.remove(cell)
    draft.add("各镇自行提取。")
    report = parse_bytes(draft.bytes())
    check(report, to_text(report))
    assert to_text(report).splitlines()[-1] == "各镇自行提取。"


def repacked(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The package with words changed in all of its parts that are XML."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            for old, new in changes if name.endswith((".xml", ".rels")) else ():
                content = content.replace(old.encode(), new.encode())
            copy.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("part", ["docProps/core.xml", "docProps/app.xml", "theme/theme1.xml", "webSettings.xml"])
def test_a_relation_to_a_part_that_is_not_there_is_passed_over(part: str) -> None:
    draft = Draft()
    draft.add("总体情况", 0)
    data = repacked(draft.bytes(), (f'"{part}"', '"missing.xml"'))
    assert to_text(parse_bytes(data)) == "一、总体情况\n"


def test_a_file_without_properties_has_none() -> None:
    draft = Draft()
    draft.add("总体情况", 0)
    data = repacked(draft.bytes(), ('"docProps/core.xml"', '"missing.xml"'))
    assert parse_bytes(data).source.meta == {}


def test_the_strict_form_is_read() -> None:
    draft = Draft()
    draft.add("总体情况", 0)
    data = repacked(
        draft.bytes(),
        (
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    assert to_text(parse_bytes(data)) == "一、总体情况\n"


def packed(document: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def test_a_damaged_file_is_named() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read(BytesIO(packed(b"<w:document>")))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 2_000_000)
    with pytest.raises(UnreadableFile, match="packs more than"):
        read(BytesIO(packed(b" " * 3_000_000)))


def test_a_bomb_that_claims_to_be_small_is_not_unpacked() -> None:
    data = bytearray(packed(b" " * 50_000_000))
    claim = data.rfind(b"PK\x01\x02") + 24  # where the archive's directory says how large its only part is
    data[claim : claim + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(UnreadableFile, match="damaged"):
        read(BytesIO(bytes(data)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("declared", "used"),
    [('SYSTEM "file:///etc/hostname"', "&e;"), ('"甲"', "&e;"), (f'"{"&lt;" * 99}"', "&e;" * 999)],
    ids=["a file", "a text", "a text over and over"],
)
def test_entities_stay_closed(declared: str, used: str) -> None:
    draft = Draft()
    draft.add("MARK乙")
    with zipfile.ZipFile(BytesIO(draft.bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    document = document.replace("<w:document", f"<!DOCTYPE d [<!ENTITY e {declared}>]><w:document", 1)
    parts["word/document.xml"] = document.replace("MARK", used, 1).encode()
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert to_text(parse_bytes(file.getvalue())) in ("", "\n")
