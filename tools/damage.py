"""Damage labelled texts as pages are damaged, and keep their labels true: what there is to learn from of wrong trees.

Each way of damage changes a text line by line, and its labels with it.  Which lines it takes is told by a seed, so that
the same texts come out each time.
"""

from __future__ import annotations

import copy
import json
import random
import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

Labels = dict[str, Any]
Way = Callable[[list[str], Labels, random.Random], None]
"""Damages the lines of a text, and its labels where they would no longer be true, both in place."""

_FIELDS: Final = ("title", "issuer", "source", "doc_number", "addressee")
_UNITS: Final = ("headings", "unnumbered", "returns")
_TIMES: Final = ("published", "date", "period", "year")
_STOPS: Final = "。：:．."
_WIDTHS: Final = str.maketrans("，。：；（）？！", ",.:;()?!")  # 、 has no other width
_WIDE: Final = str.maketrans(",:;()?!", "，：；（）？！")
_KEPT: Final = frozenset("零〇○一二三四五六七八九十百千万年月日第条章节编部分号附件")
_OF_FOOTERS: Final = frozenset("主办承办单位联系地址电话备案网站标识码公安")
_OTHER_PAGE: Final = """首页 > 水务 > 公示公告
关于城东片停水检修的公告
发布时间：2024-06-18 浏览次数：12
因管道检修，6月20日8时至18时城东片停水，请各户提前储水，并关好水龙头。
一、停水范围
河堤路以东、桥头街以北的各户。
二、供水时间
检修完毕后，于6月20日18时前恢复供水。
墨溪区水务局
2024年6月18日
打印本页 关闭窗口
"""
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def drop_heading_stops(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop the stops between headings and paragraphs on one line."""
    for one in labels["headings"]:
        line, title = lines[one["line"] - 1], one["title"]
        at = line.find(title) + len(title) if title else 0
        if at > len(title) and line[at : at + 1] in tuple(_STOPS) and line[at + 1 :].strip() and chance.random() < 0.6:
            lines[one["line"] - 1] = line[:at] + line[at + 1 :]


def drop_last_stops(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop the stops at the ends of lines."""
    for at, line in enumerate(lines):
        if line.rstrip()[-1:] in ("。", "；", "：", ":") and chance.random() < 0.35:
            lines[at] = line.rstrip()[:-1]


def narrow(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Make all punctuation half-width."""
    lines[:] = [line.translate(_WIDTHS) for line in lines]


def widen(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Make punctuation full-width."""
    lines[:] = [line.translate(_WIDE) for line in lines]


def strip(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop indents, and blank lines but for their line ends."""
    lines[:] = [line.strip() for line in lines]


def space_out(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Put blanks between the characters of short lines."""
    for at, line in enumerate(lines):
        if 2 <= len(line.strip()) <= 12 and chance.random() < 0.4:
            lines[at] = " ".join(line.strip())


def join_lines(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop line ends of the document."""
    first, last = labels["body"]["first_line"], min(labels["body"]["last_line"], len(lines))
    new: list[str] = []
    number = {}  # of each line, what it is now
    for at, line in enumerate(lines, 1):
        if first < at <= last and line.strip() and new[-1].strip() and chance.random() < 0.3:
            new[-1] += line.strip()
        else:
            new.append(line)
        number[at] = len(new)
    lines[:] = new
    _renumber(labels, number)


def cut(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Cut a text off in the middle of the document, between two lines."""
    first, last = labels["body"]["first_line"], min(labels["body"]["last_line"], len(lines))
    if last - first < 4:
        return
    at = chance.randrange(first + 2, last)
    while not lines[at - 1].strip():
        at -= 1
    del lines[at:]
    labels["body"] = {"first_line": min(first, at), "last_line": at}
    for key in _UNITS:
        if key in labels:
            labels[key] = [one for one in labels[key] if one["line"] <= at]


def glue(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Put another page behind, as some scrapers do: none of it is the document's."""
    while lines and not lines[-1].strip():
        lines.pop()
    labels["body"]["last_line"] = min(labels["body"]["last_line"], len(lines))
    lines += _OTHER_PAGE.splitlines()


def move_site(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Put lines that stand behind the document before its text, as pages do that have their buttons there."""
    last = labels["body"]["last_line"]
    found = [line for line in lines[last:] if 1 < len(line.strip()) < 40]
    if not found:
        return
    start = chance.randrange(len(found))
    taken = found[start : start + chance.randrange(1, 4)]
    at = labels["body"]["first_line"] - 1
    lines[at:at] = taken
    _renumber(labels, {number: number + len(taken) * (number > at) for number in range(1, len(lines) + 2)})


def _renumber(labels: Labels, number: dict[int, int]) -> None:
    for key in _UNITS:
        for one in labels.get(key, ()):
            one["line"] = number.get(one["line"], one["line"])
    labels["body"] = {key: number.get(value, value) for key, value in labels["body"].items()}


def drop_front(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop lines before the document, the title perhaps among them."""
    _drop(lines, range(labels["body"]["first_line"] - 1), chance, 0.4)


def drop_back(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop lines behind the document."""
    _drop(lines, range(labels["body"]["last_line"], len(lines)), chance, 0.4)


def drop_closing(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop signature or date."""
    names = [_bare(name) for name in labels.get("signature") or ()]
    for at in range(labels["body"]["first_line"], min(labels["body"]["last_line"], len(lines))):
        closes = len(lines[at]) < 40 and (_bare(lines[at]) in names or lines[at].rstrip().endswith("日"))
        if closes and chance.random() < 0.5:
            lines[at] = ""


def drop_lines(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Drop lines of the document that hold no unit."""
    kept = {one["line"] - 1 for key in ("headings", "unnumbered", "returns") for one in labels.get(key, ())}
    body = range(labels["body"]["first_line"], labels["body"]["last_line"] - 1)
    _drop(lines, [at for at in body if at not in kept], chance, 0.15)


def other_words(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Put other characters for some, in text and labels alike: words that nobody knows."""
    _change(lines, labels, chance, 0.08)


def few_other_words(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """The same for few."""
    _change(lines, labels, chance, 0.03)


def other_words_of_site(lines: list[str], labels: Labels, chance: random.Random) -> None:
    """Put other characters for some in the lines around the document, its title apart."""
    first, last = labels["body"]["first_line"], labels["body"]["last_line"]
    kept = _bare(json.dumps([labels.get(name) for name in (*_FIELDS, *_TIMES, "footer")], ensure_ascii=False))
    found = sorted(set(_HAN.findall("".join(lines))) - _KEPT - _OF_FOOTERS - set(kept))
    table = str.maketrans({sign: chance.choice(found) for sign in found if chance.random() < 0.3})
    for at, line in enumerate(lines):
        if not first <= at + 1 <= last:
            lines[at] = line.translate(table)
    labels["doubt"] = [*labels.get("doubt", ()), "published", "source", "doc_number"]  # their names may be gone


def _change(lines: list[str], labels: Labels, chance: random.Random, share: float) -> None:
    found = sorted(set(_HAN.findall("".join(lines))) - _KEPT)
    taken = [sign for sign in found if chance.random() < share]
    table = str.maketrans({sign: chance.choice(found) for sign in taken})
    lines[:] = [line.translate(table) for line in lines]
    text = json.dumps(labels, ensure_ascii=False)
    changed = json.loads(text, object_hook=lambda one: {key: _changed(value, table) for key, value in one.items()})
    labels.update(changed)


def _changed(value: Any, table: dict[int, Any]) -> Any:
    if isinstance(value, list):
        return [_changed(one, table) for one in value]
    return value.translate(table) if isinstance(value, str) else value


def _drop(lines: list[str], places: Any, chance: random.Random, share: float) -> None:
    for at in places:
        if chance.random() < share:
            lines[at] = ""


WAYS: Final[dict[str, Way]] = {
    one.__name__: one
    for one in (
        drop_heading_stops, drop_last_stops, narrow, widen, strip, space_out, join_lines, cut, glue, move_site,
        drop_front, drop_back, drop_closing, drop_lines, other_words, few_other_words, other_words_of_site,
    )
}  # fmt: skip


def damaged(text: str, labels: Labels, way: str, seed: str) -> tuple[str, Labels] | None:
    """A text damaged in one way, with its labels; None where the way changes nothing.

    Args:
        text: the text.
        labels: its labels.
        way: a name in `WAYS`.
        seed: tells which lines are taken.
    """
    lines, labels = text.split("\n"), copy.deepcopy(labels)
    WAYS[way](lines, labels, random.Random(f"{way} {seed}"))
    out = "\n".join(lines)
    if out == text:
        return None
    _keep_true(out, labels, text)
    return out, labels


def _keep_true(text: str, labels: Labels, before: str) -> None:
    """Take out of the labels what the text no longer says, and what it says less often."""
    bare, whole = _bare(text), _bare(before)
    doubt = list(labels.get("doubt", ()))
    shorter = len(bare) < len(whole)
    for name in _FIELDS:
        value = _bare(labels[name]) if labels.get(name) else ""
        if value and value not in bare:
            labels[name] = None
            doubt.append(name)
        elif value and shorter and bare.count(value) < whole.count(value):
            doubt.append(name)  # it stands somewhere, but no longer where it stood
    names = [_bare(name) for name in labels.get("signature") or ()]
    labels["signature"] = [name for name in labels.get("signature") or () if _bare(name) in bare]
    if shorter:  # what said a time may be gone
        doubt += [*_TIMES, "issuer", "source", "doc_number"]
        if any(bare.count(name) < whole.count(name) for name in names):
            doubt.append("signature")
    labels["doubt"] = doubt
    labels["footer"] = {
        key: value for key, value in labels["footer"].items() if bare.count(_bare(value)) == whole.count(_bare(value))
    }
