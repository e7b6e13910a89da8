"""Words ─▶ how they are read in their context: the only file that knows pypinyin.

A word is read, in this order, as the editor says; as a rule of polyphones.py says for this place; as readings_table.py
says; as CC-CEDICT does where it has one reading; as pypinyin's phrases do. A word that none of them knows is cut into
the longest words that they know, and into single characters, which are read by their rules or by their default.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from duidu.annotators import dictionary, spelling, surnames
from duidu.annotators.polyphones import NUMERAL, decide, rows
from duidu.annotators.readings_table import (
    DEFAULTS,
    DOUBTFUL,
    FULL_INSIDE,
    NEUTRAL,
    NEUTRAL_IN_PHRASES,
    places,
    words,
)
from duidu.model import Reading, ReadingLine, Sentence, WordTag
from duidu.text import has_han

# Characters of simplified writing that stand for words read differently; what was printed tells.
_PRINTED = {
    "乾": "gan1",
    "僕": "pu2",
    "噁": "e3",
    "幹": "gan4",
    "搧": "shan1",
    "瞭": "liao3",
    "癥": "zheng1",
    "發": "fa1",
    "籲": "yu4",
    "縴": "qian4",
    "蔔": "bo5",
    "製": "zhi4",
    "鬥": "dou4",
    "隻": "zhi1",
    "髒": "zang1",
    "臟": "zang4",
    "髮": "fa4",
    "儘": "jin3",
    "捲": "juan3",
}
_PERSON = WordTag.PERSON  # a lookup less, for each word
_LONGEST = 8  # no phrase of the dictionaries that is longer is needed to read its parts
_NEAR = 18  # characters on either side that rules look at
# A numeral and a measure word are read apart, whatever the dictionaries say of the two: 一行, 三只.
_MEASURES = "只种行重场石担斗载都"
_MEASURED = re.compile(f"[{NUMERAL}这那每各某]+[{_MEASURES}]")


# What ends the name of a place and says what it is.
_TERMS = frozenset("省市县区镇乡州旗")
# What 得 joins to a verb: whether it can be done, or how much.
_COMPLEMENTS = frozenset("见到及多了去起过住上下来出开动懂清完好着")


# What stands before a surname in a word that nobody else knows: 老解, 姓单.
_CALLED = frozenset("老小阿姓")


# What shows that an editor has chosen a spelling, and not a reading only.
_CHOSEN = re.compile(r"[A-ZĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜ -]")


class _Piece(NamedTuple):
    """A part of a word: its reading, unless rules tell it in each place."""

    text: str
    reading: tuple[str, ...]
    ruled: bool


class Readings:
    """Reads the words of sentences; the editor's readings win over everything.

    >>> from duidu.model import SourceRef, Word
    >>> words = tuple(Word(text, WordTag.WORD) for text in ("三", "只", "羊", "，", "只有", "三", "只"))
    >>> sentence = Sentence("paragraph", "三只羊，只有三只", words, SourceRef("p", 1))
    >>> [" ".join(reading.syllables) for reading in Readings().read(sentence)]
    ['san1', 'zhi1', 'yang2', '', 'zhi3 you3', 'san1', 'zhi1']
    """

    def __init__(self, lines: Iterable[ReadingLine] = ()) -> None:
        self._everywhere: dict[str, Reading] = {}
        self._in_context: dict[str, list[tuple[str, Reading]]] = {}
        for line in lines:
            reading = _spelt(line)
            if line.context:
                self._in_context.setdefault(line.word, []).append((line.context, reading))
            else:
                self._everywhere[line.word] = reading
        self._words = self._everywhere.keys() | self._in_context.keys()

    def read(self, sentence: Sentence, printed: Sentence | None = None) -> tuple[Reading, ...]:
        """One reading a word of the sentence, with one syllable a character, "" for what is not Chinese.

        ``printed`` is the sentence in its own characters, where it was printed in traditional ones: they tell words
        apart, and the editor's lines may be in them too.
        """
        found = _in_context(sentence)
        if printed is not None:
            pairs = zip(sentence.words, printed.words, found, strict=True)
            found = [_as_printed(word.text, own.text, reading) for word, own, reading in pairs]
        for text in (sentence, printed):
            if text is not None and not self._words.isdisjoint([word.text for word in text.words]):
                found = [editor or reading for editor, reading in zip(self._editors(text), found, strict=True)]
        return tuple(found)

    def _editors(self, sentence: Sentence) -> list[Reading | None]:
        """The editor's reading of each word, or None."""
        found = []
        place = 0
        for word in sentence.words:
            editors = word.text in self._words
            found.append(self._corrected(word.text, sentence.text, place) if editors else None)
            place += len(word.text)
        return found

    def _corrected(self, word: str, text: str, place: int) -> Reading | None:
        """The editor's reading: one for this context before one for everywhere."""
        for context, reading in self._in_context.get(word, ()):
            if _stands_in(word, context, text, place):
                return reading
        return self._everywhere.get(word)


