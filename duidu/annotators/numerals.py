"""Chinese numerals ─▶ figures: 八十 ─▶ 80, 一万二千 ─▶ 12,000, 二〇二四年 ─▶ the year 2024.

GB/T 15835-2011 says how numbers are written in Chinese texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
LONGEST = 20  # a longer run of numerals is no number
LARGE_UNITS = {"亿": 10**8, "万": 10**4}
NUMERALS = frozenset((*DIGITS, *SMALL_UNITS, *LARGE_UNITS))
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
MONTHS = (*_MONTHS, "November", "December")

_NUMERAL = "[〇零一二三四五六七八九十百千万亿两]+"
_NUMBER = re.compile(f"({_NUMERAL})(?:点({_NUMERAL}))?")
_ABOUT = re.compile(f"(近|约|超|逾|超过|将近|大约|不到)?({_NUMERAL})(多|余|来)?(万|亿|万亿)?")
_VAGUE = re.compile("[几数上](十|百|千|万|亿|十万|百万|千万|十亿|百亿|千亿|万亿)")
_VAGUE_UNITS = {
    "十": "tens",
    "百": "hundreds",
    "千": "thousands",
    "万": "tens of thousands",
    "十万": "hundreds of thousands",
    "百万": "millions",
    "千万": "tens of millions",
    "亿": "hundreds of millions",
    "十亿": "billions",
    "百亿": "tens of billions",
    "千亿": "hundreds of billions",
    "万亿": "trillions",
}
_LEADING = {
    "近": "nearly",
    "将近": "nearly",
    "约": "about",
    "大约": "about",
    "超": "over",
    "超过": "over",
    "逾": "over",
}


def value(numeral: str) -> int | None:
    """The value of a numeral, or None where the characters make none.

    >>> value("八十"), value("一万二千"), value("二〇二四"), value("十十")
    (80, 12000, 2024, None)
    """
    if not 0 < len(numeral) <= LONGEST or not set(numeral) <= NUMERALS:
        return None
    if set(numeral) <= DIGITS.keys():
        return int("".join(str(DIGITS[char]) for char in numeral))
    return _with_units(numeral)


def _with_units(numeral: str) -> int | None:
    """Units get smaller to the right within each 万 and 亿; a last digit after 百 and above is one of the next unit.

    >>> _with_units("三亿五千万"), _with_units("三千五"), _with_units("三千零五"), _with_units("两万二")
    (350000000, 3500, 3005, 22000)
    """
    for char, unit in LARGE_UNITS.items():
        head, found, tail = numeral.rpartition(char)
        if found:
            high, low = value(head), _below(tail, unit)
            return high * unit + low if high and low is not None and low < unit else None
    total, digit, last = 0, None, 10**4
    for char in numeral:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        else:
            unit = SMALL_UNITS[char]
            if unit >= last or digit == 0 or (digit is None and unit > 10):
                return None
            total, digit, last = total + (digit or 1) * unit, None, unit
    short = numeral[-2:-1] in SMALL_UNITS and last > 10
    return total + (digit or 0) * (last // 10 if short else 1)


def _below(tail: str, unit: int) -> int | None:
    """What stands after 万 or 亿; a digit alone is one of the next smaller unit."""
    digit = value(tail) if tail else 0
    return digit * unit // 10 if digit is not None and tail in DIGITS and digit else digit


def in_figures(numeral: str) -> str:
    """A numeral in figures, or "".

    >>> in_figures("一百二十"), in_figures("三点五"), in_figures("二〇二四"), in_figures("桥")
    ('120', '3.5', '2024', '')
    """
    match = _NUMBER.fullmatch(numeral)
    whole = value(match[1]) if match else None
    if match is None or whole is None:
        return ""
    digits_only = set(match[1]) <= DIGITS.keys()
    text = str(whole) if digits_only else f"{whole:,}"
    if not match[2]:
        return text
    return f"{text}.{value(match[2])}" if set(match[2]) <= DIGITS.keys() else ""


_BARE = {"百": "hundred", "千": "thousand", "万": "ten thousand", "亿": "hundred million", "万亿": "trillion"}


def amount(text: str) -> str:
    """A number, an estimate or a vague number in English, or "".

    >>> amount("八十"), amount("近百"), amount("三千多"), amount("几十"), amount("二十多万"), amount("数百万")
    ('80', 'nearly 100', 'over 3,000', 'tens (of)', 'over 200,000', 'millions (of)')
    """
    if text in _BARE:
        return _BARE[text]
    vague = _VAGUE.fullmatch(text)
    if vague:
        return f"{_VAGUE_UNITS[vague[1]]} (of)"
    match = _ABOUT.fullmatch(text)
    if match is None:
        return in_figures(text)
    about, numeral, more, unit = match.groups()
    figure = _figure(numeral, unit or "")
    note = "fewer than" if about == "不到" else _LEADING.get(about or "", "over" if more in ("多", "余") else "")
    if more == "来":
        note = "about"
    return f"{note} {figure}".strip() if figure else ""


def _figure(numeral: str, unit: str) -> str:
    if not unit:
        known = value({"百": "一百", "千": "一千", "万": "一万", "亿": "一亿"}.get(numeral, numeral))
        digits_only = set(numeral) <= DIGITS.keys()
        return "" if known is None else str(known) if digits_only else f"{known:,}"
    known = value(numeral)
    scale = 1
    for char in unit:
        scale *= LARGE_UNITS[char]
    return "" if known is None else f"{known * scale:,}"


def _month(figure: int) -> str:
    return MONTHS[figure - 1] if 1 <= figure <= 12 else ""


def _ordinal(figure: int) -> str:
    """A number as an ordinal.

    >>> [_ordinal(figure) for figure in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = "th" if figure % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(figure % 10, "th")
    return f"{figure:,}{ending}"


# What stands after a numeral, and what the two say; the longest endings first.
_ENDINGS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("年代", lambda figure: f"the {figure}s"),
    ("月份", _month),
    ("月", _month),
    ("日", lambda figure: f"the {_ordinal(figure)} (day of the month)" if 1 <= figure <= 31 else ""),
    ("号", lambda figure: f"the {_ordinal(figure)} (day of the month); number {figure}"),
    ("岁", lambda figure: f"{figure} years old"),
    ("成", lambda figure: f"{10 * figure}%" if figure <= 10 else ""),
    ("点", lambda figure: f"{figure} o’clock" if figure <= 24 else ""),
    ("时", lambda figure: f"{figure} o’clock" if figure <= 24 else ""),
)


