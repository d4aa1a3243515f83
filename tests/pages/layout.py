"""How a page is laid out, typed and damaged: from pieces to one text."""

from __future__ import annotations

from tests.pages.dice import Dice
from tests.pages.document import Piece

HALF_WIDTH = str.maketrans("（），：；。", "(),:;.")
FULL_WIDTH = str.maketrans("0123456789()-:", "０１２３４５６７８９（）－：")
INDENTS = ("", "　　", "　　", "    ", "\u00a0\u00a0\u00a0\u00a0", "\t", "  ", "??", " 　　")
PAGE_WIDTH = 40  # characters, for what is pushed right or set in the middle


def lay_out(dice: Dice, pieces: list[Piece]) -> list[str]:
    """Give a document's pieces their indents; break its paragraphs, or not."""
    indent = dice.choice(INDENTS)
    blank = dice.choice(["　", " ", "\u00a0"])
    pushed = dice.chance(0.6)
    centred = dice.chance(0.2)
    width = dice.randint(26, 38) if dice.chance(0.08) else 0
    lines = []
    for piece in pieces:
        text = piece.text
        if piece.place == "indent":
            text = indent + text
        elif piece.place == "right" and pushed:
            text = blank * max(PAGE_WIDTH - len(text) - 6, 4) + text + blank * dice.choice([0, 0, 4])
        elif piece.place == "middle" and centred:
            text = blank * max((PAGE_WIDTH - len(text)) // 2, 0) + text
        lines += _wrapped(text, width) if width and piece.place == "indent" else [text]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def joined(dice: Dice, lines: list[str]) -> str:
    """The lines as one text, with the line ends of one page."""
    if dice.chance(0.03):
        return dice.choice(["", " ", "　　", "\u00a0\u00a0\u00a0\u00a0"]).join(lines)
    end = dice.choice(["\n", "\n", "\n", "\n", "\n\n", "\r\n", "\n \n", "\n\u00a0\n"])
    return end.join(lines) + dice.choice(["", end, end])


def typed(dice: Dice, text: str) -> str:
    """The text in the widths of one typist."""
    width = dice.choice(["as it is"] * 7 + ["half", "half", "full"])
    if width == "half":
        return text.translate(HALF_WIDTH)
    if width == "full" and dice.chance(0.3):
        return text.translate(FULL_WIDTH)
    return text


def damaged(dice: Dice, text: str) -> str:
    """The text with the damage of one page; most have none."""
    if not dice.chance(0.25):
        return text
    at = dice.randint(0, len(text))
    damage = dice.choice(["lost", "cut", "twice", "spaced", "escaped", "blanks", "mark", "shifted"])
    if damage == "lost":
        return text[:at] + "\ufffd" + text[at + 1 :]
    if damage == "cut":
        return text[:at]
    if damage == "twice":
        return text + text[at:]
    if damage == "spaced":
        return text[:at] + " ".join(text[at : at + 12]) + text[at + 12 :]
    if damage == "escaped":
        return text.replace("\u00a0", "&nbsp;").replace("　　", "&#x3000;" * 2)
    if damage == "blanks":
        return text[:at] + dice.choice(" 　\u00a0\t") * dice.randint(2, 60) + text[at:]
    if damage == "mark":
        return text[:at] + dice.choice(["\n- 3 -\n", "\n— 4 —\n", "\n第3页\n", "\u200b", "\ufeff", "\x0c"]) + text[at:]
    return text[at:]
