"""Bopomofo, as Taiwan's schools write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.zhuyin import of_syllable, zhuyin
from duidu.model import Reading
from duidu.syllables import SYLLABLES
from tests.support import PROPERTY

# One of each initial, final and special spelling.
SIGNS = {
    "ba1": "ㄅㄚ",
    "po2": "ㄆㄛˊ",
    "me5": "˙ㄇㄜ",
    "fei3": "ㄈㄟˇ",
    "dui4": "ㄉㄨㄟˋ",
    "tie3": "ㄊㄧㄝˇ",
    "nv3": "ㄋㄩˇ",
    "lve4": "ㄌㄩㄝˋ",
    "gong1": "ㄍㄨㄥ",
    "kuang4": "ㄎㄨㄤˋ",
    "hun1": "ㄏㄨㄣ",
    "jiu3": "ㄐㄧㄡˇ",
    "qiong2": "ㄑㄩㄥˊ",
    "xuan1": "ㄒㄩㄢ",
    "ju2": "ㄐㄩˊ",
    "zhi1": "ㄓ",
    "chi1": "ㄔ",
    "shi4": "ㄕˋ",
    "ri4": "ㄖˋ",
    "zi3": "ㄗˇ",
    "ci2": "ㄘˊ",
    "si4": "ㄙˋ",
    "shui3": "ㄕㄨㄟˇ",
    "yi1": "ㄧ",
    "ya2": "ㄧㄚˊ",
    "yo5": "˙ㄧㄛ",
    "ye4": "ㄧㄝˋ",
    "yai2": "ㄧㄞˊ",
    "you3": "ㄧㄡˇ",
    "yin1": "ㄧㄣ",
    "ying2": "ㄧㄥˊ",
    "yong4": "ㄩㄥˋ",
    "yu2": "ㄩˊ",
    "yue4": "ㄩㄝˋ",
    "yuan2": "ㄩㄢˊ",
    "yun4": "ㄩㄣˋ",
    "wu3": "ㄨˇ",
    "wo3": "ㄨㄛˇ",
    "wei4": "ㄨㄟˋ",
    "wen2": "ㄨㄣˊ",
    "weng1": "ㄨㄥ",
    "er4": "ㄦˋ",
    "ê4": "ㄝˋ",
    "m2": "ㄇˊ",
}


@pytest.mark.parametrize(("syllable", "signs"), SIGNS.items())
def test_signs_of_a_syllable(syllable: str, signs: str) -> None:
    assert of_syllable(syllable) == signs


def test_every_syllable_has_signs_of_its_own() -> None:
    signs = {base: of_syllable(base) for base in SYLLABLES}
    assert not any(char.isascii() for text in signs.values() for char in text)
    assert len(set(signs.values())) == len(signs)


@pytest.mark.parametrize(
    ("word", "syllables", "written"),
    [
        ("中國", "zhong1 guo2", "ㄓㄨㄥ ㄍㄨㄛˊ"),
        ("什麼", "shen2 me5", "ㄕㄣˊ ˙ㄇㄜ"),
        ("這兒", "zhe4 er5", "ㄓㄜˋ ㄦ"),
        ("女兒", "nv3 er2", "ㄋㄩˇ ㄦˊ"),
        ("哪兒", "na3 er5", "ㄋㄚˇ ㄦ"),
    ],
)
def test_a_word(word: str, syllables: str, written: str) -> None:
    assert zhuyin(word, Reading(tuple(syllables.split()))) == written


@pytest.mark.parametrize(
    ("word", "syllables", "written"),
    [
        ("卡拉OK", ("ka3", "la1", "", ""), "ㄎㄚˇ ㄌㄚ OK"),
        ("Ｔ恤", ("", "xu4"), "T ㄒㄩˋ"),
        ("馬克·吐溫", ("ma3", "ke4", "", "tu3", "wen1"), "ㄇㄚˇ ㄎㄜˋ ㄊㄨˇ ㄨㄣ"),
        ("，", ("",), ""),
        ("3.5", ("", "", ""), ""),
    ],
)
def test_what_is_no_chinese(word: str, syllables: tuple[str, ...], written: str) -> None:
    assert zhuyin(word, Reading(syllables)) == written


def test_a_spelling_of_the_editor_has_none() -> None:
    assert zhuyin("拉萨", Reading((), spelling="Lhasa")) == ""


@PROPERTY
@given(st.text(max_size=6), st.data())
def test_any_word(word: str, data: st.DataObject) -> None:
    syllable = st.sampled_from(["", "hua1", "er5", "e4", "nonsense"])
    reading = Reading(tuple(data.draw(syllable) for _ in word))
    assert isinstance(zhuyin(word, reading), str)
