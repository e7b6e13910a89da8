"""Words that news need and CC-CEDICT does not have, or begins with a sense that news do not mean: ``own_words.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from duidu.annotators.dictionary import Entry


def own_entries(word: str) -> tuple[Entry, ...]:
    """The project's own entries of a word; no pinyin stands for any reading, no traditional forms for any form.

    >>> [entry.senses for entry in own_entries("楼栋长")]
    [('head of a residential block',)]
    >>> own_entries("桥")
    ()
    """
    return _table().get(word, ())


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    lines = files("duidu.annotators").joinpath("own_words.tsv").read_text(encoding="utf-8").splitlines()
    table: dict[str, tuple[Entry, ...]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            word, pinyin, senses = line.split("\t")
            word, _, forms = word.partition("/")
            entry = Entry(forms, tuple(pinyin.split()), False, (senses,))
            table[word] = (*table.get(word, ()), entry)
    return table
