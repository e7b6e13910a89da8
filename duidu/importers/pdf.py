"""PDF files (``.pdf``) with a text layer ─▶ Source.

pdfminer.six puts glyphs into lines, ``columns`` puts the lines into columns. The lines of a column follow one another
as on paper, cut where the column ends; above each column stands a blank line. The number of a line counts the lines of
the text layer from 1. What is lost: sizes and weights of type, rules and frames between stories, vertical setting,
pictures. Where lines stand side by side that make no columns, their order is a doubt for a person to look at.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from duidu.errors import PageError
from duidu.importers.columns import Area, PrintedLine, columns
from duidu.importers.source import Source, SourceLine, not_installed
from duidu.model import Decision, RawPage, SourceRef

if TYPE_CHECKING:
    from pdfminer.layout import LTPage

# A scan of a newspaper page at 300 dots an inch unpacks to 210 MB. What is larger fills the memory.
LARGEST_STREAM = 300_000_000
# Text of so many characters is no newspaper page, but a book.
LARGEST_TEXT = 3_000_000
# pdfminer's name for a glyph whose font does not say which character it is.
_UNKNOWN = re.compile(r"\(cid:\d+\)")
# A line that begins so many characters' widths to the right of its column is indented.
_INDENT = 0.8
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
        ordered, doubt = columns(_printed(sheet), _pictures(sheet))
        if doubt:
            ref = SourceRef(page.path, number + 1)
            yield Decision(ref, "reading order", ordered[0].lines[0].text, doubt, _UNSURE)
        for column in ordered:
            for index, line in enumerate(column.lines):
                gap = 1 if number and not index else 0
                number, size = number + 1, size + len(line.text)
                if size > LARGEST_TEXT:
                    message = f"the PDF holds more than {LARGEST_TEXT // 1_000_000} million characters."
                    hint = "split it: one newspaper page a file."
                    raise PageError(message, hint=hint, ref=SourceRef(page.path, number))
                yield SourceLine(line.text, number, gap, line.x0 - column.x0 > line.size * _INDENT)


def _printed(sheet: LTPage) -> Iterator[PrintedLine]:
    from pdfminer.layout import LTTextBox

    for line in chain.from_iterable(box for box in sheet if isinstance(box, LTTextBox)):
        if text := line.get_text().strip():
            yield PrintedLine(line.x0, line.y0, line.x1, line.y1, text)


def _pictures(sheet: LTPage) -> Iterator[Area]:
    from pdfminer.layout import LTFigure

    return (Area(*figure.bbox) for figure in sheet if isinstance(figure, LTFigure))


def _sheets(page: RawPage) -> Iterator[LTPage]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise not_installed(page.path, "PDF files", "pdf") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it has to say is an exception here
    ref = SourceRef(page.path, 1)
    only_lines = LAParams(line_margin=0, boxes_flow=None)
    try:
        yield from extract_pages(io.BytesIO(page.data), laparams=only_lines)
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
