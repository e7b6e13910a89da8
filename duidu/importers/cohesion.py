"""Whether the text after a line goes on with the subject of the text before it.

Lexical cohesion (Hearst, *TextTiling*, 1997): passages about one thing share their words. Pairs of neighbouring
characters stand for words, so that names and terms no dictionary has count as well.
"""

from __future__ import annotations

import re
from collections.abc import Set

# As many characters before and after a line are compared.
BEFORE, AFTER = 600, 300
# With fewer pairs on one side there is nothing to compare.
LEAST_PAIRS = 40
# Where the share of common pairs tells nothing: most new stories lie below, most crossheads above.
NEUTRAL = 0.052

# A pair begins at each character of a run, and so within the pair before it.
_PAIRS, _WORDS = re.compile(r"(?=([\u3400-\u9fff]{2}))"), re.compile(r"[A-Za-z]{2,}")


def pairs(text: str) -> frozenset[str]:
    """Neighbouring Han characters, and Latin words.

    >>> sorted(pairs("小桥，小桥GPU"))
    ['GPU', '小桥']
    """
    return frozenset(_PAIRS.findall(text) + _WORDS.findall(text))


def cohesion(before: Set[str], after: Set[str]) -> float | None:
    """Common pairs as a share of all (0–1, the cosine of the two sets); None where there is too little text.

    >>> cohesion(pairs("小桥通车了"), pairs("小桥"))
    """
    if len(before) < LEAST_PAIRS or len(after) < LEAST_PAIRS:
        return None
    return len(before & after) / float((len(before) * len(after)) ** 0.5)
