"""Tree ↔ JSON, as `schema.json` describes it.

A field that holds its default is left out: no ``lead``, a ``trail`` of one line end, no ``start``, ``depth`` 1,
``confidence`` 1.  The reader restores it.
"""

from __future__ import annotations

import json
from typing import Any

from govreport.serialize.invalid import InvalidReport, encodable, too_deep
from govreport.serialize.json_reading import read
from govreport.serialize.json_writing import write
from govreport.tree.collector import paused
from govreport.tree.nodes import Node
from govreport.tree.report import Report


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
    text = write(node, "to_json")
    if indent is not None:
        with paused(len(text)):
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=indent)
    return encodable(text)


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
    text = write(node, "to_dict")
    with paused(len(text)):
        data: dict[str, Any] = json.loads(text)
    return data


# Mostly it is a report; who reads the JSON of a single node knows which, and says so with `cast`.
def from_json(data: str | bytes) -> Report | Any:
    """Read a report or a node from its JSON, or a report from a record of the command.

    Args:
        data: JSON, as text or in UTF-8; or a line that ``govreport parse`` and ``convert`` write, which has the JSON of
            the report under ``report``.

    Returns:
        The report; or the node, where the JSON is that of a node.

    Raises:
        TypeError: ``data`` is neither text nor bytes.
        InvalidReport: it is not JSON, or not that of a report; the message names the place.
    """
    if not isinstance(data, (str, bytes, bytearray)):
        raise TypeError(f"from_json() takes str or bytes, not {type(data).__name__}; for a dict use from_dict()")
    with paused(len(data)):
        try:
            tree = json.loads(data)
        except RecursionError:
            raise too_deep().under("$") from None
        except ValueError as error:
            raise InvalidReport("$", "JSON", f"text that is not JSON ({error})") from error
        return _tree(tree)


def from_dict(data: dict[str, Any]) -> Report | Any:
    """Read a report or a node from what `to_dict` gave.

    Args:
        data: dicts, lists, strings and numbers, left as they are; or a record of the command, as for `from_json`.

    Returns:
        The report; or the node, where the data are those of a node.

    Raises:
        TypeError: ``data`` is no dict.
        InvalidReport: something in it is not as `schema.json` has it; the message names the place.
    """
    if not isinstance(data, dict):
        raise TypeError(f"from_dict() takes a dict, not {type(data).__name__}; for JSON text use from_json()")
    return _tree(data)


def _tree(data: Any) -> Report | Any:
    """The tree of some JSON, or of a record that has it under ``report``."""
    if not isinstance(data, dict) or "schema" in data or "report" not in data:
        return read(data)
    try:
        return read(data["report"])
    except InvalidReport as error:
        raise InvalidReport("$.report" + error.path.removeprefix("$"), error.expected, error.got) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a report's JSON; each kind of node is under ``$defs``."""
    from importlib.resources import files  # slow to import, seldom needed

    schema: dict[str, Any] = json.loads(files("govreport.serialize").joinpath("schema.json").read_text("utf-8"))
    return schema
