"""The figures of a folder as one table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.corpus.panel import SCHEMA, panel_rows
from govreport.corpus.panel_checks import check_panel
from govreport.corpus.panel_files import write_panel

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PROSE = """\
苇渡市水务局{year}年政府信息公开工作年度报告

本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。

一、主动公开情况

全年主动公开政府信息{disclosed}条，其中工作动态类10条。

二、依申请公开情况

全年新收政府信息公开申请3件，上年结转{over}件，结转下年度办理{forward}件。未发生行政复议。

苇渡市水务局
{next}年3月1日

主办单位：苇渡市水务局
政府网站标识码：5301230009
"""
CODED = """\
苇渡市水务局2010年政府信息公开工作年度报告

一、概述

2010年，我局继续做好政府信息公开工作。

指标名称 | 计量单位 | 代码 | 数值 |
主动公开信息数 | 条 | 01 | 90 |
申请总数 | 条 | 10 |  |
行政复议数 | 件 | 32 | 0 |
"""
FORMS = ("annual-stats-2016.txt", "annual-2019-tables.txt", "annual-2021-cells.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports of five forms and of prose, with one notice and one file that cannot be read."""
    for name in FORMS:
        (tmp_path / name).write_bytes((FIXTURES / name).read_bytes())
    for year, over, forward in ((2011, 0, 1), (2012, 1, 2), (2013, 1, 0)):
        page = PROSE.format(year=year, next=year + 1, disclosed=year - 1900, over=over, forward=forward)
        (tmp_path / f"{year}.txt").write_text(page, encoding="utf-8")
    (tmp_path / "2010.txt").write_text(CODED, encoding="gb18030")
    (tmp_path / "notice.txt").write_text(
        "关于召开水利工作会议的通知\n\n各区水利局：\n定于3月1日召开会议。\n", encoding="utf-8"
    )
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    return tmp_path


def test_a_row_a_report_and_variable(folder: Path) -> None:
    frame = govreport.panel(folder)
    assert list(frame.columns) == [column.name for column in SCHEMA]
    assert not frame.duplicated(["path", "variable", "item"]).any()
    assert set(frame.edition) == {"prose", "codes", "indicators", "2019", "2021"}
    assert frame.year.notna().all()
    one = frame[(frame.path.str.endswith("2012.txt")) & (frame.variable == "disclosed")].iloc[0]
    assert (one.value, one.unit, one.status, one.kind) == (112, "条", "reported", "sentence")
    assert one.division is pandas.NA  # 苇渡市 is invented
    assert (one.level, one.organ_type, one.period_end) == ("prefecture", "water", date(2012, 12, 31))


def test_an_office_keeps_its_name_when_its_county_becomes_a_district(tmp_path: Path) -> None:
    for year, county in ((2012, "密云县"), (2013, "密云县"), (2016, "密云区")):
        page = PROSE.format(year=year, next=year + 1, disclosed=5, over=0, forward=0).replace("苇渡市", county)
        (tmp_path / f"{year}.txt").write_text(page.replace("5301230009", "1101180009"), "utf-8")
    frame = govreport.panel(tmp_path, shape="wide")
    assert set(frame.office) == {"110118:水务局"}
    assert frame.division.tolist() == ["110228", "110228", "110118"]
    assert set(frame.division_today) == {"110118"}
    assert set(frame.division_source) == {"name"}
    assert set(frame.division_conflicts) == {""}
    table = govreport.panel(tmp_path, shape="coverage")
    assert table[table.status == "missing"].year.tolist() == [2014, 2015]
    assert set(table.issuer) == {"密云区水务局"}


def test_noughts_and_blanks_are_told_apart(folder: Path) -> None:
    frame = govreport.panel(folder)

    def row(year: int, variable: str) -> Any:
        (found,) = frame[(frame.year == year) & (frame.variable == variable)].itertuples()
        return found

    assert row(2011, "reconsiderations").status == "negated"
    assert row(2010, "reconsiderations").status == "reported"
    assert row(2010, "received").status == "blank"
    assert row(2010, "received").value is pandas.NA


def test_a_table_goes_before_sentences(folder: Path) -> None:
    frame = govreport.panel(folder / "annual-stats-2016.txt").set_index("variable")
    assert frame.loc["disclosed"].kind == "indicators"
    assert frame.agrees["disclosed"]


def test_pandas_and_polars_hold_the_same(folder: Path) -> None:
    one, other = govreport.panel(folder), govreport.panel(folder, engine="polars")
    assert isinstance(one, pandas.DataFrame)
    assert isinstance(other, polars.DataFrame)
    assert one.value.astype("float64").fillna(-1).tolist() == other["value"].fill_null(-1).to_list()
    assert str(one.year.dtype) == "Int64"
    assert str(one.variable.dtype) == "category"


