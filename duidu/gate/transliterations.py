"""Foreign names in Chinese characters, compared by sound with words of the English: 布什 ─▶ b sh ─▶ Bush.

Vowels and what they share (l and r, b and p, the voiced and the unvoiced) tell names apart least, so only what is left
of the consonants is compared.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from duidu.gate.english import plain
from duidu.gate.tables import rows

_MARKS = "·•．-–—‧・"
_LETTERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch(?=r)", "k"),
        (r"sch|tch|tsch|sh|ch|cz|sz|zh|š|č|tz|ts|x", "s"),
        (r"ph", "f"),
        (r"ck|kh|qu|q", "k"),
        (r"gh(?=[^aeiou]|$)", ""),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"th|dh", "t"),
        (r"ng", "n"),
        (r"wh", "w"),
        (r"[aeiouy]+", ""),
    )
)
_SAME = str.maketrans("rbvwdgjzm", "lpfftkssn", "h")
_CHINESE = re.compile("ch|sh|ts|j")


@cache
def _sounds() -> dict[str, str]:
    table: dict[str, str] = {}
    for chars, sound in rows("transliteration.tsv"):
        table |= {char: table.get(char, "") + sound.strip("*") if sound[:1] == "*" else sound for char in chars}
    return table


@lru_cache(maxsize=1 << 14)
def is_foreign(word: str) -> bool:
    """Whether a word can be a foreign name: only characters that write sounds.

    >>> is_foreign("费尔南德斯"), is_foreign("大学")
    (True, False)
    """
    known = _sounds()
    return len(word) > 1 and all(char in known or char in _MARKS for char in word)


@lru_cache(maxsize=1 << 12)
def sound_of_chinese(name: str) -> str:
    """The consonants of a name in Chinese characters, those that sound alike as one.

    >>> sound_of_chinese("布什"), sound_of_chinese("施奈德")
    ('ps', 'snt')
    """
    known = _sounds()
    parts = [known.get(char, "") for char in name if char not in _MARKS]
    text = "".join(_CHINESE.sub("s", part) for part in parts)
    return _squeezed(text.translate(_SAME))


@lru_cache(maxsize=1 << 14)
def sound_of_english(name: str) -> str:
    """The consonants of a name in letters, as ``sound_of_chinese`` gives them.

    >>> sound_of_english("Bush"), sound_of_english("Schneider")
    ('ps', 'sntl')
    """
    text = plain(name)
    for pattern, sound in _LETTERS:
        text = pattern.sub(sound, text)
    return _squeezed(text.translate(_SAME))


def _squeezed(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", text))


def likeness(one: str, other: str) -> float:
    """How much of the longer of two rows of consonants the other has, in order: 0 to 1.

    >>> likeness("snt", "sntl"), likeness("kn", "pt")
    (0.75, 0.0)
    """
    if not one or not other:
        return 0.0
    row = [0] * (len(other) + 1)
    for char in one:
        before = 0
        for place, letter in enumerate(other, 1):
            before, row[place] = row[place], (before + 1 if char == letter else max(row[place], row[place - 1]))
    return row[-1] / max(len(one), len(other))
