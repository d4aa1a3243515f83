"""Blanks between all letters (关 于 做 好), and pinyin in brackets behind a character (一(yī)、)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.parsing.reading_copy import Cut
from govreport.words.ideographs import FAR_LETTER
from govreport.words.numerals import CHINESE_NUMERAL
from govreport.words.patterns import late

# --- letters that are spaced out -------------------------------------------------------------------------------------

_IDEOGRAPH: Final = late("[\u3400-\u9fff]")
# It begins with the blank, which is looked for fast; each text of spaced letters holds one of the two.
_MAY_BE_SPACED: Final = re.compile(rf" {FAR_LETTER}(?: {FAR_LETTER}|[ \r]{{0,4}}(?:\n|$))")
_BLANKS: Final = re.compile("[ \u00a0]{1,2}")
_LABEL_ENDS: Final = frozenset(":：|｜")  # what follows is a value, or another label: 文 号： 主 题 词：
_FEW: Final = 4  # letters from which on a line may hold signs of other kinds beside them
_MANY: Final = 10  # letters from which on a line may hold digits
_SPACED_SHARE: Final = 0.6  # of a text's lines that must be spaced out for those of any kind to be taken as such
_CELLS: Final = frozenset("无無是否有")  # cells of a row that holds only such
_NUMBERED: Final = late(
    rf"(?m)^[ \u00a0\u3000]*{CHINESE_NUMERAL}{{1,3}}[ \u00a0]{{1,2}}(?!{CHINESE_NUMERAL})[^年月日、．.]"
)
"""A number that a blank parts from its heading (一 概 述), and no date (二 〇 一 二 年, 三 月)."""


def spaced_letters(text: str) -> Iterator[Cut]:
    """Yield the blanks between the letters of lines that are spaced out.

    Args:
        text: the text.
    """
    spaced = [span for span in _lines_that_may_be(text) if _is_spaced(text[slice(*span)])]
    if not spaced:
        return
    all_over = len(spaced) > 1 and len(spaced) >= _SPACED_SHARE * _count_lines(text)
    if not all_over:
        spaced = [(start, end) for start, end in spaced if _is_pure(text[start:end])]
    numbered = {match.end() - 1 for match in _NUMBERED.finditer(text)} if spaced else set()
    for start, end in spaced:
        cuts = _blanks(text, start, end)
        yield from (cut for cut in cuts if cut.end not in numbered or len(numbered) == 1)


def _count_lines(text: str) -> int:
    return sum(not line.isspace() for line in text.split("\n") if line)


def _lines_that_may_be(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (match := _MAY_BE_SPACED.search(text, end)) is not None:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        end = len(text) if end < 0 else end
        yield start, end


def _is_spaced(line: str) -> bool:
    """True where no two ideographs of a line stand side by side."""
    words = line.split()
    letters = [len(_IDEOGRAPH.findall(word)) for word in words]
    if len(words) < 2 or max(letters) != 1 or sum(letters) < 2:
        return False
    return all(size <= 3 for size in map(len, words)) and 2 * sum(letters) >= len(words)


def _is_pure(line: str) -> bool:
    """True where a line that is spaced out can be nothing else, such as a row of cells."""
    words = line.split()
    signs = "".join(words)
    if set(signs) <= _CELLS:
        return False
    if any(map(str.isdigit, signs)):  # of a title, not of a row
        return len(words) >= _MANY and not signs[-1].isdigit()
    return len(words) >= _FEW or len(signs) == len(words)


def _blanks(text: str, start: int, end: int) -> Iterator[Cut]:
    for blanks in _BLANKS.finditer(text, start, end):
        first, last = blanks.span()
        before, after = text[first - 1 : first], text[last : last + 1]
        if first > start and last < end and before not in _LABEL_ENDS and not _are_latin(before, after):
            yield Cut(first, last)


def _are_latin(before: str, after: str) -> bool:
    return before.isspace() or after.isspace() or ((before + after).isascii() and (before + after).isalpha())


# --- pinyin ----------------------------------------------------------------------------------------------------------

_TONES: Final = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ"
_PINYIN: Final = (re.compile(rf"\([a-zü{_TONES}]{{1,6}}\)"), re.compile(rf"（[a-zü{_TONES}]{{1,6}}）"))
_HAS_TONE: Final = late(f"[{_TONES}]")


def pinyin(text: str) -> Iterator[Cut]:
    """Yield the pinyin that stands in brackets behind the character it belongs to.

    Args:
        text: the text.
    """
    found = [match for pattern in _PINYIN for match in pattern.finditer(text)]
    if not any(_HAS_TONE.search(match[0]) for match in found):  # (a) and (km) are none
        return
    for match in found:
        if match.start() and _IDEOGRAPH.match(text, match.start() - 1):
            yield Cut(match.start(), match.end(), is_read=True)
