"""Numbers as both languages say them: what a figure is worth, in which ways it may be said, and how surely.

Figure(text="30多万人", value=300000, kind=COUNT, about=True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a figure counts, as far as it changes how it is said."""

    COUNT = "number"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MONTH = "month"
    DAY = "day of the month"
    WEEKDAY = "day of the week"
    TIME = "time"
    ORDINAL = "ordinal"
    SHARE = "share"
    TIMES = "multiple"
    VAGUE = "rough number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text; ``unit`` is what stands behind it, ``about`` says that it is a rough one.

    ``weak``: it may well be said without a figure (两国 ─▶ both countries).
    """

    text: str
    value: float
    kind: Kind = Kind.COUNT
    unit: str = ""
    about: bool = False
    weak: bool = False
    start: int = 0


DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "半": 0.5}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
_LONGEST = 20
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def numeral(text: str) -> float | None:
    """The value of a numeral in Chinese characters, figures or both; None where it is none.

    >>> [numeral(text) for text in ("一百二十", "二〇二四", "3.5万", "三点五", "两万二", "1亿2000万", "千", "桥")]
    [120, 2024, 35000.0, 3.5, 22000, 120000000, 1000, None]
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    for char, unit in reversed(LARGE.items()):
        head, found, tail = text.rpartition(char)
        if found:
            return _large(head, unit, tail)
    return _small(text)


def _large(head: str, unit: int, tail: str) -> float | None:
    high = numeral(head) if head else 1
    low = numeral(tail) if tail else 0
    if high is None or low is None:
        return None
    if len(tail) == 1 and tail in DIGITS and tail not in "零〇半":
        low *= unit // 10
    if tail == "半":
        low = unit / 2
    return high * unit + low


_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)([十百千])(\d*)")


def _small(text: str) -> float | None:
    """Below 万: figures, digits in a row, or digits with 十, 百, 千."""
    if _ARABIC.fullmatch(text):
        return float(text) if "." in text else int(text)
    mixed = _MIXED.fullmatch(text)
    if mixed:
        return float(mixed[1]) * SMALL[mixed[2]] + int(mixed[3] or 0)
    whole, point, fraction = text.partition("点")
    if whole and point and fraction and set(fraction) <= DIGITS.keys() - {"半"}:
        value = _small(whole)
        return None if value is None else float(f"{int(value)}.{''.join(str(DIGITS[char]) for char in fraction)}")
    if set(text) <= DIGITS.keys() and (len(text) == 1 or "半" not in text):
        return DIGITS[text] if len(text) == 1 else int("".join(str(DIGITS[char]) for char in text))
    return _with_units(text)


def _with_units(text: str) -> float | None:
    if not text:
        return None
    total, digit, last = 0.0, None, 10**4
    for char in text:
        if char in DIGITS and char != "半":
            digit = DIGITS[char]
        elif char in SMALL and SMALL[char] < last:
            last = SMALL[char]
            total, digit = total + (1 if digit is None else digit) * last, None
        else:
            return None
    short = text[-2:-1] in SMALL and last > 10
    rest = (digit or 0) * (last // 10 if short else 1)
    return int(total + rest)


def same(one: float, other: float) -> bool:
    """Whether two values are the same number.

    >>> same(0.1 + 0.2, 0.3), same(2021, 2020)
    (True, False)
    """
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))
