"""A word that the dictionary does not have ─▶ the fewest parts that it has: 党员|干部, 楼栋|长, 副|总经理."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What a part costs: a word, an affix in its place, a character. Fewer parts win, an affix over another character; of
# ways that cost the same the one that begins with the shorter part, as a verb does before its object (放|风筝).
_WORD, _AFFIX, _CHARACTER = 10, 11, 19
LONGEST_PART = 8
LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word; ``affix`` is what it says as the first or last part of a word, or ""."""

    text: str
    affix: str = ""


def split(word: str, known: Callable[[str], bool]) -> tuple[Part, ...]:
    """The parts of a word; none where a character is unknown, or where there is but one.

    >>> words = {"总", "经理", "经", "理", "总经理", "副", "楼", "长"}.__contains__
    >>> [part.text for part in split("副总经理", words)], split("楼长", words)
    (['副', '总经理'], (Part(text='楼', affix=''), Part(text='长', affix='')))
    >>> split("桥长", words)
    ()
    """
    if not 1 < len(word) <= LONGEST_WORD:
        return ()
    best: list[tuple[int, tuple[Part, ...]] | None] = [None] * len(word) + [(0, ())]
    for start in range(len(word) - 1, -1, -1):
        ends = range(start + 1, min(len(word), start + LONGEST_PART) + 1)
        found = (_with(word, start, end, best[end], known) for end in ends if (start, end) != (0, len(word)))
        best[start] = min(filter(None, found), key=lambda item: (item[0], len(item[1][0].text)), default=None)
    return best[0][1] if best[0] else ()


def _with(
    word: str, start: int, end: int, rest: tuple[int, tuple[Part, ...]] | None, known: Callable[[str], bool]
) -> tuple[int, tuple[Part, ...]] | None:
    """What stands before the rest of a word, and what it costs with it."""
    text = word[start:end]
    if rest is None or not known(text):
        return None
    affix = _affix(word, start, end)
    cost = _AFFIX if affix else _CHARACTER if len(text) == 1 else _WORD
    return rest[0] + cost, (Part(text, affix), *rest[1])


def _affix(word: str, start: int, end: int) -> str:
    """What a part says by its place in the word, or ""."""
    text = word[start:end]
    if start == 0:
        return affixes("before").get(text, "")
    if end < len(word):
        return ""
    return affixes("after").get(text, "") or (affixes("ending").get(text, "") if start > 1 else "")


@cache
def affixes(place: str) -> dict[str, str]:
    """What builds words ``before`` or ``after`` others, or as the ``ending`` of longer ones.

    >>> affixes("before")["副"], affixes("after")["化"]
    ('deputy', '-ization')
    """
    lines = files("duidu.annotators").joinpath("affixes.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {affix: says for where, affix, says in rows if where == place}
