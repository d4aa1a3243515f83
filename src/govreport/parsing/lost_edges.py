"""The front and the closings of a text that lost its line ends: title, publish line, signature, date, footer."""

from __future__ import annotations

from typing import Final

from govreport.parsing.line import Line
from govreport.words.blanks import SPACES
from govreport.words.document_kinds import ends_in_kind
from govreport.words.document_numbers import DOC_NUMBER
from govreport.words.numerals import date_span, date_spans
from govreport.words.organizations import are_organs, is_organ
from govreport.words.page_furniture import TOOLS
from govreport.words.page_labels import FOOTER, LICENCE, METADATA
from govreport.words.patterns import late
from govreport.words.vocabulary import one_of


def cut_edges(parts: list[Line]) -> list[Line]:
    """Cut the front off the first part of a text that lost its line ends, closings and the footer off the others.

    Args:
        parts: the parts, in order; the first of them may begin the page.
    """
    front = _cut_front(parts[0]) if parts[0].marker is None else [parts[0]]
    parts = [*front, *parts[1:]]
    last, *footer = _cut_footer(parts[-1])
    out = front[:-1]
    for part in [*parts[len(out) : -1], last]:
        out += _cut_closing(part)
    return out + footer


# --- the front -------------------------------------------------------------------------------------------------------

_FRONT_MAX: Final = 600  # characters in which a front ends
_PUBLISH_MAX: Final = 80  # characters of a publish line up to its date
_PUBLISH: Final = late(
    rf"{one_of(' '.join(METADATA[key] for key in ('published', 'source', 'author', 'issuer')).split())}[ ]?[:：]"
)
_TIME: Final = late(r"[ \u00a0\u3000]{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_SENTENCE_ENDS: Final = "。！？!?"
_SENTENCE: Final = late(r"[ \u00a0\u3000](?=[^\s。！？]{8,160}[，。；：])")
"""A blank before running text: some characters and a stop."""
_TITLE_HEAD: Final = late(
    r"[\u4e00-\u9fff（）()《》〈〉“”、\d]{6,120}?(?:的)?"
    r"(?:决定|通知|意见|办法|批复|通告|公告|函|方案|通报)(?!公告|通告|通知|决定)"
    r"(?=[\u4e00-\u9fff]{1,10}[〔\[（(【])"
)


def _cut_front(line: Line) -> list[Line]:
    """Cut the front off a text: a title and its number, or a title, a publish line and page tools."""
    text = line.text
    match = _TITLE_HEAD.match(text)
    number = DOC_NUMBER.match(text, match.end()) if match else None
    if match is not None and number is not None:
        return line.cut([match.end(), number.end()])
    publish = _PUBLISH.search(text, 0, _FRONT_MAX)
    if publish is None or any(sign in text[: publish.start()] for sign in _SENTENCE_ENDS):
        return [line]
    start = publish.start()
    date = date_span(text[: start + _PUBLISH_MAX], start)
    end = date[1] if date is not None and text[date[0] - 1] not in "（([【" else start
    time = _TIME.match(text, end)
    end = time.end() if time is not None else end
    sentence = _SENTENCE.search(text, end, _FRONT_MAX)
    places = [start, end]
    if sentence is not None:
        places.append(sentence.end())
    return line.cut(sorted({*places, *_title_before(text, start)} - {0}))


def _title_before(text: str, end: int) -> list[int]:
    """Where the title begins that stands before a publish line, behind a breadcrumb and a blank; nothing without it."""
    head = text[:end].rstrip(SPACES)
    at = max(head.rfind(blank) for blank in " \u3000\u00a0\t") + 1
    return [at] if at and ends_in_kind(head[at:]) else []


# --- closings --------------------------------------------------------------------------------------------------------

_CLOSING_MAX: Final = 200  # characters at the end of a part in which a closing is looked for
_NAME_MAX: Final = 60  # characters of the names before its date
_NAME_STARTS: Final = "。！？”）)；;"
_NOTES: Final = ("（", "(", "附", "抄送", "主题词", "责任编辑")


def _cut_closing(line: Line) -> list[Line]:
    """Cut a name and a date that close a document off the text before and the title, note or footer behind."""
    text = line.text
    floor = max(0, len(text) - _CLOSING_MAX)
    for start, end in date_spans(text[floor:]):
        start, end = floor + start, floor + end
        before = text[max(0, start - _NAME_MAX) : start]
        name = before[max(before.rfind(sign) for sign in _NAME_STARTS) + 1 :].strip(SPACES)
        if (is_organ(name) or are_organs(name.split())) and _can_follow(text[end:].lstrip(SPACES)):
            return line.cut([text.rfind(name, 0, start), start, end])
    return [line]


def _can_follow(rest: str) -> bool:
    """True for what can stand behind a closing: nothing, a note, a title, a footer."""
    if not rest or rest.startswith(_NOTES):
        return True
    if any(sign in rest for sign in _SENTENCE_ENDS):
        return False
    return ends_in_kind(rest) or _FOOTER.search(rest) is not None


# --- the footer ------------------------------------------------------------------------------------------------------

_FOOTER_MAX: Final = 3_000  # characters of a footer
_LABEL: Final = one_of(" ".join([FOOTER["organizer"], FOOTER["contractor"], METADATA["editor"]]).split())
_WORDS: Final = one_of([*FOOTER["copyright"].split(), "扫一扫", "上一篇", "下一篇", "相关链接", "附件下载"])
_FOOTER: Final = late(rf"{_LABEL} ?[:：]|{_WORDS}|{LICENCE.pattern}")
_TOOL: Final = one_of([tool for tool in TOOLS if len(tool) > 1])
_TOOLS: Final = late(rf"[ \u00a0\u3000](?:[【\[]?{_TOOL}[】\]]?[ \u3000]?){{1,12}}$")


def _cut_footer(line: Line) -> list[Line]:
    """Cut the site's footer off the last part of a text: what stands behind its last sentence from a label on."""
    text = line.text
    start = max(text.rfind(sign, max(0, len(text) - _FOOTER_MAX)) for sign in _SENTENCE_ENDS) + 1
    match = _FOOTER.search(text, start) or _TOOLS.search(text, start)
    return line.cut([match.start()]) if match is not None and match.start() else [line]
