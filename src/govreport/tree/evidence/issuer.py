"""The body whose document it is, by every place of a page that may name it.

What is a name, and where in a title or sentence one stands, is for `govreport.words.naming` and
`govreport.words.mentions` to say; what each place is worth, for `govreport.tree.evidence.weights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.enactment import first_act
from govreport.tree.evidence.labelled import without_tools
from govreport.tree.evidence.numbers import number_behind
from govreport.tree.evidence.places import (
    Passage,
    Words,
    document_leaves,
    first_paragraphs,
    in_head,
    metadata,
    own_leaves,
    value_of,
    whole,
)
from govreport.tree.evidence.weighing import Candidate, Evidence, bare
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Breadcrumb, FooterField, Furniture, Signature, Title
from govreport.words.closing_words import names_person
from govreport.words.mentions import Mention, in_full, name_in_sentence, name_in_title
from govreport.words.naming import NAME_MAX, Grade, grade, name_ends
from govreport.words.organizations import is_organ

if TYPE_CHECKING:
    from govreport.tree.report import Report

_SPEAKS_FOR: Final = re.compile(r"我(?:谨)?代表")
_SPEAKS_TO: Final = frozenset("，,、向")
"""What follows the name of the body for which somebody speaks."""
_SPEECH: Final = 6  # paragraphs among which a speaker says for whom he speaks
_OWN_OFFICE: Final = ("街道", "镇", "乡", "苏木", "开发区", "高新区", "经开区")
"""Places that are named for their office."""
_OFFICES: Final = ("人民政府", "办事处", "管委会", "管理委员会")
"""How the office of a place is named after it."""
_WORK_REPORT: Final = re.compile(r"政府工作报告")
_INNER: Final = re.compile(r"(?:^|政府|局|厅|委|委员会|部|院|署)(?:办公[室厅]|办)$|^.{0,3}(?:科|股|处室?)$")
"""An office within a body: what it publishes is the body's."""
_TERM: Final = re.compile(r"第[一二三四五六七八九十\d]{1,4}届")
_BEHIND: Final = re.compile(r"(?:[—－-]{1,2}|[（(])(?P<name>[\u4e00-\u9fff]{3,30})[）)]?$")
_TOKEN: Final = re.compile(r"[、，,；;|\s]")
_SHORT_LEAST: Final = 2  # characters of a short name that can stand for a longer one


def candidates(report: Report, title: Passage, signed: Evidence) -> Iterator[Candidate]:
    """Yield the bodies that the document may be of.

    Args:
        report: any report.
        title: its title; empty where it has none.
        signed: what speaks for its signature.
    """
    names = _Names(report)
    if signed.value:
        yield from _signature(report, signed)
    names_its_subject = "关于" not in title.text and first_act(report) is not None  # 溪原市村民委员会选举办法
    yield from _title(names, title, "title of a law" if names_its_subject else "title")
    yield from _beside_title(names, report)
    yield from _speaker(report, title)
    yield from _enactment(report)
    yield from _order(report)
    yield from _opening(names, report)
    yield from _fields(names, report)
    yield from _surroundings(report)


def agrees(one: str, other: str) -> bool:
    """True where two names are of one body: the same, one without its place (市教育局), or a place and its office."""
    short, long = sorted((bare(one), bare(other)), key=len)
    if short == long:
        return True
    ends = (short, *(short + office for office in _OFFICES))
    return len(short) >= _SHORT_LEAST and long.endswith(ends) and grade(long) is not None


def detail(name: str) -> int:
    """How much a name says: that of a body more than that of a place, with its place more than without."""
    return min(grade(bare(name)) or 0, Grade.BUILT)


