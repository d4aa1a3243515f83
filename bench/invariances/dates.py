"""Spellings of the publish time, each in the places where pages have it, and of the date of signature."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import Final

from attrs import define

from bench.invariances.changes import Change, Changed, Sample, place_of, with_text
from govreport.tree.nodes import SignedDate, leaves

PLACES: Final = ("岚溪市林业局", "墨川县教育局", "鹤泽区人民政府", "白杨旗水务局")

PAGES: Final = (
    ("发布时间：{date} {clock}", "发布时间：{date} {clock} 来源：{source}\n", ""),
    ("run together", "发布时间：{date}{clock} 来源：{source}\n", ""),
    ("2025年06月03日 13时44分", "发布日期：{chinese} {hour}时{minute}分 来源：{source}\n", ""),
    ("2025年06月03日13时44分22秒", "时间：{chinese}{hour}时{minute}分{second}秒　来源：{source}\n", ""),
    ("09时30分", "日期：{date} {hour}时{minute}分\n", ""),
    ("下午3:05", "时间：{date} {half}{twelve}:{minute} 来源：{source}\n", ""),
    ("slashes, seconds", "更新时间：{slashes} {clock}:{second}\n", ""),
    ("points", "发布日期：{points}　来源：{source}\n", ""),
    ("a tenth of a second", "发布时间：{date} {clock}:{second}.0 浏览次数：12次\n", ""),
    ("ISO 8601", "发布时间：{date}T{clock}:{second}\n", ""),
    ("发布于", "发布于 {date} {clock}\n", ""),
    ("label in brackets", "[ 发布时间 ] {date} {clock}\n", ""),
    ("label in 【】", "【发布日期】{date}\n", ""),
    ("traditional labels", "發布時間：{date} {clock} 來源：{source}\n", ""),
    ("time before 来源", "{date} {clock} 来源：{source}\n", ""),
    ("time behind 来源", "来源：{source} {date} {clock}\n", ""),
    ("time below 来源", "来源：{source}\n{date} {clock}\n", ""),
    ("time above 来源", "{chinese} {clock}\n来源：{source}\n", ""),
    ("date alone below the title", "{date}\n", ""),
    ("date and time alone below the title", "{date} {clock}:{second}\n", ""),
    ("date behind a bullet", "• {date}\n", ""),
    ("date alone above the title", "", "{date}\n"),
    ("publish line above the title", "", "发布时间：{date} {clock} 来源：{source}\n"),
)
"""Of each spelling its name, and what it puts below the title and above it."""
BEHIND_TITLE: Final = ("（{date}）", "[ {date} ]", " {date}", "　({date} {clock})")
SIGNED: Final = (
    "{0.year}年{0.month}月{0.day}日", "{0.year}年{0.month:02}月{0.day:02}日", "{0.year} 年 {0.month} 月 {0.day} 日",
    "{0.year}.{0.month}.{0.day}", "{0.year}-{0.month:02}-{0.day:02}",
)  # fmt: skip
"""Spellings of a date with digits; the ones in Chinese numerals are made of zeros of all kinds."""
ZEROS: Final = "〇○零Ｏ"


@define(frozen=True)
class Spelling:
    """A spelling of the publish time.

    Attributes:
        below: what stands below the title.
        above: what stands above it.
        behind: what stands on its line.
    """

    below: str = ""
    above: str = ""
    behind: str = ""

    def put_in(self, sample: Sample, random: Random) -> Changed | None:
        """Put it at the title of a document, by itself."""
        document = sample.document
        if document is None or not document.view.fields["title"] or document.view.fields["published"]:
            return None
        when = datetime(
            random.randint(2008, 2025), random.randint(1, 12), random.randint(1, 28), random.randint(0, 23),
            random.randint(0, 59), random.randint(0, 59),
        )  # fmt: skip
        template = self.above + self.behind + self.below
        known = {"source": document.view.fields["issuer"] or random.choice(PLACES), **spellings(when)}
        start = document.report.body.span[0]
        title = document.text[:start].strip()
        head = self.above + "{title}" + self.behind + "\n" + self.below
        text = head.format(title=title, **known) + document.text[start:]
        published: date = when
        if "{clock}" not in template and "{minute}" not in template:
            published = when.date()
        elif "{second}" not in template:
            published = when.replace(second=0)
        want = document.view.of_document().having(published=published.isoformat())
        if "{source}" in template:
            want = want.having(source=known["source"])
        if document.view.fields["issuer"]:
            want = want.having(issuer=document.view.fields["issuer"])
        return Changed(text, want)


def spellings(when: datetime) -> dict[str, str]:
    """Give the parts that spellings are made of."""
    return {
        "date": f"{when:%Y-%m-%d}", "chinese": f"{when:%Y年%m月%d日}",
        "slashes": f"{when.year}/{when.month}/{when.day}", "points": f"{when.year}.{when.month}.{when.day}",
        "clock": f"{when:%H:%M}", "hour": f"{when:%H}", "minute": f"{when:%M}", "second": f"{when:%S}",
        "half": "上午" if when.hour < 12 else "下午", "twelve": f"{when.hour % 12 or 12}",
    }  # fmt: skip


def signed_otherwise(sample: Sample, random: Random) -> Changed | None:
    """Spell the date of signature in another way."""
    leaf = next((one for one in leaves(sample.report.body) if isinstance(one, SignedDate)), None)
    if (
        leaf is None
        or leaf.date is None
        or leaf.date != sample.report.date
        or "\n" in leaf.raw
        or not sample.begins_line(leaf)
    ):
        return None
    assert leaf.start is not None
    choices = [*(form.format(leaf.date) for form in SIGNED), *(in_numerals(leaf.date, zero) for zero in ZEROS)]
    spelled = random.choice([choice for choice in choices if choice != leaf.raw])
    text = sample.text[: leaf.start] + spelled + sample.text[leaf.start + len(leaf.raw) :]
    return Changed(text, with_text(sample.view, place_of(leaf, sample), spelled))


def in_numerals(day: date, zero: str) -> str:
    """Give a date in Chinese numerals, its noughts written as they are given: ``二〇一六年三月十五日``."""
    digits = zero + "一二三四五六七八九"
    year = "".join(digits[int(digit)] for digit in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


CHANGES: Final = (
    *(Change(f"publish time: {name}", Spelling(below, above).put_in) for name, below, above in PAGES),
    *(Change(f"publish time behind the title: {form.strip()}", Spelling(behind=form).put_in) for form in BEHIND_TITLE),
    Change("another spelling of the date of signature", signed_otherwise),
)
