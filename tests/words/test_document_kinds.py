"""The kind of document by its title."""

from __future__ import annotations

import pytest

from govreport.words.document_kinds import kind_of_title


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("溪原市水务局2009年度政府信息公开工作年度报告", "报告"),
        ("关于印发《溪原市供水管理办法》的通知", "通知"),
        ("溪原市供水管理办法（试行）", "办法"),
        ("鹤棹县2022年国民经济和社会发展统计公报[1]", "公报"),
        ("關於供水工作的規定", "规定"),
        ("命令", "命令"),
        ("溪原市水务局", None),
        ("（试行）", None),
        ("", None),
    ],
)
def test_a_title_ends_in_the_kind(title: str, kind: str | None) -> None:
    assert kind_of_title(title) == kind
