"""A page's articles and a person's files ─▶ what to write: the page is followed where nobody has worked.

    the file is …    and the page says …           then
    unedited         something else                it is written anew
    edited           something else                it stays; with ``merge`` the page's changes go in, and what clashes
                                                   stands in SLUG.merge, for the person to finish
    deleted          anything                      it is not brought back; a merge of it that is begun is named
    renamed          anything                      it is followed under its new name, and so is its English
    unedited         nothing of it any more        it is removed
    edited           nothing of it any more        it stays, and is named

An article that has got tags and is otherwise as imported follows its page, and keeps them.

``plan_page`` reads and decides, ``apply`` writes: of all pages nothing is written before everything is decided. A
killed import is simply repeated.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from duidu import typed
from duidu.content.articles import ARTICLES, check_markers, parse, render
from duidu.content.imports import (
    MERGE,
    RECORD,
    Clash,
    Doubt,
    Folder,
    ImportedFile,
    ImportRecord,
    Place,
    Standing,
    is_only_tagged,
    joined,
    left_over_merges,
    lines_of,
    standing_of_merge,
)
from duidu.content.merge import holds, merge
from duidu.content.translations import TRANSLATIONS
from duidu.errors import ArticleError, WriteError
from duidu.files import decode, sha256, write_atomically, write_if_changed
from duidu.model import Article, SourceRef


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article as the page has it today: its slug, the text the slug was made from, and its file's text."""

    slug: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What reading a page gave: its SHA-256, its articles, and what goes into the record."""

    sha256: str
    articles: tuple[Fresh, ...]
    encoding: str = ""
    doubts: tuple[Doubt, ...] = ()


def fresh_articles(articles: Sequence[Article], names: Sequence[str]) -> tuple[Fresh, ...]:
    """Articles with the text of their files; ``names`` are what the slugs were made from, one an article."""
    return tuple(Fresh(article.slug, name, render(article)) for article, name in zip(articles, names, strict=True))


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The files of one page by what became of them, as paths relative to the edition."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # edited by hand: left alone
    offered: tuple[str, ...] = ()  # edited by hand, and the page has changed: left alone until a merge is asked for
    unbased: tuple[str, ...] = ()  # the same, but of an earlier version, whose record has no text to merge with
    merged: tuple[str, ...] = ()  # edited by hand, and the page's changes put in
    clashed: tuple[str, ...] = ()  # edited by hand: left alone, and the merge with its clashes written beside it
    waiting: tuple[str, ...] = ()  # edited by hand, with such a merge that nobody has finished yet
    overtaken: tuple[str, ...] = ()  # edited by hand after such a merge was made, which is finished
    left_over: tuple[str, ...] = ()  # merges that a person has begun, and that no article waits for
    skipped: tuple[str, ...] = ()  # deleted by hand: not brought back
    removed: tuple[str, ...] = ()  # never edited, and no longer on the page
    orphaned: tuple[str, ...] = ()  # no longer on the page, but edited by hand: left alone
    renamed: tuple[str, ...] = ()  # by hand: old path ─▶ new path

    def news(self) -> ImportResult:
        """Without what goes without saying of a page that has not changed."""
        return replace(self, unchanged=(), kept=(), skipped=())


@dataclass(frozen=True, slots=True)
class Change:
    """A file to write, or with ``after`` None to remove; ``before`` is what was there when that was decided."""

    name: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that an import does to the files of one page."""

    page: str
    record: ImportRecord
    changes: tuple[Change, ...]
    moves: tuple[tuple[str, str], ...]  # of PO files
    leaving: ImportRecord | None  # the earlier record, with the files that are about to be removed
    result: ImportResult


# ---------------------------------------------------------------- deciding


