"""Which of the lines before a document is its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.parsing.line import Line
from govreport.tree.shortcuts import FOOTNOTE
from govreport.words.blanks import is_page_mark
from govreport.words.numerals import date_span
from govreport.words.organizations import are_organs, is_organ
from govreport.words.page_labels import METADATA_KEY
from govreport.words.traditional import simplify, variants

KINDS: Final = tuple(
    "报告 通知 意见 办法 方案 公报 公告 通告 决定 决议 批复 条例 规定 细则 函 纲要 规划 计划 年报 通报 请示 纪要 命令 令 措施 规则 制度 章程 指南 标准 "
    "规范 要点 简报 说明 解读 答记者问 政策 清单 目录 法 议案 倡议 倡议书 公示 简介 指引 预案 表 名单 名录 規定 報告 年報 準則 准则 总结 安排 解释".split()
)
"""How titles of official documents end: the 15 kinds (文种) of 中办发〔2012〕14号, and those of regulations and plans."""

# What may follow the kind: (试行), a closing quotation mark, a footnote, a number.
_AFTER_KIND: Final = re.compile(r"[（(〔\[【][^）)〕\]】]{1,20}[）)〕\]】]$|[》”\"]$|全文$|\d{1,2}$")
_KIND_ENDS: Final = variants("".join(kind[-1] for kind in KINDS))
_AFTER_KIND_ENDS: Final = frozenset('）)〕]】》”"文0123456789')
_ABOUT_END: Final = re.compile(
    r"(?:报告|通知|意见|公报|公告|通告|决定|决议|批复|函|通报|请示|纪要|命令|令|议案|说明|解读|答记者问|解释|倡议书?|问答|公示|若干规定|的规定|的办法)"
    r"(?:[（(〔\[【].{1,20}|[》”\"]|\[\d\]|\d{0,2})?$"
)
_SITE_ENDS: Final = tuple(
    "首页 登录 注册 退出 网站 门户 平台 频道 专栏 栏目 栏 版 助手 邮箱 导航 搜索 菜单 地图 热线 客户端 公众号 官网 网 语言 关闭 更多 移动端".split()
)
_SITE_STARTS: Final = tuple("点击 首页 登录 注册 中国政府网 今天 欢迎 搜索 热搜 热词 您 【 · • ■ _ -- http www".split())
_BELOW: Final = 6  # lines after the site's last that can still hold the title
_LINES: Final = 4  # lines of the longest title
_NAMED_IN_HEAD: Final = 6.0  # for a title that the page's head names
_SET_LIKE_ONE: Final = 2.0
_SUBTITLE: Final = re.compile(
    r"[—－–-]{1,3}.{2,60}$"
    r"|[\u4e00-\u9fff]{0,16}(?:省长|市长|区长|县长|州长|盟长|主席|总理|主任|局长|旗长|代省长|代市长|院长)[ \u00a0\u3000?？]{0,6}[\u4e00-\u9fff·•\u3000 ]{2,14}$"
    r"|(?:本报|本网|新华社|记者|通讯员|作者|文/)[^。，]{0,30}$"
    r"|[（(].{2,60}[）)]?$"
    r"|[12]\d{3}年\d{1,2}月\d{1,2}日[在于].{4,60}(?:会议|大会|会)上?(?:的讲话)?.{0,24}$"
    r"|[12]\d{3}年\d{1,2}月$"
)


def is_title_like(line: Line) -> bool:
    """True where a line could be a title by itself: short, no sentence, no number before it."""
    text = line.text
    return (
        4 <= len(text) <= 120
        and (line.marker is None or line.marker.family == "zero")
        and text[-1] not in "：:，,、；;"
        and "|" not in text
        and "\t" not in text
        and "。" not in text
        and "；" not in text
        and not is_page_mark(text)
    )


def ends_in_kind(text: str) -> bool:
    """True where a title names its kind of document: …的通知, …年度报告(试行)."""
    last = text[-1:]
    if last in _KIND_ENDS and simplify(text).endswith(KINDS):
        return True
    if last not in _AFTER_KIND_ENDS:
        return False
    match = _AFTER_KIND.search(text)
    return match is not None and simplify(text[: match.start()]).endswith(KINDS)


def _is_site_name(text: str) -> bool:
    return text.endswith(_SITE_ENDS) or text.startswith(_SITE_STARTS)


def is_subtitle(text: str) -> bool:
    """True for what stands under a title: ——…会议上, (2017年2月27日), 省长 某某."""
    return len(text) <= 70 and "。" not in text.rstrip("。") and _SUBTITLE.match(text) is not None


def find_title(
    lines: list[Line], kinds: list[str | None], front_end: int, marked: Mapping[int, TitleMark]
) -> list[tuple[int, int]]:
    """Find the title among the lines before the text.

    Args:
        lines: the text's lines.
        kinds: what each line before the first running text is (`govreport.parsing.zones.front_kind`).
        front_end: index after the last line that is plainly the site's or the page's.
        marked: what the markup shows as the title, by the offset of its first line.

    Returns:
        Runs ``(first, end)`` of the lines that hold it, in order: one, or more where the title is repeated.
    """
    named = _named_title(lines, kinds, front_end)
    limit = min(len(kinds), front_end + _BELOW)
    seen = [line.text for line in lines[:limit]]
    best, best_score = None, 0.0
    for index in range(limit):
        mark = marked.get(lines[index].start)
        if mark is not None and mark.named:
            run: tuple[int, int] | None = _marked_run(lines, kinds, index, marked)
        else:
            run = _run(lines, kinds, index, limit, named)
        if run is None or _is_named(lines, index):
            continue
        score = _score(lines, kinds, run, front_end, named, seen)
        if mark is not None:
            score += _NAMED_IN_HEAD if mark.named else _SET_LIKE_ONE
        if score > best_score:
            best, best_score = run, score
    if best is None or best_score < 3:
        return []
    best = _with_headline(lines, kinds, best)
    wanted = _squeeze(_joined(lines, best))
    runs = [best]
    index = 0
    while index < limit:
        repeat = _repeat(lines, kinds, index, limit, wanted)
        if repeat is not None and (repeat[1] <= best[0] or repeat[0] >= best[1]):
            runs.append(repeat)
            index = repeat[1]
        else:
            index += 1
    return sorted(runs)


def _marked_run(
    lines: list[Line], kinds: list[str | None], index: int, marked: Mapping[int, TitleMark]
) -> tuple[int, int]:
    """The lines of a title that the page's head names, and a second line of it that is set like one."""
    last = marked[lines[index].start].last
    end = index + 1
    while end < len(lines) and lines[end].start <= last:
        end += 1
    if end < len(kinds) and kinds[end] is None and is_title_like(lines[end]):
        below = marked.get(lines[end].start)
        end += below is not None and not below.named
    return (index, end)


