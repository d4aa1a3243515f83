from govreport import parse, to_text
from govreport.words.reading_form import reading_form
from tests.sketch import outline

PAGE = """\
溪原縣水務局2021年政府信息公開工作年度報告
發布時間：2022-01-18
第一章　總　則
第一條　為了規範本縣水務信息公開工作，制定本報告。
第二條　本報告所列數據的統計期限為全年。
溪原縣水務局
2022年1月10日
"""


def test_a_text_keeps_its_length() -> None:
    assert reading_form("第１２條、ＩＣＰ備") == "第12条、ICP备"


def test_characters_that_simplified_texts_use_stay() -> None:
    assert reading_form("乾县的著名藉田，国务院於") == "乾县的著名藉田，国务院於"


def test_traditional_pages_are_read_like_simplified_ones_and_kept_as_written() -> None:
    report = parse(PAGE)
    assert to_text(report) == PAGE
    assert report.title == "溪原縣水務局2021年政府信息公開工作年度報告"
    assert report.year == 2021
    assert report.signature == ["溪原縣水務局"]
    assert str(report.published) == "2022-01-18"
    assert outline(PAGE) == ["1 第一章 總則", "2 第一條", "2 第二條"]
