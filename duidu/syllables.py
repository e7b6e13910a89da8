"""The syllable of Hanyu Pinyin: which there are, with a number or with a mark, and how a spelling is cut into them.

Inside the house a syllable is plain letters and the tone as a number: ``zhong1``, ``lv4`` (ü is v where it is written
with dots: not after j q x y), ``de5`` (neutral), ``er5`` for a 儿 that only colours the syllable before it.

Sources: 《汉语拼音方案》 (1958), GB/T 16159-2012 clauses 6.5.1 (where the mark stands), 6.5.2 (none on a neutral
syllable) and 6.5.6 (numbers); the table of syllables is that of 《现代汉语词典》 with its interjections.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from duidu.text import has_han

# An initial, and the finals it is written with.
_FINALS = {
    "": "a o e ê ai ei ao ou an en ang eng er m n ng hm hng",
    "b": "a o ai ei ao an en ang eng i ie iao ian in iang ing u",
    "p": "a o ai ei ao ou an en ang eng i ie ia iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng iao u",
    "d": "a e ai ei ao ou an en ang eng i ia ie iao iu ian in ing u uo ui uan un ong",
    "t": "a e ai ei ao ou an ang eng i ie iao iu ian ing u uo ui uan un ong",
    "n": "a e ai ei ao ou an en ang eng i ia ie iao iu ian in iang ing u uo uan un ong v ve",
    "l": "a o e ai ei ao ou an en ang eng i ia ie iao iu ian in iang ing u uo uan un ong v ve van vn",
    "g": "a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "k": "a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "h": "a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "j": "i ia ie iao iu ian in iang ing u ue uan un iong",
    "q": "i ia ie iao iu ian in iang ing u ue uan un iong",
    "x": "i ia ie iao iu ian in iang ing u ue uan un iong",
    "zh": "i a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "ch": "i a e ai ao ou an en ang eng u ua uo uai ui uan un uang ong",
    "sh": "i a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "i e ao ou an en ang eng u ua uo ui uan un ong",
    "z": "i a e ai ei ao ou an en ang eng u uo ui uan un ong",
    "c": "i a e ai ei ao ou an en ang eng u uo ui uan un ong",
    "s": "i a e ai ei ao ou an en ang eng u uo ui uan un ong",
    "y": "i a o e ai ao ou an in ang ing ong u ue uan un",
    "w": "u a o ai ei an en ang eng",
}
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_LONGEST = max(map(len, SYLLABLES))

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_TONES = {mark: tone for tone, mark in _MARKS.items()} | {"\u0306": "3"}  # a breve is often typed for a háček
_UMLAUT, _HAT = "\u0308", "\u0302"
# Between syllables: apostrophes, hyphens, dots, white space.
_BORDER = frozenset("'’‘ʼ`´′-‐‑‒–—·•・‧.") | frozenset(" \t\n\r\u00a0\u2009\u202f\u3000")
_LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
# Letters of Chinese typefaces for pinyin, and their plain ones.
_PLAIN = str.maketrans("ɑɡ", "ag")
_U_COLON = re.compile(r"([uU])([\u0300-\u036f]*):")
_RETROFLEX = "儿兒"


# ---------------------------------------------------------------- a syllable as it is written


@lru_cache(maxsize=8192)
def marked(syllable: str, umlaut: str = "ü") -> str:
    """A syllable with its tone as a mark over the main vowel; the mark of iu and ui stands on the last (6.5.1).

    >>> [marked(syllable) for syllable in ("zhong1", "liu2", "gui3", "lv4", "xue2", "de5")]
    ['zhōng', 'liú', 'guǐ', 'lǜ', 'xué', 'de']
    """
    base, tone = parts(syllable)
    place = _main_vowel(base)
    if tone in _MARKS and place >= 0:
        base = base[: place + 1] + _MARKS[tone] + base[place + 1 :]
    return unicodedata.normalize("NFC", _with_umlaut(base, umlaut))


@lru_cache(maxsize=8192)
def numbered(syllable: str, umlaut: str = "ü") -> str:
    """A syllable with its tone as a number (6.5.6); 5 is the neutral tone, as in CC-CEDICT and most programs.

    >>> [numbered(syllable) for syllable in ("zhong1", "lv4", "de5")]
    ['zhong1', 'lü4', 'de5']
    """
    base, tone = parts(syllable)
    return unicodedata.normalize("NFC", _with_umlaut(base, umlaut)) + tone


def parts(syllable: str) -> tuple[str, str]:
    """Letters and tone of a syllable; the tone is "" where it has none.

    >>> parts("zhong1"), parts("ng")
    (('zhong', '1'), ('ng', ''))
    """
    return (syllable[:-1], syllable[-1]) if syllable and syllable[-1] in "12345" else (syllable, "")


def _main_vowel(base: str) -> int:
    """The place of the vowel that bears the mark, or of the consonant in m, n, ng; -1 where there is none."""
    for vowel in "aeêo":
        if vowel in base:
            return base.index(vowel)
    place = max(map(base.rfind, "iuv"))
    return place if place >= 0 else max(base.rfind("m"), base.find("n"))


def _with_umlaut(base: str, umlaut: str) -> str:
    """v as the style wants it; a mark on it moves to the letter under it.

    >>> _with_umlaut("lve4", "u:")
    'lu:e4'
    """
    if "v" not in base or umlaut == "v":
        return base
    if umlaut == "ü":
        return base.replace("v", "u" + _UMLAUT)
    return re.sub(r"v([\u0300-\u036f]*)", r"u\1:", base)


# ---------------------------------------------------------------- a spelling cut into syllables


def syllables_of(spelling: str, word: str) -> tuple[str, ...] | None:
    """The syllables of a spelling, one a character of the word; None when they do not go together.

    The spelling has marks or numbers, in any case, apart or together; ü may be v or u:. Letters and digits of the word
    stand in the spelling too and have no syllable. A 儿 may be an r.

    >>> syllables_of("Huáng Dàfā", "黄大发"), syllables_of("xī'ān", "西安"), syllables_of("wei2", "为")
    (('huang2', 'da4', 'fa1'), ('xi1', 'an1'), ('wei2',))
    >>> syllables_of("zhèr", "这儿"), syllables_of("kǎlā OK", "卡拉OK"), syllables_of("Lhasa", "拉萨")
    (('zhe4', 'er5'), ('ka3', 'la1', '', ''), None)
    """
    try:
        return read_syllables(spelling, word)
    except ValueError:
        return None


def read_syllables(spelling: str, word: str) -> tuple[str, ...]:
    """The same as ``syllables_of``.

    Raises ValueError, with the reason, when the spelling is no pinyin, has no tones, or has not as many syllables as
    the word has characters.

    >>> read_syllables("wei", "作为")
    Traceback (most recent call last):
    ValueError: wei: a syllable each is needed for the characters of 作为
    >>> read_syllables("zuoxwei", "作为")
    Traceback (most recent call last):
    ValueError: zuoxwei: xwei is no syllable of Hanyu Pinyin
    """
    letters = _letters(spelling)
    found = _aligned(word, letters)
    if found is None:
        raise ValueError(f"{spelling}: {_fault(letters, word)}")
    if not _has_tones(found, letters):
        raise ValueError(f"{spelling}: it has no tones")
    return found


def check_spelling(spelling: str, word: str) -> None:
    """Raises ValueError, with the reason, when an editor's spelling cannot be that of the word.

    More than what ``read_syllables`` can cut is right. Letters, digits and signs of the word may be read aloud or be
    left out, its marks may be written otherwise, and 瓩 has two syllables. A name that is no pinyin, with a capital and
    without tones, is written as in its own language.

    >>> for spelling, word in (("sān yuè", "3月"), ("kǎlā", "卡拉OK"), ("qiānwǎ", "瓩"), ("Lhasa", "拉萨")):
    ...     check_spelling(spelling, word)
    >>> check_spelling("bian1", "鞭炮")
    Traceback (most recent call last):
    ValueError: bian1: a syllable each is needed for the characters of 鞭炮
    """
    try:
        read_syllables(spelling, word)
    except ValueError:
        letters = _letters(_MARK.sub(" ", spelling))
        if word in tuple(_RETROFLEX) and letters.plain == "r":
            return
        if _FOREIGN_NAME.fullmatch(spelling) and not _is_pinyin(letters):
            return
        slots = [slot for char in word for slot in _slots(char)]
        found = None if slots == list(word) else _aligned(slots, letters)
        if found is None or not _has_tones(found, letters):
            raise


# A capital, and no tones.
_FOREIGN_NAME = re.compile(r"[A-ZÜ][A-Za-zÜüÊêé'’ -]*")
_MARK = re.compile(r"[^\w\s'’‘ʼ`´′:\u0300-\u036f-]")
_OF_TWO = frozenset("瓧瓩瓰瓱瓸瓼兙浬吋呎哩唡吩呏嗧兛兝兞兡兣糎粍粨竏竓竡竕")
_SIGNS = {"Sc", "Sm", "So"}
_READ_ALOUD = "\0"  # behind a character that may be read aloud, be itself, or nothing


def _slots(char: str) -> list[str]:
    """Where syllables of a character may stand: one place for most, two for a few, up to three for a letter or digit.

    >>> _slots("月"), _slots("瓩"), len(_slots("D")), _slots("，")
    (['月'], ['瓩', '瓩'], 3, [])
    """
    if has_han(char):
        return [char] * (2 if char in _OF_TWO else 1)
    aloud = char.isalnum() or unicodedata.category(char) in _SIGNS or char in "%％‰"
    return [char + _READ_ALOUD] * 3 if aloud else []


@dataclass(slots=True)
class _Letters:
    """The letters of a spelling, plain (``v`` for ü) and as written, the tone of each, where a syllable must begin."""

    plain: str = ""
    written: str = ""
    tones: list[str] = field(default_factory=list)
    borders: set[int] = field(default_factory=set)

    def syllable(self, place: int, length: int) -> str:
        """The syllable of so many letters here, "" where they are none."""
        end = place + length
        base = _SPELT_OTHERWISE.get(self.plain[place:end], self.plain[place:end])
        tones = "".join(self.tones[place:end])
        if base not in SYLLABLES or len(tones) > 1 or any(place < border < end for border in self.borders):
            return ""
        return base + (tones or "5")


# ü may keep its dots after j q x y, and is often left out of lüe, nüe.
_SPELT_OTHERWISE = {
    initial + "v" + rest: initial + "u" + rest for initial in "jqxy" for rest in ("", "e", "an", "n")
} | {"lue": "lve", "nue": "nve"}


def _letters(spelling: str) -> _Letters:
    """The letters of a spelling; a number after a letter is its syllable's tone, one elsewhere stands for itself."""
    found = _Letters()
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", spelling.translate(_PLAIN)))
    for match in _LETTER.finditer(_U_COLON.sub(rf"\1{_UMLAUT}\2", text)):
        sign = match[0]
        end = len(found.plain)
        if sign[0] in _BORDER:
            found.borders.add(end)
        elif sign in "012345" and end and end not in found.borders and found.plain[-1].isalpha():
            place = end - 2 if _follows_r(found) else end - 1
            found.tones[place] += sign.replace("0", "5")
            found.borders.add(end)
        else:
            _append(found, sign)
    return found


