"""``python tools/audit.py``: look the locked packages up among known vulnerabilities.

It ends with 0 where all were looked up and nothing is known of any; with 1 where something is, and says which release
mends it; with 2 where the audit itself failed; with 3 where the service that knows them cannot be reached, as on a
machine that reaches a package index alone.  With 2 and 3 the first line says NOT DONE: nobody should take silence for a
clean bill.  Options are those of pip-audit: ``--ignore-vuln`` for one that does no harm here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

LOCK: Final = Path(__file__).parent.parent / "constraints.txt"
CLEAN, FOUND, FAILED, UNREACHED = range(4)
SECONDS: Final = 300.0
"""How long the service may take for all packages."""
# The lock names every package with its version, so nothing has to be resolved.
_COMMAND: Final = "--no-deps --disable-pip --vulnerability-service osv --format json --progress-spinner off".split()
# What the last line of pip-audit holds where nobody answers, or the service cannot: an error's class, or its own words.
_UNREACHED: Final = re.compile(
    r"\b(?:\w*ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|5\d\d Server Error|Could not connect)\b"
)


class Outcome(NamedTuple):
    """What came of an audit.

    Attributes:
        status: `CLEAN`, `FOUND`, `FAILED` or `UNREACHED`.
        said: what to tell.
    """

    status: int
    said: str


def audit(lock: Path = LOCK, options: list[str] | None = None, seconds: float = SECONDS) -> Outcome:
    """Look up the packages of a lock file.

    Args:
        lock: names the packages, each with its exact version.
        options: further ones for pip-audit.
        seconds: how long that may take.

    Returns:
        What came of it.
    """
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), *_COMMAND, *(options or [])]
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=seconds)
    except subprocess.TimeoutExpired:
        return _not_done(UNREACHED, f"the vulnerability service gave no answer in {seconds:g} seconds")
    if not run.stdout.strip():
        last = run.stderr.strip().rpartition("\n")[2]
        if _UNREACHED.search(last):
            return _not_done(UNREACHED, "the vulnerability service cannot be reached from here")
        return _not_done(FAILED, f"pip-audit failed\n{run.stderr.strip()}")
    packages: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
    known = [package for package in packages if "vulns" in package]
    passed_over = [package["name"] for package in packages if "vulns" not in package]
    faults = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in known
        for fault in package["vulns"]
    ]
    said = [*faults, f"audit: {len(known)} packages looked up, {len(faults)} vulnerabilities"]
    if passed_over:
        said.append(f"audit: {len(passed_over)} NOT looked up: {', '.join(passed_over)}")
    if not known:
        return _not_done(FAILED, said[-1])
    return Outcome(FOUND if faults else FAILED if passed_over else CLEAN, "\n".join(said))


def _not_done(status: int, why: str) -> Outcome:
    return Outcome(status, f"audit: NOT DONE: no package was looked up: {why}")


def main() -> None:
    """Audit the lock of this checkout."""
    status, said = audit(options=sys.argv[1:])
    print(said, file=sys.stderr if status else sys.stdout)
    sys.exit(status)


if __name__ == "__main__":
    main()
