"""Who issued a report.  Divisions are real, for their codes are facts; offices' pages are invented."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport.tree.office import Office, office

PAGE = """\
{head}{name}{year}年政府信息公开工作年度报告

一、概述

{year}年，我单位继续做好政府信息公开工作。

{name}
{next}年3月1日
{foot}
"""


def read(name: str, year: int = 2012, *, head: str = "", foot: str = "", url: str | None = None) -> Office:
    report = parse(PAGE.format(name=name, year=year, next=year + 1, head=head, foot=foot))
    report.origin.url = url
    return office(report)


def code(one: Office) -> str | None:
    return one.division.code if one.division else None


@pytest.mark.parametrize(
    ("name", "year", "division", "level"),
    [
        ("云南省卫生厅", 2010, "530000", "province"),
        ("襄樊市水务局", 2009, "420600", "prefecture"),
        ("襄阳市水务局", 2012, "420600", "prefecture"),
        ("巢湖市档案局", 2009, "341400", "prefecture"),
        ("巢湖市档案局", 2014, "340181", "county"),  # a city of the county's rank since
        ("毕节市教育局", 2010, "522401", "county"),
        ("毕节市教育局", 2013, "520500", "prefecture"),
        ("寿县教育局", 2014, "341521", "county"),
        ("寿县教育局", 2017, "340422", "county"),  # of another prefecture since
        ("密云县水务局", 2012, "110228", "county"),
        ("密云区水务局", 2016, "110118", "county"),
        ("重庆市綦江区审计局", 2013, "500110", "county"),
        ("西双版纳州林业局", 2016, "532800", "prefecture"),
        ("南京市鼓楼区教育局", 2020, "320106", "county"),
        ("福州市鼓楼区教育局", 2020, "350102", "county"),
        ("上海市公安局普陀分局", 2018, "310107", "county"),
        ("合肥市公安局", 2018, "340100", "prefecture"),
        ("乌拉特中旗水利局", 2018, "150824", "county"),
        ("溪原市水务局", 2018, None, "prefecture"),  # invented
        ("溪原市槐东区水务局", 2018, None, "county"),
    ],
)
def test_the_name_tells_division_and_level(name: str, year: int, division: str | None, level: str) -> None:
    one = read(name, year)
    assert (one.name, code(one), one.level) == (name, division, level)
    assert one.division_source == ("name" if division else None)
    assert one.disagreements == ()


def test_a_name_that_many_places_bear_takes_another_source() -> None:
    assert code(read("鼓楼区教育局")) is None
    one = read("鼓楼区教育局", foot="政府网站标识码：3201060001")
    assert (code(one), one.division_source) == ("320106", "name+site")
    one = read("鼓楼区教育局", url="http://www.fuzhou.gov.cn/glq/1.html")
    assert (code(one), one.division_source) == ("350102", "name+domain")
    one = read("鼓楼区教育局", head="索引号：11410204000000123P/2012-00031\n")
    assert (code(one), one.division_source, one.organisation) == ("410204", "name+index", "000000123")
    one = read("鼓楼区教育局", foot="主办单位：徐州市鼓楼区人民政府")
    assert (code(one), one.division_source) == ("320302", "name+page")


def test_a_township_is_of_the_county_of_its_site() -> None:
    one = read("桃笙镇人民政府", foot="政府网站标识码：5301240001")
    assert (code(one), one.division_source, one.level, one.level_source) == ("530124", "site", "township", "name")
    assert code(read("桃笙镇人民政府", foot="政府网站标识码：5301000001")) is None  # a city's site


def test_a_source_that_tells_otherwise_is_named() -> None:
    one = read("密云县水务局", foot="政府网站标识码：3301000001")
    assert (code(one), one.division_source, one.disagreements) == ("110228", "name", ("site",))
    assert read("密云县水务局", foot="政府网站标识码：1100000001").disagreements == ()  # its city's


def test_an_office_is_the_same_from_year_to_year() -> None:
    assert read("密云县水务局", 2012).id == read("密云区水务局", 2016).id == "110118:水务局"
    assert read("合肥市人力资源和社会保障局").id == read("安徽省合肥市人力资源和社会保障局").id
    assert read("溪原市水务局").id == "溪原市:水务局"
    assert read("溪原市水务局").id != read("溪原市水利局").id
    assert read("宣武区教育局", 2008).id != read("西城区教育局", 2012).id  # merged: another office


def test_bodies_of_the_state_have_no_division() -> None:
    one = read("教育部")
    assert (one.level, one.division, one.id) == ("central", None, "000000:教育部")


def test_a_report_that_names_nobody_is_of_nobody() -> None:
    one = office(parse(""))
    assert (one.name, one.id, one.division, one.level, one.told) == (None, None, None, None, ())