def _follows_r(letters: _Letters) -> bool:
    """Whether a number here stands behind the r of a 儿, and is the tone of the syllable before it: nar3."""
    end = len(letters.plain)
    return end > 1 and letters.plain[-1] == "r" and end - 1 not in letters.borders and not letters.tones[-2]


def _append(letters: _Letters, sign: str) -> None:
    """Another letter, with its marks."""
    plain = sign[0].lower()
    if _UMLAUT in sign and plain == "u":
        plain = "v"
    elif _HAT in sign and plain == "e":
        plain = "ê"
    letters.plain += plain[0]
    letters.written += sign[0]
    letters.tones.append("".join(_TONES.get(mark, "") for mark in sign[1:]))


def _aligned(word: Sequence[str], letters: _Letters) -> tuple[str, ...] | None:
    """The syllables of the characters, cut as the rules of writing want where that can be done."""
    return _align(word, letters, strict=True) or _align(word, letters, strict=False)


def _has_tones(found: tuple[str, ...], letters: _Letters) -> bool:
    """Whether a syllable has a tone, or each its 5; a neutral one by itself needs none."""
    spoken = [syllable for syllable in found if syllable]
    told = sum(map(bool, letters.tones)) >= len(spoken)
    return told or len(spoken) == 1 or any(not syllable.endswith("5") for syllable in spoken)


