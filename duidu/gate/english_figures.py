"""The figures of an English sentence: 18.5 million, half, one-third, a dozen, the ninth, March, the 1990s, twice.

A figure that can be read in several ways is there in each of them: what is asked is whether one of them fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.gate.figures import MONTHS, WEEKDAYS, Figure, Kind

_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = {
    word: 10 * ten
    for ten, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_NUMBERS = {word: value for value, word in enumerate(_ONES)} | _TENS
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "k": 1000,
    "dozen": 12,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000}
_PARTS = {"half": 0.5, "halves": 0.5, "third": 1 / 3, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "sixth": 1 / 6}
_PARTS |= {"seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 0.1, "hundredth": 0.01, "thousandth": 0.001}
# Words that say a number among other things.
_SAYING = {
    "both": 2,
    "pair": 2,
    "couple": 2,
    "twin": 2,
    "twins": 2,
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "twofold": 2,
    "dual": 2,
    "bilateral": 2,
    "binary": 2,
    "former": 2,
    "triple": 3,
    "tripled": 3,
    "threefold": 3,
    "trio": 3,
    "treble": 3,
    "thrice": 3,
    "trilateral": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "fourfold": 4,
    "quarterly": 3,
    "decade": 10,
    "decades": 10,
    "dozen": 12,
    "dozens": 12,
    "fortnight": 14,
    "century": 100,
    "centuries": 100,
    "centenary": 100,
    "millennium": 1000,
    "millennia": 1000,
    "noon": 12,
    "midday": 12,
    "midnight": 0,
    "weekend": 6,
    "week": 7,
    "once": 1,
    "single": 1,
    "sole": 1,
    "tens": 10,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "overnight": 1,
}
_ROMAN = {
    text: value
    for value, text in enumerate(
        (
            "II",
            "III",
            "IV",
            "V",
            "VI",
            "VII",
            "VIII",
            "IX",
            "X",
            "XI",
            "XII",
            "XIII",
            "XIV",
            "XV",
            "XVI",
            "XVII",
            "XVIII",
            "XIX",
            "XX",
        ),
        2,
    )
}
_SHORT_MONTHS = {month[:3]: place for place, month in enumerate(MONTHS, 1)} | {"sept": 9}
_SHORT_DAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
_BEFORE_MONTH = frozenset(
    ("in", "of", "since", "by", "until", "till", "last", "this", "next", "early", "late", "mid", "-")
)
_DIGITS = r"(?<![\d,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:,\d{4,})?(?:\.\d+)?"
_TOKEN = re.compile(
    rf"(?P<figure>{_DIGITS})(?P<tail>st|nd|rd|th|s\b|['’]s\b)?|(?P<word>[A-Za-zÀ-ɏ]+)|(?P<percent>%)|(?P<mark>[^\s\w])"
)
_JOINS = frozenset({"and", "-", "a", "‑"})


def english_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in its order, in each way they can be read.

    >>> [(figure.text, figure.value) for figure in english_figures("In March 2021, 18.5 million and twenty-five.")]
    [('March', 3), ('2021', 2021), ('18.5 million', 18500000.0), ('twenty-five', 25)]
    >>> [(figure.text, round(figure.value, 2)) for figure in english_figures("the 9th, 50 per cent, two-thirds")]
    [('9th', 9), ('50', 50), ('50 per cent', 0.5), ('two', 2), ('two-thirds', 0.67)]
    """
    return tuple(_Reader(text).figures())


