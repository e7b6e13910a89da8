"""The characters of a page: those that print nothing are dropped, those that nobody can read are pointed out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from duidu.errors import PageError
from duidu.importers.source import SourceLine
from duidu.model import Decision, SourceRef

# Control characters: where they stand, a file is damaged, or no text.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UNPRINTED = {
    "\xad": "soft hyphen",
    "\u200b": "zero width space",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\ufffc": "place of a picture",
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "mark of direction"),
}
_UNPRINTED_CLASS = re.compile(f"[{''.join(_UNPRINTED)}]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# What nobody can read: C1 controls, private fonts, no characters, the mark of an earlier bad decoding.
_DOUBTFUL = re.compile(r"[\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]")

# As many characters of a kind are named; a line of a private font holds many.
_NAMED = 3


def check_control(text: str, path: str, first_line: int = 1) -> None:
    """Raise PageError at the first control character of a text whose lines end with ``\\n``."""
    control = CONTROL.search(text)
    if control is not None:
        line = first_line + text.count("\n", 0, control.start())
        message = f"this is not text: it holds the control character U+{ord(control.group()):04X}."
        raise PageError(message, hint="export the text again, or take the character out.", ref=SourceRef(path, line))


def checked(lines: Iterable[SourceLine], path: str) -> tuple[tuple[SourceLine, ...], tuple[Decision, ...]]:
    """The lines without what prints nothing, and what to tell a person of their characters.

    >>> page = (SourceLine("David\\xad Ku", 3, 0, False), SourceLine("来\\ue123了", 4, 0, False))
    >>> lines, remarks = checked(page, "p")
    >>> lines[0].text, *(f"{remark.ref}: {remark.what}: {remark.reason}" for remark in remarks)
    ('David Ku',
     'p:3: dropped: U+00AD, soft hyphen, prints nothing; 1 on this page',
     'p:4: doubtful character: U+E123 is a character of a private font')
    """
    kept: list[SourceLine] = []
    doubtful: list[Decision] = []
    dropped: dict[str, list[int]] = {}  # character ─▶ the line of each
    gap = 0  # of lines that held nothing else
    for line in lines:
        check_control(line.text, path, line.number)
        for char in _UNPRINTED_CLASS.findall(line.text):
            dropped.setdefault(char, []).append(line.number)
        text = _UNPRINTED_CLASS.sub("", line.text).strip()
        if not text:
            gap += line.gap + 1
            continue
        kept.append(line if text == line.text and not gap else replace(line, text=text, gap=line.gap + gap))
        gap = 0
        if _DOUBTFUL.search(text):
            doubtful.append(_doubtful(text, SourceRef(path, line.number)))
    return tuple(kept), (*(_dropped(char, numbers, path) for char, numbers in dropped.items()), *doubtful)


def _dropped(char: str, numbers: Sequence[int], path: str) -> Decision:
    reason = f"U+{ord(char):04X}, {_UNPRINTED[char]}, prints nothing; {len(numbers)} on this page"
    return Decision(SourceRef(path, numbers[0]), "dropped", "", reason, 1.0)


def _doubtful(text: str, ref: SourceRef) -> Decision:
    chars = sorted(set(_DOUBTFUL.findall(text)), key=lambda char: (_doubt(char), char))
    reason = "; ".join(_are(list(same), doubt) for doubt, same in groupby(chars, key=_doubt))
    at = text.index(chars[0])
    return Decision(ref, "doubtful character", text[max(at - 10, 0) : at + 10], reason, 0.0)


def _are(chars: Sequence[str], what: str) -> str:
    named = ", ".join(f"U+{ord(char):04X}" for char in chars[:_NAMED])
    more = f" and {len(chars) - _NAMED} more" if len(chars) > _NAMED else ""
    return f"{named}{more} {'are each' if len(chars) > 1 else 'is'} {what}"


def _doubt(char: str) -> str:
    if char == "\ufffd":
        return "the mark of a character that an earlier program could not decode"
    if char <= "\x9f":
        return "a control character, no character that prints"
    return "a character of a private font" if _PRIVATE.match(char) else "no character"
