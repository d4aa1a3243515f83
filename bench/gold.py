"""Where the labelled texts are.  They are no part of the checkout: whoever has them keeps them beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The checkout."""
GOLD: Final = Path(os.environ.get("GOVREPORT_GOLD") or ROOT / "../shared/gold")
"""The folder of labelled texts, which may not exist; the environment variable ``GOVREPORT_GOLD`` names another."""
