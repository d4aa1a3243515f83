"""Which build of the library this is."""

from __future__ import annotations

from importlib.util import find_spec


def build() -> str:
    """Tell how the steps of the parse run, without loading them.

    Returns:
        ``compiled`` where mypyc has made C of them, ``pure Python`` where they run as they are written.
    """
    spec = find_spec("govreport.parsing.pipeline")
    return "pure Python" if spec is None or (spec.origin or "").endswith((".py", ".pyc")) else "compiled"
