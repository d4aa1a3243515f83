"""The command line: ``govreport parse``, ``govreport tree``, ``govreport text`` and ``govreport check``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, or name what to install where click or rich is missing."""
    # Both come with an extra: the console script is there without them, so they are imported here and no earlier.
    try:
        from govreport.cli.commands import commands
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("click", "rich"):
            raise
        sys.exit("govreport: the command line needs click and rich: pip install 'govreport[cli]'")
    commands(prog_name="govreport")
