"""The pages of twenty invented sites, as they look when their markup is gone.  Every name in them is made up."""

from __future__ import annotations

from typing import Final

PLACES: Final = (
    ("岚溪市", "青", "639901"), ("墨川县", "冀", "139923"), ("鹤泽区", "粤", "449907"), ("白杨旗", "蒙", "159926"), ("云屏县", "滇", "539931"),
    ("砚塘区", "皖", "349905"),
)  # fmt: skip
"""Invented places, each with the character of a province and six digits that no place has."""
MENU: Final = (
    "首页", "政务公开", "政务服务", "互动交流", "走进本地", "新闻中心", "数据开放", "专题专栏", "机构设置", "法规文件", "财政信息", "人事信息",
    "领导之窗", "网上办事", "便民查询", "营商环境", "图说本地", "English",
)  # fmt: skip
LINKS: Final = (
    "全市春季造林现场会召开", "图解：新版户籍办理流程", "河道清淤工程进入收尾阶段", "关于暂停办理部分业务的公告", "市领导调研蔬菜大棚建设",
    "老旧小区加装电梯补贴指南", "首届湖鲜美食节将于下月开幕", "我市新增三家博物馆", "防汛应急演练举行", "公共自行车站点调整",
)  # fmt: skip
"""Titles of other pages."""

