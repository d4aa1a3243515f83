"""Twenty invented sites, put around a document: the document stays as it is, and the site's own fields are read.

The sites are the files in ``sites``: what a page states, a line a field, and below a blank line the page as it looks
when its markup is gone.  Names in braces are filled in: ``{title}`` and ``{text}`` of the document, and what `facts`
gives.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final

from attrs import define, evolve

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import FOOTER, View

SITES: Final = Path(__file__).with_name("sites")
PLACES: Final = (
    ("岚溪市", "青", "639901"), ("墨川县", "冀", "139923"), ("鹤泽区", "粤", "449907"), ("白杨旗", "蒙", "159926"),
    ("云屏县", "滇", "539931"), ("砚塘区", "皖", "349905"),
)  # fmt: skip
"""Invented places, each with the character of a province and six digits that no place has."""
MENU: Final = (
    "首页", "政务公开", "政务服务", "互动交流", "走进本地", "新闻中心", "数据开放", "专题专栏", "机构设置",
    "法规文件", "财政信息", "人事信息", "领导之窗", "网上办事", "便民查询", "营商环境", "图说本地", "English",
)  # fmt: skip
LINKS: Final = (
    "全市春季造林现场会召开", "图解：新版户籍办理流程", "河道清淤工程进入收尾阶段", "关于暂停办理部分业务的公告",
    "市领导调研蔬菜大棚建设", "老旧小区加装电梯补贴指南", "首届湖鲜美食节将于下月开幕", "我市新增三家博物馆",
    "防汛应急演练举行", "公共自行车站点调整",
)  # fmt: skip
"""Titles of other pages."""


@define(frozen=True)
class Shell:
    """A site's page around a document.

    Attributes:
        name: what is particular about it.
        says: the fields that the page states, each a template as the page is.
        page: the page.
    """

    name: str
    says: dict[str, str]
    page: str

    def around(self, sample: Sample, random: Random) -> Changed | None:
        """Put the page around the document of a text, by itself."""
        document = sample.document
        if document is None or not document.view.fields["title"]:
            return None
        start = document.report.body.span[0]
        known = facts(document.view, random)
        known |= {"title": document.text[:start].strip(), "text": document.text[start:].strip("\r\n")}
        text = self.page.format_map(known)
        want = document.view.of_document().having(
            **{field: said.format_map(known) for field, said in self.says.items()}
        )
        if document.view.fields["issuer"]:  # that of an unsigned document may be what the page says
            want = want.having(issuer=document.view.fields["issuer"])
        footer = {f"footer.{key}": "" for key in FOOTER if f"footer.{key}" not in self.says}
        return Changed(text, want.having(**footer))


def read_shell(file: Path) -> Shell:
    """Read a site's page, and what it states."""
    head, _, page = file.read_text(encoding="utf-8").partition("\n\n")
    says = dict(line.split(": ", 1) for line in head.splitlines())
    return Shell(file.stem.replace("-", " "), says, page)


def facts(document: View, random: Random) -> dict[str, str]:
    """Give what the page of an invented site says: names, numbers, a time, menus and lists of other pages."""
    place, sign, code = random.choice(PLACES)
    year, month, day = random.randint(2008, 2025), random.randint(1, 12), random.randint(1, 28)
    hour, minute, second = random.randint(0, 23), random.randint(0, 59), random.randint(0, 59)
    links = random.sample(LINKS, len(LINKS))
    return {
        "place": place,
        "government": f"{place}人民政府",
        "office": f"{place}人民政府办公室",
        "organ": document.fields["issuer"] or f"{place}人民政府办公室",
        "date": f"{year}-{month:02}-{day:02}",
        "chinese_date": f"{year}年{month:02}月{day:02}日",
        "time": f"{hour:02}:{minute:02}",
        "seconds": f"{second:02}",
        "year": f"{year}",
        "icp": f"{sign}ICP备{random.randint(5, 22):02}{random.randint(0, 999999):06}号",
        "police": f"{sign}公网安备 {code}02{random.randint(0, 999999):06}号",
        "site_id": f"{code}{random.randint(0, 9999):04}",
        "phone": f"0{random.randint(311, 998)}-{random.randint(2000000, 8999999)}",
        "address": f"{place}{random.choice(('沿堤路', '望湖街', '青石巷', '长虹东路'))}{random.randint(1, 300)}号",
        "views": f"{random.randint(3, 9999)}",
        "index": f"{random.randint(10**8, 10**9)}/{year}-{random.randint(1, 99999):05}",
        "number": document.fields["doc_number"],
        "menu": "\n".join(random.sample(MENU, 8)),
        "menu_line": "　".join(random.sample(MENU, 7)),
        "links": "\n".join(links[:5]),
        "dotted_links": "\n".join(f"· {link}" for link in links[:4]),
        "dated_links": "\n".join(f"{link} {year}-{month:02}-{n:02}" for n, link in enumerate(links[:5], 10)),
        "ranking": "\n".join(f"{n}\n{link}" for n, link in enumerate(links[:6], 1)),
        "link": links[5],
        "other_link": links[6],
    }


def shell_off(sample: Sample, random: Random) -> Changed | None:
    """Take the site off: title and document alone must read as they do with it."""
    start, end = sample.report.body.span
    titles = [leaf for leaf in sample.report.front.walk() if leaf.kind == "title"]
    if not titles or not sample.view.back:
        return None
    lines = [*(sample.text[slice(*leaf.span)].strip() for leaf in titles), sample.text[start:end].strip("\r\n")]
    want = evolve(sample.view.of_document().without("doc_number", "date", "signature"), front=None, back="")
    return Changed("\n".join(lines) + "\n", want)


CHANGES: Final = (
    Change("the site taken off", shell_off),
    *(
        Change(f"a site around it: {shell.name}", shell.around)
        for shell in map(read_shell, sorted(SITES.glob("*.txt")))
    ),
)
