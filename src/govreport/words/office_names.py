"""Names of offices in one spelling, so that one office is the same from report to report: 人社局, 人力资源和社会保障局.

A table tells short names from other offices: 水务局 and 水利局 are two, whoever followed whom.
"""

from __future__ import annotations

import re
from typing import Final

_SHORT: Final = {
    "政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "政府办": "人民政府办公室",
    "政府": "人民政府",
    "": "人民政府",
    "管委会": "管理委员会",
    "街道办": "街道办事处",
    "发改委": "发展改革委员会",
    "发展改革委": "发展改革委员会",
    "发改局": "发展改革局",
    "教委": "教育委员会",
    "教体局": "教育体育局",
    "科委": "科学技术委员会",
    "科技局": "科学技术局",
    "科技厅": "科学技术厅",
    "经信委": "经济信息化委员会",
    "经信局": "经济信息化局",
    "经信厅": "经济信息化厅",
    "工信局": "工业信息化局",
    "工信厅": "工业信息化厅",
    "民宗局": "民族宗教事务局",
    "人社局": "人力资源社会保障局",
    "人社厅": "人力资源社会保障厅",
    "国土局": "国土资源局",
    "自规局": "自然资源规划局",
    "环保局": "环境保护局",
    "环保厅": "环境保护厅",
    "住建局": "住房城乡建设局",
    "住建厅": "住房城乡建设厅",
    "住建委": "住房城乡建设委员会",
    "建委": "城乡建设委员会",
    "城管局": "城市管理局",
    "城管委": "城市管理委员会",
    "交通委": "交通委员会",
    "农委": "农业委员会",
    "林草局": "林业草原局",
    "商务委": "商务委员会",
    "文旅局": "文化旅游局",
    "文旅厅": "文化旅游厅",
    "文广局": "文化广播电视局",
    "卫计委": "卫生计划生育委员会",
    "卫生计生委": "卫生计划生育委员会",
    "卫计局": "卫生计划生育局",
    "卫健委": "卫生健康委员会",
    "卫生健康委": "卫生健康委员会",
    "卫健局": "卫生健康局",
    "计生委": "人口计划生育委员会",
    "计生局": "人口计划生育局",
    "退役军人局": "退役军人事务局",
    "应急局": "应急管理局",
    "安监局": "安全生产监督管理局",
    "国资委": "国有资产监督管理委员会",
    "工商局": "工商行政管理局",
    "质监局": "质量技术监督局",
    "食药监局": "食品药品监督管理局",
    "药监局": "药品监督管理局",
    "市监局": "市场监督管理局",
    "市场监管局": "市场监督管理局",
    "广电局": "广播电视局",
    "医保局": "医疗保障局",
    "国税局": "国家税务局",
    "地税局": "地方税务局",
    "人防办": "人民防空办公室",
    "外办": "外事办公室",
    "外侨办": "外事侨务办公室",
    "侨办": "侨务办公室",
    "台办": "台湾事务办公室",
    "法制办": "法制办公室",
}
"""Short names of offices, without their division and without 和, with the long ones."""
_JOINTS: Final = re.compile("(?<=.)[和与及](?=.)|[\\s,，、·•]")
_OF_STATE: Final = re.compile("^国家税务总局(?=.)")


def spelled_out(name: str) -> str:
    """Give the name of an office in the one spelling that stands for all.

    Args:
        name: the name without its division, in simplified characters; empty where the division stands for its
            government.
    """
    plain = _JOINTS.sub("", _OF_STATE.sub("", name))
    return _SHORT.get(plain, plain)
