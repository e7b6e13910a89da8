"""Machine English of a sentence: what it asks of an engine, and what the quality gate says of the answer.

    Sentence ─▶ Request with terms and names ─engine─▶ English ─gate─▶ Draft, or another try

Here the language layers, the engines and the gate meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from duidu.annotators import Annotator, every_sense, simplified_sentence
from duidu.gate import MISLEADING, Gate, SourceText, doubt
from duidu.model import Draft, Fault, Lexicon, Sentence, Term, WordTag
from duidu.translators import Engine
from duidu.translators.ladder import Request
from duidu.translators.ladder import drafts as decoded
from duidu.translators.terms import terms_of

__all__ = ["MISLEADING", "Examiner", "Task", "doubt", "drafts", "people_of"]

ENGLISH = "en"
# What can be told of any language of translation: loops, Chinese left over, quotes and brackets, debris.
_OF_ANY_LANGUAGE = frozenset({"M601", "M603", "M607", "M609", "M610"})


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence that needs English; ``people`` are those whom its article names in full."""

    sentence: Sentence
    people: frozenset[str] = frozenset()


class Examiner:
    """Knows the terms and names of a sentence, and judges its machine English.

    ``language`` is that of the translation; terms, names and senses are English, and say nothing of another.
    """

    def __init__(self, annotator: Annotator, lexicon: Lexicon, language: str = ENGLISH) -> None:
        self._annotator = annotator
        self._terms = lexicon.terms
        self._english = language.partition("-")[0] == ENGLISH
        self._gate = Gate(every_sense)

    def request(self, task: Task) -> Request:
        """The sentence for the engine."""
        return Request(task.sentence.msgid, self._terms_of(task.sentence, task.people))

    def judge(self, task: Task, english: str) -> tuple[Fault, ...]:
        """What would mislead a reader of this English, worst first. The gate reads simplified characters."""
        plain = simplified_sentence(task.sentence)
        terms = self._terms_of(plain, task.people)
        faults = self._gate.judge(SourceText(plain.text, plain.words, terms), english)
        return faults if self._english else tuple(fault for fault in faults if fault.code in _OF_ANY_LANGUAGE)

    def _terms_of(self, sentence: Sentence, people: Collection[str]) -> tuple[Term, ...]:
        if not self._english:
            return ()
        plain = simplified_sentence(sentence).text
        names = self._annotator.names(sentence, people)
        return terms_of(sentence.text, sentence.words, self._terms, names, simplified=plain)


def people_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Whom an article names in full: others of its sentences may call them by their surname."""
    words = (word for sentence in sentences for word in sentence.words)
    return frozenset(word.text for word in words if word.tag is WordTag.PERSON and len(word.text) > 1)


def drafts(
    tasks: Sequence[Task], engine: Engine, examiner: Examiner, *, beam_size: int
) -> Iterator[tuple[int, Draft]]:
    """(Index, draft) of each sentence once, as soon as it is settled, in any order. Raises EngineError."""
    requests = [examiner.request(task) for task in tasks]

    def judge(index: int, english: str) -> tuple[Fault, ...]:
        return examiner.judge(tasks[index], english)

    return decoded(requests, engine, judge, doubt=doubt, beam_size=beam_size)
