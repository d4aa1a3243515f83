import datetime

import pytest

from govreport.words.numerals import find_date, ordinal, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("廿", 20), ("廿三", 23), ("卅一", 31),
        ("一百", 100), ("一百零三", 103), ("一百一十", 110), ("九百九十九", 999), ("一一", 11), ("二〇", 20),
        ("12", 12), ("１２", 12), ("①", 1), ("⑳", 20), ("㈢", 3), ("⑴", 1), ("两", 2),
        ("正", None), ("千", None), ("十百", None), ("百", None), ("〇百", None), ("一二十", None), ("", None),
        ("a", None),
    ],
)  # fmt: skip
def test_ordinal(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "2010年3月19日", "2010-03-19", "2010/3/19", "2010.03.19", "２０１０年３月１９日", "二〇一〇年三月十九日",
        "二○一○年三月十九日", "二零一零年三月十九日", "二０一０年三月十九日", "二O一O年三月十九日",
        "二o一o年三月十九日",
        "二Ο一Ο年三月十九日", "2010 年 3 月 19 日", "2010年\u00a03月\u300019日", "二〇一〇年 三月 十九日",
        "2 0 1 0 年3月1 9日",
    ],
)  # fmt: skip
def test_every_way_to_write_one_day(text: str) -> None:
    assert parse_date(text) == datetime.date(2010, 3, 19)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2010-03-19 11:09", datetime.datetime(2010, 3, 19, 11, 9)),
        ("2010-03-19T11:09:05", datetime.datetime(2010, 3, 19, 11, 9, 5)),
        ("2009-3-16 9:20:00", datetime.datetime(2009, 3, 16, 9, 20)),
        ("2025年01月23日09:30", datetime.datetime(2025, 1, 23, 9, 30)),
        ("二〇二〇年十二月三十一日", datetime.date(2020, 12, 31)),
        ("二〇二〇年十月廿一日", datetime.date(2020, 10, 21)),
    ],
)
def test_dates_and_times(text: str, value: datetime.date) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize("text", ["2019年2月30日", "2010-13-40", "二〇一〇年十三月一日"])
def test_a_day_that_does_not_exist_is_found_but_not_guessed(text: str) -> None:
    assert find_date(text) == (0, len(text), None)


@pytest.mark.parametrize("text", ["", "11.5.14.2的试验", "2010年", "三月十九日", "0471-5153343"])
def test_no_date(text: str) -> None:
    assert find_date(text) is None


def test_place_of_a_date_is_given_in_characters() -> None:
    assert find_date("发布时间:2010-03-19 11:09 来源") == (5, 21, datetime.datetime(2010, 3, 19, 11, 9))
