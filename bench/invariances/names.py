"""Another name in place of the issuer's: issuer, signature and title follow."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import bare

CITIES: Final = (
    "宁国市 兰州市 大庆市 乌鲁木齐市 六盘水市 三沙市 齐齐哈尔市 定州市 利川市 海口市 吉首市 阿拉尔市 公主岭市 "
    "五大连池市 日喀则市 都江堰市"
).split()
COUNTIES: Final = (
    "将乐县 沁县 易县 阿拉善左旗 鄂温克族自治旗 达尔罕茂明安联合旗 扎鲁特旗 向阳区 南关区 和平区 路北区 城关区 "
    "田家庵区 七里河区 阿城区 "
    "双柏县 合作市 平和县 长治县 延长县 通道侗族自治县 景宁畲族自治县 双江拉祜族佤族布朗族傣族自治县 "
    "大厂回族自治县 积石山保安族东乡族撒拉族自治县 塔什库尔干塔吉克自治县 神农架林区 六枝特区 浦东新区 公安县 新和县 "
    "中方县 台前县 和县 会同县 政和县 信丰县 道县 理县 布尔津县 东乡族自治县"
).split()
TOWNS: Final = ("巴彦宝力格苏木 白音花镇 东升镇 将军庙镇 二十里铺镇 七宝镇 民和乡 阿尔山镇 会仙镇 克尔伦苏木").split()
STREETS: Final = ("厚桥街道 公明街道 和平街道 人民路街道 机场街道").split()
"""Divisions of China by level: short and long names, and such as hold the words of institutions (公安, 民政, 将)."""
DEPARTMENTS: Final = (
    "水务局 老干部局 公安局 退役军人事务局 机关事务管理局 人民政府办公室 政务服务和数据管理局 大数据中心 "
    "发展和改革委员会 卫生健康委员会 红十字会 总工会 残疾人联合会 供销合作社联合社 公共资源交易中心 "
    "地方志编纂委员会办公室 国家税务局 气象局 档案馆 城市管理综合行政执法局 人民防空办公室 信访局 住房公积金管理中心 "
    "科学技术协会 林业和草原局 审计局 统计局 文化广电旅游体育局 交通运输局 人力资源和社会保障局 市场监督管理局 "
    "应急管理局 财政局 民政局 司法局 自然资源局 生态环境局 教育局 医疗保障局 乡村振兴局"
).split()
"""What is at the level of a county or a city."""

_NAME: Final = re.compile(
    r"(?P<above>(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,5}自治区)?)"
    r"(?P<division>[\u4e00-\u9fff]{1,15}?(?:自治县|自治旗|市|县|区|旗|街道|苏木|镇|乡))"
    r"(?P<rest>[\u4e00-\u9fff]{2,20})"
)
_TOWN: Final = re.compile(r"街道|苏木|镇|乡")


def another_division(sample: Sample, random: Random) -> Changed | None:
    """Put another division's name of the same level in place of the one in the issuer's name, wherever it stands."""
    name = _NAME.fullmatch(sample.view.fields["issuer"])
    if name is None:
        return None
    old = name["division"]
    choice: list[str]
    if old.endswith("街道"):
        choice = STREETS
    elif _TOWN.search(old):
        choice = TOWNS
    else:
        choice = CITIES if _NAME.match(name["rest"]) else CITIES + COUNTIES
    return _replaced(sample, old, random.choice([new for new in choice if new != old]))


def another_department(sample: Sample, random: Random) -> Changed | None:
    """Put another department in place of the issuer, wherever its full name stands; never in a longer one (…办公室)."""
    name = _NAME.fullmatch(sample.view.fields["issuer"])
    if name is None or _NAME.match(name["rest"]) or _TOWN.search(name["division"]) or f"{name[0]}办公" in sample.text:
        return None
    department = random.choice([new for new in DEPARTMENTS if new != name["rest"]])
    return _replaced(sample, name[0], name["above"] + name["division"] + department)


def _replaced(sample: Sample, old: str, new: str) -> Changed | None:
    count = sample.text.count(old)
    if not count or count != bare(sample.text).count(old):  # some are broken over lines, or spaced
        return None

    def replace(text: str) -> str:
        return text.replace(old, new)

    return Changed(replace(sample.text), sample.view.mapped(replace))


CHANGES: Final = (
    Change("another division's name", another_division),
    Change("another department's name", another_department),
)
