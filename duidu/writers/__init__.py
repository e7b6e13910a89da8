"""Edition ─▶ output files. To add an output, write a function and add it to WRITERS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from duidu.model import Edition, OutputFile
from duidu.writers import offline, search, site
from duidu.writers.compact import compact

WRITERS: dict[str, Callable[[Edition, Mapping[str, str]], Iterator[OutputFile]]] = {
    "site": site.write,
    "search": search.write,
}


def write_edition(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:
    """Every file of the published edition, the theme's apart; ``templates`` are texts by name."""
    for writer in WRITERS.values():
        yield from writer(edition, templates)


def write_site(
    edition: Edition,
    templates: Mapping[str, str],
    theme: Iterable[OutputFile],
    pack: offline.Pack | None = None,
    own: Iterable[OutputFile] = (),
) -> tuple[OutputFile, ...]:
    """The edition with its theme and all that makes it readable without a network; ``pack`` makes ``site.zip``.

    ``own`` are files of the editor's, which are published as they are.
    """
    files = (*write_edition(edition, templates), *compact(theme), *own)
    return offline.complete(edition, templates, files, pack)
