"""Lists of sentence numbers ─▶ short text, as the search's script reads it.

A list is written as the gaps between its numbers in Rice code (Rice & Plaunt 1971, IEEE Transactions on Communication
19): a gap is a quotient in unary and a remainder of k bits. It comes within a few per cent of what such lists can be
packed to, and needs twenty lines to read. The bits stand as base64, six a character, which gzip packs back to six.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from operator import sub

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
# Gaps whose codes are looked up, in units of 2**k: all but a few.
_COMMON = 8


def encode(numbers: Sequence[int]) -> str:
    """Rising numbers from 0 as text: a character for k, then the bits, filled up with ones.

    >>> encode([0]), encode([2, 3, 9]), encode(range(6))
    ('Af', 'Bhv', 'AA')
    """
    gaps = [numbers[0] + 1, *map(sub, numbers[1:], numbers)]
    k = max(0, ((numbers[-1] + 1) // len(gaps) - 1).bit_length() - 1)
    common = _codes(k)
    if max(gaps) < len(common):
        bits = "".join(map(common.__getitem__, gaps))
    else:
        bits = "".join([_code(gap, k) for gap in gaps])
    filled = bits + "1" * (-len(bits) % 24)
    packed = b64encode(int(filled, 2).to_bytes(len(filled) // 8, "big")).decode()
    return ALPHABET[k] + packed[: -(-len(bits) // 6)]


@cache
def _codes(k: int) -> tuple[str, ...]:
    """The codes of the smaller gaps; only for small k are there few enough to keep."""
    return ("", *(_code(gap, k) for gap in range(1, _COMMON << k))) if k < 11 else ()


def _code(gap: int, k: int) -> str:
    gap -= 1
    remainder = format(gap & ((1 << k) - 1), f"0{k}b") if k else ""
    return "1" * (gap >> k) + "0" + remainder
