"""What headings without a number are called: facts, as data, from pages of many sites."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.vocabulary import one_of

OPENINGS: Final = (
    "引言", "前言", "序言", "导言", "绪言", "序", "导语", "开篇语", "编者按", "编制说明", "卷首语", "开栏的话",
    "特别说明",
)  # fmt: skip
"""What stands before the first section of a document: text of its own, and no numbers under it."""
NOTES: Final = (
    "名词解释", "专业名词解释", "专有名词解释", "相关名词解释", "名词注释", "术语解释", "指标解释", "主要指标解释",
    "注释", "注", "附注", "备注", "说明", "注意事项", "温馨提示", "特别提醒", "友情提示", "资料来源", "统计说明",
    "附录", "附则", "附",
)  # fmt: skip
"""What stands beside the sections of a document, or after the last of them."""
CLOSINGS: Final = ("结语", "结束语", "后记", "结论", "总结", "跋")
"""What a document ends with."""
PARTS: Final = (
    "概述", "概况", "基本情况", "总体情况", "主要内容", "政策背景", "背景", "基本案情", "裁判要旨", "裁判结果",
    "典型意义", "案情简介", "案例点评", "法官说法", "政策依据", "办理方式", "办理流程", "办理材料", "办理条件",
    "办理时间", "办理地点", "申请条件", "申请材料", "申请方式", "申报条件", "申报材料", "申报方式", "补贴标准",
    "补贴对象", "补贴条件", "联系方式", "适用范围", "受理条件", "政策解读", "起草背景", "制定依据", "主要特点",
    "关键词", "摘要", "常见问题",
)  # fmt: skip
"""What parts of guides, of cases and of explanations are called."""

_NUMBER: Final = r"[ \u3000]{0,2}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?[ \u3000]{0,2}"
ASKED: Final = re.compile(rf"[【\[]?(?:问题?|Q|提问|记者问?){_NUMBER}[】\]:：.．、]")
"""What a question begins with: 问：, Q1., 问题三：, 【问】, 记者：."""
ANSWERED: Final = late(rf"[【\[]?(?:答复?|A|回答){_NUMBER}[】\]:：.．、]")
"""What an answer begins with: 答：, A1., 【答】."""
QUESTION_MARKS: Final = ("？", "?")

SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文"
)
"""The commonest family names: a person's name that stands alone on its line mostly begins with one."""

_BESIDE: Final = frozenset((*NOTES, *CLOSINGS))
_ALL: Final = frozenset((*OPENINGS, *NOTES, *CLOSINGS, *PARTS))
_COUNTED_NOUNS: Final = (
    "案例 问题 方法 方式 方案 步骤 环节 Step step STEP 途径 渠道 情形 情况 案件 例 亮点 类型 模式 要点 关键词 "
    "场景 误区 专栏 阶段 话题"
).split()
_COUNTED: Final = late(
    "第?[一二三四五六七八九十0-9]{1,3}[步期类批场站关篇讲招轮组](?![一-鿿]{0,6}[人个名家万亿])"
    rf"|{one_of(_COUNTED_NOUNS)} ?[一二三四五六七八九十0-9]{{1,3}}"
)
"""A number that no marker is: 第一步：提交申请, 案例2, 方法二：网上办理."""
_SIGNS: Final = " \t\u00a0\u3000:：()（）【】[]〔〕"
_NAME_MAX: Final = 12  # characters


def _bare(text: str) -> str:
    return "".join(text.split()).strip(_SIGNS)


def is_heading_name(text: str) -> bool:
    """True for a line that holds a known name alone: 名词解释, 引　言, 注：."""
    return len(text) <= _NAME_MAX and _bare(text) in _ALL


def opens(text: str) -> bool:
    """True for a name of what stands before the first section: 引言."""
    return len(text) <= _NAME_MAX and _bare(text) in OPENINGS


def stands_beside(text: str) -> bool:
    """True for a name of what stands beside the sections, not in the last of them: 注释, 名词解释, 结语."""
    return len(text) <= _NAME_MAX and _bare(text) in _BESIDE


def counts(text: str) -> int:
    """Where the number ends by which a heading without a marker counts: 第一步：…, 案例2…; 0 where it has none."""
    match = _COUNTED.match(text)
    return match.end() if match is not None else 0
