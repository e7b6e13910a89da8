"""Templates ─▶ files: the only file that knows Jinja2."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import partial
from typing import Any

import jinja2

from duidu.errors import TemplateError
from duidu.model import OutputFile, SourceRef


class Renderer:
    """Renders templates, by name; ``shared`` are values that all of them see.

    >>> renderer = Renderer({"a.html": "{{ title }} {{ name }}"}, title="老井")
    >>> renderer.render("a.html", "a.html", name="<b>").data.decode()
    '老井 &lt;b&gt;'
    """

    def __init__(self, templates: Mapping[str, str], **shared: Any) -> None:
        self._shared = shared
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(partial(_source, templates)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, template: str, to: str, **values: Any) -> OutputFile:
        """The file ``to`` that a template makes of these values. Raises TemplateError with the template's line."""
        try:
            text = self._environment.get_template(template).render(self._shared | values)
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
        return OutputFile(to, text.encode())


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    """What Jinja2 wants of a loader: text, file name (it stands in tracebacks), and no check for changes."""
    return (templates[name], f"templates/{name}", None) if name in templates else None


def _place(error: Exception, template: str) -> SourceRef:
    """The innermost line of a template in the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith("templates/")]
    places = [SourceRef(frame.filename, frame.lineno or 1) for frame in ours]
    return places[-1] if places else SourceRef(f"templates/{template}", 1)
