"""PDF files (``.pdf``) with a text layer ─▶ Source.

pdfminer.six puts glyphs into lines, ``columns`` the lines into columns and these into reading order, ``paragraphs`` the
columns into headlines and paragraphs. The number of a line counts the lines of the text layer from 1; between two
stories that a rule or a frame parts stand two blank lines. What is lost: weights and colours of type, pictures. Where
lines stand side by side that make no columns, their order is a doubt for a person to look at.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import TYPE_CHECKING

from duidu.errors import PageError
from duidu.importers.columns import Area, PrintedLine, columns
from duidu.importers.paragraphs import paragraphs
from duidu.importers.source import Source, SourceLine, not_installed
from duidu.model import Decision, RawPage, SourceRef

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTLayoutContainer, LTPage

# A scan of a newspaper page at 300 dots an inch unpacks to 210 MB. What is larger fills the memory.
LARGEST_STREAM = 300_000_000
# Text of so many characters is no newspaper page, but a book.
LARGEST_TEXT = 3_000_000
# pdfminer's name for a glyph whose font does not say which character it is.
_UNKNOWN = re.compile(r"\(cid:\d+\)")
# The same glyph again, so many sizes of type beside itself, is its shadow.
_SHADOW = 0.4
# Figures side by side in a line set from the top down take so many sizes of its type.
_SIDE_BY_SIDE = 1.5
# So near a line goes on that is cut where one character stands higher.
_ROW_GAP = 0.5
# So many sizes of type farther apart than the others of their line two characters have a space between them.
_LATIN_SPACE, _HAN_SPACE = 0.12, 0.4
# How sure the order of a page is whose lines make no columns.
_UNSURE = 0.5
# So many bytes are unpacked at a time.
_SLICE = 1 << 16


def read(page: RawPage) -> Source:
    """The lines of a PDF's text layer; raises PageError when it has none, or cannot be read."""
    _check_streams(page)
    content = tuple(_content(page))
    lines = tuple(item for item in content if isinstance(item, SourceLine))
    remarks = (item for item in content if isinstance(item, Decision))
    ref = SourceRef(page.path, 1)
    if not lines:
        hint = "it is a picture of a page: recognise its text (OCR) first."
        raise PageError("the PDF has no text layer.", hint=hint, ref=ref)
    unknown = sum(len(_UNKNOWN.findall(line.text)) for line in lines)
    if unknown > sum(len(_UNKNOWN.sub("", line.text)) for line in lines):
        hint = "copy the text out of a viewer, or recognise it (OCR)."
        raise PageError("the fonts of the PDF do not say which characters they show.", hint=hint, ref=ref)
    return Source(lines, "PDF", (*remarks, *_doubtful(lines, page.path)))


def _check_streams(page: RawPage) -> None:
    """A few bytes can unpack to more than fits into memory: they are unpacked piece by piece first."""
    data = memoryview(page.data)
    for match in re.finditer(rb"stream\r?\n", page.data):
        if _unpacked_size(data[match.end() :]) > LARGEST_STREAM:
            message = f"a part of the PDF unpacks to more than {LARGEST_STREAM // 1_000_000} MB."
            raise PageError(message, hint="print the page to a new PDF.", ref=SourceRef(page.path, 1))


def _unpacked_size(packed: memoryview) -> int:
    """How many bytes a stream unpacks to; what is packed another way has about the size that it has in the file.

    >>> _unpacked_size(memoryview(zlib.compress(bytes(5000)) + b"endstream")), _unpacked_size(memoryview(b"BT /F1"))
    (5000, 0)
    """
    unpacker, size = zlib.decompressobj(), 0
    for start in range(0, len(packed), _SLICE):  # zlib copies what it does not need of what it gets
        rest: memoryview | bytes = packed[start : start + _SLICE]
        while rest and not unpacker.eof:
            try:
                size += len(unpacker.decompress(rest, 1 << 20))
            except zlib.error:
                return size
            rest = unpacker.unconsumed_tail
            if size > LARGEST_STREAM:
                return size
        if unpacker.eof:
            break
    return size


