"""Count the characters of a folder of texts: what `govreport.words.character_frequency` takes for usual.

``python tools/count_characters.py FOLDER [--most 600]`` prints the most frequent ideographs of all ``.txt`` and ``.md``
files beneath, most frequent first, then those of the files in traditional characters alone.  A text counts once
however long it is, and so does a folder however many texts it has.
"""

from __future__ import annotations

import argparse
import collections
import pathlib
import re

from govreport.sources.decode import decode

_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_TRADITIONAL = frozenset("國會務員處總報關開業個們來時實發經產體點與這過對為進還後從無當說學員長問動")
_SIMPLIFIED = frozenset("国会务员处总报关开业个们来时实发经产体点与这过对为进还后从无当说学员长问动")


def shares(text: str) -> dict[str, float]:
    """Give each ideograph of a text its share of them all."""
    counts = collections.Counter(_IDEOGRAPH.findall(text))
    total = counts.total()
    return {character: count / total for character, count in counts.items()}


def usual(texts: list[dict[str, float]]) -> collections.Counter[str]:
    """Give the mean share of each character."""
    total: collections.Counter[str] = collections.Counter()
    for one in texts:
        for character, share in one.items():
            total[character] += share / len(texts)
    return total


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--most", type=int, default=600)
    given = arguments.parse_args()
    folders: dict[str, list[dict[str, float]]] = collections.defaultdict(list)
    traditional: list[dict[str, float]] = []
    for path in sorted(given.folder.rglob("*")):
        if path.suffix in (".txt", ".md"):
            found = shares(decode(path.read_bytes()).text)
            folders[path.relative_to(given.folder).parts[0]].append(found)
            if sum(found.get(one, 0) for one in _TRADITIONAL) > sum(found.get(one, 0) for one in _SIMPLIFIED):
                traditional.append(found)
    for counts in (usual([usual(texts) for texts in folders.values()]), usual(traditional)):
        print("".join(character for character, _ in counts.most_common(given.most)))


if __name__ == "__main__":
    main()
