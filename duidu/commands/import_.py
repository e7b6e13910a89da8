"""``import``: pages ─▶ articles. A page that has not changed since its last import is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from duidu import config
from duidu.commands.report import Report, Reporter, plural
from duidu.content.articles import ARTICLES
from duidu.content.imports import (
    Folder,
    ImportRecord,
    follow_renames,
    imported_pages,
    open_doubts,
    read_folders,
    read_record,
)
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, read_pages
from duidu.content.reimport import ImportResult, Plan, ReadPage, apply, plan_page
from duidu.errors import DuiduError, PageError, raise_all
from duidu.model import RawPage, SourceRef

# What became of a file, as the report says it; what is not here goes without saying.
FATES = {
    "renamed": "followed under the name you gave it: {}",
    "kept": "kept as you edited it: {}",
    "offered": "kept as you edited it, but the page has changed; to put its changes in, duidu import --merge: {}",
    "unbased": "kept as you edited it, but the page has changed, and the earlier import kept no text to merge with; "
    "duidu import --merge marks every difference: {}",
    "merged": "kept as you edited it, with the page's changes put in: {}",
    "clashed": "kept as you edited it, the page's changes clash with yours; finish the file of this name in .merge: {}",
    "waiting": "kept as you edited it; finish the file of this name in .merge, then duidu import --merge: {}",
    "skipped": "not brought back, you deleted it: {}",
    "removed": "removed, no longer on the page: {}",
    "orphaned": "stale, no longer on the page, but edited by you; delete it? {}",
}


def run(root: Path, reporter: Reporter, *, again: bool = False, merge: bool = False, jobs: int = 1) -> Report:
    """Import every new or changed page (with ``again``: every page).

    With ``merge`` the changes of a page go into the articles that a person has edited. Many pages are read in ``jobs``
    processes. Everything is decided before the first file is written, so a bad page leaves all as it was.
    """
    from duidu.importers import IMPORTERS

    config.load(root)
    pages = read_pages(root, IMPORTERS)
    records = {page.id: read_record(root, page.id) for page, _ in pages}
    todo = {
        page.id: digest
        for page, digest in pages
        if again or (record := records[page.id]) is None or record.page != digest
    }
    _check_not_renamed(root, [(page, digest) for page, digest in pages if records[page.id] is None], records)
    plans = _plans(root, [page for page, _ in pages], todo, records, reporter, merge=merge, jobs=jobs)
    for plan in plans:
        apply(root, plan)
    folders = read_folders(root, todo)
    doubts = sum(len(open_doubts(plan.record, folders[plan.page])) for plan in plans if plan.page in todo)
    return _report(len(pages), len(todo), [plan.result for plan in plans], doubts)


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


def _plans(
    root: Path,
    pages: list[RawPage],
    todo: Mapping[str, str],
    records: Mapping[str, ImportRecord | None],
    reporter: Reporter,
    *,
    merge: bool,
    jobs: int,
) -> list[Plan]:
    """What to do with each page: those in ``todo`` (with their digests) are read, the others are as recorded."""
    folders = read_folders(root, [page.id for page in pages])
    followed = {id_: follow_renames(record, folders[id_]) for id_, record in records.items() if record is not None}
    before = {id_: record for id_, (record, _) in followed.items()}
    read = _read_all(root, [page for page in pages if page.id in todo], todo, before, folders, reporter, jobs)
    plans = []
    errors: list[DuiduError] = []
    for page in pages:
        renames = followed[page.id][1] if page.id in followed else {}
        known, now = before.get(page.id), read.get(page.id)
        try:
            plans.append(plan_page(root, folders[page.id], page.path, known, now, renames=renames, with_merge=merge))
        except DuiduError as error:
            errors.append(error)
    raise_all(errors)
    return plans


def _read_all(
    root: Path,
    pages: list[RawPage],
    digests: Mapping[str, str],
    records: Mapping[str, ImportRecord],
    folders: Mapping[str, Folder],
    reporter: Reporter,
    jobs: int,
) -> dict[str, ReadPage]:
    """The pages as they read now. All are tried; raises ManyFaultsError or the one DuiduError."""
    if not pages:
        return {}
    from duidu.commands.workers import Task, read_pages

    tasks = [Task(page, digests[page.id], records.get(page.id), folders[page.id]) for page in pages]
    found: dict[str, ReadPage] = {}
    errors: list[DuiduError] = []
    with reporter.progress("Importing", len(pages)) as advance:
        for page, read in zip(pages, read_pages(tasks, read_lexicon(root).words, jobs), strict=True):
            if isinstance(read, DuiduError):
                errors.append(read)
            else:
                found[page.id] = read
            advance(1)
    raise_all(errors)
    return found


def _report(pages: int, read: int, results: list[ImportResult], doubts: int) -> Report:
    fates = [field.name for field in fields(ImportResult)]
    counts = {"pages": pages, "pages_read": read}
    counts |= {f"articles_{fate}": sum(len(getattr(result, fate)) for result in results) for fate in fates}
    counts["decisions"] = doubts
    written = plural(counts["articles_written"], "article")
    lines = [f"Import: {plural(pages, 'page')}, {read or 'none'} read anew; {written} written."]
    if not pages:
        lines = [f"Import: there is no page in {PAGES}/ yet. Put a page there: text, HTML, Markdown, Word or PDF."]
    for result in results:
        lines.extend(f"  {said.format(path)}" for fate, said in FATES.items() for path in getattr(result, fate))
    if doubts:
        lines.append(f"  {plural(doubts, 'decision')} to look at: duidu check, or duidu import --explain PAGE")
    return Report("import", tuple(lines), counts)
