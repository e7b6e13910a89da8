"""Edition ─▶ output files. To add an output, write a function and add it to WRITERS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from duidu.model import Edition, OutputFile
from duidu.writers import search, site

WRITERS: dict[str, Callable[[Edition, Mapping[str, str]], Iterator[OutputFile]]] = {
    "site": site.write,
    "search": search.write,
}


def write_edition(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """Every file of the published edition, the theme's apart; ``templates`` are texts by name."""
    for writer in WRITERS.values():
        yield from writer(edition, templates)
