"""``translate``: every sentence gets its entry in a PO file, and gaps are filled with machine English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import Workspace, annotated, open_workspace
from duidu.content.translations import read_catalogues, read_orphans, save_catalogue
from duidu.errors import EngineError
from duidu.model import Catalogue, Kind, SourceRef, Status

if TYPE_CHECKING:
    from duidu.pipeline import AnnotatedArticle
    from duidu.translators import Engine


def run(root: Path, reporter: Reporter, *, jobs: int = 1) -> Report:
    """Bring the PO files up to date and fill their gaps as far as an engine is there; exit code 1 when some stay."""
    from duidu.pipeline import gaps

    workspace = open_workspace(root)
    articles = _published(workspace, reporter, jobs)
    catalogues, written = _synchronised(workspace, articles)
    missing = gaps(catalogues)
    lines: list[str] = []
    translated = 0
    if missing and workspace.config.translate.engine != "none":
        try:
            engine = _open_engine(workspace, jobs)
        except EngineError as error:
            lines.append(f"  {error}")
        else:
            catalogues, translated = _fill(root, articles, catalogues, missing, engine, reporter)
    counts = _counts(catalogues) | {"files_written": written, "translated": translated}
    lines.insert(0, _summary(counts))
    return Report("translate", tuple(lines), counts, exit_code=1 if counts["missing"] else 0)


def _published(workspace: Workspace, reporter: Reporter, jobs: int) -> list[AnnotatedArticle]:
    return [item for item in annotated(workspace, reporter, jobs) if item.article.story.kind is not Kind.FURNITURE]


def _synchronised(workspace: Workspace, articles: list[AnnotatedArticle]) -> tuple[list[Catalogue], int]:
    """The catalogues of all articles with an entry for each sentence, saved where they have changed."""
    from duidu.pipeline import merge

    keys = [item.article.key for item in articles]
    before = read_catalogues(workspace.root, keys)
    memory = read_orphans(workspace.root, keys)
    catalogues = [merge(before[item.article.key], item.segmented.sentences(), memory) for item in articles]
    written = sum(
        save_catalogue(workspace.root, catalogue, _places(item))
        for item, catalogue in zip(articles, catalogues, strict=True)
        if catalogue != before[item.article.key]
    )
    return catalogues, written


def _places(item: AnnotatedArticle) -> dict[tuple[str, str], SourceRef]:
    return {(sentence.context, sentence.msgid): sentence.ref for sentence in item.segmented.sentences()}


def _open_engine(workspace: Workspace, jobs: int) -> Engine:
    from duidu.translators import ENGINES

    settings = workspace.config.translate
    return ENGINES[settings.engine](device=settings.device, beam_size=settings.beam_size, threads=jobs)


def _fill(
    root: Path,
    articles: list[AnnotatedArticle],
    catalogues: list[Catalogue],
    missing: tuple[str, ...],
    engine: Engine,
    reporter: Reporter,
) -> tuple[list[Catalogue], int]:
    """Fill the gaps; what is finished is saved even when the work is broken off."""
    from duidu.pipeline import filled

    machine: dict[str, str] = {}
    try:
        with reporter.progress("Translating", len(missing)) as advance:
            for chinese, english in engine.translate(missing):
                machine[chinese] = english
                advance(1)
    finally:
        catalogues = [filled(catalogue, machine, engine.name) for catalogue in catalogues]
        for item, catalogue in zip(articles, catalogues, strict=True):
            save_catalogue(root, catalogue, _places(item))
    return catalogues, sum(bool(english) for english in machine.values())


def _counts(catalogues: list[Catalogue]) -> dict[str, int]:
    statuses = [message.english.status for catalogue in catalogues for message in catalogue.messages]
    return {status.value: statuses.count(status) for status in Status}


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{counts['reviewed']} reviewed", f"{counts['machine']} machine"]
    parts += [f"{counts['stale']} stale"] if counts["stale"] else []
    total = sum(counts[status.value] for status in Status)
    new = f" ({counts['translated']} new)" if counts["translated"] else ""
    return f"Translate: {plural(total, 'sentence')}: {', '.join(parts)}{new}, {counts['missing']} missing."
