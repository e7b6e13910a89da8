"""M601 and M609: words that come again and again, and things that are said twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from duidu.gate.english import LIGHT_STEMS, Token
from duidu.gate.pair import Pair
from duidu.model import Fault

LOOP, TWICE = "M601", "M609"
LOOPED, BRACKETED, DOUBLED_WORD, PAIRED_WORD, DOUBLED_PHRASE = 0.9, 0.8, 0.15, 0.2, 0.15
_LONGEST_UNIT, _TIMES = 8, 3
_GREATEST_SHARE, _LEAST_WORDS, _MOST = 0.3, 12, 4
_BRACKETS = re.compile(r"(\([^()]{2,40}\))(?:\s*[,.;]?\s*\1)+", re.IGNORECASE)
_PIECE = re.compile(r"[\w’']+")  # words and figures
_RUN_OF_CHARS = re.compile(r"([^\s.\-_=*…])\1{5,}|((?:[^\s\d]){2,4}?)\2{4,}")
_LISTED = re.compile(r"\b([A-Za-z]{3,})\b(?:,? (?:and|or) \1\b|, \1\b){2,}", re.IGNORECASE)
_PHRASE = 4
_CLAUSE = 4  # words that no text says twice in a row by chance
_SAID_TWICE = re.compile(r"([㐀-鿿]{2,})\W*\1")
# What English itself doubles.
_DOUBLES = frozenset(
    (
        *(
            "less",
            "fewer",
            "better",
            "had",
            "that",
            "very",
            "long",
            "so",
            "bye",
            "ha",
            "no",
            "yes",
            "many",
            "more",
            "again",
        ),
        "year",
    )
)


def check(pair: Pair) -> Iterator[Fault]:
    """The gravest of a loop, a doubled word, a doubled phrase."""
    loop = _loop(pair)
    if loop:
        yield loop
    else:
        yield from _twice(pair)


def _loop(pair: Pair) -> Fault | None:
    bracket = _BRACKETS.search(pair.english)
    if bracket and not _BRACKETS.search(pair.source.text.replace("（", "(").replace("）", ")")):
        return Fault(LOOP, BRACKETED, f"{bracket[1]} again and again")
    words = _PIECE.findall(pair.english.casefold())
    unit = _looped(words)
    if unit:
        return Fault(LOOP, LOOPED, f"“{unit}” again and again")
    clause = _clause_twice(words)
    if clause and f"({clause}" not in pair.english.casefold() and not _SAID_TWICE.search(pair.source.text):
        return Fault(LOOP, LOOPED, f"“{clause}” twice")
    listed = _LISTED.search(pair.english)
    if listed and listed[1].casefold() not in _DOUBLES:
        return Fault(LOOP, BRACKETED, f"“{listed[0]}”")
    run = _RUN_OF_CHARS.search(pair.english)
    if run and run[0] not in pair.source.text:
        return Fault(LOOP, LOOPED, f"“{run[0][:12]}…” again and again")
    content = Counter(token.text for token in pair.tokens if not token.capital and token.stem not in LIGHT_STEMS)
    word, count = next(iter(content.most_common(1)), ("", 0))
    if len(words) >= _LEAST_WORDS and count > _MOST and count / len(words) > _GREATEST_SHARE:
        return Fault(LOOP, LOOPED, f"“{word}” {count} times")
    return None


def _looped(words: list[str]) -> str:
    """A word or phrase that follows itself at least twice."""
    for size in range(1, min(_LONGEST_UNIT, len(words) // _TIMES) + 1):
        same = 0
        for place in range(size, len(words)):
            same = same + 1 if words[place] == words[place - size] else 0
            if same >= size * (_TIMES - 1) and words[place] not in _DOUBLES:
                return " ".join(words[place - size + 1 : place + 1])
    return ""


def _clause_twice(words: list[str]) -> str:
    """A clause, or the whole of a sentence, that follows itself."""
    for size in range(_CLAUSE, len(words) // 2 + 1):
        same = 0
        for place in range(size, len(words)):
            same = same + 1 if words[place] == words[place - size] else 0
            if same == size and len(set(words[place - size + 1 : place + 1]) - LIGHT_STEMS) > 1:
                return " ".join(words[place - size + 1 : place + 1][:8])
    return ""


def _twice(pair: Pair) -> Iterator[Fault]:
    """traffic traffic; feathers and feathers; on field survival … on field survival."""
    tokens = pair.tokens
    for place, token in enumerate(tokens[1:], 1):
        before = tokens[place - 1]
        if _same(before, token) and _touch(pair.english, before.text, token.text):
            yield Fault(TWICE, DOUBLED_WORD, f"“{before.text} {token.text}”")
            return
    for one, joint, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint.text in ("and", "or") and _same(one, other) and _paired(pair, one, joint, other):
            yield Fault(TWICE, PAIRED_WORD, f"“{one.text} {joint.text} {other.text}”")
            return
    phrase = _phrase_twice(pair)
    if phrase:
        yield Fault(TWICE, DOUBLED_PHRASE, f"“{phrase}” twice")


def _same(one: Token, other: Token) -> bool:
    if one.capital and other.capital:
        return False
    return one.stem == other.stem and one.stem not in LIGHT_STEMS and one.text.casefold() not in _DOUBLES


def _touch(english: str, one: str, other: str) -> bool:
    """Whether the two stand together, or as neighbours in a list: moose, moose."""
    return re.search(rf"\b{re.escape(one)},?\s+{re.escape(other)}\b", english) is not None


def _paired(pair: Pair, one: Token, joint: Token, other: Token) -> bool:
    """Whether the three stand together, and the Chinese has no two words for them."""
    together = re.search(rf"\b{re.escape(one.text)},? {joint.text} {re.escape(other.text)}\b", pair.english)
    return together is not None and len(one.stem) > 2 and not _twice_in_chinese(pair, one)


def _twice_in_chinese(pair: Pair, token: Token) -> bool:
    """Whether two words of the Chinese, or one that comes twice, may become this word."""
    return sum(token.stem in pair.meanings.said(word.text) for word in pair.source.words) > 1


def _phrase_twice(pair: Pair) -> str:
    """A phrase that comes twice, where no run of the Chinese does."""
    if _repeats(pair.source.text, 3):
        return ""
    seen: dict[tuple[str, ...], int] = {}
    words = pair.tokens
    for place in range(len(words) - _PHRASE + 1):
        key = tuple(token.stem for token in words[place : place + _PHRASE])
        if sum(stem not in LIGHT_STEMS for stem in key) < _PHRASE - 1:
            continue
        if place - seen.setdefault(key, place) >= _PHRASE:
            return " ".join(token.text for token in words[place : place + _PHRASE])
    return ""


def _repeats(text: str, size: int) -> bool:
    """Whether so many characters of a text come again in it."""
    han = re.sub(r"[\W\d_]+", "", text)
    return any(han.find(han[place : place + size], place + size) >= 0 for place in range(len(han) - size + 1))
