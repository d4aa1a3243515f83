"""Pages set right by clicking: what the server takes, from whom, and what comes of a click."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from govreport import FieldFix, Fix, fix_beside, parse, read
from govreport.cli.folder import Folder
from govreport.cli.server import HOST, TOKEN, Server
from tests.browser import SCREENSHOTS, chromium, complaints, show

PAGE = "停水公告\n一、范围\n城东片停水。\n6月20日8时停水。\n二、其他\n请提前储水。\n墨溪区水务局\n2024年6月19日\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text(PAGE, encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    return folder / "page.txt"


@pytest.fixture
def server(page: Path) -> Iterator[Server]:
    with Server(Folder(page.parent), 0, edits=True) as started:
        thread = threading.Thread(target=started.serve_forever)
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def a_fix() -> str:
    fix = Fix.for_report(parse(PAGE))
    fix.fields["year"] = FieldFix(2024)
    return fix.to_json()


def post(server: Server, data: str, file: str = "page.txt", path: str = "/fix", /, **headers: str | None) -> int:
    """Send corrections as a page of the server does, but for some headers."""
    said: dict[str, str | None] = {
        "Host": f"127.0.0.1:{server.server_port}",
        "Origin": f"http://127.0.0.1:{server.server_port}",
        "Content-Type": "application/json",
        "Content-Length": str(len(data.encode())),
        TOKEN: server.token,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.putrequest("POST", f"{path}?file={file}", skip_host=True)
    for name, value in said.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(data.encode())
    status = connection.getresponse().status
    connection.close()
    return status


def test_what_a_page_of_the_server_says_is_written(server: Server, page: Path) -> None:
    assert post(server, a_fix()) == 200
    fix = fix_beside(page)
    assert fix is not None
    assert (fix.page, fix.fields) == ("page.txt", {"year": FieldFix(2024)})
    assert read(page).year == 2024
    assert sorted(file.name for file in page.parent.iterdir()) == ["page.fix.json", "page.txt"]


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"Origin": "http://example.org"}),
        (403, {"Origin": "null"}),
        (403, {"Origin": None}),
        (403, {"Origin": "http://127.0.0.1:1"}),
        (403, {"Host": "example.org"}),
        (403, {TOKEN: "guessed"}),
        (403, {TOKEN: None}),
        (403, {TOKEN: "é"}),
        (400, {"Content_Type": "text/plain"}),
        (411, {"Content_Length": None}),
        (411, {"Content_Length": "-1"}),
        (413, {"Content_Length": "9999999"}),
    ],
)
def test_nobody_else_is_listened_to(status: int, headers: dict[str, str | None], server: Server, page: Path) -> None:
    assert post(server, a_fix(), "page.txt", "/fix", **headers) == status
    assert fix_beside(page) is None


@pytest.mark.parametrize(
    "file", ["../outside.txt", "%2e%2e/outside.txt", "/etc/hostname", "none.txt", "", "page.fix.json", "page.txt%00"]
)
def test_the_place_stays_in_the_folder(file: str, server: Server, page: Path) -> None:
    assert post(server, a_fix(), file) == 404
    assert [file.name for file in page.parent.iterdir()] == ["page.txt"]
    assert [file.name for file in page.parent.parent.glob("*.json")] == []


def test_there_is_one_place_to_send_to(server: Server) -> None:
    assert post(server, a_fix(), "page.txt", "/view") == 501


def test_what_is_no_fix_and_what_is_for_another_text_is_refused(server: Server, page: Path) -> None:
    assert post(server, "{") == 422
    assert post(server, json.dumps({"schema": "govreport-fix/1", "digest": "x"})) == 409
    assert fix_beside(page) is None


def test_a_server_that_is_to_write_nothing(page: Path) -> None:
    with Server(Folder(page.parent), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        assert post(server, a_fix()) == 501
        server.shutdown()
        thread.join()
    assert fix_beside(page) is None


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    with chromium() as started:
        yield started


def click(driver: Any, selector: str) -> None:
    """Click on something, as soon as the page shows it."""
    waits: Any = pytest.importorskip("selenium.webdriver.support.ui")
    shown = waits.WebDriverWait(driver, 10).until(
        lambda _: next((one for one in driver.find_elements("css selector", selector) if one.is_displayed()), None)
    )
    shown.click()


def choose_words(driver: Any, words: str) -> None:
    """Select words of the text, as a reader does with the mouse."""
    driver.execute_script(
        """
        const walker = document.createTreeWalker(document.getElementById("original"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(arguments[0]);
          if (at < 0) continue;
          getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + arguments[0].length);
          walker.currentNode.parentElement.click();
          return;
        }
        """,
        words,
    )


def wait_for(file: Path) -> None:
    """Wait until a file is there, for five seconds at most."""
    for _ in range(100):
        if file.exists():
            return
        time.sleep(0.05)


def leaf_of(driver: Any, words: str) -> str:
    found = driver.execute_script(
        "return CONTENT.leaves.findIndex((leaf) => leaf.parts.join('').includes(arguments[0]))", words
    )
    return f"#leaf-{found}"


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_clicks_set_a_page_right(server: Server, page: Path, driver: Any) -> None:
    show(driver)
    complaints(driver)
    driver.get(f"{server.address}view?file=page.txt")
    click(driver, "#edit")
    click(driver, leaf_of(driver, "城东片"))
    click(driver, "[data-edit=edit_add]")
    choose_words(driver, "停水公告")
    click(driver, "#editing .field [data-edit=edit_field]")
    click(driver, leaf_of(driver, "二、"))
    click(driver, "[data-edit=edit_in]")
    assert len(driver.find_elements("css selector", "#editing .said li")) == 3
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    driver.save_screenshot(str(SCREENSHOTS / "editing.png"))
    click(driver, "#editing .said li:last-child button")
    click(driver, "#editing .save")
    wait_for(page.with_name("page.fix.json"))
    fix = fix_beside(page)
    assert fix is not None
    assert fix.fields == {"title": FieldFix("停水公告", (0, 4))}
    assert [(one.do, one.at) for one in fix.headings] == [("add", PAGE.index("城东片"))]
    report = read(page)
    assert [one.heading.title for one in report.find(kind="section")] == ["范围", "城东片停水", "其他"]
    assert complaints(driver) == []


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_a_page_without_a_server_gives_a_file(page: Path, driver: Any, tmp_path: Path) -> None:
    from govreport.view.page import page as printed

    text = PAGE.replace("\n", "\r\n")
    file = tmp_path / "view.html"
    file.write_text(printed(parse(text), "page.txt"), encoding="utf-8")
    downloads = tmp_path / "downloads"
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    show(driver)
    complaints(driver)
    driver.get(file.as_uri())
    click(driver, "#edit")
    choose_words(driver, "6月20日")
    click(driver, "[data-edit=edit_add]")
    click(driver, "#editing input[type=checkbox]")
    click(driver, "#editing .save")
    target = downloads / "page.fix.json"
    wait_for(target)
    fix = Fix.from_json(target.read_bytes())
    start = text.index("6月20日")
    assert [(one.do, one.at, one.end) for one in fix.headings] == [("add", start, start + 5)]
    assert fix.reviewed
    assert complaints(driver) == []
