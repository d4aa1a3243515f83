"""Files that a reader drops on the list: read, shown, and kept nowhere but in memory, the last few of them."""

from __future__ import annotations

import io
import secrets
import threading
from typing import Any, Final

import govreport
from govreport.view.page import page

MOST_BYTES: Final = 32 << 20
"""Bytes of the largest file that can be dropped."""
SECONDS: Final = 60.0
"""Seconds that reading one may take."""
KEPT: Final = 8
"""Pages that are kept, so that they can be loaded again."""


class Dropped:
    """The pages of files that were dropped, by keys that nobody guesses."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._lock = threading.Lock()

    def put(self, data: bytes, name: str, home: str) -> str:
        """Read a file and make its page.

        Args:
            data: what is in it.
            name: what it is called; its ending helps to tell its kind.
            home: the address to go back to.

        Returns:
            The key of the page.

        Raises:
            UnreadableFile, MissingExtra: it cannot be read.
        """
        content: Any = io.BytesIO(data)
        content.name = name
        html = page(govreport.read(content, max_bytes=MOST_BYTES, max_seconds=SECONDS), name, home)
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._pages[key] = html
            while len(self._pages) > KEPT:
                del self._pages[next(iter(self._pages))]
        return key

    def page(self, key: str) -> str | None:
        """The page of a key; None where it is not, or no longer, there."""
        return self._pages.get(key)
