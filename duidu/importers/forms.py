"""The set phrases of newspaper pages: datelines, bylines, photo credits, page furniture.

Each table is ordered and read from the top. A row is a form, its name, and an example that the tests run; to
teach the importer another form, add a row. Sources: 《新闻写作》 conventions as printed on mainland, Taiwan and
Hong Kong pages; names follow the pages themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duidu.text import HAN as HAN_RANGE

HAN = f"[{HAN_RANGE}]"
NAME = rf"{HAN}{{2,4}}(?:·{HAN}{{2,6}})?"
NAMES = rf"{NAME}(?:[\s、,，/／]+{NAME})*"
# The commonest surnames, and those of Hong Kong and Taiwan in their own characters; a name in brackets that stands
# for itself must begin with one, or （未完待续） and （资料图片） would be people.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕"
    "屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒龍陶賀顧龔萬錢嚴湯溫莊聶魯歐關蘭寧單畢藍喬齊龐顏盧賴詹闕游邱簡"
)
DOUBLE_SURNAMES = "(?:欧阳|歐陽|上官|皇甫|令狐|诸葛|諸葛|司徒|司马|司馬|申屠|夏侯|慕容|尉迟|尉遲|长孙|長孫|公孙|公孫)"
SIGNED = rf"(?:{DOUBLE_SURNAMES}|[{SURNAMES}]){HAN}{{1,2}}"
OUTLET = rf"{HAN}{{0,12}}?"
ROLE = rf"{OUTLET}(?:记者|記者|通讯员|通訊員|实习生|實習生|撰稿人?|特约撰稿)"
MAKING = (
    r"(?:摄影报道|攝影報導|摄影|攝影|摄|攝|文/图|图/文|文／图|图／文|图片?|圖片?|报道|報導|報道"
    r"|综合报道|綜合報導|整理|文)"
)
DATE = r"(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}日"


@dataclass(frozen=True, slots=True)
class Form:
    """A named form: what it looks like, and an example of it."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _form(name: str, pattern: str, example: str) -> Form:
    return Form(name, re.compile(pattern), example)


# What may open the first paragraph of a story and is no part of its sentence.
DATELINES: tuple[Form, ...] = (
    _form("own report", r"本报讯|本報訊|本刊讯|本网讯|本台消息", "本报讯"),
    _form("own wire", rf"本报{HAN}{{2,8}}?{DATE}[电讯]", "本报北京3月1日电"),
    _form("agency wire", rf"(?:新华社|中新社|新華社){HAN}{{0,10}}?{DATE}(?:专电|電|电)", "新华社北京3月1日电"),
    _form(
        "agency in brackets",
        rf"[（(]中央社[^（）()]{{1,24}}?{DATE}[^（）()]{{0,6}}?電(?:報導)?[)）]",
        "（中央社記者王小明台北20日電）",
    ),
    _form("Hong Kong desk", rf"【{HAN}{{2,6}}(?:專訊|讯|訊)】", "【明報專訊】"),
)

# A line, or the end of a paragraph, that says who wrote or photographed.
CREDITS: tuple[Form, ...] = (
    _form(
        "in brackets, with role", rf"[(（]\s*(?:(?>{ROLE}[\s:：]*{NAMES}[\s、]*))+{MAKING}?\s*[)）]", "(记者 一丁 摄)"
    ),
    _form("in brackets, with making", rf"[(（]\s*{NAMES}\s+{MAKING}\s*[)）]", "(陈小玲 段无疾 摄影报道)"),
    _form("in brackets, signed", rf"[(（]\s*{SIGNED}(?:[\s、,，]+{SIGNED})*\s*[)）]", "(何舒)"),
    _form("in brackets, with place", rf"[(（]\s*{NAME}[╱／/]{HAN}{{2,6}}(?:報導|报道)\s*[)）]", "(王小明／綜合報導)"),
    _form("with role", rf"(?:(?>{ROLE}[\s:：]+{NAMES}[\s、]*))+{MAKING}?", "本报记者 司汉科 摄"),
    _form("name and place", rf"(?:記者)?{NAME}[╱／/]{HAN}{{2,6}}(?:報導|报道)", "黃泊川╱台北報導"),
    _form("photographer", rf"{NAMES}\s+(?:摄|攝)", "张克非 摄"),
    _form("label first", rf"(?:文|图|圖|采写|撰文|摄影|攝影|作者)[：:／/]\s*(?:{ROLE}\s*)?{NAMES}", "采写：王小明"),
)

