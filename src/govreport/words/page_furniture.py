"""Words of a site's furniture: page tools, navigation, breadcrumbs, what stands under a document.

Facts, as data, seen on pages of many sites.  They say what a word usually is; whether a line is furniture depends on
where it stands, and the steps of the parse decide that.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from govreport.words.patterns import late
from govreport.words.traditional import simplify
from govreport.words.vocabulary import BLANK, first_signs, last_signs, one_of

# --- page tools ------------------------------------------------------------------------------------------------------

TOOLS: Final = (
    "打印", "关闭", "收藏", "下载", "全屏", "加大", "增大", "还原", "减小", "放大", "缩小", "正常", "返回",
    "登录", "注册", "退出", "首页",
    "顶部", "字号", "字体", "调整字体", "字体大小", "复制链接", "链接已复制", "打印本页", "关闭窗口",
    "关闭本页", "返回顶部", "返回首页", "我要打印", "保存",
    "转发", "点赞", "取消", "朗读", "听全文", "纠错", "我要纠错", "分享", "举报", "手机端", "手机版", "电脑版",
    "无障碍", "大", "中", "小",
    "默认", "A", "A+", "A-", "微信", "微博", "QQ空间", "QQ", "空间", "人人网", "新浪", "腾讯", "朋友圈", "繁體",
    "简体", "English",
    "设为首页", "加入收藏", "语音播报", "次", "无障碍浏览", "进入关怀版", "关怀版", "长者助手", "长者版",
    "智能机器人", "打印页面", "打印文章", "内容纠错", "发布", "全真版", "文字版", "图文版", "文件下载", "附件下载",
    "文档下载", "原文下载", "相关链接",
)  # fmt: skip
"""Buttons and counters around a text; a line of nothing else is furniture."""
_TOOLS: Final = late(rf"(?:【?\[?{one_of(TOOLS)}[\]】]?[:：+\-|/ \t\u00a0\u3000]{{0,8}})+")
_TOOL_STARTS: Final = frozenset("【[") | first_signs(TOOLS)
_TOOL_ENDS: Final = frozenset("]】:：+-|/ \t\u00a0\u3000") | last_signs(TOOLS)

PHRASES: Final = (
    "扫一扫", "扫码", "二维码", "打开微信", "微信扫", "微信“扫", '微信"扫', "点击右上角", "手机打开当前页",
    "分享到", "请输入", "搜索", "登录",
    "注册", "今天是", "您好", "欢迎您", "欢迎访问", "欢迎来到", "设为首页", "加入收藏", "无障碍", "网站支持",
    "IPV6", "IPv6", "简体", "繁體",
    "适老化", "关怀版", "老年版", "加载中", "视频加载", "您的浏览器", "浏览器版本", "未经授权", "严禁转载",
    "INFO END", "人参与", "{{",
)  # fmt: skip
"""Phrases that make a short line furniture wherever they stand in it."""
# Without a group, so that a search goes straight to the characters that one of them begins with.
_PHRASES: Final = re.compile("|".join([*map(re.escape, PHRASES), "</?[a-z]{1,8}[ >/]", "<!--", "-->"]))
_TOOL_LINE_MAX: Final = 80  # characters


_TOOL: Final = one_of(tool for tool in TOOLS if len(tool) > 1 and not tool.isascii())
TOOLS_AFTER: Final = late(rf"(?:{BLANK}{{1,9}}{_TOOL}){{1,6}}$|{_TOOL}{{2,6}}$")
"""Page tools behind a value, parted from it by blanks or several glued to it."""


# What a button asks for, as it is built: 我要 + 收藏, 文章 + 分享, 打印 + 本页, 点击 + 收听 + 年报 + 语音 + 朗读.
_ASKING: Final = "我要 点击 点此 请 一键 立即 欢迎 文章 本文 全文 内容 页面 本页 网页 语音 信息 新闻".split()
_DONE: Final = (
    "收藏 分享 打印 下载 阅读 收听 收看 听 朗读 播放 播报 转发 纠错 关闭 评论 点赞 复制 返回 举报 订阅 关注 扫描 "
    "扫码 翻译 查看"
).split()
_DONE_TO: Final = (
    "本文 本页 此页 此文 文章 全文 页面 窗口 链接 地址 网址 到微信 列表 首页 顶部 语音 音频 视频 年报 报告 新闻 二维码 "
    "我们 按钮 正文 内容 朗读 播放 版 成功 取消"
).split()
_BUTTON: Final = late(rf"{one_of(_ASKING)}{{0,2}}{one_of(_DONE)}{{1,2}}{one_of(_DONE_TO)}{{0,3}}[!！]?")
_BUTTON_MAX: Final = 16  # characters
_BUTTON_STARTS: Final = first_signs(_ASKING, _DONE)


def is_button(text: str) -> bool:
    """True where a line is, by how it is built, what a page offers to do: 我要收藏, 文章分享, 打印本页."""
    return len(text) <= _BUTTON_MAX and text[0] in _BUTTON_STARTS and _BUTTON.fullmatch(text) is not None


def is_widget(text: str) -> bool:
    """True where a line holds page tools, share links or other furniture and nothing else."""
    if len(text) >= _TOOL_LINE_MAX:
        return False
    if is_button(text):
        return True
    if text[0] in _TOOL_STARTS and text[-1] in _TOOL_ENDS and _TOOLS.fullmatch(text) is not None:
        return True
    return _PHRASES.search(text) is not None


# --- navigation ------------------------------------------------------------------------------------------------------

SITE_NAME_ENDS: Final = tuple(
    "首页 登录 注册 退出 网站 门户 平台 频道 专栏 栏目 栏 版 助手 邮箱 导航 搜索 菜单 地图 热线 客户端 公众号 官网 "
    "网 语言 关闭 更多 移动端".split()
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
PINYIN: Final = re.compile(r"\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)")
"""What a converter of characters puts behind some of them: 發佈時間(jiān)."""
BREADCRUMB_SIGNS: Final = (">", "页", "＞", "頁", "»", "›", "位置", "Home")
"""What a breadcrumb holds one of; nearly every other line holds none."""
_BREADCRUMB_SIGN: Final = re.compile(one_of(BREADCRUMB_SIGNS))
_BREADCRUMB_MAX: Final = 200  # characters


def is_breadcrumb(text: str) -> bool:
    """True where a line tells where the page stands in its site."""
    if len(text) >= _BREADCRUMB_MAX:
        return False
    if "位置" not in text and "Home" not in text and _BREADCRUMB_SIGN.search(text) is None:
        return False
    words = PINYIN.sub("", text) if "(" in text else text
    return _BREADCRUMB.match(simplify(words)) is not None


# --- under a document ------------------------------------------------------------------------------------------------

CREDITS: Final = (
    "来源", "信息来源", "文章来源", "稿件来源", "文字来源", "新闻来源", "本文来源", "编辑", "责任编辑", "网络编辑",
    "本文编辑", "本期编辑", "责编", "初审", "复审", "终审", "监制", "总监制", "总值班", "审读", "作者", "标签",
    "关键词", "关键字", "撰稿", "供稿", "摄影", "审稿", "录入", "信息员", "通讯员", "录入员", "审稿人", "撰稿人",
    "审核人", "值班编辑", "一审", "二审", "三审", "稿源", "转自", "本文转自", "转载自", "文章出处", "TAG", "Tag",
    "Tags", "本文链接", "原文链接", "原文地址", "文章链接", "解读链接", "政策解读", "图文解读", "政策图解", "一图读懂",
    "时间", "发布时间", "发布日期", "发表时间", "发表日期", "更新时间", "更新日期", "维护",
    *(who + what for who in "审编校" for what in "核审校对"),
)  # fmt: skip
"""Labels of what stands under a document: who wrote, edited, published it.  They count with their colon."""
CREDITS_IN_BRACKETS: Final = ("我要", "责任编", "责编", "编辑", "资料来源")
"""How such a line begins behind its bracket: 【编辑：…】, （资料来源：…）."""
NEIGHBOURS: Final = (
    "上一篇", "上一条", "上一页", "上一个", "下一篇", "下一条", "下一页", "下一个", "前一篇", "后一篇",
    *("相关" + what for what in "链接 附件 新闻 文章 阅读 推荐 解读 文件 信息 稿件 报道 文档 内容".split()),
    *("相关" + what for what in "政策 专题 下载 主题".split()),
    "推荐阅读", "延伸阅读", "热点新闻", "热门推荐", "热门文章", "关联稿件", "关联文件", "图解", "往期回顾", "编辑推荐",
    "猜你喜欢", "新闻排行", "点击排行", "热点排行", "热门排行", "阅读排行", "本周热点", "最新文章", "为您推荐",
    "附件下载", "下载附件", "文件下载", "所属分类", "所属栏目", "阅读原文", "返回列表", "全文链接",
    "热点文章", "热点信息", "热门新闻", "最新更新", "最新信息", "最新新闻", "推荐文章", "推荐信息", "推荐新闻",
    "关联信息", "关联文章", "关联新闻", "猜您喜欢", "大家都在看",
)  # fmt: skip
"""What a line that leads to other pages begins with."""
FILES_BELOW: Final = ("相关附件", "附件下载", "下载附件", "文件下载", "相关文件", "相关下载")
"""Those of them that belong to the document where the names of files follow."""
TOOLS_BELOW: Final = (
    "分享", "打印", "关闭", "返回", "字号", "字体", "回到顶部", "扫一扫", "扫码", "扫二维码", "微信扫", "用微信",
    "浏览次数", "浏览量", "点击数", "点击量", "访问量", "阅读次数", "阅读量", "收藏", "内容纠错", "我要纠错",
    "我要评论", "发表评论", "网友评论", "预览时标签不可点", "点击查看更多", "点击收起", "更多精彩内容",
    "更多>>", "加载更多", "纠错】", "我要分享", "欢迎关注", "更多内容", "更多资讯", "站长统计",
    "关注 ", "关注·", "关注公众号", "关注我们", "关注微信",
    "建议使用", "最佳浏览", "您是第", "访问统计", "本站", "您访问的链接", "Loading", "E-mail推荐",
)  # fmt: skip
"""What a line of page tools below a document begins with."""
FOOTER_LINKS: Final = (
    "联系我们", "关于我们", "关于本站", "网站地图", "网站声明", "网站导航", "网站管理", "站点地图", "友情链接", "隐私",
    "免责声明", "市政府网站",
)  # fmt: skip
"""What a footer's row of links begins with."""
AFTER_DOCUMENT_ALONE: Final = ("政策解读", "政府信息公开")
"""Lines of nothing else that stand under documents."""
RANKINGS: Final = ("排行榜", "点击排行", "新闻排行")
"""What heads a list of the pages that are read most."""
FOOTER_SIGNS: Final = ("ICP", "公网安备", "标识码", "版权所有", "版權所有", "Copyright", "CopyRight", "©")
"""What makes a short line a footer's wherever it stands in it."""
DISCLAIMERS: Final = frozenset({"版权声明", "免责声明"})
"""What sites say of what they publish, in sentences, with a colon behind it."""
PUBLIC_DOMAIN: Final = late(r"[属屬][于於]\s{0,4}公有[领領]域(?=\s{0,4}[。，,])")
RIGHTS_OPEN: Final = ("本作品", "本文件在", "本译文")
"""How free libraries begin what they say on the rights in a text, below it; `PUBLIC_DOMAIN` stands in it."""
