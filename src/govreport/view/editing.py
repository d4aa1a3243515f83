"""What a page needs so that its reader can set it right by clicking."""

from __future__ import annotations

import json
from pathlib import Path

from attrs import frozen

from govreport.corrections.files import begun
from govreport.corrections.fix import Fix
from govreport.corrections.names import places
from govreport.tree.report import Report
from govreport.view.figures import Data


@frozen
class Editing:
    """How what a reader sets right on a page is kept.

    Attributes:
        fix: what was set right already.
        file: the name of the file that holds it.
        address: where the page sends it; empty where its reader gets it as a file.
        token: what the page says to the server that it came from; no other page knows it.
    """

    fix: Fix
    file: str
    address: str = ""
    token: str = ""

    @classmethod
    def of_file(cls, report: Report, path: Path, address: str = "", token: str = "") -> Editing | None:
        """Give how a page of a file is set right.

        Args:
            report: the page, as it was read, with what was set right already.
            path: the file.
            address: see `Editing`.
            token: see `Editing`.

        Returns:
            None where the corrections beside it cannot be gone on with: they are for another text, or none.
        """
        try:
            fix = begun(report, path)
        except (OSError, ValueError):
            return None
        return cls(fix, places(path)[1].name, address, token)

    @classmethod
    def of_report(cls, report: Report, name: str) -> Editing | None:
        """The same for a report without a file; None where what was set right in it is not known any more."""
        if report.corrections:
            return None
        return cls(Fix.for_report(report, name), places(name or "page")[1].name)

    def data(self) -> Data:
        """Give it as JSON data."""
        return {
            "fix": json.loads(self.fix.to_json()),
            "file": self.file,
            "address": self.address,
            "token": self.token,
        }
