"""What a run over a corpus came to, in numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from attrs import asdict, define, field

_REASONS: Final = 50  # kinds of errors that are told apart, so that no corpus makes the list long


@define(slots=True)
class Summary:
    """Counts over the pages of a run, or of a part of it.

    Attributes:
        files: pages, whether they could be read or not.
        bytes: their bytes.
        cost: bytes on disk that they took, compressed or not.
        failed: pages that could not be read.
        lost: of these, files and folders that could not be got at, and archives of which pages may be missing.
        known: pages that were not read again, since an earlier run has them; they do not count in ``files``.
        again: pages of an output that is brought up to date that were read again: they have changed, or could not be
            read before.  They are told by their path, which ``blocks`` and ``statistics`` alone do not name.
        gone: its pages that are there no more; where no path tells, those that have changed too.
        kinds: how many pages there are of each kind.
        encodings: and in each encoding.
        issues: issues of each code.
        errors: pages that could not be read, by the first words of the reason.
    """

    files: int = 0
    bytes: int = 0
    cost: int = 0
    failed: int = 0
    lost: int = 0
    known: int = 0
    again: int = 0
    gone: int = 0
    kinds: Counter[str] = field(factory=Counter)
    encodings: Counter[str] = field(factory=Counter)
    issues: Counter[str] = field(factory=Counter)
    errors: Counter[str] = field(factory=Counter)

    def count(self, row: dict[str, Any], cost: int, lost: bool = False) -> None:
        """Count a page.

        Args:
            row: its row in the table ``reports``.
            cost: bytes on disk that it took.
            lost: whether it could not be got at.
        """
        self.files += 1
        self.bytes += row["bytes"]
        self.cost += cost
        self.lost += lost
        if row["error"] is not None:
            self.failed += 1
            self._fail(re.sub(r"\d+", "N", re.split(r"[:;,]", row["error"])[0]), 1)
            return
        self.kinds[row["kind"]] += 1
        self.encodings[row["encoding"] or "none"] += 1
        self.issues.update(row["issues"])

    def add(self, other: Summary) -> None:
        """Add the counts of another part."""
        self.files += other.files
        self.bytes += other.bytes
        self.cost += other.cost
        self.failed += other.failed
        self.lost += other.lost
        self.known += other.known
        self.again += other.again
        self.gone += other.gone
        self.kinds += other.kinds
        self.encodings += other.encodings
        self.issues += other.issues
        for reason, count in other.errors.items():
            self._fail(reason, count)

    def _fail(self, reason: str, count: int) -> None:
        self.errors[reason if reason in self.errors or len(self.errors) < _REASONS else "other"] += count

    def to_dict(self) -> dict[str, Any]:
        """Give the counts as plain data, ready for JSON."""
        return asdict(self, value_serializer=lambda _, __, value: dict(value) if isinstance(value, Counter) else value)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Summary:
        """Make a summary of what `to_dict` gave."""
        counts: dict[str, Any] = {
            name: Counter(value) if isinstance(value, dict) else value for name, value in data.items()
        }
        return cls(**counts)
