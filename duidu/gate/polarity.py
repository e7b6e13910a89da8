"""M612: what the English turns into its opposite: a negation lost or invented, more for less, after for before.

Negations are counted, as their places differ in the two languages: too few of them in the English, or too many, is
found where nothing else may stand for them. ``opposites.tsv`` has what is mistaken for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from duidu.gate.english import Token, stem
from duidu.gate.pair import Pair
from duidu.gate.tables import rows
from duidu.model import Fault, WordTag

CODE = "M612"
LOST, LOST_IN_WORD, INVENTED, TURNED = 0.6, 0.4, 0.6, 0.65

# 并 or 从 before a negation make it one, whatever follows: 并不|明确. What is listed is negated once: 没有水、没有电.
_SURE = re.compile(r"(?<=[并都从绝决却])(?:不(?!仅|但|断|管|论)|没有?)")
_AGAIN = re.compile(r"、(?:也|更)?(?:没有?|不)|，(?:也|更)?(?:没有?|不)(?=[^，。]{1,6}[、，。；])")
# 不仅 is "not only"; without 只 and the like, nothing is "only".
_BEYOND, _ONLY_THAT = re.compile("不仅|不但|不光|不只|不单"), re.compile("只|(?<!不)仅(?!仅)|才|唯|刚|单(?!位|纯)|就")
_ONLY = re.compile(r"\b(?:only|merely)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\b(?:not|never|n['’]t|no|cannot|\w+n['’]t)\s+(?:\w+\s+){0,3}(?:only|merely)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"不(?:会|能|是|要|应|该|再|想|愿|允许|准|许|可|需|敢|肯)?|没有?|未(?:能|曾)?|无法|勿|禁止|严禁|并非|绝非"
)
_CLEAR = re.compile(r"不.|没有|未.|无法|勿|禁止|严禁|并非|绝非")

_NO_NEGATION = re.compile(
    r"\b(?:not (?:only|just|merely|simply|long|until|to mention|least|far)|no (?:doubt|matter|sooner|wonder)"
    r"|nothing but|n?either|nor|if not|why not|none other|no more than|no less than|without (?:doubt|fail))\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"[不没未无非勿]")
# These negate, whatever a dictionary says of them.
_OPEN = frozenset(
    {"没有", "不是", "不会", "不能", "不要", "不该", "并不", "未能", "无法", "不可", "不得", "不想", "不许"}
)
_MASK = "□"
_CONTRACTED = r"\w+n['’]t\b"
_NEGATED, _NEAR = re.compile("[不没未无非]"), 2  # 不太可能 is no 可能
_NEGATORS = frozenset({"not", "no", "never", "dont", "cannot", "without", "nt"})
_EXCUSE = "excuse"
_LONGEST = 4  # characters of a Chinese word in opposites.tsv


@dataclass(frozen=True, slots=True)
class Row:
    """What excludes the other rows of its group: Chinese words; English words as stems, phrases as rows of stems."""

    group: str
    chinese: frozenset[str]
    stems: frozenset[str]
    phrases: frozenset[tuple[str, ...]]


def check(pair: Pair) -> Iterator[Fault]:
    """Negations first, as a sentence that has lost one has other opposites, too."""
    yield from _negations(pair)
    yield from _turned(pair)
    yield from _unlicensed(pair)


def _negations(pair: Pair) -> Iterator[Fault]:
    chinese, negated = pair.source.text, _english("en-negation").findall(pair.english)
    plain = _AGAIN.sub("、", _SURE.sub("未能", _without_idioms(pair)))
    asked = _NEGATION.findall(_chinese("zh-none").sub(_MASK, plain))
    if len(asked) > len(negated) + len(_english("en-soft").findall(pair.english)):
        clear = any(_CLEAR.search(word) for word in asked) or _stands_alone(pair)
        yield Fault(CODE, LOST if clear else LOST_IN_WORD, "a negation of the Chinese has no English")
        return
    limited = _ONLY.search(pair.english) and not _NOT_ONLY.search(pair.english)
    if limited and _BEYOND.search(chinese) and not _ONLY_THAT.search(chinese):
        yield Fault(CODE, LOST, "“not only” has become “only”")
        return
    possible = _NEGATIVE.findall(_chinese("zh-never").sub(_MASK, chinese))
    negated = _english("en-negation").findall(_NO_NEGATION.sub("", pair.english))
    if len(negated) > len(possible) + len(_chinese("zh-hidden").findall(chinese)):
        yield Fault(CODE, INVENTED, f"“{negated[0]}” negates what the Chinese says")


def _stands_alone(pair: Pair) -> bool:
    """Whether a word of two characters and more follows a negation that is a word of its own: 不|搭配."""
    beside = pairwise(pair.source.words)
    return any(
        one.text in ("不", "没", "未") and other.tag is WordTag.WORD and len(other.text) > 1 for one, other in beside
    )


def _without_idioms(pair: Pair) -> str:
    """The Chinese with the words masked in which a negation says no: 源源不断, constantly."""
    text = pair.source.text
    for match in _NEGATIVE.finditer(text):
        place = match.start()
        for start, end in ((at, at + size) for size in (5, 4, 3, 2) for at in range(place - size + 1, place + 1)):
            word = text[start:end] if start >= 0 else ""
            if word and word not in _OPEN and pair.meanings.known(word) and not pair.meanings.negates(word):
                text = f"{text[:start]}{_MASK * (end - start)}{text[end:]}"
                break
    return text


def _unlicensed(pair: Pair) -> Iterator[Fault]:
    """A word that turns a fact round, and nothing in the Chinese that may have become it."""
    licences = _licences()
    for token in pair.tokens:
        weight, licence = licences.get(token.text.casefold(), (0.0, None))
        if licence and not (token.capital and not token.opens) and not licence.search(pair.source.text):
            yield Fault(CODE, weight, f"nothing in the Chinese says “{token.text}”")


@cache
def _licences() -> dict[str, tuple[float, re.Pattern[str]]]:
    table = (
        (words, (float(weight), re.compile("|".join(chinese.split()))))
        for words, weight, chinese in rows("licences.tsv")
    )
    return {word.strip(): licence for words, licence in table for word in words.split(",")}


@cache
def _chinese(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(_listed(kind), key=len, reverse=True)))


@cache
def _english(kind: str) -> re.Pattern[str]:
    contracted = f"|{_CONTRACTED}" if kind == "en-negation" else ""
    return re.compile(rf"\b(?:{'|'.join(_listed(kind))})\b{contracted}", re.IGNORECASE)


def _listed(kind: str) -> list[str]:
    return [word for key, text in rows("negations.tsv") if key == kind for word in text.split()]


def _turned(pair: Pair) -> Iterator[Fault]:
    """A word of the Chinese that the English lacks, while it has one of its opposites, which nothing accounts for."""
    there = _rows_in(pair)
    for row, word in there.items():
        if _has(row, pair) or pair.meanings.stated(word) & pair.stems:
            continue
        for other in _groups()[row.group]:
            if other is row or other in there or any(char in pair.source.text for char in other.chinese):
                continue
            turned = _accused(other, row, pair)
            if turned:
                yield Fault(CODE, TURNED, f"{word} has become “{turned}”")
                return


def _rows_in(pair: Pair) -> dict[Row, str]:
    """The rows that the Chinese has a word of, with the word; a single character must be a word of its own."""
    text, index = pair.source.text, _index()
    found: dict[Row, str] = {}
    places = [(start, start + size) for size in range(2, _LONGEST + 1) for start in range(len(text) - size + 1)]
    place = 0
    for word in pair.source.words:
        if len(word.text) == 1:
            places.append((place, place + 1))
        place += len(word.text)
    for start, end in places:
        for row in index.get(text[start:end], ()):
            if not _NEGATED.search(text[max(0, start - _NEAR) : start]):
                found.setdefault(row, text[start:end])
    return found


def _has(row: Row, pair: Pair) -> bool:
    return bool(row.stems & pair.stems) or any(_said(phrase, pair) for phrase in row.phrases)


def _said(phrase: tuple[str, ...], pair: Pair) -> bool:
    stems = [token.stem for token in pair.tokens]
    return any(tuple(stems[start : start + len(phrase)]) == phrase for start in range(len(stems) - len(phrase) + 1))


def _accused(other: Row, row: Row, pair: Pair) -> str:
    """The word of another row that the English has, where no word of the Chinese may have become it."""
    said: frozenset[str] | None = None
    for place, token in enumerate(pair.tokens):
        near = pair.tokens[max(0, place - 3) : place]
        if token.stem in other.stems - row.stems - _excuses() and not any(map(_negates, near)):
            if said is None:
                said = frozenset().union(*(pair.meanings.stated(word.text) for word in pair.source.words))
            if token.stem not in said:
                return token.text
    return next((" ".join(phrase) for phrase in other.phrases - row.phrases if _said(phrase, pair)), "")


def _negates(token: Token) -> bool:
    return token.text.casefold() in _NEGATORS or token.text.endswith(("n't", "n’t"))


@cache
def _excuses() -> frozenset[str]:
    return frozenset().union(*(row.stems for row in _groups()[_EXCUSE]))


@cache
def _groups() -> dict[str, tuple[Row, ...]]:
    groups: dict[str, tuple[Row, ...]] = {}
    for group, chinese, english in rows("opposites.tsv"):
        phrases = [tuple(map(stem, re.findall(r"[^\W_]+", item))) for item in english.split(",")]
        single = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        row = Row(group, frozenset(chinese.split()), single, frozenset(item for item in phrases if len(item) > 1))
        groups[group] = (*groups.get(group, ()), row)
    return groups


@cache
def _index() -> dict[str, tuple[Row, ...]]:
    index: dict[str, tuple[Row, ...]] = {}
    for group in _groups().values():
        for row in group:
            for word in row.chinese:
                index[word] = (*index.get(word, ()), row)
    return index
