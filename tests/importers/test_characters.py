"""What nobody can read is told in short; what it is comes from Unicode."""

from __future__ import annotations

import unicodedata

import pytest

from duidu.importers import import_page
from duidu.importers.characters import RADICALS, checked
from duidu.importers.source import SourceLine
from duidu.model import RawPage


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


def lines(*texts: str) -> tuple[SourceLine, ...]:
    return tuple(SourceLine(text, number, 0, False) for number, text in enumerate(texts, start=1))


def test_radicals_become_the_characters_that_they_stand_for() -> None:
    found, (remark,) = checked(lines("老井", "⾨⽔⼀⿕", "⻓⻅⺠，⽔"), "p")
    assert [line.text for line in found] == ["老井", "門水一龠", "长见民，水"]
    assert (str(remark.ref), remark.what, remark.confidence) == ("p:2", "replaced", 1.0)
    assert remark.reason == (
        "⾨ (U+2FA8) by 門, ⽔ (U+2F54) by 水, ⼀ (U+2F00) by 一 and 4 more: "
        "radicals that stand for characters; 8 on this page"
    )


@pytest.mark.parametrize("code", [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)])
def test_every_radical_has_its_ideograph(code: int) -> None:
    name = unicodedata.name(chr(code), "")
    if chr(code) in "⺀\u2e9a":  # a repetition mark, and no character
        assert code not in RADICALS or RADICALS[code] == chr(code)
    else:
        assert "RADICAL" in name
        assert unicodedata.name(RADICALS[code]).startswith("CJK UNIFIED IDEOGRAPH-")


@pytest.mark.parametrize("code", [0x2E9F, 0x2EF3])
def test_the_table_agrees_with_the_normal_forms_where_they_have_one(code: int) -> None:
    assert RADICALS[code] == unicodedata.normalize("NFKC", chr(code))


@pytest.mark.parametrize(("name", "form"), [("p.txt", "{}\n"), ("p.md", "{}\n"), ("p.html", "<h1></h1><p>{}</p>")])
def test_every_format_has_its_radicals_replaced(name: str, form: str) -> None:
    page = import_page(RawPage("p", form.format("打⽔的⼈来了，桥也修好了。").encode(), name))
    assert "".join(story.characters() for story in page.stories) == "打水的人来了，桥也修好了。"
    assert [decision.what for decision in page.decisions if decision.is_remark] == ["replaced"]
