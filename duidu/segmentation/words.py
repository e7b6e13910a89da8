"""Sentence ─▶ words: the only file that knows rjieba.

Here and in the annotators the library is loaded when the first tool is made, not with the module: a build in
which everything comes from the cache never pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from duidu.model import Word, WordLine, WordTag
from duidu.text import has_han

# Heavier than any count in jieba's dictionary, so that the editor's word always wins.
_EDITOR_WEIGHT = 10_000_000
_PIECES = re.compile(r"\s+|[^\s]+")


class Segmenter:
    """Cuts sentences into words; the editor's words win over the dictionary.

    >>> from duidu.model import SourceRef
    >>> line = WordLine("楼栋长", WordTag.WORD, SourceRef("words.tsv", 2))
    >>> [word.text for word in Segmenter([line]).words("楼栋长来了。")]
    ['楼栋长', '来', '了', '。']
    """

    def __init__(self, lines: Iterable[WordLine] = ()) -> None:
        import rjieba

        self._jieba = rjieba.Jieba()
        self._kinds: dict[str, WordTag] = {}
        for line in lines:
            self._kinds[line.word] = line.tag
            self._jieba.add_word(line.word, _EDITOR_WEIGHT, "n")

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a sentence; they join to it, whatever characters it holds."""
        words: list[Word] = []
        for piece in _PIECES.findall(text):
            if piece.isspace():
                words.append(Word(piece, WordTag.OTHER))
            else:
                words.extend(self._word(token) for token in self._jieba.cut(piece, True))
        return tuple(words)

    def _word(self, token: str) -> Word:
        """Names are only those that a person has named: jieba's own tags call 美丽 a place and 楼栋 a person."""
        default = WordTag.WORD if has_han(token) else WordTag.OTHER
        return Word(token, self._kinds.get(token, default))
