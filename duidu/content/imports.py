"""What ``import`` made of a page, so that a later import knows a person's work from its own.

``content/articles/<page>/.import.json`` holds the SHA-256 of the page and of each Markdown file as it was written.
A file whose bytes are no longer those was edited by hand; one that is gone was deleted by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from duidu import typed
from duidu.content.articles import ARTICLES, render
from duidu.errors import ArticleError
from duidu.files import read_bytes, sha256, write_atomically, write_if_changed
from duidu.model import Article, SourceRef

RECORD = ".import.json"


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """SHA-256 of an article's file as written, and the text that its slug was made from."""

    sha256: str
    named_after: str


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """SHA-256 of the page, and its files by slug."""

    page: str
    articles: dict[str, ImportedFile]

    def slugs(self) -> dict[str, str]:
        """Text ─▶ the slug made from it, so that a later import finds the same name."""
        return {file.named_after: slug for slug, file in self.articles.items()}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The files of one page by what became of them, as paths relative to the edition."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # edited by hand: left alone
    skipped: tuple[str, ...] = ()  # deleted by hand: not brought back
    removed: tuple[str, ...] = ()  # never edited, and no longer on the page
    orphaned: tuple[str, ...] = ()  # no longer on the page, but edited by hand: left alone


def imported_pages(root: Path) -> list[str]:
    """The ids of all pages that were ever imported."""
    return sorted(path.parent.name for path in (root / ARTICLES).glob(f"*/{RECORD}"))


def read_record(root: Path, page: str) -> ImportRecord | None:
    """The record of an earlier import, or None. Raises ArticleError when it cannot be read."""
    name = f"{ARTICLES}/{page}/{RECORD}"
    path = root / name
    if not path.is_file():
        return None
    try:
        return typed.from_json(read_bytes(path, name, ArticleError), ImportRecord)
    except typed.MismatchError as error:
        ref = SourceRef(name, 1)
        hint = "delete the file: articles that differ from the page then count as edited by hand."
        raise ArticleError(f"the record of the import is broken: {error}.", hint=hint, ref=ref) from None


def save_articles(
    root: Path, page: str, page_sha256: str, articles: tuple[Article, ...], names: tuple[str, ...]
) -> ImportResult:
    """Write the articles of a page, except where a person has edited or deleted the file.

    ``names`` are the texts that the slugs were made from, one an article. Files are written before the record,
    so a killed import is simply repeated.
    """
    before = read_record(root, page)
    known = {slug: file.sha256 for slug, file in before.articles.items()} if before else {}
    fates: dict[str, list[str]] = {"written": [], "unchanged": [], "kept": [], "skipped": []}
    files: dict[str, ImportedFile] = {}
    for article, name in zip(articles, names, strict=True):
        data = render(article).encode()
        fate = _save(root, article, data, known)
        fates[fate].append(f"{ARTICLES}/{article.key}.md")
        written = sha256(data) if fate in ("written", "unchanged") else known.get(article.slug, "")
        files[article.slug] = ImportedFile(written, name)
    removed, orphaned = _remove_unedited(root, page, known, set(files))
    record = ImportRecord(page_sha256, _remembered(before, removed, page) | files)
    name = f"{ARTICLES}/{page}/{RECORD}"
    write_if_changed(root / name, typed.to_pretty_json(record), name)
    return ImportResult(**{fate: tuple(paths) for fate, paths in fates.items()}, removed=removed, orphaned=orphaned)


def _remembered(before: ImportRecord | None, removed: tuple[str, ...], page: str) -> dict[str, ImportedFile]:
    """What the last record said of files that a person edited or deleted: they count as such when they come back."""
    files = before.articles if before else {}
    return {slug: file for slug, file in files.items() if f"{ARTICLES}/{page}/{slug}.md" not in removed}


def _save(root: Path, article: Article, data: bytes, known: dict[str, str]) -> str:
    name = f"{ARTICLES}/{article.key}.md"
    path = root / name
    if not path.is_file():
        if article.slug in known:
            return "skipped"
        write_atomically(path, data, name)
        return "written"
    current = read_bytes(path, name, ArticleError)
    if current == data:
        return "unchanged"
    if sha256(current) != known.get(article.slug):
        return "kept"
    write_atomically(path, data, name)
    return "written"


def _remove_unedited(
    root: Path, page: str, known: dict[str, str], current: set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files that the page no longer gives: those removed, and those left because a person edited them."""
    removed, orphaned = [], []
    for slug, digest in known.items():
        name = f"{ARTICLES}/{page}/{slug}.md"
        path = root / name
        if slug in current or not path.is_file():
            continue
        if sha256(read_bytes(path, name, ArticleError)) == digest:
            path.unlink()
            removed.append(name)
        else:
            orphaned.append(name)
    return tuple(removed), tuple(orphaned)
