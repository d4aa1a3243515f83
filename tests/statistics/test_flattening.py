"""However a table was flattened, no cell is read as another: it is right or unknown."""

from __future__ import annotations

from random import Random

import pytest

from govreport import parse, parse_bytes
from govreport.statistics import check, read
from govreport.statistics.records import DisclosureStatistics
from govreport.statistics.values import read_value
from govreport.words.disclosure_form import FORMATS
from tests.flattening import DAMAGE, WAYS, Sample, html_page, numbers, page, sample

LOSSY = {"moved_bars", "moved_cells_with_bars", "cells", "spaced_cells", "spaces", "pdf"}
"""Ways that drop blank cells, so that with one of them gone the others' places are lost."""


def compare(made: Sample, statistics: DisclosureStatistics) -> tuple[list[str], list[str]]:
    """The cells that are wrong, and those that were printed and are not read."""
    wrong, unread = [], []
    for block in statistics.blocks:
        for record in block:
            printed = made.rows.get((block.form.name, record.row.name), [""] * len(record.cells))
            for (column, cell), raw in zip(record.items(), printed, strict=True):
                value = read_value(raw, column.measure, column.unit)[0]
                place = f"{block.form.name}, {record.row.label}, {column.label}: {raw!r} read as {cell.value}"
                if cell.value is None and value is not None:
                    unread.append(place)
                elif cell.value != value:
                    wrong.append(place)
    return wrong, unread


@pytest.mark.parametrize("seed", range(120))
def test_no_cell_is_read_wrong(seed: int) -> None:
    made = sample(Random(seed))
    statistics = read(parse(made.text))
    assert statistics is not None
    assert statistics.format == made.edition
    assert compare(made, statistics)[0] == []


@pytest.mark.parametrize("seed", range(120))
def test_nor_where_other_things_are_strewn_in_and_the_page_is_cut(seed: int) -> None:
    made = sample(Random(seed), strew=True)
    statistics = read(parse(made.text))
    if statistics is not None:  # a page may be cut before its first row
        assert statistics.format in (made.edition, None)
        assert compare(made, statistics)[0] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("edition", FORMATS)
def test_a_complete_table_is_read_completely(way: str, edition: str) -> None:
    for damage in [(), *((name,) for name in DAMAGE)]:
        made = page(FORMATS[edition], numbers(Random(1), FORMATS[edition], "never"), way, damage)
        statistics = read(parse(made.text))
        assert statistics is not None
        assert compare(made, statistics) == ([], []), damage


@pytest.mark.parametrize("way", sorted(set(WAYS) - LOSSY))
def test_blank_cells_that_were_kept_tell_the_places_of_the_others(way: str) -> None:
    made = page(FORMATS["2019"], numbers(Random(3), FORMATS["2019"], "totals"), way)
    statistics = read(parse(made.text))
    assert statistics is not None
    wrong, unread = compare(made, statistics)
    assert wrong == []
    assert [place for place in unread if place.startswith("requests")] == []


@pytest.mark.parametrize("blank", ["never", "zeros", "totals"])
@pytest.mark.parametrize("edition", FORMATS)
def test_tables_of_html_are_read_completely(edition: str, blank: str) -> None:
    pytest.importorskip("selectolax", reason="HTML needs selectolax: pip install 'govreport[html]'")
    filled = numbers(Random(8), FORMATS[edition], blank)
    statistics = read(parse_bytes(html_page(FORMATS[edition], filled).encode()))
    assert statistics is not None
    assert statistics.format == edition
    assert compare(Sample("", edition, filled), statistics) == ([], [])


@pytest.mark.parametrize("seed", range(60))
def test_numbers_that_add_up_raise_no_alarm(seed: int) -> None:
    statistics = read(parse(sample(Random(seed)).text))
    assert statistics is not None
    assert [one.message for one in check(statistics) if one.status == "violated"] == []


@pytest.mark.parametrize("seed", range(60))
def test_a_number_that_is_wrong_by_one_is_found(seed: int) -> None:
    random = Random(seed)
    edition = FORMATS[random.choice(list(FORMATS))]
    filled = numbers(random, edition, random.choice(["never", "zeros"]))
    block, row = random.choice([key for key in filled if key[0] != "disclosure" and any(filled[key])])
    at = random.choice([at for at, cell in enumerate(filled[block, row]) if cell])
    filled[block, row][at] = str(int(filled[block, row][at]) + 1)
    statistics = read(parse(page(edition, filled, "tabs").text))
    assert statistics is not None
    found = {one.rule.id for one in check(statistics) if one.status == "violated"}
    assert found & {"requests-balance", "requests-results", "requests-applicants", "review-outcomes"}
