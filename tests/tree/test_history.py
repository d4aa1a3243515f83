"""A law's history as dated events."""

from __future__ import annotations

import pytest

from govreport import parse

LAW = "第一章　总则\n第一条　为了节约用水，制定本法。\n第二条　用水应当计量。\n"
ASSEMBLY = "溪原市人民代表大会常务委员会"


def events(history: str, law: str = LAW) -> list[tuple[str, str, str | None]]:
    return [(one.kind, str(one.date), one.body) for one in parse(f"溪原市节约用水条例\n{history}\n{law}").history]


@pytest.mark.parametrize(
    ("history", "found"),
    [
        (
            f"（1995年3月18日{ASSEMBLY}第三次会议通过　根据2009年8月27日{ASSEMBLY}第十次会议《关于修改部分法规的决定》"
            f"第一次修正　2015年12月27日{ASSEMBLY}第八次会议修订　自2016年6月1日起施行）",
            [
                ("adopted", "1995-03-18", ASSEMBLY),
                ("amended", "2009-08-27", ASSEMBLY),
                ("amended", "2015-12-27", ASSEMBLY),
                ("effective", "2016-06-01", None),
            ],
        ),
        (f"2012年4月19日 {ASSEMBLY}第三次会议通过", [("adopted", "2012-04-19", ASSEMBLY)]),
        ("2001年12月22日溪原市人民政府令第38号公布", [("published", "2001-12-22", "溪原市人民政府")]),
        ("发布时间：2020-03-18 09:30", []),
        ("2020年3月18日 发布", []),
    ],
)
def test_history_under_the_title(history: str, found: list[tuple[str, str, str | None]]) -> None:
    assert events(history) == found


def test_the_day_from_which_it_holds_stands_in_the_text() -> None:
    last = "第三条　本条例自2020年5月1日起施行。1999年制定的《用水办法》同时废止。\n"
    report = parse(f"溪原市节约用水条例\n{LAW}{last}")
    (event,) = report.history
    assert (event.kind, str(event.date)) == ("effective", "2020-05-01")
    assert event.span is not None
    source = f"溪原市节约用水条例\n{LAW}{last}"
    assert source[slice(*event.span)] == "本条例自2020年5月1日起施行"


@pytest.mark.parametrize(
    "text",
    [
        "根据自2008年5月1日起施行的《条例》，编制本报告。",
        "本市自2008年5月1日起施行的办法成效明显。",
        "2020年3月1日，全市召开会议，通过了方案，修订了制度。会后印发了通知。",
    ],
)
def test_what_is_said_of_others_is_no_history(text: str) -> None:
    assert parse(f"溪原市水务局2020年年度报告\n{text}\n一、概述\n全年公开信息128条。\n").history == []
