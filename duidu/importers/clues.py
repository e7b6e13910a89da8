"""What tells the parts of a printed page apart: tables of clues.

``SHAPES`` and ``MARKS`` weigh what a line can be by itself (``SHAPES`` are asked of lines short enough for a headline),
``BREAKS`` whether a column break or a paragraph's end lies between two lines, ``OPENINGS`` whether a story begins with
a line. A row is a named phenomenon of print: what it speaks for (points above 0) or against (below), a case and a
counter-case, both run by the tests; ``|`` stands for a line's end. One point is a weak reason, three are a good one;
what cannot be has ten. The weights were set on pages of some thirty papers, of three decades and four regions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from duidu.importers import forms, headings
from duidu.importers.line import (
    HEADS,
    LONGEST_HEADING,
    MID_SENTENCE,
    Line,
    Part,
    core,
    ends,
    like_heading,
    open_bracket,
    width,
)
from duidu.importers.words import HAN, NUMBER

Weights = dict[Part, float]
# A clue that was found: its name, and what it speaks for.
Clue = tuple[str, Weights]
# Another one, which speaks for or against one thing.
Points = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A clue from a line (and the text below it) to what the line is."""

    name: str
    weights: Weights
    test: Callable[[Line, str], bool]
    case: str
    counter: str
    marks: str = ""  # a line without any of these has it not; "" where no mark is needed


def heads(points: float, **others: float) -> Weights:
    """The same points for all parts of headlines, but for those named.

    >>> heads(-1, title=2)[Part.TITLE], heads(-1, title=2)[Part.KICKER]
    (2, -1)
    """
    return dict.fromkeys(HEADS, points) | only(**others)


def only(**points: float) -> Weights:
    """Points for the parts named.

    >>> only(title=2)
    {<Part.TITLE: 'headline'>: 2}
    """
    return {Part[name.upper()]: value for name, value in points.items()}


_MARK = re.compile(r"[，。；、！？,;!?]|[：:]$")
_LISTING = re.compile("[^，。；！？,;!?：:、]+(?:、[^，。；！？,;!?：:、]+)+")
_QUESTION = re.compile(r"[^，,、。！!？?：:；“”「」]{4,24}[？?]")
_PAUSE = re.compile(r"[，、]")
_COMMA = re.compile(r"[，,]")
# What ends in a stop, or in what closes it, has one of these at its end.
_STOPS = "。；;.”’」』）)"
_STOP_AT_END = re.compile(r"[。；;][”’」』）)]*$|[\u4e00-\u9fff”」』》）)\"]\.$")
_COMMA_WITHIN, _STOP_WITHIN, _CALL_WITHIN = (re.compile(rf"{marks}(?!$)") for marks in ("[，,]", "[。；;]", "[！？!?]"))
# What a sentence begins with, and no clause in its middle.
_CONNECTIVE = re.compile(
    "(?:"
    "不过|不過|但是|然而|同时|同時|此外|另外|据悉|據悉|据了解|據了解|据介绍|據介紹|目前|近日|其实|其實|对此|對此|事实上|事實上|与此同时"
    ")[，,]"
)
# What sentences begin with far oftener than the second half of one that a break cuts (of the pages that the weights
# were set on: one headline in three has such a line below it, and one fragment in twenty-five).
_SENTENCE_BEGINS = re.compile(
    r"(?:\d{4}年|\d{1,2}月\d{1,2}日|据|據|昨|近日|日前|去年|今[年天日晨早]|目前|此外|随着|隨著|记者|記者|本报|本報|截至|针对|針對|为了|為了|经过|經過)"
)
# So do speech and what somebody says (one headline in seven, and one fragment in fifty).
_SOMEBODY_SPEAKS = re.compile(
    "[“「]|[^，。]{2,14}(?:表示|指出|认为|認為|告诉|告訴|透露|介绍|介紹|[说說称稱指])[，：:“「]"
)
# 村里老人透露，… : a headline says so with a colon.
_TELLS = re.compile(
    "[^，。：:]{2,14}(?:表示|指出|认为|認為|透露|介绍|介紹|[说說称稱])[，,]|[据據][^，。]{0,6}[报報悉介了][^，。]{0,2}[，,]"
)
# News tells the day within its first words (of the pages that the weights were set on: four leads in ten, one in six of
# the paragraphs below a crosshead).
_DAY = rf"(?:{NUMBER}日|当[天日]|昨[日天晚夜]|近日|日前|今[日天晨早]|前天|本月|上周|本周|上週|本週)"
_DAY_FIRST, _DAY_SOON = re.compile(rf".{{0,22}}{_DAY}"), re.compile(rf".{{0,10}}{_DAY}")
# What no report begins with: a connective, what somebody says of the matter; news that tells the day may.
_GOES_ON = re.compile(
    rf"(?!.{{0,22}}{_DAY})(?:但|不过|不過|而|同时|同時|另|此外|因此|所以|于是|於是|然而|其实|其實|对此|對此|除了?|虽然|雖然|由于|由於|随着|隨著"
    r"|.{2,28}(?:表示|指出|认为|認為|告诉|告訴|[说說称稱][，：:])|[^。，]{2,12}[：:])"
)
_GOING_ON = "，,、；;：:说說道称稱是于於在自"
# Words of grammar that go with what stands before them (后附虚词, 方位词), where no word begins with them.
_LEANING = frozenset("们們吗嗎吧的了里裡裏")
_LEANS_BACK = re.compile(
    "[们們]|[吗嗎](?!啡)|吧(?![台檯])|的(?![确確士哥黎])|了(?![解不然却卻得结結如断斷望事])"
    "|[里裡裏](?![长長约約程斯弗奇昂面皮尔爾根德贾克氏拉维維海弄应應加港奥奧兰蘭士])"
)
_TWO_CLAUSES = re.compile("[^，。！？；：、,]{3,}，[^，。！？；：、,]{3,}")
_DAY_IN_BRACKETS = re.compile(r"[（(]\d{1,2}[)）]")
_CLOSING = re.compile(r"[”」）)》』]")
_FOREIGN_NAME = re.compile(rf"{HAN}{{1,3}}[（(][A-Z]")


