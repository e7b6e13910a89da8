"""Numerals, forms and parts of words, names of places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import numerals, place_names, word_forms, word_parts
from duidu.annotators.dictionary import known

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=8)
NUMERALS = st.text(alphabet="〇零一二三五九十百千万亿两点第年月日分之几数余多近", max_size=30)
WORDS = st.text(alphabet="看好一不了得儿着过们的桥长副", max_size=8)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("八十", 80),
        ("一百零五", 105),
        ("一百五", 150),
        ("三千零五十", 3050),
        ("两万三千", 23000),
        ("一亿二千万", 120_000_000),
        ("二〇二四", 2024),
        ("百千", None),
        ("十百", None),
        ("", None),
        ("桥", None),
    ],
)
def test_values(numeral: str, value: int | None) -> None:
    assert numerals.value(numeral) == value


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("八十", "80"),
        ("四月", "April"),
        ("十三月", ""),
        ("二十一日", "the 21st (day of the month)"),
        ("二〇一九年", "the year 2019"),
        ("三年", "3 years"),
        ("第十二", "12th"),
        ("百分之三十", "30%"),
        ("四分之三", "3/4"),
        ("八成", "80%"),
        ("近百", "nearly 100"),
        ("五十多", "over 50"),
        ("数千", "thousands (of)"),
        ("万", "ten thousand"),
        ("七十年代", "the 70s"),
        ("几桥", ""),
    ],
)
def test_expressions(word: str, english: str) -> None:
    assert numerals.expression(word) == english


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("看看", "看"),
        ("看一看", "看"),
        ("清清楚楚", "清楚"),
        ("研究研究", "研究"),
        ("是不是", "是"),
        ("漂不漂亮", "漂亮"),
        ("听得懂", "听懂"),
        ("花儿", "花"),
        ("写了", "写"),
        ("邻居们", "邻居"),
        ("一座座", "座"),
    ],
)
def test_forms_of_known_words(word: str, base: str) -> None:
    form = word_forms.form_of(word, lambda text: text != word and known(text))
    assert form is not None
    assert form.base == base


@pytest.mark.parametrize("word", ["", "桥", "桥梁", "𪛖𪛖"])
def test_other_words_are_no_forms(word: str) -> None:
    assert word_forms.form_of(word, known) is None


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("桥梁工程师", ["桥梁", "工程师"]),
        ("副总工程师", ["副", "总", "工程师"]),
        ("可搬迁性", ["可", "搬迁", "性"]),
        ("桥X", []),
        ("桥", []),
        ("", []),
    ],
)
def test_the_fewest_parts(word: str, parts: list[str]) -> None:
    assert [part.text for part in word_parts.split(word, known)] == parts


@pytest.mark.parametrize(
    ("name", "syllables", "english"),
    [
        ("东湖区", ("dong1", "hu2", "qu1"), "Donghu District"),
        ("人民路", ("ren2", "min2", "lu4"), "Renmin Road"),
        ("绿园社区", ("lv4", "yuan2", "she4", "qu1"), "Lüyuan Community"),
        ("西安", ("xi1", "an1"), "Xi’an"),
        ("东湖区", ("dong1", "hu2"), ""),
        ("东湖区", (), ""),
    ],
)
def test_names_of_places(name: str, syllables: tuple[str, ...], english: str) -> None:
    assert place_names.english_name(name, syllables) == english


@given(st.one_of(ANY_TEXT, NUMERALS, WORDS))
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(numerals.expression(text), str)
    form = word_forms.form_of(text, known)
    assert form is None or known(form.base)
    assert "".join(part.text for part in word_parts.split(text, known)) in ("", text)
    assert isinstance(place_names.english_name(text, ("a1",) * len(text)), str)
