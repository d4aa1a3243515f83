"""Where the fix of a page stands: beside it, under its name.  No parser, so that names can be looked at without it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

SUFFIX: Final = ".fix.json"
"""How the names of files end that say what is to be set right in a page."""


def is_fix(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file holds corrections, and is no page."""
    return os.fspath(path).endswith(SUFFIX)


def places(path: str | os.PathLike[str]) -> tuple[Path, Path]:
    """Where the fix of a page may stand: ``page.html.fix.json``, which is of no other page, and ``page.fix.json``."""
    folder, name = os.path.split(os.fspath(path))
    return Path(folder, name + SUFFIX), Path(folder, os.path.splitext(name)[0] + SUFFIX)


def fix_path(path: str | os.PathLike[str]) -> Path:
    """Give the file that the fix of a page is to be written to.

    Args:
        path: the page.

    Returns:
        ``page.fix.json``; ``page.html.fix.json`` where that is there already, or where another page has the same name
        but for its ending.
    """
    own, shared = places(path)
    page = Path(path)
    alike = page.stem + "."
    taken = (page.name, shared.name)
    others = (name for name in os.listdir(page.parent) if name.startswith(alike) and name not in taken)
    return own if own.exists() or next(others, None) is not None else shared


def fix_digest(path: str) -> str:
    """Name what the files say that may hold the fix of a page; empty where there is none."""
    try:
        found = b"".join([file.read_bytes() for file in places(path) if file.is_file()])
    except OSError:  # which reading the fix will say
        return ""
    return hashlib.sha256(found).hexdigest() if found else ""
