"""一 and 不 as they are spoken: GB/T 16159-2012, 6.5.3, and the textbooks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.sandhi import spoken
from duidu.model import WordTag
from tests.support import PROPERTY

# Words apart by a space, the citation tones, the tones of 一 and 不 as spoken.
SPOKEN = [
    # 一 before a fourth tone
    ("一 定", "1 4", "2"),
    ("一定", "14", "2"),
    ("一 个", "1 4", "2"),
    ("一 个", "1 5", "2"),
    # before the others
    ("一 天", "1 1", "4"),
    ("一 年", "1 2", "4"),
    ("一 起", "1 3", "4"),
    ("这一 天", "41 1", "4"),
    ("同一 个", "21 4", "2"),
    # at the end of a word, of a phrase
    ("统一 思想", "31 13", "1"),
    ("唯一 的", "21 5", "1"),
    ("星期一 上午", "121 43", "1"),
    ("说 一 ， 做", "1 1 0 4", "1"),
    ("一", "1", "1"),
    # ordinals, dates, numbers
    ("第一 次", "41 4", "1"),
    ("第 一 次", "4 1 4", "1"),
    ("一 月 一 日", "1 4 1 4", "1 1"),
    ("五 月 一 日", "3 4 1 4", "1"),
    ("一 楼", "1 2", "1"),
    ("一流 水平", "12 32", "1"),
    ("一九四九 年", "1344 2", "1"),
    ("十一 个", "21 4", "1"),
    ("三分之一 强", "1111 2", "1"),
    ("一百 一十", "13 12", "4 1"),
    ("一千", "11", "4"),
    ("三 万 一千", "1 4 11", "4"),
    ("一 亿", "1 4", "2"),
    ("一 两 天", "1 3 1", "4"),
    # not ordinals
    ("一线 希望", "14 14", "2"),
    ("一 日 三 餐", "1 4 1 1", "2"),
    # between a verb and itself
    ("看一看", "414", "5"),
    ("想 一 想", "3 1 3", "5"),
    ("一 年 一 年", "1 2 1 2", "4 4"),
    # 不
    ("不 去", "4 4", "2"),
    ("不是", "44", "2"),
    ("不是", "45", "2"),
    ("不 来", "4 2", "4"),
    ("从不 去", "24 4", "2"),
    ("不 ， 去", "4 0 4", "4"),
    ("不", "4", "4"),
    ("是 不 是", "4 4 4", "5"),
    ("好不好", "343", "5"),
    ("可不可以", "3433", "5"),
    ("喜欢 不 喜欢", "35 4 35", "5"),
    ("看不见", "444", "5"),
    ("对不起", "443", "5"),
    ("舍不得", "345", "5"),
    ("只不过", "344", "2"),
    ("从不 见", "24 4", "2"),
    # both
    ("不 一样", "4 14", "4 2"),
    ("一 不 小心", "1 4 31", "2 4"),
]


def split(words: str, tones: str) -> tuple[list[tuple[str, WordTag]], list[str]]:
    text = words.replace(" ", "")
    flat = tones.replace(" ", "")
    bases = {"一": "yi", "不": "bu"}
    syllables = ["" if tone == "0" else bases.get(char, "x") + tone for char, tone in zip(text, flat, strict=True)]
    return [(word, WordTag.WORD) for word in words.split()], syllables


@pytest.mark.parametrize(("words", "tones", "expected"), SPOKEN)
def test_spoken(words: str, tones: str, expected: str) -> None:
    tagged, syllables = split(words, tones)
    found = spoken(tagged, syllables)
    text = words.replace(" ", "")
    changed = [syllable[-1] for char, syllable in zip(text, found, strict=True) if char in "一不"]
    assert changed == expected.split()
    others = [pair for pair in zip(text, syllables, found, strict=True) if pair[0] not in "一不"]
    assert all(before == after for _, before, after in others)


@pytest.mark.parametrize("tag", [WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION])
def test_names_keep_the_citation_tone(tag: WordTag) -> None:
    assert spoken([("王一飞", tag)], ["wang2", "yi1", "fei1"]) == ["wang2", "yi1", "fei1"]


def test_a_tone_that_someone_decided_stays() -> None:
    words = [("不", WordTag.WORD), ("去", WordTag.WORD)]
    assert spoken(words, ["bu5", "qu4"]) == ["bu5", "qu4"]


@PROPERTY
@given(st.lists(st.text("一不十第好是月，见", min_size=1, max_size=4), max_size=6), st.data())
def test_only_tones_change(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    bases = {"一": ["yi1"], "不": ["bu4", "bu5"], "，": [""]}
    syllables = [data.draw(st.sampled_from(bases.get(char, ["x1", "x4", "x5"]))) for char in text]
    found = spoken([(word, WordTag.WORD) for word in words], syllables)
    assert [syllable[:-1] for syllable in found] == [syllable[:-1] for syllable in syllables]
