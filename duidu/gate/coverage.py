"""M608 and M611: what the Chinese says and the English does not.

A word is covered when the English has a word of one of its senses, or of their families. What is missed is weighed: a
word that ``counterparts.tsv`` knows to mislead when it is missed counts by itself; other words count together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.gate.english import any_related, stem
from duidu.gate.families import one_family
from duidu.gate.meanings import Kind, Meanings, counterparts, wholes
from duidu.gate.pair import Pair
from duidu.gate.transliterations import is_foreign
from duidu.model import Fault, Word, WordTag
from duidu.text import count_han, has_han

DROPPED, OTHER, NUMBER = "M608", "M611", "M604"
CLAUSE, CLAUSE_SHORT, BRACKET, ANOTHER = 0.3, 0.6, 0.45, 0.7
# What a missed word weighs by its kind, and how surely its sentence misleads, 1 / (1 + e^(base - sum)): fitted by
# logistic regression over 812 machine sentences labelled by hand. English says verbs as nouns, or leaves them out.
_UNKNOWN, _VERB, _NOUN, _RARE, _ONLY, _BASE = 0.9, 0.0, 0.2, 0.8, 1.5, 1.55
_LEAST, _MOST = 0.6, 1.35  # words alone reach 0.45 at most: at this sum three of five sentences mislead
_SHORT = 2.6  # letters a character, below which English is rather short
_ROWS = ((3, 2.5), (4, 2.8))  # words in a row that are missed, letters a character below which they are left out
_DAYS = frozenset(stem(day) for day in ("fri", "mon", "sat", "sun", "thu", "tue", "wed"))
_NUMERALS = re.compile(r"[第几数零〇一二两三四五六七八九十百千万亿点多余]+")
_BREAKS = re.compile(r"[，。；：？！（）()“”]|——")
# 未 as un-, 没有 as -less; but under, unit, union, unless are no negations.
_NEGATED = re.compile(
    r"\b(?:un(?!der|it|i[oqv]|less|til|cle|an)|non-?)[a-z]{3,}|[a-z]{3,}less(?:ly|ness)?\b", re.IGNORECASE
)
_LEAST_WORDS, _LEAST_HAN = 3, 6
_TELLING_WORDS, _TELLING_SHARE = 5, 0.7


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
    settled = {term.chinese for term in pair.source.terms}  # the check of names and terms looks for these
    for word in pair.source.words:
        if _counts(word) and word.text not in settled:
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
    if counterpart and counterpart.negates and _NEGATED.search(pair.english):
        return True
    return any(any_related(one, pair.families) for one in said)


def _phrase(phrase: tuple[str, ...], pair: Pair) -> bool:
    row = [token.stem for token in pair.tokens]
    return any(tuple(row[start : start + len(phrase)]) == phrase for start in range(len(row) - len(phrase) + 1))


def check(pair: Pair) -> Iterator[Fault]:
    """Words whose absence misleads, clauses and brackets without any English, and a sentence of other words."""
    said = [word for word in content(pair) if not is_foreign(word.word)]
    yield from _missed(said)
    clauses = [*_without_english(said, pair), *_row_without_english(said, pair)]
    yield from clauses
    foreign = _another_sentence(said)
    if foreign:
        yield foreign
    elif not clauses:
        yield from _other_words(said, pair)


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


def _row_without_english(said: list[Said], pair: Pair) -> Iterator[Fault]:
    """Words in a row of which none is covered, in a sentence that is too short to have them all."""
    letters = len(pair.english) / max(1, count_han(pair.source.text))
    least = next((words for words, most in _ROWS if letters < most), None)
    row: list[Said] = []
    for word in said:
        row = [] if word.covered else [*row, word]
        if len(row) == least:
            rest = pair.source.text[row[0].start : word.start + len(word.word)]
            yield Fault(DROPPED, CLAUSE_SHORT, f"“{rest}” is not in the English")
            return


def _another_sentence(said: list[Said]) -> Fault | None:
    """English that has next to nothing of the Chinese: a model that has lost its thread says something of its own."""
    words = dict.fromkeys(word.word for word in said)
    missed = {word.word: 1 - word.literal / 2 for word in said if not word.covered}
    if len(words) < _TELLING_WORDS or sum(missed.values()) < _TELLING_SHARE * len(words):
        return None
    return Fault(OTHER, ANOTHER, f"{len(missed)} of {len(words)} words have no English: {'、'.join(list(missed)[:6])}")


def _other_words(said: list[Said], pair: Pair) -> Iterator[Fault]:
    """Words that are missed, weighed together by their kinds."""
    missed = dict.fromkeys(word.word for word in said if not word.covered)
    weights = {word: _weight(word, pair.meanings) for word in missed}
    score = min(sum(weights.values()), _MOST)
    if score < _LEAST:
        return
    worst = sorted(weights, key=weights.__getitem__, reverse=True)
    detail = f"{len(missed)} of {len({word.word for word in said})} words have no English: {'、'.join(worst[:6])}"
    yield Fault(OTHER, round(1 / (1 + math.exp(_BASE - score)), 2), detail)


def _weight(word: str, meanings: Meanings) -> float:
    match meanings.kind(word):
        case Kind.UNKNOWN:
            return _NOUN if is_foreign(word[:2]) else _UNKNOWN  # of names the check of names knows more
        case Kind.VERB:
            return _VERB
        case Kind.RARE:
            return _RARE
        case Kind.ONLY:
            return _ONLY
    return _NOUN
