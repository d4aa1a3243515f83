"""The statutory statistics of annual reports: read from tables, as typed records, with their checks."""

from govreport.statistics.reading import read

__all__ = ["read"]
