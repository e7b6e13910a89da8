"""A Chinese word ─▶ the English it may become.

That is what a dictionary says, and ``counterparts.tsv`` where it says too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from duidu.gate.english import LIGHT_STEMS, ORDINARY, stem, stems
from duidu.gate.tables import rows

_BRACKET = re.compile(r"\([^)]*\)")
_PINYIN = re.compile(r"\[[^\[\]]*\]")
_POINTER = re.compile(
    r"^(?:[\w.]+ )?(?:variant of|see(?: also)?|abbr\. for|also written|same as|used in)"
    r"[^㐀-鿿]*(?:[㐀-鿿]+\|)?([㐀-鿿]+)"
)
_NO_SENSE = re.compile(r"^(?:CL:|surname |(?:Taiwan|also|old|Beijing) pr\.|\(?used in |radical |Kangxi)")
_NAME = re.compile(
    r"^(?:the )?[A-ZÀ-Þ][^\s,;(]*"
    r"(?:[ -](?:of|the|and|de|la|[A-ZÀ-Þ0-9])[^\s,;(]*)*(?=$|[,;(]| [(㐀-鿿])"
)
_NO_NAME = re.compile(
    r"township|county|district|banner|\bfamily\b|\w+idae\b|"
    r"\(name\)|given name|dollar|yen\b|language|month|[A-Z][a-z]+ [a-z]+\)"
)
_NEGATING = re.compile(
    r"\b(?:not|no|never|none|nothing|without|cannot|un\w{3,}|in\w{4,}|im[mp]\w{3,}|ir\w{4,}|il[l]\w{3,}|dis\w{3,}|non\w*|\w+less"
    r"|lack\w*|fail\w*|refus\w*|forb\w+|prohib\w+|miss\w*|absen\w*|free|neither|nor|hardly|stop|avoid)\b|n't\b",
    re.IGNORECASE,
)
_FIRST_SENSES = 3
_LONGEST_WHOLE = 6  # characters
_MAY_GO_UNSAID = "-"
_NEGATIONS = frozenset({"not", "no", "never"})


@dataclass(frozen=True, slots=True)
class Counterpart:
    """English of a word: single words as stems, phrases as rows of stems; ``missed`` is None where the usual weight
    holds, and 0 where the word may go unsaid."""

    stems: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    missed: float | None

    @property
    def negates(self) -> bool:
        return self.stems >= _NEGATIONS


class Kind(Enum):
    """What a word is: a noun may be rare, as its English is in few entries, and this its only sense."""

    UNKNOWN, VERB, NOUN, RARE, ONLY = range(5)


class Meanings:
    """Looks words up, and remembers what it has found."""

    def __init__(self, senses: Callable[[str], Sequence[str]]) -> None:
        self._senses = senses
        self.said = lru_cache(maxsize=1 << 14)(self._said)
        self.negates = lru_cache(maxsize=1 << 12)(self._negates)
        self.stated = lru_cache(maxsize=1 << 14)(self._stated)
        self.names = lru_cache(maxsize=1 << 14)(self._names)
        self.parts = lru_cache(maxsize=1 << 14)(self._parts)
        self.head = lru_cache(maxsize=1 << 14)(self._head)
        self.kind = lru_cache(maxsize=1 << 14)(self._kind)
        self.known = lru_cache(maxsize=1 << 15)(self._known)

    def _known(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        return bool(self._senses(word))

    def is_surname(self, word: str) -> bool:
        """Whether a character is a surname: what follows may be a given name, whatever else it is (黄|大发)."""
        return len(word) == 1 and any(sense.startswith("surname ") for sense in self._senses(word))

    def _texts(self, word: str) -> list[str]:
        """The senses of a word without pinyin; where one points to another word, that one's."""
        texts = []
        for sense in self._senses(word):
            if _NO_SENSE.match(sense):
                continue
            pointer = _POINTER.match(sense)
            if pointer and pointer[1] != word:
                texts += [_PINYIN.sub("", other) for other in self._senses(pointer[1]) if not _NO_SENSE.match(other)]
            texts.append(_PINYIN.sub("", sense))
        return texts

    def _said(self, word: str) -> frozenset[str]:
        """The stems of all that a word may mean; of a word that nothing has, those of its parts."""
        found = self.stated(word)
        counterpart = counterparts().get(word)
        if counterpart:
            found |= counterpart.stems
        return found or (self._split(word) if len(word) > 1 else found)

    def _negates(self, word: str) -> bool:
        """Whether the dictionary says of a word that it negates: 不公, unfair; not 不断, constantly."""
        return any(map(_NEGATING.search, self._texts(word)))

    def _stated(self, word: str) -> frozenset[str]:
        """The stems of what the dictionary alone says of a word."""
        return stems(" ".join(self._texts(word)))

    def _split(self, word: str) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        start = 0
        while start < len(word):
            longest = min(len(word) - start, len(word) - 1, 4)
            sizes = (size for size in range(longest, 1, -1) if self.known(word[start : start + size]))
            size = next(sizes, 1)
            found |= self.said(word[start : start + size])
            start += size
        return found

    def _head(self, word: str) -> tuple[str, ...]:
        """The first senses of a word."""
        return tuple(self._texts(word)[:_FIRST_SENSES])

    def _kind(self, word: str) -> Kind:
        """How much a word tells, as far as its dictionary entry shows."""
        texts = [text for text in (_BRACKET.sub("", text).strip() for text in self._texts(word)) if text]
        if not texts:
            return Kind.UNKNOWN
        if texts[0].startswith("to "):
            return Kind.VERB
        first = stems(texts[0])
        if not first or first & ORDINARY:
            return Kind.NOUN
        return Kind.ONLY if len(texts) == 1 else Kind.RARE

    def _parts(self, word: str) -> frozenset[str]:
        """The stems of what the characters of a word and its shorter words say by themselves."""
        found: frozenset[str] = frozenset()
        for size in range(1, min(len(word), 4)):
            for start in range(len(word) - size + 1):
                found |= stems(" ".join(self._texts(word[start : start + size])))
        return found

    def _names(self, word: str) -> frozenset[str]:
        """The stems of the proper names that a word is, where it is nothing else: 波兰 ─▶ poland.

        A word that has another sense, too, is no name.
        """
        senses = [text for text in self._texts(word) if not _POINTER.match(text)]
        if len(word) < 2 or not senses or not all(map(_NAME.match, senses)) or any(map(_NO_NAME.search, senses)):
            return frozenset()
        capitals = re.findall(r"\b[A-ZÀ-Þ][^\W\d_]+|\b[A-Z]{2,}\b", " ".join(senses))
        return frozenset(map(stem, capitals)) - LIGHT_STEMS


