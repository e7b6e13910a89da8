"""English text ─▶ words, and what they have in common: forms of one word, words of one family.

A few suffixes and a list of irregular forms do: what is compared are the words of one sentence with those of a
dictionary's senses, and a word that is missed only weighs a little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from duidu.gate.tables import rows, words

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*(?:\.[^\W\d_]\b)*")
_POSSESSIVE = re.compile(r"\s?[’']\s?s\b")
_OPENING_MARKS = " \t“\"‘«'(["
_ENDS = frozenset('.!?…:;“"‘«([')
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_ENDINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
_TAILS = ("ingly", "edly", "ing", "ed", "ly")
_SHORTEST = 3
_FAMILY = 4  # letters that words of one family share at least

LIGHT = words("light")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an English sentence: as printed, what its forms have in common, and whether it begins a sentence."""

    text: str
    stem: str
    opens: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, without figures.

    >>> [(token.text, token.stem, token.opens) for token in tokens("Two cities’ mayors met.")]
    [('Two', 'two', True), ('cities', 'citi', False), ('mayors', 'mayor', False), ('met', 'meet', False)]
    """
    text = _POSSESSIVE.sub("", text)
    return tuple(
        Token(match[0], stem(match[0]), match[0][0].isupper() and _opens(text, match.start()))
        for match in _WORD.finditer(text)
    )


def _opens(text: str, place: int) -> bool:
    """Whether a sentence, a quotation or a bracket begins here, which gives any word a capital."""
    before = text[max(0, place - 3) : place].rstrip(_OPENING_MARKS)
    return (
        place == 0
        or not text[:place].strip(_OPENING_MARKS)
        or (not before)
        or before[-1] in _ENDS
        or (text[place - 1] in '“"‘«([')
    )


def plain(word: str) -> str:
    """A word in small letters without accents.

    >>> plain("São"), plain("Médecins")
    ('sao', 'medecins')
    """
    low = word.casefold()
    if low.isascii():
        return low
    apart = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the forms of a word have in common.

    >>> [stem(word) for word in ("studies", "studied", "stopped", "using", "used", "went", "colours")]
    ['studi', 'studi', 'stop', 'use', 'use', 'go', 'color']
    """
    low = plain(word).replace("’", "'").removesuffix("'s").replace(".", "").replace("'", "")
    low = _forms().get(low, low)
    if len(low) <= _SHORTEST:
        return low
    low = low.replace("our", "or") if len(low) > 5 else low
    low = next((low.removesuffix(old) + new for old, new in _ENDINGS if low.endswith(old)), low)
    for tail in _TAILS:
        if low.endswith(tail) and len(low) - len(tail) >= _SHORTEST + (tail == "ly"):  # Italy is no adverb
            low = _single(low.removesuffix(tail))
            break
    low = low[:-1] if low.endswith("e") and len(low) > 2 else low
    return low[:-1] + "i" if low.endswith("y") and len(low) > _SHORTEST else low


def _single(word: str) -> str:
    """stopp ─▶ stop, but fall, miss."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsze" else word


def stems(text: str) -> frozenset[str]:
    """The stems of a text that say something.

    >>> sorted(stems("to look after sb; care"))
    ['car', 'look']
    """
    return frozenset(stem(word) for word in _WORD.findall(text)) - LIGHT_STEMS


def related(one: str, other: str) -> bool:
    """Whether two stems are of one family, as far as their letters tell.

    >>> related("evolv", "evolution"), related("international", "interview"), related("ski", "skirt")
    (True, False, False)
    """
    if one == other:
        return True
    short = min(len(one), len(other))
    if short < _FAMILY or one[:_FAMILY] != other[:_FAMILY]:
        return False
    same = next((place for place in range(_FAMILY, short) if one[place] != other[place]), short)
    return same >= max(_FAMILY, 0.75 * short) and (same > _FAMILY or max(len(one), len(other)) <= 10)


Families = Mapping[str, tuple[str, ...]]


def families(found: Iterable[str]) -> Families:
    """Stems by their first letters, for ``any_related``."""
    index: dict[str, tuple[str, ...]] = {}
    for one in found:
        if len(one) >= _FAMILY:
            index[one[:_FAMILY]] = (*index.get(one[:_FAMILY], ()), one)
    return index


def any_related(one: str, others: Families) -> bool:
    """Whether a stem is of one family with any of the others.

    >>> any_related("evolv", families(("evolution", "bird")))
    True
    """
    return any(related(one, other) for other in others.get(one[:_FAMILY], ()))


@cache
def _forms() -> dict[str, str]:
    return {form: word for forms, word in rows("english_forms.tsv") for form in forms.split()}


LIGHT_STEMS = LIGHT | frozenset(map(stem, LIGHT))
# Words that stand in the names of offices, bodies and works, and words written with capitals that are no names.
ORDINARY = LIGHT_STEMS | frozenset(map(stem, words("title") | words("ordinary")))
