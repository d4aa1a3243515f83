"""Invented documents of the usual kinds, each made anew of invented bodies and sentences, some with a site around."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

PLACES: Final = "岚溪市 墨川县 鹤泽区 白杨旗 云屏县 砚塘区 汀洲市 石鼓县".split()
OFFICES: Final = (
    "水务局 林业局 教育局 民政局 财政局 交通运输局 农业农村局 卫生健康委员会 人民政府 人民政府办公室"
).split()
HEADINGS: Final = (
    "健全工作机制 加强组织领导 完善配套制度 拓宽公开渠道 强化监督检查 抓好业务培训 细化公开目录 规范办理流程 "
    "夯实基层基础 推进设施建设 严格经费管理 营造良好氛围 提高服务水平 加快数据共享"
).split()
SENTENCES: Final = (
    "全年公开信息128条，其中规划类12条、工程类40条。", "各科室明确了一名联络员，负责本科室信息的采集和报送。",
    "在6个营业厅安装了查询屏，群众可以就近查询。", "举办信息员培训班2期，受训87人次，考核全部合格。",
    "河道清淤12公里，加固堤防3处，汛期没有发生险情。", "对照上一年的台账，逐项核对了数据，发现的9处差错已经更正。",
    "与往年相比，群众来电咨询的次数增加了两成，主要集中在供水和排水方面。",
    "下一步要把工作的重点放到乡镇，帮助那里的同志熟悉流程。",
    "各单位要结合实际，制定具体的落实办法，于每季度末报送进展情况。",
    "对工作中遇到的困难，应当及时报告，不得隐瞒和拖延。", "补助资金按照核实的面积直接发放到户，名单在各村公示七天。",
    "新建的三座泵站已经投入使用，日供水能力达到两万吨。",
)  # fmt: skip
NUMERALS: Final = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()


def documents(count: int) -> list[str]:
    """Give invented documents, the same ones every time: of each kind in turn, typed as pages are in turn."""
    made = (KINDS[n % len(KINDS)](Random(f"document {n}")) for n in range(count))
    return [TYPED[n // len(KINDS) % len(TYPED)](text) for n, text in enumerate(made)]


def _plain(text: str) -> str:
    return text


def _indented(text: str) -> str:
    title, _, rest = text.partition("\n")
    return f"{title}\n" + re.sub(r"^(?=.{16})(?! )", "　　", rest, flags=re.MULTILINE)


def _half_width_with_blank_lines(text: str) -> str:
    return text.translate(str.maketrans("，：；（）", ",:;()")).replace("\n", "\n\n")


def _paragraph(random: Random, most: int = 3) -> str:
    return "".join(random.sample(SENTENCES, random.randint(1, most)))


def _body(random: Random) -> str:
    return random.choice(PLACES) + random.choice(OFFICES)


def _signed(random: Random, body: str, year: int) -> str:
    day = f"{year}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    indent = random.choice(("", "　" * 20, " " * 30))
    return f"{indent}{body}\n{indent}{day}\n"


def _sections(random: Random, titles: tuple[str, ...], run_in: str) -> str:
    """Sections 一、 with paragraphs and （一） under some of them; ``run_in`` stands between heading and paragraph."""
    lines = []
    for number, title in zip(NUMERALS, titles, strict=False):
        lines.append(f"{number}、{title}")
        lines.append(_paragraph(random))
        if random.random() < 0.5:
            for inner, heading in zip(NUMERALS, random.sample(HEADINGS, random.randint(2, 4)), strict=False):
                lines.append(f"（{inner}）{heading}{run_in}{_paragraph(random)}")
    return "\n".join(lines) + "\n"


def annual_report(random: Random) -> str:
    """An annual report on disclosure, as it was made before 2019."""
    body, year = _body(random), random.randint(2008, 2018)
    titles = ("概述", "主动公开政府信息情况", "依申请公开政府信息情况", "收费及减免情况", "存在的主要问题和改进措施")
    return (
        f"{body}{year}年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》的规定，编制本报告。\n"
        + _sections(random, titles, "。")
        + _signed(random, body, year + 1)
    )


def new_annual_report(random: Random) -> str:
    """One of the six sections that are asked for since 2019, with headings of their own."""
    body, year = _body(random), random.randint(2019, 2025)
    titles = (
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    )
    return (
        f"{year}年{body}政府信息公开工作年度报告\n"
        f"本报告由{body}编制，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。\n"
        + _sections(random, titles, "\n")
    )


def notice(random: Random) -> str:
    """A notice to the bodies below, with numbered tasks."""
    body, year = _body(random), random.randint(2005, 2025)
    return (
        f"{body}关于做好{year}年防汛工作的通知\n"
        f"各乡镇人民政府，各有关单位：\n为做好今年的防汛工作，现就有关事项通知如下。\n"
        + _sections(random, tuple(random.sample(HEADINGS, random.randint(3, 5))), "。")
        + "特此通知。\n"
        + _signed(random, body, year)
    )


def rules(random: Random) -> str:
    """Rules in chapters and articles."""
    body, year = _body(random), random.randint(2005, 2025)
    lines = [f"{body}公园管理办法"]
    article = 0
    chapters = ("总则", "规划和建设", "管理和保护", "附则")
    for number, chapter in zip(NUMERALS, chapters, strict=False):
        lines.append(f"第{number}章　{chapter}")
        for _ in range(random.randint(2, 3)):
            lines.append(f"第{NUMERALS[article]}条　{_paragraph(random, 2)}")
            article += 1
    return "\n".join(lines) + f"\n{body}\n{year}年6月9日\n"


def work_report(random: Random) -> str:
    """A report to a people's congress."""
    place, year = random.choice(PLACES), random.randint(2005, 2025)
    return (
        f"{year}年{place}政府工作报告\n各位代表：\n现在，我代表{place}人民政府向大会报告工作，请予审议。\n"
        + _sections(random, ("过去一年工作回顾", "今年工作的总体要求", "今年的重点工作"), "。")
        + "各位代表，任务已经明确，让我们共同努力。\n"
    )


