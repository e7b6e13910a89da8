"""Joining and measuring lines of Chinese text."""

from __future__ import annotations

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U000323af"
_HAN = re.compile(f"[{HAN}]")


# Line ends that only Unicode knows: next line, line separator, paragraph separator.
_UNICODE_LINE_ENDS = "\x85\u2028\u2029"
# Characters without width that extraction leaves behind: zero width space, byte order mark.
INVISIBLE = "\u200b\ufeff"


def plain_lines(text: str) -> str:
    """The text with every line end as ``\\n``.

    >>> plain_lines("一\\u2028二")
    '一\\n二'
    """
    for end in _UNICODE_LINE_ENDS:
        text = text.replace(end, "\n")
    return text


def join_lines(before: str, after: str) -> str:
    """Two pieces of one paragraph: Latin words keep a space between them, Chinese has none.

    >>> join_lines("said David", "Ku 说")
    'said David Ku 说'
    >>> join_lines("全市上下深", "刻领悟")
    '全市上下深刻领悟'
    """
    if not (before[-1:].isascii() and _LATIN_START.match(after) and _LATIN_END.search(before)):
        return before + after
    number = _NUMBER_END.search(before) and after[0].isdigit()
    return before + ("" if number else " ") + after


_LATIN_END = re.compile(r"[A-Za-z0-9]$|[A-Za-z][.,;:!?\"')]+$")
_LATIN_START = re.compile(r"[A-Za-z0-9]|[\"'(][A-Za-z]")
_NUMBER_END = re.compile(r"\d$")


_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def without_controls(text: str) -> str:
    """A text without the control characters that a PO file cannot hold; tabs and line ends stay.

    >>> without_controls("桥\\x02通\\t了")
    '桥通\\t了'
    """
    return _NO_TEXT.sub("", text)


def one_line(text: str) -> str:
    """A text in one line, with single spaces and without control characters, as a PO file can hold it.

    >>> one_line(" The bridge\\n\\x02 opened. ")
    'The bridge opened.'
    """
    return " ".join(_CONTROL.sub(" ", text).split())


def count_han(text: str) -> int:
    """The number of Han characters, the usual measure of a Chinese text's length.

    >>> count_han("共4000余斤。")
    3
    """
    return len(_HAN.findall(text))


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    # Most texts that are asked begin with one.
    return "一" <= text[:1] <= "\u9fff" or _HAN.search(text) is not None
