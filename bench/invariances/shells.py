"""Twenty invented sites, put around a document: the document stays as it is, and the site's own fields are read."""

from __future__ import annotations

from random import Random
from typing import Final

from attrs import define, evolve

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.shell_pages import LINKS, MENU, PAGES, PLACES
from bench.invariances.views import FOOTER, View


@define(frozen=True)
class Shell:
    """A site's page around a document.

    Attributes:
        name: what is particular about it.
        says: the fields that the page states, each a template as the page is.
        page: the page, with ``{title}`` and ``{text}`` where the document stands, and names of `facts` for the rest.
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
    *(Change(f"a site around it: {name}", Shell(name, says, page).around) for name, says, page in PAGES),
)
