"""Edition ─▶ the static site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from duidu.model import Edition, OutputFile
from duidu.writers import compose, measures
from duidu.writers.rendering import Renderer


def write(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """The HTML pages of the edition, in every script. Raises TemplateError."""
    renderer = Renderer(templates, edition=edition, standard=measures.standards(edition.hsk)[0])

    def page(template: str, path: str, view: Any) -> OutputFile:
        return renderer.render(template, path, path=quote(path), view=view)

    for language in edition.variants:
        front = compose.front_view(edition, language)
        yield page("index.html", front.path, front)
        for article in compose.article_views(edition, language):
            yield page("article.html", article.path, article)
    yield page("colophon.html", "colophon.html", _colophon(edition))


def _tones(edition: Edition) -> str:
    """What the colophon says of the tones that pinyin gives."""
    if edition.style.sandhi:
        return "Pinyin gives 一 and 不 as they are spoken; the change of two third tones is left to the reader."
    return "Pinyin gives citation tones: the tone changes of 一 and 不 and of two third tones are left to the reader."


def _colophon(edition: Edition) -> dict[str, Any]:
    return {
        "root": "",
        "home": "index.html",
        "language": edition.variants[0],
        "counts": measures.english_counts(edition),
        "engines": measures.engines(edition),
        "credits": edition.credits,
        "tones": _tones(edition),
        "traditional": any(article.article.story.language != "zh-Hans" for article in edition.articles()),
        "variants": (),
    }
