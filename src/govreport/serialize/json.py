"""Tree ↔ JSON, as `schema.json` describes it.

A field that holds its default is left out: no ``lead``, a ``trail`` of one line end, no ``start``, ``depth`` 1,
``confidence`` 1.  The reader restores it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring as _quote
from math import isfinite
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import fields

from govreport.issues import Issue
from govreport.nodes import (
    Addressee,
    Attachment,
    Back,
    Body,
    Branch,
    Breadcrumb,
    Cell,
    FooterField,
    Front,
    Furniture,
    Heading,
    Labelled,
    Metadata,
    Node,
    Note,
    Paragraph,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    TextLeaf,
    Title,
)
from govreport.report import Report

SCHEMA: Final = "govreport/1"
"""The version of the format, as every report names it."""

MAX_DEPTH: Final = 100
"""Levels of nodes, the report's zones being the first, that are written and read."""

_SHOWN: Final = 40  # characters of a wrong value that a message shows


class InvalidReport(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """What was to be a report, as JSON or as a tree, is none.

    Attributes:
        path: the place, from ``$``, the whole: ``$.body.children[3].heading.ordinal``.
        expected: what should stand there.
        got: what does.
    """

    def __init__(self, path: str, expected: str, got: str) -> None:
        super().__init__(path, expected, got)
        self.path = path
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"

    def under(self, step: str) -> InvalidReport:
        """The same, seen from one step further out."""
        return InvalidReport(step + self.path, self.expected, self.got)


def to_json(node: Report | Node, indent: int | None = None) -> str:
    """Print a report or a node as JSON.

    Args:
        node: a report or any node.
        indent: spaces a level; None for one line without blanks.

    Returns:
        Text that UTF-8 can encode: lone surrogates are escaped, Chinese is not.  Two surrogates that make a pair
        come back as the one character they stand for, since JSON knows no difference.

    Raises:
        TypeError: ``node`` is no node, or ``indent`` no number.
        InvalidReport: a field of the tree has the wrong type, or the tree nests more than `MAX_DEPTH` levels.
    """
    if indent is not None and (not isinstance(indent, int) or isinstance(indent, bool)):
        raise TypeError(f"indent is a number of spaces or None, not {indent!r}")
    text = _write(node, "to_json")
    if indent is not None:
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=indent)
    return _encodable(text)


def to_dict(node: Report | Node) -> dict[str, Any]:
    """Give a report or a node as what `json.loads` makes of its JSON.

    Args:
        node: a report or any node.

    Returns:
        New dicts, lists, strings and numbers.

    Raises:
        TypeError: ``node`` is no node.
        InvalidReport: a field of the tree has the wrong type, or the tree nests more than `MAX_DEPTH` levels.
    """
    data: dict[str, Any] = json.loads(_write(node, "to_dict"))
    return data


# Mostly it is a report; who reads the JSON of a single node knows which, and says so with `cast`.
def from_json(data: str | bytes) -> Report | Any:
    """Read a report or a node from its JSON.

    Args:
        data: JSON, as text or in UTF-8.

    Returns:
        The report; or the node, where the JSON is that of a node.

    Raises:
        TypeError: ``data`` is neither text nor bytes.
        InvalidReport: it is not JSON, or not that of a report; the message names the place.
    """
    if not isinstance(data, (str, bytes, bytearray)):
        raise TypeError(f"from_json() takes str or bytes, not {type(data).__name__}; for a dict use from_dict()")
    try:
        tree = json.loads(data)
    except RecursionError:
        raise _too_deep().under("$") from None
    except ValueError as error:
        raise InvalidReport("$", "JSON", f"text that is not JSON ({error})") from error
    return _read(tree)


