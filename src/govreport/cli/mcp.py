"""``govreport mcp``: a folder of reports for language models, by the Model Context Protocol (extra ``mcp``)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

import govreport
from govreport.extras import MissingExtra, require

TOOLS: Final = ("files", "fields", "outline", "section", "statistics", "check", "search")
"""The tools, which are methods of `govreport.cli.asking.Asking`."""
_INSTRUCTIONS: Final = (
    "Reads annual reports and other documents of Chinese government offices in one folder. `files` lists them; "
    "`fields` says whose and of when one is; `outline`, then `section`, give its text; `statistics` gives the numbers "
    "of its statutory tables, `check` whether these agree; `search` finds words in all. Nothing can be changed."
)


def server(folder: Path) -> Any:
    """Make the server of a folder: an ``MCPServer`` of the SDK.

    Args:
        folder: the folder.  Nothing outside of it is read.

    Raises:
        MissingExtra: the SDK is not installed.
    """
    sdk = require("mcp.server.mcpserver", "mcp")
    read_only = require("mcp.types", "mcp").ToolAnnotations(
        readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False
    )
    from govreport.cli.asking import Asking

    failed = require("mcp.server.mcpserver.exceptions", "mcp").ToolError
    asking = Asking(folder)
    made = sdk.MCPServer("govreport", instructions=_INSTRUCTIONS, version=govreport.__version__, log_level="WARNING")
    for name in TOOLS:
        made.tool(annotations=read_only)(_telling(getattr(asking, name), failed))
    return made


def _telling(answer: Callable[..., dict[str, Any]], failed: type[Exception]) -> Callable[..., dict[str, Any]]:
    """A tool that lets the model know why it cannot answer; the SDK keeps other exceptions to itself."""

    @functools.wraps(answer)
    def told(*arguments: Any, **named: Any) -> dict[str, Any]:
        try:
            return answer(*arguments, **named)
        except ValueError as error:
            raise failed(str(error)) from None

    return told


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path))
def mcp(folder: Path) -> None:
    """Let a language model ask about the reports under DIR: a server of the Model Context Protocol.

    It speaks on standard input and output, as clients start it, and takes pip install 'govreport[mcp]'.  Its tools give
    outline, fields, sections, statistics and checks of a report, and search in all.  They read files under DIR only,
    follow no link out of it, and write nothing.

    \b
    For a client that is set up by JSON:
      {"mcpServers": {"govreport": {"command": "govreport", "args": ["mcp", "/data/reports"]}}}

    Exit status: 0; 2 for a usage error or where the extra is missing.
    """
    try:
        made = server(folder)
    except MissingExtra as missing:
        raise click.UsageError(f"{missing}.") from None
    made.run()
