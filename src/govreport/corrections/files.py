"""The fix of a page read from beside it, put into its report, and written."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govreport.corrections.names import fix_path, places
from govreport.tree.report import Report

if TYPE_CHECKING:
    from govreport.corrections.fix import Fix

MAX_BYTES: Final = 1 << 20
"""Bytes of the largest that is read."""


def fix_beside(path: str | os.PathLike[str]) -> Fix | None:
    """Read the fix of a page.

    Args:
        path: the page.

    Returns:
        The fix; None where there is none, or the one that there is names another page that stands beside it.

    Raises:
        OSError: it cannot be read.
        ValueError: the file is no fix.
    """
    page = Path(path)
    for file in places(page):
        if not file.is_file():
            continue
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError(f"{file.name} has more than {MAX_BYTES} bytes")
        from govreport.corrections.fix import Fix  # loaded for a page that has one, as is the rest below

        try:
            fix = Fix.from_json(data)
        except ValueError as error:
            raise ValueError(f"{file.name}: {error}") from None
        if fix.page in ("", page.name) or not _beside(page, fix.page):
            return fix
    return None


def correct_from_beside(report: Report, path: str | os.PathLike[str]) -> None:
    """Set right in a report what the file beside its page says; one that is no fix is an issue.

    Args:
        report: the report, as it was read.
        path: the page that it was read from.
    """
    try:
        fix = fix_beside(path)
    except (OSError, ValueError) as error:
        from govreport.corrections.correcting import refuse

        refuse(report, str(error))
        return
    if fix is not None:
        from govreport.corrections.correcting import correct

        correct(report, fix)


def write_fix(fix: Fix, path: str | os.PathLike[str]) -> Path:
    """Write the fix of a page beside it, whole or not at all.

    Args:
        fix: the fix.
        path: the page.

    Returns:
        The file.

    Raises:
        OSError: it cannot be written.
    """
    target = fix_path(path)
    draft = target.with_name(f".{secrets.token_hex(8)}")
    try:
        with draft.open("x", encoding="utf-8") as file:
            file.write(fix.to_json())
        draft.replace(target)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
    return target


def begun(report: Report, path: str | os.PathLike[str]) -> Fix:
    """Give the fix that a page has, to be gone on with, or a new one.

    Args:
        report: the report, as it was read.
        path: the page.

    Raises:
        OSError: the one that there is cannot be read.
        ValueError: it is no fix, or for another text.
    """
    from govreport.corrections.fix import Fix, digest_of

    fix = fix_beside(path)
    if fix is None:
        return Fix.for_report(report, Path(path).name)
    if fix.digest != digest_of(report):
        raise ValueError("the corrections beside it are for another text: move them away")
    return fix


def _beside(page: Path, name: str) -> bool:
    """Whether another page of some name stands beside one."""
    return os.path.basename(name) == name and page.with_name(name).exists()
