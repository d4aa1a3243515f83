"""What a site sets before and after a document."""

from __future__ import annotations

from tests.pages import words
from tests.pages.dice import Dice
from tests.pages.subject import Subject, date, fill, stamp


def head(dice: Dice, about: Subject, title: str) -> list[str]:
    """Header, navigation, breadcrumb."""
    lines = [fill(dice, line, about) for line in dice.some(words.SITE_HEAD, 6)]
    if dice.chance(0.7):
        lines.append(fill(dice, dice.choice(words.CRUMBS), about, title))
    return lines


def metadata(dice: Dice, about: Subject, title: str) -> list[str]:
    """The block of labels and values that stands above a title, in one of the ways it is flattened."""
    pairs = [(label, _value(dice, label, about, title)) for label in dice.some(words.METADATA, 7, 2)]
    way = dice.choice(["colons", "lines", "cells", "brackets", "row", "bars"])
    if way == "colons":
        return [f"{label}{dice.choice('：:')}{value}" for label, value in pairs]
    if way == "lines":
        return [piece for label, value in pairs for piece in (f"{label}：", value) if piece]
    if way == "cells":
        return [piece for label, value in pairs for piece in (label, value) if piece]
    if way == "brackets":
        return [f"[ {label} ] {value}" for label, value in pairs]
    if way == "row":
        return ["　".join(f"{label}：{value}" for label, value in pairs)]
    return [f"{label}： | {value} | " for label, value in pairs]


def _value(dice: Dice, label: str, about: Subject, title: str) -> str:
    label = "".join(label.split())
    if dice.chance(0.1):
        return ""
    if "日期" in label:
        return dice.choice([stamp, date])(dice, about)
    if label in ("发布机构", "发文机关"):
        return about.organ
    if label in ("标题", "名称"):
        return title
    if label in ("发文字号", "文号"):
        return document_number(dice, about)
    if label == "索引号":
        return f"0152{dice.randint(100, 999)}-X/{about.year}-{dice.randint(1, 999):05}"
    return {"有效性": "有效", "公开方式": "主动公开"}.get(label, f"农业、林业、水利/{about.topic}")


def document_number(dice: Dice, about: Subject) -> str:
    left, right = dice.choice([("〔", "〕"), ("〔", "〕"), ("[", "]"), ("（", "）"), ("【", "】")])
    office = about.place[0] + dice.choice("政水教渔") + dice.choice(["发", "办发", "函"])
    return f"{office}{left}{about.year}{right}{dice.randint(1, 99)}号"


def publish_line(dice: Dice, about: Subject) -> list[str]:
    """When, by whom, how often read: on one line or several."""
    label = dice.choice(words.PUBLISH_LABELS) + dice.choice(["：", ":", "： ", " "])
    parts = [("" if dice.chance(0.15) else label) + stamp(dice, about)]
    parts += [fill(dice, part, about) for part in dice.some(words.PUBLISH_MORE, 3)]
    if dice.chance(0.3):
        parts = dice.mixed(parts)
    if dice.chance(0.25):
        return parts
    return [dice.choice(["　", "  ", " ", " | ", "\u00a0\u00a0\u00a0", "    "]).join(parts)]


def widgets(dice: Dice) -> list[str]:
    return dice.some(words.WIDGETS, 3)


def foot(dice: Dice, about: Subject, title: str) -> list[str]:
    """Links to other pages, then the footer with its licences, on one line or several."""
    lines = [fill(dice, line, about, title) for line in dice.some(words.LINKS, 5)]
    footer = [fill(dice, line, about) for line in dice.some(words.SITE_FOOT, 7)]
    if dice.chance(0.3):
        footer = dice.mixed(footer)
    if dice.chance(0.3):
        footer = [dice.choice(["　", "  ", " ", " | ", "\u00a0\u00a0"]).join(footer)]
    if dice.chance(0.1):
        footer += footer
    return lines + [line for line in footer if line]
