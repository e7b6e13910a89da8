"""What the quality gate says of the machine English of an edition; what has not changed comes from the cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from duidu import __version__
from duidu.cache import Cache, digest
from duidu.commands.workspace import Workspace, code_digest, language_key, tools_of
from duidu.model import Catalogue, Fault, Sentence, Status

if TYPE_CHECKING:
    from duidu.pipeline import AnnotatedArticle

# (Context, Chinese) of a sentence ─▶ what is wrong with its machine English; sentences without faults are left out.
Faults = Mapping[tuple[str, str], tuple[Fault, ...]]

_Row = tuple[str, str, tuple[Fault, ...]]
# Whatever takes part, beside the language layers.
_ROOMS = ("gate/*.py", "gate/*.tsv", "translators/*.py", "translators/*.tsv")


def faults_of(workspace: Workspace, item: AnnotatedArticle, catalogue: Catalogue) -> Faults:
    """The faults of the machine English of an article."""
    english = {
        (message.context, message.chinese): message.english.text
        for message in catalogue.messages
        if message.english.status is Status.MACHINE
    }
    if not english:
        return {}
    memory = Cache(workspace.root, tuple[_Row, ...])
    name, key = f"faults/{item.article.key}", _key(workspace, item, english)
    rows: tuple[_Row, ...] | None = memory.get(name, key)
    if rows is None:
        rows = _judged(workspace, tuple(item.segmented.sentences()), english)
        memory.put(name, key, rows)
    return {(context, chinese): faults for context, chinese, faults in rows}


def is_misleading(faults: Iterable[Fault]) -> bool:
    """Whether the faults of a sentence are grave enough to mark it."""
    from duidu.machine import MISLEADING, doubt

    return doubt(faults) >= MISLEADING


def misleading(faults: Faults) -> Faults:
    """The faults of the sentences that they are grave enough to mark."""
    return {place: found for place, found in faults.items() if is_misleading(found)}


def _key(workspace: Workspace, item: AnnotatedArticle, english: Mapping[tuple[str, str], str]) -> str:
    terms = [(term.chinese, term.english, *term.accepted) for term in workspace.lexicon.terms]
    rows = [(*place, text) for place, text in english.items()]
    rooms = code_digest(_ROOMS)
    return digest(__version__, rooms, language_key(workspace), workspace.language, terms, item.article, rows)


def _judged(
    workspace: Workspace, sentences: tuple[Sentence, ...], english: Mapping[tuple[str, str], str]
) -> tuple[_Row, ...]:
    from duidu.machine import Examiner, Task, people_of

    examiner = Examiner(tools_of(workspace)[1], workspace.lexicon, workspace.language)
    people = people_of(sentences)
    rows: dict[tuple[str, str], _Row] = {}
    for sentence in sentences:
        place = (sentence.context, sentence.msgid)
        if place in english and place not in rows:
            faults = examiner.judge(Task(sentence, people), english[place])
            if faults:
                rows[place] = (*place, faults)
    return tuple(rows.values())
