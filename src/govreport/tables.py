"""Tables that scraping flattened: which lines are rows and cells, so that they are no headings or paragraphs.

The row and column labels are those of the statutory tables of 国办公开办函〔2019〕60号 and 〔2021〕30号.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from govreport.hints import Grid
from govreport.lines import SPACES, Line, is_page_mark
from govreport.nodes import Cell, Row, Table

_FOLD: Final = str.maketrans(
    {
        "（": "(",
        "）": ")",
        "，": ",",
        "：": ":",
        "；": ";",
        " ": "",
        "\u3000": "",
        "\u00a0": "",
        "\t": "",
        "\n": "",
        "\r": "",
    }
)

_BLANKS: Final = "[ \u3000\u00a0\t\n\r]{0,9}"


def _spaced(label: str) -> str:
    """The pattern of a folded label as a line may have it: of either width, blanks between its characters."""
    widths = {"(": "[（(]", ")": "[）)]", ",": "[，,]", ":": "[：:]", ";": "[；;]"}
    return _BLANKS.join(widths.get(sign, re.escape(sign)) for sign in label)


# Labels that stand in no running text: the first of them on a line begins a table.
_OPENING: Final = (
    "第二十条第(", "信息内容", "(本列数据的勾稽关系", "申请人情况", "一、本年新收政府信息公开申请", "本年新收政府信息公开申请数量",
    "统计指标", "结果维持",
)  # fmt: skip
_LABELS: Final = (
    *_OPENING,
    "等于第三项加第四项之和", "上一年项目数量", "本年增/减", "处理决定数量", "本年新制作数量", "本年新公开数量", "对外公开总数量", "本年制发件数",
    "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额", "采购项目数量", "采购总金额", "规章", "规范性文件", "行政规范性文件", "行政许可",
    "其他对外管理服务事项", "行政处罚", "行政强制", "行政事业性收费", "政府集中采购", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构",
    "社会公益组织", "法律服务机构", "其他", "二、上年结转政府信息公开申请数量", "三、本年度办理结果", "(一)予以公开",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "(三)不予公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及", "4.保护第三方合法权益",
    "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "(四)无法提供", "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "(五)不予处理", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
    "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息", "(六)其他处理",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他", "(七)总计", "四、结转下年度继续办理", "行政复议",
    "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果纠正", "其他结果", "尚未审结",
)  # fmt: skip
_OPENS: Final = re.compile("|".join(map(_spaced, _OPENING)))
_HEADS: Final = frozenset(label[:4] for label in _LABELS)
_STARTS: Final = frozenset(label[0] for label in _LABELS) | {"（"}
_NUMBER: Final = r"[-－+]?(?:\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?"
_CELL: Final = re.compile(
    rf"(?:{_NUMBER}(?:万元|元|件|条|项|次|人次|人|个|%|％)?|[-—－/／]{{1,2}}|无|减\d{{1,6}}|增\d{{1,6}})[|｜]?|[|｜]{{1,40}}"
)
# Read from the end of the line backwards, so that a long line without numbers there costs nothing.
_NUMBERS_AT_END: Final = regex.compile(
    rf"(?:[ \t\u00a0\u3000]{{1,4}}(?:{_NUMBER}|[-—/]|总|计|结果|其他|尚未|维持|纠正|审结)){{3,30}}$", regex.REVERSE
)
_BARS: Final = re.compile(r"[|｜\t]")
_SHORT: Final = 14  # characters of the longest header cell that is no known label
_RUN: Final = 8  # cells on lines of their own that make a table without any label


class GridLine(Line):
    """A table that the markup shows: all its rows as one line.

    Attributes:
        grid: where its cells are.
    """

    __slots__ = ("grid",)

    def __init__(self, start: int, lead: str, text: str, trail: str, grid: Grid) -> None:
        super().__init__(start, lead, text, trail)
        self.marker = None
        self.grid = grid


def with_grids(lines: list[Line], source: str, grids: list[Grid]) -> list[Line]:
    """Put each table that the markup shows on one line.

    Args:
        lines: a text's lines, in order.
        source: the text.
        grids: its tables, in order.
    """
    out: list[Line] = []
    at = 0
    for grid in grids:
        while at < len(lines) and lines[at].start < grid.start:
            out.append(lines[at])
            at += 1
        if out:  # blank rows at the table's head are not white space after the line above
            out[-1].trail = source[out[-1].end : grid.start]
        while at < len(lines) and lines[at].start < grid.end:
            at += 1
        following = lines[at].start - len(lines[at].lead) if at < len(lines) else len(source)
        lead = "" if out else source[: grid.start]
        out.append(GridLine(grid.start, lead, source[grid.start : grid.end], source[grid.end : following], grid))
    return out + lines[at:]


def mark_tables(lines: list[Line]) -> list[bool]:
    """Tell which lines are rows or cells of a table.

    Args:
        lines: a document's lines, in order.

    Returns:
        One flag a line.
    """
    flags = [False] * len(lines)
    end = 0  # index after the last table or run of cells
    for index, line in enumerate(lines):
        if index < end:
            continue
        text = line.text
        if isinstance(line, GridLine):
            flags[index] = True
        elif _opens(text):
            end = max(index + 1, _end(lines, index))
            flags[index:end] = [True] * (end - index)
        elif len(text) <= _SHORT and _CELL.fullmatch(text):
            start, end = _cells(lines, index)
            if end - start >= _RUN:
                flags[start:end] = [True] * (end - start)
    return flags


def is_row(text: str) -> bool:
    """True where a line shows its columns: bars or tabs between cells."""
    if "\t" in text:
        return True
    bars = text.count("|") + text.count("｜")
    return bars >= 2 or (bars == 1 and text[0] in "|｜")


def _opens(text: str) -> bool:
    if ("|" in text or "\t" in text or "｜" in text) and is_row(text):
        return len(text) < 400
    return len(text) <= 60 and _OPENS.match(text) is not None


def is_label(text: str) -> bool:
    """True where a line is a label of the statutory tables, or the first part of one that was broken."""
    if text[0] not in _STARTS:
        return False
    folded = text.translate(_FOLD)
    if folded[:4] not in _HEADS and len(folded) >= 4:
        return False
    size = len(folded)
    return any(
        (folded.startswith(label) and size <= len(label) + 24) or (size >= 6 and label.startswith(folded))
        for label in _LABELS
    )


def _end(lines: list[Line], start: int) -> int:
    """Index after the last line of the table that begins at ``start``."""
    end = start
    for index in range(start, len(lines)):
        text = lines[index].text
        if is_row(text) or is_label(text) or _CELL.fullmatch(text) or _NUMBERS_AT_END.search(text):
            end = index + 1
        elif len(text) > _SHORT or text[-1] in "。；：:":
            if not is_page_mark(text) and not (text.startswith(("等于", "情形", "机关不再")) or _closes_label(text)):
                break
        elif index + 1 < len(lines) and is_label(text + lines[index + 1].text):
            end = index + 1  # (三) / 不予公开
        elif index - end >= 3 or _is_heading(text):
            break
    return end


def _closes_label(text: str) -> bool:
    folded = text.translate(_FOLD)
    return len(folded) >= 6 and any(label.endswith(folded) for label in _LABELS)


_HEADING: Final = re.compile(r"[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十]{1,2}[）)]")


def _is_heading(text: str) -> bool:
    return _HEADING.match(text) is not None and not is_label(text)


def _cells(lines: list[Line], index: int) -> tuple[int, int]:
    """The run of short lines around a cell; an empty run at its end where less than two of five are numbers."""
    start = index
    while start > 0 and len(lines[start - 1].text) <= _SHORT and index - start < 6 and _plain(lines[start - 1].text):
        start -= 1
    end, numbers = index, 0
    while end < len(lines) and len(lines[end].text) <= _SHORT and _plain(lines[end].text):
        numbers += _CELL.fullmatch(lines[end].text) is not None
        end += 1
    return (start, end) if numbers * 5 >= (end - start) * 2 else (end, end)


def _plain(text: str) -> bool:
    return text[-1] not in "。；：:，," and _HEADING.match(text) is None


def build_table(lines: list[Line]) -> Table:
    """Make a table node of its lines: a row a line, cells parted at bars, tabs or blanks before numbers."""
    return Table([Row(list(_row(line))) for line in lines])


def _row(line: Line) -> list[Cell]:
    text = line.text
    if _BARS.search(text):
        cuts = [match.start() for match in _BARS.finditer(text)]
    elif (match := _NUMBERS_AT_END.search(text)) is not None:
        cuts = [match.start() + m.start() for m in re.finditer(r"[ \t\u00a0\u3000]{1,4}", match.group())]
    else:
        cuts = []
    cells: list[Cell] = []
    lead, at = line.lead, 0
    for cut in [*cuts, len(text)]:
        piece = text[at:cut]
        raw = piece.strip(SPACES)
        inner = piece.find(raw) if raw else len(piece)
        bar = text[cut : cut + 1]
        trail = piece[inner + len(raw) :] + bar
        if not raw and cut == len(text) and cells:  # nothing after the last bar
            cells[-1].trail += lead + piece
            break
        if not raw and at == 0 and bar:  # a bar that opens the row
            lead += piece + bar
        else:
            cells.append(Cell(raw, lead + piece[:inner], trail, line.start + at + inner))
            lead = ""
        at = cut + len(bar)
    if not cells:
        cells.append(Cell("", lead, "", line.start + len(text)))
    cells[-1].trail += line.trail
    return cells


def build_grid(line: GridLine) -> Table:
    """Make a table node of a table that the markup shows."""
    slots = [slot for row in line.grid.rows for slot in row]
    cells: list[Cell] = []
    for slot, end in zip(slots, [*(slot.start for slot in slots[1:]), line.end], strict=True):
        raw = line.text[slot.start - line.start : slot.end - line.start]
        trail = line.text[slot.end - line.start : end - line.start]
        cells.append(Cell(raw, "", trail, slot.start, rowspan=slot.rowspan, colspan=slot.colspan))
    cells[0].lead = line.lead
    cells[-1].trail += line.trail
    rest = iter(cells)
    return Table([Row([next(rest) for _ in row]) for row in line.grid.rows if row])
