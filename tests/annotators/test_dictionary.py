"""CC-CEDICT: entries by word in either script, readings as the project writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.dictionary import by_traditional, entries, known, single_reading

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=6)


def test_an_entry_has_form_reading_and_senses_as_printed() -> None:
    (bridge,) = entries("桥")
    assert (bridge.traditional, bridge.pinyin, bridge.name) == ("橋", ("qiao2",), False)
    assert bridge.senses == ("bridge", "CL:座[zuo4]")


def test_homographs_are_all_there_and_names_last() -> None:
    assert {entry.pinyin for entry in entries("长")} == {("chang2",), ("zhang3",)}
    assert [entry.name for entry in entries("王")] == sorted(entry.name for entry in entries("王"))
    assert entries("王")[-1].senses == ("surname Wang",)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("绿色", ("lv4", "se4")),
        ("他们", ("ta1", "men5")),
        ("点儿", ("dian3", "er5")),
        ("北京", ("bei3", "jing1")),
        ("卡拉OK", ("ka3", "la1", "", "")),
        ("桥桥", None),
    ],
)
def test_readings_are_normalised(word: str, reading: tuple[str, ...] | None) -> None:
    assert [entry.pinyin for entry in entries(word)][:1] == ([reading] if reading else [])


def test_a_traditional_word_that_is_simplified_otherwise() -> None:
    assert entries("姪女") == ()
    assert [entry.senses[0] for entry in by_traditional("姪女")] == ["brother's daughter; niece"]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("旅行", ("lv3", "xing2")),
        ("银行", ("yin2", "hang2")),
        ("贵阳", ("gui4", "yang2")),  # a name only
        ("地道", None),  # dìdào, dìdao
        ("行", None),
        ("桥桥", None),
        ("", None),
    ],
)
def test_the_only_reading_of_a_word(word: str, reading: tuple[str, ...] | None) -> None:
    assert single_reading(word) == reading


@given(ANY_TEXT)
def test_any_text_can_be_looked_up(text: str) -> None:
    assert known(text) == bool(entries(text))
    assert isinstance(by_traditional(text), tuple)
    assert single_reading(text) is None or len(single_reading(text) or ()) == len(text)


@given(st.sampled_from(["桥", "长", "的", "绿色", "王", "一会儿", "〇", "卡拉OK"]))
def test_a_lookup_does_not_depend_on_those_before(word: str) -> None:
    assert entries(word) == entries.__wrapped__(word)
