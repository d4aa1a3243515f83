"""Where an office is, by its name: names of divisions are facts, those of offices and other places invented."""

from __future__ import annotations

import pytest

from govreport.words.office_places import level, place


@pytest.mark.parametrize(
    ("name", "names", "told", "rest"),
    [
        # divisions in the list, in full and in short, one after the other
        ("浙江省杭州市余杭区水务局", "浙江省 杭州市 余杭区", "county", "水务局"),
        ("浦东新区人民政府", "浦东新区", "county", "人民政府"),
        ("上海市公安局", "上海市", "province", "公安局"),
        ("延边州教育局", "延边州", "prefecture", "教育局"),
        ("仙桃市财政局", "仙桃市", "county", "财政局"),
        ("清遠市發展和改革局", "清远市", "prefecture", "发展和改革局"),
        ("石家莊市水務局", "石家庄市", "prefecture", "水务局"),
        # provinces and prefectures without what they are
        ("江苏南京市教育局", "江苏 南京市", "prefecture", "教育局"),
        ("济南住房公积金中心", "济南", "prefecture", "住房公积金中心"),
        ("新疆政府", "新疆", "province", "政府"),
        # divisions that no list has
        ("云岭省卫生厅", "云岭省", "province", "卫生厅"),
        ("溪原市槐东区水务局", "溪原市 槐东区", "county", "水务局"),
        ("沙泉县桃笙镇人民政府", "沙泉县 桃笙镇", "township", "人民政府"),
        ("白云淖市牧河街道办事处", "白云淖市 牧河街道", "township", "办事处"),
        # streets that are named for cities are in none of them
        ("南京路街道办事处", "南京路街道", "township", "办事处"),
        ("朝阳街道办事处", "朝阳街道", "township", "办事处"),
        ("溪原市槐东区人民政府牧河街道办事处", "溪原市 槐东区 牧河街道", "township", "办事处"),
        # zones stand like counties, and have no code
        ("宁波高新区管委会", "宁波", "county", "高新区管委会"),
        ("溪原市经济技术开发区管理委员会", "溪原市", "county", "经济技术开发区管理委员会"),
        ("福州新区管理委员会", "福州", "county", "新区管理委员会"),
        ("青屏省溪湖新区管理委员会", "青屏省", "prefecture", "溪湖新区管理委员会"),
        ("重庆高新区管委会", "重庆", "county", "高新区管委会"),
        ("中国（上海）自由贸易试验区管理委员会", "上海", "county", "自由贸易试验区管理委员会"),
        ("示范区教育局", "", "county", "示范区教育局"),
        # an office for a district
        ("上海市公安局普陀分局", "上海市 普陀区", "county", "公安局普陀分局"),
        ("溪原市公安局槐东分局", "溪原市", "county", "公安局槐东分局"),
        # bodies of the state and their branches
        ("国务院办公厅", "", "central", "国务院办公厅"),
        ("教育部办公厅", "", "central", "教育部办公厅"),
        ("水利部溪原水利委员会", "", "central", "水利部溪原水利委员会"),
        ("民航华东地区管理局", "", "central", "民航华东地区管理局"),
        ("财政部驻溪原市财政监察专员办事处", "", "central", "财政部驻溪原市财政监察专员办事处"),
        ("国家税务总局溪原市税务局", "溪原市", "prefecture", "国家税务总局税务局"),
        ("国家统计局江西调查总队", "江西", "province", "国家统计局调查总队"),
        ("中国人民银行贵州省分行", "贵州省", "province", "中国人民银行分行"),
        ("中共溪原市委办公室", "溪原市", "prefecture", "委办公室"),
        ("新疆生产建设兵团第二十师水利局", "", "prefecture", "水利局"),
        # what a page calls its own division
        ("区水务局", "", "county", "区水务局"),
        ("市水务局", "", None, "市水务局"),
        ("溪原大学", "", None, "溪原大学"),
        ("城市管理局", "", None, "城市管理局"),
    ],
)
def test_a_name_tells_where_an_office_is(name: str, names: str, told: str | None, rest: str) -> None:
    found = place(name)
    assert (found.names, found.level, found.rest) == (tuple(names.split()), told, rest)


def test_no_name_tells_nothing() -> None:
    assert (level(None), level("")) == (None, None)
