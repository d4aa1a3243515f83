"""How sentences name what they count: each variable's phrasings.  Data alone.

A phrasing is what a phrase ends with.  The phrase is what stands before the number, without words such as 共, 为, 数;
or what stands before it together with what stands after (召开 3次 新闻发布会).  In it ``…`` stands for up to thirty
characters without a comma, and ``(a|b)`` for one of several; it ends in characters of its own, by which it is found.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import frozen

_PIECES: Final = "件"


@frozen
class Phrasing:
    """A phrasing of a variable.

    Attributes:
        variable: its code.
        words: the pattern that a phrase ends with.
        units: the units that the number may have; empty for any.
        topic: what the sentence must be about: ``requests``, ``reconsiderations``, ``lawsuits``, or the variable
            of the number before; empty for anything.
        confidence: how likely it is right.
    """

    variable: str
    words: regex.Pattern[str]
    units: frozenset[str]
    topic: str
    confidence: float


_GET: Final = "(收到|接到|受理|接收|收悉|收取|新收|办理|收|接)"
_REQUESTS: Final = "requests"
_NOT_DONE: Final = "(?<!答复)(?<!办结)(?<!处理)(?<!答复政府)(?<!办结政府)(?<!处理政府)"
_BODY: Final = "(机关|部门|单位|局|委|厅|镇|街道|办|市|县|区|级|部)"
_WAY: Final = (
    "(提交|递交|填写)?(表单)?(形式|方式|渠道|途径)?(提交|提出|申请|递交|受理|接收|收到)?(的)?(申请表|申请|件)?"
)

# variable, topic, units, confidence, phrasings
TABLE: Final = (
    ("received_in_person", _REQUESTS, "件 条 个 人次 次 份 项", 0.97, f"""
        (当面|现场)(书面)?{_WAY} (上门|窗口|来访|来人)(书面)?(方式)?(提交|提出|递交|申请)(申请|件)?
        通过(当面|现场|窗口)…{_GET}…申请
     """),
    ("received_letter_fax", _REQUESTS, "件 条 个 份", 0.97, "信函、传真申请 信函传真申请"),
    ("received_fax", _REQUESTS, "件 条 个 份 项", 0.97, f"传真{_WAY} 通过传真…{_GET}…申请"),
    ("received_email", _REQUESTS, "件 条 个 份 项", 0.97, f"""
        (?<!信箱)(电子)?(邮件|邮箱){_WAY} 通过(电子)?(邮件|邮箱)…{_GET}…申请
     """),
    ("received_online", _REQUESTS, "件 条 个 份 项 次", 0.97, f"""
        (网络|网上|在线|线上)(平台|系统)?{_WAY}
        (网站|互联网|平台|系统)(形式|方式|渠道)?(提交|提出|申请|递交|受理)(申请表|申请|件)?
        (网络|网上|在线)(依申请|书面)申请 通过(网上|网络|网站|在线|互联网|依申请公开平台|平台|系统)…{_GET}…申请
     """),
    ("received_letter", _REQUESTS, "件 条 个 份 项 封 次", 0.97, f"""
        (?<!公开)(?<!申请)(信函|邮寄|信件|来信|书信|挂号信|邮政|寄送|来函|快递|邮政特快专递)(书面)?{_WAY}
        以书面形式邮寄
        通过(信函|邮寄|信件|来信|邮政|快递)…{_GET}…申请
     """),
    ("received_phone", _REQUESTS, "件 条 个 份", 0.95, "电话申请 电话"),
    ("received_other_way", _REQUESTS, "件 条 个 份", 0.95, "其他(形式|方式|途径|渠道)(申请|提交)?"),
    ("carried_over", "", "件 条 个", 0.97, """
        上(一)?年(度)?结转(办理)?(的)?(政府)?(信息)?(公开)?(申请)? 去年结转(申请)? 结转上(一)?年(度)?…申请
        上(一)?年(度)?(顺延|延续|遗留)(办理)?(的)?(申请)? 20..年(度)?结转(的)?(申请)?
     """),
    ("carried_forward", "", "件 条 个", 0.97, """
        (结转|顺延|延续)(至|到)?(下|次|明|20..)(一)?年(度)?(的)?(继续)?(办理|答复|办结|处理)? (结转|顺延)…继续办理
        [,;]结转 (结转|顺延)(至|到)?(下|次)(一)?年(度)?…申请 在?(下|次)(一)?年(度)?(继续)?(答复|办理|办结)
     """),
    ("received", "", "件 条 人次 次 份 个 项", 0.97, f"""
        {_GET}…(公开|书面|网上|网络|信息|群众|公众|公民|个人|当面|来信|依法|依规|新)…申请 {_GET}…申请公开 {_GET}申请
        {_GET}的申请 {_GET}依申请公开 {_GET}…依申请公开 {_GET}…依申请公开(信件|信息|件|事项|来信|函)
        {_GET}…(公开|信息)申请(件|表|书|信息|事项|案件) 申请公开政府信息 收到有效申请 发生依申请公开
        {_GET}申请(书|表)
        {_GET}依申请(政府)?信息公开(事项|件) {_NOT_DONE}(依申请公开|信息公开)申请
        {_GET}…(公开|信息)的申请 新增…申请
     """),
    ("closed", _REQUESTS, "件 条 个", 0.96, """
        (?<!按时)(?<!按期)(?<!延期)(?<!如期)办结 (?<!按时)(?<!按期)(?<!延期)办结…申请 申请(已)?(全部|均)?(已)?办结
        办理完毕 (?<!时)(?<!期)办结…(公开|申请)(事项|件|信息)? (?<!时)(?<!期)办结(依申请公开|申请公开)
     """),
    ("closed_on_time", _REQUESTS, "件 条 个", 0.96, "(按时|按期|如期|依法按期|限期内|法定期限内)(予以)?办结"),
    ("closed_delayed", _REQUESTS, "件 条 个", 0.96, "(延期|延长期限|延期后)(予以)?办结 延期答复"),
    ("answered", _REQUESTS, "件 条 个 人次", 0.96, """
        (?<!时)(?<!期)(?<!限内)(?<!完成)(?<!予以)(?<!按规)(?<!未)答复
        (?<!期)(?<!时)(?<!未)答复(个人|群众)?(的)?(各类)?申请 (?<!期)(?<!时)答复…(公开|信息)申请
        申请(已)?(全部|均)?答复
     """),
    ("answered_on_time", _REQUESTS, "件 条 个", 0.96, """
        (按时|按期|如期|(期限|时限|规定时间)内)(按规|按规定|予以|进行|完成|作出|作|均|全部){0,4}答复
        (按时|按期|如期)答复…申请
     """),
    ("messages_answered_share", "messages", "%", 0.93, "(答复|回复|办结|办理)率"),
    ("messages_answered_share", "messages_answered", "%", 0.93, "(答复|回复|办结|办理)率"),
    ("answered_share", "", "%", 0.95, "答复率 按时答复率 按期答复率 办结率及答复率"),
    ("already_public", _REQUESTS, _PIECES, 0.96, """
        (属于|属|系|是|已|已经)(已|已经)?主动公开(的)?(范围|信息|内容)?(的)?(、告知查询途径)? 已(经)?主动公开
     """),
    ("granted", _REQUESTS, "件 条 个", 0.97, """
        (?<!不)(?<!部分)予以公开 (?<!不)同意公开 (?<!不)予以公开(的)?答复 全部公开 依法公开 (?<!不)同意公开答复
        准予公开 (?<!不)予公开 (?<!不)同意提供
     """),
    ("partly", _REQUESTS, "件 条 个", 0.97, """
        (同意|予以|答复|后|,|、|^)部分公开 部分(予以)?公开(答复)? 同意部分公开(答复)? 部分公开或部分不公开
     """),
    ("denied_state_secret", _REQUESTS, _PIECES, 0.95, "国家秘密(的)?(信息|不同意公开|不予公开)?"),
    ("denied_trade_secret", _REQUESTS, _PIECES, 0.95, "商业秘密(的)?(信息|不同意公开|不予公开)?"),
    ("denied_privacy", _REQUESTS, _PIECES, 0.95, "个人隐私(的)?(信息|不同意公开|不予公开)?"),
    ("denied_security", _REQUESTS, _PIECES, 0.95, "三安全一稳定(的)?(不予公开)? 社会稳定(的)?(不予公开)?"),
    ("denied_by_law", _REQUESTS, _PIECES, 0.95, "法律(、)?行政法规禁止公开"),
    ("denied_third_party", _REQUESTS, _PIECES, 0.95, "第三方合法权益(的)?(不予公开)?"),
    ("denied_internal", _REQUESTS, _PIECES, 0.95, "内部事务信息(不予公开)? 内部管理信息(不予公开)?"),
    ("denied_process", _REQUESTS, _PIECES, 0.95, "过程性信息(不予公开)?"),
    ("denied_enforcement", _REQUESTS, _PIECES, 0.95, "行政执法案卷(信息)?(不予公开)?"),
    ("denied_inquiry", _REQUESTS, _PIECES, 0.95, "行政查询事项(不予公开)?"),
    ("denied", _REQUESTS, "件 条 个", 0.96, """
        (^|[:,、()]|其中|或|,|的|答复|决定)不予(以)?公开 不同意公开(答复)? 否决公开(答复)? 免予公开 免于公开
        不予公开答复 不予公开
     """),
    ("not_government_information", "", _PIECES, 0.95, """
        (非|不属于|不是)(《)?(条例|规定)?(》)?(所指|所称)?(的)?政府信息 不属于(《)?条例(》)?…政府信息(范围)?
     """),
    ("unable", _REQUESTS, _PIECES, 0.96, """
        ^无法提供 [:,、(]无法提供 其中无法提供 (本机关|信息)无法提供 等(原因)?无法提供
     """),
    ("not_held", "", _PIECES, 0.95, f"""
        (非|不属于|不属|不是)(由)?(本|该|我)?(行政)?{_BODY}?(职责权限|政府|机关|部门)?(掌握|公开)(范围|职责)?
        本机关不掌握(相关)?(政府)?信息 不掌握相关(政府)?信息 不掌握相关信息无法提供
        不属于本(行政)?机关(公开)?(职责|职权)(权限)?范围 本机关不掌握 非本(行政)?(机关|部门|单位)(的)?政府信息
        属于其他(机关|部门|单位)(职责|掌握|公开)
     """),
    ("nonexistent", "", _PIECES, 0.96, """
        (政府|申请|所需|告知)?信息不存在(未能提供|无法提供)? 不存在的信息 (政府)?信息不存在
     """),
    ("needs_creation", _REQUESTS, _PIECES, 0.95, "没有现成信息(、)?需(要)?另行制作(的)?"),
    ("unclear", _REQUESTS, _PIECES, 0.95, """
        申请内容(仍)?不明确(告知补正)? 申请内容不明(确)?(告知)?(作出更改)?(补充|补正) 作出更改(、)?补充 内容不明确
        告知补正 (?<!未)(?<!不)补正 更改补充
     """),
    ("redirected", _REQUESTS, _PIECES, 0.93, """
        通过其他途径办理 其他途径(办理|解决) 向其他(机关|部门|单位)(申请|咨询|了解)
     """),
    ("other_handling", _REQUESTS, _PIECES, 0.95, "其他处理"),
    ("petition", _REQUESTS, _PIECES, 0.95, "信访(、)?举报(、)?投诉类申请 信访举报投诉类"),
    ("repeated", _REQUESTS, _PIECES, 0.96, "重复申请"),
    ("publication", _REQUESTS, _PIECES, 0.95, "要求提供公开出版物"),
    ("excessive", _REQUESTS, _PIECES, 0.95, "大量反复申请"),
    ("not_corrected", _REQUESTS, _PIECES, 0.95, "逾期不补正(的)? 逾期未补正"),
    ("received_natural_person", _REQUESTS, "件 条 个 份 人次", 0.96, """
        (自然人|公民|个人)(申请|提出|提交)?(的)?(申请)?
     """),
    ("received_organization", _REQUESTS, "件 条 个 份", 0.96, """
        (法人|法人或其他组织|法人及其他组织|法人和其他组织|企业法人|(?<!商业)企业|单位)(申请|提出|提交)?(的)?(申请)?
     """),
    ("received_business", _REQUESTS, "件 条 个 份", 0.96, "商业企业(申请)?"),
    ("received_research", _REQUESTS, "件 条 个 份", 0.96, "科研机构(申请)?"),
    ("received_public_interest", _REQUESTS, "件 条 个 份", 0.96, "社会公益组织(申请)?"),
    ("received_legal_service", _REQUESTS, "件 条 个 份", 0.96, "法律服务机构(申请)?"),
    ("reconsiderations", "", _PIECES, 0.96, """
        行政复议(案件|申请|案)? 复议(案件|申请|案) (提起|申请|发生|引发|受理|办理|引起)…复议(案件|申请|案)? ^复议
        [:,、]复议 (因|涉及)…复议(案件|申请)?
     """),
    ("lawsuits", "", _PIECES, 0.96, """
        行政诉讼(案件|申请|案)? 诉讼(案件|案) (提起|发生|引发|引起|应对)…诉讼(案件|案)? ^诉讼 [:,、]诉讼
        行政应诉(案件)? 被提起诉讼
     """),
    ("reconsiderations", "reconsiderations", _PIECES, 0.93, "(涉及|因|涉|属于)(政府)?信息公开(类|引发|引起|案件)?"),
    ("lawsuits", "lawsuits", _PIECES, 0.93, "(涉及|因|涉|属于)(政府)?信息公开(类|引发|引起|案件)?"),
    ("lawsuits_direct", "", _PIECES, 0.95, "未经复议直接起诉(的)?"),
    ("lawsuits_after_reconsideration", "", _PIECES, 0.95, "复议后起诉(的)?"),
    ("complaints", "", "件 次 人次", 0.93, """
        (收到|接到|受理|发生|有关|的|、)(举报|投诉|投诉举报|举报投诉|举报、投诉|投诉、举报)(案件|件)?
        政府信息公开(举报|投诉)(案件|件)? (收到|接到|受理)…(公开|公开工作)…(举报|投诉)
        ^(举报|投诉|投诉举报|举报投诉) [,:]举报投诉
     """),
    ("appeals", "", _PIECES, 0.95, "(行政)?申诉(案件|案)?"),
    ("accountability", "", "件 人 人次 次", 0.9, "责任追究(案件)? 追究责任"),
    ("fees", "", "元", 0.96, """
        (收取|(?<!性)收)…(费|费用|成本费)(总额|金额)?(总计)? (实际|共)收取 收费(总)?金额 费用收取
        (检索|复制|邮寄|信息处理)(等)?(费|费用|成本费) 依申请公开…费用 收取费用 实收
     """),
    ("fees", "fee_notices", "元", 0.95, "总金额 金额"),
    ("fee_notices", "", "件 份 次", 0.96, "(信息处理费)?收费通知(书)?"),
    ("waivers", "", "件 人 人次 元 次", 0.9, "(减免|免除|免收)(费用|收费|申请人)?(人数|情况)?"),
    ("consultations", "", "人次 件 次 条 人", 0.94, """
        (接受|解答|受理|提供|接待|处理|回复|答复)…咨询(服务)? (接受|解答|受理)(群众|公众|市民)?…咨询 接待…咨询
        咨询总 (接受|解答)咨询
     """),
    ("consultations_phone", "", "人次 件 次 条", 0.95, """
        (咨询电话|电话咨询|热线电话)(接听|接待|解答)? (接听|接受|解答|受理)…电话咨询 接听咨询电话 来电咨询
        [,:、]电话咨询
     """),
    ("consultations_online", "", "人次 件 次 条", 0.95, """
        网上咨询 网络咨询 (受理|解答|答复)…(网上|网络|在线)咨询 网站咨询
     """),
    ("consultations_in_person", "", "人次 次 人 件", 0.95, """
        现场(接待|咨询)(群众|公众|来访)?(人员|人)? 接待来访(群众|人员)? (接待|现场接待)群众(来访)?
        (当面|来访|上门|窗口|现场)咨询
     """),
    ("site_visits", "", "人次 次 条", 0.93, """
        (?<!专题,)(?<!人均)访问(量|人数|次数|总量)(达到|达)? (网站|网页|专栏|网上|页面)…(浏览|点击|访问)(量|率|数)?
        网上点击 (网站|专栏)访问
     """),
    ("press_conferences", "", "次 个 期", 0.96, """
        新闻发布会 (召开|举办|举行|组织|参加)…新闻发布会 …新闻发布(活动|会) 新闻发布会(、|和)(媒体)?(通气会|吹风会)
        新闻发布 发布会
     """),
    ("press_conferences_head", "", "次", 0.95, "(主要)?(负责人|负责同志|领导|领导同志)(参加|出席)(新闻发布会)?"),
    ("interpretations", "", "篇 条 件 个 次 份 期 项", 0.93, """
        (政策)?解读(性)?(稿件|稿|材料|文件|信息|文章|产品|图解)(发布)?
        (制作|发布|发表|开展|刊发|推出|编发|撰写|公开)…解读 政策解读 (发布|制作)…解读(稿件|文章|材料)
     """),
    ("interviews_head", "", "次 期 个 场", 0.95, """
        (负责人|负责同志|领导|领导同志)(参加|出席|做客)(政府网站)?(在线|网上|网络)访谈(活动|节目)?
     """),
    ("interviews", "", "次 期 个 场", 0.95, "在线访谈(活动|节目)? 网上访谈 网络访谈 访谈节目"),
    ("replies_to_concern", "", "次 件 条 个", 0.93, """
        回应…(热点|舆情|关切)(问题|事件|事项)?(等)? (公众|社会)(关注)?(热点|关切)(或重大舆情)?(问题|事件)?
     """),
    ("surveys", "", "次 期 件 个 项 条", 0.92, "(意见)?征集(调查|活动)? (民意|网上|意见)(征集|调查)(活动)? 征集调查"),
    ("messages", "", "条 件 个", 0.93, "(收到|接收|受理)…留言 (收到|受理)…来信 (收到|受理)…(信箱|信件)"),
    ("messages_answered", "", "条 件 个", 0.93, """
        (回复|答复|回应|办理|办结|处理)…(留言|网友留言) (回复|答复|办理)(网民|群众|公众)?留言
     """),
    ("messages_answered", "messages", "条 件 个", 0.93, "已?(答复|回复|办结|办理)"),
    ("gazette_issues", "", "期", 0.95, """
        (公报|政报)(》)? (编发|编印|出版|印发|发行|编辑|刊发|编辑出版)…(公报|政报)(》)?(全年)?(编印|发行|出版)?
        (公报|政报)(》)?(全年)?(共)?(编印|出版|发行|编发|刊发)
     """),
    ("proposals", "", "件 条 份 个", 0.92, """
        (公开|公布|发布)…(建议|提案)…(答复|复文|复函|办理|结果)(情况|结果|意见)?
        (建议|提案|建议提案)(办理)?(答复|复文|复函)(情况|意见)?
        建议(、|和)?(政协)?提案(办理)?(答复|复文)(件)?
     """),
    ("normative_disclosed", "", "件 个 份 条", 0.95, "公开(的)?…规范性文件 主动公开(的)?(行政)?规范性文件"),
    ("rules_issued", "rules_disclosed", "件 部 个", 0.93, "[(,、;]含?新?(制定|制发|出台)"),
    ("rules_repealed", "rules_disclosed", "件 部 个", 0.93, "废止"),
    ("rules_repealed", "rules_issued", "件 部 个", 0.93, "(?<!规范性文件)废止"),
    ("normative_issued", "rules_issued", "件 个 份", 0.93, "规范性文件"),
    ("normative_disclosed", "rules_disclosed", "件 个 份", 0.93, "规范性文件"),
    ("normative_issued", "", "件 个 份 部", 0.95, """
        (制定|制发|出台|印发|新增|新制定|新制发|发布|制定出台)(的)?(行政)?规范性文件 规范性文件新?(制定|制发|印发|出台)
     """),
    ("normative_repealed", "", "件 个 份", 0.95, """
        (废止|宣布失效|失效|废止失效)(的)?(行政)?(规范性)?文件 (^|[,、]|其中)废止 宣布失效
     """),
    ("normative_in_force", "", "件 个 份", 0.95, """
        (现行)?有效(的)?(行政)?(规范性文件)? 继续有效(的)?(行政)?规范性文件
     """),
    ("rules_disclosed", "", "件 部 个", 0.94, "公开(.{0,10})规章"),
    ("rules_issued", "", "件 部 个", 0.94, "(制定|制发|出台|颁布)(.{0,10})规章"),
    ("policy_documents", "", "件 个 份 条", 0.9, "公开…政策文件 政策性文件"),
    ("licensing", "", "件 项 个 次", 0.93, "(作出|办理|办结)(的)?行政许可(处理)?(决定|事项)? 行政许可(处理)?决定"),
    ("penalties", "", "件 项 个 次", 0.93, "(作出|办理|实施)(的)?行政处罚(处理)?(决定)? 行政处罚(处理)?决定"),
    ("coercion", "", "件 项 个 次", 0.93, "(作出|实施)(的)?行政强制(处理)?(决定)? 行政强制(处理)?决定"),
    ("administrative_fees", "", "元", 0.93, "行政事业性收费(金额|总额)?"),
    ("procurement", "", "项 个 次 件", 0.93, "政府集中采购(项目)?"),
    ("procurement_amount", "procurement", "元", 0.95, "(采购)?(总)?金额"),
    ("electronic_share", "", "%", 0.95, "全文电子化(率)? 电子化全文公开率 电子化率 全文电子化(比例|程度)"),
    ("items_used", "", "条 篇", 0.93, "信息被…(采用|采纳|刊用|刊载|录用) 被[^,;。]{1,16}(采用|采纳|录用) [,;]采用"),
    ("articles_used", "", "篇 条", 0.93, "(稿件|文章)被…(刊用|采用|刊载|刊登|录用)"),
    ("reading_points", "", "个", 0.95, "(设立|设置|设|建立|开设)…查阅(点|场所|室|中心) 查阅点"),
    ("request_points", "", "个", 0.94, "(设立|设置|设|开设)…(申请)?受理(点|窗口)"),
    ("offices", "", "个", 0.93, "专门机构"),
    ("staff", "", "人", 0.93, """
        (配备|指定|明确|确定|安排)(了)?(政府信息公开|政务公开|信息公开)?(工作人员|人员)
        从事(政府)?信息公开(工作)?(的)?(工作)?人员 (政府)?信息公开(工作)?人员
     """),
    ("staff_full_time", "", "人", 0.95, "(专职|全职)(工作|信息|政务公开)?(人员|信息员)? 全职"),
    ("staff_part_time", "", "人", 0.95, "兼职(工作|信息|政务公开)?(人员|信息员)? 兼职"),
    ("budget", "", "元", 0.93, """
        专项(工作)?经费 (投入|安排|落实)(工作|专项)?(经费|资金) 经费投入 (安排|投入|落实|拨付)…经费
     """),
    ("meetings", "", "次 个", 0.92, """
        (召开|举行|组织召开)…(工作|专题|推进|协调|部署|领导小组)(推进)?会(议)? 专题会(议)? (召开|举行)会议
        (召开|组织召开)(推进|调度|部署|工作|协调)会
     """),
    ("trainings", "", "次 期 个 场", 0.93, """
        (举办|组织|开展|召开|举行)…培训(班|会|活动)? (业务|专题|各类|全县|全市|全区|集中)培训(班|会)? 培训班
        (举办|组织|开展)培训
     """),
    ("trainees", "", "人 人次", 0.93, """
        (参训|受训|培训)(人员|干部|民警|工作人员|职工)(人数)? 参训 受训 参加培训 接受培训(人员)? 累计培训
     """),
    ("trainees", "", "人次", 0.9, "培训(人数)?"),
    ("trainees", "trainings", "人 人次", 0.9, "培训 培训(各类|有关)?人员"),
    ("trainees", "trainings", "人 人次", 0.9, "参加 参训 参会"),
)  # fmt: skip
"""The phrasings of each variable: code, topic, units, confidence, phrasings parted by blanks."""

OUTCOMES: Final = (
    ("upheld", "维持 维持原?(具体)?(行政)?(行为|决定|答复) 驳回(原告)?(诉讼|起诉)(请求)? 胜诉"),
    ("corrected", "纠正 纠错 撤销"),
    ("other", "其他结果 其他情形 其他"),
    ("pending", "尚未审结 未审结 正在审理 未结"),
)
"""How reviews end; each a variable of reconsiderations and of lawsuits, by what the sentence is about."""


def _pattern(words: str) -> regex.Pattern[str]:
    """Compile a phrasing to be matched backwards, from the end of a phrase."""
    plain = words.replace("(", "(?:").replace("(?:?", "(?").replace("…", "[^,。;!]{0,30}?")
    return regex.compile(f"(?r)(?:{plain})")


def _endings(words: str) -> set[str]:
    """The characters that a phrasing can end with, so that phrases are tried against few."""
    if words.endswith((")?", ")")):
        optional = words.endswith("?")
        depth, at = 0, len(words) - (2 if optional else 1)
        end = at
        while True:
            depth += {")": 1, "(": -1}.get(words[at], 0)
            if not depth:
                break
            at -= 1
        signs: set[str] = set()
        for one in _alternatives(words[at + 1 : end]):
            signs |= _endings(one)
        return signs | (_endings(words[:at]) if optional else set())
    return {words[-1]}


def _alternatives(words: str) -> list[str]:
    out, depth = [""], 0
    for sign in words:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and not depth:
            out.append("")
        else:
            out[-1] += sign
    return out


def _index() -> dict[str, tuple[Phrasing, ...]]:
    rows = [(variable, topic, units, sure, words) for variable, topic, units, sure, words in TABLE]
    for topic in ("reconsiderations", "lawsuits"):
        rows += [(f"{topic}_{name}", topic, _PIECES, 0.95, words) for name, words in OUTCOMES]
    index: dict[str, list[Phrasing]] = {}
    for variable, topic, units, sure, words in rows:
        for one in words.split():
            phrasing = Phrasing(variable, _pattern(one), frozenset(units.split()), topic, sure)
            for sign in sorted(_endings(one)):
                index.setdefault(sign, []).append(phrasing)
    return {sign: tuple(some) for sign, some in index.items()}


PHRASINGS: Final = _index()
"""The phrasings by the character that they end with."""
