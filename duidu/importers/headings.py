"""How headlines, crossheads and labels are worded: the patterns that the clues ask for.

A pattern with many words at its end says first how long it can be, or looks back from the end of the line for them:
to try them at every character takes longer than all the rest.
"""

from __future__ import annotations

import re

from duidu.importers.words import HAN, MARK_OF_PICTURES, NUMBER, SIGNED, any_of

# Two phrases side by side with a space between them: 老井有水 村民有福.
HALVES = re.compile(r"(?:[^\s，。；]{2,}+[\s　]++)+[^\s，。；]{2,}+")
SPACE_BETWEEN_HAN = re.compile(rf"{HAN}[\s　]+{HAN}")
SUBTITLE_MARK = re.compile(r"[—–─－-]{1,4}\s*[^\s—–─－-]")
# Under a poem's title: ——（唐）李白.
POET = re.compile(r"[—–─－-]{1,2}\s*[（(〔\[][^）)〕\]]{1,4}[）)〕\]]\s*\S{2,8}")
SPEECH = re.compile("[“「][^”」]*[。！？…!?][”」]")
# 他最后说道：“老井一定要修好！” is a sentence, and no headline with a topic.
SOMEBODY_SAYS = re.compile(r"[^：:]{2,30}(?<=[说說道称稱问問答喊示])[：:][“「][^”」]*[。！？…!?][”」]")
SALUTATION = re.compile(
    "(?:亲爱的|尊敬的)?(?:编辑|編輯|编辑部|編輯部|记者|記者|总编|總編)(?:同志们?|先生|小姐|您好|台鉴|台鑒)?[：:]"
)
# □老井情深: over the stories of a section.
BOXED = re.compile(rf"[□■◆◇●○]\s*{HAN}{{4,12}}")
EDITORS_NOTE = re.compile(
    any_of(
        "编者按 編者按 编者的话 編者的話 编后 编后语 編後語 记者手记",
        "核心阅读 核心提示 阅读提示 内容提要 延伸阅读 新闻背景",
    )
)
# Over another story, or over text that belongs to this one.
RELATED = re.compile(rf"(?:{EDITORS_NOTE.pattern}|{any_of('相关报道 相關報道 相關報導 相关新闻 相關新聞')})[：:]?")
# What stands directly under a headline: the note of an editor, the first of several sections.
AT_THE_HEAD = re.compile(rf"{EDITORS_NOTE.pattern}$|[一壹１1]$|(?:一、|[（(][一1][)）]|1[.、．](?!\d))")
# 【新闻特写】
LABEL = re.compile(r"【[^】]{2,30}】")
# 【新闻特写】老井又有了水
LABELLED = re.compile(r"【[^】]{2,12}】\s*(?=[^。]{4,}$)[^，。！？]")
# How many pictures there are, behind a headline that lists who was there: …出席开幕式（附图片１张）.
PICTURES_TOLD = re.compile(r"[（(]附[图圖]片?\d{0,2}[张張幅]?[)）]$")
WITH_PICTURES = re.compile(f"{MARK_OF_PICTURES}$")
# 老井和新井的故事（上）: behind a headline of a series.
PART_OF_SERIES = re.compile(r"[^，。；！？（）()]{6,}[（(](?:[上中下]|之[一二三四五六七八九十]|[上中下]篇)[)）]$")
# A headline and what it is of: 老井的水——访大塘村的老人.
TWO_PARTS = re.compile(r"(?!.*，.*，)[^。；：—–─]{4,16}[—–─]{2,3}[^，。；：—–─]{4,26}")
# 基金编号：A3105, 电话：1234567
LABEL_AND_NUMBER = re.compile(rf"{HAN}{{2,8}}(?:[：:]\s*|(?<=[编編][号號]))[A-Z]{{0,3}}\d{{3,}}[\d-]*")
# An agency's dateline and the headline of a feature in one line: 新华社北京5月9日电题：老井又有了水.
WIRED_HEADLINE = re.compile(r"[^。，]{4,24}[电電讯訊]题[：:][^。]+$")
# Below what is quoted: ——县水利专家王小明.
WHOSE_WORDS = re.compile(r"[—–─]{1,2}[^。，！？；：、—–─]{2,24}")
# 老井故事·人物, ■人物·王小明; characters that write foreign names stand in these: 约翰·史密斯.
_FOREIGN = (
    "[阿埃艾安奥巴贝比彼伯博布查达戴德迪蒂多恩尔法菲费弗福盖戈格古哈亨霍基吉加杰金卡凯康考科克肯拉莱兰朗劳勒里丽"
    "利琳路伦罗洛马玛迈曼米莫纳娜尼诺努欧帕佩皮普奇乔瑞萨塞桑沙史斯泰坦汤特提托瓦威维沃西希谢休雅亚叶约泽詹兹翰]"
)
COLUMN_AND_PART = re.compile(rf"(?!{_FOREIGN}{{2,4}}·{_FOREIGN})[■●◆]?{HAN}{{2,7}}·{HAN}{{2,12}}")
# 投诉人：王先生
LABEL_AND_PERSON = re.compile(
    rf"{any_of('投诉人 投訴人 爆料人 报料人 求助人 来信人 讲述人 講述人')}[：:]"
    rf"(?:{HAN}{{1,3}}{any_of('先生 女士 小姐 大爷 大妈 师傅 同学')}|{SIGNED})"
)
BOOK = re.compile(r"《[^》]{1,20}》")
NOTE = re.compile(r"[（(][^（()）]*[)）]")
TOPIC = re.compile(r"[^：:]{2,14}+[：:][^：:]{4,}+")
SPEAKER = re.compile(rf"(?:{any_of('问 答 問 记者 記者 主持人 主持')}|[QA])[：:︰]")
PLACE = re.compile(
    rf"(?!.{{11}}){HAN}{{1,8}}{any_of('省 市 县 縣 区 區 乡 鄉 镇 鎮 村 社区 社區 街道 里 州 旗 岛 島')}"
)
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|[#＃]"
    r"|第[一二三四五六七八九十]{1,3}[，、：]|其[一二三四五六七八九十]$"
)
# The round of a contest, the part of a series of reports: 中超第三轮, “小城夏天”系列报道之三.
SERIES = re.compile(
    rf"(?!.{{19}}).{{2,}}(?:第{NUMBER}[轮輪届屆站季]|[联聯]赛{HAN}{{2,4}}站|[报報][导導道]之{NUMBER}|[評评][论論]之{NUMBER}"
    rf"|{any_of('系列 特别 特別 跟踪 追踪 追蹤 连续 連續 专题 專題 深度')}{any_of('报道 報道 报导 報導 评论 評論')})"
)
# A long kicker (肩题) tells the occasion and breaks off before what was said.
OCCASION = re.compile(
    ".{6,}+(?:(?<=作出重要指示)|(?<="
    + any_of(
        "强调 強調 指出 表示 要求 时说 時說 透露 呼吁 呼籲 宣布 宣佈 认为 認為 提出 会见 會見 考察 调研 主持 致辞 致辭 "
        "批示"
    )
    + "))"
)
_BRIEFS = any_of(
    "简讯 簡訊 短讯 短訊 短波 快讯 快訊 快递 速递 速遞 速览 简报 簡報",
    "资讯 資訊 简明新闻 一句话新闻 一句話新聞 战报 戰報 动态 動態 集锦 集錦 集萃",
)
# Over short pieces of news, each with a headline of its own.
BRIEFS = re.compile(rf"(?:{HAN}|·){{0,6}}{_BRIEFS}")
# What the parts of a paper are called that come in every issue.
COLUMN = re.compile(
    rf"(?!.{{12}})(?:{HAN}|·){{0,6}}"
    + any_of(
        _BRIEFS,
        "照登 来信 來信 信箱 论坛 論壇 之窗 广角 廣角 专栏 專欄 观点 觀點 交锋",
        "社论 社論 社评 社評 时评 時評 短评 短評 快评 快評 锐评",
        "小说 小說 短诗 短詩 一束 杂谈 随笔 隨筆 手记 手記 札记 札記 漫笔 漫筆 漫谈 漫談 夜话 夜話 诗话 詩話",
        "周记 週記 日记 日記 手札 家书 家書",
        "诗苑 詩苑 文苑 笔会 筆會 笔阵 筆陣 物语 物語 连载 連載 讲堂 講堂 课堂 課堂 小品 看台 看臺",
        "观察 觀察 速递 速遞 速览 速覽 大家谈 大家談 走基层 下基层",
        "图片新闻 圖片新聞 快报 快報 传真 傳真 链接 連結 进行时 進行時 言论 言論 热线 熱線 声音 聲音 视点 視點",
    )
)
NOTICE = re.compile(
    any_of(
        "更正 启事 啟事 声明 聲明 讣告 訃告 通知 公告 公示 通告 致歉 悼念",
        "鸣谢 鳴謝 寻人 尋人 招领 招領 招聘 遗失 遺失 拍卖 拍賣",
    )
    + any_of("启事 啟事 声明 聲明 公告")
    + "?"
    + r"|(?:[今明]天|[今明]日|城市|国内|世界|全国)?(?:天气|气象)预报(?:[（(].{0,24}[)）])?"
)
# What somebody is who has written a text, below it: 小城大学水利系教授.
POST = re.compile(
    rf"(?!.{{31}}|.*(?:[会會][见見晤]|[访訪聘获獲任为為是促批斥请請邀遭被]|考[上取]|[对對][话話]|[当當][选選]))(?={HAN}{{3}}){HAN}+[系所院會学學会部司局社](?:[副助特客座名譽荣誉理]{{0,4}}教授|(?:副|助理)?(?:研究员|研究員)"
    rf"|{any_of('院长 院長 律师 律師 醫師 医师 执行长 執行長 理事长 理事長 秘书长 秘書長 召集人 发起人 發起人')})"
)
# 快讯一：, over a headline.
NUMBERED_LABEL = re.compile(
    any_of("快讯 快訊 短讯 短訊 简讯 簡訊 新闻 新聞 消息 链接 連結 速递 速遞 动态 動態 镜头 鏡頭 现场 現場")
    + r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})[：:]"
)
# The name of a body holds no verb in the perfective (建起, 办了).
INSTITUTION = re.compile(
    rf"(?!.{{18}}|{HAN}*[起了着過过])(?:{HAN}){{2,14}}"
    + any_of(
        "学院 學院 大学 大學 公司 集团 集團 银行 銀行 医院 醫院 委员会 委員會 研究所 研究院 中心 协会 協會 "
        "总局 總局 部门 部門 政府 小组 小組 编辑部 編輯部 编委会 法院"
    )
)
CHART = re.compile(
    ".{5,}+(?:(?<=[图圖表])|(?<=.{4}"
    + any_of(
        "比较 比較 对比 對比 排行 排名 一览 一覽 统计 統計 走势 走勢 分布 分佈 变化 變化 示意 "
        "行业 行業 情况 情況 价格 價格 数据 數據 比例 占比"
    )
    + "))"
)
# What a drawing is called, whatever stands below: 老井改造示意图.
DRAWING = re.compile(
    "[^，。；！？]{2,20}"
    + any_of("示意 效果 走势 走勢 分布 分佈 统计 統計 平面 结构 結構 流程 路线 路線 剖面 鸟瞰 鳥瞰 位置 原理 变化 變化")
    + "[图圖](?:[（(][^（()）]{2,20}[作绘繪制製][)）])?"
)
# What a photograph is called that stands by itself: 活动现场.
SCENE = re.compile(
    rf"[^，。、；：！？\s]{{2,12}}{any_of('现场 現場 合影 一角 全景 外景 夜景 剪影 掠影 车间 車間')}"
    rf"|(?![关關做争爭爱愛让讓请請为為讲講当當学學树樹维維展塑重换換立])[^，。；：！？\s]{{4,24}}的(?:{HAN}{{0,2}})"
    + any_of(
        "工人 军人 軍人 学生 學生 居民 市民 群众 群眾 老人 孩子 选手 選手 队员 隊員 村民",
        "旅客 乘客 游客 遊客 师傅 女工 情形 情景 头像 頭像 塑像 雕像 画像 畫像 肖像 形象 模型 外观 外觀",
    )
)
# What public-service lines (公益广告) call for, and who puts them there.
_CALL = re.compile(
    any_of(
        "文明 节约 節約 节俭 节能 厉行 浪费 浪費 关爱 關愛 爱护 愛護 珍惜 保护 保護 保持 环保 環保 绿色 綠色 绿水 青山",
        "安全 平安 健康 公益 敬老 爱老 爱心 愛心 爱国 愛國 爱家 奉献 读书 讀書 读好书 书香 做起 人人 你我 有责 有責",
        "共建 共创 共享 创建 禁毒 扫黑 除恶 反诈 防火 火烛 酒驾 酒後 垃圾 资源 資源 家园 家園 捐 生命 和谐 诚信 友善",
        "敬业 法治 新风 新風 美德 生态 植树 绿化 功在 请勿 請勿 禁止 小心 中国梦 宣传部 文明办 办公室 [宣办]$",
        "不剩 不乱 [！!]$",
    )
)
# What a photograph may show, told without a mark: 大塘村的人在井边打水, 2005年的大塘村.
_SHOWN = re.compile(
    rf"(?!.{{41}})(?:\d{{4}}年)?(?:{HAN}|[“”「」《》，、·]){{5,}}(?<![，、])(?<!供稿)(?<!供图)(?<!供圖)"
)
# Marks of a list; a caption has ▲ too, but by itself.
BULLET = re.compile(r"[▲△■◆●]")
# Closed classes of words after which a phrase must go on (现代汉语虚词), in both scripts.
FUNCTION_WORDS = frozenset(
    "的地得以在把被和与與及或对對向从從由为為将將于於并並而且则則即就也都还還又所之这這那该該其某每各因但比让讓使给給跟同至到"
    "要个個些已正曾想是约約近超达達一两兩多几幾第"
) | {
    "因为", "因為", "但是", "如果", "虽然", "雖然", "以及", "为了", "為了", "通过", "通過", "根据", "根據",
    "没有", "沒有", "关于", "關於", "对于", "對於", "已经", "已經", "正在", "将要", "可以", "能够", "能夠",
}  # fmt: skip
# Where 在 is the verb (井还在), nothing need follow.
STILL_THERE = re.compile("[仍还還都犹猶尚永健安何不]在$")
# Below a report from a court of Hong Kong.
CASE_NUMBER = re.compile("[【〔［（(]?案(?:件編|件编)?[號号][：:]")
# A date and nothing else, as a chronicle has over its entries, and a page at its head.
PLAIN_DATE = re.compile(rf"{NUMBER}\s*年\s*{NUMBER}\s*月\s*{NUMBER}\s*日")
UNIT = re.compile(
    "[年月日时時分秒点點个個名位人家户戶次万萬亿億千百元斤吨噸公米岁歲届屆级級条條项項座所天周年度号號版期％%．.]"
)


