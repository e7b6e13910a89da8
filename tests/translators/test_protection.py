"""Terms that go through an engine: what is put in, and what is repaired afterwards."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import Term, WordTag
from duidu.text import has_han
from duidu.translators.protection import protected
from duidu.translators.public_terms import public_terms
from tests.support import PROPERTY

HUANG = Term("黄大发", "Huang Dafa", (), WordTag.PERSON)
ZUNYI = Term("遵义", "Zunyi", (), WordTag.PLACE)
CITY = Term("遵义市", "Zunyi City", ("Zunyi",), WordTag.PLACE)
DISTRICT = Term("红花岗区", "Honghuagang District", ("Honghuagang",), WordTag.PLACE)
XIAN = Term("西安", "Xi’an", (), WordTag.PLACE)
COURT = Term("红花岗区人民法院", "Honghuagang District People’s Court", (), WordTag.ORGANISATION)
GRID = Term("网格员", "grid keeper")
HE = Term("何某", "He", (), WordTag.PERSON)

PUT_IN = {
    "记者黄大发来了": "记者 Huang Dafa 来了",
    "黄大发、遵义": "Huang Dafa、Zunyi",
    "遵义市红花岗区": "Zunyi City Honghuagang District",
    "在遵义。": "在 Zunyi。",
    "（遵义）": "（Zunyi）",
    "他 在 遵义 住": "他 在 Zunyi 住",
    "到西安去": "到 Xi'an 去",
    "红花岗区人民法院": "Honghuagang District People's Court",
    "网格员来了": "grid keeper 来了",
    "APP遵义": "APP Zunyi",
    "没有名字": "没有名字",
    "Zunyi": "Zunyi",
}


@pytest.mark.parametrize(("text", "expected"), PUT_IN.items())
def test_english_stands_in_place_of_a_term(text: str, expected: str) -> None:
    found = protected(text, [HUANG, ZUNYI, CITY, DISTRICT, XIAN, COURT, GRID])

    assert found.text == expected
    assert found.original == text


def test_common_words_of_the_list_that_ships_stay_chinese() -> None:
    terms = {term.chinese: term for term in public_terms()}

    assert protected("推进乡村振兴", [terms["乡村振兴"]]).text == "推进乡村振兴"
    assert protected("20万亩、3亿元、党员", list(terms.values())).text == "20万亩、3亿元、党员"
    assert protected("全国人大代表", [terms["全国人大"]]).text == "National People's Congress 代表"


def test_an_editor_s_term_is_put_in_even_where_it_is_common() -> None:
    assert protected("推进乡村振兴", [Term("乡村振兴", "rural renewal")]).text == "推进 rural renewal"


def test_a_sentence_stays_chinese_for_the_most_part() -> None:
    terms = [Term(chinese, f"word {chinese!a}".lower()) for chinese in ("志愿者", "楼栋", "网格员", "小区", "代办员")]

    assert len(protected("志愿者、楼栋、网格员、小区、代办员", terms).slots) == 3
    assert protected("志愿者、黄大发", [*terms, HUANG], common=False).text == "志愿者、Huang Dafa"


@pytest.mark.parametrize("term", [Term("app", "App"), Term("", "nothing"), Term("桥", ""), Term("桥", "桥")])
def test_what_is_no_chinese_term_with_english_is_left_alone(term: Term) -> None:
    assert protected("用app过桥", [term]).text == "用app过桥"


def test_a_term_with_latin_letters_cuts_no_longer_word() -> None:
    term = Term("T恤", "Tee")

    assert protected("一件T恤", [term]).text == "一件 Tee"
    assert protected("ABT恤", [term]).text == "ABT恤"


REPAIRED = {
    "huang dafa came.": "Huang Dafa came.",
    "HUANG DAFA came.": "Huang Dafa came.",
    "Huang Da Fa came.": "Huang Dafa came.",
    "Huang Da-fa came.": "Huang Dafa came.",
    "Huang  DaFa came.": "Huang Dafa came.",
    "The house of huang dafa's mother": "The house of Huang Dafa's mother",
    "in the zunyi city.": "in the Zunyi City.",
    "in Zun Yi City and Zunyi": "in Zunyi City and Zunyi",
    "in honghuagang district": "in Honghuagang District",
    "in Hong hua gang District": "in Honghuagang District",
    "in Honghuagang\ndistrict": "in Honghuagang District",
    "two Grid Keepers came": "two grid keepers came",
    "with GRID KEEPER Li": "with grid keeper Li",
    "Grid keepers came. Grid keepers went.": "Grid keepers came. Grid keepers went.",
    "“grid keepers” came": "“Grid keepers” came",
    "to Xian": "to Xi’an",
    "to Xi'an": "to Xi’an",
    "the honghuagang district people's court": "the Honghuagang District People’s Court",
}
UNTOUCHED = (
    "He came, and he went.",
    "Mr. Huang came.",
    "Huang came.",
    "Dafa",
    "a gridkeeper",
    "Zunyicity",
    "the xian dynasty",
    "Zunyian food",
    "",
)


@pytest.mark.parametrize(("english", "expected"), REPAIRED.items())
def test_settled_forms_are_repaired(english: str, expected: str) -> None:
    found = protected(
        "黄大发、遵义市、红花岗区、网格员、西安、红花岗区人民法院", [HUANG, CITY, DISTRICT, GRID, XIAN, COURT]
    )

    assert found.restored(english) == expected


@pytest.mark.parametrize("english", UNTOUCHED)
def test_other_english_is_left_alone(english: str) -> None:
    found = protected("黄大发、遵义、何某、网格员、西安", [HUANG, ZUNYI, HE, GRID, XIAN])

    assert found.restored(english) == english


@pytest.mark.parametrize(
    ("term", "english"),
    [
        (Term("安迪", "An Di", (), WordTag.PERSON), "he and I went"),
        (Term("龙县", "Long", (), WordTag.PLACE), "a long way"),
        (Term("和安", "He’an", (), WordTag.PLACE), "he an hour later"),
        (Term("丹", "Dan", (), WordTag.PERSON), "the dan of the opera"),
    ],
)
def test_a_short_name_is_no_english_word(term: Term, english: str) -> None:
    assert protected(term.chinese, [term]).restored(english) == english


def test_what_was_not_put_in_is_not_repaired() -> None:
    assert protected("没有名字", [HUANG]).restored("huang dafa") == "huang dafa"


HAN = st.text(alphabet="黄大发遵义市红花岗区，。 （）A1a☃𠀀\n\ud800", max_size=12)
ENGLISH = st.text(alphabet="Zunyi Huang Da-fa’'é.([*\\n桥", max_size=12)
TERMS = st.lists(
    st.builds(Term, HAN, ENGLISH, st.just(()), st.sampled_from([None, WordTag.PERSON, WordTag.PLACE])), max_size=6
)


@PROPERTY
@given(HAN, TERMS, st.text(max_size=30))
def test_nothing_is_lost_and_nothing_breaks(text: str, terms: list[Term], english: str) -> None:
    found = protected(text, terms)

    assert found.original == text
    assert all(left.end <= right.start for left, right in zip(found.slots, found.slots[1:], strict=False))
    once = found.restored(english)
    assert found.restored(once) == once


@PROPERTY
@given(HAN, TERMS, st.randoms(use_true_random=False))
def test_the_order_of_terms_does_not_matter(text: str, terms: list[Term], chance: random.Random) -> None:
    mixed = [*terms]
    chance.shuffle(mixed)

    assert protected(text, mixed) == protected(text, terms)


@PROPERTY
@given(HAN, TERMS)
def test_a_text_without_the_terms_stays(text: str, terms: list[Term]) -> None:
    others = [term for term in terms if term.chinese not in text]

    assert protected(text, others).text == text


@PROPERTY
@given(st.text(alphabet="Zunyi Da Huang-,.'", max_size=20), TERMS)
def test_latin_text_is_never_touched(text: str, terms: list[Term]) -> None:
    assert not has_han(text)
    assert protected(text, terms).text == text


@PROPERTY
@given(st.permutations([HUANG, CITY, DISTRICT, XIAN]), st.sampled_from([str.upper, str.lower, str.title, str]))
def test_what_the_engine_copies_comes_back_right(terms: list[Term], made: object) -> None:
    assert callable(made)
    found = protected("、".join(term.chinese for term in terms), terms)

    assert found.restored(made(found.text)) == "、".join(term.english for term in terms)
