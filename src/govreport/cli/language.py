"""The language that commands speak: Chinese where the reader's system or ``--lang`` says so, else English."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

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
        if language == "zh" != spoken(context) and not isinstance(context.command, click.Group):
            context.command = translated(context.command)  # said behind the command, which was found before
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
    """Commands whose help is in the language of the reader.

    Args:
        elsewhere: names of commands that have modules of their own, each with its module.  A module is loaded when its
            command is asked for: each run needs one, and all of them take longer than to parse a page.
        choices: as for `click.Group`.
    """

    def __init__(self, *, elsewhere: Mapping[str, str], **choices: Any) -> None:
        super().__init__(**choices)
        self._elsewhere = elsewhere

    def list_commands(self, context: click.Context) -> list[str]:
        """Give the names of all commands."""
        return sorted({*super().list_commands(context), *self._elsewhere})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Find a command by its name, as it helps in the language that is spoken."""
        if name in self._elsewhere and name not in self.commands:
            self.add_command(getattr(import_module(self._elsewhere[name]), name))
        command = super().get_command(context, name)
        if command is not None and not any(option.name == "lang" for option in command.params):
            LANGUAGE(command)  # behind the command too, where people write it
        return command if command is None or spoken(context) != "zh" else translated(command)

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the group itself."""
        if spoken(context) == "zh":
            click.Group.format_help(translated(self), context, formatter)
        else:
            super().format_help(context, formatter)
