"""The set phrases of newspaper stories: datelines, bylines, photo credits.

Each table is ordered and read from the top. A row is a form: its name, a pattern, an example and a counter-example,
both run by the tests; to teach the importer another form, add a row. The words are in ``words``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from duidu.importers.bylines import named
from duidu.importers.words import (
    BYLINE_MARK,
    CLOSE,
    COUNTY_UNIT,
    DATE,
    DESK,
    EDITOR,
    FILED,
    FULL_NAME,
    FULL_NAMES,
    HAN,
    IN_ROUND,
    JOURNALIST,
    LABEL_MARK,
    LATIN,
    MAKER,
    MAKING,
    MARK_OF_PICTURES,
    NAME,
    NAMES,
    NO_UNIT,
    NUMBER,
    OPEN,
    OWN,
    PAPER,
    PHOTO_AGENCY,
    PICTURE_AGENCY,
    PICTURES_ONLY,
    PRINTED_DATE,
    PROVINCE,
    REPORTED,
    REPORTER,
    ROLE,
    RUN,
    RUN_TOGETHER,
    SIGNED,
    SIGNED_NAMES,
    SLASH,
    SOURCE,
    SPACED,
    SURNAMES,
    TAKEN,
    UNIT,
    UNIT_END,
    any_of,
    with_any,
)

# No set phrase is longer; a longer text is not looked at.
LONGEST_SET_PHRASE = 100


@dataclass(frozen=True, eq=False)
class Form:
    """A named form: the pattern that it has, an example of it, and a text that it must not take."""

    name: str
    source: str
    example: str
    counter: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern by itself, compiled when it is asked for: mostly a whole table is, and at once.

        >>> Form("own report", "本报讯", "本报讯", "本报").pattern.pattern
        '本报讯'
        """
        return re.compile(self.source)


def _bracketed(inside: str) -> str:
    return rf"{OPEN}\s*{inside}\s*{CLOSE}"


# ---------------------------------------------------------------- datelines

# Agencies at home, which sign briefs as well as pictures with nothing but their name.
SENDS_BRIEFS = re.compile("新华社|新華社|中新社|中央社")
_AGENCY = any_of("新华社 新華社 中新社 中新网 人民网 央视网 新华网 中央社")
_WIRED = any_of("专电 專電 [电電讯訊]")

# Which country a place is in: 达沃斯（瑞士）.
_COUNTRY = rf"(?:[（(]{HAN}{{2,8}}[)）])?"
# How the names of those who report end.
_OUTLET_END = any_of(
    "[报報网網社台臺] 在线 在線 新闻 新聞 客户端 时刻 财经 財經 体育 體育 娱乐 娛樂 科技 卫视 衛視 发布",
    "媒体中心 全媒体",
)

# What may open the first paragraph of a story and is no part of its sentence.
DATELINES: tuple[Form, ...] = (
    Form("own report", r"(?:本报|本刊|本网|本社|本台)(?:综合)?(?:讯|消息)|本報訊", "本报讯", "本报记者"),
    Form(
        "own report in brackets",
        rf"{OPEN}(?:on\.cc)?{HAN}{{2,6}}[专專]?[讯訊]{CLOSE}",
        "【明報專訊】",
        "【相关链接】",
    ),
    Form(
        "a site's news in brackets",
        rf"[【〔［\[](?:{HAN}|[A-Za-z0-9]){{1,10}}(?:[网網报報台臺社]|在线|在線|动力|動力|频道|頻道)消息[】〕］\]]",
        "【小城在线消息】",
        "【重大消息】",
    ),
    Form(
        "place and date in brackets",
        rf"{OPEN}(?:{HAN}|[《》A-Za-z·、]){{2,24}}?{DATE}(?:{HAN}{{0,4}}(?:[电電讯訊]|报道|報道|報導)|文章){CLOSE}(?:题[：:])?",
        "（吉隆坡8日讯）",
        "（3月1日来信）",
    ),
    Form(
        "compiled from wires",
        rf"{OPEN}[编編][译譯]{SIGNED}{SLASH}(?:{HAN}|\d){{2,12}}{REPORTED}{CLOSE}",
        "〔編譯王小明／綜合三日外電報導〕",
        "〔編譯王小明〕",
    ),
    Form("wire in brackets", rf"{OPEN}(?:{HAN}{{3,10}}|[综綜]合)[电電]{CLOSE}", "（路透伦敦电）", "（来电）"),
    Form("own wire without a date", rf"{OWN}{HAN}{{2,6}}(?:专电|專電)", "本报赤城专电", "本报电话"),
    Form(
        "own report from a place",
        rf"{OWN}(?!通){HAN}{{2,6}}[讯訊电電](?=[\s（(：:]|{JOURNALIST})",
        "本報赤城訊",
        "本报赤城讯息",
    ),
    Form(
        "own wire",
        rf"(?:{OWN}|本台)(?:{HAN}|\[图库\]){{2,12}}?{_COUNTRY}{DATE}{_WIRED}",
        "本报北京3月1日电",
        "本报3月1日起扩版",
    ),
    Form("own report of a day", rf"{OWN}{DATE}{_WIRED}(?=[\s（(：:])", "本报3月1日讯", "本报3月1日电文"),
    Form(
        "agency wire",
        rf"据?{_AGENCY}(?:客户端)?(?:{HAN}|\[图库\]){{0,12}}?{_COUNTRY}(?:{DATE}(?:体育(?={_WIRED}(?:[\s（(：:]|$)))?|{NUMBER}月{NUMBER}(?=[电電](?:[\s（(：:]|$)))"
        + any_of("消息 专电 專電 综合消息 电 電 讯"),
        "新华社北京3月1日电",
        "新华社记者3月1日到达",
    ),
    Form(
        "an agency's wire",
        rf"[据據]?{HAN}{{2,5}}(?:通讯社|通訊社|社){HAN}{{0,8}}?{DATE}[电電讯訊]",
        "據港灣通訊社十九日電",
        "据旅行社3月1日的广告",
    ),
    Form(
        "agency without a date",
        rf"(?:据(?:新华社|中新社|新华网|央视|{HAN}{{2,6}}社)|{_AGENCY})(?:(?:电|消息|讯)(?=\s)|[电電](?=[（(]))",
        "据新华社电",
        "据新华社电文",
    ),
    Form(
        "agency and place",
        rf"[据據]?{_AGENCY}(?:(?![次来來]){HAN}){{2,4}}[电電](?=[\s（(])",
        "据新华社青石电",
        "据新华社三次来电 大家",
    ),
    Form(
        "what another reports",
        rf"(?:[据據]{HAN}{{2,12}}|{HAN}{{2,4}}在[线線])(?:报道|報道|報導)(?=[\s（(])",
        "据港湾广播公司报道",
        "据新华社报道，",
    ),
    Form(
        "agency in brackets",
        r"[（(](?:中央社|路透社?|法新社|美聯社|新華社)[^（）()]{0,24}?"
        rf"{DATE}[^（）()]{{0,8}}?(?:電|報導|報道)[)）]",
        "（中央社記者王小明台北20日電）",
        "（中央社檔案照片）",
    ),
    Form(
        "outlet's news",
        rf"(?:{HAN}|[A-Z]){{2,6}}(?:讯|消息)(?:[（(](?!{HAN}{{0,4}}{JOURNALIST}){HAN}{{2,8}}[)）](?={JOURNALIST})|(?:[（(]{HAN}{{2,8}}[)）])?(?=[：:\s（(])[：:]?)",
        "央视网消息（新闻联播）：",
        "据最新消息，",
    ),
    Form(
        "an outlet's wire of a day",
        rf"[据據]?(?:{HAN}|[A-Za-z]){{1,14}}?{_OUTLET_END}(?:[·•—-]{HAN}{{2,12}}?)?{HAN}{{0,6}}?{DATE}"
        rf"(?:{_WIRED}|消息|{REPORTED})(?=[\s（(：:])",
        "小城日报·小城新闻网北京3月1日电",
        "小城日报3月1日报道了",
    ),
    Form(
        "news of two outlets, or of a newsroom",
        rf"{HAN}{{2,8}}(?:{_OUTLET_END}[·•—-]{HAN}{{2,10}}|全媒体|融媒体?|融媒体中心|客户端)(?:讯|消息)(?=[\s（(：:])",
        "小城晚报·小城新闻网讯",
        "小城晚报·消息树",
    ),
    Form(
        "compiled from an agency",
        rf"[综綜]合(?:{HAN}{{2,6}}(?:、{HAN}{{2,6}})*)?(?:[电電讯訊]|消息|{REPORTED})(?=[\s（(：:在据昨今\d])",
        "综合新华社电",
        "综合各方消息后，",
    ),
    Form(
        "outlet of the web, and the paper it has it from",
        rf"{HAN}{{2,4}}网[（(]{HAN}{{2,6}}[报刊][)）](?=[\s（(]|{JOURNALIST}\s*{SIGNED})",
        "小城网（小城都市报）",
        "小城网（一份电子报）的消息",
    ),
    Form(
        "web outlet's news of a day",
        rf"(?:{HAN}{{2,4}}网|[A-Za-z]{{2,8}}{HAN}{{0,3}}){HAN}{{0,4}}{DATE}{HAN}{{0,8}}?(?:消息|[电讯])(?=[\s（(：:])[：:]?",
        "小城网3月1日青石消息",
        "小城网3月1日的消息说",
    ),
    Form("Hong Kong paper's news", rf"(?:香港)?{HAN}{{2}}[報报][訊讯](?=[\s（(])", "大公報訊", "回報訊息"),
    Form(
        "news of a paper",
        rf"(?:据|據|香港|本港)?《{HAN}{{2,8}}》(?:訊|讯|消息|报道|報道)(?![，,])",
        "香港《小城時報》訊",
        "据《小城時報》報道，老井有水。",
    ),
    Form(
        "reporter's place and date",
        rf"{OWN}{HAN}{{2,4}}特派{JOURNALIST}{HAN}{{2,4}}{DATE}[电電]",
        "本报驻美特派记者李明3日电",
        "本报特派员",
    ),
)

