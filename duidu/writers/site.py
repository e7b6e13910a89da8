"""Edition ─▶ the static site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from duidu.model import Edition, OutputFile
from duidu.writers import compose, lists, measures, pages, words
from duidu.writers.addresses import colophon_path, front_path, root_of, search_path, words_path
from duidu.writers.interface import ENGLISH, Interface, interface, language_for
from duidu.writers.links import Context, variant_links
from duidu.writers.rendering import Renderer
from duidu.writers.survey import Survey

# So many newspaper pages the colophon names; the archive has them all.
LISTED = 100


def write(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """The HTML pages of the edition, in every script. Raises TemplateError."""
    languages = dict.fromkeys(language_for(edition, variant) for variant in edition.variants)
    interfaces = {language: interface(language, templates) for language in languages}
    yield from (file for ui in interfaces.values() if ui.language != ENGLISH for file in ui.written())
    survey = Survey(edition)
    yield words.script(edition)
    for variant in edition.variants:
        yield from _variant(Context(edition, survey, variant, interfaces[language_for(edition, variant)]), templates)


def _variant(context: Context, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """All pages in one script."""
    edition, language, ui = context.edition, context.language, context.ui
    renderer = Renderer(templates, ui, edition=edition, standard=measures.standards(edition.hsk)[0])

    def page(template: str, path: str, view: Any) -> OutputFile:
        return renderer.render(template, path, path=quote(path), view=view)

    front = pages.front_view(context)
    yield page("index.html", front.frame.path, front)
    for issue in pages.issue_views(context):
        yield page("page.html", issue.frame.path, issue)
    for listing in lists.list_views(context):
        yield page("list.html", listing.frame.path, listing)
    for view, article in zip(compose.article_views(context), edition.articles(), strict=True):
        yield replace(page("article.html", view.path, view), characters=measures.characters(article))
    path = search_path(language, edition)
    yield page("search.html", path, _frame(edition, language, path, search_path))
    path = colophon_path(language, edition)
    yield page("colophon.html", path, _colophon(edition, language, path, ui))
    path = words_path(language, edition)
    yield page("words.html", path, _words(edition, language, path))


def _tones(edition: Edition, ui: Interface) -> str:
    """What the colophon says of the tones that pinyin gives."""
    if edition.style.sandhi:
        return ui.text(
            "Pinyin gives 一 and 不 as they are spoken; the change of two third tones is left to the reader."
        )
    return ui.text(
        "Pinyin gives citation tones: the tone changes of 一 and 不 and of two third tones are left to the reader."
    )


def _frame(edition: Edition, language: str, path: str, path_of: Callable[[str, Edition], str]) -> dict[str, Any]:
    """What the frame of a page asks for; ``path_of`` tells where the page lies in each script."""
    root = root_of(path)
    return {
        "root": root,
        "home": root + front_path(language, edition),
        "colophon": root + colophon_path(language, edition),
        "language": language,
        "variants": variant_links(edition, language, path, lambda other: path_of(other, edition)),
    }


def _words(edition: Edition, language: str, path: str) -> dict[str, Any]:
    """The page of the reader's own words; what stands on it is made in the browser."""
    levels = [str(level) for level in range(1, 7)] + ([] if edition.hsk == "2.0" else ["7–9"])
    return _frame(edition, language, path, words_path) | {"levels": levels}


def _colophon(edition: Edition, language: str, path: str, ui: Interface) -> dict[str, Any]:
    return _frame(edition, language, path, colophon_path) | {
        "listed": LISTED,
        "counts": measures.english_counts(edition),
        "engines": measures.engines(edition),
        "tones": _tones(edition, ui),
        "traditional": any(article.article.story.language != "zh-Hans" for article in edition.articles()),
    }
