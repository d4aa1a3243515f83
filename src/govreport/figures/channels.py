"""Which channel a sentence says information was disclosed through, and whether it speaks of disclosure at all."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

CHANNELS: Final = {
    "disclosed_wechat": "微信|(?<!头条)(?<!抖音)(?<!快手)(?:公众号|订阅号)|微官网",
    "disclosed_weibo": "微博",
    "disclosed_gazette": "公报|政报",
    "disclosed_new_media": "新媒体|客户端|头条|抖音|快手|视频号|百家号",
    "disclosed_website": "网站|门户网|政务网|公开网|信息网|政府网|主页|网页|政务外网|网上(?=公开)"
    "|(?<!互联)网(?=公开|发布|推送|上传|主动|共|》|”)",
    "disclosed_other_channel": "其他方式|其它方式|其他渠道|其他形式|公开栏(?!目)|电视|广播|报纸|报刊|显示屏|宣传栏"
    "|查阅[点室]|查阅场所|公示系统|新闻发布会(?=公开|发布)",
}
"""The variables of channels with the words that name them."""

# A platform is a website where no website is named, else one more beside it.
_CHANNEL: Final = re.compile(
    "|".join(f"(?P<{name}>{words})" for name, words in (*CHANNELS.items(), ("platform", "公开平台")))
)
_PARTED: Final = re.compile("[、,;和及与或(:]|[^、,;和及与或(:]{5}")
_BY: Final = re.compile("通过|利用|依托")
_MANY: Final = re.compile("等(?:多种)?(?:形式|方式|渠道|平台|途径|载体|媒体)")

UNITS: Final = frozenset({"条", "件", "份", "篇", "个"})
"""Units that disclosed information is counted in."""

_MEDIA: Final = re.compile("(?<!新)(?<!融)媒体")
"""Papers and stations, which are no channel of the office's own: 云岭日报等媒体."""
# What is disclosed stands at the end, and is information in general unless a channel or 主动公开 says what is meant.
_GENERAL: Final = (
    "了?(?:政府|政务|各类|各领域|相关|有关|本级|各级|单位|部门|[我本][区县市局镇]|的|信息|公开|等|共|非涉密|事业){0,8}"
)
_OBJECT: Final = "(?:信息|资讯|图文|推文|短视频|作品|文章|稿件|动态|微博|微信|信息数|政府信息数|公文)"
_PLAIN: Final = re.compile(f"(?<!申请)公开{_GENERAL}信息$|发布{_GENERAL}信息$")
_SEVERAL: Final = re.compile(r"公开[^。;]{0,80}等(?:[^,、。;]{0,4})信息$")
_ACTIVELY: Final = re.compile(r"主动公开(?:了)?(?:[^。;]{0,60}(?:信息|等)|的信息)?$")
_BY_CHANNEL: Final = re.compile(
    r"(?:公开|发布|推送|上传|编发|报送|刊登|发表|更新|公布)"
    rf"(?:[^。;]{{0,60}}{_OBJECT}|[^,、。;]{{0,4}}信息[^,、。;]{{0,2}})?$"
)
_TOGETHER: Final = re.compile(rf"(?:公开|发布)(?:[^,。;]{{0,40}}{_OBJECT})?$")
_POSTS: Final = ("微博", "微信")
"""Channels that are named for what is published there: 发布微博150篇."""
_NOT_SO: Final = re.compile(
    "依申请公开|拟公开|行政(?:许可|处罚|强制)信息|重点领域[^,]{0,6}信息|发布会信息|转为|审[查核](?!主动)|采用|建议|提案"
    "|留言|免于|不予|(?:规范性文件|咨询|申请|解读)$"
)


def channel(words: str) -> str | None:
    """Tell the one channel that words name; None where they name none, several, or one of many.

    Args:
        words: part of a sentence without blanks, in simplified characters.
    """
    named = _named(words)
    if named == {"platform"}:
        return "disclosed_website"
    if named == {"disclosed_wechat", "disclosed_weibo"}:
        return "disclosed_new_media"
    return None if len(named) != 1 or _MANY.search(words) else named.pop()


def _named(words: str) -> set[str]:
    """The channels that words name; of 县政府网微信公众号 the last, since nothing parts the two."""
    found = list(_CHANNEL.finditer(words))
    out = {one.lastgroup or "" for one in found[-1:]}
    for one, other in pairwise(found):
        posts = one.group() in _POSTS and other.group() in _POSTS  # 微博微信, of both
        if posts or _PARTED.search(words, one.end(), other.start()) is not None:
            out.add(one.lastgroup or "")
    return out


def _lists(context: str, clause: str) -> bool:
    """True where a clause only ends a list of channels that began before it: 通过网站、公报,微博公开."""
    return _CHANNEL.search(context) is not None and _BY.search(context[: len(context) - len(clause)]) is not None


def disclosed(phrase: str, context: str, earlier: str) -> tuple[str, float] | None:
    """Tell whether a phrase names information disclosed, and how.

    Args:
        phrase: what names the thing counted, without words such as 共.
        context: what stands before the number, back to the number before it.
        earlier: what stands before the number in the sentence.

    Returns:
        The code of the variable and how sure it is; None where the phrase names something else.
    """
    if _NOT_SO.search(phrase[-12:]) or "信息中," in phrase:
        return None
    general = any(pattern.search(phrase) for pattern in (_PLAIN, _ACTIVELY, _SEVERAL))
    if not general and not _BY_CHANNEL.search(phrase):
        return None
    if phrase.endswith(_POSTS):
        return channel(phrase[-2:]) or "disclosed_new_media", 0.9
    clause = context[context.rfind(",") + 1 :]
    if _CHANNEL.search(clause) is not None and (_BY.search(clause) is not None or not _lists(context, clause)):
        context = clause
    named, one = _named(context), channel(context)
    if one is not None:
        return one, 0.95
    if not named and _MEDIA.search(clause) is not None:
        return "disclosed_other_channel", 0.85
    if general:
        return "disclosed", 0.95
    if named or _MANY.search(context):
        return ("disclosed", 0.9) if _TOGETHER.search(phrase) else None
    for match in _CHANNEL.finditer(earlier):
        one = match.lastgroup
    return (one, 0.85) if one is not None else None
