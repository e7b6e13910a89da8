"""Bylines that are put together: label, roles with their names, what each has done.

Papers combine a few kinds of words freely: □本报记者 王小明 实习生 何田 文/图, 采写：南都记者王小明 通讯员何田. Such a
byline is read as a whole: every character of it has to be one of these words, or a name.
"""

from __future__ import annotations

import re

from duidu.importers.words import (
    BYLINE_MARK,
    CITY,
    CLOSE,
    DATE,
    DOUBLE_SURNAMES,
    EDITOR,
    FILED,
    HAN,
    LABEL_MARK,
    MAKER,
    OPEN,
    PICTURES_ONLY,
    PROVINCE,
    REPORTED,
    SOURCE,
    SURNAMES,
    any_of,
)

_ROLE_WORD = any_of(
    "记者 記者 通讯员 通訊員 特派员 特派員 实习生 實習生 评论员 評論員 特[约約]撰稿人? 撰稿人?",
    "特[约約]作者 特[约約]摄影师?",
)
# Surnames that begin words as well: behind a role somebody's name is what is expected.
_SURNAMES = f"{SURNAMES}常明云乐樂楼樓盘花皮练練廉湛"
# Surnames that are verbs and prepositions behind a role: 记者从县里, 对记者宣布.
_VERBS = "从從和有能宣相都空经經后後求问問"
_SIGNED = rf"(?![{_VERBS}])(?:{DOUBLE_SURNAMES}{HAN}{{1,2}}|(?=[{_SURNAMES}]){HAN}{{3}}|(?=[{_SURNAMES}]){HAN}{{2}})"
_OUTLET = rf"(?:《[^》]{{2,12}}》|新华社|新華社|中新社|中央社|{HAN}{{2,8}}?(?:[报報]|电视台|電視台|广播电台|電台|电台))"
# What may stand before a role that follows a name without a mark: 王小明本报实习记者何田.
_GLUED_ROLE = rf"(?:(?:本报|本報|本刊|本网|本網|{_OUTLET})?(?:特[约約]|[实實][习習]|[见見][习習]|首席)*{_ROLE_WORD})"
# What no outlet is named with: 对记者, 同行的记者.
_NO_OUTLET = "对對向与與和据據的了后後让讓请請给給在到喊叫说說问問"
# A role with its outlet or place: 《小城周刊》记者, 青石日报全媒体记者.
_ROLE = (
    rf"(?>(?!{_SIGNED}(?:本报|本報|新华社|新華社))(?:《[^》]{{2,12}}》)?"
    rf"(?:(?![{_NO_OUTLET}]){HAN}|[A-Z\d]){{0,14}}?{_ROLE_WORD})"
)
# What was done, by itself.
_WORK = any_of(
    "摄影报道 攝影報導 攝影報道 图文报道 圖文報導 采写并摄 采写 採寫 采访整理 采访 採訪 整理 撰文 撰写 撰稿",
    "编写 編寫 编译 編譯 翻译 翻譯 供稿",
    "摄影 攝影 供图 供圖 制图 製圖 文[并並][图圖摄攝] [文图][/／、]?[图文] [文圖][/／、]?[圖文] [文摄攝图圖]",
    rf"(?:综合|綜合|跟踪|专题|專題|联合|聯合|独家|獨家|现场|現場|连线|連線)?{REPORTED}",
)
_PLACE = rf"(?:{PROVINCE}|{CITY})"
# Where it was done, too: 发自上海, 青石报道. What begins as a name does is one, but for the places that are known.
_DONE = (
    rf"(?:{_WORK}|(?:发自|發自){HAN}{{2,8}}?(?:、{HAN}{{2,8}}?){{0,3}}(?:{REPORTED})?(?![、])"
    rf"|{HAN}{{2,4}}特派[员員]"
    rf"|(?:{_PLACE}|(?!{_SIGNED}{_WORK}){HAN}{{2,4}})(?:、{HAN}{{2,4}}){{0,3}}(?:{DATE})?(?:{REPORTED}|专电|專電|專訪|专访))"
)
_WIDE = rf"(?=[{_SURNAMES}]){HAN}\s{{1,3}}{HAN}(?!{HAN})"
_BREAK = r"[\s、,，/／╱]"
_ENDS = rf"(?=$|{_BREAK}|[)）】〕\]］])"
# A name that nothing but another word of the byline follows.
_NAME_ENDS = rf"(?:{_ENDS}|(?={_GLUED_ROLE}|{_DONE}{_ENDS}))"
_PERSON = rf"(?!(?:{_PLACE}|连线|連線){REPORTED}|{_ROLE_WORD})(?:{_WIDE}|{_SIGNED}(?<![摄攝]){_NAME_ENDS})"
# Behind a space or a colon anything as long as a name is one: 记者 阿依努尔·买买提.
_ANYBODY = rf"(?:{_PERSON}|{HAN}{{2,4}}(?:[·•]{HAN}{{2,6}})?{_ENDS})"
_EDITED = any_of(EDITOR, "核稿 [一二三终終]审 校对 校對 审核 審核 监制 監製 签发 簽發")
_ANOTHER = (
    rf"(?!{HAN}{{0,12}}?{_ROLE_WORD}{_BREAK}|{HAN}{{0,4}}{_ROLE_WORD}{_PERSON}|{_DONE}{_ENDS}"
    rf"|{_EDITED}(?:{_BREAK}|{_SIGNED}))"
)
# Behind it stands another name, which it is the label of: 撰文 王小明 摄影 何田.
_LABEL_OF_NEXT = (
    rf"\s+{any_of('文字 图片 圖片 撰文 采写 採寫 摄影 攝影 编译 編譯 整理')}\s+{_PERSON}"
    rf"|\s+{MAKER}\s*{LABEL_MARK}(?![文图圖])"
)
_DONE_THEN = re.compile(rf"(?!(?:{_LABEL_OF_NEXT}))(?:[\s/／╱]*{_DONE}|{FILED}(?:{HAN}{{1,4}}[报報网網])?){_ENDS}")
_LABEL = (
    r"(?:本[版组組])?"
    rf"(?:{MAKER}(?:[、／/╱·•]{MAKER}){{1,2}}\s"
    rf"|{MAKER}(?:[、／/╱\\·•]?{MAKER}){{0,2}}\s*(?:{LABEL_MARK}{{1,2}}|[\\丨])(?![文图圖])"
    rf"|{any_of('文[/／·•]?[图圖] [图圖][/／·•]?文 文字? 图片 圖片 采写 採寫 撰文 摄影 攝影 编译 編譯 作者 整理')}\s)"
)
# Who has edited it, where it is from and who gave a picture: none of these has written it.
_GAVE = any_of("提供 供图 供圖")
_NO_AUTHOR = (
    rf"(?:{HAN}{{0,4}}?{_EDITED}(?:\s*{LABEL_MARK}\s*|\s+|(?={_SIGNED})){HAN}{{2,4}}"
    rf"|{SOURCE}\s*{LABEL_MARK}\s*[^\s，。]{{2,16}}"
    rf"|[图圖]片?\s*{LABEL_MARK}\s*(?:{HAN}{{2,10}}{_GAVE}|{PICTURES_ONLY}|(?:资料|資料|档案|檔案)[图圖]?片?)"
    rf"|(?:受[访訪]者|{HAN}{{2,10}}){_GAVE}|(?:部分|本[版组組文])?[图圖]片(?:均)?由{HAN}{{2,12}}{_GAVE}){_ENDS}"
)

