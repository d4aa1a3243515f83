"""A headless Chromium, as the browser tests use it.

Debian's chromium and chromium-driver; ``make browser`` installs them.  Where there is none, the tests skip.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER: Final = shutil.which("chromedriver")
SCREENSHOTS: Final = Path(__file__).parent.parent / "build" / "screenshots"
SIZES: Final = {"wide": (1280, 800), "narrow": (390, 844), "full": (1920, 1080)}

_ARGUMENTS: Final = [
    "--headless=new",
    "--no-sandbox",  # Chromium has no sandbox for root
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
]


@contextmanager
def chromium() -> Iterator[Any]:
    """Start a browser, and end it; skip the test where there is none."""
    webdriver: Any = pytest.importorskip("selenium.webdriver", reason="the browser tests need selenium")
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("the browser tests need chromium and chromedriver: make browser")
    with TemporaryDirectory(prefix="govreport-browser-") as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in (*_ARGUMENTS, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
        try:
            yield driver
        finally:
            driver.quit()


def show(driver: Any, size: str = "wide", scheme: str = "light") -> None:
    """Give the window a size of `SIZES`, and the colour scheme that its reader prefers."""
    width, height = SIZES[size]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "narrow"}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def complaints(driver: Any) -> list[str]:
    """What the console has said since the last time."""
    return [entry["message"] for entry in driver.get_log("browser")]
