"""Style sheets and scripts without their comments and white space: the only file that knows rcssmin and rjsmin.

The theme is written for people to read; a reader's browser is spared a sixth of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from duidu.model import OutputFile


def compact(files: Iterable[OutputFile]) -> Iterator[OutputFile]:
    """The files, style sheets and scripts among them made smaller; what is no UTF-8 stays as it is.

    >>> [one] = compact([OutputFile("theme/a.css", b"/* why */ p { margin: 0; }")])
    >>> one.data
    b'p{margin:0}'
    """
    for file in files:
        smaller = _smaller(file.path)
        try:
            yield replace(file, data=smaller(file.data.decode()).encode()) if smaller else file
        except UnicodeDecodeError:
            yield file


def _hint(text: str) -> str:
    first = text.partition("\n")[0]
    return f"{first}\n" if first.startswith("//# ") else ""


def _smaller(path: str) -> Callable[[str], str] | None:
    if path.endswith(".css"):
        from rcssmin import cssmin

        return lambda text: str(cssmin(text, keep_bang_comments=True))
    if path.endswith(".js"):
        from rjsmin import jsmin

        # A first line that tells the engine which functions to compile at once is no comment.
        return lambda text: _hint(text) + str(jsmin(text, keep_bang_comments=True))
    return None
