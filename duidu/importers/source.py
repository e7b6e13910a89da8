"""What every source format is brought to before the rules read it: lines of print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from duidu.errors import PageError
from duidu.importers import forms, furniture
from duidu.importers.authors import authors
from duidu.model import Decision, Kind, Role, SourceRef
from duidu.text import INVISIBLE

# Between the cells of a row; a cell longer than this is no cell of data, but part of the layout of a page.
CELL_GAP, LONGEST_CELL = "\u3000", 40

# Whether a word goes across the break between two pieces of text: (全市上下深, 刻领悟) is cut inside 深刻.
CutsWord = Callable[[str, str], bool]


class SourceLine(NamedTuple):
    """A line of print that holds something; ``number`` counts from 1, ``gap`` is the number of blank lines above.

    ``role`` is what the format itself says of it (a heading of HTML, a paragraph of Markdown): such a paragraph is
    whole, no break cuts it. ``kind`` is what it says a line is that belongs to no article (the caption of a picture).
    None: the rules have to find out.
    """

    text: str
    number: int
    gap: int
    indented: bool
    role: Role | None = None
    kind: Kind | None = None
    dated: bool = False  # when it was put on the web stood below it
    closed: bool = False  # what ends an article on the web stood above it
    within: bool = False  # below a headline that the format marks, and so no headline itself


@dataclass(frozen=True, slots=True)
class Source:
    """A page as its format gives it: lines of print, how they were decoded, and what to tell a person of that."""

    lines: tuple[SourceLine, ...]
    encoding: str
    remarks: tuple[Decision, ...] = ()


def source_lines(text: str) -> list[SourceLine]:
    """The lines of plain text that hold something.

    >>> [tuple(line[:4]) for line in source_lines("\\n\u3000他来了。\\n")]  # text, number, gap, indented
    [('他来了。', 2, 1, True)]
    >>> [line.text for line in source_lines("他来了。\u3000\u3000他走了。" + "水" * 120)][0]
    '他来了。'
    """
    lines: list[SourceLine] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        stripped = _stripped(raw)
        if not stripped:
            gap += 1
            continue
        indented = raw.startswith(("\u3000", "  ", "\t"))
        if len(stripped) > _LONGEST_ROW and _INDENT in stripped and _INDENT_WITHIN.search(stripped):
            first, *more = map(_stripped, _INDENTS.split(stripped))
            lines.append(SourceLine(first, number, gap, indented))
            lines.extend(SourceLine(piece, number, 0, indented=True) for piece in more if piece)
        else:
            lines.append(SourceLine(stripped, number, gap, indented))
        gap = 0
    return lines


# Text that has lost its line breaks keeps its indents: where one stands behind a sentence, all are those of paragraphs.
# The cells of a table may be as far apart, but no row of one is so long.
_LONGEST_ROW = 120
_INDENT = "\u3000\u3000"
_INDENT_WITHIN = re.compile(r"[。！？…”」』）：；]\s*\u3000{2}")
_INDENTS = re.compile(r"(?<![ \u3000])[ \u3000]*\u3000{2}[ \u3000]*")


# A sentence ends here; what closes it, and a byline in brackets, may follow.
_WHOLE = re.compile(r"[。！？!?…；;：:][”’」』）)】》〉\"']*(?:\s*[（(][^（）()]{2,40}[)）])?$")
# A line of print without a sentence's end that is longer than a headline can be.
_LONGEST_HEADLINE = 40


def ends_like_a_sentence(text: str) -> bool:
    """Whether a paragraph is plainly whole.

    >>> [ends_like_a_sentence(text) for text in ("“来！”", "他来了。(记者 杨刚)", "(记者 杨刚)", "全市上下深")]
    [True, True, False, False]
    """
    return bool(_WHOLE.search(text))


def paragraph_role(text: str) -> Role | None:
    """The role of what a format calls a paragraph: pages put bylines and crossheads into paragraphs, too.

    >>> paragraph_role("他来了。"), paragraph_role("本报记者 杨刚")
    (<Role.PARAGRAPH: 'paragraph'>, None)
    """
    return Role.PARAGRAPH if len(text) > _LONGEST_HEADLINE or ends_like_a_sentence(text) else None


def headline_level(headings: Iterable[tuple[int, str]], default: int) -> int:
    """The level of the headings that are headlines: below the name of the paper, the next one.

    >>> headline_level([(1, "青石日报"), (2, "老井"), (3, "水")], 1), headline_level([(1, "老井"), (2, "水")], 1)
    (2, 1)
    """
    levels: dict[int, list[str]] = {}
    for level, text in headings:
        levels.setdefault(level, []).append(text)
    named = [level for level, texts in levels.items() if all(map(furniture.is_masthead, texts))]
    return min(levels.keys() - named, default=default) if default in named else default


def below_headline(lines: tuple[SourceLine, ...], *, several: bool = False) -> tuple[SourceLine, ...]:
    """The lines of a format that marks its headlines: below the first of them, no other line is one.

    Where there may be ``several`` stories, one that follows a paragraph and has a byline of its own below is.

    >>> title, text = SourceLine("老井", 1, 0, False, Role.TITLE), SourceLine("井水清又清", 2, 1, False)
    >>> [line.within for line in below_headline((text, title, text))]
    [False, False, True]
    """
    first = next((index for index, line in enumerate(lines) if line.role is Role.TITLE), len(lines))
    free = set(_signed(lines)) if several else ()
    marked = (line.role is Role.TITLE or index < first or index in free for index, line in enumerate(lines))
    return tuple(line if own else line._replace(within=True) for line, own in zip(lines, marked, strict=True))


def _signed(lines: Sequence[SourceLine]) -> Iterator[int]:
    """The lines that stand between a paragraph and a byline with text below it: no caption with its photographer."""
    for index, (above, line, below, text) in enumerate(
        zip(lines, lines[1:], lines[2:], lines[3:], strict=False), start=1
    ):
        between = above.role is Role.PARAGRAPH and line.role is None and text.role is Role.PARAGRAPH
        if between and forms.credit(below.text) and authors(below.text) and not forms.signs_picture(below.text):
            yield index


def not_installed(path: str, what: str, extra: str) -> PageError:
    """The fault that the library for a format is not there."""
    message = f"reading {what} needs a library that is not installed."
    return PageError(message, hint=f"pip install 'duidu[{extra}]'", ref=SourceRef(path, 1))


def _stripped(text: str) -> str:
    """Without white space of any kind, and characters without width, on either side."""
    text = text.strip()
    while text and (text[0] in INVISIBLE or text[-1] in INVISIBLE):
        text = text.strip(INVISIBLE).strip()
    return text