_FIRST = re.compile(rf"\s*(?:{BYLINE_MARK}\s*)?")
_LABELS, _ROLES, _BEHIND_ROLE = re.compile(rf"{_LABEL}\s*"), re.compile(_ROLE), re.compile(r"[\s:：/／╱丨｜|_]+")
_BREAKS = re.compile(rf"{_BREAK}*")
_ONE, _ANY_ONE, _NAME_MAY_FOLLOW = re.compile(_PERSON), re.compile(_ANYBODY), re.compile(_ANOTHER)
# What somebody is who has written a text, and where from: 作者：王小明 青石大学教授, 通讯员 王小明 青石县纪委.
_TRADE = re.compile(
    rf"\s+{HAN}{{2,14}}"
    + any_of(
        "(?<=[县縣区區市镇鎮乡鄉省州])(?:委|政府|纪委|宣传部|公安局|教育局|融媒体中心|法院|检察院)",
        "教授 研究员 研究員 学者 學者 作家 律师 律師 医生 醫生 博士 评论员 評論員 主任 院长 院長 校长 校長 会长 會長",
    )
    + "$"
)
_NO_AUTHORS = re.compile(_NO_AUTHOR)
# Whoever has no role has done something: 记者王小明/文 何田/图.
_SEVERAL = rf"(?>{_PERSON})(?:[\s、]++(?>{_PERSON}))*"
_OTHER = re.compile(rf"(?P<names>{_SEVERAL})[\s/／╱]*{_DONE}{_ENDS}")
_DONE_APART = re.compile(rf"{_SEVERAL}(?:[\s/／╱]+{_DONE}|供稿|采写|撰稿){_ENDS}")
# Behind a slash stands where it was filed from: ／花蓮報導.
_FILED_FROM = re.compile(FILED)
# Names that nothing parts.
_RUN = re.compile(rf"(?=[{SURNAMES}])(?!{_ROLE_WORD}){HAN}{{4,9}}?(?<![摄攝]){_NAME_ENDS}")
# Every role, label and work has one of these characters.
_HINT = re.compile("[者员員生稿师師文图圖摄攝编編译譯写寫理影道導自电電访訪]")
_IN_BRACKETS = re.compile(rf"{OPEN}(.*){CLOSE}")


