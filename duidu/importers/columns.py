"""Lines of print with their places on a page ─▶ columns, in the order in which a person reads them.

A line goes on in the one below it that has its size of type and is as near as lines of this page are: their leading is
measured first. The columns that come of it, or parts of columns, are put into order by two rules (T. M. Breuel, "High
performance document layout analysis", 2003): what stands above another comes first; of what stands side by side, the
left comes first, unless something lies between that goes over both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from graphlib import CycleError, TopologicalSorter
from itertools import chain, combinations, pairwise
from operator import itemgetter
from statistics import median

_SMALLEST = 0.1
# From line to line, in sizes of type: what is usual, and more than double spacing in Word.
USUAL_LEADING, WIDEST_LEADING = 1.5, 3.0
# How much wider than the leading of the page that of a column may be, and how much two sizes of type may differ.
_WIDER, _LARGER = 1.15, 1.15
# The type of a headline is so much larger than that of the text.
HEADLINE = 1.2
# Where a row at the top of a page has no smaller type, it is one of headlines, and a kicker stands nearer to its own.
_LARGEST_AT_TOP, _LEAST_AT_TOP = 1.6, 2
# What stands above another covers so much of the narrower of the two; the rest is type that sticks out of its column.
_COVERED = 0.25
# A sheet of newsprint has some hundreds of headlines, captions and parts of columns; more would take minutes to order.
_MOST = 2000
# So many lines that stand side by side, each by itself, are more than a few page numbers and bylines.
_MANY = 6
# A rule is so many sizes of type long, and both sides of a frame so many.
_LEAST_RULE, _LEAST_FRAME = 8, 3
# A rule parts what it goes past at so much of their width or height.
_LEAST_REACH = 0.3
# What stands so many sizes of the text's type above or below a headline is beside it, too.
_BESIDE = 0.6
# A byline stands so many sizes of its type below its headline.
_BYLINE_GAP = 3
# An indent is no wider than so many sizes of type.
_MOST_INDENT = 3.5
# Vertical lines so many sizes of type apart belong together.
_VERTICAL_GAP = 2


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A rectangle of a page; as in PDF, ``y`` grows upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From its left side to its right one."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From its foot to its top."""
        return self.y1 - self.y0

    def holds(self, other: Area) -> bool:
        """Whether the middle of another lies within it."""
        x, y = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

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
    vertical: bool = False

    @property
    def size(self) -> float:
        """The size of its type; that of hidden text is often 0."""
        return max(self.x1 - self.x0 if self.vertical else self.y1 - self.y0, _SMALLEST)


@dataclass(frozen=True, slots=True, eq=False)
class Column(Area):
    """Lines of one size of type, each below the other; a headline is one, too.

    A frame round some of them is one column to those outside it, and has them as its ``framed``.
    """

    lines: tuple[PrintedLine, ...]
    framed: tuple[Placed, ...] = ()

    @property
    def size(self) -> float:
        """The size of its type; the largest where headline and byline are set from the top down, side by side."""
        return max(line.size for line in self.lines) if self.vertical else self.lines[0].size

    @property
    def vertical(self) -> bool:
        """Whether it is set from the top down, as a headline beside its text may be."""
        return self.lines[0].vertical