class _Reader:
    """Goes through the pieces of a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = list(_TOKEN.finditer(text))
        self._low = [piece[0].casefold() for piece in self._pieces]

    def figures(self) -> Iterator[Figure]:
        place = 0
        while place < len(self._pieces):
            if self._low[place] in _TENS and self._at(place + 1) == "-" and self._at(place + 2) in _ORDINALS:
                yield self._tens_and_ordinal(place)
                place += 3
                continue
            value, end = self._number(place)
            if value is None:
                yield from self._said(place)
                place += 1
                continue
            yield from self._counted(place, end, value)
            place = end

    def _tens_and_ordinal(self, place: int) -> Figure:
        value = _TENS[self._low[place]] + _ORDINALS[self._low[place + 2]]
        return Figure(self._span(place, place + 3), value, Kind.ORDINAL, start=self._pieces[place].start())

    def _at(self, place: int) -> str:
        return self._low[place] if 0 <= place < len(self._low) else ""

    def _span(self, start: int, end: int) -> str:
        return self._text[self._pieces[start].start() : self._pieces[end - 1].end()]

    def _number(self, place: int) -> tuple[float | None, int]:
        """The number that begins here, and where it ends; 2 million, twenty-five, a hundred and two."""
        piece = self._pieces[place]
        if piece["figure"]:
            digits = piece["figure"].replace(",", "")
            value: float = float(digits) if "." in digits else int(digits)
            return self._scaled(value, place + 1)
        if self._low[place] in _NUMBERS:
            return self._words(place)
        if self._low[place] in ("a", "an") and self._at(place + 1) in _SCALES and len(self._at(place + 1)) > 2:
            return self._words(place + 1)
        return None, place

    def _scaled(self, value: float, place: int) -> tuple[float, int]:
        if self._at(place) == "-" and self._at(place + 1) in _SCALES:
            place += 1
        while self._at(place) in _SCALES:
            if len(self._at(place)) == 1 and self._pieces[place].start() != self._pieces[place - 1].end():
                break
            value *= _SCALES[self._at(place)]
            place += 1
        return value, place

    def _words(self, place: int) -> tuple[float, int]:
        total, part = 0.0, 0.0
        while True:
            word = self._at(place)
            if word in _NUMBERS:
                part += _NUMBERS[word]
            elif word in _SCALES and len(word) > 2 and word != "hundred":
                total, part = total + max(part, 1) * _SCALES[word], 0.0
            elif word == "hundred":
                part = max(part, 1) * 100
            elif not (word in _JOINS and self._goes_on(place)):
                break
            place += 1
        value = total + part
        return int(value), place

    def _goes_on(self, place: int) -> bool:
        """Whether the number goes on behind a hyphen or an "and": twenty-five, hundred and two; not two and three."""
        before, after = self._at(place - 1), self._at(place + 1)
        if self._at(place) == "and":
            return before in _SCALES and after in _NUMBERS
        return (before in _TENS and _NUMBERS.get(after, 10) < 10) or after in _SCALES

    def _counted(self, start: int, end: int, value: float) -> Iterator[Figure]:
        text, begin = self._span(start, end), self._pieces[start].start()
        tail = self._pieces[start]["tail"] or ""
        if tail in ("st", "nd", "rd", "th"):
            yield Figure(text, value, Kind.ORDINAL, start=begin)
            return
        if tail:
            yield Figure(text, value, Kind.DECADE, start=begin)
            return
        yield Figure(text, value, start=begin, unit=self._unit(end), weak=value == 1)
        yield from self._otherwise(start, end, text)
        over = end + (self._at(end) == "-")
        if self._at(end) in ("%", "percent", "pc") or (self._at(end) == "per" and self._at(end + 1) == "cent"):
            yield Figure(self._span(start, end + 1 + (self._at(end) == "per")), value / 100, Kind.SHARE, start=begin)
        elif self._at(over).rstrip("s") in _PARTS and value < 20:
            part = _PARTS[self._at(over).rstrip("s")]
            yield Figure(self._span(start, over + 1), value * part, Kind.SHARE, start=begin)
        if self._at(end) == "and" and self._at(end + 1) in ("a", "one") and self._at(end + 2) in ("half", "quarter"):
            yield Figure(self._span(start, end + 3), value + _PARTS[self._at(end + 2)], start=begin)
        elif self._at(end) == "and" and self._at(end + 1) == "half":
            yield Figure(self._span(start, end + 2), value + 0.5, start=begin)

    def _otherwise(self, start: int, end: int, text: str) -> Iterator[Figure]:
        """100m may be metres; in 3.9 to 4.2 million both are millions."""
        digits = self._pieces[start]["figure"]
        if not digits:
            return
        value = float(digits.replace(",", ""))
        if self._low[end - 1] == "m":
            yield Figure(text, value, start=self._pieces[start].start(), unit="m", weak=True)
        scale = _SCALES.get(self._at(end + 2), 1)
        if scale > 1 and self._at(end) in ("-", "–", "to", "and", "or") and self._at(end + 1)[:1].isdigit():
            yield Figure(text, value * scale, start=self._pieces[start].start(), weak=True)

    def _unit(self, end: int) -> str:
        """What is counted: the next word or two, or the mark of a currency before."""
        words = [piece[0] for piece in self._pieces[end : end + 3] if piece["word"] or piece["percent"]]
        return " ".join(words)

    def _said(self, place: int) -> Iterator[Figure]:
        """Words that are dates, ordinals, shares, or say a number among other things."""
        word, piece = self._low[place], self._pieces[place]
        begin = piece.start()
        date = self._date(place)
        if date:
            yield Figure(piece[0], date[1], date[0], start=begin)
        elif word in _ORDINALS:
            yield Figure(piece[0], _ORDINALS[word], Kind.ORDINAL, weak=word in ("first", "second"), start=begin)
        elif word.endswith("ies") and word[:-3] + "y" in _TENS:
            yield Figure(piece[0], _TENS[word[:-3] + "y"], Kind.DECADE, start=begin)
        elif piece[0] in _ROMAN:
            yield Figure(piece[0], _ROMAN[piece[0]], Kind.ORDINAL, weak=True, start=begin)
        elif word[-1:] == "s" and word.removesuffix("s").removesuffix("e") in _NUMBERS:
            yield Figure(piece[0], _NUMBERS[word.removesuffix("s").removesuffix("e")], weak=True, start=begin)
        elif word in _SAYING:
            yield Figure(piece[0], _SAYING[word], Kind.VAGUE, weak=True, start=begin)
        if word in _PARTS:
            yield Figure(piece[0], _PARTS[word], Kind.SHARE, weak=True, start=begin)

    def _is_dated(self, place: int) -> bool:
        """Whether May or March is a month: in March, March 5; not the Long March."""
        near = (self._at(place - 1), self._at(place + 1))
        return near[0] in _BEFORE_MONTH or any(word[:1].isdigit() for word in near)

    def _date(self, place: int) -> tuple[Kind, int] | None:
        """A month or a day of the week, in full or short."""
        word, capital = self._low[place], self._pieces[place][0][0].isupper()
        if word in MONTHS and capital and (word not in ("may", "march") or self._is_dated(place)):
            return Kind.MONTH, MONTHS.index(word) + 1
        if word.removesuffix("s") in WEEKDAYS:
            return Kind.WEEKDAY, WEEKDAYS.index(word.removesuffix("s")) + 1
        if capital and word in _SHORT_MONTHS:
            return Kind.MONTH, _SHORT_MONTHS[word]
        if capital and word in _SHORT_DAYS and self._at(place + 1) in (".", ","):
            return Kind.WEEKDAY, _SHORT_DAYS[word]
        return None
