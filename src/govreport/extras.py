"""What comes with an extra is imported where it is used, and named where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingExtra(ImportError):  # noqa: N818 - says what is missing, as ImportError does not
    """A package is missing that comes with an extra of this one.

    Args:
        package: the package.
        extra: the extra.
        remedy: what brings the package, where the extra does not: one of many that fsspec works with.

    Attributes:
        extra: the extra: ``pip install 'govreport[html]'``.
    """

    def __init__(self, package: str, extra: str, remedy: str | None = None) -> None:
        remedy = remedy or f"pip install 'govreport[{extra}]'"
        super().__init__(f"this needs {package}: {remedy}", name=package)
        self.extra = extra


def require(module: str, extra: str) -> Any:
    """Import a module of a package that comes with an extra.

    Args:
        module: its full name.
        extra: the extra.

    Raises:
        MissingExtra: the package is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        package = module.partition(".")[0]
        if (missing.name or "").partition(".")[0] != package:
            raise
        raise MissingExtra(package, extra) from None
