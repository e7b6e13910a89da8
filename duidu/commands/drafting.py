"""The seam between the PO files and the engines: sentences in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidu.commands.catalogues import Gap
from duidu.commands.workspace import Workspace
from duidu.model import Draft

if TYPE_CHECKING:
    from duidu.translators import Engine


def open_engine(workspace: Workspace, jobs: int) -> Engine:
    """The engine that the settings name. Raises EngineError, in one line that says how to get it."""
    from duidu.translators import ENGINES

    settings = workspace.config.translate
    target = settings.main_language
    return ENGINES[settings.engine](
        target=target, device=settings.device, beam_size=settings.beam_size, threads=jobs, sha256=settings.pins
    )


def drafts(gaps: Sequence[Gap], engine: Engine) -> Iterator[tuple[int, Draft]]:
    """Index and draft of each sentence, as soon as it is settled, in any order. Raises EngineError."""
    index = {gap.sentence.msgid: number for number, gap in enumerate(gaps)}
    for chinese, english in engine.translate(tuple(index)):
        yield index[chinese], Draft(english, (), "")
