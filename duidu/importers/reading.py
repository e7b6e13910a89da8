"""Which part of its page each line is: the reading that all clues together speak for most.

A page is read as a whole: what a line is depends on what stands above and below it (a kicker needs a headline, a
crosshead needs text). ``evidence`` weighs each line, ``grammar`` each pair of lines, and the best reading is found
top down in one pass (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import exp, inf
from operator import add, itemgetter

from duidu.importers import forms, headings
from duidu.importers.evidence import Place, evidence
from duidu.importers.grammar import LAST, NEVER, STARTS, Link, links
from duidu.importers.line import RUNNING, Line, Part, ends
from duidu.importers.source import CutsWord

# A page does not stop in the middle of a sentence.
STOPS_SHORT = -4.0
# Of the decisions that nothing speaks against so many are right; from there down the logistic scale holds, measured on
# the pages that the weights were set on.
SUREST = 0.99
# A margin from which on the logistic scale says so.
SURE = 5.0
# How sure it is that a heading under a label for briefs is a headline.
BRIEF = 0.8
# Weaker clues are no reason to tell; of the others the strongest three are.
WEAK, MOST_REASONS = 0.5, 3


@dataclass(slots=True)
class Reading:
    """What a line is, how surely (0–1), the clues that spoke for it most, and what it is if it is not that."""

    part: Part
    confidence: float
    reasons: tuple[str, ...]
    otherwise: Part | None = None


def read_lines(lines: Sequence[Line], cuts_word: CutsWord) -> list[Reading]:
    """The best reading of a page, one a line; ``cuts_word`` tells whether a word goes across a break.

    >>> lines = [Line("老井又有了水", far=True), Line("昨天，村里的老井修好了。")]
    >>> [reading.part.value for reading in read_lines(lines, lambda above, below: False)]
    ['headline', 'paragraph']
    """
    places = evidence(lines, cuts_word)
    parts = [tuple(place.shapes) for place in places]
    links = _links(places, parts)
    upto, origins = _from_the_top(links)
    on = _from_the_foot(links, parts, lines)
    whole = [list(map(add, down, up)) for down, up in zip(upto, on, strict=True)]
    readings = []
    above: Part | None = None
    for place, can_be, points, best in zip(places, parts, whole, _traced(whole, origins), strict=True):
        part, otherwise, confidence = can_be[best], None, SUREST
        if len(can_be) > 1:
            most, points[best] = points[best], -inf
            second = max(points)
            otherwise, confidence = can_be[points.index(second)], _confidence(most, second)
        readings.append(Reading(part, confidence, _reasons(place, part, above), otherwise))
        above = part
    return _with_briefs(lines, readings)


def _with_briefs(lines: Sequence[Line], readings: list[Reading]) -> list[Reading]:
    """Under a label like 简讯, a heading over one paragraph is a headline, if all headings there are such."""
    found = list(readings)
    for index, reading in enumerate(readings):
        if reading.part is not Part.SECTION or not headings.BRIEFS.fullmatch(forms.closed_up(lines[index].text)):
            continue
        end = next((n for n in range(index + 2, len(readings)) if _ends_briefs(lines[n], readings[n])), len(readings))
        heads = [n for n in range(index + 1, end) if readings[n].part in (Part.TITLE, Part.CROSSHEAD)]
        paragraphs = [n for n in range(index + 1, end) if readings[n].part is Part.PARAGRAPH]
        if all(head < text for head, text in zip_longest(heads, paragraphs, fillvalue=-1)) and all(
            text < head for text, head in zip(paragraphs, heads[1:], strict=False)
        ):
            for head in heads[1:]:
                found[head] = Reading(Part.TITLE, BRIEF, ("one of several briefs under a label",))
    return found


def _ends_briefs(line: Line, reading: Reading) -> bool:
    return line.far or (reading.part in STARTS and reading.part is not Part.TITLE)


# For each line, and for each part that it can be: the points of that below what the line above can be then. In these
# lists a part is known by its place among those that its line can be: they are read faster than dictionaries.
_Links = list[list[list[Link]]]
_Scores = list[list[float]]


def _links(places: Sequence[Place], parts: Sequence[tuple[Part, ...]]) -> _Links:
    above: Iterable[tuple[Part | None, ...]] = ((None,), *parts)
    return [links(place, can_be, over) for place, can_be, over in zip(places, parts, above, strict=False)]


def _from_the_top(links: _Links) -> tuple[_Scores, list[list[int]]]:
    """The points of the best reading down to each part of each line, and what stands above that part in it."""
    upto: _Scores = []
    origins: list[list[int]] = []
    so_far = [0.0]
    for link in links:
        now, back = [], []
        for below in link:
            best, origin = -inf, 0
            for pair, aboves in below:
                for above in aboves:
                    points = so_far[above] + pair
                    if points > best:
                        best, origin = points, above
            now.append(best)
            back.append(origin)
        upto.append(now)
        origins.append(back)
        so_far = now
    return upto, origins


def _from_the_foot(links: _Links, parts: Sequence[tuple[Part, ...]], lines: Sequence[Line]) -> _Scores:
    """The points of the best reading from below each part of each line down to the end."""
    if not lines:
        return []
    below = [_at_the_end(part, lines[-1]) for part in parts[-1]]
    on = [below]
    for can_be, link in zip(parts[-2::-1], links[:0:-1], strict=True):
        now = [2 * NEVER] * len(can_be)
        for rest, linked in zip(below, link, strict=True):
            for pair, aboves in linked:
                points = pair + rest
                for above in aboves:
                    if points > now[above]:
                        now[above] = points
        on.append(now)
        below = now
    return on[::-1]


def _at_the_end(part: Part, line: Line) -> float:
    if part in RUNNING:
        return 0.0 if ends(line.text) else STOPS_SHORT
    return 0.0 if part in LAST else NEVER


def _traced(whole: _Scores, origins: Sequence[Sequence[int]]) -> list[int]:
    """The parts of the best reading, traced from the last line back to the first."""
    part = whole[-1].index(max(whole[-1])) if whole else 0
    parts = []
    for back in reversed(origins):
        parts.append(part)
        part = back[part]
    return parts[::-1]


def _confidence(best: float, second: float) -> float:
    """How far the best reading in which the line is anything else falls behind, on the logistic scale."""
    margin = best - second
    if margin > SURE:
        return SUREST
    return round(min(SUREST, 1 / (1 + exp(-max(-20.0, margin)))), 2)


def _reasons(place: Place, part: Part, above: Part | None) -> tuple[str, ...]:
    if place.certain and part is not Part.CONTINUATION:
        return ()
    found = [(weights[part], name) for name, weights in place.clues if part in weights]
    if part is Part.CONTINUATION:
        found.extend((weight, name) for name, weight in place.breaks)
    elif part in STARTS:
        found.append((2.0 if place.lead else 0.0, place.lead))
        if above is not None:
            found.extend((weight, name) for name, weight in place.openings)
        found.append((place.subject, "another subject"))
    elif part is Part.CROSSHEAD or part is Part.PARAGRAPH:
        found.append((-place.subject, "the same subject"))
    strong = [item for item in found if item[0] > WEAK]
    strong.sort(key=itemgetter(0), reverse=True)
    return tuple([name for _, name in strong[:MOST_REASONS]])