def leans_back(text: str) -> bool:
    """Whether a text begins with a word of grammar that no sentence begins with (of the pages that
    the weights were set on all 93 such lines go on).

    >>> leans_back("里的水泵"), leans_back("里程碑"), leans_back("的确"), leans_back("的水泵")
    (True, False, False, True)
    """
    return text[:1] in _LEANING and _LEANS_BACK.match(text) is not None


def _entry_goes_on(above: Line, line: Line) -> bool:
    """Whether a line is more of an entry that a mark begins, with indents: △老井又有了水，|大家都来打水。"""
    return above.indented and not line.indented and bool(headings.BULLET.match(above.text)) and not ends(above.text)


def _is_long(text: str) -> bool:
    return len(text) > LONGEST_HEADING


def _stops(text: str) -> bool:
    """Whether a full stop ends a text, or stands before what a bracket adds to it: 电话：123。（打井队）"""
    return bool(_STOP_AT_END.search(text) or _STOP_AT_END.search(core(text).rstrip()))


def _worded_like_heading(above: Line, line: Line) -> bool:
    """Whether a line has no mark and no 的 (of 211 such lines over long ones, below finished text, 187 are headings; of
    those 5 in 100 have 的, of the beginnings of cut paragraphs one in three)."""
    if not 5 <= len(above.text) <= 26 or "的" in above.text or _MARK.search(above.text.replace("、", "")):
        return False
    if headings.INSTITUTION.fullmatch(above.text):
        return False
    return not (forms.like_caption(above.text) or _FOREIGN_NAME.match(line.text))


