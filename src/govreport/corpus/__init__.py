"""Many files at once: from folders and archives to JSON Lines and Parquet, on one machine or on many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport.corpus.converting import convert
from govreport.corpus.ledger import CannotResume
from govreport.corpus.summary import Summary

if TYPE_CHECKING:
    from govreport.corpus.iterating import reports

__all__ = ["CannotResume", "Summary", "convert", "reports"]


def __getattr__(name: str) -> object:
    if name == "reports":  # the only one that brings the parser into this process
        from govreport.corpus.iterating import reports

        return reports
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, and no other."""
    return list(__all__)
