"""Word documents that are one XML text, and pages saved as one file."""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import docx
import pytest

from govreport import Table, parse_bytes, to_text

W = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
WX = 'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
AML = 'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'


def word_2003(body: str) -> bytes:
    return f"{HEAD}<w:wordDocument {W} {WX} {AML}><w:body>{body}</w:body></w:wordDocument>".encode()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_word_2003_xml_shows_what_word_shows() -> None:
    data = word_2003(
        paragraph("关于节水的通知", '<w:jc w:val="center"/>')
        + paragraph("总体要求", '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>')
        + paragraph("不给人看", run="<w:vanish/>")
        + '<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>删去</w:t></w:r></aml:content>'
        + "</aml:annotation><w:r><w:t>各村按时报送。</w:t></w:r></w:p>"
        + f"<wx:sect><w:tbl>{row('村名', '水表')}{row('河东', '12')}{row('河西', '8')}</w:tbl></wx:sect>"
    )
    report = parse_bytes(data)
    assert report.source.kind == "word-xml"
    assert to_text(report).splitlines() == [
        "关于节水的通知",
        "一、总体要求",
        "各村按时报送。",
        "村名\t水表",
        "河东\t12",
        "河西\t8",
    ]
    assert [len(node.rows) for node in report.walk() if isinstance(node, Table)] == [3]


def test_a_flat_docx_is_a_docx() -> None:
    file = BytesIO()
    document = docx.Document()
    document.add_paragraph("清河镇水务站要按时报送水表。")
    document.save(file)
    parts = []
    with zipfile.ZipFile(file) as archive:
        listed = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        types = {part.get("PartName", ""): part.get("ContentType", "") for part in listed}
        for name in archive.namelist():
            kind = types.get(f"/{name}", "application/vnd.openxmlformats-package.relationships+xml")
            if name != "[Content_Types].xml":
                content = base64.b64encode(archive.read(name)).decode()
                binary = f"<pkg:binaryData>{content}</pkg:binaryData>"
                parts.append(f'<pkg:part pkg:name="/{escape(name)}" pkg:contentType="{kind}">{binary}</pkg:part>')
    space = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    data = f"{HEAD}<pkg:package {space}>{''.join(parts)}</pkg:package>".encode()
    assert to_text(parse_bytes(data)) == "清河镇水务站要按时报送水表。\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word_2003("<w:p>")[:-9], "damaged"),
        (HEAD.encode() + f"<w:wordDocument {W}/>".encode(), "no body"),
        (HEAD.encode() + b'<!DOCTYPE x [<!ENTITY a "aa">]><w:wordDocument />', "entities"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n--x--",
            "no page",
        ),
    ],
)
def test_what_holds_no_document_says_so(data: bytes, reason: str) -> None:
    report = parse_bytes(data)
    assert [issue.code for issue in report.issues] == ["unreadable-file"]
    assert reason in report.issues[0].message


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_page_saved_as_one_file_is_the_page(charset: str) -> None:
    page = "<html><body><h1>关于节水的通知</h1><p>各村按时报送。</p></body></html>".encode(charset)
    data = (
        (
            b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n'
            b"Content-Type: text/css\r\n\r\nbody {}\r\n----b\r\n"
            b"Content-Type: text/html; charset=" + charset.encode() + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        )
        + base64.encodebytes(page)
        + b"\r\n----b--\r\n"
    )
    report = parse_bytes(data)
    assert report.source.kind == "mhtml"
    assert to_text(report) == "关于节水的通知\n各村按时报送。\n"


def test_nested_parts_end() -> None:
    data = b"MIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 20_000
    assert [issue.code for issue in parse_bytes(data).issues] == ["no-text"]
