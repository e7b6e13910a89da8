"""How an engine is asked for English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Decoding:
    """One way to decode a sentence; ``name`` is what the reviewer reads.

    >>> Decoding("no repeats", repetition_penalty=1.3, no_repeat_ngram_size=3).beam_size
    4
    """

    name: str
    beam_size: int = 4
    # Argos's own value (argostranslate.translate): shorter hypotheses are hardly punished.
    length_penalty: float = 0.2
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0


def first_decoding(beam_size: int) -> Decoding:
    """The decoding that every sentence is tried with first.

    >>> first_decoding(2).name
    'beam 2'
    """
    return Decoding(f"beam {beam_size}", beam_size=beam_size)


class Engine(Protocol):
    """What every engine offers."""

    @property
    def name(self) -> str:
        """Engine, models and versions, as they stand in the PO files."""

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> Iterator[tuple[int, str]]:
        """(Index, English) of each sentence once, in any order, as it is finished; "" where the model gives nothing."""
