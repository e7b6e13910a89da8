"""Passages about one thing share their words."""

from __future__ import annotations

import pytest

from duidu.importers.cohesion import LEAST_PAIRS, MOST_LINES, NEUTRAL, Passages, Rarities, pairs

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


PLAY = (
    "县剧团昨晚演出新戏，台下坐满观众，掌声响了很久。导演说，排练花去半年，演员大多是业余的，"
    "服装道具靠借，灯光师傅从省城请来，剧本改过七遍。"
)


def share(above: str, below: str, *others: str) -> float | None:
    """How much two texts have in common, on a page that has others far above."""
    lines = [*others, *["老井"] * MOST_LINES, above, "老井", below]
    return Passages(lines).around(len(lines) - 2, len(lines) - 1)[2]


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
    assert len(pairs("小桥通车了")) < LEAST_PAIRS <= len(pairs(WELL))
    assert share("小桥昨天下午就要建成通车了", WELL, PLAY) is None
    assert share(WELL, "小桥昨天下午就要建成通车了", PLAY) is None
    assert Passages(["老井"]).around(0, 1)[2] is None


def test_one_subject_shares_more_than_two() -> None:
    same, other = share(WELL, WELL_TOO, PLAY), share(WELL, SCHOOL, PLAY)
    assert same is not None
    assert other is not None
    assert other < NEUTRAL < same


def test_it_is_a_share_and_the_same_both_ways() -> None:
    assert share(WELL, WELL, PLAY) == pytest.approx(1)
    assert share(WELL, WELL_TOO, PLAY) == pytest.approx(share(WELL_TOO, WELL, PLAY))
    assert share(WELL, numbered(0, 50), PLAY) == 0


def numbered(first: int, last: int) -> str:
    """So many different pairs."""
    return "，".join(chr(0x4E00 + number) + "龘" for number in range(first, last))


@pytest.mark.parametrize(("pairs_of_each", "told"), [(LEAST_PAIRS, True), (LEAST_PAIRS - 1, False)])
def test_how_little_text_says_nothing(pairs_of_each: int, told: bool) -> None:
    text = numbered(0, pairs_of_each)
    assert len(pairs(text)) == pairs_of_each
    assert (share(text, text) is not None) is told


def test_only_what_stands_near_counts() -> None:
    """600 characters above and 300 below: what comes far below tells nothing."""
    far = "，".join([PLAY] * 6)
    assert share(WELL, f"{far}，{WELL}") == share(WELL, f"{far}，{WELL}")
    below = Passages([WELL, "老井", *[PLAY] * 6, SCHOOL]).around(1, 2)[1]
    assert not pairs(SCHOOL) - pairs(PLAY) & below


# ---------------------------------------------------------------- what is rare on a page


def test_what_every_passage_has_weighs_least() -> None:
    found = Rarities([["记者", place] for place in ("小桥", "老井", "学校", "水库")])
    assert 0 < found["记者"] < found["小桥"] == found["学校"]


def test_what_no_passage_has_is_rare() -> None:
    found = Rarities([["小桥"], ["小桥", "老井"]])
    assert found["学校"] == found["老井"]
    assert found.of(["学校", "老井"]) == pytest.approx(2 * found["老井"])


def test_a_page_without_text() -> None:
    assert Rarities([]).of(["小桥"]) == 0


def test_common_words_tell_less_than_rare_ones() -> None:
    """Two texts that share what the whole page says are less alike than two that share what only they say."""
    said = "，县长昨天下午来到现场，看望大家，并且表示感谢"
    others = [f"{text}{said}" for text in (PLAY, numbered(0, 60), numbered(100, 160), numbered(200, 260))]
    everywhere = share(f"{WELL}{said}", f"{SCHOOL}{said}", *others)
    here = share(f"{WELL}{said}", f"{SCHOOL}{said}", PLAY, numbered(0, 60), numbered(100, 160), numbered(200, 260))
    assert everywhere is not None
    assert here is not None
    assert everywhere < here / 2


def test_the_end_of_a_volume_is_read_by_what_its_beginning_tells() -> None:
    lines = [numbered(number % 200, number % 200 + 60) for number in range(600)]
    page = Passages([*lines, WELL, "老井", WELL_TOO])
    same = page.around(601, 602)[2]
    assert same is not None
    assert same > NEUTRAL
