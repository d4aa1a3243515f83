"""Lines that were broken in mid-sentence, which look like headings above text: （一）各县应当按照 / 需要安排。"""

from __future__ import annotations

from typing import Final

from govreport.parsing.headings.candidates import LONGEST, Words
from govreport.parsing.headings.model import shipped

BROKEN: Final = range(16, LONGEST)
"""How many characters a line has that may be one: shorter ones are no pieces of a paragraph."""
# In 1,689 lines above text, those below were broken, and no heading was.
_AGAINST: Final = 7.0  # log-odds by which there being no heading, or one closed by a stop, is likelier


def is_broken(words: str, below: str, family: str) -> bool:
    """True where the words of a line go on in the line below it: no heading can end where it does.

    Args:
        words: what stands after the line's number, without a stop.
        below: the next line.
        family: of the number.
    """
    own = words.lstrip()
    joined = Words(own + below, len(own) + len(below), 0.0)
    end = next((at for at, offset in enumerate(joined.offsets) if offset >= len(own)), LONGEST)
    if end >= min(joined.stop, LONGEST, len(joined.text) - 1):
        return False
    reading = shipped().read(joined, family, False)
    if end in reading.ends or not reading.scores:
        return False
    otherwise = reading.none if reading.stop is None else max(reading.none, reading.stop)
    return otherwise - min(reading.scores) > _AGAINST
