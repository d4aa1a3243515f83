"""Options that several commands have."""

from __future__ import annotations

from typing import Final

import click

from govreport.series import SPLITTINGS


def _known(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Refuse an encoding that Python does not know, or that does not give text."""
    if name is not None:
        try:
            b"?".decode(name, errors="replace")
        except LookupError as error:
            raise click.BadParameter(f"{error}; names are those of Python, such as gb18030.") from None
    return name


ENCODING: Final = click.option(
    "--encoding", callback=_known, metavar="NAME", help="Encoding of every file. Found out for each unless told."
)

SPLIT_HEADINGS: Final = click.option(
    "--split-headings",
    "splitting",
    type=click.Choice(SPLITTINGS),
    default="confident",
    show_default=True,
    help="When to part a heading from the paragraph it runs into where no stop does.",
)
