"""Whether the text after a line goes on with the subject of the text before it.

Lexical cohesion (Hearst, *TextTiling*, 1997): passages about one thing share their words. Pairs of neighbouring
characters stand for words, so that names and terms no dictionary has count as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate
from math import log

# As many characters before and after a line are compared.
BEFORE, AFTER = 600, 300
# Shorter lines say nothing of what a text is about.
SHORTEST_TELLING = 12
# So many lines above and below are looked through for those that tell.
MOST_LINES = 60
# With fewer pairs on one side there is nothing to compare.
LEAST_PAIRS = 40
# A passage whose pairs count once has more characters than this, or fewer on a page that has not so many such.
PASSAGE, FEWEST_PASSAGES = 250, 4
# Of what is no page any more, but a whole volume, so many characters tell what is rare.
LONGEST_SAMPLE = 60_000
# Where the share of common pairs tells nothing: most new stories lie below, most crossheads above.
NEUTRAL = 0.019

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


class Rarities(dict[str, float]):
    """How much the pairs of a page tell: the square of the logarithm of how few of its passages have them (inverse
    document frequency: Spärck Jones, 1972). What a paper says in every story tells no subject.

    ``passages`` are the pairs of each; a pair that none of them has is as rare as one that a single one has.

    >>> found = Rarities([["小桥", "记者"], ["老井", "记者"]])
    >>> found["小桥"] == found["学校"] > found["记者"]
    True
    """

    def __init__(self, passages: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        many = 0
        for many, passage in enumerate(passages, start=1):  # noqa: B007
            counts.update(set(passage))
        weights = [log((many + 1) / max(1, count)) ** 2 for count in range(many + 1)]
        super().__init__({pair: weights[count] for pair, count in counts.items()})
        self._rarest = weights[0]

    def __missing__(self, pair: str) -> float:
        return self._rarest

    def of(self, pairs: Iterable[str]) -> float:
        """How much the pairs tell together."""
        return sum(map(self.__getitem__, pairs))


class Passages:
    """The pairs of the text above and below the lines of a page, near them and as much of it as tells.

    The lines have to be asked for from the top down.

    >>> page = Passages(["小桥昨天下午就要建成通车了", "老井", "小桥上挤满了前来看热闹的人"])
    >>> above, below, share = page.around(1, 2)
    >>> sorted(above & below), share
    (['小桥'], None)
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text for text in texts if len(text) > SHORTEST_TELLING]
        # How many of these stand above each line of the page, and how long the first of them are.
        self._above = [0, *accumulate([len(text) > SHORTEST_TELLING for text in texts])]
        self._length = [0, *accumulate(map(len, self._texts))]
        first = bisect_left(self._length, LONGEST_SAMPLE)
        self._pairs = list(map(_words, self._texts[:first]))
        self._rarities = Rarities(self._passages())
        self._weights: dict[int, float] = {}

    def _passages(self) -> Iterator[list[str]]:
        """The pairs of the beginning of a page, so many lines of it at once as make a passage."""
        enough = min(PASSAGE, self._length[-1] // FEWEST_PASSAGES)
        passage: list[str] = []
        begun = 0
        for place, pairs in enumerate(self._pairs, start=1):
            passage += pairs
            if self._length[place] - begun > enough:
                yield passage
                passage, begun = [], self._length[place]
        if passage:
            yield passage

    def around(self, line: int, below: int) -> tuple[Set[str], Set[str], float | None]:
        """The pairs of the text above a line, those of the text from the line ``below`` on, and their cohesion: common
        pairs as a share of all, each as heavy as it is rare on its page (0–1, nearly the cosine of the two texts: a
        pair that comes in several lines of one of them counts in each); None where there is too little text.
        """
        end, start = self._above[line], self._above[below]
        enough = bisect_right(self._length, self._length[end] - BEFORE) - 1
        first = max(enough, self._above[max(0, line - MOST_LINES)])
        enough = bisect_left(self._length, self._length[start] + AFTER)
        last = min(enough, self._above[min(len(self._above) - 1, below + MOST_LINES)])
        self._read(first, last)
        before, after = set().union(*self._pairs[first:end]), set().union(*self._pairs[start:last])
        if len(before) < LEAST_PAIRS or len(after) < LEAST_PAIRS:
            return before, after, None
        whole = self._weight(first, end) * self._weight(start, last)
        return before, after, self._rarities.of(before & after) / whole**0.5

    def _read(self, first: int, last: int) -> None:
        """Of what is no page any more, but a whole volume, no more than is asked for is read."""
        read = len(self._pairs)
        self._pairs += [[]] * (first - read)
        self._pairs += map(_words, self._texts[max(first, read) : last])

    def _weight(self, first: int, last: int) -> float:
        """How much the pairs of some lines tell."""
        for place in range(first, last):
            if place not in self._weights:
                self._weights[place] = self._rarities.of(set(self._pairs[place]))
        return sum([self._weights[place] for place in range(first, last)])
