"""Put the static page together: ``python -m tools.static_page build/page``.

Python for the browser comes from npm, the packages that govreport needs from pip; both are asked once, and the page
asks nobody.  Any server of files will do for it: ``python -m http.server --directory build/page``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
SOURCE: Final = HERE.parent.parent / "src" / "govreport"
PYTHON: Final = "pyodide@314.0.7"
"""Python 3.14 for the browser (Mozilla Public License 2.0)."""
_PARTS: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PACKAGES: Final = ("attrs", "chardet", "olefile")
_LEFT_OUT: Final = frozenset({"cli", "corpus", "__pycache__"})
"""Parts of govreport that the page has no use for, and what Python makes of it."""
_DATE: Final = (2020, 1, 1, 0, 0, 0)  # of all files, so that the same sources make the same bytes


def main() -> None:
    """Put the page together in the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("index.html", "page.js", "reader.js"):
        shutil.copy(HERE / name, folder)
    with tempfile.TemporaryDirectory() as made:
        _python(Path(made), folder / "python")
        _packages(Path(made), folder / "packages.zip")


def _python(made: Path, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed, which brings Python for the browser")
    subprocess.run([npm, "pack", "--silent", PYTHON], cwd=made, check=True, stdout=subprocess.DEVNULL)
    folder.mkdir()
    with tarfile.open(next(made.glob("pyodide-*.tgz"))) as archive:
        for name in _PARTS:
            member = archive.extractfile(f"package/{name}")
            assert member is not None
            (folder / name).write_bytes(member.read())


def _packages(made: Path, target: Path) -> None:
    """Pack govreport and what it needs into one archive."""
    wheels = made / "wheels"
    choices = ["--no-deps", "--only-binary=:all:", "--implementation", "py", "--abi", "none", "--platform", "any"]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", *choices, "--dest", str(wheels), *PACKAGES],
        check=True,
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for wheel in sorted(wheels.glob("*.whl")):
            with zipfile.ZipFile(wheel) as packed:
                for name in packed.namelist():
                    _put(archive, name, packed.read(name))
        for path in sorted(SOURCE.rglob("*")):
            inside = path.relative_to(SOURCE)
            if path.is_file() and _LEFT_OUT.isdisjoint(inside.parts):
                _put(archive, f"govreport/{inside.as_posix()}", path.read_bytes())
        _put(archive, "regex.py", (HERE / "regex.py").read_bytes())


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
