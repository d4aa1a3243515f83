"""``python -m bench.folder [--files N]``: how long `govreport serve` lets its reader wait, in a browser.

It writes N invented reports, shows their folder as the command does, and prints milliseconds: until the list stands;
for a key in the filter, from the key to the frame that shows its answer, while reports are read and afterwards; for the
map; for a search in all texts.  It needs what the browser tests need (``make browser``).
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from itertools import islice, product
from pathlib import Path
from typing import Any, Final

from govreport.cli.folder import Folder
from govreport.cli.server import Server
from tests.browser import chromium, show

_PLACES: Final = [f"{side}{place}" for side in "东西南北中上下" for place in ("河阳县", "江口市", "石桥区", "青山镇")]
_OFFICES: Final = ("水务局", "教育局", "财政局", "司法局", "民政局", "卫生健康局", "交通运输局", "农业农村局")
_YEARS: Final = range(2008, 2025)
_PAGE: Final = (
    "{issuer}{year}年政府信息公开工作年度报告\n一、概况\n全年公开信息{number}条。\n二、措施\n{measures}三、问题\n"
    "更新不够及时。\n　　　　{issuer}\n　　　　{after}年3月1日\n"
)
_MEASURE: Final = "（{at}）加强工作。各科室按时答复申请，开展业务培训{number}次，设立查阅点{number}个，更新公开目录。\n"
_TYPED: Final = ("水", "水务", "水务局", "水务局 20", "水务局 2019", "教育局", "")

_KEY: Final = """
const [word, done] = arguments, field = document.getElementById("filter"), start = performance.now();
field.value = word;
field.dispatchEvent(new Event("input"));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
"""
_SEARCH: Final = """
const [word, done] = arguments, start = performance.now();
state.find = word;
search().then(() => done(performance.now() - start));
"""


def write(root: Path, files: int) -> None:
    """Write so many reports into a folder, an office a folder in it."""
    for copy, (place, office, year) in islice(
        enumerate(product(_PLACES * (1 + files // 3000), _OFFICES, _YEARS)), files
    ):
        folder = root / place
        folder.mkdir(exist_ok=True)
        measures = "".join(_MEASURE.format(at=at, number=copy % 97) for at in "一二三四五六七八九")
        text = _PAGE.format(
            issuer=place + office, year=year, after=year + 1, number=copy, measures=measures * (1 + copy % 4)
        )
        (folder / f"{office}-{year}-{copy}.txt").write_text(text, encoding="utf-8")


def keys(driver: Any) -> str:
    """Type into the filter: the middle and the worst of the times."""
    times = []
    for word in _TYPED:
        times.append(driver.execute_async_script(_KEY, word))
        time.sleep(0.3)
    times.sort()
    return f"{times[len(times) // 2]:.0f}, at most {times[-1]:.0f}"


def main() -> None:
    """Time it."""
    parser = argparse.ArgumentParser(prog="python -m bench.folder", description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    files = parser.parse_args().files
    with tempfile.TemporaryDirectory() as made, chromium() as driver:
        root = Path(made)
        write(root, files)
        with Server(Folder(root), 0) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            show(driver)
            start = time.perf_counter()
            driver.get(server.address)
            while not driver.execute_script("return document.querySelectorAll('#list tbody tr').length"):
                time.sleep(0.01)
            print(f"the list of {files} files: {1000 * (time.perf_counter() - start):.0f}")
            time.sleep(2)
            print("a key while they are read:", keys(driver))
            while driver.execute_script("return reading"):
                time.sleep(1)
            print(f"all are read after {time.perf_counter() - start:.0f} seconds")
            print("a key afterwards:", keys(driver))
            for word in ("业务培训", "无此词语"):
                print(f"a search for {word}: {driver.execute_async_script(_SEARCH, word):.0f}")
            driver.execute_script("document.querySelector('[data-view=map]').click()")
            print("a key on the map:", keys(driver))
            server.shutdown()


if __name__ == "__main__":
    main()
