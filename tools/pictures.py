"""The pictures of the documentation, ``docs/pictures``, taken in a browser: ``python -m tools.pictures``.

It shows the invented pages of ``fixtures`` as ``govreport view`` and ``serve`` do, and needs what the browser tests
need (``make browser``).
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Final

from govreport import read
from govreport.cli.folder import Folder
from govreport.cli.server import Server
from govreport.view.comparison import comparison
from govreport.view.page import page
from tests.browser import chromium, show

ROOT: Final = Path(__file__).parent.parent
FIXTURES: Final = ROOT / "fixtures"
PICTURES: Final = ROOT / "docs/pictures"
FAULTS: Final = FIXTURES / "annual-2022-faults.txt"
_ISSUERS: Final = ("河阳市水务局", "溪原市教育局", "岚柏县水利局", "苇渡市民政局", "砚塘区财政局")
_GAPS: Final = {("河阳市水务局", 2018), ("苇渡市民政局", 2013), ("苇渡市民政局", 2014)}
_TWICE: Final = ("溪原市教育局", 2016)
_YEAR: Final = (
    "{issuer}{year}年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息{count}条，均在期限内更新。"
    "收到申请{asked}件，全部按时答复。\n二、存在问题\n{fault}\n　　　　　　{issuer}\n　　　　　　{after}年1月18日\n"
)


def year(issuer: str, number: int) -> str:
    """An invented report of an office on a year."""
    fault = "公开渠道还不够多，更新不够及时。" if number % 2 else "公开渠道不够多，培训次数偏少。"
    return _YEAR.format(
        issuer=issuer, year=number, after=number + 1, count=40 + number % 17 * 6, asked=3 + number % 5, fault=fault
    )


def folder_in(root: Path) -> None:
    """Write reports of some years, with gaps, one twice, one whose numbers do not agree."""
    for issuer in _ISSUERS:
        for number in range(2010, 2019):
            if (issuer, number) not in _GAPS:
                (root / f"{issuer}-{number}.txt").write_text(year(issuer, number), encoding="utf-8")
    (root / "copy.txt").write_text(year(*_TWICE), encoding="utf-8")
    (root / FAULTS.name).write_bytes(FAULTS.read_bytes())


def take(driver: Any, name: str) -> None:
    """Save what the browser shows."""
    PICTURES.mkdir(exist_ok=True)
    driver.save_screenshot(str(PICTURES / f"{name}.png"))


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as made, chromium() as driver:
        show(driver)
        file = Path(made) / "page.html"
        file.write_text(page(read(FAULTS), FAULTS.name), encoding="utf-8")
        driver.get(file.as_uri())
        driver.execute_script("language === 'zh' && switchLanguage()")
        take(driver, "page")
        one, other = Path(made) / "2017.txt", Path(made) / "2016.txt"
        for path in (one, other):
            path.write_text(year(_ISSUERS[0], int(path.stem)), encoding="utf-8")
        file.write_text(comparison(read(one), read(other), (one.name, other.name)), encoding="utf-8")
        driver.get(file.as_uri())
        driver.execute_script("step(1)")
        take(driver, "comparison")
        root = Path(made) / "reports"
        root.mkdir()
        folder_in(root)
        with Server(Folder(root), 0, jobs=1) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            driver.get(server.address + "?view=map")
            while driver.execute_script("return reading"):
                time.sleep(0.1)
            take(driver, "map")
            server.shutdown()


if __name__ == "__main__":
    main()
