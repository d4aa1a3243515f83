"""``python tools/audit.py``: look the locked packages up among known vulnerabilities.

One that is found fails, and says which release mends it.  Where the service that knows them cannot be reached, as on a
machine that reaches a package index alone, one line says that nothing was looked up, and nothing fails.  Options are
those of pip-audit: ``--ignore-vuln`` for one that does no harm here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

LOCK: Final = Path(__file__).parent.parent / "constraints.txt"
# The lock names every package with its version, so nothing has to be resolved.
_COMMAND: Final = "--no-deps --disable-pip --vulnerability-service osv --format json --progress-spinner off".split()
# How the last line of pip-audit begins where nobody answers: by the error's class, or in its own words.
_UNREACHED: Final = re.compile(
    r"[\w.]*(?:ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError)\b|.*Could not connect"
)


def audit(lock: Path = LOCK, options: list[str] | None = None) -> tuple[bool, str]:
    """Look up the packages of a lock file.

    Args:
        lock: names the packages, each with its exact version.
        options: further ones for pip-audit.

    Returns:
        Whether all is well as far as it could be looked up, and what to say.
    """
    run = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--requirement", str(lock), *_COMMAND, *(options or [])],
        capture_output=True,
        encoding="utf-8",
    )
    if not run.stdout.strip():
        last = run.stderr.strip().rpartition("\n")[2]
        if _UNREACHED.match(last):
            return True, "audit: NOT DONE: the vulnerability service cannot be reached from here"
        return False, run.stderr
    packages: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
    known = [package for package in packages if "vulns" in package]
    faults = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in known
        for fault in package["vulns"]
    ]
    return not faults, "\n".join([*faults, f"audit: {len(known)} packages looked up, {len(faults)} vulnerabilities"])


def main() -> None:
    """Audit the lock of this checkout."""
    well, said = audit(options=sys.argv[1:])
    print(said, file=sys.stdout if well else sys.stderr)
    sys.exit(not well)


if __name__ == "__main__":
    main()
