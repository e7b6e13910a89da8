"""Readings ─▶ pinyin as it is written: over a word, or a sentence as running pinyin.

    Reading, PinyinStyle ─▶ ruby                                  over the characters of a word
    Sentence, Readings, Marks, PinyinStyle ─▶ running pinyin      one piece a word; the pieces joined are the line

Which characters are joined, hyphened or begin with a capital, the marks say (GB/T 16159-2012, 6.1–6.4). Written here
are the syllables (6.5), the apostrophe before a, o, e (《汉语拼音方案》 part 5; 隔音符号 of 6.6.3), the r of a 儿 that
colours the syllable before it (《汉语拼音方案》 part 3, note 4), Arabic numerals and Latin letters as in the source
(6.1.5) and the punctuation (6.7). In a word without marks of its own, letters of a Chinese word stand as in
《现代汉语词典》: apart before a syllable (T恤 T xù, A股 A gǔ); after one they are joined (卡拉OK kǎlāOK).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from duidu.annotators import punctuation
from duidu.annotators.mark_codes import BEFORE, CAPITALS, coded
from duidu.annotators.punctuation import BY_PLACE, Side, is_latin, latin
from duidu.annotators.sandhi import spoken_word
from duidu.annotators.taiwan import taiwan
from duidu.annotators.zhuyin import zhuyin
from duidu.model import Mark, PinyinStyle, Reading, Sentence, WordTag
from duidu.syllables import marked, numbered, parts, read_syllables, syllables_of

# The room's door: neighbours import from here.
__all__ = [
    "Citation",
    "Speller",
    "read_syllables",
    "ruby",
    "running",
    "speller",
    "syllables_of",
    "taiwan",
    "zhuyin",
]

# The syllable that a character has by itself: ("sheng5", "生") ─▶ "sheng1"; the same where it has none.
Citation = Callable[[str, str], str]

_PLAIN = PinyinStyle()
_REMEMBERED = 1 << 16  # words whose latest piece is at hand


def ruby(
    word: str,
    reading: Reading,
    style: PinyinStyle = _PLAIN,
    capital: bool = False,
    *,
    marks: Sequence[Mark] = (),
    citation: Citation | None = None,
) -> str:
    """The reading of a word over its characters, "" where it has none; the editor's spelling is shown as written.

    ``capital``: it begins with a capital letter. ``marks`` are those of its characters, for names of several parts
    (what the first has before it does not count). ``citation`` gives neutral syllables their tone where the style wants
    no neutral ones. A word by itself knows the sandhi within it only: see ``Speller.spoken``.

    Raises ValueError when the reading has not a syllable a character.

    >>> ruby("西安", Reading(("xi1", "an1")), PinyinStyle(), capital=True)
    "Xī'ān"
    >>> flower = Reading(("hua1", "er5"))
    >>> ruby("花儿", flower, PinyinStyle()), ruby("花儿", flower, PinyinStyle(erhua=False))
    ('huār', "huā'ér")
    """
    return speller(style, citation).ruby(word, reading, capital, coded(marks))


def running(
    sentence: Sentence,
    readings: Sequence[Reading],
    marks: Sequence[Mark],
    style: PinyinStyle = _PLAIN,
    *,
    citation: Citation | None = None,
) -> tuple[str, ...]:
    """The running pinyin of a sentence, a piece a word; a line of it breaks at spaces only.

    Nothing is lost: all but white space gives something, of several dashes or dots in a row the first. There is no
    space at either end.

    Raises ValueError when there is not a reading a word, a syllable and a mark a character.
    """
    codes = coded(marks)
    if len(codes) != len(sentence.text) or len(readings) != len(sentence.words):
        raise ValueError(f"{sentence.ref}: not a mark a character and a reading a word in {sentence.text!r}")
    ends = list(accumulate([len(word.text) for word in sentence.words]))
    by_word = [codes[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return speller(style, citation).running(sentence, readings, by_word)


@lru_cache(maxsize=64)
def speller(style: PinyinStyle = _PLAIN, citation: Citation | None = None) -> Speller:
    """The speller of a style: for many words quicker than ``ruby``.

    >>> speller(PinyinStyle(tones="numbers")).ruby("中国", Reading(("zhong1", "guo2")))
    'zhong1guo2'
    """
    return Speller(style, citation)


class _Piece(NamedTuple):
    """A run of a line: what it wants on its sides, and whether a syllable stands there."""

    text: str
    left: Side
    right: Side
    before: str = ""
    vowel: bool = False  # begins with a syllable in a, o, e
    syllable: bool = False  # ends with a syllable


class Speller:
    """Writes readings in one style, and remembers what it has written."""

    def __init__(self, style: PinyinStyle = _PLAIN, citation: Citation | None = None) -> None:
        self._style = style
        self._citation = citation
        self._write = marked if style.tones == "marks" else numbered
        self._rubies: dict[tuple[object, ...], str] = {}
        self._pieces: dict[tuple[str, tuple[str, ...], str], _Piece] = {}
        self._latest: dict[tuple[str, str], tuple[Reading, _Piece, str]] = {}

    def ruby(self, word: str, reading: Reading, capital: bool = False, codes: str = "") -> str:
        """The reading over a word; see the function of this name. ``codes`` are its marks, as letters."""
        key: tuple[object, ...] = (word, reading.syllables)
        if capital or codes or reading.spelling:
            key = (word, reading.syllables, reading.spelling, capital, codes)
        found = self._rubies.get(key)
        if found is None:
            found = self._rubies[key] = self._ruby(word, reading, capital, codes)
        return found

    def running(self, sentence: Sentence, readings: Sequence[Reading], codes: Sequence[str]) -> tuple[str, ...]:
        """The running pinyin of a sentence; see the function of this name. ``codes`` are the marks of each word."""
        if self._style.sandhi:
            readings = self.spoken(sentence, readings)
        line = _Line()
        latest = self._latest.get
        written = []
        place = 0
        for word, reading, code in zip(sentence.words, readings, codes, strict=True):
            text = word.text
            read, piece, amid = latest((text, code), _NOTHING)
            if read is not reading:
                written.append(line.add(self._piece(sentence.text, text, reading, place, code, line)))
            elif amid and line.right is _BESIDE:
                line.syllable = True
                written.append(amid)
            else:
                written.append(line.add(piece))
            place += len(text)
        return tuple(written)

    def spoken(self, sentence: Sentence, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings with 一 and 不 as the sentence speaks them; to be written in a style without sandhi.

        >>> from duidu.model import SourceRef, Word
        >>> words = (Word("不", WordTag.WORD), Word("去", WordTag.WORD))
        >>> sentence = Sentence("", "不去", words, SourceRef("", 1))
        >>> [reading.syllables for reading in Speller().spoken(sentence, [Reading(("bu4",)), Reading(("qu4",))])]
        [('bu2',), ('qu4',)]
        """
        if "一" not in sentence.text and "不" not in sentence.text:
            return tuple(readings)
        found = list(readings)
        flat: list[str] = []
        places = []
        for index, (word, reading) in enumerate(zip(sentence.words, readings, strict=True)):
            if ("一" in word.text or "不" in word.text) and not reading.spelling:
                places.append((index, len(flat)))
            flat += _padded(word.text, reading)
        for index, place in places:
            word = sentence.words[index]
            syllables = spoken_word(word.text, word.tag, sentence.text, place, flat)
            found[index] = replace(found[index], syllables=tuple(syllables))
        return tuple(found)

    # ------------------------------------------------------------ a word

    def _ruby(self, word: str, reading: Reading, capital: bool, codes: str) -> str:
        if reading.spelling:
            return reading.spelling
        syllables = reading.syllables
        if len(syllables) != len(word) or len(codes) not in (0, len(word)):
            raise ValueError(f"{word!r} needs a syllable and a mark a character, not {syllables}, {codes}")
        if not any(syllables):
            return ""
        if self._style.sandhi and not capital:
            syllables = tuple(spoken_word(word, WordTag.WORD, word, 0, list(syllables)))
        kept = [place for place, char in enumerate(word) if syllables[place] or is_latin(char)]
        inner = list(codes or coded(_marks_within(word, syllables, capital)))
        inner[kept[0]] = "T" if capital else "t"
        text = "".join(word[place] for place in kept)
        written = "".join([inner[place] for place in kept])
        return self._joined([syllables[place] for place in kept], written, text, 0, False).text

    def _piece(self, text: str, word: str, reading: Reading, place: int, codes: str, line: _Line) -> _Piece:
        """What a word gives; remembered, where it does not depend on what stands beside it."""
        if not word:
            return _BLANK
        if reading.spelling:
            return _spelt(reading.spelling, codes[0])
        piece = self._pieces.get((word, reading.syllables, codes))
        if piece is None:
            syllables = reading.syllables if any(reading.syllables) else ("",) * len(word)
            if len(syllables) != len(word):
                raise ValueError(f"{word!r} needs a syllable a character, not {syllables}")
            attached = syllables[0] == "er5" and line.syllable and not BEFORE[codes[0]]
            piece = self._joined(syllables, codes, text, place, attached)
            if syllables[0] == "er5" or not BY_PLACE.isdisjoint(word):
                return piece
            self._pieces[word, reading.syllables, codes] = piece
        if len(self._latest) >= _REMEMBERED:
            self._latest.clear()
        self._latest[word, codes] = reading, piece, _amid(piece)
        return piece

    def _joined(self, syllables: Sequence[str], codes: str, text: str, place: int, attached: bool) -> _Piece:
        """The characters of a word as one piece; the word stands at this place of the text."""
        line = _Line()
        written = ""
        first = _BLANK
        for index, (syllable, code) in enumerate(zip(syllables, codes, strict=True)):
            joins = line.syllable and not BEFORE[code] if index else attached
            piece = self._character(text, place + index, syllable, code, joins)
            first = first if first.text else _after_blank(piece, index)
            coloured = syllable == "er5" and piece.text == "r" and index > 0
            written = _with_r(written) if coloured else written + line.add(piece)
        return _Piece(written, first.left, line.right or Side.APART, first.before, first.vowel, line.syllable)

    def _character(self, text: str, place: int, syllable: str, code: str, joins: bool) -> _Piece:
        """The character at a place of the text: its syllable, or itself."""
        if syllable:
            return self._syllable(text[place], syllable, code, joins)
        sign, left, right = punctuation.written(text, place)
        return _Piece(sign, left, right, BEFORE[code])

    def _syllable(self, char: str, syllable: str, code: str, joins: bool) -> _Piece:
        """A syllable; ``joins``: it follows another one in the same word."""
        if syllable == "er5" and joins and self._style.erhua:
            return _Piece("r", Side.WORD, Side.WORD, "", False, True)
        if syllable == "er5" and joins:
            syllable = "er2"
        elif syllable.endswith("5") and not self._style.neutral and self._citation is not None:
            full = self._citation(syllable, char)
            syllable = full if parts(full)[0] == parts(syllable)[0] else syllable
        text = self._write(syllable, self._style.umlaut)
        text = _capital(text) if code in CAPITALS else text
        return _Piece(text, Side.WORD, Side.WORD, BEFORE[code], syllable[0] in "aoeê", True)


