"""The vocabulary of an article: every word once, with its reading, glosses and level."""

from __future__ import annotations

from dataclasses import replace

from duidu.model import PINYIN, Layers, ReadingSentence
from duidu.writers.measures import levels_name
from duidu.writers.views import Entry


class Vocabulary:
    """The words of an article in the order in which they first appear; ``hsk`` is the edition's list."""

    def __init__(self, hsk: str) -> None:
        self._hsk = hsk
        self._entries: dict[tuple[str, str], Entry] = {}

    def number(self, item: ReadingSentence, index: int, form: str, reading: str) -> int:
        """The number of a word's entry, counted up; ``form`` and ``reading`` are the word's in the script of the page.

        A word that is a name here and a common noun there (社区 Shèqū, shèqū) is listed as the common noun.
        """
        source = item.sentence.words[index].text
        key = (source, reading.casefold())
        entry = self._entries.get(key) or self._new(item, index, form, reading)
        listed = reading if reading[:1].islower() else entry.pinyin
        self._entries[key] = replace(entry, pinyin=listed, count=entry.count + 1)
        return entry.number

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def _new(self, item: ReadingSentence, index: int, form: str, reading: str) -> Entry:
        layers = item.layers
        gloss = layers.glosses[index]
        simplified = simplified_form(item, index)
        return Entry(
            number=len(self._entries) + 1,
            word=form,
            key=simplified if simplified != form else "",
            other=_other_form(layers, index, item.sentence.words[index].text, form),
            pinyin=reading,
            senses=gloss.senses if gloss else (),
            classifiers=gloss.classifiers if gloss else (),
            source=gloss.source if gloss else "",
            levels=levels_name(self._hsk, layers.levels[index], layers.other_levels[index]),
            count=0,
        )


def simplified_form(item: ReadingSentence, index: int) -> str:
    """A word in simplified characters, by which known words and the search know it in every script."""
    words = next((variant.words for variant in item.layers.variants if variant.language == "zh-Hans"), None)
    return words[index] if words is not None else item.sentence.words[index].text


def _other_form(layers: Layers, index: int, source: str, form: str) -> str:
    """The word in the other script: the source's under a traditional page, else the first variant that differs."""
    if form != source:
        return source
    scripts = (variant for variant in layers.variants if variant.language != PINYIN)
    others = (variant.words[index] for variant in scripts if variant.words is not None)
    return next((other for other in others if other != form), "")
