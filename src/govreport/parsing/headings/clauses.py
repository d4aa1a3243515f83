"""Where a heading ends and its paragraph begins, on one line: ``(二)加强工作指导。公安厅…``.

A unit's words are a heading, a heading and a paragraph, or (a numbered paragraph) no heading at all.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.heading_names import ASKED
from govreport.words.patterns import late
from govreport.words.vocabulary import first_signs


class Split:
    """How a unit's words divide, as offsets in characters from the start of the words.

    Attributes:
        start: where the title begins (after blanks or an opening bracket).
        end: where it ends; equal to ``start`` where there is no title.
        stop: where what closes it (。：】) ends.
        score: how much the words look like a heading; above 0 they are one.
        confidence: how sure the end is, 0 to 1; 1 where a stop or the line's end decides.
        chance: how likely the words are or hold a heading, where that was asked of one that no stop or number marks.
    """

    __slots__ = ("chance", "confidence", "end", "score", "start", "stop")

    def __init__(self, start: int, end: int, stop: int, score: float, confidence: float = 1.0) -> None:
        self.start = start
        self.end = end
        self.stop = stop
        self.score = score
        self.confidence = confidence
        self.chance: float | None = None


UNDIVIDED: Final = Split(0, 0, 0, 0.0)
"""What is not divided yet; replaced, never written to."""
# Blanks, stray stops of damaged pages, the colon of 第一部分：…, and the mark that ends a bold number.
_BEFORE_TITLE: Final = " \t\u00a0\u3000\r\n。、．.:：*"
_ASKED_STARTS: Final = ("问", "Q", "【")
_STOP: Final = re.compile(r"[。；;！？：:!?.．]")
_DOUBTFUL: Final = frozenset(":：.．")
_CLOSES_WORD: Final = late(r"[\u4e00-\u9fff）)”》]")
_OPENS_WORD: Final = late(r"[\u4e00-\u9fff（(“《]")
_ASIDE: Final = re.compile(r"[（(][^（()）]{1,60}[)）]")
_ASIDE_MOST: Final = 60  # characters from a stop in brackets to where they close
_CLOSING: Final = re.compile("[）)]")
_IN_SIGN: Final = re.compile(r"[0-9A-Za-zⅠ-ⅿ][:：][0-9A-Za-z]")  # 1:19, VWF:Ag
_BRACKETED: Final = late(r"[ \u3000]{0,4}[（(【\[〔](?P<title>[^（()）【】\[\]〔〕，。]{1,24})[）)】\]〕]")
_LEADS_IN: Final = re.compile(
    r"(?:如下|以下|下列|之一|包括|分别是|分别为|主要有|主要是|具体是|条件|即|是|为|有|对象|指出|认为|要求|规定|"
    r"称|说|问|答|至)$"
)
_FIELD: Final = re.compile(r"(?<=.)[，,](?:网址|链接|地址|(?:联系|咨询)?电话|热线|邮箱)$")
_LEAD_IN_MOST: Final = 3  # characters of the longest of them
# 年龄条件：, 服务对象：, 申请规定： are names; with a verb before them, the same words lead in a list.
_NAME_ENDS: Final = ("条件", "对象", "要求", "规定", "名称")
_NAME_MOST: Final = 8  # characters of such a name
_PREDICATE: Final = late("应(?!商|用|急)|[须以可按依将符具满达有是为在对向的其下各并《]|条例|办法")
_LABEL_MOST: Final = 20  # characters of words before a colon that name something
# Forms of a sentence that states or orders, which a heading does not hold.  The first that fits is taken, and the next
# is looked for behind it, so their order counts.
_ORDERS: Final = (
    r"应当|应该|应[按在于以向由及]|不得|不予|不能|不再|必须|须|可以|可[以按由在凭向持不纳]",
    r"是指|是否|已经|已[于在经由]|将[在于按以对]|予以|按[照]?.{0,14}的?规定",
)  # what must, may or will be done
_LIMITS: Final = (r"以上|以下|不少于|不超过|不低于|不高于|共[计有]?\d|全年",)  # how much, at least or at most
_SPEAKERS: Final = (
    r"本办法|本规定|本细则|本条例|本通知|本意见|本方案",
    r"我[局市县区厅委办镇乡州省部院会校]",
)  # what a document calls itself and its office
_TERMS: Final = (
    r"自.{2,24}(?:起|之日)|\d{4}年|\d{1,2}月",
    r"经.{2,20}(?:批准|同意|审核|审查)|凡|未[经按能收发在]|没有",
)  # since when, and on what condition
_JOINTS: Final = (
    r"并[按向在对由于将给报]|的，|的,|，由|,由|，并|,并|，应|,应|，可|,可|[，,]不(?!断)|，须",
    r"其[他它中]?.{0,8}的$",
)  # how a sentence goes on behind a comma, and how the last of its cases ends
_DUTIES: Final = (
    r"由.{2,24}(?:负责|组织|牵头|承担|确定|制定|解释)|负责[^制]|有权|依照|有下列|符合|满足",
)  # who sees to it, and by what rule
_MEANINGS: Final = (r"指[^导标示南引数挥]|分为|划分为|属于|等.{0,6}[，,]",)  # what a word means and takes in
# What one of the forms begins with: most words hold none of these, and most characters of others are passed over.
_STATE_STARTS: Final = "[应不必须可是已将予按以共全本我自凡未没并的，,由负有依符满指分划属等经其0-9]"
_STATE_START: Final = re.compile(_STATE_STARTS)
_STATES: Final = re.compile(
    rf"(?={_STATE_STARTS})"
    rf"(?:{'|'.join((*_ORDERS, *_LIMITS, *_SPEAKERS, *_TERMS, *_JOINTS, *_DUTIES, *_MEANINGS))})"
)
# How sentences begin; behind (?!…) stands what makes another word of it: 对 but 对外, 在 but 在线.
_OPENING_TOPICS: Final = (
    r"对(?!外|口|接|标|内|台|照)|凡|在(?!线|地|职|建|校|岗|途|产)|自(?!主|然|贸|由|我|身|治|愿|觉|查|评)",
    r"从(?!严|快|优|业|重)|由|因(?!地|势|时|企|材|病)|经|若|如(?!期|实)|当(?!前|好|地)|将|把(?!握|关|牢|好)",
    r"为(?!民|企|农|官|政|主|老)|以(?!上|旧|工|人|案|点|赛|奖|评|文|下|法|数|新|高|服|党|实)",
)  # of whom, where, since when, why, by what
_OPENING_SUBJECTS: Final = (
    r"本(?!级|土|地|科|质|市|行)|该|此|其(?!他|它|中)|每|各(?!类|级|项)|任何|申请人",
)  # who or what it speaks of
_OPENING_RULES: Final = (r"符合|按(?!劳|需|期|时|病)|根据|依照|已|未(?!来|成)|不得|除",)  # by what rule
_OPENING_FACTS: Final = (r"我[局市县区厅委办镇乡州省部院会校]|\d",)  # our office, and figures
_OPENS: Final = re.compile(
    r"(?=[对凡在自从由因经若如当将把为以本该此其每各任申符按根依已未不除我\d])"  # as most words do not begin
    rf"(?:{'|'.join((*_OPENING_TOPICS, *_OPENING_SUBJECTS, *_OPENING_RULES, *_OPENING_FACTS))})"
)
# How a task is to be done; one may stand before its verb.
_MANNERS: Final = (
    "是 进一步 切实 全面 大力 积极 着力 深入 持续 扎实 不断 加快 努力 认真 严格 稳步 有序 有效 坚决 继续 更好 充分 "
    "统筹 强力 全力 主动 依法 广泛 合理 精准 科学 突出 始终"
).split()
# What is to be done, in headings that name a task.
_TASKS: Final = (
    "加强 完善 健全 推进 提升 提高 强化 建立 优化 深化 促进 推动 落实 规范 加大 扩大 支持 鼓励 保障 做好 抓好 实施 "
    "开展 创新 加快 坚持 构建 培育 发展 改善 改进 严格 明确 拓宽 拓展 畅通 严肃 注重 夯实 压实 压紧 引导 统筹 打造 "
    "营造 丰富 增强 降低 放宽 延长 调整 取消 简化 精简 实行 推行 试行 组织 健全 细化 确保 防范 化解 突出 狠抓 紧扣 "
    "聚焦 激发 释放 盘活 巩固 稳定 维护 整合 制定 编制 公开 建设 解决 执行 落细 用好 管好 办好 发挥 搭建 抓紧 抢抓 "
    "树立 弘扬 充实 延伸 缩短 订立 组建 补齐 减轻 给予 新增 积极 全面 主动"
).split()
_VERBS: Final = re.compile(f"(?:{'|'.join(_MANNERS)})?(?:{'|'.join(_TASKS)})")
_VERB_STARTS: Final = first_signs(_MANNERS, _TASKS)
# Words of two characters that headings end in.
_NOUNS: Final = frozenset(
    "情况 工作 措施 要求 原则 目标 思想 任务 机制 制度 建设 管理 范围 对象 条件 标准 程序 流程 方式 方法 内容 责任 "
    "职责 机构 渠道 平台 保障 监督 问题 依据 期限 时限 方面 数量 类别 形式 总则 附则 分工 步骤 安排 概述 综合 材料 "
    "地点 办理 政策 服务 事项 体系 能力 水平 力度 信息 公开 培训 考核 宣传 领导 组织 附件 计划 方案 指标 规模 结构 "
    "环境 质量 改革 创新 发展 行动 工程".split()
)

_LONG_HEADING: Final = 40
_OPENING: Final = 1.5  # lost by words that begin as sentences do, and some headings: 在全方位扩大内需上持续加力
_DIGIT: Final = re.compile(r"[0-9]")
_QUOTED_DIGIT: Final = re.compile(r"[“\"‘].{0,12}\d.{0,12}[”\"’]")


def opens_with_verb(words: str) -> bool:
    """True where words begin as headings do that name a task: 加强…, 进一步完善…."""
    return words[:1] in _VERB_STARTS and _VERBS.match(words) is not None


def states(words: str) -> bool:
    """True where words state or order something, as sentences do, or give figures."""
    return _STATES.search(words) is not None or (
        _DIGIT.search(words) is not None and _QUOTED_DIGIT.search(words) is None
    )


def score_heading(words: str) -> float:
    """How much some words look like a heading that could stand in a table of contents.

    Args:
        words: what stands before a stop, without number and stop.

    Returns:
        A score: above 0 a heading, below 0 a sentence.
    """
    is_plain = words.isalpha()  # with no sign and no figure, as most words are that are scored
    if not is_plain and ("（" in words or "(" in words):
        words = _ASIDE.sub("", words)
    size = len(words)
    if size > 60:
        return -6.0
    if not size:
        return -9.0
    score = 1.0
    score += (
        1.5 if size <= 14 else 1.0 if size <= 22 else 0.0 if size <= 32 else -1.5 if size <= _LONG_HEADING else -4.0
    )
    if opens_with_verb(words):
        score += 1.6
    if words[-2:] in _NOUNS:
        score += 1.0
    start = _STATE_START.search(words)
    if start is not None:
        score -= 2.0 * min(len(_STATES.findall(words, start.start())), 3)
    if _OPENS.match(words):
        score -= _OPENING
    if not is_plain:
        score = _less_signs(score, words)
    if words[-1] in "的者了" or words.endswith(("人员", "情形")):
        score -= 2.0
    if not is_plain and words.count("、") >= 4:
        score -= 1.0
    return score


def _less_signs(score: float, words: str) -> float:
    """A score less what figures and commas take from it."""
    if _DIGIT.search(words) and not _QUOTED_DIGIT.search(words):
        score -= 1.6
    commas = words.count("，") + words.count(",")
    return score - 0.6 * (commas - 1) if commas > 1 else score


def split_unit(words: str, bracketed: bool = False) -> Split:
    """Divide the words of one unit by themselves; `govreport.parsing.headings.series` may decide otherwise.

    Args:
        words: what stands after the marker, to the end of the paragraph.
        bracketed: read a name in brackets as the title (第三条（定义）…), as statutes have it.

    Returns:
        The division.  Where the words hold no stop, all of them are the title, with a score that says how sure.
    """
    start = len(words) - len(words.lstrip(_BEFORE_TITLE))
    if bracketed:
        match = _BRACKETED.match(words)
        if match:
            return Split(match.start("title"), match.end("title"), match.end(), 9.0)
        if not words.strip():
            return Split(start, start, start, -9.0)
    if words[start : start + 1] in _ASKED_STARTS and (asked := ASKED.match(words, start)) is not None:
        start = asked.end()  # 1、问：…
    match = _STOP.search(words, start)
    while match is not None and not _parts(words, start, match.start()):
        match = _STOP.search(words, match.end())
    if match is None:
        return Split(start, len(words), len(words), _own_line(words[start:]))
    at = match.start()
    sign, head = words[at], words[start:at]
    if sign in "？?":
        return _question(words, start, at + 1)
    if sign in "；;":
        return Split(start, start, start, -5.0)
    if sign in ":：" and _leads_in(head):
        return Split(start, start, start, -4.0)
    field = _FIELD.search(head) if sign in ":：" else None
    if field is not None:  # 县渡口服务平台，网址：…: a name, and where it is found
        return Split(start, start + field.start(), start + field.start() + 1, score_heading(head[: field.start()]))
    score = score_heading(head)
    if sign in ":：" and len(head) > _LABEL_MOST and len(_ASIDE.sub("", head)) > _LABEL_MOST:
        score -= 1.5
    return Split(start, at + 1 if sign in "！!" else at, at + 1, score)


def _leads_in(head: str) -> bool:
    """True for words before a colon that only lead in a list, as by 下列 anywhere in them."""
    if _LEADS_IN.search(head, max(0, len(head) - _LEAD_IN_MOST)):
        return not _is_name(head)
    if "作为第" in head and head[-1] in "条款项章节":  # 增加一条，作为第二十条：“…
        return True
    return "下列" in head or "以下" in head


def _is_name(head: str) -> bool:
    """True for a short name that ends in a noun with which other words lead in a list."""
    return len(head) <= _NAME_MOST and head.endswith(_NAME_ENDS) and _PREDICATE.search(head[:-2]) is None


_ASKS: Final = late(r"[^。；：？?]{2,40}[？?]")
_ASKED_MOST: Final = 60  # characters of a question that is a heading


def _question(words: str, start: int, end: int) -> Split:
    """The division of words that begin with a question: all questions that follow one another are its heading."""
    while (match := _ASKS.match(words, end)) is not None:
        end = match.end()
    return Split(start, end, end, 3.0 if end - start <= _ASKED_MOST else -1.0)


def _parts(words: str, start: int, at: int) -> bool:
    """True for a stop that is none within brackets, and none of a sign, a ratio, an address or a number."""
    opened = max(words.rfind("（", start, at), words.rfind("(", start, at))
    if opened >= 0 and _CLOSING.search(words, opened, at) is None and _CLOSING.search(words, at, at + _ASIDE_MOST):
        return False
    return words[at] not in _DOUBTFUL or _is_stop(words, at)


def _is_stop(words: str, at: int) -> bool:
    """True for a colon that is none of an address (https:) or a sign (Ⅷ:C), and for a point between Chinese words.

    健全制度.先后订立… is no number, address or file name.
    """
    if words[at] in ":：":
        return not words[:at].endswith(("http", "https")) and _IN_SIGN.match(words, at - 1) is None
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return _CLOSES_WORD.match(before) is not None and (not after or _OPENS_WORD.match(after) is not None)


def _own_line(words: str) -> float:
    """The score of words that fill their line without a stop."""
    size = len(words)
    if size <= 30:
        return 4.0 + min(0.0, score_heading(words))
    return 2.0 + score_heading(words) if size <= 60 else -2.0
