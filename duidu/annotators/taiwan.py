"""The readings of Taiwan's standard, from those of the mainland: 研究 yánjiū ─▶ yánjiù.

The standard is 教育部《國語一字多音審訂表》 (1999), for characters not in it the dictionaries of the ministry.
``taiwan.tsv`` has what differs, with its source; a row counts only where the reading is the one of the mainland. Words
come before characters, so that a word keeps what its character has otherwise (人質). What Taiwan often says, and its
standard does not (法國 fàguó, 液 yì), is not in it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from duidu.model import Reading

Syllables = tuple[str, ...]


def taiwan(word: str, reading: Reading) -> Reading:
    """The reading of Taiwan of a word, in either script; an editor's spelling stays.

    >>> taiwan("星期", Reading(("xing1", "qi1"))).syllables, taiwan("垃圾", Reading(("la1", "ji1"))).syllables
    (('xing1', 'qi2'), ('le4', 'se4'))
    >>> taiwan("和", Reading(("he2",))).syllables, taiwan("和平", Reading(("he2", "ping2"))).syllables
    (('han4',), ('he2', 'ping2'))
    """
    if _characters().isdisjoint(word) or reading.settled or reading.spelling or len(reading.syllables) != len(word):
        return reading
    return _reading(word, reading.syllables, reading.others)


@cache
def _characters() -> frozenset[str]:
    """All that stand in the table: a word without one of them has no other reading."""
    table = _table()
    words = (*table.alone, *table.within, *(char for char, _ in table.characters))
    return frozenset("".join(words))


@lru_cache(maxsize=65536)
def _reading(word: str, syllables: Syllables, others: tuple[Syllables, ...]) -> Reading:
    return Reading(_of_word(word, syllables), tuple(_of_word(word, other) for other in others))


class _Table(NamedTuple):
    """What differs: words that are one by themselves, words within words, syllables of characters."""

    alone: dict[str, tuple[Syllables, Syllables]]
    within: dict[str, tuple[Syllables, Syllables]]
    characters: dict[tuple[str, str], str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    """The rows of the table, each under both scripts."""
    table = _Table({}, {}, {})
    for line in (files("duidu.annotators") / "taiwan.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        traditional, simplified, mainland, there, where = line.split("\t")[:5]
        for word in (traditional, simplified):
            if where == "character":
                table.characters[word, mainland] = there
            else:
                rows = table.alone if where == "alone" else table.within
                rows[word] = tuple(mainland.split()), tuple(there.split())
    return table


def _of_word(word: str, syllables: Syllables) -> Syllables:
    if len(syllables) != len(word):
        return syllables
    table = _table()
    row = table.alone.get(word)
    if row and _agree(row[0], syllables):
        return row[1]
    found = list(syllables)
    settled: set[int] = set()
    for start in range(len(word)):
        for end in range(min(len(word), start + 5), start + 1, -1):
            row = table.within.get(word[start:end])
            if row and _agree(row[0], syllables[start:end]):
                found[start:end] = row[1]
                settled.update(range(start, end))
    for place, (char, syllable) in enumerate(zip(word, syllables, strict=True)):
        if place not in settled and not _is_echo(word, place, syllable):
            found[place] = table.characters.get((char, syllable), syllable)
    return tuple(found)


def _agree(row: Syllables, syllables: Syllables) -> bool:
    """Whether a reading is the one of a row; a neutral tone agrees with any."""
    return all(
        one == other or (one[:-1] == other[:-1] and "5" in (one[-1:], other[-1:]))
        for one, other in zip(row, syllables, strict=True)
    )


def _is_echo(word: str, place: int, syllable: str) -> bool:
    """Whether a neutral syllable repeats the one before it: these are neutral in Taiwan too (爸爸, 看看)."""
    return syllable.endswith("5") and place > 0 and word[place] == word[place - 1]
