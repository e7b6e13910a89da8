"""Senses as CC-CEDICT prints them, cleaned, ranked, shortened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import senses
from duidu.annotators.senses import LONGEST_GLOSS, LONGEST_SENSE, MARKED, MOST_SENSES, PLAIN, POINTER


@pytest.mark.parametrize(
    ("sense", "rank"),
    [
        ("bridge", PLAIN),
        ("(bound form) bridge", PLAIN),
        ("(literary) bridge", MARKED),
        ("(old) ferry", MARKED),
        ("surname Qiao", POINTER),
        ("erhua variant of 桥[qiao2]", POINTER),
        ("see also 桥[qiao2]", POINTER),
        ("abbr. for 桥梁[qiao2 liang2]", POINTER),
        ("used in 桥牌[qiao2 pai2]", POINTER),
        ("to see", PLAIN),
    ],
)
def test_ranks(sense: str, rank: int) -> None:
    assert senses.rank(sense) == rank


@pytest.mark.parametrize(
    ("sense", "clean"),
    [
        ("(bound form) people", "people"),
        ("to overdo it (idiom)", "to overdo it"),
        ("now (equivalent to 現在|现在[xian4 zai4])", "now (equivalent to 现在)"),
        ("sofa (loanword) (CL:套[tao4])", "sofa"),
        ("(idiom); to overdo it", "to overdo it"),
        ("(bound form)", ""),
    ],
)
def test_cleaning(sense: str, clean: str) -> None:
    assert senses.clean(sense) == clean


@pytest.mark.parametrize("sense", ["CL:個|个[ge4]", "Taiwan pr. [xi1]", "also pr. [xi1]", "(bound form)", ""])
def test_notes_are_no_senses(sense: str) -> None:
    assert senses.is_dropped(sense)


def test_classifiers_are_simplified_each_once() -> None:
    assert senses.classifiers(("CL:隻|只[zhi1],個|个[ge4]", "(CL:個|个[ge4])")) == ("只", "个")
    assert senses.classifiers(("bridge", "CL:")) == ()


def test_a_semicolon_in_brackets_does_not_cut() -> None:
    assert senses.items("to come (by road; by rail); to arrive") == ("to come (by road; by rail)", "to arrive")


def test_what_is_meant_is_shown_where_what_is_said_is_too_long() -> None:
    said = "lit. to draw a snake and then to add feet to it although no snake has any; fig. to overdo it"
    assert senses.chosen((said,)) == ("to overdo it",)
    assert senses.chosen(("lit. to add feet; fig. to overdo it",)) == ("lit. to add feet", "fig. to overdo it")


def test_one_item_of_each_sense_before_a_second() -> None:
    assert senses.chosen(("a; b; c", "d")) == ("a", "b", "d")
    assert senses.chosen(("a", "a", "")) == ("a",)


@pytest.mark.parametrize("longest", [20, 40, LONGEST_SENSE])
@given(text=st.text(alphabet="ab ,();:…", max_size=120))
def test_a_shortened_item_is_short_and_its_brackets_are_closed(longest: int, text: str) -> None:
    short = senses.short(text, longest)
    assert len(short) <= max(longest, 0) + 1
    if text.count("(") == text.count(")") == 0:
        assert short == text or short.endswith("…") or len(text) <= longest


@given(st.lists(st.text(max_size=90), max_size=6))
def test_any_senses_make_few_short_ones(given_senses: list[str]) -> None:
    chosen = senses.chosen(given_senses)
    assert len(chosen) <= MOST_SENSES
    assert len(set(chosen)) == len(chosen)
    assert sum(map(len, chosen)) <= LONGEST_GLOSS + LONGEST_SENSE
    for sense in given_senses:
        senses.rank(sense), senses.pointer(sense), senses.is_dropped(sense), senses.classifiers([sense])
