"""The static page in a browser that reaches nothing but the files beside it: ``make page`` puts it together."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest

from govreport import facts, parse, parse_bytes, to_json
from tests.browser import chromium

ROOT: Final = Path(__file__).parent.parent.parent
PAGE: Final = ROOT / "build" / "page"
FIXTURES: Final = ROOT / "fixtures"
_TYPES: Final = {".mjs": "text/javascript", ".wasm": "application/wasm"}
_STARTING: Final = 120  # seconds that Python may take to start in the browser
_READING: Final = 60  # and a report to be shown

in_browser: Final = pytest.mark.skipif(not (PAGE / "index.html").is_file(), reason="there is no static page: make page")


class _Quiet(SimpleHTTPRequestHandler):
    def guess_type(self, path: str | os.PathLike[str]) -> str:
        return _TYPES.get(Path(path).suffix) or super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(PAGE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with chromium() as driver:
            driver.get(f"http://127.0.0.1:{server.server_port}/")
            yield driver
        server.shutdown()


def shows(driver: Any, words: str) -> bool:
    """Wait for the page of a report, and tell whether it shows some words."""
    waits: Any = pytest.importorskip("selenium.webdriver.support.ui")
    exceptions: Any = pytest.importorskip("selenium.common.exceptions")
    frame = driver.find_element("id", "report")
    waits.WebDriverWait(driver, _STARTING).until(lambda _: frame.is_displayed())

    def shown(_: Any) -> bool:
        driver.switch_to.frame(frame)
        try:
            return words in driver.find_element("tag name", "body").text
        finally:
            driver.switch_to.default_content()

    try:
        return bool(waits.WebDriverWait(driver, _READING).until(shown))
    except exceptions.TimeoutException:
        return False


@pytest.mark.skipif(sys.version_info < (3, 11), reason="re has possessive quantifiers since Python 3.11")
def test_all_is_read_alike_without_the_package_regex() -> None:
    pages = sorted(str(path) for path in FIXTURES.glob("*.txt"))
    program = (
        "import regex, sys; assert regex.__file__ == sys.argv[1]\n"
        "from govreport import facts, parse_bytes, to_json\n"
        "for page in sys.argv[2:]:\n"
        "    report = parse_bytes(open(page, 'rb').read())\n"
        "    print(to_json(report), facts(report))\n"
    )
    stand_in = ROOT / "tools" / "static_page"
    command = [sys.executable, "-c", program, str(stand_in / "regex.py"), *pages]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(stand_in), str(ROOT / "src")])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, encoding="utf-8")
    reports = [parse_bytes(Path(page).read_bytes()) for page in pages]
    assert done.stdout == "".join(f"{to_json(report)} {facts(report)}\n" for report in reports)


@in_browser
def test_a_report_that_is_pasted(browser: Any) -> None:
    text = (FIXTURES / "annual-2022-faults.txt").read_text("utf-8")
    browser.execute_script("document.getElementById('pasted').value = arguments[0]", text)
    browser.find_element("id", "read").click()
    title = parse(text).title
    assert title is not None
    assert shows(browser, title)


@in_browser
def test_a_file_that_is_chosen(browser: Any) -> None:
    browser.find_element("id", "file").send_keys(str(FIXTURES / "annual-runin.txt"))
    title = parse((FIXTURES / "annual-runin.txt").read_text("utf-8")).title
    assert title is not None
    assert shows(browser, title)


@in_browser
def test_a_page_of_the_web_is_shown_without_its_marks(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(
        "<html><head><meta charset=gb2312><title>网站</title><script>运行()</script></head><body>"
        "<h1>岚溪县水务局2019年政府信息公开工作年度报告</h1><p>一、概述</p><p>全年公开信息九条，均在期限内。</p>"
        "</body></html>".encode("gb18030")
    )
    browser.find_element("id", "file").send_keys(str(page))
    assert shows(browser, "岚溪县水务局2019年政府信息公开工作年度报告")
    assert "运行()" not in browser.find_element("id", "report").get_attribute("srcdoc")


@in_browser
def test_nothing_is_asked_elsewhere(browser: Any) -> None:
    asked = browser.execute_script("return performance.getEntriesByType('resource').map(one => one.name)")
    assert {name.split("/")[2] for name in asked} == {browser.current_url.split("/")[2]}
