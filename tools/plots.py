"""``python -m tools.plots``: draws the pictures of docs/how-to/ten-years.md by the page's own code."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from tools.notebook import PAGE, ROOT, code

PICTURES: Final = PAGE.parent


def draw(folder: str | None = None) -> list[Path]:
    """Run the code of the page, with a folder of reports in place of its own.

    Args:
        folder: the reports; those that the page makes where it is None.

    Returns:
        The pictures.
    """
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "govreport"  # the same names in each picture each time
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    names: dict[str, object] = {}
    for block in code(PAGE.read_text(encoding="utf-8")):
        exec(compile(block, PAGE.name, "exec"), names)
        if folder is not None and "make_folder" in block:
            names["folder"] = Path(folder)
    return sorted(Path(str(names["made"])).glob("ten-years-*.svg"))


def main() -> None:
    os.chdir(ROOT)
    for picture in draw():
        shutil.copy(picture, PICTURES / picture.name)
        print(PICTURES / picture.name)


if __name__ == "__main__":
    main()
