"""HSK levels by three lists, with the editor's corrections."""

from __future__ import annotations

import pytest

from duidu.annotators.levels import LevelTable
from duidu.model import LevelLine, SourceRef
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


def test_one_level_a_word_and_none_for_marks() -> None:
    assert LevelTable("2025").grade(sentence("我", "，", "楼栋长", "3")) == (1, None, None, None)


@pytest.mark.parametrize("word", ["樓棟長", "楼栋长"])
def test_the_editors_level_in_either_script(word: str) -> None:
    table = LevelTable("2025", [line(word, 7)])
    assert table.grade(sentence("楼栋长", "我"), sentence("樓棟長", "我", language="zh-Hant")) == (7, 1)
    assert table.grade(sentence("我们"), sentence("我們", language="zh-Hant")) == (1,)
