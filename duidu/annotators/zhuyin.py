"""Readings ─▶ bopomofo (注音符號), as Taiwan's schools write it.

The first tone has no mark, ˊ ˇ ˋ stand after the syllable, the dot of the neutral tone before it (教育部
《國語注音符號手冊》); ㄦ that colours the syllable before it has no tone. Syllables are apart by a space, one a
character, so that each can be set beside its character. Which reading Taiwan has is another matter: ``taiwan``.
"""

from __future__ import annotations

from functools import lru_cache

from duidu.annotators.punctuation import is_latin, latin
from duidu.model import Reading
from duidu.syllables import parts


def _paired(letters: str, signs: str) -> dict[str, str]:
    """Letters and the signs under them."""
    return dict(zip(letters.split(), signs.split(), strict=True))


_INITIALS = _paired(
    "b p m f d t n l g k h j q x zh ch sh r z c s",
    "ㄅ ㄆ ㄇ ㄈ ㄉ ㄊ ㄋ ㄌ ㄍ ㄎ ㄏ ㄐ ㄑ ㄒ ㄓ ㄔ ㄕ ㄖ ㄗ ㄘ ㄙ",
)
_FINALS = {
    **_paired("a o e ê ai ei ao ou an en ang eng er", "ㄚ ㄛ ㄜ ㄝ ㄞ ㄟ ㄠ ㄡ ㄢ ㄣ ㄤ ㄥ ㄦ"),
    **_paired("i ia io ie iai iao iu ian in iang ing", "ㄧ ㄧㄚ ㄧㄛ ㄧㄝ ㄧㄞ ㄧㄠ ㄧㄡ ㄧㄢ ㄧㄣ ㄧㄤ ㄧㄥ"),
    **_paired("u ua uo uai ui uan un uang ueng ong", "ㄨ ㄨㄚ ㄨㄛ ㄨㄞ ㄨㄟ ㄨㄢ ㄨㄣ ㄨㄤ ㄨㄥ ㄨㄥ"),
    **_paired("v ve van vn iong", "ㄩ ㄩㄝ ㄩㄢ ㄩㄣ ㄩㄥ"),
}
# Interjections without a vowel.
_VOWELLESS = {"m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ"}
_TONES = {"2": "ˊ", "3": "ˇ", "4": "ˋ"}


def zhuyin(word: str, reading: Reading) -> str:
    """The bopomofo of a word, a syllable a character; "" where the reading has no syllables.

    >>> zhuyin("中國", Reading(("zhong1", "guo2"))), zhuyin("什麼", Reading(("shen2", "me5")))
    ('ㄓㄨㄥ ㄍㄨㄛˊ', 'ㄕㄣˊ ˙ㄇㄜ')
    >>> zhuyin("花兒", Reading(("hua1", "er5"))), zhuyin("卡拉OK", Reading(("ka3", "la1", "", "")))
    ('ㄏㄨㄚ ㄦ', 'ㄎㄚˇ ㄌㄚ OK')
    """
    if len(reading.syllables) != len(word):
        return ""
    return _of_word(word, reading.syllables)


@lru_cache(maxsize=65536)
def _of_word(word: str, syllables: tuple[str, ...]) -> str:
    if not any(syllables):
        return ""
    written = ""
    before = ""
    for char, syllable in zip(word, syllables, strict=True):
        if syllable:
            coloured = syllable == "er5" and before not in ("", "latin")
            written += " " + ("ㄦ" if coloured else of_syllable(syllable))
            before = syllable
        elif is_latin(char):
            written += ("" if before == "latin" else " ") + latin(char)
            before = "latin"
        else:
            before = ""
    return written.strip()


@lru_cache(maxsize=8192)
def of_syllable(syllable: str) -> str:
    """The bopomofo of a syllable; what is no syllable stays.

    >>> [of_syllable(syllable) for syllable in ("shi4", "xue2", "yuan2", "weng1", "nv3", "de5")]
    ['ㄕˋ', 'ㄒㄩㄝˊ', 'ㄩㄢˊ', 'ㄨㄥ', 'ㄋㄩˇ', '˙ㄉㄜ']
    """
    base, tone = parts(syllable)
    signs = _VOWELLESS.get(base) or _signs(base)
    if not signs:
        return syllable
    return "˙" + signs if tone == "5" else signs + _TONES.get(tone, "")


def _signs(base: str) -> str:
    """The signs of a syllable without its tone, "" where it is none."""
    base = _without_y_w(base)
    initial = next((part for part in (base[:2], base[:1]) if part in _INITIALS), "")
    final = base[len(initial) :]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        return _INITIALS[initial]
    if final not in _FINALS:
        return ""
    return _INITIALS.get(initial, "") + _FINALS[final]


def _without_y_w(base: str) -> str:
    """The syllable as its final alone (《汉语拼音方案》 part 3, notes 5 and 6).

    >>> [_without_y_w(base) for base in ("yi", "ya", "you", "yong", "yue", "wu", "wei", "wen", "weng")]
    ['i', 'ia', 'iu', 'iong', 've', 'u', 'ui', 'un', 'ueng']
    """
    if base.startswith("yu"):
        return "v" + base[2:]
    if base.startswith("y"):
        final = base[1:]
        return {"ou": "iu"}.get(final, final if final.startswith("i") else "i" + final)
    if base.startswith("w"):
        final = base[1:]
        return {"ei": "ui", "en": "un", "o": "uo"}.get(final, final if final.startswith("u") else "u" + final)
    return base
