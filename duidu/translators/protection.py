"""Terms and names whose English is settled, on their way through an engine. Stand-in: protects nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidu.model import Term


@dataclass(frozen=True, slots=True)
class Protected:
    """What the engine reads, and how its English is put right."""

    text: str

    def restored(self, english: str) -> str:
        """The English with the settled forms as they must be written."""
        return english


def protected(text: str, terms: Sequence[Term]) -> Protected:  # noqa: ARG001
    """The text for the engine."""
    return Protected(text)
