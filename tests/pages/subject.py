"""What one page is about, and its words with names and numbers put in."""

from __future__ import annotations

from typing import NamedTuple

from tests.pages import words
from tests.pages.dice import Dice

_DIGITS = "〇一二三四五六七八九"
_ZEROS = "〇○零０O"


class Subject(NamedTuple):
    """Who writes what: fixed for the page, so that title, source, signature and footer agree.

    Attributes:
        place: 苇渡市.
        organ: 苇渡市水利局.
        topic: 渡口夜航.
        year: of the document; a report is on the year before.
        month: of its date.
        day: of its date, at times one that does not exist.
    """

    place: str
    organ: str
    topic: str
    year: int
    month: int
    day: int


def subject(dice: Dice) -> Subject:
    place = dice.choice(words.PLACES)
    organ = place + dice.choice(words.OFFICES)
    return Subject(
        place, organ, dice.choice(words.TOPICS), dice.randint(2004, 2025), dice.randint(1, 12), dice.randint(1, 31)
    )


def fill(dice: Dice, template: str, about: Subject, title: str = "") -> str:
    """Put names and numbers into a template of `tests.pages.words`."""
    return template.format(
        **about._asdict(),
        next=about.year + 1,
        title=title or f"{about.organ}关于{about.topic}的公告",
        verb=dice.choice(words.VERBS),
        object=dice.choice(words.OBJECTS),
        n=dice.randint(10, 4000),
        m=dice.randint(10, 99),
        k=dice.randint(1, 9),
        licence=dice.randint(5_000_000, 23_999_999),
        police=63_000_000_000_000 + dice.randint(0, 999_999),
        site=dice.randint(6_300_000_000, 6_399_999_999),
    )


def han(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def date(dice: Dice, about: Subject) -> str:
    """The date of the document, in one of the spellings of documents."""
    year, month, day = about.year, about.month, about.day
    spelling = dice.choice(["digits", "digits", "digits", "zeros", "spaced", "characters", "characters"])
    if spelling == "zeros":
        return f"{year}年{month:02}月{day:02}日"
    if spelling == "spaced":
        return f"{year} 年 {month} 月 {day} 日"
    if spelling == "characters":
        digits = "".join(_DIGITS[int(sign)] for sign in str(year)).replace("〇", dice.choice(_ZEROS))
        return f"{digits}年{han(month)}月{han(day)}日"
    return f"{year}年{month}月{day}日"


def stamp(dice: Dice, about: Subject) -> str:
    """The date of publication, in one of the spellings of sites."""
    year, month, day = about.year, about.month, about.day
    out = dice.choice(
        [
            f"{year}-{month:02}-{day:02}", f"{year}-{month}-{day}", f"{year}/{month:02}/{day:02}",
            f"{year}.{month}.{day}", f"{year}年{month:02}月{day:02}日",
        ]
    )  # fmt: skip
    if dice.chance(0.5):
        out += dice.choice([" ", " ", "  ", "\u00a0", "　"]) + f"{dice.randint(0, 23):02}:{dice.randint(0, 59):02}"
        if dice.chance(0.3):
            out += f":{dice.randint(0, 59):02}"
    return out
