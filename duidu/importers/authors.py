"""Bylines and datelines ─▶ the names of the authors."""

from __future__ import annotations

import re

from duidu.importers.bylines import named, parted
from duidu.importers.forms import (
    POST_AND_NAME,
    PROFESSION,
    SEVERAL_NAMES,
    SIGNATURE,
    SIGNED_WITH_PROFESSION,
    SIGNED_WITH_TRADE,
    UNIT_AND_NAME,
    brackets_of,
    whole_photo,
)
from duidu.importers.forms import credit as credit_form
from duidu.importers.words import (
    BYLINE_MARK,
    CITY,
    CLOSE,
    COUNTY_UNIT,
    DESK,
    DOUBLE_SURNAMES,
    EDITOR,
    FILED,
    HAN,
    IN_ROUND,
    JOURNALIST,
    LABEL_MARK,
    LATIN,
    LATIN_TITLE,
    MAKER,
    MAKING,
    NAME,
    NO_UNIT,
    NUMBER,
    OPEN,
    OWN,
    PAPER,
    PHOTO_AGENCY,
    PICTURES_ONLY,
    PRINTED_DATE,
    PROVINCE,
    REPORTED,
    REPORTER,
    ROLE,
    RUN,
    RUN_TOGETHER,
    SIGNED,
    SLASH,
    SOURCE,
    SURNAMES,
    UNIT,
    UNIT_END,
)

# A name that a place follows without a mark between them; what is longer than three characters has a double surname.
_GLUED_NAME = rf"(?P<name>{DOUBLE_SURNAMES}{HAN}{{1,2}}|{HAN}{{3}})"
_SENT = rf"(?:{NUMBER}月)?(?:{NUMBER}日|专电|專電)"
_IN_DATELINE = re.compile(
    rf"{JOURNALIST}(?P<others>(?:{SIGNED}、)*)"
    rf"(?:(?P<known>{SIGNED})(?={CITY}[市县縣区區]?{_SENT})|{_GLUED_NAME}{HAN}{{2,6}}?{_SENT}"
    rf"|(?P<short>(?=[{SURNAMES}]){HAN}{{2}}){HAN}{{2,3}}{_SENT}|(?P<bare>{SIGNED}){NUMBER}日)"
    rf"|[编編][译譯](?P<compiler>{SIGNED}){SLASH}"
)

# A byline of one name with words about it that could be taken for another: 記者王小明台北報導.
_BROADCASTER = re.compile(
    rf"{OPEN}\s*{HAN}{{2,4}}(?:新聞|新闻|電視|电视){SLASH}?\s?(?P<name>{SIGNED}(?:、{SIGNED})*)\s?{HAN}{{2,4}}{REPORTED}\s*{CLOSE}"
)
_REPORTS_FROM = re.compile(
    rf"(?:{OWN}|中央社|特派|特[约約]|[见見][习習])*{REPORTER}\s*{_GLUED_NAME}{HAN}{{2,4}}"
    rf"(?:(?:{REPORTED}|專訪|专访|直擊|直击)$|[傳传]真)"
)
_WRITES_FROM = re.compile(rf"{OPEN}\s*{UNIT}\s+(?P<name>{SIGNED}|{HAN}{{2,3}})\s*{CLOSE}")
_COUNTY_AND_NAME = re.compile(
    rf"{OPEN}\s*{HAN}{{1,10}}[省市县縣区區镇鎮乡鄉村](?P<name>{SIGNED}){NO_UNIT}\s*(?:摄影报道|[摄攝])?{CLOSE}"
)
_UNIT_OF_A_PROVINCE = re.compile(
    rf"{OPEN}\s*{PROVINCE}{HAN}{{1,12}}{UNIT_END}(?P<names>{RUN_TOGETHER}){NO_UNIT}\s*{CLOSE}"
)
_ONE_OF_SEVERAL = re.compile(rf"(?=[{SURNAMES}]){HAN}{{2,3}}(?=(?:(?=[{SURNAMES}]){HAN}{{2,3}})*$)")
# 王小明何田, perhaps with what they have done.
_RUN_TOGETHER = re.compile(
    rf"{OPEN}?(?!{PROVINCE}|.*[摄攝][于於自]|.*(?<![摄攝]影){REPORTED})(?P<names>(?=[{SURNAMES}]){HAN}{{2,3}}{RUN}{{1,3}})(?:摄影报道|攝影報道|攝影報導|[摄攝])?{CLOSE}?"
)
_OF_COUNTY = re.compile(
    rf"{OPEN}\s*{HAN}{{1,8}}[县縣区區市镇鎮乡鄉州旗]{COUNTY_UNIT}(?P<name>{SIGNED}){NO_UNIT}\s*{CLOSE}"
)
_AT_UNIT = re.compile(
    rf"{OPEN}\s*(?P<names>(?>{SIGNED})(?:[\s、]++(?>{SIGNED}))*)\s+{HAN}{{2,10}}{COUNTY_UNIT}\s*{CLOSE}"
)
_ONE_AT_UNIT = re.compile(SIGNED)
_OF_SITE = re.compile(rf"{HAN}{{2,6}}{SLASH}(?P<name>{SIGNED})\s+{PRINTED_DATE}")
_WITH_TRADE = re.compile(rf"(?P<name>{SIGNED}){SLASH}{HAN}{{2,12}}[（(]{HAN}{{2,8}}[)）]")
_TOLD = re.compile(r"(?:口述|讲述|講述|整理|记录|記錄)(?=[\s、，]|$)")
_ROLE = re.compile(ROLE)