def _content(page: RawPage) -> Iterator[SourceLine | Decision]:
    """The lines, and before those of a sheet what is doubtful about their order."""
    number = size = 0
    for sheet in _sheets(page):
        ordered, doubt = columns(_printed(sheet), _pictures(sheet), _rules(sheet))
        if doubt:
            ref = SourceRef(page.path, number + 1)
            yield Decision(ref, "reading order", ordered[0].column.lines[0].text, doubt, _UNSURE)
        for paragraph in paragraphs(ordered):
            gap = int(paragraph.apart) if number else 0
            yield SourceLine(paragraph.text, number + 1, gap, paragraph.indented, paragraph.role)
            number, size = number + paragraph.lines, size + len(paragraph.text)
            if size > LARGEST_TEXT:
                message = f"the PDF holds more than {LARGEST_TEXT // 1_000_000} million characters."
                hint = "split it: one newspaper page a file."
                raise PageError(message, hint=hint, ref=SourceRef(page.path, number))


def _printed(sheet: LTPage) -> Iterator[PrintedLine]:
    for row, vertical in _rows(sheet):
        if not (text := _text(row, vertical=vertical)):
            continue
        x0, x1 = min(glyph.x0 for glyph in row), max(glyph.x1 for glyph in row)
        if vertical:
            yield PrintedLine(x0, min(glyph.y0 for glyph in row), x1, max(glyph.y1 for glyph in row), text, True)
        else:
            yield PrintedLine(x0, median(glyph.y0 for glyph in row), x1, median(glyph.y1 for glyph in row), text)


def _rows(sheet: LTPage) -> Iterator[tuple[list[LTChar], bool]]:
    """The glyphs of each line, and whether it is set from the top down. One that stands higher or lower than the
    others (：of another font, an exponent) belongs to their line all the same, and so do figures side by side in a line
    set from the top down (CLREQ, 縱中橫)."""
    from pdfminer.layout import LAParams, LTChar, LTTextLineVertical

    glyphs = list(_printed_once(_glyphs(sheet)))
    row: list[LTChar] = []
    vertical = False
    for line in sheet.group_objects(LAParams(detect_vertical=True), glyphs) if glyphs else ():
        found = [glyph for glyph in line if isinstance(glyph, LTChar)]
        down = isinstance(line, LTTextLineVertical)
        beside = row and _goes_on(row[-1], found[0]) and (vertical or not down)
        if beside or (row and vertical and _goes_down(row[-1], found, down=down)):
            row += found
        else:
            if row:
                yield row, vertical
            row, vertical = found, down
    if row:
        yield row, vertical


def _goes_on(above: LTChar, glyph: LTChar) -> bool:
    near = abs(glyph.x0 - above.x1) < _ROW_GAP * min(above.size, glyph.size)
    return near and above.y0 < glyph.y1 and glyph.y0 < above.y1


def _goes_down(above: LTChar, glyphs: Sequence[LTChar], *, down: bool) -> bool:
    """Whether glyphs stand right below one of a line set from the top down, not much wider than it."""
    x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    near = abs(above.y0 - glyphs[0].y1) < _ROW_GAP * above.size
    middle = x0 < (above.x0 + above.x1) / 2 < x1 or above.x0 < (x0 + x1) / 2 < above.x1
    return near and middle and (down or x1 - x0 < _SIDE_BY_SIDE * above.size)


def _glyphs(container: LTLayoutContainer) -> Iterator[LTChar]:
    """All glyphs of a page, those of forms (a page within the page) too."""
    from pdfminer.layout import LTChar, LTFigure

    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTFigure):
            yield from _glyphs(item)


