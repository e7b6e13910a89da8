"""Length, level and state of translation, as the pages show them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from duidu.model import Edition, English, ReadingArticle, Role, Status, WordTag
from duidu.text import count_han
from duidu.writers.interface import Interface
from duidu.writers.views import Band, Spread

# An article’s level is the lowest at which a reader knows this share of its running words that have a level. About 95 %
# must be known for minimal comprehension, 98 % for easy reading (Laufer & Ravenhorst-Kalovski 2010,
# Reading in a Foreign Language 22; Hu & Nation 2000, ibid. 13; Nation 2006, Canadian Modern Language Review 63, who
# takes names as known).
KNOWN_SHARE = 0.95
BEYOND = 8
# The level of the reader for whom words are counted as new, where none is given: an intermediate one.
READER_LEVEL = 4
# Characters a minute of readers of a level, as the grading standard GF 0025-2021 asks of them; below level 3 it asks
# nothing: 80 is our assumption, as is 200 for the band 7–9. Adults read their own language at 255 (IReST: Trauzettel-
# Klosinski & Dietz 2012, Investigative Ophthalmology & Visual Science 53).
SPEEDS = {1: 80, 2: 80, 3: 100, 4: 140, 5: 180, 6: 200, 7: 200}


def standards(hsk: str) -> tuple[str, str]:
    """The standard that an edition's list belongs to, and the other one.

    >>> standards("2025"), standards("2.0")
    (('3.0', '2.0'), ('2.0', '3.0'))
    """
    return ("2.0", "3.0") if hsk == "2.0" else ("3.0", "2.0")


def levels_name(hsk: str, level: int | None, other: int | None) -> str:
    """A word's levels by the edition's list and by the other standard's, those there are.

    >>> levels_name("2025", 4, 5), levels_name("2025", 7, None), levels_name("2025", None, None)
    ('3.0: 4 (2.0: 5)', '3.0: 7–9', '')
    """
    pairs = zip(standards(hsk), (level, other), strict=True)
    first, *rest = [f"{standard}: {level_number(one)}" for standard, one in pairs if one is not None] or [""]
    return f"{first} ({rest[0]})" if rest else first


def level_number(level: int) -> str:
    """
    >>> level_number(4), level_number(7)
    ('4', '7–9')
    """
    return "7–9" if level == 7 else str(level)


# The levels that are shown together, in one colour.
BANDS = ((1, 2), (3, 4), (5, 6), (7, 7), (BEYOND, BEYOND))


class Profile:
    """How the running words of some articles spread over the HSK levels; names and numbers are left out.

    ``other``: by the list of the other standard than the edition's.
    """

    _LABELS = ("HSK 1–2", "HSK 3–4", "HSK 5–6", "HSK 7–9")

    def __init__(self, *articles: ReadingArticle, other: bool = False) -> None:
        self._counts: dict[int, int] = {}
        words: dict[int, set[str]] = {}
        for item in chain.from_iterable(article.sentences() for article in articles):
            levels = item.layers.other_levels if other else item.layers.levels
            for word, level in zip(item.sentence.words, levels, strict=True):
                if word.tag is WordTag.WORD:
                    words.setdefault(level or BEYOND, set()).add(word.text)
                    self._counts[level or BEYOND] = self._counts.get(level or BEYOND, 0) + 1
        self._different = {level: len(found) for level, found in words.items()}
        self.total = sum(self._counts.values())
        self.different = sum(self._different.values())

    def level(self) -> int | None:
        """The lowest level at which KNOWN_SHARE of the running words in the list are known; None without such words."""
        listed = self.total - self._counts.get(BEYOND, 0)
        known = 0
        for level in range(1, BEYOND):
            known += self._counts.get(level, 0)
            if listed and known / listed >= KNOWN_SHARE:
                return level
        return None

    def coverage(self, level: int) -> float:
        """The share of all running words that a reader of this level knows; words in no list are unknown to everybody.

        Names count neither way: the page tells what they are. 0 where there are no words.
        """
        known = sum(self._counts.get(known, 0) for known in range(1, level + 1))
        return known / self.total if self.total else 0.0

    def new_words(self, level: int = READER_LEVEL) -> int:
        """How many of 100 running words a reader of this level does not know yet, rounded."""
        return round(100 * (1 - self.coverage(level))) if self.total else 0

    def bands(self, ui: Interface) -> tuple[Band, ...]:
        """The share of each band of levels among the running words."""
        return self._shares(self._counts, ui)

    def spread(self, standard: str, ui: Interface) -> Spread:
        """The shares of the bands among the running words, and among the different ones."""
        return Spread(standard, self.total, self.different, self.bands(ui), self._shares(self._different, ui))

    def _shares(self, counts: dict[int, int], ui: Interface) -> tuple[Band, ...]:
        bands = []
        x = 0.0
        total = sum(counts.values())
        for (low, high), label in zip(BANDS, (*self._LABELS, ui.text("in no list")), strict=True):
            count = sum(counts.get(level, 0) for level in range(low, high + 1))
            width = 100 * count / total if total else 0.0
            if count:
                bands.append(Band(f"b{low}", label, f"{width:.0f}%", round(x, 2), round(width, 2)))
            x += width
        return tuple(bands)


def band_of(level: int | None) -> str:
    """The class that gives a level its colour: that of its band.

    >>> band_of(4), band_of(None)
    ('b3', 'b8')
    """
    return next(f"b{low}" for low, high in BANDS if low <= (level or BEYOND) <= high)


class Profiles(NamedTuple):
    """How words spread by the edition's standard, and by the other one."""

    own: Profile
    other: Profile

    @classmethod
    def of(cls, *articles: ReadingArticle) -> Profiles:
        return cls(Profile(*articles), Profile(*articles, other=True))