def plan_page(
    root: Path,
    folder: Folder,
    page_path: str,
    before: ImportRecord | None,
    read: ReadPage | None,
    *,
    renames: dict[str, str] | None = None,
    with_merge: bool = False,
) -> Plan:
    """What to do with the files of a page. ``read`` is None where the page has not changed: the record then tells what
    it says, and what a person has done meanwhile is still followed.

    Raises ArticleError where a file that is to be merged is no text.
    """
    before_articles = before.articles if before else {}
    fresh = read.articles if read else _as_recorded(before_articles)
    cases = [
        _Case(
            folder,
            before_articles.get(item.slug),
            folder.articles.get(item.slug),
            folder.merges.get(item.slug),
            item,
            page_path,
            with_merge,
        )
        for item in fresh
    ]
    outcomes = {case.fresh.slug: _settled(case) for case in cases}
    others = {slug: file for slug, file in before_articles.items() if slug not in outcomes}
    outcomes |= {
        slug: _off_page(folder, slug, file) if read else _unknown(folder, slug, file) for slug, file in others.items()
    }
    record = ImportRecord(
        read.sha256 if read else before.page if before else "",
        {slug: outcome.file for slug, outcome in outcomes.items() if outcome.file is not None},
        read.encoding if read else before.encoding if before else "",
        read.doubts if read else before.doubts if before else (),
    )
    result = _result(folder, record, outcomes, renames or {})
    return Plan(
        folder.page,
        record,
        tuple(_changes(folder, outcomes)),
        tuple(_moves(root, folder, renames or {})),
        _with_leaving(before, outcomes),
        result if read else result.news(),
    )


def _as_recorded(articles: dict[str, ImportedFile]) -> tuple[Fresh, ...]:
    texts = {slug: joined(file.now or file.text) for slug, file in articles.items() if file.place is Place.ON_PAGE}
    return tuple(Fresh(slug, articles[slug].named_after, text) for slug, text in texts.items() if text is not None)