class _Names:
    """A report's names, with what its text says in full."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def where_said(self, raw: str) -> Words:
        """Give the leaves of the text that hold some words as the page writes them."""
        return Words(leaf for leaf in document_leaves(self._report) if raw in leaf.words)

    def candidate(self, name: Passage, where: str) -> Candidate:
        """Give the candidate that a name makes, in full where the text gives it so."""
        if grade(bare(name.raw)) == Grade.PART:
            full = self._in_full("".join(name.raw.split()))
            if full is not None:
                return Candidate(full.value, full.span, where, weight("issuer", where))
            where = f"{where}, in part"
        return Candidate(name.value, name.span, where, weight("issuer", where))

    def _in_full(self, raw: str) -> Passage | None:
        parts = [raw]
        if raw.endswith("政府") and not raw.endswith("人民政府"):
            parts.append(raw.removesuffix("政府") + "人民政府")
        for part in parts:
            words = self.where_said(part)
            full = in_full(bare(part), words.text)
            if full is not None:
                return words.find(full)
        return None


def _signature(report: Report, signed: Evidence) -> Iterator[Candidate]:
    """The first of the names that sign; a person (市长　李某某) signs for a body that is named elsewhere."""
    for leaf in own_leaves(report):
        if isinstance(leaf, Signature) and leaf.text == signed.value[0] and not names_person(leaf.words):
            yield Candidate(leaf.text, whole(leaf).span, "signature", weight("issuer", "signature"))
            return


def _title(names: _Names, title: Passage, where: str) -> Iterator[Candidate]:
    """The body that the title begins with; of a place, its government, where the text names it.

    Args:
        names: the report's names.
        title: its title.
        where: what a body there is evidence as.
    """
    named = name_in_title(title.text) if title.raw else None
    if named is None:
        yield from _behind_title(names, title, where)
        return
    if named.grade > Grade.PLACE:
        yield names.candidate(title.part(named.start, named.end), where)
    else:
        yield from _of_place(names, title, named)


def _behind_title(names: _Names, title: Passage, where: str) -> Iterator[Candidate]:
    """The body that stands behind a title, set off: 2020年…年度报告——溪原市水务局, …年度报告（溪原市水务局）."""
    behind = _BEHIND.search(title.text)
    if behind is not None and is_organ(behind["name"]):
        yield names.candidate(title.part(*behind.span("name")), where)


def _beside_title(names: _Names, report: Report) -> Iterator[Candidate]:
    """A body alone on the line above or below the title."""
    front = report.front.children
    for index, child in enumerate(front):
        beside = front[max(0, index - 1) : index + 2]
        if isinstance(child, Furniture) and is_organ(child.words) and any(isinstance(one, Title) for one in beside):
            yield names.candidate(whole(child), "beside the title")


def _of_place(names: _Names, title: Passage, place: Mention) -> Iterator[Candidate]:
    """Who governs the place that a title begins with."""
    name = bare(place.text)
    if _WORK_REPORT.match(title.text, place.end):
        governs = title.part(place.start, place.end + len("政府"))
        yield Candidate(
            governs.value, governs.span, "title of a work report", weight("issuer", "title of a work report")
        )
    words = names.where_said("".join(title.part(place.start, place.end).raw.split()))
    for office in _OFFICES:
        found = words.find(name + office)
        if found is not None:
            yield Candidate(found.value, found.span, "title, its government", weight("issuer", "title, its government"))
            return
    own = title.part(place.start, place.end)
    where = "title, a place" if name.endswith(_OWN_OFFICE) else "title, a division"
    yield Candidate(own.value, own.span, where, weight("issuer", where))


def _speaker(report: Report, title: Passage) -> Iterator[Candidate]:
    """The body for which a work report speaks: 我代表国务院, 我代表溪原市人民政府."""
    if "工作报告" not in bare(title.raw):
        return
    for leaf in islice(first_paragraphs(report), _SPEECH):
        said = whole(leaf)
        match = _SPEAKS_FOR.search(said.text)
        start = match.end() if match else len(said.text)
        ends = name_ends(said.text[start : start + NAME_MAX])
        followed = [
            end
            for end, sure in ends.items()
            if sure > Grade.PART and said.text[start + end : start + end + 1] in _SPEAKS_TO
        ]
        if followed:
            name = said.part(start, start + followed[-1])
            yield Candidate(name.value, name.span, "speaker", weight("issuer", "speaker"))
            return


def _enactment(report: Report) -> Iterator[Candidate]:
    """The body that made a law, by its history."""
    act = first_act(report)
    if act is None or act.by is None:
        return
    name = act.by
    term = _TERM.match(name.text)
    if term is not None:
        name = name.part(term.end(), len(name.raw))
    if act.number is not None or grade(bare(name.raw)) is not None:
        yield Candidate(name.value, name.span, "enactment", weight("issuer", "enactment"))


def _order(report: Report) -> Iterator[Candidate]:
    """The body whose order a title names behind it: （国务院令第737号）."""
    for child in report.front.children:
        number = number_behind(whole(child)) if isinstance(child, Title) else None
        sign = number.text.find("令第") if number is not None else -1
        if number is not None and sign > 0 and is_organ(number.text[:sign]):
            name = number.part(0, sign)
            yield Candidate(name.value, name.span, "order", weight("issuer", "order"))


def _opening(names: _Names, report: Report) -> Iterator[Candidate]:
    """The body of which the first paragraphs say that it made or publishes the report."""
    for leaf in first_paragraphs(report):
        passage = whole(leaf)
        named = name_in_sentence(passage.text)
        if named is not None:
            name = passage.part(named.start, named.end)
            yield names.candidate(name, "opening, an office" if _INNER.search(bare(name.raw)) else "opening")
            return


def _fields(names: _Names, report: Report) -> Iterator[Candidate]:
    """The bodies that the page's own fields name: 发布机构, 来源."""
    for leaf, passage in metadata(report, "issuer", "source"):
        value = without_tools(passage)
        name = value if is_organ(value.value) else _first_name(value)
        if name is None:
            continue
        where = str(leaf.key)
        yield names.candidate(name, f"{where}, an office" if _INNER.search(bare(name.raw)) else where)


def _first_name(value: Passage) -> Passage | None:
    """The first of several names side by side."""
    joint = _TOKEN.search(value.text)
    first = value.part(0, joint.start()) if joint is not None else value
    return first if first.raw and is_organ(first.text) else None


def _surroundings(report: Report) -> Iterator[Candidate]:
    """What the site says of itself, which only supports what the document says."""
    for child in report.front.children:
        if isinstance(child, Breadcrumb):
            for name in child.names:
                if is_organ(name):
                    yield Candidate(name, whole(child).span, "breadcrumb", weight("issuer", "breadcrumb"))
    for foot in report.back.children:
        if isinstance(foot, FooterField) and foot.key == "organizer" and foot.value:
            organizer = value_of(foot)
            if organizer.raw:
                yield Candidate(organizer.value, organizer.span, "footer", weight("issuer", "footer"))
    for key in ("ContentSource", "SiteName"):
        head = in_head(report, key)
        if head and is_organ(head):
            yield Candidate(head, None, f"head {key}", weight("issuer", f"head {key}"))
