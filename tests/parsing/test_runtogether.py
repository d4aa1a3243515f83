"""Texts whose line ends are lost."""

from govreport import parse, to_text
from govreport.tree.nodes import Table
from tests.sketch import outline

FILLER = "各地各部门要高度重视，加强领导，明确责任，抓好落实，确保各项工作取得实效，不断提高服务水平和群众满意度。"
ONE_LINE = (
    "各县人民政府，市政府各部门：为做好公开工作，现提出以下意见。" + FILLER
    + "一、提高认识（一）明确目标。" + FILLER + "（二）压实责任。" + FILLER
    + "二、加强领导（三）健全机制。" + FILLER + "（四）严格考核。" + FILLER
    + "溪原市人民政府2020年7月15日（此件公开发布）"
)  # fmt: skip


def test_a_series_of_numbers_gives_the_outline_back() -> None:
    assert outline(ONE_LINE) == [
        "1 一、 提高认识", "2 （一） 明确目标", "2 （二） 压实责任", "1 二、 加强领导", "2 （三） 健全机制",
        "2 （四） 严格考核",
    ]  # fmt: skip


def test_addressee_signature_date_and_note_are_found_on_the_one_line() -> None:
    report = parse(ONE_LINE)
    assert report.addressee == "各县人民政府，市政府各部门"
    assert report.signature == ["溪原市人民政府"]
    assert str(report.date) == "2020-07-15"
    assert to_text(report) == ONE_LINE


def test_lost_indents_part_paragraphs() -> None:
    text = "　　一、概述　　" + FILLER * 3 + "　　二、做法　　" + FILLER * 3
    report = parse(text)
    assert [section.heading.title for section in report.sections] == ["概述", "做法"]
    assert to_text(report) == text


def test_title_and_number_are_cut_off_the_head() -> None:
    text = (
        "溪原市人民政府关于加强环境保护的决定溪政发〔2015〕39号各县人民政府：　　"
        + FILLER * 4
        + "　　一、提高认识　　"
        + FILLER
    )
    report = parse(text)
    assert report.title == "溪原市人民政府关于加强环境保护的决定"
    assert report.doc_number == "溪政发〔2015〕39号"
    assert report.addressee == "各县人民政府"


def test_numbers_inside_a_sentence_stay_there_in_a_text_that_has_its_line_ends() -> None:
    text = "一、材料\n申请人应提交（1）身份证；（2）户口簿；（3）其他材料。\n二、地点\n市政务中心。"
    assert outline(text) == ["1 一、 材料", "1 二、 地点"]


def test_a_first_number_behind_a_lead_in_is_cut_off_it() -> None:
    text = "五、问题\n改进情况：（一）明确时限。十五日内公开。\n（二）加强指导。编写指引。"
    assert outline(text) == ["1 五、 问题", "2 （一） 明确时限", "2 （二） 加强指导"]


def test_a_first_number_behind_a_stop_is_known_by_the_second() -> None:
    assert outline(
        "根据批准文件，现将征收土地的有关事项公告如下，请各户查看：一、范围\n白石村。\n二、标准\n四万元。"
    ) == ["1 一、 范围", "1 二、 标准"]


def test_a_first_number_behind_a_heading_is_known_by_the_second() -> None:
    text = "一、基本情况 (一)数量增加。公布药价二百条。\n(二)内容丰富。增加检查费用。\n二、不足\n更新不够及时。"
    assert outline(text) == ["1 一、 基本情况", "2 (一) 数量增加", "2 (二) 内容丰富", "1 二、 不足"]


def test_a_number_in_the_middle_of_a_series_may_stand_in_mid_line() -> None:
    text = "第四章 认定\n第九条　优化审批流程。第五章 支持\n第十条　给予补助。\n第六章 监管\n第十一条　应当检查。"
    assert [line for line in outline(text) if "章" in line] == ["1 第四章 认定", "1 第五章 支持", "1 第六章 监管"]


