"""The year that a report is on, where its title does not say it."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport.figures.year import year_on


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("溪原市水务局2012年政府信息公开工作年度报告\n\n一、概述\n\n2011年以来，我局继续公开信息。\n", 2012),
        ("一、概述\n\n所列数据的统计期限自2012年1月1日起至2012年12月31日止。\n", 2012),
        ("一、概述\n\n2012年，我局公开信息12条，比2011年增加2条。2012年未收到申请。\n", 2012),
        ("一、概述\n\n2012年以来，我局政府信息公开工作扎实推进。\n", 2012),
        ("一、概述\n\n根据《溪原市2008年规定》和溪水〔2009〕3号文件，我局公开信息12条。\n", None),
        ("一、概述\n\n2011年公开信息12条，2012年公开信息14条。\n", None),
    ],
)
def test_the_year_of_a_report(text: str, year: int | None) -> None:
    assert year_on(parse(text)) == year