_PEN_NAME = re.compile(rf"(?:文|撰文|作者|执笔|執筆){SLASH}(?P<name>{HAN}{{2,8}}(?:[、&＆]{HAN}{{2,8}})*)")
# 【来源：小城网】 【作者：西关阿楠】
_IN_BRACKETS = re.compile(r"[【\[]\s*作者\s*[：:]\s*(?P<name>[^】\]]{2,12}?)\s*[】\]]")
# 来源：小城时报　作者：西关阿楠
_BEHIND_SOURCE = re.compile(rf"{SOURCE}\s*[：:]\s*\S+\s+作者\s*[：:]\s*(?P<name>{HAN}{{2,6}})")

_TRADE = re.compile(rf"(?<={HAN})[（(]{IN_ROUND}*[)）]")
_WHOSE_PICTURE = re.compile(rf"(?<=[摄攝影])[（(]{HAN}{{2,8}}[)）]$")
_MARKS = re.compile(rf"[()（）【】〔〕\[\]［］]|{BYLINE_MARK}")
# What is set apart by spaces, each with what takes its place; in this order.
_SPACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]+@[\w.-]+"), " "),
    (_TOLD, " "),  # 王小明口述
    (re.compile(r"\s(?:[作著画畫绘繪刻书译譯]|[编編][著译譯])$"), " "),  # 黎石 作
    # 汤　宜, 记者汤　宜
    (re.compile(rf"(?:(?<!{HAN})|(?<=[者员員]))({HAN})\s{{1,4}}({HAN})(?:(?=[摄攝])|(?!{HAN}))"), r"\1\2"),
    (re.compile(rf"{HAN}{{2,12}}\s*(?:供稿|供图|供圖|提供)"), " "),
    (re.compile(rf"(?<={HAN}{{2}})\s*制[图圖]$"), " "),  # 王小明制图
    (re.compile(rf"{SLASH}(?=[摄攝]影?$)"), " "),  # 記者王小明／攝影
    (re.compile(rf"{SLASH}文\s+(?={SIGNED}\s*{SLASH})"), " "),  # 王小明/文　李花/图
)

# What begins like this names an editor, a source or an agency, and nobody who wrote.
_NO_AUTHOR = re.compile(
    rf"{EDITOR}\s*{LABEL_MARK}"
    r"|(?:本文)?作者(?:单位|單位)"
    rf"|{SOURCE}(?:于|於|自|：|:)"
    rf"|{PICTURES_ONLY}|[图圖]源|{PHOTO_AGENCY}(?!\s*[发發]?\s+{NAME}\s*[摄攝])[供发發档檔图圖照摄攝]"
)

# Forms of bylines that name a body, and nobody.
_NAMELESS = frozenset(
    {
        *("desk alone", "in brackets, contributor", "in brackets, file picture", "in brackets, who the author is"),
        *("role alone", "in brackets, wire at the foot", "in brackets, outlet"),
        *("in brackets, editor", "in brackets, compiled"),
        "printed first elsewhere",
    }
)

# 王飞, where another such name follows without a mark.
_SHORT_NAME = rf"(?=[{SURNAMES}]){HAN}{{2}}"

# 记者廖大东摄 names one reporter, who has taken a picture.
_NO_PICTURE = r"(?<![摄攝])(?=\s|$)"

