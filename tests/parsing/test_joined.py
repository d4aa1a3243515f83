"""Lines that were broken, joined: at one width, in the middle of a sentence, at the ends of pages."""

from __future__ import annotations

import pytest

from govreport import from_json, parse, to_json, to_text
from govreport.tree.nodes import Furniture, Heading, Paragraph, leaves
from tests.sketch import outline

WRAPPED = """\
　　本报告是溪原市交通运输局根据《中华人民共和国政府信息
公开条例》规定编制的年度报告，全文包括概述和改进措施等内
容，电子版可在网站下载。
　　一、概述
　　（一）健全机制。局政务公开领导小组由局长牵头，法规、
- 2 -
运管等四个单位负责人参加，实行季度例会制度，全年开会四次
，协调解决问题十三个。
　　（二）夯实基础。重新编排信息公开目录，合并重复的栏目
五个，补录历史文件一百余件，为局属单位统一配发登记簿和答
复文书样本。
"""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text's document, which comes back whole."""
    report = parse(text)
    assert to_text(report) == text
    assert from_json(to_json(report)) == report
    assert all(text.startswith(leaf.raw, leaf.start) for zone in (report.front, report.body) for leaf in leaves(zone))
    return [leaf.text for leaf in leaves(report.body) if isinstance(leaf, Paragraph)]


def furniture(text: str) -> list[str]:
    report = parse(text)
    return [
        leaf.text
        for zone in (report.front, report.body, report.back)
        for leaf in leaves(zone)
        if isinstance(leaf, Furniture)
    ]


def test_paragraphs_are_joined_over_page_marks_and_keep_their_outline() -> None:
    assert outline(WRAPPED) == ["1 一、 概述", "2 （一） 健全机制", "2 （二） 夯实基础"]
    assert paragraphs(WRAPPED) == [
        "本报告是溪原市交通运输局根据《中华人民共和国政府信息公开条例》规定编制的年度报告，"
        "全文包括概述和改进措施等内容，"
        "电子版可在网站下载。",
        "局政务公开领导小组由局长牵头，法规、运管等四个单位负责人参加，"
        "实行季度例会制度，全年开会四次，协调解决问题十三个。",
        "重新编排信息公开目录，合并重复的栏目五个，补录历史文件一百余件，为局属单位统一配发登记簿和答复文书样本。",
    ]


def test_one_wide_line_does_not_hide_the_width() -> None:
    wide = "附表：" + "、".join(["岚柏县粮食局仓储科"] * 20) + "\n"
    lines = WRAPPED.splitlines(keepends=True)
    assert paragraphs("".join([*lines[:3], wide, *lines[3:]]))[2:] == paragraphs(WRAPPED)[1:]


def test_a_text_without_indents_ends_its_paragraphs_with_their_short_lines() -> None:
    assert paragraphs(
        "枫渡县防汛手册\n"
        "汛期实行二十四小时值班，值班人员每两小时查看一次雨\n情和水情，遇到大雨时加密到每半小时一次。\n"
        "编织袋、铁丝、木桩、救生衣等物资存放在三个仓库里，\n由专人保管，"
        "每年四月清点一次，缺少的在汛前补齐，过\n期的及时更换。\n"
    ) == [
        "汛期实行二十四小时值班，值班人员每两小时查看一次雨情和水情，遇到大雨时加密到每半小时一次。",
        "编织袋、铁丝、木桩、救生衣等物资存放在三个仓库里，由专人保管，"
        "每年四月清点一次，缺少的在汛前补齐，过期的及时更换。",
    ]


