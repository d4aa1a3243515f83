"""What a report says of itself, read off its tree: title, issuer, year, dates, number."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.nodes import FooterField, Front, Furniture, Metadata, SignedDate, TextLeaf, Title, leaves
from govreport.words.blanks import clean
from govreport.words.document_kinds import FOOTNOTE
from govreport.words.document_numbers import LOOSE_NUMBER
from govreport.words.mentions import Mention, in_full, name_in_sentence, name_in_title
from govreport.words.naming import Grade, grade
from govreport.words.numerals import day_of, find_date, parse_date
from govreport.words.organizations import is_organ
from govreport.words.page_labels import LICENCE, POLICE
from govreport.words.widths import half_width

if TYPE_CHECKING:
    from govreport.tree.report import Report

_PERIODIC: Final = re.compile(r"报告|公报|年报|報告|年報")
_YEAR: Final = re.compile(
    r"(?<!\d)(?P<d>(?:19|20)\d{2}|二[〇○零０OoΟ0][〇○零０OoΟ一二三四五六七八九0-9]{2})[ \u3000]?(?:年|[-－—至]\d{4}年|财年|(?<=^\d{4})(?=[\u4e00-\u9fff]))"
)
# What the head of a page calls some fields, by the government page standard (政府网站网页设计规范).  It only chooses between
# values that the page shows.
_NAMED: Final = {"source": "ContentSource", "published": "PubDate"}
_SPEAKER: Final = re.compile(r"我(?:谨)?代表(?P<name>国务院|[\u4e00-\u9fff]{3,12}(?:省|市|区|县|州)人民政府)")
_OWN_OFFICE: Final = ("街道", "镇", "乡", "苏木", "开发区", "高新区", "经开区")
"""Places that are named for their office."""
_ENACTED: Final = re.compile(
    r"(?P<by>[\u4e00-\u9fff]{0,30}?)(?P<order>令[ ]?(?:第[ ]?[\d一二三四五六七八九十百]{1,5}[ ]?号)?)?(?P<act>通过|发布|公布|颁布)"
)


def title(front: Front) -> str | None:
    """The first title of the front, without a footnote sign; a longer one of the same beginning wins."""
    best = ""
    for child in front.children:
        if isinstance(child, Title):
            text = FOOTNOTE.sub("", child.text).strip(
                "《》" if child.text.startswith("《") and child.text.endswith("》") else ""
            )
            if not best or (text.startswith(best.rstrip(".…")) and len(text) > len(best)):
                best = text
    return best or None


def year(text: str | None) -> int | None:
    """The year an annual report, bulletin or work report is on."""
    if text is None or not _PERIODIC.search(text):
        return None
    match = _YEAR.search(half_width(text))
    if match is None:
        return None
    digits = match["d"]
    if digits.isdigit():
        return int(digits)
    date = parse_date(digits.replace("0", "〇") + "年1月1日")
    return date.year if date else None


def _metadata(report: Report) -> Iterator[Metadata]:
    for zone in (report.front, report.back):
        for leaf in leaves(zone):
            if isinstance(leaf, Metadata):
                yield leaf


def metadata(report: Report, key: str) -> str | None:
    """The first value of a metadata field that is not empty, front before back; the one the page's head names, if any."""
    values = [clean(leaf.value) for leaf in _metadata(report) if leaf.key == key and _says(leaf.value)]
    named = report.origin.meta.get(_NAMED[key]) if key in _NAMED else None
    return named if named in values else values[0] if values else None


def _says(value: str) -> bool:
    return any(c.isalnum() for c in value)


def published(report: Report) -> datetime.date | datetime.datetime | None:
    """The publish time: a publish field, else an issue date of the metadata block; of several the head's, if any."""
    named = parse_date(report.origin.meta.get(_NAMED["published"], ""))
    for key in ("published", "issued"):
        values = [value for leaf in _metadata(report) if leaf.key == key and (value := parse_date(leaf.value))]
        if values:
            return next((value for value in values if named is not None and day_of(value) == day_of(named)), values[0])
    return None


def date(report: Report, signed: SignedDate | None) -> datetime.date | None:
    """The document's date: at its signature or under its title, else 成文日期, else a delivery or enactment line."""
    if signed is not None:
        return signed.date
    for leaf in _metadata(report):
        if leaf.key == "dated":
            value = parse_date(leaf.value)
            if value is not None:
                return day_of(value)
    act = _enactment(report.front)
    if act is not None:
        return act[0]
    for text in _front_texts(report.front):
        found = find_date(text)
        if found is None or not isinstance(found[2], datetime.date):
            continue
        if "会议" in text or text[0] in "—－-–" or text[found[1] : found[1] + 1] == "在":
            return found[2]
    return None


