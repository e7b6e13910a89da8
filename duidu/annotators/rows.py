"""Words ─▶ what each of them shows: its pinyin, other readings, gloss and levels, its pinyin in Taiwan.

Most words show the same wherever they stand, as long as they are read and written there in the same way. So a row is
kept by its word and made anew only where that differs: looking a word up for each layer takes far longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from duidu.annotators import spelling
from duidu.annotators.glosses import COUNTING, Glossary, is_counted
from duidu.annotators.levels import LevelTable
from duidu.model import Gloss, Reading, Word, WordTag

_WORD, _OTHER = WordTag.WORD, WordTag.OTHER  # a lookup less, for each word
_REMEMBERED = 1 << 16


class Row(NamedTuple):
    """What a word shows; each field is a layer."""

    over: str
    doubts: tuple[str, ...]
    gloss: Gloss | None
    level: int | None
    other_level: int | None
    in_taiwan: str


class Columns(NamedTuple):
    """What is known of a sentence's words before, a value a word each; "" for a form that is not known.

    ``words`` are in simplified characters, ``printed`` are their own forms where these are traditional, ``traditional``
    and ``taiwan`` those that they have there. ``spoken`` are the readings as they stand over the words.
    """

    words: Sequence[Word]
    printed: Sequence[str]
    readings: Sequence[Reading]
    spoken: Sequence[Reading]
    marks: Sequence[str]
    traditional: Sequence[str]
    taiwan: Sequence[str]


class _Kept(NamedTuple):
    """A row, and what it was made of; the ``mark`` counts for names alone."""

    tag: WordTag | None
    reading: Reading | None
    mark: str
    traditional: str
    taiwan: str
    row: Row


_NOTHING = _Kept(None, None, "", "", "", Row("", (), None, None, None, ""))


class Rows:
    """Makes the rows of sentences; ``zhuyin``: bopomofo stands over the words of Taiwan."""

    def __init__(
        self,
        glossary: Glossary,
        levels: LevelTable,
        other_levels: LevelTable,
        ruby: spelling.Speller,
        *,
        zhuyin: bool = False,
    ) -> None:
        self._glossary = glossary
        self._levels = levels
        self._other_levels = other_levels
        self._ruby = ruby
        self._zhuyin = zhuyin
        self._kept: dict[str, _Kept] = {}

    def of(self, sentence: Columns) -> list[Row]:
        """The rows of a sentence."""
        kept = self._kept.get
        rows = []
        before = ""
        for word, printed, reading, spoken, mark, traditional, taiwan in zip(*sentence, strict=True):
            text = word.text
            tag, read, known_mark, known_traditional, known_taiwan, row = kept(text, _NOTHING)
            if (
                read is not reading
                or spoken is not reading
                or traditional != known_traditional
                or taiwan != known_taiwan
                or tag is not word.tag
                or (known_mark and mark != known_mark)
                or (len(text) == 1 and before[-1:] in COUNTING)
                or printed
            ):
                over = self._over(word, spoken, mark)
                row = Row(
                    over,
                    self._others(word, reading) if reading.others else (),
                    self._glossary.gloss(word, before, printed, reading.syllables, traditional),
                    self._levels.grade(word, printed),
                    self._other_levels.grade(word),
                    self._in_taiwan(word, taiwan, reading, over),
                )
                if spoken is reading and not printed and not is_counted(text, before):
                    named = mark if word.tag is not _WORD and word.tag is not _OTHER else ""
                    self._keep(text, _Kept(word.tag, reading, named, traditional, taiwan, row))
            rows.append(row)
            before = text
        return rows

    def _keep(self, text: str, kept: _Kept) -> None:
        if len(self._kept) >= _REMEMBERED:
            self._kept.clear()
        self._kept[text] = kept

    def _over(self, word: Word, reading: Reading, mark: str) -> str:
        """What stands over a word; of names it shows the parts, and their capitals."""
        if word.tag is _WORD:
            return self._ruby.ruby(word.text, reading)
        return "" if word.tag is _OTHER else self._ruby.ruby(word.text, reading, True, mark)

    def _others(self, word: Word, reading: Reading) -> tuple[str, ...]:
        others = (replace(reading, syllables=syllables, spelling="") for syllables in reading.others)
        return tuple(self._ruby.ruby(word.text, other, word.tag is not _WORD) for other in others)

    def _in_taiwan(self, word: Word, form: str, reading: Reading, over: str) -> str:
        """What stands over a word in Taiwan; a name, and what its standard reads the same, has what stands here."""
        own = spelling.taiwan(form, reading)
        if self._zhuyin:
            return spelling.zhuyin(form, own)
        return self._ruby.ruby(word.text, own) if own is not reading and word.tag is _WORD else over