def _align(word: Sequence[str], letters: _Letters, strict: bool) -> tuple[str, ...] | None:
    """A syllable a character, the longest first; ``strict``: one that begins with a, o, e needs a border before it.

    Found from the end: at each character and each place of the spelling, the choice from which the rest can be read.
    """
    length = len(letters.plain)
    ways: list[dict[int, tuple[str, int]]] = [{length: ("", 0)}]
    for char in reversed(word):
        later = ways[-1]
        here: dict[int, tuple[str, int]] = {}
        for place in range(length + 1):
            for syllable, taken in _choices(char, letters, place, strict):
                if place + taken in later and not _cuts_one(letters, place, taken, *later[place + taken]):
                    here[place] = syllable, taken
                    break
        ways.append(here)
    return _followed(ways) if 0 in ways[-1] else None


def _cuts_one(letters: _Letters, place: int, taken: int, following: str, more: int) -> bool:
    """Whether two characters would share one syllable with one tone: bian1 is not bi and an."""
    shared = taken and more and following and not (following == "er5" and more == 1)
    return bool(shared and letters.syllable(place, taken + more))


def _followed(ways: list[dict[int, tuple[str, int]]]) -> tuple[str, ...]:
    """The syllables on the way from the beginning of the spelling."""
    found = []
    place = 0
    for way in reversed(ways[1:]):
        syllable, taken = way[place]
        found.append(syllable)
        place += taken
    return tuple(found)


