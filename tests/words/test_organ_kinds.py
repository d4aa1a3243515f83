"""The kind of an office by its name; the names are invented but for bodies of the state."""

from __future__ import annotations

import pytest

from govreport.words.organ_kinds import organ_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云岭省卫生厅", "health"),
        ("溪原市水务局", "water"),
        ("溪原市住房和城乡建设局", "construction"),
        ("沙泉县人民政府办公室", "government-office"),
        ("桃笙镇人民政府", "government"),
        ("白云淖街道办事处", "township-office"),
        ("云岭省审计厅", "audit"),
        ("溪原市统计局", "statistics"),
        ("新疆生产建设兵团第二十师统计局", "statistics"),
        ("国家税务总局", "tax"),
        ("教育部办公厅", "education"),
        ("溪原大学", "education"),
        ("溪原市第十届人大常委会", "congress"),
        ("溪原市驼铃协会", None),
    ],
)
def test_a_name_tells_its_kind(name: str, kind: str | None) -> None:
    assert organ_kind(name) == kind


def test_no_name_tells_nothing() -> None:
    assert (organ_kind(None), organ_kind("")) == (None, None)
