"""The document itself: title, addressee, numbered text, tables, signature, notes, enclosures."""

from __future__ import annotations

from typing import Final, NamedTuple

from govreport.words.disclosure_form import FORMATS
from tests import flattening
from tests.pages import words
from tests.pages.dice import Dice
from tests.pages.subject import Subject, date, fill, han


class Piece(NamedTuple):
    """A line of a document before it is laid out.

    Attributes:
        text: the line.
        place: ``left``, ``indent`` (a paragraph), ``middle`` (a title) or ``right`` (a signature).
    """

    text: str
    place: str = "indent"


SPELLINGS: Final = {
    "part": ("第{han}部分 ", "第{han}部分　"),
    "book": ("第{han}编　", "第{han}篇 "),
    "chapter": ("第{han}章　", "第{han}章 ", "第{n}章 ", "第 {han} 章 "),
    "division": ("第{han}节　", "第{han}节 "),
    "article": ("第{han}条　", "第{han}条 ", "第{han}条", "第{n}条　"),
    "han": ("{han}、", "{han}、", "{han}、", "{han}.", "{han} 、", "{han}．"),
    "han-paren": ("（{han}）", "（{han}）", "({han})", "（{han}）、", "({han}) "),
    "han-half": ("{han}）",),
    "digit": ("{n}.", "{n}．", "{n}、", "{n} . "),
    "digit-paren": ("（{n}）", "({n})", "（{n}）、"),
    "digit-half": ("{n})", "{n}）"),
    "decimal": ("{above}.{n} ", "{above}.{n}　", "{above}．{n}"),
    "decimal3": ("{above}.1.{n} ",),
    "han-bare": ("{han} ", "{han}　"),
    "zero": ("0{n}",),
    "bare": ("{n}\n",),
    "plain": ("{n}", "{n} "),
    "circled": ("{circled}",),
    "said": ("{han}是",),
}
"""Each family of markers with the ways in which pages write it."""

NESTS: Final = (
    ("han", "han-paren", "digit", "digit-paren"), ("han", "han-paren", "digit", "digit-half"),
    ("han", "han-paren"), ("han", "han-paren"), ("han", "digit", "digit-paren"), ("han",), ("han",),
    ("han", "circled"), ("han", "said"), ("part", "han", "han-paren"),
    ("chapter", "division", "article"), ("chapter", "article", "han-paren"), ("book", "chapter", "article"),
    ("article", "han-paren", "digit"), ("digit", "digit-paren"), ("digit", "decimal"), ("digit",),
    ("plain", "decimal", "decimal3"), ("zero", "han"), ("han-bare", "han-paren"), ("bare",),
    ("han-paren", "digit"), ("han-half", "digit"), ("digit-paren", "circled"), (),
)  # fmt: skip
"""Which family hangs under which."""

HEADINGS: Final = ("bare", "bare", "stop", "stop", "half stop", "colon", "run-in", "paragraph", "blank")


def title(dice: Dice, about: Subject) -> str:
    if dice.chance(0.35):
        return about.organ + dice.choice([
            "{year}年政府信息公开工作年度报告", "{year}年度政府信息公开工作报告", "政府信息公开{year}年年度报告",
            "关于{year}年政府信息公开工作情况的报告",
        ]).format(year=about.year - 1)  # fmt: skip
    kind = dice.choice(["工作的", "的", "有关事项的"]) + dice.choice(words.KINDS)
    head = dice.choice([about.organ, about.organ, about.place, ""])
    if dice.chance(0.25):
        return f"{head}关于印发《{about.place}{about.topic}{dice.choice(words.RULES)}》的通知"
    return f"{head}{dice.choice(['关于', '关于加强', '关于做好', ''])}{about.topic}{kind}"