# fmt: off
PAGES: Final[tuple[tuple[str, dict[str, str], str], ...]] = (
    (
        "publish line, share tools, full footer",
        {
            "published": "{date}T{time}:00",
            "source": "{organ}",
            "footer.organizer": "{government}",
            "footer.contractor": "{office}",
            "footer.icp": "{icp}",
            "footer.police": "{police}",
            "footer.site_id": "{site_id}",
            "footer.address": "{address}",
            "footer.phone": "{phone}",
        },
        """\
{menu}
搜索
当前位置： 首页 > 政务公开 > 政府信息公开年报
{title}
发布时间：{date} {time} 来源：{organ} 浏览次数：{views} 字号：[ 大 中 小 ]
分享到：

{text}

【打印本页】 【关闭窗口】
主办单位：{government} 承办单位：{office}
地址：{address} 联系电话：{phone}
{icp} {police}
网站标识码：{site_id}
""",
    ),
    (
        "metadata as cells",
        {"published": "{date}"},
        """\
索 引 号：
{index}
主题分类：
综合政务
发文机关：
{organ}
标　　题：
{title}
发文字号：
{number}
发布日期：
{chinese_date}
主 题 词：

{title}
{text}
扫一扫在手机打开当前页
""",
    ),
    (
        "metadata between bars",
        {"published": "{date}T{time}:00", "footer.organizer": "{office}", "footer.site_id": "{site_id}"},
        """\
{menu_line}
| 索 引 号 | {index} | 主题分类 | |
| 发布机构 | {organ} | 发布日期 | {date} {time} |
| 文 号 | {number} | 有 效 性 | |
| 来 源 | |||
{title}
{text}
打印 关闭
网站地图 | 联系我们 | 隐私声明
主办：{office}
政府网站标识码：{site_id}
""",
    ),
    (
        "labels in brackets",
        {"published": "{date}", "footer.icp": "{icp}"},
        """\
您现在的位置： 首页 >> 信息公开 >> 公开目录
[ 索引号 ] {index}
[ 发布机构 ] {organ}
[ 发文字号 ] {number}
[ 发布日期 ] {date}
[ 有效性 ]
{title}
{text}
上一篇：{link}
下一篇：{other_link}
版权所有：{government}
{icp}
""",
    ),
    (
        "time before source, list of links",
        {"published": "{date}T{time}:{seconds}", "source": "{organ}", "footer.organizer": "{government}"},
        """\
{place}党政网
自治区政府
繁體中文
手机版
{menu}
正文
{title}
{date} {time}:{seconds} 来源:{organ} 阅读:
分享到
打印
【字体:大中小】
{text}
文件下载：
关联文件：
相关阅读
{links}
关于本站 网站地图 联系我们
主办：{government}
""",
    ),
    (
        "author and time run together",
        {"published": "{date}T{time}:00", "footer.address": "{address}", "footer.phone": "{phone}"},
        """\
{menu_line}
您的位置：首页 - 通知公告
{title}
作者:佚名发布日期:{date} {time}
{text}
【 字体： 大 中 小 】 【打印】 【关闭】
友情链接
{dotted_links}
地址：{address} 邮编：810099 电话：{phone}
""",
    ),
    (
        "login dialog behind",
        {
            "published": "{date}",
            "source": "{organ}",
            "footer.site_id": "{site_id}",
            "footer.police": "{police}",
            "footer.icp": "{icp}",
            "footer.organizer": "{office}",
        },
        """\
长者模式 无障碍浏览
{place}人民政府欢迎您
本站
站群
热门搜索：
当前位置：
首页
政务公开
重点领域信息公开
{title}
来源：{organ} 发布时间：{date}
字号：
大
中
小
{text}
扫一扫在手机上查看当前页面
附件下载
网站标识码：{site_id} {police} {icp}
主办：{office}
为确保最佳浏览效果，建议您使用以下浏览器版本：IE浏览器9.0版本及以上
通知
门户网站注册和登录功能现由统一认证平台提供，请按以下步骤操作：
（1）点击“注册”，跳转注册界面
（2）选择注册类别，填写相关信息，完成注册
（3）按需选择登录方式登录即可
确认登录
""",
    ),
    (
        "desktop and phone copies",
        {"published": "{date}T{time}:00", "source": "{organ}", "footer.organizer": "{government}"},
        """\
当前位置：首页 > 通知公告 > 正文
{title}
发布时间：{date} {time} 来源：{organ}
{text}
打印本页
扫一扫在手机打开当前页
{title}
发布时间：{date} {time} 来源：{organ}
{text}
返回顶部
主办单位：{government}
""",
    ),
    (
        "ranking list behind",
        {"published": "{date}T{time}:{seconds}", "source": "{organ}", "footer.icp": "{icp}"},
        """\
{menu_line}
首页 > 新闻中心 > 要闻
{title}
{date} {time}:{seconds} 来源： {organ}
【字体：大 中 小】 打印 分享
{text}
责任编辑：许岩
热点排行
{ranking}
视频推荐
{links}
版权所有 {place}融媒体中心 未经授权禁止复制和建立镜像 {icp}
""",
    ),
    (
        "as a messenger shows it",
        {"published": "{date}T{time}:00"},
        """\
{title}
{place}发布
{date} {time}
{text}
预览时标签不可点
阅读原文
微信扫一扫
关注该公众号
""",
    ),
    (
        "publish line between bars, title twice",
        {"published": "{date}", "footer.organizer": "{government}", "footer.address": "{address}"},
        """\
————————
{menu}
■ 政策文件
{title}
来源: | 发布时间: {date} | 浏览次数: {views}
{title}
{text}
\xa0
主办单位：{government} 版权所有
地址：{address} 邮编：030099
""",
    ),
    (
        "footer run together",
        {
            "published": "{date}T{time}:00",
            "source": "{organ}",
            "footer.site_id": "{site_id}",
            "footer.police": "{police}",
            "footer.icp": "{icp}",
            "footer.organizer": "{office}",
        },
        """\
简体版|繁体版|无障碍阅读
{menu_line}
当前位置：首页>政务公开>公示公告
{title}
信息来源：{organ}　发布时间：{date} {time}　浏览次数：{views}次
{text}
分享到：QQ空间 新浪 微信
网站标识码：{site_id}{police}{icp}
版权所有：©{government}
主办：{office}
""",
    ),
    (
        "menu in two languages",
        {
            "published": "{date}T{time}:{seconds}",
            "source": "{organ}",
            "footer.site_id": "{site_id}",
            "footer.organizer": "{government}",
            "footer.contractor": "{office}",
        },
        """\
搜索热词： 公共服务 产业扶持政策 投资创业
首页Home
本地动态 Local News
政务服务E-services
营商环境 Business & Investment
您当前所在的位置：首页 > 本地动态 > 通知公告
{title}
发表时间：{date} {time}:{seconds} 信息来源：{organ} 浏览量： -
A+大 A+中 A+小
{text}
扫一扫在手机打开当前页
打印关闭
网站地图 | 联系我们 | 友情链接 | 网站标识码：{site_id} 您是第 -  位访客
主办：{government} 承办：{office}
手机版
""",
    ),
    (
        "day, weather and slogan above",
        {"published": "{date}", "footer.icp": "{icp}", "footer.phone": "{phone}", "footer.organizer": "{government}"},
        """\
今天是{chinese_date} 星期二
{place} 多云 12℃~19℃ 东风3级
设为首页 加入收藏
团结奋进 务实为民
{menu_line}
网站首页 >> 公告栏
{title}
日期：{date} 点击数：{views}
{text}
[ 返回顶部 ] [ 关闭窗口 ]
主办单位：{government}
技术支持：岚图网络 联系电话：{phone}
备案号：{icp}
""",
    ),
    (
        "menu of the disclosure column",
        {"published": "{date}", "source": "{organ}", "footer.police": "{police}", "footer.site_id": "{site_id}"},
        """\
政府信息公开
政府信息公开指南
政府信息公开制度
法定主动公开内容
依申请公开
政府信息公开年报
{menu}
首页 / 政府信息公开 / 政府信息公开年报
{title}
发布日期：{date}
来源：{organ}
字体大小：A+ A A- 分享： 打印
{text}
相关链接
{dated_links}
更多>>
{police}
网站标识码：{site_id}
""",
    ),
    (
        "issuing body in the publish line",
        {"published": "{date}T{time}:00", "footer.icp": "{icp}-1", "footer.organizer": "{government}"},
        """\
政务公开
{title}
发布机构:{organ} 发布时间: {date} {time} 字体: [ 大 中 小 ]
{text}
Copyright © {year} All Rights Reserved
主办：{government}
{icp}-1
""",
    ),
    (
        "metadata behind bullets",
        {"published": "{date}", "footer.address": "{address}"},
        """\
{menu_line}
  • 索引号:{index}
  • 发布机构:{organ}
  • 文号:{number}
  • 发布日期:{date}
{title}
{text}
  • 分享到
  • 打印
  • 收藏
地址：{address}
""",
    ),
    (
        "files and neighbours behind",
        {
            "published": "{date}",
            "source": "{organ}",
            "footer.organizer": "{office}",
            "footer.contractor": "岚图网络",
        },
        """\
首页
>
政务公开
>
通知公告
{title}
时间：{chinese_date}　来源：{organ}　【打印】【关闭】
{text}
相关附件：
附表下载.xls
上一条：{link}
下一条：{other_link}
相关新闻
{dotted_links}
主办单位：{office}　承办单位：岚图网络
""",
    ),
    (
        "scraps of scripts",
        {
            "published": "{date}T{time}:00",
            "source": "{organ}",
            "footer.icp": "{icp}",
            "footer.organizer": "{government}",
        },
        """\
您的浏览器版本过低，请升级后访问
{{{{item.name|text}}}}
热门搜索： {{{{item.word|text}}}}
登录/注册
消息
{menu}
所在的位置 >
首页 > 公共服务 > 主题服务
{title}
发布日期：{date} {time}  文章来源：{organ}   字体大小：【 A- A A+ 】
{text}
关注 · {place}政府网
×
+
-
主办：{government} {icp}
""",
    ),
    (
        "no publish line, supervising body below",
        {"footer.organizer": "{government}", "footer.icp": "{icp}"},
        """\
首页 | 机构 | 公开 | 服务 | 互动
当前位置：首页 > 文件
{title}
打印 关闭
{text}
主管单位：{government}
©{year} 版权所有 {icp}
推荐使用1024×768以上分辨率浏览
""",
    ),
)
# fmt: on
"""Of each page its name, the fields that it states, and the page."""
