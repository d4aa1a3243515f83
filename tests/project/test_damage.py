"""Damaged texts keep labels that are true."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from tools.damage import WAYS, damaged
from tools.diagrams import Line, diagram

TEXT = """首页 > 水务
墨溪区水务局关于停水检修的公告
打印本页
因管道检修，6月20日8时至18时停水。
一、停水范围
河堤路以东的各户。
二、供水时间
检修完毕后恢复供水。
墨溪区水务局
2024年6月18日
关闭窗口
主办单位：墨溪区水务局
"""


def labels() -> dict[str, Any]:
    return {
        "title": "墨溪区水务局关于停水检修的公告",
        "issuer": "墨溪区水务局",
        "signature": ["墨溪区水务局"],
        "date": "2024-06-18",
        "headings": [
            {"line": 5, "depth": 1, "marker": "一、", "ordinal": 1, "title": "停水范围"},
            {"line": 7, "depth": 1, "marker": "二、", "ordinal": 2, "title": "供水时间"},
        ],
        "body": {"first_line": 4, "last_line": 10},
        "footer": {"organizer": "墨溪区水务局"},
        "doubt": [],
    }


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_heading_stands_on_the_line_that_its_label_names(way: str) -> None:
    for seed in "abcdef":
        done = damaged(TEXT, labels(), way, seed)
        if done is None:
            continue
        lines = done[0].split("\n")
        for one in done[1]["headings"]:
            bare = "".join(lines[one["line"] - 1].split())
            assert one["marker"][0] in bare
            assert way in ("narrow", "widen") or one["title"] in bare
        assert 1 <= done[1]["body"]["first_line"] <= done[1]["body"]["last_line"] <= len(lines)


def test_what_is_cut_off_is_in_no_label() -> None:
    done = damaged(TEXT, labels(), "cut", "a")
    assert done is not None
    text, kept = done
    assert text.count("\n") + 1 == kept["body"]["last_line"]
    assert {"date", "issuer", "signature"} <= set(kept["doubt"])
    assert kept["footer"] == {}


def test_another_page_behind_is_not_the_documents() -> None:
    done = damaged(TEXT, labels(), "glue", "a")
    assert done is not None
    assert done[0].startswith(TEXT.rstrip("\n"))
    assert done[1]["body"] == labels()["body"]


def test_the_same_text_is_damaged_the_same_way() -> None:
    assert damaged(TEXT, labels(), "other_words", "a") == damaged(TEXT, labels(), "other_words", "a")
    assert damaged("", {**labels(), "headings": []}, "strip", "a") is None


def test_lines_of_the_site_stand_before_the_text() -> None:
    chance = Random("move_site a")
    lines, own = TEXT.split("\n"), labels()
    WAYS["move_site"](lines, own, chance)
    assert lines[own["body"]["first_line"] - 1].startswith("因管道检修")
    assert lines[own["headings"][1]["line"] - 1] == "二、供水时间"


def test_a_diagram_has_a_point_for_each_of_a_line() -> None:
    picture = diagram("a title", "across", "up", [Line("one", [(0.0, 0.0, 1.0), (1.0, 0.5, 4.0)])])
    assert picture.count("<circle") == 2
    assert '<circle cx="304.0" cy="174.0" r="5.0"' in picture
    assert "<title>a title</title>" in picture
