"""``govreport serve``: what it serves, and what it does not."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

import govreport
from govreport.cli.background import FEW, Background, in_worker
from govreport.cli.dropped import MOST_BYTES, Dropped
from govreport.cli.folder import Folder, address
from govreport.cli.listed import listed as read_listed
from govreport.cli.listed import row
from govreport.cli.server import HOST, TOKEN, Server
from govreport.cli.texts import Texts
from govreport.corpus.alone import Alone
from govreport.corpus.pool import Clock, Done, Lost
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
    with Server(Folder(root), 0, jobs=1) as started:
        thread = threading.Thread(target=started.serve_forever)
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def get(
    server: Server, path: str, method: str = "GET", host: str | None = None, **sent: Any
) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=20)
    headers = {**({} if host is None else {"Host": host}), **sent.pop("headers", {})}
    connection.request(method, path, headers=headers, **sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, dict(answer.getheaders())


def listed(background: Background) -> dict[str, dict[str, Any]]:
    """What is said of each file, when all are read."""
    names = {number: name for number, name, *_ in background.files()}
    rows, since, left = dict[str, dict[str, Any]](), 0, 1
    while left:
        told = background.rows(since)
        since, left = told["since"], told["left"]
        rows.update({names[row.pop("id")]: row for row in told["rows"] if row["id"] in names})
    return rows


@pytest.fixture
def background(root: Path) -> Iterator[Background]:
    made = Background(Folder(root), jobs=1)
    made.start()
    yield made
    made.close()


# --- what is served ---------------------------------------------------------------------------------------------------


def test_the_files_are_listed_before_any_is_read(root: Path) -> None:
    background = Background(Folder(root), jobs=1)  # not started: it reads nothing
    assert background.files() == [[0, "2009.txt"], [1, "2010/年报 <b>.txt"], [2, "broken.docx"]]
    assert background.rows() == {"rows": [], "since": 0, "left": 3}


def test_each_row_says_what_its_report_says_of_itself(background: Background) -> None:
    rows = listed(background)
    assert rows["2009.txt"] == {
        "title": "某市水务局2009年度政府信息公开工作年度报告",
        "issuer": "某市水务局",
        "year": 2009,
        "on": 2009,
        "published": None,
        "issues": 0,
        "violated": None,
        "checked": ["report on 2009: tables not checked", "2009年的报告：未检查统计表"],
        "confidence": rows["2009.txt"]["confidence"],
        "doubts": 0,
        "worst": None,
        "doubtful": False,
    }
    assert rows["2009.txt"]["confidence"] > 0.5
    assert rows["2010/年报 <b>.txt"]["issues"] >= 1  # a number is missing
    assert "docx" in rows["broken.docx"]["problem"]
    assert set(rows) == {"2009.txt", "2010/年报 <b>.txt", "broken.docx"}


def test_a_row_says_what_the_checks_find(root: Path) -> None:
    faults = row(govreport.read(FIXTURES / "annual-2022-faults.txt"))
    assert faults["violated"] == 6
    assert faults["checked"][1] == "31 项通过，6 项不符，26 项无法判断"


def test_a_row_says_what_the_parse_is_not_sure_of() -> None:
    portal = row(govreport.parse("首页\n通知公告\n政策文件\n互动交流\n联系我们\n"))
    assert portal["doubtful"]  # it is no document
    report = govreport.read(FIXTURES / "annual-runin.txt")
    report.issues.append(govreport.Issue("uncertain-title", "warning", "一", 0, 1, chance=0.9))
    told = row(report)
    assert told["worst"] == ["which line is the title is a guess", "哪一行是文件标题没有把握"]
    assert told["doubts"] == len(report.doubts)


def test_the_year_is_told_where_the_title_does_not_say_it() -> None:
    told = row(
        govreport.parse("某市水务局政府信息公开工作报告\n一、概况\n2016年全年公开信息462条。\n2016年没有诉讼。\n")
    )
    assert (told["year"], told["on"]) == (None, 2016)


def test_a_file_that_takes_too_long_is_a_row_and_the_others_are_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = root / "2009.txt"
    monkeypatch.setattr(Background, "_pool", lambda self: LosesOne(str(lost)))
    monkeypatch.setattr("govreport.cli.background.FEW", 0)
    background = Background(Folder(root), jobs=2)
    background.start()
    try:
        rows = listed(background)
        assert rows["2009.txt"] == {"problem": "it took more than 60 seconds"}
        assert rows["2010/年报 <b>.txt"]["year"] == 2010
    finally:
        background.close()


class LosesOne(Alone):
    """Workers, one of which had to be ended at a file."""

    def __init__(self, path: str) -> None:
        super().__init__(in_worker, 60)
        self._path = path

    def finished(self) -> Iterator[Done | Lost]:
        for one in super().finished():
            yield Lost(one.task, 0, "it took more than 60 seconds") if one.task[2] == self._path else one


def test_a_fault_of_the_parser_is_told_in_its_row(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: str) -> govreport.Report:
        raise RecursionError("too deep")

    monkeypatch.setattr(govreport, "read", fails)
    clock = Clock([0.0, 0.0, 0.0])
    assert read_listed(str(root / "2009.txt"), clock) == ({"problem": "RecursionError: too deep"}, "")


def test_other_processes_read_where_there_are_many(root: Path) -> None:
    for number in range(FEW + 10):
        (root / f"{number}.md").write_text(PAGE.format(year=2010), encoding="utf-8")
    background = Background(Folder(root), jobs=2)
    background.start()
    try:
        rows = listed(background)
        assert len(rows) == FEW + 13
        assert rows[f"{FEW}.md"]["year"] == 2010
    finally:
        background.close()


def test_what_is_looked_at_is_read_first(root: Path) -> None:
    background = Background(Folder(root), jobs=1)
    background.files()
    background.rows(first=[1])
    background.start()
    try:
        assert background.rows(first=[1])["rows"][0]["id"] == 1
    finally:
        background.close()


def test_a_file_that_changed_is_read_again(root: Path, background: Background) -> None:
    assert listed(background)["2009.txt"]["year"] == 2009
    (root / "2009.txt").write_text(PAGE.format(year=2019) + "三、其他\n没有。\n", encoding="utf-8")
    (root / "broken.docx").unlink()
    rows = listed(background)
    assert rows["2009.txt"]["year"] == 2019
    assert set(rows) == {"2009.txt", "2010/年报 <b>.txt"}


def test_a_file_that_was_set_right_is_read_again(root: Path, background: Background) -> None:
    assert listed(background)["2009.txt"]["issuer"] == "某市水务局"
    page = root / "2009.txt"
    fix = govreport.Fix.for_report(govreport.read(page))
    fix.fields["issuer"] = govreport.FieldFix("某市")
    written = govreport.write_fix(fix, page)
    assert listed(background)["2009.txt"]["issuer"] == "某市"
    written.unlink()
    assert listed(background)["2009.txt"]["issuer"] == "某市水务局"


def test_words_are_found_in_the_texts(background: Background) -> None:
    listed(background)
    assert background.search("公开 答复") == {"found": [0, 1], "searched": 3}
    assert background.search("２０１０ 年度") == {"found": [1], "searched": 3}  # widths do not count
    assert background.search("无此词语")["found"] == []
    assert background.excerpts("462条", [0, 7]) == {
        "0": ["工作年度报告一、概况全年公开信息", "462条", "。二、措施全部按时答复。"]
    }


def test_texts_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport.cli.texts.MOST", 10)
    texts = Texts()
    texts.put(0, "全年公开信息")
    texts.put(1, "全部按时答复")  # no room
    assert texts.having(["全"]) == [0]
    texts.put(0, "全年")
    texts.put(1, "全部按时答复")
    assert texts.having(["全"]) == [0, 1]


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
    (odd,) = [file for file in json.loads(get(server, "/files")[1])["files"] if len(file) == 3]
    assert odd[1].endswith(".txt")
    assert "2011年度" in get(server, "/view?file=" + odd[2])[1]


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
    with Server(Folder(root), 0, jobs=1) as server:  # which answers nobody yet
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


# --- a file that is dropped on the list -------------------------------------------------------------------------------


def drop(server: Server, data: bytes, name: str = "年报.txt", **headers: str) -> tuple[int, str, dict[str, str]]:
    sent = {TOKEN: server.token, "Origin": f"http://{HOST}:{server.server_port}", **headers}
    return get(server, "/drop?name=" + quote(name), "POST", body=data, headers=sent)


def test_a_file_that_is_dropped_is_shown_and_not_kept(server: Server, root: Path) -> None:
    before = sorted(root.rglob("*"))
    status, text, _ = drop(server, PAGE.format(year=2013).encode("gb18030"))
    assert status == 200
    page = get(server, "/dropped?key=" + json.loads(text)["key"])[1]
    assert "某市水务局2013年度" in page
    assert "年报.txt" in page
    assert sorted(root.rglob("*")) == before
    assert get(server, "/dropped?key=other")[0] == 404


def test_only_the_list_may_send_a_file(server: Server) -> None:
    page = PAGE.format(year=2013).encode()
    assert drop(server, page, **{TOKEN: "guessed"})[:2] == (403, "this page is of another server: load it again\n")
    assert drop(server, page, Host="evil.example")[0] == 403
    assert get(server, "/drop", "POST", body=page)[0] == 403
    assert get(server, "/drop", "OPTIONS")[0] == 501  # no page elsewhere is let send the header
    assert server.token in get(server, "/")[1]


def test_a_file_that_is_dropped_has_a_size(server: Server) -> None:
    for length, status in ((str(MOST_BYTES + 1), 413), ("9" * 40, 413), ("-1", 411), ("many", 411)):
        assert drop(server, b"", **{"Content-Length": length})[0] == status


def test_a_dropped_file_that_cannot_be_read_says_why(server: Server) -> None:
    status, text, _ = drop(server, b"PK\x03\x04", "broken.docx")
    assert status == 422
    assert "docx" in text


def test_the_last_files_that_were_dropped_are_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport.cli.dropped.KEPT", 1)
    dropped = Dropped()
    keys = [dropped.put(PAGE.format(year=year).encode(), "年报.txt", "") for year in (2010, 2011)]
    assert dropped.page(keys[0]) is None
    assert "2011" in (dropped.page(keys[1]) or "")


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def driver(browser: Any) -> Iterator[Any]:
    """A browser that remembers nothing, and in the end has complained of nothing."""
    complaints(browser)
    yield browser
    assert complaints(browser) == []
    browser.execute_script("sessionStorage.clear(); localStorage.clear()")


def script(driver: Any, code: str) -> Any:
    return driver.execute_script(f"return {code}")


def titles(driver: Any) -> list[str]:
    return [one.text for one in driver.find_elements("css selector", "#list tbody .title a")]


def wait(driver: Any) -> None:
    """Until all reports are read, and no search is under way."""
    driver.execute_async_script(
        "const done = arguments[0], before = searching;"
        "(function look() { reading || state.find.trim() !== found.words ? setTimeout(look, 20) : done() })()"
    )


def open_list(driver: Any, server: Server, asked: str = "", size: str = "wide", scheme: str = "light") -> None:
    show(driver, size, scheme)
    driver.get(server.address + asked)
    wait(driver)


OLD, NEW = (f"某市水务局{year}年度政府信息公开工作年度报告" for year in (2009, 2010))


def test_the_list_in_a_browser(server: Server, driver: Any) -> None:
    open_list(driver, server)
    assert titles(driver)[:2] == [OLD, NEW]
    for _ in range(2):
        driver.find_element("css selector", "[data-sort=year]").click()
    assert titles(driver)[:2] == [NEW, OLD]
    driver.find_element("id", "filter").send_keys("水务局 2009")
    assert titles(driver) == [OLD]
    driver.find_element("id", "filter").clear()
    driver.find_element("id", "filter").send_keys(" ")
    driver.find_element("css selector", "#only [value=look]").click()
    assert len(titles(driver)) == 2  # a number is missing in the one, the other cannot be read
    driver.find_element("css selector", "#only [value='']").click()
    for tick in driver.find_elements("css selector", "tbody input")[:2]:
        tick.click()
    driver.find_element("id", "compare").click()
    assert [one.text for one in driver.find_elements("tag name", "h1")] == [NEW, OLD]


def test_filter_and_order_are_in_the_address(server: Server, driver: Any) -> None:
    open_list(driver, server, "?filter=水务局&sort=year&down=true")
    assert titles(driver) == [NEW, OLD]
    driver.find_element("link text", OLD).click()
    driver.find_element("class name", "home").click()
    wait(driver)
    assert titles(driver) == [NEW, OLD]
    assert driver.find_element("id", "filter").get_attribute("value") == "水务局"
    assert script(driver, "document.querySelector('tbody .lit .title').textContent") == OLD  # where one was
    driver.back()
    driver.back()
    wait(driver)
    assert titles(driver) == [NEW, OLD]


def test_the_least_sure_first(server: Server, root: Path, driver: Any) -> None:
    (root / "portal.txt").write_text("首页\n通知公告\n政策文件\n联系我们\n", encoding="utf-8")
    open_list(driver, server)
    driver.find_element("css selector", "[data-sort=confidence]").click()
    assert script(driver, "document.querySelectorAll('tbody .file')[0].textContent") == "portal.txt"
    sure = script(driver, "[...document.querySelectorAll('tbody .sure')].map(one => parseInt(one.textContent))")
    assert sure[:3] == sorted(sure[:3])
    assert script(driver, "document.querySelector('tbody .sure span').className") == "doubtful"


def test_from_report_to_report_in_the_order_of_the_list(server: Server, driver: Any) -> None:
    open_list(driver, server, "?filter=水务局&sort=year&down=true")
    driver.find_element("link text", NEW).click()
    backward, forward = driver.find_elements("class name", "neighbour")
    assert (backward.is_enabled(), forward.is_enabled()) == (False, True)
    forward.click()
    assert driver.title == OLD
    driver.find_element("tag name", "body").send_keys("[")
    assert driver.title == NEW


def test_a_long_list_has_pages(server: Server, root: Path, driver: Any) -> None:
    for number in range(77):
        (root / f"{number:03}.md").write_text(f"第{number}号", encoding="utf-8")
    open_list(driver, server)
    assert len(titles(driver)) == 50
    assert script(driver, "document.getElementById('range').value") == "1–50 / 80"
    driver.find_element("id", "on").click()
    assert len(titles(driver)) == 30
    assert driver.current_url.endswith("?page=2")
    assert not driver.find_element("id", "on").is_enabled()
    driver.find_element("id", "filter").send_keys("14")  # leads to the first page of what is left
    assert script(driver, "document.querySelectorAll('tbody .file')[0].textContent") == "014.md"


def test_a_list_whose_server_has_stopped_says_so(server: Server, driver: Any) -> None:
    open_list(driver, server)
    driver.execute_script("window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))")
    driver.find_element("id", "find").send_keys("答复")
    driver.execute_async_script("setTimeout(arguments[0], 500)")
    assert driver.find_element("id", "told").is_displayed()
    assert len(titles(driver)) == 3


def test_search_in_the_texts(server: Server, driver: Any) -> None:
    open_list(driver, server)
    driver.find_element("id", "find").send_keys("按时答复")
    wait(driver)
    driver.execute_async_script("setTimeout(arguments[0], 300)")  # the excerpts
    assert titles(driver) == [OLD, NEW]
    assert script(driver, "document.querySelector('.excerpt mark').textContent") == "按时答复"
    driver.find_element("link text", OLD).click()
    assert script(driver, "document.getElementById('hits').value") == "1/1"  # the page goes on with it


def test_the_map_shows_what_is_there(server: Server, root: Path, driver: Any) -> None:
    (root / "2013.txt").write_text(PAGE.format(year=2013), encoding="utf-8")
    (root / "2013-again.txt").write_text(PAGE.format(year=2013), encoding="utf-8")
    (root / "faults.txt").write_text((FIXTURES / "annual-2022-faults.txt").read_text("utf-8"), encoding="utf-8")
    open_list(driver, server, "?view=map")
    years = script(driver, "[...document.querySelectorAll('#map thead th')].slice(1).map(one => one.textContent)")
    assert years == [str(year) for year in range(2009, 2023)]
    line = "[...document.querySelectorAll('#map tbody tr')].find(one => one.firstChild.textContent === '某市水务局')"
    assert script(driver, f"[...{line}.children].slice(1, 6).map(one => one.className)") == [
        "there",
        "there",
        "missing",
        "missing",
        "twice",
    ]
    assert script(driver, f"{line}.children[5].textContent") == "2"
    assert script(driver, "document.querySelectorAll('#map td.wrong').length") == 1
    driver.find_element("css selector", "#map td.wrong a").click()
    assert driver.find_element("css selector", ".status").get_attribute("class") == "status violated"
    driver.find_elements("class name", "home")[1].click()  # back to the map, where this report is lit
    wait(driver)
    assert script(driver, "[...document.querySelectorAll('#map .lit')].map(one => one.className)") == ["wrong lit"]
    driver.find_element("css selector", "#map td.twice a").click()
    wait(driver)
    assert len(titles(driver)) == 2


def test_from_year_to_year_of_an_office(server: Server, root: Path, driver: Any) -> None:
    (root / "2012.txt").write_text(PAGE.format(year=2012), encoding="utf-8")
    open_list(driver, server)
    driver.find_element("link text", NEW).click()
    line = "[...document.querySelectorAll('#years > :not(.beside)')].map(one => [one.textContent, one.className])"
    assert script(driver, line) == [["2009", "there"], ["2010", "there lit"], ["2011", "missing"], ["2012", "there"]]
    driver.find_element("css selector", "#years .beside").click()
    assert [one.text for one in driver.find_elements("tag name", "h1")] == [NEW, OLD]
    driver.back()
    driver.find_element("link text", "2009").click()
    assert driver.title == OLD


@pytest.mark.parametrize("way", ["dropped", "chosen"])
def test_a_file_can_be_looked_at_without_putting_it_into_the_folder(
    way: str, server: Server, driver: Any, tmp_path: Path
) -> None:
    page = tmp_path / "别处.txt"
    page.write_text(PAGE.format(year=2015), encoding="utf-8")
    open_list(driver, server)
    if way == "chosen":
        driver.find_element("id", "file").send_keys(str(page))
    else:
        driver.execute_script(
            "const files = new DataTransfer(); files.items.add(new File([arguments[0]], '别处.txt'));"
            "document.body.dispatchEvent("
            " new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}))",
            page.read_text(encoding="utf-8"),
        )
    deadline = time.monotonic() + 20
    while "dropped" not in driver.current_url and time.monotonic() < deadline:
        time.sleep(0.1)
    assert driver.title == "某市水务局2015年度政府信息公开工作年度报告"
    assert driver.find_element("id", "name").text == "别处.txt"
    driver.find_element("class name", "home").click()
    wait(driver)
    assert len(titles(driver)) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["list", "map"])
def test_nothing_of_a_folder_is_cut(view: str, size: str, scheme: str, server: Server, root: Path, driver: Any) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (root / "faults.txt").write_text((FIXTURES / "annual-2022-faults.txt").read_text("utf-8"), encoding="utf-8")
    open_list(driver, server, f"?view={view}", size, scheme)
    driver.save_screenshot(str(SCREENSHOTS / f"{view}-{size}-{scheme}.png"))
    width = SIZES[size][0]
    assert script(driver, "document.documentElement.scrollWidth") <= width
    outside = script(
        driver,
        "[...document.querySelectorAll('button, input, select, td, th')]"
        ".filter(one => one.offsetParent && !one.closest('.wide'))"
        f".filter(one => one.getBoundingClientRect().right > {width} + 1).map(one => one.outerHTML)",
    )
    assert outside == []