SHAPES: tuple[Shape, ...] = (
    Shape(
        "of a headline's length",
        heads(1.5, kicker=0.5, section=0.5),
        lambda line, below: len(line.text) >= 5 and width(line.text) <= 26,
        "老井又有了水",
        "水",
    ),
    Shape(
        "longer than headlines are",
        heads(-2, kicker=-3),
        lambda line, below: (
            width(line.text) > 30 and not headings.LABELLED.match(line.text) and not headings.phrases_apart(line.text)
        ),
        "老" * 31,
        "老" * 18 + " " + "老" * 18,
    ),
    Shape(
        "as wide as the column",
        heads(-3),
        lambda line, below: line.full,
        "|".join(["老井又有了水大家都来打水"] * 9),
        "老井又有了水",
    ),
    Shape(
        "no mark at all",
        only(paragraph=-2.5, opening=-3, continuation=-5),
        lambda line, below: not _MARK.search(line.text) and width(line.text) <= 26,
        "老井又有了水",
        "老井有了水，",
    ),
    # Of such lines of this length twelve are headings where four are fragments.
    Shape(
        "an enumeration and no other mark",
        only(paragraph=-1, continuation=-1.5),
        lambda line, below: len(line.text) <= 20 and bool(_LISTING.fullmatch(line.text)),
        "老井、小桥又有了水",
        "老井、小桥，又有了水",
        "、",
    ),
    Shape(
        "a short line that stops short",
        only(paragraph=-1.2),
        lambda line, below: len(line.text) <= 20 and not ends(line.text) and bool(_PAUSE.search(line.text)),
        "老井有了水，",
        "老井有了水",
        "，、",
    ),
    Shape(
        "very short",
        heads(0, title=-1.5, subtitle=-2, crosshead=0.5),
        lambda line, below: len(line.text) <= 3,
        "家长",
        "家长来了",
    ),
    Shape(
        "as short as crossheads are",
        only(crosshead=0.6),
        lambda line, below: 5 <= len(line.text) <= 8,
        "人人都來幫忙",
        "人人都來幫忙修理老井",
    ),
    Shape(
        "longer than crossheads are",
        only(crosshead=-0.6, title=0.4),
        lambda line, below: len(line.text) > 9,
        "拍賣倉庫舊物十台機器",
        "人人都來幫忙",
    ),
    # Of so long lines of two phrases that are one or the other seven in eight are headlines.
    Shape(
        "two phrases as long as few crossheads are",
        only(crosshead=-1),
        lambda line, below: len(line.text) > 16 and headings.phrases_apart(line.text),
        "拍賣倉庫舊物十台機器 人人都來幫忙看",
        "拍賣倉庫舊物十台機器人人都來幫忙看看",
        " \u3000",
    ),
    Shape(
        "two balanced halves",
        heads(2, subtitle=1.2),
        lambda line, below: headings.phrases_apart(line.text),
        "老井有水 村民有福",
        "老井有水，村民有福",
        " \u3000",
    ),
    Shape(
        "spaces between its phrases",
        only(paragraph=-1.5, opening=-1.5, continuation=-1.5),
        lambda line, below: (
            len(line.text) > 8 and not (line.listed or line.dateline) and headings.phrases_apart(line.text)
        ),
        "老井又有了水 大家都来看：谁修好的？",
        "老井有水。 大家都来看",
        " \u3000",
    ),
    Shape(
        "a couplet over a headline",
        only(kicker=2.5, title=-1),
        lambda line, below: headings.couplet_over(line.text, below),
        "学习老井精神　建设美丽乡村|青石县今年要修一百口井",
        "学习老井精神　建设美丽乡村|——青石县今年要修一百口井",
        " \u3000",
    ),
    Shape(
        "two clauses of one length",
        heads(2.7, paragraph=-2.5, opening=-2.5),
        lambda line, below: headings.parallel(line.text),
        "老井有了水，村民有了福",
        "老井有了水，村民都很高兴",
        "，,",
    ),
    Shape(
        "ends like a sentence",
        heads(-8),
        lambda line, below: line.text[-1] in _STOPS and _stops(line.text),
        "他来了。",
        "他来了！",
    ),
    Shape(
        "a question or a call",
        heads(-1, title=0, slogan=0.5),
        lambda line, below: line.text[-1] in "！？!?",
        "老井又有了水！",
        "老井又有了水",
    ),
    # Of such lines of the pages that the weights were set on twenty-one are headings, and two are text.
    Shape(
        "a question and no other mark",
        only(paragraph=-2),
        lambda line, below: not line.indented and bool(_QUESTION.fullmatch(line.text)),
        "谁来修老井？",
        "老井坏了，谁来修？",
        "？?",
    ),
    Shape(
        "ends in a comma",
        heads(-4, title=-2, kicker=-5),
        lambda line, below: line.text[-1] in "，,、",
        "扎根山村，",
        "扎根山村",
    ),
    Shape(
        "breaks off at a comma, and the sentence ends below",
        heads(-4),
        lambda line, below: line.text[-1] in "，," and below[-1:] == "。",
        "老井又有了水，|大家都来打水。",
        "老井又有了水，|大家都来打水",
        "，,",
    ),
    Shape(
        "ends in a colon",
        heads(-3, kicker=1),
        lambda line, below: line.text[-1] in "：:",
        "老井管理员：",
        "老井管理员",
    ),
    Shape(
        "a clause within",
        heads(-1.2, kicker=-2, section=-4),
        lambda line, below: bool(_COMMA_WITHIN.search(core(line.text))),
        "老井有了水，村民有了福",
        "老井有了水",
        "，,",
    ),
    Shape(
        "what somebody tells, behind a comma",
        heads(-2),
        lambda line, below: bool(_TELLS.match(line.text)),
        "村里老人透露，这是第一次",
        "村里老人透露：这是第一次",
        "，,",
    ),
    Shape(
        "a sentence within",
        heads(-5),
        lambda line, below: bool(_STOP_WITHIN.search(core(line.text))),
        "他来了。我走",
        "他来了",
        "。；;",
    ),
    Shape(
        "a question or a call within",
        heads(-1.5, section=-4),
        lambda line, below: bool(_CALL_WITHIN.search(core(line.text))),
        "路灯坏了谁来修？居民盼答复",
        "路灯坏了谁来修？",
        "！？!?",
    ),
    Shape(
        "several clauses",
        heads(-3),
        lambda line, below: not line.twin and len(_COMMA.findall(core(line.text))) > 1,
        "他来，我走，都",
        "他来，我走",
        "，,",
    ),
    Shape(
        "a bracket stays open",
        heads(-4),
        lambda line, below: open_bracket(line.text),
        "在村(社",
        "在村(社区)",
        "“「《（(『",
    ),
    Shape(
        "the name of a column before it",
        heads(2.5, kicker=0, section=0),
        lambda line, below: not line.dateline and bool(headings.LABELLED.match(line.text)),
        "【小城风景】老井又有了水",
        "【小城风景】",
        "【",
    ),
    Shape(
        "a label in brackets, over a headline",
        only(kicker=4, section=2, title=-3, subtitle=-3, crosshead=-2),
        lambda line, below: (
            not line.twin and bool(headings.LABEL.fullmatch(line.text)) and 4 <= len(below) <= 40 and not ends(below)
        ),
        "【小城新风景】|老井又有了水",
        "【小城新风景】|老井又有了水，大家都来看。",
        "【",
    ),
    Shape(
        "that there are pictures, at its end",
        heads(0, title=1.5, crosshead=-3, section=-8, slogan=-6, paragraph=-3, opening=-3, continuation=-3),
        lambda line, below: len(line.text) > 5 and bool(headings.WITH_PICTURES.search(line.text)),
        "老井又有了水(组图)",
        "见下页（图一）",
        "（([【",
    ),
    Shape(
        "which part of a series it is, at its end",
        heads(0, title=2.5, crosshead=-1.5, paragraph=-2, continuation=-2),
        lambda line, below: bool(headings.PART_OF_SERIES.search(line.text)),
        "老井又有了水（下）",
        "老井在村（下）",
        "（(",
    ),
    Shape(
        "a dash between two phrases",
        only(title=1, crosshead=-1),
        lambda line, below: bool(headings.TWO_PARTS.fullmatch(line.text)),
        "老井的水——访大塘村的老人",
        "老井的水——",
        "—–─",
    ),
    # The papers tell so behind the last line of the head, be it the headline or a sub-headline.
    Shape(
        "how many pictures there are, at its end",
        only(subtitle=1.5),
        lambda line, below: len(line.text) > 6 and bool(headings.PICTURES_TOLD.search(line.text)),
        "老井又有了水（附图片１张）",
        "老井又有了水(组图)",
        "（(",
    ),
    Shape(
        "that there are pictures, far below the text above",
        only(title=2.5, title_line=2.5),
        lambda line, below: line.far and len(line.text) > 6 and bool(headings.WITH_PICTURES.search(line.text)),
        "老井又有了水(组图)",
        "见下页（图一）",
        "（([【",
    ),
    Shape(
        "a box before it, over a headline",
        only(section=4, kicker=3, title=-3, subtitle=-3, crosshead=-2),
        lambda line, below: bool(headings.BOXED.fullmatch(line.text)) and 4 <= len(below) <= 40 and not ends(below),
        "□老井情深水长流|青石县修好了一百口井",
        "□老井情深水长流|老井又有了水，大家都来打水。",
        "□■◆◇●○",
    ),
    Shape(
        "a note of the editors",
        only(crosshead=4, title=-4, subtitle=-4, kicker=-2, section=-2),
        lambda line, below: bool(headings.EDITORS_NOTE.fullmatch(forms.closed_up(line.text))),
        "编者按",
        "编者按语写了什么",
    ),
    Shape(
        "what a notice is called",
        only(title=4, crosshead=-2),
        lambda line, below: len(line.text) <= 32 and bool(headings.NOTICE.fullmatch(forms.closed_up(line.text))),
        "更　正",
        "更正错误",
    ),
    Shape(
        "a column's label",
        only(section=4.5, kicker=1, title=-1, crosshead=-2.5),
        lambda line, below: len(line.text) <= 24 and bool(headings.COLUMN.fullmatch(forms.closed_up(line.text))),
        "要闻简报",
        "要闻简报上的消息",
    ),
    Shape(
        "nothing but a name",
        only(byline=2.5, credit=-1, subtitle=-1),
        lambda line, below: line.name,
        "青石县退休工人　王小明",
        "青石县　老井有水",
    ),
    Shape(
        "a note in brackets",
        heads(-5, subtitle=2.5, kicker=-8, title=-8),
        lambda line, below: bool(headings.NOTE.fullmatch(line.text)),
        "（单位：元/公斤）",
        "老井（上）",
        "（(",
    ),
    Shape(
        "the number of a case in court",
        heads(-8, paragraph=4, opening=-4, continuation=-4),
        lambda line, below: bool(headings.CASE_NUMBER.match(line.text)),
        "【案件編號：ABCC 123/2015】",
        "案件編號改了",
        "：:",
    ),
    Shape(
        "who speaks, before it",
        heads(-6, paragraph=1),
        lambda line, below: bool(headings.SPEAKER.match(line.text)),
        "问：老井怎么样了？",
        "物价部门：不得涨价",
        "：:︰",
    ),
    Shape(
        "too short for a line of a paragraph",
        only(paragraph=-2, opening=-2),
        lambda line, below: len(line.text) <= 4 and not ends(line.text),
        "一本账",
        "点评：",
    ),
    Shape(
        "nothing but the name of a body",
        only(crosshead=-3, title=-3, kicker=-0.5, slogan=-3, credit=1),
        lambda line, below: len(line.text) <= 17 and bool(headings.INSTITUTION.fullmatch(line.text)),
        "小城建筑学院",
        "学院招生",
    ),
    Shape(
        "what somebody is, below a text",
        only(paragraph=5, slogan=-6, title=-2, crosshead=-2, kicker=-1),
        lambda line, below: len(below) <= LONGEST_HEADING and bool(headings.POST.fullmatch(line.text)),
        "小城大学水利系教授",
        "教授来到小城大学",
        "授员員长長师師人",
    ),
    Shape(
        "a label, over a headline and no text",
        only(section=4, crosshead=-4),
        lambda line, below: (
            4 <= len(below) <= 40 and not ends(below) and bool(headings.RELATED.fullmatch(forms.closed_up(line.text)))
        ),
        "新闻背景|老井又有了水",
        "新闻背景|老井又有了水。",
    ),
    Shape(
        "a label and its number",
        heads(-7, paragraph=3),
        lambda line, below: len(line.text) <= 20 and bool(headings.LABEL_AND_NUMBER.fullmatch(line.text)),
        "基金编号：A3105",
        "老井：1985年的故事",
    ),
    Shape(
        "a label with its number, over a headline",
        only(kicker=2.5, paragraph=-2),
        lambda line, below: (
            bool(headings.NUMBERED_LABEL.fullmatch(line.text)) and 4 <= len(below) <= 40 and not ends(below)
        ),
        "快讯一：|老井又有了水",
        "快讯一：|老井又有了水。",
        "：:",
    ),
    Shape(
        "a column and its part",
        only(kicker=2.5, title=-1.5, title_line=-2),
        lambda line, below: (
            bool(headings.COLUMN_AND_PART.fullmatch(line.text)) and 4 <= len(below) <= 40 and not ends(below)
        ),
        "老井故事·人物|王小明守井三十年",
        "老井故事·人物|王小明守井三十年，没有一天离开。",
        "·",
    ),
    Shape(
        "a label and a person",
        heads(-6, paragraph=5),
        lambda line, below: bool(headings.LABEL_AND_PERSON.fullmatch(line.text)),
        "投诉人：王先生",
        "投诉人：老井又没有水了，怎么办",
        "：:",
    ),
    Shape(
        "nothing but what somebody says",
        heads(-3, title=0),
        lambda line, below: bool(headings.SPEECH.fullmatch(line.text)),
        "“水来了！”",
        "“水来了”",
        "“「",
    ),
    Shape(
        "a sentence that somebody says",
        heads(-5),
        lambda line, below: bool(headings.SOMEBODY_SAYS.fullmatch(line.text)),
        "他最后说道：“老井一定要修好！”",
        "他笑着说：我还能走！",
        "“「",
    ),
    Shape(
        "a book or a poem",
        heads(0, crosshead=3, title=-2),
        lambda line, below: bool(headings.BOOK.fullmatch(line.text)),
        "《静夜思》",
        "《静夜思》出版",
        "《",
    ),
    Shape(
        "a dash before it",
        heads(-4, subtitle=7, crosshead=-6),
        lambda line, below: bool(headings.SUBTITLE_MARK.match(line.text)),
        "——记小村教师",
        "记小村教师",
        "—–─－-",
    ),
    Shape(
        "a poem's author",
        heads(-4) | only(subtitle=-9, crosshead=-9, paragraph=3, continuation=-9),
        lambda line, below: bool(headings.POET.fullmatch(line.text)),
        "——（唐）李白",
        "——记李白故里",
        "—–─－-",
    ),
    Shape(
        "nothing but the name of a place",
        only(kicker=2.5, title=-2, crosshead=-2, slogan=-3),
        lambda line, below: len(line.text) <= 10 and bool(headings.PLACE.fullmatch(line.text)),
        "白鹭镇",
        "白鹭镇修桥",
    ),
    Shape(
        "breaks off with a dash",
        only(kicker=4, title=-3, subtitle=-2),
        lambda line, below: line.text[-1] in "—–─―－…" and len(line.text) > 6,
        "村口有一间夜里不熄灯的小屋——",
        "——村口的小屋",
    ),
    Shape(
        "the round of a contest, the part of a series",
        only(kicker=3, title=-1, crosshead=-1),
        lambda line, below: bool(headings.SERIES.fullmatch(line.text)),
        "小城杯第三轮",
        "小城杯打完第三轮比赛",
        "轮輪届屆站季之道導导论論",
    ),
    Shape(
        "the occasion, without its words",
        only(kicker=4, crosshead=-2, title=-1.5),
        lambda line, below: bool(headings.OCCASION.fullmatch(line.text)),
        "王小明在白鹭镇考察时强调",
        "王小明强调修桥",
    ),
    Shape(
        "numbered",
        only(crosshead=2.5, title=-1, kicker=-2, paragraph=-3),
        lambda line, below: (
            len(line.text) <= 24
            and line.text[-1] not in "。；："
            and not line.listed
            and bool(headings.NUMBERED.match(line.text))
        ),
        "一、修好老井",
        "一口老井",
    ),
    Shape(
        "a hash before it",
        only(crosshead=3, paragraph=-4, opening=-4),
        lambda line, below: line.text[0] in "#＃" and not line.text.endswith("。"),
        "#1 老井是谁挖的，谁也说不清",
        "1 老井是谁挖的",
        "#＃",
    ),
    Shape(
        "a topic and its comment",
        only(title=1, crosshead=0.5),
        lambda line, below: bool(headings.TOPIC.fullmatch(line.text)),
        "老井：又有了水",
        "老井管理员：",
        "：:",
    ),
    Shape(
        "built like another short line of the page",
        heads(1, crosshead=3, title=0.5, paragraph=-2, opening=-2),
        lambda line, below: line.twin,
        "一间房，住得踏实|他来了。|一张桌，学得安心",
        "一间房，住得踏实|他来了。|一张桌，大家来学习",
    ),
    Shape(
        "said again by the text below",
        only(crosshead=3, title=-1),
        lambda line, below: len(line.text) > 4 and below.startswith(line.text),
        "老井：三天修好|老井：三天修好，大家都说快。",
        "老井：三天修好|老井修好了，大家都说快。",
    ),
    Shape(
        "over the beginning of a letter",
        only(title=3, crosshead=-3),
        lambda line, below: not line.name and headings.greets(below),
        "请修老井|编辑同志：老井坏了。",
        "请修老井|编辑部的同志来了。",
    ),
    Shape(
        "who writes a letter, over its beginning",
        only(byline=4, title=-2, kicker=-2),
        lambda line, below: line.name and headings.greets(below),
        "青石县　王小明|编辑同志：老井坏了。",
        "青石县　王小明|老井坏了。",
    ),
    Shape(
        "nothing but a date",
        only(title=-6, kicker=-6, section=-6, subtitle=-6, crosshead=2),
        lambda line, below: bool(headings.PLAIN_DATE.fullmatch(line.text)),
        "2011年3月5日",
        "2011年大事",
        "年",
    ),
    Shape(
        "what a drawing is called",
        only(slogan=3, kicker=-3, section=-3, title=-2, crosshead=-1.5),
        lambda line, below: bool(headings.DRAWING.fullmatch(line.text)),
        "老井改造示意图",
        "老井改造有了示意图，",
        "图圖",
    ),
    Shape(
        "what a photograph is called",
        only(slogan=2, kicker=-1.5, title=-1),
        lambda line, below: line.far and bool(headings.SCENE.fullmatch(line.text)),
        "|||大塘村老井边的居民",
        "大塘村老井边的居民有了水",
    ),
    Shape(
        "a chart's title",
        only(slogan=2, title=-0.5),
        lambda line, below: bool(headings.CHART.fullmatch(line.text)),
        "五年用水量的比较",
        "比较用水量",
    ),
    Shape(
        "a place in a picture",
        only(slogan=4, title=-2, kicker=-3),
        lambda line, below: bool(forms.PLACE_IN_PICTURE.search(line.text)),
        "旧井（左）和新井（右）",
        "旧井和新井",
        "（(",
    ),
)

