"""The fields of a class of nodes as attrs tells them: `attrs.fields`, `attrs.evolve`, `attrs.asdict` ask for them.

The classes themselves are written out, since those that attrs writes do not compile; `tests/tree/test_node_fields.py`
holds one against the other.
"""

from __future__ import annotations

from typing import Any, Final

import attrs


def described(kind: str, **rest: Any) -> Any:
    """Describe a field as `attrs.field` does, and its type by name."""
    field: Any = attrs.field
    return field(type=kind, **rest)


class Fields:
    """Stands for ``__attrs_attrs__`` in a class of nodes.

    attrs makes what is asked for when it first is: that takes a millisecond a class, and a parse needs none of it.
    """

    __slots__ = ("_made", "_table")

    def __init__(self, **table: Any) -> None:
        """
        Args:
            table: the fields in the order of ``__init__``, as `attrs.field` describes them.
        """
        self._table = table
        self._made: tuple[attrs.Attribute[Any], ...] = ()

    def __get__(self, _: object, owner: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
        if not self._made:
            made: Any = attrs.make_class(owner.__name__, self._table, slots=False, init=False, repr=False, eq=False)
            self._made = made.__attrs_attrs__
        return self._made


AROUND: Final[dict[str, Any]] = {
    "lead": described("str", default=""),
    "trail": described("str", default="\n"),
    "start": described("int | None", default=None, eq=False),
}
"""The white space around a leaf, and where it stands."""

NOTED: Final[dict[str, Any]] = {
    "source_span": described("tuple[int, int] | None", default=None, eq=False, repr=False),
    "page": described("int | None", default=None, eq=False, repr=False),
    "_links": described("Sequence[Link]", default=(), alias="links", eq=tuple, repr=False),
    "marks": described("tuple[Mark, ...]", default=()),
}
"""What is noted of a leaf where its page has it."""


def state(node: Any) -> dict[str, Any]:
    """Give the fields of a node by name: what pickles and copies hold, which is not what it stands under."""
    return {one.name: getattr(node, one.name) for one in attrs.fields(type(node))}


def restore(node: Any, state: dict[str, Any]) -> None:
    """Give a node the fields that it was pickled with."""
    for name, value in state.items():
        setattr(node, name, value)


def equal(one: Any, other: Any) -> bool:
    """True where all fields that count are the same in two nodes of one class."""
    for each in attrs.fields(type(one)):
        if each.eq:
            mine, theirs = getattr(one, each.name), getattr(other, each.name)
            if each.eq_key is not None:
                mine, theirs = each.eq_key(mine), each.eq_key(theirs)
            if mine != theirs:
                return False
    return True


def replaced(node: Any, changes: dict[str, Any]) -> Any:
    """Give a copy of a node with some fields changed."""
    return attrs.evolve(node, **changes)