class _Line:
    """The end of a line that is being written: it knows what comes between it and a piece."""

    __slots__ = ("right", "syllable")

    def __init__(self) -> None:
        self.right: Side | None = None  # None at the beginning
        self.syllable = False

    def add(self, piece: _Piece) -> str:
        """The piece with what comes before it."""
        text, left, right, before, vowel, syllable = piece
        if not text:
            if self.right is not None and self.right not in _CLINGING:
                self.right = Side.APART
            return ""
        if left is not _BESIDE or self.right is not _BESIDE:
            before = self._between(left, before)
        if vowel and self.syllable and not before:
            before = "'"
        self.right, self.syllable = right, syllable
        return before + text

    def _between(self, left: Side, before: str) -> str:
        right = self.right
        if right is None or right in _CLINGING or left in _TIGHT:
            return ""
        if right is _LETTERS and left is _LETTERS:
            return ""
        if left in _STANDING or right in _PARTING:
            return " "
        return before


_BESIDE, _LETTERS = Side.WORD, Side.LATIN  # a lookup less, for each word
_BLANK = _Piece("", Side.APART, Side.APART)
_NOTHING = None, _BLANK, ""


def _amid(piece: _Piece) -> str:
    """What a word of syllables gives behind any other such word; "" where that is not always the same."""
    asks = piece.vowel and not piece.before  # perhaps an apostrophe
    plain = piece.left is _BESIDE and piece.right is _BESIDE and piece.syllable and not asks
    return piece.before + piece.text if plain else ""


