"""Where an output goes: a place on this machine, or one of fsspec, to which it is brought when it is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final, Protocol

from attrs import frozen

from govreport.sources.file_systems import download, exists, is_url, own_name, upload

PARTIAL: Final = ".partial"
"""What the name of a folder ends in in which an output is made."""
_CHAIN: Final = "::"


class Destination(Protocol):
    """Where an output goes."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def folder(self) -> Path:
        """The folder in which the output is made."""

    def exists(self) -> bool:
        """Whether an output is there."""

    def receive(self, output: Path) -> None:
        """Put the output there, in the place of one that was."""

    def bring(self, folder: Path) -> Path:
        """Give the output that is there as one on this machine; made in a folder where it has to be."""


def destination(output: str | os.PathLike[str]) -> Destination:
    """Tell where an output goes.

    Args:
        output: a path of this machine, or of fsspec.

    Raises:
        ValueError: the path is one within an archive.
    """
    name = os.fspath(output)
    if not is_url(name):
        return OfMachine(Path(os.path.realpath(name)))
    if _CHAIN in name:
        raise ValueError(f"{name} is a place within another: an output is a file or folder of its own")
    return Elsewhere(name.rstrip("/"), Path.cwd())


@frozen
class OfMachine:
    """A place on this machine.  The output is made beside it, and put there by renaming.

    Attributes:
        target: its path, without links: a run that comes to the same place by another name has the same folder.
    """

    target: Path

    @property
    def name(self) -> str:
        """Its path."""
        return str(self.target)

    @property
    def folder(self) -> Path:
        """See `Destination`."""
        return partial(self.target)

    def exists(self) -> bool:
        """See `Destination`."""
        return os.path.lexists(self.target)

    def receive(self, output: Path) -> None:
        """See `Destination`."""
        if self.target.is_dir() or output.is_dir():
            remove(self.target)
        os.replace(output, self.target)

    def bring(self, folder: Path) -> Path:
        """See `Destination`."""
        return self.target


@frozen
class Elsewhere:
    """A place of fsspec.  The output is made on this machine, and then copied there file by file.

    Attributes:
        name: its path.
        base: the folder in which the folder of the output stands.
    """

    name: str
    base: Path

    @property
    def folder(self) -> Path:
        """See `Destination`."""
        return self.base / (own_name(self.name).rpartition("/")[2] + PARTIAL)

    def exists(self) -> bool:
        """See `Destination`."""
        return exists(self.name)

    def receive(self, output: Path) -> None:
        """See `Destination`."""
        upload(output, self.name)
        remove(output)

    def bring(self, folder: Path) -> Path:
        """See `Destination`."""
        made = folder / f"there-{self.folder.stem}"
        if not made.exists():
            unfinished = made.with_name(f"{made.name}.tmp")
            remove(unfinished)
            download(self.name, unfinished)
            os.replace(unfinished, made)
        return made


def partial(target: Path) -> Path:
    """The folder in which an output of this machine is made."""
    return target.with_name(target.name + PARTIAL)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all in it; what is gone already is no fault."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
