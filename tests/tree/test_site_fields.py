"""What the head of a page says, as evidence with its own mark."""

from __future__ import annotations

from govreport import Report, parse_bytes

HEAD = """<html><head><title>关于节水宣传的通知_溪原市水务局</title><meta name="SiteName" content="溪原市水务局网">
<meta name="SiteIDCode" content="6301000012"><meta name="ColumnName" content="通知公告">
<meta name="ArticleTitle" content="关于节水宣传的通知"><meta name="PubDate" content="2022-01-18 10:20">
<meta name="ContentSource" content="溪原市水务局"></head><body>"""
TEXT = "<p>各科室要在周五前报送节水宣传的安排，逾期由办公室通报。</p>"


def page(body: str) -> Report:
    return parse_bytes((HEAD + body).encode())


def test_what_only_the_head_says_is_marked() -> None:
    report = page(TEXT)
    assert report.origin.meta["ColumnName"] == "通知公告"
    said = {name: report.evidence(name) for name in ("title", "published", "source", "site_name", "site_id", "column")}
    assert {name: one.where for name, one in said.items()} == {
        "title": "head ArticleTitle",
        "published": "head PubDate",
        "source": None,
        "site_name": "head SiteName",
        "site_id": "head SiteIDCode",
        "column": "head ColumnName",
    }
    assert {one.span for one in said.values()} == {None}
    assert said["source"].others[0].where == "head ContentSource"
    assert (report.site_name, report.site_id, report.column) == ("溪原市水务局网", "6301000012", "通知公告")


def test_what_the_page_shows_comes_first() -> None:
    shown = "<p>当前位置：首页 > 政务公开 > 水务动态 > 正文</p><h1>关于节水宣传的通知</h1>"
    report = page(f"{shown}{TEXT}<p>网站标识码：6301000099</p>")
    assert (report.column, report.evidence("column").where) == ("水务动态", "breadcrumb")
    assert (report.site_id, report.evidence("site_id").where) == ("6301000099", "footer")
    assert report.evidence("site_id").others[0].where == "head SiteIDCode"
    assert report.evidence("title").where == "title"


def test_the_head_chooses_between_what_the_page_shows() -> None:
    shown = "<p>当前位置：首页 > 政务公开 > 通知公告</p><h1>关于节水宣传的通知</h1>"
    agreed = page(f"{shown}{TEXT}").evidence("column")
    alone = parse_bytes(f"<html><body>{shown}{TEXT}".encode()).evidence("column")
    assert (agreed.value, agreed.where) == (alone.value, alone.where) == ("通知公告", "breadcrumb")
    assert agreed.confidence > alone.confidence
