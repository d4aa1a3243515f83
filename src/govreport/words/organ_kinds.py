"""What kind of office a body is, and of which level of government, by its name.

The kinds are those that scholars of disclosure code; a name is of the first kind one of whose words it ends with or
holds.  A name tells its level where it begins with its division, which is looked up in `govreport.words.divisions`, or
told by its last character.
"""

from __future__ import annotations

from typing import Final, Literal, cast

from govreport.words.divisions import levels
from govreport.words.traditional import simplify

Level = Literal["central", "province", "prefecture", "county", "township"]
"""Levels of government, from the top."""

KINDS: Final = (
    ("government-office", "人民政府办公厅 人民政府办公室 政府办公厅 政府办公室 政府办 行政公署办公室"),
    ("government", "人民政府 省政府 市政府 县政府 区政府 行政公署 行署 管理委员会 管委会"),
    ("public-security", "公安部 公安厅 公安局 公安分局"),
    ("justice", "司法部 司法厅 司法局"),
    ("tax", "税务局 税务总局 国税局 地税局 国家税务局 地方税务局"),
    ("finance", "财政部 财政厅 财政局"),
    ("audit", "审计署 审计厅 审计局"),
    ("education", "教育部 教育厅 教育局 教育委员会 教委 教育体育局 教体局 教育和体育局"),
    ("health", "卫生 健康 疾病预防控制 医疗保障 药品监督 食品药品 医院"),
    ("social-affairs", "民政部 民政厅 民政局 退役军人 残疾人 乡村振兴局 扶贫"),
    ("labour", "人力资源 社会保障 社会保险 劳动 人社局"),
    ("natural-resources", "自然资源 国土 规划 林业 草原 海洋 测绘 林草"),
    ("environment", "环境 环保 气象 地震"),
    ("construction", "住房 建设 城乡 城市管理 城管 房产 房屋 住建 市容 人防 人民防空"),
    ("transport", "交通 公路 铁路 民航 海事 港航 邮政"),
    ("water", "水利 水务 水文 河长"),
    ("agriculture", "农业 农村 农牧 畜牧 渔业 农机 农委 粮食 水产"),
    ("economy", "发展和改革 发展改革 发改 经济和信息化 工业和信息化 商务 国有资产 招商 能源 物价 金融 国资 工信 经信"),
    ("statistics", "统计局 调查队"),
    ("science", "科学技术局 科学技术厅 科技厅 科技局 科学技术部 科技部 知识产权 大数据"),
    ("culture", "文化 旅游 广播 新闻出版 体育 文物 广电 档案 地方志"),
    ("market", "市场监督 市场监管 工商 质量技术监督 质监 安全生产 应急管理 烟草"),
    ("affairs", "信访 机关事务 行政审批 政务服务 民族 宗教 外事 侨务 港澳 事务 公积金"),
    ("township-office", "街道办事处 街道 办事处"),
    ("office", "办公厅 办公室"),
)
"""Kinds of offices with words of their names, the first that fits counts."""
_AT_END: Final = frozenset({"government-office", "government", "office", "township-office"})
_TOWNSHIP: Final = ("镇", "乡", "街道", "苏木")
_SIGNS: Final[tuple[tuple[str, Level], ...]] = (
    ("自治区", "province"),
    ("特别行政区", "province"),
    ("省", "province"),
    ("自治州", "prefecture"),
    ("地区", "prefecture"),
    ("州", "prefecture"),
    ("盟", "prefecture"),
    ("自治县", "county"),
    ("自治旗", "county"),
    ("街道", "township"),
    ("苏木", "township"),
    ("市", "prefecture"),
    ("县", "county"),
    ("旗", "county"),
    ("区", "county"),
    ("镇", "township"),
    ("乡", "township"),
)
_MUNICIPALITIES: Final = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_CENTRAL: Final = ("国务院", "国家", "中华人民共和国", "中国", "全国")
_CENTRAL_ENDS: Final = ("部", "总局", "署", "委员会", "银行")
_LONGEST: Final = 12
"""Characters of the longest name of a division in the list."""
_UNLISTED: Final = 7
"""Characters of the longest name that is taken for a division by its last character alone."""
_AFTER_TOWN: Final = ("人民政府", "政府", "街道", "党", "人大", "办事处")
"""What follows 镇 and 乡 where they end the name of a township, and not 城乡 or 乡镇企业."""


def organ_kind(name: str | None) -> str | None:
    """Tell the kind of an office; None where its name does not tell.

    Args:
        name: the full name of a body.
    """
    if not name:
        return None
    plain = simplify(name)
    for kind, words in KINDS:
        if any(plain.endswith(word) if kind in _AT_END else word in plain for word in words.split()):
            return kind
    return "township-office" if plain.endswith(_TOWNSHIP) else None


def level(name: str | None) -> Level | None:
    """Tell the level of government of a body; None where its name does not tell.

    Args:
        name: the full name of a body.
    """
    if not name:
        return None
    plain = simplify(name)
    found: Level | None = None
    at = 0
    while (place := _division(plain[at : at + _LONGEST])) is not None:
        length, found = place
        at += length
    if found is not None:
        return found
    if plain.startswith(_CENTRAL) or plain.removesuffix("办公厅").endswith(_CENTRAL_ENDS):
        return "central"
    return None


def _division(words: str) -> tuple[int, Level] | None:
    """The division that words begin with: its length and level; a listed one before what only looks like one."""
    listed = levels()
    for length in range(min(len(words), _LONGEST), 1, -1):
        name = words[:length]
        if name in _MUNICIPALITIES:
            return length, "province"
        if name in listed:
            return length, cast(Level, listed[name])
    for length in range(2, min(len(words), _UNLISTED) + 1):
        for sign, told in _SIGNS:
            if words[:length].endswith(sign) and length > len(sign) and _ends_a_place(words, length, sign):
                return length, told
    return None


def _ends_a_place(words: str, length: int, sign: str) -> bool:
    if sign not in ("镇", "乡"):
        return not any(joint in words[:length] for joint in "和与及")
    following = words[length:]
    return not following or following.startswith(_AFTER_TOWN)
