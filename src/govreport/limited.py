"""A page that may take so many seconds: it is parsed in a process of its own, which is killed when they are over.

Only so can a parse be stopped that is deep in C code.  The child is started afresh, not forked, and not through
`multiprocessing`: so it makes no difference which start method the caller uses, whether threads run, or whether the
caller's main module can be imported again.  It gets the page through its input and answers with JSON, not with a
pickle (`limited_child` is its part): should a page ever take the child over, what comes back is still only data.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Final

from govreport.extras import MissingExtra
from govreport.sources.choices import Choices
from govreport.sources.kinds import UnreadableFile
from govreport.tree.report import Report

# Run without the caller's environment and folder; the modules are looked for where the caller looks for them.
_PROGRAM: Final = """
import json, sys
asked = json.loads(sys.stdin.buffer.readline())
sys.path[:] = asked.pop("modules")
from govreport.limited_child import answer
answer(**asked)
"""


def parse_in_child(content: bytes | str, name: str, choices: Choices, seconds: float) -> Report:
    """Parse a page in a process of its own.

    Args:
        content: the page, as bytes or as text.
        name: of its file; empty where it has none.
        choices: how it is to be parsed.
        seconds: how long it may take, from the start of the process to its last word.

    Returns:
        The tree.

    Raises:
        UnreadableFile: as for `govreport.read`; of the kind ``slow`` where the time was not enough, ``fatal`` where the
            process died.
        LookupError: the encoding named is unknown.
        MissingExtra: an extra is not installed.
    """
    from govreport.serialize.json import from_json  # loaded for those who set a limit

    is_text = isinstance(content, str)
    asked = {
        "modules": [os.fspath(entry) for entry in sys.path],
        "name": name,
        "is_text": is_text,
        "choices": choices,
        "seconds": seconds,
    }
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _PROGRAM],
            input=json.dumps(asked).encode() + b"\n" + data,
            capture_output=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:  # run() has killed it
        raise UnreadableFile(f"the page was not read within {seconds:g} seconds", "slow") from None
    said, _, tree = child.stdout.partition(b"\n")
    if child.returncode or not said:
        raise UnreadableFile(f"the process that read the page died ({child.returncode})", "fatal")
    fault = json.loads(said)
    if fault:
        raise _error(**fault)
    report: Report = from_json(tree)
    return report


def _error(kind: str, arguments: list[str]) -> Exception:
    kinds: dict[str, type[Exception]] = {
        "UnreadableFile": UnreadableFile,
        "MissingExtra": MissingExtra,
        "LookupError": LookupError,
    }
    return kinds[kind](*arguments)
