"""``translate``: every sentence gets its entry in a PO file, and gaps are filled with machine English."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.catalogues import Catalogues, Gap, open_catalogues
from duidu.commands.drafting import drafts, open_engine
from duidu.commands.engine import opened
from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import open_workspace
from duidu.content.journal import Finished, Journal
from duidu.content.translations import TRANSLATIONS
from duidu.errors import EngineError
from duidu.files import remove_torn
from duidu.model import Catalogue, Status

if TYPE_CHECKING:
    from duidu.translators import Engine

# Between two savings of the PO files; a killed run loses nothing, because the journal has what is finished meanwhile.
SAVE_SECONDS = 15.0


def run(root: Path, reporter: Reporter, *, jobs: int = 1, retranslate: bool = False) -> Report:
    """Bring the PO files up to date and fill their gaps as far as an engine is there; exit code 1 when some stay.

    ``retranslate``: renew all machine English, too.
    """
    workspace = open_workspace(root)
    catalogues = open_catalogues(workspace, reporter)
    written = catalogues.synchronise()
    job = Job(catalogues, Journal(root, workspace.language), retranslate)
    lines = list(job.recover())
    wanted = job.wanted()
    try:
        if wanted and workspace.config.translate.engine != "none":
            job.run(wanted, opened(root, reporter, lambda: open_engine(workspace, jobs)), reporter)
    except EngineError as error:
        lines.append(f"  {error}")
    counts = _counts(catalogues.read())
    counts |= {"files_written": written, "translated": job.translated, "recovered": len(job.left)}
    lines.insert(0, _summary(counts))
    return Report("translate", tuple(lines), counts, exit_code=1 if counts["missing"] else 0)


@dataclass(slots=True)
class Job:
    """The translation of what has no English, or, with ``renew``, of all that no person has seen.

    What is finished goes to the journal sentence by sentence, and to the PO files every few seconds and at the end.
    The journal of a job that fills gaps goes as soon as the PO files have it all; that of one that renews stays until
    such a job is done, because it alone tells which machine English is new.
    """

    catalogues: Catalogues
    journal: Journal
    renew: bool
    translated: int = 0
    left: tuple[Finished, ...] = ()

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

    def run(self, wanted: Sequence[Gap], engine: Engine, reporter: Reporter) -> None:
        """Translate what this engine has not done yet, and save as it goes.

        Raises EngineError and WriteError; what is finished by then is kept.
        """
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
        if self.renew:
            self.journal.remove()

    def _translate(
        self, wanted: Sequence[Gap], engine: Engine, fresh: list[Finished], advance: Callable[[int], None]
    ) -> None:
        saved = time.monotonic()
        for index, draft in drafts(wanted, engine):
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


def _summary(counts: dict[str, int]) -> str:
    parts = [f"{counts['reviewed']} reviewed", f"{counts['machine']} machine"]
    parts += [f"{counts['stale']} stale"] if counts["stale"] else []
    total = sum(counts[status.value] for status in Status)
    new = f" ({counts['translated']} new)" if counts["translated"] else ""
    return f"Translate: {plural(total, 'sentence')}: {', '.join(parts)}{new}, {counts['missing']} missing."
