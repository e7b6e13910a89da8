"""The vocabulary of an article: every word once, with its reading, glosses and level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duidu.model import PINYIN, Gloss, Layers, ReadingSentence, WordTag
from duidu.writers.interface import Interface
from duidu.writers.measures import levels_name
from duidu.writers.views import Entry

# Glosses of names that say no more than the kind of the name, which the entry says in any case.
_KIND_ONLY = frozenset({("personal name",), ("place name",), ("name of an organisation",)})


class Vocabulary:
    """The words of an article in the order in which they first appear; ``hsk`` is the edition's list."""

    def __init__(self, hsk: str, ui: Interface) -> None:
        self._hsk = hsk
        self._ui = ui
        self._kinds = {
            WordTag.PERSON: ui.text("name of a person"),
            WordTag.PLACE: ui.text("name of a place"),
            WordTag.ORGANISATION: ui.text("name of an organisation"),
        }
        self._entries: dict[tuple[str, str], Entry] = {}

    def number(self, item: ReadingSentence, index: int, form: str, reading: str) -> int:
        """The number of a word's entry, counted up; ``form`` and ``reading`` are the word's in the script of the page.

        A word that is a name here and a common noun there (社区 Shèqū, shèqū) is listed as the common noun.
        """
        word = item.sentence.words[index]
        key = (word.text, reading.casefold())
        entry = self._entries.get(key)
        if entry is None:
            entry = self._new(item, index, form, reading, len(self._entries) + 1)
        elif entry.kind and word.tag not in self._kinds:
            entry = replace(self._new(item, index, form, reading, entry.number), count=entry.count)
        listed = reading if reading[:1].islower() else entry.pinyin
        self._entries[key] = replace(entry, pinyin=listed, count=entry.count + 1)
        return entry.number

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def _new(self, item: ReadingSentence, index: int, form: str, reading: str, number: int) -> Entry:
        layers = item.layers
        kind = self._kinds.get(item.sentence.words[index].tag, "")
        gloss = _told(layers.glosses[index], kind)
        simplified = simplified_form(item, index)
        return Entry(
            number=number,
            word=form,
            key=simplified if simplified != form else "",
            other=_other_form(layers, index, item.sentence.words[index].text, form),
            pinyin=reading,
            senses=gloss.senses if gloss else (),
            classifiers=gloss.classifiers if gloss else (),
            notes=tuple(self._notes(gloss, kind)),
            levels=levels_name(self._hsk, layers.levels[index], layers.other_levels[index]),
            kind=kind,
            count=0,
        )

    def _notes(self, gloss: Gloss | None, kind: str) -> Iterator[str]:
        """What is to be said of a gloss: that there is none, or that it was put together."""
        if gloss is None and not kind:
            yield self._ui.text("no gloss")
        elif gloss is not None and gloss.source == "parts":
            yield self._ui.text("from its parts")


def _told(gloss: Gloss | None, kind: str) -> Gloss | None:
    """The gloss, unless it says no more of a name than its kind."""
    return None if gloss and kind and gloss.senses in _KIND_ONLY else gloss


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