def _spelt(line: ReadingLine) -> Reading:
    """The reading of an editor's line: syllables where they can be told.

    Capitals, spaces and hyphens of the editor's are meant: such a spelling stays as it is written.
    """
    syllables = spelling.syllables_of(line.pinyin, line.word)
    as_written = syllables is None or _CHOSEN.search(line.pinyin)
    return Reading(syllables or ("",) * len(line.word), (), line.pinyin if as_written else "", settled=True)


def _stands_in(word: str, context: str, text: str, place: int) -> bool:
    """Whether the context surrounds the word at this place of the text."""
    for match in re.finditer(re.escape(word), context):
        start = place - match.start()
        if start >= 0 and text.startswith(context, start):
            return True
    return False


# ---------------------------------------------------------------- words in their places


def _in_context(sentence: Sentence) -> list[Reading]:
    """The readings of the words of a sentence, as they are read here."""
    words = sentence.words
    last = len(words) - 1
    place = 0
    found: list[Reading] = []
    for index, word in enumerate(words):
        text = word.text
        known = _person(text) if word.tag is _PERSON else _word(text)
        if isinstance(known, tuple):
            before = words[index - 1].text if index else ""
            after = words[index + 1].text if index < last else ""
            read = _ruled if len(known) > 1 or known[0].text in surnames.READINGS else _alone
            known = read(known, sentence.text, place, before, after)
        found.append(known)
        place += len(text)
    return found


def _alone(pieces: tuple[_Piece, ...], text: str, place: int, before: str, after: str) -> Reading:
    """The reading of a word in one piece that is no surname, as the rules read it in its place: most that have any."""
    (piece,) = pieces
    end = place + len(piece.text)
    reading, doubt = _decided(piece, text[max(0, place - _NEAR) : place], text[end : end + _NEAR], before, after)
    return _reading(reading, (_other(reading, 0, doubt),) if doubt and doubt != reading else ())


def _ruled(pieces: tuple[_Piece, ...], text: str, place: int, before: str, after: str) -> Reading:
    """The reading of a word in pieces, each as the rules read it in its place."""
    syllables: list[str] = []
    doubts: list[tuple[int, tuple[str, ...]]] = []
    surname = _surname_here(pieces, text, place, after)
    for index, piece in enumerate(pieces):
        reading = piece.reading
        doubt: tuple[str, ...] = ()
        end = place + len(piece.text)
        if surname and index == surname[0]:
            reading, doubt = surname[1], reading
        elif piece.ruled:
            reading, doubt = _decided(
                piece,
                text[max(0, place - _NEAR) : place],
                text[end : end + _NEAR],
                pieces[index - 1].text if index else before,
                pieces[index + 1].text if index + 1 < len(pieces) else after,
            )
        if doubt and doubt != reading:
            doubts.append((len(syllables), doubt))
        syllables += reading
        place = end
    return _reading(tuple(syllables), tuple([_other(syllables, at, doubt) for at, doubt in doubts]))


