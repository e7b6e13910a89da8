"""HSK levels by three lists, with the editor's corrections."""

from __future__ import annotations

import pytest

from duidu.annotators.levels import LevelTable
from duidu.model import LevelLine, SourceRef, Word, WordTag
from tests.support import sentence


def line(word: str, level: int) -> LevelLine:
    return LevelLine(word, level, SourceRef("content/lexicon/levels.tsv", 2))


@pytest.mark.parametrize("standard", ["2.0", "2021", "2025"])
def test_levels_of_every_list(standard: str) -> None:
    table = LevelTable(standard)
    assert table.level("我") == 1
    assert table.level("矛盾") == 5
    assert table.level("楼栋长") is None


@pytest.mark.parametrize(("standard", "level"), [("2.0", 6), ("2021", 7), ("2025", 7)])
def test_the_highest_band(standard: str, level: int) -> None:
    assert LevelTable(standard).level("酝酿") == level


def test_lists_differ() -> None:
    assert LevelTable("2.0").level("红色") is None
    assert LevelTable("2025").level("红色") == 2


def test_the_editors_level_wins() -> None:
    table = LevelTable("2025", [line("楼栋长", 7), line("我", 3)])
    assert (table.level("楼栋长"), table.level("我"), table.level("他")) == (7, 3, 1)


def test_level_0_takes_a_word_out_of_the_list() -> None:
    assert LevelTable("2025", [line("我", 0)]).level("我") is None


def test_a_word_has_a_level_and_a_mark_has_none() -> None:
    words = sentence("我", "，", "楼栋长", "3").words
    assert list(map(LevelTable("2025").grade, words)) == [1, None, None, None]


@pytest.mark.parametrize("word", ["樓棟長", "楼栋长"])
def test_the_editors_level_in_either_script(word: str) -> None:
    table = LevelTable("2025", [line(word, 7)])
    assert table.grade(Word("楼栋长", WordTag.WORD), "樓棟長") == 7
    assert table.grade(Word("我", WordTag.WORD), "我") == 1
    assert table.grade(Word("我们", WordTag.WORD), "我們") == 1


@pytest.mark.parametrize(
    ("word", "base"),
    [("看看", "看"), ("花儿", "花"), ("来了", "来"), ("高高兴兴", "高兴"), ("朋友们", "朋友"), ("好不好", "好")],
)
def test_a_form_has_the_level_of_its_word(word: str, base: str) -> None:
    table = LevelTable("2025")
    assert table.level(word) == table.level(base) is not None


@pytest.mark.parametrize(("word", "parts"), [("三个", "三个"), ("很多", "很多"), ("八十", "八十")])
def test_a_free_combination_has_the_level_of_its_hardest_part(word: str, parts: str) -> None:
    table = LevelTable("2025")
    assert table.level(word) == max(table.level(part) or 0 for part in parts)


@pytest.mark.parametrize("word", ["小偷", "手足", "陈小桥", "", "\ud800", "𪛖𪛖"])
def test_a_word_that_says_more_than_its_characters_has_none(word: str) -> None:
    assert LevelTable("2025").level(word) is None
