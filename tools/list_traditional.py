"""List traditional characters with their simplified forms: writes `src/govreport/words/traditional.txt`.

``python tools/list_traditional.py`` takes the pairs from OpenCC (Apache-2.0), as the package
``opencc-python-reimplemented`` ships them.  A character counts with the first of its simplified forms; 乾 does not,
which simplified texts write too, in names of places.
"""

from __future__ import annotations

import pathlib

import opencc

_WRITTEN_IN_BOTH = "乾"
_TARGET = pathlib.Path("src/govreport/words/traditional.txt")
_HEAD = (
    "# Traditional characters, and below each its simplified form.\n"
    "# From OpenCC's TSCharacters (Apache-2.0); tools/list_traditional.py makes this file.\n"
)


def pairs() -> list[tuple[str, str]]:
    """Give the pairs, in the order of the traditional characters."""
    table = pathlib.Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    found = []
    for line in table.read_text("utf-8").splitlines():
        traditional, forms = line.split("\t")
        simplified = forms.split(" ")[0]
        if (
            traditional != simplified
            and max(traditional, simplified) <= "\uffff"
            and traditional not in _WRITTEN_IN_BOTH
        ):
            found.append((traditional, simplified))
    return sorted(found)


def main() -> None:
    found = pairs()
    traditional = "".join(one for one, _ in found)
    simplified = "".join(other for _, other in found)
    _TARGET.write_text(f"{_HEAD}{traditional}\n{simplified}\n", "utf-8")
    print(f"{len(found)} characters")


if __name__ == "__main__":
    main()
