"""Names of public bodies by how they are built."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.words.divisions import divisions
from govreport.words.mentions import name_in_sentence, name_in_title
from govreport.words.naming import Grade, grade, name_ends, split_glued


@pytest.mark.parametrize(
    "name",
    [
        "将乐县水务局",  # its place begins like a sentence
        "向阳区人民政府办公室",
        "江苏省发展和改革委员会（价格处）",
        "中共南京市委老干部局",
        "国家税务总局南京市税务局",
        "国家统计局江苏调查总队",
        "南京海关",
        "南京住房公积金管理中心",
        "全国人民代表大会常务委员会",
        "新疆生产建设兵团第十九师教育局",
        "合肥高新技术产业开发区管理委员会",
        "南京市白鹿小学",
        "南京市公安局白鹿分局",
        "中国人民银行南京分行",
    ],
)
def test_of_a_known_place_or_of_the_state(name: str) -> None:
    assert grade(name) == Grade.COMPLETE


@pytest.mark.parametrize(
    "name", ["枫渡县水务局", "将台县人民政府", "石埠口镇人民政府", "鹿汀苏木人民政府", "墨溪区发展改革委"]
)
def test_built_like_one_of_a_place_no_table_names(name: str) -> None:
    assert grade(name) == Grade.BUILT


@pytest.mark.parametrize("name", ["市教育局", "应急管理局", "县政府办公室", "白鹿小学"])
def test_without_its_place(name: str) -> None:
    assert grade(name) == Grade.PART


@pytest.mark.parametrize("name", ["将乐县", "江苏省", "枫渡县", "鹿汀苏木", "东街街道"])
def test_a_place_alone(name: str) -> None:
    assert grade(name) == Grade.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "将全县各局",
        "努力建设人民满意政府",
        "（一）财务公司",
        "加强组织领导小组",
        "推进网站建设办公室",
        "返回顶部",
        "合理布局",
        "由我局负责的办公室",
        "第三章办公室",
        "通知",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert grade(text) is None


def test_traditional_characters() -> None:
    assert grade("楓渡縣水利局") == Grade.BUILT


KINDS = [
    "人民政府",
    "教育局",
    "公安局",
    "财政局",
    "人民法院",
    "市场监督管理局",
    "住房和城乡建设局",
    "第二中学",
    "税务局",
]


@given(st.sampled_from(sorted(divisions().full)), st.sampled_from(KINDS))
@settings(max_examples=300, deadline=None)
def test_every_place_has_such_bodies(place: str, kind: str) -> None:
    assert grade(place + kind) == Grade.COMPLETE
    assert split_glued(place + kind) == (place + kind,)


@given(st.text(st.sampled_from("将乐县政府办公室（）第二由的关于局 2a"), max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    for end, found in name_ends(text).items():
        assert 1 < end <= len(text)
        assert found in Grade
    assert "".join(split_glued(text)) == text


def test_names_one_behind_the_other() -> None:
    assert split_glued("枫渡县财政局枫渡县民政局") == ("枫渡县财政局", "枫渡县民政局")
    assert split_glued("枫渡县财政局国家税务总局枫渡县税务局") == ("枫渡县财政局", "国家税务总局枫渡县税务局")
    assert split_glued("中国人民银行南京市中心支行") == ("中国人民银行南京市中心支行",)
    assert split_glued("江苏省人民政府驻北京办事处") == ("江苏省人民政府驻北京办事处",)


@pytest.mark.parametrize(
    ("title", "name", "sure"),
    [
        ("2009年江苏省水利厅政府信息公开工作年度报告", "江苏省水利厅", Grade.COMPLETE),
        ("将乐县2019年政府信息公开工作年度报告", "将乐县", Grade.PLACE),
        ("澄岚海关2016年海关政府信息公开年度报告", "澄岚海关", Grade.PART),
        ("国家税务总局枫渡县税务局2019年税务局政府信息公开工作年度报告", "国家税务总局枫渡县税务局", Grade.COMPLETE),
        ("石埠口镇人民政府信息公开年报（2012年）", "石埠口镇人民政府", Grade.BUILT),
        ("枫渡县政府信息公开年报", "枫渡县", Grade.PLACE),
        ("枫渡县政务公开办公室政府信息公开年报", "枫渡县政务公开办公室", Grade.BUILT),
        ("枫渡县民政局 枫渡县财政局关于提高低保标准的通知", "枫渡县民政局", Grade.BUILT),
    ],
)
def test_whom_a_title_begins_with(title: str, name: str, sure: Grade) -> None:
    found = name_in_title(title)
    assert found is not None
    assert (found.text, found.grade) == (name, sure)
    assert title[found.start : found.end] == name


@pytest.mark.parametrize("title", ["关于提高低保标准的通知", "2019年政府信息公开工作年度报告", "中学生守则", ""])
def test_titles_that_begin_with_nobody(title: str) -> None:
    assert name_in_title(title) is None


def test_letters_set_apart_in_a_title() -> None:
    found = name_in_title("枫 渡 县 水务局\u3000关于用水的通知")
    assert found is not None
    assert found.text == "枫渡县水务局"
    assert found.end == len("枫 渡 县 水务局")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("本报告由枫渡县水务局根据《中华人民共和国政府信息公开条例》编制。", "枫渡县水务局"),
        ("枫渡县林业局编制了《2016年政府信息公开工作年度报告》，现向社会公布。", "枫渡县林业局"),
        ("现公布墨溪区水务局2020年政府信息公开工作年度报告。", "墨溪区水务局"),
        ("根据条例的规定，本报告由墨溪区教育局综合各科室的材料编制而成。", "墨溪区教育局"),
        ("编制《南桥街道办事处2023年度政府信息公开工作年度报告》。", "南桥街道办事处"),
        ("本報告由楓渡縣水利局編制。", "楓渡縣水利局"),
        ("本年度，石埠口镇人民政府根据条例要求编制本报告。", "石埠口镇人民政府"),
    ],
)
def test_whom_a_sentence_names(sentence: str, name: str) -> None:
    found = name_in_sentence(sentence)
    assert found is not None
    assert found.text == name == sentence[found.start : found.end]


@pytest.mark.parametrize(
    "sentence", ["资金由县财政局根据项目进度拨付。", "本报告根据条例编制。", "我局编制了本报告。", ""]
)
def test_sentences_that_name_nobody(sentence: str) -> None:
    assert name_in_sentence(sentence) is None
