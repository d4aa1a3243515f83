"""List traditional characters with their simplified forms: writes `src/govreport/words/traditional.txt`.

``python tools/list_traditional.py`` takes the pairs from OpenCC (Apache-2.0), as the package
``opencc-python-reimplemented`` ships them.  A character counts where it has one simplified form in the first place, and
is none of GB 2312: 乾, 藉 and 徵 are written in simplified texts too, and mean something else there than 干, 借 and 征.
"""

from __future__ import annotations

import pathlib

import opencc

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
            and not _in_simplified_texts(traditional)
        ):
            found.append((traditional, simplified))
    return sorted(found)


def _in_simplified_texts(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    found = pairs()
    traditional = "".join(one for one, _ in found)
    simplified = "".join(other for _, other in found)
    _TARGET.write_text(f"{_HEAD}{traditional}\n{simplified}\n", "utf-8")
    print(f"{len(found)} characters")


if __name__ == "__main__":
    main()
