"""Which of the lines before a document is its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_subtitle, is_title_like, is_yearly_title
from govreport.parsing.page_fields import field_end, fields_of
from govreport.words.document_kinds import FOOTNOTE, ends_in_kind, is_complete_title
from govreport.words.numerals import date_span
from govreport.words.organizations import are_organs, is_organ
from govreport.words.page_furniture import is_site_name

_BELOW: Final = 6  # lines after the site's last that can still hold the title
_LINES: Final = 4  # lines of the longest title
_NAMED_IN_HEAD: Final = 6.0  # for a title that the page's head names
_SET_LIKE_ONE: Final = 2.0


def find_title(
    lines: list[Line], kinds: list[FrontKind | None], front_end: int, marked: Mapping[int, TitleMark]
) -> list[tuple[int, int]]:
    """Find the title among the lines before the text.

    Args:
        lines: the text's lines.
        kinds: what each line before the first running text is (`govreport.parsing.looks.front_kind`).
        front_end: index after the last line that is plainly the site's or the page's.
        marked: what the markup shows as the title, by the offset of its first line.

    Returns:
        Runs ``(first, end)`` of the lines that hold it, in order: one, or more where the title is repeated.
    """
    named = _named_title(lines, kinds, front_end)
    limit = min(len(kinds), front_end + _BELOW)
    seen = [line.text for line in lines[:limit]]
    best, best_score = None, 0.0
    for index in range(limit):
        mark = marked.get(lines[index].start)
        if mark is not None and mark.named:
            run: tuple[int, int] | None = _marked_run(lines, kinds, index, marked)
        else:
            run = _run(lines, kinds, index, limit, named)
        if run is None:
            continue
        score = _score(lines, kinds, run, front_end, named, seen)
        if mark is not None:
            score += _NAMED_IN_HEAD if mark.named else _SET_LIKE_ONE
        if score > best_score:
            best, best_score = run, score
    if best is None or best_score < 3:
        return []
    best = _with_headline(lines, kinds, best)
    wanted = _squeeze(_joined(lines, best))
    runs = [best]
    index = 0
    while index < limit:
        repeat = _repeat(lines, kinds, index, limit, wanted)
        if repeat is not None and (repeat[1] <= best[0] or repeat[0] >= best[1]):
            runs.append(repeat)
            index = repeat[1]
        else:
            index += 1
    return sorted(runs)


def _marked_run(
    lines: list[Line], kinds: list[FrontKind | None], index: int, marked: Mapping[int, TitleMark]
) -> tuple[int, int]:
    """The lines of a title that the page's head names, and a second line of it that is set like one."""
    last = marked[lines[index].start].last
    end = index + 1
    while end < len(lines) and lines[end].start <= last:
        end += 1
    if end < len(kinds) and kinds[end] is None and is_title_like(lines[end]):
        below = marked.get(lines[end].start)
        end += below is not None and not below.named
    return (index, end)


def _repeat(
    lines: list[Line], kinds: list[FrontKind | None], index: int, limit: int, wanted: str
) -> tuple[int, int] | None:
    """The run of lines from ``index`` that gives the title again, if one does."""
    if lines[index].text[0] != wanted[0] or kinds[index] in ("label", "breadcrumb"):
        return None
    for end in range(index + 1, min(index + _LINES, limit) + 1):
        if _same(_squeeze(_joined(lines, (index, end))), wanted):
            return (index, end)
    return None


def _with_headline(lines: list[Line], kinds: list[FrontKind | None], run: tuple[int, int]) -> tuple[int, int]:
    """Take in the first line of a headline of two, which stands alone between breadcrumb and title."""
    start = run[0]
    if start < 2 or kinds[start - 2] != "breadcrumb" or kinds[start - 1] is not None:
        return run
    above = lines[start - 1]
    if not 10 <= len(above.text) <= 40 or ends_in_kind(_joined(lines, run)):
        return run
    whole = is_title_like(above) and not is_site_name(above.text) and not is_organ(above.text)
    return (start - 1, run[1]) if whole else run


