"""Where a list ends: paragraphs that belong further out than to the last unit above them."""

import pytest

from govreport import Body, Paragraph, Report, Section, parse, to_text
from tests.sketch import outline


def places(report: Report) -> dict[str, str]:
    """Where each paragraph stands: the number of its section, by the paragraph's first words."""
    found: dict[str, str] = {}

    def visit(node: Body | Section, number: str) -> None:
        for child in node.children:
            if isinstance(child, Section):
                visit(child, child.heading.marker)
            elif isinstance(child, Paragraph):
                found[child.text[:6]] = number

    visit(report.body, "")
    return found


def place(text: str, words: str) -> str:
    """The number of the section in which a paragraph stands, by its first words; empty for the document."""
    report = parse(text)
    clean = parse(to_text(report, clean=True))
    assert places(clean) == places(report)  # the canonical form has them in the same places
    return places(report)[words[:6]]


ARTICLE = "第五条 申请人应当提交下列材料：\n（一）申请表；\n（二）身份证明；\n（三）场地证明。\n"


@pytest.mark.parametrize(
    "paragraph",
    ["材料不齐的，登记机关应当一次告知。", "前款第三项的证明由村民委员会出具。", "登记机关收到材料后当场发给收据。"],
)
def test_an_articles_last_paragraph_is_none_of_its_items(paragraph: str) -> None:
    assert place(f"{ARTICLE}{paragraph}\n第六条 登记机关应当在五日内办结。\n", paragraph) == "第五条"


def test_an_article_may_have_two_lists() -> None:
    text = (
        f"{ARTICLE}有下列情形之一的，不予登记：\n（一）场地有争议；\n（二）材料不实。\n"
        "前款情形应当书面告知。\n第六条 略。\n"
    )
    assert place(text, "有下列情形之") == "第五条"
    assert place(text, "前款情形应当") == "第五条"


def test_items_that_hold_items_end_together() -> None:
    text = (
        "第三条 补贴按照下列标准发给：\n（一）种植户：\n1.水田每亩二百元；\n2.旱地每亩一百元。\n"
        "（二）养殖户：\n1.猪每头八十元；\n2.羊每头五十元。\n违反前款规定的，收回补贴。\n第四条 补贴每年发一次。\n"
    )
    assert place(text, "违反前款规定") == "第三条"


def test_an_article_does_not_end_within_its_chapter() -> None:
    text = (
        "第一章　总则\n第一条　为了管理渡口，制定本办法。\n渡口分为三等。\n第二章　附则\n"
        "第二条　本办法由水务局解释。\n本办法自公布之日起施行。\n"
    )
    assert place(text, "渡口分为三等") == "第一条"
    assert place(text, "本办法自公布") == "第二条"


def test_a_list_in_a_section() -> None:
    text = (
        "二、申请材料\n需要提供以下材料：\n1.身份证；\n2.租房合同；\n3.收入证明。\n材料均应当提供原件，核对后退还。\n"
        "三、受理时间\n工作日上午。\n"
    )
    assert place(text, "材料均应当提") == "二、"


def test_labels_beside_the_one_above_the_list() -> None:
    text = (
        "1、开店补助\n补助条件：\n（1）在本县注册；\n①个体户；\n②公司。\n（2）雇员三人以上。\n补助标准：五千元。\n"
        "2、租金补助\n租金的三成。\n"
    )
    assert place(text, "补助标准：五") == "1、"


@pytest.mark.parametrize(
    "paragraph",
    [
        "本通知自发布之日起施行，有效期五年。",
        "特此通知。",
        "各乡镇要在本月底前报送检查的结果。",
        "请各单位认真贯彻落实。",
        "其他渡口可以参照本通知执行。",
        "全县上下要把防汛放在首位。",
        "东渡镇、西渡镇可参照执行。",
        "*以上措施自发文起试行，由县交通局解释。",
        "本通知由县交通局会同县应急管理局、县水务局、县农业农村局、各乡镇人民政府和东渡、西渡两处渡口管理所负责解释。",
    ],
)
def test_a_closing_paragraph_belongs_to_the_document(paragraph: str) -> None:
    text = (
        "各乡镇人民政府：\n近期水位上涨，现通知如下。\n一、停航条件\n风力六级以上的停航，由渡口负责人决定。\n"
        f"二、检查要求\n（一）每周一次。由乡镇检查渡船。\n（二）做好记录。检查的结果由负责人签字。\n{paragraph}\n"
    )
    assert place(text, paragraph) == ""


def test_what_a_unit_is_about_is_said_by_its_heading() -> None:
    text = "一、停航条件。风力六级以上的停航。\n二、检查要求。压缩检查的时间，执行新的期限。\n本通知自发布之日起施行。"
    assert place(text, "本通知自发布") == ""


