"""The level and the kind of an office by its name; the names are invented but for divisions that the list has."""

from __future__ import annotations

import pytest

from govreport.words.organ_kinds import level, organ_kind


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("云岭省卫生厅", "province", "health"),
        ("上海市长宁区教育局", "county", "education"),
        ("上海市公安局", "province", "public-security"),
        ("溪原市水务局", "prefecture", "water"),
        ("溪原市住房和城乡建设局", "prefecture", "construction"),
        ("沙泉县人民政府办公室", "county", "government-office"),
        ("桃笙镇人民政府", "township", "government"),
        ("沙泉县桃笙镇人民政府", "township", "government"),
        ("白云淖街道办事处", "township", "township-office"),
        ("内蒙古自治区审计厅", "province", "audit"),
        ("兴安盟民政局", "prefecture", "social-affairs"),
        ("舒兰市统计局", "county", "statistics"),
        ("国家税务总局", "central", "tax"),
        ("教育部办公厅", "central", "education"),
        ("溪原大学", None, None),
    ],
)
def test_a_name_tells_level_and_kind(name: str, told: str | None, kind: str | None) -> None:
    assert (level(name), organ_kind(name)) == (told, kind)


def test_no_name_tells_nothing() -> None:
    assert (level(None), organ_kind("")) == (None, None)
