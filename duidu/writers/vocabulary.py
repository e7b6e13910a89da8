"""The vocabulary of an article: every word once, with its reading, glosses and level."""

from __future__ import annotations

from duidu.model import Gloss, Layers, ReadingSentence
from duidu.writers.measures import level_name
from duidu.writers.views import Entry


class Vocabulary:
    """The words of an article in the order in which they first appear."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[tuple[str, str], int] = {}
        self._counts: dict[int, int] = {}
        self._words: dict[int, tuple[str, str, str, Gloss | None, int | None]] = {}

    def number(self, item: ReadingSentence, index: int, form: str) -> int:
        source = item.sentence.words[index].text
        layers = item.layers
        key = (source, layers.pinyin[index].casefold())
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._counts[number] = self._counts.get(number, 0) + 1
        if number not in self._words:
            other = _other_form(layers, index, source, form)
            self._words[number] = (form, other, layers.pinyin[index], layers.glosses[index], layers.levels[index])
        return number

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entry(number) for number in self._words)

    def _entry(self, number: int) -> Entry:
        form, other, reading, gloss, level = self._words[number]
        senses, source = (gloss.senses, gloss.source) if gloss else ((), "")
        return Entry(number, form, other, reading, senses, source, level_name(level), self._counts[number])


def _other_form(layers: Layers, index: int, source: str, form: str) -> str:
    """The word in the other script: the source's under a traditional page, else the first variant that differs."""
    if form != source:
        return source
    others = (variant.words[index] for variant in layers.variants if variant.words is not None)
    return next((other for other in others if other != form), "")
