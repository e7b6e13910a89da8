"""Articles as imported and corrected."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Article, Edition, Finding, Kind, Role

_FINAL = "。！？!?…；;：:”’」』）)】》〉.%"


def check(edition: Edition) -> Iterator[Finding]:
    """A101 and A102: headlines that are missing, paragraphs that look cut."""
    for reading in edition.articles():
        article = reading.article
        if article.story.kind is Kind.ARTICLE and article.story.title is None:
            yield finding("A101", article.ref, "the article has no headline.")
        if article.story.kind is not Kind.SLOGAN:
            yield from _cut_paragraphs(article)


def _cut_paragraphs(article: Article) -> Iterator[Finding]:
    for block in article.story.blocks:
        if block.role is Role.PARAGRAPH and block.text[-1] not in _FINAL:
            yield finding("A102", block.ref, f"the paragraph ends with …{block.text[-12:]}")
