"""JSON → tree: what each kind of node holds, checked key by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isfinite
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import fields

from govreport.serialize.invalid import MAX_DEPTH, InvalidReport, shown, too_deep
from govreport.tree.corrections import FIELD_TYPES, KINDS, Correction, field_value
from govreport.tree.issues import Issue
from govreport.tree.links import FILE, IMAGE, LINK, Link
from govreport.tree.nodes import (
    Addressee,
    Attachment,
    Back,
    Body,
    Breadcrumb,
    Cell,
    FooterField,
    Front,
    Furniture,
    Heading,
    Metadata,
    Node,
    Note,
    Paragraph,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
)
from govreport.tree.origin import Origin
from govreport.tree.report import Report

SCHEMA: Final = "govreport/2"
"""The version of the format, as every report that is written names it."""

SCHEMAS: Final = (SCHEMA, "govreport/1")
"""The versions that are read.  What ``govreport/1`` holds means the same now: nothing has to be changed in it."""

MAX_SPAN: Final = 1000
"""Rows or columns that a cell may cover, as in HTML: a grid of more would fill the memory."""

TEXT_LEAVES: Final = (Furniture, Breadcrumb, Title, Addressee, Paragraph, Signature, SignedDate, Note, Cell)
ZONES: Final = (Front, Body, Back)
LINK_KINDS: Final = (LINK, FILE, IMAGE)


_Maker: TypeAlias = Callable[[dict[str, Any], int], Any]
_Types: TypeAlias = tuple[type, ...]
_STRING: Final[_Types] = (str,)
_STRING_OR_NULL: Final[_Types] = (str, type(None))
_INTEGER: Final[_Types] = (int,)
_INTEGER_OR_NULL: Final[_Types] = (int, type(None))
_NUMBER: Final[_Types] = (float, int)
_ARRAY: Final[_Types] = (list,)
_NUMBER_OR_NULL: Final[_Types] = (float, int, type(None))
_ARRAY_OR_NULL: Final[_Types] = (list, type(None))
_OBJECT: Final[_Types] = (dict,)
_BOOLEAN: Final[_Types] = (bool,)
_PLAIN: Final[_Types] = (str, int, list, type(None))


class _Shape(NamedTuple):
    """What an object may and must hold, and what becomes of it.

    Attributes:
        types: the Python types that each key may have.
        required: the keys that must be there.
        make: turns the object, once it is checked, into a node at a level of the tree.
    """

    types: dict[str, _Types]
    required: tuple[str, ...]
    make: _Maker


_NAMES: Final[dict[_Types, str]] = {
    _STRING: "a string",
    _STRING_OR_NULL: "a string or null",
    _INTEGER: "an integer",
    _INTEGER_OR_NULL: "an integer or null",
    _NUMBER: "a finite number",
    _ARRAY: "an array",
    _NUMBER_OR_NULL: "a finite number or null",
    _ARRAY_OR_NULL: "an array or null",
    _OBJECT: "an object",
    _BOOLEAN: "true or false",
    _PLAIN: "a string, an integer, an array of strings or null",
}


def read(data: Any) -> Any:
    try:
        if type(data) is dict and data.get("kind") == "report":
            return _read_as(_REPORT, data, 1)
        return _read_node(data, 1)
    except InvalidReport as fault:
        raise fault.under("$") from None
    except RecursionError:
        raise too_deep().under("$") from None


def _read_node(data: Any, level: int) -> Any:
    if type(data) is not dict:
        raise InvalidReport("", "an object", shown(data))
    kind = data.get("kind")
    shape = _SHAPES.get(kind) if type(kind) is str else None
    if shape is None:
        raise InvalidReport(".kind", f"one of {', '.join(_SHAPES)}", shown(kind) if "kind" in data else "nothing")
    return _read_as(shape, data, level)


def _read_as(shape: _Shape, data: dict[str, Any], level: int) -> Any:
    types = shape.types
    try:
        for key, value in data.items():
            if type(value) not in types[key]:
                raise InvalidReport(f".{key}", _NAMES[types[key]], shown(value))
    except KeyError:
        raise InvalidReport("", f"only the keys {', '.join(types)}", shown(key)) from None
    for key in shape.required:
        if key not in data:
            raise InvalidReport(f".{key}", _NAMES[types[key]], "nothing")
    return shape.make(data, level)


def _read_under(data: dict[str, Any], kind: str, level: int) -> Any:
    """Read the node that stands under the key of its kind."""
    node = data[kind]
    try:
        if node.get("kind", kind) != kind:
            raise InvalidReport(".kind", f'"{kind}"', shown(node["kind"]))
        return _read_node(node, level)
    except InvalidReport as fault:
        raise fault.under(f".{kind}") from None


def _read_children(data: dict[str, Any], level: int) -> list[Node]:
    if level >= MAX_DEPTH and data["children"]:
        raise too_deep()
    level += 1
    children: list[Node] = []
    try:
        for child in data["children"]:
            children.append(_read_node(child, level))
    except InvalidReport as fault:
        raise fault.under(f".children[{len(children)}]") from None
    return children


def _read_list(data: dict[str, Any], name: str, shape: _Shape) -> list[Any]:
    """Read what a report lists beside its nodes."""
    found: list[Any] = []
    try:
        for one in data.get(name, ()):
            if type(one) is not dict:
                raise InvalidReport("", "an object", shown(one))
            found.append(_read_as(shape, one, 0))
    except InvalidReport as fault:
        raise fault.under(f".{name}[{len(found)}]") from None
    return found


# --- what each kind holds --------------------------------------------------------------------------------------------


def _maker(kind: type[Any]) -> _Maker:
    """The maker of a class whose fields are strings and numbers."""
    defaults = {field.alias: field.default for field in fields(kind)}
    in_order = itemgetter(*defaults)

    def make(data: dict[str, Any], _: int) -> Any:
        if data.get("source_span") is not None:
            data = {**data, "source_span": _read_span(data["source_span"], "source_span")}
        if "links" in data:
            data = {**data, "links": _read_links(data["links"])}
        if "marks" in data:
            data = {**data, "marks": tuple(_read_marks(data["marks"]))}
        return kind(*in_order({**defaults, **data}))

    return make


def _read_span(span: list[Any], name: str) -> tuple[int, int]:
    if len(span) != 2 or not all(type(place) is int for place in span):
        raise InvalidReport(f".{name}", "two integers", shown(span))
    return (span[0], span[1])


def _read_links(data: list[Any]) -> tuple[Link, ...]:
    links: list[Link] = []
    try:
        for link in data:
            if type(link) is not dict:
                raise InvalidReport("", "an object", shown(link))
            links.append(_read_as(_LINK, link, 0))
    except InvalidReport as fault:
        raise fault.under(f".links[{len(links)}]") from None
    return tuple(links)


def _make_link(data: dict[str, Any], _: int) -> Link:
    kind = data.get("kind", LINK)
    if kind not in LINK_KINDS:
        raise InvalidReport(".kind", f"one of {', '.join(LINK_KINDS)}", shown(kind))
    return Link(data["text"], data["target"], _read_span(data["where"], "where"), kind)


def _read_marks(marks: list[Any]) -> Iterator[tuple[int, str]]:
    for index, mark in enumerate(marks):
        if type(mark) is not list or len(mark) != 2 or (type(mark[0]), type(mark[1])) != (int, str) or mark[0] < 0:
            raise InvalidReport(f".marks[{index}]", "an offset and a piece of text", shown(mark))
        yield mark[0], mark[1]


_heading_maker: Final = _maker(Heading)
_cell_maker: Final = _maker(Cell)


def _make_cell(data: dict[str, Any], level: int) -> Cell:
    for side in ("rowspan", "colspan"):
        if not 1 <= data.get(side, 1) <= MAX_SPAN:
            raise InvalidReport(f".{side}", f"1 to {MAX_SPAN}", shown(data[side]))
    cell: Cell = _cell_maker(data, level)
    return cell


def _branch_maker(branch: type[Any]) -> _Maker:
    return lambda data, level: branch(_read_children(data, level))


def _zone_maker(zone: type[Any]) -> _Maker:
    return lambda data, level: zone(_read_children(data, level), data.get("start", 0))


def _make_heading(data: dict[str, Any], level: int) -> Heading:
    confidence = data.get("confidence", 1.0)
    if type(confidence) is float and not isfinite(confidence):
        raise InvalidReport(".confidence", _NAMES[_NUMBER], shown(confidence))
    heading: Heading = _heading_maker(data, level)
    return heading


def _make_section(data: dict[str, Any], level: int) -> Section:
    heading = _read_under(data, "heading", level)
    return Section(_read_children(data, level), heading)


def _make_origin(data: dict[str, Any], _: int) -> Origin:
    strings: dict[str, dict[str, str]] = {"escapes": {}, "meta": {}}
    for name in strings:
        for key, value in data.get(name, {}).items():
            if type(value) is not str:
                raise InvalidReport(f".{name}[{shown(key)}]", _NAMES[_STRING], shown(value))
            strings[name][key] = value
    return Origin(**{**data, **strings})


def _read_origin(data: dict[str, Any]) -> Origin:
    if "origin" not in data:
        return Origin()
    try:
        origin: Origin = _read_as(_ORIGIN, data["origin"], 0)
    except InvalidReport as fault:
        raise fault.under(".origin") from None
    return origin


def _make_report(data: dict[str, Any], level: int) -> Report:
    if data["schema"] not in SCHEMAS:
        raise InvalidReport(".schema", " or ".join(f'"{one}"' for one in SCHEMAS), shown(data["schema"]))
    front, body, back = (_read_under(data, kind, level) for kind in ("front", "body", "back"))
    issues, corrections = _read_list(data, "issues", _ISSUE), _read_list(data, "corrections", _CORRECTION)
    confidence = _read_chance(data, "confidence")
    return Report(front, body, back, issues, _read_origin(data), confidence, corrections)


def _make_correction(data: dict[str, Any], _: int) -> Correction:
    if data["what"] not in KINDS:
        raise InvalidReport(".what", f"one of {', '.join(KINDS)}", shown(data["what"]))
    for name in ("old", "new"):
        value = data.get(name)
        if isinstance(value, list) and not all(type(one) is str for one in value):
            raise InvalidReport(f".{name}", _NAMES[_PLAIN], shown(value))
    if data["what"] in FIELD_TYPES:
        try:
            field_value(data["what"], data.get("new"))
        except ValueError as fault:
            raise InvalidReport(".new", str(fault), shown(data.get("new"))) from None
    return Correction(**data)


def _read_chance(data: dict[str, Any], name: str) -> float | None:
    chance: float | None = data.get(name)
    if chance is not None and not isfinite(chance):
        raise InvalidReport(f".{name}", _NAMES[_NUMBER], shown(chance))
    return chance


_PLACE: Final = {
    "lead": _STRING, "trail": _STRING, "start": _INTEGER_OR_NULL, "source_span": _ARRAY_OR_NULL,
    "page": _INTEGER_OR_NULL, "links": _ARRAY, "marks": _ARRAY,
}  # fmt: skip
_TEXT_LEAF: Final = {"kind": _STRING, "raw": _STRING, **_PLACE}
_LABELLED: Final = {
    "kind": _STRING, "key": _STRING_OR_NULL, "label": _STRING, "gap": _STRING, "value": _STRING, **_PLACE,
}  # fmt: skip
_HEADING: Final = {
    "kind": _STRING, "marker": _STRING, "gap": _STRING, "title": _STRING, "stop": _STRING,
    "ordinal": _INTEGER_OR_NULL, "depth": _INTEGER, "confidence": _NUMBER, **_PLACE,
}  # fmt: skip
_BRANCH: Final = {"kind": _STRING, "children": _ARRAY}

_ISSUE: Final = _Shape(
    {
        "code": _STRING,
        "severity": _STRING,
        "message": _STRING,
        "start": _INTEGER,
        "end": _INTEGER,
        "chance": _NUMBER_OR_NULL,
    },
    ("code", "severity", "message", "start", "end"),
    _maker(Issue),
)
_CORRECTION: Final = _Shape(
    {
        "what": _STRING, "old": _PLAIN, "new": _PLAIN, "start": _INTEGER_OR_NULL, "end": _INTEGER_OR_NULL,
        "by": _STRING_OR_NULL, "when": _STRING_OR_NULL,
    },
    ("what",),
    _make_correction,
)  # fmt: skip
_LINK: Final = _Shape(
    {"text": _STRING, "target": _STRING, "where": _ARRAY, "kind": _STRING}, ("text", "target", "where"), _make_link
)
_REPORT: Final = _Shape(
    {
        "schema": _STRING, "kind": _STRING, "front": _OBJECT, "body": _OBJECT, "back": _OBJECT, "issues": _ARRAY,
        "confidence": _NUMBER_OR_NULL, "origin": _OBJECT, "corrections": _ARRAY,
    },
    ("schema", "front", "body", "back", "issues"),
    _make_report,
)  # fmt: skip
_ORIGIN: Final = _Shape(
    {
        "kind": _STRING, "encoding": _STRING_OR_NULL, "newline": _STRING_OR_NULL, "bom": _BOOLEAN,
        "replacements": _INTEGER, "exact": _BOOLEAN, "escapes": _OBJECT, "meta": _OBJECT, "url": _STRING_OR_NULL,
    },
    ("kind",),
    _make_origin,
)  # fmt: skip
_SHAPES: Final[dict[str, _Shape]] = {
    **{leaf.kind: _Shape(_TEXT_LEAF, ("raw",), _maker(leaf)) for leaf in TEXT_LEAVES},
    "cell": _Shape({**_TEXT_LEAF, "rowspan": _INTEGER, "colspan": _INTEGER}, ("raw",), _make_cell),
    **{leaf.kind: _Shape(_LABELLED, ("value",), _maker(leaf)) for leaf in (Metadata, FooterField)},
    "heading": _Shape(_HEADING, ("marker", "title"), _make_heading),
    "section": _Shape({**_BRANCH, "heading": _OBJECT}, ("heading", "children"), _make_section),
    **{branch.kind: _Shape(_BRANCH, ("children",), _branch_maker(branch)) for branch in (Attachment, Table, Row)},
    **{zone.kind: _Shape({**_BRANCH, "start": _INTEGER}, ("children",), _zone_maker(zone)) for zone in ZONES},
}
