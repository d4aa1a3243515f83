"""The statutory tables of annual reports as data: formats, blocks, rows, columns, and the labels they are known by.

The 2019 format is that of 国办公开办函〔2019〕60号, the 2021 format that of 国办公开办函〔2021〕30号.  What each block
reports is laid down in articles 20 and 50 of the 政府信息公开条例 (国务院令第711号).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from attrs import field, frozen

DISCLOSURE: Final = "disclosure"
"""Name of the table of what was disclosed, which prints the article of the 条例 over its rows."""
REQUESTS: Final = "requests"
"""Name of the table of requests."""
REVIEW: Final = "review"
"""Name of the table of reviews, which has its three rows side by side."""

Measure = Literal["count", "change", "money"]
"""What a column holds: a number of things, a difference to the year before (may be negative), an amount of money."""


@frozen
class Column:
    """A column of numbers.

    Attributes:
        name: its name in code, in English.
        label: its label in the form.
        measure: what it holds.
        unit: the unit that the form prints for it; None where it prints none.
        variants: other labels it has been met under.
    """

    name: str
    label: str
    measure: Measure = "count"
    unit: str | None = None
    variants: tuple[str, ...] = ()


@frozen
class Row:
    """A row of numbers.

    Attributes:
        name: its name in code, in English.
        label: its label in the form.
        columns: the columns it has numbers in, from left to right.
        group: label of the group it stands under; None for a row of its own.
        article: the item of the 条例 that it reports on.
        variants: other labels it has been met under.
        short: the label without its number and what stands in brackets: ``部分公开`` for ``（二）部分公开（…）``.
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    group: str | None
    article: str
    variants: tuple[str, ...] = ()
    short: str = field(init=False)

    @short.default
    def _without_number(self) -> str:
        return re.sub(r"^(?:[一二三四五六七]、|（[一二三四五六七]）|\d\.)|（[^）]*）$", "", self.label)