@dataclass(frozen=True, slots=True)
class _Case:
    """One article of a page: what the record, the disk and the page say of it."""

    folder: Folder
    file: ImportedFile | None
    mine: bytes | None
    merge: bytes | None
    fresh: Fresh
    page_path: str
    with_merge: bool

    @property
    def page(self) -> bytes:
        return self.fresh.text.encode()

    @property
    def name(self) -> str:
        return f"{ARTICLES}/{self.folder.page}/{self.fresh.slug}.md"

    @property
    def labels(self) -> tuple[str, str]:
        return f"{self.fresh.slug}.md", self.page_path


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the record will say of an article (None: nothing any more), and what its two files will hold."""

    fate: str
    file: ImportedFile | None
    article: bytes | None
    merge: bytes | None


def _settled(case: _Case) -> _Outcome:
    file = case.file
    if case.mine is None:
        if file is None or file.place is Place.LEAVING:
            return _Outcome("written", _as_on_page(case), case.page, case.merge)
        # Its text as imported stays, so that a file that is restored counts as unedited.
        known = replace(file, named_after=case.fresh.name, now=None, clash=None, place=Place.ON_PAGE)
        return _Outcome("skipped", known if file.base else _as_on_page(case), None, _left_of_merge(case, b""))
    if case.mine == case.page:
        return _Outcome("unchanged", _as_on_page(case), case.mine, _left_of_merge(case, case.mine))
    if file is None or not file.sha256:
        return _Outcome("kept", _as_on_page(case), case.mine, case.merge)  # a person's own from the beginning
    if sha256(case.mine) == file.sha256:
        return _Outcome("written", _as_on_page(case), case.page, _left_of_merge(case, case.page))
    return _edited(case, case.mine, file)


def _as_on_page(case: _Case) -> ImportedFile:
    return ImportedFile(sha256(case.page), case.fresh.name, lines_of(case.fresh.text))


def _left_of_merge(case: _Case, article: bytes) -> bytes | None:
    """A merge that nobody needs any more goes, unless a person has worked on it and it is not the article."""
    return None if case.merge == article or _is_as_written(case.file, case.merge) else case.merge


def _is_as_written(file: ImportedFile | None, merge_: bytes | None) -> bool:
    """Whether this is a merge that an import has written and nobody has touched."""
    return bool(file and file.clash and merge_ is not None and sha256(merge_) == file.clash.merge_sha256)


def _edited(case: _Case, mine: bytes, file: ImportedFile) -> _Outcome:
    _check_markers(case, mine, file)
    finished = _finished(case, mine, file)
    if finished is not None:
        outcome = _settled(finished)
        taken = outcome.article != mine and outcome.fate in ("unchanged", "kept")
        return replace(outcome, fate="merged") if taken else outcome
    base = case.fresh.text if file.sha256 == sha256(case.page) else file.base
    if base == case.fresh.text:
        return _Outcome("kept", _as_on_page(case), mine, _left_of_merge(case, mine))
    file = replace(file, named_after=case.fresh.name, now=lines_of(case.fresh.text), place=Place.ON_PAGE)
    text = _plain(mine, case)
    if text is None:
        return _Outcome("offered", file, mine, case.merge)
    if holds(base, text, case.fresh.text):  # the person has put it in already, or an import that was killed
        return _Outcome("kept", _as_on_page(case), mine, _left_of_merge(case, mine))
    if file.clash is not None and case.merge is not None and _is_pending(case, file):
        overtaken = standing_of_merge(mine, case.merge, file.clash) is Standing.OVERTAKEN
        return _Outcome("overtaken" if overtaken else "waiting", file, mine, case.merge)
    if not case.with_merge and not is_only_tagged(mine, file.base):
        return _Outcome("offered" if base is not None else "unbased", file, mine, case.merge)
    merged = merge(base, text, case.fresh.text, case.labels)
    data = _like(mine, merged.text)
    if not merged.clashes:
        return _Outcome("merged", _as_on_page(case), data, _left_of_merge(case, data))
    return _clashed(case, mine, data, file)


def _check_markers(case: _Case, mine: bytes, file: ImportedFile) -> None:
    """A merge that was moved over its article with the markers in it is not finished."""
    moved = file.clash is not None and case.merge is None and sha256(mine) != file.clash.article_sha256
    check_markers(mine.decode("utf-8", "replace"), case.name, "<=>" if moved else "<>")


def _finished(case: _Case, mine: bytes, file: ImportedFile) -> _Case | None:
    """The case after a person has finished its merge: what the page said then is the base from now on.

    Whoever moves the merge over the article, or deletes it, has finished; one without markers takes the article's
    place, where the article has not been edited since.
    """
    if file.clash is None:
        return None
    agreed = replace(
        file, sha256=sha256("\n".join(file.clash.page).encode()), text=file.clash.page, now=None, clash=None
    )
    if case.merge is None:
        return replace(case, file=agreed)
    finished = standing_of_merge(mine, case.merge, file.clash) is Standing.FINISHED
    if case.with_merge and finished:
        _text(case.merge, f"{case.name[:-3]}{MERGE}")  # which says where it is no text
        return replace(case, file=agreed, mine=case.merge, merge=None)
    return None


def _is_pending(case: _Case, file: ImportedFile) -> bool:
    """Whether a merge is left to be finished; one that nobody has touched is made anew where that is asked for."""
    return not case.with_merge or not _is_as_written(file, case.merge)


def _clashed(case: _Case, mine: bytes, data: bytes, file: ImportedFile) -> _Outcome:
    if case.merge not in (None, data) and not _is_as_written(file, case.merge):
        name = f"{case.name[:-3]}{MERGE}"
        hint = "rename or delete it: a merge of the article is to be written there."
        raise ArticleError("this file is there already.", hint=hint, ref=SourceRef(name, 1))
    clash = Clash(lines_of(case.fresh.text), sha256(data), sha256(mine))
    return _Outcome("clashed", replace(file, clash=clash), mine, data)


def _off_page(folder: Folder, slug: str, file: ImportedFile) -> _Outcome:
    """A file that the page no longer gives. What was edited or deleted by hand is remembered, for its return."""
    mine, merge_ = folder.articles.get(slug), folder.merges.get(slug)
    if mine is None:
        known = None if file.place is Place.LEAVING else replace(file, now=None, clash=None, place=Place.LEFT)
        return _Outcome("", known, None, merge_)
    if sha256(mine) == file.sha256:
        return _Outcome("removed", None, None, merge_)
    left = replace(file, now=None, clash=None, place=Place.LEFT)
    return _Outcome("orphaned", left, mine, None if _is_as_written(file, merge_) else merge_)


def _unknown(folder: Folder, slug: str, file: ImportedFile) -> _Outcome:
    """A file of a page that is not read anew; the text of one that nobody has edited is what was imported."""
    mine = folder.articles.get(slug)
    if mine is not None and file.text is None and sha256(mine) == file.sha256:
        file = replace(file, text=lines_of(mine.decode()))
    return _Outcome("", file, mine, folder.merges.get(slug))


# ---------------------------------------------------------------- bytes ◀─▶ text


def _plain(data: bytes, case: _Case) -> str | None:
    """The text of a person's file, or None where it is no text and nobody asked for a merge."""
    try:
        return _text(data, case.name)
    except ArticleError:
        if case.with_merge:
            raise
        return None


