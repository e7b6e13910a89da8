"""The quality gate: a Chinese sentence and its machine English ─▶ what would mislead a reader, worst first.

    SourceText, English ─▶ Pair ─▶ Faults ─▶ doubt, 0 to 1

A check looks at a pair and yields faults; ``CHECKS`` names them. The weight of a fault is how surely a reader who knows
the English alone takes away a wrong fact, or misses one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from duidu.gate import coverage, loops, names, numbers, polarity, surface
from duidu.gate.meanings import Meanings
from duidu.gate.pair import Pair, SourceText, pair
from duidu.model import MISLEADING, Fault

__all__ = ["CHECKS", "MISLEADING", "Gate", "SourceText", "doubt"]

CHECKS: tuple[tuple[tuple[str, ...], Callable[[Pair], Iterator[Fault]]], ...] = (
    (("M601", "M609"), loops.check),
    (("M602",), surface.length),
    (("M603",), surface.untranslated),
    (("M604",), numbers.check),
    (("M605", "M606"), names.check),
    (("M607",), surface.marks),
    (("M608", "M611"), coverage.check),
    (("M610",), surface.debris),
    (("M612",), polarity.check),
)


class Gate:
    """Judges machine English; ``senses`` gives what a dictionary says of a Chinese word, as it prints it."""

    def __init__(self, senses: Callable[[str], Sequence[str]]) -> None:
        self._meanings = Meanings(senses)

    def judge(self, source: SourceText, english: str) -> tuple[Fault, ...]:
        """What would mislead a reader, worst first; () where nothing was found.

        >>> gate = Gate(lambda word: ())
        >>> gate.judge(SourceText("共3人。"), "There are 5 people.")
        (Fault(code='M604', weight=0.85, detail='3 has become “5”'),)
        """
        if not english.strip():
            return tuple(surface.length(pair(source, "", self._meanings)))
        both = pair(source, english, self._meanings)
        found = dict.fromkeys(fault for _, check in CHECKS for fault in check(both))
        return tuple(sorted(found, key=lambda fault: (-fault.weight, fault.code, fault.detail)))


def doubt(faults: Iterable[Fault]) -> float:
    """How surely a reader is misled by all faults together: 0 without any, and never less than the worst says.

    Of one code the worst counts: five numbers that were lost are one list.

    >>> doubt(()), doubt([Fault("M604", 0.5, ""), Fault("M605", 0.5, ""), Fault("M604", 0.4, "")])
    (0.0, 0.75)
    """
    worst: dict[str, float] = {}
    for fault in faults:
        worst[fault.code] = max(worst.get(fault.code, 0.0), fault.weight)
    trust = 1.0
    for weight in worst.values():
        trust *= 1.0 - weight
    return 1.0 - trust
