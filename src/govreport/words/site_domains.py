"""Which divisions the name of a government's site may be of: ``jyj.溪原.gov.cn`` by its labels from the right."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.division_codes import Division, called, of_code

_PROVINCES: Final = {
    "bj": "11", "tj": "12", "he": "13", "hebei": "13", "sx": "14", "shanxi": "14", "nm": "15", "nmg": "15",
    "neimenggu": "15", "ln": "21", "jl": "22", "hl": "23", "hlj": "23", "sh": "31", "js": "32", "zj": "33", "ah": "34",
    "fj": "35", "fujian": "35", "jx": "36", "sd": "37", "ha": "41", "hb": "42", "hn": "43", "gd": "44", "gx": "45",
    "gxzf": "45", "hi": "46", "cq": "50", "sc": "51", "gz": "52", "yn": "53", "xz": "54", "sn": "61", "shaanxi": "61",
    "gs": "62", "qh": "63", "nx": "64", "xj": "65",
}  # fmt: skip
"""Labels of provinces, with the first two digits of their codes: those of the second level under .cn
(中国互联网络域名体系), and names that Latin letters spell otherwise."""
_GOVERNMENT: Final = re.compile(r"(?:^|//)(?P<labels>[a-z0-9.-]{1,80}?)\.gov\.cn(?::\d{1,5})?(?:/|$)")


def divisions_of_site(address: str) -> tuple[Division, ...]:
    """Give the divisions that the address of a page may be of; none where its domain names none.

    Args:
        address: ``http://www.溪原.gov.cn/…`` with the name in Latin letters, or the domain alone.

    Returns:
        One, or all that are spelled so; the narrower where the domain names two.
    """
    match = _GOVERNMENT.search(address.lower())
    found: tuple[Division, ...] = ()
    for label in reversed(match["labels"].split(".")) if match else ():
        province = of_code(_PROVINCES[label] + "0000") if label in _PROVINCES and not found else None
        some = tuple(one for one in called(label) if one.last is None)
        if province is not None:
            some = (province, *(one for one in some if one.level != "province"))
        if found:
            some = tuple(one for one in some if any(other.holds(one.code) and other != one for other in found))
        found = some or found
    return found
