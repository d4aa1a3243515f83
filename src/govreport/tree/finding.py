"""Ways to ask a tree: nodes by what they are and say, sections by their numbers or titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from govreport.tree.leaf import Leaf
from govreport.tree.placed import numbered
from govreport.tree.sections import outermost_sections
from govreport.tree.showing import shown
from govreport.words.blanks import clean
from govreport.words.numerals import ordinal
from govreport.words.patterns import late

KINDS: Final = tuple(
    "front body back furniture breadcrumb metadata title addressee paragraph section heading table row cell signature "
    "date note attachment footer-field".split()
)
"""The kinds of nodes under a report."""
_SHOWN: Final = 12  # sections that a message names
_SHOWN_LENGTH: Final = 16  # characters of each
_LEVELS: Final = late(r"[第章节節条條编編部分、.．。()（）\s]")


def find(
    root: Any, what: str | re.Pattern[str] | type[Any] | None, kind: str | None, title: str | re.Pattern[str] | None
) -> list[Any]:
    """Find nodes; see `govreport.Report.find`.

    Args:
        root: where to look: the nodes under it are found, not itself.
        what: a pattern of the text, or a class.
        kind: a kind.
        title: a pattern of the title of a section or an enclosure.

    Raises:
        TypeError: ``what`` is neither a pattern nor a class.
        ValueError: there is no such kind.
        re.error: a pattern is none.
    """
    if kind is not None and kind not in KINDS:
        raise ValueError(f"no kind {kind!r}; there are {', '.join(KINDS)}")
    if what is not None and not isinstance(what, (str, re.Pattern, type)):
        raise TypeError(f"find() takes a pattern or a class such as Table, not {type(what).__name__}")
    words = re.compile(what) if isinstance(what, (str, re.Pattern)) else None
    named = re.compile(title) if title is not None else None
    found = []
    for node in root.walk():
        if node is root or (kind is not None and node.kind != kind):
            continue
        if isinstance(what, type) and not isinstance(node, what):
            continue
        if words is not None and not (isinstance(node, Leaf) and words.search(node.text)):
            continue
        if named is not None and not _is_named(node, named):
            continue
        found.append(node)
    return found


def _is_named(node: Any, pattern: re.Pattern[str]) -> bool:
    title = _title(node)
    return title is not None and pattern.search(title) is not None


def _title(node: Any) -> str | None:
    """A section's title, or an enclosure's; None for any other node."""
    if node.kind == "section":
        return str(node.heading.title)
    return node.title if node.kind == "attachment" else None


def section_at(body: Any, path: tuple[int | str, ...]) -> Any:
    """Find a section; see `govreport.Report.section`.

    Args:
        body: where the outermost sections stand.
        path: its numbers or titles.

    Raises:
        LookupError: there is no such section; the message says which there are.
        TypeError: a step is neither a number nor a string.
        ValueError: the path is empty.
    """
    if not path:
        raise ValueError(
            'section() takes a path of numbers or a title: section(2, 1), section("二/(一)"), section("概述")'
        )
    for step in path:
        if isinstance(step, bool) or not isinstance(step, (int, str)):
            raise TypeError(f'section() takes numbers or a string such as "二/(一)", not {type(step).__name__}')
    if len(path) == 1 and isinstance(path[0], str) and (named := _by_name(body, path[0])) is not None:
        return named
    found: Any = body
    for step in [one for part in path for one in _steps(part)]:
        below = _step(found, step)
        if below is None:
            raise LookupError(f"no section {'/'.join(map(str, path))!r}: {_what_there_is(found)}")
        found = below
    if found is body:
        raise LookupError(f"no section {path[0]!r}: {_what_there_is(body)}")
    return found


def _by_name(body: Any, name: str) -> Any:
    """The first section, at any depth, with a title, or a number and a title; 第三条 names one by its number alone."""
    wanted = _bare(name)
    if not wanted:
        return None
    for node in body.walk():
        if node.kind == "section":
            marker, title = _bare(node.heading.marker), _bare(node.heading.title)
            if (title and wanted in (title, marker + title)) or (marker == wanted and marker[0] == "第"):
                return node
    return None


def _bare(text: str) -> str:
    return "".join(clean(text).split())


def _steps(part: int | str) -> Iterator[int | str]:
    if isinstance(part, int):
        yield part
        return
    for step in part.split("/"):
        dotted = step.strip().split(".")
        if len(dotted) > 1 and all(re.fullmatch(r"#?\d{1,9}|A\d{1,9}", one) for one in dotted):  # 2.1, A1.2, 2.#3
            yield from dotted
        elif step.strip():
            yield step.strip()


def _step(parent: Any, step: int | str) -> Any:
    """The section, or the enclosure, that a step leads to."""
    sections = [child for child in parent.children if child.kind == "section"]
    if isinstance(step, str) and step[0] in "#A" and step[1:].isdecimal():
        alike: list[Any] = sections
        if step[0] == "A":
            alike = [child for child in parent.children if child.kind == "attachment"]
        at = int(step[1:9]) - 1
        return alike[at] if 0 <= at < len(alike) else None
    number = step if isinstance(step, int) else _number(step)
    for one in outermost_sections(sections):
        if number is not None and one.heading.ordinal == number:
            return one
    wanted = None if isinstance(step, int) else _bare(step)
    for one in sections:
        if wanted is not None and wanted in (_bare(one.heading.title), _bare(one.heading.marker + one.heading.title)):
            return one
    return None


def _number(step: str) -> int | None:
    bare = _LEVELS.sub("", step)
    return ordinal(bare) if bare else None


def _what_there_is(parent: Any) -> str:
    """What stands where a section was looked for, as a message says it."""
    sections = [child for child in parent.children if child.kind == "section"]
    enclosures = sum(child.kind == "attachment" for child in parent.children)
    steps = numbered([one.heading.ordinal for one in sections])
    names = [f"{step} {one.heading.title[:_SHOWN_LENGTH]}".strip() for step, one in zip(steps, sections, strict=True)]
    names += [f"A{number + 1}" for number in range(enclosures)]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    where = f"under {shown(_title(parent) or '')} there" if _title(parent) else "there"
    return f"{where} are {', '.join(names[:_SHOWN])}{more}" if names else "there are none here"