def title_lines(dice: Dice, whole: str) -> list[Piece]:
    """A title on one line or two, at times with a subtitle."""
    lines = [whole]
    for sign in ("关于", "《", "年"):
        at = whole.find(sign, 4)
        if at > 0 and dice.chance(0.15):
            at += sign == "年"
            lines = [whole[:at], whole[at:]]
            break
    if dice.chance(0.06):
        lines.append(dice.choice(["（试行）", "——在县第九届人民代表大会第三次会议上", "（征求意见稿）", "闻砚舟"]))
    return [Piece(line, "middle") for line in lines]


def addressee(dice: Dice, about: Subject) -> list[Piece]:
    return [Piece(fill(dice, dice.choice(words.ADDRESSEES), about), "left")]


def opening(dice: Dice, about: Subject) -> list[Piece]:
    return [Piece(fill(dice, dice.choice(words.OPENINGS), about))]


def sentences(dice: Dice, about: Subject, most: int = 3) -> str:
    return "".join(fill(dice, sentence, about) for sentence in dice.some(words.SENTENCES, most, 1))


def marker(dice: Dice, family: str, spelling: str, number: int, above: int) -> str:
    if dice.chance(0.03):
        spelling = dice.choice(SPELLINGS[family])
    circled = chr(ord("①") + (number - 1) % 20)
    return spelling.format(han=han(number), n=number, above=above or 1, circled=circled)


def sections(
    dice: Dice, about: Subject, nest: tuple[str, ...], above: int = 0, names: list[str] | None = None
) -> list[Piece]:
    """A series of numbered units, each with what hangs under it.

    Args:
        nest: the family of these units, then those of the units below.
        above: number of the unit they stand in.
        names: their headings; any where None.
    """
    if not nest:
        return [Piece(sentences(dice, about)) for _ in range(dice.randint(1, 4))]
    family, *below = nest
    spelling, manner = dice.choice(SPELLINGS[family]), dice.choice(HEADINGS)
    pieces: list[Piece] = []
    number = 0
    for at in range(len(names) if names else dice.randint(2, 4)):
        number += dice.choice([0, 2]) if dice.chance(0.04) else 1
        name = names[at] if names else _heading(dice)
        begins = marker(dice, family, spelling, max(number, 1), above)
        own = dice.choice(HEADINGS) if dice.chance(0.15) else manner
        pieces += [Piece(text) for text in _unit(dice, about, begins, name, own)]
        if below and dice.chance(0.5):
            pieces += sections(dice, about, tuple(below), number)
    return pieces


def _heading(dice: Dice) -> str:
    if dice.chance(0.2):
        return dice.choice(words.NOUNS)
    if dice.chance(0.05):
        return dice.choice(words.QUESTIONS)
    one = dice.choice(words.VERBS) + dice.choice(words.OBJECTS)
    return (
        one + dice.choice(["，", "、", ","]) + dice.choice(words.VERBS) + dice.choice(words.OBJECTS)
        if dice.chance(0.2)
        else one
    )


def _unit(dice: Dice, about: Subject, begins: str, name: str, manner: str) -> list[str]:
    """A numbered unit as lines: how its heading ends, and where its paragraph begins."""
    text = sentences(dice, about)
    if manner == "bare":
        return [begins + name, text]
    if manner == "paragraph":
        return [begins + text]
    if manner == "run-in":
        return [begins + name + about.organ[len(about.place) :] + text]
    ends = {
        "stop": "。",
        "half stop": dice.choice(".．"),
        "colon": dice.choice("：:"),
        "blank": dice.choice([" ", "　", "  "]),
    }
    return [begins + name + ends[manner] + text]


def contents(dice: Dice, names: list[str]) -> list[Piece]:
    """A page of contents."""
    lines = [
        f"{han(number)}、{name}{dice.choice(['……', '.........', ' '])}{number * 2}"
        for number, name in enumerate(names, 1)
    ]
    return [Piece("目　录", "middle"), *(Piece(line, "left") for line in lines)]


