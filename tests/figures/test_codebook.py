"""The codebook page is the data of the library."""

from __future__ import annotations

from tools.codebook import PAGE, page


def test_the_page_is_as_the_data_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tools.codebook"
