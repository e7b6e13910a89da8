"""The vocabulary: every word once, in the order of its first appearance."""

from __future__ import annotations

from duidu.model import Gloss, ReadingSentence, Variant, WordTag
from duidu.writers.interface import Interface
from duidu.writers.vocabulary import Vocabulary
from tests.support import reading, sentence

ENGLISH = Interface("en")
BRIDGE = Gloss(("bridge", "span"), "editor", ("座",))


def line(*words: str, pinyin: tuple[str, ...] = (), traditional: tuple[str, ...] | None = None) -> ReadingSentence:
    variants = (Variant("zh-Hant", "".join(traditional or words), traditional),)
    return reading(sentence(*words), pinyin=pinyin or words, variants=variants)


def numbered(item: ReadingSentence, vocabulary: Vocabulary, forms: tuple[str, ...] | None = None) -> list[int]:
    shown = forms or tuple(word.text for word in item.sentence.words)
    readings = item.layers.pinyin
    return [vocabulary.number(item, index, form, readings[index]) for index, form in enumerate(shown)]


def test_words_are_numbered_as_they_appear_and_counted() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    assert numbered(line("桥", "船", "桥"), vocabulary) == [1, 2, 1]
    assert numbered(line("人", "桥"), vocabulary) == [3, 1]
    assert [(entry.number, entry.word, entry.count) for entry in vocabulary.entries()] == [
        (1, "桥", 3),
        (2, "船", 1),
        (3, "人", 1),
    ]


def test_two_readings_are_two_entries_and_a_capital_is_none() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    item = line("长", "长", "长", pinyin=("cháng", "zhǎng", "Cháng"))
    assert numbered(item, vocabulary) == [1, 2, 1]
    assert [entry.pinyin for entry in vocabulary.entries()] == ["cháng", "zhǎng"]


def test_a_word_that_is_first_met_in_a_name_is_listed_as_a_common_noun() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    assert numbered(line("社区", "社区", pinyin=("Shèqū", "shèqū")), vocabulary) == [1, 1]
    assert [(entry.pinyin, entry.count) for entry in vocabulary.entries()] == [("shèqū", 2)]


def test_an_entry_has_gloss_and_level() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    numbered(reading(sentence("桥", "船"), glosses=(BRIDGE, None), levels=(7, None), other_levels=(6, 5)), vocabulary)
    bridge, boat = vocabulary.entries()
    assert (bridge.senses, bridge.notes, bridge.levels) == (("bridge", "span"), (), "3.0: 7–9 (2.0: 6)")
    assert (boat.senses, boat.notes, boat.levels) == ((), ("no gloss",), "2.0: 5")
    assert (bridge.classifiers, boat.classifiers) == (("座",), ())


def test_the_other_script_is_named_where_it_differs() -> None:
    item = line("桥", "人", traditional=("橋", "人"))
    simplified, traditional = Vocabulary("2025", ENGLISH), Vocabulary("2025", ENGLISH)
    numbered(item, simplified)
    numbered(item, traditional, ("橋", "人"))
    assert [(entry.word, entry.other) for entry in simplified.entries()] == [("桥", "橋"), ("人", "")]
    assert [(entry.word, entry.other) for entry in traditional.entries()] == [("橋", "桥"), ("人", "")]


def test_a_sentence_without_word_layer_names_no_other_script() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    numbered(line("桥", traditional=None), vocabulary)
    assert [entry.other for entry in vocabulary.entries()] == [""]


def named(word: str, tag: WordTag, pinyin: str, gloss: Gloss | None) -> ReadingSentence:
    return reading(sentence(word, tag=tag), pinyin=(pinyin,), glosses=(gloss,))


def test_a_name_says_what_kind_of_name_it_is() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    numbered(named("黄大发", WordTag.PERSON, "Huáng Dàfā", Gloss(("Huang Dafa",), "name")), vocabulary)
    numbered(named("高峰", WordTag.PERSON, "Gāo Fēng", Gloss(("personal name",), "name")), vocabulary)
    numbered(named("遵义", WordTag.PLACE, "Zūnyì", None), vocabulary)
    numbered(named("妇联", WordTag.ORGANISATION, "Fùlián", Gloss(("women + union",), "parts")), vocabulary)
    assert [(entry.senses, entry.remarks) for entry in vocabulary.entries()] == [
        (("Huang Dafa",), ("name of a person",)),
        ((), ("name of a person",)),
        ((), ("name of a place",)),
        (("women + union",), ("name of an organisation", "from its parts")),
    ]


def test_a_word_that_is_a_name_only_here_and_there_has_the_gloss_of_the_word() -> None:
    vocabulary = Vocabulary("2025", ENGLISH)
    common = named("社区", WordTag.WORD, "shèqū", Gloss(("community",), "editor"))
    place = named("社区", WordTag.PLACE, "Shèqū", Gloss(("Shequ",), "name"))
    assert [numbered(item, vocabulary) for item in (place, common, place)] == [[1], [1], [1]]
    (entry,) = vocabulary.entries()
    assert (entry.pinyin, entry.senses, entry.kind, entry.count) == ("shèqū", ("community",), "", 3)
