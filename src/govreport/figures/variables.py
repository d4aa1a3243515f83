"""The variables: what the figures of reports on government information disclosure count.  Data alone.

One name for one thing over all editions of the form.  Where an edition counts something else under a like name, that is
a variable of its own, and the pitfall says so.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Variable:
    """A variable.

    Attributes:
        code: its name in code, in English.
        label: its name in Chinese.
        unit: the unit of its values.
        definition: what it counts.
        whole: the code of the variable that it is a part of; empty for none.
        pitfall: what to take care of; empty for nothing.
    """

    code: str
    label: str
    unit: str
    definition: str
    whole: str = ""
    pitfall: str = ""


_DISCLOSED: Final = "disclosed"
_RECEIVED: Final = "received"
_DENIED: Final = "denied"
_RECONSIDERATIONS: Final = "reconsiderations"
_LAWSUITS: Final = "lawsuits"
_APPLICANTS_SINCE: Final = "from the tables since 2019, for requests newly received"

_ALL: Final = (
    # what was disclosed
    Variable(
        _DISCLOSED, "主动公开政府信息数", "条", "information disclosed on the office's own initiative",
        pitfall="the form of 2014 counts a piece once whatever the channels; others add the channels up",
    ),
    Variable("disclosed_gazette", "政府公报公开政府信息数", "条", "of it, in the gazette", _DISCLOSED),
    Variable(
        "disclosed_website", "政府网站公开政府信息数", "条", "of it, on websites", _DISCLOSED,
        "a report may name several websites, each with its number",
    ),
    Variable("disclosed_weibo", "政务微博公开政府信息数", "条", "of it, on Weibo", _DISCLOSED),
    Variable("disclosed_wechat", "政务微信公开政府信息数", "条", "of it, on WeChat", _DISCLOSED),
    Variable(
        "disclosed_new_media", "政务新媒体公开政府信息数", "条", "of it, on new media taken together", _DISCLOSED,
        "Weibo and WeChat may be in it",
    ),
    Variable("disclosed_other_channel", "其他方式公开政府信息数", "条", "of it, in other ways", _DISCLOSED),
    Variable(
        "disclosed_class", "按类别公开的政府信息数", "条", "of it, of a class that the report names: see `item`",
        _DISCLOSED, "classes are each office's own; so are their names",
    ),
    Variable("electronic", "全文电子化的主动公开信息数", "条", "disclosed information in full text", _DISCLOSED),
    Variable("electronic_share", "全文电子化率", "%", "share of disclosed information in full text"),
    Variable("service_information", "提供服务类信息数", "条", "information that offers a service"),
    Variable("catalogued_on_request", "依申请公开信息目录数", "条", "entries in the catalogue of what is on request"),
    Variable("rules_issued", "制发规章数", "件", "rules made in the year", pitfall="新制作 in the form of 2019"),
    Variable("rules_disclosed", "公开规章数", "件", "rules disclosed in the year"),
    Variable("rules_public", "规章对外公开总数", "件", "rules that are public, in the form of 2019"),
    Variable("rules_repealed", "废止规章数", "件", "rules repealed in the year"),
    Variable("rules_in_force", "现行有效规章数", "件", "rules in force at the end of the year"),
    Variable(
        "normative_issued", "制发规范性文件数", "件", "normative documents made in the year",
        pitfall="新制作 in the form of 2019; 新增的行政规范性文件数 in the table of 35 codes",
    ),
    Variable("normative_disclosed", "公开规范性文件数", "件", "normative documents disclosed in the year"),
    Variable("normative_public", "规范性文件对外公开总数", "件", "normative documents that are public, form of 2019"),
    Variable("normative_repealed", "废止规范性文件数", "件", "normative documents repealed in the year"),
    Variable("normative_in_force", "现行有效规范性文件数", "件", "normative documents in force at the end of the year"),
    Variable("policy_documents", "公开政策文件数", "件", "policy documents disclosed, said to be of that kind"),
    Variable("licensing", "行政许可处理决定数", "件", "decisions on licences"),
    Variable("other_services", "其他对外管理服务事项处理决定数", "件", "decisions on other services, form of 2019"),
    Variable("penalties", "行政处罚处理决定数", "件", "decisions on penalties"),
    Variable("coercion", "行政强制处理决定数", "件", "decisions on coercive measures"),
    Variable("administrative_fees", "行政事业性收费金额", "元", "administrative fees, form of 2021"),
    Variable("procurement", "政府集中采购项目数", "项", "projects of centralised procurement, form of 2019"),
    Variable("procurement_amount", "政府集中采购总金额", "元", "what these cost"),
    Variable("gazette_issues", "政府公报期数", "期", "issues of the gazette"),
    Variable("proposals", "公开建议提案办理结果数", "件", "answers to deputies' proposals that were disclosed"),
    Variable("items_used", "信息被采用条数", "条", "information that a higher office's site or paper took"),
    Variable("articles_used", "稿件被刊用篇数", "篇", "articles that others printed"),
    Variable("site_visits", "网站访问量", "人次", "visits to the website or its column on disclosure"),
    # interpretation and response
    Variable("press_conferences", "新闻发布会次数", "次", "press conferences held or attended"),
    Variable(
        "press_conferences_head", "主要负责同志参加新闻发布会次数", "次",
        "of these, attended by the head of the office", "press_conferences",
    ),
    Variable("interpretations", "政策解读数", "篇", "interpretations of policies published"),
    Variable("interviews", "在线访谈次数", "次", "interviews on the website"),
    Variable("interviews_head", "主要负责同志参加在线访谈次数", "次", "of these, with the head", "interviews"),
    Variable("replies_to_concern", "回应公众关注热点或重大舆情数", "次", "replies to matters of public concern"),
    Variable("events_answered", "微博微信回应事件数", "次", "replies on Weibo and WeChat"),
    Variable("events_answered_otherwise", "其他方式回应事件数", "次", "replies in other ways"),
    Variable("surveys", "征集调查次数", "次", "collections of opinion"),
    Variable("messages", "收到网民留言数", "条", "messages received"),
    Variable("messages_answered", "答复网民留言数", "条", "messages answered"),
    Variable("messages_answered_share", "网民留言答复率", "%", "share of messages answered"),
    # requests
    Variable(
        _RECEIVED, "收到申请数", "件", "requests for information received in the year",
        pitfall="some reports add what was carried over; the tables since 2019 do not (本年新收)",
    ),
    Variable("received_in_person", "当面申请数", "件", "of these, in person", _RECEIVED),
    Variable("received_fax", "传真申请数", "件", "of these, by fax", _RECEIVED),
    Variable("received_email", "电子邮件申请数", "件", "of these, by e-mail", _RECEIVED,
             "a way of its own up to 2013; 网络申请 later"),
    Variable("received_online", "网络申请数", "件", "of these, online", _RECEIVED),
    Variable("received_letter", "信函申请数", "件", "of these, by letter", _RECEIVED),
    Variable("received_letter_fax", "信函、传真申请数", "件", "of these, by letter or fax (Fujian)", _RECEIVED),
    Variable("received_phone", "电话申请数", "件", "of these, by telephone", _RECEIVED),
    Variable("received_other_way", "其他形式申请数", "件", "of these, in other ways", _RECEIVED),
    Variable("received_natural_person", "自然人申请数", "件", "of these, from persons", _RECEIVED),
    Variable("received_organization", "法人或其他组织申请数", "件", "of these, from organisations", _RECEIVED),
    Variable("received_business", "商业企业申请数", "件", _APPLICANTS_SINCE, "received_organization"),
    Variable("received_research", "科研机构申请数", "件", _APPLICANTS_SINCE, "received_organization"),
    Variable("received_public_interest", "社会公益组织申请数", "件", _APPLICANTS_SINCE, "received_organization"),
    Variable("received_legal_service", "法律服务机构申请数", "件", _APPLICANTS_SINCE, "received_organization"),
    Variable("received_other_organization", "其他组织申请数", "件", _APPLICANTS_SINCE, "received_organization"),
    Variable("carried_over", "上年结转申请数", "件", "requests carried over from the year before"),
    Variable("carried_forward", "结转下年度申请数", "件", "requests carried forward to the next year"),
    Variable("closed", "办结申请数", "件", "requests closed",
             pitfall="申请办结数 in the form of 2014, 本年度办理结果总计 since 2019"),
    Variable("closed_on_time", "按时办结数", "件", "of these, on time", "closed"),
    Variable("closed_delayed", "延期办结数", "件", "of these, after an extension", "closed"),
    Variable("answered", "答复申请数", "件", "requests answered"),
    Variable("answered_on_time", "按时答复数", "件", "of these, on time", "answered"),
    Variable("answered_share", "答复率", "%", "share of requests answered, or answered on time"),
    Variable("already_public", "属于已主动公开范围数", "件", "answered: it is public already", "answered"),
    Variable("granted", "予以公开数", "件", "granted", "answered", "同意公开答复数 before 2019"),
    Variable("partly", "部分公开数", "件", "granted in part", "answered"),
    Variable(
        _DENIED, "不予公开数", "件", "denied", "answered",
        "否决公开答复总数 in the table of 35 codes holds non-existent, not held and unclear as well, and so is another "
        "variable; the tables since 2019 print no total",
    ),
    Variable("denied_wide", "否决公开答复总数", "件", "denied or not to be had (2008 to 2013)", "answered"),
    Variable("denied_state_secret", "涉及国家秘密不予公开数", "件", "denied: state secret", _DENIED),
    Variable("denied_trade_secret", "涉及商业秘密不予公开数", "件", "denied: trade secret", _DENIED,
             "in the tables since 2019 within denied_third_party"),
    Variable("denied_privacy", "涉及个人隐私不予公开数", "件", "denied: privacy", _DENIED,
             "in the tables since 2019 within denied_third_party"),
    Variable("denied_security", "危及三安全一稳定不予公开数", "件", "denied: security and stability", _DENIED),
    Variable("denied_by_law", "法律行政法规禁止公开数", "件", "denied: forbidden by law", _DENIED,
             "法律法规规定的其他情形 in the form of 2014 is wider, and is denied_other"),
    Variable("denied_third_party", "保护第三方合法权益不予公开数", "件", "denied: rights of others", _DENIED),
    Variable("denied_internal", "内部事务信息不予公开数", "件", "denied: internal affairs", _DENIED),
    Variable("denied_process", "过程性信息不予公开数", "件", "denied: information of a process", _DENIED),
    Variable("denied_enforcement", "行政执法案卷不予公开数", "件", "denied: files of enforcement", _DENIED),
    Variable("denied_inquiry", "行政查询事项不予公开数", "件", "denied: a matter of inquiry", _DENIED),
    Variable("denied_other", "其他情形不予公开数", "件", "denied for another reason", _DENIED),
    Variable("not_government_information", "非政府信息数", "件", "not government information", "answered",
             "in the form of 2014 a reason of denial"),
    Variable("unable", "无法提供数", "件", "not to be had, as the tables since 2019 group it", "answered"),
    Variable("not_held", "不属于本机关掌握或公开数", "件", "not held by the office, or another's to disclose",
             "answered", "不属于本行政机关公开 before 2019, 本机关不掌握 since: near, not the same"),
    Variable("nonexistent", "信息不存在数", "件", "the information does not exist", "answered",
             "since 2019 within not_held and needs_creation"),
    Variable("needs_creation", "没有现成信息需要另行制作数", "件", "would have to be made", "answered"),
    Variable("unclear", "申请内容不明确数", "件", "the request is unclear", "answered",
             "since 2019 only what was still unclear after correction; 告知作出更改补充数 before"),
    Variable("redirected", "告知通过其他途径办理数", "件", "referred to another way", "answered"),
    Variable("petition", "信访举报投诉类申请数", "件", "not processed: a petition or complaint", "answered"),
    Variable("repeated", "重复申请数", "件", "not processed: repeated", "answered"),
    Variable("publication", "要求提供公开出版物数", "件", "not processed: asks for a publication", "answered"),
    Variable("excessive", "无正当理由大量反复申请数", "件", "not processed: excessive", "answered"),
    Variable("confirmation", "要求确认或重新出具数", "件", "not processed: asks for confirmation", "answered"),
    Variable("not_corrected", "逾期不补正数", "件", "closed: not corrected in time, form of 2021", "answered"),
    Variable("fee_not_paid", "逾期未缴费数", "件", "closed: fee not paid in time, form of 2021", "answered"),
    Variable("other_handling", "其他处理数", "件", "handled otherwise, form of 2019", "answered",
             "the form of 2021 parts it in three: not_corrected, fee_not_paid, other_handling_rest"),
    Variable("other_handling_rest", "其他处理中的其他数", "件", "handled otherwise, form of 2021", "answered"),
    Variable("other_reason", "其他原因数", "件", "other reasons, in the tables of 2008 to 2013", "denied_wide"),
    # reviews
    Variable(_RECONSIDERATIONS, "行政复议数", "件", "reconsiderations because of disclosure"),
    Variable("reconsiderations_upheld", "行政复议结果维持数", "件", "of these, upheld", _RECONSIDERATIONS),
    Variable("reconsiderations_corrected", "行政复议结果纠正数", "件", "of these, corrected", _RECONSIDERATIONS),
    Variable("reconsiderations_other", "行政复议其他结果数", "件", "of these, with another result", _RECONSIDERATIONS),
    Variable("reconsiderations_pending", "行政复议尚未审结数", "件", "of these, pending", _RECONSIDERATIONS),
    Variable(_LAWSUITS, "行政诉讼数", "件", "lawsuits because of disclosure",
             pitfall="from the tables since 2019: the sum of both kinds"),
    Variable("lawsuits_direct", "未经复议直接起诉数", "件", "of these, without reconsideration", _LAWSUITS),
    Variable("lawsuits_after_reconsideration", "复议后起诉数", "件", "of these, after reconsideration", _LAWSUITS),
    Variable("lawsuits_upheld", "行政诉讼结果维持数", "件", "of these, upheld or rejected", _LAWSUITS),
    Variable("lawsuits_corrected", "行政诉讼结果纠正数", "件", "of these, corrected", _LAWSUITS),
    Variable("lawsuits_other", "行政诉讼其他结果数", "件", "of these, with another result", _LAWSUITS),
    Variable("lawsuits_pending", "行政诉讼尚未审结数", "件", "of these, pending", _LAWSUITS),
    Variable("complaints", "举报投诉数", "件", "complaints because of disclosure"),
    Variable("appeals", "行政申诉数", "件", "administrative appeals (申诉)"),
    Variable("accountability", "责任追究数", "件", "cases in which somebody was held to account"),
    # fees, consultation, organisation
    Variable("fees", "依申请公开收费金额", "元", "fees charged for information on request"),
    Variable("fee_notices", "收费通知数", "件", "notices of such fees"),
    Variable("waivers", "减免费用数", "件", "fees waived", pitfall="of cases or of persons"),
    Variable("consultations", "接受咨询数", "人次", "consultations, in all ways or none named"),
    Variable("consultations_phone", "电话咨询数", "人次", "of these, by telephone", "consultations"),
    Variable("consultations_online", "网上咨询数", "人次", "of these, online", "consultations"),
    Variable("consultations_in_person", "现场接待人数", "人次", "of these, in person", "consultations"),
    Variable("offices", "政府信息公开工作专门机构数", "个", "offices for disclosure"),
    Variable("reading_points", "政府信息公开查阅点数", "个", "points where information can be read"),
    Variable("request_points", "申请受理点数", "个", "points where requests are taken"),
    Variable("staff", "从事政府信息公开工作人员数", "人", "staff who work on disclosure"),
    Variable("staff_full_time", "专职人员数", "人", "of these, full time", "staff"),
    Variable("staff_part_time", "兼职人员数", "人", "of these, part time", "staff"),
    Variable("budget", "政府信息公开专项经费", "元", "funds for disclosure"),
    Variable("meetings", "政府信息公开工作会议数", "次", "meetings on disclosure"),
    Variable("trainings", "举办培训班数", "次", "trainings held"),
    Variable("trainees", "接受培训人员数", "人次", "people trained"),
)  # fmt: skip

VARIABLES: Final[dict[str, Variable]] = {one.code: one for one in _ALL}
"""The variables by code, in the order of the codebook."""
