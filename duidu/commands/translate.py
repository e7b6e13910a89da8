"""``translate``: every sentence gets its entry in a PO file, and gaps are filled with machine English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.engine import opened
from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import Workspace, annotated, open_workspace
from duidu.content.translations import read_catalogue, read_catalogues, read_orphans, save_catalogue
from duidu.errors import EngineError
from duidu.model import Catalogue, Kind, SourceRef, Status

if TYPE_CHECKING:
    from duidu.pipeline import AnnotatedArticle
    from duidu.translators import Decoding, Engine

# Sentences between two saves: what a killed run can lose.
SAVE_EVERY = 64


def run(root: Path, reporter: Reporter, *, jobs: int = 1) -> Report:
    """Bring the PO files up to date and fill their gaps as far as an engine is there; exit code 1 when some stay."""
    from duidu.pipeline import gaps
    from duidu.translators.decoding import Decoding

    workspace = open_workspace(root)
    articles = _published(workspace, reporter)
    written = _synchronise(workspace.root, articles)
    missing = gaps(_catalogues(root, articles))
    lines: list[str] = []
    translated = 0
    if missing and workspace.config.translate.engine != "none":
        try:
            beam_size = workspace.config.translate.beam_size
            decoding = Decoding(f"beam {beam_size}", beam_size=beam_size)
            engine = opened(root, reporter, lambda: _open_engine(workspace, jobs))
            translated = _fill(root, articles, missing, engine, decoding, reporter)
        except EngineError as error:
            lines.append(f"  {error}")
    counts = _counts(_catalogues(root, articles)) | {"files_written": written, "translated": translated}
    lines.insert(0, _summary(counts))
    return Report("translate", tuple(lines), counts, exit_code=1 if counts["missing"] else 0)


def _published(workspace: Workspace, reporter: Reporter) -> list[AnnotatedArticle]:
    return [item for item in annotated(workspace, reporter) if item.article.story.kind is not Kind.FURNITURE]


def _catalogues(root: Path, articles: list[AnnotatedArticle]) -> list[Catalogue]:
    """The catalogues of the articles as they stand on disk now."""
    found = read_catalogues(root, [item.article.key for item in articles])
    return [found[item.article.key] for item in articles]


def _synchronise(root: Path, articles: list[AnnotatedArticle]) -> int:
    """Give each sentence an entry in the PO file of its article; the number of files that have changed.

    English that one article no longer needs is offered to all: an article may have been split, joined or renamed.
    """
    from duidu.pipeline import merge, unused

    before = _catalogues(root, articles)
    pairs = list(zip(articles, before, strict=True))
    memory = list(read_orphans(root, [item.article.key for item in articles]))
    memory += [message for item, old in pairs for message in unused(old, item.segmented.sentences())]
    merged = [(item, old, merge(old, item.segmented.sentences(), memory)) for item, old in pairs]
    return sum(save_catalogue(root, new, _places(item)) for item, old, new in merged if new != old)


def _places(item: AnnotatedArticle) -> dict[tuple[str, str], SourceRef]:
    return {(sentence.context, sentence.msgid): sentence.ref for sentence in item.segmented.sentences()}


def _open_engine(workspace: Workspace, jobs: int) -> Engine:
    from duidu.translators import ENGINES

    settings = workspace.config.translate
    return ENGINES[settings.engine](
        device=settings.device, beam_size=settings.beam_size, threads=jobs, sha256=settings.pins
    )


def _fill(
    root: Path,
    articles: list[AnnotatedArticle],
    missing: tuple[str, ...],
    engine: Engine,
    decoding: Decoding,
    reporter: Reporter,
) -> int:
    """Fill the gaps and save as it goes; the number of sentences translated."""
    fresh: dict[str, str] = {}
    translated = 0
    try:
        with reporter.progress("Translating", len(missing)) as advance:
            for index, english in engine.translate(missing, decoding):
                fresh[missing[index]] = english
                translated += bool(english)
                advance(1)
                if len(fresh) >= SAVE_EVERY:
                    _save(root, articles, fresh, engine.name)
                    fresh = {}
    finally:
        _save(root, articles, fresh, engine.name)
    return translated


def _save(root: Path, articles: list[AnnotatedArticle], fresh: dict[str, str], engine: str) -> None:
    """Put fresh English into the files as they stand now: somebody may have edited them meanwhile."""
    from duidu.pipeline import filled, merge

    for item in articles:
        if any(sentence.msgid in fresh for sentence in item.segmented.sentences()):
            now = merge(read_catalogue(root, item.article.key), item.segmented.sentences())
            save_catalogue(root, filled(now, fresh, engine), _places(item))


def _counts(catalogues: list[Catalogue]) -> dict[str, int]:
    statuses = [message.english.status for catalogue in catalogues for message in catalogue.messages]
    return {status.value: statuses.count(status) for status in Status}


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{counts['reviewed']} reviewed", f"{counts['machine']} machine"]
    parts += [f"{counts['stale']} stale"] if counts["stale"] else []
    total = sum(counts[status.value] for status in Status)
    new = f" ({counts['translated']} new)" if counts["translated"] else ""
    return f"Translate: {plural(total, 'sentence')}: {', '.join(parts)}{new}, {counts['missing']} missing."
