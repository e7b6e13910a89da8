"""Sentences ─▶ pieces that a model can take ─▶ batches of like length; English of pieces ─▶ English of sentences.

A batch costs what its longest piece costs times its pieces, so like goes with like. The longest come first: when the
work ends, no worker is left with a long one. Memory is bounded by the window, and a sentence by the piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

WINDOW = 2048  # pieces that are sorted together
# Where a text that is too long is cut, the best places first: sentences, clauses, lists, words.
_PLACES = ("。！？!?…", "；;：", "，,、", "”’》）) ")


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece ``number`` of the ``count`` pieces of a sentence, as tokens."""

    sentence: int
    number: int
    count: int
    tokens: list[str]


def cut(text: str, limit: int) -> list[str]:
    """The text in pieces of at most ``limit`` characters, cut at the last good place of the piece's second half.

    >>> cut("天亮了，我们走。雨停了，他们来。", 10)
    ['天亮了，我们走。', '雨停了，他们来。']
    >>> cut("一二三四五六七", 3)
    ['一二三', '四五六', '七']
    """
    pieces, start = [], 0
    while len(text) - start > limit:
        end = _end(text, start, limit)
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def _end(text: str, start: int, limit: int) -> int:
    middle, stop = start + limit // 2, start + limit
    for marks in _PLACES:
        best = max(text.rfind(mark, middle, stop) for mark in marks)
        if best >= 0:
            return best + 1
    return stop


def pieces(sentences: Sequence[str], encode: Callable[[str], list[str]], limit: int) -> Iterator[Piece]:
    """The sentences as tokens, those of more than ``limit`` characters in several pieces; blank ones as no tokens.

    >>> [(piece.number, piece.count, piece.tokens) for piece in pieces(["他来，我走。"], list, 3)]
    [(0, 2, ['他', '来', '，']), (1, 2, ['我', '走', '。'])]
    """
    for index, sentence in enumerate(sentences):
        texts = cut(sentence, limit)
        for number, text in enumerate(texts):
            yield Piece(index, number, len(texts), encode(text) if text.strip() else [])


def batches(found: Iterable[Piece], *, size: int, workers: int) -> Iterator[list[Piece]]:
    """Batches of at most ``size`` tokens with padding, at least two a worker as far as there are pieces for them.

    >>> def piece(length): return Piece(0, 0, 1, ["x"] * length)
    >>> [[len(one.tokens) for one in batch] for batch in batches(map(piece, (2, 9, 3, 8)), size=18, workers=1)]
    [[9], [8], [3, 2]]
    """
    rest = iter(found)
    while window := list(islice(rest, WINDOW)):
        window.sort(key=lambda piece: -len(piece.tokens))
        tokens = sum(len(piece.tokens) for piece in window)
        yield from _of_size(window, min(size, -(-tokens // (2 * workers))))


def _of_size(window: list[Piece], size: int) -> Iterator[list[Piece]]:
    start = 0
    while start < len(window):
        end = start + max(1, size // max(1, len(window[start].tokens)))
        yield window[start:end]
        start = end


class Joiner:
    """Collects the English of the pieces of each sentence.

    >>> joiner = Joiner()
    >>> list(joiner.add(Piece(5, 1, 2, []), "and we leave.")), list(joiner.add(Piece(5, 0, 2, []), "He comes,"))
    ([], [(5, 'He comes, and we leave.')])
    """

    def __init__(self) -> None:
        self._parts: dict[int, dict[int, str]] = {}

    def add(self, piece: Piece, english: str) -> Iterator[tuple[int, str]]:
        """The sentence's index and English, once its last piece is here."""
        parts = self._parts.setdefault(piece.sentence, {})
        parts[piece.number] = english
        if len(parts) == piece.count:
            del self._parts[piece.sentence]
            yield piece.sentence, " ".join(parts[number] for number in range(piece.count) if parts[number])