def _after_blank(piece: _Piece, index: int) -> _Piece:
    """The first piece of a word; white space before it in the word keeps it apart."""
    return piece._replace(left=Side.APART) if index and piece.left in (Side.WORD, Side.LATIN) else piece


def _spelt(spelling: str, code: str) -> _Piece:
    """The editor's spelling of a word."""
    text = _capital(spelling) if code in CAPITALS else spelling
    vowel = unicodedata.normalize("NFD", spelling)[0].lower() in "aoe"
    return _Piece(text, Side.WORD, Side.WORD, BEFORE[code], vowel, spelling[-1].isalnum())


# Sides that let nothing behind them; nothing before them; that want a space before; that want a space after.
_CLINGING = (Side.OPENING, Side.GLUED)
_TIGHT = (Side.CLOSING, Side.GLUED)
_STANDING = (Side.OPENING, Side.APART)
_PARTING = (Side.CLOSING, Side.APART)


def _padded(word: str, reading: Reading) -> tuple[str, ...]:
    """The syllables of a word; none each where the editor's spelling stands for them."""
    return reading.syllables if len(reading.syllables) == len(word) else ("",) * len(word)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_r(text: str) -> str:
    """A syllable coloured by 儿; a number stays at its end.

    >>> _with_r("huā"), _with_r("hua1")
    ('huār', 'huar1')
    """
    return text[:-1] + "r" + text[-1] if text[-1:].isdigit() else text + "r"


def _marks_within(word: str, syllables: Sequence[str], capital: bool) -> list[Mark]:
    """The marks of a word that is read by itself: letters and digits apart from a syllable, but kǎlāOK together."""
    marks = [Mark(capital=capital)]
    for place in range(1, len(word)):
        char, before = word[place], word[place - 1]
        if not syllables[place - 1] and not is_latin(before):
            marks.append(Mark(" ", capital))
        elif syllables[place]:
            marks.append(Mark("" if syllables[place - 1] else " "))
        else:
            marks.append(Mark(" " if syllables[place - 1] and latin(char).isdigit() else ""))
    return marks
