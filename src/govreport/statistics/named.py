"""The three tables with the names of their rows and columns, so that an editor knows them.

Written by ``python -m tools.statutory_names`` from `govreport.words.disclosure_form`, all editions together.  What an
edition does not have raises when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from govreport.statistics.records import Block, Cell, Record

DisclosureRow: TypeAlias = Literal[
    "规章",
    "规范性文件",
    "行政许可",
    "其他对外管理服务事项",
    "行政处罚",
    "行政强制",
    "行政事业性收费",
    "政府集中采购",
    "行政规范性文件",
]
"""Labels of the rows of ``disclosure``."""

DisclosureColumn: TypeAlias = Literal[
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "处理决定数量",
    "采购项目数量",
    "采购总金额",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "本年处理决定数量",
    "本年收费金额（单位：万元）",
]
"""Labels of the columns of ``disclosure``."""

RequestsRow: TypeAlias = Literal[
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "（六）其他处理",
    "（七）总计",
    "四、结转下年度继续办理",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]
"""Labels of the rows of ``requests``."""

RequestsColumn: TypeAlias = Literal[
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
]
"""Labels of the columns of ``requests``."""

ReviewRow: TypeAlias = Literal[
    "行政复议",
    "未经复议直接起诉",
    "复议后起诉",
]
"""Labels of the rows of ``review``."""

ReviewColumn: TypeAlias = Literal[
    "结果维持",
    "结果纠正",
    "其他结果",
    "尚未审结",
    "总计",
]
"""Labels of the columns of ``review``."""


class DisclosureRecord(Record):
    """A row of ``disclosure``."""

    __slots__ = ()
    made: Cell
    disclosed: Cell
    public: Cell
    before: Cell
    change: Cell
    decisions: Cell
    purchases: Cell
    amount: Cell
    issued: Cell
    repealed: Cell
    in_force: Cell

    if TYPE_CHECKING:

        def __getitem__(self, label: DisclosureColumn | str) -> Cell: ...


class Disclosure(Block):
    """The table ``disclosure``."""

    __slots__ = ()
    rules: DisclosureRecord
    normative_documents: DisclosureRecord
    licensing: DisclosureRecord
    other_services: DisclosureRecord
    penalties: DisclosureRecord
    coercion: DisclosureRecord
    fees: DisclosureRecord
    procurement: DisclosureRecord

    if TYPE_CHECKING:

        def __getitem__(self, label: DisclosureRow | str) -> DisclosureRecord: ...

        def __iter__(self) -> Iterator[DisclosureRecord]: ...


class RequestsRecord(Record):
    """A row of ``requests``."""

    __slots__ = ()
    natural_person: Cell
    business: Cell
    research_institution: Cell
    public_interest_organization: Cell
    legal_service: Cell
    other: Cell
    total: Cell

    if TYPE_CHECKING:

        def __getitem__(self, label: RequestsColumn | str) -> Cell: ...


class Requests(Block):
    """The table ``requests``."""

    __slots__ = ()
    new_received: RequestsRecord
    carried_over: RequestsRecord
    disclosed: RequestsRecord
    partly_disclosed: RequestsRecord
    state_secret: RequestsRecord
    forbidden_by_law: RequestsRecord
    endangers_security: RequestsRecord
    third_party_rights: RequestsRecord
    internal_affairs: RequestsRecord
    process_information: RequestsRecord
    enforcement_files: RequestsRecord
    administrative_inquiry: RequestsRecord
    not_held: RequestsRecord
    needs_creation: RequestsRecord
    still_unclear: RequestsRecord
    petition: RequestsRecord
    repeated: RequestsRecord
    publication: RequestsRecord
    excessive: RequestsRecord
    confirmation: RequestsRecord
    otherwise: RequestsRecord
    total: RequestsRecord
    carried_forward: RequestsRecord
    not_corrected: RequestsRecord
    fee_not_paid: RequestsRecord
    other: RequestsRecord

    if TYPE_CHECKING:

        def __getitem__(self, label: RequestsRow | str) -> RequestsRecord: ...

        def __iter__(self) -> Iterator[RequestsRecord]: ...


class ReviewRecord(Record):
    """A row of ``review``."""

    __slots__ = ()
    upheld: Cell
    corrected: Cell
    other: Cell
    pending: Cell
    total: Cell

    if TYPE_CHECKING:

        def __getitem__(self, label: ReviewColumn | str) -> Cell: ...


class Review(Block):
    """The table ``review``."""

    __slots__ = ()
    reconsideration: ReviewRecord
    direct_litigation: ReviewRecord
    litigation_after_reconsideration: ReviewRecord

    if TYPE_CHECKING:

        def __getitem__(self, label: ReviewRow | str) -> ReviewRecord: ...

        def __iter__(self) -> Iterator[ReviewRecord]: ...
