"""Word documents (``.docx``) ─▶ Source.

A paragraph of Word is a line here, and its number counts the paragraphs from 1. The styles Title and Heading are
headlines and crossheads: without a Title, Heading 1 is the headline, and below the name of the paper, the next level;
where several are set so, no other line is one that has no byline of its own. The items of a list and the rows of a
table are paragraphs. Text in text boxes, and in tables that lay out a page, is read where it is anchored. What is
lost: columns, pictures, headers and footers, footnotes, numbers that Word itself puts before the items of a list, and
text that a reviewer has struck out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from duidu.errors import PageError
from duidu.importers.furniture import is_masthead
from duidu.importers.source import (
    CELL_GAP,
    LONGEST_CELL,
    Source,
    SourceLine,
    below_headline,
    ends_like_a_sentence,
    headline_level,
    not_installed,
)
from duidu.model import Kind, RawPage, Role, SourceRef

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Row, CT_Tbl
    from docx.oxml.text.paragraph import CT_P

# A newspaper page is 15 KB of text and a few pictures. What unpacks to more than this is no page, but fills the memory.
LARGEST_UNPACKED = 100_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What is not a paragraph's own text: a text box in it, what was struck out, readings above words, tab stops.
_FOREIGN = ("w:p", "w:del", "w:moveFrom", "w:rt", "w:tabs")
# As what style the row of a table counts.
_ROW = "List Row"
_HEADING = re.compile(r"Heading (\d)")
_BREAKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def read(page: RawPage) -> Source:
    """The paragraphs of a Word document; raises PageError when it is none, or holds no text."""
    document = _opened(page)
    lines = tuple(_lines(document))
    if not lines:
        hint = "put the text in; text in pictures cannot be read."
        raise PageError("the document holds no text.", hint=hint, ref=SourceRef(page.path, 1))
    marked = sum(line.role is Role.TITLE for line in lines) > 1  # one alone may be the name of the paper
    return Source(below_headline(lines, several=True) if marked else lines, "DOCX")


def _opened(page: RawPage) -> Document:
    try:
        import docx
    except ImportError:
        raise not_installed(page.path, "Word documents", "docx") from None
    ref = SourceRef(page.path, 1)
    if page.data.startswith(_OLD_OFFICE):
        hint = "save it again as .docx, without a password."
        raise PageError("this is an old Word document (.doc), or one with a password.", hint=hint, ref=ref)
    try:
        with zipfile.ZipFile(io.BytesIO(page.data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked <= LARGEST_UNPACKED:
            return docx.Document(io.BytesIO(page.data))
    except Exception:  # the library raises whatever a broken file leads it to
        hint = "save it again as .docx, or the text as NAME.txt."
        raise PageError("this is no Word document, or a broken one.", hint=hint, ref=ref) from None
    message = f"the document unpacks to {unpacked // 1_000_000} MB."
    raise PageError(message, hint="take the pictures out, or split it.", ref=ref)


def _lines(document: Document) -> Iterator[SourceLine]:
    from docx.oxml.ns import qn

    names = {style.style_id: style.name or "" for style in document.styles}
    body = document.element.body
    paragraphs = [item for item in body.iter(qn("w:p")) if not _is_repeated(item)]
    levels = [(names.get(item.style or "", ""), " ".join(_texts(item))) for item in paragraphs]
    found = [(level, text) for style, text in levels if text and (level := _level(style)) is not None]
    top = headline_level(found, 0 if 0 in dict(found) else 1)
    rows = {row for table in body.iter(qn("w:tbl")) if _is_data(table) for row in table.iter(qn("w:tr"))}
    gap = 0
    for row, numbered in groupby(enumerate(paragraphs, start=1), key=lambda item: _row_of(item[1], rows)):
        texts = [(number, names.get(item.style or "", ""), _texts(item)) for number, item in numbered]
        if row is not None:
            cells = CELL_GAP.join(text for _, _, parts in texts for text in parts)
            texts = [(texts[0][0], _ROW, [cells] if cells else [])]
        for number, style, parts in texts:
            for text in parts:
                yield _line(style, text, number, gap, top)
                gap = 0
            gap = 0 if parts else gap + 1


def _is_data(table: CT_Tbl) -> bool:
    """Whether a table holds data in rows and columns; others frame a story, or set stories side by side."""
    from docx.oxml.ns import qn

    cells = ["".join(node.text or "" for node in cell.iter(qn("w:t"))) for cell in table.iter(qn("w:tc"))]
    nested = table.find(f".//{qn('w:tbl')}") is not None
    return not nested and table.col_count > 1 and max(map(len, cells), default=0) <= LONGEST_CELL


def _row_of(paragraph: CT_P, rows: set[CT_Row]) -> CT_Row | None:
    return next((row for row in paragraph.iterancestors() if row in rows), None)


def _is_repeated(paragraph: CT_P) -> bool:
    """Word saves a text box twice: as it is, and as programs of before 2010 understand it."""
    return any(ancestor.tag.endswith("}Fallback") for ancestor in paragraph.iterancestors())


def _texts(paragraph: CT_P) -> list[str]:
    """The lines of a paragraph that hold something."""
    return [text for raw in _text(paragraph).split("\n") if (text := raw.strip())]


def _text(paragraph: CT_P) -> str:
    from docx.oxml.ns import qn

    foreign = {qn(name) for name in _FOREIGN}
    breaks = {qn(name): text for name, text in _BREAKS.items()}
    parts = []
    for node in paragraph.iter(qn("w:t"), *breaks):
        between = []
        for ancestor in node.iterancestors():
            if ancestor is paragraph:
                break
            between.append(ancestor.tag)
        if foreign.isdisjoint(between):
            parts.append(breaks.get(node.tag) or node.text or "")
    return "".join(parts)


def _level(style: str) -> int | None:
    """The level of a style for headings: 0 for that of a title; None: it is for text.

    >>> _level("Title"), _level("Heading 2"), _level("Normal")
    (0, 2, None)
    """
    match = _HEADING.fullmatch(style)
    return int(match.group(1)) if match else 0 if style == "Title" else None


def _line(style: str, text: str, number: int, gap: int, top: int) -> SourceLine:
    """The line with what its style says; text of other styles is a paragraph only if it is plainly whole.

    >>> _line("Heading 1", "老井", 1, 0, 1).role, _line("Heading 1", "老井", 1, 0, 0).role
    (<Role.TITLE: 'title'>, <Role.HEADING: 'heading'>)
    >>> _line("Heading 1", "青石日报", 1, 0, 1).kind, _line("List Bullet", "老井", 1, 0, 1).role
    (<Kind.FURNITURE: 'furniture'>, <Role.PARAGRAPH: 'paragraph'>)
    """
    level = _level(style)
    if level is not None and level <= top and is_masthead(text):
        return SourceLine(text, number, gap, False, None, Kind.FURNITURE)
    if level is not None:
        return SourceLine(text, number, gap, False, Role.TITLE if level == top else Role.HEADING)
    whole = style.startswith("List") or ends_like_a_sentence(text)
    return SourceLine(text, number, gap, False, Role.PARAGRAPH if whole else None)