# Words about the names, each with what takes its place; in this order.
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"({SIGNED})(?=(?:{OWN}|新华社)\S{{0,4}}{REPORTER})"), r"\1 "),  # 王小明本报记者
    (re.compile(rf"(?:(?<=记者)|(?<=記者))({SIGNED})(?=通讯员|通訊員|实习|實習|[见見][习習])"), r"\1 "),
    (re.compile(rf"{OWN}[驻駐](?:{HAN}|、){{2,16}}?{REPORTER}"), " "),  # 本报驻泰国、埃及特派记者 王小明
    (re.compile(rf"^{PHOTO_AGENCY}\s*[发發]?(?=\s+{NAME}\s*[摄攝])"), " "),
    (re.compile(rf"(?:^|(?<=[\s、]))[编編][译譯](?={SIGNED})"), " "),  # 編譯王小明、記者李花
    (re.compile(r"(?<=\s)文[并並][摄攝](?=\s|$)|(?:线索|爆料)[：:]\S+"), " "),  # 王小明 文并摄 线索：张先生
    (
        re.compile(r"(?:[取截擷撷摄攝]自|(?<=[摄攝])于|(?<=[攝])於)[^（()）]*"),
        " ",
    ),  # 圖取自小城圖庫, 圖／翻攝自小城論壇
    (re.compile(rf"(?<=\s){OWN}(?:驻|駐)?{HAN}{{2,8}}[电電讯訊]$"), " "),  # 王小明（本报青石电）
    (re.compile(rf"(?<=[:：︰]){HAN}{{2,14}}(?:醫生|医生|醫師|医师|教授|律師|律师|博士)(?={SIGNED}$)"), " "),
    (re.compile(rf"(?:发自|發自)\s*{HAN}{{2,8}}"), " "),
    (re.compile(rf"(?<=\s)(?:综合|綜合|[编編][译譯])\S{{0,12}}{REPORTED}$"), " "),  # 王小明 综合小城新闻报道
    (re.compile(rf"^{DESK}"), " "),  # 小城中心／王小明報導
    (re.compile(FILED), " "),
    (re.compile(rf"(?<=\s){CITY}{REPORTED}$"), " "),  # 王小明 上海报道
    (re.compile(rf"(?<={HAN}\s)(?!{SIGNED}){HAN}{{2,4}}{REPORTED}$"), " "),  # 王小明 首尔报道
    (re.compile(r"翻(?=[攝摄])"), " "),  # 記者王小明翻攝
    (re.compile(rf"(?<=[者员員])({_SHORT_NAME})({_SHORT_NAME}){_NO_PICTURE}"), r"\1 \2"),  # 通讯员王飞李永
    (
        re.compile(rf"(?<=[者员員])({_SHORT_NAME}{HAN}?)({_SHORT_NAME}{HAN}){_NO_PICTURE}"),
        r"\1 \2",
    ),  # 通讯员张大山王小明
    (
        re.compile(rf"(?<=[者员員])({_SHORT_NAME}{HAN}?)({_SHORT_NAME}{HAN}?)({_SHORT_NAME}{HAN}?){_NO_PICTURE}"),
        r"\1 \2 \3",
    ),
    (re.compile(rf"^作者(?=\s|{SIGNED}$)"), " "),
    (re.compile(r"^[图圖照视視影][片频頻]?(?:来源|來源)\s*[：:]"), " "),
    (re.compile(rf"(?<=\s){EDITOR}\s*{LABEL_MARK}\s*{NAME}"), " "),  # 摄影/王小明　编辑/李花
    (re.compile(rf"{ROLE}(?=[\s:：、]|{NAME})"), " "),
    (re.compile(rf"(?:^|(?<=\s)){MAKER}(?:[、／/╱]{MAKER})?\s*{LABEL_MARK}"), " "),
    (re.compile(rf"(?<={HAN}{{2}})[摄攝](?:影报道|影報導|影)?(?=\s|$)"), " "),
    (re.compile(rf"(?:^|(?<=\s)){MAKING}(?=\s|$)"), " "),
    (re.compile(rf"(?:(?<=\s)|(?<={HAN}{{2}})){REPORTED}[：:]?(?=\s|$)"), " "),
)

_BETWEEN = re.compile(r"[\s、,，/／╱:：]+")
_NAME = re.compile(NAME)
_OUTLET = re.compile(
    rf"(?:{PAPER}|{HAN}{{2}}社|(?<={HAN}{{2}})(?:体育|娱乐|财经|科技|汽车)|新闻|新聞|中心|快[訊讯]|[组組网網报報]|[频頻]道)$"
)
_LATIN = re.compile(rf"(?<![A-Za-z])(?!{LATIN_TITLE}){LATIN}")
_SENTENCE = re.compile("[。，]")
# What stands where a name does: 連線報導.
_NO_NAMES = frozenset(
    {
        "未知",
        "佚名",
        "连线",
        "連線",
        "综合",
        "綜合",
        "专题",
        "專題",
        "整理",
        "独家",
        "獨家",
        "编译",
        "編譯",
        "综合外电",
        "綜合外電",
    }
)
_INITIALS = re.compile("[A-Z]{2,5}")  # BBC中文网记者


