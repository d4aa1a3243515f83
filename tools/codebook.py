"""``python -m tools.codebook``: writes docs/codebook.md, the page of the variables, from the data of the library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from govreport.corpus.panel import COVERAGE, REVISIONS, SCHEMA
from govreport.corpus.tables import Column
from govreport.figures.forms import APPLICANTS, CODED, DISCLOSURE, INDICATORS, RESULTS, REVIEW
from govreport.figures.phrasings import OUTCOMES, TABLE
from govreport.figures.variables import VARIABLES
from govreport.words.organ_kinds import KINDS

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
_PANEL: Final = """
A panel has a row a report and variable (`long`), named by `path`, `variable` and `item`. `wide` has a row a report,
with the columns of `long` up to `edition` and one for each variable but `disclosed_class`; what counts things is an
integer there. Where nothing tells a cell, it is null.
"""
_KINDS: Final = """
## Kinds of offices

The first kind that has a word of the name counts, as `organ_type`.

| kind | words |
|---|---|
"""
_KIND_WORDS: Final = 6  # words of a kind that the page shows


def page() -> str:
    """The page as it must stand in docs/codebook.md."""
    paragraphs = "".join(f"{' '.join(words.split())}\n\n" for words in _PARAGRAPHS)
    variables = f"# Codebook\n\n{paragraphs}{_HEADER}{''.join(map(_row, VARIABLES))}"
    shapes = (("long", SCHEMA), ("coverage", COVERAGE), ("revisions", REVISIONS))
    tables = "".join(f"\n### `{name}`\n\n{_columns(columns)}" for name, columns in shapes)
    kinds = "".join(f"| `{kind}` | {'、'.join(words.split()[:_KIND_WORDS])} |\n" for kind, words in KINDS)
    return f"{variables}\n## The panel's columns\n\n{' '.join(_PANEL.split())}\n{tables}{_KINDS}{kinds}"


def _columns(columns: tuple[Column, ...]) -> str:
    rows = "".join(f"| `{one.name}` | {one.type} | {one.meaning} |\n" for one in columns)
    return f"| column | type | what it is |\n|---|---|---|\n{rows}"


def _row(code: str) -> str:
    one = VARIABLES[code]
    whole = f"`{one.whole}`" if one.whole else ""
    cells = (f"`{code}`", one.label, one.unit, one.definition, whole, _forms(code), _sentences(code), one.pitfall)
    return f"| {' | '.join(cells)} |\n"


def _forms(code: str) -> str:
    since = any(code in form.values() for form in (RESULTS, DISCLOSURE, REVIEW, APPLICANTS))
    since = since or code.startswith("lawsuits")
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
