"""What a site's footer says."""

from __future__ import annotations

from typing import Final

from attrs import define

from govreport.tree.nodes import Back, FooterField, leaves
from govreport.words.blanks import clean
from govreport.words.page_labels import LICENCE, POLICE
from govreport.words.patterns import late
from govreport.words.widths import half_width


@define(slots=True)
class Footer:
    """What a site's footer says; None where it does not.

    Attributes:
        organizer: 主办单位.
        contractor: 承办单位.
        icp: ICP licence number.
        police: 公网安备 number, from the province's character on.
        site_id: 网站标识码.
        address: 地址.
        phone: 电话; a line for complaints (举报电话) is not it.
        postcode: 邮编.
        email: 邮箱.
        support: 技术支持.
        copyright: 版权所有.
        fax: 传真.
    """

    organizer: str | None = None
    contractor: str | None = None
    icp: str | None = None
    police: str | None = None
    site_id: str | None = None
    address: str | None = None
    phone: str | None = None
    postcode: str | None = None
    email: str | None = None
    support: str | None = None
    copyright: str | None = None
    fax: str | None = None


_KEYS = frozenset(Footer.__annotations__)


def read_footer(back: Back) -> Footer | None:
    """Read a site's footer; None where there is none."""
    values: dict[str, str] = {}
    for leaf in leaves(back):
        if isinstance(leaf, FooterField) and leaf.key in _KEYS and leaf.value:
            value = _value(leaf)
            if value:
                values.setdefault(leaf.key or "", value)
    return Footer(**values) if values else None


_LICENCES: Final = {"police": late(POLICE), "icp": LICENCE}
_LABEL_BEHIND: Final = {"organizer": "主办", "contractor": "承办"}


def _value(leaf: FooterField) -> str:
    """A footer field's value without what its label says already."""
    value = clean(leaf.piece("value"))
    if leaf.key in _LICENCES:
        match = _LICENCES[leaf.key].search(half_width(value))
        return value[match.start() : match.end()] if match else value
    if leaf.key == "organizer" and "\n" in leaf.value:
        return " ".join(part.strip() for part in leaf.value.split("\n") if part.strip())
    if not leaf.label and leaf.key in _LABEL_BEHIND:  # 某某办公室主办
        return value.removesuffix(_LABEL_BEHIND[leaf.key])
    return value
