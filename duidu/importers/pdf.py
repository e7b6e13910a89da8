"""PDF files (``.pdf``) with a text layer ─▶ Source.

The layout analysis of pdfminer.six puts glyphs into lines and lines into boxes, and orders the boxes. The lines of a
box follow one another as on paper, cut where the column ends; above each box stands a blank line. The number of a line
counts the lines of the text layer from 1. What is lost: sizes and weights of type, rules and frames between stories,
vertical setting, pictures. Where a page has many columns, the order of the boxes may be wrong.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from duidu.errors import PageError
from duidu.importers.source import Source, SourceLine, not_installed
from duidu.model import Decision, RawPage, SourceRef

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextBox

# A scan of a newspaper page at 300 dots an inch unpacks to 210 MB. What is larger fills the memory.
LARGEST_STREAM = 300_000_000
# Text of so many characters is no newspaper page, but a book.
LARGEST_TEXT = 3_000_000
# pdfminer's name for a glyph whose font does not say which character it is.
_UNKNOWN = re.compile(r"\(cid:\d+\)")
# Fonts often name a character by the radical that looks like it: ⽔ (U+2F54) is meant to be 水 (U+6C34).
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


def read(page: RawPage) -> Source:
    """The lines of a PDF's text layer; raises PageError when it has none, or cannot be read."""
    _check_streams(page)
    lines = tuple(_lines(page))
    ref = SourceRef(page.path, 1)
    if not lines:
        hint = "it is a picture of a page: recognise its text (OCR) first."
        raise PageError("the PDF has no text layer.", hint=hint, ref=ref)
    unknown = sum(len(_UNKNOWN.findall(line.text)) for line in lines)
    if unknown > sum(len(_UNKNOWN.sub("", line.text)) for line in lines):
        hint = "copy the text out of a viewer, or recognise it (OCR)."
        raise PageError("the fonts of the PDF do not say which characters they show.", hint=hint, ref=ref)
    return Source(lines, "PDF", tuple(_doubtful(lines, page.path)))


def _check_streams(page: RawPage) -> None:
    """A few bytes can unpack to more than fits into memory: they are unpacked piece by piece first."""
    data = memoryview(page.data)
    for match in re.finditer(rb"stream\r?\n", page.data):
        unpacker, size, rest = zlib.decompressobj(), 0, data[match.end() :]
        try:
            while (piece := unpacker.decompress(rest, 1 << 20)) and size <= LARGEST_STREAM:
                size, rest = size + len(piece), memoryview(unpacker.unconsumed_tail)
        except zlib.error:
            continue  # not packed this way: the size in the file is the size in memory
        if size > LARGEST_STREAM:
            message = f"a part of the PDF unpacks to more than {LARGEST_STREAM // 1_000_000} MB."
            raise PageError(message, hint="print the page to a new PDF.", ref=SourceRef(page.path, 1))


def _lines(page: RawPage) -> Iterator[SourceLine]:
    number = size = 0
    for box in _boxes(page):
        gap = 1 if number else 0
        for line in box:
            text = line.get_text().strip().translate(_RADICALS)
            if not text:
                continue
            number, size = number + 1, size + len(text)
            if size > LARGEST_TEXT:
                message = f"the PDF holds more than {LARGEST_TEXT // 1_000_000} million characters."
                raise PageError(message, hint="split it: one newspaper page a file.", ref=SourceRef(page.path, number))
            indented = line.x0 - box.x0 > line.height * 0.8  # by a character's width, or nearly
            yield SourceLine(text, number, gap, indented)
            gap = 0


def _boxes(page: RawPage) -> Iterator[LTTextBox]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams, LTTextBox
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise not_installed(page.path, "PDF files", "pdf") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it has to say is an exception here
    ref = SourceRef(page.path, 1)
    try:
        pages: Iterator[LTPage] = extract_pages(io.BytesIO(page.data), laparams=LAParams())
        for element in chain.from_iterable(pages):
            if isinstance(element, LTTextBox):
                yield element
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
