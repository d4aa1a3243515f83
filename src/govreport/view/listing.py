"""The list of a folder's reports, which its script fills, sorts and filters."""

from __future__ import annotations

from govreport.serialize.article import escaped
from govreport.view.assembly import assemble


def listing(name: str) -> str:
    """Print the page that lists a folder.

    Args:
        name: the folder's name, to be shown.

    Returns:
        HTML.  Its script asks the server that it came from for the rows, at ``reports``.
    """
    return assemble("listing", ["listing.js"], name, "connect-src 'self'", name=escaped(name))
