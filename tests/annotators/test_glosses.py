"""Glosses: the editor's first, then CC-CEDICT's, then those of a word's parts."""

from __future__ import annotations

import pytest

from duidu.annotators.glosses import EDITOR, LONGEST_SENSE, MOST_SENSES, PARTS, SOURCE, Glossary
from duidu.model import Gloss, GlossLine, SourceRef
from tests.support import sentence

PLAIN = Glossary()


def line(word: str, *senses: str) -> GlossLine:
    return GlossLine(word, senses, SourceRef("content/lexicon/glosses.tsv", 2))


def senses(word: str, *lines: GlossLine) -> tuple[str, ...]:
    gloss = Glossary(lines).look_up(word)
    return gloss.senses if gloss else ()


def test_a_word_of_the_dictionary() -> None:
    assert PLAIN.look_up("桥") == Gloss(("bridge",), SOURCE)


@pytest.mark.parametrize(
    ("word", "first"),
    [("李", "plum"), ("王", "king or monarch"), ("葡", "Portugal"), ("井", "a well")],
    ids=["surname", "surname with others", "used in", "name"],
)
def test_minor_senses_give_way(word: str, first: str) -> None:
    assert senses(word)[0] == first
    assert not any(sense.startswith(("surname ", "used in ", "variant of ", "CL:")) for sense in senses(word))


@pytest.mark.parametrize(("word", "only"), [("佟", "surname Tong"), ("点儿", "erhua variant of 点")])
def test_a_minor_sense_is_shown_where_there_is_no_other(word: str, only: str) -> None:
    assert senses(word) == (only,)


def test_references_are_written_in_simplified_characters_without_pinyin() -> None:
    assert senses("甭")[0] == "(contraction of 不用) need not"
    assert not any(mark in sense for word in ("甭", "点儿", "蝴") for sense in senses(word) for mark in "|[]")


@pytest.mark.parametrize("word", ["的", "打", "本", "人", "上", "水", "电脑", "桥头"])
def test_senses_are_few_short_and_different(word: str) -> None:
    found = senses(word)
    assert 1 <= len(found) <= MOST_SENSES
    assert all(sense and len(sense) <= LONGEST_SENSE for sense in found)
    assert len(set(found)) == len(found)


def test_an_unknown_word_is_glossed_by_its_longest_parts() -> None:
    assert PLAIN.look_up("党员干部") == Gloss(("party member + cadre",), PARTS)


def test_single_characters_of_a_long_word_make_no_gloss() -> None:
    assert PLAIN.look_up("桥桥桥") is None


@pytest.mark.parametrize("word", ["𪛖", "abc", "桥X"])
def test_a_word_with_an_unknown_part_has_no_gloss(word: str) -> None:
    assert PLAIN.look_up(word) is None


def test_the_editors_gloss_wins() -> None:
    assert Glossary([line("桥", "a span")]).look_up("桥") == Gloss(("a span",), EDITOR)


def test_the_editors_gloss_of_a_part_counts() -> None:
    assert senses("新桥", line("桥", "span")) == ("new + span",)


def test_one_gloss_a_word_and_none_for_marks() -> None:
    bridge, comma, latin = PLAIN.gloss(sentence("桥", "，", "abc"))
    assert (bridge is not None, comma, latin) == (True, None, None)


# ---------------------------------------------------------------- printed in traditional characters


@pytest.mark.parametrize(
    ("plain", "printed", "first"),
    [
        ("干", "乾", "dry"),
        ("干", "幹", "tree trunk"),
        ("发", "髮", "hair"),
        ("发", "發", "to send out"),
        ("后", "后", "empress"),
        ("后", "後", "back"),
        ("面", "麵", "flour"),
        ("面", "面", "face"),
    ],
)
def test_the_printed_form_chooses_the_entry(plain: str, printed: str, first: str) -> None:
    found = PLAIN.look_up(plain, printed)
    assert found is not None
    assert found.senses[0] == first


@pytest.mark.parametrize(("plain", "printed"), [("着", "着"), ("里面", "裏面"), ("台", "台")])
def test_a_form_that_the_dictionary_does_not_tell_apart_has_all_senses(plain: str, printed: str) -> None:
    assert PLAIN.look_up(plain, printed) == PLAIN.look_up(plain)


def test_a_word_that_the_dictionary_simplifies_otherwise_is_found_as_printed() -> None:
    assert PLAIN.look_up("姪女") is None or PLAIN.look_up("姪女").source == PARTS  # type: ignore[union-attr]
    assert PLAIN.look_up("姪女", "姪女") == Gloss(("brother's daughter", "niece"), SOURCE)


def test_parts_of_an_unknown_word_are_looked_up_as_printed() -> None:
    assert PLAIN.look_up("很干", "很乾") == Gloss(("(adverb of degree) + dry",), PARTS)
    assert PLAIN.look_up("干", "乾")


@pytest.mark.parametrize("word", ["乾", "干"])
def test_the_editors_gloss_in_either_script(word: str) -> None:
    own = Glossary([line(word, "arid")])
    assert own.look_up("干", "乾") == Gloss(("arid",), EDITOR)
    assert own.gloss(sentence("干"), sentence("乾", language="zh-Hant")) == (Gloss(("arid",), EDITOR),)


def test_a_gloss_in_traditional_characters_is_for_texts_printed_so() -> None:
    assert Glossary([line("乾", "arid")]).gloss(sentence("干")) == PLAIN.gloss(sentence("干"))
