"""Columns in reading order ─▶ headlines and paragraphs, by what print shows: size of type, indents, short last lines.

The first line of a paragraph is set in by two characters (CLREQ, 段首縮排). Where a page does so, its lines are put
together here, across the ends of columns, too; where it does not, they are left to the rules, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, pairwise

from duidu.importers import forms
from duidu.importers.columns import HEADLINE, Apart, Column, Placed, PrintedLine, body_size
from duidu.importers.line import ends
from duidu.model import Role
from duidu.text import join_lines

# The type of the headline of a story is so much larger than that of the text; in smaller one it may be a crosshead.
_TITLE = 1.6
# The lines of one headline that is set from the top down differ less in size than this; what is smaller is a byline.
_ALIKE = 0.8
# Beside a headline that is set from the top down nothing else is so short.
_SHORT_NAME = re.compile(r"[\u3400-\u9fff·]{2,4}")
# A first line is set in by so many sizes of type, and a last line ends so many before the others.
_LEAST_INDENT, _MOST_INDENT, _SHORT = 1.2, 3.5, 1.5
# A line is compared with so many above and below: beside a picture lines are shorter.
_NEAR = 3
# Of a page where indents tell paragraphs so many lines have one.
_FEWEST_INDENTS = 2


@dataclass(slots=True)
class Paragraph:
    """A headline, a paragraph, or a line that is left to the rules; ``lines`` says how many lines of print it is."""

    text: str
    apart: Apart
    indented: bool = False
    role: Role | None = None
    lines: int = 1


def paragraphs(placed: Sequence[Placed]) -> Iterator[Paragraph]:
    """The columns of a page as headlines and paragraphs, in their order.

    >>> def line(x: float, y: float, text: str) -> PrintedLine: return PrintedLine(x, y, x + 9 * len(text), y + 9, text)
    >>> first = line(18, 40, "昨天，村"), line(0, 30, "里的老井又"), line(0, 20, "有了水。")
    >>> column = Column(0, 0, 54, 49, (*first, line(18, 10, "他来了，"), line(0, 0, "大家都来了。")))
    >>> [paragraph.text for paragraph in paragraphs([Placed(column, Apart.PIECE)])]
    ['昨天，村里的老井又有了水。', '他来了，大家都来了。']
    """
    body = body_size([line for item in placed for line in item.column.lines])
    looks = _looks([item.column for item in placed if item.column.size <= HEADLINE * body])
    last: Paragraph | None = None
    above: PrintedLine | None = None
    for item, role in zip(placed, roles(placed, body), strict=True):
        pieces = _headline(item, role) if role or item.column.vertical else _lines(item, looks)
        for paragraph, line in pieces:
            look = looks.get(line)
            goes_on = paragraph.apart is Apart.TOP and look is not None and not look.indented
            if last and above and goes_on and above in looks and not _is_last(above, looks):
                last.text, last.lines = join_lines(last.text, paragraph.text), last.lines + 1
            else:
                yield from [last] if last else []
                last = paragraph
            above = line
    yield from [last] if last else []


def _headline(item: Placed, role: Role | None) -> Iterator[tuple[Paragraph, PrintedLine]]:
    column = item.column
    if not column.vertical:
        together = " ".join if role is Role.TITLE else lambda texts: reduce(join_lines, texts)
        text = together([line.text for line in column.lines])
        yield Paragraph(text, item.apart, role=role, lines=len(column.lines)), column.lines[0]
        return
    apart = item.apart
    bylines_last = sorted(column.lines, key=lambda line: _names_somebody(line.text))
    for large, group in groupby(bylines_last, key=lambda line: line.size >= _ALIKE * column.size):
        run = list(group)
        if large:
            yield Paragraph(" ".join(line.text for line in run), apart, role=role, lines=len(run)), run[0]
            apart, role = Apart.PIECE, None
            continue
        for line in run:
            named = role is None and _SHORT_NAME.fullmatch(line.text) is not None
            yield Paragraph(line.text, apart, role=Role.CREDIT if named else None), line
            apart = Apart.PIECE


def _lines(item: Placed, looks: Mapping[PrintedLine, _Look]) -> Iterator[tuple[Paragraph, PrintedLine]]:
    for index, line in enumerate(item.column.lines):
        indented = looks[line].indented if line in looks else _is_set_in(line, item.column)
        yield Paragraph(line.text, Apart.TOP if index else item.apart, indented), line


# ---------------------------------------------------------------- indents and short lines


@dataclass(frozen=True, slots=True)
class _Look:
    indented: bool
    short: bool


def _is_set_in(line: PrintedLine, column: Column) -> bool:
    return line.x0 - column.x0 > _LEAST_INDENT * line.size


def _looks(columns: Sequence[Column]) -> dict[PrintedLine, _Look]:
    """How each line of text is set; empty where no indents tell paragraphs."""
    found = {line: _look(index, column, columns) for column in columns for index, line in enumerate(column.lines)}
    indented = sum(look.indented for look in found.values())
    return found if _FEWEST_INDENTS <= indented <= len(found) - indented else {}


def _look(index: int, column: Column, columns: Sequence[Column]) -> _Look:
    line = column.lines[index]
    near = column.lines[max(0, index - _NEAR) : index + _NEAR + 1]
    left, right = min(other.x0 for other in near), max(other.x1 for other in near)
    if left == line.x0 and len(column.lines) <= _NEAR:  # perhaps all of them are first lines
        beside = [other.x0 for other in columns if other.shares_width(column)]
        left = max((x for x in beside if x <= left - _LEAST_INDENT * line.size), default=left)
    inset = (line.x0 - left) / line.size
    return _Look(_LEAST_INDENT <= inset <= _MOST_INDENT, right - line.x1 > _SHORT * line.size)


def _is_last(line: PrintedLine, looks: Mapping[PrintedLine, _Look]) -> bool:
    """Whether a line is the last one of its paragraph: it ends a sentence before it is full."""
    return looks[line].short and ends(line.text)


# ---------------------------------------------------------------- what the size of type tells


def roles(placed: Sequence[Placed], body: float) -> list[Role | None]:
    """What each column is by the size of its type: a headline, what stands above and below it, a crosshead.

    >>> def column(size: float, text: str) -> Column:
    ...     return Column(0, 0, 90, size, (PrintedLine(0, 0, 90, size, text),))
    >>> page = [column(12, "青石县"), column(30, "老井又有了水"), column(9, "王小明"), column(8, "昨天，他")]
    >>> page += [column(11, "水从哪里来"), column(8, "从山里来。")]
    >>> [role and role.value for role in roles([Placed(one, Apart.PIECE) for one in page], 8)]
    ['kicker', 'title', 'credit', None, 'heading', None]
    """
    found: list[Role | None] = [None] * len(placed)
    edges = [index for index, item in enumerate(placed) if index == 0 or item.apart is Apart.BLOCK]
    for first, last in pairwise([*edges, len(placed)]):
        headline = 0.0
        for whole in _runs_of_headlines(placed, first, last, body):
            run = [index for index in whole if not _is_byline(placed[index].column)]
            if not run or whole[-1] + 1 == last or placed[whole[0]].at_edge:  # over no text
                continue
            sizes = [placed[index].column.size for index in run]
            title = run[sizes.index(max(sizes))]
            if headline and len(run) == 1 and run[0] > first and max(sizes) * HEADLINE <= headline:
                found[run[0]] = Role.HEADING
            elif max(sizes) >= _TITLE * body:
                for index in run:
                    found[index] = Role.SUBTITLE if index > title else None
                found[title] = Role.TITLE
                for index in range(title + 1, min(whole[-1] + 2, last)):
                    if _is_byline(placed[index].column):
                        found[index] = Role.CREDIT
                if title > run[0]:
                    found[title - 1] = Role.KICKER
                headline = max(sizes)
    return found


def _is_byline(column: Column) -> bool:
    """Whether one line says who wrote the story: its type may be larger than that of the text."""
    return len(column.lines) == 1 and _names_somebody(column.lines[0].text)


def _names_somebody(text: str) -> bool:
    text = forms.closed_up(text)
    return text[0] not in "—–─" and bool(
        forms.BARE_NAME.fullmatch(text) or forms.SEVERAL_NAMES.fullmatch(text) or forms.credit(text)
    )


def _runs_of_headlines(placed: Sequence[Placed], first: int, last: int, body: float) -> Iterator[list[int]]:
    """Columns of larger type that follow one another, by their places."""
    for large, run in groupby(range(first, last), key=lambda index: placed[index].column.size > HEADLINE * body):
        if large:
            yield list(run)
