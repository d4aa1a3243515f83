"""The list of a folder's reports, and their map, which its script fills, sorts, filters and searches."""

from __future__ import annotations

from typing import Final

from govreport.serialize.article import escaped
from govreport.view.assembly import assemble

_SCRIPTS: Final = ["state.js", "rows.js", "finding.js", "map.js", "dropping.js", "listing.js"]


def listing(name: str, token: str = "") -> str:
    """Print the page that lists a folder.

    Args:
        name: the folder's name, to be shown.
        token: what the page shows with a file that is dropped on it.

    Returns:
        HTML.  Its script asks the server that it came from: ``files``, ``rows``, ``search``, ``excerpts``, and ``drop``
        for files that are dropped on it.
    """
    return assemble("listing", _SCRIPTS, name, "connect-src 'self'", name=escaped(name), token=escaped(token))
