"""An edition as one looks through it: every article measured, pages and lists in order, once for all scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from duidu.model import PINYIN, Edition, EditionPage, ReadingArticle, Subject, Subjects
from duidu.writers.broadsheet import Box, Item, layout
from duidu.writers.measures import Figures, Profiles

ARCHIVE, TAGS, AUTHORS, PLACES, LEVELS = "archive", "tags", "authors", "places", "levels"
LISTS = (ARCHIVE, TAGS, AUTHORS, PLACES, LEVELS)
# So many lines a file has, so that a phone need not load more; a longer list has a file for each of its entries, and
# one that is longer still has parts. A line is some 250 bytes.
LINES = 300
_LONGEST_ADDRESS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list's entries, and what stands under it: articles, or in the archive, newspaper pages.

    ``label`` is a subject, a level, or the beginning of a date: ``2024-03``, ``2024`` or, where there is none, ``""``.
    ``address`` is its name in addresses; no other entry of the list has it.
    """

    address: str
    label: Subject | int | str
    items: tuple[ReadingArticle | EditionPage, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the edition; ``is_split``: each entry has a file of its own."""

    name: str
    entries: tuple[Entry, ...]
    is_split: bool


class Survey:
    """What the front page, the newspaper pages and the lists know of an edition."""

    def __init__(self, edition: Edition) -> None:
        self.pages = latest_first(edition.pages)
        self.figures = {article.article.key: Figures.of(article) for article in edition.articles()}
        self.profiles = {page.info.id: Profiles.of(*page.articles) for page in edition.pages}
        self.sheets = {page.info.id: self._sheet(page) for page in edition.pages}
        articles = [article for page in self.pages for article in page.articles]
        lists = (
            _archive(self.pages),
            _by_subject(TAGS, articles, lambda subjects: subjects.tags),
            _by_subject(AUTHORS, articles, lambda subjects: subjects.authors),
            _by_subject(PLACES, articles, lambda subjects: subjects.places),
            self._levels(articles),
        )
        self.lists = {listing.name: listing for listing in lists if listing.entries}
        self._addresses = {
            (listing.name, _identity(entry)): entry.address for listing in lists for entry in listing.entries
        }

    def address(self, name: str, label: Subject | int | str) -> str:
        """The address of an entry in one of the lists."""
        return self._addresses[name, label.key if isinstance(label, Subject) else label]

    def _sheet(self, page: EditionPage) -> tuple[Box, ...]:
        stories = ((article.article.story, self.figures[article.article.key]) for article in page.articles)
        return layout([Item(story.kind, figures.characters) for story, figures in stories])

    def _levels(self, articles: Sequence[ReadingArticle]) -> Listing:
        found: dict[int, list[ReadingArticle]] = {}
        for article in articles:
            level = self.figures[article.article.key].level
            if level is not None:
                found.setdefault(level, []).append(article)
        return _listing(LEVELS, (Entry(f"hsk-{level}", level, tuple(found[level])) for level in sorted(found)))


def latest_first(pages: Iterable[EditionPage]) -> tuple[EditionPage, ...]:
    """The pages by date, the latest first; of one date, and without, in the order of the edition."""
    return tuple(sorted(pages, key=lambda page: _backwards(page.info.date)))


def _backwards(date: str) -> tuple[int, ...]:
    """What sorts later dates before earlier ones; a year stands before its months, and what has no date, last."""
    return tuple(-int(part) for part in date.split("-")) if date else (1,)


# ---------------------------------------------------------------- lists


def _listing(name: str, entries: Iterable[Entry]) -> Listing:
    entries = tuple(entries)
    return Listing(name, entries, sum(len(entry.items) + 1 for entry in entries) > LINES)


def _archive(pages: Sequence[EditionPage]) -> Listing:
    """The newspaper pages by month."""
    months: dict[str, list[EditionPage]] = {}
    for page in pages:
        months.setdefault(page.info.date[:7], []).append(page)
    return _listing(ARCHIVE, (Entry(month or "undated", month, tuple(found)) for month, found in months.items()))


def _by_subject(
    name: str, articles: Iterable[ReadingArticle], of: Callable[[Subjects], tuple[Subject, ...]]
) -> Listing:
    """The articles by subject, and these by their pinyin."""
    subjects: dict[str, Subject] = {}
    found: dict[str, list[ReadingArticle]] = {}
    for article in articles:
        for subject in of(article.subjects):
            subjects.setdefault(subject.key, subject)
            found.setdefault(subject.key, []).append(article)
    order = sorted(subjects.values(), key=_sorted_as)
    addresses = _addresses([subject.key for subject in order])
    return _listing(
        name,
        (Entry(address, subject, tuple(found[subject.key])) for address, subject in zip(addresses, order, strict=True)),
    )


def _identity(entry: Entry) -> str | int:
    return entry.label.key if isinstance(entry.label, Subject) else entry.label


def _sorted_as(subject: Subject) -> tuple[bool, str, str, str]:
    """What begins with no letter of pinyin first, then by these letters, then by the tones."""
    plain = letters(subject)
    return "a" <= plain[:1] <= "z", plain, subject.name.in_script(PINYIN), subject.key


def letters(subject: Subject) -> str:
    """The pinyin of a name without tones, spaces and marks, by which it is sorted.

    >>> from duidu.model import ScriptText
    >>> letters(Subject("吕安娜", ScriptText("吕安娜", ((PINYIN, "Lǚ Ānnà"),)), ""))
    'luanna'
    """
    plain = unicodedata.normalize("NFD", subject.name.in_script(PINYIN)).casefold()
    return "".join(char for char in plain if char.isalpha())


def _addresses(keys: Sequence[str]) -> Iterator[str]:
    """A name for each key that can stand in addresses and names of files; no two differ by capitals only.

    >>> list(_addresses(["党建", "A/B", "a b", "···"]))
    ['党建', 'A_B', 'a_b-2', 'name']
    """
    taken: set[str] = set()
    for key in keys:
        plain = re.sub(r"[^\w-]+", "_", key)[:_LONGEST_ADDRESS].strip("_-") or "name"
        numbered = (plain if number == 1 else f"{plain}-{number}" for number in range(1, len(keys) + 1))
        address = next(name for name in numbered if name.casefold() not in taken)
        taken.add(address.casefold())
        yield address
