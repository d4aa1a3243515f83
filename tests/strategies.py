"""Text that looks like report pages, with the damage that pages have, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = [
    "一、", "二、", "三、", "十二、", "（一）", "(二)", "（三）、", "1.", "2．", "3、", "（1）", "(2)", "1)", "①",
    "第一章 ", "第一条 ", "第二条　",
    "1.1 ", "3.2.1 ", "01", "一 ", "目录", "一是", "总体情况", "加强组织领导", "主动公开政府信息情况",
    "根据《条例》规定，编制本报告。",
    "全年公开信息128条。", "各县人民政府，市政府各部门：", "溪原市水务局", "溪原市人民政府办公室", "2016年3月15日",
    "二〇一六年三月十五日", "2月30日",
    "2020年2月30日", "溪原市水务局2015年政府信息公开工作年度报告", "关于印发《溪原市公园管理办法》的通知",
    "溪政发〔2020〕12号", "发布时间：2016-03-18 09:30",
    "来源:", "索 引 号：", "浏览次数：", "当前位置: 首页>政务公开>年报", "分享到:", "打印", "附件：1.名单", "附件",
    "（此件公开发布）", "主办单位：溪原市人民政府",
    "青ICP备15001234号-1", "青公网安备 63010202000123号", "网站标识码：6301000012", "版权所有", "上一篇：没有了",
    "信息内容\t本年制发件数", "| 规章 | 0 |",
    "本年新收 8 0 0 0 1 0 9", "- 3 -", "P. 9", "&nbsp;", "## ", "。", "；", "：", "，", "……", "“", "”",
]  # fmt: skip
_SPACE = [
    "",
    "",
    " ",
    "  ",
    "\u00a0",
    "\u3000\u3000",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x0c",
    "\u200b",
    "\ufeff",
    "\n　　",
]

pieces = st.sampled_from(_PIECES)
spaces = st.sampled_from(_SPACE)
odd = st.text(max_size=12)

# On both sides of what the parse counts to: indents, short lines, long ones, the text of a page's beginning.
_LENGTHS = [2, 3, 4, 8, 16, 30, 31, 40, 41, 60, 61, 120, 121, 159, 160, 161, 240, 399, 400, 401, 402, 600, 1001, 4000]
_REPEATED = [
    *" \u3000\u00a0\t\n\u200b公情一1１。．.，、：:；（(）)《“|-—…#&<",
    "　　",
    "公。",
    "一、",
    "（一）",
    "1.",
    "年",
    "号 ",
]
runs = st.builds(
    lambda sign, length: sign * (length // len(sign)), st.sampled_from(_REPEATED), st.sampled_from(_LENGTHS)
)
"""One sign over and over, up to 4,000 characters."""

_short_pages = st.lists(st.one_of(pieces, pieces, spaces, spaces, odd), max_size=60).map("".join)
_long_runs = st.lists(st.one_of(pieces, pieces, spaces, odd, runs), max_size=16).map("".join)
pages = st.one_of(_short_pages, _short_pages, _long_runs)
"""Report-like text: markers, furniture, damage, white space of every kind, and characters of any kind between; some
with long runs of one sign.
"""

sentences = st.text(alphabet="各地要加强领导明确责任抓好落实，、公开信息", min_size=8, max_size=60)