def test_a_row_a_report(folder: Path) -> None:
    wide = govreport.panel(folder, shape="wide").set_index("year")
    assert wide.loc[2012].disclosed == 112
    assert "disclosed_class" not in wide
    assert str(wide.disclosed.dtype) == "Int64"  # what counts things
    assert str(wide.fees.dtype) == "Float64"  # money
    assert len(wide) == 7


def test_which_office_has_a_report_on_which_year(folder: Path) -> None:
    (folder / "again.txt").write_bytes((folder / "2012.txt").read_bytes())
    (folder / "2011.txt").unlink()
    table = govreport.panel(folder, shape="coverage").set_index(["issuer", "year"])
    assert table.loc[("苇渡市水务局", 2012)].status == "twice"
    assert table.loc[("苇渡市水务局", 2011)].status == "missing"
    assert table.loc[("苇渡市水务局", 2013)].status == "there"


def test_what_the_next_report_says_of_the_year_before(folder: Path) -> None:
    _, rows = panel_rows(folder, shape="revisions")
    assert [(row["year"], row["before"], row["after"], row["difference"]) for row in rows] == [
        (2011, 1, 1, 0),
        (2012, 2, 1, -1),
    ]


def test_what_the_next_report_says_of_other_figures(folder: Path) -> None:
    page = (folder / "2013.txt").read_text("utf-8")
    page = page.replace("未发生行政复议。", "未发生行政复议。上年收到政府信息公开申请4件。")
    (folder / "2013.txt").write_text(page, "utf-8")
    _, rows = panel_rows(folder, shape="revisions")
    told = [(row["year"], row["before"], row["after"]) for row in rows if row["variable"] == "received"]
    assert told == [(2012, 3, 4)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".dta"])
def test_a_file_of_each_kind(folder: Path, suffix: str) -> None:
    pytest.importorskip({".xlsx": "openpyxl", ".parquet": "pyarrow"}.get(suffix, "pandas"))
    target = folder / f"panel{suffix}"
    count = write_panel(target, folder / "2012.txt")
    read = {
        ".csv": pandas.read_csv,
        ".xlsx": pandas.read_excel,
        ".parquet": pandas.read_parquet,
        ".dta": pandas.read_stata,
    }[suffix]
    frame = read(target)
    assert len(frame) == count == 6
    assert frame.value.tolist() == [112, 10, 3, 1, 2, 0]


def test_a_panel_is_as_its_schema_says(folder: Path) -> None:
    for engine in ("pandas", "polars"):
        assert check_panel(govreport.panel(folder, engine=engine)) == []


def test_a_panel_that_was_spoilt_is_told(folder: Path) -> None:
    frame = govreport.panel(folder)
    assert check_panel(frame.drop(columns="unit")) == ["columns are missing: unit"]
    twice = pandas.concat([frame, frame.head(1)])
    assert [line.partition(": ")[2] for line in check_panel(twice)] == ["2 rows"]
    spoilt = frame.astype({"status": "object", "division": "object"})
    spoilt.loc[0, ["status", "division"]] = ["guessed", "53"]
    assert check_panel(spoilt) == [
        "status: 'guessed' is none of its values",
        f"row 0: a value of {frame.value[0]} with the status guessed",
        "row 0: 53 is no code of a division",
    ]


def test_a_cell_that_would_be_a_formula_is_made_text(tmp_path: Path) -> None:
    (tmp_path / "=1+1.txt").write_text(PROSE.format(year=2012, next=2013, disclosed=5, over=0, forward=0), "utf-8")
    (tmp_path / "a.txt").write_text(
        "=HYPERLINK政府信息公开年度报告\n\n一、概述\n\n2012年主动公开政府信息5条。\n", "utf-8"
    )
    write_panel(tmp_path / "panel.csv", tmp_path / "a.txt")
    text = (tmp_path / "panel.csv").read_text("utf-8-sig")
    assert ",=" not in text
    assert not any(line.startswith("=") for line in text.splitlines())


def test_a_control_character_does_not_break_a_worksheet(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    page = PROSE.format(year=2012, next=2013, disclosed=5, over=0, forward=0)
    (tmp_path / "a.txt").write_text(page.replace("信息公开工作", "信息公开\x0b工作"), "utf-8")
    assert write_panel(tmp_path / "panel.xlsx", tmp_path / "a.txt") == 6
    titles = pandas.read_excel(tmp_path / "panel.xlsx").title
    assert set(titles) == {"苇渡市水务局2012年政府信息公开工作年度报告"}


def test_wrong_arguments_name_the_right_ones(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pandas"):
        govreport.panel(tmp_path, engine="dask")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="long, wide"):
        govreport.panel(tmp_path, shape="square")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match=r"\.csv, \.xlsx"):
        write_panel(tmp_path / "panel.sav", tmp_path)
    with pytest.raises(FileNotFoundError):
        govreport.panel(tmp_path / "nowhere")
