"""``python -m bench.mixtures [SECONDS] [SEED]``: look for texts whose parse takes more than linear time.

Texts are rows of lines of a few kinds, one kind after the other or in turn, drawn at random.  What grows faster than a
linear parse does with its caches is measured again at larger sizes, and printed where it still does.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from random import Random
from time import perf_counter, process_time
from typing import Final

import govreport

SIZES: Final = (40_000, 160_000, 640_000)  # characters
SUSPECT: Final = 5.6  # times the time for four times the text
_WORDS: Final = "加强工作指导公安厅政务公开领导小组制定下发多个文件对健全机制提出具体要求全市各级部门认真落实"
_HAN: Final = "一二三四五六七八九十"

Words = Callable[[int], str]
KINDS: Final[dict[str, Callable[[Words, int], str]]] = {
    "words": lambda words, n: words(8),
    "the same words": lambda words, n: "甲乙丙丁",
    "sentence": lambda words, n: f"{words(60)}，{words(20)}。",
    "long paragraph": lambda words, n: words(250) + "。",
    "long paragraph, indents lost": lambda words, n: f"{words(120)}。　　{words(125)}。",
    "indented": lambda words, n: f"　　{words(30)}。",
    "hard-wrapped": lambda words, n: words(28),
    "organ": lambda words, n: words(4) + "水务局",
    "organ, pushed right": lambda words, n: " " * 20 + words(3) + "水务局",
    "date": lambda words, n: "2016年3月15日",
    "date, pushed right": lambda words, n: " " * 20 + "2016年3月15日",
    "enactment": lambda words, n: "2016年3月15日第九届全国人民代表大会通过",
    "title": lambda words, n: f"关于{words(8)}的通知",
    "addressee": lambda words, n: "各县人民政府：",
    "enclosure": lambda words, n: "附件",
    "numbered enclosure": lambda words, n: f"附件{n % 90 + 1}",
    "list of enclosures": lambda words, n: f"附件：{n}.关于{words(5)}的通知",
    "file": lambda words, n: words(6) + ".doc",
    "note": lambda words, n: "联系人：某某",
    "note in brackets": lambda words, n: "（此件公开发布）",
    "一、": lambda words, n: f"{_HAN[n % 10]}、{words(6)}",
    "一、 alone": lambda words, n: "一、",
    "（一）": lambda words, n: f"（{_HAN[n % 10]}）{words(60)}，{words(40)}。",
    "（一） after a colon": lambda words, n: f"{words(20)}：（一）{words(20)}。",
    "（二）": lambda words, n: f"（二）{words(20)}。",
    "1.": lambda words, n: f"{n + 1}.{words(10)}",
    "1.1": lambda words, n: f"{n // 9 + 1}.{n % 9 + 1} {words(8)}",
    "（1）": lambda words, n: f"（{n + 1}）{words(40)}。",
    "第一章": lambda words, n: f"第{_HAN[n % 10]}章 {words(5)}",
    "第1条": lambda words, n: f"第{n % 99 + 1}条 {words(30)}。",
    "目录": lambda words, n: "目录",
    "entry": lambda words, n: f"一、{words(5)}……{n}",
    "注：": lambda words, n: "注：",
    "colon": lambda words, n: words(6) + "：",
    "label": lambda words, n: f"索引号：{n}",
    "lone label": lambda words, n: "主办单位：",
    "bare label": lambda words, n: "主办单位",
    "breadcrumb": lambda words, n: "当前位置：首页>政务公开",
    "breadcrumb, broken": lambda words, n: "> " + words(4),
    "page tools": lambda words, n: "打印 关闭",
    "licence": lambda words, n: "粤ICP备05003255号",
    "copyright": lambda words, n: "版权所有 " + words(5),
    "page number": lambda words, n: f"- {n} -",
    "number": lambda words, n: str(n % 100),
    "bars": lambda words, n: "| 1 | 2 | 3 |",
    "tabs": lambda words, n: "规章\t1\t2",
    "table of disclosure": lambda words, n: "信息内容",
    "row of a table": lambda words, n: "（一）予以公开",
    "table of indicators": lambda words, n: "统计指标",
}


def mixture(random: Random, kinds: list[str], in_turn: bool, size: int) -> str:
    """A text of so many characters or a few more."""

    def words(count: int) -> str:
        return "".join(random.choices(_WORDS, k=count))

    out: list[str] = []
    for group in [kinds] if in_turn else [[kind] for kind in kinds]:
        made = n = 0
        while made < size * len(group) // len(kinds):
            lines = [KINDS[kind](words, n) for kind in group]
            made += sum(len(line) + 1 for line in lines)
            out += lines
            n += 1
    return "\n".join(out)


def seconds(text: str) -> float:
    """The time of a parse, the better of two, without the collector: it looks at all there is again and again."""
    times = []
    gc.disable()
    for _ in range(2):
        start = process_time()
        govreport.parse(text)
        times.append(process_time() - start)
    gc.enable()
    return min(times)


def main(limit: float = 60.0, seed: int = 0) -> None:
    """Look for a while; print what is found and how many texts were tried."""
    random = Random(seed)
    tried, end = 0, perf_counter() + limit
    while perf_counter() < end:
        kinds, in_turn = random.sample(list(KINDS), random.choice((1, 2, 2, 3, 4))), random.random() < 0.5
        small, middle, large = (mixture(random, kinds, in_turn, size) for size in SIZES)
        tried += 1
        if seconds(middle) > SUSPECT * seconds(small):
            before, after = seconds(middle), seconds(large)
            if after > SUSPECT * before:
                how = "in turn" if in_turn else "one after the other"
                print(f"{after / before:.1f} times the time for four times: {', '.join(kinds)}, {how}", flush=True)
    print(f"{tried} mixtures tried")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(float(given[0]) if given else 60.0, int(given[1]) if given[1:] else 0)
