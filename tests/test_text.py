"""Joining and measuring lines of Chinese text."""

from __future__ import annotations

import pytest

from duidu.text import count_han, has_han, join_lines, plain_lines


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("他来", "了。", "他来了。"),
        ("said David", "Ku", "said David Ku"),
        ("村里来了David", "Ku", "村里来了David Ku"),
        ("David", "来了", "David来了"),
        ("共20", "21年", "共2021年"),  # a number that a line break cuts is one number
        ("No", "1", "No 1"),
        ('he said "No."', "We go.", 'he said "No." We go.'),
        ("see it.", '"We are here', 'see it. "We are here'),
        ("他说:", "David来了", "他说:David来了"),
        ("well-", "known", "well-known"),
        ("约3.", "5万", "约3.5万"),
        ("", "他", "他"),
        ("他", "", "他"),
    ],
)
def test_two_pieces_of_a_paragraph(before: str, after: str, joined: str) -> None:
    assert join_lines(before, after) == joined


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_end(mark: str) -> None:
    assert plain_lines(f"一{mark}二\n三") == "一\n二\n三"


@pytest.mark.parametrize(("text", "count"), [("", 0), ("桥，a1 。", 1), ("𠀀𰻞〇豈㐀", 5), ("ㄅあ", 0), ("桥长3米", 3)])
def test_han_characters(text: str, count: int) -> None:
    assert count_han(text) == count
    assert has_han(text) is (count > 0)


@pytest.mark.parametrize("text", ["한국", "\ue000"])
def test_hangul_and_private_characters_are_no_han(text: str) -> None:
    assert not has_han(text)
