"""What tells an office beside its name: a code in an index number, the domain of its site; one spelling of names."""

from __future__ import annotations

import pytest

from govreport.words.office_names import spelled_out
from govreport.words.organisation_codes import organisation_in
from govreport.words.site_domains import divisions_of_site


@pytest.mark.parametrize(
    ("number", "code", "division"),
    [
        ("000000123/2012-00031", "000000123", ""),
        ("00000006-X/2012-00031", "00000006X", ""),
        ("11530123000000123P/2021-00007", "000000123", "530123"),
        ("信息索引 1153012300000006XP", "00000006X", "530123"),
    ],
)
def test_an_index_number_holds_the_code_of_a_body(number: str, code: str, division: str) -> None:
    found = organisation_in(number)
    assert found is not None
    assert (found.code, found.division) == (code, division)


@pytest.mark.parametrize("number", ["000000124/2012-00031", "SW001-1300-2012-00031", "20121202-189769", ""])
def test_what_does_not_check_is_no_code(number: str) -> None:
    assert organisation_in(number) is None


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("http://www.hangzhou.gov.cn/art/2012/1.html", {"330100"}),
        ("https://jyj.hangzhou.gov.cn/", {"330100"}),
        ("www.taizhou.gov.cn", {"331000", "321200"}),
        ("http://www.xihu.hangzhou.gov.cn/", {"330106"}),
        ("http://swt.zj.gov.cn/", {"330000"}),
        ("http://www.xiyuan-water.gov.cn/", set()),
        ("http://www.hangzhou.com/", set()),
    ],
)
def test_a_domain_names_divisions(address: str, codes: set[str]) -> None:
    assert {one.code for one in divisions_of_site(address)} == codes


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("人社局", "人力资源和社会保障局", True),
        ("发展改革委", "发展和改革委员会", True),
        ("政府", "人民政府", True),
        ("", "人民政府", True),  # 溪原市2012年政府信息公开工作年度报告
        ("住房城乡建设局", "住房和城乡建设局", True),
        ("国家税务总局税务局", "税务局", True),
        ("国家税务总局", "人民政府", False),
        ("水务局", "水利局", False),  # two, whoever followed whom
    ],
)
def test_an_office_has_one_spelling(name: str, other: str, same: bool) -> None:
    assert (spelled_out(name) == spelled_out(other)) is same