def _repeat(lines: list[Line], kinds: list[str | None], index: int, limit: int, wanted: str) -> tuple[int, int] | None:
    """The run of lines from ``index`` that gives the title again, if one does."""
    if lines[index].text[0] != wanted[0] or kinds[index] in ("label", "breadcrumb") or _is_named(lines, index):
        return None
    for end in range(index + 1, min(index + _LINES, limit) + 1):
        if _same(_squeeze(_joined(lines, (index, end))), wanted):
            return (index, end)
    return None


def _is_named(lines: list[Line], index: int) -> bool:
    """True for the line after a label that stands alone (标题：)."""
    if not index or lines[index - 1].text[-1] not in ":：":
        return False
    above = _squeeze(lines[index - 1].text).strip("•·|")
    return METADATA_KEY.get(above[:-1]) == "title"


def _with_headline(lines: list[Line], kinds: list[str | None], run: tuple[int, int]) -> tuple[int, int]:
    """Take in the first line of a headline of two, which stands alone between breadcrumb and title."""
    start = run[0]
    if start < 2 or kinds[start - 2] != "breadcrumb" or kinds[start - 1] is not None:
        return run
    above = lines[start - 1]
    if not 10 <= len(above.text) <= 40 or ends_in_kind(_joined(lines, run)):
        return run
    whole = is_title_like(above) and not _is_site_name(above.text) and not is_organ(above.text)
    return (start - 1, run[1]) if whole else run


_NAMED: Final = re.compile(r"[•|]?(?:标题|名称|信息名称|文件名称)[:：|](.*)")


def _named_title(lines: list[Line], kinds: list[str | None], front_end: int) -> str:
    """The title as a metadata block gives it (标题：…), without white space; empty where it does not."""
    for index in range(front_end):
        text = lines[index].text
        if kinds[index] != "label" or not ("题" in text or "名" in text):
            continue
        match = _NAMED.match(_squeeze(text))
        if match:
            value = match[1].rstrip("|")
            return value or (_squeeze(lines[index + 1].text) if index + 1 < front_end else "")
    return ""


