"""Diagrams of the documentation as SVG: lines through points between two axes, drawn the same each time."""

from __future__ import annotations

from typing import Final, NamedTuple

_SIZE: Final = 260  # pixels of a side of the plane
_MARGIN: Final = 44  # around it
_LEGEND: Final = 190  # pixels for the names of lines, at its right
_COLOURS: Final = (
    "#1f5fa8", "#b4432e", "#3d7a3a", "#8a5aa8", "#b27d12", "#2b8a8a", "#7a4a2b", "#5a5a5a", "#c2417f", "#6b7a1f",
    "#20407a", "#d07a4a",
)  # fmt: skip
_TICKS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


class Line(NamedTuple):
    """A line of a diagram.

    Attributes:
        name: what it is of.
        points: its points, each two shares of 1 and what it counts, which says how large it is drawn.
    """

    name: str
    points: list[tuple[float, float, float]]


def diagram(title: str, across: str, up: str, lines: list[Line]) -> str:
    """A square diagram of shares over chances, with the diagonal on which they are equal.

    Args:
        title: what it shows, for readers who do not see it.
        across: the name of the axis from left to right.
        up: the name of the axis from bottom to top.
        lines: its lines.
    """
    width, height = _SIZE + 2 * _MARGIN + _LEGEND, _SIZE + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11" role="img">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for tick in _TICKS:
        at, level = _across(tick), _up(tick)
        parts += [
            f'<path d="M{at} {_up(0)}V{_up(1)}M{_across(0)} {level}H{_across(1)}" stroke="#dddddd" fill="none"/>',
            f'<text x="{at}" y="{_up(0) + 14}" text-anchor="middle">{tick:g}</text>',
            f'<text x="{_across(0) - 6}" y="{level + 4}" text-anchor="end">{tick:g}</text>',
        ]
    middle = _MARGIN + _SIZE // 2
    parts += [
        f'<path d="M{_across(0)} {_up(0)}L{_across(1)} {_up(1)}" stroke="#999999" stroke-dasharray="4 3" fill="none"/>',
        f'<text x="{middle}" y="{height - 10}" text-anchor="middle">{across}</text>',
        f'<text x="12" y="{middle}" text-anchor="middle" transform="rotate(-90 12 {middle})">{up}</text>',
    ]
    for number, line in enumerate(lines):
        parts += _drawn(line, number)
    return "\n".join([*parts, "</svg>", ""])


def _drawn(line: Line, number: int) -> list[str]:
    colour = _COLOURS[number % len(_COLOURS)]
    way = "L".join(f"{_across(x)} {_up(y)}" for x, y, _ in line.points)
    most = max((count for _, _, count in line.points), default=1.0)
    parts = [f'<path d="M{way}" stroke="{colour}" fill="none"/>'] if len(line.points) > 1 else []
    for x, y, count in line.points:
        radius = round(2 + 3 * (count / most) ** 0.5, 1)
        parts.append(f'<circle cx="{_across(x)}" cy="{_up(y)}" r="{radius}" fill="{colour}"/>')
    left, top = _SIZE + _MARGIN + 16, _MARGIN + 16 * number
    parts.append(f'<rect x="{left}" y="{top}" width="10" height="10" fill="{colour}"/>')
    parts.append(f'<text x="{left + 16}" y="{top + 9}">{line.name}</text>')
    return parts


def _across(share: float) -> float:
    return round(_MARGIN + _SIZE * share, 1)


def _up(share: float) -> float:
    return round(_MARGIN + _SIZE * (1 - share), 1)