def authors(credit: str) -> tuple[str, ...]:
    """The names in a byline, in order, each once; editors and sources are no authors.

    >>> authors("(贵州日报天眼新闻记者 龙元媛)")
    ('龙元媛',)
    >>> authors("(陈小玲 段无疾 摄影报道)")
    ('陈小玲', '段无疾')
    >>> authors("编辑：苏小小")
    ()
    """
    if len(brackets := brackets_of(credit)) > 1:
        return tuple(dict.fromkeys(name for bracket in brackets for name in authors(bracket)))
    if names := named(credit):
        return tuple(dict.fromkeys(names))
    if name := _signature(credit) or _glued(credit) or _writer_of_a_unit(credit):
        return tuple(name.split("、"))
    if pen := _PEN_NAME.fullmatch(credit) or _BEHIND_SOURCE.fullmatch(credit) or _IN_BRACKETS.search(credit):
        return tuple(re.split("[、&＆]", pen.group("name")))
    form = credit_form(credit)
    if PROFESSION.fullmatch(credit) or (form and form.name in _NAMELESS):
        return ()
    text = _without_marks(credit)
    if _NO_AUTHOR.match(text) or whole_photo(text):
        return ()
    text = _replaced(_WORDS, text)
    found = (*_han_names(text), *_latin_names(text))
    return tuple(dict.fromkeys(name for name in found if name not in _NO_NAMES and not _OUTLET.search(name)))


def authors_in_dateline(dateline: str) -> tuple[str, ...]:
    """The reporter whom an agency names in its dateline; the place follows the name without a mark.

    >>> authors_in_dateline("（中央社記者王小明台北20日電）"), authors_in_dateline("本报讯")
    (('王小明',), ())
    """
    match = _IN_DATELINE.search(dateline)
    if match is None:
        return ()
    others = (match.group("others") or "").split("、")
    last = (match.group(form) for form in ("known", "name", "short", "bare", "compiler"))
    return (*filter(None, others), *filter(None, last))


def _signature(text: str) -> str:
    """Who signed a letter to the editor: 王小明（教师）, 青石县退休工人　王小明."""
    if credit_form(text) or SEVERAL_NAMES.fullmatch(text):
        return ""
    match = (
        SIGNED_WITH_TRADE.fullmatch(text)
        or SIGNED_WITH_PROFESSION.fullmatch(text)
        or SIGNATURE.fullmatch(text)
        or UNIT_AND_NAME.fullmatch(text)
        or POST_AND_NAME.fullmatch(text)
    )
    return _closed(match.group("name")) if match else ""


def _glued(text: str) -> str:
    """The reporter whose place follows without a mark: 記者王小明台北報導."""
    match = _BROADCASTER.fullmatch(text) or _REPORTS_FROM.match(text.strip("()（）【】〔〕［］﹝﹞"))
    return match.group("name") if match else ""


def _writer_of_a_unit(text: str) -> str:
    """Who writes from somewhere, and is no reporter: （青石县中学　王小明）."""
    if trade := _WITH_TRADE.fullmatch(text):
        return _closed(trade.group("name"))
    if run := _RUN_TOGETHER.fullmatch(text):
        return "、".join(parted(run.group("names")))
    if several := _UNIT_OF_A_PROVINCE.fullmatch(text):
        return "、".join(_ONE_OF_SEVERAL.findall(several.group("names")))
    if of_county := _OF_COUNTY.fullmatch(text) or _OF_SITE.fullmatch(text):
        return _closed(of_county.group("name"))
    if at_unit := _AT_UNIT.fullmatch(text):
        return "、".join(_ONE_AT_UNIT.findall(at_unit.group("names")))
    match = _WRITES_FROM.fullmatch(text) or _COUNTY_AND_NAME.fullmatch(text)
    return _closed(match.group("name")) if match and not _ROLE.search(text) else ""


def _closed(name: str) -> str:
    return "".join(name.split())


def _replaced(table: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str:
    for pattern, replacement in table:
        text = pattern.sub(replacement, text)
    return text


def _without_marks(text: str) -> str:
    """A byline without brackets and marks; behind a mark, what a name's brackets hold is a trade: □ 李明（教师）."""
    if re.match(BYLINE_MARK, text):
        text = _TRADE.sub(" ", text)
    text = _WHOSE_PICTURE.sub(" ", text)  # 王小明摄（影像小城）
    return _replaced(_SPACES, _MARKS.sub(" ", text).strip("·• \u3000"))


def _han_names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN.split(text) if _NAME.fullmatch(name) and not whole_photo(name))


def _latin_names(text: str) -> tuple[str, ...]:
    return (
        () if _SENTENCE.search(text) else tuple(name for name in _LATIN.findall(text) if not _INITIALS.fullmatch(name))
    )
