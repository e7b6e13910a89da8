"""What the search finds a sentence by: words, parts of words, English words, pinyin without tones.

``theme/search.js`` makes the same keys of a query.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from duidu.text import HAN, has_han

_PLAIN = re.compile(r"[a-z0-9]+")
_TOKEN = re.compile(rf"[^\W_{HAN}]+")
_APOSTROPHE = re.compile(r"['’](?:s\b)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng?|r)?(?![aeiouv])")
# Taken away of decomposed letters; the two dots of ü have become a v before.
_MARKS = re.compile(r"[\u0300-\u036f]")


def parts(word: str) -> tuple[str, ...]:
    """The characters and pairs of characters within a word, each once, but those it begins with.

    >>> parts("红花岗区"), parts("红色"), parts("红")
    (('花', '岗', '区', '花岗', '岗区'), ('色',), ())
    """
    pairs = (word[at : at + 2] for at in range(1, len(word) - 1))
    return tuple(dict.fromkeys(part for part in (*word[1:], *pairs) if has_han(part)))


def folded(text: str) -> str:
    """A text in small letters, without accents, in plain letters instead of wide ones.

    >>> folded("Ｚūnyì’s Café")
    'zunyi’s cafe'
    """
    return text.lower() if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())


def latin(text: str) -> list[str]:
    """The figures and Latin letters in a Chinese text.

    >>> latin("5G网络，共4000余斤")
    ['5G', '4000']
    """
    return _TOKEN.findall(text)


def english_keys(text: str) -> list[str]:
    """The words of an English text, each once, in the singular; figures without their commas.

    >>> english_keys("The city’s 4,000 buildings, the cities")
    ['the', 'city', '4000', 'building']
    """
    plain = _THOUSANDS.sub("", _APOSTROPHE.sub("", folded(text)))
    tokens = (_PLAIN if plain.isascii() else _TOKEN).findall(plain)
    return list(dict.fromkeys(map(singular, tokens)))


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """An English word without the ending of its plural: the S stemmer of Harman (1991, JASIS 42).

    >>> [singular(word) for word in ("cities", "buildings", "houses", "glass", "bus", "red")]
    ['city', 'building', 'house', 'glass', 'bus', 'red']
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("us", "ss")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and not word.endswith(("eies", "aies")) else word[:-1]


def spelling(pinyin: str) -> str:
    """Pinyin as the search keeps it: small letters with marks, nothing between them; ü stays.

    >>> spelling("Zūnyì Shì"), spelling("Xī’ān"), spelling("lv4se4"), spelling("dì-yī")
    ('zūnyìshì', 'xīān', 'lv4se4', 'dìyī')
    """
    return "".join(char for char in unicodedata.normalize("NFC", pinyin.lower()) if char.isalnum())


@lru_cache(maxsize=1 << 16)
def letters(pinyin: str) -> str:
    """Pinyin without its tones; ü is v.

    >>> letters("hóngsè"), letters("lǜsè"), letters("hong2se4")
    ('hongse', 'lvse', 'hongse')
    """
    parted = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(char for char in parted if "a" <= char <= "z")


@lru_cache(maxsize=1 << 16)
def syllables(pinyin: str, count: int) -> tuple[str, ...]:
    """The syllables of a spelling, where it can be told which they are: none, or ``count``.

    >>> syllables("hóngsè", 2), syllables("dāngàn", 2), syllables("nǚ’ér", 2), syllables("huār", 2)
    (('hóng', 'sè'), ('dān', 'gàn'), ('nǚ', 'ér'), ())
    """
    plain = unicodedata.normalize("NFC", pinyin.lower())
    bare = "".join(letters(char) or " " for char in plain)
    found = [match.span() for match in _SYLLABLE.finditer(bare)]
    whole = len(found) == count and sum(end - start for start, end in found) == len(bare.replace(" ", ""))
    return tuple(plain[start:end] for start, end in found) if whole else ()
