"""The lists of an edition: pages by date; articles by tag, author, place and level.

A short list is one file, with a section an entry: it can be read, searched and printed as one. Where that would grow
past some 300 lines, the list tells only its entries, and each entry has a file of its own; whatever is longer still is
cut into parts. So no file is large, however large the edition is.

    tags.html#党建                     or  tags.html ─▶ tags/党建.html, tags/党建.2.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from typing import TypeVar

from duidu.model import EditionPage, ReadingArticle, Subject
from duidu.writers.addresses import article_path, entry_anchor, link, list_path
from duidu.writers.interface import Interface
from duidu.writers.links import Context, date_label, entry_href, frame, heading, list_label, page_link, ways
from duidu.writers.measures import band_of, level_number
from duidu.writers.pages import duration
from duidu.writers.survey import ARCHIVE, LINES, Entry, Listing, letters
from duidu.writers.titles import kind_label, title_en, title_of
from duidu.writers.views import EntryView, Frame, GroupView, Line, Link, ListView

T = TypeVar("T")
# Lists of fewer entries have no letters between them.
LETTERS = 30


def list_views(context: Context) -> Iterator[ListView]:
    """Every file of every list in one script."""
    pages = _pages_by_article(context)
    for listing in context.survey.lists.values():
        yield from _overview(listing, context, pages)
        if listing.is_split:
            for entry in listing.entries:
                yield from _entry_files(listing, entry, context, pages)


def _pages_by_article(context: Context) -> dict[str, EditionPage]:
    return {article.article.key: page for page in context.edition.pages for article in page.articles}


# ---------------------------------------------------------------- the files of a list


def _overview(listing: Listing, context: Context, pages: dict[str, EditionPage]) -> Iterator[ListView]:
    """The list itself: with all its lines, or with its entries only."""
    parts = cut(listing.entries, LINES) if listing.is_split else (listing.entries,)
    for number, entries in enumerate(parts, start=1):
        view = _frame(listing.name, context, part=number)
        lines = not listing.is_split
        groups = tuple(_groups(listing, entries, context, view.root, pages, lines=lines))
        yield ListView(
            frame=view,
            name=listing.name,
            label=list_label(listing.name, context.ui),
            title=list_label(listing.name, context.ui),
            chinese=False,
            title_en="",
            overview=None,
            groups=groups,
            index=tuple(_index(groups)),
            parts=tuple(_parts(len(parts), number, listing.name, context, view.root)),
            ways=ways(context, view.root, listing.name),
        )


def _entry_files(listing: Listing, entry: Entry, context: Context, pages: dict[str, EditionPage]) -> Iterator[ListView]:
    """The files of an entry of a long list."""
    called = heading(entry.label, context)
    parts = cut(entry.items, LINES)
    for number, items in enumerate(parts, start=1):
        view = _frame(listing.name, context, entry.address, number)
        lines = tuple(_line(item, context, view.root, pages) for item in items)
        count = _count(listing, len(entry.items), context.ui)
        whole = EntryView("", "", "", False, "", count, lines)
        yield ListView(
            frame=view,
            name=listing.name,
            label=list_label(listing.name, context.ui),
            title=called.title,
            chinese=called.chinese,
            title_en=called.english,
            overview=Link(link(view.root, list_path(listing.name, context.language, context.edition)), "", ""),
            groups=(GroupView("", "", (whole,)),),
            index=(),
            parts=tuple(_parts(len(parts), number, listing.name, context, view.root, entry.address)),
            ways=ways(context, view.root, listing.name),
        )


def cut(items: Sequence[T], most: int) -> tuple[Sequence[T], ...]:
    """The items in as few parts as go, of about the same length, none with more than ``most``.

    >>> [list(part) for part in cut("abcde", 2)]
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    count = -(-len(items) // most) or 1
    size = -(-len(items) // count) or 1
    return tuple(items[start : start + size] for start in range(0, max(len(items), 1), size))


def _frame(name: str, context: Context, address: str = "", part: int = 1) -> Frame:
    return frame(context, lambda language: list_path(name, language, context.edition, address, part))


def _parts(count: int, current: int, name: str, context: Context, root: str, address: str = "") -> Iterator[Link]:
    """The ways to the parts of a list or an entry, where there are several; that to the current one is empty."""
    for number in range(1, count + 1 if count > 1 else 1):
        path = list_path(name, context.language, context.edition, address, number)
        yield Link("" if number == current else link(root, path), str(number), "")


# ---------------------------------------------------------------- groups and entries


def _groups(
    listing: Listing,
    entries: Sequence[Entry],
    context: Context,
    root: str,
    pages: dict[str, EditionPage],
    *,
    lines: bool,
) -> Iterator[GroupView]:
    by = _years if listing.name == ARCHIVE else _initials(len(listing.entries))
    for label, group in groupby(entries, key=by):
        views = tuple(_entry(listing, entry, context, root, pages, lines=lines) for entry in group)
        yield GroupView(f"group-{label}" if label else "", label, views)


def _years(entry: Entry) -> str:
    return str(entry.label)[:4]


def _initials(count: int) -> Callable[[Entry], str]:
    """The letter that a long list has an entry under; what begins with no letter stands first."""

    def initial(entry: Entry) -> str:
        if count < LETTERS or not isinstance(entry.label, Subject):
            return ""
        first = letters(entry.label)[:1].upper()
        return first if "A" <= first <= "Z" else "#"

    return initial


def _index(groups: Sequence[GroupView]) -> Iterator[Link]:
    """Ways to the groups of a list, or where it has none, to its entries with their lines."""
    labelled = [group for group in groups if group.label]
    for group in labelled:
        yield Link(f"#{link('', group.anchor)}", group.label, "")
    for entry in chain.from_iterable(group.entries for group in groups if not labelled):
        if entry.lines:
            yield Link(f"#{link('', entry.anchor)}", entry.title, "")


def _entry(
    listing: Listing, entry: Entry, context: Context, root: str, pages: dict[str, EditionPage], *, lines: bool
) -> EntryView:
    called = heading(entry.label, context)
    return EntryView(
        anchor=entry_anchor(entry.address),
        href="" if lines else entry_href(context, listing, entry.address, root),
        title=called.title,
        chinese=called.chinese,
        title_en=called.english,
        count=_count(listing, len(entry.items), context.ui),
        lines=tuple(_line(item, context, root, pages) for item in entry.items) if lines else (),
    )


def _count(listing: Listing, count: int, ui: Interface) -> str:
    if listing.name == ARCHIVE:
        return ui.count("%(num)s page", "%(num)s pages", count)
    return ui.count("%(num)s item", "%(num)s items", count)


# ---------------------------------------------------------------- lines


def _line(item: ReadingArticle | EditionPage, context: Context, root: str, pages: dict[str, EditionPage]) -> Line:
    if isinstance(item, EditionPage):
        return _page_line(item, context, root)
    figures = context.survey.figures[item.article.key]
    level = f"HSK {level_number(figures.level)}" if figures.level is not None else ""
    date = pages[item.article.key].info.date
    return Line(
        href=link(root, article_path(item, context.language, context.edition)),
        title=title_of(item, context.language),
        title_en=title_en(item),
        kind_label=kind_label(item.article.story.kind, context.ui),
        facts=tuple(filter(None, (level, duration(figures.minutes, context.ui)))),
        css=band_of(figures.level),
        date=date,
        date_label=date_label(date, context.ui),
    )


def _page_line(page: EditionPage, context: Context, root: str) -> Line:
    ui = context.ui
    minutes = sum(context.survey.figures[article.article.key].minutes for article in page.articles)
    where = page_link(page, context.edition, context.language, root)
    return Line(
        href=where.href,
        title=where.title,
        title_en=where.title_en,
        kind_label="",
        facts=(ui.count("%(num)s item", "%(num)s items", len(page.articles)), duration(minutes, ui)),
        css="",
        date=page.info.date,
        date_label=date_label(page.info.date, ui),
    )
