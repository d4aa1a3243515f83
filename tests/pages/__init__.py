"""Invented pages in the shape of scraped ones, one for each number: ``python -m tests.pages 12`` prints one.

`words` has the words, `site` and `document` the parts, `layout` what becomes of them on a page.
"""

from __future__ import annotations

from tests.pages import document, layout, site
from tests.pages.dice import Dice
from tests.pages.document import Piece
from tests.pages.subject import Subject, fill, subject
from tests.pages.words import CLOSINGS


def page(number: int) -> str:
    """Make the page of a number: always the same, on every machine and every Python."""
    dice = Dice(number)
    about = subject(dice)
    title = document.title(dice, about)
    lines = before(dice, about, title)
    lines += layout.lay_out(dice, text(dice, about, title))
    if dice.chance(0.7):
        lines += site.foot(dice, about, title)
    return layout.damaged(dice, layout.typed(dice, layout.joined(dice, lines)))


def before(dice: Dice, about: Subject, title: str) -> list[str]:
    """What stands before the text: the site's head, the metadata, the title, the publish line."""
    lines = site.head(dice, about, title) if dice.chance(0.7) else []
    if dice.chance(0.3):
        lines += site.metadata(dice, about, title)
    if dice.chance(0.95):
        lines += layout.lay_out(dice, document.title_lines(dice, title))
    if dice.chance(0.2):
        lines.append(site.document_number(dice, about))
    if dice.chance(0.7):
        lines += site.publish_line(dice, about)
    if dice.chance(0.3):
        lines += site.widgets(dice)
    if dice.chance(0.05):
        lines.append(title)
    return lines


def text(dice: Dice, about: Subject, title: str) -> list[Piece]:
    """The document below its title, with all that is enclosed."""
    pieces: list[Piece] = []
    if "年度" not in title and dice.chance(0.5):
        pieces += document.addressee(dice, about)
    if dice.chance(0.7):
        pieces += document.opening(dice, about)
    if "政府信息公开" in title:
        pieces += document.annual(dice, about)
    else:
        pieces += document.sections(dice, about, dice.choice(document.NESTS))
    if dice.chance(0.1):
        pieces += document.small_table(dice)
    if dice.chance(0.3):
        pieces.append(Piece(fill(dice, dice.choice(CLOSINGS), about)))
    if dice.chance(0.15):
        pieces += document.attachment_list(dice, about)
    if dice.chance(0.75):
        pieces += document.signature(dice, about)
    if dice.chance(0.2):
        pieces += document.notes(dice, about)
    if "印发" in title or dice.chance(0.05):
        pieces += document.enclosure(dice, about)
    return pieces
