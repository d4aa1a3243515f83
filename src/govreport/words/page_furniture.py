"""Words of a site's furniture: page tools, navigation, breadcrumbs, what stands under a document.

Facts, as data, seen on pages of many sites.  They say what a word usually is; whether a line is furniture depends on
where it stands, and the steps of the parse decide that.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from govreport.words.traditional import simplify
from govreport.words.vocabulary import BLANK, first_signs, one_of

# --- page tools ------------------------------------------------------------------------------------------------------

TOOLS: Final = (
    "打印", "关闭", "收藏", "下载", "全屏", "加大", "增大", "还原", "减小", "放大", "缩小", "正常", "返回",
    "登录", "注册", "退出", "首页",
    "顶部", "字号", "字体", "复制链接", "链接已复制", "打印本页", "关闭窗口", "关闭本页", "返回顶部",
    "返回首页", "我要打印", "保存",
    "转发", "点赞", "取消", "朗读", "听全文", "纠错", "我要纠错", "分享", "举报", "手机端", "手机版", "电脑版",
    "无障碍", "大", "中", "小",
    "默认", "A", "A+", "A-", "微信", "微博", "QQ空间", "QQ", "空间", "人人网", "新浪", "腾讯", "朋友圈", "繁體",
    "简体", "English",
    "设为首页", "加入收藏", "语音播报", "次", "无障碍浏览", "进入关怀版", "关怀版", "长者助手", "长者版",
    "智能机器人", "打印页面", "打印文章",
)  # fmt: skip
"""Buttons and counters around a text; a line of nothing else is furniture."""
_TOOLS: Final = re.compile(rf"(?:【?\[?{one_of(TOOLS)}[\]】]?[:：+\-|/ \t\u00a0\u3000]{{0,8}})+")
_TOOL_STARTS: Final = frozenset("【[") | first_signs(TOOLS)

PHRASES: Final = (
    "扫一扫", "扫码", "二维码", "打开微信", "微信扫", "微信“扫", '微信"扫', "点击右上角", "手机打开当前页",
    "分享到", "请输入", "搜索", "登录",
    "注册", "今天是", "您好", "欢迎您", "欢迎访问", "欢迎来到", "设为首页", "加入收藏", "无障碍", "网站支持",
    "IPV6", "IPv6", "简体", "繁體",
    "适老化", "关怀版", "老年版", "加载中", "视频加载", "您的浏览器", "浏览器版本", "未经授权", "严禁转载", "INFO END",
)  # fmt: skip
"""Phrases that make a short line furniture wherever they stand in it."""
_PHRASES: Final = re.compile(rf"{one_of(PHRASES)}|</?[a-z]{{1,8}}[ >/]|<!--")
_TOOL_LINE_MAX: Final = 80  # characters


def is_widget(text: str) -> bool:
    """True where a line holds page tools, share links or other furniture and nothing else."""
    if len(text) >= _TOOL_LINE_MAX:
        return False
    return (text[0] in _TOOL_STARTS and _TOOLS.fullmatch(text) is not None) or _PHRASES.search(text) is not None


# --- navigation ------------------------------------------------------------------------------------------------------

SITE_NAME_ENDS: Final = tuple(
    "首页 登录 注册 退出 网站 门户 平台 频道 专栏 栏目 栏 版 助手 邮箱 导航 搜索 菜单 地图 热线 客户端 公众号 官网 网 语言 "
    "关闭 更多 移动端".split()
)
"""How names of sites, columns and buttons end."""
SITE_NAME_STARTS: Final = tuple(
    "点击 首页 登录 注册 中国政府网 今天 欢迎 搜索 热搜 热词 您 【 · • ■ _ -- http www".split()
)
"""How lines of a site's head begin."""


def is_site_name(text: str) -> bool:
    """True where a line reads like the name of a site, a column or a button."""
    return text.endswith(SITE_NAME_ENDS) or text.startswith(SITE_NAME_STARTS)