def from_dict(data: dict[str, Any]) -> Report | Any:
    """Read a report or a node from what `to_dict` gave.

    Args:
        data: dicts, lists, strings and numbers; left as they are.

    Returns:
        The report; or the node, where the data are those of a node.

    Raises:
        TypeError: ``data`` is no dict.
        InvalidReport: something in it is not as `schema.json` has it; the message names the place.
    """
    if not isinstance(data, dict):
        raise TypeError(f"from_dict() takes a dict, not {type(data).__name__}; for JSON text use from_json()")
    return _read(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a report's JSON; each kind of node is under ``$defs``."""
    from importlib.resources import files  # slow to import, seldom needed

    schema: dict[str, Any] = json.loads(files("govreport.serialize").joinpath("schema.json").read_text("utf-8"))
    return schema


# --- writing ---------------------------------------------------------------------------------------------------------
# Text is written directly: through dicts and json.dumps it takes a third longer.  The functions below refuse
# a value of the wrong type, where str() and format() would write it.

_integer: Final = int.__repr__


def _write(node: Report | Node, caller: str) -> str:
    if type(node) is not Report and type(node) not in _WRITERS:
        raise TypeError(f"{caller}() takes a report or a node, not {type(node).__name__}; make a report with parse()")
    try:
        return _report(node) if isinstance(node, Report) else _WRITERS[type(node)](node, 1)
    except (AttributeError, KeyError, TypeError):
        _read(_unchecked(node))  # raises too, and names the place
        raise


def _report(node: Report) -> str:
    issues = ",".join([_issue(one) for one in node.issues])
    return (
        f'{{"schema":"{SCHEMA}","kind":"report","front":{_zone(node.front, 1)},"body":{_zone(node.body, 1)},'
        f'"back":{_zone(node.back, 1)},"issues":[{issues}]}}'
    )


def _issue(node: Issue) -> str:
    return (
        f'{{"code":{_quote(node.code)},"severity":{_quote(node.severity)},"message":{_quote(node.message)},'
        f'"start":{_integer(node.start)},"end":{_integer(node.end)}}}'
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
        raise _too_deep()
    level += 1
    return ",".join([_WRITERS[type(child)](child, level) for child in node.children])


def _text_leaf(node: TextLeaf, _: int) -> str:
    return f'{{"kind":"{node.kind}","raw":{_quote(node.raw)}{_place(node)}'


def _labelled(node: Labelled, _: int) -> str:
    key = "" if node.key is None else f'"key":{_quote(node.key)},'
    label = f'"label":{_quote(node.label)},' if node.label else ""
    gap = f'"gap":{_quote(node.gap)},' if node.gap else ""
    return f'{{"kind":"{node.kind}",{key}{label}{gap}"value":{_quote(node.value)}{_place(node)}'


def _heading(node: Heading, _: int) -> str:
    text = f'{{"kind":"heading","marker":{_quote(node.marker)}'
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
    if trail != "\n":
        text = f',"trail":{_quote(trail)}{text}'
    return f',"lead":{_quote(lead)}{text}' if lead else text


def _number(value: float) -> str:
    if type(value) is int:
        return _integer(value)
    if not isfinite(value):
        raise TypeError(f"{value} is no JSON number")
    return float.__repr__(value)


_TEXT_LEAVES: Final = (Furniture, Breadcrumb, Title, Addressee, Paragraph, Signature, SignedDate, Note, Cell)
_ZONES: Final = (Front, Body, Back)
_WRITERS: Final[dict[type, Callable[[Any, int], str]]] = {
    **dict.fromkeys(_TEXT_LEAVES, _text_leaf),
    Metadata: _labelled,
    FooterField: _labelled,
    Heading: _heading,
    Section: _section,
    **dict.fromkeys((Attachment, Table, Row), _branch),
    **dict.fromkeys(_ZONES, _zone),
}


def _unchecked(value: Any) -> Any:
    """A tree as dicts, every field as it is."""
    if type(value) is list:
        return [_unchecked(one) for one in value]
    if type(value) not in (Report, Issue) and type(value) not in _WRITERS:
        return value
    data = {field.alias: _unchecked(getattr(value, field.name)) for field in fields(type(value))}
    if isinstance(value, Issue):
        return data
    version = {"schema": SCHEMA} if isinstance(value, Report) else {}
    return {**version, "kind": value.kind, **data}


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # \udc80 is the JSON of a lone surrogate and Python's escape alike
        return text.encode("utf-8", "backslashreplace").decode()
    return text


# --- reading ---------------------------------------------------------------------------------------------------------

_Maker: TypeAlias = Callable[[dict[str, Any], int], Any]
_Types: TypeAlias = tuple[type, ...]
_STRING: Final[_Types] = (str,)
_STRING_OR_NULL: Final[_Types] = (str, type(None))
_INTEGER: Final[_Types] = (int,)
_INTEGER_OR_NULL: Final[_Types] = (int, type(None))
_NUMBER: Final[_Types] = (float, int)
_ARRAY: Final[_Types] = (list,)
_OBJECT: Final[_Types] = (dict,)


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
    _OBJECT: "an object",
}


def _read(data: Any) -> Any:
    try:
        if type(data) is dict and data.get("kind") == "report":
            return _read_as(_REPORT, data, 1)
        return _read_node(data, 1)
    except InvalidReport as fault:
        raise fault.under("$") from None
    except RecursionError:
        raise _too_deep().under("$") from None


def _read_node(data: Any, level: int) -> Any:
    if type(data) is not dict:
        raise InvalidReport("", "an object", _shown(data))
    kind = data.get("kind")
    shape = _SHAPES.get(kind) if type(kind) is str else None
    if shape is None:
        raise InvalidReport(".kind", f"one of {', '.join(_SHAPES)}", _shown(kind) if "kind" in data else "nothing")
    return _read_as(shape, data, level)


def _read_as(shape: _Shape, data: dict[str, Any], level: int) -> Any:
    types = shape.types
    try:
        for key, value in data.items():
            if type(value) not in types[key]:
                raise InvalidReport(f".{key}", _NAMES[types[key]], _shown(value))
    except KeyError:
        raise InvalidReport("", f"only the keys {', '.join(types)}", _shown(key)) from None
    for key in shape.required:
        if key not in data:
            raise InvalidReport(f".{key}", _NAMES[types[key]], "nothing")
    return shape.make(data, level)


def _read_under(data: dict[str, Any], kind: str, level: int) -> Any:
    """Read the node that stands under the key of its kind."""
    node = data[kind]
    try:
        if node.get("kind", kind) != kind:
            raise InvalidReport(".kind", f'"{kind}"', _shown(node["kind"]))
        return _read_node(node, level)
    except InvalidReport as fault:
        raise fault.under(f".{kind}") from None


def _read_children(data: dict[str, Any], level: int) -> list[Node]:
    if level >= MAX_DEPTH and data["children"]:
        raise _too_deep()
    level += 1
    children: list[Node] = []
    try:
        for child in data["children"]:
            children.append(_read_node(child, level))
    except InvalidReport as fault:
        raise fault.under(f".children[{len(children)}]") from None
    return children


def _read_issues(data: dict[str, Any]) -> list[Issue]:
    issues: list[Issue] = []
    try:
        for issue in data["issues"]:
            if type(issue) is not dict:
                raise InvalidReport("", "an object", _shown(issue))
            issues.append(_read_as(_ISSUE, issue, 0))
    except InvalidReport as fault:
        raise fault.under(f".issues[{len(issues)}]") from None
    return issues


# --- what each kind holds --------------------------------------------------------------------------------------------


def _maker(kind: type[Any]) -> _Maker:
    """The maker of a class whose fields are strings and numbers."""
    defaults = {field.alias: field.default for field in fields(kind)}
    in_order = itemgetter(*defaults)
    return lambda data, _: kind(*in_order({**defaults, **data}))


_heading_maker: Final = _maker(Heading)


def _branch_maker(branch: type[Any]) -> _Maker:
    return lambda data, level: branch(_read_children(data, level))


def _zone_maker(zone: type[Any]) -> _Maker:
    return lambda data, level: zone(_read_children(data, level), data.get("start", 0))


def _make_heading(data: dict[str, Any], level: int) -> Heading:
    confidence = data.get("confidence", 1.0)
    if type(confidence) is float and not isfinite(confidence):
        raise InvalidReport(".confidence", _NAMES[_NUMBER], _shown(confidence))
    heading: Heading = _heading_maker(data, level)
    return heading


def _make_section(data: dict[str, Any], level: int) -> Section:
    heading = _read_under(data, "heading", level)
    return Section(_read_children(data, level), heading)


def _make_report(data: dict[str, Any], level: int) -> Report:
    if data["schema"] != SCHEMA:
        raise InvalidReport(".schema", f'"{SCHEMA}"', _shown(data["schema"]))
    front, body, back = (_read_under(data, kind, level) for kind in ("front", "body", "back"))
    return Report(front, body, back, _read_issues(data))


_PLACE: Final = {"lead": _STRING, "trail": _STRING, "start": _INTEGER_OR_NULL}
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
    {"code": _STRING, "severity": _STRING, "message": _STRING, "start": _INTEGER, "end": _INTEGER},
    ("code", "severity", "message", "start", "end"),
    _maker(Issue),
)
_REPORT: Final = _Shape(
    {"schema": _STRING, "kind": _STRING, "front": _OBJECT, "body": _OBJECT, "back": _OBJECT, "issues": _ARRAY},
    ("schema", "front", "body", "back", "issues"),
    _make_report,
)
_SHAPES: Final[dict[str, _Shape]] = {
    **{leaf.kind: _Shape(_TEXT_LEAF, ("raw",), _maker(leaf)) for leaf in _TEXT_LEAVES},
    **{leaf.kind: _Shape(_LABELLED, ("value",), _maker(leaf)) for leaf in (Metadata, FooterField)},
    "heading": _Shape(_HEADING, ("marker", "title"), _make_heading),
    "section": _Shape({**_BRANCH, "heading": _OBJECT}, ("heading", "children"), _make_section),
    **{branch.kind: _Shape(_BRANCH, ("children",), _branch_maker(branch)) for branch in (Attachment, Table, Row)},
    **{zone.kind: _Shape({**_BRANCH, "start": _INTEGER}, ("children",), _zone_maker(zone)) for zone in _ZONES},
}


def _shown(value: object) -> str:
    """A value as a message shows it."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "an array"
    try:
        text = json.dumps(value[:_SHOWN] if isinstance(value, str) else value, ensure_ascii=False)
    except (TypeError, ValueError):  # no JSON: only a dict or a tree made by hand can hold it
        return f"a Python {type(value).__name__}"
    return _encodable(text)


def _too_deep() -> InvalidReport:
    return InvalidReport("", f"at most {MAX_DEPTH} levels of nodes", "more")