def test_a_speech_turns_to_its_audience_again() -> None:
    text = (
        "各位代表：\n现在报告工作，请予审议。\n一、去年的工作\n（一）经济增长\n全县产值增长百分之六。\n（二）民生改善\n"
        "新建学校两所，翻修卫生院三所。\n各位代表！成绩来之不易，靠的是大家。\n工作中还有不足。\n"
        "二、今年的任务\n办好十件实事。\n"
        "各位代表，让我们团结一心，为建设枫渡而奋斗！\n"
    )
    assert place(text, "各位代表！成") == "一、"
    assert place(text, "工作中还有不") == "一、"
    assert place(text, "各位代表，让") == ""


@pytest.mark.parametrize(
    ("text", "paragraph", "number"),
    [
        ("一、概述\n今年公开信息三百条。\n二、问题\n人手不足。\n培训也还不够。\n", "培训也还不够", "二、"),
        ("一、组织\n成立小组。\n每月开会。\n二、宣传\n印发手册。\n张贴海报。\n", "张贴海报。", "二、"),
        ("一、条件\n年满六十。\n二、其他\n本通知自印发之日起执行。\n", "本通知自印发", "二、"),
        ("（一）东站\n电话：0712-1\n地址：东街\n（二）西站\n电话：0712-2\n地址：西街三号\n", "地址：西街三", "（二）"),
        (
            "第五条 设备应当符合下列要求：\n（一）水泵的流量为：\n大泵十吨；\n小泵五吨。\n第六条 略。\n",
            "小泵五吨。",
            "（一）",
        ),
        ("一、缘由\n水位上涨。\n二、办法\n停航三天。\n上述期间渡船靠岸。\n", "上述期间渡船", "二、"),
        ("一、停航\n停航三天。\n二、施行\n自三月起。\n本通知以前的规定停止执行。\n", "本通知以前的", "二、"),
        ("一、检查\n看望渡工。\n渡口.jpg\n检查了渡船。\n", "检查了渡船。", "一、"),
        ("一、宣传\n张贴海报。\n二、工作要求\n加强领导。\n各乡镇要确定专人。\n", "各乡镇要确定", "二、"),
        ("一、条件\n年满六十。\n二、受理方式\n窗口受理。\n地址：东街三号\n", "地址：东街三", "二、"),
        ("一、时间\n第一期：\n报名时间：三月\n开班时间：四月\n二、地点\n县党校。\n", "开班时间：四", ""),
        ("1.登记；\n2.抽签，办法如下：\n先到先抽。\n抽后公布。\n3.选房。\n", "抽后公布。", "2."),
    ],
)
def test_a_paragraph_that_goes_on_stays(text: str, paragraph: str, number: str) -> None:
    assert place(text, paragraph) == number


def test_the_last_item_of_a_list_is_no_heading_for_what_follows() -> None:
    text = "第五条 可以登记：\n（一）个体户；\n（二）合作社；\n（三）外地企业的分支机构。\n登记不收费。\n第六条 略。\n"
    assert outline(text) == ["1 第五条", "2 （一）", "2 （二）", "2 （三）", "1 第六条"]
    articles = "第一条 有下列行为的，罚款：\n（一）倾倒垃圾。\n（二）践踏草地的行为。\n罚款由街道收取。\n第二条 略。\n"
    assert outline(articles) == ["1 第一条", "2 （一）", "2 （二）", "1 第二条"]


def test_a_heading_without_a_number_moves_out_with_the_text_before_it() -> None:
    text = (
        "一、哪些情况停发补助？\n有下列情形之一的，停发补助：\n（一）重新就业的；\n（二）迁出本县的；\n（三）去世的。\n"
        "停发以后可以再次申请，由乡镇核实。\n例1：张先生在外县做工，能申请吗？\n答：不能，他已经重新就业。\n"
        "二、怎样申请？\n到乡镇政务大厅申请。\n"
    )
    assert place(text, "停发以后可以") == "一、"


def test_items_some_of_which_have_text_beneath() -> None:
    items = "".join(f"（{n}）做好第{n}项工作。由乡镇负责，每月检查一次。\n" for n in "一二三四")
    text = f"一、渡口\n{items}检查的结果应当公布。\n二、水厂\n{items}三、管网\n水务局负责。\n"
    assert place(text, "检查的结果应") == "一、"
    below = "（二）做好第二项工作。由乡镇负责，每月检查一次。\n"
    assert place(text.replace(below, f"{below}水厂另有规定。\n"), "检查的结果应") == "（四）"


def test_articles_of_a_text_that_begins_within_a_chapter() -> None:
    text = (
        "第三条 下列水源应当保护：\n（一）水库；\n（二）水井。\n保护的范围由水务局划定。\n第四条 禁止在水源旁放牧。\n"
        "第二章 罚则\n第五条 违反本办法的，处以罚款。\n"
    )
    assert place(text, "保护的范围由") == "第三条"
