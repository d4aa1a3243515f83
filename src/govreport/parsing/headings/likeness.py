"""A heading that a comma closes, told by a sibling whose heading a stop closes and that says nearly the same.

(一)信息发布数量增加,2019年… beside (二)信息发布内容丰富。…: a comma alone says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from govreport.parsing.headings.clauses import Split, score_heading
from govreport.words.blanks import SPACES

_ALIKE: Final = 3  # characters that both begin with, or both end with
_COMMA: Final = re.compile("[，,]")
_SHORTEST, _LONGEST = 4, 16  # characters of such a heading
_SURE: Final = 0.6
"""How likely the comma ends the heading: it did for 4 of the 7 such commas of 1,143 documents, read by eye."""


def like_a_sibling(words: str, titles: Iterable[str]) -> Split | None:
    """Divide the words of a unit at its first comma.

    Args:
        words: what stands after its number, to the end of the paragraph.
        titles: the headings of its siblings that a stop closes.

    Returns:
        The division; None where no sibling's heading is like what stands before the comma.
    """
    start = len(words) - len(words.lstrip(SPACES))
    comma = _COMMA.search(words, start + _SHORTEST, start + _LONGEST + 1)
    if comma is None:
        return None
    head = words[start : comma.start()]
    if head[-1] == "的" or score_heading(head) <= 0:
        return None
    if not any(_are_alike(head, title) for title in titles if _COMMA.search(title) is None):
        return None
    return Split(start, comma.start(), comma.end(), 1.0, _SURE)


def _are_alike(head: str, title: str) -> bool:
    return head != title and (head[:_ALIKE] == title[:_ALIKE] or head[-_ALIKE:] == title[-_ALIKE:])
