"""Lines of print with their places on a page ─▶ columns, in the order in which a person reads them.

A line goes on in the one below it that has its size of type and is as near as lines of this page are: their leading is
measured first. The columns that come of it, or parts of columns, are put into order by two rules (T. M. Breuel, "High
performance document layout analysis", 2003): what stands above another comes first; of what stands side by side, the
left comes first, unless something lies between that goes over both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain, combinations
from statistics import median

_SMALLEST = 0.1
# From line to line, in sizes of type: what is usual, and more than double spacing in Word.
USUAL_LEADING, WIDEST_LEADING = 1.5, 3.0
# How much wider than the leading of the page that of a column may be, and how much two sizes of type may differ.
_WIDER, _LARGER = 1.15, 1.15
# The type of a headline is so much larger than that of the text.
_HEADLINE = 1.2
# What stands above another covers so much of the narrower of the two; the rest is type that sticks out of its column.
_COVERED = 0.25
# A sheet of newsprint has some hundreds of headlines, captions and parts of columns; more would take minutes to order.
_MOST = 2000
# So many lines that stand side by side, each by itself, are more than a few page numbers and bylines.
_MANY = 6


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A rectangle of a page; as in PDF, ``y`` grows upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def is_beside(self, other: Area) -> bool:
        """Whether they share some height, and no width."""
        return self.y0 < other.y1 and other.y0 < self.y1 and (self.x1 <= other.x0 or other.x1 <= self.x0)

    def shares_width(self, other: Area) -> bool:
        """Whether one of them stands above the other, or they cover each other."""
        shared = min(self.x1, other.x1) - max(self.x0, other.x0)
        return shared > _COVERED * min(self.x1 - self.x0, other.x1 - other.x0)


@dataclass(frozen=True, slots=True, eq=False)
class PrintedLine(Area):
    """A line of print, and where it stands."""

    text: str

    @property
    def size(self) -> float:
        """The size of its type; that of hidden text is often 0."""
        return max(self.y1 - self.y0, _SMALLEST)


@dataclass(frozen=True, slots=True, eq=False)
class Column(Area):
    """Lines of one size of type, each below the other; a headline is one, too."""

    lines: tuple[PrintedLine, ...]

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size


def columns(lines: Iterable[PrintedLine], pictures: Iterable[Area] = ()) -> tuple[tuple[Column, ...], str]:
    """The columns of a page in reading order, and why this order is in doubt: empty where it is not.

    >>> def line(x: float, y: float, text: str) -> PrintedLine: return PrintedLine(x, y, x + 150, y + 10, text)
    >>> page = [line(50, 700, "昨天，"), line(220, 700, "她也"), line(50, 680, "他来了，"), line(220, 680, "来了。")]
    >>> found, doubt = columns(page)
    >>> [[line.text for line in column.lines] for column in found], doubt
    ([['昨天，', '他来了，'], ['她也', '来了。']], '')
    """
    found = sorted(_columns(lines), key=_from_top)
    if len(found) > _MOST:
        return tuple(found), "the page has more pieces of text than a newspaper"
    try:
        ordered = _ordered(found, [*found, *pictures])
    except CycleError:
        return tuple(found), "the columns of the page reach into one another"
    return ordered, "most lines of the page stand side by side, each by itself" if _is_scattered(found) else ""


# ---------------------------------------------------------------- lines ─▶ columns


def _columns(lines: Iterable[PrintedLine]) -> Iterator[Column]:
    from_top = sorted(lines, key=_from_top)
    reach = _WIDER * _leading(from_top)
    below = {line: _next_below(line, from_top[index:], reach) for index, line in enumerate(from_top, start=1)}
    above = Counter(chain.from_iterable(below.values()))
    # Where two columns begin under one line, or end above one, none goes on.
    goes_on = {line: found[0] for line, found in below.items() if len(found) == 1 and above[found[0]] == 1}
    inner = set(goes_on.values())
    return (_column(line, goes_on) for line in from_top if line not in inner)


def _leading(from_top: Sequence[PrintedLine]) -> float:
    """The usual distance from a line to the one below it, in sizes of type."""
    distances = [
        (line.y1 - following.y1) / line.size
        for index, line in enumerate(from_top, start=1)
        for following in _next_below(line, from_top[index:], WIDEST_LEADING)[:1]
    ]
    return median(distances) if distances else USUAL_LEADING


def _next_below(line: PrintedLine, lower: Iterable[PrintedLine], reach: float) -> list[PrintedLine]:
    """The lines of the same size right below a line, the left one first: none is below another of them."""
    found: list[PrintedLine] = []
    for other in lower:
        if line.y1 - other.y1 > reach * line.size:
            break
        alike = max(line.size, other.size) <= _LARGER * min(line.size, other.size)
        if alike and _is_below(other, line) and not any(_is_below(other, above) for above in found):
            found.append(other)
    return found


def _is_below(line: PrintedLine, other: PrintedLine) -> bool:
    return other.y1 - line.y1 > line.size / 2 and line.shares_width(other)


def _column(first: PrintedLine, goes_on: Mapping[PrintedLine, PrintedLine]) -> Column:
    lines = [first]
    while lines[-1] in goes_on:
        lines.append(goes_on[lines[-1]])
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Column(x0, lines[-1].y0, x1, first.y1, tuple(lines))


# ---------------------------------------------------------------- reading order


def _from_top(area: Area) -> tuple[float, float]:
    return -area.y1, area.x0


def _ordered(found: Sequence[Column], areas: Sequence[Area]) -> tuple[Column, ...]:
    """Raises CycleError where the two rules cannot both be kept."""
    body = median(line.size for column in found for line in column.lines) if found else 0.0
    widths = {column: _with_free_sides(column, found, areas, body) for column in found}
    sharing = {
        column: {other for other in found if widths[other].shares_width(width)} for column, width in widths.items()
    }
    before: dict[Column, list[Column]] = {column: [] for column in found}
    for upper, lower in combinations(found, 2):
        if lower in sharing[upper]:
            first, second = sorted((upper, lower), key=_middle, reverse=True)
        elif any(lower.y1 <= _middle(between) <= upper.y0 for between in sharing[upper] & sharing[lower]):
            continue
        else:
            first, second = sorted((upper, lower), key=lambda column: column.x0)
        before[second].append(first)
    return tuple(TopologicalSorter(before).static_order())


def _with_free_sides(column: Column, found: Sequence[Column], areas: Sequence[Area], body: float) -> Area:
    """Where a column stands; a headline or byline goes over all columns below it, however short it is."""
    if column.size <= _HEADLINE * body and not _is_alone(column, found, areas):
        return column
    beside = [area for area in areas if area.is_beside(column)]
    x0 = max((area.x1 for area in beside if area.x1 <= column.x0), default=min(other.x0 for other in found))
    x1 = min((area.x0 for area in beside if area.x0 >= column.x1), default=max(other.x1 for other in found))
    return Area(x0, column.y0, x1, column.y1)


def _is_alone(column: Column, found: Sequence[Column], areas: Sequence[Area]) -> bool:
    """Whether it is one line, as a byline is, with columns below and nothing on either side, not even a bit lower."""
    around = Area(column.x0, column.y0 - column.size, column.x1, column.y1 + column.size)
    if len(column.lines) > 1 or any(area.is_beside(around) for area in areas):
        return False
    return any(other.y1 <= column.y0 and not other.shares_width(column) for other in found)


def _middle(area: Area) -> float:
    return (area.y0 + area.y1) / 2


def _is_scattered(found: Sequence[Column]) -> bool:
    single = [column for column in found if len(column.lines) == 1]
    beside = sum(any(column.is_beside(other) for other in single) for column in single)
    return beside >= max(_MANY, len(found) / 2)
