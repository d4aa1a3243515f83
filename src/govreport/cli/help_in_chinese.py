"""The help of the commands in Chinese.  What is not here stays English; examples are taken from the English help.

Lines are broken here, at some seventy columns, since click breaks lines at blanks, which Chinese has none of.
"""

from __future__ import annotations

import copy
import inspect
from typing import Any, Final, TypeVar

import click

COMMANDS: Final[dict[str, str]] = {
    "check": """检查年度报告：法定章节是否齐全，数字是否相符。

FILE 可以是文件、文件夹、加引号的通配符，或 -（标准输入）。检查2019年以后
的年度报告；其他文件只列出疑点。每个文件的最后一行说明多少项通过、多少项
不符、多少项因缺少数字无法判断，或者为什么没有检查。

退出码：0 检查过的都相符；1 有不符，或有文件读不了；2 用法错误；3 没有可检查
的文件。疑点不影响退出码。""",
    "convert": """读取 SRC 里的全部网页，写成一个数据集 OUT。

SRC 可以是文件、文件夹、加引号的通配符、zip 或 tar 包、WARC 文件、JSON
Lines，- 表示从标准输入读 JSON Lines。SRC 和 OUT 也可以是 fsspec 路径，如
s3://bucket/pages/（需要 pip install 'govreport[fsspec]'）。读不了的网页也占
一行，写明原因。

退出码：0 完成；1 没有做完，或有压缩包损坏，或没有一页读得了；2 用法错误，或
缺少附加组件；130 按了 Ctrl-C。""",
    "mcp": """让语言模型查询 DIR 下的报告：Model Context Protocol 服务器。

由客户端启动，通过标准输入输出通信，需要 pip install 'govreport[mcp]'。可查
目录、字段、各节正文、统计表、检查结果，并可全文查找。只读 DIR 下的文件，
不跟随指向外面的链接，不写任何文件。

退出码：0；2 用法错误，或缺少附加组件。""",
    "parse": """读取每个 FILE，输出 JSON、纯文本或 Markdown（UTF-8）。

FILE 可以是文件、文件夹、加引号的通配符，或 -（标准输入）。JSON 每行一条记录，
与 convert 相同：路径、标题、机关、年份等在前，结构树在 report 里。

退出码：0；1 有文件读不了或写不了（其余照做）；2 用法错误。""",
    "review": """逐页查看最没有把握的网页，最没有把握的在前，并加以改正。

FILE 可以是文件、文件夹或加引号的通配符。每页显示疑点及其位置、字段和小标题；
在提示符后输入改正（? 列出写法）。改正写在网页旁边的 page.fix.json 里，以后
各命令和 govreport.read 都照此办理。网页本身不改动。

退出码：0；1 有文件读不了或写不了（其余照做）；2 用法错误。""",
    "serve": """在浏览器里查看 DIR 下的报告：可排序、筛选、检索的列表，总览图，逐份查看。

列表先出来，报告在后台读取。只在本机（127.0.0.1）提供，只读 DIR 下的文件，
只有用了 --edit 才写文件，且只写改正；拖到列表上的文件只显示，不保存。
按 Ctrl-C 停止。

退出码：0；1 端口被占用；2 用法错误。""",
    "stats": """把 SRC 下历年政府信息公开年度报告的数字（正文和统计表）汇成一张表。

SRC 可以是文件夹、文件或压缩包。读不了的（另有提示）和其他内容的文件略去。

退出码：0；1 找不到来源，或没有一份是读得了的年度报告，或写不了 OUT；2 用法
错误，或缺少附加组件。""",
    "text": """输出每个 FILE 的文字（UTF-8）：人在网页或 Word 文件里看到的内容。

FILE 可以是文件、文件夹、加引号的通配符，或 -（标准输入）。

退出码：0；1 有文件读不了（其余照做）；2 用法错误。""",
    "tree": """显示每个 FILE 的目录、字段和疑点。

FILE 可以是文件、文件夹、加引号的通配符，或 -（标准输入）。

退出码：0；1 有文件读不了（其余照做）；2 用法错误。""",
    "view": """为每个 FILE 生成一个供查看的网页：目录、按成分着色的正文、字段、不符与疑点。

网页只有一个 HTML 文件，不需要网络。FILE 可以是文件、文件夹、加引号的通配符，
或 -（标准输入）。

退出码：0；1 有文件读不了或写不了（其余照做）；2 用法错误。""",
}
"""Each command with what it does, and with what it ends; the first line stands in the list of commands."""

GROUP: Final = """把抓取的政府网页文本解析成结构树，也能还原成文本。

看一个网页里有什么：
  govreport tree report.txt

做数据集，每行一份 JSON：
  govreport parse pages/ > reports.jsonl

只留文件本身，去掉网站内容：
  govreport parse report.txt --to clean

检查年度报告：
  govreport check reports/

在浏览器里查看：目录、正文、字段、不符与疑点：
  govreport view report.txt --open
  govreport serve pages/

逐页查看最没有把握的网页，并加以改正：
  govreport review pages/

把历年报告的数字汇成一张表：
  govreport stats reports/ -o panel.csv

让语言模型查询一个文件夹：
  govreport mcp reports/

FILE 可以是纯文本、HTML（pip install 'govreport[html]'）、.docx、.doc、PDF
（附加组件 docx、doc、pdf）或 OFD；文件夹指其下所有文件，加引号的通配符指它
匹配的文件。"""

