"""``content/pages/`` ─▶ RawPage. Pages are evidence: they are read, never written."""

from __future__ import annotations

from pathlib import Path

from duidu.errors import DuiduError, PageError, raise_all
from duidu.files import decode, read_bytes, sha256
from duidu.model import RawPage, SourceRef
from duidu.text import INVISIBLE, plain_lines

PAGES = "content/pages"
# Names of folders that the site has already.
RESERVED = {"theme", "zh-hans", "zh-hant", "zh-hant-tw", "zh-hant-hk"}


def page_files(root: Path) -> list[Path]:
    """The files of ``content/pages/`` by name; hidden files and README files are not pages."""
    folder = root / PAGES
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.stem.lower() != "readme"
    )


def read_pages(root: Path) -> list[tuple[RawPage, str]]:
    """Every page with the SHA-256 of its file. All files are tried; raises ManyFaultsError or the one PageError."""
    pages: list[tuple[RawPage, str]] = []
    errors: list[DuiduError] = []
    for path in page_files(root):
        try:
            pages.append(_read(path))
        except PageError as error:
            errors.append(error)
    errors.extend(_same_ids([page for page, _ in pages]))
    raise_all(errors)
    return pages


def _read(path: Path) -> tuple[RawPage, str]:
    name = f"{PAGES}/{path.name}"
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
