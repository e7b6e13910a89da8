"""The front page, and the page of each newspaper page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duidu.model import EditionPage, Kind, ReadingArticle, Role
from duidu.writers.addresses import article_path, front_path, link, list_path, page_anchor, page_path
from duidu.writers.broadsheet import HEIGHT, WIDTH, Box, Drawing, draw
from duidu.writers.interface import Interface
from duidu.writers.links import (
    NAMED,
    Context,
    date_label,
    frame,
    level_label,
    page_link,
    ways,
)
from duidu.writers.measures import Profile, band_of, facts, spreads
from duidu.writers.survey import ARCHIVE
from duidu.writers.titles import kind_label, text_in, title_en, title_of, title_status, title_words
from duidu.writers.views import Area, FrontView, IssueView, Link, PageView, SheetView, Teaser

# The front page has newspaper pages with all their items until it has so many, but at least one page and at most four.
ITEMS, PAGES = 24, 4
# So many others it names.
OTHERS = 12


class _Chosen(NamedTuple):
    whole: tuple[EditionPage, ...]
    others: tuple[EditionPage, ...]


def front_view(context: Context) -> FrontView:
    """The front page in one script."""
    survey, ui = context.survey, context.ui
    chosen = _chosen(survey.pages)
    view = frame(context, lambda language: front_path(language, context.edition))
    named = len(chosen.whole) + len(chosen.others)
    left = len(survey.pages) - named
    return FrontView(
        frame=view,
        facts=_facts([article for page in survey.pages for article in page.articles], context),
        pages=tuple(_page_view(page, context, view.root) for page in chosen.whole),
        others=tuple(_page_view(page, context, view.root, items=False) for page in chosen.others),
        rest=ui.count("%(num)s more page", "%(num)s more pages", left) if left else "",
        archive=link(view.root, list_path(ARCHIVE, context.language, context.edition)),
        ways=ways(context, view.root, named=NAMED),
    )


def _chosen(pages: tuple[EditionPage, ...]) -> _Chosen:
    whole = 0
    items = 0
    for page in pages[:PAGES]:
        items += len(page.articles)
        if whole and items > ITEMS:
            break
        whole += 1
    return _Chosen(pages[:whole], pages[whole : whole + OTHERS])


def issue_views(context: Context) -> Iterator[IssueView]:
    """The page of every newspaper page in one script, in the order of the edition."""
    pages = context.edition.pages
    for index, page in enumerate(pages):
        view = frame(context, lambda language, id_=page.info.id: page_path(id_, language, context.edition))  # type: ignore[misc]
        around = (pages[index - 1] if index else None, pages[index + 1] if index + 1 < len(pages) else None)
        previous, following = (_link(other, context, view.root) if other else None for other in around)
        yield IssueView(
            frame=view,
            page=_page_view(page, context, view.root),
            spreads=spreads(context.survey.profiles[page.info.id], context.edition.hsk, context.ui),
            previous=previous,
            next=following,
            ways=ways(context, view.root),
        )


def _link(page: EditionPage, context: Context, root: str) -> Link:
    return page_link(page, context.edition, context.language, root)


def _page_view(page: EditionPage, context: Context, root: str, *, items: bool = True) -> PageView:
    info = page.info
    return PageView(
        href=_link(page, context, root).href,
        anchor=page_anchor(info.id),
        title=info.title.in_script(context.language),
        title_en=info.title_en,
        date=info.date,
        date_label=date_label(info.date, context.ui),
        facts=_facts(page.articles, context),
        sheet=_sheet_view(page, context, root),
        items=tuple(_teaser(article, context, root) for article in page.articles) if items else (),
    )


def _facts(articles: list[ReadingArticle] | tuple[ReadingArticle, ...], context: Context) -> tuple[str, ...]:
    """How much there is to read."""
    ui = context.ui
    figures = [context.survey.figures[article.article.key] for article in articles]
    return (
        ui.count("%(num)s item", "%(num)s items", len(figures)),
        ui.count("%(num)s character", "%(num)s characters", sum(one.characters for one in figures)),
        duration(sum(one.minutes for one in figures), ui),
    )


def duration(minutes: int, ui: Interface) -> str:
    """
    >>> duration(59, Interface("en")), duration(150, Interface("en"))
    ('59 min', '2.5 h')
    """
    if minutes < 120:
        return ui.text("%(minutes)s min", minutes=minutes)
    hours = f"{minutes / 60:,.1f}" if minutes < 600 else f"{minutes / 60:,.0f}"
    return ui.text("%(hours)s h", hours=hours)


def _teaser(article: ReadingArticle, context: Context, root: str) -> Teaser:
    edition, language, ui = context.edition, context.language, context.ui
    figures = context.survey.figures[article.article.key]
    kicker = next(iter(article.blocks_of(Role.KICKER)), None)
    return Teaser(
        href=link(root, article_path(article, language, edition)),
        kind=article.article.story.kind.value,
        kind_label=kind_label(article.article.story.kind, ui),
        kicker=text_in(kicker.sentences[0], language) if kicker else "",
        kicker_en=kicker.sentences[0].english.text if kicker else "",
        title=title_of(article, language),
        title_en=title_en(article, unreviewed=True),
        title_status=title_status(article, ui),
        facts=facts(article, figures, edition.hsk, ui) if article.article.story.kind is not Kind.SLOGAN else (),
        bands=figures.profiles.own.bands(ui),
    )


# ---------------------------------------------------------------- the picture of a page


def _sheet_view(page: EditionPage, context: Context, root: str) -> SheetView:
    boxes = context.survey.sheets[page.info.id]
    areas = (_area(article, box, context, root) for article, box in zip(page.articles, boxes, strict=True))
    label = context.ui.text("The make-up of the page: each item has room in proportion to its length")
    return SheetView(label, WIDTH, HEIGHT, tuple(areas))


def _area(article: ReadingArticle, box: Box, context: Context, root: str) -> Area:
    story = article.article.story
    figures = context.survey.figures[article.article.key]
    title = title_of(article, context.language)
    drawing = draw(box, story.kind, title_words(article, context.language))
    said = (
        title,
        kind_label(story.kind, context.ui),
        context.ui.count("%(num)s character", "%(num)s characters", figures.characters),
        level_label(figures.level, context) if figures.level is not None else "",
    )
    return Area(
        href=link(root, article_path(article, context.language, context.edition)),
        label=" · ".join(filter(None, said)),
        css=f"{story.kind.value} {band_of(figures.level)}",
        x=_round(drawing.box.x),
        y=_round(drawing.box.y),
        width=_round(drawing.box.width),
        height=_round(drawing.box.height),
        head=tuple((_round(x), _round(y), text) for x, y, text in drawing.head),
        size=_round(drawing.size),
        photo=_rounded(drawing.photo) if drawing.photo else None,
        columns=_strokes(drawing),
        strip=_strip(figures.profiles.own, drawing.strip, context.ui),
        measure=_round(drawing.columns[0].width) if drawing.columns else 0,
    )


def _strip(profile: Profile, box: Box, ui: Interface) -> tuple[tuple[str, float, float, float, float], ...]:
    """The levels of an item's words, side by side in this box: each with its colour."""
    return tuple(
        (band.css, *_rounded(Box(box.x + box.width * band.x / 100, box.y, box.width * band.width / 100, box.height)))
        for band in profile.bands(ui)
    )


def _strokes(drawing: Drawing) -> str:
    """The columns as vertical strokes as wide as they are, which a dash pattern cuts into lines."""
    return "".join(
        f"M{_round(box.x + box.width / 2):g} {_round(box.y):g}v{_round(box.height):g}" for box in drawing.columns
    )


def _round(value: float) -> float:
    return round(value, 1)


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return _round(box.x), _round(box.y), _round(box.width), _round(box.height)