class Apart(IntEnum):
    """What lies between a column and the one that is read before it."""

    TOP = 0  # nothing but the way to the top of the next column
    PIECE = 1  # white space, or another size of type
    BLOCK = 2  # a rule or a frame, or a headline begins


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A column where it is read."""

    column: Column
    apart: Apart
    at_edge: bool = False  # of the page, as its date and number are


def columns(
    lines: Iterable[PrintedLine], pictures: Iterable[Area] = (), rules: Iterable[Area] = ()
) -> tuple[tuple[Placed, ...], str]:
    """The columns of a page in reading order, and why this order is in doubt: empty where it is not.

    ``rules`` are the lines between stories and the frames round them. A page whose text is set from the top down, its
    lines from right to left (CLREQ, 直排), is read as if it were turned: its lines stand in what is returned as if they
    ran from left to right.

    >>> def line(x: float, y: float, text: str) -> PrintedLine: return PrintedLine(x, y, x + 150, y + 10, text)
    >>> page = [line(50, 700, "昨天，"), line(220, 700, "她也"), line(50, 680, "他来了，"), line(220, 680, "来了。")]
    >>> found, doubt = columns(page)
    >>> [[line.text for line in placed.column.lines] for placed in found], doubt
    ([['昨天，', '他来了，'], ['她也', '来了。']], '')
    """
    printed = sorted(lines, key=_from_top)
    if sum(len(line.text) for line in printed if line.vertical) * 2 > sum(len(line.text) for line in printed):
        return columns(map(_line_turned, printed), map(_turned, pictures), map(_turned, rules))
    body = body_size(printed)
    drawn = [rule for rule in rules if max(rule.width, rule.height) >= _LEAST_RULE * body]
    walls = [rule for rule in drawn if min(rule.width, rule.height) < body]
    frames = [rule for rule in drawn if min(rule.width, rule.height) >= _LEAST_FRAME * body]
    found = sorted(_columns(printed, walls), key=_from_top)
    if len(found) > _MOST:
        return tuple(
            Placed(column, Apart.PIECE) for column in found
        ), "the page has more pieces of text than a newspaper"
    edges = (edge for frame in frames if sum(map(frame.holds, found)) > 1 for edge in _edges(frame))
    sheet = _Sheet(body, [*walls, *edges], list(pictures))
    try:
        placed = _placed(_with_frames(found, frames, sheet), sheet)
    except CycleError:
        return tuple(Placed(column, Apart.PIECE) for column in found), "the columns of the page reach into one another"
    scattered = "most lines of the page stand side by side, each by itself" if _is_scattered(found) else ""
    return tuple(placed), scattered


def _turned(area: Area) -> Area:
    return Area(-area.y1, area.x0, -area.y0, area.x1)


def _line_turned(line: PrintedLine) -> PrintedLine:
    """A single character runs in no direction."""
    box = _turned(line)
    return PrintedLine(box.x0, box.y0, box.x1, box.y1, line.text, not line.vertical and len(line.text) > 1)


def body_size(lines: Sequence[PrintedLine]) -> float:
    """The size of type that most of the text has."""
    sizes = [line.size for line in lines for _ in line.text]
    return median(sizes) if sizes else 0.0


# ---------------------------------------------------------------- rules and frames


@dataclass(frozen=True, slots=True)
class _Sheet:
    body: float
    walls: Sequence[Area]
    pictures: Sequence[Area]


def _edges(frame: Area) -> Iterator[Area]:
    yield Area(frame.x0, frame.y1, frame.x1, frame.y1)
    yield Area(frame.x0, frame.y0, frame.x1, frame.y0)
    yield Area(frame.x0, frame.y0, frame.x0, frame.y1)
    yield Area(frame.x1, frame.y0, frame.x1, frame.y1)


def _with_frames(found: Sequence[Column], frames: Iterable[Area], sheet: _Sheet) -> list[Column]:
    """The columns, those within a frame as one; the innermost frames first."""
    columns = list(found)
    for frame in sorted(frames, key=lambda frame: frame.width * frame.height):
        inside = [column for column in columns if frame.holds(column)]
        if 0 < len(inside) < len(columns):
            within = _placed(inside, sheet)
            lines = tuple(line for placed in within for line in placed.column.lines)
            framed = Column(frame.x0, frame.y0, frame.x1, frame.y1, lines, tuple(within))
            columns = sorted([*(column for column in columns if column not in inside), framed], key=_from_top)
    return columns


def _placed(found: Sequence[Column], sheet: _Sheet) -> list[Placed]:
    """Columns in reading order: cut apart at the rules between them, as often as a rule goes past all of them."""
    placed: list[Placed] = []
    head, rest = _head(found, sheet.body)
    parts = [(head, False), *_cut_at_rules(rest, sheet)]
    for part, is_beside in parts:
        above = placed[-1].column if placed and is_beside else None
        for column in _ordered(part, [*part, *sheet.pictures, *sheet.walls], sheet.body):
            apart = _apart(above, column, sheet.body) if above or not placed else _across(placed, part)
            framed = [replace(column.framed[0], apart=Apart.BLOCK), *column.framed[1:]] if column.framed else []
            placed.extend(framed or [Placed(column, apart, part is head)])
            above = column
    return placed


def _across(placed: Sequence[Placed], part: Sequence[Column]) -> Apart:
    """What a rule is between what was read so far and a part: that between two rows of a table parts no stories."""
    rows = len(placed[-1].column.lines) == 1 and len(part) == 1 and len(part[0].lines) == 1
    return Apart.PIECE if rows else Apart.BLOCK


def _head(found: Sequence[Column], body: float) -> tuple[list[Column], list[Column]]:
    """What stands at the top in a row by itself, as date and page number do, and the rest."""
    for count, (column, below) in enumerate(pairwise(found), start=1):
        if len(column.lines) > 1 or column.framed:
            break
        row = list(found[:count])
        gap, size = min(above.y0 for above in row) - below.y1, min(above.size for above in row)
        if gap > 0 and (size <= HEADLINE * body or (size < _LARGEST_AT_TOP * body and gap > _LEAST_AT_TOP * body)):
            return row, list(found[count:])
    return [], list(found)


def _apart(above: Column | None, column: Column, body: float) -> Apart:
    if above is None:
        return Apart.PIECE
    if above.framed:
        return Apart.BLOCK
    text = max(above.size, column.size) <= HEADLINE * body and _is_alike(above, column)
    return Apart.TOP if text and above.x1 <= column.x0 else Apart.PIECE


def _cut_at_rules(found: Sequence[Column], sheet: _Sheet) -> Iterator[tuple[Sequence[Column], bool]]:
    """The columns in parts, in the order of reading, and whether each goes on right of an upright rule: one between the
    columns of a story, not between two stories."""
    first, second, upright = _cut(found, sheet)
    if not second:
        yield found, False
        return
    yield from _cut_at_rules(first, sheet)
    top = max(second, key=lambda column: column.y1)
    goes_on = upright and top.size <= HEADLINE * sheet.body and not any(column.vertical for column in second)
    for part, is_beside in _cut_at_rules(second, sheet):
        yield part, is_beside or goes_on
        goes_on = False


def _cut(found: Sequence[Column], sheet: _Sheet) -> tuple[Sequence[Column], Sequence[Column], bool]:
    """The columns above a rule and below it, or left of it and right of it, and whether it is upright: the longest of
    those that pass between all columns; none below it where there is no such rule."""
    slack = sheet.body / 2
    box = _around(found) if found else None
    walls = [(_reach(wall, box), wall) for wall in sheet.walls] if box else []
    for reach, wall in sorted(walls, key=itemgetter(0), reverse=True):
        if reach < _LEAST_REACH:
            break
        upright = wall.width < wall.height
        if upright:
            first = [column for column in found if column.x1 <= wall.x1 + slack]
            second = [column for column in found if column.x0 >= wall.x0 - slack]
        else:
            first = [column for column in found if column.y0 >= wall.y0 - slack]
            second = [column for column in found if column.y1 <= wall.y1 + slack]
        if first and second and len(first) + len(second) == len(found):
            return first, second, upright
    return found, (), False


def _around(found: Iterable[Area]) -> Area:
    return Area(
        min(area.x0 for area in found),
        min(area.y0 for area in found),
        max(area.x1 for area in found),
        max(area.y1 for area in found),
    )


def _reach(wall: Area, box: Area) -> float:
    """How much of the width or the height of a box a rule in it covers."""
    if wall.width >= wall.height:
        within = box.y0 <= wall.y0 <= box.y1
        return within * max(0.0, min(wall.x1, box.x1) - max(wall.x0, box.x0)) / max(box.width, _SMALLEST)
    within = box.x0 <= wall.x0 <= box.x1
    return within * max(0.0, min(wall.y1, box.y1) - max(wall.y0, box.y0)) / max(box.height, _SMALLEST)


# ---------------------------------------------------------------- lines ─▶ columns


def _columns(from_top: Sequence[PrintedLine], walls: Sequence[Area]) -> Iterator[Column]:
    reach = _WIDER * _leading(from_top)
    below = {
        line: [other for other in _next_below(line, from_top[index:], reach) if not _is_walled(line, other, walls)]
        for index, line in enumerate(from_top, start=1)
    }
    above = Counter(chain.from_iterable(below.values()))
    # Where two columns begin under one line, or end above one, none goes on.
    goes_on = {line: found[0] for line, found in below.items() if len(found) == 1 and above[found[0]] == 1}
    inner = set(goes_on.values())
    for line in from_top:
        if line not in inner and not line.vertical:
            yield from _without_byline(_chain(line, goes_on))
    yield from _vertical([line for line in from_top if line.vertical])


def _vertical(lines: Iterable[PrintedLine]) -> Iterator[Column]:
    """Lines that are set from the top down, those side by side as one column: a headline and who wrote the text."""
    groups: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: -line.x0):
        group = next((group for group in groups if _is_next_to(line, group)), None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    for group in groups:
        yield _column(group)


def _is_next_to(line: PrintedLine, group: Sequence[PrintedLine]) -> bool:
    box = _around(group)
    near = group[-1].x0 - line.x1 < _VERTICAL_GAP * max(line.size, group[-1].size)
    return near and line.y0 < box.y1 and box.y0 < line.y1


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
        if _is_alike(line, other) and _is_below(other, line) and not any(_is_below(other, above) for above in found):
            found.append(other)
    return found


def _is_alike(one: PrintedLine | Column, other: PrintedLine | Column) -> bool:
    """Whether two have about the same size of type."""
    return max(one.size, other.size) <= _LARGER * min(one.size, other.size)


def _is_walled(line: PrintedLine, below: PrintedLine, walls: Iterable[Area]) -> bool:
    """Whether a rule lies between a line and one below it."""
    return any(
        wall.width >= wall.height and wall.shares_width(line) and _middle(below) < wall.y0 < _middle(line)
        for wall in walls
    )


def _is_below(line: PrintedLine, other: PrintedLine) -> bool:
    if line.vertical or other.vertical:
        return False
    return other.y1 - line.y1 > line.size / 2 and (line.shares_width(other) or _is_beside_indent(line, other))


def _is_beside_indent(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether one of two lines is the last of its paragraph, and so short that it stands but under the indent of the
    line above it, or above that of the next."""
    short, long = sorted((line, other), key=lambda line: line.width)
    reach = _MOST_INDENT * line.size
    return abs(line.x0 - other.x0) < reach and short.width < reach and long.width > 2 * short.width