def spreads(profiles: Profiles, hsk: str, ui: Interface) -> tuple[Spread, ...]:
    """How words spread by each standard that has any of them, the edition's first."""
    return tuple(
        profile.spread(standard, ui)
        for standard, profile in zip(standards(hsk), profiles, strict=True)
        if profile.level() is not None
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of an article everywhere, measured once: its length, and the levels of its words."""

    characters: int
    minutes: int
    level: int | None
    profiles: Profiles

    @classmethod
    def of(cls, article: ReadingArticle) -> Figures:
        profiles = Profiles.of(article)
        return cls(characters(article), minutes(article), profiles.own.level(), profiles)


def characters(article: ReadingArticle) -> int:
    """Han characters of the headline and the text; bylines and kickers are not counted."""
    roles = (Role.TITLE, Role.SUBTITLE, Role.HEADING, Role.PARAGRAPH, Role.FIGCAPTION)
    return sum(count_han(block.block.text) for block in article.blocks_of(*roles))


def minutes(article: ReadingArticle, level: int = READER_LEVEL) -> int:
    """How long a reader of this level reads at the article, looking nothing up; a minute begun counts as one."""
    return math.ceil(characters(article) / SPEEDS[level])


def statuses(article: ReadingArticle) -> dict[str, int]:
    """How many sentences have English of each status."""
    counts = {status.value: 0 for status in Status}
    for item in article.sentences():
        counts[item.english.status.value] += 1
    return counts


def facts(article: ReadingArticle, figures: Figures, hsk: str, ui: Interface) -> tuple[str, ...]:
    """What a reader may want to know before reading: length, levels by both standards, English that is not reviewed.

    ``hsk`` is the edition's list.
    """
    counts = statuses(article)
    unreviewed = counts[Status.MACHINE.value] + counts[Status.STALE.value]
    profile = figures.profiles.own
    new = profile.new_words()
    lines = [
        ui.count("%(num)s character", "%(num)s characters", figures.characters),
        ui.text("%(minutes)s min", minutes=figures.minutes),
        _levels(figures.profiles, hsk),
        _new_words(new, ui) if profile.total else "",
        ui.text("%(n)s in unreviewed English", n=unreviewed) if unreviewed else "",
        ui.text("%(n)s without English", n=counts[Status.MISSING.value]) if counts[Status.MISSING.value] else "",
    ]
    return tuple(filter(None, lines))


def _new_words(new: int, ui: Interface) -> str:
    level = READER_LEVEL
    return ui.count(
        "%(num)s new word in 100 at HSK %(level)s", "%(num)s new words in 100 at HSK %(level)s", new, level=level
    )


def _levels(profiles: Profiles, hsk: str) -> str:
    named = levels_name(hsk, profiles.own.level(), profiles.other.level())
    return f"HSK {named}" if named else ""


def english_counts(edition: Edition) -> dict[str, int]:
    """How many sentences of the whole edition have English of each status, for the colophon."""
    counts = {status.value: 0 for status in Status}
    for article in edition.articles():
        for status, count in statuses(article).items():
            counts[status] += count
    return counts


def engines(edition: Edition) -> tuple[str, ...]:
    """The engines named by machine English, each once."""
    notes = (_engine(item.english) for article in edition.articles() for item in article.sentences())
    return tuple(dict.fromkeys(filter(None, notes)))


def _engine(english: English) -> str:
    return english.note if english.status is Status.MACHINE else ""
