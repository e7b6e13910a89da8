"""The English of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Edition, Finding, Lexicon, ReadingSentence, Status

_CODES = {Status.MISSING: "E201", Status.MACHINE: "E202", Status.STALE: "E203"}


def check(edition: Edition, lexicon: Lexicon) -> Iterator[Finding]:
    """E201 to E204: English that is missing, unreviewed or stale, and terms that are not kept; M6..: what would mislead
    a reader of machine English."""
    for article in edition.articles():
        for sentence in article.sentences():
            status = sentence.english.status
            if status in _CODES:
                yield finding(_CODES[status], sentence.sentence.ref, f"{sentence.sentence.context}: {_short(sentence)}")
            for fault in sentence.faults:
                message = f"{sentence.sentence.context}: {_short(sentence)}: {fault.detail}"
                yield finding(fault.code, sentence.sentence.ref, message, fault.weight)
            if status is not Status.MISSING:
                yield from _terms(sentence, lexicon)


def _terms(item: ReadingSentence, lexicon: Lexicon) -> Iterator[Finding]:
    english = item.english.text.casefold()
    for term in lexicon.terms:
        forms = (term.english, *term.accepted)
        if term.chinese in item.sentence.text and not any(form.casefold() in english for form in forms):
            message = f"{term.chinese} should be “{term.english}” in: {_short(item)}"
            yield finding("E204", item.sentence.ref, message)


def _short(item: ReadingSentence) -> str:
    text = item.sentence.msgid
    return text if len(text) <= 30 else text[:29] + "…"
