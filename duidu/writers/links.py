"""Ways from page to page: articles, newspaper pages, the entries of lists, the same page in other scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from duidu.model import Edition, EditionPage, ReadingArticle, Subject
from duidu.writers.addresses import (
    article_path,
    colophon_path,
    entry_anchor,
    front_path,
    link,
    list_path,
    page_path,
    root_of,
)
from duidu.writers.interface import ENGLISH, Interface
from duidu.writers.measures import band_of, level_number, standards
from duidu.writers.survey import ARCHIVE, AUTHORS, LEVELS, PLACES, TAGS, Entry, Listing, Survey
from duidu.writers.titles import title_en, title_of
from duidu.writers.views import Frame, Link, SubjectsView, VariantLink, Way, WayLink

LANGUAGE_NAMES = {
    "zh-Hans": "简体",
    "zh-Hant": "繁體",
    "zh-Hant-TW": "繁體 台灣",
    "zh-Hant-HK": "繁體 香港",
    "zh-Latn-pinyin": "Pīnyīn",
}
# So many entries of a list the front page names.
NAMED = 12


@dataclass(frozen=True, slots=True)
class Context:
    """What every page of one script is made from."""

    edition: Edition
    survey: Survey
    language: str
    ui: Interface


def variant_links(edition: Edition, language: str, here: str, path_of: Callable[[str], str]) -> tuple[VariantLink, ...]:
    """The ways to a page in all scripts; ``path_of`` tells where it lies in one."""
    root = root_of(here)
    return tuple(
        VariantLink(other, LANGUAGE_NAMES[other], link(root, path_of(other)), other == language)
        for other in edition.variants
    )


def frame(context: Context, path_of: Callable[[str], str]) -> Frame:
    """What every page has; ``path_of`` tells where this one lies in a script."""
    edition, language = context.edition, context.language
    path = path_of(language)
    root = root_of(path)
    return Frame(
        path=path,
        root=root,
        home=root + front_path(language, edition),
        colophon=root + colophon_path(language, edition),
        language=language,
        edition_title=edition.title.in_script(language),
        variants=variant_links(edition, language, path, path_of),
    )


def article_link(article: ReadingArticle, edition: Edition, language: str, root: str) -> Link:
    """The way to an article from a page that lies ``root`` below the site's."""
    return Link(link(root, article_path(article, language, edition)), title_of(article, language), title_en(article))


def page_link(page: EditionPage, edition: Edition, language: str, root: str) -> Link:
    """The way to a newspaper page."""
    href = link(root, page_path(page.info.id, language, edition))
    return Link(href, page.info.title.in_script(language), page.info.title_en)


def entry_href(context: Context, listing: Listing, address: str, root: str) -> str:
    """The way to an entry of a list: to its file where it has one, else to its place in the list."""
    if listing.is_split:
        return link(root, list_path(listing.name, context.language, context.edition, address))
    return f"{link(root, list_path(listing.name, context.language, context.edition))}#{link('', entry_anchor(address))}"


def list_label(name: str, ui: Interface) -> str:
    """What a list is called."""
    labels = {
        ARCHIVE: ui.text("Pages by date"),
        TAGS: ui.text("Tags"),
        AUTHORS: ui.text("Authors"),
        PLACES: ui.text("Places"),
        LEVELS: ui.text("Levels"),
    }
    return labels[name]


@dataclass(frozen=True, slots=True)
class Heading:
    """What an entry is called; ``chinese``: in the script of the page, else in the language of the interface."""

    title: str
    chinese: bool
    english: str = ""


def heading(label: Subject | int | str, context: Context) -> Heading:
    """What an entry is called on the pages of a script."""
    ui = context.ui
    if isinstance(label, Subject):
        return Heading(label.name.in_script(context.language), True, label.english)
    if isinstance(label, int):
        return Heading(level_label(label, context), False)
    return Heading(date_label(label, ui) if label else ui.text("Without a date"), False)


def level_label(level: int, context: Context) -> str:
    """``HSK 3.0: 4``"""
    return f"HSK {standards(context.edition.hsk)[0]}: {level_number(level)}"


def date_label(date: str, ui: Interface) -> str:
    """A date, a month or a year as the language of the interface writes it.

    >>> date_label("2026-04-05", Interface("zh-Hans")), date_label("2026-04", Interface("en"))
    ('2026年4月5日', '2026-04')
    """
    if ui.language == ENGLISH:
        return date
    units = zip(date.split("-"), "年月日", strict=False)
    return "".join(number.lstrip("0") + unit for number, unit in units) if date else ""


# ---------------------------------------------------------------- from an article to the lists it stands in


def subjects_of(article: ReadingArticle, context: Context, root: str) -> Iterator[SubjectsView]:
    """The tags, authors, places and the level of an article, as ways to these in the lists."""
    subjects = article.subjects
    level = context.survey.figures[article.article.key].level
    named: tuple[tuple[str, Sequence[Subject | int]], ...] = (
        (TAGS, subjects.tags),
        (AUTHORS, subjects.authors),
        (PLACES, subjects.places),
        (LEVELS, [level] if level is not None else []),
    )
    for name, labels in named:
        if labels:
            links = tuple(_entry_link(name, label, context, root) for label in labels)
            yield SubjectsView(name, list_label(name, context.ui), links)


def _entry_link(name: str, label: Subject | int, context: Context, root: str) -> Link:
    called = heading(label, context)
    address = context.survey.address(name, label)
    return Link(entry_href(context, context.survey.lists[name], address, root), called.title, called.english)


# ---------------------------------------------------------------- ways into the edition


def ways(context: Context, root: str, current: str = "", *, named: int = 0) -> tuple[Way, ...]:
    """The lists of the edition, each with so many of the entries that lead to most, in the order of the list."""
    return tuple(
        Way(
            name=listing.name,
            label=list_label(listing.name, context.ui),
            href=link(root, list_path(listing.name, context.language, context.edition)),
            current=listing.name == current,
            count=len(listing.entries),
            links=tuple(_way_links(listing, context, root, named)) if named else (),
        )
        for listing in context.survey.lists.values()
    )


def _way_links(listing: Listing, context: Context, root: str, named: int) -> Iterator[WayLink]:
    most = max(len(entry.items) for entry in listing.entries)
    for entry in _chosen(listing, named):
        called = heading(entry.label, context)
        yield WayLink(
            href=entry_href(context, listing, entry.address, root),
            title=called.title,
            chinese=called.chinese,
            title_en=called.english,
            count=len(entry.items),
            css=band_of(entry.label) if isinstance(entry.label, int) else "",
            width=max(1, round(100 * len(entry.items) / most)),
        )


def _chosen(listing: Listing, named: int) -> list[Entry]:
    """The entries that lead to most, in the order of the list; of the archive, the first."""
    if listing.name == ARCHIVE:
        return list(listing.entries[:named])
    largest = sorted(range(len(listing.entries)), key=lambda index: -len(listing.entries[index].items))[:named]
    return [listing.entries[index] for index in sorted(largest)]
