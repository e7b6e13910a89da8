"""The tables of this room: a tab between columns, ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table.

    >>> rows("acronyms.tsv")[0]
    ('GDP', '国内生产总值 生产总值')
    """
    lines = files("duidu.gate").joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def words(kind: str) -> frozenset[str]:
    """The English words of a kind in ``english_words.tsv``.

    >>> "the" in words("light"), "committee" in words("title")
    (True, True)
    """
    return frozenset(word for key, text in rows("english_words.tsv") if key == kind for word in text.split())
