"""How a number becomes a look: by the first of some bounds that it does not reach."""

from __future__ import annotations

from bisect import bisect_right


class Steps:
    """Some bounds, in order, and what each step between them is called.

    Attributes:
        least: the lowest bound.
        most: the highest.
    """

    __slots__ = ("_bounds", "_names", "least", "most")

    def __init__(self, *bounds: float) -> None:
        self.least = bounds[0]
        self.most = bounds[-1]
        self._bounds = bounds
        self._names = [*[f"<{bound:g}" for bound in bounds], f">={bounds[-1]:g}"]

    def of(self, value: float) -> str:
        """The step that a value is at, as a look names it: ``<0.5``, or ``>=5`` where it reaches the highest."""
        return self._names[bisect_right(self._bounds, value)]
