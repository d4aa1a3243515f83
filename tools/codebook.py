"""``python -m tools.codebook``: writes docs/codebook.md, the page of the variables, from the data of the library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from govreport.figures.forms import CODED, DISCLOSURE, INDICATORS, RESULTS, REVIEW
from govreport.figures.phrasings import OUTCOMES, TABLE
from govreport.figures.variables import VARIABLES

PAGE: Final = Path(__file__).parent.parent / "docs/codebook.md"
_SHOWN: Final = 3  # phrasings of a variable that the page shows
_PARAGRAPHS: Final = (
    """
The variables that [`govreport.facts`](facts.md) and `govreport.panel` know, one name for one thing over all editions of
the form. This page is written by `python -m tools.codebook` from `govreport/figures/variables.py`, `phrasings.py` and
`forms.py`.
""",
    """
*Forms* says which tables fill a variable: `codes` the table of 35 codes and its relatives of 2008 to 2013, Fujian's
among them; `2014` the 政府信息公开情况统计表 of 2014 to 2018; `2019/2021` the statutory tables. *Sentences* shows
some of the words that name it in prose; … stands for others in between. What was disclosed, in all and by channel, is
told by the verb (公开, 发布) and the channel, in `channels.py`.
""",
)
_HEADER: Final = """\
| code | name | unit | what it counts | part of | forms | sentences | take care |
|---|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The page as it must stand in docs/codebook.md."""
    paragraphs = "".join(f"{' '.join(words.split())}\n\n" for words in _PARAGRAPHS)
    return f"# Codebook\n\n{paragraphs}{_HEADER}{''.join(map(_row, VARIABLES))}"


def _row(code: str) -> str:
    one = VARIABLES[code]
    whole = f"`{one.whole}`" if one.whole else ""
    cells = (f"`{code}`", one.label, one.unit, one.definition, whole, _forms(code), _sentences(code), one.pitfall)
    return f"| {' | '.join(cells)} |\n"


def _forms(code: str) -> str:
    since = code in {*RESULTS.values(), *DISCLOSURE.values(), *REVIEW.values()} or code.startswith("lawsuits")
    named = {"codes": code in CODED.values(), "2014": code in INDICATORS.values(), "2019/2021": since}
    return ", ".join(name for name, filled in named.items() if filled)


def _sentences(code: str) -> str:
    phrasings = [words for variable, _, _, _, some in TABLE if variable == code for words in some.split()]
    outcome = code.partition("_")[2]
    if code.startswith(("reconsiderations_", "lawsuits_")):
        phrasings += [words for name, some in OUTCOMES if name == outcome for words in some.split()]
    plain = dict.fromkeys(_plain(words) for words in phrasings)
    return "; ".join([words for words in plain if len(words) > 1][:_SHOWN])


def _plain(words: str) -> str:
    """A phrasing in its shortest and first form: 上年结转 for 上(一)?年(度)?结转(办理)?."""
    words = re.sub(r"\(\?<![^)]*\)|\^|\[[^]]*\]", "", words)
    while True:
        shorter = re.sub(r"\(([^()|]*)[^()]*\)(\?|\{0,4\})?", lambda one: "" if one[2] else one[1], words)
        if shorter == words:
            return re.sub(r"\.\{[\d,]+\}|[\^?]", "", words).strip("…:、,")
        words = shorter


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
