"""Simplified characters that stand for several traditional ones: what the words around them say.

OpenCC writes the sentence; here its characters are looked at again where they are in doubt. In this order, what
speaks first is taken:

1. a name (a word tagged as a person, or beside the dot of a foreign name) takes the form that names have: 范, not 範;
2. the rows of the character in ``one_to_many_table``, from the top;
3. the usual form of the character, where its rows name all others;
4. OpenCC's form for the sentence, unless its phrase ran across the words: in 多年|历史 it reads 年历, a calendar.
   Such a phrase counts for nothing, and the word by itself is right.

What is left open is told, so that a person may look: the forms that the context does not rule out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from duidu.annotators.one_to_many_table import (
    CHARACTERS,
    DOUBTFUL_NAMES,
    EQUAL,
    FOREIGN,
    NAMES,
    OTHERS,
    TRANSCRIBED,
    Character,
    Row,
)
from duidu.model import Word, WordTag

# What stands between the parts of a foreign name: 里根 in 罗纳德·里根 is one.
DOTS = frozenset("·・‧•")
# So many transcribing characters make a foreign name: 哈里斯.
FOREIGN_LENGTH = 3
# So many words on either side may belong to the phrase that OpenCC found.
REACH = 4

_AMBIGUOUS = re.compile("[" + "".join(character.char for character in CHARACTERS) + OTHERS + "]")

Convert = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A sentence in traditional characters; ``doubts`` gives the other forms of a character by its place."""

    text: str
    doubts: Mapping[int, str]


def corrected(words: Sequence[Word], base: str, convert: Convert) -> Corrected:
    """The sentence of these words, which OpenCC writes as ``base``; ``convert`` is OpenCC's way with a piece of it.

    >>> person = [Word("范小明", WordTag.PERSON), Word("说", WordTag.WORD)]
    >>> corrected(person, "範小明說", lambda piece: piece).text
    '范小明說'
    """
    text = "".join([word.text for word in words])
    found = [match.start() for match in _AMBIGUOUS.finditer(text)]
    if not found or len(base) != len(text):
        return Corrected(base, {})
    spread = _Spread.of(words, text)
    forms = list(base)
    doubts = {}
    for place in found:
        forms[place], others = _form(spread, place, base, convert)
        if others := "".join(char for char in others if char != forms[place]):
            doubts[place] = others
    return Corrected("".join(forms), doubts)


# ---------------------------------------------------------------- a place in a sentence


class _Spread(NamedTuple):
    """A sentence with the bounds of its words."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    bounds: frozenset[int]

    @classmethod
    def of(cls, words: Sequence[Word], text: str) -> _Spread:
        starts = [0, *accumulate([len(word.text) for word in words])]
        return cls(text, words, starts, frozenset(starts))

    def number(self, place: int) -> int:
        """Which word the character belongs to."""
        return bisect_right(self.starts, place) - 1

    def is_name(self, place: int) -> bool:
        """Whether the word is a person's name, or a foreign name."""
        if self.words[self.number(place)].tag is WordTag.PERSON:
            return True
        if self.text[place - 1 : place] == "姓":
            return place - 1 in self.bounds and place + 1 in self.bounds
        return self.text[place] in FOREIGN and self._is_foreign(place)

    def _is_foreign(self, place: int) -> bool:
        """Whether the word stands beside the dot of a foreign name, or is made of what such names are written in."""
        index = self.number(place)
        start, end = self.starts[index], self.starts[index + 1]
        if self.text[end : end + 1] in DOTS or (start > 0 and self.text[start - 1] in DOTS):
            return True
        return end - start >= FOREIGN_LENGTH and TRANSCRIBED.issuperset(self.words[index].text)

    def stands(self, start: int, end: int) -> bool:
        """Whether this piece is made of whole words, or lies within one: a phrase does not cut words in two."""
        inside = any(place in self.bounds for place in range(start + 1, end))
        return not inside or (start in self.bounds and end in self.bounds)


def _form(spread: _Spread, place: int, base: str, convert: Convert) -> tuple[str, str]:
    """The form of the character here, and others that it may have."""
    char = spread.text[place]
    if char in NAMES and spread.is_name(place):
        return NAMES[char], DOUBTFUL_NAMES.get(char, "")
    rules = _rules(char)
    if rules is not None:
        for rule in rules.rows:
            if rule.speaks(spread, place):
                return rule.form, rule.others
        if rules.default:
            return rules.default, ""
    return _by_words(spread, place, base, convert)


# ---------------------------------------------------------------- OpenCC's phrases


