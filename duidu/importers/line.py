"""A line of print with what its place on the page says, and how lines end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from duidu.importers import forms, headings
from duidu.model import Role

# A headline is one line of print: of 44 on the development pages, 43 have at most 32 characters.
LONGEST_HEADING = 40
# So many lines of a web page in headline style, one below the other, head nothing.
FEWEST_SHORT = 3
# Marks after which a line of print need not go on: those that end a sentence or a clause, and what closes them.
FINAL = "。！？!?…；;：:”’」』）)】》〉〕"
# A bracket closes a paragraph only when a sentence or a byline ends within it.
BRACKET_END = ")）】》〉〕"
# No sentence begins with these.
MID_SENTENCE = "，。、；：！？,;!?”’」』）)】》％%"


class Part(Enum):
    """What a line is on its page."""

    SECTION = "section heading"
    KICKER = "kicker"
    TITLE = "headline"
    TITLE_LINE = "headline, further line"
    SUBTITLE = "sub-headline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CONTINUATION = "joined to the line above"
    CROSSHEAD = "crosshead"
    OPENING = "begins without headline"
    CREDIT = "byline at the foot"
    SLOGAN = "stands by itself"

    # A part is only ever compared with itself; the inherited hash of its name is slow.
    __hash__ = object.__hash__


HEADS = (Part.SECTION, Part.KICKER, Part.TITLE, Part.TITLE_LINE, Part.SUBTITLE, Part.CROSSHEAD, Part.SLOGAN)
RUNNING = (Part.PARAGRAPH, Part.CONTINUATION, Part.OPENING)


@dataclass(slots=True)
class Line:
    """A line of print and what its place and its look say; ``number`` is its line in the file, from 1."""

    text: str
    number: int = 1
    far: bool = False  # more blank lines above than between the paragraphs of this page
    tight: bool = False  # none above, on a page that has them between paragraphs
    apart: bool = False  # some above, on such a page or one with lines of one width
    indented: bool = False
    flush: bool = False  # not indented, on a page that has indents and lines of one width
    role: Role | None = None  # what the file's format says of it
    byline: bool = False
    dateline: bool = False
    name: bool = False  # perhaps who wrote it: a name, alone or with a unit before it
    listed: bool = False  # verse, a list, a table: stands apart from its neighbours
    twin: bool = False  # clauses as long as those of another short line of the page (排比)
    full: bool = False  # as long as the lines of this page can be
    short: bool = False  # shorter, on a page with lines of one width
    dated: bool = False  # when it was put on the web stood below it
    closed: bool = False  # what ends an article on the web stood above it
    outset: bool = False  # a finished line by itself that is not indented, on a page whose paragraphs are
    within: bool = False  # below a headline that the file's format marks, and so no headline itself


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """A line without what stands in quotes or brackets: names may hold their own punctuation.

    >>> core("全国“短、平、快”项目")
    '全国项目'
    """
    return _QUOTED.sub("", text)


_QUOTED = re.compile(r"[“‘「『《（(【][^”’」』》）)】]*[”’」』》）)】]")


def open_bracket(text: str) -> bool:
    """Whether a quotation or a bracket is not closed.

    >>> open_bracket("在村(社"), open_bracket("在村(社区)")
    (True, False)
    """
    if not _OPENING.search(text):
        return False
    return any(text.count(left) > text.count(right) for left, right in _CLOSED_BY.items())


_CLOSED_BY = {"“": "”", "「": "」", "《": "》", "（": "）", "(": ")", "『": "』"}
_OPENING = re.compile(r"[“「《（(『]")


@lru_cache(maxsize=4096)
def ends(text: str) -> bool:
    """Whether a line of running text may be the last of its paragraph.

    >>> ends("他来了。"), ends("他来"), ends("他来了。1050520"), ends("他来了。（来自四川）"), ends("在村(社区)")
    (True, False, True, True, False)
    """
    last = text[-1]
    if last in _CLOSING and _COMMA_WITHIN.search(text):
        return False
    if last in _QUOTE_END and len(text) > LONGEST_HEADING:
        return text[-2] in _STOP_BEFORE_QUOTE
    if last in BRACKET_END:
        return bool(_SENTENCE_WITHIN.search(text) or _NOTE_BEHIND.search(text) or forms.bracketed_tail(text))
    if last in FINAL:
        return True
    if last in "\"'.":
        return bool(_WESTERN_STOP.search(text) or forms.photo_tail(text))
    return bool(_CODE_BEHIND.search(text) or signed_off(text) or forms.photo_tail(text))


# A quotation at the end of running text is the end of a sentence only with a stop within: “来了！”
_QUOTE_END, _STOP_BEFORE_QUOTE = "”’」』", "。！？!?…；：—.”’」』）)"
# A pattern for the end of a line is tried at each of its characters: the last one tells whether it can be there.
_CLOSING = "”’」』）)】》"
_COMMA_WITHIN = re.compile(r"[，、,][”’」』）)】》]+$")
_SENTENCE_WITHIN = re.compile(r"[。！？!?…；：][)）】》〉〕”’」』]*$")
# What is added to a finished sentence: 他来了。（下转第三版）
_NOTE_BEHIND = re.compile("[。！？…][”’」』]?[（(【〔][^（()）【】〔〕]{1,40}[)）】〕]$")
# An agency's code of the day, or a mark that the story is over, behind the last full stop.
_CODE_BEHIND = re.compile(r"[。！？」”]\s*(?:\d{5,8}|[■□●◆])$")
_CODE_OF_DAY = re.compile(r"[。！？」”）)]\s*1\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$")


def signed_off(text: str) -> bool:
    """Whether an agency's code of the day closes a text: year of the Republic, month and day.

    >>> signed_off("他来了。1050520"), signed_off("（編輯：王小明）1050520"), signed_off("電話：(0852)8221234")
    (True, True, False)
    """
    return text[-1:].isdecimal() and _CODE_OF_DAY.search(text) is not None


# A Western full stop behind Han or what closes a quotation; behind a Latin letter it may be an abbreviation's.
_WESTERN_STOP = re.compile(r"[\u4e00-\u9fff”」』》）)\"]\.[\"”’」』）)]*$|[。！？!?…][\"']+$")


def like_heading(text: str) -> bool:
    """Whether a line could be a headline by its length and its end.

    >>> like_heading("老井又有了水"), like_heading("老井又有了水。")
    (True, False)
    """
    return heading_length(text) <= LONGEST_HEADING and text[-1] not in "。；;，,、"


def heading_length(text: str) -> int:
    """How many characters wide a line is that may be a headline: two Latin letters or figures take the room of one.

    >>> heading_length("老井又有了水"), heading_length("小城之外又一家：Hoverline X2无人机上市 标准版3299元 套装4499元")
    (6, 33)
    """
    length = len(text)
    if length <= LONGEST_HEADING or length > 2 * LONGEST_HEADING or text[-1] in "。；;":
        return length
    if (text[0] in "—–─" and _SUBTITLE.match(text)) or (text[-1] in ")）" and headings.PICTURES_TOLD.search(text)):
        return length // 2
    label = _LABEL.match(text) if text[0] in "【[" else None
    return length - len(_ASCII.findall(text)) // 2 - (label.end() if label else 0)


def width(text: str) -> int:
    """How many characters wide a line is in print: two Latin letters or figures take the room of one.

    >>> width("老井又有了水"), width("Windows Mobile 5.0手机上市")
    (6, 14)
    """
    return len(text) - len(_ASCII.findall(text)) // 2


_ASCII = re.compile(r"[!-~]")
# A sub-headline (——学习贯彻…精神综述) may take two lines of print, and the name of a column stands before its headline.
_SUBTITLE, _LABEL = re.compile(r"[—–─]{1,4}[^—–─，。；]{10,}$"), re.compile(r"[【\[][^】\]]{2,12}[】\]]")
