"""How the parts of a newspaper page follow one another.

``FOLLOWS`` says which part may stand below which, and its cost in points; ``RULES`` what else tells in such a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from duidu.importers import headings
from duidu.importers.clues import UNFINISHED
from duidu.importers.evidence import Place, certain_place
from duidu.importers.line import RUNNING, Line, Part

# A new subject tells more than any single clue: among the pages that the weights were set on, 1.4 to 2 do as well.
SUBJECT_WEIGHT = 1.7

# Below a byline that closes a story the next one may well be about the same.
CLOSED_SUBJECT = -1.0

STARTS = {Part.SECTION: -3.5, Part.KICKER: -2.0, Part.TITLE: -1.5, Part.OPENING: -4.5, Part.SLOGAN: -3.0}
_GOES_ON = {Part.PARAGRAPH: 0.0, Part.CONTINUATION: 0.0, Part.CROSSHEAD: -1.0, Part.CREDIT: 0.0}
_HEADED = {Part.BYLINE: 0.0, Part.PARAGRAPH: 0.0}

# None stands for the top of the page.
FOLLOWS: dict[Part | None, dict[Part, float]] = {
    None: {
        Part.SECTION: -2.0,
        Part.KICKER: -0.5,
        Part.TITLE: 0.0,
        Part.OPENING: -2.0,
        Part.SLOGAN: -2.0,
        Part.BYLINE: -3.0,
    },
    Part.SECTION: {Part.KICKER: 0.0, Part.TITLE: 0.0, Part.OPENING: -4.0},
    Part.KICKER: {Part.TITLE: 0.0},
    Part.TITLE: {Part.TITLE_LINE: -3.0, Part.SUBTITLE: -1.5, **_HEADED, Part.CROSSHEAD: -8.0},
    Part.TITLE_LINE: {Part.TITLE_LINE: -3.0, Part.SUBTITLE: -1.5, **_HEADED},
    Part.SUBTITLE: {Part.SUBTITLE: -4.0, **_HEADED},
    Part.BYLINE: {
        Part.BYLINE: -1.0,
        Part.PARAGRAPH: 0.0,
        Part.SUBTITLE: -4.5,
        Part.OPENING: -3.0,
        Part.CROSSHEAD: -3.5,
    },
    Part.PARAGRAPH: {**_GOES_ON, **STARTS},
    Part.CONTINUATION: {**_GOES_ON, **STARTS},
    Part.OPENING: {**_GOES_ON, **STARTS},
    Part.CROSSHEAD: {Part.PARAGRAPH: 0.0, Part.CROSSHEAD: -2.0, Part.BYLINE: -5.0, Part.TITLE: -8.0},
    Part.CREDIT: {Part.CREDIT: -1.0, Part.PARAGRAPH: -4.0, Part.CROSSHEAD: -5.0, **STARTS},
    Part.SLOGAN: {**STARTS, Part.SLOGAN: 0.0},
}
PRECEDES: dict[Part, tuple[Part | None, ...]] = {
    part: tuple(above for above, costs in FOLLOWS.items() if part in costs) for part in Part
}
# A page may end with any of these.
LAST = frozenset({*RUNNING, Part.CREDIT, Part.SLOGAN, Part.BYLINE})

# A shorter line over a headline is a kicker: a place, a column.
SHORTEST_HEADLINE = 8
# A line that is shorter still, over a longer one, is the name of a column.
SHORTEST_TITLE = 5
# Halves of a headline that are set in two lines are no longer.
LONGEST_HALF = 10

_ALL: tuple[Part | None, ...] = (None, *Part)
_INSIDE = (*RUNNING, Part.CREDIT, Part.SLOGAN)
_HEADLINE = (Part.TITLE, Part.TITLE_LINE, Part.SUBTITLE)
_OVER_TEXT = (Part.SECTION, Part.KICKER, *_HEADLINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """Points for one of ``parts`` below one of ``above``."""

    name: str
    parts: tuple[Part, ...]
    above: tuple[Part | None, ...]
    points: Callable[[Place], float]


def _alike(place: Place) -> bool:
    """Two lines of about one length, as the lines of a headline are."""
    return abs(place.longer) <= 2 and place.shorter_has >= 6


def _one_phrase(place: Place) -> bool:
    """Two lines of exactly one length are halves of a headline (对仗), a word below a longer line is the rest of it."""
    if place.longer == 0:
        numbered = place.shapes[Part.CROSSHEAD] > place.shapes[Part.TITLE_LINE] + 1
        return 4 <= place.shorter_has <= LONGEST_HALF and not (numbered or "“" in place.line.text)
    rest = place.longer <= -SHORTEST_TITLE and place.shorter_has < SHORTEST_TITLE and Part.KICKER in place.shapes
    return rest and place.shapes[Part.KICKER] <= place.shapes[Part.TITLE_LINE]


def _is_signed(place: Place) -> bool:
    """Whether the story above has ended with a byline: a caption may end so within its story."""
    return place.around.closed and not place.around.pictured


def _follows(place: Place) -> bool:
    """A line of a page that has no blank lines, and so tells nothing by them."""
    return not (place.line.apart or place.line.tight)


def _sub_headline(place: Place) -> float:
    """Of two lines that stand apart the second is rather a sub-headline than the headline below a kicker.

    So it is where both are as long as headlines, and where it is the longer one.
    """
    if _follows(place):
        return 0.0
    return 0.4 * (place.longer > 2) + 0.6 * (place.shorter_has >= SHORTEST_HEADLINE)


RULES: tuple[Rule, ...] = (
    Rule("what the break says", (Part.CONTINUATION,), _ALL, lambda place: place.cut),
    Rule(
        "a headline stands near its text",
        tuple(part for part in Part if part is not Part.CONTINUATION),
        _OVER_TEXT,
        lambda place: -4.0 * place.line.far * (not place.around.top),
    ),
    Rule("what opens a story", tuple(STARTS), _INSIDE, lambda place: place.opening),
    Rule(
        "a line that stands by itself need not end like a sentence",
        tuple(STARTS),
        (Part.SLOGAN,),
        lambda place: 0.0 if place.around.above_ends else -UNFINISHED,
    ),
    Rule(
        "another subject",
        tuple(part for part in STARTS if part is not Part.SLOGAN),
        (*RUNNING, Part.CREDIT),
        lambda place: SUBJECT_WEIGHT * (max(place.subject, CLOSED_SUBJECT) if _is_signed(place) else place.subject),
    ),
    Rule(
        "a crosshead stands inside a story",
        (Part.CROSSHEAD,),
        tuple(part for part in _ALL if part not in (Part.CROSSHEAD, Part.BYLINE)),
        lambda place: -0.8 * max(place.opening, -1.8) if place.around.above_ends else -4.0,
    ),
    Rule(
        "a dateline opens the text of a story",
        (Part.PARAGRAPH,),
        (*_HEADLINE, Part.BYLINE),
        lambda place: 3.0 * place.line.dateline,
    ),
    Rule("a dateline opens no section", (Part.PARAGRAPH,), (Part.CROSSHEAD,), lambda place: -5.0 * place.line.dateline),
    Rule(
        "text stands apart from its headline and does not look like one",
        (Part.PARAGRAPH,),
        _HEADLINE,
        lambda place: -1.0 * (place.shapes[Part.PARAGRAPH] <= -2.5) - 2.0 * place.line.tight,
    ),
    Rule(
        "the first date of a chronicle",
        (Part.CROSSHEAD,),
        (Part.TITLE,),
        lambda place: 7.0 * bool(headings.PLAIN_DATE.fullmatch(place.line.text)),
    ),
    Rule(
        "a note or a first numbered section at the head of a story",
        (Part.CROSSHEAD,),
        (Part.TITLE, Part.BYLINE),
        lambda place: 7.0 * bool(headings.AT_THE_HEAD.match(place.line.text)),
    ),
    Rule(
        "a byline behind the lead of its story, a photographer below a caption within one",
        (Part.PARAGRAPH, Part.CROSSHEAD),
        (Part.CREDIT,),
        lambda place: 4.0 * (place.around.amid or place.around.pictured),
    ),
    Rule("a byline under the headline", (Part.BYLINE,), _HEADLINE, lambda place: 3.0),
    Rule(
        "a story goes on without a gap, a closing byline or a dateline",
        (Part.PARAGRAPH,),
        _INSIDE,
        lambda place: (
            -1.5 * place.line.far - 3.0 * _is_signed(place) - 1.0 * place.around.pictured - 6.0 * place.line.dateline
        ),
    ),
    Rule(
        "a paragraph ends before the next one",
        (Part.PARAGRAPH,),
        _INSIDE,
        lambda place: 0.0 if place.around.above_ends else -2.5,
    ),
    Rule(
        "the lines of a headline stand close",
        (Part.TITLE_LINE,),
        _HEADLINE,
        lambda place: 5.0 if place.line.tight else -4.0 * (place.line.apart and not _one_phrase(place)),
    ),
    Rule(
        "the lines of a sub-headline stand close",
        (Part.SUBTITLE,),
        (Part.SUBTITLE,),
        lambda place: 5.0 if place.line.tight else -4.0 * place.line.apart,
    ),
    Rule(
        "the lines of a headline are of one length",
        (Part.TITLE_LINE,),
        _HEADLINE,
        lambda place: 2.5 if _one_phrase(place) else 1.6 * (_alike(place) and _follows(place)),
    ),
    Rule(
        "a sub-headline is of another length",
        (Part.SUBTITLE,),
        (*_HEADLINE, Part.BYLINE),
        lambda place: 1.6 if _follows(place) and not _alike(place) else 0.0,
    ),
    Rule(
        "a sub-headline says more than its headline",
        (Part.SUBTITLE,),
        (Part.TITLE, Part.TITLE_LINE),
        _sub_headline,
    ),
    Rule(
        "so short a line is no headline over a longer one",
        (Part.SUBTITLE, Part.TITLE_LINE),
        (Part.TITLE,),
        lambda place: -1.5 * (place.longer > 0 and place.shorter_has < SHORTEST_TITLE),
    ),
    Rule(
        "a kicker stands apart from the headline", (Part.TITLE,), (Part.KICKER,), lambda place: -3.0 * place.line.tight
    ),
)

# A pair that the grammar does not know; it is taken only where a file's own roles leave no choice.
NEVER = -1e6


@dataclass(frozen=True, slots=True)
class Ways:
    """How the parts that a line can be follow those that the line above can be.

    Parts above that cost a part the same stand together: most of them ask the same rules.
    """

    rules: tuple[Callable[[Place], float], ...]  # that tell anything between these parts
    # For each that the line can be: (cost, places of its rules in ``rules``, places of these parts above).
    below: tuple[tuple[tuple[float, tuple[int, ...], tuple[int, ...]], ...], ...]


@cache
def ways(parts: tuple[Part, ...], above: tuple[Part | None, ...]) -> Ways:
    """The ways from the parts above to these; a part that may follow none of them costs what is never taken."""
    asked = tuple(
        rule for rule in RULES if not set(rule.parts).isdisjoint(parts) and not set(rule.above).isdisjoint(above)
    )
    below = []
    for part in parts:
        known = tuple(one for one in PRECEDES[part] if one in above)
        priced = [(_price(part, one, asked), one) for one in known] if known else [((NEVER, ()), one) for one in above]
        same = groupby(priced, key=itemgetter(0))
        below.append(tuple((*price, tuple(above.index(one) for _, one in pairs)) for price, pairs in same))
    return Ways(tuple(rule.points for rule in asked), tuple(below))


def _price(part: Part, above: Part | None, asked: Sequence[Rule]) -> tuple[float, tuple[int, ...]]:
    """What a pair costs, and which of the rules speak of it."""
    speaking = (place for place, rule in enumerate(asked) if part in rule.parts and above in rule.above)
    return FOLLOWS[above][part], tuple(speaking)


# The points of a part below each of these parts, which are told by their places among those above.
Link = tuple[float, tuple[int, ...]]


def links(place: Place, parts: tuple[Part, ...], above: tuple[Part | None, ...]) -> list[list[Link]]:
    """The points of each of the parts that a place can be, below a line that can be each of ``above``."""
    if place.certain:
        line = place.line
        return _certain_links(parts, above, line.far, line.tight, line.apart, line.dateline)
    return _links(place, parts, above)


@cache
def _certain_links(
    parts: tuple[Part, ...], above: tuple[Part | None, ...], far: bool, tight: bool, apart: bool, dateline: bool
) -> list[list[Link]]:
    """The same for all places that stand alike and tell no more."""
    return _links(certain_place(Line("", 1, far, tight, apart, dateline=dateline), parts), parts, above)


def _links(place: Place, parts: tuple[Part, ...], above: tuple[Part | None, ...]) -> list[list[Link]]:
    way = ways(parts, above)
    told = [rule(place) for rule in way.rules]
    found = []
    for shape, prices in zip(place.shapes.values(), way.below, strict=True):
        linked = []
        for cost, speaking, ones in prices:
            total = cost + shape
            for rule in speaking:
                total += told[rule]
            linked.append((total, ones))
        found.append(linked)
    return found
