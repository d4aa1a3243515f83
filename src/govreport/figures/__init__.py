"""The figures of seventeen years of reports on disclosure: from sentences, old forms and new, as typed records."""

from govreport.figures.checking import check_facts
from govreport.figures.reading import facts
from govreport.figures.records import Fact
from govreport.figures.variables import VARIABLES, Variable

__all__ = ["VARIABLES", "Fact", "Variable", "check_facts", "facts"]
