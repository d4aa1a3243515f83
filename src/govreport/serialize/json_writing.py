"""Tree → JSON, as text.

It is written directly: through dicts and json.dumps it takes a third longer.  The functions below refuse a value of
the wrong type, where str() and format() would write it.
"""

from __future__ import annotations

from collections.abc import Callable
from json.encoder import encode_basestring as _quote
from math import isfinite
from typing import Any, Final

from attrs import fields

from govreport.serialize.invalid import MAX_DEPTH, too_deep
from govreport.serialize.json_reading import LINK_KINDS, SCHEMA, TEXT_LEAVES, ZONES, read
from govreport.tree.corrections import Correction
from govreport.tree.issues import Issue
from govreport.tree.links import LINK, Link
from govreport.tree.nodes import (
    Attachment,
    Back,
    Body,
    Branch,
    Cell,
    FooterField,
    Front,
    Heading,
    Labelled,
    Metadata,
    Node,
    Row,
    Section,
    Table,
    TextLeaf,
)
from govreport.tree.origin import Origin
from govreport.tree.report import Report

_integer: Final = int.__repr__
_NO_ORIGIN: Final = Origin()


def write(node: Report | Node, caller: str) -> str:
    if type(node) is not Report and type(node) not in _WRITERS:
        raise TypeError(f"{caller}() takes a report or a node, not {type(node).__name__}; make a report with parse()")
    try:
        return _report(node) if isinstance(node, Report) else _WRITERS[type(node)](node, 1)
    except (AttributeError, KeyError, TypeError):
        read(_unchecked(node))  # raises too, and names the place
        raise


def _report(node: Report) -> str:
    issues = ",".join([_issue(one) for one in node.issues])
    rest = _confidence(node) + _corrections(node) + _origin(node.origin)
    return (
        f'{{"schema":"{SCHEMA}","kind":"report","front":{_zone(node.front, 1)},"body":{_zone(node.body, 1)},'
        f'"back":{_zone(node.back, 1)},"issues":[{issues}]{rest}}}'
    )


def _confidence(node: Report) -> str:
    return "" if node.confidence is None else f',"confidence":{_number(node.confidence)}'


def _corrections(node: Report) -> str:
    if not node.corrections:
        return ""
    return f',"corrections":[{",".join([_correction(one) for one in node.corrections])}]'


def _correction(one: Correction) -> str:
    text = f'"what":{_quote(one.what)}'
    for name, value in (("old", one.old), ("new", one.new)):
        if value is not None:
            text += f',"{name}":{_plain(value)}'
    for name, place in (("start", one.start), ("end", one.end)):
        if place is not None:
            text += f',"{name}":{_integer(place)}'
    for name, said in (("by", one.by), ("when", one.when)):
        if said is not None:
            text += f',"{name}":{_quote(said)}'
    return f"{{{text}}}"


def _plain(value: str | int | list[str]) -> str:
    if isinstance(value, list):
        return f"[{','.join(map(_quote, value))}]"
    return _quote(value) if isinstance(value, str) else _integer(value)


def _origin(origin: Origin) -> str:
    if origin == _NO_ORIGIN:
        return ""
    text = f'"kind":{_quote(origin.kind)}'
    if origin.encoding is not None:
        text += f',"encoding":{_quote(origin.encoding)}'
    if origin.url is not None:
        text += f',"url":{_quote(origin.url)}'
    if origin.newline is not None:
        text += f',"newline":{_quote(origin.newline)}'
    if origin.bom:
        text += ',"bom":true'
    if origin.replacements:
        text += f',"replacements":{_integer(origin.replacements)}'
    if origin.exact:
        text += ',"exact":true'
    for name, strings in (("escapes", origin.escapes), ("meta", origin.meta)):
        if strings:
            pairs = ",".join([f"{_quote(key)}:{_quote(value)}" for key, value in strings.items()])
            text += f',"{name}":{{{pairs}}}'
    return f',"origin":{{{text}}}'


def _issue(node: Issue) -> str:
    chance = "" if node.chance is None else f',"chance":{_number(node.chance)}'
    return (
        f'{{"code":{_quote(node.code)},"severity":{_quote(node.severity)},"message":{_quote(node.message)},'
        f'"start":{_integer(node.start)},"end":{_integer(node.end)}{chance}}}'
    )


def _zone(node: Front | Body | Back, level: int) -> str:
    start = f'"start":{_integer(node.start)},' if node.start else ""
    return f'{{"kind":"{node.kind}",{start}"children":[{_children(node, level)}]}}'


