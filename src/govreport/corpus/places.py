"""Where the JSON of a page goes: a path like the page's own, within a folder and never out of it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

SUFFIX: Final = ".json"
_NAME_BYTES: Final = 255  # of a name, which is what file systems take
_PATH_BYTES: Final = 1024  # of a path: Linux takes 4096, of which the output's own path is a part
_KEPT_BYTES: Final = 160  # of a name that is too long
_MARKED: Final = re.compile(r"~[0-9a-f]{16}\Z")  # ends the name of a page that could not have its own
_UNFIT: Final = re.compile("[\0\ud800-\udfff]")  # in no name: bytes that are no UTF-8 are such characters


def place(path: str, also: str = "") -> Path:
    """Give the place of a page.

    Args:
        path: the page's path: of a file, or of a file within an archive.
        also: what sets it apart from another page of the same path.

    Returns:
        The path itself, with `SUFFIX`, as far as it can be a file in the folder.  Else, and with ``also``, one like it
        that ends with a digest.  Paths that name one file (``a``, ``./a``) have one place, unless ``also`` parts them.
    """
    steps = [step for step in Path(path).parts if step != Path(path).anchor] or ["_"]
    *folders, name = map(_fitting, steps)
    own = all(made == step or step == ".." for made, step in zip([*folders, name], steps, strict=True))
    # A folder never ends like a file, else "a" and "a.json/b" were at odds.
    folders = [f"{folder}_" if folder.lower().endswith(SUFFIX) else folder for folder in folders]
    if not own or also or _MARKED.search(name) or _size(name + SUFFIX) > _NAME_BYTES:
        data = f"{path}\0{also}".encode("utf-8", "surrogatepass")
        name = f"{_cut(name)}~{hashlib.sha256(data).hexdigest()[:16]}"
    if sum(_size(folder) + 1 for folder in folders) + _size(name) > _PATH_BYTES:
        return place(f"_long/{name}", path + also)
    return Path(*folders, name + SUFFIX)


def _fitting(step: str) -> str:
    """A name like a step of a path, that can be one in any folder."""
    if step == "..":
        return "_up"
    step = _UNFIT.sub("_", step)
    return step if _size(step) < _NAME_BYTES else _cut(step)


def _cut(name: str) -> str:
    return name.encode()[:_KEPT_BYTES].decode("utf-8", "ignore")


def _size(name: str) -> int:
    return len(name.encode())
