"""English names that change more than their ending: Poland, Polish, Pole."""

from __future__ import annotations

from duidu.gate.english import stem
from duidu.gate.tables import rows

_FAMILIES = tuple(frozenset(map(stem, row.split())) for (row,) in rows("families.tsv"))
_OF = {word: place for place, family in enumerate(_FAMILIES) for word in family}


def one_family(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether stems of both are of one family of names.

    >>> one_family(frozenset({"poland"}), frozenset({"polish"})), one_family(frozenset({"us"}), frozenset({"ital"}))
    (True, False)
    """
    mine = {_OF[word] for word in one if word in _OF}
    return bool(mine) and any(_OF.get(word) in mine for word in other)
