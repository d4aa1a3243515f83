"""``govreport serve``: what it serves, and what it does not."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from govreport.cli import folder as folders
from govreport.cli.folder import Folder, address
from govreport.cli.server import HOST, Server
from tests.browser import SCREENSHOTS, SIZES, chromium, complaints, show
from tests.cli.test_cli import run

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PAGE = "某市水务局{year}年度政府信息公开工作年度报告\n一、概况\n全年公开信息462条。\n二、措施\n全部按时答复。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with reports in it, and things around it that are none of its business."""
    root = tmp_path / "reports"
    (root / "2010").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "2009.txt").write_text(PAGE.format(year=2009), encoding="utf-8")
    (root / "2010" / "年报 <b>.txt").write_text(PAGE.format(year=2010).replace("二、", "三、"), encoding="utf-8")
    (root / "broken.docx").write_bytes(b"PK\x03\x04")
    (root / "notes.ini").write_text("不是报告", encoding="utf-8")
    (root / ".git" / "secret.txt").write_text("隐藏", encoding="utf-8")
    (tmp_path / "outside.txt").write_text("外面", encoding="utf-8")
    (root / "link.txt").symlink_to(tmp_path / "outside.txt")
    return root


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    with Server(Folder(root), 0) as started:
        thread = threading.Thread(target=started.serve_forever)
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def get(server: Server, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request(method, path, headers={} if host is None else {"Host": host})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, dict(answer.getheaders())


# --- what is served ---------------------------------------------------------------------------------------------------


def test_the_list_says_what_each_report_says_of_itself(server: Server) -> None:
    status, text, _ = get(server, "/reports")
    assert status == 200
    told = json.loads(text)
    assert told["after"] is None
    by_name = {row["name"]: row for row in told["rows"]}
    assert by_name["2009.txt"] == {
        "name": "2009.txt",
        "address": "2009.txt",
        "title": "某市水务局2009年度政府信息公开工作年度报告",
        "issuer": "某市水务局",
        "year": 2009,
        "published": None,
        "issues": 0,
        "violated": None,
        "checked": ["report on 2009: tables not checked", "2009年的报告：未检查统计表"],
    }
    assert by_name["2010/年报 <b>.txt"]["issues"] == 1
    assert "docx" in by_name["broken.docx"]["problem"]
    assert set(by_name) == {"2009.txt", "2010/年报 <b>.txt", "broken.docx"}


def test_the_list_says_what_the_checks_find(root: Path) -> None:
    (root / "2022.txt").write_text((FIXTURES / "annual-2022-faults.txt").read_text("utf-8"), encoding="utf-8")
    (row,) = [row for row in Folder(root).rows()[0] if row["name"] == "2022.txt"]
    assert row["violated"] == 6
    assert row["checked"][1] == "31 项通过，6 项不符，26 项无法判断"


def test_the_list_comes_in_parts_where_reading_takes_long(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "PATIENCE", 0)
    folder = Folder(root)
    names, after, parts = [], "", 0
    while True:
        rows, following = folder.rows(after)
        names += [row["name"] for row in rows]
        parts += 1
        if following is None:
            break
        after = following
    assert parts > 1
    assert names == [name for name in folder.names if name != "link.txt"]


def test_a_file_that_changed_is_read_again(root: Path) -> None:
    folder = Folder(root)
    assert folder.rows()[0][0]["year"] == 2009
    (root / "2009.txt").write_text(PAGE.format(year=2019) + "三、其他\n没有。\n", encoding="utf-8")
    assert folder.rows()[0][0]["year"] == 2019


def test_pages_are_served(server: Server) -> None:
    name = address("2010/年报 <b>.txt")
    assert "某市水务局2010年度" in get(server, f"/view?file={name}")[1]
    status, both, _ = get(server, f"/diff?one=2009.txt&other={name}")
    assert status == 200
    assert "某市水务局2009年度" in both
    assert "某市水务局2010年度" in both
    assert get(server, "/")[2]["Content-Type"] == "text/html; charset=utf-8"


def test_a_head_request_has_no_body(server: Server) -> None:
    status, text, headers = get(server, "/", "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["Content-Length"]) > 1000


def test_a_file_that_cannot_be_read_says_why(server: Server) -> None:
    status, text, headers = get(server, "/view?file=broken.docx")
    assert status == 422
    assert "docx" in text
    assert headers["Content-Type"].startswith("text/plain")


@pytest.mark.skipif(os.name == "nt", reason="names there are text")
def test_names_that_are_no_utf_8_are_served(server: Server, root: Path) -> None:
    try:
        (root / os.fsdecode("年报".encode("gb18030") + b".txt")).write_text(PAGE.format(year=2011), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")
    get(server, "/")
    (row,) = [row for row in json.loads(get(server, "/reports")[1])["rows"] if row.get("year") == 2011]
    assert get(server, "/view?file=" + row["address"])[0] == 200


# --- what is not ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "2010/../../outside.txt",
        "link.txt",
        ".git/secret.txt",
        "notes.ini",
        "2010",
        "absent.txt",
        "",
        ".",
        "\0.txt",
        "..\\outside.txt",
        "x" * 5000 + ".txt",
    ],
)
def test_nothing_else_is_reachable(name: str, server: Server) -> None:
    for query in (f"/view?file={quote(name)}", f"/diff?one=2009.txt&other={quote(name)}"):
        assert get(server, query)[:2] == (404, "no such file in the folder\n")


def test_no_absolute_path_is_reachable(server: Server, root: Path) -> None:
    assert get(server, "/view?file=" + quote(str(root.parent / "outside.txt")))[0] == 404
    assert get(server, "/view?file=" + quote("/etc/hostname"))[0] == 404


@pytest.mark.parametrize("path", ["/2009.txt", "/../outside.txt", "/%2e%2e/outside.txt", "/view/", "//view"])
def test_there_are_no_other_pages(path: str, server: Server) -> None:
    assert get(server, path)[0] == 404


def test_nothing_can_be_written(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert get(server, "/view?file=2009.txt", method)[0] == 501


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:1", 200), ("evil.example", 403), ("127.0.0.1.evil.example", 403), ("[::1", 403), ("[::1]:80", 403)],
)
def test_it_answers_to_its_own_names_alone(host: str, status: int, server: Server) -> None:
    assert get(server, "/", host=host)[0] == status


def test_an_address_that_is_none_is_answered(server: Server) -> None:
    with socket.create_connection((HOST, server.server_port), timeout=10) as connection:
        connection.sendall(b"GET http://[/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


def test_many_may_wait_to_be_answered(root: Path) -> None:
    with Server(Folder(root), 0) as server:  # which answers nobody yet
        waiting = [socket.create_connection((HOST, server.server_port), timeout=5) for _ in range(60)]
        assert len(waiting) == 60
        for one in waiting:
            one.close()


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert get(server, "/")[2]["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_a_port_that_is_taken_is_named(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        result = run("serve", root, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "choose another with --port" in result.stderr
    assert run("serve", root / "absent").exit_code == 2


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture
def driver() -> Iterator[Any]:
    with chromium() as started:
        yield started


def titles(driver: Any) -> list[str]:
    return [one.text for one in driver.find_elements("css selector", "tbody .title")]


def wait(driver: Any) -> None:
    driver.execute_async_script(
        "const done = arguments[0]; (function look() { reading ? setTimeout(look, 20) : done() })()"
    )


def test_the_list_in_a_browser(server: Server, driver: Any) -> None:
    old, new = (f"某市水务局{year}年度政府信息公开工作年度报告" for year in (2009, 2010))
    show(driver)
    driver.get(server.address)
    wait(driver)
    assert titles(driver)[:2] == [old, new]
    for _ in range(2):
        driver.find_element("css selector", "[data-sort=year]").click()
    assert titles(driver)[:2] == [new, old]
    driver.find_element("id", "filter").send_keys("水务局 2009")
    assert titles(driver) == [old]
    driver.find_element("id", "filter").clear()
    driver.find_element("id", "filter").send_keys(" ")
    driver.find_element("id", "odd").click()
    assert len(titles(driver)) == 2
    driver.find_element("id", "odd").click()
    for tick in driver.find_elements("css selector", "tbody input")[:2]:
        tick.click()
    driver.find_element("id", "compare").click()
    assert [one.text for one in driver.find_elements("tag name", "h1")] == [new, old]
    driver.find_element("class name", "home").click()
    wait(driver)
    driver.find_element("link text", old).click()
    assert driver.find_element("id", "original").text.startswith(old)
    assert complaints(driver) == []


def test_from_report_to_report_in_the_order_of_the_list(server: Server, driver: Any) -> None:
    old, new = (f"某市水务局{year}年度政府信息公开工作年度报告" for year in (2009, 2010))
    show(driver)
    driver.get(server.address)
    wait(driver)
    for _ in range(2):
        driver.find_element("css selector", "[data-sort=year]").click()
    driver.find_element("id", "filter").send_keys("水务局")
    driver.find_element("link text", new).click()
    backward, forward = driver.find_elements("class name", "neighbour")
    assert (backward.is_enabled(), forward.is_enabled()) == (False, True)
    forward.click()
    assert driver.title == old
    driver.find_element("tag name", "body").send_keys("[")
    assert driver.title == new
    driver.find_element("class name", "home").click()
    wait(driver)
    assert titles(driver) == [new, old]  # ordered and filtered as before
    assert driver.find_element("id", "filter").get_attribute("value") == "水务局"
    driver.execute_script("sessionStorage.clear()")
    assert complaints(driver) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_the_list_is_cut(size: str, server: Server, driver: Any) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    show(driver, size)
    driver.get(server.address)
    wait(driver)
    driver.save_screenshot(str(SCREENSHOTS / f"list-{size}.png"))
    assert driver.execute_script("return document.documentElement.scrollWidth") <= SIZES[size][0]
