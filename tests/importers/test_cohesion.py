"""Passages about one thing share their words."""

from __future__ import annotations

import pytest

from duidu.importers.cohesion import LEAST_PAIRS, NEUTRAL, cohesion, pairs

WELL = (
    "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，"
    "老井又有了水，井边笑声不断，老人说起当年打井的事。"
)
WELL_TOO = (
    "老井的水又清又甜，村里人每天来打水。水泵和水管是县里送来的，井边的老人说，当年打井用了三个月，全村每户都出了人。"
)
SCHOOL = (
    "学校今天开学，孩子们一早来到新教室，书桌椅子都擦得干净。"
    "校长发给每名学生一本图画书，音乐课教唱歌，操场上正在比赛跑步跳绳。"
)


WELLS, WELLS_TOO, SCHOOLS = map(pairs, (WELL, WELL_TOO, SCHOOL))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("小桥，小桥GPU", {"小桥", "GPU"}),
        ("老井又有", {"老井", "井又", "又有"}),
        ("水", set()),
        ("", set()),
        ("A 5 B", set()),
        ("2021年7月", set()),
    ],
)
def test_neighbouring_characters_and_latin_words(text: str, found: set[str]) -> None:
    assert pairs(text) == found


def test_marks_separate_and_order_does_not_count() -> None:
    assert pairs("老井，小桥") == pairs("小桥。老井") == {"老井", "小桥"}


def test_a_little_text_says_nothing() -> None:
    few = pairs("小桥通车了")
    assert len(few) < LEAST_PAIRS <= len(WELLS)
    assert cohesion(few, WELLS) is None
    assert cohesion(WELLS, few) is None
    assert cohesion(frozenset(), frozenset()) is None


def test_one_subject_shares_more_than_two() -> None:
    same, other = cohesion(WELLS, WELLS_TOO), cohesion(WELLS, SCHOOLS)
    assert same is not None
    assert other is not None
    assert other < NEUTRAL < same


def test_it_is_a_share_and_the_same_both_ways() -> None:
    assert cohesion(WELLS, WELLS) == pytest.approx(1)
    assert cohesion(WELLS, WELLS_TOO) == cohesion(WELLS_TOO, WELLS)
    assert cohesion(numbered(0, 50), WELLS) == 0


def numbered(first: int, last: int) -> frozenset[str]:
    return frozenset(map(str, range(first, last)))


def test_common_pairs_are_a_share_of_both_sides() -> None:
    assert cohesion(numbered(0, 40), numbered(30, 70)) == pytest.approx(0.25)
    assert cohesion(numbered(0, 160), numbered(0, 40)) == pytest.approx(0.5)  # 40 of the root of 160 × 40


@pytest.mark.parametrize(("pairs_of_each", "told"), [(LEAST_PAIRS, True), (LEAST_PAIRS - 1, False)])
def test_how_little_text_says_nothing(pairs_of_each: int, told: bool) -> None:
    assert (cohesion(numbered(0, pairs_of_each), numbered(0, pairs_of_each)) is not None) is told
