"""The workflows against what `pyproject.toml` says is supported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = ROOT / ".github/workflows"
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PYTHONS = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', PYPROJECT)


def load(file: Path) -> Any:
    yaml = pytest.importorskip("yaml", reason="it comes with the group docs")
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def matrix(workflow: str, job: str) -> Any:
    return load(WORKFLOWS / f"{workflow}.yml")["jobs"][job]["strategy"]["matrix"]


def test_the_tests_run_on_every_python_that_is_supported() -> None:
    assert len(PYTHONS) > 1
    assert matrix("tests", "linux")["python"] == PYTHONS
    assert matrix("tests", "elsewhere")["python"] == [PYTHONS[0], PYTHONS[-1]]


def test_a_compiled_wheel_is_built_for_each_of_them() -> None:
    built = re.search(r'^build = "(.*)"$', PYPROJECT, re.MULTILINE)
    assert built is not None
    assert built[1].split() == [f"cp{version.replace('.', '')}-*" for version in PYTHONS]
    systems = {system.partition("-")[0] for system in matrix("packages", "compiled")["system"]}
    assert systems == {"ubuntu", "macos", "windows"}
    assert "ubuntu-24.04-arm" in matrix("packages", "compiled")["system"]
    assert matrix("packages", "all-tests")["python"] == PYTHONS


def test_nothing_is_handed_out_that_was_not_tested() -> None:
    jobs = load(WORKFLOWS / "packages.yml")["jobs"]
    release = jobs.pop("release")
    assert set(release["needs"]) == set(jobs)
    assert release["if"] == "startsWith(github.ref, 'refs/tags/v')"
    for job in jobs.values():
        said = " ".join(step.get("run", "") for step in job["steps"])
        assert any(word in said for word in ("pytest", "make test-compiled", "cibuildwheel"))


def test_every_action_is_pinned_to_a_commit() -> None:
    used = [line for file in WORKFLOWS.glob("*.yml") for line in re.findall(r"uses: (.*)", file.read_text("utf-8"))]
    assert used
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_what_workflows_make_is_a_target() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = {
        name for file in WORKFLOWS.glob("*.yml") for name in re.findall(r"run: make (\S+)", file.read_text("utf-8"))
    }
    assert called
    assert called <= targets


def test_forms_and_hooks_are_read() -> None:
    for form in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")):
        if form.stem == "config":
            continue
        fields = load(form)["body"]
        assert len({field["id"] for field in fields}) == len(fields)
        assert any(field["validations"]["required"] for field in fields)
    (hook,) = load(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"] == "govreport check --allow-unchecked"
    assert all(re.search(hook["files"], name) for name in ("2021.txt", "a/2022.html", "报告.docx"))
    assert not re.search(hook["files"], "README.md")
    (local,) = load(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [one["id"] for one in local["hooks"]] == ["ruff", "ruff-format", "mypy"]


def test_the_citation_names_the_licence() -> None:
    citation = load(ROOT / "CITATION.cff")
    assert citation["license"] == re.search(r'^license = "(.*)"$', PYPROJECT, re.MULTILINE)[1]  # type: ignore[index]
    assert citation["title"] == re.search(r'^name = "(.*)"$', PYPROJECT, re.MULTILINE)[1]  # type: ignore[index]
