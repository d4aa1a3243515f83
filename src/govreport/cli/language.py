"""The language that commands speak: Chinese where the reader's system or ``--lang`` says so, else English."""

from __future__ import annotations

import os
from typing import Final

import click

from govreport.cli.help_in_chinese import translated

LANGUAGES: Final = ("en", "zh")
_CHOSEN: Final = "govreport.language"
_SAID_BY: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says the language of messages, the strongest first (POSIX, Base Definitions 8.2)."""


def of_system() -> str:
    """The language of the reader's system, one of `LANGUAGES`."""
    said = next(filter(None, map(os.environ.get, _SAID_BY)), "")
    return "zh" if said.lower().startswith("zh") else "en"


def spoken(context: click.Context | None = None) -> str:
    """The language of a command that runs, one of `LANGUAGES`.

    Args:
        context: the command's; that of the one that runs where None.
    """
    context = context or click.get_current_context()
    chosen: str | None = context.meta.get(_CHOSEN)
    return chosen or of_system()


def _choose(context: click.Context, _option: click.Parameter, language: str | None) -> None:
    if language is not None:
        context.meta[_CHOSEN] = language


LANGUAGE: Final = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,  # before --help, which speaks it
    expose_value=False,
    callback=_choose,
    help="Speak English or Chinese; told by LANG unless given.",
)


class Commands(click.Group):
    """Commands whose help is in the language of the reader."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Find a command by its name, as it helps in the language that is spoken."""
        command = super().get_command(context, name)
        return command if command is None or spoken(context) != "zh" else translated(command)

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the group itself."""
        if spoken(context) == "zh":
            click.Group.format_help(translated(self), context, formatter)
        else:
            super().format_help(context, formatter)
