"""``import``: pages ─▶ articles. A page that has not changed since its last import is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import config
from duidu.commands.report import Report, Reporter, plural
from duidu.content.articles import ARTICLES, article_files, read_article
from duidu.content.imports import ImportRecord, ImportResult, imported_pages, read_record, save_articles
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, read_pages
from duidu.errors import DuiduError, PageError, raise_all
from duidu.model import Article, RawPage, SourceRef

if TYPE_CHECKING:
    from duidu.segmentation import Segmenter


def run(root: Path, reporter: Reporter, *, again: bool = False) -> Report:
    """Import every new or changed page (with ``again``: every page).

    All pages are read before the first file is written, so a bad page leaves everything as it was.
    """
    from duidu.importers import IMPORTERS

    config.load(root)
    pages = read_pages(root, IMPORTERS)
    records = {page.id: read_record(root, page.id) for page, _ in pages}
    todo = [
        (page, digest)
        for page, digest in pages
        if again or (record := records[page.id]) is None or record.page != digest
    ]
    _check_not_renamed(root, [(page, digest) for page, digest in todo if records[page.id] is None], records)
    results: list[ImportResult] = []
    if todo:
        imported = _read_all(root, todo, records)
        with reporter.progress("Importing", len(imported)) as advance:
            for page, digest, articles in imported:
                results.append(_save(root, page, digest, articles))
                advance(1)
    return _report(len(pages), len(todo), results)


def _check_not_renamed(root: Path, new: list[tuple[RawPage, str]], records: Mapping[str, ImportRecord | None]) -> None:
    """A page file under another name would be imported, and published, a second time."""
    gone = {id_: read_record(root, id_) for id_ in imported_pages(root) if id_ not in records}
    before = {record.page: id_ for id_, record in gone.items() if record is not None}
    for page, digest in new:
        if old := before.get(digest):
            raise PageError(
                f"this is the page '{old}' under another name.",
                hint=f"name it {old} again, or rename the folders '{old}' in {ARTICLES} and in the translations too.",
                ref=SourceRef(page.path, 1),
            )


def _read_all(
    root: Path, todo: list[tuple[RawPage, str]], records: Mapping[str, ImportRecord | None]
) -> list[tuple[RawPage, str, tuple[Article, ...]]]:
    from duidu.pipeline import articles_of
    from duidu.segmentation import Segmenter

    segmenter: Segmenter = Segmenter(read_lexicon(root).words)
    imported = []
    errors: list[DuiduError] = []
    for page, digest in todo:
        try:
            known, taken = _names_so_far(root, page.id, records[page.id])
            imported.append((page, digest, articles_of(page, segmenter, known, taken)))
        except DuiduError as error:
            errors.append(error)
    raise_all(errors)
    return imported


def _names_so_far(root: Path, page: str, record: ImportRecord | None) -> tuple[dict[str, str], set[str]]:
    """The slugs of an earlier import by what they were made from, and the names that a person's files have.

    Without a record the files themselves tell what they are called.
    """
    from duidu.pipeline import name_of

    files = [path for path in article_files(root) if path.parent.name == page]
    if record is not None:
        return record.slugs(), {path.stem for path in files if path.stem not in record.articles}
    articles = [read_article(path, path.relative_to(root).as_posix()) for path in files]
    return {name_of(item.story): path.stem for item, path in zip(articles, files, strict=True)}, set()


def _save(root: Path, page: RawPage, digest: str, articles: tuple[Article, ...]) -> ImportResult:
    from duidu.pipeline import names_of

    return save_articles(root, page.id, digest, articles, names_of(article.story for article in articles))


def _report(pages: int, read: int, results: list[ImportResult]) -> Report:
    counts = {"pages": pages, "pages_read": read}
    for fate in ("written", "unchanged", "kept", "skipped", "removed", "orphaned"):
        counts[f"articles_{fate}"] = sum(len(getattr(result, fate)) for result in results)
    written = plural(counts["articles_written"], "article")
    lines = [f"Import: {plural(pages, 'page')}, {read or 'none'} read anew; {written} written."]
    if not pages:
        lines = [f"Import: there is no page in {PAGES}/ yet. Put a text file there."]
    for result in results:
        lines.extend(f"  kept as you edited it: {path}" for path in result.kept)
        lines.extend(f"  not brought back, you deleted it: {path}" for path in result.skipped)
        lines.extend(f"  removed, no longer on the page: {path}" for path in result.removed)
        lines.extend(f"  no longer on the page, but edited by you; delete it? {path}" for path in result.orphaned)
    return Report("import", tuple(lines), counts)
