"""Where the labelled texts are.  They are no part of the checkout: whoever has them keeps them beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The checkout."""
GOLD: Final = Path(os.environ.get("GOVREPORT_GOLD") or ROOT / "../shared/gold")
"""The folder of labelled texts, which may not exist; the environment variable ``GOVREPORT_GOLD`` names another."""
BLIND: Final = GOLD.parent / "blind"
"""Labelled texts that nobody reads, beside the others."""
CASES: Final = GOLD.parent / "cases"
"""Invented cases of every kind of fault, beside them too."""
SCORER: Final = GOLD.parent / "eval" / "score.py"
"""The program that compares trees with labels."""
SCORER_OF_BLIND: Final = SCORER.with_name("score_blind.py")
"""The same for the texts that nobody reads: it prints figures alone."""
SCORER_OF_CASES: Final = CASES / "cases.py"
"""The program that runs the cases."""
FLOORS: Final = ROOT / "tests" / "floors.json"
"""What no figure may fall below: set of texts, kind of text (``all``: all of them), figure, share of 1."""
