"""The items of a newspaper page ─▶ a small picture of its make-up: who has how much of the page.

    ┌───────────┬─────┐      Each item has an area in proportion to its length, in the order of print: in rows from
    │ 1         │ 2   │      the top, in a row in columns from the left, in a column from the top. Of all ways to lay
    │           ├─────┤      out some neighbours in a row, that is taken which gives the most pleasing shapes.
    │           │ 3   │
    ├─────┬─────┴─────┤
    │ 4   │ 5         │
    └─────┴───────────┘

Only +, −, ×, ÷ and square roots are used: these give the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations, pairwise

from duidu.model import Kind

# A broadsheet page is about so high for its width.
WIDTH, HEIGHT = 120.0, 168.0
GUTTER = 1.5
# No item has less than this share of the page, so that it can be seen.
LEAST = 1 / 40
# So many items are laid out in a row at most.
_IN_A_ROW = 5
# How wide an item is for its height, where it looks well.
_SHAPES = {Kind.ARTICLE: 1.2, Kind.CAPTION: 1.0, Kind.SLOGAN: 3.0, Kind.FURNITURE: 1.0}


@dataclass(frozen=True, slots=True)
class Item:
    """What lies on a page: how long it is, in characters."""

    kind: Kind
    length: int


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the picture, in its units, from the upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> Box:
        """The box without a margin, which is less where it would take up the box."""
        by = min(by, self.width / 3, self.height / 3)
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


def layout(items: Sequence[Item]) -> tuple[Box, ...]:
    """A box for each item; together they fill the page.

    >>> [round(box.width * box.height) for box in layout([Item(Kind.ARTICLE, 300), Item(Kind.ARTICLE, 100)])]
    [15120, 5040]
    """
    if not items:
        return ()
    shares = _shares(items)
    rows = _rows(items, shares)
    boxes: list[Box] = []
    y = 0.0
    for start, columns in rows:
        end = start + sum(columns)
        height = sum(shares[start:end]) * HEIGHT
        boxes += _row(shares[start:end], columns, y, height)
        y += height
    return tuple(boxes)


def _shares(items: Sequence[Item]) -> list[float]:
    """How much of the page each item has."""
    whole = sum(max(item.length, 1) for item in items)
    least = min(LEAST, 1 / len(items)) * whole
    lengths = [max(item.length, least, 1) for item in items]
    return [length / sum(lengths) for length in lengths]


def _rows(items: Sequence[Item], shares: Sequence[float]) -> list[tuple[int, tuple[int, ...]]]:
    """Where each row begins, and how many items its columns have: the cheapest way to cut the items into rows."""
    costs = [0.0]
    ways: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for end in range(1, len(items) + 1):
        best = min(
            (costs[start] + cost, start, columns)
            for start in range(max(0, end - _IN_A_ROW), end)
            for cost, columns in [_best_row(items[start:end], shares[start:end])]
        )
        costs.append(best[0])
        ways.append(best[1:])
    rows = []
    end = len(items)
    while end:
        rows.append(ways[end])
        end = ways[end][0]
    return rows[::-1]


def _best_row(items: Sequence[Item], shares: Sequence[float]) -> tuple[float, tuple[int, ...]]:
    """The cheapest way to lay out these items in one row, and what it costs."""
    height = sum(shares) * HEIGHT
    return min((_cost(items, _row(shares, columns, 0, height)), columns) for columns in _columns(len(items)))


@cache
def _columns(count: int) -> tuple[tuple[int, ...], ...]:
    """All ways to put so many items into columns.

    >>> _columns(3)
    ((3,), (1, 2), (2, 1), (1, 1, 1))
    """
    cuts = (cut for size in range(count) for cut in combinations(range(1, count), size))
    return tuple(tuple(end - start for start, end in pairwise((0, *cut, count))) for cut in cuts)


def _row(shares: Sequence[float], columns: Sequence[int], y: float, height: float) -> list[Box]:
    boxes = []
    whole = sum(shares)
    x = 0.0
    for start, end in pairwise((0, *accumulate(columns))):
        column = sum(shares[start:end])
        width = column / whole * WIDTH
        top = y
        for share in shares[start:end]:
            boxes.append(Box(x, top, width, share / column * height))
            top += boxes[-1].height
        x += width
    return boxes


def _cost(items: Sequence[Item], boxes: Sequence[Box]) -> float:
    """How far the boxes are from the shapes that look well; a large one weighs more."""
    cost = 0.0
    for item, box in zip(items, boxes, strict=True):
        ratio = box.width / box.height / _SHAPES[item.kind]
        cost += (max(ratio, 1 / ratio) - 1) * math.sqrt(box.width * box.height)
    return cost


# ---------------------------------------------------------------- inside a box


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn in a box: the lines of a headline with their feet, a picture, columns of text; at its foot, a strip
    of the levels of its words."""

    box: Box
    head: tuple[tuple[float, float, str], ...]
    size: float
    photo: Box | None
    columns: tuple[Box, ...]
    strip: Box