def statutory_tables(dice: Dice) -> list[list[Piece]]:
    """The tables of an annual report, flattened: one list of lines a table."""
    edition = FORMATS[dice.choice(sorted(FORMATS))]
    filled = flattening.numbers(dice, edition, dice.choice(["never", "zeros", "totals"]), dice.choice([0.05, 0.3]))
    way = flattening.WAYS[dice.choice(list(flattening.WAYS))]
    damages = [damage for damage in flattening.DAMAGE.values() if dice.chance(0.1)]
    out = []
    for table in flattening.tables(edition, filled):
        flat = way(table)
        for damage in damages:
            flat = damage(flat)
        out.append([Piece(line, "left") for line in flat.splitlines()])
    return out


def small_table(dice: Dice) -> list[Piece]:
    rows = [
        ["渡口", "船只", "备注"],
        *([place + "渡", str(dice.randint(1, 40)), dice.choice(["在用", ""])] for place in words.PLACES[:3]),
    ]
    bar = dice.choice([" | ", "\t", "|"])
    return [Piece(bar.join(row) + (" |" if "|" in bar else ""), "left") for row in rows]


def annual(dice: Dice, about: Subject) -> list[Piece]:
    """The text of an annual report, its tables under their headings or at the end."""
    names = list(words.ANNUAL_HEADINGS[: dice.randint(4, 7)])
    if dice.chance(0.1):
        return contents(dice, names) + sections(dice, about, ("han", "han-paren"), names=names)
    if dice.chance(0.6):
        return sections(dice, about, dice.choice([("han", "han-paren"), ("han", "digit"), ("han",)]), names=names)
    pieces: list[Piece] = [Piece("一、总体情况"), Piece(sentences(dice, about))]
    heads = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")
    for head, table in zip(heads, statutory_tables(dice), strict=True):
        pieces += [Piece(head), *table]
    return [
        *pieces,
        Piece("五、存在的主要问题及改进情况"),
        Piece(sentences(dice, about)),
        Piece("六、其他需要报告的事项"),
        Piece("无。"),
    ]


def signature(dice: Dice, about: Subject) -> list[Piece]:
    """Who signs and when, in any order, on one line or several."""
    names = [about.organ]
    if dice.chance(0.15):
        names.append(about.place + dice.choice(words.OFFICES))
    if dice.chance(0.08):
        names = ["局长 " + dice.choice(words.PERSONS)]
    when = date(dice, about)
    way = dice.choice(["below", "below", "below", "above", "beside", "alone", "no date"])
    if way == "beside":
        return [Piece("　".join(names) + "　　" + when, "right")]
    lines = {"below": [*names, when], "above": [when, *names], "alone": [when], "no date": names}[way]
    return [Piece(line, "right") for line in lines]


def notes(dice: Dice, about: Subject) -> list[Piece]:
    return [Piece(fill(dice, note, about), "left") for note in dice.some(words.NOTES, 2)]


def attachment_list(dice: Dice, about: Subject) -> list[Piece]:
    """附件： with the names of what is enclosed."""
    names = [f"{about.topic}{rule}" for rule in dice.some(words.RULES, 3, 1)]
    if len(names) == 1:
        return [Piece(f"附件：{names[0]}")]
    if dice.chance(0.5):
        return [Piece("附件："), *(Piece(f"{number}.{name}") for number, name in enumerate(names, 1))]
    return [
        Piece(f"附件：1.{names[0]}"),
        *(Piece(f"　　　{number}.{name}") for number, name in enumerate(names[1:], 2)),
    ]


def enclosure(dice: Dice, about: Subject) -> list[Piece]:
    """An enclosed document with its own title and numbers."""
    head = [Piece(dice.choice(["附件", "附件1", "附件：", "附："]), "left")] if dice.chance(0.6) else []
    name = f"{about.place}{about.topic}{dice.choice(words.RULES)}"
    text = sections(
        dice, about, dice.choice([("chapter", "article", "han-paren"), ("article", "han-paren"), ("han", "han-paren")])
    )
    return [*head, Piece(name, "middle"), *text, *(small_table(dice) if dice.chance(0.2) else [])]
