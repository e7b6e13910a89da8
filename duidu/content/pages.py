"""``content/pages/`` ─▶ RawPage. Pages are evidence: they are read, never written."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from duidu.content import RESERVED
from duidu.errors import DuiduError, PageError, raise_all
from duidu.files import decode, read_bytes, sha256
from duidu.model import RawPage, SourceRef
from duidu.text import INVISIBLE, plain_lines

PAGES = "content/pages"


def page_files(root: Path) -> list[Path]:
    """The files of ``content/pages/`` by name; hidden files, README files and backups (``a.txt~``) are not pages."""
    folder = root / PAGES
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.name[-1] != "~" and path.stem.lower() != "readme"
    )


def read_pages(root: Path, formats: Container[str]) -> list[tuple[RawPage, str]]:
    """Every page with the SHA-256 of its file; ``formats`` are the endings that can be read, as in ``.txt``.

    All files are tried; raises ManyFaultsError or the one PageError.
    """
    pages: list[tuple[RawPage, str]] = []
    errors: list[DuiduError] = []
    for path in page_files(root):
        try:
            pages.append(_read(path, formats))
        except PageError as error:
            errors.append(error)
    errors.extend(_same_ids([page for page, _ in pages]))
    raise_all(errors)
    return pages


def _read(path: Path, formats: Container[str]) -> tuple[RawPage, str]:
    name = f"{PAGES}/{path.name}"
    if path.suffix.lower() not in formats:
        message = f"no importer reads {path.suffix or 'files without an ending'}."
        raise PageError(message, hint="save the page as plain text: NAME.txt", ref=SourceRef(name, 1))
    data = read_bytes(path, name, PageError)
    text = plain_lines(decode(data, name, PageError))
    if not text.strip().strip(INVISIBLE).strip():
        raise PageError(
            "the page is empty.", hint="take the file away, or put the page's text in.", ref=SourceRef(name, 1)
        )
    if path.stem.casefold() in RESERVED or not path.stem.strip("."):
        hint = "rename the file: the name without its ending is the page's address."
        raise PageError(f"a page cannot be called '{path.stem}'.", hint=hint, ref=SourceRef(name, 1))
    return RawPage(path.stem, text, name), sha256(data)


def _same_ids(pages: list[RawPage]) -> list[PageError]:
    seen: dict[str, RawPage] = {}
    errors = []
    for page in pages:
        twin = seen.setdefault(page.id.casefold(), page)
        if twin is not page:
            hint = "rename one: the name without its ending is the page's address."
            errors.append(PageError(f"has the same name as {twin.path}.", hint=hint, ref=SourceRef(page.path, 1)))
    return errors