_COMMA, _QUOTES, _LATIN = re.compile(r"[，,]"), re.compile(r"[“”‘’「」《》]"), re.compile(r"[A-Za-z0-9.]+")
_LATIN_AT_START = re.compile(r"[A-Za-z0-9]")


def greets(text: str) -> bool:
    """Whether a text begins with the salutation of a letter to the editor.

    >>> greets("编辑同志：老井坏了。"), greets("编辑部的同志来了。")
    (True, False)
    """
    return ("：" in text[:12] or ":" in text[:12]) and bool(SALUTATION.match(text))


def phrases_apart(text: str) -> bool:
    """Whether spaces stand between phrases of a line, as in long headlines of the web and nowhere in running text.

    >>> phrases_apart("老井又有了水 大家都来看：谁修好的？"), phrases_apart("老井有水。 大家来看")
    (True, False)
    """
    return bool(HALVES.fullmatch(text) and SPACE_BETWEEN_HAN.search(text))


def calls(text: str) -> bool:
    """Whether a line calls for something, as public-service lines do, or says who does.

    >>> calls("讲文明 树新风"), calls("小心火烛"), calls("大塘村的人在井边打水")
    (True, True, False)
    """
    return _CALL.search(text) is not None


def shows(text: str) -> bool:
    """Whether a line that stands by itself may say what a photograph shows: it calls for nothing, as public-service
    lines do.

    >>> shows("大塘村的人在井边打水"), shows("为山区的孩子献爱心"), shows("版式：王小明")
    (True, False, False)
    """
    return _SHOWN.fullmatch(text) is not None and not calls(text)


