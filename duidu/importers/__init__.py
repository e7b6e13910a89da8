"""RawPage ─▶ stories: one file a source format, one table.

To import another format, write one module with a function ``RawPage -> tuple[Story, ...]`` and add a line here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

from duidu.errors import PageError
from duidu.importers import page_text
from duidu.model import RawPage, SourceRef, Story
from duidu.text import INVISIBLE

IMPORTERS: dict[str, Callable[[RawPage], tuple[Story, ...]]] = {
    ".txt": page_text.read,
}


def import_page(page: RawPage) -> tuple[Story, ...]:
    """The stories of a raw page, in page order.

    Raises PageError when no importer knows the format, or when a character would be lost or invented.

    >>> page = RawPage("p", "余庆县\\n\\n用心服务群众\\n\\n本报讯 (记者 杨刚)他来了。\\n", "content/pages/p.txt")
    >>> story, = import_page(page)
    >>> story.kicker, story.title, story.dateline, story.authors
    ('余庆县', '用心服务群众', '本报讯', ('杨刚',))
    """
    suffix = PurePosixPath(page.path).suffix.lower()
    if suffix not in IMPORTERS:
        known = ", ".join(IMPORTERS)
        raise PageError(
            f"no importer reads {suffix or 'files without an ending'}.",
            hint=f"save it as one of: {known}",
            ref=SourceRef(page.path, 1),
        )
    stories = IMPORTERS[suffix](page)
    _check_nothing_lost(page, stories)
    return stories


def _characters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace() and char not in INVISIBLE)


def _check_nothing_lost(page: RawPage, stories: tuple[Story, ...]) -> None:
    before = _characters(page.text)
    after = _characters("".join(story.characters() for story in stories))
    if before != after:
        lost, invented = "".join((before - after).elements()), "".join((after - before).elements())
        raise PageError(
            f"importing would lose {lost[:20]!r} and invent {invented[:20]!r}.",
            hint="this is a fault of the importer: please report it with the page.",
            ref=SourceRef(page.path, 1),
        )
