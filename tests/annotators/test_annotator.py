"""All layers of a sentence, from either script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import Annotator
from duidu.model import LANGUAGES, PINYIN, Lexicon, PinyinStyle, ReadingLine, SourceRef, Variant, WordTag
from tests.support import PROPERTY, sentence

ANNOTATOR = Annotator(Lexicon(), ("zh-Hans", "zh-Hant", "zh-Hant-TW"), hsk="2025")


def test_layers_of_a_sentence_do_not_depend_on_the_script_it_is_printed_in() -> None:
    simplified = ANNOTATOR.layers(sentence("孩子们", "说", "话", "，", "很", "高兴"))
    traditional = ANNOTATOR.layers(sentence("孩子們", "說", "話", "，", "很", "高興", language="zh-Hant-TW"))
    assert traditional.pinyin == simplified.pinyin
    assert traditional.levels == simplified.levels
    assert traditional.glosses == simplified.glosses


def test_variants_are_the_scripts_published_and_running_pinyin() -> None:
    def languages(language: str) -> list[str]:
        return [variant.language for variant in ANNOTATOR.layers(sentence("橋", language=language)).variants]

    assert languages("zh-Hans") == ["zh-Hant", "zh-Hant-TW", PINYIN]
    assert languages("zh-Hant-HK") == ["zh-Hans", "zh-Hant", "zh-Hant-TW", PINYIN]
    # That of Taiwan has its own readings, also where it is the script of the sentence.
    assert sorted(languages("zh-Hant-TW")) == ["zh-Hans", "zh-Hant", "zh-Hant-TW", PINYIN]


def test_a_short_text_in_every_script() -> None:
    title = ANNOTATOR.script_text("裡面", sentence("裡面").words, "zh-Hant-TW")
    assert [title.in_script(language) for language in ("zh-Hans", "zh-Hant", "zh-Hant-TW", PINYIN)] == [
        "里面",
        "裏面",
        "裡面",
        "Lǐmiàn",
    ]


def variant(annotator: Annotator, wanted: str, *words: str, language: str = "zh-Hans") -> Variant:
    found = annotator.layers(sentence(*words, language=language)).variants
    return next(variant for variant in found if variant.language == wanted)


def test_running_pinyin_joins_the_words_as_the_standard_does() -> None:
    running = variant(ANNOTATOR, PINYIN, "她", "来", "了", "，", "高兴", "地", "唱", "着", "歌", "。")
    assert running.text == "Tā lái le, gāoxìng de chàngzhe gē."
    assert running.words is not None
    assert "".join(running.words) == running.text


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW"])
def test_taiwan_has_its_own_readings(language: str) -> None:
    assert variant(ANNOTATOR, "zh-Hant-TW", "星期", "。", language=language).readings == ("xīngqí", "")
    assert ANNOTATOR.layers(sentence("星期", "。", language=language)).pinyin == ("xīngqī", "")


def test_bopomofo_stands_over_the_characters_of_taiwan_where_it_is_wanted() -> None:
    annotator = Annotator(Lexicon(), ("zh-Hans", "zh-Hant-TW"), hsk="2025", zhuyin=True)
    assert variant(annotator, "zh-Hant-TW", "星期", "。").readings == ("ㄒㄧㄥ ㄑㄧˊ", "")
    assert annotator.layers(sentence("星期", "。")).pinyin == ("xīngqī", "")


@pytest.mark.parametrize(
    ("style", "word", "ruby"),
    [
        (PinyinStyle(), "一样", "yīyàng"),
        (PinyinStyle(sandhi=True), "一样", "yíyàng"),
        (PinyinStyle(tones="numbers"), "绿色", "lü4se4"),
        (PinyinStyle(tones="numbers", umlaut="v"), "绿色", "lv4se4"),
        (PinyinStyle(), "学生", "xuésheng"),
        (PinyinStyle(neutral=False), "学生", "xuéshēng"),
        (PinyinStyle(), "这儿", "zhèr"),
        (PinyinStyle(erhua=False), "这儿", "zhè'ér"),
    ],
)
def test_the_settings_of_pinyin(style: PinyinStyle, word: str, ruby: str) -> None:
    annotator = Annotator(Lexicon(), ("zh-Hans",), hsk="2025", style=style)
    assert annotator.layers(sentence(word)).pinyin == (ruby,)


def test_a_name_shows_its_parts_over_the_characters() -> None:
    assert ANNOTATOR.layers(sentence("欧阳小红", tag=WordTag.PERSON)).pinyin == ("Ōuyáng Xiǎohóng",)
    assert ANNOTATOR.layers(sentence("青石县", tag=WordTag.PLACE)).pinyin == ("Qīngshí Xiàn",)


def test_sandhi_goes_over_the_words_of_a_sentence() -> None:
    annotator = Annotator(Lexicon(), ("zh-Hans",), hsk="2025", style=PinyinStyle(sandhi=True))
    layers = annotator.layers(sentence("他", "不", "去", "。"))
    assert layers.pinyin == ("tā", "bú", "qù", "")


def test_a_line_of_the_editor_leaves_no_doubt() -> None:
    line = ReadingLine("长", "zhǎng", "", SourceRef("readings.tsv", 2))
    layers = Annotator(Lexicon(readings=(line,)), ("zh-Hans",), hsk="2025").layers(sentence("长", "。"))
    assert (layers.pinyin, layers.doubts) == (("zhǎng", ""), ((), ()))


TEXT = st.text(
    st.sampled_from("橋桥頭髮頭乾幹后後，a 1") | st.characters(exclude_categories=("Cs",)), min_size=1, max_size=4
)


@PROPERTY
@given(st.lists(TEXT, max_size=6), st.sampled_from(LANGUAGES))
def test_layers_of_any_sentence_are_in_step(words: list[str], language: str) -> None:
    assert len(ANNOTATOR.layers(sentence(*words, language=language)).pinyin) == len(words)


@pytest.mark.parametrize(("hsk", "levels", "others"), [("2025", (2, 7), (None, 6)), ("2.0", (None, 6), (2, 7))])
def test_levels_are_those_of_both_standards(
    hsk: str, levels: tuple[int | None, ...], others: tuple[int | None, ...]
) -> None:
    layers = Annotator(Lexicon(), ("zh-Hans",), hsk=hsk).layers(sentence("红色", "酝酿"))
    assert (layers.levels, layers.other_levels) == (levels, others)
