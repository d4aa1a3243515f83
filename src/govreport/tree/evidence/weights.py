"""How far each place can be trusted that may say a field: the one table of weights.

A weight is the probability that the value found at the place is the document's.  It is the share of labelled texts in
which it is, rounded, where enough texts show the place (`tools/evidence_weights.py` prints them, with whole sites left
out), and set by hand where the reason says so.  What stands in the head of a page is never shown to a reader: it counts
less than any text of the page.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Weight(NamedTuple):
    """How far a place can be trusted."""

    value: float
    """0 to 1."""
    reason: str


WEIGHTS: Final[dict[str, dict[str, Weight]]] = {
    "title": {
        "title": Weight(0.95, "what the page shows above the text, told from the site's lines by its place and words"),
        "kind alone": Weight(0.5, "年度报告: the end of a title whose beginning was not found, or a column's name"),
        "metadata": Weight(0.9, "标题, 名称 of the metadata block: by hand; often in another form than above the text"),
        "head ArticleTitle": Weight(0.7, "by hand: the page standard asks for it, but no reader sees it"),
        "head title": Weight(0.5, "by hand: the part of <title> that names a kind of document; some name a column"),
    },
    "issuer": {
        "signature": Weight(0.97, "落款: who signs issues"),
        "title": Weight(0.95, "溪原市水务局2020年…年度报告: a body with its place"),
        "title, in part": Weight(0.85, "水务局2020年…年度报告: the place is said nowhere"),
        "title of a work report": Weight(0.75, "山东省政府工作报告: so titles call it, the text at times in full"),
        "title of a law": Weight(
            0.7, "溪原市村民委员会选举办法: whom a law is about, where its history says who made it"
        ),
        "title of a law, in part": Weight(0.5, "村民委员会选举办法"),
        "title, its government": Weight(0.85, "溪原市2020年…年度报告, and the text names 溪原市人民政府"),
        "title, a place": Weight(
            0.7, "东街街道2023年…年度报告: 镇, 乡, 街道, 苏木 stand for an office; a name of it counts more"
        ),
        "title, a division": Weight(
            0.3, "溪原市2020年…年度报告: its government, which the page does not name; a hint for others"
        ),
        "beside the title": Weight(
            0.7, "by hand: a body on a line of its own above or below the title; a site at times"
        ),
        "beside the title, in part": Weight(0.5, "by hand: the same of 水务局"),
        "speaker": Weight(0.85, "我代表溪原市人民政府: for whom a work report speaks"),
        "enactment": Weight(0.8, "a law's history names the body that adopted or ordered it"),
        "order": Weight(0.85, "（国务院令第737号） behind the title"),
        "opening": Weight(0.85, "本报告由溪原市水务局编制, 现公布溪原市水务局2020年…年度报告"),
        "opening, in part": Weight(0.6, "本报告由市水务局编制"),
        "opening, an office": Weight(0.65, "本报告由溪原市人民政府办公室编制: its report, or the government's"),
        "opening, an office, in part": Weight(0.5, "本报告由局办公室编制: an office within the body"),
        "issuer": Weight(0.72, "发布机构, 发文机关: at times who set the page up"),
        "issuer, in part": Weight(0.6, "发布机构：市水务局"),
        "issuer, an office": Weight(0.7, "发布机构：溪原市人民政府办公室"),
        "issuer, an office, in part": Weight(0.3, "发布机构：办公室"),
        "source": Weight(0.7, "来源 that is a public body; newspapers are none"),
        "source, in part": Weight(0.5, "来源：市水务局"),
        "source, an office": Weight(0.35, "来源：溪原市人民政府办公室: it publishes for others"),
        "source, an office, in part": Weight(0.3, "来源：办公室"),
        "breadcrumb": Weight(0.15, "a step named for a body: its own column, or that of its government"),
        "footer": Weight(0.15, "主办单位: a site holds the documents of many bodies"),
        "head ContentSource": Weight(0.3, "by hand: the head's 来源"),
        "head SiteName": Weight(0.1, "by hand: as the footer"),
    },
    "year": {
        "title": Weight(0.97, "the title of a report, bulletin or account names its year"),
        "period": Weight(
            0.3, "by hand: the figures' first year; right where the title says so too, and not where it names none"
        ),
        "opening": Weight(0.25, "by hand: 现公布…2020年…年度报告, as the period"),
    },
    "period": {
        "figures": Weight(0.97, "统计期限自…起至…止: the sentence says what the dates are"),
        "opening": Weight(0.85, "dates in the report's first paragraphs, after words on the report or its contents"),
    },
    "published": {
        "metadata": Weight(0.95, "发布时间 of the publish line or metadata block"),
        "metadata issued": Weight(0.7, "发文日期: counts where no publish time stands"),
        "title": Weight(0.6, "a date in brackets behind the title"),
        "head PubDate": Weight(0.6, "by hand: where the page shows no time; some give the day of the crawl"),
        "head PubDate beside another": Weight(0.3, "by hand: chooses between the times that the page shows"),
    },
    "source": {
        "metadata": Weight(0.95, "来源 of the publish line"),
        "unlabelled": Weight(0.8, "a name on the publish line without a label"),
        "head ContentSource": Weight(0.3, "by hand: chooses between what the page shows"),
    },
    "doc_number": {
        "line": Weight(0.95, "a number on a line of its own, or beside 签发人"),
        "metadata": Weight(0.93, "发文字号 of the metadata block"),
        "title": Weight(0.9, "in brackets at the end of the title"),
        "enactment": Weight(0.7, "the number of the order in a law's history"),
    },
    "addressee": {
        "addressee": Weight(0.95, "主送机关, with its colon"),
    },
    "signature": {
        "end": Weight(0.97, "落款 at the document's end"),
        "under title": Weight(0.9, "names under the title, with the date"),
    },
    "date": {
        "signed": Weight(0.97, "成文日期 at the signature, or under the title"),
        "signed again": Weight(0.2, "a further date that stands as the first does"),
        "metadata": Weight(0.85, "成文日期 of the metadata block"),
        "enactment": Weight(0.85, "the day of adoption in a law's history"),
        "session": Weight(0.75, "the day of a session under the title"),
    },
    "site_name": {
        "head SiteName": Weight(
            0.9, "by hand: the page standard asks for it; no place of the text names the site alone"
        ),
    },
    "site_id": {
        "footer": Weight(0.95, "by hand: 网站标识码 with its ten digits"),
        "head SiteIDCode": Weight(0.8, "by hand: templates that were copied bring the code of another site"),
    },
    "column": {
        "metadata": Weight(0.6, "by hand: 公开目录, 栏目 of the metadata block; a subject at times"),
        "breadcrumb": Weight(0.8, "by hand: the last step that is not the page itself"),
        "head ColumnName": Weight(0.7, "by hand: the page standard asks for it"),
    },
}
"""By field, then by place."""


def weight(field: str, where: str) -> float:
    """Give the weight of a place.

    Args:
        field: the field.
        where: the place.

    Raises:
        KeyError: the table names no such place.
    """
    return WEIGHTS[field][where].value
