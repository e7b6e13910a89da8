"""``site``: articles, layers and translations ─▶ ``output/``."""

from __future__ import annotations

from pathlib import Path

from duidu import assets, output
from duidu.commands.archiving import archiver
from duidu.commands.judging import faults_of, misleading
from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import Workspace, annotated, open_workspace, spellings, subjects, titles
from duidu.content.pictures import published
from duidu.content.translations import read_catalogues
from duidu.content.waivers import read_waivers
from duidu.model import Edition, Finding, OutputFile
from duidu.works import credits

OUTPUT = "output"


def run(root: Path, reporter: Reporter) -> Report:
    """Render everything, then write what has changed; exit code 1 when a page is over its budget.

    It is written all the same, so that one can look at it.
    """
    workspace = open_workspace(root)
    edition, files = render(workspace, reporter)
    findings = _over_budget(workspace, files)
    published = output.publish(root / OUTPUT, files)
    counts = {
        "articles": sum(1 for _ in edition.articles()),
        "files_written": published.written,
        "files_unchanged": published.unchanged,
        "files_removed": published.removed,
    }
    files_line = f"{plural(published.written, 'file')} written, {published.unchanged} unchanged"
    summary = f"Site: {plural(counts['articles'], 'article')}, {files_line}, {published.removed} removed."
    lines = (*map(str, findings), summary, f"Open {root / OUTPUT / 'index.html'}")
    return Report("site", lines, counts, findings, exit_code=1 if findings else 0)


def _over_budget(workspace: Workspace, files: tuple[OutputFile, ...]) -> tuple[Finding, ...]:
    from duidu.checks import over_budget

    limits = workspace.config.site
    return over_budget(files, limits.max_page_kb, limits.max_site_mb, read_waivers(workspace.root))


def render(workspace: Workspace, reporter: Reporter) -> tuple[Edition, tuple[OutputFile, ...]]:
    """The edition and all files of its site."""
    from duidu.pipeline import edition_of, reading_article
    from duidu.writers import write_site

    articles = annotated(workspace, reporter)
    catalogues = read_catalogues(workspace.root, [item.article.key for item in articles], workspace.language)
    listed_by = subjects(workspace, articles)
    reading = [
        reading_article(
            item, found, misleading(faults_of(workspace, item, found)), listed_by[item.article.key], workspace.pictures
        )
        for item, found in ((item, catalogues[item.article.key]) for item in articles)
    ]
    edition = edition_of(workspace.config, reading, titles(workspace), credits(), spellings(workspace))
    templates = assets.templates(workspace.root)
    pack = archiver(workspace.root, OUTPUT) if workspace.config.site.zip else None
    own = (*assets.own_theme(workspace.root), *published(workspace.root, edition.pictures()))
    shipped = assets.theme(workspace.root, without={file.path for file in own})
    return edition, write_site(edition, templates, shipped, pack, own)