def parallel(text: str) -> bool:
    """Two clauses with a comma between them, of one length (对仗); a number or a Latin word counts as one.

    >>> parallel("老井有了水，村民有了福"), parallel("老井有了水，大家来")
    (True, False)
    """
    if text.count("，") + text.count(",") != 1:
        return False
    halves = _COMMA.split(text)
    first, second = (len(_LATIN.sub("x", _QUOTES.sub("", half))) for half in halves)
    return 3 <= first <= 12 and first == second


def couplet_over(text: str, below: str) -> bool:
    """Two halves of one length, over a headline that is one phrase.

    >>> couplet_over("学习老井精神　建设美丽乡村", "青石县今年要修一百口井")
    True
    >>> couplet_over("老井有水　村民有福", "——记老井")
    False
    """
    halves = text.split()
    if len(halves) != 2 or len(halves[0]) != len(halves[1]) or not 4 <= len(halves[0]) <= 12:
        return False
    return 6 <= len(below) <= 26 and not (_SPACE.search(below) or _ANY_STOP.search(below) or SUBTITLE_MARK.match(below))


_SPACE, _ANY_STOP = re.compile(r"\s"), re.compile("[，。；：！？,;:!?]$")


def latin_goes_on(above: str, below: str) -> bool:
    """Whether a Latin word or a number is cut by the break between two lines.

    >>> latin_goes_on("此外，Galaxy", "S20 上市"), latin_goes_on("去年6月20", "日起"), latin_goes_on("连续95场", "昨天")
    (True, True, False)
    """
    if not (above[-1:].isascii() and _LATIN.match(above[-1:])):
        return False
    return bool(_LATIN_AT_START.match(below) or (above[-1].isdigit() and UNIT.match(below)))
