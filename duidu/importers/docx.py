"""Word documents (``.docx``) ─▶ Source.

A paragraph of Word is a line here, and its number counts the paragraphs from 1. The styles Title and Heading are
headlines and crossheads: without a Title, Heading 1 is the headline. Text in tables and text boxes is read where it is
anchored. What is lost: columns, pictures, headers and footers, footnotes, numbers that Word itself puts before the
items of a list, and text that a reviewer has struck out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidu.errors import PageError
from duidu.importers.source import Source, SourceLine, ends_like_a_sentence, not_installed
from duidu.model import RawPage, Role, SourceRef

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P

# A newspaper page is 15 KB of text and a few pictures. What unpacks to more than this is no page, but fills the memory.
LARGEST_UNPACKED = 100_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What is not a paragraph's own text: a text box in it, what was struck out, readings above words, tab stops.
_FOREIGN = ("w:p", "w:del", "w:moveFrom", "w:rt", "w:tabs")
_BREAKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def read(page: RawPage) -> Source:
    """The paragraphs of a Word document; raises PageError when it is none, or holds no text."""
    document = _opened(page)
    lines = tuple(_lines(document))
    if not lines:
        hint = "put the text in; text in pictures cannot be read."
        raise PageError("the document holds no text.", hint=hint, ref=SourceRef(page.path, 1))
    return Source(lines, "DOCX")


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
    paragraphs = [item for item in document.element.body.iter(qn("w:p")) if not _is_repeated(item)]
    titled = any(names.get(item.style or "") == "Title" for item in paragraphs)
    gap = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        texts = [text for raw in _text(paragraph).split("\n") if (text := raw.strip())]
        for text in texts:
            role = _role(names.get(paragraph.style or "", ""), text, titled)
            yield SourceLine(text, number, gap, False, role)
            gap = 0
        gap = 0 if texts else gap + 1


def _is_repeated(paragraph: CT_P) -> bool:
    """Word saves a text box twice: as it is, and as programs of before 2010 understand it."""
    return any(ancestor.tag.endswith("}Fallback") for ancestor in paragraph.iterancestors())


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


def _role(style: str, text: str, titled: bool) -> Role | None:
    """What the style says; text of other styles is a paragraph only if it is plainly whole.

    >>> _role("Heading 1", "老井", titled=False), _role("Heading 1", "老井", titled=True), _role("Normal", "老井", True)
    (<Role.TITLE: 'title'>, <Role.HEADING: 'heading'>, None)
    """
    if style == "Title" or (style == "Heading 1" and not titled):
        return Role.TITLE
    if style.startswith("Heading "):
        return Role.HEADING
    return Role.PARAGRAPH if ends_like_a_sentence(text) else None