def named(byline: str) -> tuple[str, ...]:
    """Who is named in a byline that is put together, in brackets or not; () where it is none.

    >>> named("□本报记者 王小明 实习生 何田 文/图"), named("采写：南都记者王小明 通讯员何田")
    (('王小明', '何田'), ('王小明', '何田'))
    >>> named("记者王小明/文 何田/图"), named("记者昨天来到老井边")
    (('王小明', '何田'), ())
    """
    if not _HINT.search(byline):
        return ()
    inside = _IN_BRACKETS.fullmatch(byline)
    return tuple("".join(name.split()) for name in _Reader(inside.group(1) if inside else byline).people())


def parted(run: str) -> list[str]:
    """Names that nothing parts, each by itself; of several ways that with the commonest surnames; [] where there is
    none.

    >>> parted("贾永黄秋生"), parted("王小明何田"), parted("老井又有了水")
    (['贾永', '黄秋生'], ['王小明', '何田'], [])
    """
    ways = [] if _OUTLET_AT_END.search(run) else _ways(run)
    return min(ways, key=lambda names: sum(SURNAMES.index(name[0]) for name in names)) if ways else []


_OUTLET_AT_END = re.compile("(?:[卫衛][视視]|[电電][视視]|[报報网網社台臺])$")


def _ways(run: str) -> list[list[str]]:
    if not run:
        return [[]]
    if run[0] not in SURNAMES:
        return []
    return [[run[:length], *rest] for length in (3, 2) if length <= len(run) for rest in _ways(run[length:])]


class _Reader:
    """Reads a byline from left to right: each step takes one word of it, or nothing."""

    def __init__(self, text: str) -> None:
        self._text = text.rstrip()
        self._place = 0
        self._people: list[str] = []

    def people(self) -> list[str]:
        """Everybody named; nobody where a word is left that a byline has not."""
        self._take(_FIRST)
        begun = False
        while self._place < len(self._text):
            before = self._place
            self._take(_BREAKS)
            if self._take(_NO_AUTHORS):
                continue
            if not self._one_more(begun and self._place > before):
                return []
            begun = True
            self._take(_DONE_THEN)
            self._take(_TRADE)
        return self._people

    def _one_more(self, apart: bool) -> bool:
        """Takes a role or a label with its names; who has neither has done something."""
        role = self._take(_ROLES)
        labelled = not role and self._take(_LABELS)
        if role or self._take(_ROLES):
            return self._names(_ANY_ONE if self._take(_BEHIND_ROLE) else _ONE)
        if labelled:
            return self._names(_ONE)
        if apart or _DONE_APART.match(self._text, self._place):
            return self._one_who_has_done()
        return False

    def _one_who_has_done(self) -> bool:
        match = _OTHER.match(self._text, self._place)
        if match is None:
            return False
        self._people += _ONE.findall(match.group("names"))
        self._place = match.end()
        return True

    def _names(self, first: re.Pattern[str]) -> bool:
        """Takes names, if there is one here."""
        if first is _ANY_ONE and not _NAME_MAY_FOLLOW.match(self._text, self._place):
            return False
        found = self._one_or_several(first)
        if not found:
            return False
        while found:
            self._people += found
            found = self._others(first)
        return True

    def _others(self, pattern: re.Pattern[str]) -> list[str]:
        """One more name, or several that nothing parts, behind a mark or a space."""
        place = self._place
        found: list[str] = []
        if _FILED_FROM.match(self._text, place):
            return found
        if self._take(_BREAKS) and _NAME_MAY_FOLLOW.match(self._text, self._place):
            found = self._one_or_several(pattern)
        if not found:
            self._place = place
        return found

    def _one_or_several(self, pattern: re.Pattern[str]) -> list[str]:
        if found := self._take(pattern):
            return [found]
        run = _RUN.match(self._text, self._place)
        names = parted(run.group()) if run else []
        if run and names:
            self._place = run.end()
        return names

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._place)
        if match is None:
            return ""
        self._place = match.end()
        return match.group()
