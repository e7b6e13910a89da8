"""The figures of a Chinese sentence: 30多万人, 百分之八十, 九十年代, 下午3时30分, 第九, 三分之一.

What only looks like a figure (一些, 十分, 四川, 万一) is masked first: a word of the dictionary is no figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from duidu.gate.figures import DIGITS, Figure, Kind, numeral
from duidu.model import Word

_HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = rf"(?:\d+(?:\.\d+)?[十百千万亿]*(?:\d+[百千万])*|[{_HAN_NUMERALS}]+(?:点[零〇一二三四五六七八九]+)?)"
_PURE = re.compile(
    rf"(?:第|多|余|初|近|约|超|逾|百分之|几|数|上)?[{_HAN_NUMERALS}几数半]+(?:多|余|来|分之|点|成|倍|半)*[{_HAN_NUMERALS}]*"
)
_DATED = re.compile(
    rf"(?:第|多|余)?[{_HAN_NUMERALS}]+(?:年代|世纪|月份|小时|分钟|公里|公斤|周年|个月|美元|[年月日号时点分秒岁周天次届名个位人元])"
)
# Words of numerals that are no figures where they stand alone.
_NO_FIGURES = frozenset(
    (
        *(
            "十分",
            "万一",
            "一一",
            "千万",
            "万万",
            "百般",
            "一二",
            "三三两两",
            "七七八八",
            "万千",
            "一半",
            "一点",
            "一起",
        ),
        *("五四", "五一", "六一", "七一", "八一", "九一八", "三八", "十字", "十字军"),
    )
)
# Where such a word was cut, its numeral is still none.
_NO_FIGURE_IN = re.compile(
    r"红?十字(?:军|会|架|路口)?|一带一路|三明治|四合院|二维码|万里长城|五角大楼|三角洲?|八角|四季|七夕|百姓"
)
# What stands behind a numeral that counts nothing: 三聚氰胺, 三柱门.
_NO_MEASURE = re.compile(
    r"(?![零〇一二两三四五六七八九十百千万亿几多余来个年月日号时点分秒岁周天次届名位人元成倍种条项件家座只口辆本张片处组块层群批段"
    r"类样级期队班所台架艘世代公星季国方者])[㐀-鿿]{2}"
)
_MASK = "□"
_SIMPLIFIED = str.maketrans("萬億兩點幾餘個週時號紀歲", "万亿两点几余个周时号纪岁")

# What a figure means by what stands around it, the most telling first; the figure is the first group.
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern.replace("#", _NUMBER)))
    for kind, pattern in (
        (Kind.SHARE, r"百分之(#)|(\d+(?:\.\d+)?)\s*[%％]"),
        (Kind.SHARE, r"(#分之#)"),
        (Kind.CENTURY, r"(\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?!\d0年代)"),
        (Kind.DECADE, r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪)?(\d{0,2}\d0|[一二三四五六七八九]十)年代"),
        (Kind.YEAR, r"(\d{4}|[一二][零〇一二三四五六七八九]{3})(?=年|[-–—~至到]\d{4}年|/\d{2,4}\b)"),
        (Kind.MONTH, r"(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!球|亮|饼|光)"),
        (Kind.DAY, r"(?<=月)(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?"),
        (Kind.TIME, r"(?<![\d.])(\d{1,2})[::](?=\d{2}(?!\d))"),
        (Kind.TIME, r"(\d{1,2}|十[一二]?|[二两三四五六七八九])时(?!候|期|间|代|速|常|段)"),
        (Kind.TIME, r"(\d{1,2}|十[一二]?|[二两三四五六七八九])点(?:钟|整|半|\d{1,2}分|(?=[,，。 ]))"),
        (Kind.ORDINAL, r"第(#)"),
        (Kind.TIMES, r"(#)倍"),
        (Kind.SHARE, r"([一二三四五六七八九]|\d(?:\.\d)?)成(?![立为了员人功长效果本分语])"),
        (Kind.VAGUE, r"[数几上好](万亿|百万|千万|十万|十亿|百亿|千亿|十|百|千|万|亿)"),
        (Kind.COUNT, r"(?<![\d⁄/])(#)(?![\d⁄¼½¾⅓⅔]|/\d)(?:[多余来几][万亿千百]+)?"),
    )
)
_ABOUT_BEFORE = re.compile(r"(?:近|约|大约|大概|超过?|逾|将近|接近|不到|至少|多达|上下)\s*$")
_ABOUT_AFTER = re.compile(r"\s*(?:多|余|来|几|左右|上下|以上)")
_MORE = re.compile(r"[多余来几]([万亿千百]+)")
_UNIT = re.compile(r"\s*[多余来几]?\s*(?:个)?([^\s\d,，。、；：（）()“”‘’□]{1,4})")
_SPACES = re.compile(r"(?<=[\d一-鿿])[ \u00a0]+(?=[\d一-鿿%])|(?<=\d),(?=\d{3})")
# Up to here a number in characters may go without a figure (两国, 三方).
_WEAK = 2


def chinese_figures(text: str, words: tuple[Word, ...], known: Callable[[str], bool]) -> tuple[Figure, ...]:
    """The figures of a sentence, in its order; ``known`` says whether a word is one of the dictionary.

    >>> from duidu.model import Word, WordTag
    >>> text = "2021年3月,统一的30多万人"
    >>> cut = [Word(piece, WordTag.WORD) for piece in ("2021", "年", "3", "月", ",", "统一", "的", "30", "多万人")]
    >>> [(figure.text, figure.value, str(figure.kind)) for figure in chinese_figures(text, tuple(cut), "统一".__eq__)]
    [('2021', 2021, 'year'), ('3', 3, 'month'), ('30多万', 300000, 'number')]
    """
    printed = _NO_FIGURE_IN.sub(_without_numerals, masked(words, known) or text)
    line = _SPACES.sub("", _normal(printed.translate(_SIMPLIFIED)))
    taken = bytearray(len(line))
    found: list[Figure] = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(line):
            if not any(taken[match.start() : match.end()]):
                figures = list(_figures(kind, match, line))
                if figures:
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    found.extend(figures)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _normal(text: str) -> str:
    """Full-width figures and letters as ASCII; fractions like ¾ stay, as no English says them in figures."""
    return "".join(char if char in "¼½¾⅓⅔" else unicodedata.normalize("NFKC", char) for char in text)


def masked(words: tuple[Word, ...], known: Callable[[str], bool]) -> str:
    """The sentence with the numerals masked in words that are no figures: 统一 ─▶ 统□."""
    return "".join(_masked(word.text, known) for word in words)


def _masked(word: str, known: Callable[[str], bool]) -> str:
    if not any(char in _HAN_NUMERALS for char in word):
        return word
    if word not in _NO_FIGURES and (_PURE.fullmatch(word) or _DATED.match(word) or not (len(word) > 1 and known(word))):
        return word
    return _without_numerals(re.fullmatch(".*", word, re.DOTALL))


def _without_numerals(match: re.Match[str] | None) -> str:
    return "".join(_MASK if char in _HAN_NUMERALS else char for char in match[0]) if match else ""


def _figures(kind: Kind, match: re.Match[str], line: str) -> Iterator[Figure]:
    raw = next(group for group in match.groups() if group)
    place = match.start()
    if kind is Kind.SHARE:
        share = _share(raw, match[0])
        if share is not None:
            yield Figure(match[0], share, kind, start=place)
        return
    value = numeral(raw)
    if value is None:
        return
    if kind is Kind.DECADE:
        century = numeral(match[0].partition("世纪")[0]) if "世纪" in match[0] else None
        yield Figure(match[0], value + (century - 1) * 100 if century and value < 100 else value, kind, start=place)
    elif kind is Kind.COUNT:
        yield from _count(raw, value, match, line)
    elif kind is Kind.ORDINAL and value == 1:
        yield Figure(match[0], value, kind, weak=True, start=place)
    else:
        weak = kind is Kind.TIMES and value <= 1
        yield Figure(raw if kind is not Kind.ORDINAL else match[0], value, kind, weak=weak, start=place)


def _share(raw: str, said: str) -> float | None:
    """80% ─▶ 0.8, 三分之一 ─▶ 1/3, 三成 ─▶ 0.3."""
    low, divided, high = raw.partition("分之")
    if divided:
        below, above = numeral(low), numeral(high)
        return above / below if above is not None and below else None
    value = numeral(raw)
    if value is None:
        return None
    return value / 10 if said.endswith("成") else value / 100


def _count(raw: str, value: float, match: re.Match[str], line: str) -> Iterator[Figure]:
    """A number and its unit; one is an article, and a row like 三四 means three or four."""
    before, after = line[: match.start()], line[match.end() :]
    row = len(raw) > 1 and set(raw) <= DIGITS.keys() and not set(raw) & set("零〇") and len(raw) == 2
    if row and not raw.isdigit():
        yield Figure(raw, DIGITS[raw[0]], Kind.COUNT, _unit(after), about=True, weak=True, start=match.start())
        return
    more = _MORE.search(match[0])
    scaled = numeral("1" + more[1]) if more else 1
    about_mark = _ABOUT_AFTER.match(after)
    about = bool(more or about_mark or _ABOUT_BEFORE.search(before))
    text = match[0] + (about_mark[0] if about_mark else "")
    uncounted = raw in "三四五六七八九" and _NO_MEASURE.match(after)
    weak = bool(uncounted) or value == 1 or raw in "百千万亿" or (raw[0] in _HAN_NUMERALS and value <= _WEAK)
    yield Figure(text, value * (scaled or 1), Kind.COUNT, _unit(after), about, weak, match.start())


def _unit(after: str) -> str:
    match = _UNIT.match(after)
    return match[1] if match else ""
