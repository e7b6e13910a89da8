"""Glosses: the editor's first, then CC-CEDICT's, then those of a word's parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.annotators.glosses import EDITOR, LONGEST_SENSE, MOST_SENSES, NAME, OWN, PARTS, SOURCE, Glossary
from duidu.model import Gloss, GlossLine, SourceRef, Word, WordTag
from tests.support import sentence

PLAIN = Glossary()


def line(word: str, *senses: str) -> GlossLine:
    return GlossLine(word, senses, SourceRef("content/lexicon/glosses.tsv", 2))


def word_of(text: str) -> Word:
    return Word(text, WordTag.WORD)


def senses(word: str, *lines: GlossLine) -> tuple[str, ...]:
    gloss = Glossary(lines).look_up(word)
    return gloss.senses if gloss else ()


def test_a_word_of_the_dictionary() -> None:
    assert PLAIN.look_up("桥") == Gloss(("bridge",), SOURCE, ("座",))


@pytest.mark.parametrize(
    ("word", "first"),
    [("李", "plum"), ("王", "king or monarch"), ("葡", "Portugal"), ("井", "a well")],
    ids=["surname", "surname with others", "used in", "name"],
)
def test_minor_senses_give_way(word: str, first: str) -> None:
    assert senses(word)[0] == first
    assert not any(sense.startswith(("surname ", "used in ", "variant of ", "CL:")) for sense in senses(word))


@pytest.mark.parametrize(("word", "only"), [("佟", "surname Tong"), ("㐖", "(in 㐖毒) India (archaic)")])
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
    assert PLAIN.look_up("桥梁干部") == Gloss(("bridge + cadre",), PARTS)


def test_single_characters_of_a_long_word_make_no_gloss() -> None:
    assert PLAIN.look_up("桥桥桥") is None


@pytest.mark.parametrize("word", ["𪛖", "abc", "桥X"])
def test_a_word_with_an_unknown_part_has_no_gloss(word: str) -> None:
    assert PLAIN.look_up(word) is None


def test_the_editors_gloss_wins() -> None:
    assert Glossary([line("桥", "a span")]).look_up("桥") == Gloss(("a span",), EDITOR)


def test_the_editors_gloss_of_a_part_counts() -> None:
    assert senses("新桥", line("桥", "span")) == ("new + span",)


def test_a_word_has_a_gloss_and_a_mark_has_none() -> None:
    bridge, comma, latin = map(PLAIN.gloss, sentence("桥", "，", "abc").words)
    assert (bridge is not None, comma, latin) == (True, None, None)


# ---------------------------------------------------------------- printed in traditional characters


@pytest.mark.parametrize(
    ("plain", "printed", "first"),
    [
        ("干", "乾", "dry"),
        ("干", "幹", "to do"),
        ("发", "髮", "hair"),
        ("发", "發", "to send"),
        ("后", "后", "empress"),
        ("后", "後", "after"),
        ("面", "麵", "noodles"),
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
    assert PLAIN.look_up("很干", "很乾") == Gloss(("very + dry",), PARTS)
    assert PLAIN.look_up("干", "乾")


@pytest.mark.parametrize("word", ["乾", "干"])
def test_the_editors_gloss_in_either_script(word: str) -> None:
    own = Glossary([line(word, "arid")])
    assert own.look_up("干", "乾") == Gloss(("arid",), EDITOR)
    assert own.gloss(word_of("干"), printed="乾") == Gloss(("arid",), EDITOR)


def test_a_gloss_in_traditional_characters_is_for_texts_printed_so() -> None:
    assert Glossary([line("乾", "arid")]).gloss(word_of("干")) == PLAIN.gloss(word_of("干"))


# ---------------------------------------------------------------- readings, names, numbers


@pytest.mark.parametrize(
    ("word", "syllables", "first"),
    [
        ("长", ("zhang3",), "head"),
        ("长", ("chang2",), "long"),
        ("重", ("chong2",), "again"),
        ("地道", ("di4", "dao4"), "tunnel"),
        ("地道", ("di4", "dao5"), "authentic"),
        ("大意", ("da4", "yi5"), "careless"),
        ("长", ("zhang",), "length"),  # an odd reading tells nothing
    ],
)
def test_the_reading_chooses_the_entry(word: str, syllables: tuple[str, ...], first: str) -> None:
    gloss = PLAIN.gloss(word_of(word), reading=syllables)
    assert gloss is not None
    assert gloss.senses[0] == first


def test_without_a_reading_the_word_with_a_neutral_tone_goes_first() -> None:
    assert senses("地方")[0] == "area"
    assert senses("大意")[0] == "careless"


def test_the_traditional_form_of_a_simplified_text_tells_words_apart() -> None:
    after, empress = (PLAIN.gloss(word_of("后"), traditional=form) for form in "後后")
    assert (after and after.senses[0], empress and empress.senses[0]) == ("after", "empress")


def test_a_number_before_a_word_asks_for_the_measure_word() -> None:
    alone, counted = PLAIN.look_up("艘"), PLAIN.gloss(word_of("匹"), "三")
    assert alone == Gloss(("classifier for ships",), SOURCE)
    assert counted is not None
    assert counted.senses[0].startswith("classifier for")


@pytest.mark.parametrize(("word", "classifiers"), [("桥", ("座",)), ("鱼", ("条", "尾")), ("高兴", ())])
def test_nouns_name_their_measure_words(word: str, classifiers: tuple[str, ...]) -> None:
    gloss = PLAIN.look_up(word)
    assert gloss is not None
    assert gloss.classifiers == classifiers


@pytest.mark.parametrize("name", ["高峰", "王小桥", "阿卜杜勒·卡里姆"])
def test_a_person_is_not_glossed_by_the_characters_of_the_name(name: str) -> None:
    assert PLAIN.look_up(name, name=WordTag.PERSON) == Gloss(("personal name",), NAME)


def test_a_person_is_spelt_as_english_does_where_that_is_known() -> None:
    syllables = ("huang2", "da4", "fa1")
    assert PLAIN.look_up("黄大发", reading=syllables, name=WordTag.PERSON) == Gloss(("Huang Dafa",), NAME)
    printed_in_taiwan = PLAIN.look_up("黄大发", "黃大發", syllables, WordTag.PERSON)
    assert printed_in_taiwan == Gloss(("personal name",), NAME)


def test_a_person_whom_the_dictionary_knows() -> None:
    gloss = PLAIN.look_up("鲁迅", name=WordTag.PERSON)
    assert gloss is not None
    assert gloss.senses[0].startswith("Lu Xun")


def test_a_place_is_spelled_and_its_kind_translated() -> None:
    spelled = PLAIN.look_up("桥头社区", reading=("qiao2", "tou2", "she4", "qu1"), name=WordTag.PLACE)
    assert spelled == Gloss(("Qiaotou Community",), NAME)
    assert PLAIN.look_up("桥头社区", name=WordTag.PLACE) is not None


def test_a_place_of_the_dictionary_has_its_entry() -> None:
    gloss = PLAIN.look_up("贵阳", reading=("gui4", "yang2"), name=WordTag.PLACE)
    assert gloss is not None
    assert gloss.senses[0].startswith("Guiyang")


def test_an_organisation_is_told_by_its_parts_or_by_its_kind() -> None:
    parts = PLAIN.look_up("桥梁研究所", name=WordTag.ORGANISATION)
    assert parts == Gloss(("bridge + research institute",), PARTS)
    unknown = PLAIN.look_up("𪛖公司", name=WordTag.ORGANISATION)
    assert unknown == Gloss(("company (name)",), NAME)


# ---------------------------------------------------------------- words that no dictionary has


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("擦一擦", "(擦 doubled) to rub"),
        ("桥儿", "(with the ending -r) bridge"),
        ("写得完", "can finish writing"),
        ("一座座", "one 座 after another"),
        ("八十四", "84"),
        ("三百米", "300 + meter"),
        ("副工程师", "deputy + engineer"),
        ("发光性", "to emit light + -ness"),
    ],
)
def test_forms_numbers_and_affixes(word: str, said: str) -> None:
    gloss = PLAIN.look_up(word)
    assert gloss is not None
    assert gloss.source == PARTS
    assert gloss.senses[0] == said


def test_the_projects_own_words() -> None:
    assert PLAIN.look_up("楼栋长") == Gloss(("head of a residential block",), OWN)
    assert senses("楼栋长", line("楼栋长", "block warden")) == ("block warden",)


@pytest.mark.parametrize(
    ("word", "text"),
    [("超跑", "short for 超级跑车"), ("这儿", "here"), ("自贸区", "free trade zone (short for 自由贸易区)")],
)
def test_short_forms_say_what_they_stand_for(word: str, text: str) -> None:
    assert text in senses(word)


@settings(deadline=None)  # the first name reads the lists of names
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=6), st.sampled_from(WordTag))
def test_any_word_has_a_gloss_or_none(text: str, tag: WordTag) -> None:
    for reading in ((), ("a1",) * len(text)):
        gloss = PLAIN.gloss(Word(text, tag), "", text, reading)
        assert gloss is None or (gloss.senses and len(gloss.senses) <= MOST_SENSES)


@settings(deadline=None)
@given(st.text(alphabet="看好一不了得儿长化性副第三十百年月个名者员的桥党", min_size=1, max_size=7))
def test_any_made_word_has_clean_senses(text: str) -> None:
    gloss = PLAIN.look_up(text)
    for sense in gloss.senses if gloss else ():
        assert sense.strip() == sense != ""
        assert not {"[", "]", "|"} & set(sense)