# ---------------------------------------------------------------- bylines

_OWN_REPORTER = rf"(?:{OWN}|见习|实习|特约)*{REPORTER}"
# 通 is a surname, but 通讯员 is nobody's name.
_NAMED = rf"(?!{REPORTER}){SIGNED}"
_REPORTER_AND_NAMES = rf"{_OWN_REPORTER}\s*{_NAMED}(?:[\s、]+{_NAMED})*"
_REPORTERS_AND_NAMES = rf"{_REPORTER_AND_NAMES}(?:[\s、]*{_REPORTER_AND_NAMES})*"

# A byline without brackets behind the dateline, in the same line as the text.
LEAD_BYLINES: tuple[Form, ...] = (
    Form(
        "reports",
        rf"{_REPORTERS_AND_NAMES}[\s、]*(?:{REPORTED}|摄影报道)[：:]?",
        "记者冯大山报道：",
        "记者昨天报道：",
    ),
    Form(
        "a second name without a known surname reports",
        rf"{_OWN_REPORTER}\s*{_NAMED}、{HAN}{{2,4}}{REPORTED}[：:]",
        "记者冯大山、傲腾报道：",
        "记者昨天、今天报道：",
    ),
    Form("spaced", rf"{_REPORTERS_AND_NAMES}(?=\s)", "记者 冯大山", "记者昨天"),
    Form("slash", rf"{_REPORTERS_AND_NAMES}{SLASH}", "記者馮大山／", "記者昨天／"),
    Form("names report", rf"{_NAMED}(?:[、\s]+{_NAMED})*{REPORTED}[：:]", "冯大山、李花报道：", "昨天报道："),
)
# The same where no dateline stands before it.
OWN_LEADS: tuple[Form, ...] = (
    Form(
        "own reporters report",
        rf"{OWN}{_REPORTERS_AND_NAMES}(?:{REPORTED}|摄影报道)(?:[：:]|(?=\s))",
        "本报记者冯大山报道 ",
        "本报记者冯大山报道过",
    ),
    Form(
        "own reporter reports, and the sentence follows",
        rf"{OWN}(?:{REPORTER}|实习生){SIGNED}{REPORTED}(?=今[年天日]|昨[天日]|近日|日前|前[天日]|[随隨]着|[据據]|[离離]|由于|[“「《\d])",
        "本报记者冯大山报道",
        "本报记者冯大山报道了",
    ),
    Form(
        "own reporters, from several sources",
        rf"{OWN}{REPORTER}?(?:综合|綜合){REPORTED}(?=\s)",
        "本报综合报道 ",
        "本报综合报道过",
    ),
    Form(
        "paper, and its reporter in brackets",
        rf"{HAN}{{2,4}}[報报]【{SIGNED}(?:、{SIGNED})*[^】]{{0,20}}[報报][導导道]】",
        "小城時報【馮大山╱台北報導】",
        "小城時報【專題報導】",
    ),
    Form(
        "reporter's feature", rf"{JOURNALIST}{SIGNED}{SLASH}特[稿写寫](?=\s)", "記者馮大山／特稿 ", "記者馮大山／特稿，"
    ),
    Form(
        "own reporter reports from a place",
        rf"{OWN}{JOURNALIST}{SIGNED}{HAN}{{2,4}}{REPORTED}(?=\s)",
        "本报记者冯大山青石报道 ",
        "本报记者冯大山看到报道 后来",
    ),
)

# The parts of bylines, as they follow one another: 本报记者 王小明 通讯员 李花 摄.
_ROLES_AND_NAMES = rf"(?:(?>{ROLE}[\s:：]*{NAMES}[\s、,，/／]*))+"
_SPACED_ROLES_AND_NAMES = rf"(?:(?>{ROLE}(?:[\s:：]+|(?={SIGNED}(?:[\s、]|$))){NAMES}[\s、]*))+"
_LISTED_NAMES = rf"{SIGNED}(?:、{SIGNED})*"
# Who somebody is, in brackets behind the name: （小城日报评论员）.
_TRADE = rf"[（(]{IN_ROUND}{{2,24}}[)）]"
_LABEL_AND_NAMES = rf"{LABEL_MARK}\s*{BYLINE_MARK}?\s*(?:{ROLE}\s*)?(?:{NAMES}|{LATIN})"
_ANY_LABEL = rf"(?:{SOURCE}|{EDITOR}|{MAKER})\s*{LABEL_MARK}"
_LABELLED = rf"(?>{_ANY_LABEL}\s*[^\s，。]{{2,12}}?(?=\s|$|{_ANY_LABEL})\s*)"

_TEXT_AND_PICTURES = rf"(?:{ROLE}\s*)?{SIGNED}\s*{SLASH}?\s*文\s*(?:{ROLE}\s*)?{SIGNED}\s*{SLASH}?\s*[图圖摄攝]影?"

_SENT = rf"{HAN}{{0,4}}{JOURNALIST}{SIGNED}(?:{HAN}{{2,6}}?)?[传傳]真(?:\s*{PRINTED_DATE})?"

# What reporters do, and is nobody's name: [记者调查].
_WORK_OF_REPORTERS = any_of(
    "调查 調查 观察 觀察 手记 手記 追踪 追蹤 暗访 暗訪 体验 體驗 感言 连线 連線 视点 視點 札记 札記 见闻 見聞",
    "述评 述評 走访 走訪 点评 點評 提问 提問 说法 專訪 专访 现场 現場 目击 目擊",
)
# What kind of picture it is, and where from: 示意圖／圖取自小城圖庫, 取自微博.
_KIND_OF_PICTURE = any_of("示意 組合 组合 合成 資料 资料 檔案 档案 翻拍") + "(?:[图圖照]片?|照片|圖片|图片|畫面)"
_FROM_WHERE = (
    r"(?:[图圖]片?)?[取截擷撷]自[^（()）。，]{0,16}"
    + any_of("网 網 臉書 脸书 圖庫 图库 微博 微信 影片 视频 視頻 電視 电视 直播 粉專 畫面 画面 IG FB Facebook YouTube")
    + "[^（()）。，]{0,8}"
)
_PICTURE_OF = rf"(?:{_KIND_OF_PICTURE}(?:{SLASH}[^（()）。]{{1,30}})?|{_FROM_WHERE})"

# What a bracket behind a name begins with that says what the name means: (现在的县商会).
_EXPLAINS = any_of("现 現 即(?!墨) 以下 包括 简称 簡稱 又称 又稱 也称")

