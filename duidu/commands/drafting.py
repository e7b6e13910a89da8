"""The seam between the PO files and the engines: sentences in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidu.commands.catalogues import Gap
from duidu.commands.workspace import Workspace, tools_of
from duidu.model import Draft

if TYPE_CHECKING:
    from duidu.translators import Engine

# The languages of articles ─▶ Argos's name of the language that an engine reads.
SIMPLIFIED, TRADITIONAL = "zh", "zt"


def source_of(language: str) -> str:
    """
    >>> source_of("zh-Hans"), source_of("zh-Hant-TW")
    ('zh', 'zt')
    """
    return TRADITIONAL if language.startswith("zh-Hant") else SIMPLIFIED


def open_engine(workspace: Workspace, jobs: int, source: str = SIMPLIFIED) -> Engine:
    """The engine that the settings name, for one kind of characters.

    Raises EngineError, in one line that says how to get it.
    """
    from duidu.translators import ENGINES

    settings = workspace.config.translate
    return ENGINES[settings.engine](
        source=source,
        target=settings.main_language,
        device=settings.device,
        beam_size=settings.beam_size,
        threads=jobs,
        sha256=settings.pins,
    )


def drafts(workspace: Workspace, gaps: Sequence[Gap], engine: Engine) -> Iterator[tuple[int, Draft]]:
    """Index and draft of each sentence, as soon as it is settled, in any order. Raises EngineError."""
    from duidu import machine

    examiner = machine.Examiner(tools_of(workspace)[1], workspace.lexicon, workspace.language)
    tasks = [machine.Task(gap.sentence, gap.people) for gap in gaps]
    return machine.drafts(tasks, engine, examiner, beam_size=workspace.config.translate.beam_size)
