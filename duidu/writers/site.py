"""Edition ─▶ the static site: the only file that knows Jinja2."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

import jinja2

from duidu.errors import TemplateError
from duidu.model import Edition, OutputFile, SourceRef
from duidu.writers import compose, measures


def write(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """The HTML pages of the edition, in every script. Raises TemplateError."""
    pages = _Pages(edition, templates)
    for language in edition.variants:
        front = compose.front_view(edition, language)
        yield pages.render("index.html", front.path, view=front)
        for article in compose.article_views(edition, language):
            yield pages.render("article.html", article.path, view=article)
    yield pages.render("colophon.html", "colophon.html", view=_colophon(edition))


def _colophon(edition: Edition) -> dict[str, Any]:
    return {
        "root": "",
        "home": "index.html",
        "language": edition.variants[0],
        "counts": measures.english_counts(edition),
        "engines": measures.engines(edition),
        "credits": edition.credits,
        "variants": (),
    }


class _Pages:
    def __init__(self, edition: Edition, templates: Mapping[str, str]) -> None:
        self._edition = edition
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(partial(_source, templates)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, template: str, path: str, **values: Any) -> OutputFile:
        try:
            text = self._environment.get_template(template).render(edition=self._edition, path=quote(path), **values)
        except jinja2.TemplateNotFound as error:
            ref = SourceRef(f"templates/{error.name}", 1)
            raise TemplateError(
                "the template is missing.", hint="put it back, or delete your own templates/ folder.", ref=ref
            ) from None
        except jinja2.TemplateSyntaxError as error:
            ref = SourceRef(f"templates/{error.name or template}", error.lineno)
            raise TemplateError(
                f"the template cannot be read: {error.message}.", hint="see the Jinja2 manual.", ref=ref
            ) from None
        except Exception as error:  # whatever a template of somebody's own may do
            hint = "see duidu/writers/views.py for what a template can ask for."
            raise TemplateError(f"the template fails: {error}.", hint=hint, ref=_place(error, template)) from None
        return OutputFile(path, text.encode())


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    """What Jinja2 wants of a loader: text, file name (it stands in tracebacks), and no check for changes."""
    return (templates[name], f"templates/{name}", None) if name in templates else None


def _place(error: Exception, template: str) -> SourceRef:
    """The innermost line of a template in the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith("templates/")]
    places = [SourceRef(frame.filename, frame.lineno or 1) for frame in ours]
    return places[-1] if places else SourceRef(f"templates/{template}", 1)
