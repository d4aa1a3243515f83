"""Nodes are written out, and still do what attrs classes do, in the compiled build too."""

from __future__ import annotations

import copy
import pickle
import sys
from typing import Any

import attrs
import pytest

import govreport.tree.nodes
from govreport import Report, parse, to_json
from govreport.tree.leaf import Labelled, Leaf, TextLeaf
from govreport.tree.links import Link
from govreport.tree.nodes import Branch, Cell, Heading, Metadata, Paragraph, Section, Table, leaves
from govreport.tree.placed import Placed

NODES: list[type[Any]] = [
    one
    for one in [*vars(govreport.tree.nodes).values(), Report]
    if isinstance(one, type) and issubclass(one, Placed) and one not in (Placed, Leaf, TextLeaf, Labelled, Branch)
]
"""Every class of which there are nodes."""

# mypy takes no class for one of attrs that attrs has not written.
evolve: Any = attrs.evolve

PAGE = "青江市2019年政府信息公开工作年度报告\n\n一、总体情况\n全年公开128条。\n（一）加强领导。成立小组。\n"


def values(kind: type[Any]) -> dict[str, Any]:
    """A value for each field, other than its default."""
    made: dict[str, Any] = {"children": [Paragraph("甲")], "heading": Heading("一、"), "confidence": 0.5, "ordinal": 7}
    made |= {"start": 3, "page": 2, "source_span": (1, 2), "rowspan": 2, "colspan": 3, "depth": 4}
    made |= {"links": (Link("甲", "a.html", (0, 1)),), "marks": ((0, "*"),), "key": "published"}
    return {one.alias: made.get(one.alias, f"〈{one.alias}〉") for one in attrs.fields(kind) if one.type != "Front"}


@pytest.mark.parametrize("kind", NODES, ids=lambda kind: kind.__name__)
def test_fields_are_what_a_node_is_made_of(kind: type[Any]) -> None:
    fields, positional = attrs.fields(kind), kind.__match_args__
    assert attrs.has(kind)
    assert attrs.fields(kind) is fields
    assert positional == tuple(one.alias for one in fields)[: len(positional)]
    for one in fields:
        factory = getattr(one.default, "factory", None)
        default = one.default if factory is None else factory()
        assert getattr(kind(), one.name) == default
    if kind is Report:
        return
    given = values(kind)
    for node in (kind(**given), kind(*given.values())):
        assert {one.alias: getattr(node, one.name) for one in fields} == given


@pytest.mark.parametrize("kind", NODES, ids=lambda kind: kind.__name__)
def test_what_counts_for_equality(kind: type[Any]) -> None:
    if kind is Report:
        assert Report(confidence=0.5) == Report()
        assert Report(issues=parse("").issues) != Report()
        return
    given = values(kind)
    for one in attrs.fields(kind):
        changed = kind(**{one.alias: given[one.alias]})
        if given[one.alias] != getattr(kind(), one.name):
            assert (changed == kind()) is (not one.eq)
            assert (changed != kind()) is one.eq
    assert kind() != 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(kind())


def test_one_class_is_equal_to_no_other() -> None:
    class Clause(Paragraph):
        pass

    assert Clause("甲") != Paragraph("甲")
    assert Clause("甲") == Clause("甲")
    assert Paragraph("甲", links=[]) == Paragraph("甲", links=())


def test_evolve_and_asdict() -> None:
    paragraph = Paragraph("甲", lead=" ", start=3)
    assert evolve(paragraph, raw="乙") == Paragraph("乙", lead=" ")
    heading = evolve(Heading("一、", "甲", ordinal=1), title="乙")
    assert (heading.marker, heading.title, heading.ordinal) == ("一、", "乙", 1)
    assert attrs.asdict(Cell("甲", rowspan=2))["rowspan"] == 2
    section = attrs.asdict(Section([Paragraph("甲")], Heading("一、")))
    assert (section["heading"]["_marker"], section["children"][0]["raw"]) == ("一、", "甲")
    assert [one.name for one in attrs.fields(Section)] == ["children", "heading"]
    if sys.version_info >= (3, 13):
        assert copy.replace(paragraph, raw="乙") == Paragraph("乙", lead=" ")


def test_repr() -> None:
    assert repr(Paragraph("甲", start=3)) == "<Paragraph '甲' at 3>"
    assert repr(Section([Paragraph("甲")], Heading("一、", "乙"))) == "<Section '一、乙', 1 child>"


def test_patterns() -> None:
    match Metadata("published", "发布时间", "：", "2019-03-01"):
        case Metadata("published", value=value):
            assert value == "2019-03-01"
        case _:
            pytest.fail("it is metadata")
    match Section([Paragraph("甲")], Heading("一、", "乙")):
        case Section([Paragraph(text)], Heading(marker, title)):
            assert (text, marker, title) == ("甲", "一、", "乙")
        case _:
            pytest.fail("it is a section")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_copies_and_pickles(protocol: int) -> None:
    report = parse(PAGE)
    for same in (pickle.loads(pickle.dumps(report, protocol)), copy.deepcopy(report), copy.copy(report)):
        assert same == report
        assert to_json(same) == to_json(report)
    section = report.section(1)
    for alone in (pickle.loads(pickle.dumps(section, protocol)), copy.deepcopy(section)):
        assert alone == section
        assert alone.parent is None
        assert [leaf.start for leaf in leaves(alone)] == [leaf.start for leaf in leaves(section)]
    cell = Cell("甲", rowspan=2, links=[Link("甲", "a.html", (0, 1))])
    assert copy.copy(cell) == pickle.loads(pickle.dumps(cell, protocol)) == cell


class Clause(Paragraph):
    """A class of somebody else's."""

    kind = "clause"

    @property
    def words(self) -> str:
        return self.raw.strip("§")


@attrs.define
class Scored(Paragraph):
    """One made by attrs, with a field more."""

    score: float = 0.5


@attrs.define
class Numbered(Section):
    number: int = 0


scored_class: Any = Scored
numbered_class: Any = Numbered


def test_subclasses() -> None:
    clause = Clause("§甲", start=3)
    assert (clause.text, clause.kind, clause.span, repr(clause)) == ("甲", "clause", (3, 6), "<Clause '甲' at 3>")
    assert copy.copy(clause) == pickle.loads(pickle.dumps(clause)) == clause
    scored = scored_class("甲", lead=" ", score=1.0)
    assert (scored.raw, scored.lead, scored.trail, scored.score) == ("甲", " ", "\n", 1.0)
    assert evolve(scored, score=0.0) == scored_class("甲", lead=" ", score=0.0) != scored
    assert copy.copy(scored) == pickle.loads(pickle.dumps(scored)) == scored
    assert [one.name for one in attrs.fields(Scored)] == [*(one.name for one in attrs.fields(Paragraph)), "score"]
    assert Scored.__match_args__[-1] == "score"
    numbered = numbered_class([clause, scored], Heading("一、"), number=3)
    assert (numbered.full_text, numbered.number) == ("一、\n甲\n甲", 3)
    assert numbered.find(Paragraph) == [clause, scored]
    assert scored.parent is numbered


def test_nothing_can_be_misspelt() -> None:
    for node in (Paragraph("甲"), Section(), Table(), Report()):
        with pytest.raises(AttributeError):
            node.text_ = "乙"  # type: ignore[union-attr]