def _run(lines: list[Line], kinds: list[str | None], index: int, limit: int, named: str) -> tuple[int, int] | None:
    """The lines from ``index`` that make one title, or None where it cannot begin there."""
    line, kind = lines[index], kinds[index]
    if kind is not None and not (kind == "widget" and ends_in_kind(line.text)):
        return None
    if not is_title_like(line):
        return None
    end = index + 1
    joined = line.text
    while (
        end < min(index + _LINES, limit)
        and kinds[end] is None
        and is_title_like(lines[end])
        and (
            (not _complete(joined) and _goes_on(joined, lines[end].text))
            or (named and named.startswith(_squeeze(joined + lines[end].text)))
        )
    ):
        joined += lines[end].text
        end += 1
    return (index, end)


def _complete(text: str) -> bool:
    """True where a title needs no more lines: 关于X制度 goes on until it says of what kind the document is."""
    return ends_in_kind(text) and ("关于" not in text or _ABOUT_END.search(text) is not None)


_ISSUED: Final = re.compile(r"[12]\d{3}|关于|政府信息|政务公开")
_PASSES_ON: Final = re.compile(r"转发|批转|印发")
_UNFINISHED: Final = re.compile(
    r"关于|[的和与及、]$|转发|印发|\d{4}年|^(?:19|20)\d{2}[\u4e00-\u9fff]|开展|推进|加强|进一步"
)


def _goes_on(text: str, following: str) -> bool:
    """True where a title is unfinished and the next line finishes it."""
    if is_subtitle(following) or date_span(following):
        return False
    if are_organs(text.split()):  # issuers on a line of their own: XX局 / 2013年度…报告
        return _ISSUED.match(following) is not None and ends_in_kind(following)
    if "关于" in text or (following.startswith(("关于", "《")) and _PASSES_ON.search(text)):
        return len(following) <= 40
    return _UNFINISHED.search(text) is not None and ends_in_kind(following)


_YEARLY: Final = re.compile(r"年度?.{0,24}(?:[报報]告|公[报報]|年[报報])")


def _score(
    lines: list[Line], kinds: list[str | None], run: tuple[int, int], front_end: int, named: str, seen: list[str]
) -> float:
    text = _joined(lines, run)
    bare = _squeeze(text)
    size = len(bare)
    score = 0.0
    if named and _same(bare, named):
        score += 8
    if "关于" in text or _YEARLY.search(text):
        score += 3
    score += 2 if 9 <= size <= 70 else -3 if size < 6 else 0
    if ends_in_kind(text):
        score += 4 if size >= 8 else 1
    else:
        if _is_site_name(text):
            score -= 6
        if text.count(" ") + text.count("\u3000") + text.count("\u00a0") >= 3:
            score -= 4
    if size >= 9 and seen.count(text) > 1:
        score += 2
    if not run[0]:
        score += 2
    elif kinds[run[0] - 1] == "breadcrumb":
        score += 3
        if _squeeze(lines[run[0] - 1].text).endswith(bare):
            score -= 2
    after = kinds[run[1]] if run[1] < len(kinds) else "text"
    if after in ("label", "date", "number", "enactment") or (after is None and is_subtitle(lines[run[1]].text)):
        score += 3
    elif after == "text":
        score += 2.5
    elif after == "widget":
        score += 1
    if is_organ(bare):
        score -= 5
    elif run[1] - run[0] > 1 and are_organs(lines[run[0]].text.split()):
        score += 1  # the issuers above it are part of it
    if lines[run[0]].lead.endswith("# "):
        score += 4
    # Between equals, the one nearer to the text.
    return score + 0.4 * run[0] / len(kinds) - 0.1 * max(0, run[0] - front_end)


def _joined(lines: list[Line], run: tuple[int, int]) -> str:
    start, end = run
    if end - start == 1:
        return lines[start].text
    return "".join([line.text for line in lines[start:end]])


def _squeeze(text: str) -> str:
    text = "".join(text.split())
    return FOOTNOTE.sub("", text) if text[-1:] == "]" else text


def _same(one: str, other: str) -> bool:
    return len(one) >= 4 and (
        one == other
        or (len(one) >= 12 and (one.startswith(other) or other.startswith(one)) and abs(len(one) - len(other)) <= 6)
    )
