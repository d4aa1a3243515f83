"""How a corpus is cut into chunks.  No parser, as in `govreport.corpus.items`."""

from __future__ import annotations

import pickle
from importlib import import_module
from typing import Any

from attrs import asdict, evolve, frozen

from govreport.serialize.room import Cutting


@frozen(kw_only=True)
class Chunking(Cutting):
    """`Cutting` for worker processes: the tokenizer may be a name, ``module:attribute``, which each looks up."""

    tokenizer: Any = None

    @property
    def cutting(self) -> Cutting:
        """The same, with the tokenizer itself.

        Raises:
            ValueError: there is no tokenizer of that name.
        """
        return evolve(self, tokenizer=_named(self.tokenizer)) if isinstance(self.tokenizer, str) else self

    def check(self, alone: bool) -> None:
        """Make sure that reports can be cut so, before anything is begun.

        Args:
            alone: whether that is done in this process.

        Raises:
            ValueError: a number has no meaning, or the tokenizer cannot be had in another process.
        """
        self.cutting.room()
        if self.tokenizer is None or alone:
            return
        try:
            pickled = pickle.dumps(self.tokenizer)
        except (pickle.PicklingError, AttributeError, TypeError):
            raise ValueError(
                "the tokenizer cannot be sent to worker processes: name a function of a module, or give jobs=1"
            ) from None
        if b"__main__" in pickled:
            raise ValueError(
                "the tokenizer stands in the script itself, which worker processes do not run: "
                "put it into a module, or give jobs=1"
            )

    def plan(self) -> dict[str, Any]:
        """What makes a run the one it is, as plain data."""
        tokenizer: Any = self.tokenizer
        if tokenizer is not None and not isinstance(tokenizer, str):
            named = tokenizer if hasattr(tokenizer, "__qualname__") else type(tokenizer)
            tokenizer = f"{named.__module__}:{named.__qualname__}"
        return {**asdict(self, recurse=False), "tokenizer": tokenizer}


def _named(name: str) -> Any:
    module, parted, path = name.partition(":")
    if not parted:
        raise ValueError(f"{name!r} is no name of a tokenizer: give its module and its name in it, {name}:NAME")
    try:
        found: Any = import_module(module)
        for step in path.split("."):
            found = getattr(found, step)
    except (ImportError, AttributeError, ValueError) as failure:
        raise ValueError(f"there is no tokenizer {name!r} (module:attribute): {failure}") from None
    return found
