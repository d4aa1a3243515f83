"""A sentence with a word that sites use, put into the document: it is part of the text, and changes nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from attrs import evolve

from bench.invariances.changes import Change, Changed, Sample, place_of, with_piece, with_text
from bench.invariances.views import bare
from govreport.tree.nodes import Heading, Paragraph, leaves
from govreport.words.page_furniture import PHRASES, STRONG, TOOLS
from govreport.words.page_labels import FOOTER_KEY, METADATA_KEY

_WORD: Final = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")


def vocabulary() -> list[str]:
    """Give the words of sites that the library knows: labels, widgets, stock phrases, and those that begin footers."""
    words = (*METADATA_KEY, *FOOTER_KEY, *STRONG, *PHRASES, *TOOLS)
    return sorted({word for word in words if _WORD.fullmatch(word)})


VOCABULARY: Final = vocabulary()
SENTENCES: Final = (
    "{word}的清理和核对工作由各科室分头完成。",
    "{word}一项由专人负责，按月登记，没有发现差错。",
    "{word}方面的意见共收到九条，都已经逐条作了答复。",
)
"""What begins with the word."""
CLAUSES: Final = (
    "工作人员对{word}作了两次核对，结果与台账相符。",
    "上半年还抽查了{word}，其中三处作了更正。",
    "有群众来电询问{word}，窗口当场作了说明。",
)
"""What holds the word further in."""
LAST: Final = (
    "承办人大代表建议12件、政协提案7件，全部按时办结。", "打印和装订费用比上年减少三成，节省的部分用于添置图书。",
    "分享会一共举办六场，到场的居民有四百余人。", "本站点的巡护员每周巡查两次，记录由镇里保存。",
    "收藏的地方志共有三百余种，已经全部编目。", "返回的调查表有九百余份，满意的占九成以上。",
    "备案的合同共四十二份，没有发现违规条款。", "版权登记的受理窗口设在一楼大厅，当日就能办结。",
    "主办的展览有五场，观众一万余人次。", "地址变更的单位应当在十日之内到窗口办理登记。",
    "关闭的小煤窑共有七处，人员全部得到安置。", "下载表格的群众比上年多了一倍，窗口排队的少了。",
    "技术支持的费用列入年度预算，由财政部门按季拨付。", "标签管理的办法从下个月起在各镇试行。",
)  # fmt: skip
"""Last paragraphs of documents that begin as lines of a site do."""


def in_paragraph(place: str, patterns: tuple[str, ...], write: Callable[[str, str], str]) -> Change:
    """A change that puts a sentence into a paragraph; ``write`` joins the paragraph and the sentence."""

    def apply(sample: Sample, random: Random) -> Changed | None:
        if not sample.paragraphs:
            return None
        leaf = random.choice(sample.paragraphs)
        assert leaf.start is not None
        sentence = random.choice(patterns).format(word=random.choice(VOCABULARY))
        written = write(leaf.raw, sentence)
        text = sample.text[: leaf.start] + written + sample.text[leaf.start + len(leaf.raw) :]
        return Changed(text, with_text(sample.view, place_of(leaf, sample), written))

    return Change(f"a site's word at a paragraph's {place}", apply)


def _behind_first_sentence(paragraph: str, sentence: str) -> str:
    first, stop, rest = paragraph.partition("。")
    return first + stop + sentence + rest


def last_paragraph(sample: Sample, random: Random) -> Changed | None:
    """Put a last paragraph behind the document's own last one: before the signature where it is signed."""
    if not sample.paragraphs:
        return None
    leaf = sample.paragraphs[-1]
    pieces = [one for one in leaves(sample.report.body) if bare(one.text)]
    at = place_of(leaf, sample)
    if not sample.ends_line(leaf) or any(isinstance(one, (Paragraph, Heading)) for one in pieces[at + 1 :]):
        return None
    sentence = random.choice(LAST)
    return Changed(_after(sample, leaf, sentence), with_piece(sample.view, at + 1, ("paragraph", sentence)))


def _after(sample: Sample, leaf: Paragraph, *lines: str) -> str:
    """Give the text with lines put below a paragraph, indented as it is."""
    assert leaf.start is not None
    begin = sample.text.rfind("\n", 0, leaf.start) + 1
    indent = sample.text[begin : leaf.start]
    end = sample.text.index("\n", leaf.start) + 1
    return sample.text[:end] + "".join(f"{indent}{line}\n" for line in lines) + sample.text[end:]


NEXT: Final = (
    "推进网站无障碍改造",
    "做好网站备案登记",
    "加强版权保护",
    "规范联系电话公开",
    "完善打印服务",
    "办好门户网站",
)
"""Headings that a site's words stand in."""


def next_unit(sample: Sample, random: Random) -> Changed | None:
    """Put one more unit behind the last of the outermost: a heading with a site's word, closed by a stop.

    Only where all units of the series have headings, so that this one has.
    """
    sections = sample.report.sections
    marks = [(section.heading.marker, section.heading.ordinal) for section in sections]
    numbers = "一 二 三 四 五 六 七 八 九 十".split()
    if not 2 <= len(sections) < len(numbers) or marks != [(f"{numbers[n]}、", n + 1) for n in range(len(sections))]:
        return None
    if not all(section.heading.title for section in sections) or sample.report.attachments:
        return None
    last = list(leaves(sections[-1]))[-1]
    if not isinstance(last, Paragraph) or last not in sample.paragraphs or not sample.ends_line(last):
        return None
    marker, title = f"{numbers[len(sections)]}、", random.choice(NEXT)
    want = with_piece(sample.view, place_of(last, sample) + 1, ("heading", f"{marker}{title}。"))
    return Changed(
        _after(sample, last, f"{marker}{title}。"), evolve(want, outline=(*(want.outline or ()), (1, marker, title)))
    )


CHANGES: Final = (
    in_paragraph("beginning", SENTENCES, lambda paragraph, sentence: sentence + paragraph),
    in_paragraph("middle", CLAUSES, _behind_first_sentence),
    in_paragraph("end", CLAUSES, lambda paragraph, sentence: paragraph + sentence),
    Change("a last paragraph that begins with a site's word", last_paragraph),
    Change("one more heading, with a site's word", next_unit),
)
