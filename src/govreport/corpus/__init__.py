"""Many files at once: from folders and archives to JSON Lines and Parquet, on one machine or on many."""

from govreport.corpus.converting import convert
from govreport.corpus.iterating import reports
from govreport.corpus.ledger import CannotResume
from govreport.corpus.summary import Summary

__all__ = ["CannotResume", "Summary", "convert", "reports"]
