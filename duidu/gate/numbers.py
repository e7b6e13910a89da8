"""M604: numbers and dates that are lost, changed, or stand in the English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.gate.figures import DIGITS, Figure, Kind, numeral, same
from duidu.gate.pair import Pair
from duidu.model import Fault

CODE = "M604"
LOST, CHANGED, INVENTED, NO_ORDINAL, ROUGH_AGE, ROUGH = 0.65, 0.85, 0.55, 0.6, 0.6, 0.25
SMALL_LOST, SMALL_CHANGED, SMALL_INVENTED, VAGUE_LOST = 0.4, 0.6, 0.35, 0.3
WRONG_UNIT, NO_AGE, WORD_CHANGED, NO_SHARE, WRONG_BOUND = 0.85, 0.6, 0.55, 0.6, 0.65

_RUN = re.compile(r"[零〇一二两三四五六七八九十百千万亿点]+|\d+(?:\.\d+)?")
_ALSO_SAID = {"双": 2.0, "俩": 2.0, "对": 2.0, "仨": 3.0, "半": 0.5, "季": 0.25, "刻": 0.25, "打": 12.0, "独": 1.0}
_COUNTED_ORDINAL = re.compile(
    r"(?:No\.?|numbers?|nos?\.?|chapter|article|phase|page|level|rank(?:ed|ing)?|section|part|grade|class|round|stage|#|№|top"
    r"|line|type|day|week|year|step|point|item|generation|world war|place|position|floor|quarter|season|episode"
    r"|volume"
    r"|group|team|unit|battalion|lesson|paragraph|table|figure|formula|equation|category)\s*$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:over|more|some|about|around|approximate(?:ly)?|approx|nearly|almost|at least|roughly|up to|as many|exceed\w*"
    r"|less|above|excess|close|under|fewer|estimated|early|mid|late|or so|upwards|odd|plus|several"
    r"|dozens|(?:m|b|tr)illions|beyond|circa|than|hundreds|thousands|tens|scores|greater|a few)\b|\+|~|≈|\b\d+0s\b"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies",
    re.IGNORECASE,
)
# How many of a smaller measure make one.
_STEPS: dict[str, tuple[float, ...]] = {
    "年": (12, 10, 100, 0.1, 0.01),
    "岁": (0.1,),
    "月": (4, 30),
    "周": (7,),
    "天": (24,),
    "日": (24,),
    "小": (60,),
    "斤": (0.5,),
    "里": (0.5,),
}
_MU, _ROUND = (1 / 15, 1 / 6.07, 666.7), 0.05  # 亩 in hectares, acres, square metres, as they are rounded
_SHARE_BEHIND = re.compile(
    r"(?:[\d.]*\s*(?:,|and|or|to|[-–])\s*[\d.]+)*\s*-?(?:[\w.]+\s)?"
    r"(?:%|per ?cent|percentage|pc\b|points?\b|out of|in (?:every|ten|a hundred))",
    re.IGNORECASE,
)
_UNDER = re.compile(r"(?:不到|不足|未满|低于|少于|小于|不超过|不满)(?:了|约)?\s*$")
_OVER = re.compile(r"(?<!不)(?:超过|超|逾|多于|高于|大于|突破|超出)(?:了|约)?\s*$")
_OVER_BEHIND = re.compile(r"[多余]|\w{0,2}以上")
_SAID_UNDER = re.compile(
    r"\b(?<!not )(under|less than|fewer than|below|nearly|almost|not quite|lower than)\s+(?:[$€£¥]\s*)?$", re.I
)
_SAID_OVER = re.compile(
    r"\b(?<!not )(?<!no )(over|more than|above|exceed\w*|beyond|greater than|higher than)\s+(?:[$€£¥]\s*)?$", re.I
)
_OLD = re.compile(r"\b(?:old|aged?|ages|of age|olds)\b", re.IGNORECASE)
# Measures that are mistaken for one another: in Chinese, in English; a class a row.
_UNITS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("公里|千米", r"k\.?m|kilomet\w*|kph|kmh"),
        ("英里", r"miles?|mi|mph"),
        ("英尺", r"feet|foot|ft"),
        ("厘米|公分", r"cm|centimet\w*"),
        ("毫米", r"mm|millimet\w*"),
        ("英寸", r"inch\w*|in"),
        ("米", r"m|met(?:re|er)s?"),
    ),
    (("公斤|千克", r"kg|kilo\w*"), ("吨", r"t|tons?|tonnes?"), ("磅", r"pounds?|lbs?"), ("克", r"g|grams?|grammes?")),
    (("小时", r"h|hrs?|hours?"), ("分钟", r"min\w*"), ("秒", r"s|secs?|seconds?")),
    (("年", r"years?|yrs?"), ("月", r"months?"), ("周|星期", r"weeks?"), ("天|日", r"days?")),
    (
        ("美元|美金", r"(?:us|u s|american|united states)?\s*dollars?|usd|cents?"),
        ("欧元", r"euros?|eur"),
        ("英镑", r"pounds?|gbp|sterling"),
        ("日元", r"yen|jpy"),
        ("元|人民币", r"yuan|rmb|renminbi|cny"),
    ),
)


def check(pair: Pair) -> Iterator[Fault]:
    """Figures of the Chinese that the English lacks, and the other way round."""
    lost = [figure for figure in pair.figures if not _found(figure, pair.english_figures)]
    spare = _spare(pair)
    for figure in lost:
        yield from _lost(figure, spare, pair)
    if not any(not figure.weak for figure in lost):
        for figure in spare:
            yield Fault(CODE, _invented(figure, pair), f"“{figure.text}” is not in the Chinese")
    for figure in pair.figures:
        if figure not in lost:
            yield from _badly_said(figure, pair)


def _found(figure: Figure, english: tuple[Figure, ...]) -> bool:
    return any(_fits(figure, other) for other in english)


def _fits(figure: Figure, other: Figure) -> bool:
    """Whether an English figure may stand for a Chinese one."""
    value, said = figure.value, other.value
    match figure.kind:
        case Kind.MONTH:
            return same(value, said) and other.kind in (Kind.MONTH, Kind.COUNT)
        case Kind.DECADE:
            exact = value >= 100 and said >= 100  # 19世纪50年代 is not the 1950s
            return same(value, said) if exact else same(value % 100, said % 100) and other.kind is not Kind.MONTH
        case Kind.CENTURY:
            return same(value, said) or (same((value - 1) * 100, said) and other.kind is Kind.DECADE)
        case Kind.TIME:
            return same(value % 12, said % 12)
        case Kind.SHARE:
            return same(value, said) or same(value * 100, said)
        case Kind.TIMES:
            return any(same(value + step, said) for step in (0, 1, -1)) or (said in (0.5,) and value == 2)
        case Kind.VAGUE:
            return said >= value / 10 and said <= value * 100
    if other.kind in (Kind.MONTH, Kind.WEEKDAY):
        return False
    if figure.unit[:1] in ("点", "时") and same(value * 100, said):
        return True
    return same(value, said) or _counted_otherwise(figure, other)


def _counted_otherwise(figure: Figure, other: Figure) -> bool:
    """两年 ─▶ 24 months, 半年 ─▶ six months, 一周 ─▶ seven days."""
    if figure.unit[:1] == "亩":
        return any(abs(figure.value * step / other.value - 1) < _ROUND for step in _MU if other.value)
    return any(same(figure.value * step, other.value) for step in _STEPS.get(figure.unit[:1], ()))


def _spare(pair: Pair) -> list[Figure]:
    """Figures of the English that nothing in the Chinese stands for."""
    text = pair.source.text.replace(" ", "").replace(",", "").replace("，", "")
    values = {value for run in _RUN.findall(text) for value in _values(run)}
    values |= {value for char, value in _ALSO_SAID.items() if char in text}
    values |= {float(DIGITS[char]) for char in text if char in DIGITS}
    values |= {value + 12 for value in values if value <= 12} | {value - 12 for value in values if 12 < value < 24}
    return [
        figure
        for figure in pair.english_figures
        if not figure.weak
        and figure.value
        and figure.kind not in (Kind.WEEKDAY, Kind.SHARE, Kind.VAGUE)
        and not any(same(figure.value, value) for value in values)
        and not any(_fits(other, figure) for other in pair.figures)
        and not any(
            _fits(other, twin) for twin in pair.english_figures if twin.start == figure.start for other in pair.figures
        )
    ]


def _values(run: str) -> Iterator[float]:
    value = numeral(run)
    if value is not None:
        yield float(value)


def _is_small(figure: Figure) -> bool:
    """A number below ten in words: it may be said in other ways."""
    return figure.value < 10 and not figure.text[:1].isdigit() and figure.kind in (Kind.COUNT, Kind.TIMES)


def _lost(figure: Figure, spare: list[Figure], pair: Pair) -> Iterator[Fault]:
    if figure.weak:
        return
    if figure.kind is Kind.VAGUE:
        if not _ROUGHLY.search(pair.english) and "many" not in pair.stems and "numer" not in pair.stems:
            yield Fault(CODE, VAGUE_LOST, f"{figure.text} has no English")
        return
    small = _is_small(figure)
    others = [other for other in spare if other.kind is not Kind.MONTH or figure.kind is Kind.MONTH]
    if others:
        weight = SMALL_CHANGED if small else CHANGED
        yield Fault(CODE, weight, f"{figure.text} has become “{others[0].text}”")
    else:
        yield Fault(CODE, SMALL_LOST if small else LOST, f"{figure.text} is not in the English")


def _invented(figure: Figure, pair: Pair) -> float:
    """In words, as one and two are said of many things, and where a small number of the Chinese is gone it was that."""
    if figure.text[:1].isdigit() or figure.kind is Kind.MONTH:
        return INVENTED
    gone = any(one.weak and one.value > 1 and not _found(one, pair.english_figures) for one in pair.figures)
    return WORD_CHANGED if gone and figure.kind is Kind.COUNT else SMALL_INVENTED


def _badly_said(figure: Figure, pair: Pair) -> Iterator[Fault]:
    """A figure that is there, but not as what it is: an ordinal, an age, a rough number, a measure."""
    said = [other for other in pair.english_figures if _fits(figure, other)]
    if figure.kind is Kind.ORDINAL and not figure.weak and not any(_is_ordinal(other, pair.english) for other in said):
        yield Fault(CODE, NO_ORDINAL, f"{figure.text} is an ordinal, “{said[0].text}” is none")
    if figure.kind is Kind.SHARE and not any(_is_share(other, pair.english) for other in said):
        yield Fault(CODE, NO_SHARE, f"{figure.text} is a share, “{said[0].text}” is none")
    if figure.kind is not Kind.COUNT:
        return
    yield from _wrong_bound(figure, said, pair)
    if figure.about and figure.text[-1:] in "多余几" and not _ROUGHLY.search(pair.english):
        weight = ROUGH_AGE if figure.unit.startswith("岁") else ROUGH
        yield Fault(CODE, weight, f"{figure.text} is a rough number, “{said[0].text}” an exact one")
    if re.match("[月天周]大", figure.unit) and not _OLD.search(pair.english):
        yield Fault(CODE, NO_AGE, f"{figure.text}{figure.unit} is an age")
    yield from _wrong_unit(figure, said)


def _wrong_bound(figure: Figure, said: list[Figure], pair: Pair) -> Iterator[Fault]:
    """不到50人 that has become more than 50."""
    printed = re.search(r"\s*,?".join(map(re.escape, figure.text)), pair.source.text)
    place, end = printed.span() if printed else (-1, -1)
    before, behind = pair.source.text[max(0, place - 5) : max(0, place)], pair.source.text[end : end + 4]
    under = bool(_UNDER.search(before))
    over = bool(_OVER.search(before) or figure.text[-1:] in "多余" or _OVER_BEHIND.match(behind)) and not under
    if place < 0 or not (under or over):
        return
    for other in said:
        ahead = pair.english[max(0, other.start - 24) : other.start]
        wrong = (_SAID_UNDER if over else _SAID_OVER).search(ahead)
        if wrong:
            word = "over" if over else "under"
            yield Fault(CODE, WRONG_BOUND, f"{figure.text} is {word} a bound, not “{wrong[1]} {other.text}”")
            return


def _is_share(figure: Figure, english: str) -> bool:
    """Whether a figure is a share, or one of a row whose last has the mark: 20 to 30 per cent."""
    behind = english[figure.start + len(figure.text) :]
    return figure.kind is Kind.SHARE or _SHARE_BEHIND.match(behind) is not None


def _is_ordinal(figure: Figure, english: str) -> bool:
    if figure.kind is not Kind.COUNT:
        return True
    before, after = english[: figure.start], english[figure.start + len(figure.text) :]
    return bool(_COUNTED_ORDINAL.search(before)) or after.lstrip().casefold().startswith("place")


def _wrong_unit(figure: Figure, said: list[Figure]) -> Iterator[Fault]:
    """50公里 that has become 50 miles."""
    for row in _UNITS:
        right = next((english for chinese, english in row if re.match(f"(?:{chinese})", figure.unit)), None)
        if right is None:
            continue
        units = [other.unit.replace("-", " ") for other in said if other.unit]
        wrong = "|".join(english for _, english in row if english != right)
        if units and not any(re.match(rf"(?:\w+ )?(?:{right})\b", unit, re.I) for unit in units):
            bad = next((unit for unit in units if re.match(rf"(?:{wrong})\b", unit, re.I)), None)
            if bad:
                wrong_one = f"{said[0].text} {bad.split()[0]}"
                yield Fault(CODE, WRONG_UNIT, f"{figure.text}{figure.unit} has become “{wrong_one}”")
        return
