"""No pattern of the package takes more than linear time: each is tried on strings blown up from what it repeats."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, Final

import pytest
import regex

import govreport
from govreport.words.patterns import LatePattern
from tests.pumps import Pump, pumps

parser: Any = vars(importlib.import_module("tests.pumps"))["parser"]  # Python's own parser of patterns
PACKAGE: Final = Path(__file__).parent.parent.parent / "src/govreport"
SIZES: Final = tuple(int(2 ** (half / 2)) for half in range(4, 27))
"""Characters of the strings, from 4 to 8192, by steps small enough that what takes forever shows before it does."""
QUARTER: Final = 4
"""Sizes from one to that of four times as many characters."""
NOTICED: Final = 0.005
"""Seconds that are worth comparing; what takes less at any size has not grown."""
GROWTH: Final = 9
"""How much longer four times the string may take: a square takes 16 times as long, a bound that is soon reached a
little more than 4."""
ROUNDS: Final = 3
SCANS: Final = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
CALLS: Final = SCANS | {"match", "fullmatch"}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(govreport.__path__, "govreport."):
        if not found.name.endswith("__main__"):
            with suppress(ImportError):  # an engine that is not installed
                yield importlib.import_module(found.name)


def is_pattern(value: object) -> bool:
    return isinstance(value, (re.Pattern, regex.Pattern, LatePattern))


def held(value: object) -> Iterator[Any]:
    """The patterns in a value, however deep in tuples and dictionaries."""
    if is_pattern(value):
        yield value
    elif isinstance(value, dict):
        for part in value.items():
            yield from held(part)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from held(part)


def source(module: ModuleType) -> str:
    path = PACKAGE.joinpath(*module.__name__.split(".")[1:])
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")


def calls(module: ModuleType) -> Iterator[tuple[Any, str]]:
    """Each call of a pattern's method in a module: the pattern, None where a local name holds it, and the method."""
    for node in ast.walk(ast.parse(source(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS):
            continue
        value = evaluated(module, node.func.value)
        if value in (re, regex):  # re.sub(r"…", …)
            value = re.compile(evaluated(module, node.args[0]))
        # A match at a place is mostly one of many, from place to place.
        scans = node.func.attr in SCANS or (node.func.attr == "match" and len(node.args) > 1)
        if value is None or is_pattern(value):
            yield value, "search" if scans else node.func.attr


def evaluated(module: ModuleType, node: ast.expr) -> Any:
    try:
        return eval(compile(ast.Expression(node), module.__name__, "eval"), dict(vars(module)))
    except NameError:
        return None


def uses() -> dict[tuple[Any, str], str]:
    """Each pattern of the package with each way in which it is used, and the name of the first module that does."""
    found: dict[tuple[Any, str], str] = {}
    for module in modules():
        used = list(calls(module))
        local = sorted({method for pattern, method in used if pattern is None})  # the same order for every worker
        for pattern in held(tuple(value for name, value in vars(module).items() if not name.startswith("__"))):
            if not any(pattern is one for one, _ in used):
                used += [(pattern, method) for method in local]
        for pattern, method in used:
            if pattern is not None:
                found.setdefault((pattern, method), module.__name__)
    return found


USES: Final = uses()


def strings(pattern: Any) -> Iterator[Pump]:
    own = pattern.flags & int(re.I | re.S | re.M | re.X)
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    try:
        yield from pumps(text, own)
    except re.error:  # possessive, for `regex`, on Python 3.10: read as if it gave back what it took
        yield from pumps(re.sub(r"(?<=[*+?}])\+", "", text), own)


def runner(pattern: Any, method: str) -> Callable[[str], object]:
    """What calls the method on a string; a search goes on to the string's end."""

    def run(text: str) -> object:
        subject = text.encode() if isinstance(pattern.pattern, bytes) else text
        if method == "search":
            return sum(1 for _ in pattern.finditer(subject))
        return getattr(pattern, method)(subject)

    return run


def steepest(run: Callable[[str], object], pump: Pump) -> float:
    """The most that a string of four times the length took longer, as far as it took noticeably long at all."""
    times: list[float] = []
    for size in SIZES:
        text = pump.of(size)
        times.append(seconds(run, text))
        if times[-1] > limit(times):  # or the machine was busy
            times[-1] = min(seconds(run, text) for _ in range(ROUNDS))
            if times[-1] > limit(times):
                return times[-1] / times[-1 - QUARTER]
    return 0.0


def limit(times: list[float]) -> float:
    """The seconds that the last of the strings may take."""
    return max(NOTICED, GROWTH * times[-1 - QUARTER]) if len(times) > QUARTER else inf


def seconds(run: Callable[[str], object], text: str) -> float:
    begin = process_time()
    run(text)
    return process_time() - begin


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "method"),
    [pytest.param(*use, id=f"{module}-{use[1]}-{number}") for number, (use, module) in enumerate(USES.items())],
)
def test_time_grows_with_length_and_no_more(pattern: Any, method: str) -> None:
    run = runner(pattern, method)
    slow = {pump: steepest(run, pump) for pump in strings(pattern)}
    assert {pump: grown for pump, grown in slow.items() if grown} == {}, pattern.pattern


@pytest.mark.parametrize(
    "pattern",
    [r"\s*x$", r"(?:<!--.{0,1500}?-->|\s){0,8}<html", r"(?: {0,3}> {0,3}[^>]{2,20}){1,5}$", r"(?:a|b|ab)*c"],
    ids=["a square", "lazy comments", "bounds within bounds", "two ways to read the same"],
)
def test_a_pattern_that_takes_longer_is_found(pattern: str) -> None:
    run = runner(re.compile(pattern), "search")
    assert any(steepest(run, pump) > GROWTH for pump in pumps(pattern, 0))


def test_nearly_every_pattern_of_the_package_is_tried() -> None:
    written = sum(source(module).count("re.compile(") + source(module).count("regex.compile(") for module in modules())
    assert len({pattern for pattern, _ in USES}) >= 0.9 * written


@pytest.mark.skipif(not hasattr(parser, "POSSESSIVE_REPEAT"), reason="Python 3.10 says so itself")
def test_patterns_of_re_have_nothing_that_python_3_10_does_not_know() -> None:
    patterns = {(one.pattern, one.flags): name for (one, _), name in USES.items() if not isinstance(one, regex.Pattern)}
    unknown = [
        f"{name}: {text!r}"
        for (text, flags), name in patterns.items()
        if isinstance(text, str) and {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"} & set(operations(parser.parse(text, flags)))
    ]
    assert not unknown, "possessive repeats and atomic groups take regex.compile"


def operations(part: Any) -> Iterator[str]:
    """The names of what a pattern does, at every depth."""
    if isinstance(part, (parser.SubPattern, list, tuple)):
        for one in part:
            yield from operations(one)
    elif type(part) is not int:  # which stands for a character
        yield str(part)