# A byline in brackets, as a line or as the end of a paragraph.
BRACKETED: tuple[Form, ...] = (
    Form(
        "in brackets, with role",
        rf"(?!{OPEN}\s*{JOURNALIST}{_WORK_OF_REPORTERS}\s*{CLOSE})"
        + _bracketed(
            rf"(?:{SOURCE}\S{{2,8}}\s)?(?:(?:文|图|圖|文图|图文){SLASH}\s*|(?:采写|採寫|撰文|摄影|攝影)[\s:：]+)?{_ROLES_AND_NAMES}{MAKING}?",
        ),
        "(记者 一丁 摄)",
        "(记者节快到了。)",
    ),
    Form(
        "in brackets, with making",
        _bracketed(rf"{NAMES}\s*(?:\s|{SLASH})\s*{MAKING}"),
        "(陈小玲 段无疾 摄影报道)",
        "(摄影报道)",
    ),
    Form(
        "in brackets, signed",
        "(?!【)" + _bracketed(rf"(?!有[删刪]){SIGNED}(?:[\s、,，]+(?>{SIGNED}|{HAN}{{2,3}}))*"),
        "(何舒)",
        "（未完待续）",
    ),
    Form(
        "in brackets, paper and reporter",
        _bracketed(
            rf"{HAN}{{2,8}}{SLASH}(?:(?:{OWN}|特派|[见見][习習])*{JOURNALIST}{SIGNED}(?:{SLASH}{HAN}{{2,8}}{REPORTED})?"
            rf"|(?<=[报報网網社][／/╱]){any_of('综合 綜合')}{REPORTED})"
        )
        + rf"(?:\s*{PRINTED_DATE})?",
        "【小城報╱記者王小明/台北報導】",
        "【小城報╱台北】",
    ),
    Form(
        "in brackets, wire at the foot",
        _bracketed(
            rf"(?:(?:[据據]?(?:{OWN}|本台|{_AGENCY}){HAN}{{0,12}}?{DATE}|(?:本[栏欄])?均?[据據]{_AGENCY}){_WIRED}"
            rf"|{OWN}(?:{HAN}{{2,6}}[电電]|专电|專電))"
        ),
        "（本报青石1月1日电）",
        "（本报来电）",
    ),
    Form(
        "in brackets, picture sent by a reporter",
        _bracketed(_SENT),
        "（中央社記者王小明青石傳真　105年3月19日）",
        "（記者昨天傳真）",
    ),
    Form(
        "in brackets, reporter on the spot",
        _bracketed(rf"{OWN}?{JOURNALIST}{SIGNED}{HAN}{{2,6}}(?:直擊|直击|專訪|专访)"),
        "【記者王小明吉隆坡直擊】",
        "【記者直擊】",
    ),
    Form(
        "in brackets, with place",
        _bracketed(rf"(?:{ROLE})?\s*{NAMES}\s*{FILED}"),
        "(王小明／台北報導)",
        "(王小明／台北)",
    ),
    Form(
        "in brackets, broadcaster",
        _bracketed(rf"{HAN}{{2,4}}(?:新聞|新闻|電視|电视){SLASH}?\s?(?:{SIGNED}[\s、]?){{1,4}}{HAN}{{2,4}}{REPORTED}"),
        "（公視新聞陳大文高雄報導）",
        "（公視新聞網）",
    ),
    Form(
        "in brackets, label first",
        _bracketed(
            rf"(?:(?:{MAKER}|{EDITOR}){SLASH}?\s*{LABEL_MARK}\s*{IN_ROUND}{{2,30}}|[摄攝]影\s+{NAMES}|{_TEXT_AND_PICTURES})"
        ),
        "（图/李明）",
        "（图一）",
    ),
    Form(
        "in brackets, outlet",
        _bracketed(
            rf"(?:{SOURCE}\s*[:：]?\s*)?《?{HAN}{{0,8}}"
            rf"(?:(?<={HAN}{{2}}){PAPER}|新闻网|新聞網|新华网|人民网|中新网|央视网|通讯社|电视台|電視台|新华社|新華社|中央社|中新社|路透社|法新社|美联社|美聯社)》?(?:供?稿|{REPORTED}|電)?"
        ),
        "（小城日报）",
        "（周六晚报名）",
    ),
    Form(
        "in brackets, photographer",
        _bracketed(
            r"(?:[^（()）。]{2,30}(?:摄|攝|提供|供图|供圖|供稿|翻攝|摄影报道|攝影報導|攝影報道)影?|[^（()）。]{2,30}[摄攝][于於自][^（()）。]{2,20}|(?:[图圖照]片(?:来自|來自|取自)|(?:[图圖照]片?)?(?:翻[摄攝拍]自|[撷擷截]取?自))[^（()）。]{2,20})"
        ),
        "（港务局供稿　罗敬之摄）",
        "（正在摄影。）",
    ),
    Form(
        "in brackets, who has drawn it",
        _bracketed(rf"{SIGNED}\s*[画畫绘繪]"),
        "（王小明画）",
        "（一幅国画）",
    ),
    Form(
        "in brackets, where from",
        _bracketed(rf"{UNIT}(?:\s++(?>{SIGNED}|{HAN}{{2,3}}|{LATIN}))+"),
        "（青石县中学　王小明）",
        "（三个月　六十天）",
    ),
    Form(
        "in brackets, county and name",
        _bracketed(rf"{HAN}{{1,10}}[县縣区區镇鎮乡鄉村]{FULL_NAME}(?<![省市县縣区區镇鎮乡鄉村路街里巷道号號])"),
        "（青石白鹭县王小明）",
        "（青石市金山区）",
    ),
    Form(
        "in brackets, unit of a county and name",
        _bracketed(rf"{HAN}{{1,8}}[县縣区區市镇鎮乡鄉州旗](?:{COUNTY_UNIT}){FULL_NAME}(?<![长長]){NO_UNIT}"),
        "（青石县融媒体中心王小明）",
        "（青石县融媒体中心大楼）",
    ),
    Form(
        "in brackets, name and unit",
        "(?!【)" + _bracketed(rf"(?>{SIGNED})(?:[\s、]++(?>{SIGNED}))*\s+{HAN}{{2,10}}(?:{COUNTY_UNIT})"),
        "（王小明 青石县委宣传部）",
        "（王小明在青石县委宣传部）",
    ),
    Form(
        "in brackets, unit of a province and names",
        _bracketed(rf"{PROVINCE}{HAN}{{1,20}}{UNIT_END}{RUN_TOGETHER}{NO_UNIT}"),
        "（福建青石县公安局王小明李花）",
        "（福建青石县公安局）",
    ),
    Form(
        "in brackets, names that nothing parts",
        "(?!【)"
        + _bracketed(
            rf"(?!{PROVINCE})(?:(?=[{SURNAMES}]){HAN}{{2,3}}{RUN}{{1,3}}(?:摄影报道|攝影報道|攝影報導)?|{SIGNED}(?:摄影报道|攝影報道|攝影報導))"
        ),
        "（王小明何田）",
        "（江苏高邮）",
    ),
    Form(
        "in brackets, reporter",
        _bracketed(rf"{_LISTED_NAMES}(?:{REPORTED}|撰稿|整理)"),
        "（林小河报道）",
        "（跟踪报道）",
    ),
    Form(
        "in brackets, told and written down",
        _bracketed(rf"{NAME}\s*(?:口述|讲述|講述)[\s、，]+(?:{NAME}|{HAN}\s{{1,2}}{HAN})\s*(?:整理|记录|記錄)"),
        "（王小明口述　李花整理）",
        "（王小明口述）",
    ),
    Form(
        "in brackets, contributor",
        "(?!【)"
        + _bracketed(
            rf"(?:(?!{_EXPLAINS}){HAN}{{2,12}}(?:供稿|"
            + any_of("组 組 办 辦 办公室 辦公室 部 局 处 科 站 会 會 社 委 院 中心")
            + rf"(?:供稿)?)|{HAN}{{1,2}}[讯訊]|{OWN}综合)",
        ),
        "（县委通讯组）",
        "（现在的县商会）",
    ),
    Form(
        "in brackets, file picture",
        _bracketed(
            rf"(?:(?:资料|資料|档案|檔案|本报|本報|受[访訪]者|{HAN}{{2,5}}[处處局署])(?:照片|相片)|(?:资料|資料|档案|檔案)(?:图片?|圖片?)|(?:数码|數碼)?[传傳]真照片|[图圖]源[：:]?\s*{HAN}{{2,8}}|{PICTURES_ONLY}[发發]?|{PHOTO_AGENCY}(?:[发發]|供图|供圖))"
        ),
        "（资料图）",
        "（资料见图）",
    ),
    Form(
        "in brackets, who the author is",
        _bracketed(
            "(?:本文)?作者" + any_of("系 为 為 是 單位 单位 現為 现为 现任") + rf"{IN_ROUND}{{2,40}}",
        ),
        "（作者系青石师范学院讲师）",
        "（作者不详）",
    ),
    Form(
        "in brackets, editor",
        _bracketed(rf"{HAN}{{0,2}}{EDITOR}[\s:：/／╱]+{NAME}"),
        "（编辑 何田）",
        "（编辑部收到的信）",
    ),
    Form(
        "in brackets, printed before",
        _bracketed(r"(?:原载|原載|摘自|选自|選自|转自|轉自|节选自|節選自)\s*《[^》]{2,16}》[^（()）。]{0,16}"),
        "（原载《小城日报》）",
        "（原载于小城）",
    ),
    Form(
        "in brackets, source",
        _bracketed(rf"{SOURCE}\s*[：:]\s*[^（()）。，【】]{{2,30}}"),
        "（来源：小城人才报）",
        "（来源：他说，不知道）",
    ),
    Form(
        "in brackets, picture",
        _bracketed(_PICTURE_OF),
        "（示意圖／圖取自小城圖庫）",
        "（示意图见下）",
    ),
    Form(
        "in brackets, compiled",
        _bracketed("[综綜]合(?:(?:外[电電])?(?:报道|報道|報導))?"),
        "【綜合報導】",
        "【綜合大樓】",
    ),
    Form("in brackets, end of text", _bracketed("(?:完|全文完|完结)"), "（完）", "（未完）"),
)

