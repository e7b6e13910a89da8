"""Joining and measuring lines of Chinese text."""

from __future__ import annotations

import re

HAN = r"㐀-䶿一-鿿豈-﫿〇\U00020000-\U000323AF"
_HAN = re.compile(f"[{HAN}]")


def join_lines(before: str, after: str) -> str:
    """Two pieces of one paragraph: Latin words keep a space between them, Chinese has none.

    >>> join_lines("said David", "Ku 说")
    'said David Ku 说'
    >>> join_lines("全市上下深", "刻领悟")
    '全市上下深刻领悟'
    """
    latin = re.search(r"[A-Za-z0-9]$", before) and re.match(r"[A-Za-z0-9]", after)
    number = before[-1:].isdigit() and after[:1].isdigit()
    return before + (" " if latin and not number else "") + after


def count_han(text: str) -> int:
    """The number of Han characters, the usual measure of a Chinese text's length.

    >>> count_han("共4000余斤。")
    3
    """
    return len(_HAN.findall(text))


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    return _HAN.search(text) is not None
