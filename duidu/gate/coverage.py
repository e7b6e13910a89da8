"""M608 and M611: what the Chinese says and the English does not.

A word is covered when the English has a word of one of its senses, or of their families. What is missed is weighed: a
word that ``counterparts.tsv`` knows to mislead when it is missed counts by itself; other words count together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.gate.english import any_related, stem
from duidu.gate.families import one_family
from duidu.gate.meanings import counterparts, wholes
from duidu.gate.pair import Pair
from duidu.gate.transliterations import is_foreign
from duidu.model import Fault, Word, WordTag
from duidu.text import count_han, has_han

DROPPED, OTHER, NUMBER = "M608", "M611", "M604"
CLAUSE, CLAUSE_SHORT, BRACKET = 0.3, 0.6, 0.45
# From which share of missed words on how surely a reader is misled.
_SHARES = ((0.7, 0.45), (0.5, 0.35), (0.35, 0.25), (0.25, 0.15))
_COUNTS = ((7, 0.4), (5, 0.35), (4, 0.25))
_LEAST_SHARE = 0.3  # of missed words; below it only a long sentence has so many
_SHORT = 2.6  # letters a character, below which English is rather short
_DAYS = frozenset(stem(day) for day in ("fri", "mon", "sat", "sun", "thu", "tue", "wed"))
_NUMERALS = re.compile(r"[第几数零〇一二两三四五六七八九十百千万亿点多余]+")
_BREAKS = re.compile(r"[，。；：？！（）()“”]|——")
_LEAST_WORDS, _LEAST_HAN = 3, 6


@dataclass(frozen=True, slots=True)
class Said:
    """A word of the Chinese: whether the English has it, and ``literal``: only what its parts say by themselves."""

    word: str
    start: int
    covered: bool
    literal: bool


def content(pair: Pair) -> tuple[Said, ...]:
    """The words that say something, with whether the English has them."""
    found, place = [], 0
    for word in pair.source.words:
        if _counts(word):
            covered = is_covered(word.text, pair) or _within_covered(place, word, pair)
            literal = not covered and bool(pair.meanings.parts(word.text) & pair.stems)
            found.append(Said(word.text, place, covered, literal))
        place += len(word.text)
    return tuple(found)


def _within_covered(place: int, word: Word, pair: Pair) -> bool:
    """Whether the English has a longer word that this one was cut from: 飞机 in 航天飞机, the space shuttle."""
    longer = wholes(pair.source.text, place, place + len(word.text), pair.meanings.known)
    return any(is_covered(whole, pair) for whole in longer)


def _counts(word: Word) -> bool:
    counterpart = counterparts().get(word.text)
    if word.tag is WordTag.OTHER or not has_han(word.text) or _NUMERALS.fullmatch(word.text):
        return False
    return counterpart.missed != 0 if counterpart else len(word.text) > 1


def is_covered(word: str, pair: Pair) -> bool:
    """Whether the English has a word of what a Chinese word may mean."""
    said = pair.meanings.said(word)
    if said & pair.stems or one_family(said, pair.stems):
        return True
    counterpart = counterparts().get(word)
    if counterpart and any(_phrase(phrase, pair) for phrase in counterpart.phrases):
        return True
    return any(any_related(one, pair.families) for one in said)


def _phrase(phrase: tuple[str, ...], pair: Pair) -> bool:
    row = [token.stem for token in pair.tokens]
    return any(tuple(row[start : start + len(phrase)]) == phrase for start in range(len(row) - len(phrase) + 1))


def check(pair: Pair) -> Iterator[Fault]:
    """Words whose absence misleads, clauses and brackets without any English, and a sentence of other words."""
    said = [word for word in content(pair) if not is_foreign(word.word)]
    yield from _missed(said)
    clauses = list(_without_english(said, pair))
    yield from clauses
    if not clauses:
        yield from _other_words(said)


def _missed(said: list[Said]) -> Iterator[Fault]:
    """Words that ``counterparts.tsv`` weighs, each once."""
    for word in dict.fromkeys(word.word for word in said if not word.covered):
        counterpart = counterparts().get(word)
        if counterpart and counterpart.missed:
            english = min(counterpart.stems, default="")
            code = NUMBER if word[:1] in "周星礼" and english in _DAYS else OTHER
            yield Fault(code, counterpart.missed, f"{word} has no English")


def _without_english(said: list[Said], pair: Pair) -> Iterator[Fault]:
    """Clauses of which no word is covered; the surer the shorter the English is."""
    text, start = pair.source.text, 0
    short = len(pair.english) < _SHORT * count_han(text)
    for end in [*(match.start() for match in _BREAKS.finditer(text)), len(text)]:
        clause = text[start:end]
        words = [word for word in said if start <= word.start < end]
        bracket = text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
        if words and not any(word.covered for word in words):
            if bracket and "(" not in pair.english:
                yield Fault(DROPPED, BRACKET, f"({clause.strip()}) is not in the English")
            elif len(words) >= _LEAST_WORDS or (short and len(words) > 1 and count_han(clause) >= _LEAST_HAN):
                yield Fault(DROPPED, CLAUSE_SHORT if short else CLAUSE, f"“{clause.strip()}” is not in the English")
        start = end + 1


def _other_words(said: list[Said]) -> Iterator[Fault]:
    missed = [word.word for word in said if not word.covered]
    if len(missed) < _LEAST_WORDS:
        return
    share = len(missed) / len(said)
    weight = max(
        next((weight for least, weight in _SHARES if share >= least), 0.0),
        next((weight for least, weight in _COUNTS if len(missed) >= least and share >= _LEAST_SHARE), 0.0),
    )
    if weight:
        yield Fault(OTHER, weight, f"{len(missed)} of {len(said)} words have no English: {'、'.join(missed[:6])}")
