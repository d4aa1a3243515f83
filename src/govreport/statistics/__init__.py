"""The statutory statistics of annual reports: read from tables, as typed records, with their checks."""

from govreport.statistics.checking import Finding, Side, check
from govreport.statistics.frames import Line, csv_of, frame_of
from govreport.statistics.indicators import Indicator, indicators
from govreport.statistics.named import Disclosure, Requests, Review
from govreport.statistics.reading import read
from govreport.statistics.records import Block, Cell, DisclosureStatistics, Record, Statement
from govreport.statistics.rules import EQUATIONS, Rule
from govreport.words.disclosure_form import FORMATS

__all__ = [
    "EQUATIONS",
    "FORMATS",
    "Block",
    "Cell",
    "Disclosure",
    "DisclosureStatistics",
    "Finding",
    "Indicator",
    "Line",
    "Record",
    "Requests",
    "Review",
    "Rule",
    "Side",
    "Statement",
    "check",
    "csv_of",
    "frame_of",
    "indicators",
    "read",
]