def _year(numeral: str) -> str:
    figure = value(numeral)
    if figure is None:
        return ""
    if set(numeral) <= DIGITS.keys() and len(numeral) in (2, 4):
        return f"the year {figure}" if len(numeral) == 4 else f"the year ’{figure:02}"
    return f"{figure:,} year" + ("" if figure == 1 else "s")


def expression(word: str) -> str:
    """A word that says a number in English: dates, ordinals, fractions; "" for any other word.

    >>> expression("三月"), expression("二十八日"), expression("一九九五年"), expression("第三"), expression("七成")
    ('March', 'the 28th (day of the month)', 'the year 1995', '3rd', '70%')
    >>> expression("百分之八十"), expression("三分之一"), expression("桥"), expression("两三百")
    ('80%', '1/3', '', '')
    """
    if word.startswith("第"):
        figure = value(word[1:])
        return _ordinal(figure) if figure else ""
    if "分之" in word:
        low, _, high = word.partition("分之")
        return f"{in_figures(high)}%" if low == "百" and in_figures(high) else _fraction(value(high), value(low))
    if word.endswith("年"):
        return _year(word[:-1])
    for ending, say in _ENDINGS:
        figure = value(word.removesuffix(ending)) if word.endswith(ending) else None
        if figure:
            return say(figure)
    return amount(word)


def _fraction(above: int | None, below: int | None) -> str:
    return f"{above}/{below}" if above and below else ""
