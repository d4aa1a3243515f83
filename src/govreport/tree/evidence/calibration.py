"""How often a field is right that was weighed so or so: the confidence of the weights made a share of pages.

For the fields whose confidence was more than five hundredths beside the share that is right, a logistic curve over the
logarithm of its odds, one for values and one for there being none.  `tools/calibration.py` learns them.
"""

from __future__ import annotations

from math import exp, log
from typing import Final, NamedTuple

_NEAREST: Final = 0.001  # how near to 0 and 1 a confidence is taken to be


class Curve(NamedTuple):
    """A logistic curve over the logarithm of odds."""

    slope: float
    """Never below 0: what was surer stays so."""
    height: float


CALIBRATED: Final[dict[str, tuple[Curve, Curve]]] = {
    "issuer": (Curve(0.48, 1.42), Curve(0.0, 1.88)),
    "signature": (Curve(0.0, 1.81), Curve(0.0, 3.61)),
    "date": (Curve(0.22, 1.11), Curve(0.0, 3.59)),
}  # fmt: skip
"""By the names of fields: the curve of values, and that of there being none."""


def calibrated(name: str, confidence: float, is_value: bool) -> float:
    """How likely a field is right, 0 to 1.

    Args:
        name: the field.
        confidence: what its weights say.
        is_value: whether it has a value; else it was found to have none.
    """
    curves = CALIBRATED.get(name)
    return confidence if curves is None else on_curve(confidence, curves[0 if is_value else 1])


def on_curve(confidence: float, curve: Curve) -> float:
    """A confidence as a curve has it."""
    return 1 / (1 + exp(-(curve.height + curve.slope * log_odds(confidence))))


def log_odds(confidence: float) -> float:
    """The logarithm of the odds of a confidence, of one very near to 0 or 1 that of a little less."""
    near = min(max(confidence, _NEAREST), 1 - _NEAREST)
    return log(near / (1 - near))