def short_notice(random: Random) -> str:
    """A notice of a paragraph or two, without numbers."""
    body, year = _body(random), random.randint(2005, 2025)
    return (
        f"{body}关于暂停办理部分业务的公告\n{_paragraph(random)}\n{_paragraph(random)}\n{_signed(random, body, year)}"
    )


def plan(random: Random) -> str:
    """A plan with three levels of numbers."""
    place, year = random.choice(PLACES), random.randint(2005, 2025)
    lines = [f"{place}{year}年节水型社会建设实施方案"]
    for number, title in zip(NUMERALS, random.sample(HEADINGS, 3), strict=False):
        lines.append(f"{number}、{title}")
        for inner, heading in zip(NUMERALS, random.sample(HEADINGS, 2), strict=False):
            lines.append(f"（{inner}）{heading}")
            lines += [f"{n}．{_paragraph(random, 2)}" for n in range(1, random.randint(3, 4))]
    return "\n".join(lines) + "\n"


def page(random: Random) -> str:
    """A notice on a site's page."""
    place = random.choice(PLACES)
    title, _, text = notice(random).partition("\n")
    return (
        "首页　机构　公开　服务\n当前位置：首页 > 政务公开 > 通知公告\n"
        f"{title}\n发布时间：2016-03-18 09:30　来源：{place}人民政府　【打印】\n"
        f"{text}上一篇：没有了\n主办单位：{place}人民政府　地址：{place}沿堤路58号\n"
        "青ICP备10093406号　网站标识码：6399000017\n"
    )


KINDS: Final[tuple[Callable[[Random], str], ...]] = (
    annual_report, new_annual_report, notice, rules, work_report, short_notice, plan, page,
)  # fmt: skip
TYPED: Final = (_plain, _indented, _half_width_with_blank_lines)
