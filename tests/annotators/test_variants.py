"""Traditional characters: converted by sentence, laid over the words only where they fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.variants import CONFIGS, VariantWriter
from duidu.model import SourceRef, VariantLine
from tests.support import PROPERTY, sentence

PLAIN = VariantWriter(CONFIGS)


def line(word: str, language: str, form: str) -> VariantLine:
    return VariantLine(word, language, form, SourceRef("content/lexicon/variants.tsv", 2))


@pytest.mark.parametrize(
    ("words", "traditional"),
    [
        (("头发", "和", "出发"), ("頭髮", "和", "出發")),
        (("后面", "和", "皇后"), ("後面", "和", "皇后")),
        (("干净", "的", "干部"), ("乾淨", "的", "幹部")),
        (("一", "只", "鸟", "只", "叫"), ("一", "隻", "鳥", "只", "叫")),
    ],
)
def test_a_character_of_several_forms_takes_that_of_its_neighbours(
    words: tuple[str, ...], traditional: tuple[str, ...]
) -> None:
    (variant,) = VariantWriter(["zh-Hant"]).write(sentence(*words))
    assert (variant.language, variant.words, variant.text) == ("zh-Hant", traditional, "".join(traditional))


def test_regions_differ() -> None:
    forms = {variant.language: variant.text for variant in PLAIN.write(sentence("他", "在", "村里", "说"))}
    assert forms == {"zh-Hant": "他在村裏說", "zh-Hant-TW": "他在村裡說", "zh-Hant-HK": "他在村裏説"}


def test_variants_come_in_the_order_asked_for() -> None:
    writer = VariantWriter(["zh-Hant-HK", "zh-Hant"])
    assert [variant.language for variant in writer.write(sentence("桥"))] == ["zh-Hant-HK", "zh-Hant"]


def test_the_editors_form_wins_in_its_language_only() -> None:
    writer = VariantWriter(CONFIGS, [line("台", "zh-Hant-TW", "台")])
    forms = {variant.language: variant.words for variant in writer.write(sentence("一", "台"))}
    assert forms["zh-Hant-TW"] == ("一", "台")
    assert forms["zh-Hant"] == ("一", "臺")


def test_the_editors_form_for_all_languages() -> None:
    writer = VariantWriter(CONFIGS, [line("桥", "*", "喬")])
    assert {variant.words for variant in writer.write(sentence("桥"))} == {("喬",)}


def test_the_editors_form_may_have_another_length() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("网", "*", "網路")]).write(sentence("上", "网", "了"))
    assert (variant.words, variant.text) == (("上", "網路", "了"), "上網路了")


def test_the_editors_form_for_a_language_that_is_not_published_is_idle() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("桥", "zh-Hant-HK", "喬")]).write(sentence("桥"))
    assert variant.words == ("橋",)


class Longer:
    """Stands in for an OpenCC that changes the length, as its phrase tables may."""

    def convert(self, text: str) -> str:
        return text.replace("互联网", "網際網路")


def test_a_sentence_that_changes_its_length_has_no_word_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = VariantWriter(["zh-Hant"])
    monkeypatch.setattr(writer, "_converters", {"zh-Hant": Longer()})
    long, same = (writer.write(sentence(*words))[0] for words in (("互联网", "好"), ("好",)))
    assert (long.text, long.words) == ("網際網路好", None)
    assert same.words == ("好",)


@PROPERTY
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=4), max_size=6))
def test_one_form_a_word_or_none_for_any_text(words: list[str]) -> None:
    for variant in PLAIN.write(sentence(*words)):
        assert variant.words is None or "".join(variant.words) == variant.text
        assert variant.words is None or len(variant.words) == len(words)