# A line, or the end of a paragraph, that says who wrote or photographed.
CREDITS: tuple[Form, ...] = (
    *BRACKETED,
    Form(
        "reporter and place",
        with_any("╱／/") + rf"{OPEN}?(?:{HAN}{{1,6}}[报報網网社]\s+)?(?:{ROLE})?\s*{NAMES}\s*{FILED}{CLOSE}?",
        "黃泊川╱台北報導",
        "台北／高雄",
    ),
    Form(
        "paper, then reporter in brackets",
        with_any("╱／/") + rf"{HAN}{{2,4}}{PAPER}[【（(](?:{ROLE})?\s*{NAMES}\s*{FILED}[】）)]",
        "小城時報【王小明╱台北報導】",
        "小城時報【小城╱台北】",
    ),
    Form(
        "translators and reporters",
        with_any("╱／/")
        + rf"(?:(?:{ROLE}|[编編][译譯])\s*{SIGNED}(?:[\s、]+(?!{HAN}{{0,4}}{REPORTER}){SIGNED})*[\s、]*){{2,}}{FILED}",
        "編譯王小明、記者李花／綜合報導",
        "編譯、記者／綜合報導",
    ),
    Form(
        "desk, then names",
        with_any("╱／/") + rf"{DESK}\s*(?:{FULL_NAME}(?:、{FULL_NAME})*|{SIGNED}(?:[\s、]+{SIGNED})*{REPORTED})",
        "小城快訊／王小明、李小花",
        "活動中心／高山",
    ),
    Form(
        "Taiwan reporter without a slash",
        rf"{OPEN}?(?:{OWN}|特派|特[约約]|[见見][习習])*{JOURNALIST}{SIGNED}{HAN}{{2,4}}(?:{REPORTED}|專訪){CLOSE}?",
        "記者王小明台北報導",
        "記者昨天從台北報導",
    ),
    Form(
        "filed from",
        with_any("发發报報")
        + rf"{OWN}?[A-Z]{{0,5}}{ROLE}\s*{NAMES}\s*(?:{DATE})?(?:发自|發自|报道|{HAN}{{2,4}}{REPORTED})\s*{HAN}{{0,8}}",
        "本报记者康健发自上海",
        "记者从上海获悉",
    ),
    Form(
        "with role",
        with_any("者员員生稿") + rf"{_SPACED_ROLES_AND_NAMES}(?:{SLASH}?{MAKING})?"
        rf"(?:\s+(?:线索|爆料)[：:]\S{{2,8}}|(?:综合|綜合|[编編][译譯])\S{{0,12}}{REPORTED})?",
        "本报记者 司汉科 摄",
        "记者昨天来到",
    ),
    Form(
        "names, then role and names",
        with_any("者员員") + rf"{SIGNED_NAMES}\s+{_SPACED_ROLES_AND_NAMES}{MAKING}?",
        "王小明　李花　本报特约通讯员　张大山",
        "王小明是本报特约通讯员",
    ),
    Form(
        "reporters abroad",
        with_any("驻駐")
        + rf"(?:(?>{OWN}[驻駐](?:{HAN}|、){{2,16}}?{REPORTER}[\s:：]+{SIGNED_NAMES}\s*|{_SPACED_ROLES_AND_NAMES}))+",
        "本报驻泰国、埃及特派记者 王小明 李花",
        "本报驻泰国、埃及的记者报道",
    ),
    Form(
        "date and role",
        with_any("者员員") + rf"{PRINTED_DATE}\s+{_SPACED_ROLES_AND_NAMES}{MAKING}?",
        "2024年5月3日 记者 钱七",
        "2024年5月3日 记者昨天来到",
    ),
    Form(
        "role alone",
        rf"{BYLINE_MARK}?\s*{OWN}(?:综合)?"
        + any_of("记者 記者 评论员 評論員 编辑部 通讯员 综合报道 综合整理")
        + rf"|{HAN}{{2,4}}{PAPER}{JOURNALIST}|(?<!{HAN}){HAN}(?:新聞|新闻){JOURNALIST}",
        "本报记者",
        "本报记者获悉",
    ),
    Form(
        "desk alone",
        rf"{HAN}{{1,4}}(?:新聞|新闻)"
        + any_of("國際 国际 中國 中国 港聞 財經 财经 體育 体育 編輯 编辑 採訪 采访 政治 社會 社会 生活")
        + "[組组]"
        + rf"|{OWN}{HAN}{{1,4}}部(?:綜合|综合)?{REPORTED}",
        "小城新聞國際組",
        "小城新聞調查組",
    ),
    Form(
        "marked, compiled from others",
        rf"{BYLINE_MARK}\s*(?:综合|綜合)[^。！？]{{2,40}}(?:[》报報网網]|[社讯訊][电電]?|消息|报道|報道|報導)",
        "□综合新华社电、《小城商报》",
        "■综合执法进社区",
    ),
    Form(
        "marked byline",
        rf"(?![▲△]{SIGNED}$){BYLINE_MARK}\s*(?:{ROLE}\s*)?{SIGNED_NAMES}(?:\s*{_TRADE})?",
        "□ 李明",
        "□ 相关链接",
    ),
    Form(
        "photographer",
        with_any("摄攝道导導文图圖")
        + rf"(?:{SIGNED}\s*制[图圖]|(?:{NAMES}\s+|{SIGNED}|(?=[{SURNAMES}]){SPACED}){TAKEN}(?:[（(]{HAN}{{2,8}}[)）])?"
        rf"|{NAMES}\s+(?:{REPORTED}|文|图|圖|图文|圖文|摄影报道)|{RUN}{{1,3}}摄影报道)",
        "张克非 摄",
        "统摄",
    ),
    Form(
        "several names report",
        with_any("道导導") + rf"(?:{SIGNED}[\s、]+)+{SIGNED}{REPORTED}|{FULL_NAME}(?<!线)(?<!線){REPORTED}",
        "王小明、何田報道",
        "王小明說、何田報道",
    ),
    Form(
        "writer, maker of a text",
        with_any("著作画畫绘繪编編译譯文理")
        + rf"{NAMES}\s+(?:[编編]?著|[作画畫绘繪]|改[编編]|[编編]?[译譯]|整理|文{SLASH}[图圖]|[图圖]{SLASH}文)",
        "周怀远 著",
        "世界名著",
    ),
    Form(
        "author and translator",
        with_any("译譯") + rf"(?:{OPEN}{HAN}{{1,4}}{CLOSE}\s*)?{NAME}\s*著?[\s，、]+{NAME}\s*[译譯]",
        "（美）海明威 著 王小明 译",
        "世界名著新译",
    ),
    Form("between dots", rf"[·•]\s*{SIGNED}\s*[·•]", "·李明·", "·老井·"),
    Form(
        "agency's photo, and whose",
        rf"{PHOTO_AGENCY}\s*[发發]?\s*[（(]{NAMES}\s*[摄攝]影?[)）]",
        "新华社发（王小明 摄）",
        "新华社发（王小明）",
    ),
    Form(
        "who gave the picture",
        with_any("图圖") + rf"(?:受[访訪]者|{HAN}{{2,12}})\s*(?:供图|供圖)",
        "青石县水利局供图",
        "由他们供图的",
    ),
    Form(
        "contributed by",
        with_any("供") + rf"(?:供稿|供图|供圖|投稿)(?:单位|單位)?\s*{LABEL_MARK}\s*{HAN}{{2,16}}",
        "供稿：青石县教育局",
        "供稿的是青石县教育局",
    ),
    Form(
        "who gave the pictures",
        r"(?:本[版组組])?(?:[图圖照]片)(?:均)?由[^，。]{2,20}(?:提供|[摄攝])",
        "图片由青石县中学提供",
        "图片由他们选出",
    ),
    Form(
        "text and pictures",
        with_any("图圖摄攝") + _TEXT_AND_PICTURES,
        "王小明/文 李花/图",
        "王小明 文 李花",
    ),
    Form(
        "making first",
        with_any("图圖") + rf"(?:文{SLASH}?[图圖]|[图圖]{SLASH}?文)\s+(?:{ROLE}\s*)?{NAMES}",
        "文/图 王小明 李花",
        "文图并茂",
    ),
    Form(
        "label first",
        rf"{MAKER}(?:[、／/╱]{MAKER})?\s*{_LABEL_AND_NAMES}(?:\s+{MAKER}\s*{_LABEL_AND_NAMES})*(?:\s*{_TRADE})?",
        "采写：王小明",
        "记者：您怎么看？",
    ),
    Form(
        "writer and trade",
        with_any("╱／/") + rf"{SIGNED}{SLASH}{HAN}{{2,12}}[（(]{HAN}{{2,8}}[)）]",
        "王小明／國中教師（台南市）",
        "王小明／台北報導",
    ),
    Form(
        "address of the writer",
        with_any("@")
        + rf"(?:{NAMES}\s+)?"
        + r"(?:E-?mail|电邮|電郵|邮箱|信箱)?\s*[：:]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        "wangxm@example.com",
        "请写信到 wangxm@example.com 报名",
    ),
    Form(
        "pen name",
        rf"(?:文|撰文|作者|执笔|執筆){SLASH}{HAN}{{2,8}}(?:[、&＆]{HAN}{{2,8}})*",
        "文/老井不说话",
        "文／怎么写？",
    ),
    Form(
        "author with a space",
        rf"作者\s+(?:{HAN}{{0,12}}{JOURNALIST}\s+{HAN}{{2,5}}|{SIGNED_NAMES}|(?!的){HAN}{{2,3}})",
        "作者 本台驻青石记者 老井",
        "作者 的话",
    ),
    Form(
        "author of a magazine",
        rf"《[^》]{{2,10}}》(?:作者|{JOURNALIST})(?:\s+{NAMES}|{_LISTED_NAMES}{REPORTED})",
        "《小城》作者 王小明",
        "《小城》作者说",
    ),
    Form(
        "picture sent by a reporter",
        _SENT,
        "中央社記者王小明青石傳真　105年3月19日",
        "記者昨天傳真",
    ),
    Form(
        "marked, who the author is",
        rf"[※＊*◎]\s*(?:本文)?作者[系为為是现現]{IN_ROUND}{{2,40}}",
        "※作者為小城報總主筆",
        "作者為小城報總主筆",
    ),
    Form(
        "writer, and where it was wired from",
        with_any("电電讯訊") + rf"{SIGNED}\s*{OPEN}{OWN}(?:驻|駐)?{HAN}{{2,8}}[电電]{CLOSE}",
        "王小明（本报青石电）",
        "王小明（本报来电）",
    ),
    Form(
        "writer and agency",
        with_any("社") + rf"{FULL_NAME}(?<![省市县縣区區])\s+(?:新华社|新華社|中新社|中央社)",
        "王小明 新华社",
        "相关 新华社",
    ),
    Form(
        "author without a space",
        rf"作者(?:{FULL_NAME}(?<![说說集])|(?!简介|简历|单位|文集|文章|成名|方面|全家|应该|何在|何人|从业|和|于){SIGNED}(?<!作者{HAN}{{3}}))",
        "作者王小明",
        "作者简介",
    ),
    Form(
        "site and writer, and the date",
        with_any("╱／/") + rf"{HAN}{{2,6}}{SLASH}{SIGNED}\s+{PRINTED_DATE}",
        "小城网/王小明   2018-7-6",
        "小城网/王小明说",
    ),
    Form(
        "printed first elsewhere",
        with_any("》")
        + r"(?:原文|本文)(?:首发|首發|刊登|刊载|刊載|原载|原載|发表|發表|刊)[于於]?\s*《[^》]{2,16}》[^。，]{0,24}",
        "原文刊登于《小城早报》2023年1月9日",
        "本文发表于《小城早报》，写的是老井",
    ),
    Form(
        "writer and paper",
        with_any("╱／/") + rf"{SIGNED}\s*{SLASH}\s*{HAN}{{0,8}}(?:{PAPER}|{HAN}[网網社台])",
        "王小明/小城日报",
        "王小明/台北",
    ),
    Form(
        "where the picture is from",
        rf"(?:[图圖]片?|照片|视频|視頻|影片)(?:来源|來源)\s*[：:]\s*(?:{ROLE}\s+{NAMES}\s*{TAKEN}|[^\s，。]{{2,16}})",
        "图片来源：小城网",
        "图片来源：他说，不清楚",
    ),
    Form(
        "taken from a screen",
        r"(?:[图圖]片?\s*[／/：:]\s*)?翻[拍摄攝]自(?!己)[^，。]{2,24}",
        "翻攝自小城網站",
        "翻攝自己的老照片，",
    ),
    Form(
        "photographs of a group",
        rf"(?:本组|本組|以上|本版)(?:照片|图片|圖片)[^，。]{{0,12}}?(?:{ROLE}\s*)?{NAMES}\s*{TAKEN}",
        "本组照片：王小明 摄",
        "本组照片展出",
    ),
    Form(
        "several labels",
        rf"(?:[^\s，。]{{2,20}}供稿\s+{_LABELLED}|{_LABELLED}){_LABELLED}+",
        "来源：小城日报　编辑：何田",
        "来源：他说",
    ),
    Form(
        "source behind a dash",
        rf"[—–－-]{{1,2}}\s*(?:摘自|转自|轉自|[据據])?《{HAN}{{2,10}}》(?:{HAN}{{0,6}})?",
        "——《小城日报》",
        "——读《小城》",
    ),
    Form(
        "labels in brackets",
        rf"(?:[【\[]\s*(?:{SOURCE}|作者|{EDITOR})\s*[：:]\s*[^【】\[\]]{{1,20}}[】\]]\s*)+",
        "【来源：小城网】 【作者：老井】",
        "【来源】 【老井】",
    ),
    Form(
        "sources",
        rf"(?:信息|资料|資料|新闻|新聞)?(?:来源|來源)[：:]\s*{HAN}{{2,16}}(?:、{HAN}{{2,16}}){{1,3}}等?",
        "信息来源：青石县水利局、青石县农场等",
        "来源于生活、高于生活",
    ),
    Form("agency alone", SENDS_BRIEFS.pattern, "新华社", "新华社记者说"),
    Form("editor", rf"{EDITOR}\s*{LABEL_MARK}\s*[^，。；！？]{{2,40}}", "编辑：苏小小", "编辑：这件事怎么办？"),
    Form(
        "source",
        rf"{SOURCE}(?:[于於自][：:]?|[：:]|(?=[《A-Z]))\s*《?(?:{HAN}|[A-Za-z0-9.·—－ -]){{2,16}}》?(?:报道|網|网)?"
        rf"(?:[（(][^（()）。]{{2,32}}[)）])?[|｜]?",
        "来源：小城日报",
        "来源：据了解，这批货来自南方。",
    ),
    Form(
        "makers' photo",
        rf"{PICTURES_ONLY}|{PHOTO_AGENCY}{JOURNALIST}?"
        + any_of("供图 供圖 发 發 图片? 圖片? 照片 档案照片 檔案照片 [摄攝]"),
        "新华社发",
        "新华社记者",
    ),
)