def _section(node: Section, level: int) -> str:
    return f'{{"kind":"section","heading":{_heading(node.heading, level)},"children":[{_children(node, level)}]}}'


def _branch(node: Branch, level: int) -> str:
    return f'{{"kind":"{node.kind}","children":[{_children(node, level)}]}}'


def _children(node: Branch, level: int) -> str:
    if level >= MAX_DEPTH and node.children:
        raise too_deep()
    level += 1
    return ",".join([_WRITERS[type(child)](child, level) for child in node.children])


def _text_leaf(node: TextLeaf, _: int) -> str:
    return f'{{"kind":"{node.kind}","raw":{_quote(node.raw)}{_place(node)}'


def _cell(node: Cell, level: int) -> str:
    text = _text_leaf(node, level)
    for name, covered in (("rowspan", node.rowspan), ("colspan", node.colspan)):
        if covered != 1:
            text = f'{text[:-1]},"{name}":{_integer(covered)}}}'
    return text


def _labelled(node: Labelled, _: int) -> str:
    key = "" if node.key is None else f'"key":{_quote(node.key)},'
    label = f'"label":{_quote(node.label)},' if node.label else ""
    gap = f'"gap":{_quote(node.gap)},' if node.gap else ""
    return f'{{"kind":"{node.kind}",{key}{label}{gap}"value":{_quote(node.value)}{_place(node)}'


def _heading(node: Heading, _: int) -> str:
    text = f'{{"kind":"heading","marker":{_quote(node._marker)}'
    if node.gap:
        text += f',"gap":{_quote(node.gap)}'
    text += f',"title":{_quote(node._title)}'
    if node.stop:
        text += f',"stop":{_quote(node.stop)}'
    if node.ordinal is not None:
        text += f',"ordinal":{_integer(node.ordinal)}'
    if node.depth != 1:
        text += f',"depth":{_integer(node.depth)}'
    if node.confidence != 1.0:
        text += f',"confidence":{_number(node.confidence)}'
    return text + _place(node)


def _place(leaf: TextLeaf | Labelled | Heading) -> str:
    """The white space around a leaf and its place, with the brace that closes it."""
    lead, trail, start = leaf.lead, leaf.trail, leaf.start
    text = "}" if start is None else f',"start":{_integer(start)}}}'
    if leaf.page is not None:
        text = f',"page":{_integer(leaf.page)}{text}'
    if leaf.source_span is not None:
        first, last = leaf.source_span
        text = f',"source_span":[{_integer(first)},{_integer(last)}]{text}'
    if leaf._links:
        text = f',"links":[{",".join([_link(link) for link in leaf._links])}]{text}'
    if leaf.marks:
        pairs = ",".join([f"[{_integer(at)},{_quote(mark)}]" for at, mark in leaf.marks])
        text = f',"marks":[{pairs}]{text}'
    if trail != "\n":
        text = f',"trail":{_quote(trail)}{text}'
    return f',"lead":{_quote(lead)}{text}' if lead else text


def _link(link: Link) -> str:
    start, end = link.where
    if link.kind not in LINK_KINDS:
        raise TypeError(f"{link.kind} is no kind of link")
    kind = "" if link.kind == LINK else f',"kind":{_quote(link.kind)}'
    return (
        f'{{"text":{_quote(link.text)},"target":{_quote(link.target)},'
        f'"where":[{_integer(start)},{_integer(end)}]{kind}}}'
    )


def _number(value: float) -> str:
    if type(value) is int:
        return _integer(value)
    if not isfinite(value):
        raise TypeError(f"{value} is no JSON number")
    return float.__repr__(value)


_WRITERS: Final[dict[type, Callable[[Any, int], str]]] = {
    **dict.fromkeys(TEXT_LEAVES, _text_leaf),
    Cell: _cell,
    Metadata: _labelled,
    FooterField: _labelled,
    Heading: _heading,
    Section: _section,
    **dict.fromkeys((Attachment, Table, Row), _branch),
    **dict.fromkeys(ZONES, _zone),
}


def _unchecked(value: Any) -> Any:
    """A tree as dicts, every field as it is."""
    if type(value) in (list, tuple):
        return [_unchecked(one) for one in value]
    if type(value) not in (Report, Issue, Origin, Link, Correction) and type(value) not in _WRITERS:
        return value
    data = {field.alias: _unchecked(getattr(value, field.name)) for field in fields(type(value))}
    if isinstance(value, (Issue, Origin, Link, Correction)):
        return data
    version = {"schema": SCHEMA} if isinstance(value, Report) else {}
    return {**version, "kind": value.kind, **data}
