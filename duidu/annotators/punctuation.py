"""Chinese punctuation ─▶ that of running pinyin, and the spaces about it.

GB/T 16159-2012, 6.7: the full stop is a small dot, the connecting mark a half-width hyphen, the ellipsis may be three
dots, 顿号 may be a comma; "the other marks follow GB/T 15834". So 《》 stay title marks: «» is their Latin form and,
unlike quotation marks, keeps a title apart from a quotation. ─ , . : ; ? ! ( ) “ ” take the spaces of Latin text.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache


class Side(Enum):
    """What a piece of a line wants on one of its sides."""

    WORD = "word"  # the space or hyphen that the marks say
    LATIN = "latin"  # the same, but nothing beside another Latin letter or digit
    CLOSING = "closing"  # nothing before it, a space after it
    OPENING = "opening"  # a space before it, nothing after it
    GLUED = "glued"  # nothing
    APART = "apart"  # a space


# Chinese signs over those of pinyin.
_CLOSING = dict(
    zip(
        "，、､。｡．；：︰？！）］｝】〕〗》〉”」﹂〞’』﹄…⋯％,.;:?!)]}»›%‰℃℉",
        ",,,...;::?!)]}]]]»›””””’’’……%,.;:?!)]}»›%‰℃℉",
        strict=True,
    )
)
_OPENING = dict(
    zip(
        "（［｛【〔〖《〈“「﹁〝‘『﹃￥＄([{«‹¥$€£№",
        "([{[[[«‹““““‘‘‘¥$([{«‹¥$€£№",
        strict=True,
    )
)
_DASHES = frozenset("—―─━⸺")
_HYPHENS = frozenset("-‐‑–－~～〜")
_DOTS = frozenset("·•・‧∙⋅･")
_ELLIPSES = frozenset("…⋯")
# Between Latin letters or digits these belong to them: 3.5, 10:30, don't; between all else these do.
_WITHIN = frozenset(".．,:：'’＆&+＋=＝*")
_JOINING = frozenset("/／\\＼_＿@＠")
_STRAIGHT = frozenset("\"'＂＇")
_NUMBERS = frozenset("〇零一二三四五六七八九十")
# What may stand otherwise by what is beside it; all else is known by itself.
BY_PLACE = _DASHES | _HYPHENS | _DOTS | _ELLIPSES | _WITHIN | _STRAIGHT
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def latin(text: str) -> str:
    """The text with full-width Latin letters, digits and signs as ordinary ones.

    >>> latin("Ａ４")
    'A4'
    """
    return text if text.isascii() else text.translate(_WIDE)


@lru_cache(maxsize=4096)
def is_latin(char: str) -> bool:
    """Whether it is a letter or a digit of plain text, of whatever width."""
    plain = latin(char)
    return plain.isascii() and plain.isalnum()


def written(text: str, place: int) -> tuple[str, Side, Side]:
    """How the sign at a place of the text is written in running pinyin, and what it wants before and after it.

    >>> written("好，", 1)
    (',', <Side.CLOSING: 'closing'>, <Side.CLOSING: 'closing'>)
    >>> written("3.5", 1), written("马克·吐温", 2)[0]
    (('.', <Side.GLUED: 'glued'>, <Side.GLUED: 'glued'>), '')
    """
    char = text[place]
    if char in BY_PLACE and (known := _by_place(text, place)):
        return known
    return _by_itself(char)


@lru_cache(maxsize=4096)
def _by_itself(char: str) -> tuple[str, Side, Side]:
    if char in _CLOSING:
        return _CLOSING[char], Side.CLOSING, Side.CLOSING
    if char in _OPENING:
        return _OPENING[char], Side.OPENING, Side.OPENING
    if char.isspace():
        return "", Side.APART, Side.APART
    if char in _JOINING:
        return latin(char), Side.GLUED, Side.GLUED
    if char == "°":
        return char, Side.CLOSING, Side.LATIN
    side = Side.LATIN if is_latin(char) else Side.WORD
    return latin(char), side, side


def _by_place(text: str, place: int) -> tuple[str, Side, Side] | None:
    """The same, for signs that have more than one use; None where this one's is its own."""
    char, before, after = text[place], text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    inside = bool(before and after) and is_latin(before) and is_latin(after)
    if char in _WITHIN and inside and (char != "：" or (before + after).isdigit()):
        return latin(char).replace("’", "'"), Side.GLUED, Side.GLUED
    if char in _DASHES | _HYPHENS:
        return _dash(char, before, after)
    if char in _DOTS:
        numbers = inside or (before in _NUMBERS and after in _NUMBERS)
        return ("·", Side.GLUED, Side.GLUED) if numbers else ("", Side.APART, Side.APART)
    if char in _ELLIPSES and before in _ELLIPSES:
        return "", Side.CLOSING, Side.CLOSING
    if char in _STRAIGHT:
        return _straight(text, place)
    return None


def _dash(char: str, before: str, after: str) -> tuple[str, Side, Side]:
    """A dash of two signs is one em dash; a single sign connects what is on both its sides (6.7: with a hyphen)."""
    if char in _DASHES and before in _DASHES:
        return "", Side.APART, Side.APART
    connects = before.isalnum() and after.isalnum()
    if connects:
        return "-", Side.GLUED, Side.GLUED
    if char in _DASHES:
        return "—", Side.APART, Side.APART
    return latin(char).replace("〜", "~"), Side.WORD, Side.GLUED


def _straight(text: str, place: int) -> tuple[str, Side, Side]:
    """A straight quotation mark: the first opens, the second closes."""
    sign = latin(text[place])
    opens = sum(latin(char) == sign for char in text[:place]) % 2 == 0
    side = Side.OPENING if opens else Side.CLOSING
    return sign, side, side