def test_a_digit_is_half_as_wide_and_a_broken_number_is_one_again() -> None:
    text = (
        "　　枫渡县2023年金融运行情况\n"
        "　　年末全县各项存款余额386.27亿元，同比增长9.84%，比年初增\n"
        "加34.61亿元，其中住户存款余额271.05亿元，占全部存款的70.17%\n"
        "，定期化的趋势比较明显。6月末378.21亿元、7月末374亿元、8月37\n"
        "4.66亿元、9月末381.59亿元。\n"
    )
    assert paragraphs(text)[-1].endswith("8月374.66亿元、9月末381.59亿元。")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (
            "本报告由澄岚市水务局根据《中华人民共和国政府\n信息公开条例》规定编制。",
            "根据《中华人民共和国政府信息公开条例》",
        ),
        ("为了让公众了解教育信息的公开情况，根据\n条例的要求，编制本报告。", "公开情况，根据条例的要求，"),
        ("本局全年公开信息三十条，其中招生信息十条\n，其余为人事信息。", "招生信息十条，其余"),
        ("根据要求，\n2004\n年\n5\n月\n1\n日起本局开始工作。", "根据要求，2004年5月1日起本局开始工作。"),
        ("收到申请\n3\n件，均按期答复。", "收到申请3件，均按期答复。"),
    ],
)
def test_a_line_that_ends_where_no_sentence_does_goes_on(lines: str, whole: str) -> None:
    assert any(whole in text for text in paragraphs(f"澄岚市水务局2024年年度报告\n一、概述\n{lines}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n全年公开信息。\n" * 10,
        "关于做好防汛工作的通知\n关于修订应急预案的通知\n关于表彰先进集体的决定\n" * 6,
        "各位代表，\n现在开会。\n",
        "规章\n12\n条\n规范性文件\n3\n条\n",
        "全年公开信息三十条。\n。其余为人事信息。\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    report = parse(text)
    assert not [leaf for zone in (report.front, report.body) for leaf in leaves(zone) if "\n" in leaf.raw]


def test_a_running_header_is_furniture_and_a_paragraph_goes_on_across_it() -> None:
    head, page = "枫渡县湿地保护办法文本", "第二条 湿地分为重点湿地和一般湿地，名录由县政府每年\n"
    text = (
        "枫渡县湿地保护办法\n第一条 为了加强全县湿地的保护和合理利用工作，"
        "根据\n国家有关法律的规定，结合本县实际，制定本办法。\n"
        f"{page}— 1 —\n{head}\n公布一次。\n第三条 重点湿地内不得开垦和取土。"
        f"\n— 2 —\n{head}\n第四条 本办法由县林业局解释。\n"
    )
    assert "湿地分为重点湿地和一般湿地，名录由县政府每年公布一次。" in paragraphs(text)
    assert head not in to_text(parse(text), clean=True)
    assert furniture(text) == ["— 2 —", head]


def test_a_form_feed_shows_bare_digits_to_be_a_page_number() -> None:
    text = (
        "新办法解读\n一、背景\n本县自去年以来先后组织了三次调查，走访村民两千多\n"
        "户，收集意见四百余条，并听取了专家建议，起草新的\n1\n\f"
        "管理办法，并向社会公开征求意见，期限为一个月，现\n已正式印发。\n二、内容\n分四章，共三十条。\n2\n\f"
    )
    assert paragraphs(text)[1].endswith("起草新的管理办法，并向社会公开征求意见，期限为一个月，现已正式印发。")
    assert furniture(text) == ["2"]


def test_a_label_of_one_character_a_line_is_one_label() -> None:
    report = parse(
        "枫渡县2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n三\n、\n"
        "本\n年\n度\n办\n理\n结\n果\n（一）予以公开 20 0 0 0 0 0 20\n"
    )
    assert "三、本年度办理结果" in [leaf.text for leaf in leaves(report.body)]


@pytest.mark.parametrize("text", ["12\f", "- 1 -\n", "1\n\f2\n\f"])
def test_a_text_of_page_numbers_alone_comes_back(text: str) -> None:
    assert to_text(parse(text)) == text


def test_a_number_before_what_it_counts_begins_no_unit_at_a_line_end() -> None:
    text = (
        "　　（一）查漏。全年查漏 210 公里，其中主干管网八十\n公里，发现漏点 16 处，当天修好 15 处，另一处在第二天早\n"
        "上修好。\n　　（二）换表。全镇换新水表 640 只，都是智能水表，不用\n上门抄表，用户也能查到用量。\n"
        "　　（三）收费。水费按月收取，全年接到水价方面的投诉\n3 件，都在三天之内答复，没有一件重复。\n"
    )
    assert paragraphs(text)[-1] == "水费按月收取，全年接到水价方面的投诉3 件，都在三天之内答复，没有一件重复。"


PIECES = """溪原市流感诊疗方案
（试行第三版）
为进一步做好流行性感冒
（FLU-9）
诊疗工作，
我们组织专家在
《溪原市流感诊疗方案（试行第
二版）
》基础上，制定了本方案，现印发各医疗机构，请结合实际认
真执行。
一、病原学特点
病毒颗粒中包含两种蛋白：刺突蛋白
（spike，
S）
、包膜蛋白
（envelope，
E）
。病毒入侵人体呼吸道后，主要依靠其表面的蛋白识别细胞
并与之结合感染细胞。病毒在人群中流行和传播过程中，基因
频繁发生突变，但是致病力明显减弱，临床表现已由肺炎为主
衍变为以上呼吸道感染为主，我市常规使用的检测方法的诊断
准确性未受到影响。
二、预防
（一）疫苗接种。
接种疫苗可以减少感染和发病，是降低重症发生率的有效手
段，符合条件者均应接种。
"""


def test_the_pieces_that_justified_text_was_cut_into() -> None:
    report = parse(PIECES)
    assert to_text(report) == PIECES
    assert report.title == "溪原市流感诊疗方案（试行第三版）"
    assert [heading.title for heading in report.walk() if isinstance(heading, Heading)] == [
        "病原学特点", "预防", "疫苗接种",
    ]  # fmt: skip
    assert [node.text for node in report.walk() if isinstance(node, Paragraph)] == [
        "为进一步做好流行性感冒（FLU-9）诊疗工作，我们组织专家在《溪原市流感诊疗方案（试行第二版）》基础上，"
        "制定了本方案，现印发各医疗机构，请结合实际认真执行。",
        "病毒颗粒中包含两种蛋白：刺突蛋白（spike，S）、包膜蛋白（envelope，E）。病毒入侵人体呼吸道后，"
        "主要依靠其表面的蛋白识别细胞并与之结合感染细胞。病毒在人群中流行和传播过程中，基因频繁发生突变，"
        "但是致病力明显减弱，临床表现已由肺炎为主衍变为以上呼吸道感染为主，"
        "我市常规使用的检测方法的诊断准确性未受到影响。",
        "接种疫苗可以减少感染和发病，是降低重症发生率的有效手段，符合条件者均应接种。",
    ]


def test_an_addressee_that_was_broken_after_a_comma() -> None:
    report = parse(
        "关于做好供水保障的通知\n各县水务局，各供水企业，\n各有关单位：\n为保障供水，现将有关事项通知如下。\n"
    )
    assert report.addressee == "各县水务局，各供水企业，各有关单位"


def test_a_title_that_a_converter_set_on_a_line_of_its_own() -> None:
    report = parse("溪原市普法宣传总结\n会上学习了《\n行政处罚法\n》的主要内容，交流了体会。\n")
    assert [node.text for node in report.walk() if isinstance(node, Paragraph)] == [
        "会上学习了《行政处罚法》的主要内容，交流了体会。"
    ]


def test_an_address_with_which_brackets_close() -> None:
    report = parse(
        "溪原市信息公开年报\n本报告由市政府办公室编制（地址：滨河路9号，电 子 邮 箱 ：\nxinxi@xiyuan.example）。\n"
    )
    (paragraph,) = [node for node in report.walk() if isinstance(node, Paragraph)]
    assert paragraph.text.endswith("：xinxi@xiyuan.example）。")
