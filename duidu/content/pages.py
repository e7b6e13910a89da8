"""``content/pages/`` ─▶ RawPage. Pages are evidence: they are read, never written."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import Path

from duidu.content import RESERVED
from duidu.errors import DuiduError, PageError, raise_all
from duidu.files import read_bytes, sha256
from duidu.model import RawPage, SourceRef

PAGES = "content/pages"

# A newspaper page is 15 KB of text, and some 1 MB as a saved web page. What is larger is a book, or no page at all,
# and is not read into memory.
LARGEST_TEXT = 10_000_000
# Pictures and fonts make a document larger.
LARGEST_DOCUMENT = 100_000_000
DOCUMENTS = (".docx", ".pdf")
# What Windows puts into folders, in lower case.
_OF_WINDOWS = {"thumbs.db", "desktop.ini"}


def page_files(root: Path) -> list[Path]:
    """The files of ``content/pages/`` by name. Raises PageError when the folder cannot be read.

    Hidden files, README files, backups (``a.txt~``), Word's locks (``~$a.docx``) and what Windows puts there
    (``Thumbs.db``, ``desktop.ini``) are not pages.
    """
    return [path for path in _entries(root) if path.is_file() and _is_page(path)]


def page_folders(root: Path) -> list[Path]:
    """The folders in ``content/pages/``, which nobody reads, but for those that a browser saves beside a web page.

    Raises PageError when ``content/pages/`` cannot be read.
    """
    entries = _entries(root)
    pages = tuple(f"{path.stem}{mark}" for path in entries if path.is_file() for mark in "_.-")
    return [path for path in entries if path.is_dir() and path.name[0] != "." and not path.name.startswith(pages)]


def _entries(root: Path) -> list[Path]:
    try:
        return sorted((root / PAGES).iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}."
        raise PageError(
            message, hint="check that it is a folder, and its permissions.", ref=SourceRef(PAGES, 0)
        ) from None


def _is_page(path: Path) -> bool:
    aside = path.name.startswith((".", "~$")) or path.name.endswith("~") or path.name.lower() in _OF_WINDOWS
    return not aside and path.stem.lower() != "readme"


def read_pages(root: Path, formats: Collection[str]) -> list[tuple[RawPage, str]]:
    """Every page with the SHA-256 of its file; ``formats`` are the endings that can be read, as in ``.txt``.

    All files are tried; raises ManyFaultsError or the one PageError.
    """
    pages: list[tuple[RawPage, str]] = []
    errors: list[DuiduError] = []
    for path in page_files(root):
        try:
            pages.append(read_page_file(path, formats))
        except PageError as error:
            errors.append(error)
    errors.extend(_same_ids([page for page, _ in pages]))
    raise_all(errors)
    return pages


def read_page_file(path: Path, formats: Collection[str]) -> tuple[RawPage, str]:
    """One page with the SHA-256 of its file; raises PageError."""
    name = f"{PAGES}/{path.name}"
    if path.suffix.lower() not in formats:
        message = f"no importer reads {path.suffix or 'files without an ending'}."
        hint = f"save the page as plain text, NAME.txt, or as one of: {', '.join(formats)}."
        raise PageError(message, hint=hint, ref=SourceRef(name, 1))
    if path.stem.casefold() in RESERVED or not path.stem.strip("."):
        hint = "rename the file: the name without its ending is the page's address."
        raise PageError(f"a page cannot be called '{path.stem}'.", hint=hint, ref=SourceRef(name, 1))
    _check_size(path, name)
    data = read_bytes(path, name, PageError)
    return RawPage(path.stem, data, name), sha256(data)


def _check_size(path: Path, name: str) -> None:
    largest = LARGEST_DOCUMENT if path.suffix.lower() in DOCUMENTS else LARGEST_TEXT
    size = path.stat().st_size
    if size > largest:
        message = f"the file has {size / 1_000_000:.1f} MB, a page at most {largest // 1_000_000}."
        raise PageError(message, hint="split it: one newspaper page a file.", ref=SourceRef(name, 1))


def _same_ids(pages: list[RawPage]) -> list[PageError]:
    """Names that differ in their case, or in how an accent is written, are one on many disks."""
    seen: dict[str, RawPage] = {}
    errors = []
    for page in pages:
        twin = seen.setdefault(unicodedata.normalize("NFC", page.id).casefold(), page)
        if twin is not page:
            hint = "rename one: the name without its ending is the page's address."
            errors.append(PageError(f"has the same name as {twin.path}.", hint=hint, ref=SourceRef(page.path, 1)))
    return errors