def test_units_that_share_a_line_are_each_a_unit() -> None:
    text = "一、材料\n（一）身份证；（二）户口簿；（三）照片。\n二、地点\n县政务大厅。"
    assert outline(text) == ["1 一、 材料", "2 （一）", "2 （二）", "2 （三）", "1 二、 地点"]


def test_items_behind_the_words_that_lead_in_are_units_of_the_unit() -> None:
    text = "第一条　养犬人应当遵守：（一）挂牌；（二）束链。\n第二条　违者罚款。"
    assert outline(text) == ["1 第一条", "2 （一）", "2 （二）", "1 第二条"]
    preamble = "本报告由以下部分组成：（一）概述；（二）问题。\n一、概述\n正文。\n二、问题\n正文。"
    assert outline(preamble) == ["1 一、 概述", "1 二、 问题"]


def test_the_first_number_of_a_beginning_that_lost_its_line_ends() -> None:
    assert outline("本局编制本报告，欢迎查阅。一、概述\n开放档案九百卷。") == ["1 一、 概述"]


def test_a_page_number_glued_to_a_number_is_no_text() -> None:
    text = "第一条 应当登记。\n— 3 —第二条 不得超载。\n第三条 责令改正。"
    assert outline(text) == ["1 第一条", "1 第二条", "1 第三条"]
    assert "— 3 —" not in to_text(parse(text), clean=True)
    assert to_text(parse(text)) == text


def test_sections_go_on_behind_a_table_on_the_one_line() -> None:
    text = (
        "一、总体情况" + FILLER * 3 + "二、申请情况（一）予以公开 2 0 0（二）部分公开 0 1 0"
        "（三）不予公开1.属于国家秘密 0 0 0（七）总计 2 1 0"
        "四、结转下年度继续办理 0 0 0三、复议情况 0 0 0四、存在的问题" + FILLER
    )  # fmt: skip
    assert [line[:4] for line in outline(text)] == ["1 一、", "1 二、", "1 三、", "1 四、"]


def test_a_first_number_may_stand_some_lines_above_the_second() -> None:
    text = (
        "枫渡县征收土地公告\n现将有关事项公告如下：一、征收范围\n白石村西侧的耕地十二亩。\n二、补偿标准\n每亩四万元。\n"
    )
    assert outline(text) == ["1 一、 征收范围", "1 二、 补偿标准"]


def test_a_first_number_before_a_prescribed_name_needs_no_second() -> None:
    assert outline(
        "枫渡学院2014年信息公开年度报告\n现将我院的情况报告如下： 一、概述 按照市里的规定，我院公开了全部信息。"
    ) == ["1 一、 概述"]


# --- a whole text on one line ----------------------------------------------------------------------------------------

STATUTE = (
    "溪原市养犬管理办法第一章总则第一条为规范养犬行为，制定本办法。第二条养犬人应当遵守本法第三条的规定，并做到："
    "（一）挂牌；（二）束链。有下列情形的，予以登记：（一）室内饲养；（二）已经免疫。第二章登记措施第三条应当登记。"
    "第四条登记机关为公安机关，每年审验一次，具体办法由市公安局制定并向社会公布，接受群众监督。"
)


def test_a_statute_without_any_line_end() -> None:
    assert ["".join(line.split(" ")[:2]) for line in outline(STATUTE)] == [
        "1第一章", "2第一条", "2第二条", "3（一）", "3（二）", "3（一）", "3（二）", "1第二章", "2第三条", "2第四条",
    ]  # fmt: skip
    assert to_text(parse(STATUTE)) == STATUTE


def test_numbers_without_a_stop_before_them_go_on_with_their_series() -> None:
    text = (
        "一、工作目标1.合理供地"
        + FILLER
        + "2.盘活存量"
        + FILLER
        + "二、其他事项（一）本意见即日施行。（二）由市局解释。"
    )
    assert [line[:4] for line in outline(text)] == ["1 一、", "2 1.", "2 2.", "1 二、", "2 （一", "2 （二"]


