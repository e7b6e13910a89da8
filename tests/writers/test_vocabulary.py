"""The vocabulary: every word once, in the order of its first appearance."""

from __future__ import annotations

from duidu.model import Gloss, ReadingSentence, Variant
from duidu.writers.vocabulary import Vocabulary
from tests.support import reading, sentence

BRIDGE = Gloss(("bridge", "span"), "editor", ("座",))


def line(*words: str, pinyin: tuple[str, ...] = (), traditional: tuple[str, ...] | None = None) -> ReadingSentence:
    variants = (Variant("zh-Hant", "".join(traditional or words), traditional),)
    return reading(sentence(*words), pinyin=pinyin or words, variants=variants)


def numbered(item: ReadingSentence, vocabulary: Vocabulary, forms: tuple[str, ...] | None = None) -> list[int]:
    shown = forms or tuple(word.text for word in item.sentence.words)
    readings = item.layers.pinyin
    return [vocabulary.number(item, index, form, readings[index]) for index, form in enumerate(shown)]


def test_words_are_numbered_as_they_appear_and_counted() -> None:
    vocabulary = Vocabulary("2025")
    assert numbered(line("桥", "船", "桥"), vocabulary) == [1, 2, 1]
    assert numbered(line("人", "桥"), vocabulary) == [3, 1]
    assert [(entry.number, entry.word, entry.count) for entry in vocabulary.entries()] == [
        (1, "桥", 3),
        (2, "船", 1),
        (3, "人", 1),
    ]


def test_two_readings_are_two_entries_and_a_capital_is_none() -> None:
    vocabulary = Vocabulary("2025")
    item = line("长", "长", "长", pinyin=("cháng", "zhǎng", "Cháng"))
    assert numbered(item, vocabulary) == [1, 2, 1]
    assert [entry.pinyin for entry in vocabulary.entries()] == ["cháng", "zhǎng"]


def test_a_word_that_is_first_met_in_a_name_is_listed_as_a_common_noun() -> None:
    vocabulary = Vocabulary("2025")
    assert numbered(line("社区", "社区", pinyin=("Shèqū", "shèqū")), vocabulary) == [1, 1]
    assert [(entry.pinyin, entry.count) for entry in vocabulary.entries()] == [("shèqū", 2)]


def test_an_entry_has_gloss_and_level() -> None:
    vocabulary = Vocabulary("2025")
    numbered(reading(sentence("桥", "船"), glosses=(BRIDGE, None), levels=(7, None), other_levels=(6, 5)), vocabulary)
    bridge, boat = vocabulary.entries()
    assert (bridge.senses, bridge.source, bridge.levels) == (("bridge", "span"), "editor", "3.0: 7–9 (2.0: 6)")
    assert (boat.senses, boat.source, boat.levels) == ((), "", "2.0: 5")
    assert (bridge.classifiers, boat.classifiers) == (("座",), ())


def test_the_other_script_is_named_where_it_differs() -> None:
    item = line("桥", "人", traditional=("橋", "人"))
    simplified, traditional = Vocabulary("2025"), Vocabulary("2025")
    numbered(item, simplified)
    numbered(item, traditional, ("橋", "人"))
    assert [(entry.word, entry.other) for entry in simplified.entries()] == [("桥", "橋"), ("人", "")]
    assert [(entry.word, entry.other) for entry in traditional.entries()] == [("橋", "桥"), ("人", "")]


def test_a_sentence_without_word_layer_names_no_other_script() -> None:
    vocabulary = Vocabulary("2025")
    numbered(line("桥", traditional=None), vocabulary)
    assert [entry.other for entry in vocabulary.entries()] == [""]