# What tells in a line of any length.
MARKS: tuple[Shape, ...] = (
    Shape(
        "too short to open a story, or unfinished",
        only(opening=-3),
        lambda line, below: (
            (len(line.text) <= 12 or line.text[-1] in "？！" or not ends(line.text))
            and not forms.like_caption(line.text)
        ),
        "老井又有了水，",
        "老井又有了水，大家都来打水。",
    ),
    Shape(
        "begins in mid-sentence",
        heads(-8, paragraph=-6, opening=-6),
        lambda line, below: line.text[0] in "，。、；：！？,;!?”’」』）】》",
        "，他来了",
        "他来了",
    ),
    Shape(
        "set apart, as verse and lists are",
        heads(-8, continuation=-12),
        lambda line, below: line.listed,
        "床前明月光，|疑是地上霜。",
        "床前明月光，|他想起了家乡。",
    ),
    Shape(
        "a caption's mark or words",
        heads(-8, opening=6),
        lambda line, below: forms.like_caption(line.text),
        "▲老井又有了水。",
        "老井又有了水。",
    ),
    Shape(
        "who stands where in a picture",
        only(opening=5, paragraph=-1),
        lambda line, below: forms.shows_who(line.text),
        "王小明（左）在给老井装上新的水泵。",
        "王小明在给老井装水泵（左边）。",
        "（(",
    ),
    Shape(
        "a sentence by itself without indent, where paragraphs have one",
        only(opening=6, paragraph=-1),
        lambda line, below: line.outset,
        "老井又有了水，大家昨天都来看热闹了。||||" + "|".join(["\u3000\u3000村里的老井又有了水。"] * 4),
        "\u3000\u3000老井又有了水，大家昨天都来看热闹了。||||" + "|".join(["\u3000\u3000村里的老井又有了水。"] * 4),
    ),
    Shape(
        "one of several marked alike",
        only(opening=-6, paragraph=1),
        lambda line, below: line.listed and bool(headings.BULLET.match(line.text)),
        "▲老井又有了水。|▲小桥通车了。",
        "▲老井又有了水。|小桥通车了。",
    ),
    Shape(
        "a photo credit behind what is shown",
        heads(-8, opening=6),
        lambda line, below: bool((tail := forms.photo_credit_in(line.text)) and not forms.TEXT_TOO.search(tail)),
        "老井又有了水。王小明 摄",
        "老井又有了水。（王小明 文/图）",
    ),
    Shape(
        "a photo credit below",
        only(opening=3),
        lambda line, below: 2 <= len(below) <= 40 and forms.signs_picture(below),
        "老井又有了水。|（王小明 摄）",
        "老井又有了水。|（王小明）",
    ),
    Shape(
        "a dateline",
        heads(-9, opening=4, continuation=-9),
        lambda line, below: line.dateline and not headings.WIRED_HEADLINE.match(line.text),
        "本报讯 他来了。",
        "本报昨天来信。",
    ),
)

