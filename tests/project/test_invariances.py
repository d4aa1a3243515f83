"""Changes of texts whose effect on the tree is known: what they are, and how many texts follow each."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from bench import score
from bench.gold import GOLD
from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.running import CHANGES, Failure, attempt
from bench.invariances.shells import SITES
from bench.invariances.texts import in_folder, own_texts
from bench.score import INVARIANCES, INVARIANCES_OF_LABELLED, Scores

FLOORS = score.floors()

NOTICE = """\
溪原市水务局关于做好防汛工作的通知
各乡镇人民政府：
现就今年的防汛工作通知如下，请认真执行。
一、加强领导
各单位要明确一名负责人，负责日常的联络和值守工作。
二、加强检查
每月检查一次堤防和泵站，结果于次月通报。
溪原市水务局
2016年3月15日
"""


def change_of(name: str) -> Change:
    """The change of that name."""
    return next(change for change in CHANGES if change.name == name)


def changed(name: str, text: str = NOTICE) -> str:
    """What a change makes of a text."""
    result = change_of(name).apply(Sample("notice", "notice", text), Random(0))
    assert result is not None
    return result.text


@cache
def scores(name: str) -> Scores:
    """What came of the changes tried on a set of texts."""
    if name == INVARIANCES_OF_LABELLED and not GOLD.is_dir():
        pytest.skip("no labelled texts beside the checkout; set GOVREPORT_GOLD")
    return score.invariances(own_texts() if name == INVARIANCES else in_folder(GOLD))


@pytest.mark.slow
@pytest.mark.xdist_group("invariances")
@pytest.mark.parametrize(
    ("name", "change"), [(name, change) for name in (INVARIANCES, INVARIANCES_OF_LABELLED) for change in FLOORS[name]]
)
def test_share_of_texts_that_follow_is_not_below_its_floor(name: str, change: str) -> None:
    assert scores(name)[change]["whole"] >= FLOORS[name][change]["whole"]


def test_names_are_unique_and_sites_are_twenty() -> None:
    names = [change.name for change in CHANGES]
    assert len(set(names)) == len(names)
    assert len(list(SITES.glob("*.txt"))) == 20


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_is_the_same_every_time(change: Change) -> None:
    first, second = (change.apply(Sample("notice", "notice", NOTICE), Random(3)) for _ in range(2))
    assert first == second or (first is not None and second is not None and first.text == second.text)


def test_a_tree_that_does_not_follow_is_told() -> None:
    def without_date(sample: Sample, random: Random) -> Changed:
        return Changed(sample.text.replace("2016年3月15日", ""), sample.view)

    failure = attempt(Change("the date left out", without_date), Sample("notice", "notice", NOTICE))
    assert isinstance(failure, Failure)
    assert "date: None, not '2016-03-15'" in failure.notes


def test_a_change_that_says_nothing_about_a_text_is_not_counted() -> None:
    assert attempt(change_of("another division's name"), Sample("scrap", "scrap", "一行文字\n")) is False


def test_a_site_stands_around_the_document() -> None:
    page = changed("a site around it: publish line share tools full footer")
    title, _, text = NOTICE.partition("\n")
    assert title in page
    assert text.strip() in page
    assert (
        page.index("当前位置")
        < page.index(title)
        < page.index("发布时间")
        < page.index("各乡镇")
        < page.index("主办单位")
    )


def test_another_name_stands_wherever_the_issuer_stood() -> None:
    text = changed("another division's name")
    assert "溪原市" not in text
    assert text.count("水务局") == 2


def test_traditional_characters() -> None:
    assert changed("traditional characters").startswith("溪原市水務局關於做好防汛工作的通知\n")
