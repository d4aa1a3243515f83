"""Whatever a report says, its figures can be asked for, and each stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from tests.figures.test_sentences import EXAMPLES

WORDS = ("政府信息公开 其中 各 分别为 1件 ２条 三项 均为0 未收到 申请 《 》 （ ） 。 ， 1.5万元").split()
PIECES = st.sampled_from(["\n", " ", *WORDS, *(text for text, _ in EXAMPLES[::7])])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_every_figure_stands_in_the_text(text: str) -> None:
    page = "某局2012年政府信息公开工作年度报告\n\n" + text
    for one in govreport.facts(govreport.parse(page)):
        assert one.span is not None
        start, end = one.span
        assert 0 <= start < end <= len(page)
        assert page[start:end].strip()
        assert one.sentence
        assert 0 < one.confidence <= 1
