"""``import``: pages ─▶ articles. A page that has not changed since its last import is not read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from duidu import config
from duidu.commands.report import Report, Reporter, plural
from duidu.content.imports import ImportResult, read_record, save_articles
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, read_pages
from duidu.errors import DuiduError, raise_all
from duidu.model import Article, RawPage

if TYPE_CHECKING:
    from duidu.segmentation import Segmenter


def run(root: Path, reporter: Reporter, *, again: bool = False) -> Report:
    """Import every new or changed page (with ``again``: every page).

    All pages are read before the first file is written, so a bad page leaves everything as it was.
    """
    config.load(root)
    pages = read_pages(root)
    records = {page.id: read_record(root, page.id) for page, _ in pages}
    todo = [
        (page, digest)
        for page, digest in pages
        if again or (record := records[page.id]) is None or record.page != digest
    ]
    results: list[ImportResult] = []
    if todo:
        imported = _read_all(root, todo, {id_: record.slugs() if record else {} for id_, record in records.items()})
        with reporter.progress("Importing", len(imported)) as advance:
            for page, digest, articles in imported:
                results.append(_save(root, page, digest, articles))
                advance(1)
    return _report(len(pages), len(todo), results)


def _read_all(
    root: Path, todo: list[tuple[RawPage, str]], known: dict[str, dict[str, str]]
) -> list[tuple[RawPage, str, tuple[Article, ...]]]:
    from duidu.pipeline import articles_of
    from duidu.segmentation import Segmenter

    segmenter: Segmenter = Segmenter(read_lexicon(root).words)
    imported = []
    errors: list[DuiduError] = []
    for page, digest in todo:
        try:
            imported.append((page, digest, articles_of(page, segmenter, known[page.id])))
        except DuiduError as error:
            errors.append(error)
    raise_all(errors)
    return imported


def _save(root: Path, page: RawPage, digest: str, articles: tuple[Article, ...]) -> ImportResult:
    from duidu.pipeline import names_of

    return save_articles(root, page.id, digest, articles, names_of(article.story for article in articles))


def _report(pages: int, read: int, results: list[ImportResult]) -> Report:
    counts = {"pages": pages, "pages_read": read}
    for fate in ("written", "unchanged", "kept", "skipped", "removed"):
        counts[f"articles_{fate}"] = sum(len(getattr(result, fate)) for result in results)
    written = plural(counts["articles_written"], "article")
    lines = [f"Import: {plural(pages, 'page')}, {read or 'none'} read anew; {written} written."]
    if not pages:
        lines = [f"Import: there is no page in {PAGES}/ yet. Put a text file there."]
    for result in results:
        lines.extend(f"  kept as you edited it: {path}" for path in result.kept)
        lines.extend(f"  not brought back, you deleted it: {path}" for path in result.skipped)
        lines.extend(f"  removed, no longer on the page: {path}" for path in result.removed)
    return Report("import", tuple(lines), counts)
