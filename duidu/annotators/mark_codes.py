"""Marks of running pinyin as text, a letter each: the marks of a sentence are as long as it is, and cut like it.

``t`` (together), ``a`` (apart, after a space) and ``h`` (after a hyphen); the capital letter asks for a capital.
"""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import Mark

CODES = {
    Mark("", False): "t",
    Mark(" ", False): "a",
    Mark("-", False): "h",
    Mark("", True): "T",
    Mark(" ", True): "A",
    Mark("-", True): "H",
}
BEFORE = {code: mark.before for mark, code in CODES.items()}
CAPITALS = frozenset("TAH")
_MARKS = {code: mark for mark, code in CODES.items()}


def coded(marks: Iterable[Mark]) -> str:
    """The letters of marks.

    >>> coded([Mark("", True), Mark(), Mark(" ")])
    'Tta'
    """
    return "".join(map(CODES.__getitem__, marks))


def marks_of(codes: str) -> tuple[Mark, ...]:
    """The marks of letters.

    >>> marks_of("Th")
    (Mark(before='', capital=True), Mark(before='-', capital=False))
    """
    return tuple(map(_MARKS.__getitem__, codes))