def _choices(char: str, letters: _Letters, place: int, strict: bool) -> Iterator[tuple[str, int]]:
    """What a character can be at this place (a syllable, itself, nothing), and how many letters it takes."""
    aloud = char.endswith(_READ_ALOUD)
    if not has_han(char):
        char = char.removesuffix(_READ_ALOUD)
        if letters.written[place : place + 1].lower() == unicodedata.normalize("NFKC", char).lower():
            yield "", 1
        elif aloud or not char.isalnum():
            yield "", 0
        if not aloud:
            return
    alone = place in letters.borders or place == 0
    if not strict or alone or letters.plain[place : place + 1] not in "aoeê":
        for length in range(min(_LONGEST, len(letters.plain) - place), 0, -1):
            if syllable := letters.syllable(place, length):
                yield syllable, length
    if char in _RETROFLEX and letters.plain[place : place + 1] == "r" and place > 0:
        yield "er5", 1


def _fault(letters: _Letters, word: str) -> str:
    """Why a spelling is not that of a word."""
    if any(len(tones) > 1 for tones in letters.tones):
        return "a syllable has two tones"
    start = max(_reached(letters))
    if start == len(letters.plain):
        return f"a syllable each is needed for the characters of {word}"
    end = min((border for border in letters.borders if border > start), default=len(letters.plain))
    return f"{letters.written[start:end]} is no syllable of Hanyu Pinyin"


def _is_pinyin(letters: _Letters) -> bool:
    """Whether a spelling can be cut into syllables."""
    return len(letters.plain) in _reached(letters)


def _reached(letters: _Letters) -> set[int]:
    """The places that syllables lead to."""
    reached = {0}
    for place in range(len(letters.plain)):
        if place in reached:
            longest = min(_LONGEST, len(letters.plain) - place)
            reached |= {place + length for length in range(1, longest + 1) if letters.syllable(place, length)}
    return reached