# What no pattern says: a byline of labels, roles and names, which ``bylines`` reads.
PUT_TOGETHER = Form("put together", "(?!)", "采写：南都记者王小明 通讯员何田", "采写：王小明的一天")

# ---------------------------------------------------------------- photographs

# So agencies from abroad and picture desks sign pictures.
PICTURE_DESK = re.compile(rf"{PICTURES_ONLY}|路透社?|法新社|美联社|美聯社|Getty\s?Images|AP|AFP")
# A photo credit on the caption's own line, behind its full stop.
TAILS: tuple[Form, ...] = (
    Form(
        "photographers",
        rf"(?:{SIGNED}\s*|{HAN}{{2,10}}\s+)?(?:{ROLE}\s*{NAMES}\s*|{NAMES}(?:\s+|{SLASH})|{_LISTED_NAMES})"
        rf"{SLASH}?"
        + any_of("摄 攝 摄影报道 攝影報導 摄影 攝影 翻摄 翻攝 翻拍 文/图 文图")
        + rf"(?:\s*{PRINTED_DATE})?",
        "本报记者 王小明 摄",
        "他也摄",
    ),
    Form(
        "photo agency",
        rf"{PICTURES_ONLY}|{PHOTO_AGENCY}{JOURNALIST}?\s*(?:{NAME})?\s*"
        + any_of("供图 供圖 发 發 图片? 圖片? 照片 资料 資料 摄 攝 供"),
        "新华社发",
        "本报将继续",
    ),
    Form(
        "from a screen or an archive",
        any_of("视频 視頻 网络 網路 影片 监控 監控 电视 電視 直播")
        + "?"
        + any_of("截图 截圖 画面 畫面")
        + "|(?:资料|資料|档案|檔案)[图圖]?片?",
        "视频截图",
        "截图显示",
    ),
    Form(
        "sent by a reporter",
        rf"(?:{OPEN}[^（()）]{{2,16}}{CLOSE}\s*)?{_SENT}",
        "（小城隊提供）中央社記者王小明青石傳真　112年8月23日",
        "記者昨天傳真",
    ),
    Form("outlet's picture", rf"(?:{HAN}{{1,5}}[网網]|{PAPER})[图圖]片?", "小城网图", "小城网图书"),
    Form(
        "an outlet's archive",
        rf"(?:{NAME}\s+)?(?:{HAN}{{1,5}}[网網]|{PAPER})(?:资料|資料)(?:[图圖]片?)?",
        "王小明 晚报资料",
        "晚报资料库",
    ),
    Form("agency alone", rf"{PICTURE_DESK.pattern}|{SENDS_BRIEFS.pattern}", "路透社", "路透社说"),
    Form(
        "who gave the picture",
        rf"{HAN}{{2,16}}(?:供图|供圖)(?:\s+{HAN}{{2,8}}[发發])?|受[访訪]者提供|[照相图圖]片(?:均)?由[^，。]{{2,20}}(?:提供|[摄攝])",
        "青石县公安局供图",
        "由他们供图的",
    ),
    Form(
        "label",
        rf"(?:(?:图片?|圖片?|照片|摄影|攝影)(?:来源|來源)?\s*{LABEL_MARK}\s*\S{{2,16}}|[图圖]片(?:来自|來自|取自)\s*(?!网络|網絡|網路|互联网)[^，。的]{{2,20}}"
        rf"|(?:[图圖](?:翻?[摄攝]|取)|翻[摄攝拍]|[截撷擷]取?)自\s*[^，。的]{{2,40}}|取自[^，。的]{{0,30}}(?:[A-Za-z网網台臺]|直播|影片|微博)[^，。的]{{0,30}})",
        "圖／王小明",
        "图一",
    ),
)

