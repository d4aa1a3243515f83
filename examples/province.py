"""Write an invented province's reports on disclosure, 2008 to 2024: ``python examples/province.py FOLDER``.

Four offices report each year, in prose up to 2013, some with the tables of those years, with the table of indicators
from 2014, and in the statutory tables since 2019.  As in life, one report is missing, one is there twice, and one
carries over another number than the year before carried forward.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

OFFICES = ("青屏省水务厅", "青屏省档案局", "苇渡市水务局", "砚塘区卫生健康局")
MISSING = ("青屏省档案局", 2015)
TWICE = ("苇渡市水务局", 2011)
RESTATED = ("青屏省水务厅", 2017)

_RESULTS = (
    "三、本年度办理结果|（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "（三）不予公开|1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "（四）无法提供|1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "（五）不予处理|1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
)
_HEAD = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况",
    "自然人|法人或其他组织|总计",
    "商业企业|科研机构|社会公益组织|法律服务机构|其他",
)
_OUTCOMES = "结果维持|结果纠正|其他结果|尚未审结|总计"
_REVIEWS = (
    "行政复议|行政诉讼",
    f"{_OUTCOMES}|未经复议直接起诉|复议后起诉",
    f"{_OUTCOMES}|{_OUTCOMES}",
)


class Year:
    """An office's figures of a year, which grow from year to year."""

    def __init__(self, office: str, year: int) -> None:
        """Make them up."""
        which = OFFICES.index(office)
        self.office, self.year = office, year
        self.disclosed = (year - 2000) * (12 + 5 * which)
        self.received = (year - 2006) * (3 + which) + (year * (which + 3)) % 7
        self.over, self.forward = (year + which) % 3, (year + 1 + which) % 3
        if (office, year) == RESTATED:
            self.over += 1
        self.closed = self.received + self.over - self.forward
        self.denied = self.closed // (4 + which)
        self.partly = self.closed // 7
        self.not_held = self.closed // 9
        self.granted = self.closed - self.denied - self.partly - self.not_held
        self.reconsiderations = year % 4 if which < 2 else 0


def page(one: Year) -> str:
    """Write the report of a year."""
    parts = [
        f"当前位置：首页 > 政务公开 > 年报\n{one.office}{one.year}年政府信息公开工作年度报告",
        f"发布时间：{one.year + 1}-03-11　来源：{one.office}",
        "一、总体情况",
        f"{one.year}年主动公开政府信息{one.disclosed}条，其中政府网站{one.disclosed * 3 // 4}条。",
    ]
    if one.year < 2014:
        parts += ["二、申请办理情况", _prose(one), *_table_of_codes(one)]
    elif one.year < 2019:
        parts += ["二、统计表", *_indicators(one)]
    else:
        parts += ["二、收到和处理政府信息公开申请情况", *_statutory(one)]
    parts += ["五、存在的主要问题及改进情况", "更新不够及时。"]
    parts.append(f"{' ' * 30}{one.office}\n{' ' * 30}{one.year + 1}年3月1日")
    return "\n\n".join(parts) + "\n"


def _prose(one: Year) -> str:
    reviews = f"发生行政复议{one.reconsiderations}件" if one.reconsiderations else "未发生行政复议"
    return (
        f"全年收到政府信息公开申请{one.received}件，上年结转{one.over}件。办结{one.closed}件，其中予以公开"
        f"{one.granted}件，部分公开{one.partly}件，不予公开{one.denied}件，信息不存在{one.not_held}件；"
        f"结转下年度{one.forward}件。{reviews}，未发生行政诉讼。"
    )


def _table_of_codes(one: Year) -> Iterator[str]:
    """The table of 35 codes, which one office had."""
    if one.office == "苇渡市水务局":
        rows = (
            ("主动公开信息数", "条", "01", one.disclosed),
            ("申请总数", "条", "10", one.received),
            ("对申请的答复总数", "条", "16", one.closed),
            ("同意公开答复数", "条", "17", one.granted),
            ("同意部分公开答复数", "条", "18", one.partly),
            ("行政复议数", "件", "32", one.reconsiderations),
        )
        lines = [f"{label} | {unit} | {code} | {value} |" for label, unit, code, value in rows]
        yield "\n".join(["指标名称 | 计量单位 | 代码 | 数值 |", *lines])


def _indicators(one: Year) -> Iterator[str]:
    """The table of 2014 to 2018."""
    rows = (
        ("一、主动公开情况", "——", "——"),
        ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", one.disclosed),
        ("2.政府网站公开政府信息数", "条", one.disclosed * 3 // 4),
        ("三、依申请公开情况", "——", "——"),
        ("（一）收到申请数", "件", one.received),
        ("（二）申请办结数", "件", one.closed),
        ("（三）申请答复数", "件", one.closed),
        ("2.同意公开答复数", "件", one.granted),
        ("3.同意部分公开答复数", "件", one.partly),
        ("4.不同意公开答复数", "件", one.denied),
        ("6.申请信息不存在数", "件", one.not_held),
        ("四、行政复议数量", "件", one.reconsiderations),
        ("五、行政诉讼数量", "件", 0),
    )
    yield "政府信息公开情况统计表"
    lines = [f"{label} | {unit} | {value} |" for label, unit, value in rows]
    yield "\n".join(["统计指标 | 单位 | 统计数 |", *lines])
    yield f"上年结转申请{one.over}件，结转下年度{one.forward}件。"


def _statutory(one: Year) -> Iterator[str]:
    """The table of requests since 2019; the form of 2021 parts what is handled otherwise in three."""
    values = {0: one.granted, 1: one.partly, 5: one.denied, 10: one.not_held}
    rows = [("一、本年新收政府信息公开申请数量", one.received), ("二、上年结转政府信息公开申请数量", one.over)]
    rows += [(label, values.get(at, 0)) for at, label in enumerate(_RESULTS)]
    if one.year < 2021:
        rows.append(("（六）其他处理", 0))
    else:
        rows += [
            ("（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 0),
            ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 0),
            ("3.其他", 0),
        ]
    rows += [("（七）总计", one.closed), ("四、结转下年度继续办理", one.forward)]
    lines = [f"{label}|{value}|0|0|0|0|0|{value}" for label, value in rows]
    yield "\n".join((*_HEAD, *lines)).replace("|", "\t")
    yield "四、政府信息公开行政复议、行政诉讼情况"
    reviews = [one.reconsiderations, 0, 0, 0, one.reconsiderations, *[0] * 10]
    yield "\n".join((*_REVIEWS, "|".join(map(str, reviews)))).replace("|", "\t")


def make_folder(folder: str | Path) -> Path:
    """Write the reports into a folder.

    Args:
        folder: where; it is made where it is not there.

    Returns:
        The folder.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for year in range(2008, 2025):
        for number, office in enumerate(OFFICES):
            if (office, year) != MISSING:
                encoding = "gb18030" if year < 2014 else "utf-8"
                text = page(Year(office, year))
                (target / f"{year}-{number}.html.txt").write_text(text, encoding=encoding)
                if (office, year) == TWICE:
                    (target / f"{year}-{number}-copy.txt").write_text(text, encoding=encoding)
    return target


if __name__ == "__main__":
    make_folder(sys.argv[1])
