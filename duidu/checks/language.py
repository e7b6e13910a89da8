"""The language layers."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Edition, Finding, ReadingSentence, WordTag


def check(edition: Edition) -> Iterator[Finding]:
    """L301 and L302: words without a reading, sentences without a word layer."""
    for article in edition.articles():
        for sentence in article.sentences():
            yield from _unread(sentence)
            yield from _unaligned(sentence)


def _unread(item: ReadingSentence) -> Iterator[Finding]:
    for word, reading in zip(item.sentence.words, item.layers.pinyin, strict=True):
        if word.tag is not WordTag.OTHER and not reading:
            yield finding("L301", item.sentence.ref, f"no reading for {word.text}.")


def _unaligned(item: ReadingSentence) -> Iterator[Finding]:
    for variant in item.layers.variants:
        if variant.words is None:
            yield finding("L302", item.sentence.ref, f"{variant.language} changes the length of: {item.sentence.msgid}")
