"""The texts of a folder, to search in.

A plain scan: in 20,000 texts of 5,000 characters it takes two tenths of a second, while an index of their characters
takes minutes to make and more memory than they do.
"""

from __future__ import annotations

from typing import Final

MOST: Final = 200_000_000
"""Characters that are kept, of all texts together: some 400 MB of memory."""
BEFORE: Final = 16
AFTER: Final = 40
"""Characters of an excerpt before and after the words that were found."""


class Texts:
    """Texts by number, folded as `govreport.cli.listed.folded` does."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._texts)

    def put(self, number: int, text: str) -> None:
        """Keep a text, in the place of the one that had its number; none beyond `MOST`."""
        self.drop(number)
        if self._size + len(text) <= MOST:
            self._texts[number] = text
            self._size += len(text)

    def drop(self, number: int) -> None:
        """Forget a text."""
        self._size -= len(self._texts.pop(number, ""))

    def having(self, words: list[str]) -> list[int]:
        """Give the numbers of the texts that have all of some words, folded; each as often as it was put in."""
        found = list(self._texts.items())  # at once, since others may put in more
        for word in words:
            found = [one for one in found if word in one[1]]
        return [number for number, _ in found]

    def excerpt(self, number: int, words: list[str]) -> list[str] | None:
        """Give the place of the first of some words in a text.

        Returns:
            What stands before it, the word, and what stands after; None where it is not there.
        """
        text, word = self._texts.get(number, ""), words[0] if words else ""
        at = text.find(word) if word else -1
        if at < 0:
            return None
        end = at + len(word)
        return [text[max(0, at - BEFORE) : at], word, text[end : end + AFTER]]
