"""The characters of a page: those that print nothing are dropped, radicals become the characters that they stand for,
and what nobody can read is pointed out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from duidu.errors import PageError
from duidu.importers.source import SourceLine
from duidu.model import Decision, SourceRef

# Control characters: where many stand, a file is damaged, or no text; in a long text a stray one is dropped. Some
# programs fill lines up with NULs, which tells nothing of the text before.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PADDING = re.compile(r"(?<=[^\s\x00-\x1f\x7f])\x00{2,}$", re.MULTILINE)
ONE_IN = 500
_UNPRINTED = {
    **{char: "control character" for char in map(chr, range(0x80)) if CONTROL.match(char)},
    "\xad": "soft hyphen",
    "\u200b": "zero width space",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\ufffc": "place of a picture",
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "mark of direction"),
}
_UNPRINTED_CLASS = re.compile(f"[{re.escape(''.join(_UNPRINTED))}]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# What nobody can read: C1 controls, private fonts, no characters, the mark of an earlier bad decoding.
_DOUBTFUL = re.compile(r"[\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]")

# Fonts name many a character by the radical that looks like it: ⽔ (U+2F54) is to be 水 (U+6C34). For the radicals of
# Kangxi the normal form is that character; for those of the supplement, from U+2E81 on, Unicode has a list
# (EquivalentUnifiedIdeograph.txt of version 14; U+2E9A is no character).
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉"
    "𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
RADICALS = {**_KANGXI, **dict(enumerate(_SUPPLEMENT, start=0x2E81))}
_RADICAL = re.compile("[\u2e81-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5]")

# Most pages hold none of these, and one look tells.
_UNUSUAL = re.compile("|".join(kind.pattern for kind in (CONTROL, _UNPRINTED_CLASS, _DOUBTFUL, _RADICAL)))

# As many characters of a kind are named; a line of a private font holds many.
_NAMED = 3


def check_control(text: str, path: str, first_line: int = 1) -> None:
    """Raise PageError at the first control character of a text whose lines end with ``\\n``, if it has too many."""
    control = CONTROL.search(text)
    if control is not None and _too_many(text):
        line = first_line + text.count("\n", 0, control.start())
        message = f"this is not text: it holds the control character U+{ord(control.group()):04X}."
        raise PageError(message, hint="export the text again, or take the character out.", ref=SourceRef(path, line))


def _too_many(text: str) -> bool:
    return len(CONTROL.findall(_PADDING.sub("", text))) * ONE_IN > len(text)


def checked(lines: Sequence[SourceLine], path: str) -> tuple[tuple[SourceLine, ...], tuple[Decision, ...]]:
    """The lines without what prints nothing and without radicals, and what to tell a person of their characters.

    >>> page = (SourceLine("David\\xad Ku", 3, 0, False), SourceLine("⽔来\\ue123了", 4, 0, False))
    >>> lines, remarks = checked(page, "p")
    >>> [line.text for line in lines]
    ['David Ku', '水来\ue123了']
    >>> for remark in remarks: print(f"{remark.ref}: {remark.what}: {remark.reason}")
    p:3: dropped: U+00AD, soft hyphen, prints nothing; 1 on this page
    p:4: replaced: ⽔ (U+2F54) by 水: a radical that stands for a character; 1 on this page
    p:4: doubtful character: U+E123 is a character of a private font
    """
    text = "\n".join(line.text for line in lines)
    if not _UNUSUAL.search(text):
        return tuple(lines), ()
    strict = _too_many(text)
    kept: list[SourceLine] = []
    doubtful: list[Decision] = []
    dropped: dict[str, list[int]] = {}  # character ─▶ the line of each
    radicals: list[tuple[str, int]] = []  # each with its line
    gap = 0  # of lines that held nothing else
    for line in lines:
        if strict:
            check_control(line.text, path, line.number)
        for char in _UNPRINTED_CLASS.findall(line.text):
            dropped.setdefault(char, []).append(line.number)
        radicals.extend((radical, line.number) for radical in _RADICAL.findall(line.text))
        text = _UNPRINTED_CLASS.sub("", line.text).strip().translate(RADICALS)
        if not text:
            gap += line.gap + 1
            continue
        kept.append(line if text == line.text and not gap else line._replace(text=text, gap=line.gap + gap))
        gap = 0
        if _DOUBTFUL.search(text):
            doubtful.append(_doubtful(text, SourceRef(path, line.number)))
    remarks = [_dropped(char, numbers, path) for char, numbers in dropped.items()]
    return tuple(kept), (*remarks, *_replaced(radicals, path), *doubtful)


def _dropped(char: str, numbers: Sequence[int], path: str) -> Decision:
    reason = f"U+{ord(char):04X}, {_UNPRINTED[char]}, prints nothing; {len(numbers)} on this page"
    return Decision(SourceRef(path, numbers[0]), "dropped", "", reason, 1.0)


def _replaced(radicals: Sequence[tuple[str, int]], path: str) -> Iterator[Decision]:
    """One remark a page."""
    if not radicals:
        return
    (_, first), many = radicals[0], len(radicals) > 1
    kinds = list(Counter(radical for radical, _ in radicals))
    named = ", ".join(f"{radical} (U+{ord(radical):04X}) by {RADICALS[ord(radical)]}" for radical in kinds[:_NAMED])
    more = f" and {len(kinds) - _NAMED} more" if len(kinds) > _NAMED else ""
    what = "radicals that stand for characters" if many else "a radical that stands for a character"
    reason = f"{named}{more}: {what}; {len(radicals)} on this page"
    yield Decision(SourceRef(path, first), "replaced", "", reason, 1.0)


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