# The least size of type that is worth setting, and the greatest; and how wide a column of text is.
_SMALL, _LARGE = 2.5, 9.0
_MEASURE = 20.0
_PAD = 2.0
_STRIP = 2.5


def draw(box: Box, kind: Kind, title: Sequence[str]) -> Drawing:
    """An item drawn into its box: an article with headline and columns, a picture with caption, a line by itself.

    ``title`` is its headline in words, between which it may be broken.
    """
    box = box.inset(GUTTER / 2)
    strip = Box(box.x, box.y + box.height - min(_STRIP, box.height / 4), box.width, min(_STRIP, box.height / 4))
    inner = Box(box.x, box.y, box.width, box.height - strip.height).inset(_PAD)
    if kind is Kind.SLOGAN:
        size, lines = _set(title, inner, inner.height, most_lines=6)
        top = inner.y + (inner.height - len(lines) * size * 1.25) / 2
        return Drawing(box, _placed(lines, size, inner.x + inner.width / 2, top), size, None, (), strip)
    if kind is Kind.CAPTION:
        photo = Box(inner.x, inner.y, inner.width, inner.height * 0.62)
        below = inner.y + photo.height + _PAD
        return Drawing(box, (), 0.0, photo, _text(inner, below), strip)
    size, lines = _set(title, inner, inner.height * 0.45)
    below = inner.y + (len(lines) * size * 1.25 + 1.5 if lines else 0)
    return Drawing(box, _placed(lines, size, inner.x, inner.y), size, None, _text(inner, below), strip)


def _set(title: Sequence[str], box: Box, most: float, most_lines: int = 3) -> tuple[float, tuple[str, ...]]:
    """The size and the lines of a headline in a box, as large as goes; no lines where not even small type fits."""
    wanted = min(_LARGE, max(_SMALL, math.sqrt(box.width * box.height) / 8))
    size = wanted
    while size >= _SMALL:
        lines = _balanced(_pieces(title), box.width / size)
        if lines and len(lines) <= most_lines and len(lines) * size * 1.25 <= most:
            return size, lines
        size -= 0.5
    return 0.0, ()


def _balanced(pieces: Sequence[str], ems: float) -> tuple[str, ...]:
    """The pieces in as few lines as go, these of about the same length."""
    lines = _broken(pieces, ems)
    fewer = max(ems - 1, 1)
    while len(lines) > 1 and 0 < len(shorter := _broken(pieces, fewer)) == len(lines):
        lines = shorter
        fewer -= 1
    return lines


def _broken(pieces: Sequence[str], ems: float) -> tuple[str, ...]:
    """The pieces in lines of so many ems; none where a piece is longer than a line.

    >>> _broken(_pieces(["创新", "机制", "服务", "，", "好"]), 5)
    ('创新机制', '服务，好')
    """
    lines = [""]
    for piece in pieces:
        if lines[-1] and _ems((lines[-1] + piece).rstrip()) > ems:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    fits = all(_ems(line.rstrip()) <= ems for line in lines)
    return tuple(line.rstrip() for line in lines if line.strip()) if fits else ()


def _pieces(words: Sequence[str]) -> list[str]:
    """What stays on one line: a word, with the marks that must not begin a line behind it and those that must not end
    one before it."""
    pieces: list[str] = []
    for word in filter(None, words):
        if pieces and (word[0] in _NO_START or pieces[-1][-1] in _NO_END):
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces


_NO_START = frozenset(" 　，。、；：！？”’」』）》〉…—·")
_NO_END = frozenset("“‘「『（《〈")


def _is_narrow(char: str) -> bool:
    return char < "\u2e80"


def _ems(text: str) -> float:
    """How wide a text is: a Han character is one em, other characters half of one and a little."""
    return sum(0.56 if _is_narrow(char) else 1.0 for char in text)


def _placed(lines: Sequence[str], size: float, x: float, top: float) -> tuple[tuple[float, float, str], ...]:
    return tuple((x, top + size * (1.25 * index + 1), line) for index, line in enumerate(lines))


def _text(inner: Box, top: float) -> tuple[Box, ...]:
    """Columns of equal width below ``top``; the last ends a little sooner, as texts do."""
    height = inner.y + inner.height - top
    if height < _PAD:
        return ()
    count = max(1, round(inner.width / _MEASURE))
    width = (inner.width - (count - 1) * GUTTER) / count
    boxes = [Box(inner.x + index * (width + GUTTER), top, width, height) for index in range(count)]
    return (*boxes[:-1], Box(boxes[-1].x, top, width, height * 0.8))
