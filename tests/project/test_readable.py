"""What `make lint` says of lines and patterns that nobody can read."""

from __future__ import annotations

from tools.readable import columns, faults


def test_a_chinese_character_takes_two_columns() -> None:
    assert columns("政府 report（一）") == 4 + 7 + 6


def test_a_line_that_is_too_wide() -> None:
    assert list(faults("# " + "政" * 59 + "\n")) == []
    assert list(faults("a = 1\n# " + "政" * 60 + "\n")) == [(2, "122 columns")]


def test_a_pattern_that_is_too_long() -> None:
    half = "政务公开" * 25
    assert list(faults(f'import re\nP = re.compile(\n    r"{half[:50]}"\n    r"{half[:50]}"\n)\n')) == []
    parts = "\n".join(f'    r"{half[:50]}"' for _ in range(5))
    assert list(faults(f"import regex\nP = regex.compile(\n{parts}\n)\n")) == [(2, "a pattern of 250 characters")]