def wholes(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[str]:
    """The words of the dictionary that a piece of a text is only a part of.

    >>> list(wholes("乘航天飞机", 3, 5, {"航天飞机", "飞机"}.__contains__))
    ['航天飞机']
    """
    for first in range(max(0, end - _LONGEST_WHOLE), start + 1):
        for last in range(end, min(len(text), first + _LONGEST_WHOLE) + 1):
            if last - first > end - start and known(text[first:last]):
                yield text[first:last]


@cache
def counterparts() -> dict[str, Counterpart]:
    """What ``counterparts.tsv`` says, word by word.

    >>> counterparts()["周四"].missed, sorted(counterparts()["周四"].stems)
    (0.8, ['thu', 'thur', 'thursdai'])
    """
    table: dict[str, Counterpart] = {}
    for words, missed, english in rows("counterparts.tsv"):
        counterpart = _counterpart(missed, english)
        table |= {word: _joined(table.get(word), counterpart) for word in words.split()}
    return table


def _counterpart(missed: str, english: str) -> Counterpart:
    said = [tuple(stem(word) for word in re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*", item)) for item in english.split(",")]
    single = frozenset(row[0] for row in said if len(row) == 1)
    weight = 0.0 if missed == _MAY_GO_UNSAID else float(missed) if missed else None
    return Counterpart(single, tuple(row for row in said if len(row) > 1), weight)


def _joined(old: Counterpart | None, new: Counterpart) -> Counterpart:
    """Two rows of one word: either English counts, and the smaller weight."""
    if old is None:
        return new
    weights = [weight for weight in (old.missed, new.missed) if weight is not None]
    return Counterpart(old.stems | new.stems, old.phrases + new.phrases, min(weights, default=None))
