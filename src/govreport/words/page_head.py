"""What the ``<meta>`` elements of a page's head are called: facts, as data.

Source: 网页设计规范, an annex to 国办发〔2017〕47号 (政府网站发展指引): labels of site, column and page.
"""

from __future__ import annotations

from typing import Final

NAMES: Final[dict[str, str]] = {
    "SiteName": "sitename site_name og:site_name",
    "SiteDomain": "sitedomain",
    "SiteIDCode": "siteidcode siteid site_id_code siteidentifycode",
    "ColumnName": "columnname",
    "ColumnDescription": "columndescription",
    "ColumnKeywords": "columnkeywords",
    "ColumnType": "columntype",
    "ArticleTitle": "articletitle article_title og:title",
    "PubDate": (
        "pubdate pub_date publishdate publish_date publishtime publish-time article:published_time og:release_date "
        "og:time firstpublishedtime"
    ),
    "ContentSource": "contentsource content_source articlesource source",
    "Keywords": "keywords",
    "Author": "author article:author og:article:author",
    "Description": "description og:description",
    "Image": "image og:image",
    "Url": "url og:url",
}
"""The names of the rules, each with those that pages use for the same, in small letters, the surest first."""
_VARIANTS: Final = {name: tuple(words.split()) for name, words in NAMES.items()}


def head_value(meta: dict[str, str], name: str) -> str:
    """What a page's head says under a name of the rules, or under a name that pages use for it.

    Args:
        meta: the head, by the names that the page uses; see `govreport.tree.origin.Origin.meta`.
        name: one of `NAMES`.

    Returns:
        The value; empty where the head does not have it.

    Raises:
        KeyError: ``name`` is none of the rules'.
    """
    variants = _VARIANTS[name]
    if value := meta.get(name):
        return value
    small = {key.lower(): value for key, value in reversed(meta.items())}  # the first of two that differ in case
    return next((small[key] for key in variants if small.get(key)), "")