def _printed_once(glyphs: Iterable[LTChar]) -> Iterator[LTChar]:
    """The glyphs without the shadows of headlines: the same glyph again, hardly beside itself."""
    met: dict[tuple[str, int, int], list[LTChar]] = {}
    for glyph in glyphs:
        cell = glyph.size or 1.0
        column, row = int(glyph.x0 / cell), int(glyph.y0 / cell)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in met.get((glyph.get_text(), x, y), ())
        )
        if not any(_covers(glyph, other) for other in near):
            met.setdefault((glyph.get_text(), column, row), []).append(glyph)
            yield glyph


def _covers(glyph: LTChar, other: LTChar) -> bool:
    reach = _SHADOW * min(glyph.size, other.size)
    return abs(glyph.x0 - other.x0) < reach and abs(glyph.y0 - other.y0) < reach


def _text(glyphs: Sequence[LTChar], *, vertical: bool) -> str:
    """The text of a line. Where its characters are set apart to fill it there are no spaces; a space is where two of
    them stand much farther apart than the others, or two Latin letters do at all."""
    if not glyphs:
        return ""
    gaps = [_gap(above, glyph, vertical=vertical) for above, glyph in pairwise(glyphs)]
    usual = max(0.0, median_low(gaps)) if gaps else 0.0
    text = glyphs[0].get_text()
    for gap, (above, glyph) in zip(gaps, pairwise(glyphs), strict=True):
        latin = above.get_text()[-1:].isascii() and glyph.get_text()[:1].isascii()
        text += (
            " " * (gap > usual + max(above.size, glyph.size) * (_LATIN_SPACE if latin else _HAN_SPACE))
            + glyph.get_text()
        )
    return upright(text.strip())


def upright(text: str) -> str:
    """The marks that are turned in lines set from the top down as they stand in others.

    >>> upright("说﹃老井﹄︵上︶")
    '说『老井』（上）'
    """
    return text.translate(_UPRIGHT)


_UPRIGHT = str.maketrans(
    "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈︗︘︱︙︐︑︒︓︔︕︖∕",
    "（）｛｝〔〕【】《》〈〉「」『』［］〖〗—…，、。：；！？／",
)


def _gap(above: LTChar, glyph: LTChar, *, vertical: bool) -> float:
    return float(above.y0 - glyph.y1 if vertical else glyph.x0 - above.x1)


def _pictures(sheet: LTPage) -> Iterator[Area]:
    from pdfminer.layout import LTFigure

    return (Area(*figure.bbox) for figure in sheet if isinstance(figure, LTFigure))


def _rules(sheet: LTPage) -> Iterator[Area]:
    """Lines between stories, and the frames round them."""
    from pdfminer.layout import LTCurve

    return (Area(*drawn.bbox) for drawn in sheet if isinstance(drawn, LTCurve))


def _sheets(page: RawPage) -> Iterator[LTPage]:
    try:
        from pdfminer.converter import PDFPageAggregator
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
    except ImportError:
        raise not_installed(page.path, "PDF files", "pdf") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it has to say is an exception here
    ref = SourceRef(page.path, 1)
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    try:
        for sheet in PDFPage.get_pages(io.BytesIO(page.data)):
            interpreter.process_page(sheet)
            yield device.get_result()
    except PDFPasswordIncorrect:
        hint = "save it without a password."
        raise PageError("the PDF is protected by a password.", hint=hint, ref=ref) from None
    except Exception:  # the library raises whatever a broken file leads it to
        hint = "print the page to a new PDF, or save its text as NAME.txt."
        raise PageError("this is no PDF, or a broken one.", hint=hint, ref=ref) from None


def _doubtful(lines: tuple[SourceLine, ...], path: str) -> Iterator[Decision]:
    for line in lines:
        if unknown := _UNKNOWN.findall(line.text):
            reason = f"the font does not say which character {unknown[0]} is"
            yield Decision(SourceRef(path, line.number), "doubtful character", line.text, reason, 0.0)
