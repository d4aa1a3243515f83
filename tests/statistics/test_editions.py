"""An edition of the statutory form is added as data: what tells it from the others is derived from their labels."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"

EDITION = """
import json, sys
from attrs import evolve
from govreport.words import disclosure_form as form

former = form.FORMATS["2021"]
disclosure, requests, review = former.blocks
datasets = form.Row("datasets", "开放数据集", (form.Column("opened", "本年新开放数量"),), None, "第二十条第（十）项")
forwarded = evolve(requests.rows[-1], name="forwarded", label="五、转送其他机关办理")
form.FORMATS["2031"] = form.Format(
    "2031",
    "an invented notice",
    (
        evolve(disclosure, rows=(*disclosure.rows, datasets), header=("信息内容", "数据事项"), opening=("数据事项",)),
        evolve(requests, rows=(*requests.rows, forwarded)),
        review,
    ),
)

from govreport import parse, statistics
found = [statistics.read(parse(page)) for page in json.load(sys.stdin)]
print(json.dumps([each and each.to_dict() for each in found]))
"""
"""The edition of 2021 with a row more in two tables, added before anything has read `FORMATS`."""


def read_with_edition(*pages: str) -> list[Any]:
    """The statistics of some pages in an interpreter that knows of the invented edition."""
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", EDITION], input=json.dumps(pages), capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    found: list[Any] = json.loads(run.stdout)
    return found


HEAD = "砚塘区粮食局2031年政府信息公开工作年度报告\n一、总体情况\n全年公开信息20条。\n"
DISCLOSURE = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t1\t0\t4
行政规范性文件\t3\t2\t11
第二十条第（十）项
信息内容\t本年新开放数量
开放数据集\t37
"""
REQUESTS = """\
三、收到和处理政府信息公开申请情况
申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t1\t6
四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1
五、转送其他机关办理\t2\t0\t0\t0\t0\t0\t2
"""
TAIL = "五、存在的主要问题及改进情况\n公开不够及时。\n六、其他需要报告的事项\n没有其他事项。\n"


def test_its_tables_are_read() -> None:
    (found,) = read_with_edition(HEAD + DISCLOSURE + REQUESTS + TAIL)
    assert found["format"] == "2031"
    assert found["disclosure"]["规章"] == {"本年制发件数": 1, "本年废止件数": 0, "现行有效件数": 4}
    assert found["disclosure"]["开放数据集"] == {"本年新开放数量": 37}
    assert found["requests"]["五、转送其他机关办理"] == [2, 0, 0, 0, 0, 0, 2]


def test_one_of_its_tables_tells_it_for_all() -> None:
    same = DISCLOSURE[: DISCLOSURE.index("第二十条第（十）项")]  # as in 2021
    (found,) = read_with_edition(HEAD + same + REQUESTS + TAIL)
    assert found["format"] == "2031"
    assert found["disclosure"]["行政规范性文件"] == {"本年制发件数": 3, "本年废止件数": 2, "现行有效件数": 11}


def test_a_line_that_begins_as_its_tables_do_begins_a_table() -> None:
    (found,) = read_with_edition(HEAD + "数据事项\n本年新开放数量\n开放数据集\n37\n" + REQUESTS + TAIL)
    assert found["disclosure"]["开放数据集"] == {"本年新开放数量": 37}


@pytest.mark.parametrize(
    ("page", "edition"), [("annual-2019-tables", "2019"), ("annual-2021-cells", "2021")], ids=["2019", "2021"]
)
def test_pages_of_former_editions_stay_what_they_are(page: str, edition: str) -> None:
    text = (FIXTURES / f"{page}.txt").read_text(encoding="utf-8")
    (found,) = read_with_edition(text)
    assert found["format"] == edition
