"""Statutory tables of invented offices, and the ways in which scraping flattens them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Final, NamedTuple

from govreport.words.disclosure_form import FORMATS, RESULTS, Format

Cells = list[tuple[str, int]]
"""A row as the form prints it: each cell with the number of columns it spans."""

WIDTHS: Final = str.maketrans("（），：；", "(),:;")


class Sample(NamedTuple):
    """A page and what its tables say.

    Attributes:
        text: the page.
        edition: the edition of its tables.
        rows: block and row name → the cells as printed; an empty string for a blank one.
    """

    text: str
    edition: str
    rows: dict[tuple[str, str], list[str]]


class Table(NamedTuple):
    """A table before it is flattened: the line above it, its rows, how many columns its grid has."""

    title: str
    rows: list[Cells]
    columns: int


def numbers(random: Random, edition: Format, blank: str, dense: float = 0.3) -> dict[tuple[str, str], list[str]]:
    """Fill a form with random numbers that add up.

    Args:
        random: where they come from.
        edition: the form.
        dense: the share of numbers that are not nought.
        blank: ``never``; ``zeros`` leaves nought blank; ``totals`` leaves the totals of most rows blank as well.
    """
    out: dict[tuple[str, str], list[str]] = {}
    for row in edition.block("disclosure").rows:
        cells = []
        for column in row.columns:
            number = _count(random, dense, random.choice([40, 3000]))
            if column.measure == "change":
                cells.append(random.choice([str(number), f"-{number}" if number else "0", f"减{number}"]))
            elif column.measure == "money" and not column.unit:
                cells.append(random.choice([f"{number}.5万元", f"{number}元", str(number)]))
            else:
                cells.append(str(number))
        out["disclosure", row.name] = [cell if blank == "never" or cell != "0" else "" for cell in cells]
    rows = edition.block("requests").rows
    counts = {row.name: [_count(random, dense, 30) for _ in range(6)] for row in rows}
    results = [row.name for row in rows if row.name not in ("new_received", "carried_over", "total", "carried_forward")]
    for at in range(6):
        counts["total"][at] = sum(counts[name][at] for name in results)
        handled = counts["total"][at] + counts["carried_forward"][at]
        counts["carried_over"][at] = min(counts["carried_over"][at], handled)
        counts["new_received"][at] = handled - counts["carried_over"][at]
    for name, some in counts.items():
        cells = [str(number) if number or blank == "never" else "" for number in [*some, sum(some)]]
        if blank == "totals" and name in results:
            cells[-1] = ""
        out["requests", name] = cells
    for row in edition.block("review").rows:
        some = [_count(random, dense, 9) for _ in range(4)]
        out["review", row.name] = [str(n) if n or blank == "never" else "" for n in [*some, sum(some)]]
    return out


def _count(random: Random, dense: float, most: int) -> int:
    return random.randint(1, most) if random.random() < dense else 0


def tables(edition: Format, filled: dict[tuple[str, str], list[str]]) -> list[Table]:
    """Lay the three tables out as the form does, merged cells as spans.  Some rows may be missing in ``filled``."""
    disclosure: list[Cells] = []
    columns = max(len(row.columns) for row in edition.block("disclosure").rows) + 1
    above = None
    for row in edition.block("disclosure").rows:
        if ("disclosure", row.name) not in filled:
            continue
        if row.article != above:
            above = row.article
            disclosure.append([(row.article, columns)])
            disclosure.append([("信息内容", 1), *((column.label, 1) for column in row.columns)])
        disclosure.append([(row.label, 1), *((cell, 1) for cell in filled["disclosure", row.name])])
    applicants = edition.block("requests").rows[0].columns
    requests: list[Cells] = [
        [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3), ("申请人情况", 7)],
        [("自然人", 1), ("法人或其他组织", 5), ("总计", 1)],
        [(column.label, 1) for column in applicants[1:6]],
    ]
    group = None
    for row in edition.block("requests").rows:
        if ("requests", row.name) not in filled:
            continue
        lead: Cells = []
        if row.group is None:
            lead = [(row.label, 3)]
        elif row.group == RESULTS:
            lead = [(row.label, 2)]
            if row.name == "disclosed":
                lead.insert(0, (RESULTS, 1))
        else:
            lead = [(row.label, 1)]
            if row.group != group:
                lead.insert(0, (row.group, 1))
        group = row.group
        requests.append([*lead, *((cell, 1) for cell in filled["requests", row.name])])
    outcomes = [(column.label, 1) for column in edition.block("review").rows[0].columns]
    review: list[Cells] = [
        [("行政复议", 5), ("行政诉讼", 10)],
        [*outcomes, ("未经复议直接起诉", 5), ("复议后起诉", 5)],
        [*outcomes, *outcomes],
        [(cell, 1) for row in edition.block("review").rows for cell in filled["review", row.name]],
    ]
    return [
        Table("二、主动公开政府信息情况", disclosure, columns),
        Table("三、收到和处理政府信息公开申请情况", requests, 10),
        Table("四、政府信息公开行政复议、行政诉讼情况", review, 15),
    ]


# --- the ways --------------------------------------------------------------------------------------------------------


def tabs(table: Table) -> str:
    return "".join("\t".join(text for text, _ in row) + "\n" for row in table.rows)


def stripped_tabs(table: Table) -> str:
    return "".join("\t".join(text for text, _ in row).rstrip("\t") + "\n" for row in table.rows)


def bars(table: Table) -> str:
    return "".join("".join(f"{text} | " for text, _ in row).rstrip(" ") + "\n" for row in table.rows)


def _padding(row: Cells) -> int:
    return sum(span - 1 for _, span in row)


def padded_bars(table: Table) -> str:
    return "".join("".join(f"{text}  | " for text, _ in row) + "|" * _padding(row) + "\n" for row in table.rows)


def moved_bars(table: Table) -> str:
    """Blank cells are dropped, and the row filled up with bars."""
    out = ""
    for row in table.rows:
        texts = [text for text, _ in row if text]
        out += "".join(f"{text} | " for text in texts) + "|" * (table.columns - len(texts)) + "\n"
    return out


def outer_bars(table: Table) -> str:
    return "".join("| " + " | ".join(text for text, _ in row) + " |\n" for row in table.rows)


def markdown(table: Table) -> str:
    first, *rest = outer_bars(table).splitlines(keepends=True)
    return first + "|---" * table.columns + "|\n" + "".join(rest)


def multi_line_bars(table: Table) -> str:
    return "".join(
        "".join(f"| \n {text} " if at == 0 else f" | \n {text} " for at, (text, _) in enumerate(row))
        + " | "
        + "|" * _padding(row)
        + "\n"
        for row in table.rows
    )


def cells_with_bars(table: Table) -> str:
    """A cell a line with its bar, a blank one a bar alone, padding a line of bars."""
    out = ""
    for row in table.rows:
        out += "".join(f"{text} |\n" if text else "|\n" for text, _ in row)
        if _padding(row):
            out += "|" * _padding(row) + "\n"
    return out


def moved_cells_with_bars(table: Table) -> str:
    """The same with blank cells dropped and the row filled up with bars."""
    out = ""
    for row in table.rows:
        texts = [text for text, _ in row if text]
        out += "".join(f"{text} |\n" for text in texts)
        if len(texts) < table.columns:
            out += "|" * (table.columns - len(texts)) + "\n"
    return out


def cells_and_bars(table: Table) -> str:
    return "".join(f"{text}\n|\n" if text else "|\n" for row in table.rows for text, _ in row)


def cells(table: Table) -> str:
    return "".join(f"{text}\n" for row in table.rows for text, _ in row if text)


def spaced_cells(table: Table) -> str:
    return cells(table).replace("\n", "\n\n")


def spaces(table: Table) -> str:
    """The text of a PDF: cells parted by blanks, blank cells gone."""
    return "".join(" ".join(text for text, _ in row if text) + "\n" for row in table.rows)


def pdf(table: Table) -> str:
    """The same with long labels wrapped and the header of narrow columns broken over two lines."""
    out = ""
    for row in table.rows:
        texts = [text for text, _ in row if text]
        if len(texts) > 8 and texts[0] == "结果维持":
            out += (
                "结果 结果 其他 尚未 总 " * (len(texts) // 5)
                + "\n"
                + "维持 纠正 结果 审结 计 " * (len(texts) // 5)
                + "\n"
            )
            continue
        at = next((at for at, text in enumerate(texts) if len(text) > 18), None)
        if at is not None:
            texts[at] = texts[at][:18] + "\n" + texts[at][18:]
        out += " ".join(texts) + "\n"
    return out


def html(table: Table) -> str:
    """The table itself, its merged cells as spans, the names of narrow columns broken."""
    begins = [table.columns - sum(span for _, span in row) if table.columns == _REQUESTS else 0 for row in table.rows]
    out = ""
    for at, row in enumerate(table.rows):
        column = begins[at]
        out += "<tr>"
        for text, span in row:
            below = 0  # rows that begin on the right of this cell: it reaches down beside them
            while at + below + 1 < len(begins) and begins[at + below + 1] > column:
                below += 1
            out += f"<td colspan={span} rowspan={below + 1}><p>{text.replace('商业企业', '商业<br>企业')}</p></td>"
            column += span
        out += "</tr>\n"
    return f"<table>{out}</table>"


_REQUESTS: Final = 10  # columns of the table of requests, the only one with cells that reach down

WAYS: Final[dict[str, Callable[[Table], str]]] = {
    way.__name__: way
    for way in (
        tabs, stripped_tabs, bars, padded_bars, moved_bars, outer_bars, markdown, multi_line_bars, cells_with_bars,
        moved_cells_with_bars, cells_and_bars, cells, spaced_cells, spaces, pdf,
    )
}  # fmt: skip
"""Every way by its name."""


# --- damage ----------------------------------------------------------------------------------------------------------


def half_width(text: str) -> str:
    return text.translate(WIDTHS)


def split_labels(text: str) -> str:
    return (
        text.replace("商业企业", "商业 企业")
        .replace("科研机构", "科研 机构")
        .replace("（三）不予公开", "（三） 不予公开")
    )


def broken_labels(text: str) -> str:
    return (
        text.replace("商业企业", "商业\n企业")
        .replace("（三）不予公开", "（三）\n不予公开")
        .replace("本年新", "本年新\n")
    )


def extended_labels(text: str) -> str:
    return text.replace("规章", "规章（设区的市以上的人民政府填写，其他机关填0）").replace("行政强制", "行政强制（件）")


def shortened_labels(text: str) -> str:
    return (
        text.replace("现行有效件数", "现行有效件")
        .replace("公开申请数量", "公开申请")
        .replace("（区分处理的，只计这一情形，不计其他情形）", "")
    )


def odd_labels(text: str) -> str:
    return (
        text.replace("“三安全一稳定”", '"三安全一稳定"')
        .replace("2.其他法律行政法规", "2、其它法律、行政法规")
        .replace("1.", "1．")
    )


def traditional(text: str) -> str:
    return text.translate(
        str.maketrans("项数请办结个业机务总计类执诉维审复减条", "項數請辦結個業機務總計類執訴維審復減條")
    )


DAMAGE: Final[dict[str, Callable[[str], str]]] = {
    damage.__name__: damage
    for damage in (
        half_width, split_labels, broken_labels, extended_labels, shortened_labels, odd_labels, traditional,
    )
}  # fmt: skip
"""Every damage to labels by its name."""


# --- pages -----------------------------------------------------------------------------------------------------------


def page(edition: Format, filled: dict[tuple[str, str], list[str]], way: str, damages: Iterable[str] = ()) -> Sample:
    """Make the page of a report whose tables were flattened in one way, then damaged."""
    text = "苇渡市粮食局政府信息公开工作年度报告\n一、总体情况\n全年公开信息20条，均在规定时间内公开。\n"
    for table in tables(edition, filled):
        flat = WAYS[way](table)
        for damage in damages:
            flat = DAMAGE[damage](flat)
        text += table.title + "\n" + flat
    text += "五、存在的主要问题及改进情况\n公开的内容还不够细。\n六、其他需要报告的事项\n没有其他需要报告的事项。\n"
    return Sample(text + "苇渡市粮食局\n2022年1月20日\n", edition.name, filled)


def html_page(edition: Format, filled: dict[tuple[str, str], list[str]]) -> str:
    """Make the page of a report as HTML, its tables as tables."""
    body = (
        "<h1>苇渡市粮食局政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开信息20条，均在规定时间内公开。</p>"
    )
    for table in tables(edition, filled):
        body += f"<p>{table.title}</p>\n{html(table)}\n"
    return f"<html><body>{body}<p>五、存在的主要问题及改进情况</p><p>公开的内容还不够细。</p></body></html>"


def strewn(random: Random, made: Sample, way: str) -> Sample:
    """Strew into a page what does not belong to its tables, and cut it: page marks, prose, a row of the office's own.

    A bare number is not among it: in a row that lost a blank cell nothing tells it from a value.
    """
    lines = made.text.splitlines()
    for _ in range(random.choice([0, 0, 3])):
        lines.insert(random.randint(3, len(lines)), random.choice(["- 3 -", "P. 3", "第3页", "— 4 —"]))
    if random.random() < 0.2:
        lines.insert(random.randint(3, len(lines)), "本年度各项工作平稳有序开展，公众反映良好。")
    if random.random() < 0.3:
        label = random.choice(["其他主动公开文件", "合计", "市本级行政许可", "9.其他情形"])
        row = [label, *(str(random.randint(1, 99)) for _ in range(random.choice([1, 3, 7])))]
        at = random.randint(3, len(lines))
        lines[at:at] = ["\t".join(row)] if "tabs" in way else [" | ".join(row) + " |"] if "bars" in way else row
    text = "\n".join(lines)
    if random.random() < 0.3:
        text = text[: random.randint(len(text) // 4, len(text))]
    return made._replace(text=text)


def sample(random: Random, strew: bool = False) -> Sample:
    """Make a page at random; rows may be missing, blank cells mean nought, and other things may be strewn in."""
    edition = FORMATS[random.choice(list(FORMATS))]
    filled = numbers(
        random, edition, random.choice(["never", "never", "zeros", "totals"]), random.choice([0.03, 0.1, 0.3])
    )
    if random.random() < 0.3:
        for key in random.sample(list(filled), random.randint(1, 4)):
            if key[0] != "review":
                del filled[key]
    way = random.choice(list(WAYS))
    made = page(edition, filled, way, [damage for damage in DAMAGE if random.random() < 0.2])
    return strewn(random, made, way) if strew else made