_ALL_SHAPES = (*SHAPES, *MARKS)
_ANY_MARK = re.compile(f"[{re.escape(''.join(shape.marks for shape in _ALL_SHAPES))}]")

# The tests of some shapes, each with the clue that it gives.
_Tests = tuple[tuple[Callable[[Line, str], bool], Clue], ...]


def shape_clues(line: Line, below: str, *, heading: bool) -> list[Clue]:
    """The clues from a line, which may be a heading or not, and the text below it to what the line is.

    >>> [name for name, _ in shape_clues(Line("老井又有了水，"), "", heading=False)]
    ['too short to open a story, or unfinished']
    """
    tests = _tests_with(frozenset(_ANY_MARK.findall(line.text))) if heading else _MARK_TESTS
    return [clue for test, clue in tests if test(line, below)]


def _tests(shapes: Iterable[Shape]) -> _Tests:
    return tuple((shape.test, (shape.name, shape.weights)) for shape in shapes)


@lru_cache(maxsize=1024)
def _tests_with(marks: frozenset[str]) -> _Tests:
    """Of the shapes that a line with these marks can have."""
    return _tests(shape for shape in _ALL_SHAPES if not shape.marks or not marks.isdisjoint(shape.marks))


_MARK_TESTS = _tests(MARKS)


