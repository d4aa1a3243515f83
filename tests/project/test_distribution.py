"""What is handed out: built from this checkout, installed where nothing else is, and used as its users use it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

import govreport

pytest.importorskip("hatchling", reason="building needs the packages of the group build")

# One worker has all of these tests, so that each wheel and each environment is made once.
pytestmark = [pytest.mark.build, pytest.mark.xdist_group("distribution")]

ROOT: Final = Path(__file__).parent.parent.parent
PACKAGE: Final = ROOT / "src/govreport"
PAGES: Final = [page for page in sorted((ROOT / "fixtures").iterdir()) if page.suffix in (".txt", ".html")]
EXAMPLE: Final = ROOT / "examples/outline.py"
# Nothing that could lead an interpreter back to the checkout.
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MYPY"))}


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1", "NO_COLOR": "1", **variables}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8")


def done(*command: str | Path, cwd: Path, **variables: str) -> str:
    """What a command prints that has to succeed."""
    ended = run(*command, cwd=cwd, **variables)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


class Place:
    """A virtual environment that holds the library and what it asks for, and nothing else."""

    def __init__(self, folder: Path, wheel: Path, extras: str = "") -> None:
        self.folder = folder
        self.bin = folder / "venv/bin"
        done(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
        options = ("--quiet", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt")
        self.pip("install", *options, f"{wheel}{extras}")

    def pip(self, *arguments: str | Path) -> str:
        return done(sys.executable, "-m", "pip", "--python", self.bin / "python", *arguments, cwd=self.folder)

    def python(self, *arguments: str | Path) -> str:
        return done(self.bin / "python", "-I", *arguments, cwd=self.folder)

    def govreport(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return run(self.bin / "govreport", *arguments, cwd=self.folder)


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "hatchling", "build", "--directory", folder, cwd=ROOT)
    return next(folder.glob("*.tar.gz"))


def unpacked(sdist: Path, folder: Path) -> Path:
    shutil.unpack_archive(sdist, folder)
    (source,) = folder.iterdir()
    return source


def wheel_of(source: Path, folder: Path, **variables: str) -> Path:
    """The wheel that is made from the sdist: what people install."""
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    done(*command, cwd=source, **variables)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    return wheel_of(unpacked(sdist, folder), folder)


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("bare"), wheel)


@pytest.fixture(scope="module")
def equipped(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("equipped"), wheel, "[cli,html]")


@pytest.fixture(scope="module")
def compiled(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    compiler = (sysconfig.get_config_var("CC") or "").split()
    header = Path(sysconfig.get_path("include")) / "Python.h"
    if not compiler or not shutil.which(compiler[0]) or not header.is_file():
        pytest.skip("compiling needs a C compiler and the headers of Python")
    folder = tmp_path_factory.mktemp("compiled")
    source = unpacked(sdist, folder / "source")
    settings = source / "pyproject.toml"
    fast = settings.read_text(encoding="utf-8").replace('opt_level = "3"', 'opt_level = "0"')
    assert 'opt_level = "0"' in fast  # the same program in a fifth of the time that optimizing it takes
    settings.write_text(fast, encoding="utf-8")
    made = wheel_of(source, folder, HATCH_BUILD_HOOK_ENABLE_MYPYC="1")
    return Place(folder, made, "[html]")


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def test_the_wheel_is_the_same_from_the_checkout_and_from_the_sdist(sdist: Path, wheel: Path) -> None:
    (direct,) = sdist.parent.glob("*.whl")
    assert contents(direct) == contents(wheel)


def test_the_wheel_has_every_file_of_the_package_and_no_other(wheel: Path) -> None:
    files = {
        f"govreport/{file.relative_to(PACKAGE).as_posix()}"
        for file in PACKAGE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {
        "govreport/parsing/headings/headings.model",
        "govreport/py.typed",
        "govreport/view/assets/page.html",
    } < files
    assert {name for name in contents(wheel) if ".dist-info/" not in name} == files


def test_the_wheel_carries_its_bill_of_materials(wheel: Path) -> None:
    cyclonedx = pytest.importorskip("cyclonedx.model.bom", reason="reading it needs the packages of the group sbom")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if ".dist-info/sboms/" in name]
        text = archive.read(name).decode()
        weights = archive.read("govreport/parsing/headings/headings.model")
    bom = cyclonedx.Bom.from_json(json.loads(text))
    library = bom.metadata.component
    assert (library.name, library.version) == ("govreport", govreport.__version__)
    assert {"regex", "attrs", "chardet", "selectolax"} < {one.name for one in bom.components}
    digests = {one.name: [digest.content for digest in one.hashes] for one in library.components}
    assert digests["headings.model"] == [sha256(weights).hexdigest()]


def test_the_bill_of_materials_is_that_of_the_checkout() -> None:
    pytest.importorskip("cyclonedx", reason="making it needs the packages of the group sbom")
    from tools.sbom import SBOM, bill

    assert SBOM.read_text(encoding="utf-8") == bill(), "make sbom"


def test_what_it_asks_for_is_enough(bare: Place) -> None:
    code = "import govreport, sys; print(govreport.__file__, govreport.__version__)"
    file, version = bare.python("-c", code).split()
    assert Path(file).is_relative_to(bare.folder)
    assert version == govreport.__version__
    assert "No broken requirements" in bare.pip("check")


def trees(place: Place) -> list[str]:
    code = "import sys, govreport; [print(govreport.to_json(govreport.read(page))) for page in sys.argv[1:]]"
    return place.python("-c", code, *PAGES).splitlines()


def test_trees_are_those_of_the_checkout(equipped: Place) -> None:
    assert trees(equipped) == [govreport.to_json(govreport.read(page)) for page in PAGES]


def test_the_compiled_parse_gives_the_same_trees(compiled: Place) -> None:
    file = compiled.python("-c", "from govreport.parsing import pipeline; print(pipeline.__file__)").strip()
    assert Path(file).is_relative_to(compiled.folder)
    assert not file.endswith(".py")
    assert trees(compiled) == [govreport.to_json(govreport.read(page)) for page in PAGES]


def test_pages_to_look_at_and_the_schema_come_with_it(equipped: Place) -> None:
    code = (
        "import govreport, json; print(json.dumps([govreport.json_schema(), govreport.to_html(govreport.parse(''))]))"
    )
    schema, page = json.loads(equipped.python("-c", code))
    assert schema == govreport.json_schema()
    assert page == govreport.to_html(govreport.parse(""))


def test_the_command_runs(equipped: Place) -> None:
    page = ROOT / "fixtures/annual-runin.txt"
    parsed = equipped.govreport("parse", page)
    assert (parsed.returncode, parsed.stderr) == (0, "")
    assert json.loads(parsed.stdout)["report"] == govreport.to_dict(govreport.read(page))


def test_a_missing_extra_is_named(bare: Place) -> None:
    command = bare.govreport("--help")
    assert command.returncode == 1
    assert "pip install 'govreport[cli]'" in command.stderr
    code = "import sys, govreport\ntry: govreport.read(sys.argv[1])\nexcept govreport.MissingExtra as e: print(e.extra)"
    assert bare.python("-c", code, ROOT / "fixtures/annual-page.html") == "html\n"


# --- a program that uses it ------------------------------------------------------------------------------------------


def test_the_example_runs(bare: Place) -> None:
    assert bare.python(EXAMPLE, ROOT / "fixtures/opinion-metadata.txt").count("\n") > 3


def checked(place: Place, program: str) -> Any:
    """What mypy makes of a program for the environment in which the wheel is installed."""
    pytest.importorskip("mypy", reason="checking types needs the packages of the group lint")
    file = place.folder / "program.py"
    file.write_text(program, encoding="utf-8")
    options = ("--strict", "--config-file=", "--cache-dir", place.folder / "cache")
    return run(
        sys.executable, "-m", "mypy", *options, "--python-executable", place.bin / "python", file, cwd=place.folder
    )


def test_the_example_is_typed_by_what_is_installed(bare: Place) -> None:
    found = checked(bare, EXAMPLE.read_text(encoding="utf-8"))
    assert found.returncode == 0, found.stdout


def test_a_mistake_in_types_is_found(bare: Place) -> None:
    program = EXAMPLE.read_text(encoding="utf-8")
    mistaken = program.replace("signed: date | None = report.date", "signed: date | None = report.title")
    assert mistaken != program
    found = checked(bare, mistaken)
    assert found.returncode == 1
    assert 'expression has type "str | None", variable has type "date | None"' in found.stdout
