"""What the dictionaries say of a word: which of its entries count here, and which of their senses are shown.

How a word is read, its traditional form, whether it is a name and whether a number stands before it tell its entries
apart. A common sense goes before one of books or dialects, that before a name, that before a cross-reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from duidu.annotators import senses as texts
from duidu.annotators.dictionary import Entry, by_traditional, entries
from duidu.annotators.own_words import own_entries
from duidu.model import Gloss

SOURCE = "CC-CEDICT"
OWN = "Duidu"

Syllables = tuple[str, ...]

_MEASURE = re.compile(r"\(?(?:an? )?(?:classifier|measure word)\b|.*\(classifier\b")
_PLACE = re.compile(r"\b(?:city|county|district|prefecture|province|township|town|village|banner|river|island)\b", re.I)


def listed(word: str, form: str = "", reading: Syllables = (), counted: bool = False) -> Gloss | None:
    """A word's gloss by the project's own words, else by the dictionary; ``counted`` asks for a measure word.

    >>> listed("长", reading=("zhang3",)).senses
    ('head', 'chief', 'to grow')
    >>> listed("座", counted=True).senses[0]
    'classifier for buildings…'
    """
    found = matching(_of_form(word, form), reading)
    own = _own(word, form, reading)
    if counted and (
        measures := [item for sense in _all_senses(own) for item in texts.items(sense) if _MEASURE.match(item)]
    ):
        return Gloss(texts.chosen(measures), OWN)
    if counted and (measures := list(filter(_MEASURE.match, _all_senses(found)))):
        return Gloss(texts.chosen(measures), SOURCE)
    if own:
        return Gloss(texts.chosen(_all_senses(own)), OWN, texts.classifiers(_all_senses(found)))
    shown = best(found)
    return Gloss(shown, SOURCE, texts.classifiers(_all_senses(found))) if shown else None


@cache
def every_sense(word: str) -> tuple[str, ...]:
    """All that the dictionaries print of a word in either script, names and references too.

    >>> every_sense("桥"), every_sense("桥桥")
    (('bridge', 'CL:座[zuo4]'), ())
    """
    found = entries(word) or by_traditional(word)
    return (*_all_senses(found), *_all_senses(own_entries(word)))


def _own(word: str, form: str, reading: Syllables) -> list[Entry]:
    """The project's entries for this form and reading; where they are unknown, those for the commonest reading."""
    fits = [entry for entry in own_entries(word) if not (form and entry.traditional) or form in entry.traditional]
    if reading:
        return [entry for entry in fits if not entry.pinyin or same_reading(entry.pinyin, reading)]
    return [entry for entry in fits if entry.pinyin == fits[0].pinyin]


def named(word: str, *, person: bool) -> Gloss | None:
    """What the dictionary says of a name.

    >>> named("鲁迅", person=True).senses[0], named("高峰", person=True)
    ('Lu Xun, one of the earliest and best-known modern Chinese…', None)
    """
    found = [entry for entry in entries(word) if entry.name and len(word) > 1]
    if person:
        found = [entry for entry in found if not _PLACE.search(entry.senses[0])]
    shown = best(found)
    return Gloss(shown, SOURCE) if shown else None


def same_reading(one: Syllables, other: Syllables) -> bool:
    """Whether two readings agree; a neutral tone agrees with any tone, and "" with anything.

    >>> same_reading(("xue2", "sheng5"), ("xue2", "sheng1")), same_reading(("chang2",), ("zhang3",))
    (True, False)
    """
    return len(one) == len(other) and all(map(_same_syllable, one, other))


def _same_syllable(one: str, other: str) -> bool:
    return one == other or not one or not other or ("5" in (one[-1], other[-1]) and one[:-1] == other[:-1])


