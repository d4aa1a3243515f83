"""Labels of page fields and footers: facts, as data, with the key each stands for.

Sources: the field names of 政府信息公开目录 blocks and publish lines as seen on pages of many sites; the footer
elements that 国办发〔2017〕47号 (政府网站发展指引) asks for; licence formats of 工信部 (ICP备案) and 公安部 (公网安备).
"""

from __future__ import annotations

from typing import Final

from govreport.words.patterns import late

METADATA: Final[dict[str, str]] = {
    "published": (
        "发布时间 发布日期 发布于 发表时间 发表日期 发表于 公开日期 公开时间 公布时间 公示时间 公示日期 上载日期 "
        "上载时间 上网时间 上传时间 上传日期 上线时间 发稿时间 发稿日期 录入时间 录入日期 编辑时间 更新时间 更新日期 "
        "最后更新 最近更新 最后更新时间 添加时间 添加日期 提交时间 创建时间 创建日期 登载时间 登载日期 刊登时间 "
        "刊登日期 刊载时间 刊发时间 信息时间 信息日期 新闻时间 新闻日期 文章日期 信息发布时间 信息发布日期 "
        "文件发布日期 网上公开日期 首次发布时间 發布時間 發佈時間 發布日期 發佈日期 时间 日期 時間 date Date pubdate "
        "publish_time created"
    ),
    "issued": "发文日期 发文时间 印发日期 制发日期",
    "dated": "成文日期 成文时间 公文生成日期 签发日期 通过日期",
    "generated": "生成日期 生成时间 文件日期 公布日期 归档时间",
    "source": (
        "信息来源 文章来源 稿件来源 内容来源 新闻来源 消息来源 资料来源 图文来源 文图来源 稿源 来源 文章出处 "
        "信息出处 出处 转载自 转自 本文转自 来源于 本文来源于 文章來源 信息來源 來源 source"
    ),
    "author": "作者 文章作者 撰稿 文字 供稿 供稿单位 发布者 发布人",
    "views": "浏览次数 浏览量 点击数 点击次数 点击量 点击 访问量 访问次数 阅读次数 阅读量 阅读 浏览 人气 瀏覽次數",
    "issuer": (
        "发文机关 发文单位 发文机构 发布机构 发布单位 发布机关 制发机关 制定机关 公开机构 公开主体 "
        "信息公开机构 产生部门 预算单位 预算主管部门 编制单位 填报单位"
    ),
    "doc_number": "发文字号 发文文号 发布文号 文件编号 文件字号 公文字号 文号 发文号 文件号 编号 发文编号 备注/文号",
    "index": "索引号 信息索引号 索引码 信息索引 索取号 统一编号 登记号",
    "title": "标题 名称 信息名称 文件名称 公文名称 信息标题 正式标题 公文标题 文章标题 title Title",
    "subject": (
        "主题分类 分类 信息分类 组配分类 体裁分类 服务对象 主题 公文种类 公文类型 文种 信息类别 类别 栏目分类 "
        "所属分类 所属栏目 内容分类 题材分类 体裁 主题导航 服务对象分类 生命周期分类 分类词 文件分类 信息类型"
    ),
    "keywords": "主题词 关键词 关键字 标签",
    "validity": (
        "有效性 时效性 时效 文件状态 是否有效 效力状态 公文时效 公文有效性 信息时效 有效期 信息有效性 效力 状态"
    ),
    "effective": "生效时间 生效日期 实施日期 施行日期 实施时间",
    "expires": "失效日期 失效时间 终止时间 终止日期 废止日期 废止时间",
    "summary": "内容概述 内容概要 概述 简介 摘要 信息概要 内容摘要 导语",
    "openness": "公开方式 公开形式 公开时限 公开范围 公开类别 公开属性 公开程度 公开期限",
    "column": "公开目录 目录 栏目 信息目录 公开栏目",
    "department": "所属机构 所属单位 所属部门 公开部门 责任部门 责任科室 责任处室 主办科室 承办科室",
    "related": (
        "关联稿件 关联文件 相关解读 相关文件 语种 信息格式 信息格式/语种 载体类型 记录形式 分享 相关文档 政策解读 "
        "图文解读 图片解读 图解政策 政策图解 视频解读 文字解读 文件解读 专家解读 部门解读 媒体解读 解读链接 解读文件 "
        "一图读懂 相关图解 相关政策"
    ),
    "font": (
        "字号 字体 字体大小 浏览字号 文字大小 正文字号 字号大小 视力保护色 视力保护 保护视力色 背景色 【字号 "
        "显示字号 字体显示"
    ),
    "share": "分享到 分享至 分享文章到 分享给 打印本页",
    "editor": "责任编辑 编辑 审核 审核人 编审 校对 初审 复审 终审 责编 网络编辑 信息审核 责任校对",
    "signatory": "签发人 签发",
    "link": "原文链接 链接 url URL 原文地址 链接地址 文章链接 来源网址 本地目录",
    "search": "搜索热词 热门搜索 热词 热搜 热门关键词 搜索位置 匹配度 排序 关键字搜索 热门搜索词",
}
"""Keys and the labels that stand for them, in page metadata and publish lines."""

