"""Articles as imported and corrected."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Article, Edition, Finding, Kind, Role

_FINAL = "。！？!?…；;：:”’」』）)】》〉.%"

# Shorter ones may well be the same: a set phrase, a place and a date.
LONG_PARAGRAPH = 20


def check(edition: Edition) -> Iterator[Finding]:
    """A101 to A103, A112: headlines that are missing, paragraphs that look cut, or stand in two articles, pictures that
    nobody who does not see them learns of."""
    for reading in edition.articles():
        article = reading.article
        if article.story.kind is Kind.ARTICLE and article.story.title is None:
            yield finding("A101", article.ref, "the article has no headline.")
        if article.story.kind is not Kind.SLOGAN:
            yield from _cut_paragraphs(article)
        yield from _unspoken_pictures(article)
    yield from _twice(edition)


def _twice(edition: Edition) -> Iterator[Finding]:
    """The first long paragraph of an article that an earlier article has too."""
    seen: dict[str, Article] = {}
    for reading in edition.articles():
        texts = [block for block in reading.article.story.blocks if len(block.text) >= LONG_PARAGRAPH]
        twin = next(((block, seen[block.text]) for block in texts if block.text in seen), None)
        if twin:
            block, other = twin
            yield finding("A103", block.ref, f"{block.text[:20]}… stands in {other.ref.path} too.")
        seen |= {block.text: reading.article for block in texts if block.text not in seen}


def _unspoken_pictures(article: Article) -> Iterator[Finding]:
    for block in article.story.blocks:
        if block.role is Role.ALT and not block.text:
            yield finding("A112", block.ref, f"{block.picture} has no words for those who do not see it.")


def _cut_paragraphs(article: Article) -> Iterator[Finding]:
    for block in article.story.blocks:
        if block.role is Role.PARAGRAPH and block.text[-1] not in _FINAL:
            yield finding("A102", block.ref, f"the paragraph ends with …{block.text[-12:]}")
