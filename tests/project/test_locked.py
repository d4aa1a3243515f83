"""The locked packages: all that make installs, and their audit, against a service of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

from tools.audit import CLEAN, FAILED, FOUND, LOCK, UNREACHED, audit

needs_pip_audit = pytest.mark.skipif(find_spec("pip_audit") is None, reason="it comes with the group lint")

FAULT = {
    "id": "PYSEC-0000-1",
    "summary": "an invented one",
    "affected": [
        {
            "package": {"name": "badpackage", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.1"}]}],
        }
    ],
}


def test_everything_that_make_installs_is_locked() -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 or later")
    project = tomllib.loads((LOCK.parent / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    extras = project["project"]["optional-dependencies"]
    asked = list(project["project"]["dependencies"])
    asked += [one for group in groups["dev"] for one in groups[group["include-group"]]]
    asked += [one for extra in re.findall(r"\w+", extras["all"][0])[1:] for one in extras[extra]]
    names = {re.split(r"[^\w.-]", one)[0] for one in asked}
    locked = LOCK.read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^([\w.-]+)==[\w.]+", locked, re.MULTILINE))
    assert "://" not in locked  # whoever installs chooses the index


def test_every_locked_version_has_its_digests() -> None:
    lock = (LOCK.parent / "requirements.lock").read_text(encoding="utf-8")
    # A package, its marker, then a line a digest.
    packages = re.findall(
        r"^([\w.-]+==\S+(?: ; [^\\\n]+)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.M
    )
    assert len(packages) == len(re.findall(r"^[^ #\n]", lock, re.M))
    versions = {line.partition("  # ")[0].rstrip() for line in LOCK.read_text(encoding="utf-8").splitlines()}
    assert {package.strip() for package, _ in packages} == {one for one in versions if one and one[0] != "#"}
    assert "://" not in lock


class _Service(BaseHTTPRequestHandler):
    """Knows of one vulnerability."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = {"vulns": [FAULT]} if asked["package"]["name"] == "badpackage" else {}
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def lock(folder: Path, *lines: str) -> Path:
    file = folder / "constraints.txt"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


@pytest.mark.slow
@needs_pip_audit
def test_packages_without_a_known_vulnerability_pass(tmp_path: Path, service: str) -> None:
    packages = lock(tmp_path, "goodpackage==1.0", "other==2.0 ; python_full_version < '3'")
    assert audit(packages, ["--osv-url", service]) == (
        CLEAN,
        "audit: 1 packages looked up, 0 vulnerabilities",
    )


@pytest.mark.slow
@needs_pip_audit
def test_a_known_vulnerability_fails(tmp_path: Path, service: str) -> None:
    status, said = audit(lock(tmp_path, "goodpackage==1.0", "badpackage==1.0"), ["--osv-url", service])
    assert status == FOUND
    assert said.splitlines()[0] == "badpackage 1.0: PYSEC-0000-1, mended in 1.1"


@pytest.mark.slow
@needs_pip_audit
def test_a_service_that_cannot_be_reached_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Service) as server:
        address = f"http://127.0.0.1:{server.server_port}"
    assert audit(lock(tmp_path, "goodpackage==1.0"), ["--osv-url", address]) == (
        UNREACHED,
        "audit: NOT DONE: no package was looked up: the vulnerability service cannot be reached from here",
    )


@pytest.mark.slow
@needs_pip_audit
def test_a_service_that_does_not_answer_is_told(tmp_path: Path) -> None:
    status, said = audit(lock(tmp_path, "goodpackage==1.0"), seconds=0.01)
    assert status == UNREACHED
    assert said == "audit: NOT DONE: no package was looked up: the vulnerability service gave no answer in 0.01 seconds"


@needs_pip_audit
def test_any_other_failure_fails(tmp_path: Path) -> None:
    status, said = audit(lock(tmp_path, "not locked"))
    assert status == FAILED
    assert said.startswith("audit: NOT DONE: no package was looked up: pip-audit failed\n")
    assert "not locked" in said
