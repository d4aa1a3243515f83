"""Which values follow which label, and which edition of the form the labels are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from govreport.statistics.labelling import Label, Spotted
from govreport.statistics.layout import Mark
from govreport.statistics.placing import Run
from govreport.statistics.values import unit_in
from govreport.words.disclosure_form import DISCLOSURE, FORMATS, REQUESTS, REVIEW, Block
from govreport.words.disclosure_labels import fold

_MONEY: Final = {
    fold(label)
    for edition in FORMATS.values()
    for row in edition.block(DISCLOSURE).rows
    for column in row.columns
    if column.measure == "money"
    for label in (column.label, *column.variants)
}
_LABELS: Final = {
    name: {edition.name: frozenset(map(fold, edition.block(name).labels())) for edition in FORMATS.values()}
    for name in (DISCLOSURE, REQUESTS)
}
"""The labels of the tables whose editions differ, by edition."""
_FORMS: Final = [edition.block(REQUESTS) for edition in FORMATS.values()]
_GROUPS: Final = frozenset(fold(label) for form in _FORMS for label in form.header)
_FIRST: Final = frozenset(fold(row.label) for form in _FORMS for row in form.rows) - _GROUPS
"""Labels of requests that a table may begin with: rows in every edition that has them."""
_ROW_OR_GROUP: Final = {
    row.name: [name for name, edition in FORMATS.items() if row in edition.block(REQUESTS).rows]
    for form in _FORMS
    for row in form.rows
    if fold(row.label) in _GROUPS
}
"""Rows that are the name of a group in other editions, with the editions that have them as rows."""
_OVER_COLUMNS: Final = frozenset(fold(column.label) for form in _FORMS for row in form.rows for column in row.columns)


def _rows_of_bare_labels() -> dict[str, set[str]]:
    """Rows whose bare label also stands over a column, each with the rows that it comes after."""
    rows: dict[str, set[str]] = {}
    for form in _FORMS:
        for before, row in pairwise(form.rows):
            if fold(row.short) in _OVER_COLUMNS:
                rows.setdefault(row.name, set()).add(before.name)
    return rows


_AFTER: Final = _rows_of_bare_labels()
_BARE: Final = frozenset(fold(row.short) for form in _FORMS for row in form.rows if row.name in _AFTER)


class Gatherer:
    """Walks over the marks and labels of one section after the other and gathers the rows of the three tables.

    Attributes:
        runs: the rows of each table, in the order of the page.
    """

    def __init__(self) -> None:
        self.runs: dict[str, list[Run]] = {DISCLOSURE: [], REQUESTS: [], REVIEW: []}
        self._seen: dict[str, Counter[str]] = {DISCLOSURE: Counter(), REQUESTS: Counter()}  # labels, folded
        self._block: str | None = None  # the table that the labels of this section speak of
        self._outcomes = False  # 结果维持 and its like have been seen in this section
        self._unit: str | None = None  # what the label of the last column of money names
        self._run: Run | None = None
        self._words: Mark | None = None  # words that are no label, right before

    def section(self, parts: list[Iterator[Mark | Spotted]], followed: bool) -> None:
        """Gather the rows of one section.

        Args:
            parts: what its tables hold; between two parts something else stands.
            followed: True where anything on the page follows them, so that the last row is not cut.
        """
        self._block, self._outcomes = None, False
        for at, marks in enumerate(parts, 1):
            for mark in marks:
                if isinstance(mark, Spotted):
                    self._spotted(mark)
                elif mark.kind == "words":
                    self._stray(mark)
                elif self._run is not None:
                    self._cell(self._run, mark)
            self._close(followed and at == len(parts))
            self._words = None

    def _spotted(self, spotted: Spotted) -> None:
        label = self._meant(spotted)
        if label is None:
            self._stray(spotted.mark)
        else:
            self._label(spotted, label)

    def _stray(self, mark: Mark) -> None:
        """Words that are no label end a row; over the table of reviews they are pieces of its header."""
        if self._run is not None and self._block == REVIEW and not self._run.values:
            self._run.row = REVIEW
        else:
            self._close(ended=False)
        self._words = mark

    def _label(self, spotted: Spotted, label: Label) -> None:
        self._close(ended=True, closed=True)
        self._words = None
        if self._block != label.block:
            self._block, self._outcomes = label.block, False
        if label.block in self._seen:
            self._seen[label.block][label.text] += 1
        if label.block == REVIEW:
            self._run = Run(label.row if label.row and self._outcomes else REVIEW, spotted)
            self._outcomes |= label.row is None
        elif label.row is not None:
            self._run = Run(label.row, spotted, unit=self._unit)
        else:
            self._unit = unit_in(spotted.words) if label.text in _MONEY else None

    def _cell(self, run: Run, mark: Mark) -> None:
        """Add a value or a blank cell to a row; one on a later line of whole rows does not belong to it."""
        if mark.whole and mark.row != (run.cells[-1] if run.cells else run.label.last).row:
            if self._block == REVIEW and not run.values:
                run.cells.clear()  # what pads the header
            elif mark.kind == "value" and run.cells:
                self._close(ended=True)
                return
            elif mark.kind != "value":
                return
        if mark.kind != "covered" or run.cells:
            run.add(mark)

    def _meant(self, spotted: Spotted) -> Label | None:
        """What a label stands for here; None where it is only a word that looks like one."""
        if len(spotted.labels) == 1 and self._block == spotted.labels[0].block != DISCLOSURE:
            return spotted.labels[0]  # the usual case, fast
        here = [label for label in spotted.labels if label.block == self._block]
        if not here:
            return self._begun(spotted)
        bare = [label for label in here if label.row in _AFTER and label.text in _BARE]
        if bare:  # 其他, 总计: over a column, or in place of 3.其他, （七）总计
            following = [label for label in bare if self._follows(_AFTER[label.row or ""])]
            return (following or [label for label in here if label.row is None])[0]
        label = next((label for label in here if label.row is not None), here[0])
        if label.block == DISCLOSURE and label.row and self._words and self._words.cell == spotted.mark.cell:
            return None  # 市级 行政许可 is another row
        return label

    def _begun(self, spotted: Spotted) -> Label | None:
        """What a label stands for that begins a table; None where others must come before it."""
        label = spotted.labels[0]
        if len({one.block for one in spotted.labels}) > 1 or label.text in _BARE:
            return None
        if label.row is not None and label.block != REVIEW and label.text not in _FIRST:
            return None
        return label

    def _follows(self, rows: set[str]) -> bool:
        last = self.runs[REQUESTS][-1] if self.runs[REQUESTS] else None
        return last is not None and last.row in rows and bool(last.values)

    def _close(self, ended: bool, closed: bool = False) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        run.ended, run.closed = ended, closed
        if self._block != REVIEW:
            self.runs[self._block or ""].append(run)
        elif run.values:
            self.runs[REVIEW].append(run)

    def editions(self) -> tuple[str | None, str | None]:
        """The edition of the form that the tables of disclosure and of requests are of; None where no label tells."""
        disclosure, requests = self._likeliest(DISCLOSURE), self._likeliest(REQUESTS)
        if len(requests) > 1:
            requests = self._by_group() or requests
        both = [name for name in disclosure if name in requests]
        return _smallest(both or disclosure), _smallest(both or requests)

    def _likeliest(self, block: str) -> list[str]:
        """The editions that have the most of the labels that a table has on the page."""
        seen = self._seen[block]
        counts = {
            edition: sum(count for text, count in seen.items() if text in labels)
            for edition, labels in _LABELS[block].items()
        }
        return [edition for edition, count in counts.items() if count == max(counts.values())]

    def _by_group(self) -> list[str]:
        """The editions that have a row where others have a group, where the page has such a row; else none."""
        rows = {run.row: run for run in self.runs[REQUESTS]}
        for name, editions in _ROW_OR_GROUP.items():
            if name in rows and (rows[name].values or "total" in rows):
                return editions
        return []

    def fit(self, form: Block) -> list[Run]:
        """Give the rows of one table that an edition has, each with its number of columns."""
        columns = {row.name: len(row.columns) for row in form.rows}
        fitting = []
        for run in self.runs[form.name]:
            run.width = columns.get(run.row, 0)
            if form.name == REVIEW and run.width != len(run.values):
                run.row, run.width = REVIEW, sum(columns.values())
            if run.width:
                fitting.append(run)
        return fitting


def _smallest(editions: list[str]) -> str | None:
    """The edition that has no label that another one of these has not; None where each has some of its own."""
    labels = {name: {(block, text) for block in _LABELS for text in _LABELS[block][name]} for name in editions}
    return next((one for one in editions if all(labels[one] <= labels[other] for other in editions)), None)