def test_numbers_in_a_sentence_are_none_where_blanks_stand_for_the_line_ends() -> None:
    text = (
        f"一、申请 {FILLER} 二、材料 应当提交以下材料：1.身份证；2.户口簿。 三、地点 {FILLER} 四、时间 {FILLER} "
        f"五、其他 {FILLER}"
    )
    assert [line[:4] for line in outline(text)] == ["1 一、", "1 二、", "1 三、", "1 四、", "1 五、"]


def test_a_list_of_attachments_is_no_series() -> None:
    text = f"一、要求{FILLER}{FILLER}二、时间即日起。附件：1.申请表2.承诺书溪原市水务局2023年4月26日"
    assert [line[:4] for line in outline(text)] == ["1 一、", "1 二、"]
    report = parse(text)
    assert to_text(report) == text


def test_a_blank_behind_a_heading_is_its_line_end() -> None:
    assert outline("一、概述 全年公开信息九条。二、申请情况 没有收到申请。三、收费情况 没有收费。") == [
        "1 一、 概述", "1 二、 申请情况", "1 三、 收费情况",
    ]  # fmt: skip


def test_a_title_between_two_documents_on_one_line() -> None:
    text = (
        f"一、加强领导{FILLER}二、加强检查{FILLER}溪原市水务局2016年3月15日溪原市泵站管理办法"
        "第一条为保障安全，制定本办法。第二条泵站由县局管理。"
    )
    report = parse(text)
    assert report.signature == ["溪原市水务局"]
    assert [one.title for one in report.attachments] == ["溪原市泵站管理办法"]
    assert to_text(report) == text


def test_front_and_footer_on_the_one_line() -> None:
    text = (
        "当前位置： 首页 溪原市水务局2021年政府信息公开工作年度报告 来源：溪原市水务局 时间：2022-02-08 16:34 微信 "
        f"微博 根据条例的规定，编制本报告。一、总体情况{FILLER}二、存在的问题{FILLER}主办单位：溪原市水务局 "
        "备案号：青ICP备11092006号"
    )
    report = parse(text)
    assert report.title == "溪原市水务局2021年政府信息公开工作年度报告"
    assert str(report.published) == "2022-02-08 16:34:00"
    assert report.source == "溪原市水务局"
    assert report.footer is not None
    assert report.footer.organizer == "溪原市水务局"
    assert [one.heading.title for one in report.sections] == ["总体情况", "存在的问题"]


# --- tables on the one line ------------------------------------------------------------------------------------------

TABLES = (
    "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件308"
    "三、收到和处理政府信息公开申请情况申请人情况一、本年新收政府信息公开申请数量7000007（一）予以公开7000007"
    "（七）总计7000007"
    "四、政府信息公开行政复议、行政诉讼情况无。"
)


def test_a_table_that_ran_together_is_cut_at_its_labels() -> None:
    text = f"一、总体情况{FILLER}{TABLES}"
    report = parse(text)
    assert [one.heading.marker for one in report.sections] == ["一、", "二、", "三、", "四、"]
    table = report.sections[1].children[0]
    assert isinstance(table, Table)
    cells = [cell.raw for row in table.rows for cell in row.cells]
    assert cells[-4:] == ["规章", "000", "行政规范性文件", "308"]
    assert to_text(report) == text


def test_labels_in_a_sentence_are_no_table() -> None:
    text = "一、总体情况\n全年作出行政许可、行政处罚、行政强制的决定共九件。\n二、问题\n行政复议2件、行政诉讼1件。\n"
    assert not any(isinstance(node, Table) for node in parse(text).walk())


def test_articles_that_an_amendment_cites_are_no_units() -> None:
    orders = [
        "将第十一条改为第十条，删去该条中的“或者登记表”。",
        "将第十二条修改为：“渡口和水厂的检查由乡镇负责，每月检查一次，检查的结果应当公布。”",
        "删去第十三条。",
        "将第十四条改为第十一条，修改为：“渡口和水厂的检修资金由县财政安排，按季度拨付。”",
    ]
    units = "".join(f"{number}、{order}" for number, order in zip("一二三四", orders, strict=True))
    assert outline(f"县人民政府决定对《青杨县渡口条例》作如下修改：{units}") == ["1 一、", "1 二、", "1 三、", "1 四、"]