@lru_cache(maxsize=1 << 14)
def _reading(syllables: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> Reading:
    """One object for all places where a word is read so: what is made of a reading is kept by it."""
    return Reading(syllables, others)


def _decided(piece: _Piece, left: str, right: str, before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The reading of a piece in its place, and the other one where it is doubtful."""
    rule = decide(piece.text, left, right, before, after)
    if rule is None:
        return piece.reading, DOUBTFUL.get(piece.text, ())
    return rule.reading, rule.doubt


def _other(syllables: Sequence[str], at: int, doubt: tuple[str, ...]) -> tuple[str, ...]:
    """The syllables of a word with those at a place replaced."""
    return (*syllables[:at], *doubt, *syllables[at + len(doubt) :])


def _surname_here(pieces: tuple[_Piece, ...], text: str, place: int, after: str) -> tuple[int, tuple[str, ...]] | None:
    """Which piece is a surname that no tag tells, and its reading as one; None where there is none.

    A surname stands before a given name, and a title, a mark or nothing before it (记者解晓东); or alone before a
    title (解老师, 解某) or a house (曾家大院); or after 老, 小 in a word that nobody knows.
    """
    if len(pieces) == 2 and pieces[0].text in _CALLED and pieces[1].text in surnames.READINGS:
        return 1, surnames.READINGS[pieces[1].text]
    first = pieces[0].text
    if first not in surnames.READINGS or any(len(piece.text) > 2 for piece in pieces[1:]):
        return None
    end = place + sum(len(piece.text) for piece in pieces)
    left = text[max(0, place - 6) : place]
    given = text[place + len(first) : end]
    if given == "家":
        found = surnames.names_a_house(text[end - 1 : end + 3])
    elif given:
        found = surnames.is_name(first, given, left, len(pieces) == 2 and len(given) == 2)
    else:
        found = surnames.stands_alone(left, text[end : end + 4], _is_unknown(after))
    return (0, surnames.READINGS[first]) if found else None


def _is_unknown(word: str) -> bool:
    """Whether a word may be a given name for want of any other meaning."""
    return len(word) == 2 and surnames.may_be_given(word) and _known(word) is None


# ---------------------------------------------------------------- words by themselves


@cache
def _word(text: str) -> Reading | tuple[_Piece, ...]:
    """The reading of a word, or its pieces where the context tells."""
    if not has_han(text) and "○" not in text:
        plain = unicodedata.normalize("NFKC", text)
        if plain == text or len(plain) != len(text) or not has_han(plain):
            return Reading(("",) * len(text))
        text = plain
    if (whole := _whole(text)) is not None:
        return whole
    pieces = _pieces(text)
    syllables: list[str] = []
    for piece in pieces:
        if piece.ruled or piece.text in surnames.READINGS:
            return pieces
        syllables += piece.reading
    return Reading(tuple(syllables))


@cache
def _open() -> frozenset[str]:
    """The words that are not read alike everywhere."""
    return frozenset((*rows(), *DOUBTFUL, *surnames.READINGS))


def _whole(text: str) -> Reading | None:
    """The reading of a word in one piece, which no context changes: most words are such."""
    if len(text) > _LONGEST or text in _open():
        return None
    if len(text) == 1:
        return Reading((_single(text),))
    if text[-1] in _MEASURES and _MEASURED.fullmatch(text) and text not in words():
        return None
    reading = _known(text)
    return Reading(reading) if reading else None


@lru_cache(maxsize=1 << 14)
def _person(name: str) -> Reading | tuple[_Piece, ...]:
    """The reading of a person's name: the surname as a surname, the given name without rules."""
    if len(name) == 2 and name[0] in _CALLED and name[1] in surnames.READINGS:  # 老单
        return Reading((_single(name[0]), *surnames.READINGS[name[1]]))
    family, *given = surnames.parts(name)
    known = _known(name) if len(name) > 2 else words().get(name)
    if known or not given:
        return Reading(known) if known else _word(name)
    first = surnames.READINGS.get(family) or _by_itself(family)
    rest = tuple(syllable for part in given for syllable in _given(part))
    return Reading((*first, *rest))


def _given(name: str) -> tuple[str, ...]:
    """The reading of a given name.

    >>> _given("晓长"), _given("少华")
    (('xiao3', 'chang2'), ('shao4', 'hua2'))
    """
    if len(name) > 1 and all(char not in surnames.GIVEN for char in name) and (known := _known(name)):
        return tuple(
            syllable if syllable[-1:] != "5" else _single(char) for char, syllable in zip(name, known, strict=True)
        )
    return tuple(surnames.GIVEN.get(char) or _single(char) for char in name)


def _by_itself(text: str) -> tuple[str, ...]:
    return tuple(syllable for piece in _pieces(text) for syllable in piece.reading)


def _pieces(text: str) -> tuple[_Piece, ...]:
    """A word as one piece where it is known, else as the longest known words and single characters in it."""
    pieces: list[_Piece] = []
    start = 0
    while start < len(text):
        end = _end_of_piece(text, start)
        part = text[start:end]
        reading = (_known(part) if end - start > 1 else None) or tuple(map(_single, part))
        pieces.append(_Piece(part, reading, part in rows() or part in DOUBTFUL))
        start = end
    return tuple(pieces)


def _end_of_piece(text: str, start: int) -> int:
    """Where the longest known word from a place of a text ends; one character further where there is none."""
    if text[-1] in _MEASURES and _MEASURED.fullmatch(text) and text not in words() and text not in rows():
        return start + 1
    for end in range(min(len(text), start + _LONGEST), start + 1, -1):
        part = text[start:end]
        if part in rows() or part in DOUBTFUL or _known(part) is not None:
            return end
    return start + 1


@lru_cache(maxsize=1 << 16)
def _known(word: str) -> tuple[str, ...] | None:
    """The reading that tables and dictionaries give a word of two characters or more, or None.

    >>> _known("银行"), _known("朋友"), _known("银友")
    (('yin2', 'hang2'), ('peng2', 'you5'), None)
    """
    found = words().get(word) or (_named_place(word) if word[-1] in _TERMS else None)
    if found:
        return found
    found = dictionary.single_reading(word)
    if found is None or len(found) != len(word):
        found = _phrase(word)
    if word in NEUTRAL:
        found = found or _first_entry(word) or tuple(map(_single, word))
        return (*found[:-1], re.sub("[1-5]$", "5", found[-1]))
    return _lightened(word, found) if found and len(word) > 2 else found


def _named_place(word: str) -> tuple[str, ...] | None:
    """The reading of a place of the table with the term that says what it is; the dictionaries have some otherwise.

    >>> _named_place("济阳县"), _named_place("朝阳县")
    (('ji3', 'yang2', 'xian4'), None)
    """
    return (*words()[word[:-1]], _single(word[-1])) if word[:-1] in places() else None


def _lightened(word: str, reading: tuple[str, ...]) -> tuple[str, ...]:
    """The reading of a longer word with the neutral tone that a word in it has, or that 得 has before a complement.

    >>> _lightened("换衣服", ("huan4", "yi1", "fu2")), _lightened("护士长", ("hu4", "shi4", "zhang3"))
    (('huan4', 'yi1', 'fu5'), ('hu4', 'shi5', 'zhang3'))
    >>> _lightened("太阳能", ("tai4", "yang2", "neng2")), _lightened("看得见", ("kan4", "de2", "jian4"))
    (('tai4', 'yang2', 'neng2'), ('kan4', 'de5', 'jian4'))
    """
    if len(word) == 3 and word[1] == "得" and word[2] in _COMPLEMENTS and word[0] not in "不舍":
        return (reading[0], "de5", reading[2])
    light = NEUTRAL if len(word) == 3 else NEUTRAL_IN_PHRASES if len(word) > 3 else ()
    if word[:2] in light and word not in FULL_INSIDE and word[:2] not in FULL_INSIDE:
        reading = (reading[0], reading[1][:-1] + "5", *reading[2:])
    if word[-2:] in light:
        reading = (*reading[:-1], reading[-1][:-1] + "5")
    return reading


def _first_entry(word: str) -> tuple[str, ...] | None:
    return next((entry.pinyin for entry in dictionary.entries(word) if len(entry.pinyin) == len(word)), None)


@cache
def _single(char: str) -> str:
    """The reading of a character by itself, "" where none is known.

    >>> _single("长"), _single("鹭"), _single("A"), _single("⽔")
    ('chang2', 'lu4', '', 'shui3')
    """
    if found := DEFAULTS.get(char):
        return found
    if char.isascii():
        return ""
    found = _characters().get(str(ord(char)))
    if found:
        return _numbered(found.split(",")[0])
    plain = unicodedata.normalize("NFKC", char)
    return _single(plain) if len(plain) == 1 and plain != char else ""


# Particles and suffixes that have no tone of their own, whatever their characters have in other words.
_TONELESS = frozenset("的地得着了们么吗呢吧啊呀哇嘛啦喽呗咧呐哟儿")


@lru_cache(maxsize=4096)
def citation(syllable: str, char: str) -> str:
    """The syllable with the tone that its character has by itself, where a word has made it neutral.

    >>> citation("sheng5", "生"), citation("fang1", "方"), citation("ma5", "吗")
    ('sheng1', 'fang1', 'ma5')
    """
    if not syllable.endswith("5") or char in _TONELESS:
        return syllable
    found = map(_numbered, _characters().get(str(ord(char)), "").split(",")) if len(char) == 1 else ()
    return next((known for known in found if known[:-1] == syllable[:-1] and known[-1] != "5"), syllable)


def _printed_reading(char: str, read: str) -> str:
    """The reading of a traditional character; the neutral tone of its word stays.

    >>> _printed_reading("髮", "fa1"), _printed_reading("髮", "fa5")
    ('fa4', 'fa5')
    """
    own = _PRINTED.get(char, read)
    return read if read.endswith("5") and read[:-1] == own[:-1] else own


def _as_printed(word: str, own: str, reading: Reading) -> Reading:
    """The reading of a word whose traditional characters tell more: 髮 is fà, 乾 is gān."""
    if word == own or len(word) != len(own) or not any(char in _PRINTED for char in own):
        return reading
    triples = zip(word, own, reading.syllables, strict=True)
    syllables = tuple(_printed_reading(char, old) if char != plain else old for plain, char, old in triples)
    return Reading(syllables)


# ---------------------------------------------------------------- pypinyin's data


def _data(name: str) -> bytes:
    """A table of pypinyin, without the library, which takes far longer to load than the table."""
    import importlib.util
    from pathlib import Path

    spec = importlib.util.find_spec("pypinyin")
    if spec is None or spec.origin is None:  # it is a dependency
        raise ModuleNotFoundError("pypinyin")
    return (Path(spec.origin).parent / name).read_bytes()


@cache
def _phrases() -> dict[str, str]:
    """The phrases of pypinyin with their readings as the file writes them: ``[[yín],[háng]]``.

    The file is one JSON object; without quotes it is ``word:[[…],[…]],word:[[…],[…]]``, which is taken apart in a third
    of the time and the space that its lists would take.
    """
    plain = _data("phrases_dict.json").translate(None, b' \r\n{}"').decode()
    word, *parts = plain.split(":")
    found: dict[str, str] = {}
    for part in parts[:-1]:
        readings, _, following = part.rpartition(",")
        found[word] = readings
        word = following
    found[word] = parts[-1]
    return found


@cache
def _characters() -> dict[str, str]:
    import json

    found: dict[str, str] = json.loads(_data("pinyin_dict.json"))
    return found


# Before 儿 as a child; after other characters pypinyin's longer phrases have it as the retroflex suffix.
_CHILDREN = frozenset("女婴幼孤健胎患宠弃男血生产童少")


def _phrase(word: str) -> tuple[str, ...] | None:
    readings = _phrases().get(word, "")[2:-2].split("],[")
    if len(readings) != len(word):
        return None
    return tuple(
        _citation(char, _numbered(of_char.split(",")[0])) for char, of_char in zip(word, readings, strict=True)
    )


def _citation(char: str, syllable: str) -> str:
    """The citation tone of 一 and 不: pypinyin's phrases write them as they change before another tone.

    >>> _citation("一", "yi2"), _citation("不", "bu2"), _citation("不", "bu5")
    ('yi1', 'bu4', 'bu5')
    """
    return {"一": {"yi2": "yi1", "yi4": "yi1"}, "不": {"bu2": "bu4"}}.get(char, {}).get(syllable, syllable)


_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


@lru_cache(maxsize=4096)
def _numbered(syllable: str) -> str:
    """A syllable with its tone as a number.

    >>> _numbered("lǜ"), _numbered("de"), _numbered("ér")
    ('lv4', 'de5', 'er2')
    """
    letters = unicodedata.normalize("NFD", syllable)
    tone = next((_TONES[mark] for mark in letters if mark in _TONES), "5")
    plain = "".join(mark for mark in letters if mark not in _TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v") + tone


@lru_cache(maxsize=1 << 14)
def ascii_syllables(text: str) -> str:
    """Pinyin in plain letters, the syllables run together; for addresses.

    >>> ascii_syllables("绿色")
    'lvse'
    """
    from pypinyin import lazy_pinyin

    return "".join(re.sub(r"[^a-z0-9]", "", syllable.lower()) for syllable in lazy_pinyin(text, errors="ignore"))
