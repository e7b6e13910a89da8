"""Length, level and state of translation, as the pages show them."""

from __future__ import annotations

from duidu.model import Edition, English, ReadingArticle, Role, Status, WordTag
from duidu.text import count_han
from duidu.writers.views import Band

# An article's level is the lowest at which a reader knows this share of its running words that have a level.
KNOWN_SHARE = 0.8
BEYOND = 8


def level_name(level: int | None) -> str:
    """The usual name of an HSK level; 7 stands for the band 7–9.

    >>> level_name(7), level_name(3), level_name(None)
    ('HSK 7–9', 'HSK 3', '')
    """
    return "" if level is None else "HSK 7–9" if level == 7 else f"HSK {level}"


class Profile:
    """How an article's running words spread over the HSK levels; names and numbers are left out."""

    _BANDS = ((1, 2), (3, 4), (5, 6), (7, 7), (BEYOND, BEYOND))
    _LABELS = ("HSK 1–2", "HSK 3–4", "HSK 5–6", "HSK 7–9", "in no list")

    def __init__(self, article: ReadingArticle) -> None:
        self._counts: dict[int, int] = {}
        for item in article.sentences():
            for word, level in zip(item.sentence.words, item.layers.levels, strict=True):
                if word.tag is WordTag.WORD:
                    self._counts[level or BEYOND] = self._counts.get(level or BEYOND, 0) + 1
        self.total = sum(self._counts.values())

    def level(self) -> str:
        """The lowest level at which KNOWN_SHARE of the running words in the list are known, or ""."""
        listed = self.total - self._counts.get(BEYOND, 0)
        known = 0
        for level in range(1, BEYOND):
            known += self._counts.get(level, 0)
            if listed and known / listed >= KNOWN_SHARE:
                return level_name(level)
        return ""

    def bands(self) -> tuple[Band, ...]:
        bands = []
        x = 0.0
        for (low, high), label in zip(self._BANDS, self._LABELS, strict=True):
            count = sum(self._counts.get(level, 0) for level in range(low, high + 1))
            width = 100 * count / self.total if self.total else 0.0
            if count:
                bands.append(Band(f"b{low}", f"{label}: {width:.0f}%", round(x, 2), round(width, 2)))
            x += width
        return tuple(bands)


def characters(article: ReadingArticle) -> int:
    """Han characters of the headline and the text; bylines and kickers are not counted."""
    roles = (Role.TITLE, Role.SUBTITLE, Role.HEADING, Role.PARAGRAPH)
    return sum(count_han(block.block.text) for block in article.blocks_of(*roles))


def statuses(article: ReadingArticle) -> dict[str, int]:
    """How many sentences have English of each status."""
    counts = {status.value: 0 for status in Status}
    for item in article.sentences():
        counts[item.english.status.value] += 1
    return counts


def facts(article: ReadingArticle) -> tuple[str, ...]:
    """What a reader may want to know before reading: length, level, and English that is not reviewed."""
    counts = statuses(article)
    unreviewed = counts[Status.MACHINE.value] + counts[Status.STALE.value]
    lines = [
        f"{characters(article):,} characters",
        Profile(article).level(),
        f"{unreviewed} in unreviewed English" if unreviewed else "",
        f"{counts[Status.MISSING.value]} without English" if counts[Status.MISSING.value] else "",
    ]
    return tuple(filter(None, lines))


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
