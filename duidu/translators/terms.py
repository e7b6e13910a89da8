"""Which terms a sentence holds: the editor's, the names in it, and those of public life.

群众参加志愿服务 ─▶ 志愿服务 volunteer service          not 务 …, not 服务 by itself: the longest that words make up
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from duidu.model import Term, TermLine, Word
from duidu.translators.public_terms import public_terms


class _Hit(NamedTuple):
    """Where a term stands; ``rank`` 0 for the editor's, 1 for names, 2 for public life."""

    start: int
    end: int
    rank: int
    term: Term


def terms_of(
    text: str,
    words: Sequence[Word],
    lexicon_terms: Iterable[TermLine],
    names: Sequence[Term] = (),
    *,
    simplified: str = "",
) -> tuple[Term, ...]:
    """The terms of a sentence, the editor's first, then names, then public ones; each in the order of the sentence.

    A term begins and ends where words do. Of terms that overlap the longest counts, the editor's before others of its
    length; but what contradicts an editor's term within it gives way to that. ``simplified`` is the text in simplified
    characters, where it is printed in others; it counts only where it has the same length. A term is given as printed.

    >>> from duidu.model import SourceRef, WordTag
    >>> words = [Word(text, WordTag.WORD) for text in ("市", "人大", "代表", "王", "大力")]
    >>> [term.english for term in terms_of("市人大代表王大力", words, ())]
    ['people’s congress deputy']
    >>> line = TermLine("人大代表", "congress deputy", "", SourceRef("terms.tsv", 2))
    >>> [term.english for term in terms_of("市人大代表王大力", words, [line])]
    ['congress deputy']
    """
    plain = simplified if len(simplified) == len(text) else text
    ends = list(itertools.accumulate(len(word.text) for word in words))
    if not ends or ends[-1] != len(text):
        return ()
    bounds = [0, *ends]
    own = {line.chinese: Term(line.chinese, line.english, line.accepted, agreed=True) for line in lexicon_terms}
    editors = [hit for source in dict.fromkeys((text, plain)) for hit in _hits(source, bounds, own, 0)]
    given = {term.chinese: term for term in names}
    found = [*editors, *_hits(text, bounds, given, 1), *_hits(plain, bounds, _shipped(), 2)]
    kept = _without_overlaps(hit for hit in found if not _contradicts(hit, editors))
    ordered = sorted(kept, key=lambda hit: (hit.rank, hit.start))
    unique = {text[hit.start : hit.end]: hit.term for hit in reversed(ordered)}
    chosen = dict.fromkeys(text[hit.start : hit.end] for hit in ordered)
    return tuple(Term(form, unique[form].english, unique[form].accepted, unique[form].tag) for form in chosen)


@cache
def _shipped() -> dict[str, Term]:
    return {term.chinese: term for term in public_terms()}


def _hits(text: str, bounds: Sequence[int], terms: dict[str, Term], rank: int) -> Iterator[_Hit]:
    """Where terms stand between boundaries of words."""
    longest = max(map(len, terms), default=0)
    for at, start in enumerate(bounds):
        for end in itertools.takewhile(lambda place: place - start <= longest, bounds[at + 1 :]):  # noqa: B023
            if term := terms.get(text[start:end]):
                yield _Hit(start, end, rank, term)


def _contradicts(hit: _Hit, editors: Sequence[_Hit]) -> bool:
    """Whether an editor's term stands within, and the English of the greater one has none of its forms."""
    if hit.rank == 0:
        return False
    english = " ".join((hit.term.english, *hit.term.accepted)).casefold()
    inner = (own.term for own in editors if hit.start <= own.start and own.end <= hit.end)
    return any(all(form.casefold() not in english for form in (own.english, *own.accepted)) for own in inner)


def _without_overlaps(hits: Iterable[_Hit]) -> list[_Hit]:
    """The longest hits, of two of a length the one with the better rank, then the one further left."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.rank, hit.start)):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return kept
