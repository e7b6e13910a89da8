"""``import``: pages ─▶ articles. A page that has not changed since its last import is not read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from duidu import config
from duidu.commands.report import Report, Reporter, plural
from duidu.content.articles import ARTICLES
from duidu.content.imports import (
    Folder,
    ImportRecord,
    follow_renames,
    gone_pages,
    open_doubts,
    page_like,
    read_folders,
    read_record,
)
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, page_folders, read_pages
from duidu.content.reimport import ImportResult, Plan, ReadPage, apply, plan_page
from duidu.content.translations import TRANSLATIONS
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
    "waiting": "kept as you edited it; once its file in .merge has no markers, run duidu import --merge: {}",
    "overtaken": "kept as you edited it, but that was after its merge was made; move the file of this name in .merge "
    "over it, or delete that to keep yours: {}",
    "left_over": "no article waits for this merge; take from it what you need and delete it: {}",
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
    gone = gone_pages(root, records)
    _check_not_renamed([(page, digest) for page, digest in pages if records[page.id] is None], gone)
    plans = _plans(root, [page for page, _ in pages], todo, records, gone, reporter, merge=merge, jobs=jobs)
    for plan in plans:
        apply(root, plan)
    folders = read_folders(root, todo)
    doubts = sum(len(open_doubts(plan.record, folders[plan.page])) for plan in plans if plan.page in todo)
    results = [plan.result for plan in plans]
    return _report(len(pages), len(todo), results, doubts, [*_not_read(root), *_gone(root, gone)])


def _check_not_renamed(new: list[tuple[RawPage, str]], gone: Mapping[str, ImportRecord]) -> None:
    """A page file under another name would be imported, and published, a second time."""
    before = {record.page: id_ for id_, record in gone.items()}
    for page, digest in new:
        if old := before.get(digest):
            raise PageError(
                f"this is the page '{old}' under another name.", hint=_renaming(old), ref=SourceRef(page.path, 1)
            )


def _check_not_rewritten(
    pages: list[RawPage],
    read: Mapping[str, ReadPage],
    records: Mapping[str, ImportRecord | None],
    gone: Mapping[str, ImportRecord],
) -> None:
    """The same where the page was corrected, too."""
    for page in pages:
        if records[page.id] is None and (old := page_like([one.text for one in read[page.id].articles], gone)):
            message = f"this reads like the page '{old}', whose file is gone: renamed and corrected, it seems."
            hint = f"{_renaming(old)} If it is another page, put the file of '{old}' back, or delete those folders."
            raise PageError(message, hint=hint, ref=SourceRef(page.path, 1))


def _renaming(old: str) -> str:
    folders = f"the folders '{old}' in {ARTICLES} and in the translations"
    return f"name it {old} again, or rename {folders} too and run duidu import --again --merge."


def _plans(
    root: Path,
    pages: list[RawPage],
    todo: Mapping[str, str],
    records: Mapping[str, ImportRecord | None],
    gone: Mapping[str, ImportRecord],
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
    _check_not_rewritten(pages, read, records, gone)
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


def _not_read(root: Path) -> Iterator[str]:
    for folder in page_folders(root):
        yield f"not read, as pages lie in {PAGES}/ itself: {PAGES}/{folder.name}/"


def _gone(root: Path, gone: Mapping[str, ImportRecord]) -> Iterator[str]:
    """What to do with each page whose file is gone, and whose articles are still there."""
    for id_, folder in read_folders(root, gone).items():
        if folder.articles:
            folders = f"{ARTICLES}/{id_}/ and {TRANSLATIONS}/*/{id_}/"
            yield f"the file of this page is gone, its articles stay; put it back, or delete {folders}: {id_}"


def _report(pages: int, read: int, results: list[ImportResult], doubts: int, odd: list[str]) -> Report:
    fates = [field.name for field in fields(ImportResult)]
    counts = {"pages": pages, "pages_read": read}
    counts |= {f"articles_{fate}": sum(len(getattr(result, fate)) for result in results) for fate in fates}
    counts["decisions"] = doubts
    written = plural(counts["articles_written"], "article")
    lines = [f"Import: {plural(pages, 'page')}, {read or 'none'} read anew; {written} written."]
    if not pages:
        where = f"{PAGES}/" if odd else f"{PAGES}/ yet"
        lines = [f"Import: there is no page in {where}. Put a page there: text, HTML, Markdown, Word or PDF."]
    for result in results:
        lines.extend(f"  {said.format(path)}" for fate, said in FATES.items() for path in getattr(result, fate))
    lines.extend(f"  {line}" for line in odd)
    if doubts:
        lines.append(f"  {plural(doubts, 'decision')} to look at: duidu check, or duidu import --explain PAGE")
    return Report("import", tuple(lines), counts)
