"""One file out of a template, a style, scripts and data, that needs nothing else and lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from govreport.serialize.article import escaped
from govreport.serialize.invalid import encodable

_SLOT: Final = re.compile(r"\{\{(\w+)\}\}")


def assemble(page: str, scripts: list[str], title: str, policy: str = "", **parts: str) -> str:
    """Make a page out of the files of the package.

    Args:
        page: name of its HTML file, whose ``{{names}}`` are filled, and of its CSS file, without suffixes.
        scripts: names of the JavaScript files, in the order in which they run after those that every page has.
        title: what the browser calls the page.
        policy: what the page may do besides, as a Content-Security-Policy says it.
        parts: HTML for the other names of the template.

    Returns:
        HTML.  Its policy forbids every script and style but these, and every address.
    """
    style = "".join(map(_asset, ["common.css", f"{page}.css"]))
    script = "".join(map(_asset, ["words.js", "common.js", *scripts]))
    allowed = [
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        policy,
    ]
    head = _filled("head.html", policy="; ".join(filter(None, allowed)), title=escaped(title), style=style)
    return _filled(f"{page}.html", **parts, head=head, script=script)


def home_link(address: str) -> str:
    """Print the link that leads back to a list of reports.

    Args:
        address: where the list is; none where empty.
    """
    return f'<a class="home" href="{escaped(address)}" data-word="list"></a>' if address else ""


def as_json(data: Any) -> str:
    """Print data for a ``<script type="application/json">``, which no text in it can end.

    Args:
        data: what JSON can hold.

    Returns:
        JSON without ``<``, which is escaped, and without lone surrogates.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return encodable(text).replace("<", "\\u003c")


def _filled(template: str, **slots: str) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], _asset(template))


@cache
def _asset(name: str) -> str:
    return files("govreport.view").joinpath("assets", name).read_text("utf-8")


@cache
def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
