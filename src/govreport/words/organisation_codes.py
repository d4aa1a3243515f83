"""Codes of bodies in index numbers (索引号): 组织机构代码 (GB 11714), alone or in a 统一社会信用代码 (GB 32100)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT: Final = re.compile("(?<![0-9A-Z])1[129](?P<division>[1-8][0-9]{5})(?P<body>[0-9A-Z]{9})[0-9A-Z]?(?![0-9A-Z])")
"""Of bodies of the state (11), institutions (12) and others of theirs (19); the last character is often lost."""
_ORGANISATION: Final = re.compile("(?<![0-9A-Z])(?P<eight>[0-9A-Z]{8})-?(?P<check>[0-9X])(?![0-9A-Z])")


class Organisation(NamedTuple):
    """A body as its code tells."""

    code: str
    """The nine characters of its 组织机构代码."""
    division: str
    """The six digits of the division that registered it; empty where the code does not have them."""


def organisation_in(number: str) -> Organisation | None:
    """Find the code of a body in an index number; None where it holds none that checks.

    Args:
        number: the number as the page gives it: ``11330483002558489W/2015-86108``, ``003110926/201510-00216``.
    """
    plain = number.upper()
    credit = _CREDIT.search(plain)
    if credit is not None and _checks(credit["body"][:8], credit["body"][8]):
        return Organisation(credit["body"], credit["division"])
    for match in _ORGANISATION.finditer(plain):
        if _checks(match["eight"], match["check"]):
            return Organisation(match["eight"] + match["check"], "")
    return None


def _checks(eight: str, check: str) -> bool:
    """True where the last character is the one that GB 11714 computes of the others."""
    rest = 11 - sum(_SIGNS.index(sign) * weight for sign, weight in zip(eight, _WEIGHTS, strict=True)) % 11
    return check == {10: "X", 11: "0"}.get(rest, str(rest))
