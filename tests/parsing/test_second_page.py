"""Another page behind the first."""

import pytest

from govreport import parse

FIRST = """\
溪原市水务局关于停水的通知
因检修管道，定于三月十八日停水，请提前做好准备。
溪原市水务局
2016年3月15日
主办单位：溪原市人民政府　青ICP备15001234号-1
"""
TEXT = "".join(
    f"{town}认真落实河长制的各项要求，河湖面貌明显改善，水质稳定达标，群众满意度持续提升。\n"
    for town in ("东溪镇", "西溪镇", "南溪镇", "北溪镇", "枫林镇", "枫渡镇", "墨溪镇", "澄溪镇", "鹿汀镇")
)


@pytest.mark.parametrize(
    "head",
    [
        "首页 > 水务要闻\n枫渡县推进河湖治理\n发布时间：2016-04-02 来源：枫渡日报\n",
        "枫渡县推进河湖治理\n来源：枫渡日报 发布时间：2016-04-02\n浏览次数：12\n",
        "枫渡县水务局2015年政府信息公开工作年度报告\n",
        "枫渡县水务局关于河湖治理的报告\n枫水〔2016〕3号\n",
    ],
)
def test_a_second_page_behind_a_footer(head: str) -> None:
    report = parse(FIRST + head + TEXT)
    assert report.title == "溪原市水务局关于停水的通知"
    assert [leaf.text for leaf in report.body.children][-1] == "2016年3月15日"


def test_words_of_a_footer_in_a_text_end_no_page() -> None:
    text = "溪原市政府网站检查通报\n各网站应当标明ICP备案编号和网站标识码，位置在每一页的底部。\n"
    report = parse(text + "枫渡县水务局关于网站整改的报告\n" + TEXT)
    assert not report.back.children
