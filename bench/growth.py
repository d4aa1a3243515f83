"""``python -m bench.growth``: how time and memory grow with the length of inputs that are made to hurt.

Each input is made at two lengths, one four times the other; the slope between their logarithms is 1 where twice the
length costs twice as much.  Python's cyclic collector is on, as it is for whoever uses the library.
"""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from math import log
from time import process_time
from typing import Final, TypeVar

import govreport

FACTOR: Final = 4
"""How many times longer the long text is; a step in between would cost a half more and tell no more."""
ROUNDS: Final = 3
"""How often each is timed; the shortest time counts, since what disturbs a measurement only adds to it."""
TRACED: Final = 2
"""What part of the lengths memory is measured at: tracing makes a parse ten times slower, and does not vary."""
LONGEST: Final = 50_000_000
"""Bytes of the longest line that is tried."""

_C0: Final = "".join(map(chr, range(32)))
_LINE_ENDS: Final = ("\n", "\r\n", "\r", "\u2028", "\x0b", "\x1e")


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def _counted(unit: str) -> Callable[[int], str]:
    """A unit with a number in it, counted up."""
    return lambda size: "".join([unit.format(n) for n in range(size // (len(unit) + 3))])


TEXTS: Final[dict[str, Callable[[int], str]]] = {
    "one line of text": _repeated("各地要加强领导明确责任，"),
    "one line of sentences": _repeated("各地要加强领导。"),
    "one line of numbers": _counted("{}、各地要加强领导。"),
    "short lines": _repeated("甲\n"),
    "numbers and lines": _repeated("12\n甲\n乙\n"),
    "blank lines": _repeated("\n"),
    "brackets": _repeated("("),
    "brackets of both widths": _repeated("（【[("),
    "markers that look nested": _repeated("一、\n（一）\n1.\n（1）\n"),
    "markers that never go on": _repeated("一、甲\n1.乙\n（一）丙\n三、丁\n2.戊\n"),
    "markers on one line": _repeated("一、甲（一）乙1.丙"),
    "numbers counted up": _counted("{}.各单位要落实责任公安厅负责督办检查\n"),
    "long paragraphs, each another": _counted("各{}地要加强领导明确责任，" + "各地要加强领导明确责任，" * 20 + "。\n"),
    "indents lost in each of them": _counted(
        "各{}地要加强领导明确责任，" + "各地要加强领导。　　明确责任，" * 20 + "。\n"
    ),
    "headings without a stop": _repeated("1.加强组织领导成立公园领导小组，统筹工作推进落实。\n"),
    "labels": _repeated("发布时间：来源："),
    "labels alone": _repeated("索 引 号：\n"),
    "table cells": _repeated("0\n"),
    "bars and tabs": _repeated("|\t"),
    "bodies and dates": _repeated("溪原市水务局\n2016年3月15日\n"),
    "enclosures": _repeated("附件\n关于印发办法的通知\n"),
    "combining characters": _repeated("e\u0301\u0300\u0302"),
    "writing directions": _repeated("\u202e甲\u2066乙"),
    "lone surrogates": _repeated("\ud800\udfff甲"),
    "NUL": _repeated("\0"),
    "control characters": _repeated(_C0 + "甲"),
    "line ends of all kinds": _repeated("甲" + "乙".join(_LINE_ENDS)),
    "zero-width blanks": _repeated("\u200b\ufeff"),
    "indents lost": _repeated("　　甲乙丙丁"),
    "bad characters": _repeated("\ufffd甲"),
    "bold words": _repeated("**甲** "),
    "links and pictures on one line": _repeated("[甲](/b) ![_c_](/d) *乙* "),
    "brackets of links that open": _repeated("[甲](/b ["),
    "tables with bars": _repeated("|甲|乙|\n|--|--|\n|1|2|\n\n"),
    "tables in tags, each the other's rest": _repeated(
        "<table><tr><td rowspan=3>甲</td><td>1</td></tr><tr><td>2</td></tr></table>\n"
    ),
    "tags that open": _repeated("<table><tr><td>"),
    "spaced letters": _repeated("甲 乙 丙\n"),
    "headings of Markdown": _repeated("# 甲\n"),
}
"""Texts for `parse`, by what is hard about them."""


def _deep_json(size: int) -> str:
    return '{"kind":"body","children":[' * (size // 27)


def _wide_json(size: int) -> str:
    return '{"kind":"row","children":[' + ",".join(['{"kind":"cell","raw":"甲"}'] * (size // 28)) + "]}"


_PAGE: Final = "一、加强领导\n各地要加强领导，明确责任。\n（一）落实责任\n各单位要落实责任。\n"


def _json_of_a_page(size: int) -> str:
    return govreport.to_json(govreport.parse(_repeated(_PAGE)(size // 5)))  # five characters of JSON for one


def _pickle_of_a_page(size: int) -> bytes:
    return pickle.dumps(govreport.parse(_repeated(_PAGE)(size // 5)))


def read_json(document: str) -> None:
    """Read JSON that may be no tree."""
    with suppress(govreport.InvalidReport):
        govreport.from_json(document)


DOCUMENTS: Final[dict[str, Callable[[int], str]]] = {
    "deep JSON": _deep_json,
    "wide JSON": _wide_json,
    "JSON of a page": _json_of_a_page,
}
"""Texts for `from_json`."""
PICKLES: Final[dict[str, Callable[[int], bytes]]] = {"pickle of a page": _pickle_of_a_page}
"""Bytes for `pickle.loads`."""

_Data = TypeVar("_Data", str, bytes)


def slopes(run: Callable[[_Data], object], make: Callable[[int], _Data], size: int) -> tuple[float, float]:
    """Measure how time and memory grow.

    Args:
        run: takes a text, or bytes.
        make: makes a text of about some number of characters, or so many bytes.
        size: of the shorter.

    Returns:
        The slopes of processor time and of peak memory, on logarithmic scales.
    """

    def seconds(text: _Data) -> float:
        return min(_time(run, text) for _ in range(ROUNDS))

    time = _slope(make(size), make(size * FACTOR), seconds)
    return time, _slope(make(size // TRACED), make(size // TRACED * FACTOR), lambda text: _memory(run, text))


def _time(run: Callable[[_Data], object], text: _Data) -> float:
    gc.collect()  # what others left
    begin = process_time()
    run(text)
    return process_time() - begin


def _memory(run: Callable[[_Data], object], text: _Data) -> int:
    tracemalloc.start()
    try:
        run(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _slope(short: _Data, long: _Data, cost: Callable[[_Data], float]) -> float:
    """How a cost grows from a short text to a long one."""
    return log(max(cost(long), 1e-9) / max(cost(short), 1e-9)) / log(len(long) / len(short))


def main() -> None:
    """Print the slopes of every input, the time of one line of 50 MB, and what the collector costs."""
    print(f"{'':28}{'time':>8}{'memory':>8}")
    for cases, run in ((TEXTS, govreport.parse), (DOCUMENTS, read_json)):
        for name, make in cases.items():
            _show(name, *slopes(run, make, 100_000))
    for name, make_bytes in PICKLES.items():
        _show(name, *slopes(pickle.loads, make_bytes, 100_000))
    text = TEXTS["one line of text"](LONGEST // 3)  # three bytes a character
    print(f"\none line of {len(text.encode()) / 1e6:.0f} MB: {_time(govreport.parse, text):.1f} s")
    print("\nseconds with the collector on, and off")
    page = _repeated(_PAGE)(LONGEST // 15)
    document, pickled = _json_of_a_page(LONGEST // 3), _pickle_of_a_page(LONGEST // 3)
    _show("parse, a page of 10 MB", *_on_and_off(govreport.parse, page))
    _show("from_json of it, 50 MB", *_on_and_off(read_json, document))
    _show("pickle.loads of it", *_on_and_off(pickle.loads, pickled))


def _show(name: str, *figures: float) -> None:
    print(f"{name:28}" + "".join(f"{figure:8.2f}" for figure in figures), flush=True)


def _on_and_off(run: Callable[[_Data], object], text: _Data) -> tuple[float, float]:
    """The least of a few times with the cyclic collector on, and with it off, in turn: machines are busy."""
    on, off = [], []
    for _ in range(ROUNDS):
        on.append(_time(run, text))
        gc.disable()
        try:
            off.append(_time(run, text))
        finally:
            gc.enable()
    return min(on), min(off)


if __name__ == "__main__":
    main()
