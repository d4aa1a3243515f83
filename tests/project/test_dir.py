"""``dir`` shows what people are to use, and nothing else."""

from __future__ import annotations

import govreport
from govreport import corpus


def test_dir_shows_the_public_names() -> None:
    shown = set(dir(govreport))
    assert shown == {*govreport.__all__, "arrow", "corpus", "__version__"}
    assert all(hasattr(govreport, name) for name in shown - {"arrow"})  # which needs an extra
    assert dir(corpus) == ["CannotResume", "Summary", "convert", "reports"]
