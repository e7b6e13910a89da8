"""A story is known again by what it says, and by what it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.content.matching import ALIKE, Text, alike, matched
from tests.support import PROPERTY

BRIDGE = "昨天青石县的新桥通车了孩子们上学不用绕路"
BOAT = "村里的渡船今天最后一次过河船工老李很舍不得"


def texts(*pairs: tuple[str, str | None]) -> list[Text]:
    return [Text(f"{name}{number}", name, characters) for number, (name, characters) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (BRIDGE, BRIDGE, True),
        (BRIDGE, BRIDGE.replace("昨天", "前天"), True),
        (BRIDGE, f"小桥连起，两个村{BRIDGE}", True),
        ("节约用水人人有责", "节约用水，人人有责", True),
        ("节约用水", "节约用电", False),
        (BRIDGE, BOAT, False),
        ("桥", "船", False),
        ("桥", "桥", True),
    ],
)
def test_how_alike_two_texts_are(first: str, second: str, same: bool) -> None:
    assert (alike(first, second) > ALIKE) is same


def test_a_story_with_another_headline_is_known_by_its_text() -> None:
    assert matched(texts(("新桥", BRIDGE)), texts(("船", BOAT), ("小桥", BRIDGE))) == {"新桥0": "小桥1"}


def test_a_story_with_another_text_is_known_by_its_headline() -> None:
    assert matched(texts(("桥", BRIDGE)), texts(("桥", BOAT))) == {"桥0": "桥0"}


def test_text_counts_for_more_than_a_headline() -> None:
    """Two items of one headline; the first has left the page, and the second is called like it now."""
    assert matched(texts(("简讯", BOAT)), texts(("简讯", BRIDGE), ("简讯-2", BOAT))) == {"简讯0": "简讯-21"}


def test_without_its_text_an_earlier_story_is_known_by_its_headline_alone() -> None:
    old = texts(("桥", None), ("船", None))
    assert matched(texts(("船", BOAT), ("车", BRIDGE)), old) == {"船0": "船1"}


def test_an_earlier_story_is_given_once_to_the_one_most_like_it() -> None:
    new = texts(("a", f"{BRIDGE}他们说"), ("b", BRIDGE))
    assert matched(new, texts(("c", BRIDGE))) == {"b1": "c0"}


ITEMS = st.lists(st.tuples(st.sampled_from("甲乙丙"), st.none() | st.text("桥船人水", max_size=6)), max_size=6)


@PROPERTY
@given(ITEMS, ITEMS)
def test_nothing_is_given_twice_and_what_is_the_same_is_found(
    new: list[tuple[str, str | None]], old: list[tuple[str, str | None]]
) -> None:
    found = matched(texts(*new), texts(*old))
    assert len(set(found.values())) == len(found)
    same = {pair for pair in new if pair in old and pair[1]}
    assert len(found) >= len(same)
    assert matched(texts(*new), texts(*old)) == found
