"""Document numbers in running text."""

from __future__ import annotations

import pytest

from govreport.words.document_numbers import DOC_NUMBER, holds_document_number


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("根据《关于供水的通知》（溪政发〔2021〕30号）的要求，编制本报告。", True),
        ("溪政发 [ 2021 ] 第 30 號", True),
        ("溪政发〔2021〕30", False),
        ("〔2021〕30号", False),
        ("溪原市沿堤路58号", False),
        ("2021年第3号", False),
    ],
)
def test_a_number_is_seen_where_one_can_be_read(text: str, holds: bool) -> None:
    assert holds_document_number(text) is holds
    assert (DOC_NUMBER.search(text) is not None) is holds