def _by_words(spread: _Spread, place: int, base: str, convert: Convert) -> tuple[str, str]:
    """OpenCC's form for the sentence, or that for the word where its phrase cut words in two.

    A word of one character has little to say for itself: there the sentence may be right.
    """
    index = spread.number(place)
    own = convert(spread.words[index].text)
    offset = place - spread.starts[index]
    if len(own) != len(spread.words[index].text) or own[offset] == base[place]:
        return base[place], ""
    if _same(own[offset], base[place]) or not _cuts(spread, place, base[place], convert):
        return base[place], ""
    return own[offset], base[place] if len(own) == 1 else ""


def _same(one: str, other: str) -> bool:
    """Whether two forms are both in print, so that neither is in doubt: 佈 and 布."""
    return one in EQUAL and EQUAL.get(one) == EQUAL.get(other)


def _cuts(spread: _Spread, place: int, form: str, convert: Convert) -> bool:
    """Whether the phrase that gives this form begins or ends within a word, as 年历 does in 多年|历史."""
    index = spread.number(place)
    for count in range(2, REACH + 1):
        for first in range(max(0, index - count + 1), min(index, len(spread.words) - count) + 1):
            start, end = spread.starts[first], spread.starts[first + count]
            if _gives(convert, spread.text[start:end], place - start, form):
                left = start + 1 < spread.starts[first + 1]
                right = end - 1 > spread.starts[first + count - 1]
                return (left and _gives(convert, spread.text[start + 1 : end], place - start - 1, form)) or (
                    right and _gives(convert, spread.text[start : end - 1], place - start, form)
                )
    return True


def _gives(convert: Convert, piece: str, offset: int, form: str) -> bool:
    return 0 <= offset < len(piece) and convert(piece)[offset : offset + 1] == form


# ---------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a row that have as many characters, the one in question at the same place of them."""

    before: int
    length: int
    begins: bool
    ends: bool
    texts: frozenset[str]

    def stand(self, spread: _Spread, start: int) -> bool:
        """Whether the text that begins here, and is one of these, is made of whole words as the row asks."""
        end = start + self.length
        if not spread.stands(start, end):
            return False
        return (not self.begins or start in spread.bounds) and (not self.ends or end in spread.bounds)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row, made ready."""

    form: str
    others: str
    words: tuple[_Words, ...]
    pattern: re.Pattern[str] | None
    at: str

    @classmethod
    def of(cls, char: str, row: Row) -> _Rule:
        pattern = re.compile(row.pattern) if row.pattern else None
        return cls(row.form, row.others, tuple(_by_shape(char, row)), pattern, row.at)

    def speaks(self, spread: _Spread, place: int) -> bool:
        text = spread.text
        for words in self.words:
            start = place - words.before
            if text[start : start + words.length] in words.texts and start >= 0 and words.stand(spread, start):
                return True
        if self.pattern is None or not self.pattern.match(spread.text, place):
            return False
        return not self.at or _is_at(spread, place, self.at)


def _is_at(spread: _Spread, place: int, at: str) -> bool:
    """Whether the character stands so in its word, as a row asks (see ``Row``)."""
    if at == "place":
        return spread.words[spread.number(place)].tag is WordTag.PLACE
    begins, ends = place in spread.bounds, place + 1 in spread.bounds
    return {"alone": begins and ends, "longer": not (begins and ends), "begins": begins, "ends": ends}[at]


def _by_shape(char: str, row: Row) -> Iterator[_Words]:
    """A row's words by their shape, so that a place is compared with a few sets and not with each word."""
    shapes: dict[tuple[int, int, bool, bool], set[str]] = {}
    for entry in row.words.split():
        text = entry.strip("|")
        for match in re.finditer(char, text):
            shape = (match.start(), len(text), entry.startswith("|"), entry.endswith("|"))
            shapes.setdefault(shape, set()).add(text)
    for (before, length, begins, ends), texts in shapes.items():
        yield _Words(before, length, begins, ends, frozenset(texts))


@dataclass(frozen=True, slots=True)
class _Rules:
    default: str
    rows: tuple[_Rule, ...]

    @classmethod
    def of(cls, character: Character) -> _Rules:
        return cls(character.default, tuple(_Rule.of(character.char, row) for row in character.rows))


_CHARACTERS = {character.char: character for character in CHARACTERS}


@cache
def _rules(char: str) -> _Rules | None:
    """The rules of a character; made when it is first met, for a page holds few of all."""
    character = _CHARACTERS.get(char)
    return _Rules.of(character) if character else None
