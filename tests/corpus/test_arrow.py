"""Pages and tables as Arrow data, and what reads the Parquet made of them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.corpus import convert
from govreport.corpus.tables import TABLES
from tests.corpora import folder, page

pytestmark = pytest.mark.slow

pa: Any = pytest.importorskip("pyarrow")


def parsed(columns: dict[str, Any], **choices: Any) -> list[dict[str, Any]]:
    made = govreport.arrow.parse_batch(pa.RecordBatch.from_pydict(columns), **choices)
    assert made.schema == govreport.arrow.schema(choices.get("table", "reports"))
    rows: list[dict[str, Any]] = made.to_pylist()
    return rows


def test_bytes_in_reports_out() -> None:
    rows = parsed({"content": [page(1).encode(), page(2).encode("gb18030")], "path": ["1.txt", "2.txt"]})
    assert [row["path"] for row in rows] == ["1.txt", "2.txt"]
    assert [row["encoding"] for row in rows] == ["utf-8", "gb18030"]
    assert rows[0]["published"] == datetime.datetime(2016, 3, 18, 9, 30)
    assert rows[0]["date"] == datetime.date(2016, 3, 15)
    assert rows[0]["signature"] == ["溪原市第1水务所"]
    assert govreport.from_json(rows[1]["report"]) == govreport.parse(page(2))


def test_text_in_a_column_of_another_name() -> None:
    (row,) = parsed({"body": [page(1)]}, column="body")
    assert (row["title"], row["encoding"]) == ("溪原市第1水务所2015年政府信息公开工作年度报告", None)


def test_a_page_that_cannot_be_read_is_a_row() -> None:
    rows = parsed({"content": [b"\x89PNG\r\n\x1a\n", None, b"x" * 9]}, max_bytes=8)
    assert [row["error"].partition(";")[0] for row in rows] == [
        "this is a png file: recognise its text (ocrmypdf, paddleocr)",
        "there is no content",
        "it has 9 bytes, more than the limit of 8",
    ]


def test_blocks_in_order_with_their_places() -> None:
    text = page(7) + "附件\n溪原市用水办法\n第一条　节约用水。\n"
    rows = parsed({"text": [text]}, table="blocks")
    assert [row["n"] for row in rows] == list(range(len(rows)))
    assert all(text[row["start"] : row["end"]].startswith(row["text"][:2]) for row in rows)
    drawn = [(row["kind"], row["path"], row["depth"], row["marker"], row["heading"], row["text"]) for row in rows]
    assert drawn[:9] == [
        ("title", "", 0, "", "", "溪原市第7水务所2015年政府信息公开工作年度报告"),
        ("paragraph", "", 0, "", "", "根据《中华人民共和国政府信息公开条例》，编制本报告。"),
        ("heading", "1", 1, "一、", "总体情况", "一、总体情况"),
        ("paragraph", "1", 1, "一、", "总体情况", "全年公开信息7条。其中规划类7条。"),
        ("heading", "2", 1, "二、", "主要做法", "二、主要做法"),
        ("heading", "2.1", 2, "（一）", "健全制度", "（一）健全制度。"),
        ("paragraph", "2.1", 2, "（一）", "健全制度", "先后订立信息采集、保密审查两项制度。"),
        ("heading", "2.2", 2, "（二）", "拓宽渠道", "（二）拓宽渠道。"),
        ("paragraph", "2.2", 2, "（二）", "拓宽渠道", "在6个营业厅安装查询屏。"),
    ]


def test_enclosures_have_paths_of_their_own_and_tables_are_lines() -> None:
    text = (
        "关于印发《溪原市公园管理办法》的通知\n各科室：\n现印发你们。\n溪原市人民政府\n2020年3月1日\n"
        "溪原市公园管理办法\n第一条 总则。\n"
    )
    places = [(row["kind"], row["path"]) for row in parsed({"text": [text]}, table="blocks")]
    assert ("title", "A1") in places
    assert ("heading", "A1.1") in places
    (table,) = [
        row
        for row in parsed({"text": ["一、情况\n| 规章 | 12 |\n| 合计 | 19 |\n"]}, table="blocks")
        if row["kind"] == "table"
    ]
    assert table["text"] == "规章\t12\n合计\t19"


def test_statistics_are_those_that_the_library_reads() -> None:
    text = (Path(__file__).parent.parent.parent / "fixtures/annual-2019-tables.txt").read_text(encoding="utf-8")
    found = govreport.statistics.read(govreport.parse(text))
    assert found is not None
    told = [line[2:] for line in found.lines()]  # without the report's title and year, which are in ``reports``
    (report,) = parsed({"text": [text]})
    rows = parsed({"text": [text, page(1)]}, table="statistics")
    assert {row.pop("report_id") for row in rows} == {report["report_id"]}
    assert [tuple(row.values()) for row in rows] == told
    assert len(told) > 100


def test_what_has_no_meaning_is_named() -> None:
    batch = pa.RecordBatch.from_pydict({"page": ["甲"], "n": [1]})
    with pytest.raises(ValueError, match="no column with pages among page, n"):
        govreport.arrow.parse_batch(batch)
    with pytest.raises(ValueError, match="no table 'pages': tables are reports, blocks, statistics"):
        govreport.arrow.parse_batch(batch, table="pages")
    with pytest.raises(TypeError, match="bytes or text, not int"):
        govreport.arrow.parse_batch(batch, column="n")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made")
    convert(folder(path / "pages", 12), path / "out.parquet", jobs=1)
    return path / "out.parquet"


def test_parquet_has_the_tables_as_they_are_documented(made: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    for table in TABLES:
        assert parquet.read_schema(made / table / "00000.parquet").equals(govreport.arrow.schema(table))
    meaning = parquet.read_schema(made / "reports/00000.parquet").field("sha256").metadata[b"meaning"]
    assert meaning.decode() == next(column.meaning for column in TABLES["reports"] if column.name == "sha256")


def test_duckdb_reads_it(made: Path) -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    query = f"""
        select r.issuer, b.text from '{made}/reports/*.parquet' r join '{made}/blocks/*.parquet' b using (report_id)
        where b.path = '2.1' and b.kind = 'paragraph' and r.published >= '2016-03-18 09:00' order by r.path limit 1"""
    assert duckdb.sql(query).fetchall() == [("溪原市第0水务所", "先后订立信息采集、保密审查两项制度。")]


def test_pandas_reads_it(made: Path) -> None:
    pandas: Any = pytest.importorskip("pandas")
    reports = pandas.read_parquet(made / "reports")
    assert reports["title"].iloc[11] == "溪原市第11水务所2015年政府信息公开工作年度报告"
    assert reports["year"].unique().tolist() == [2015]
    blocks = pandas.read_parquet(made / "blocks")
    assert len(blocks.merge(reports, on="report_id")) == len(blocks)


def test_polars_reads_it(made: Path) -> None:
    polars: Any = pytest.importorskip("polars")
    counted = polars.scan_parquet(made / "blocks/*.parquet").group_by("kind").len().collect()
    assert dict(counted.iter_rows()) == {"title": 12, "heading": 48, "paragraph": 48, "signature": 12, "date": 12}
