"""Many files at once: from folders and archives to JSON Lines and Parquet, on one machine or on many."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport.corpus.converting import convert
    from govreport.corpus.iterating import reports
    from govreport.corpus.ledger import CannotResume
    from govreport.corpus.summary import Summary

__all__ = ["CannotResume", "Summary", "convert", "reports"]

# Fetched when first asked for: `reports` brings the parser into this process, `convert` the pool of workers.
_HOME = {
    "CannotResume": "govreport.corpus.ledger",
    "Summary": "govreport.corpus.summary",
    "convert": "govreport.corpus.converting",
    "reports": "govreport.corpus.iterating",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    """The public names, and no other."""
    return list(__all__)