_PICTURES = any_of("[图圖照相]片 截[图圖]")
# The same, where a line of its own may as well be a heading or a caption.
BEHIND_CAPTIONS: tuple[Form, ...] = (
    Form("an office alone", "政府新聞處|政府新闻处", "政府新聞處", "政府新聞處說"),
    Form(
        "from somebody's page",
        rf"(?:(?![用在看上的关關发發注自]){HAN}|[A-Za-z0-9]){{2,16}}?"
        rf"\s*(?:[Ff]acebook|fb|FB|IG|Instagram|Twitter|YouTube|微博|[脸臉][书書])(?:专页|專頁)?(?:直播|影片|{_PICTURES})",
        "王小明fb圖片",
        "他在用fb",
    ),
    Form(
        "an outlet in Latin letters",
        rf"(?!AI)[A-Z][A-Za-z0-9]{{1,11}}(?:{_PICTURES})",
        "NASA照片",
        "NASA的照片",
    ),
    Form(
        "given by",
        rf"(?:(?![由将將会會可能为為给給向並并再不继繼续續]){HAN}){{2,14}}提供(?:[图圖照相]片)?",
        "青石县农场提供",
        "农场继续提供",
    ),
    Form(
        "from somebody's screen",
        rf"(?:(?![的了在看发發这這张張拿用他她我都忙]){HAN}){{2,16}}截[图圖]",
        "小城学院报告截图",
        "他用手机截图",
    ),
)

# What points at a picture: the triangle or arrow before its caption.
_POINTER = "[▲△■◀▶►↑←→↓◤◢▼▽]"
# A number or a colon behind 图: 图一, 图：.
_FIGURE = "[一二三四\\d①②③④：:]"
_KIND_OF_ART = (
    "(?:中?国|中?國|手?指|油|版|水彩|水粉|粉|漆|年|连环|宣传|壁|漫)[画畫] [篆行隶草楷]书 书法 書法 水彩 篆刻 摄影 木刻 "
    "剪纸 速写 素描 雕塑 根雕 刺绣"
)
_ART = (
    rf"(?:《[^》]{{1,20}}》|{HAN}{{1,10}})"
    rf"\s*[（(]{any_of(_KIND_OF_ART)}[)）]"
)
_SHOWN = "(?:图为|圖為|图片说明|(?:资料|資料|档案|檔案)[图圖]片?[：:]|[上下左右][图圖][：:为為])"

# A line with one of these speaks of a photograph, if it is a credit at all.
PHOTO_WORDS = re.compile(
    rf"\s作$|[画畫绘繪][)）]?$|[摄攝图圖]|提供|[照相]片|[取截擷]自|[传傳]真|{PICTURE_AGENCY}\s*(?:[发發供][)）]?)?$|{PICTURES_ONLY}"
)
# How captions begin: ▲, 图一, 图为…, 《秋山》（中国画）.
PHOTO_START = re.compile(
    rf"{_ART}|({_POINTER})(?!.*\s\1)(?<!■(?=[^。]{{2,12}}$))(?<!■(?=.*[？?]$))|[图圖]{_FIGURE}|{_SHOWN}"
)
# What tells a caption in its text: （图一）, but not （图表）.
PHOTO_TEXT = re.compile(rf"^{_POINTER}|^[图圖](?:[为為]|{_FIGURE})|{_SHOWN}|[（(][图圖](?![)）]?表)[^）)]{{0,12}}[)）]")
WORK_OF_ART = re.compile(_ART)
# A picture printed as art, with its maker: 《秋山》（中国画）　黎石 作.
ARTWORK = re.compile(
    rf"(?P<work>{_ART}|{HAN}{{1,10}}(?={OPEN}{SIGNED}[画畫绘繪]))\s*"
    rf"(?P<maker>{NAME}\s*[作绘繪刻摄书]|{OPEN}(?:{NAME}|{SIGNED}\s*[画畫绘繪]){CLOSE})"
)
# What an agency's photographer has sent is a picture, and its text begins with the day or says what it shows.
SENT_PICTURE = re.compile(rf"[（(]?{PHOTO_AGENCY}[发發]\s*[（(]{NAMES}\s*[摄攝]影?[)）][)）]?")
SHOWN_ON_A_DAY = re.compile(rf"(?:{NUMBER}年)?{NUMBER}月{NUMBER}日[，,]|这是|這是|{_SHOWN}")
# Who has written and photographed signs a story, and no caption.
TEXT_TOO = re.compile(
    r"文[/／╱]?[图圖]|[图圖][/／╱]文|(?<=[\s/／])文(?=[\s/／）)])|[文撰][/／╱：:]|[采採][写寫]|(?:摄影|攝影|图文|圖文)(?:报道|報導)|(?:[报報][导導道]|[採采][访訪])[．·‧・•][摄攝]影"
)
# What a picture shows where: （上）（下）, （左一）, （右图）; a chart or a photograph is being named, no story. Behind
# a headline （上） says which part of a series it is.
PLACE_IN_PICTURE = re.compile(
    r"[（(](?![上中下][)）]$)(?:[上下左右中前后後]{1,2}[一二三四五]?[图圖]?|箭[嘴头頭]示?|[红紅黄黃白]?圈示?)[)）]"
)
_WHOLE_PHOTO = re.compile(
    rf"(?![没沒不有无無全拍看旧舊老毕畢结結])(?:{HAN}{{0,8}})?"
    + any_of("资料 資料 档案 檔案 翻攝 翻摄")
    + "?"
    + any_of("图片? 圖片? 照片? 画面 畫面")
)

# ---------------------------------------------------------------- signatures

# A reader's letter or a column is signed with a name and, in brackets, who that is.
SIGNED_WITH_TRADE = re.compile(
    rf"(?P<name>(?:{HAN}{{2,4}}|(?:{HAN}|[A-Za-z·]){{2,6}}(?<=[A-Za-z·]{HAN}{{2}}))(?<![讯訊电電]))\s*"
    rf"[（(](?!外.首|节选|節選|连载|連載|\d+元|{OWN}?{REPORTER})(?P<trade>[^（()）。]{{2,24}})[)）]"
)
# A column is signed with a name and what its writer is: 王小明　腦神經科醫生.
SIGNED_WITH_PROFESSION = re.compile(
    rf"(?P<name>{SIGNED})(?:[\s　]+{HAN}{{0,12}})?(?<!{HAN}{{17}})"
    + any_of(
        "醫生 医生 醫師 医师 律師 律师 教授 博士 營養師 营养师 會計師 会计师 作家 學者 学者 評論員 评论员 研究員 研究员"
    )
)
# What somebody is who has signed in the line above: 井水管理學會理事長.
PROFESSION = re.compile(
    rf"{HAN}{{0,14}}"
    + any_of(
        "理事長 理事长 秘書長 秘书长 主席 會長 会长 院長 院长 校長 校长 所長 所长 主任 局長 局长 館長 馆长 社長 社长",
        "傳媒人 传媒人 評論人 评论人 評論員 评论员 作家 教授 學者 学者 醫生 医生 醫師 医师 律師 律师",
        "議員 议员 經理 经理 顧問 顾问 研究員 研究员 工程師 工程师 總監 总监 召集人 發言人 发言人",
        "創辦人 创办人 博士 講師 讲师 總編輯",
    )
    + rf"(?:、{HAN}{{2,6}})*"
)
# Who wrote a report, with nothing but the names: 王小明　李花.
SEVERAL_NAMES = re.compile(FULL_NAMES)
NAMES_ONLY = re.compile(rf"{FULL_NAME}(?:、{FULL_NAME})*")
# Under a letter to the editor: where its writer lives, and the name.
SIGNATURE = re.compile(
    rf"(?:{HAN}{{2,8}}\s+)?(?P<name>{SIGNED}|{HAN}{{1,2}}" + any_of("先生 女士 小姐 太太 老师 老師 大爷 大妈") + ")"
)
# A reader signs with unit and name: 青石县退休工人　王小明.
UNIT_AND_NAME = re.compile(
    rf"(?:{HAN}|\d){{4,16}}\s+(?:{HAN}{{2,4}}\s+)?(?P<name>{SIGNED}|{HAN}{{2,3}}|一{HAN}{{2,4}})"
)
# Who holds an office signs with it, between headline and text: 青石县县长王小明.
POST_AND_NAME = re.compile(
    rf"(?![访訪记記论論评評对對致学學向问問])(?:{HAN}|\d){{2,16}}"
    + any_of(
        "书记 書記 县长 縣長 市长 市長 省长 省長 部长 部長 局长 局長 厅长 廳長 处长 處長 主任 院长 院長 校长 校長",
        "所长 所長 厂长 廠長 董事长 董事長 总经理 總經理 会长 會長 主席 教授 研究员 研究員 院士",
        "大学 大學 学院 學院 研究所 研究院 中学 中學 小学 小學",
    )
    + rf"(?P<name>{SIGNED})"
)
# Under a headline: □ 初晴.
PEN_NAME_MARKED = re.compile(rf"□\s*{HAN}{{2,3}}")
# The unit of such a signature shows by its end that it is one.
WITH_UNIT = re.compile(rf"{UNIT}\s")
# As long as a name, where others stand so.
ANY_NAME = re.compile(rf"{HAN}{{2,3}}")
RUN_OF_NAMES = re.compile(rf"(?=[{SURNAMES}]){HAN}{{2,3}}{RUN}{{1,2}}")
# A name and nothing else, under a headline or at the foot of a poem.
BARE_NAME = re.compile(SIGNED)

