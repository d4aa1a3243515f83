"""Makes ``files/water.doc``: ``python -m tests.doc_files``.

It takes LibreOffice, which writes what Word 97 to 2003 do.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

FILE = Path(__file__).parent / "files" / "water.doc"
LISTS = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>"""
NUMBERED = '<w:numPr {ns}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
DELETED = '<w:del {ns} w:id="1" w:author="河阳"><w:r><w:delText>这句删去了。</w:delText></w:r></w:del>'
FIELD = """<w:r {ns}><w:fldChar w:fldCharType="begin"/></w:r>
|<w:r {ns}><w:instrText> HYPERLINK "http://example.org" </w:instrText></w:r>
|<w:r {ns}><w:fldChar w:fldCharType="separate"/></w:r>
|<w:r {ns}><w:t>见镇政府网站</w:t></w:r>
|<w:r {ns}><w:fldChar w:fldCharType="end"/></w:r>"""


def element(xml: str, **values: object) -> Any:
    return parse_xml(xml.format(ns=nsdecls("w"), **values))


def draft() -> Any:
    """The document, as a .docx file."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, element(LISTS))
    numbering.append(element('<w:num {ns} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    document.sections[0].header.paragraphs[0].text = "清河镇供水年报"
    document.sections[0].footer.paragraphs[0].text = "清河镇水务站印"

    title = document.add_paragraph("清河镇2021年供水情况")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for level, bold, text in (
        (0, "", "水表"),
        (1, "装表到户。", "全年装表二百一十口。"),
        (1, "换表到村。", "全年换表九口。"),
        (0, "", "水费"),
    ):
        paragraph = document.add_paragraph()
        paragraph._p.get_or_add_pPr().append(element(NUMBERED, level=level))
        if bold:
            paragraph.add_run(bold).bold = True
        paragraph.add_run(text)
    last = document.add_paragraph("\u3000\u3000按季收取，")
    last.add_run("这句不给人看。").font.hidden = True
    last._p.append(element(DELETED))
    for xml in FIELD.split("|"):
        last._p.append(element(xml.strip()))
    last.add_run("。\N{WATER WAVE}")

    table = document.add_table(4, 3)
    for row, texts in zip(
        table.rows, (("村名", "水表", ""), ("", "装", "换"), ("河东", "12", "3"), ("河西", "8", "0")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.add_paragraph("清河镇水务站")
    return document


def main() -> None:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "water.docx"
        draft().save(str(source))
        command = ["soffice", "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(FILE.parent), str(source)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
