"""Templates ─▶ files: the only file that knows Jinja2."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import partial
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from duidu.errors import TemplateError
from duidu.model import OutputFile, SourceRef
from duidu.writers.interface import ENGLISH, Interface


class _Compiled(jinja2.BytecodeCache):
    """Templates compiled once for all languages of a build."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Renderer:
    """Renders templates, by name, in one language of the interface; ``shared`` are values that all of them see.

    ``_("…")`` and ``ngettext("…", "…", n)`` give the words of the interface, ``ui`` is the tag of its language.

    >>> renderer = Renderer({"a.html": "{{ title }} {{ name }}"}, title="老井")
    >>> renderer.render("a.html", "a.html", name="<b>").data.decode()
    '老井 &lt;b&gt;'
    """

    def __init__(self, templates: Mapping[str, str], ui: Interface | None = None, **shared: Any) -> None:
        self._shared = shared
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(partial(_source, templates)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=_COMPILED,
        )
        words = ui or Interface(ENGLISH)
        self._environment.globals["ui"] = words.language
        self._environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]

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