# ---------------------------------------------------------------- reading with them

_LETTERSPACED = re.compile(rf"{HAN}(?:\s+{HAN}){{1,5}}")
# Behind the last full stop a short word in brackets is who wrote it (茶文军, 晓风), but for what is said of the text.
_PEN_NAME = re.compile(
    rf"{OPEN}(?!{HAN}*[见見上下左右中图圖表版续續待未有无無删刪略完注註据據摘载載页頁笑声聲掌同前后後原的了是在和与以讯訊本年月日号號])"
    rf"{HAN}{{2,3}}{CLOSE}"
)
# Behind a caption without a full stop: 台大醫師王小明（本報資料照片）
_PHOTO_IN_BRACKETS = re.compile(
    rf"{OPEN}\s*(?:(?:本報|本报|{HAN}{{2,6}})?(?:資料|资料|檔案|档案)(?:照片?|[图圖]片?)"
    rf"|(?:{HAN}{{0,6}}(?<={HAN}{{2}}){PAPER}\s+|{ROLE})?\s*{SIGNED}\s*{SLASH}?\s*[摄攝]影?|[圖图]{SLASH}\s*[^（()）]{{2,16}}|(?:[圖图]片?)?(?:翻[攝摄拍]自?|[擷撷截]取?自)[^（()）]{{2,16}}"
    rf"|{_PICTURE_OF}|{PHOTO_AGENCY}(?:[发發]|供图|供圖)|(?:来源|來源)[：:]\s*{HAN}{{1,6}}[报報网網社]"
    rf"|(?:视频|視頻|网络|網路|影片|监控|監控)(?:截图|截圖|画面|畫面))\s*{CLOSE}"
)
_OF_HEADLINE = re.compile(MARK_OF_PICTURES)
_LAST_BRACKET = re.compile(r"[(（【〔][^()（）【】〔〕]{1,40}[)）】〕]$")


def closed_up(text: str) -> str:
    """A word that is set with a space between its characters, without them.

    >>> closed_up("导　读"), closed_up("老井 有水")
    ('导读', '老井 有水')
    """
    return "".join(text.split()) if text[1:2].isspace() and _LETTERSPACED.fullmatch(text) else text


def may_be_set_phrase(text: str) -> bool:
    """Whether a text is short enough for a set phrase, and no sentence.

    >>> may_be_set_phrase("(记者 向婧)"), may_be_set_phrase("他来了。")
    (True, False)
    """
    return len(text) <= LONGEST_SET_PHRASE and "。" not in text


def whole(forms: tuple[Form, ...], text: str) -> Form | None:
    """The first form that the whole text has.

    >>> whole(CREDITS, "(记者 向婧)").name
    'in brackets, with role'
    """
    if may_be_set_phrase(text):
        for form in forms:
            if form.pattern.fullmatch(text):
                return form
    return None


def whole_at_once(forms: tuple[Form, ...], text: str) -> Form | None:
    """The same of a long table that is never asked what a text begins with: its forms are compiled as one pattern."""
    found = _one_of(forms).fullmatch(text) if may_be_set_phrase(text) else None
    return forms[found.lastindex - 1] if found and found.lastindex else None


@cache
def _one_of(forms: tuple[Form, ...]) -> re.Pattern[str]:
    """The forms of a table as one pattern; behind each stands an empty group, which tells that it is this one."""
    return re.compile("|".join(f"(?:{form.source})()" for form in forms))


# Every credit has one of these characters; most lines have none, and are no credit without further ado.
_CREDIT_HINT = re.compile(
    r"[组組记記者通讯訊员員习習撰译譯摄攝文图圖报報导導道编編责責来來源据據转轉摘写寫采採稿供发發主持完社@□■●◎○▲△◆◇⊙◉（(【〔［\[/／╱:：︰]"
    r"|\s[著作画畫绘繪译譯]|整理|[视視][觉覺]|CFP|^[—–－·•-]"
)
_WITHOUT_BRACKETS = CREDITS[len(BRACKETED) :]


@lru_cache(maxsize=4096)
def credit(text: str) -> Form | None:
    """The form of byline, photo credit or source line that the whole text has.

    >>> credit("(记者 向婧)").name, credit("老井又有了水")
    ('in brackets, with role', None)
    """
    if not (may_be_set_phrase(text) and _CREDIT_HINT.search(text)):
        return None
    if text[0] in _OPENING and (found := _in_brackets(text) or _in_several_brackets(text)):
        return found
    return whole_at_once(_WITHOUT_BRACKETS, text) or (PUT_TOGETHER if named(text) else None)


def _in_brackets(text: str) -> Form | None:
    return whole(BRACKETED, text) or (PUT_TOGETHER if named(text) else None)


def _in_several_brackets(text: str) -> Form | None:
    """The first form of a byline in two brackets: （王小明摄）（传真照片）."""
    found = [_in_brackets(bracket) for bracket in brackets_of(text)]
    return found[0] if len(found) > 1 and all(found) else None


def brackets_of(text: str) -> list[str]:
    """The brackets that a text is made of, or the text itself.

    >>> brackets_of("（王小明摄）（传真照片）"), brackets_of("（王小明摄）他来了")
    (['（王小明摄）', '（传真照片）'], ['（王小明摄）他来了'])
    """
    return _BRACKET.findall(text) if _ONLY_BRACKETS.fullmatch(text) else [text]


_BRACKET = re.compile(rf"{OPEN}{IN_ROUND}+{CLOSE}")
_ONLY_BRACKETS = re.compile(rf"(?:{_BRACKET.pattern}){{2,3}}")


# A dateline or a byline at the head of a text has one of these characters so near its beginning.
LONGEST_LEAD = 60
_LEAD = re.compile(r"[讯訊电電息报報导導道摄攝记記者員员訪\])）】〕］]")
# A dateline has one of these.
_NEWS = re.compile("讯|訊|电|電|消息|报道|報道|報導|网[（(]")
_OPENING = frozenset("(（【〔［[﹝")


@lru_cache(maxsize=4096)
def dateline(text: str) -> str:
    """The dateline that a text begins with, or "".

    >>> dateline("本报讯 红花岗区"), dateline("红花岗区")
    ('本报讯', '')
    """
    return leading(DATELINES, text) if _NEWS.search(text, 0, LONGEST_LEAD) else ""


def bracketed_lead(text: str) -> str:
    """The byline in brackets that a text begins with, or "".

    >>> bracketed_lead("（记者 王小明）他来了。")
    '（记者 王小明）'
    """
    if text[:1] not in _OPENING:
        return ""
    first = _BRACKET.match(text, 0, LONGEST_LEAD)
    return max(leading(BRACKETED, text), first.group() if first and named(first.group()) else "", key=len)


def leading(forms: tuple[Form, ...], text: str) -> str:
    """The longest form that the text begins with, or "".

    >>> leading(DATELINES, "本报讯 红花岗区")
    '本报讯'
    """
    if not _LEAD.search(text, 0, LONGEST_LEAD):
        return ""
    matches = [form.pattern.match(text) for form in forms]
    return max([match.group() for match in matches if match], key=len, default="")


def reporting_lead(text: str) -> str:
    """Who reports, at the head of a text, with the colon; "" where nobody is named so.

    >>> reporting_lead("小城电台记者王小明、本报记者何田报道：老井又有了水。"), reporting_lead("据记者王小明报道：老井")
    ('小城电台记者王小明、本报记者何田报道：', '')
    """
    found = _REPORTING.match(text, 0, LONGEST_LEAD) if _LEAD_ROLE.search(text, 0, LONGEST_LEAD) else None
    return found.group() if found and named(found.group()[:-1]) else ""


_LEAD_ROLE = re.compile("[者员員][^。，]*[报報][导導道][：:]")
_REPORTING = re.compile(rf"(?![据據])[^。，：:]{{4,}}?{REPORTED}[：:]")


@lru_cache(maxsize=4096)
def bracketed_tail(text: str) -> str:
    """A bracketed byline at the end of a paragraph, or "".

    >>> bracketed_tail("确保安全。(记者 向婧)"), bracketed_tail("确保安全。　（向婧）")
    ('(记者 向婧)', '（向婧）')
    """
    if text[-1:] not in ")）】〕":
        return ""
    match = _LAST_BRACKET.search(text)
    before = text[: match.start()].rstrip() if match else ""
    if not match or not before:
        return ""
    found = match.group()
    if before[-1] in CLOSING_ROUND and (another := bracketed_tail(before)) and _in_brackets(found):
        return text[len(before) - len(another) :]
    if before[-1] not in "。！？…" and _OF_HEADLINE.fullmatch(found):
        return ""
    if before[-1] not in "。！？”’」』…":
        return found if _PHOTO_IN_BRACKETS.fullmatch(found) else ""
    return found if _in_brackets(found) or whole_photo(found[1:-1]) or _PEN_NAME.fullmatch(found) else ""