def _front_texts(front: Front) -> Iterator[str]:
    seen = False
    for child in front.children:
        seen = seen or isinstance(child, Title)
        if seen and isinstance(child, (Furniture, Metadata)):
            yield child.raw


def _enactment(front: Front) -> tuple[datetime.date, str, str] | None:
    """A law's date, body and number from its history: the first 通过, else the first 发布 or 公布."""
    found = None
    for text in _front_texts(front):
        date_found = find_date(text)
        if date_found is None or date_found[0] > 3 or not isinstance(date_found[2], datetime.date):
            continue
        match = _ENACTED.match(re.sub(r"\s", "", text[date_found[1] :]))
        if match is None:
            continue
        entry = (
            day_of(date_found[2]),
            match["by"] if match["order"] else "",
            (match["by"] + match["order"]) if match["order"] else "",
        )
        if match["act"] == "通过":
            return entry
        found = found or entry
    return found


def doc_number(report: Report) -> str | None:
    """The document's own number: on a line of its own, else in the metadata block, else in an enactment line."""
    for leaf in _metadata(report):
        if leaf.key == "doc_number":
            value = clean(leaf.value)
            match = LOOSE_NUMBER.search(half_width(value))
            if match:
                return value[match.start() : match.end()]
    act = _enactment(report.front)
    return act[2] or None if act else None


def issuer(report: Report) -> str | None:
    """The body whose document this is."""
    signed = report.signature
    if signed:
        return signed[0]
    named = name_in_title(report.title or "")
    name = _from_title(named, report) or _from_speaker(report)
    if name:
        return name
    act = _enactment(report.front)
    if act and act[1]:
        return act[1]
    if named is not None and named.grade == Grade.PART:
        return _in_full(named.text, report)
    return _from_metadata(report) or _from_first_sentences(report)


def _in_full(name: str, report: Report) -> str:
    """A name with its place, where the text gives it so."""
    return (in_full(name, _all_text(report)) if grade(name) == Grade.PART else None) or name


def _from_metadata(report: Report) -> str | None:
    for key in ("issuer", "source"):
        value = metadata(report, key)
        if value and is_organ(value.split(" ")[0].split("、")[0]):
            return _in_full(value.split("、")[0], report)
    return None


def _from_first_sentences(report: Report) -> str | None:
    for paragraph in report.preamble[:2]:
        named = name_in_sentence(paragraph.text)
        if named is not None:
            return _in_full(named.text, report)
    return None


def _from_title(named: Mention | None, report: Report) -> str | None:
    """The body with its place, or the government of the place, that the title begins with."""
    if named is None or named.grade == Grade.PART:
        return None
    if named.grade > Grade.PART:
        return named.text
    rest = re.sub(r"\s", "", (report.title or "")[named.end :])
    return _government(named.text, report, rest)


def _from_speaker(report: Report) -> str | None:
    """The government for which a work report speaks: 我代表国务院, 我代表某省人民政府."""
    if "工作报告" not in (report.title or ""):
        return None
    for paragraph in report.preamble[:6]:
        match = _SPEAKER.search(paragraph.text)
        if match:
            return match["name"]
    return None


def _government(place: str, report: Report, rest: str) -> str | None:
    """The government of a place that the title names, where the text names it so."""
    full = place + "人民政府"
    if full in _all_text(report):
        return full
    if rest.startswith("政府工作报告"):
        return place + "政府"
    return place if place.endswith(_OWN_OFFICE) else None


def _all_text(report: Report) -> str:
    return "".join(
        leaf.raw for zone in (report.front, report.body) for leaf in leaves(zone) if isinstance(leaf, TextLeaf)
    )


_LICENCES: Final = {"police": re.compile(POLICE), "icp": LICENCE}


def footer_value(leaf: FooterField) -> str:
    """A footer field's value without what its label says already."""
    value = clean(leaf.value)
    if leaf.key in _LICENCES:
        match = _LICENCES[leaf.key].search(half_width(leaf.value))
        return clean(leaf.value[match.start() : match.end()]) if match else value
    if leaf.key == "organizer" and "\n" in leaf.value:
        return " ".join(part.strip() for part in leaf.value.split("\n") if part.strip())
    return value
