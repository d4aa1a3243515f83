"""What speaks for each run of lines that can be the title, and against it."""

from __future__ import annotations

from typing import Final

from govreport.parsing.looks import is_subtitle, is_yearly_title
from govreport.parsing.title_lines import Candidate, Page, names_issuer, squeezed
from govreport.words.heading_names import ASKED
from govreport.words.organizations import is_organ
from govreport.words.page_furniture import is_site_name
from govreport.words.patterns import late

_KIND_MIN: Final = 8  # characters of a title that says more than its kind
_NAME_MAX: Final = 20  # characters of the longest name of a site or column
_USUAL: Final = range(9, 71)  # characters of a title
_SHORT: Final = 6
_LABEL_MAX: Final = 8  # characters of a label on a cover
_DASHES: Final = "—－–-"
_BLANKS: Final = 3  # blanks in a line of words that stand side by side
_PUBLISHED: Final = frozenset({"label", "date", "number", "enactment"})  # what stands right under a title


def weigh(page: Page, candidate: Candidate) -> float:
    """Add up what speaks for a candidate and against it; of equals, the one nearer to the text weighs more."""
    nearness = 0.4 * candidate.start / len(page.kinds) - 0.1 * max(0, candidate.start - page.front_end)
    weight = _by_words(candidate) + _by_place(page, candidate)
    if page.named:
        weight += _by_name(candidate.bare, page.named)
    if page.marked:
        weight += _by_markup(page, candidate)
    if page.lines[candidate.start].lead.endswith("# "):
        weight += _by_level(page, candidate.start)
    return nearness + weight


def _by_level(page: Page, index: int) -> float:
    """What it weighs that a line is a heading in Markdown: of the highest level so far, or under one of a higher."""
    level = page.lines[index].lead.count("#")
    above = [line.lead.count("#") for line in page.lines[:index]]
    return -3 if any(0 < other < level for other in above) else 4


def _by_name(bare: str, named: str) -> float:
    """What it weighs that the metadata block gives a title: this one, or another."""
    if is_same(bare, named):
        return 8
    return 0 if _agree(bare, named) else -2


def _by_markup(page: Page, one: Candidate) -> float:
    """What it weighs that the page's head gives a candidate, or that it is set like a title."""
    mark = page.marked.get(page.lines[one.start].start)
    if mark is None:
        return 0
    return 6 if mark.named else 2


def _by_words(one: Candidate) -> float:
    """What a candidate's own words weigh."""
    text, size = one.text, len(one.bare)
    weight = 0
    if "关于" in text or is_yearly_title(text):  # on what, or of which year
        weight += 3
    if one.kind:
        weight += 4 if size >= _KIND_MIN else 1
    else:
        if text.count(" ") + text.count("\u3000") + text.count("\u00a0") >= _BLANKS:
            weight -= 4
        if text.count("、") + text.count("，") + text.count(",") > 1:
            weight -= 3
    if size in _USUAL:
        weight += 2
    elif size < _SHORT:
        weight -= 3
    if _names_site(one) or text[0] in _DASHES or _labels_body(text):  # ——在…会议上的报告 stands under a title
        weight -= 6
    if text[-1] in "？?！!" or text.endswith(("？”", "！”")):
        weight -= 1
    if is_organ(one.bare):
        weight -= 5
    if ASKED.match(text) is not None:
        weight -= 6
    return weight


def _by_place(page: Page, one: Candidate) -> float:
    """What it weighs where a candidate stands, and how often."""
    above, below = page.kinds[one.start - 1] if one.start else None, _below(page, one)
    weight = 0.0
    if one.end - one.start > 1 and names_issuer(page.lines[one.start].text):
        weight += 1
    if one.rest:
        weight -= 2
    if _reports(page, one):
        weight -= 6
    if page.seen.get(page.lines[one.end - 1].text, 0) > 1 and len(one.bare) in _USUAL:
        weight += 2
    if not one.start:
        weight += 2
    if above == "breadcrumb":
        weight += 1 if squeezed(page.lines[one.start - 1].text).endswith(one.bare) else 3  # its last step again
    if below == "text":
        weight += 2.5
        if above == "label" and not is_organ(one.bare):
            weight += 0.4
    elif below == "widget":
        weight += 1
    elif below in _PUBLISHED or (below is None and is_subtitle(page.lines[one.end].text)):
        weight += 3
    return weight


_REPORTED: Final = late(
    r"[\u4e00-\u9fff]{0,8}(?:社|讯|记者|通讯员)[ \u00a0\u3000]?[\u4e00-\u9fff·、 \u00a0\u3000]{2,20}"
    r"(?P<dated>\d{1,2}月\d{1,2}日[电讯]|报道|文/图)"
)


def _reports(page: Page, one: Candidate) -> bool:
    """True for who reports, and from where: 新华社溪原3月17日电; 溪原日报记者某某报道 under what may be a headline."""
    match = _REPORTED.fullmatch(one.text)
    if match is None:
        return False
    headed = one.start > 0 and page.kinds[one.start - 1] is None and len(page.lines[one.start - 1].text) in _USUAL
    return headed or match["dated"][0].isdecimal()


def _below(page: Page, one: Candidate) -> str | None:
    """What the line below is; ``text`` where the text, or a heading of it that is plainly one, begins there.

    The title's last line again is no other line.
    """
    end = one.end
    while end < len(page.kinds) and page.lines[end].text == page.lines[one.end - 1].text:
        end += 1
    if end == len(page.kinds) or (page.kinds[end] is None and _opens_part(page.lines[end].text, one.text)):
        return "text"
    return page.kinds[end]


def _opens_part(text: str, above: str) -> bool:
    """True for a line that is plainly a heading under a title: set off by brackets, or a question under words."""
    if text[0] == "【" and text[-1] == "】":
        return above[-1] != "】"
    return text[-1] in "？?" and above[-1] not in "？?"


def _labels_body(text: str) -> bool:
    """True for a label and a body, as on a cover: 预算单位：某局."""
    label, colon, body = text.replace("：", ":").partition(":")
    return bool(colon) and len(label) <= _LABEL_MAX and is_organ(body.strip())


def _names_site(one: Candidate) -> bool:
    if one.text.startswith(_ASKING):
        return True
    if one.kind or not is_site_name(one.text):
        return False
    return len(one.bare) <= _NAME_MAX or one.text[0] != "【"  # 【专题】 may begin a headline


_ASKING: Final = ("点击", "扫描", "扫码", "您", "欢迎", "http", "www", "上一篇", "下一篇", "上一条", "下一条", "下载")
"""How a site speaks to who reads it, and leads on."""


SAME_MIN: Final = 12  # characters of a title that is the same as one a little longer
_SAME_MOST: Final = 6  # and how much longer


def is_same(one: str, other: str) -> bool:
    """True where two titles, without white space, are the same, but for a few characters at the end."""
    if len(one) < 4 or one == other:
        return one == other and len(one) >= 4
    begins = one.startswith(other) or other.startswith(one)
    return begins and len(one) >= SAME_MIN and abs(len(one) - len(other)) <= _SAME_MOST


def _agree(one: str, other: str) -> bool:
    """True where one title holds the other, or their beginnings or ends are the same."""
    return (
        one in other
        or other in one
        or one[:_SAME_MOST] == other[:_SAME_MOST]
        or one[-_SAME_MOST:] == other[-_SAME_MOST:]
    )
