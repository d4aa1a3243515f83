"""The folders read each other as `docs/design.md` says, and no two modules read each other."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src/govreport"
DESIGN = (ROOT / "docs/design.md").read_text(encoding="utf-8")
WAYS_IN = {
    "reading": {"words", "tree", "parsing", "sources", "limited", "second_reading", "corrections"},
    "second_reading": {"tree", "parsing", "serialize"},
    "limited": {"tree", "parsing", "sources", "serialize"},
    "limited_child": {"reading", "parsing", "sources", "serialize"},
    "extras": set(),
}
"""The modules beside the folders, with what each may read.  `arrow` is of `corpus`; `__init__` names everything."""


def _modules() -> dict[str, Path]:
    files = {".".join(file.relative_to(SOURCE).with_suffix("").parts): file for file in SOURCE.rglob("*.py")}
    return {name.removesuffix(".__init__"): file for name, file in files.items()}


MODULES = _modules()


def _folder(module: str) -> str:
    return "corpus" if module == "arrow" else module.partition(".")[0]


def _imports(module: str) -> set[str]:
    """The package's modules that a module imports anywhere, in functions too; what only types need aside."""
    read: set[str] = set()
    for statement in _statements(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").partition(".")[0] == "govreport":
            home = (statement.module or "")[len("govreport.") :]
            for alias in statement.names:
                name = f"{home}.{alias.name}".lstrip(".")
                read.add(name if name in MODULES else home)
    return read - {"", module}


def _statements(node: ast.AST) -> list[ast.AST]:
    """A module's statements at every depth, but for those under ``if TYPE_CHECKING``."""
    out: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        out.append(child)
        out += _statements(child)
    return out


def _rules() -> dict[str, set[str]]:
    """Which folders each folder may read, as the table says."""
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", DESIGN, re.MULTILINE)
    folders = {name for name, _ in rows}
    rules = {}
    for name, read in rows:
        if read.startswith("all"):
            rules[name] = folders - set(re.findall(r"`(\w+)`", read)) | set(WAYS_IN)
        else:
            rules[name] = set(re.findall(r"`(\w+)`", read))
    return rules | WAYS_IN


def test_the_table_names_every_folder() -> None:
    folders = {_folder(name) for name in MODULES} - {"__init__", "__main__"}
    assert folders == set(_rules())


def test_folders_read_only_what_the_table_lets_them() -> None:
    rules = _rules()
    for module in MODULES:
        if module in ("__init__", "__main__"):
            continue
        home = _folder(module)
        for other in _imports(module):
            assert _folder(other) in rules[home] | {home, "extras"}, f"{module} reads {other}"


def test_no_two_modules_read_each_other() -> None:
    packages = {name for name, file in MODULES.items() if file.name == "__init__.py"}
    graph = {name: _imports(name) - packages for name in MODULES if name not in packages}
    list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle


STEPS = {
    "line_repair", "front_repair", "beginning", "ending", "title", "page_front", "page_back", "tables", "closing",
    "outline",
}  # fmt: skip
"""The steps of the parse.  What two of them need is a look (`looks`), a word (`words`) or a record handed on."""


def test_no_step_reads_another() -> None:
    for step in STEPS:
        read = {name.removeprefix("parsing.") for name in _imports(f"parsing.{step}")}
        assert not read & STEPS, f"{step} reads {read & STEPS}"
