"""Invented corpora, small enough to be converted again and again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PAGE = """\
溪原市第{n}水务所2015年政府信息公开工作年度报告
发布时间：2016-03-18 09:30　来源：溪原市第{n}水务所
根据《中华人民共和国政府信息公开条例》，编制本报告。
一、总体情况
全年公开信息{n}条。其中规划类{n}条。
二、主要做法
（一）健全制度。先后订立信息采集、保密审查两项制度。
（二）拓宽渠道。在6个营业厅安装查询屏。
　　　　　　　　　　　　溪原市第{n}水务所
　　　　　　　　　　　　2016年3月15日
主办单位：溪原市水务局　网站标识码：6399000017
"""


def page(n: int) -> str:
    return PAGE.format(n=n)


def folder(path: Path, pages: int) -> Path:
    """A folder with pages in folders of ten."""
    for n in range(pages):
        file = path / f"{n // 10:03}" / f"第{n:04}页.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(n), encoding="utf-8" if n % 3 else "gb18030")
    return path


def lines(file: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
