"""What the Tab key completes, once a shell is told to ask (docs/tutorial.md)."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytest.importorskip("click")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("govreport con", "plain,convert"),
        ("govreport convert --upd", "plain,--update"),
        ("govreport parse --to cl", "plain,clean"),
        ("govreport view rep", "file,rep"),
    ],
)
def test_the_shell_completes_commands_options_and_files(words: str, told: str) -> None:
    asked = {"_GOVREPORT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    program = "from govreport.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", env={**os.environ, **asked}
    )
    assert run.stdout.splitlines() == [told]
