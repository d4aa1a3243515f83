"""``govreport mcp``, asked by the client of the SDK, over pipes."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest

mcp: Any = pytest.importorskip("mcp")
pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")

from govreport.cli.mcp import TOOLS  # noqa: E402

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
SECRET = "外面的秘密"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("mcp")
    root = base / "reports"
    (root / "2009").mkdir(parents=True)
    for name, place in (("annual-runin.txt", "2009"), ("annual-2022-faults.txt", ".")):
        (root / place / name).write_bytes((FIXTURES / name).read_bytes())
    (base / "secret.txt").write_text(SECRET, encoding="utf-8")
    (root / "link.txt").symlink_to(base / "secret.txt")
    (root / "up").symlink_to(base)
    (root / ".hidden.txt").write_text(SECRET, encoding="utf-8")
    (root / "damaged.pdf").write_bytes(b"%PDF-1.7 nothing")
    return root


def asked(root: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The results of calls to a server in a process of its own."""

    async def ask() -> list[Any]:
        path = {"PYTHONPATH": os.pathsep.join(sys.path)}
        how = mcp.StdioServerParameters(command=sys.executable, args=["-m", "govreport", "mcp", str(root)], env=path)
        async with mcp.Client(how, read_timeout_seconds=60) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(ask())


def test_its_tools_say_what_they_take_and_that_they_only_read(root: Path) -> None:
    async def listed() -> Any:
        path = {"PYTHONPATH": os.pathsep.join(sys.path)}
        how = mcp.StdioServerParameters(command=sys.executable, args=["-m", "govreport", "mcp", str(root)], env=path)
        async with mcp.Client(how, read_timeout_seconds=60) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert tuple(tool.name for tool in tools) == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


def test_what_a_model_can_ask(root: Path) -> None:
    file = "2009/annual-runin.txt"
    files, fields, outline, section, found = asked(
        root,
        ("files", {}),
        ("fields", {"file": file}),
        ("outline", {"file": file}),
        ("section", {"file": file, "path": "2.1"}),
        ("search", {"words": "水价 水质", "under": "2009/"}),
    )
    assert file in files.structured_content["files"]
    assert fields.structured_content["issuer"] == "溪原市水务局"
    assert fields.structured_content["year"] == 2009
    headings = {one["path"]: one["heading"] for one in outline.structured_content["sections"]}
    assert (headings["1"], headings["2.1"]) == ("一、工作概况", "(一)健全组织机构")
    assert section.structured_content["text"].startswith("(一)健全组织机构\n市水务局于3月")
    assert section.structured_content["headings"] == ["二、主要做法", "(一)健全组织机构"]
    (hit,) = found.structured_content["found"]
    assert (hit["file"], hit["path"]) == (file, "1")


def test_numbers_and_checks(root: Path) -> None:
    name = "annual-2022-faults.txt"
    statistics, checked = asked(root, ("statistics", {"file": name}), ("check", {"file": name}))
    cells = statistics.structured_content["cells"]
    numbers = [cell["value"] for cell in cells if cell["column"] == "总计" and "本年新收" in cell["row"]]
    assert numbers == [6]
    assert checked.structured_content["counts"]["violated"] == 6
    assert "requests-balance" in {one["code"] for one in checked.structured_content["violated"]}


@pytest.mark.parametrize(
    "file",
    [
        "../secret.txt",
        "2009/../../secret.txt",
        "link.txt",
        "up/secret.txt",
        ".hidden.txt",
        "/etc/passwd",
        "nowhere.txt",
        "",
        ".",
        "2009",
        "a\0b.txt",
        "甲" * 5000,
    ],
)
def test_nothing_else_is_reachable(file: str, root: Path) -> None:
    from govreport.cli.asking import Asking

    for name in ("fields", "outline", "section", "statistics", "check"):
        with pytest.raises(ValueError, match="there is no report"):
            getattr(Asking(root), name)(file)
    with pytest.raises(ValueError, match="there is no report"):
        Asking(root).check("2009/annual-runin.txt", previous=file or "..")


def test_what_cannot_be_said_is_an_error_for_the_model(root: Path) -> None:
    absolute = str(root.parent / "secret.txt")
    results = asked(
        root,
        ("section", {"file": "../secret.txt"}),
        ("section", {"file": absolute}),
        ("section", {"file": "2009/annual-runin.txt", "path": "9.9"}),
        ("fields", {"file": "damaged.pdf"}),
        ("search", {"words": " "}),
    )
    assert all(result.is_error for result in results)
    told = [result.content[0].text for result in results]
    assert "there is no report '../secret.txt' in the folder" in told[0]
    assert "has no section '9.9'" in told[2]
    assert "damaged.pdf" in told[3]


def test_a_search_finds_nothing_outside(root: Path) -> None:
    (found,) = asked(root, ("search", {"words": SECRET}))
    assert found.structured_content["found"] == []
    assert [one["file"] for one in found.structured_content["unread"]] == ["damaged.pdf"]
