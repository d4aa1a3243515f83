"""Reading figures takes time by the length of the text, whatever the text."""

from __future__ import annotations

from time import process_time

import pytest

from govreport.figures.prose import read_paragraph
from govreport.figures.sentences import Reading
from tests.figures.test_sentences import EXAMPLES

pytestmark = [pytest.mark.slow, pytest.mark.alone]

HOSTILE = [
    "1件", "1件、", "其中1条", "未收到", "未收到申请，", "没有发生", "收到", "公开", "的", "1", "均为0", "各1件", "、",
    "分别为1件、2件", "2012年1件", "《", "《》1件", "累计1条", "行政复议1件，", "共", "主动公开信息1条，其中",
    "网站1条，", "比上年增加1件", "收到申请1件(", "在公开的信息中，",
    "一", "无", "同意公开", "通过网上", "非本机关",
]  # fmt: skip
SHORT = 2000
"""Characters of the shorter text; the longer one has four times as many."""
GROWTH = 9
"""How much longer the longer one may take: a square takes 16 times as long."""
NOTICED = 0.05
"""Seconds that are worth comparing."""


def seconds(text: str) -> float:
    took = []
    for _ in range(2):
        start = process_time()
        list(read_paragraph(text, 0, Reading(lambda: 2012)))
        took.append(process_time() - start)
    return min(took)


@pytest.mark.parametrize("unit", [*HOSTILE, *(text.rstrip("。") for text, _ in EXAMPLES[::20])])
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    long = seconds((unit * (4 * SHORT))[: 4 * SHORT])
    assert long < NOTICED or long < GROWTH * seconds((unit * SHORT)[:SHORT])