def _named_title(lines: list[Line], kinds: list[FrontKind | None], front_end: int) -> str:
    """The title as a metadata block gives it (标题：…), without white space; empty where it does not."""
    for index in range(front_end):
        text = lines[index].text
        if kinds[index] != "label" or not ("题" in text or "名" in text or "題" in text):
            continue
        fields = fields_of(text)
        for at, field in enumerate(fields):
            if field.key == "title":
                end = fields[at + 1].start if at + 1 < len(fields) else len(text)
                value = text[field.value : field_end(text, field, end)]
                if not value and index + 1 < front_end and kinds[index + 1] == "value":
                    value = lines[index + 1].text
                return _squeeze(value)
    return ""


def _run(
    lines: list[Line], kinds: list[FrontKind | None], index: int, limit: int, named: str
) -> tuple[int, int] | None:
    """The lines from ``index`` that make one title, or None where it cannot begin there."""
    line, kind = lines[index], kinds[index]
    if kind is not None and not (kind == "widget" and ends_in_kind(line.text)):
        return None
    if not is_title_like(line):
        return None
    end = index + 1
    joined = line.text
    while (
        end < min(index + _LINES, limit)
        and kinds[end] is None
        and is_title_like(lines[end])
        and (
            (not is_complete_title(joined) and _goes_on(joined, lines[end].text))
            or (named and named.startswith(_squeeze(joined + lines[end].text)))
        )
    ):
        joined += lines[end].text
        end += 1
    return (index, end)


_ISSUED: Final = re.compile(r"[12]\d{3}|关于|政府信息|政务公开")
_PASSES_ON: Final = re.compile(r"转发|批转|印发")
_UNFINISHED: Final = re.compile(
    r"关于|[的和与及、]$|转发|印发|\d{4}年|^(?:19|20)\d{2}[\u4e00-\u9fff]|开展|推进|加强|进一步"
)


def _goes_on(text: str, following: str) -> bool:
    """True where a title is unfinished and the next line finishes it."""
    if is_subtitle(following) or date_span(following):
        return False
    if are_organs(text.split()):  # issuers on a line of their own: XX局 / 2013年度…报告
        return _ISSUED.match(following) is not None and ends_in_kind(following)
    if "关于" in text or (following.startswith(("关于", "《")) and _PASSES_ON.search(text)):
        return len(following) <= 40
    return _UNFINISHED.search(text) is not None and ends_in_kind(following)


def _score(
    lines: list[Line], kinds: list[FrontKind | None], run: tuple[int, int], front_end: int, named: str, seen: list[str]
) -> float:
    text = _joined(lines, run)
    bare = _squeeze(text)
    size = len(bare)
    score = 0.0
    if named and _same(bare, named):
        score += 8
    if "关于" in text or is_yearly_title(text):
        score += 3
    score += 2 if 9 <= size <= 70 else -3 if size < 6 else 0
    if ends_in_kind(text):
        score += 4 if size >= 8 else 1
    else:
        if is_site_name(text):
            score -= 6
        if text.count(" ") + text.count("\u3000") + text.count("\u00a0") >= 3:
            score -= 4
    if size >= 9 and seen.count(text) > 1:
        score += 2
    if not run[0]:
        score += 2
    elif kinds[run[0] - 1] == "breadcrumb":
        score += 3
        if _squeeze(lines[run[0] - 1].text).endswith(bare):
            score -= 2
    after = kinds[run[1]] if run[1] < len(kinds) else "text"
    if after in ("label", "date", "number", "enactment") or (after is None and is_subtitle(lines[run[1]].text)):
        score += 3
    elif after == "text":
        score += 2.5
    elif after == "widget":
        score += 1
    if is_organ(bare):
        score -= 5
    elif run[1] - run[0] > 1 and are_organs(lines[run[0]].text.split()):
        score += 1  # the issuers above it are part of it
    if lines[run[0]].lead.endswith("# "):
        score += 4
    # Between equals, the one nearer to the text.
    return score + 0.4 * run[0] / len(kinds) - 0.1 * max(0, run[0] - front_end)


def _joined(lines: list[Line], run: tuple[int, int]) -> str:
    start, end = run
    if end - start == 1:
        return lines[start].text
    return "".join([line.text for line in lines[start:end]])


def _squeeze(text: str) -> str:
    text = "".join(text.split())
    return FOOTNOTE.sub("", text) if text[-1:] == "]" else text


def _same(one: str, other: str) -> bool:
    return len(one) >= 4 and (
        one == other
        or (len(one) >= 12 and (one.startswith(other) or other.startswith(one)) and abs(len(one) - len(other)) <= 6)
    )