# ---------------------------------------------------------------- breaks


@dataclass(frozen=True, slots=True)
class Break:
    """A clue to whether the second of two lines of running text continues the first (points above 0) or not."""

    name: str
    points: float
    test: Callable[[Line, Line], bool]
    case: str
    counter: str


# Paragraphs of many lengths, some wrapped: the case of a rule below.
_WRAPPED = "\u3000\u3000老井又有了水，大家都来打水，一直打到天黑以后|才回家去。|" * 3 + "".join(
    f"\u3000\u3000大家都来打水，{'一桶' * many}。|" for many in range(7, 16)
)

_FIGURES = frozenset("0123456789０１２３４５６７８９〇○零一二两三四五六七八九十百千万")
# (现在的商会总会), but not (三), (图), (记者王小明): no number, and no name that signs.
_WHAT_IT_IS = re.compile(r"[（(](?:现|今|即|又|原|前|时|也|包括|简称|現|時|簡稱|以下)[^（）()。：:]{1,24}[)）](?=\S)")
# What is a clause by itself: 哦，…, 一、…
_ALONE = "一二三四五六七八九十他她你您我它这那看听说啊哦哼呕嗯唉哎嗨喂呀噢是对不好這聽說對甲乙丙丁"
_LAST_OF_CLAUSE = re.compile(rf"(?![{_ALONE}]){HAN}[，、]")
# 材料：…, but not 他说：…
_LABEL = re.compile(r"[^\s：:，。、；？！“”「」]{2,6}(?<![说說道称稱问問答表示指出])[：:](?=[^\s\d“「])")
_LATIN_SENTENCE, _LATIN_ENDS = re.compile(r"[\sA-Za-z\d'’,:;-]{20,}[a-z][.!?][\"”’]?$"), '.!?"”’'


def labelled(text: str) -> bool:
    """Whether a line begins with a label that is no speaker's.

    >>> labelled("材料：老井的水两碗"), labelled("他说：老井有水了"), labelled("时间：10时")
    (True, False, False)
    """
    return _LABEL.match(text) is not None


