"""The tree as text, JSON and Markdown, and JSON back as a tree."""

from govreport.serialize.bytes import to_bytes
from govreport.serialize.invalid import InvalidReport
from govreport.serialize.json import from_dict, from_json, json_schema, to_dict, to_json
from govreport.serialize.markdown import to_markdown
from govreport.serialize.text import to_text

__all__ = [
    "InvalidReport",
    "from_dict",
    "from_json",
    "json_schema",
    "to_bytes",
    "to_dict",
    "to_json",
    "to_markdown",
    "to_text",
]
