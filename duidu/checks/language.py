"""The language layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duidu.checks.codes import finding
from duidu.model import Edition, Finding, ReadingSentence, SourceRef, WordTag
from duidu.text import has_han

# Of a word, what it is taken for and what else it may be; the places where it stands so.
_Doubts = dict[tuple[str, ...], list[SourceRef]]


@dataclass(frozen=True, slots=True)
class LostForm:
    """A word that does not come back from another script as it was."""

    ref: SourceRef
    language: str
    word: str
    form: str


def check(edition: Edition, lost: Iterable[LostForm] = ()) -> Iterator[Finding]:
    """L301 to L305: no reading, no word layer, doubtful readings and characters, what does not convert back."""
    readings: _Doubts = {}
    forms: _Doubts = {}
    for article in edition.articles():
        for sentence in article.sentences():
            yield from _unread(sentence)
            yield from _unaligned(sentence)
            _note_readings(sentence, readings)
            _note_forms(sentence, forms)
    yield from _doubtful("L303", readings)
    yield from _doubtful("L304", forms)
    for piece in lost:
        yield finding("L305", piece.ref, f"{piece.word} is {piece.form} in {piece.language}, which means another word.")


def _unread(item: ReadingSentence) -> Iterator[Finding]:
    for word, reading in zip(item.sentence.words, item.layers.pinyin, strict=True):
        if not reading and word.tag is not WordTag.OTHER and has_han(word.text):
            yield finding("L301", item.sentence.ref, f"no reading for {word.text}.")


def _unaligned(item: ReadingSentence) -> Iterator[Finding]:
    for variant in item.layers.variants:
        if variant.words is None:
            yield finding("L302", item.sentence.ref, f"{variant.language} changes the length of: {item.sentence.msgid}")


def _note_readings(item: ReadingSentence, found: _Doubts) -> None:
    rows = zip(item.sentence.words, item.layers.pinyin, item.layers.doubts, strict=True)
    for word, reading, others in rows:
        if others:
            found.setdefault((word.text, "", reading, *others), []).append(item.sentence.ref)


def _note_forms(item: ReadingSentence, found: _Doubts) -> None:
    for variant in item.layers.variants:
        if variant.words is None or not variant.doubts:
            continue
        for word, form, others in zip(item.sentence.words, variant.words, variant.doubts, strict=True):
            if others:
                key = (word.text, f" in {variant.language}", form, *others)
                found.setdefault(key, []).append(item.sentence.ref)


def _doubtful(code: str, found: _Doubts) -> Iterator[Finding]:
    """One finding for all places of a word, at the first of them."""
    for (word, where, taken, *others), refs in found.items():
        more = f"; {len(refs)} places" if len(refs) > 1 else ""
        yield finding(code, refs[0], f"{word}{where} is taken for {taken}, but may be {' or '.join(others)}{more}.")