CLOSING_ROUND = ")）"


def one_sentence(text: str) -> bool:
    """Whether a text is a single sentence, no longer than captions are that nothing else tells.

    >>> one_sentence("老井又有了水，大家都来看。"), one_sentence("他来了。我走。"), one_sentence("老井又有了水")
    (True, False, False)
    """
    return _ONE_SENTENCE.fullmatch(text) is not None


_ONE_SENTENCE = re.compile("[^。！？]{1,60}。")


def agency_tail(text: str) -> bool:
    """Whether nothing but an agency signs a text, as agencies sign pictures: （美聯社）.

    >>> agency_tail("老井又有了水。（美聯社）"), agency_tail("老井又有了水。（小城日报）")
    (True, False)
    """
    return _AGENCY_TAIL.search(text) is not None


_AGENCY_TAIL = re.compile(rf"{OPEN}(?:{PICTURE_AGENCY}|美联社|美聯社|欧新社|歐新社|AP|AFP){CLOSE}$")


def signs_picture(text: str) -> bool:
    """Whether a line signs the caption above it: a photographer who has not written the story, or an agency alone.

    >>> signs_picture("(记者 一丁 摄)"), signs_picture("（美聯社）"), signs_picture("图文／王小明")
    (True, True, False)
    """
    return _AGENCY_TAIL.fullmatch(text) is not None or (photo_credit(text) and not TEXT_TOO.search(text))


def closing_wire(text: str) -> bool:
    """Whether the whole text is the dateline that some papers set at the foot of a story.

    >>> closing_wire("（本报青石1月1日电）"), closing_wire("本报青石1月1日电")
    (True, False)
    """
    return text[0] in _OPENING and _CLOSING_WIRE.pattern.fullmatch(text) is not None


_CLOSING_WIRE = next(form for form in BRACKETED if form.name == "in brackets, wire at the foot")


def whole_photo(text: str) -> bool:
    """Whether the whole text is a photo credit without a name.

    >>> whole_photo("中央社檔案照片"), whole_photo("资料图片"), whole_photo("资料")
    (True, True, False)
    """
    return _WHOLE_PHOTO.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def photo_tail(text: str) -> str:
    """A photo credit behind the full stop that ends a caption, or "".

    >>> photo_tail("小桥通车了。本报记者 王小明 摄"), photo_tail("《秋山》（中国画）　黎石 作")
    ('本报记者 王小明 摄', '黎石 作')
    """
    if text[-1:] in "。！？”」":
        return ""
    if art := ARTWORK.fullmatch(text):
        return art.group("maker")
    behind = _BEHIND_STOP.fullmatch(text) or (_BEHIND_GAP.fullmatch(text) if text[-1:] in "摄攝" else None)
    tail = behind.group(1).strip() if behind else ""
    if not 2 <= len(tail) <= LONGEST_TAIL or not _TAIL_HINT.search(tail):
        return ""
    return tail if whole(TAILS, tail) or whole(BEHIND_CAPTIONS, tail) else ""


LONGEST_TAIL = 44
_BEHIND_STOP = re.compile("(?:.*[。！？”」])(.+)", re.DOTALL)
# A caption without a stop: 村民在老井边打水 王小明 摄.
_BEHIND_GAP = re.compile(rf"[^。！？]{{8,}}\s((?:{ROLE}\s*)?{SIGNED}\s*[摄攝])")
# A credit behind a caption ends in one of these characters, or has a label before it.
_TAIL_HINT = re.compile(rf"[摄攝道導图圖发發片供面料社透sP日真播處处]$|{LABEL_MARK}|^[图圖照相]片|自")


def credit_tail(text: str) -> str:
    """A byline in brackets or a photo credit at the end of a text, or "".

    >>> credit_tail("老井又有了水。（记者 王小明）"), credit_tail("老井又有了水。王小明 摄")
    ('（记者 王小明）', '王小明 摄')
    """
    return bracketed_tail(text) or photo_tail(text)


def credit_behind(text: str) -> str:
    """A name or a byline behind the full stop that ends a story, or "": in its middle that may be a sentence cut.

    >>> credit_behind("老井又有了水。王小明"), credit_behind("老井又有了水。本报记者 王小明/文 李花/图")
    ('王小明', '本报记者 王小明/文 李花/图')
    >>> credit_behind("老井又有了水。大家都来"), credit_behind("提出“人人打水”方案")
    ('', '')
    """
    behind = _BEHIND_STOP.fullmatch(text)
    tail = behind.group(1).strip() if behind else ""
    if not 2 <= len(tail) <= LONGEST_TAIL:
        return ""
    # Behind a quotation the sentence goes on: “人人有责”方案.
    name = text[: -len(tail)].rstrip()[-1] in "。！？" and _A_NAME.fullmatch(tail)
    return tail if name or credit(tail) else ""


_A_NAME = re.compile(rf"(?!全文|万岁|萬歲|谢谢|謝謝|安息|高兴|高興){SIGNED}")


@lru_cache(maxsize=4096)
def like_caption(text: str) -> bool:
    """Whether a text begins like a caption, or says that it shows something.

    >>> like_caption("▲小桥通车"), like_caption("昨天，图为小桥"), like_caption("图书馆开门")
    (True, True, False)
    """
    return bool(
        PHOTO_START.match(text) or (("图" in text or "圖" in text) and _SHOWS.search(text)) or names_picture(text)
    )


_SHOWS = re.compile(_SHOWN)


def names_picture(text: str) -> bool:
    """Whether a line without any mark says who is at work in a picture, or which film it is from.

    >>> names_picture("工人正在修老井"), names_picture("《老井》剧照")
    (True, True)
    >>> names_picture("工人正在修老井。"), names_picture("小城经济正在回暖")
    (False, False)
    """
    return bool(("正在" in text and _AT_WORK.fullmatch(text)) or (text[:1] == "《" and _STILL.fullmatch(text)))


# 《老井》剧照
_STILL = re.compile("《[^》]{1,20}》(?:剧照|劇照|海报|海報|封面|书影|書影)")
# Who is at work in a picture, in a line without any mark: 工人正在修老井. What 正在 says of other things may be a
# headline (小城经济正在回暖).
_AT_WORK = re.compile(
    r"[^，。！？；：、“「\s]{0,16}"
    + any_of(
        "人员 人員 工人 团队 團隊 队员 隊員 村民 学生 學生 民警 志愿者 志願者 演员 演員 医生 护士 護士 师傅 師傅",
        "师生 師生 市民 员工 員工",
    )
    + r"正在[^，。！？；：、“「\s]{0,10}"
    + any_of(
        "进行 進行 安装 安裝 修 换 換 搬 检 檢 调试 調試 采 採 收割 清 查 抢 搶 施工 操作 训练 訓練 排练 排練",
        "作业 作業 制作 製作 加工 练 練 救 喂 餵 浇 澆 铺 鋪 挖 焊 搭 运 運 拆 画 畫 表演 维护 維護 测 測",
        "挑选 挑選 选购 選購 等候 办理 辦理 指导 指導 讲解 講解",
    )
    + r"[^，。！？；：、“「\s]{0,16}(?<![的地得了在和与與])"
)


def shows_who(text: str) -> bool:
    """Whether a text soon says who stands where in a picture.

    >>> shows_who("王小明（左）在给老井装水泵。"), shows_who("王小明在给老井装水泵（左边）。")
    (True, False)
    """
    if len(text) <= SHORTEST_CAPTION:
        return False
    in_row = ("左" in text or "右" in text) and _PLACE_IN_ROW.search(text, SOON, LATER)
    return bool(in_row or PLACE_IN_PICTURE.search(text, 0, SOON))


# A caption says so near its beginning; a place counted in a row (右三) may come later: nothing else is told so.
SHORTEST_CAPTION, SOON, LATER = 8, 24, 60
_PLACE_IN_ROW = re.compile("[（(](?:[前后後中][排列])?[左右]起?第?[一二三四五六七八九][)）]")


def photo_credit_in(text: str) -> str:
    """A photo credit, in brackets or not, behind the full stop that ends a caption, or "".

    >>> photo_credit_in("小桥通车了。（资料图片）"), photo_credit_in("小桥通车了。（王小明）")
    ('（资料图片）', '')
    """
    tail = bracketed_tail(text)
    return tail if tail and PHOTO_WORDS.search(tail) else photo_tail(text)


def photo_credit(text: str) -> bool:
    """Whether the whole line is a photographer's credit.

    >>> photo_credit("(记者 一丁 摄)"), photo_credit("(记者 向婧)")
    (True, False)
    """
    if not (may_be_set_phrase(text) and PHOTO_WORDS.search(text)):
        return False
    return credit(text) is not None or whole(TAILS, text) is not None
