"""What a word shows is kept by the word, and depends on nothing but its own place."""

from __future__ import annotations

import pytest

from duidu.annotators import Annotator
from duidu.model import Lexicon, PinyinStyle, Sentence, SourceRef, Word, WordTag

LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
# Each has words of the others, read or written otherwise, counted, or as a name.
GROUPS = (
    ("他|长|高|了", "会|长|说", "长/person|说"),
    ("皇|后|说", "然|后|说", "两|后"),
    ("三|个|人", "个|人", "个/person|人"),
    ("一|去", "一|来", "不|一"),
    ("研究|和|星期", "和/place|星期", "“|星期|”"),
    ("王小明/person|说", "说|王小明/person", "。|王小明/person"),
)


def parsed(text: str, language: str = "zh-Hans") -> Sentence:
    words = [Word(word.split("/")[0], WordTag(word.partition("/")[2] or "word")) for word in text.split("|")]
    return Sentence("p", "".join(word.text for word in words), tuple(words), SourceRef("p", 1), language)


def annotator(style: PinyinStyle, zhuyin: bool) -> Annotator:
    return Annotator(Lexicon(), LANGUAGES, hsk="2025", style=style, zhuyin=zhuyin)


@pytest.mark.parametrize("zhuyin", [False, True])
@pytest.mark.parametrize("style", [PinyinStyle(), PinyinStyle(sandhi=True)], ids=["citation", "sandhi"])
@pytest.mark.parametrize("group", GROUPS)
def test_the_layers_of_a_sentence_depend_on_no_sentence_before(
    group: tuple[str, ...], style: PinyinStyle, zhuyin: bool
) -> None:
    alone = {text: annotator(style, zhuyin).layers(parsed(text)) for text in group}
    for order in (group, group[::-1]):
        seen = annotator(style, zhuyin)
        assert [seen.layers(parsed(text)) for text in order] == [alone[text] for text in order]


def test_a_sentence_printed_in_traditional_characters_asks_for_no_row_of_a_simplified_one() -> None:
    printed = parsed("乾|淨", "zh-Hant")
    alone = annotator(PinyinStyle(), zhuyin=False).layers(printed)
    seen = annotator(PinyinStyle(), zhuyin=False)
    seen.layers(parsed("干|净"))
    assert seen.layers(printed) == alone
    assert alone.pinyin == ("gān", "jìng")
