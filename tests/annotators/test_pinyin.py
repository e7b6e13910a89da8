"""Hanyu Pinyin as 《汉语拼音方案》 writes it, with the editor's corrections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import ascii_syllables
from duidu.annotators.pinyin import PinyinReader
from duidu.model import ReadingLine, Sentence, SourceRef, Word, WordTag
from tests.support import PROPERTY, sentence

PLAIN = PinyinReader()

READINGS = {
    "你好": "nǐhǎo",
    "绿色": "lǜsè",
    "女儿": "nǚ'ér",
    # a character with several readings takes that of its word
    "银行": "yínháng",
    "行走": "xíngzǒu",
    "音乐": "yīnyuè",
    "快乐": "kuàilè",
    "重庆": "chóngqìng",
    "长江": "chángjiāng",
    "长大": "zhǎngdà",
    # an apostrophe before a, o, e, and nowhere else
    "西安": "xī'ān",
    "天安门": "tiān'ānmén",
    "海鸥": "hǎi'ōu",
    "方案": "fāng'àn",
    "名额": "míng'é",
    "阿姨": "āyí",
    "先生": "xiānshēng",
    # 地 alone is the particle, in a word the noun
    "地": "de",
    "土地": "tǔdì",
    # letters and digits in a word
    "A股": "Agǔ",
    # a rare character
    "𠀀": "hē",
}


@pytest.mark.parametrize(("word", "pinyin"), READINGS.items())
def test_reading_of_a_word(word: str, pinyin: str) -> None:
    assert PLAIN.word(word) == pinyin


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [("一定", "yīdìng"), ("一起", "yīqǐ"), ("一心一意", "yīxīnyīyì"), ("不是", "bùshì"), ("不要", "bùyào")],
)
def test_no_sandhi_of_yi_and_bu(word: str, pinyin: str) -> None:
    assert PLAIN.word(word) == pinyin


@pytest.mark.parametrize(
    ("name", "tag", "pinyin"),
    [
        ("王小明", WordTag.PERSON, "Wáng Xiǎomíng"),
        ("欧阳修", WordTag.PERSON, "Ōuyáng Xiū"),
        ("李白", WordTag.PERSON, "Lǐ Bái"),
        ("北京", WordTag.PLACE, "Běijīng"),
        ("新华社", WordTag.ORGANISATION, "Xīnhuáshè"),
        ("北京", WordTag.WORD, "běijīng"),
    ],
)
def test_names_begin_with_a_capital(name: str, tag: WordTag, pinyin: str) -> None:
    assert PLAIN.read(sentence(name, tag=tag)) == (pinyin,)


def test_what_is_no_chinese_has_no_reading() -> None:
    assert PLAIN.read(sentence("他", "，", "3.5", "ok", " ", "😀", "来")) == ("tā", "", "", "", "", "", "lái")


def line(word: str, pinyin: str, context: str = "") -> ReadingLine:
    return ReadingLine(word, pinyin, context, SourceRef("content/lexicon/readings.tsv", 2))


def test_the_editors_reading_wins() -> None:
    assert PinyinReader([line("桥", "QIÁO")]).read(sentence("新", "桥")) == ("xīn", "QIÁO")


def test_the_editors_reading_of_a_name_is_shown_as_written() -> None:
    assert PinyinReader([line("乐山", "lè shān")]).read(sentence("乐山", tag=WordTag.PLACE)) == ("lè shān",)


def test_a_reading_with_context_is_for_that_place_only() -> None:
    reader = PinyinReader([line("长", "HERE", "桥长")])
    assert reader.read(sentence("桥", "长", "很", "长")) == ("qiáo", "HERE", "hěn", "zhǎng")


def test_context_may_stand_before_and_after_the_word() -> None:
    reader = PinyinReader([line("长", "HERE", "又长高")])
    assert reader.read(sentence("又", "长", "高"))[1] == "HERE"
    assert reader.read(sentence("又", "长", "又", "高"))[1] == "zhǎng"


def test_context_that_holds_the_word_twice_counts_at_both_places() -> None:
    reader = PinyinReader([line("长", "HERE", "长又长")])
    assert reader.read(sentence("长", "又", "长", "了", "长")) == ("HERE", "yòu", "HERE", "le", "zhǎng")


def test_a_reading_with_context_wins_over_one_without() -> None:
    reader = PinyinReader([line("长", "EVERYWHERE"), line("长", "HERE", "村长")])
    assert reader.read(sentence("村", "长", "长")) == ("cūn", "HERE", "EVERYWHERE")


@PROPERTY
@given(st.lists(st.text(min_size=1, max_size=4), max_size=6))
def test_one_reading_a_word_for_any_text(words: list[str]) -> None:
    assert len(PLAIN.read(sentence(*words))) == len(words)


@pytest.mark.parametrize(("text", "letters"), [("绿色", "lvse"), ("西安", "xian"), ("，。", ""), ("重庆", "chongqing")])
def test_plain_letters(text: str, letters: str) -> None:
    assert ascii_syllables(text) == letters


@PROPERTY
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=10))
def test_plain_letters_of_any_text_fit_an_address(text: str) -> None:
    letters = ascii_syllables(text)
    assert letters == "" or (letters.isascii() and letters.isalnum() and letters == letters.lower())


@pytest.mark.parametrize(
    ("name", "reading"),
    [("曾小明", "Zēng Xiǎomíng"), ("任红", "Rén Hóng"), ("单小红", "Shàn Xiǎohóng"), ("公孙红", "Gōngsūn Hóng")],
)
def test_surnames_have_readings_of_their_own(name: str, reading: str) -> None:
    words = (Word(name, WordTag.PERSON),)
    assert PinyinReader().read(Sentence("credit", name, words, SourceRef("p", 1))) == (reading,)


def test_latin_letters_take_no_apostrophe() -> None:
    assert PinyinReader().word("卡拉OK") == "kǎlāOK"


# ---------------------------------------------------------------- printed in traditional characters


def printed(plain: Sentence, *words: str, **fields: object) -> tuple[Sentence, Sentence]:
    return plain, sentence(*words, language="zh-Hant-TW", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("plain", "word", "pinyin"),
    [
        ("音乐", "音樂", "yīnyuè"),
        ("银行", "銀行", "yínháng"),
        # simplified characters that are several words; what was printed decides
        ("干", "乾", "gān"),
        ("干", "幹", "gàn"),
        ("发", "髮", "fà"),
        ("发", "發", "fā"),
        ("只", "隻", "zhī"),
        ("只", "只", "zhǐ"),
        ("银发族", "銀髮族", "yínfàzú"),
    ],
)
def test_reading_of_a_word_as_printed(plain: str, word: str, pinyin: str) -> None:
    assert PLAIN.read(*printed(sentence(plain), word)) == (pinyin,)


@pytest.mark.parametrize(
    "lines",
    [
        [line("长", "HERE", "村长")],
        [line("長", "HERE", "村長")],
        [line("長", "HERE", "村長"), line("长", "THERE")],
        [line("長", "HERE"), line("长", "THERE")],
    ],
)
def test_the_editors_reading_in_either_script(lines: list[ReadingLine]) -> None:
    reader = PinyinReader(lines)
    assert reader.read(*printed(sentence("村", "长"), "村", "長"))[1] == "HERE"


def test_a_reading_in_traditional_characters_is_for_texts_printed_so() -> None:
    assert PinyinReader([line("乾", "HERE")]).read(sentence("干")) == ("gàn",)


def test_names_printed_in_traditional_characters() -> None:
    pair = printed(sentence("单小红", tag=WordTag.PERSON), "單小紅", tag=WordTag.PERSON)
    assert PLAIN.read(*pair) == ("Shàn Xiǎohóng",)