FOOTER: Final[dict[str, str]] = {
    "organizer": "主办单位 主办 网站主办 主办方 网站主办单位 主管单位 主管主办 版权及主办 主办机构",
    "contractor": "承办单位 承办 网站承办 承办方 网站承办单位 承办机构 承建单位",
    "support": (
        "技术支持 技术维护 技术保障 技术支撑 技术服务 设计制作 网站建设与维护 协办单位 协办 运维单位 指导单位 "
        "开发维护 制作维护 运行维护单位 维护单位"
    ),
    "copyright": "版权所有 版權所有 版权 Copyright CopyRight copyright COPYRIGHT ©",
    "icp": (
        "ICP备案号 ICP备案序号 ICP备案编号 ICP备案 ICP备案信息 备案号 备案序号 网站备案号 网站备案 备案编号 "
        "备案证号 网站备案编号"
    ),
    "police": "公安机关备案号 公安备案号 公安备案 公安网备案号 公安机关备案 公网安备案号 联网备案号",
    "site_id": "政府网站标识码 网站标识码 标识码 网站识别码 政府网站标识 党政机关网站标识码",
    "address": "联系地址 通讯地址 单位地址 办公地址 通信地址 机关地址 详细地址 地址",
    "phone": (
        "联系电话 电话 联系方式 联系我们 办公电话 咨询电话 总机 总机电话 服务电话 值班电话 热线电话 电话总机 联系热线 "
        "TEL Tel"
    ),
    "report_phone": (
        "举报电话 违法和不良信息举报电话 投诉电话 监督电话 纠错电话 举报热线 违法不良信息举报电话 涉未成年人举报电话"
    ),
    "fax": "传真 传真电话 联系传真",
    "postcode": "邮编 邮政编码",
    "email": "邮箱 邮件 电子邮箱 电子邮件 联系邮箱 E-mail Email EMAIL E-Mail e-mail email 举报邮箱 网站邮箱",
}
"""Keys and the labels that stand for them, in a site's footer."""

PROVINCE: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滇黔蜀陇秦港澳台"
"""The character of a province in licence numbers; ICP and 公网安备 differ for some (蜀/川, 陇/甘, 滇/云, 黔/贵)."""

_G: Final = r"[ \u00a0\u3000]{0,3}"
ICP: Final = (
    rf"[{PROVINCE}]?{_G}ICP{_G}"
    rf"(?:[备備]{_G}[:：]?{_G}(?:字)?{_G}(?:第)?\d{{5,12}}(?:[-－]\d{{1,4}}{_G}号|{_G}号?(?:[-－]\d{{1,4}})?)"
    rf"|[证證]{_G}\d{{5,12}}{_G}号[-－]\d{{1,4}})"
)
"""An ICP备案 number, as the inside of a pattern; ICP证 is the licence to trade, unless a site's number follows."""
POLICE: Final = rf"[{PROVINCE}]{_G}公网安备{_G}[:：]?{_G}\d{{11,14}}(?:{_G}号)?"
"""A 公网安备 number, as the inside of a pattern."""
SITE_ID: Final = r"(?:bm\d{8}|\d{8,12})"
"""A 网站标识码, as the inside of a pattern: six digits of the place and four more, or ``bm`` and eight."""


def _keys(table: dict[str, str]) -> dict[str, str]:
    return {label: key for key, words in table.items() for label in words.split()}


METADATA_KEY: Final = _keys(METADATA)
FOOTER_KEY: Final = _keys(FOOTER)
VALUELESS: Final = frozenset({"font", "share", "related", "views", "search"})
"""Keys of a page's buttons, lists and counters: the line after such a label is never its value."""
GLUED: Final = frozenset(
    "发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 公开日期 信息来源 文章来源 稿件来源 来源 作者 "
    "浏览次数 浏览量 阅读量 访问量 点击数 点击量 点击次数 字体大小 字体 字号 责任编辑 索引号 发布机构 "
    "电话 联系电话 举报电话 承办 承办单位 主办 主办单位 网站标识码 政府网站标识码 邮编 ICP备案号 技术支持".split()
)
"""Labels that may follow the value before them without a blank between (``作者:佚名发布日期:…``)."""
LICENCE: Final = late(rf"(?P<icp>{ICP})|(?P<police>{POLICE})|(?P<site_id>bm\d{{8}})")
"""A licence number, which needs no label."""
