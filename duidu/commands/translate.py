"""``translate``: every sentence gets its entry in a PO file, and gaps are filled with machine English."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import assets
from duidu.cache import CACHE
from duidu.commands.catalogues import Catalogues, Gap, open_catalogues, places
from duidu.commands.drafting import drafts, open_engine, source_of
from duidu.commands.editing import translating
from duidu.commands.engine import opened
from duidu.commands.judging import Faults, faults_of, is_misleading
from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import Workspace, open_workspace
from duidu.content.journal import Finished, Journal
from duidu.content.translations import TRANSLATIONS
from duidu.errors import EngineError
from duidu.files import remove_torn, write_atomically
from duidu.model import Catalogue, Status

if TYPE_CHECKING:
    from duidu.pipeline import AnnotatedArticle
    from duidu.translators import Engine
    from duidu.writers.translation import TranslatedSentence

BUSY = "  Another run is translating; its sentences come when it is done."
REPORT = f"{CACHE}/translation.html"
# Between two savings of the PO files; a killed run loses nothing, because the journal has what is finished meanwhile.
SAVE_SECONDS = 15.0


def run(root: Path, reporter: Reporter, *, jobs: int = 1, retranslate: bool = False, report: bool = False) -> Report:
    """Bring the PO files up to date and fill their gaps as far as an engine is there; exit code 1 when some stay.

    ``retranslate``: renew all machine English, too. ``report``: write what came of it as an HTML page.
    """
    workspace = open_workspace(root)
    catalogues = open_catalogues(workspace, reporter)
    written = catalogues.synchronise()
    job = Job(workspace, catalogues, Journal(root, workspace.language), retranslate)
    with translating(root) as alone:
        lines = [*job.recover(), *job.run_all(jobs, reporter)] if alone else [BUSY]
    stopped = retranslate and (bool(job.stopped) or not alone)
    found = catalogues.read()
    faults = [faults_of(workspace, *pair) for pair in zip(catalogues.articles, found, strict=True)]
    doubtful = sum(is_misleading(one) for by_place in faults for one in by_place.values())
    counts = _counts(found) | {"doubtful": doubtful}
    counts |= {"files_written": written, "translated": job.translated, "recovered": len(job.left)}
    lines.insert(0, _summary(counts))
    if report:
        lines.append(f"Open {write_report(job, found, faults)}")
    return Report("translate", tuple(lines), counts, exit_code=1 if counts["missing"] or stopped else 0)


@dataclass(slots=True)
class Job:
    """The translation of what has no English, or, with ``renew``, of all that no person has seen.

    What is finished goes to the journal sentence by sentence, and to the PO files every few seconds and at the end.
    The journal of a job that fills gaps goes as soon as the PO files have it all; that of one that renews stays until
    such a job is done, because it alone tells which machine English is new.
    """

    workspace: Workspace
    catalogues: Catalogues
    journal: Journal
    renew: bool
    translated: int = 0
    left: tuple[Finished, ...] = ()
    engines: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def recover(self) -> Iterator[str]:
        """Put what an earlier run has left into the PO files, and say so."""
        remove_torn(self.catalogues.root / TRANSLATIONS / self.catalogues.language)
        self.left = self.journal.read()
        self.catalogues.put(self.left)
        self._remove_if_saved()
        if self.left:
            yield f"  {plural(len(self.left), 'sentence')} of a run that was broken off: kept."
        if not self.renew and self._renewed():
            yield "  machine English is renewed in part; to go on: duidu translate --retranslate machine"

    def _renewed(self) -> tuple[Finished, ...]:
        return tuple(item for item in self.left if item.renewed)

    def _remove_if_saved(self) -> None:
        if not self.renew and not self._renewed():
            self.journal.remove()

    def wanted(self) -> tuple[Gap, ...]:
        """The sentences that the job is for."""
        return self.catalogues.gaps((Status.MISSING, Status.MACHINE) if self.renew else (Status.MISSING,))

    def run_all(self, jobs: int, reporter: Reporter) -> list[str]:
        """Translate all that is wanted, each kind of characters by its engine; what stopped one, in a line."""
        if self.workspace.config.translate.engine == "none":
            return []
        wanted = self.wanted()
        broken_off = False
        for source in dict.fromkeys(source_of(gap.sentence.language) for gap in wanted):
            gaps = [gap for gap in wanted if source_of(gap.sentence.language) == source]
            open_ = partial(open_engine, self.workspace, jobs, source)
            begun = len(self.engines)
            try:
                self.run(gaps, opened(self.catalogues.root, reporter, open_), reporter)
            except EngineError as error:
                self.stopped.append(f"  {error}")
                broken_off |= len(self.engines) > begun
        if self.renew and not broken_off:
            self.journal.remove()
        return self.stopped

    def run(self, wanted: Sequence[Gap], engine: Engine, reporter: Reporter) -> None:
        """Translate what this engine has not done yet, and save as it goes.

        Raises EngineError and WriteError; what is finished by then is kept.
        """
        self.engines.append(engine.name)
        begun = time.monotonic()
        done = {item.chinese for item in self._renewed() if item.engine == engine.name}
        wanted = [gap for gap in wanted if gap.sentence.msgid not in done]
        fresh: list[Finished] = []
        try:
            with reporter.progress("Translating", len(wanted)) as advance:
                self._translate(wanted, engine, fresh, advance)
        finally:
            self._save(fresh)
            self.journal.close()
            self._remove_if_saved()
            self.seconds += time.monotonic() - begun

    def _translate(
        self, wanted: Sequence[Gap], engine: Engine, fresh: list[Finished], advance: Callable[[int], None]
    ) -> None:
        saved = time.monotonic()
        for index, draft in drafts(self.workspace, wanted, engine):
            if draft.english:
                fresh.append(Finished(wanted[index].sentence.msgid, draft.english, engine.name, self.renew))
                self.journal.add(fresh[-1])
            advance(1)
            if time.monotonic() - saved >= SAVE_SECONDS:
                self._save(fresh)
                saved = time.monotonic()

    def _save(self, fresh: list[Finished]) -> None:
        self.catalogues.put(fresh)
        self.translated += len(fresh)
        fresh.clear()


def _counts(catalogues: list[Catalogue]) -> dict[str, int]:
    statuses = [message.english.status for catalogue in catalogues for message in catalogue.messages]
    return {status.value: statuses.count(status) for status in Status}


def write_report(job: Job, found: Sequence[Catalogue], faults: Sequence[Faults]) -> Path:
    """Write the report on the machine English of the edition; where it lies. Raises TemplateError and WriteError."""
    from duidu.checks import CODES
    from duidu.machine import MISLEADING
    from duidu.writers.translation import Run, translation_report

    rows = [
        row
        for item, catalogue, by_place in zip(job.catalogues.articles, found, faults, strict=True)
        for row in _machine(item, catalogue, by_place)
    ]
    page = translation_report(
        Run("; ".join(job.engines), job.translated, job.seconds),
        rows,
        {code: text.meaning for code, text in CODES.items()},
        assets.templates(job.catalogues.root),
        doubtful=MISLEADING,
    )
    write_atomically(job.catalogues.root / REPORT, page.data, REPORT)
    return job.catalogues.root / REPORT


def _machine(item: AnnotatedArticle, catalogue: Catalogue, faults: Faults) -> Iterator[TranslatedSentence]:
    from duidu.machine import doubt
    from duidu.writers.translation import TranslatedSentence

    where = places(item)
    for message in catalogue.messages:
        if message.english.status is Status.MACHINE:
            place = (message.context, message.chinese)
            found = faults.get(place, ())
            ref = where.get(place, message.ref)
            yield TranslatedSentence(ref, message.chinese, message.english.text, found, doubt(found))


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{counts['reviewed']} reviewed", f"{counts['machine']} machine"]
    parts[-1] += f" ({counts['doubtful']} doubtful)" if counts["doubtful"] else ""
    parts += [f"{counts['stale']} stale"] if counts["stale"] else []
    total = sum(counts[status.value] for status in Status)
    new = f" ({counts['translated']} new)" if counts["translated"] else ""
    return f"Translate: {plural(total, 'sentence')}: {', '.join(parts)}{new}, {counts['missing']} missing."
