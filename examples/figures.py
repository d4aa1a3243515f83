"""Print what became of applications in reports on disclosure: ``python examples/figures.py FILE…``."""

from __future__ import annotations

import sys

from govreport import check, read, statistics
from govreport.statistics import DisclosureStatistics


def share_disclosed(found: DisclosureStatistics) -> str:
    """Which part of what was decided was disclosed, whole or in part."""
    requests = found.requests
    disclosed = [
        requests.disclosed.total.value,
        requests["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"]["总计"].value,
    ]
    decided = requests.total.total.value
    told = [one for one in disclosed if one is not None]
    if decided is None or not decided or len(told) < len(disclosed):
        return "not told"
    return f"{sum(told) / decided:.0%} of {decided}"


def main(paths: list[str]) -> None:
    """Print a line a file: the year, the applications of natural persons, the share, and what does not agree."""
    for path in paths:
        report = read(path)
        found = statistics.read(report)
        if found is None:
            print(path, "has no statutory tables")
            continue
        new = found.requests.new_received.natural_person
        wrong = [one.message for one in check(report) if one.status == "violated"]
        print(path, report.year, new.value if new.status == "reported" else new.status, share_disclosed(found))
        for message in wrong:
            print(message)
        for status, cells in found.to_frame("polars")["status"].value_counts(sort=True).iter_rows():
            print(f"{status}: {cells} cells")


if __name__ == "__main__":
    main(sys.argv[1:])