@frozen
class Block:
    """One of the three tables.

    Attributes:
        name: ``disclosure``, ``requests`` or ``review``.
        title: the section it stands in.
        rows: its rows, from top to bottom.
        header: labels over the columns and of groups that hold no number themselves.
        opening: how labels begin that no running text has, so that a line that begins so begins the table.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    header: tuple[str, ...]
    opening: tuple[str, ...]

    def labels(self) -> Iterator[str]:
        """Yield every label of the table with its variants; some come twice."""
        yield from self.header
        for row in self.rows:
            if self.name == DISCLOSURE:  # it alone prints the articles
                yield row.article
            yield from (row.label, *row.variants)
            for column in row.columns:
                yield from (column.label, *column.variants)


@frozen
class Format:
    """One edition of the form.

    Attributes:
        name: ``2019`` or ``2021``, the first year it was in force for.
        source: the document that laid it down.
        blocks: its tables.
    """

    name: str
    source: str
    blocks: tuple[Block, ...]

    def block(self, name: str) -> Block:
        """Give a table by its name.

        Raises:
            KeyError: there is none of that name.
        """
        for block in self.blocks:
            if block.name == name:
                return block
        raise KeyError(name)


SECTIONS: Final = (
    ("总体情况", ("总体", "概述", "概况", "基本情况")),
    ("主动公开政府信息情况", ("主动公开",)),
    ("收到和处理政府信息公开申请情况", ("收到和处理", "依申请公开", "申请公开", "公开申请")),
    ("政府信息公开行政复议、行政诉讼情况", ("复议", "诉讼")),
    ("存在的主要问题及改进情况", ("问题",)),
    ("其他需要报告的事项", ("其他", "需要报告", "需要说明")),
)
"""The six sections of an annual report since 2019, in order, each with words that tell it under other names."""


# --- section 二: article 20 ------------------------------------------------------------------------------------------


def _article(item: str) -> str:
    return f"第二十条第（{item}）项"


_MADE: Final = Column("made", "本年新制作数量")
_DISCLOSED: Final = Column("disclosed", "本年新公开数量")
_PUBLIC: Final = Column("public", "对外公开总数量")
_BEFORE: Final = Column("before", "上一年项目数量")
_CHANGE: Final = Column("change", "本年增/减", "change")
_DECISIONS: Final = Column("decisions", "处理决定数量")
_PURCHASES: Final = Column("purchases", "采购项目数量")
_AMOUNT: Final = Column("amount", "采购总金额", "money")
_ISSUED: Final = Column("issued", "本年制发件数")
_REPEALED: Final = Column("repealed", "本年废止件数")
_IN_FORCE: Final = Column("in_force", "现行有效件数")
_DECIDED: Final = Column("decisions", "本年处理决定数量")
_CHARGED: Final = Column("amount", "本年收费金额（单位：万元）", "money", "万元", ("本年收费金额",))

_DOCUMENTS_2019: Final = (_MADE, _DISCLOSED, _PUBLIC)
_ITEMS_2019: Final = (_BEFORE, _CHANGE, _DECISIONS)
_DOCUMENTS_2021: Final = (_ISSUED, _REPEALED, _IN_FORCE)
_NORMATIVE: Final = ("规范性文件", "行政规范性文件")

_DISCLOSURE_HEADER: Final = ("信息内容",)
_DISCLOSURE_OPENING: Final = (*_DISCLOSURE_HEADER, "第二十条第（")

_DISCLOSURE_2019: Final = (
    Row("rules", "规章", _DOCUMENTS_2019, None, _article("一")),
    Row("normative_documents", "规范性文件", _DOCUMENTS_2019, None, _article("一"), _NORMATIVE),
    Row("licensing", "行政许可", _ITEMS_2019, None, _article("五")),
    Row("other_services", "其他对外管理服务事项", _ITEMS_2019, None, _article("五")),
    Row("penalties", "行政处罚", _ITEMS_2019, None, _article("六")),
    Row("coercion", "行政强制", _ITEMS_2019, None, _article("六")),
    Row("fees", "行政事业性收费", (_BEFORE, _CHANGE), None, _article("八")),
    Row("procurement", "政府集中采购", (_PURCHASES, _AMOUNT), None, _article("九")),
)
_DISCLOSURE_2021: Final = (
    Row("rules", "规章", _DOCUMENTS_2021, None, _article("一")),
    Row("normative_documents", "行政规范性文件", _DOCUMENTS_2021, None, _article("一"), _NORMATIVE),
    Row("licensing", "行政许可", (_DECIDED,), None, _article("五")),
    Row("penalties", "行政处罚", (_DECIDED,), None, _article("六")),
    Row("coercion", "行政强制", (_DECIDED,), None, _article("六")),
    Row("fees", "行政事业性收费", (_CHARGED,), None, _article("八")),
)

# --- section 三: article 50, item 2 ----------------------------------------------------------------------------------

APPLICANTS: Final = (
    Column("natural_person", "自然人"),
    Column("business", "商业企业"),
    Column("research_institution", "科研机构"),
    Column("public_interest_organization", "社会公益组织"),
    Column("legal_service", "法律服务机构"),
    Column("other", "其他"),
    Column("total", "总计"),
)
"""The columns of the table of requests: who applied."""

RESULTS: Final = "三、本年度办理结果"
_REFUSED, _UNABLE, _UNPROCESSED, _OTHERWISE = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
_REQUESTS_HEADER: Final = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "法人或其他组织",
    RESULTS, _REFUSED, _UNABLE, _UNPROCESSED,
)  # fmt: skip
_REQUESTS_OPENING: Final = (
    "（本列数据的勾稽关系",
    "申请人情况",
    "一、本年新收政府信息公开申请",
    "本年新收政府信息公开申请数量",
)


def _request(name: str, label: str, group: str | None = RESULTS, *variants: str) -> Row:
    return Row(name, label, APPLICANTS, group, "第五十条第（二）项", variants)


_BEFORE_OTHERWISE: Final = (
    _request("new_received", "一、本年新收政府信息公开申请数量", None),
    _request("carried_over", "二、上年结转政府信息公开申请数量", None),
    _request("disclosed", "（一）予以公开"),
    _request("partly_disclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", RESULTS, "（二）部分公开"),
    _request("state_secret", "1.属于国家秘密", _REFUSED),
    _request("forbidden_by_law", "2.其他法律行政法规禁止公开", _REFUSED),
    _request("endangers_security", "3.危及“三安全一稳定”", _REFUSED),
    _request("third_party_rights", "4.保护第三方合法权益", _REFUSED),
    _request("internal_affairs", "5.属于三类内部事务信息", _REFUSED),
    _request("process_information", "6.属于四类过程性信息", _REFUSED),
    _request("enforcement_files", "7.属于行政执法案卷", _REFUSED),
    _request("administrative_inquiry", "8.属于行政查询事项", _REFUSED),
    _request("not_held", "1.本机关不掌握相关政府信息", _UNABLE),
    _request("needs_creation", "2.没有现成信息需要另行制作", _UNABLE),
    _request("still_unclear", "3.补正后申请内容仍不明确", _UNABLE),
    _request("petition", "1.信访举报投诉类申请", _UNPROCESSED),
    _request("repeated", "2.重复申请", _UNPROCESSED),
    _request("publication", "3.要求提供公开出版物", _UNPROCESSED),
    _request("excessive", "4.无正当理由大量反复申请", _UNPROCESSED),
    _request("confirmation", "5.要求行政机关确认或重新出具已获取信息", _UNPROCESSED),
)
_AFTER_OTHERWISE: Final = (
    _request("total", "（七）总计"),
    _request("carried_forward", "四、结转下年度继续办理", None),
)
_REQUESTS_2019: Final = (
    *_BEFORE_OTHERWISE,
    _request("otherwise", _OTHERWISE),
    *_AFTER_OTHERWISE,
)
_REQUESTS_2021: Final = (
    *_BEFORE_OTHERWISE,
    _request("not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", _OTHERWISE),
    _request("fee_not_paid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", _OTHERWISE),
    _request("other", "3.其他", _OTHERWISE),
    *_AFTER_OTHERWISE,
)

# --- section 四: article 50, item 3 ----------------------------------------------------------------------------------

OUTCOMES: Final = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    Column("total", "总计"),
)
"""The columns of each third of the table of reviews: how they ended."""

_LITIGATION: Final = "行政诉讼"
_REVIEW: Final = tuple(
    Row(name, label, OUTCOMES, group, "第五十条第（三）项")
    for name, label, group in (
        ("reconsideration", "行政复议", None),
        ("direct_litigation", "未经复议直接起诉", _LITIGATION),
        ("litigation_after_reconsideration", "复议后起诉", _LITIGATION),
    )
)


def _blocks(disclosure: tuple[Row, ...], requests: tuple[Row, ...], *groups: str) -> tuple[Block, ...]:
    titles = [title for title, _ in SECTIONS]
    return (
        Block(DISCLOSURE, titles[1], disclosure, _DISCLOSURE_HEADER, _DISCLOSURE_OPENING),
        Block(REQUESTS, titles[2], requests, (*_REQUESTS_HEADER, *groups), _REQUESTS_OPENING),
        Block(REVIEW, titles[3], _REVIEW, (_LITIGATION,), (OUTCOMES[0].label,)),
    )


FORMATS: Final[dict[str, Format]] = {
    "2019": Format("2019", "国办公开办函〔2019〕60号", _blocks(_DISCLOSURE_2019, _REQUESTS_2019)),
    "2021": Format("2021", "国办公开办函〔2021〕30号", _blocks(_DISCLOSURE_2021, _REQUESTS_2021, _OTHERWISE)),
}
"""The editions by name, the one in force last.  What tells one from the others is found by comparing their labels."""


def in_force() -> Format:
    """Give the edition in force, whose rows a page gets where its labels do not tell its edition."""
    return list(FORMATS.values())[-1]


def result_rows() -> tuple[str, ...]:
    """Give the names of the rows of results of all editions, which add up to （七）总计."""
    rows = [row for edition in FORMATS.values() for row in edition.block(REQUESTS).rows]
    return tuple(dict.fromkeys(row.name for row in rows if row.group is not None and row.name != "total"))


INDICATORS: Final = ("统计指标", "单位", "统计数")
"""The header of the table of indicators of reports on 2014 to 2018 (国办发〔2014〕32号)."""
UNITS: Final = tuple("人次 万元 小时 平方米 条 件 次 篇 个 人 元 期 份 家 部 户 场 项".split())
"""What stands in its second column."""
