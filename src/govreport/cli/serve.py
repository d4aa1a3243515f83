"""``govreport serve``: a folder of reports to look at, in a browser on this machine."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes that read; as many as processors unless told."
)
@click.option("--edit", is_flag=True, help="Let pages be set right by clicking: page.fix.json is written beside each.")
def serve(folder: Path, port: int, jobs: int | None, edit: bool) -> None:
    """Show the reports under DIR in a browser: a list to sort, filter and search, a map, a page each.

    The list is there before the reports are read, which goes on behind it.  The server answers on this machine only
    (127.0.0.1), reads files under DIR only, and writes none but corrections with --edit; a file that is dropped on the
    list is shown and not kept.  Stop it with Ctrl-C.

    \b
    Examples:
      govreport serve pages/
      govreport serve pages/ --port 0
      govreport serve pages/ --edit

    Exit status: 0; 1 where the port is taken; 2 for a usage error.
    """
    serve_folder(folder, port, jobs, edits=edit)


def serve_folder(folder: Path, port: int, jobs: int | None = None, *, edits: bool, shows: str = "") -> None:
    """Serve a folder until Ctrl-C.

    Args:
        folder: the folder.
        port: the port; 0 for any that is free.
        jobs: processes that read; as many as processors where None.
        edits: whether pages may write corrections beside the files.
        shows: what the list is to show first, as its address says it.

    Raises:
        ClickException: the port is taken.
    """
    from govreport.cli.folder import Folder  # with the standard library's server, which no other command needs
    from govreport.cli.server import Server

    try:
        server = Server(Folder(folder), port, jobs, edits)
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror or error}; choose another with --port.") from None
    with server, suppress(KeyboardInterrupt):
        click.echo(f"{server.address}{shows}  (Ctrl-C to stop)")
        server.serve_forever()
