"""Lines of print ─▶ stories.

Text that was pasted or extracted from a newspaper page has no mark-up; what tells its parts is length, punctuation,
blank lines, indents, set phrases and what the text is about. The steps, in order:

1. ``lifting``   furniture and captions set into a paragraph are lifted out: a story goes on past them
2. ``layout``    each line that is left gets what its place and look say
3. ``reading``   the page is read as a whole: which part of it is each line?
4. ``stories``   the lines become stories
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from duidu.errors import PageError
from duidu.importers.layout import placed
from duidu.importers.lifting import lift
from duidu.importers.line import Line, Part
from duidu.importers.reading import Reading, read_lines
from duidu.importers.source import CutsWord, SourceLine
from duidu.importers.stories import assembled
from duidu.model import CERTAIN, Decision, Kind, SourceRef, Story
from duidu.text import INVISIBLE

# So many characters further on a line is looked for among the stories, which take bylines out of their place.
NEAR = 1000
# What each part is called; an enumeration takes long to tell it.
_WHAT = {part: part.value for part in Part}
_BY_LINE = attrgetter("ref.line")


def read(lines: Sequence[SourceLine], path: str, cuts_word: CutsWord) -> tuple[tuple[Story, ...], tuple[Decision, ...]]:
    """The stories of a page, in page order, and what each line was taken for.

    Every non-space character ends in exactly one story; raises PageError should one be lost or invented.
    """
    lifted = lift(lines, path, cuts_word)
    features = placed(lifted.lines)
    readings = read_lines(features, cuts_word)
    told = [_decision(line, reading, path) for line, reading in zip(features, readings, strict=True)]
    found = assembled(features, [reading.part for reading in readings], path)
    decisions = _with_captions(told, found)
    stories = (*lifted.stories, *found)
    ordered = tuple(sorted(stories, key=_BY_LINE))
    _check_nothing_lost(lines, ordered, path)
    return ordered, tuple(sorted((*lifted.decisions, *decisions), key=_BY_LINE))


def _decision(line: Line, reading: Reading, path: str) -> Decision:
    reasons = reading.reasons or ("nothing speaks against it",)
    if reading.otherwise and reading.confidence < CERTAIN:
        reasons = (*reasons, f"else: {_WHAT[reading.otherwise]}")
    ref = SourceRef(path, line.number)
    return Decision(ref, _WHAT[reading.part], line.text, "; ".join(reasons), reading.confidence)


def _with_captions(decisions: list[Decision], stories: Iterable[Story]) -> list[Decision]:
    """Of a paragraph at the foot of a story that went with its photographer, that it is a caption."""
    captions = {story.blocks[0].ref.line for story in stories if story.kind is Kind.CAPTION and story.blocks}
    return [
        replace(told, what="caption", reason="goes with its photographer below a story")
        if told.what == _WHAT[Part.PARAGRAPH] and told.ref.line in captions
        else told
        for told in decisions
    ]


def _check_nothing_lost(lines: Sequence[SourceLine], stories: tuple[Story, ...], path: str) -> None:
    printed = _visible("\n".join([line.text for line in lines]))
    texts = ["".join(text.split()) for text in printed.split("\n")]
    told = _visible("".join([story.characters() for story in stories]))
    left, more = map(Counter, _apart(texts, told))
    if dict(left) != dict(more):  # a Counter compares in Python, one character after the other
        before, after = Counter("".join(texts)), Counter(told)
        lost, invented = "".join((before - after).elements()), "".join((after - before).elements())
        raise PageError(
            f"importing would lose {lost[:20]!r} and invent {invented[:20]!r}.",
            hint="this is a fault of the importer: please report it with the page.",
            ref=SourceRef(path, 1),
        )


def _visible(text: str) -> str:
    for char in INVISIBLE:
        text = text.replace(char, "")
    return text


def _apart(lines: Iterable[str], text: str) -> tuple[str, str]:
    """What is left of the lines and of the text when the lines that stand in it in their order are taken away.

    Most do, and so need not be counted character by character.

    >>> _apart(["老井", "又有", "水了"], "又老井水了")
    ('又有', '又')
    """
    left, more = [], []
    place = 0
    for line in lines:
        at = text.find(line, place, place + NEAR)
        if at < 0:
            left.append(line)
        else:
            more.append(text[place:at])
            place = at + len(line)
    return "".join(left), "".join(more) + text[place:]
