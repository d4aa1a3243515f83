"""What kind of office a body is, by its name.

The kinds are those that scholars of disclosure code; a name is of the first kind one of whose words it ends with or
holds.
"""

from __future__ import annotations

from typing import Final

from govreport.words.office_places import place
from govreport.words.reading_form import reading_form_of_words

KINDS: Final = (
    ("government-office", "政府办公厅 政府办公室 政府办 行政公署办公室 行署办公室 国务院办公厅"),
    ("government", "政府 行政公署 行署 区管理委员会 区管委会 国务院"),
    ("public-security", "公安部 公安厅 公安局 公安分局"),
    ("justice", "司法部 司法厅 司法局"),
    ("tax", "税务局 税务总局 国税局 地税局 国家税务局 地方税务局 海关"),
    ("finance", "财政部 财政厅 财政局 人民银行 银行保险监督 银保监 金融监督管理 金融监管 证监 证券监督 外汇管理"),
    ("audit", "审计署 审计厅 审计局"),
    ("education", "教育部 教育厅 教育局 教育委员会 教委 教育体育 教体局 教育和体育 学校 大学 学院 中学 小学 幼儿园"),
    ("health", "卫生 健康 疾病预防控制 医疗保障 医疗保险 医保 药品监督 食品药品 医院"),
    ("social-affairs", "民政部 民政厅 民政局 退役军人 残疾人 乡村振兴局 扶贫"),
    ("labour", "人力资源 社会保障 社会保险 劳动 人社局"),
    ("natural-resources", "自然资源 国土 规划 林业 草原 海洋 测绘 林草"),
    ("environment", "环境 环保 气象 地震"),
    ("construction", "住房 建设 城乡 城市管理 城管 房产 房屋 住建 市容 人防 人民防空"),
    ("transport", "交通 公路 铁路 民航 海事 港航 邮政"),
    ("water", "水利 水务 水文 河长"),
    ("agriculture", "农业 农村 农牧 畜牧 渔业 农机 农委 粮食 水产"),
    ("economy", "发展和改革 发展改革 发改 工业和信息化 商务 国有资产 招商 能源 物价 金融 国资 工信 经信 信息化"),
    ("statistics", "统计局 调查队"),
    ("science", "科学技术局 科学技术厅 科技厅 科技局 科学技术部 科技部 知识产权 大数据"),
    ("culture", "文化 旅游 广播 新闻出版 体育 文物 广电 档案 地方志"),
    ("market", "市场监督 市场监管 工商 质量技术监督 质监 安全生产 应急管理 烟草"),
    ("affairs", "信访 机关事务 行政审批 政务服务 民族 宗教 外事 侨务 港澳 事务 公积金"),
    ("congress", "人民代表大会 人大 政协 政治协商会议"),
    ("township-office", "街道办事处 街道 办事处"),
    ("office", "办公厅 办公室"),
)
"""Kinds of offices with words of their names, the first that fits counts."""
_AT_END: Final = frozenset({"government-office", "government", "office", "township-office"})
_TOWNSHIP: Final = ("镇", "乡", "街道", "苏木")


def organ_kind(name: str | None) -> str | None:
    """Tell the kind of an office; None where its name does not tell.

    Args:
        name: the full name of a body.
    """
    if not name:
        return None
    where = place(name)
    whole = reading_form_of_words(name)
    own = where.rest or whole  # 新疆生产建设兵团统计局 does not construct
    for kind, words in KINDS:
        if any(whole.endswith(word) if kind in _AT_END else word in own for word in words.split()):
            return kind
    return "township-office" if whole.endswith(_TOWNSHIP) or where.level == "township" else None