def matching(found: tuple[Entry, ...], reading: Syllables) -> tuple[Entry, ...]:
    """The entries that are read so, or all where none is; words with a neutral tone first where nothing is known.

    东西 dōngxi is much commoner than dōngxī, as are dìfang, xiōngdi, gàosu.

    >>> [entry.pinyin[1] for entry in matching(entries("东西"), ())], len(matching(entries("东西"), ("dong1", "xi1")))
    (['xi5', 'xi1'], 1)
    """
    exact = tuple(entry for entry in found if entry.pinyin == reading)
    lenient = exact or tuple(entry for entry in found if reading and same_reading(entry.pinyin, reading))
    return lenient or tuple(
        sorted(found, key=lambda entry: (entry.name, len(entry.pinyin) > 1 and "5" not in entry.pinyin[-1]))
    )


def _of_form(word: str, form: str) -> tuple[Entry, ...]:
    """The entries with this traditional form, or all where it tells nothing: 台 is a variant of 臺 and of 颱.

    OpenCC and CC-CEDICT simplify some words otherwise: 姪女 is found as printed.
    """
    found = entries(word) or (by_traditional(form) if form else ())
    own = tuple(entry for entry in found if entry.traditional == form)
    return own if own and not any(sense.startswith("variant of ") for sense in _all_senses(own)) else found


def _all_senses(found: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sense for entry in found for sense in entry.senses)


def best(found: Iterable[Entry]) -> tuple[str, ...]:
    """The senses shown of these entries: those of the best rank that any of them has."""
    common = [entry for entry in found if not entry.name]
    names = [entry for entry in found if entry.name]
    for rank in (texts.PLAIN, texts.MARKED):
        if shown := texts.chosen(_of_rank(common, rank)):
            return _with_long_form(shown, common)
    return (
        _said_elsewhere(common) or _of_names(names) or _said_elsewhere(common, "used in") or _as_printed(common + names)
    )


def _of_names(names: list[Entry]) -> tuple[str, ...]:
    ranks = (texts.PLAIN, texts.MARKED)
    return next((shown for rank in ranks if (shown := texts.chosen(_of_rank(names, rank)))), ()) or _said_elsewhere(
        names
    )


def _of_rank(found: Iterable[Entry], rank: int) -> list[str]:
    return [sense for sense in _all_senses(found) if texts.rank(sense) == rank and not texts.is_dropped(sense)]


def _as_printed(found: list[Entry]) -> tuple[str, ...]:
    return texts.chosen(sense for sense in _all_senses(found) if not texts.is_dropped(sense))


def _with_long_form(shown: tuple[str, ...], found: list[Entry]) -> tuple[str, ...]:
    """What a short form stands for, behind the senses of its only entry: 超跑 ─▶ supercar, short for 超级跑车."""
    if (
        len(found) != 1
        or len(shown) >= texts.MOST_SENSES
        or any("short for" in sense or "abbr." in sense for sense in shown)
    ):
        return shown
    long_forms = (texts.pointer(sense) for sense in found[0].senses)
    word = next((target.word for target in long_forms if target and target.how.startswith("abbr.")), "")
    return (*shown, f"short for {word}") if word else shown


def _said_elsewhere(found: Iterable[Entry], wanted: str = "") -> tuple[str, ...]:
    """What entries say that only point to another word: "(= 点) a little"; the word must have a sense of its own."""
    for sense in _all_senses(found):
        target = texts.pointer(sense)
        shown = _of_target(target.word, target.pinyin) if target else ()
        if target is None or not (shown or target.rest) or (target.how == "used in") != (wanted == "used in"):
            continue
        if target.how.startswith("abbr."):
            return (f"{texts.short(target.rest) if target.rest else shown[0]} (short for {target.word})",)
        note = f"in {target.word}" if target.how == "used in" else f"= {target.word}"
        return (f"({note}) {shown[0]}", *shown[1:]) if shown else ()
    return ()


@cache
def _of_target(word: str, pinyin: str) -> tuple[str, ...]:
    reading = tuple(syllable.lower().replace("u:", "v") for syllable in pinyin.split())
    found = matching(entries(word), reading)
    return next((shown for rank in (texts.PLAIN, texts.MARKED) if (shown := texts.chosen(_of_rank(found, rank)))), ())
