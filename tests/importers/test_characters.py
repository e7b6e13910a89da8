"""What nobody can read is told in short; what it is comes from Unicode."""

from __future__ import annotations

import pytest

from duidu.importers.characters import checked
from duidu.importers.source import SourceLine


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("来\ue123了", "U+E123 is a character of a private font"),
        ("\ue002来\ue001了\ue001", "U+E001, U+E002 are each a character of a private font"),
        (
            "".join(map(chr, range(0xE000, 0xE010))),
            "U+E000, U+E001, U+E002 and 13 more are each a character of a private font",
        ),
        ("来\x93了", "U+0093 is a control character, no character that prints"),
        ("来\ufdd0了\x80", "U+0080 is a control character, no character that prints; U+FDD0 is no character"),
    ],
)
def test_what_nobody_can_read_is_told_in_short(text: str, reason: str) -> None:
    _, (remark,) = checked((SourceLine(text, 1, 0, False),), "p")
    assert remark.reason == reason
