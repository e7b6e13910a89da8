"""Plain text (``.txt``), as pasted or extracted from a newspaper page ─▶ Source."""

from __future__ import annotations

from duidu.importers import encodings
from duidu.importers.source import Source, source_lines
from duidu.model import RawPage


def read(page: RawPage) -> Source:
    """The lines of a page of plain text, in whatever encoding it comes; raises PageError when it is no text.

    >>> read(RawPage("p", "他来了。".encode("gb18030"), "p.txt")).encoding
    'GB18030'
    """
    decoded = encodings.decode(page.data, page.path)
    return Source(tuple(source_lines(decoded.text)), decoded.encoding, decoded.remarks)