def _text(data: bytes, name: str) -> str:
    """The text with line ends as ``\\n``, where all of them are those of Windows; else as it is."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data, name, ArticleError)  # which says where it is no text
    return text.replace("\r\n", "\n") if _has_windows_ends(data) else text


def _like(data: bytes, text: str) -> bytes:
    """The text as bytes, with the line ends and the byte order mark of ``data``."""
    ends = text.replace("\n", "\r\n") if _has_windows_ends(data) else text
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + ends.encode()


def _has_windows_ends(data: bytes) -> bool:
    return 0 < data.count(b"\n") == data.count(b"\r\n")


# ---------------------------------------------------------------- what comes of it


def _result(
    folder: Folder, record: ImportRecord, outcomes: dict[str, _Outcome], renames: dict[str, str]
) -> ImportResult:
    path = f"{ARTICLES}/{folder.page}"
    fates: dict[str, list[str]] = {}
    for slug, outcome in outcomes.items():
        if outcome.fate:
            fates.setdefault(outcome.fate, []).append(f"{path}/{slug}.md")
    fates["renamed"] = [f"{path}/{old}.md ─▶ {path}/{new}.md" for old, new in renames.items()]
    fates["left_over"] = [f"{path}/{slug}{MERGE}" for slug in left_over_merges(record, _after(folder, outcomes))]
    return ImportResult(**{fate: tuple(paths) for fate, paths in fates.items()})


def _after(folder: Folder, outcomes: dict[str, _Outcome]) -> Folder:
    """The folder as the import leaves it."""
    articles = folder.articles | {slug: outcome.article for slug, outcome in outcomes.items()}
    merges = folder.merges | {slug: outcome.merge for slug, outcome in outcomes.items()}
    return Folder(
        folder.page,
        {slug: data for slug, data in articles.items() if data is not None},
        {slug: data for slug, data in merges.items() if data is not None},
    )


def _changes(folder: Folder, outcomes: dict[str, _Outcome]) -> Iterable[Change]:
    """First what is written, then what is removed."""
    changes = [
        Change(f"{ARTICLES}/{folder.page}/{slug}{ending}", before, after)
        for slug, outcome in outcomes.items()
        for ending, before, after in (
            (".md", folder.articles.get(slug), outcome.article),
            (MERGE, folder.merges.get(slug), outcome.merge),
        )
        if before != after
    ]
    return sorted(changes, key=lambda change: change.after is None)


def _with_leaving(before: ImportRecord | None, outcomes: dict[str, _Outcome]) -> ImportRecord | None:
    """The earlier record, which says of the files to be removed that no person did it: None where there is none."""
    leaving = [slug for slug, outcome in outcomes.items() if outcome.fate == "removed"]
    if before is None or not leaving:
        return None
    marked = {slug: replace(before.articles[slug], place=Place.LEAVING) for slug in leaving}
    return replace(before, articles=before.articles | marked)


def _moves(root: Path, folder: Folder, renames: dict[str, str]) -> Iterable[tuple[str, str]]:
    """The PO files that go with a file which a person has renamed, unless its English is there already."""
    languages = sorted(path for path in (root / TRANSLATIONS).glob("*") if path.is_dir())
    for old, new in renames.items():
        slug = _address(folder, new)
        for language in languages:
            source, target = (language / folder.page / f"{name}.po" for name in (old, slug))
            if source.is_file() and not target.exists():
                yield source.relative_to(root).as_posix(), target.relative_to(root).as_posix()


def _address(folder: Folder, slug: str) -> str:
    """The slug of a file as its front matter may give it."""
    name = f"{ARTICLES}/{folder.page}/{slug}.md"
    try:
        return parse(decode(folder.articles[slug], name, ArticleError), name).slug
    except ArticleError:
        return slug


# ---------------------------------------------------------------- writing


def apply(root: Path, plan: Plan) -> None:
    """Write what is planned: the articles first, the record last. Raises WriteError when a file has changed since."""
    for change in plan.changes:
        _check_unchanged(root, change)
    if plan.leaving is not None:
        _save_record(root, plan.page, plan.leaving)
    for change in plan.changes:
        _check_unchanged(root, change)
        if change.after is None:
            (root / change.name).unlink()
        else:
            write_atomically(root / change.name, change.after, change.name)
    for source, target in plan.moves:
        (root / source).rename(root / target)
    _save_record(root, plan.page, plan.record)


def _check_unchanged(root: Path, change: Change) -> None:
    path = root / change.name
    if (path.read_bytes() if path.is_file() else None) != change.before:
        hint = "save your work there and run the import again."
        message = "the file was changed while the page was being imported."
        raise WriteError(message, hint=hint, ref=SourceRef(change.name, 1))


def _save_record(root: Path, page: str, record: ImportRecord) -> None:
    name = f"{ARTICLES}/{page}/{RECORD}"
    write_if_changed(root / name, typed.to_pretty_json(record), name)
