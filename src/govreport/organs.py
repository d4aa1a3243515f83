"""What names of public bodies look like: facts, as data.

Sources: the kinds of organ of the 宪法 and the 地方组织法; 发文机关署名 and 主送机关 in GB/T 9704-2012, 7.3.2 and
7.3.5; short forms (市府, 厅) as documents use them.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.labels import FOOTER_KEY
from govreport.variants import simplify

SUFFIXES: Final = (
    "人民政府", "政府", "国务院", "委员会", "常委会", "管委会", "工委", "党委", "省委", "市委", "县委", "区委",
    "教委", "计委", "经委", "科委", "建委", "卫健委", "国资委", "发改委", "体改委", "编委", "办公厅", "办公室", "办事处",
    "厅", "局", "部", "署", "院", "处", "科", "室", "办", "行署", "公署", "盟", "中心", "总队", "支队", "大队", "中队", "队",
    "研究所", "派出所", "事务所", "管理所", "监督所", "财政所", "服务站", "管理站", "工作站", "监测站", "检查站", "图书馆", "博物馆",
    "档案馆", "文化馆", "合作社", "供销社", "通讯社", "新华社", "联合会", "学会", "理事会", "基金会", "工会", "妇联", "残联", "共青团", "公司", "集团", "银行", "支行", "分行", "大学", "学院", "学校", "中学", "小学", "幼儿园",
    "医院", "法院", "检察院", "街道", "人民代表大会", "指挥部", "领导小组", "海关", "税务", "园区", "开发区", "联社", "协会", "商会", "电视台", "气象台", "报社",
)  # fmt: skip
"""How names of bodies end."""

_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_NAME = re.compile(rf"[\u4e00-\u9fff（）()、·“”]{{1,38}}?(?:{_SUFFIX})(?:[（(][\u4e00-\u9fff]{{1,12}}[）)])?")
# Words of running text and of titles, which no body's name holds.
_NOT_A_NAME = re.compile(
    r"关于|通知|报告|年度|规定|转发|批转|公开情况|全部|内部|外部|干部|东部|西部|中部|布局|格局|主办|承办|协办|举办|督办|提案|印发|根据|按照|负责|召开|举行|联系|欢迎|位置|首页|我|您|请|的|是|了|将|向"
)
_TOKEN = re.compile(r"[、，,；;]|\s{1,9}")
_ADDRESSED = re.compile(
    rf"(?:{_SUFFIX}|单位|部门|机关|机构|企业|处室|科室|省|市|县|区|乡|镇|州|厅局|委办局|委办|高校|院校|同志|直属|团体|园|校|"
    r"直属机构|部委|各委|[)）])$"
)
_SALUTATION = re.compile(r"各位|同志们|朋友们|女士们|尊敬的|大家好|代表们|委员们|网民")
# 宁波市…局宁波市…局: names glued together, where one ends and the next begins like the first.
_JOINT = re.compile(r"(?<=[局委厅会院部署办处室行心队社司])(?=[\u4e00-\u9fff]{2})")


def is_organ(text: str) -> bool:
    """True where a text is, by its shape, the name of a public body and nothing else.

    Args:
        text: a piece of a line, without white space around it.
    """
    if not 2 <= len(text) <= 40:
        return False
    words = text.split()
    if len(words) > 1:  # 国 务 院: letters spaced out for looks
        if any(len(word) > 2 for word in words):
            return False
        text = "".join(words)
    text = simplify(text)
    return _NAME.fullmatch(text) is not None and _NOT_A_NAME.search(text) is None


def split_names(text: str) -> list[str]:
    """Split a signature line into its names.

    Args:
        text: names set apart by spaces, or glued together where each begins with the same place.

    Returns:
        The names in order; joined, with the spaces between them, they are the text.  A space inside a name
        (国 务 院) does not part it.
    """
    pieces = re.split(r"[\s\u3000\u00a0]{1,40}", text)
    if len(pieces) > 1:
        return pieces if all(is_organ(piece) for piece in pieces) else [text]
    names, start = [], 0
    for match in _JOINT.finditer(text):
        rest = text[match.start() :]
        head = text[start : match.start()]
        branch = head.endswith("银行") and rest.endswith(("支行", "分行"))  # 中国人民银行某市中心支行 is one name
        glued = not branch and (rest[:2] == text[:2] or rest.startswith(("中国", "国家", "中共")))
        if glued and is_organ(head) and is_organ(rest):
            names.append(head)
            start = match.start()
    return [*names, text[start:]]


def is_addressed(text: str) -> bool:
    """True where a text names the bodies a document is addressed to (主送机关).

    Args:
        text: what stands before a colon at the head of a document.
    """
    if not 2 <= len(text) <= 400 or "。" in text or text in FOOTER_KEY or _SALUTATION.search(text):
        return False
    text = simplify(text)
    tokens = [token for token in _TOKEN.split(text) if token]
    if not tokens or _ADDRESSED.search(tokens[-1]) is None:
        return False
    # 北京、天津、…、陕西省人民政府: names of places in a row share the last one's noun.
    named = sum(1 for token in tokens if len(token) <= 3 or _ADDRESSED.search(token) or token.startswith(("各", "本")))
    return named >= 0.6 * len(tokens)


REGION: Final = re.compile(r"(?:[\u4e00-\u9fff]{2,12}(?:省|市|自治区|自治州|自治县|地区|州|盟|县|区|旗|镇|乡))$")
"""A place that has a government: used to complete a title that names only the place."""
LEADING_NAME: Final = re.compile(rf"[\u4e00-\u9fff（）()]{{1,30}}?(?:{_SUFFIX})")
"""The shortest name of a body at a place of a text."""