def _chain(first: PrintedLine, goes_on: Mapping[PrintedLine, PrintedLine]) -> list[PrintedLine]:
    lines = [first]
    while lines[-1] in goes_on:
        lines.append(goes_on[lines[-1]])
    return lines


def _without_byline(lines: Sequence[PrintedLine]) -> Iterator[Column]:
    """The lines as a column; a first one that begins left of all others stands above several columns."""
    first, *rest = lines
    if rest and first.x0 < min(line.x0 for line in rest) - first.size:
        yield _column([first])
        yield _column(rest)
    else:
        yield _column(lines)


def _column(lines: Sequence[PrintedLine]) -> Column:
    box = _around(lines)
    return Column(box.x0, box.y0, box.x1, box.y1, tuple(lines))


# ---------------------------------------------------------------- reading order


def _from_top(area: Area) -> tuple[float, float]:
    return -area.y1, area.x0


def _ordered(found: Sequence[Column], areas: Sequence[Area], body: float) -> tuple[Column, ...]:
    """Raises CycleError where the two rules cannot both be kept."""
    under = {column: head for column in found if (head := _headline_over(column, found, body))}
    rest = [column for column in found if column not in under]
    widths = {column: _with_free_sides(column, rest, areas, body) for column in rest}
    sharing = {
        column: {other for other in rest if widths[other].shares_width(width)} for column, width in widths.items()
    }
    before: dict[Column, list[Column]] = {column: [] for column in rest}
    for upper, lower in combinations(rest, 2):
        if upper.vertical != lower.vertical and upper.is_beside(lower):
            first, second = sorted((upper, lower), key=_from_left)
        elif lower in sharing[upper]:
            first, second = sorted((upper, lower), key=_middle, reverse=True)
        elif any(lower.y1 <= _middle(between) <= upper.y0 for between in sharing[upper] & sharing[lower]):
            continue
        else:
            first, second = sorted((upper, lower), key=_from_left)
        before[second].append(first)
    ordered = list(TopologicalSorter(before).static_order())
    for column, head in under.items():  # from the top down: a byline goes right behind its headline
        ordered.insert(ordered.index(head) + 1, column)
    return tuple(ordered)


