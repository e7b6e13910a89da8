"""Text that an earlier program decoded wrongly (mojibake), and which decoding it should have been.

Chinese that is read in the wrong encoding is full of characters that hardly any text has. Where going back to the bytes
and reading them another way gives common ones, that is what the page said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from duidu.model import Decision, SourceRef
from duidu.text import count_han

# A text with fewer common characters than this is Chinese in no encoding.
PLAUSIBLE = 0.6
# How far the share of common characters stays behind in any other encoding than the right one.
APART = 0.25
# So many characters tell as much as the whole page does.
SAMPLE = 4096
# From so many characters on a share tells, and right Chinese has no smaller one than this.
ENOUGH, COMMON = 16, 0.85

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# What Western encodings read two bytes of Chinese as, or one and a letter: ÀÏ¾®, ¦Ñ¤«.
_WESTERN = "\x80-\xff" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_GARBLED = re.compile(rf"[{_WESTERN}][{_WESTERN}@-~]{{3,}}")
_LETTERS = re.compile(r"[@-~]")
_MOST_LETTERS = 0.4
_QUOTED = 20
# How a text was decoded ─▶ how it should have been.
_FROM_WESTERN = tuple((wrong, right) for wrong in ("cp1252", "latin-1") for right in ("utf-8", "gb18030", "big5hkscs"))
_FROM_CHINESE = (
    ("gb18030", "utf-8"),
    ("gb18030", "big5hkscs"),
    ("big5hkscs", "gb18030"),
    ("big5hkscs", "utf-8"),
)
_NAMES = {
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
}


def beyond_ascii(text: str) -> str:
    """The first characters of a text that are no ASCII, as many as tell what it is.

    >>> beyond_ascii("<p>他来了。</p>")
    '他来了。'
    """
    return "".join(_BEYOND_ASCII.findall(text))[:SAMPLE]


def common_share(chars: str) -> float:
    """The share of common characters.

    >>> common_share("他來了"), common_share("佡來")
    (1.0, 0.5)
    """
    return 1 - len(_uncommon().findall(chars)) / len(chars) if chars else 1.0


@cache
def _uncommon() -> re.Pattern[str]:
    """What is not among the signs and the first level of the two national sets: the characters of everyday use."""
    simplified = (bytes((lead, trail)) for lead in range(0xA1, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = (bytes((lead, trail)) for lead in range(0xA1, 0xC7) for trail in range(0x40, 0xFF))
    texts = [b"".join(simplified).decode("gb2312", "ignore")]
    texts.extend(code.decode("big5", "ignore") for code in traditional)
    return re.compile("[^" + re.escape("".join(set("".join(texts)) - {chr(code) for code in range(0x80)})) + "]")


def remarks(text: str, path: str) -> Iterator[Decision]:
    """What to tell a person of a text that was decoded wrongly before it came here: what it says, and how to get it.

    >>> [(remark.text, remark.reason) for remark in remarks("ÀÏÇÅÍ¨³µ", "p.txt")]
    [('ÀÏÇÅÍ¨³µ', 'it says 老桥通车: it is GB18030 that was opened as Windows-1252; open the original as GB18030')]
    """
    if found := _chinese(text) or _western(text):
        wrong, right = _NAMES[found.wrong], _NAMES[found.right]
        reason = (
            f"it says {found.said[:_QUOTED]}: it is {right} that was opened as {wrong}; open the original as {right}"
        )
        ref = SourceRef(path, text.count("\n", 0, found.at) + 1)
        yield Decision(ref, "wrongly decoded", found.garbled[:_QUOTED], reason, 0.0)


@dataclass(frozen=True, slots=True)
class _Misread:
    """What was decoded wrongly and where, how, how it should have been, and what it says then."""

    at: int
    garbled: str
    wrong: str
    right: str
    said: str


def _chinese(text: str) -> _Misread | None:
    """A text that is Chinese all over, but no Chinese that anybody writes."""
    chars = beyond_ascii(text)
    share = common_share(chars)
    if len(chars) < ENOUGH or share >= COMMON:
        return None
    at = text.index(chars[0])
    readings = [
        _Misread(at, chars, *pair, _read_again(chars, *pair, lost="replace", cut="replace")) for pair in _FROM_CHINESE
    ]
    best = max(readings, key=lambda reading: common_share(reading.said))
    return best if _is_mostly_han(best.said) and common_share(best.said) >= share + APART else None


def _western(text: str) -> _Misread | None:
    """The first run of Western letters that is Chinese."""
    for match in _GARBLED.finditer(text):
        run = match.group()
        if len(_LETTERS.findall(run)) > _MOST_LETTERS * len(run):
            continue
        for wrong, right in _FROM_WESTERN:
            # A run may begin or end within a character of three bytes.
            said = _read_again(run, wrong, right, cut="ignore" if right == "utf-8" else "strict")
            if _is_mostly_han(said) and common_share(beyond_ascii(said)) == 1:
                return _Misread(match.start(), run, wrong, right, said)
    return None


def _is_mostly_han(text: str) -> bool:
    return count_han(text) >= max(2, len(text) // 2)


def _read_again(text: str, wrong: str, right: str, *, lost: str = "strict", cut: str = "strict") -> str:
    """A text decoded another way; ``lost``: of what that encoding lacks, ``cut``: of what is none of the other's."""
    try:
        return text.encode(wrong, lost).decode(right, cut)
    except UnicodeError:
        return ""
