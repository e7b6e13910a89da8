"""All layers of a sentence, from either script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import Annotator
from duidu.model import LANGUAGES, Lexicon
from tests.support import PROPERTY, sentence

ANNOTATOR = Annotator(Lexicon(), ("zh-Hant", "zh-Hant-TW"), "2025")


def test_layers_of_a_sentence_do_not_depend_on_the_script_it_is_printed_in() -> None:
    simplified = ANNOTATOR.layers(sentence("孩子们", "说", "话", "，", "很", "高兴"))
    traditional = ANNOTATOR.layers(sentence("孩子們", "說", "話", "，", "很", "高興", language="zh-Hant-TW"))
    assert traditional.pinyin == simplified.pinyin
    assert traditional.levels == simplified.levels
    assert traditional.glosses == simplified.glosses


def test_variants_are_the_scripts_published_but_the_sentences_own() -> None:
    def languages(language: str) -> list[str]:
        return [variant.language for variant in ANNOTATOR.layers(sentence("橋", language=language)).variants]

    assert languages("zh-Hans") == ["zh-Hant", "zh-Hant-TW"]
    assert languages("zh-Hant-TW") == ["zh-Hans", "zh-Hant"]
    assert languages("zh-Hant-HK") == ["zh-Hans", "zh-Hant", "zh-Hant-TW"]


def test_a_short_text_in_every_script() -> None:
    title = sentence("裡面")
    assert ANNOTATOR.script_text("裡面", title.words, "zh-Hant-TW").forms == (("zh-Hans", "里面"), ("zh-Hant", "裏面"))
    assert ANNOTATOR.script_text("裡面", title.words, "zh-Hant-TW").in_script("zh-Hant-TW") == "裡面"


TEXT = st.text(
    st.sampled_from("橋桥頭髮頭乾幹后後，a 1") | st.characters(exclude_categories=("Cs",)), min_size=1, max_size=4
)


@PROPERTY
@given(st.lists(TEXT, max_size=6), st.sampled_from(LANGUAGES))
def test_layers_of_any_sentence_are_in_step(words: list[str], language: str) -> None:
    assert len(ANNOTATOR.layers(sentence(*words, language=language)).pinyin) == len(words)
