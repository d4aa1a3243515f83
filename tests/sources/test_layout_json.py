"""What MinerU and Docling made of a page: their blocks, tables and page numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from govreport import Table, parse_bytes, to_text

TABLE = "<html><body><table><tr><td rowspan=2>村名</td><td colspan=2>水表</td></tr><tr><td>装</td><td>换</td></tr>" + (
    "<tr><td>河东</td><td>12</td><td>3</td></tr></table></body></html>"
)


def shown(data: Any) -> tuple[str, list[str], list[tuple[str, int | None]]]:
    report = parse_bytes(json.dumps(data, ensure_ascii=False).encode())
    tables = [node for node in report.walk() if isinstance(node, Table)]
    cells = ["|".join(cell.text if cell else "" for cell in row) for table in tables for row in table.grid()]
    pages = [(section.heading.title, section.page) for section in report.body.sections]
    return report.source.kind, cells, pages


def test_a_content_list_of_mineru() -> None:
    blocks = [
        {"type": "header", "text": "清河镇文件", "page_idx": 0},
        {"type": "text", "text": "清河镇2021年供水情况", "text_level": 1, "page_idx": 0},
        {"type": "text", "text": "一、水表", "text_level": 1, "page_idx": 0},
        {"type": "text", "text": "全年装表二百一十口。", "page_idx": 0},
        {"type": "table", "table_caption": ["各村水表"], "table_body": TABLE, "page_idx": 1},
        {"type": "text", "text": "二、水费", "text_level": 1, "page_idx": 1},
        {"type": "list", "list_items": ["按季收取。", "按户公开。"], "page_idx": 1},
        {"type": "page_number", "text": "- 2 -", "page_idx": 1},
    ]
    kind, cells, pages = shown(blocks)
    assert kind == "content-list"
    assert cells == ["村名|水表|水表", "村名|装|换", "河东|12|3"]
    assert pages == [("水表", 1), ("水费", 2)]
    report = parse_bytes(json.dumps(blocks).encode())
    assert report.title == "清河镇2021年供水情况"
    assert to_text(report).splitlines()[:2] == ["清河镇文件", "清河镇2021年供水情况"]
    assert "- 2 -" not in to_text(report)


def test_a_docling_document() -> None:
    texts = [
        {"label": "title", "text": "清河镇2021年供水情况", "prov": [{"page_no": 1}]},
        {"label": "section_header", "level": 1, "text": "一、水表", "prov": [{"page_no": 1}]},
        {"label": "page_footer", "text": "清河镇水务站", "prov": [{"page_no": 1}]},
        {"label": "text", "text": "全年装表二百一十口。", "prov": [{"page_no": 1}]},
        {"label": "section_header", "level": 1, "text": "二、水费", "prov": [{"page_no": 2}]},
        {"label": "list_item", "enumerated": True, "marker": "1.", "text": "按季收取。", "prov": [{"page_no": 2}]},
    ]
    cells = [
        ("村名", 0, 0, 2, 1),
        ("水表", 0, 1, 1, 2),
        ("装", 1, 1, 1, 1),
        ("换", 1, 2, 1, 1),
        ("河东", 2, 0, 1, 1),
        ("12", 2, 1, 1, 1),
    ]
    names = ("text", "start_row_offset_idx", "start_col_offset_idx", "row_span", "col_span")
    document = {
        "schema_name": "DoclingDocument",
        "body": {
            "children": [{"$ref": f"#/texts/{n}"} for n in range(4)] + [{"$ref": "#/tables/0"}, {"$ref": "#/groups/0"}]
        },
        "groups": [{"children": [{"$ref": "#/texts/4"}, {"$ref": "#/texts/5"}, {"$ref": "#/groups/0"}]}],
        "texts": texts,
        "tables": [
            {"prov": [{"page_no": 2}], "data": {"table_cells": [dict(zip(names, cell, strict=True)) for cell in cells]}}
        ],
    }
    kind, rows, pages = shown(document)
    assert kind == "docling"
    assert rows == ["村名|水表|水表", "村名|装|换", "河东|12|"]
    assert pages == [("水表", 1), ("水费", 2)]
    text = to_text(parse_bytes(json.dumps(document).encode()))
    assert "1.按季收取。" in text
    assert text.endswith("清河镇水务站\n")


@pytest.mark.parametrize(
    "text", ['[{"type": "text", "page_idx": 0', '{"schema_name": "DoclingDocument", "body": ' + "[" * 100_000]
)
def test_damaged_json_says_so(text: str) -> None:
    report = parse_bytes(text.encode())
    assert [issue.code for issue in report.issues] == ["unreadable-file"]
    assert "damaged" in report.issues[0].message


@pytest.mark.parametrize(
    "data",
    [
        [{"type": ["x"], "page_idx": -1, "text": 7}, {"type": "text", "page_idx": 10**30, "text": "节水。"}, 5],
        {
            "schema_name": "DoclingDocument",
            "body": {"children": [{"$ref": "#/texts/99"}, {"$ref": 1}, {"text": "节水。"}, 3]},
        },
    ],
)
def test_what_makes_no_sense_is_passed_over(data: Any) -> None:
    assert to_text(parse_bytes(json.dumps(data).encode())) == "节水。\n"
