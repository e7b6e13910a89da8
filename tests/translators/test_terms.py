"""The list of terms that ships, and which terms a sentence has."""

from __future__ import annotations

from collections import Counter

import pytest

from duidu.model import SourceRef, Term, TermLine, Word, WordTag
from duidu.segmentation import Segmenter
from duidu.text import has_han
from duidu.translators.public_terms import public_terms
from duidu.translators.terms import terms_of

REF = SourceRef("content/lexicon/terms.tsv", 2)


def found(text: str, *lines: tuple[str, str], names: tuple[Term, ...] = ()) -> dict[str, str]:
    """The terms of a sentence whose words have spaces between them."""
    words = [Word(word, WordTag.WORD) for word in text.split()]
    own = [TermLine(chinese, english, "", REF) for chinese, english in lines]
    whole = text.replace(" ", "")
    return {term.chinese: term.english for term in terms_of(whole, words, own, names)}


PRESENT = {
    "推进 乡村 振兴": {"乡村振兴": "rural revitalization"},
    "全国 人大 常委会 开会": {"全国人大常委会": "Standing Committee of the National People’s Congress"},
    "县委 书记 来 了": {"县委书记": "county Party secretary"},
    "本报讯": {"本报讯": "From our staff"},
    "种 了 三 亩 地": {"亩": "mu"},
    "立法院 开会": {"立法院": "Legislative Yuan"},
    "一带一路": {"一带一路": "Belt and Road"},
    "20 公里": {"公里": "kilometer"},
}
ABSENT = (
    "亩产 很 高",  # inside a word
    "公里数",
    "主任医师",
    "桥 上 有 人",
    "",
)


@pytest.mark.parametrize(("text", "expected"), PRESENT.items())
def test_a_public_term_is_found_in_words(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ABSENT)
def test_a_term_never_begins_or_ends_inside_a_word(text: str) -> None:
    assert found(text) == {}


def test_editors_terms_come_first_and_win() -> None:
    name = Term("王大力", "Wang Dali", (), WordTag.PERSON)

    terms = found("记者 王大力 推进 乡村 振兴", ("乡村振兴", "rural renewal"), names=(name,))

    assert list(terms.items()) == [("乡村振兴", "rural renewal"), ("王大力", "Wang Dali"), ("记者", "reporter")]


def test_the_longest_term_counts() -> None:
    assert found("党员 干部", ("党员", "Party member")) == {"党员干部": "Party members and officials"}
    assert found("党员 和 党员 干部", ("党员", "Party member")) == {
        "党员": "Party member",
        "党员干部": "Party members and officials",
    }


def test_a_longer_term_gives_way_to_an_editors_that_it_contradicts() -> None:
    assert found("党员 干部", ("党员", "comrade"))["党员"] == "comrade"
    assert "党员干部" not in found("党员 干部", ("党员", "comrade"))


def test_names_count_before_public_terms() -> None:
    name = Term("遵义市委", "CPC Zunyi Municipal Committee", (), WordTag.ORGANISATION)

    assert found("遵义 市委 书记", names=(name,)) == {"遵义市委": "CPC Zunyi Municipal Committee"}
    assert found("市委 书记") == {"市委书记": "secretary of the city Party committee"}


def test_traditional_sentences_have_the_terms_of_their_simplified_text() -> None:
    words = [Word("立法會", WordTag.WORD), Word("議員", WordTag.WORD)]

    terms = terms_of("立法會議員", words, (), simplified="立法会议员")

    assert [(term.chinese, term.english) for term in terms] == [("立法會議員", "Legislative Council member")]


def test_words_that_do_not_join_have_no_terms() -> None:
    assert terms_of("乡村振兴", [Word("乡村", WordTag.WORD)], ()) == ()


def test_the_segmentation_s_words_lead_to_terms() -> None:
    text = "县委书记和志愿者一起推进乡村振兴，种了20亩白菜。"

    terms = {term.chinese for term in terms_of(text, Segmenter().words(text), ())}

    assert {"县委书记", "志愿者", "乡村振兴", "亩"} <= terms


def test_the_list_is_long_and_well_kept() -> None:
    terms = public_terms()
    count = Counter(term.chinese for term in terms)

    assert len(terms) >= 450
    assert [chinese for chinese, times in count.items() if times > 1] == []
    for term in terms:
        assert has_han(term.chinese), term
        assert term.english.strip() == term.english != "", term
        assert not has_han(term.english), term
        assert all(form.strip() == form != "" for form in term.accepted), term
        assert term.english not in term.accepted, term
        assert "'" not in "".join((term.english, *term.accepted)), term
