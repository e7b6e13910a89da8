"""A Chinese sentence and its English, read once for all checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duidu.gate.chinese_figures import chinese_figures
from duidu.gate.english import Families, Token, families, stem, tokens
from duidu.gate.english_figures import english_figures
from duidu.gate.figures import Figure
from duidu.gate.meanings import Meanings
from duidu.model import Term, Word

_HYPHENS = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A Chinese sentence with its words, and the terms and names whose English is settled."""

    text: str
    words: tuple[Word, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What the checks look at: both texts, their words and figures, and what a dictionary says of the words."""

    source: SourceText
    english: str
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    families: Families
    figures: tuple[Figure, ...]
    english_figures: tuple[Figure, ...]
    meanings: Meanings


def pair(source: SourceText, english: str, meanings: Meanings) -> Pair:
    """A sentence and its English, made ready for the checks."""
    words = tokens(english)
    found = frozenset(token.stem for token in words) | frozenset(map(stem, _joined(english)))
    return Pair(
        source,
        english,
        words,
        found,
        families(found),
        chinese_figures(source.text, source.words, meanings.known),
        english_figures(english),
        meanings,
    )


def _joined(english: str) -> list[str]:
    """Words with hyphens as one: sub-culture ─▶ subculture."""
    return [word.replace("-", "") for word in _HYPHENS.findall(english)]


Senses = Callable[[str], Sequence[str]]
