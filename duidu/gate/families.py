"""English names that change more than their ending: Poland, Polish, Pole."""

from __future__ import annotations

from duidu.gate.english import stem

# A family a row.
_FAMILIES = tuple(
    frozenset(map(stem, row.split()))
    for row in (
        "netherlands dutch holland",
        "united kingdom britain british england english uk gb british briton",
        "united states america american us usa usaf nasa fbi cia",
        "switzerland swiss",
        "greece greek hellenic",
        "france french",
        "spain spanish spaniard",
        "denmark danish dane",
        "wales welsh",
        "ireland irish",
        "philippines filipino philippine filipina",
        "poland polish pole",
        "sweden swedish swede",
        "turkey turkish turk",
        "finland finnish finn",
        "germany german",
        "israel israeli",
        "china chinese prc sino",
        "iraq iraqi",
        "norway norwegian",
        "portugal portuguese",
        "peru peruvian",
        "thailand thai",
        "scotland scottish scots",
        "cyprus cypriot",
        "afghanistan afghan",
        "pakistan pakistani",
        "argentina argentine argentinian",
        "european europe eu",
        "tibet tibetan xizang",
        "russia russian soviet ussr",
        "islam islamic muslim moslem",
        "rome roman",
        "athens athenian",
        "vienna viennese",
        "venice venetian",
        "naples neapolitan",
        "galapagos colon",
        "jupiter jovian",
        "mars martian",
        "hinduism hindu",
        "christianity christian",
        "catholicism catholic",
        "buddhism buddhist buddha",
        "christmas xmas",
        "bible biblical",
        "moon lunar",
        "sun solar",
        "jews jewish jew judaism hebrew",
        "ganges gangetic",
        "sahara saharan",
    )
)
_OF = {word: place for place, family in enumerate(_FAMILIES) for word in family}


def one_family(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether stems of both are of one family of names.

    >>> one_family(frozenset({"poland"}), frozenset({"polish"})), one_family(frozenset({"us"}), frozenset({"ital"}))
    (True, False)
    """
    mine = {_OF[word] for word in one if word in _OF}
    return bool(mine) and any(_OF.get(word) in mine for word in other)