# Lines that belong to the sheet of paper, not to any story.
FURNITURE: tuple[Form, ...] = (
    _form("page number", rf"第?\s*[A-Z]?\d{{1,3}}\s*版[：:]?\s*{HAN}{{0,8}}", "第03版"),
    _form("date line", rf"\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日(?:\s*星期{HAN})?", "2021年7月9日 星期五"),
    _form(
        "desk",
        r"本?版?(?:责任编辑|责编|責任編輯|編輯|编辑|美编|版式(?:设计)?|校对|组版|电话|邮箱|电子信箱)[：:／/\s]+[^，。]{1,40}",
        "责任编辑：王小明 版式设计：李四",
    ),
)

PHOTO_WORDS = re.compile(r"摄|攝|图|圖|照片")
PHOTO_TEXT = re.compile(r"^[▲△■◀▶↑←→↓]|图为|圖為|图片说明|[（(](?:图|圖)[^）)]*[)）]")


def whole(forms: tuple[Form, ...], text: str) -> Form | None:
    """The first form that the whole text has.

    >>> whole(CREDITS, "(记者 向婧)").name
    'in brackets, with role'
    """
    return next((form for form in forms if form.pattern.fullmatch(text)), None)


def leading(forms: tuple[Form, ...], text: str) -> str:
    """The longest form that the text begins with, or "".

    >>> leading(DATELINES, "本报讯 红花岗区")
    '本报讯'
    """
    matches = (form.pattern.match(text) for form in forms)
    return max((match.group() for match in matches if match), key=len, default="")


def bracketed_tail(text: str) -> str:
    """A bracketed byline at the end of a paragraph, or "".

    >>> bracketed_tail("确保安全。(记者 向婧)")
    '(记者 向婧)'
    """
    match = re.search(r"[(（][^()（）]{2,40}[)）]$", text)
    if not match or match.start() == 0 or text[match.start() - 1] not in "。！？”’」』…":
        return ""
    return match.group() if whole(CREDITS[:4], match.group()) else ""


def authors_in_dateline(dateline: str) -> tuple[str, ...]:
    """The reporter whom an agency names in its dateline; the place follows the name without a mark.

    >>> authors_in_dateline("（中央社記者王小明台北20日電）"), authors_in_dateline("本报讯")
    (('王小明',), ())
    """
    match = re.search(rf"(?:記者|记者)({DOUBLE_SURNAMES}{HAN}{{1,2}}|{HAN}{{3}}){HAN}{{2,6}}?\d", dateline)
    return (match.group(1),) if match else ()


def authors(credit: str) -> tuple[str, ...]:
    """The names in a byline, in order, each once.

    >>> authors("(贵州日报天眼新闻记者 龙元媛)")
    ('龙元媛',)
    >>> authors("(陈小玲 段无疾 摄影报道)")
    ('陈小玲', '段无疾')
    """
    text = re.sub(r"[()（）【】]", " ", credit)
    text = re.sub(rf"{ROLE}(?=[\s:：、]|{NAME})", " ", text)
    text = re.sub(r"(?:^|(?<=\s))(?:文|图|圖|采写|撰文|摄影|攝影|作者)[：:／/]", " ", text)
    text = re.sub(rf"[╱／/]{HAN}{{2,6}}(?:報導|报道)", " ", text)
    text = re.sub(rf"(?:^|(?<=\s)){MAKING}(?=\s|$)", " ", text)
    names = [name for name in re.split(r"[\s、,，/／:：]+", text) if re.fullmatch(NAME, name)]
    return tuple(dict.fromkeys(names))
