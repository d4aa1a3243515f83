"""The child's part of a parse that may take so many seconds: a page from the input, its report to the output."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from typing import Any, Final

from govreport.extras import MissingExtra
from govreport.reading import parse_content
from govreport.serialize.json import to_json
from govreport.sources.choices import Choices
from govreport.sources.kinds import UnreadableFile

_GRACE: Final = 1.0
"""Seconds after which a child ends itself whose caller was killed, and could not end it."""


def answer(name: str, is_text: bool, choices: list[Any], seconds: float) -> None:
    """The child's part: read a page from the input, write to the output what became of it.

    That is a line, ``null`` or the error as JSON, and then the report's JSON.  The arguments are those of
    `govreport.limited.parse_in_child`.
    """
    with open(os.devnull, "w") as nowhere:
        # Its clock is a thread that needs no lock of Python's: it goes off in the middle of a pattern too.
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        data = sys.stdin.buffer.read()
        content = data.decode("utf-8", "surrogatepass") if is_text else data
        fault: dict[str, Any] | None = None
        tree = ""
        try:
            tree = to_json(parse_content(content, name, Choices(*choices)))
        except UnreadableFile as error:
            fault = {"kind": "UnreadableFile", "arguments": [str(error), error.kind]}
        except MissingExtra as error:
            fault = {"kind": "MissingExtra", "arguments": [error.name, error.extra]}
        except LookupError as error:
            fault = {"kind": "LookupError", "arguments": [str(error)]}
        sys.stdout.buffer.write(json.dumps(fault).encode() + b"\n" + tree.encode())
        sys.stdout.buffer.flush()
        faulthandler.cancel_dump_traceback_later()
