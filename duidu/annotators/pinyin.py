"""Words ─▶ Hanyu Pinyin, a reading per word: the only file that knows pypinyin.

Citation tones (no sandhi of 一 and 不), tone marks over the vowels, the syllables of a word written together with
an apostrophe before a, o, e (《汉语拼音方案》 1958, part 5; GB/T 16159-2012).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from duidu.model import ReadingLine, Sentence, Word, WordTag
from duidu.text import has_han

# 地 as a word of its own is the particle; the noun is nearly always part of a longer word.
_LONE = {"地": "de"}
# Double surnames in use, in either script.
_DOUBLE_SURNAMES = frozenset(
    (
        *("欧阳", "歐陽", "上官", "皇甫", "令狐", "诸葛", "諸葛", "司徒", "司马", "司馬", "申屠", "夏侯", "慕容"),
        *("尉迟", "尉遲", "长孙", "長孫", "公孙", "公孫", "宇文", "东方", "東方", "端木", "南宫", "南宮"),
    )
)
# Characters that are read otherwise as a surname than as a word.
_SURNAME_READINGS = {
    "单": "shàn",
    "單": "shàn",
    "解": "xiè",
    "任": "rén",
    "曾": "zēng",
    "仇": "qiú",
    "查": "zhā",
    "区": "ōu",
    "區": "ōu",
    "朴": "piáo",
    "盖": "gě",
    "蓋": "gě",
    "缪": "miào",
    "繆": "miào",
    "华": "huà",
    "華": "huà",
    "覃": "qín",
    "翟": "zhái",
    "冼": "xiǎn",
    "种": "chóng",
    "乐": "yuè",
    "樂": "yuè",
    "尉迟": "yùchí",
    "尉遲": "yùchí",
}
# Characters that simplified writing has given to a word read otherwise; what was printed tells.
_PRINTED_READINGS = {
    "乾": "gān",
    "僕": "pú",
    "噁": "ě",
    "搧": "shān",
    "癥": "zhēng",
    "縴": "qiàn",
    "隻": "zhī",
    "髒": "zāng",
    "髮": "fà",
}
_NAMES = {WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION}


class PinyinReader:
    """Reads sentences; the editor's readings win over the library.

    >>> reader = PinyinReader()
    >>> reader.word("西安")
    "xī'ān"
    """

    def __init__(self, lines: Iterable[ReadingLine] = ()) -> None:
        self.word = lru_cache(maxsize=None)(_word)
        self._everywhere: dict[str, str] = {}
        self._in_context: dict[str, list[tuple[str, str]]] = {}
        for line in lines:
            if line.context:
                self._in_context.setdefault(line.word, []).append((line.context, line.pinyin))
            else:
                self._everywhere[line.word] = line.pinyin

    def read(self, sentence: Sentence, printed: Sentence | None = None) -> tuple[str, ...]:
        """One reading per word of the sentence, "" for punctuation, digits and Latin letters.

        ``printed`` is the sentence in its own characters, where it was printed in traditional ones: the editor's
        lines may be in these too.
        """
        plain = self._editors(sentence)
        if printed is None:
            words = zip(sentence.words, plain, strict=True)
            return tuple(self._reading(word) if line is None else line for word, line in words)
        readings = []
        for word, own, line, own_line in zip(sentence.words, printed.words, plain, self._editors(printed), strict=True):
            editor = line if own_line is None else own_line
            readings.append(self._reading(word, own.text) if editor is None else editor)
        return tuple(readings)

    def _editors(self, sentence: Sentence) -> list[str | None]:
        """The editor's reading of each word, or None."""
        found = []
        place = 0
        for word in sentence.words:
            found.append(self._corrected(word.text, sentence.text, place))
            place += len(word.text)
        return found

    def _corrected(self, word: str, text: str, place: int) -> str | None:
        """The editor's reading: one for this context before one for everywhere."""
        for context, reading in self._in_context.get(word, ()):
            if _stands_in(word, context, text, place):
                return reading
        return self._everywhere.get(word)

    def _reading(self, word: Word, printed: str = "") -> str:
        if not has_han(word.text):
            return ""
        if word.tag is WordTag.PERSON:
            surname, *given = _surname_first(word.text)
            first = _SURNAME_READINGS.get(surname) if given else None
            return " ".join(map(_capital, (first or self.word(surname), *map(self.word, given))))
        reading = self.word(word.text, printed)
        return _capital(reading) if word.tag in _NAMES else reading


def _word(text: str, printed: str = "") -> str:
    """The reading of a word by itself; characters without a known reading are left out.

    ``printed`` is the word in its own characters, where they are traditional.
    """
    if text in _LONE:
        return _LONE[text]
    from pypinyin import Style, pinyin

    found = pinyin(text, style=Style.TONE, errors=_kept)
    syllables = [item[0] for item in found]
    if len(syllables) == len(text):
        syllables = [_citation(char, syllable) for char, syllable in zip(text, syllables, strict=True)]
        if printed != text and len(printed) == len(text):
            triples = zip(text, printed, syllables, strict=True)
            syllables = [_PRINTED_READINGS.get(own, found) if own != char else found for char, own, found in triples]
    return _joined(syllables, text)


def _citation(char: str, syllable: str) -> str:
    """The citation tone of 一 and 不: pypinyin's phrases write them as they change before another tone.

    >>> _citation("一", "yí"), _citation("不", "bú"), _citation("不", "bu")
    ('yī', 'bù', 'bu')
    """
    return {"一": {"yí": "yī", "yì": "yī"}, "不": {"bú": "bù"}}.get(char, {}).get(syllable, syllable)


def _capital(reading: str) -> str:
    return reading[:1].upper() + reading[1:]


def _surname_first(name: str) -> tuple[str, ...]:
    """Surname and given name, apart (GB/T 28039-2011); other names stay whole.

    >>> _surname_first("黄大发"), _surname_first("欧阳修")
    (('黄', '大发'), ('欧阳', '修'))
    """
    if not 2 <= len(name) <= 4 or "·" in name:
        return (name,)
    length = 2 if len(name) > 2 and name[:2] in _DOUBLE_SURNAMES else 1
    return (name[:length], name[length:])


def _kept(chars: str) -> str:
    """What stands in a reading for characters that have none: Latin letters and digits, nothing else."""
    return "".join(char for char in chars if char.isascii() and char.isalnum())


def _joined(syllables: list[str], text: str) -> str:
    """Syllables as one word, with an apostrophe before a, o, e; Latin letters of the text (卡拉OK) take none."""
    reading = ""
    for syllable in filter(None, syllables):
        vowel = unicodedata.normalize("NFD", syllable)[0].lower() in "aoe" and syllable not in text
        reading += ("'" if vowel and reading[-1:].isalpha() else "") + syllable
    return reading


def _stands_in(word: str, context: str, text: str, place: int) -> bool:
    """Whether the context surrounds the word at this place of the text."""
    for match in re.finditer(re.escape(word), context):
        start = place - match.start()
        if start >= 0 and text.startswith(context, start):
            return True
    return False


@lru_cache(maxsize=4096)
def ascii_syllables(text: str) -> str:
    """Pinyin in plain letters, the syllables run together; for addresses.

    >>> ascii_syllables("绿色")
    'lvse'
    """
    from pypinyin import lazy_pinyin

    return "".join(re.sub(r"[^a-z0-9]", "", syllable.lower()) for syllable in lazy_pinyin(text, errors="ignore"))
