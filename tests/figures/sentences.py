"""Sentences of invented offices, each with its figures as a person reads them.
They paraphrase the shapes that reports of 2008 to 2024 use; names, places and numbers are made up.  A figure is written
``variable=value``, with ``~`` for about so many, ``/cumulative``, ``/last-year`` or ``/change`` for its scope, and
``item:`` before a class.  The report is on 2012.
"""
from __future__ import annotations

from typing import Final

SENTENCES: Final = """
# what was disclosed
2012年，我局主动公开政府信息318条。 | disclosed=318
截至2012年底，全县累计主动公开政府信息12,406条，其中本年度新增1530条。 | disclosed=12406/cumulative
全年共主动公开政府信息约1.2万条。 | disclosed=12000~
通过“苇渡市政府门户网站”公开政府信息874条，通过微信公众号公开241条。 | disclosed_website=874 disclosed_wechat=241
本委主动公开信息506条，其中：政府网站412条，政务微博63条，政务微信20条，其他方式11条。 | disclosed=506 disclosed_website=412 disclosed_weibo=63 disclosed_wechat=20 disclosed_other_channel=11
我局主动公开的政府信息共计97条，全文电子化率达100%。 | disclosed=97 electronic_share=100
在主动公开的信息中，机构职能类12条，占8%。 |
全年公开政府信息150条。其中，机构职能类12条，占8%；政策法规类48条，占32%；其他类90条。 | disclosed=150 机构职能:disclosed_class=12 政策法规:disclosed_class=48 其他:disclosed_class=90
2012年主动公开政府信息632条，比上年增加58条。 | disclosed=632 disclosed=58/change
主动公开信息410条，同比下降12%。 | disclosed=410 disclosed=-12/change
镇政府通过公开栏、广播、村务会等形式公开各类信息260余条。 | disclosed=260~
局网站全年发布信息1204条，政务微博发布信息877条。 | disclosed_website=1204 disclosed_weibo=877
全年编发政府公报6期。 | gazette_issues=6
编印《溪原市人民政府公报》12期。 | gazette_issues=12
全年制发规范性文件7件，主动公开规范性文件7件。 | normative_issued=7 normative_disclosed=7
新制定规范性文件3件，废止规范性文件2件，现行有效规范性文件41件。 | normative_issued=3 normative_repealed=2 normative_in_force=41
公开人大代表建议、政协提案办理结果36件。 | proposals=36
有12条信息被市政府门户网站采用。 | items_used=12
我局3篇稿件被《云岭日报》刊用。 | articles_used=3
网站访问量达3.6万人次。 | site_visits=36000
作出行政许可决定88件、行政处罚决定15件。 | licensing=88 penalties=15
# interpretation and response
全年召开新闻发布会5场。 | press_conferences=5
共举行12次新闻发布会，其中主要负责同志参加3次。 | press_conferences=12 press_conferences_head=3
发布政策解读稿件24篇，开展在线访谈2期。 | interpretations=24 interviews=2
制作图解9个，发布政策解读材料17件。 | interpretations=17
回应公众关注热点问题8次。 | replies_to_concern=8
开展网上意见征集6次。 | surveys=6
“县长信箱”共收到群众来信212件，回复留言198条。 | messages=212 messages_answered=198
# requests
2012年共收到政府信息公开申请12件，其中当面申请3件，网络申请9件，均已按时答复。 | received=12 received_in_person=3 received_online=9
全年受理依申请公开45件（其中信函申请11件、传真申请2件、电子邮件申请5件、网上申请27件）。 | received=45 received_letter=11 received_fax=2 received_email=5 received_online=27
我局收到公民依申请公开政府信息5宗。 | received=5
共收到31件政府信息公开申请。 | received=31
收到书面申请十二件，已全部答复。 | received=12
全年新收政府信息公开申请63件，上年结转2件，办结60件，结转下年度继续办理5件。 | received=63 carried_over=2 closed=60 carried_forward=5
受理申请公开政府信息20件，比上年减少4件。 | received=20 received=-4/change
上年收到申请16件，今年收到申请23件。 | received=16/last-year received=23
收到申请18件，其中公民申请15件，法人申请3件。 | received=18 received_natural_person=15 received_organization=3
收到申请9件，当面申请、网络申请和信函申请分别为2件、6件和1件。 | received=9 received_in_person=2 received_online=6 received_letter=1
共收到申请26件，答复26件，按时答复率100%。 | received=26 answered=26 answered_share=100
对收到的申请，同意公开14件，部分公开2件，不予公开1件，信息不存在4件，非本机关掌握3件，申请内容不明确2件。 | granted=14 partly=2 denied=1 nonexistent=4 not_held=3 unclear=2
在已答复的申请中，属于已主动公开范围的6件，予以公开的11件，不属于本行政机关公开的2件，告知作出更改补充的1件。 | already_public=6 granted=11 not_held=2 unclear=1
申请办结30件，其中按时办结28件，延期办结2件。 | closed=30 closed_on_time=28 closed_delayed=2
不同意公开的申请中，涉及商业秘密2件，涉及个人隐私1件。 | denied_trade_secret=2 denied_privacy=1
17件申请全部按期答复。 | answered_on_time=17
另有3件申请结转下年度继续办理。 | carried_forward=3
收到申请11份，其中8份为网络申请，3份为邮寄申请。 | received=11 received_online=8 received_letter=3
不予处理的申请中，重复申请2件，信访举报投诉类申请1件。 | repeated=2 petition=1
2012年未收到政府信息公开申请。 | received=0
本年度没有收到公民、法人或其他组织的政府信息公开申请。 | received=0
全年未接到要求提供政府信息的申请。 | received=0
我镇无依申请公开情况。 | received=0
年内尚未收到任何形式的申请。 | received=0
我局全年受理依申请公开政府信息0件。 | received=0
本年度未出现不予公开政府信息的情况。 | denied=0
# reviews
未发生针对本部门政府信息公开的行政复议和行政诉讼。 | reconsiderations=0 lawsuits=0
2012年没有发生因政府信息公开被申请行政复议、提起行政诉讼的情况。 | reconsiderations=0 lawsuits=0
未收到政府信息公开申请，也未发生因信息公开引起的行政复议、行政诉讼和申诉。 | received=0 reconsiderations=0 lawsuits=0 appeals=0
因政府信息公开被申请行政复议4件，其中维持3件，纠正1件；提起行政诉讼2件，均为驳回原告诉讼请求。 | reconsiderations=4 reconsiderations_upheld=3 reconsiderations_corrected=1 lawsuits=2
行政复议、行政诉讼分别为3件、4件。 | reconsiderations=3 lawsuits=4
行政复议、行政诉讼各1件。 | reconsiderations=1 lawsuits=1
行政复议、行政诉讼、申诉均为0。 | reconsiderations=0 lawsuits=0 appeals=0
发生行政复议1件，没有行政诉讼。 | reconsiderations=1 lawsuits=0
全年收到政府信息公开方面的投诉举报2件。 | complaints=2
没有接到有关政府信息公开的举报、投诉。 | complaints=0
无行政复议、行政诉讼案件。 | reconsiderations=0 lawsuits=0
新增政府信息公开类行政诉讼6件，结果维持4件，尚未审结2件。 | lawsuits=6 lawsuits_upheld=4 lawsuits_pending=2
2012年未因政府信息公开工作受到责任追究。 | accountability=0
# fees
2012年未收取任何费用。 | fees=0
全年未向申请人收取检索、复制、邮寄等费用。 | fees=0
本年度没有政府信息公开收费及减免情况。 | fees=0 waivers=0
共收取复制费356元，减免费用2人次。 | fees=356 waivers=2
依申请公开信息收取费用0.12万元。 | fees=1200
发出收费通知1件，总金额50元，实际收取50元。 | fee_notices=1 fees=50
# consultation
全年接受公众咨询1250人次，其中电话咨询980人次，网上咨询150人次，现场咨询120人次。 | consultations=1250 consultations_phone=980 consultations_online=150 consultations_in_person=120
接听咨询电话300余次，现场接待群众96人次。 | consultations_phone=300~ consultations_in_person=96
各窗口共接受咨询约2.4万人次。 | consultations=24000~
# organisation
我局配备专职工作人员1名、兼职工作人员4名。 | staff_full_time=1 staff_part_time=4
专门配备了2名兼职工作人员。 | staff_part_time=2
设立3个申请受理点，设置查阅点6个。 | request_points=3 reading_points=6
明确从事政府信息公开工作人员5人，其中专职2人，兼职3人。 | staff=5 staff_full_time=2 staff_part_time=3
县财政安排专项经费15万元。 | budget=150000
召开专题会议4次，举办培训班2期，培训人员160人次。 | meetings=4 trainings=2 trainees=160
组织业务培训3次，参训人员210人次。 | trainings=3 trainees=210
# no figures of these variables
本报告分为七个部分，统计期限自2012年1月1日起至2012年12月31日止。 |
2010年印发的工作方案提出了5项要求，由3个科室落实。 |
落实政府信息主动公开、依申请公开等五项制度。 |
地址：溪原市渡口路12号，邮编：661000，电话：0879-2210356。 |
自收到申请之日起15个工作日内予以答复。 |
本年度没有其他需要报告的事项。 |
2013年力争举办培训班3期。 |
清理文件860件，其中转为主动公开的43件。 |
没有超期答复的申请。 |
审查拟公开文件143件，其中属内部资料不予公开的19件。 |
第四十条规定，收到申请后不能当场答复的，应当自收到之日起20个工作日内答复。 |
全市下辖12个乡镇、206个行政村，人口68万人。 |
""".strip()
"""A sentence a line, its figures after a bar; lines with ``#`` say what follows."""

def examples() -> list[tuple[str, list[str]]]:
    """Give each sentence with its figures."""
    lines = [line for line in SENTENCES.splitlines() if not line.startswith("#")]
    return [(text.strip(), figures.split()) for text, figures in (line.rsplit("|", 1) for line in lines)]
