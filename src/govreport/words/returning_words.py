"""Words by which a paragraph says that it speaks of a whole list, or of the whole document, not of the last item."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.vocabulary import one_of

_ITSELF: Final = (
    "通知 意见 办法 条例 规定 细则 规则 制度 章程 方案 措施 公告 通告 决定 命令 令 规范 标准 政策 法 实施细则 政策措施 "
    "若干措施 若干政策 实施意见 实施方案 规范性文件 文件 纲要 指南 预案 计划 规划 准则 倡议 倡议书 公报 报告 函"
).split()
"""What a document calls itself after 本."""
_TAKES_EFFECT: Final = late(
    rf"本{one_of(_ITSELF)}[^。]{{0,40}}(?:自|从)[^。]{{2,30}}(?:施行|实施|执行|生效)|"
    rf"本{one_of(_ITSELF)}[^。]{{0,20}}(?:有效期|试行期)|"
    rf"(?:本{one_of(_ITSELF)}|上述|以上)[^。]{{0,40}}自[^。]{{2,20}}[日布发文]起|"
    rf"本{one_of(_ITSELF)}由[^。]{{2,90}}(?:负责)?解释"
)
_ANSWERED: Final = late(
    r"以上(?:意见|报告|请示|方案|规定|通知|答复)[^。]{0,20}(?:请|妥|当|批转|如|是否|供)|"
    r"(?:再次)?感谢[您你]|欢迎[您你继]|衷心感谢"
)
_ASKED: Final = re.compile(
    r"[如若][您你]?[对有需][^。]{0,30}(?:疑问|异议|意见|问题|不明)[^。]{0,20}[请可]"
    r"[^。]{0,30}(?:联系|咨询|反映|反馈|致电)|"
    r"本(?:年度)?(?:报告|年报)[^。]{0,40}(?:电子版|下载|查阅|查询)"
)
_FORMULAS: Final = ("特此", "此复", "此致", "此令", "妥否", "当否", "专此")
_ASKS: Final = re.compile(
    r"(?:为[^。]{2,30}[，,])?请(?:各|你|全|有关|[^。]{2,80}(?:将本通知|转发|遵照|贯彻))|希望(?:各|全|广大|你|大家)"
)
_ADDRESSES: Final = late(
    r"(?:全[省市县区州]|各|有关)(?:上下|地区?|省|市|县|区|镇|乡|有关|相关|单位|部门|街道|盟|州|旗)"
    r"[^。]{0,60}?(?:要|应|须|可|务必)|"
    r"[^。，；]{2,60}[市县区州旗镇乡]可以?(?:参照[^。]{0,8}(?:执行|实施)|自行制定)"
)
_ADDRESSES_MAX: Final = 63  # characters in which the latter of the two stands
_UNITES: Final = re.compile(r"紧密地?团结在")
_CONTACT_MAX: Final = 36  # characters of a contact's label with its colon
_CONTACT: Final = re.compile(r"[^。，；:：]{0,30}(?:联系人|电话|联系方式|地址|邮箱|邮编|传真|网址)[:：]")
_OF_LIST: Final = re.compile(
    r"[^。]{0,40}(?:前[一二三四两]?款|本条|本款)|"
    r"(?:违反|有|符合|适用|根据|依照|按照|对|属于|因|经|除)?前[一二三四两]?[项条]|"
    r"[^。]{0,30}上述|[^。，；0-9]{0,6}(?<![级岁元年人名份成层米度倍月日天])以上|注[:：]|[^。]{0,30}从其规定"
)
_TO_ALL: Final = re.compile(r"各位|同志们")


def speaks_of_list(text: str) -> bool:
    """True where a paragraph speaks of the whole list above it: 前款规定的…, 以上材料…."""
    return _OF_LIST.match(text) is not None


def speaks_to_all(text: str) -> bool:
    """True where a paragraph of a speech turns to the audience again: 各位代表！过去一年…."""
    return _TO_ALL.match(text) is not None


_STARS: Final = "*＊※"  # what sets such a paragraph off: *以上措施…
_CLOSING_STARTS: Final = frozenset("本上以再感欢衷如若为请希") | {formula[0] for formula in _FORMULAS}
"""What the words begin with by which a paragraph closes a document; most are known by it."""


def closes_document(text: str) -> bool:
    """True where a paragraph can only close a document: 本通知自…起施行, 特此通知, 让我们…！, 请各单位…."""
    if text[0] in _STARS:
        text = text.lstrip(_STARS) or text
    if text[0] in _CLOSING_STARTS and (
        text.startswith(_FORMULAS)
        or any(words.match(text) is not None for words in (_TAKES_EFFECT, _ANSWERED, _ASKED, _ASKS))
    ):
        return True
    return (text[-1] in "！!" and "让我们" in text) or ("团结在" in text and _UNITES.search(text) is not None)


def is_contact(text: str) -> bool:
    """True where a paragraph says whom to ask: 联系电话：…, 区教育局咨询电话：…."""
    has_colon = text.find("：", 0, _CONTACT_MAX) >= 0 or text.find(":", 0, _CONTACT_MAX) >= 0
    return has_colon and _CONTACT.match(text) is not None


def speaks_to_addressees(text: str) -> bool:
    """True where a paragraph says what those are to do who get a document: 各地要…, 东县、西县可参照执行."""
    is_likely = text[0] in "全各有" or "可" in text[:_ADDRESSES_MAX]
    return is_likely and _ADDRESSES.match(text) is not None


_LEADS_IN: Final = late(r"下列|以下|如下|之一")


def announces_list(text: str) -> bool:
    """True where the words before a colon announce a list: 应当提交下列材料：."""
    return text[-1] in ":：" and _LEADS_IN.search(text, max(0, len(text) - 40)) is not None


_ITS_NAME: Final = late(rf"本{one_of(_ITSELF)}")


def names_document(text: str) -> bool:
    """True where a paragraph names the document it stands in: …参照本方案…."""
    return "本" in text and _ITS_NAME.search(text) is not None


_EFFECT: Final = re.compile(r"附则|其[他它]|期限|时间|施行|实施日|执行|生效|解释|有效")
_OFFICES: Final = late(r"联系|咨询|受理|办理|报名|地[点址]|方式|途径|渠道|电话|机构")
_EFFECT_MAX: Final = 30  # characters in which a heading says what it is about


def is_about_effect(text: str) -> bool:
    """True where a unit is about when a document takes effect and who explains it: 七、附则, 六、实施时间."""
    return _EFFECT.search(text, 0, _EFFECT_MAX) is not None


def is_about_offices(text: str) -> bool:
    """True where a unit is about whom to ask and where to go: 五、咨询电话, 三、受理地点."""
    return _OFFICES.search(text, 0, _EFFECT_MAX) is not None


_DUTIES: Final = late(r"要求|组织|领导|保障|落实|实施|责任|监督|督导")


def is_about_duties(text: str) -> bool:
    """True where a unit is about what those have to do who carry a document out: 五、工作要求, 四、组织实施."""
    return _DUTIES.search(text, 0, _EFFECT_MAX) is not None


_LABEL: Final = late(r"[\u4e00-\u9fff]{2,10}[:：]")


def begins_with_label(text: str) -> bool:
    """True where a paragraph begins with a word or two and a colon: 补贴标准：一万元."""
    return _LABEL.match(text) is not None


def is_label(text: str) -> bool:
    """True for a word or two and a colon alone on their line: 补贴条件：."""
    return _LABEL.fullmatch(text) is not None