BREAKS: tuple[Break, ...] = (
    Break(
        "begins with a word that leans on the one before it",
        4,
        lambda above, line: not ends(above.text) and leans_back(line.text),
        "工人把水管接到井|里的水泵上。",
        "工人把水管接上|里程碑修好了。",
    ),
    Break(
        "a poem below its author",
        -12,
        lambda above, line: above.text[0] in "—–─－-" and bool(headings.POET.fullmatch(above.text)),
        "——（唐）李白|床前明月光",
        "——记李白故里|床前明月光",
    ),
    Break(
        "the line above is not finished",
        3,
        lambda above, line: not ends(above.text),
        "全市上下深|刻领悟",
        "他来了。|我走了。",
    ),
    Break(
        "the line above ends its sentence",
        -5,
        lambda above, line: ends(above.text),
        "他来了。|我走了。",
        "全市上下深|刻领悟",
    ),
    Break(
        "begins in mid-sentence",
        9,
        lambda above, line: line.text[0] in MID_SENTENCE,
        "他来了|，我走了。",
        "他来了|我走了。",
    ),
    Break(
        "an ellipsis is cut",
        9,
        lambda above, line: above.text[-1] == "…" and line.text[0] == "…" and not above.text.endswith("……"),
        "老井干了…|…村里人都来看",
        "老井干了……|……村里人都来看",
    ),
    Break(
        "the day in brackets goes on",
        9,
        lambda above, line: above.text[-1] in "今昨明本前" and bool(_DAY_IN_BRACKETS.match(line.text)),
        "老井的水今|（3）日早上又有了。",
        "老井的水今|天早上又有了。",
    ),
    Break("a clause goes on", 2, lambda above, line: above.text[-1] in "，,、", "他来了，|我走了。", "他来了|我走了。"),
    Break(
        "a bracket is closed below",
        3,
        lambda above, line: (
            above.text[-1] not in "。！？" and bool(_CLOSING.search(line.text)) and open_bracket(above.text)
        ),
        "在村(社|区)里",
        "在村里|的(社区)",
    ),
    Break(
        "a Latin word or a number goes on",
        2.5,
        lambda above, line: headings.latin_goes_on(above.text, line.text),
        "去年6月20|日起",
        "95场|去年6月",
    ),
    Break(
        "two short clauses above a long line are a crosshead",
        -4,
        lambda above, line: len(above.text) <= 16 < 40 < len(line.text) and bool(_TWO_CLAUSES.fullmatch(above.text)),
        "修好老井，种满两岸|" + "老井修好了，大家都来打水，" * 4,
        "修好老井，种满两岸|老井修好了",
    ),
    Break(
        "a decimal fraction is cut",
        9,
        lambda above, line: above.text[-1] in ".．点點" and above.text[-2:-1] in _FIGURES and line.text[0] in _FIGURES,
        "支持者有五十四.三%，多八.|六%。",
        "老井有水啦.|六天前还没有。",
    ),
    Break(
        "a bracket says what the word above it is",
        6,
        lambda above, line: not ends(above.text) and bool(_WHAT_IT_IS.match(line.text)),
        "他发起了小城商务总会|(现在的商会总会)，出任董事。",
        "他发起了小城商务总会|(三)老井的水",
    ),
    Break(
        "a sentence in Latin letters ends above one in Chinese",
        -8,
        lambda above, line: (
            above.text[-1] in _LATIN_ENDS
            and bool(_LATIN_SENTENCE.match(above.text, max(0, len(above.text) - LONGEST_HEADING)))
            and not line.text[0].isascii()
        ),
        "The old well has water again.|老井又有了水。",
        "老井卖给了Old Well Co.|老井又有了水。",
    ),
    Break(
        "who stands where in a picture, below a full stop",
        -9,
        lambda above, line: ends(above.text) and forms.shows_who(line.text),
        "大家都来了。|王小明（左三）在老井边打水。",
        "大家看见王小明|王小明（左三）在老井边打水。",
    ),
    Break(
        "the last character of a clause begins it",
        5,
        lambda above, line: bool(_LAST_OF_CLAUSE.match(line.text)) and not ends(above.text),
        "村里的调查表|明，老井又有了水。",
        "村里人说话了|哦，老井又有了水。",
    ),
    Break(
        "both lines begin with a label",
        -6,
        lambda above, line: labelled(line.text) and labelled(above.text),
        "材料：老井的水两碗|做法：水烧开后放盐",
        "他说：老井有水了|大家说：好",
    ),
    Break(
        "a foreign name is cut",
        2,
        lambda above, line: not ends(above.text) and bool(_FOREIGN_NAME.match(line.text)),
        "非洲地區主管莫|耶提（Moeti）說",
        "他來了。|耶提（Moeti）說",
    ),
    Break(
        "set apart, as verse and lists are",
        -12,
        lambda above, line: line.listed or (above.listed and not _entry_goes_on(above, line)),
        "床前明月光，|疑是地上霜。",
        "床前明月光，|他想起了家乡。",
    ),
    Break(
        "the line above names a picture",
        -12,
        lambda above, line: forms.names_picture(above.text),
        "工人正在修老井|老井又有了水。",
        "工人正在修的|老井又有了水。",
    ),
    Break(
        "the line above is a column's label",
        -5,
        lambda above, line: len(above.text) <= 12 and bool(headings.COLUMN.fullmatch(above.text)),
        "图片新闻|１、孩子们在老井边打水。",
        "图片新闻里|１、孩子们在老井边打水。",
    ),
    Break(
        "the line above is nothing but a date",
        -5,
        lambda above, line: above.text[-1] == "日" and bool(headings.PLAIN_DATE.fullmatch(above.text)),
        "2011年3月5日|村里的老井修好了。",
        "到2011年3月|村里的老井",
    ),
    Break(
        "the line above says whose words they are",
        -8,
        lambda above, line: above.text[0] in "—–─" and bool(headings.WHOSE_WORDS.fullmatch(above.text)),
        "——网名为老井的村民|老井又有了水",
        "——老井有了水，|大家都来看",
    ),
    Break(
        "the line above is a label and what it is of",
        -8,
        lambda above, line: (
            (
                len(above.text) <= 20
                and bool(
                    headings.LABEL_AND_PERSON.fullmatch(above.text) or headings.LABEL_AND_NUMBER.fullmatch(above.text)
                )
            )
            or (above.text[-1] in "】〕］）)" and bool(headings.CASE_NUMBER.match(above.text)))
        ),
        "投诉人：王先生|老井又没有水了。",
        "老井管理员又|没有水了。",
    ),
    Break(
        "the line above is a note in brackets",
        -6,
        lambda above, line: above.text[0] in "（(" and bool(headings.NOTE.fullmatch(above.text)),
        "（单位：元/公斤）|老井又有了水",
        "在村(社区)|里",
    ),
    Break(
        "who speaks, before it",
        -6,
        lambda above, line: bool(headings.SPEAKER.match(line.text)),
        "他来了|答：是的。",
        "他来了|大家都说好。",
    ),
    Break(
        "a sentence begins with its connective",
        -3,
        lambda above, line: above.text[-1] not in "，,、；;：:" and bool(_CONNECTIVE.match(line.text)),
        "老井还在|不过，水少了。",
        "老井还在，|不过，水少了。",
    ),
    Break(
        "begins as a sentence does, below no mark",
        -1.5,
        lambda above, line: above.text[-1] not in _GOING_ON and bool(_SENTENCE_BEGINS.match(line.text)),
        "老井又有了水|昨天，村里的老井修好了。",
        "老井修好了，|昨天大家都来看。",
    ),
    Break(
        "somebody speaks, below no mark",
        -1.6,
        lambda above, line: above.text[-1] not in _GOING_ON and bool(_SOMEBODY_SPEAKS.match(line.text)),
        "老井又有了水|王小明说，老井修好了。",
        "老井又有了水，|王小明说，老井修好了。",
    ),
    Break(
        "begins with the words that the line above begins with",
        -3,
        lambda above, line: above.text[:3] == line.text[:3] and len(above.text) <= LONGEST_HEADING,
        "老井管理员要换人|老井管理员昨天说，他老了。",
        "老井管理员要换人|村里的老井管理员老了。",
    ),
    Break(
        "the line above is worded like a heading",
        -1.6,
        _worded_like_heading,
        "老井又有了水|大家都来打水。",
        "村里的老井又|有了水。",
    ),
    Break(
        "news that tells the day, below a line without any mark",
        -0.8,
        lambda above, line: (
            5 <= len(above.text) <= 26 and bool(_DAY_SOON.match(line.text)) and not _MARK.search(above.text)
        ),
        "老井又有了水|村里人昨天都来打水。",
        "老井又有了水|村里人都来打水。",
    ),
    Break("indented", -7, lambda above, line: line.indented, "他来|\u3000了。", "他来|了。"),
    Break(
        "the line above is full",
        4,
        lambda above, line: above.full and not (line.indented or line.apart),
        "|".join(["老井又有了水大家都来打水"] * 9),
        "他来了。|他",
    ),
    Break(
        "a short line ends its paragraph, where lines have one width",
        -3,
        lambda above, line: above.short and ends(above.text),
        "|".join([*["老井又有了水大家都来打水"] * 8, "他来了。", "老井又有了水大家都来打水"]),
        "他来了。|我走了",
    ),
    Break(
        "flush, where only the first lines of paragraphs are indented",
        6,
        lambda above, line: (
            line.flush
            and not (above.full or above.short)
            and not (above.far and above.flush and like_heading(above.text))
            and _is_long(line.text)
        ),
        _WRAPPED + "他们说了这样那样的一些话，天黑以后才一个接一个地回家去，老井边上安静了下来，只有水声还听得见。",
        _WRAPPED + "天黑以后才回家去。",
    ),
    Break(
        "flush below a full line, where paragraphs are indented",
        4,
        lambda above, line: line.flush and above.full,
        "|".join(["\u3000\u3000老井又有了水大家都来打", *["老井又有了水大家都来打水大"] * 9]),
        "|".join(["老井又有了水大家都来打水大"] * 9),
    ),
    Break(
        "close below, where paragraphs stand apart",
        -3,
        lambda above, line: line.tight,
        "他来了||我走||他说||我听||他来|了",
        "他来了|我走",
    ),
    Break("far below", -5, lambda above, line: line.far, "他来||我听||他说||我走||||他又来了", "他来了|我走"),
    Break("a dateline", -9, lambda above, line: line.dateline, "他来了|本报讯 我走了", "他来了|本报昨天来信"),
    Break(
        "speech begins under its speaker",
        1.5,
        lambda above, line: above.text[-1] in "：:" and len(above.text) > 12 and line.text[0] in "“「",
        "村里的老人指着井口对大家说：|“水来了”",
        "他说：|水来了",
    ),
)

