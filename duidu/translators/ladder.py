"""Sentences ─▶ the best drafts an engine can give: what misleads is decoded again in other ways, rung by rung.

    beam 4                    all, with their terms protected
    without protected terms   what still misleads
    no repeats                …
    wider beam
    clause by clause

A rung takes the sentences that failed, many together, so that the engine has full batches. From the third rung on, each
sentence goes in as it did best before, with or without protected terms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from duidu.model import MISLEADING, Draft, Fault, Term
from duidu.translators.decoding import Decoding, Engine, first_decoding
from duidu.translators.protection import Protected, protected

Judge = Callable[[int, str], tuple[Fault, ...]]
Doubt = Callable[[Sequence[Fault]], float]

# Sentences that failed and go down the ladder together: full batches, and little to lose when the run is killed.
TOGETHER = 128
WIDER = 2  # times the beam
_NOTHING = 2.0  # the doubt of no English at all: whatever else there is, is better

WITHOUT_TERMS = "without protected terms"
NO_REPEATS = "no repeats"
WIDER_BEAM = "wider beam"
CLAUSES = "clause by clause"

# After these a clause may end, except inside brackets, between digits and before a closing mark.
_CLAUSE_END = re.compile(r"[，；：！？。…]+[”’」』]?|(?<!\d)[,;:](?!\d)")
_BRACKETS = dict(zip("（(《〈【[", "）)》〉】]", strict=True))
_SHORT = 4  # a clause of fewer characters goes with the next
# English words that lose their capital when they no longer begin the sentence: nothing else can be known not to be a
# name.
_SMALL = re.compile(
    r"(?:"
    r"A|An|And|As|At|Both|But|By|Each|Every|For|From|He|Her|His|How|If|In|It|Its|Many|More|No|Not|Now|Of"
    r"|On|Only|Or|Our|She|So|Some|Such|That|The|Their|Then|There|These|They|This|Those|To|We|What|When"
    r"|Where|Which|While|Who|With|You|Your"
    r")\b"
)


@dataclass(frozen=True, slots=True)
class Request:
    """A Chinese sentence to translate, and its terms and names whose English is settled."""

    text: str
    terms: tuple[Term, ...] = ()


def heaviest(faults: Sequence[Fault]) -> float:
    """The doubt that the worst fault alone gives.

    >>> heaviest([Fault("M602", 0.3, ""), Fault("M601", 0.9, "")])
    0.9
    """
    return max((fault.weight for fault in faults), default=0.0)


def drafts(
    requests: Sequence[Request],
    engine: Engine,
    judge: Judge,
    *,
    doubt: Doubt = heaviest,
    beam_size: int = 4,
) -> Iterator[tuple[int, Draft]]:
    """(Index, best draft) of each request once, as soon as it is settled.

    ``judge`` gives the faults of an English sentence, ``doubt`` weighs them; from MISLEADING on, the next rung is
    tried. The draft of least doubt is kept, the earlier of equals. Raises what the engine raises.
    """
    return _Ladder(engine, judge, doubt, beam_size).settle(requests)


def clauses(text: str) -> list[str]:
    """The clauses of a sentence, which join to it; brackets are not cut, nor are short clauses left alone.

    >>> clauses("天亮了，我们走（他说：好，走）；雨停了。")
    ['天亮了，我们走（他说：好，走）；', '雨停了。']
    """
    found, start = [], 0
    for match in _CLAUSE_END.finditer(text):
        end = match.end()
        if end - start > _SHORT and not _open(text[start:end]):
            found.append(text[start:end])
            start = end
    return [*found, text[start:]] if start < len(text) else found


def _open(text: str) -> bool:
    return any(text.count(one) > text.count(other) for one, other in _BRACKETS.items())


def joined(texts: Sequence[tuple[str, str]]) -> str:
    """One English sentence of (clause, its English).

    >>> joined([("天亮了，", "It is day."), ("桥边的雨停了；", "The rain has stopped."), ("我们走。", "Li leaves.")])
    'It is day, the rain has stopped; Li leaves.'
    """
    sentence = ""
    for chinese, english in ((chinese, english.strip()) for chinese, english in texts):
        if english:
            small = sentence and _SMALL.match(english) and not re.search(r"[.!?…][”’]?$", sentence)
            english = english[0].lower() + english[1:] if small else english
            sentence = f"{sentence} {_with_end(english, chinese)}".lstrip()
    return sentence if not texts or texts[-1][1].strip() else re.sub(r"[,;:]$", ".", sentence)


def _with_end(english: str, chinese: str) -> str:
    """The English clause with the mark that the Chinese one ends with."""
    mark = {"，": ",", "；": ";", "：": ":", ",": ",", ";": ";", ":": ":"}.get(chinese.rstrip()[-1:])
    return english.rstrip(".,;:") + mark if mark and not english.endswith(("!", "?", "...")) else english


_NO_DRAFT = Draft("", (), "")


@dataclass(slots=True)
class _Climber:
    """A sentence on its way, with its best draft so far."""

    index: int
    request: Request
    best: Draft = _NO_DRAFT
    least: float = _NOTHING + 1
    plain: bool = False  # whether it did best without protected terms

    def settled(self) -> tuple[int, Draft]:
        return self.index, self.best

    def input(self, text: str) -> Protected:
        """What the engine gets for the sentence, or for a clause of it."""
        return protected(text, () if self.plain else self.request.terms)


_Answers = Iterator[tuple[_Climber, str]]


@dataclass(frozen=True, slots=True)
class _Ladder:
    engine: Engine
    judge: Judge
    doubt: Doubt
    beam_size: int

    def settle(self, requests: Sequence[Request]) -> Iterator[tuple[int, Draft]]:
        first = first_decoding(self.beam_size)
        climbers = [_Climber(index, request) for index, request in enumerate(requests)]
        failed: list[_Climber] = []
        for climber, english in self._sentences(climbers, first):
            if self._is_good(climber, english, first.name):
                yield climber.settled()
                continue
            failed.append(climber)
            if len(failed) >= TOGETHER:
                yield from self._climb(failed)
                failed = []
        yield from self._climb(failed)

    def _climb(self, failed: list[_Climber]) -> Iterator[tuple[int, Draft]]:
        for name, rung in self._rungs():
            if not failed:
                return
            for climber, english in rung(failed):
                if self._is_good(climber, english, name):
                    yield climber.settled()
            failed = [climber for climber in failed if climber.least >= MISLEADING]
        for climber in failed:
            yield climber.settled()

    def _is_good(self, climber: _Climber, english: str, name: str) -> bool:
        """Keep the draft where it is the best yet; whether the sentence is settled with it."""
        faults = self.judge(climber.index, english)
        doubt = self.doubt(faults) if english else _NOTHING
        if doubt < climber.least:
            climber.best, climber.least = Draft(english, faults, name), doubt
            climber.plain = climber.plain or name == WITHOUT_TERMS
        return doubt < MISLEADING

    def _rungs(self) -> tuple[tuple[str, Callable[[list[_Climber]], _Answers]], ...]:
        beam = self.beam_size
        no_repeats = Decoding(NO_REPEATS, beam, repetition_penalty=1.2, no_repeat_ngram_size=3)
        wider = Decoding(WIDER_BEAM, WIDER * beam)
        return (
            (WITHOUT_TERMS, self._without_terms),
            (NO_REPEATS, lambda failed: self._sentences(failed, no_repeats)),
            (WIDER_BEAM, lambda failed: self._sentences(failed, wider)),
            (CLAUSES, self._by_clauses),
        )

    def _sentences(self, climbers: Sequence[_Climber], decoding: Decoding) -> _Answers:
        inputs = [climber.input(climber.request.text) for climber in climbers]
        for place, english in self.engine.translate([one.text for one in inputs], decoding):
            yield climbers[place], inputs[place].restored(english)

    def _without_terms(self, climbers: Sequence[_Climber]) -> _Answers:
        changed = [one for one in climbers if one.input(one.request.text).text != one.request.text]
        decoding = Decoding(WITHOUT_TERMS, self.beam_size)
        for place, english in self.engine.translate([one.request.text for one in changed], decoding):
            yield changed[place], english

    def _by_clauses(self, climbers: Sequence[_Climber]) -> _Answers:
        cut = [(climber, parts) for climber in climbers if len(parts := clauses(climber.request.text)) > 1]
        owners = [(row, column) for row, (_, parts) in enumerate(cut) for column in range(len(parts))]
        inputs = [cut[row][0].input(cut[row][1][column]) for row, column in owners]
        english = [[""] * len(parts) for _, parts in cut]
        waiting = [len(parts) for _, parts in cut]
        for place, text in self.engine.translate([one.text for one in inputs], Decoding(CLAUSES, self.beam_size)):
            row, column = owners[place]
            english[row][column] = inputs[place].restored(text)
            waiting[row] -= 1
            if not waiting[row]:
                climber, parts = cut[row]
                yield climber, joined(list(zip(parts, english[row], strict=True)))
