"""The elements in which content management systems put a document: names, marks of start and end.

Facts, as data: names that the templates of these systems give to the element, and that pages of many sites share.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "拓尔思 TRS WCM": "trs_editor trs_editor_view trs_ueditor trs_view custom_unionstyle",
    "开普云 UCAP": "ucap-content ucapcontent",
    "大汉 JCMS": "zoom ivs_content zoomcon fontzoom bt_content",
    "博达 VSB": "vsb_content vsb_content_2 vsb_content_4 v_news_content",
    "苏迪 WebPlus": "wp_articlecontent article_content",
    "政府门户 www.gov.cn": "pages_content",
    "微信公众平台": "js_content rich_media_content",
    "北大方正 翔宇": "enpcontent founder-content ozoom",
    "织梦 DedeCMS, 帝国 EmpireCMS and templates of no one system": (
        "article-content articlecontent article-content-body article-body articlebody content_article article_con "
        "article-con article_txt articletext news_content news-content newscontent newstext news_txt news-con newscon "
        "info_content info-content infocontent detail_content detail-content detailcontent content-detail xl_content "
        "xxgk_content gk_content zwxl-article zwgk_content mycontent contenttext content_text con_text text_content "
        "editor-content nr_content xilan_content view-content easysite-news-text j-fontcontent pages-content "
        "policy-article-content"
    ),
}
"""Values of ``id`` and ``class``, and names of elements, in small letters, by the system whose templates have them."""

CONTAINERS: Final = frozenset(name for names in _NAMES.values() for name in names.split())
"""The names of `_NAMES` in one set."""

OPENS: Final = frozenset({"contentstart", "zjeg_rss.content.begin", "<$[信息内容]>begin", "文章正文开始", "enpcontent"})
"""What stands before the document, in small letters: the name of a ``<meta>`` in the body, or a comment.

``ContentStart`` and ``ContentEnd`` are labels of the design rules for government pages; the comments are those of 大汉
JCMS and of newspapers' systems."""
CLOSES: Final = frozenset({"contentend", "zjeg_rss.content.end", "<$[信息内容]>end", "文章正文结束", "/enpcontent"})
"""And what stands after it."""