_BREAK_TESTS = tuple((clue.test, (clue.name, clue.points)) for clue in BREAKS)


def break_clues(above: Line, line: Line) -> list[Points]:
    """The clues to whether a line of running text continues the one above it.

    >>> break_clues(Line("村里的老井又"), Line("有了水"))
    [('the line above is not finished', 3)]
    """
    return [clue for test, clue in _BREAK_TESTS if test(above, line)]


# ---------------------------------------------------------------- openings


@dataclass(slots=True)
class Around:
    """What stands round a line that a story may begin with."""

    line: Line
    above_ends: bool  # the line above ends its sentence
    closed: bool  # a byline or the like closes the story above
    led: bool  # a dateline or a byline opens the text below
    stacked: bool = False  # the line below may be a heading, too
    leads: int = 0  # bylines and datelines of this page
    pictured: bool = False  # what closes the story above is a photographer, and the line may be a heading
    text: str = ""  # the first line of running text below, where the line may be a heading
    top: bool = False  # below the first line of the page, a headline by its length
    amid: bool = False  # the line above signs the story that goes on below
    alone: bool = False  # a sentence between two wide gaps
    below_outset: bool = False  # indented, below a sentence by itself that is not


@dataclass(frozen=True, slots=True)
class Opening:
    """A clue to whether a story begins with a line (points above 0) or the one above goes on."""

    name: str
    points: float
    test: Callable[[Around], bool]


# What is no longer may as well be a crosshead.
SHORT_FOR_HEADLINE = 10
# With fewer bylines and datelines a page has hardly several stories.
SEVERAL = 3
# No story begins in the middle of another one's sentence.
UNFINISHED = -5.0


def _unannounced(around: Around) -> bool:
    caption = forms.like_caption(around.line.text)
    return not (around.line.far or around.closed or around.led or around.alone or caption)


def _unannounced_and_short(around: Around) -> bool:
    """Of 440 such lines of the pages that the weights were set on nine in ten are crossheads. Where no story has a
    byline, that this one has none tells nothing."""
    short = len(around.line.text) <= SHORT_FOR_HEADLINE
    return short and around.leads > 0 and not around.stacked and _unannounced(around)


def _unannounced_on_page_of_one_story(around: Around) -> bool:
    """Of 140 such lines none but six were headlines."""
    return 0 < around.leads < SEVERAL and _unannounced(around)


def _somebody_s_word(around: Around) -> bool:
    """Two or three characters say who speaks: of two dozen such lines that nothing announced all were crossheads."""
    text = around.line.text
    return "：" in text[2:4] and bool(headings.TOPIC.fullmatch(text)) and _unannounced(around)


OPENINGS: tuple[Opening, ...] = (
    Opening("far below the text above", 3.5, lambda around: around.line.far),
    Opening("the story above is closed", 4, lambda around: around.closed and not around.pictured),
    Opening("a caption above is closed", 1.5, lambda around: around.pictured),
    Opening("a sentence between two wide gaps", 5, lambda around: around.alone),
    Opening("indented, below captions that are not", 6.5, lambda around: around.below_outset),
    Opening("the text above is not finished", UNFINISHED, lambda around: not (around.above_ends or around.line.far)),
    Opening(
        "the text above is not finished, and stands far above",
        UNFINISHED / 2,
        lambda around: around.line.far and not around.above_ends,
    ),
    Opening("nothing announces it but itself", -1, _unannounced),
    Opening("who says what, and nothing announces it", -1, _somebody_s_word),
    Opening("nothing announces so short a line", -0.8, _unannounced_and_short),
    Opening("nothing announces it, nor hardly any story here", -0.6, _unannounced_on_page_of_one_story),
    Opening(
        "the text below tells the day, as news does first", 0.8, lambda around: bool(_DAY_FIRST.match(around.text))
    ),
    Opening("the text below goes on, as no report begins", -0.9, lambda around: bool(_GOES_ON.match(around.text))),
)
_OPENING_TESTS = tuple((clue.test, (clue.name, clue.points)) for clue in OPENINGS)


def opening_clues(around: Around) -> list[Points]:
    """The clues to whether a story begins with a line.

    >>> opening_clues(Around(Line("老井又有了水"), above_ends=True, closed=True, led=False))
    [('the story above is closed', 4)]
    """
    return [clue for test, clue in _OPENING_TESTS if test(around)]