OPTIONS: Final[dict[str, str]] = {
    "--again": "以前看过的网页也显示。",
    "--allow-unchecked": "没有可检查的文件时，退出码为 0，不是 3。",
    "--below": "只看把握低于 P 的网页。",
    "--by": "改正的人，一并记下。",
    "--code": "只看有这种疑点的网页；可重复。",
    "--corrections": "按网页旁边的 page.fix.json 改正（见 review），或保持解析结果。",
    "--diff": "两个 FILE 左右对照，逐节排列。",
    "--doubts": "改为列出解析没有把握之处，最没有把握的 FILE 在前。",
    "--edit": "允许点选改正：在文件旁边写 page.fix.json。",
    "--encoding": "FILE 的编码；不指定则自动判断。",
    "--follow-links": "文件夹里的链接指向外面时也读取。",
    "--format": "text：文件:行: 代码 说明；json：对象列表；github：在工作流里标出各行。",
    "--from": "在 convert 的输出 OUT 所列网页中选，不重新读取全部网页。",
    "--indent": "JSON 每层缩进 N 格。",
    "--jobs": "进程数；不指定则用全部核心；1 为只用本进程。",
    "--json": "只输出要显示的内容（JSON），不提问。",
    "--update": "更新已有的 OUT：只读新的和变了的网页，未变的保留，来源里没有了的去掉。",
    "--known": "略去以前的输出 OUT 里已有且未变的网页；可重复。",
    "--lang": "用英文或中文；不指定则看 LANG。",
    "--max-bytes": "所读网页的最大字节数。",
    "--max-chars": "每个片段最多多少字，默认800。",
    "--max-memory": "每个进程可用的内存字节数。",
    "--max-tokens": "每个片段最多多少 token，由 --tokenizer 计数。",
    "--open": "在浏览器中打开；没有 -o 时用临时文件。",
    "--output": "写到哪里。",
    "--overlap": "每个片段重复前一片段末尾的多少字或 token。",
    "--overwrite": "OUT 已存在时替换。",
    "--port": "端口；0 为任一空闲端口。",
    "--previous": "同一机关上一年的报告，用来检查跨年的数字。",
    "--quiet": "不显示进度和小结。",
    "--resume": "接着做中断的任务；没有则从头开始。",
    "--reviewed": "说明一个 FILE 的全页都已看过。",
    "--serve": "在浏览器里点选改正；FILE 为一个文件夹。",
    "--set": "改正一个 FILE 的字段。",
    "--shape": "long 每个变量一行； wide 每份报告一行； coverage 各机关各年有无； revisions 结转数前后对照。",
    "--split-headings": "标题与段落相连而没有标点时，何时分开。",
    "--tables": "写哪些表；Parquet 默认全部，JSON Lines 只写一个，默认 reports。",
    "--text-column": "JSON Lines 中文字所在的键。",
    "--timeout": "每页最多用多少时间。",
    "--to": "输出的格式。",
    "--tokenizer": "计数的对象：有 encode()，或是一个函数。",
    "--unordered": "做完一页写一页，不按 SRC 的顺序。",
    "--version": "显示版本号，以及解析部分是否已编译。",
    "-n": "最多看多少页。",
    "--with-headings": "每个片段以所在各级标题开头。",
}
"""Options that mean one thing in all commands, by their long names."""

NOTES: Final[dict[str, str]] = {
    "after Ctrl-C or a kill": "中断以后接着做",
    "read what is new or changed alone": "只读新的和变了的",
    "without reading all pages again": "不重新读取全部网页",
}
"""What stands beside examples."""

_Command = TypeVar("_Command", bound=click.Command)


def translated(command: _Command) -> _Command:
    """Give a command that helps in Chinese.

    Args:
        command: any command; it stays as it is.

    Returns:
        A copy, with the help that is here.
    """
    made = copy.copy(command)
    name = command.name or ""
    said = GROUP if isinstance(command, click.Group) else COMMANDS.get(name)
    if said is not None:
        made.help = _laid_out(said, command.help or "")
        made.short_help = said.splitlines()[0]
    made.params = [_option(one) for one in command.params]
    return made


def _laid_out(said: str, english: str) -> str:
    """A help whose lines stay as they are, with the examples of the English one before its last paragraph."""
    *paragraphs, last = said.split("\n\n")
    _, mark, after = inspect.cleandoc(english).partition("\b\nExamples:")
    examples = "\b\n示例：" + after.split("\n\n")[0] if mark else ""
    for note, chinese in NOTES.items():
        examples = examples.replace(note, chinese)
    parts = [*(f"\b\n{one}" for one in paragraphs), examples, f"\b\n{last}"]
    return "\n\n".join(filter(None, parts))


def _option(option: click.Parameter) -> click.Parameter:
    said = next((OPTIONS[name] for name in option.opts if name in OPTIONS), None)
    if said is None or not isinstance(option, click.Option):
        return option
    made: Any = copy.copy(option)
    made.help = said
    return made  # type: ignore[no-any-return]
