"""RawPage ─▶ ImportedPage: one file a source format, one table.

To import another format, write one module with a function ``(RawPage) -> Source`` and add a line here. What each
format gives is lines of print, with the roles that the format itself knows; the rules that make stories of them are
the same for all.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath

from duidu.errors import PageError
from duidu.importers.source import CutsWord, Source
from duidu.model import ImportedPage, RawPage, SourceRef

__all__ = ["IMPORTERS", "CutsWord", "import_page"]

_Importer = Callable[[RawPage, CutsWord], ImportedPage]


def _by_the_rules(module: str) -> _Importer:
    """The importer whose module has ``read``; it is loaded with the rules when the first page comes: most builds read
    no page, and the tables of the rules take longer to compile than an article to publish."""

    def importer(page: RawPage, cuts_word: CutsWord) -> ImportedPage:
        from duidu.importers import characters, page_text

        source: Source = import_module(f"duidu.importers.{module}").read(page)
        lines, remarks = characters.checked(source.lines, page.path)
        stories, decisions = page_text.read(lines, page.path, cuts_word)
        by_line = sorted((*source.remarks, *remarks, *decisions), key=lambda decision: decision.ref.line)
        return ImportedPage(stories, tuple(by_line), source.encoding)

    return importer


IMPORTERS: dict[str, _Importer] = {
    ".txt": _by_the_rules("plain"),
    ".html": _by_the_rules("html"),
    ".htm": _by_the_rules("html"),
    ".md": _by_the_rules("markdown"),
    ".markdown": _by_the_rules("markdown"),
    ".docx": _by_the_rules("docx"),
    ".pdf": _by_the_rules("pdf"),
}


def import_page(page: RawPage, cuts_word: CutsWord = lambda before, after: False) -> ImportedPage:
    """The stories of a raw page, in page order, with the decisions that made them.

    Raises PageError when no importer knows the format, or when a character would be lost or invented.

    >>> text = "余庆县\\n\\n用心服务群众\\n\\n本报讯 (记者 杨刚)他来了。\\n"
    >>> story, = import_page(RawPage("p", text.encode(), "content/pages/p.txt")).stories
    >>> story.kicker, story.title, story.dateline, story.authors
    ('余庆县', '用心服务群众', '本报讯', ('杨刚',))
    """
    suffix = PurePosixPath(page.path).suffix.lower()
    if suffix not in IMPORTERS:
        known = ", ".join(IMPORTERS)
        raise PageError(
            f"no importer reads {suffix or 'files without an ending'}.",
            hint=f"save it as one of: {known}",
            ref=SourceRef(page.path, 1),
        )
    return IMPORTERS[suffix](page, cuts_word)