def _from_left(column: Column) -> tuple[bool, float]:
    """What is set from the top down is a headline and its byline: they stand right of their text, and come first."""
    return (False, -column.x0) if column.vertical else (True, column.x0)


def _with_free_sides(column: Column, found: Sequence[Column], areas: Sequence[Area], body: float) -> Area:
    """Where a column stands; a headline or byline goes over all columns below it, however short it is."""
    if column.framed or column.vertical:
        return column
    if column.size <= HEADLINE * body and not _is_alone(column, found, areas):
        return column
    near = _BESIDE * body
    around = Area(column.x0, column.y0 - near, column.x1, column.y1 + near)
    beside = [area for area in areas if area is not column and area.is_beside(around)]
    x0 = max((area.x1 for area in beside if area.x1 <= column.x0), default=min(other.x0 for other in found))
    x1 = min((area.x0 for area in beside if area.x0 >= column.x1), default=max(other.x1 for other in found))
    return Area(x0, column.y0, x1, column.y1)


def _headline_over(column: Column, found: Iterable[Column], body: float) -> Column | None:
    """The headline right above a line, if no text begins beside it: it is a byline and belongs to that."""
    if len(column.lines) > 1 or any(abs(other.y1 - column.y1) < body / 2 for other in found if other is not column):
        return None
    least = HEADLINE * max(body, column.size)
    over = [
        head
        for head in found
        if head.size > least
        and not (head.vertical or head.framed)
        and head.shares_width(column)
        and _is_close(head, column)
    ]
    return min(over, key=lambda head: head.y0, default=None)


def _is_close(head: Column, column: Column) -> bool:
    return head.width > column.width and 0 <= head.y0 - column.y1 < _BYLINE_GAP * column.size


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
