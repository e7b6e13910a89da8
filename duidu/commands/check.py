"""``check``: everything a person should look at, with place and hint; nothing is written."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.report import Report, Reporter, plural
from duidu.commands.site import render
from duidu.commands.workspace import open_workspace
from duidu.content.articles import ARTICLES
from duidu.content.imports import (
    MERGE,
    RECORD,
    Folder,
    ImportRecord,
    Standing,
    gone_pages,
    left_over_merges,
    open_doubts,
    read_folders,
    read_record,
    standing,
)
from duidu.content.pages import PAGES, page_files
from duidu.content.waivers import read_waivers
from duidu.model import Decision, SourceRef

if TYPE_CHECKING:
    from duidu.checks import PageImport


def run(root: Path, reporter: Reporter) -> Report:
    """All findings that no waiver silences; exit code 1 when there are any."""
    from duidu.checks import Material, run_checks
    from duidu.pipeline import lost_forms

    workspace = open_workspace(root)
    waivers = read_waivers(root)
    edition, files = render(workspace, reporter)
    limits = workspace.config.site
    # Taiwan's own vocabulary is not meant to come back.
    own_words = ("zh-Hant-TW",) if workspace.config.language.taiwan_words else ()
    lost = tuple(lost_forms(edition, own_words))
    material = Material(
        edition,
        workspace.lexicon,
        files,
        limits.max_page_kb,
        _imports(root),
        lost,
        limits.max_site_mb,
        limits.max_picture_kb,
    )
    findings = run_checks(material, waivers)
    lines = (*map(str, findings), f"Check: {plural(len(findings), 'finding')}.")
    return Report("check", lines, {"findings": len(findings)}, findings, exit_code=1 if findings else 0)


def _imports(root: Path) -> tuple[PageImport, ...]:
    """What the records say of the pages that are there, and of those whose file is gone."""
    names = {path.stem: f"{PAGES}/{path.name}" for path in page_files(root)}
    folders = read_folders(root, names)
    records = {id_: read_record(root, id_) for id_ in names}
    there = (_import(names[id_], record, folders[id_]) for id_, record in sorted(records.items()) if record is not None)
    return (*there, *_gone(root, names))


def _gone(root: Path, names: Container[str]) -> Iterator[PageImport]:
    from duidu.checks import PageImport

    for id_, folder in read_folders(root, gone_pages(root, names)).items():
        if folder.articles:
            yield PageImport(gone=f"{ARTICLES}/{id_}/{RECORD}")


def _import(page: str, record: ImportRecord, folder: Folder) -> PageImport:
    from duidu.checks import PageImport

    decisions = tuple(
        Decision(SourceRef(page, doubt.line), doubt.what, doubt.text, doubt.reason, doubt.confidence)
        for doubt in open_doubts(record, folder)
    )
    by_standing: dict[Standing, list[str]] = {kind: [] for kind in Standing}
    for slug, file in sorted(record.articles.items()):
        by_standing[standing(folder, slug, file)].append(f"{ARTICLES}/{folder.page}/{slug}")
    return PageImport(
        decisions,
        record.encoding,
        changed=tuple(f"{path}.md" for path in by_standing[Standing.CHANGED]),
        clashed=tuple((f"{path}.md", f"{path}{MERGE}") for path in by_standing[Standing.CLASHED]),
        finished=tuple((f"{path}.md", f"{path}{MERGE}") for path in by_standing[Standing.FINISHED]),
        overtaken=tuple((f"{path}.md", f"{path}{MERGE}") for path in by_standing[Standing.OVERTAKEN]),
        left_over=tuple(f"{ARTICLES}/{folder.page}/{slug}{MERGE}" for slug in left_over_merges(record, folder)),
        stale=tuple(f"{path}.md" for path in by_standing[Standing.STALE]),
    )
