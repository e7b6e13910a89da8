"""Whether the text after a line goes on with the subject of the text before it.

Lexical cohesion (Hearst, *TextTiling*, 1997): passages about one thing share their words. Pairs of neighbouring
characters stand for words, so that names and terms no dictionary has count as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import accumulate

# As many characters before and after a line are compared.
BEFORE, AFTER = 600, 300
# Shorter lines say nothing of what a text is about.
SHORTEST_TELLING = 12
# So many lines above and below are looked through for those that tell.
MOST_LINES = 60
# With fewer pairs on one side there is nothing to compare.
LEAST_PAIRS = 40
# Where the share of common pairs tells nothing: most new stories lie below, most crossheads above.
NEUTRAL = 0.052

# A pair begins at each character of a run, and so within the pair before it: one pattern finds those that begin at the
# first character of a run, the third and so on, the other those between them.
_HAN = r"[\u3400-\u9fff]"
_WORDS, _BETWEEN = re.compile(rf"{_HAN}{{2}}|[A-Za-z]{{2,}}"), re.compile(rf"(?<={_HAN}){_HAN}{{2}}")


def pairs(text: str) -> frozenset[str]:
    """Neighbouring Han characters, and Latin words.

    >>> sorted(pairs("小桥，小桥GPU"))
    ['GPU', '小桥']
    """
    return frozenset(_words(text))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text) + _BETWEEN.findall(text)


def cohesion(before: Set[str], after: Set[str]) -> float | None:
    """Common pairs as a share of all (0–1, the cosine of the two sets); None where there is too little text.

    >>> cohesion(pairs("小桥通车了"), pairs("小桥"))
    """
    if len(before) < LEAST_PAIRS or len(after) < LEAST_PAIRS:
        return None
    return len(before & after) / float((len(before) * len(after)) ** 0.5)


class Passages:
    """The pairs of the text above and below the lines of a page, near them and as much of it as tells.

    The lines have to be asked for from the top down.

    >>> page = Passages(["小桥昨天下午就要建成通车了", "老井", "小桥上挤满了前来看热闹的人"])
    >>> above, below = page.around(1, 2)
    >>> sorted(above & below)
    ['小桥']
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text for text in texts if len(text) > SHORTEST_TELLING]
        self._pairs: list[list[str]] = [[]] * len(self._texts)
        self._read = 0
        # How many of these stand above each line of the page, and how long the first of them are.
        self._above = [0, *accumulate([len(text) > SHORTEST_TELLING for text in texts])]
        self._length = [0, *accumulate(map(len, self._texts))]

    def around(self, line: int, below: int) -> tuple[Set[str], Set[str]]:
        """The pairs of the text above a line, and of the text from the line ``below`` on."""
        end, start = self._above[line], self._above[below]
        enough = bisect_right(self._length, self._length[end] - BEFORE) - 1
        first = max(enough, self._above[max(0, line - MOST_LINES)])
        enough = bisect_left(self._length, self._length[start] + AFTER)
        last = min(enough, self._above[min(len(self._above) - 1, below + MOST_LINES)])
        for place in range(max(first, self._read), last):
            self._pairs[place] = _words(self._texts[place])
        self._read = max(self._read, last)
        return set().union(*self._pairs[first:end]), set().union(*self._pairs[start:last])
