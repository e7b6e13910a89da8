"""Sentence ─▶ words: the only file that knows rjieba.

The editor's words are found first, from the left and the longest at each place, and jieba cuts what lies between
them; however long the list grows, words that are not in it are cut as before. jieba knows simplified words: a text in
traditional characters is cut where the same text in simplified ones is.

Here and in the annotators the library is loaded when the first tool is made, not with the module: a build in which
everything comes from the cache never pays for it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from duidu.model import Word, WordLine, WordTag
from duidu.text import has_han

# White space, halves of characters that no encoding knows, and what jieba is for.
_PIECES = re.compile(r"\s+|[\ud800-\udfff]+|[^\s\ud800-\udfff]+")

# As many characters on either side of a break tell whether a word goes across it.
WORD_REACH = 8
NUMERALS = frozenset("〇一二三四五六七八九十百千万亿两几")


class Segmenter:
    """Cuts sentences into words; a line with spaces says where its text is to be cut.

    >>> from duidu.model import SourceRef
    >>> ref = SourceRef("words.tsv", 2)
    >>> lines = [WordLine("楼栋长", WordTag.WORD, ref), WordLine("高兴 地 说", WordTag.WORD, ref)]
    >>> [word.text for word in Segmenter(lines).words("楼栋长高兴地说。")]
    ['楼栋长', '高兴', '地', '说', '。']
    """

    def __init__(self, lines: Iterable[WordLine] = ()) -> None:
        import rjieba

        self._jieba = rjieba.Jieba()
        self._editor = {"".join(line.word.split()): _parts(line) for line in lines}
        self._pattern = _any_of(self._editor)

    def words(self, text: str, names: tuple[str, ...] = (), simplified: str = "") -> tuple[Word, ...]:
        """The words of a sentence; they join to it, whatever characters it holds.

        ``names`` are people who are named in this text and perhaps are common words elsewhere (高峰). ``simplified``
        is the same text in simplified characters; it counts only where it has the same length.
        """
        plain = simplified if len(simplified) == len(text) else text
        known = {name: (Word(name, WordTag.PERSON),) for name in names} | self._editor
        pattern = _any_of(known) if names else self._pattern
        words: list[Word] = []
        place = 0
        for match in _matches(pattern, text, plain):
            words.extend(self._cut(plain[place : match.start()]))
            words.extend(known[match.group()])
            place = match.end()
        words.extend(self._cut(plain[place:]))
        return tuple(words) if plain == text else tuple(_laid_over(words, text))

    def cuts_word(self, before: str, after: str) -> bool:
        """Whether a word goes across the break between two pieces of text, which jieba wants simplified.

        A word that would take a piece off the word that begins below does not count, nor does a figure with a measure
        word: 三万|台中 is no 万台.

        >>> Segmenter().cuts_word("全市上下深", "刻领悟"), Segmenter().cuts_word("他来了", "我走了")
        (True, False)
        """
        before, after = before[-WORD_REACH:], after[:WORD_REACH]
        place = 0
        for token in self._jieba.cut(before + after, False):
            if place < len(before) < place + len(token):
                over = place + len(token) - len(before)
                if all(char in NUMERALS for char in token[:-over]):
                    return False
                return over in itertools.accumulate(map(len, self._jieba.cut(after, False)))
            place += len(token)
        return False

    def _cut(self, text: str) -> Iterator[Word]:
        """Words by jieba, with its model for words that are in no dictionary; white space apart."""
        for piece in _PIECES.findall(text):
            foreign = piece.isspace() or "\ud800" <= piece[0] <= "\udfff"
            tokens = [piece] if foreign else self._jieba.cut(piece, True)
            for token in tokens:
                yield Word(token, WordTag.WORD if has_han(token) else WordTag.OTHER)


def _matches(pattern: re.Pattern[str], text: str, plain: str) -> Iterator[re.Match[str]]:
    """Where the editor's words stand, in either script: from the left, and the longest at each place."""
    found = list(pattern.finditer(text))
    if plain != text:
        found = sorted([*found, *pattern.finditer(plain)], key=lambda match: (match.start(), -match.end()))
    place = 0
    for match in found:
        if match.start() >= place:
            yield match
            place = match.end()


def _laid_over(words: Iterable[Word], text: str) -> Iterator[Word]:
    """The words with the characters of a text of the same length."""
    place = 0
    for word in words:
        yield Word(text[place : place + len(word.text)], word.tag)
        place += len(word.text)


def _parts(line: WordLine) -> tuple[Word, ...]:
    """A word as the editor wants it; names are only what a person has called a name."""
    parts = line.word.split()
    tag = line.tag if len(parts) == 1 else WordTag.WORD
    return tuple(Word(part, tag) for part in parts)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
