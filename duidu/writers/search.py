"""Edition ─▶ the search: an index and texts, cut into small scripts that a page loads as it needs them.

Nothing is fetched and nobody serves it, so that it works from disk, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duidu.model import PINYIN, Edition, OutputFile, ReadingArticle
from duidu.writers.measures import Profile
from duidu.writers.search_index import Document, Index, documents, script
from duidu.writers.search_texts import SIMPLIFIED, characters, texts

# Numbers stand as characters from this one on, the first that JSON writes as it is.
_ZERO = 35


def write(edition: Edition, templates: Mapping[str, str]) -> Iterator[OutputFile]:  # noqa: ARG001
    """The index and the texts of the edition's articles."""
    known = tuple(documents(_in_order(edition)))
    index = Index()
    for document in known:
        index.add(document)
    shards = index.shards()
    for found in shards.values():
        yield from found.files
    scripts = [language for language in edition.variants if language not in (SIMPLIFIED, PINYIN)]
    table = characters(known, scripts, edition.spellings)
    yield from texts(known, table, PINYIN in edition.variants)
    directory = {
        "articles": "".join(map(_described, known)),
        "bits": {kind: found.bits for kind, found in shards.items()},
        "known": {kind: " ".join(found.known) for kind, found in shards.items()},
        "first": edition.variants[0],
        "folds": _pairs(table.folds),
        "either": _pairs(table.either),
        "forms": {language: _pairs(forms) for language, forms in table.forms.items()},
    }
    yield script("index", directory)


def _in_order(edition: Edition) -> Iterator[ReadingArticle]:
    """The articles by date, so that those of a new page come last and the numbers of the others stay."""
    for page in sorted(edition.pages, key=lambda page: (page.info.date, page.info.id)):
        yield from page.articles


def _described(document: Document) -> str:
    """How many numbers a document takes, how many sentences its title has, and its level, a character each."""
    level = Profile(document.article).level() or 0
    return "".join(chr(_ZERO + number) for number in (document.room, document.titles, level))


def _pairs(table: Mapping[str, str]) -> str:
    return "".join(f"{one}{other}" for one, other in table.items())
