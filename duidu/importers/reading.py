"""Which part of its page each line is: the reading that all clues together speak for most.

A page is read as a whole: what a line is depends on what stands above and below it (a kicker needs a headline, a
crosshead needs text). ``evidence`` weighs each line, ``grammar`` each pair of lines, and the best reading is found
from the top in one pass (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from duidu.importers.evidence import Place, evidence
from duidu.importers.grammar import LAST, NEVER, PRECEDES, STARTS, points
from duidu.importers.line import RUNNING, Line, Part, ends
from duidu.importers.source import CutsWord

# A page does not stop in the middle of a sentence.
STOPS_SHORT = -4.0
# Weaker clues are no reason to tell; of the others the strongest three are.
WEAK, MOST_REASONS = 0.5, 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line is, how surely (0–1), and the clues that spoke for it most."""

    part: Part
    confidence: float
    reasons: tuple[str, ...]


def read_lines(lines: Sequence[Line], cuts_word: CutsWord) -> list[Reading]:
    """The best reading of a page, one a line; ``cuts_word`` tells whether a word goes across a break.

    >>> lines = [Line("老井又有了水", far=True), Line("昨天，村里的老井修好了。")]
    >>> [reading.part.value for reading in read_lines(lines, lambda above, below: False)]
    ['headline', 'paragraph']
    """
    places = evidence(lines, cuts_word)
    parts = _best(places)
    return [_reading(places, parts, index) for index in range(len(parts))]


def _best(places: Sequence[Place]) -> list[Part]:
    if not places:
        return []
    origins: list[dict[Part, Part | None]] = []
    scores: dict[Part | None, float] = {None: 0.0}
    for place in places:
        now: dict[Part | None, float] = {}
        back: dict[Part, Part | None] = {}
        for part in place.shapes:
            best, origin = None, None
            for above in [above for above in PRECEDES[part] if above in scores] or scores:
                total = scores[above] + points(place, above, part)
                if best is None or total > best:
                    best, origin = total, above
            now[part], back[part] = best or 0.0, origin
        scores = now
        origins.append(back)
    last = {part: score + _at_the_end(part, places[-1]) for part, score in scores.items() if part is not None}
    return _traced(max(last, key=last.__getitem__), origins)


def _at_the_end(part: Part, place: Place) -> float:
    if part in RUNNING:
        return 0.0 if ends(place.line.text) else STOPS_SHORT
    return 0.0 if part in LAST else NEVER


def _traced(part: Part | None, origins: list[dict[Part, Part | None]]) -> list[Part]:
    """The parts from the last line back to the first."""
    parts: list[Part] = []
    for back in reversed(origins):
        if part is not None:
            parts.append(part)
            part = back[part]
    return parts[::-1]


def _reading(places: Sequence[Place], parts: Sequence[Part], index: int) -> Reading:
    """How far the next best part of this line falls behind, its neighbours being what they are."""
    above = parts[index - 1] if index else None
    chosen = parts[index]

    def total(part: Part) -> float:
        below = points(places[index + 1], part, parts[index + 1]) if index + 1 < len(parts) else 0.0
        return points(places[index], above, part) + below

    others = [total(part) for part in places[index].shapes if part is not chosen]
    margin = total(chosen) - max(others, default=NEVER)
    confidence = 1 / (1 + exp(-max(-20.0, min(20.0, margin))))
    return Reading(chosen, round(confidence, 2), _reasons(places[index], chosen, above))


def _reasons(place: Place, part: Part, above: Part | None) -> tuple[str, ...]:
    found = [(weights.get(part, 0.0), name) for name, weights in place.clues]
    if part is Part.CONTINUATION:
        found.extend((weight, name) for name, weight in place.breaks)
    elif part in STARTS:
        found.append((2.0 if place.lead else 0.0, place.lead))
        found.extend((weight, name) for name, weight in place.openings if above is not None)
        found.append((place.subject, "another subject"))
    elif part in (Part.CROSSHEAD, Part.PARAGRAPH):
        found.append((-place.subject, "the same subject"))
    strong = sorted((item for item in found if item[0] > WEAK), key=lambda item: -item[0])
    return tuple(name for _, name in strong[:MOST_REASONS])
