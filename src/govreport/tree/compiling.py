"""What the classes of leaves tell the compiler, where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr
else:

    def mypyc_attr(**_: Any) -> Any:
        """Leave a class as it is: what is asked of the compiler says nothing to Python."""
        return lambda one: one
