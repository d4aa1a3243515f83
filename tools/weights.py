"""``python tools/weights.py FOLDER [--apart PATH ...] [--keep]``: learn the weights anew, and compare digests.

`tools/weights.json` names what the weights in the package were learned from, and what came out: a digest of the folder
and one of the weights.  From the same folder the same code learns the same bytes, with the locked packages, on one
thread.  Another folder, or other bytes, fail; with ``--keep`` they are taken instead: the weights go into the package,
and their digests into `tools/weights.json`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
TRAINER: Final = ROOT / "tools/train_headings.py"
WEIGHTS: Final = ROOT / "src/govreport/parsing/headings/headings.model"
RECORD: Final = ROOT / "tools/weights.json"
LEARNED: Final = ROOT / "build/weights.bin"


def digest_of_file(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return sha256(file.read_bytes()).hexdigest()


def digest_of_folder(folder: Path) -> str:
    """SHA-256 of a folder, in hexadecimal: of every file in it, its name and its digest, in the order of names.

    Raises:
        FileNotFoundError: there is no file in it.
    """
    files = sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if file.is_file())
    if not files:
        raise FileNotFoundError(f"there are no texts in {folder}")
    whole = sha256()
    for name, file in files:
        whole.update(f"{digest_of_file(file)}  {name}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def compare(record: dict[str, str | None], found: dict[str, str]) -> list[str]:
    """Say in what a record and what was found differ; nothing where they are the same."""
    faults = []
    for name, digest in found.items():
        if record.get(name) is None:
            faults.append(f"{name}: {digest}, and none is on record")
        elif record[name] != digest:
            faults.append(f"{name}: {digest}, on record is {record[name]}")
    return faults


def main() -> None:
    """Learn, compare, and end with 1 where something differs."""
    parser = argparse.ArgumentParser(description="Learn the weights anew and compare their digest.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="texts that are measured on")
    parser.add_argument("--keep", action="store_true", help="take what was learned, and note its digests")
    args = parser.parse_args()
    corpus = digest_of_folder(args.folder)
    LEARNED.parent.mkdir(exist_ok=True)
    apart = ["--apart", *map(str, args.apart)] if args.apart else []
    subprocess.run([sys.executable, str(TRAINER), str(args.folder), "--output", str(LEARNED), *apart], check=True)
    found = {"corpus": corpus, "weights": digest_of_file(LEARNED)}
    if args.keep:
        shutil.copyfile(LEARNED, WEIGHTS)
        RECORD.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
        print("taken; the bill of materials names them: make sbom")
        return
    faults = compare(json.loads(RECORD.read_text(encoding="utf-8")), found)
    print("\n".join(faults) or "the same, byte for byte")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