_STEP: Final = rf"{BLANK}{{0,3}}+(?:>{{1,2}}+|＞{{1,2}}+|»|›){BLANK}{{0,3}}+"  # possessive: blanks are read one way
_BREADCRUMBS: Final = (
    # 您现在的位置：, 当前位置：
    rf"[您你]?(?:当前|現在|现在|所在)?(?:所在)?的?(?:当前|所在|现在)?的?位置是?{BLANK}{{0,4}}[:：>＞]",
    # 首页 > …, 网站首页-…
    r"[^。]{0,4}(?:首[ \u3000]{0,4}页|主页|网站首页|Home)[ \t\u00a0\u3000]{0,4}(?:>|＞|»|›|/|→|\\|::|-|—)",
    # > …, the rest of one that is broken over lines
    rf"[>＞»›]{{1,2}}{BLANK}",
    # 要闻 > 本地要闻
    rf"[^>＞»›。，,：:“]{{2,14}}+(?:{_STEP}[^>＞»›。，,：:]{{2,20}}+){{1,8}}+$",
)
_BREADCRUMB: Final = regex.compile("|".join(_BREADCRUMBS))
_BREADCRUMB_SIGN: Final = re.compile("[>页＞頁»›]|位置|Home")  # nearly every line holds none of these
_BREADCRUMB_MAX: Final = 200  # characters


def is_breadcrumb(text: str) -> bool:
    """True where a line tells where the page stands in its site."""
    if len(text) >= _BREADCRUMB_MAX or _BREADCRUMB_SIGN.search(text) is None:
        return False
    return _BREADCRUMB.match(simplify(text)) is not None


# --- under a document ------------------------------------------------------------------------------------------------

CREDITS: Final = (
    "来源", "信息来源", "文章来源", "稿件来源", "文字来源", "新闻来源", "编辑", "责任编辑", "网络编辑",
    "本文编辑", "本期编辑", "责编", "初审", "复审",
    "终审", "作者", "标签", "关键词", "时间", "发布时间", "发布日期", "发表时间", "发表日期", "更新时间",
    "更新日期", "维护",
    *(who + what for who in "审编校" for what in "核审校对"),
)  # fmt: skip
"""Labels of what stands under a document: who wrote, edited, published it.  They count with their colon."""
AFTER_DOCUMENT: Final = (
    # to other pages
    "上一篇", "上一条", "上一页", "上一个", "下一篇", "下一条", "下一页", "下一个", "前一篇", "后一篇",
    *("相关" + what for what in "链接 附件 新闻 文章 阅读 推荐 解读 文件 信息 稿件 报道 文档 内容".split()),
    *("相关" + what for what in "政策 专题 下载 主题".split()),
    "推荐阅读", "延伸阅读", "热点新闻", "热门推荐", "关联稿件", "图解", "附件下载", "下载附件", "文件下载",
    "所属分类", "所属栏目",
    # page tools
    "分享", "打印", "关闭", "返回", "字号", "字体", "回到顶部", "扫一扫", "扫码", "微信扫", "用微信",
    "浏览次数", "浏览量", "点击数", "点击量",
    "访问量", "阅读次数", "阅读量", "收藏", "内容纠错", "我要纠错", "我要评论", "发表评论", "网友评论",
    "【我要", "【责任", "【编辑", "（责任编辑",
    "(责任编辑", "（编辑", "(编辑",
    # the footer
    "主办", "承办", "协办", "版权", "版權", "网站标识", "政府网站标识", "技术支持", "联系我们", "关于我们",
    "关于本站", "网站地图", "网站声明",
    "网站导航", "友情链接", "隐私", "Copyright", "CopyRight", "copyright", "©", "ICP", "备案", "建议使用",
    "最佳浏览", "市政府网站",
    "您是第", "访问统计", "本站", "免责声明", "网站管理", "站点地图",
)  # fmt: skip
"""What a line under a document begins with."""
AFTER_DOCUMENT_ALONE: Final = ("政策解读", "政府信息公开")
"""The same, for lines of nothing else."""
_AFTER_DOCUMENT: Final = re.compile(
    rf"[【\[(（ \u00a0\u3000]{{0,3}}(?:{one_of(CREDITS)}[:：]|{one_of(AFTER_DOCUMENT)}|{one_of(AFTER_DOCUMENT_ALONE)}$"
    r"|各[省区县市].{0,6}网站)"
)
_AFTER_DOCUMENT_MAX: Final = 200  # characters


def opens_back(text: str) -> bool:
    """True where a line begins like those that stand under a document: credits, page tools, links, the footer."""
    return len(text) <= _AFTER_DOCUMENT_MAX and _AFTER_DOCUMENT.match(text) is not None


STRONG: Final = {
    "ICP备": "备", "ICP证": "I", "公网安备": "备", "标识码": "标", "版权所有": "版", "Copyright": "C", "CopyRight": "C",
    "备案号": "备",
}  # fmt: skip
"""What stands in footers and nearly nowhere else, each with its rarest character."""
