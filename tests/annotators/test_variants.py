"""The scripts: converted by sentence, laid over the words only where they fit, and told by their characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import variants
from duidu.annotators.variants import (
    VariantWriter,
    languages_of,
    lost_on_the_way_back,
    simplified,
    simplified_sentence,
)
from duidu.model import LANGUAGES, Layers, Sentence, SourceRef, Variant, VariantLine
from tests.support import PROPERTY, sentence

TRADITIONAL = LANGUAGES[1:]
PLAIN = VariantWriter(TRADITIONAL)


# What converters stumble over: halves, radicals, compatibility and extension characters, and characters of many forms.
ODD = "\ud800\udfff⽔⺟\uf9b2\ufa0c𠀀𰻞😀干发里复只着著乾“’·"


def line(word: str, language: str, form: str) -> VariantLine:
    return VariantLine(word, language, form, SourceRef("content/lexicon/variants.tsv", 2))


@pytest.mark.parametrize(
    ("words", "traditional"),
    [
        (("头发", "和", "出发"), ("頭髮", "和", "出發")),
        (("后面", "和", "皇后"), ("後面", "和", "皇后")),
        (("干净", "的", "干部"), ("乾淨", "的", "幹部")),
        (("一", "只", "鸟", "只", "叫"), ("一", "隻", "鳥", "只", "叫")),
    ],
)
def test_a_character_of_several_forms_takes_that_of_its_neighbours(
    words: tuple[str, ...], traditional: tuple[str, ...]
) -> None:
    (variant,) = VariantWriter(["zh-Hant"]).write(sentence(*words))
    assert (variant.language, variant.words, variant.text) == ("zh-Hant", traditional, "".join(traditional))


def test_regions_differ() -> None:
    forms = {variant.language: variant.text for variant in PLAIN.write(sentence("他", "在", "村里", "说"))}
    assert forms == {"zh-Hant": "他在村裏說", "zh-Hant-TW": "他在村裡說", "zh-Hant-HK": "他在村裏説"}


def test_variants_come_in_the_order_asked_for() -> None:
    writer = VariantWriter(["zh-Hant-HK", "zh-Hant"])
    assert [variant.language for variant in writer.write(sentence("桥"))] == ["zh-Hant-HK", "zh-Hant"]


def test_the_editors_form_wins_in_its_language_only() -> None:
    writer = VariantWriter(TRADITIONAL, [line("台", "zh-Hant-TW", "台")])
    forms = {variant.language: variant.words for variant in writer.write(sentence("一", "台"))}
    assert forms["zh-Hant-TW"] == ("一", "台")
    assert forms["zh-Hant"] == ("一", "臺")


def test_the_editors_form_for_all_languages() -> None:
    writer = VariantWriter(TRADITIONAL, [line("桥", "*", "喬")])
    assert {variant.words for variant in writer.write(sentence("桥"))} == {("喬",)}


def test_the_editors_form_may_have_another_length() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("网", "*", "網路")]).write(sentence("上", "网", "了"))
    assert (variant.words, variant.text) == (("上", "網路", "了"), "上網路了")


def test_the_editors_form_for_a_language_that_is_not_published_is_idle() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("桥", "zh-Hant-HK", "喬")]).write(sentence("桥"))
    assert variant.words == ("橋",)


class Longer:
    """Stands in for an OpenCC that changes the length, as its phrase tables may."""

    def convert(self, text: str) -> str:
        return text.replace("互联网", "網際網路").replace("很髒", "脏")


def test_a_sentence_that_changes_its_length_has_no_word_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = VariantWriter(["zh-Hant"])
    monkeypatch.setattr(variants, "_converter", lambda config: Longer())
    long, same = (writer.write(sentence(*words))[0] for words in (("互联网", "好"), ("好",)))
    assert (long.text, long.words) == ("網際網路好", None)
    assert same.words == ("好",)


@PROPERTY
@given(
    st.lists(st.text(st.sampled_from(ODD) | st.characters(), min_size=1, max_size=4), max_size=6),
    st.sampled_from(LANGUAGES),
)
def test_one_form_a_word_or_none_for_any_text(words: list[str], language: str) -> None:
    item = sentence(*words, language=language)
    for variant in PLAIN.write(item):
        assert variant.words is None or "".join(variant.words) == variant.text
        assert variant.words is None or len(variant.words) == len(words)
        assert not variant.doubts or len(variant.doubts) == len(words)
        assert all(0 <= place < len(item.text) for place in lost_on_the_way_back(item, variant))


@pytest.mark.parametrize("char", ["\ud800", "\udfff", "⽔", "😀", "𠀀", "𰻞", "\x00", "“", "\ufeff"])
def test_what_is_no_character_of_either_script_stays(char: str) -> None:
    for variant in PLAIN.write(sentence("村里", char, "干部")):
        assert variant.words is not None
        assert variant.words[1] == char
        assert variant.words[2] == "幹部"


def test_compatibility_ideographs_become_what_they_stand_for() -> None:
    (variant,) = VariantWriter(["zh-Hant"]).write(sentence("\uf9b2", "一"))
    assert variant.words == ("\u96f6", "一")


# ---------------------------------------------------------------- regions and their own words


@pytest.mark.parametrize(
    ("plain", "forms"),
    [
        ("湿地", ("濕地", "濕地", "濕地")),
        ("鲜艳", ("鮮豔", "鮮豔", "鮮艷")),
        ("账户", ("賬戶", "帳戶", "賬户")),
        ("台州", ("台州", "台州", "台州")),
        ("“面条”", ("“麪條”", "“麵條”", "“麪條”")),
        ("考核", ("考核", "考核", "考核")),
    ],
)
def test_forms_of_the_regions(plain: str, forms: tuple[str, ...]) -> None:
    assert tuple(variant.text for variant in PLAIN.write(sentence(plain))) == forms


@pytest.mark.parametrize("text", ["他在村里说着话", "为什么群众吃面，床前启程", "台湾卫生局的秘书", "户口和税务"])
@pytest.mark.parametrize(("whole", "region"), [("s2tw", "t2tw"), ("s2hk", "t2hk")])
def test_the_regions_follow_from_plain_traditional(text: str, whole: str, region: str) -> None:
    plain = variants._opencc(text, "s2t")
    assert variants._opencc(plain, region) == variants._opencc(text, whole)


def test_taiwans_own_words_where_they_are_asked_for() -> None:
    words = sentence("信息", "和", "范老师")
    (off,) = VariantWriter(["zh-Hant-TW"]).write(words)
    (on,) = VariantWriter(["zh-Hant-TW"], vocabulary=True).write(words)
    assert (off.text, on.text) == ("信息和范老師", "資訊和范老師")
    assert on.words == ("資訊", "和", "范老師")


def test_taiwans_longer_words_leave_no_word_layer() -> None:
    (variant,) = VariantWriter(["zh-Hant-TW"], vocabulary=True).write(sentence("互联网", "和", "村里"))
    assert (variant.text, variant.words, variant.doubts) == ("網際網路和村裡", None, ())


def test_taiwans_own_words_are_for_taiwan() -> None:
    found = VariantWriter(["zh-Hant", "zh-Hant-HK"], vocabulary=True).write(sentence("信息"))
    assert {variant.text for variant in found} == {"信息"}


# ---------------------------------------------------------------- doubts


def test_doubts_are_told_in_the_forms_of_the_region() -> None:
    found = VariantWriter(TRADITIONAL).write(sentence("他", "干", "了"))
    assert {variant.doubts for variant in found} == {((), ("乾",), ())}


def test_what_the_editor_has_settled_is_not_in_doubt() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("干", "*", "乾")]).write(sentence("他", "干", "了"))
    assert (variant.text, variant.doubts) == ("他乾了", ())


def test_the_editor_settles_one_word_of_two() -> None:
    (variant,) = VariantWriter(["zh-Hant"], [line("干", "*", "乾")]).write(sentence("干", "，", "那", "只", "猫"))
    assert variant.doubts == ((), (), (), ("只",), ())


def test_layers_want_a_doubt_a_word() -> None:
    doubtful = Variant("zh-Hant", "隻", ("隻",), (("只",), ()))
    with pytest.raises(ValueError, match="different lengths"):
        Layers(("zhī",), ((),), (None,), (None,), (None,), (doubtful,))


# ---------------------------------------------------------------- there and back


@pytest.mark.parametrize(
    "text",
    [
        "头发干净，干部出发",
        "慰藉，狼藉，借口，乾隆",
        "着急，著作，显著",
        "宫商角徵羽",
        "复杂，反复，恢复",
        "繁体的“龍”",
    ],
)
def test_nothing_is_lost_on_the_way_back(text: str) -> None:
    item = sentence(text)
    assert [lost_on_the_way_back(item, variant) for variant in PLAIN.write(item)] == [(), (), ()]


def test_what_is_lost_is_told_by_its_place() -> None:
    item = sentence("皇后", "出发")
    assert lost_on_the_way_back(item, Variant("zh-Hant", "皇后出法", ("皇后", "出法"))) == (3,)


def test_of_another_length_nothing_can_be_said() -> None:
    item = sentence("网络")
    assert lost_on_the_way_back(item, Variant("zh-Hant-TW", "網際網路", None)) == ()


def test_a_sentence_from_taiwan_loses_nothing_in_hong_kong() -> None:
    item = sentence("她", "在", "裡面", "說", "著", "話", language="zh-Hant-TW")
    assert {lost_on_the_way_back(item, variant) for variant in PLAIN.write(item)} == {()}


# ---------------------------------------------------------------- sources in traditional characters

VILLAGE = {
    "zh-Hans": "为什么她在村里说着话",
    "zh-Hant": "爲什麼她在村裏說着話",
    "zh-Hant-TW": "為什麼她在村裡說著話",
    "zh-Hant-HK": "為什麼她在村裏説着話",
}


@pytest.mark.parametrize("source", LANGUAGES)
def test_every_script_from_every_script_but_the_own(source: str) -> None:
    forms = {variant.language: variant.text for variant in PLAIN.write(sentence(VILLAGE[source], language=source))}
    assert forms == {language: text for language, text in VILLAGE.items() if language != source}


def test_a_traditional_sentence_is_written_in_simplified_characters_whatever_is_published() -> None:
    found = VariantWriter([]).write(sentence("乾淨", "的", "幹部", language="zh-Hant"))
    assert [(variant.language, variant.words) for variant in found] == [("zh-Hans", ("干净", "的", "干部"))]


@pytest.mark.parametrize("word", ["裡面", "里面"])
def test_the_editors_form_of_a_word_as_printed_or_simplified(word: str) -> None:
    writer = VariantWriter(["zh-Hant", "zh-Hant-TW"], [line(word, "*", "裏邊")])
    forms = {variant.language: variant.text for variant in writer.write(sentence("裡面", "大", language="zh-Hant-TW"))}
    assert forms == {"zh-Hans": "里面大", "zh-Hant": "裏邊大"}


@pytest.mark.parametrize(
    ("taiwan", "plain"),
    [
        ("她寫著字", "她写着字"),
        ("動手著作", "动手著作"),
        ("這本原著和專著", "这本原著和专著"),
        ("大家討論著論著", "大家讨论着论著"),
        ("高原著火了", "高原着火了"),
    ],
)
def test_zhu_stays_where_it_is_the_authors(taiwan: str, plain: str) -> None:
    assert simplified(taiwan, "zh-Hant-TW") == plain


def test_simplified_text_is_left_alone() -> None:
    assert simplified("乾坤，於", "zh-Hans") == "乾坤，於"
    item = sentence("乾坤")
    assert simplified_sentence(item) is item


def texts(item: Sentence) -> list[str]:
    return [word.text for word in item.words]


def test_a_sentence_in_simplified_characters_keeps_its_words() -> None:
    found = simplified_sentence(sentence("頭髮", "，", "後面", language="zh-Hant-TW"))
    assert (found.language, texts(found)) == ("zh-Hans", ["头发", "，", "后面"])


def test_words_are_simplified_one_by_one_where_the_sentence_changes_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "_converter", lambda config: Longer())
    item = sentence("車", "很髒", language="zh-Hant")
    assert texts(simplified_sentence(item)) == ["車", "脏"]
    assert [(variant.text, variant.words) for variant in VariantWriter([]).write(item)] == [("車脏", None)]


# ---------------------------------------------------------------- what script a text is in


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_of_a_text(language: str) -> None:
    assert languages_of([VILLAGE[language]]) == (language,)


@pytest.mark.parametrize(
    "text",
    [
        "她在台灣衛生局說話，群眾在床邊。",
        "台北、台中、台南、台東都有群眾說，祕書和里長都來了。",
    ],
)
def test_what_taiwan_prints_beside_its_standard_does_not_hide_it(text: str) -> None:
    assert languages_of([text]) == ("zh-Hant-TW",)


def test_hong_kong_prints_some_of_taiwans_forms() -> None:
    assert languages_of(["她說，衛生署裏有群眾走着，為甚麼台上有人吃着麵？"]) == ("zh-Hant-HK",)


@pytest.mark.parametrize(
    "text",
    [
        "尋日條村嘅舊井整好咗，啲細路喺井邊玩水，個個都笑到見牙唔見眼。",
        "佢話呢條線冇問題，條橋聽日就通車。",
        "佢哋喺裡面說個唔停，啲人嚟咗就企喺台前。",
    ],
)
def test_who_writes_cantonese_is_in_hong_kong(text: str) -> None:
    assert languages_of([text]) == ("zh-Hant-HK",)


def test_a_word_of_cantonese_in_a_quotation_leaves_taiwan_where_it_is() -> None:
    text = "她在裡面說著話，群眾在床邊。台北衛生局的祕書說，香港人講「佢嚟咗」，是他來了的意思。"
    assert languages_of([text]) == ("zh-Hant-TW",)


def test_what_tells_no_region_is_plain() -> None:
    assert languages_of(["鳥兒飛過長橋，魚兒躍過龍門。"]) == ("zh-Hant",)


LONG = {"zh-Hans": "孩子们在桥边说话，老师讲了很长的故事。", "zh-Hant-TW": "孩子們在橋邊說話，老師講了這裡的故事。"}


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("short", ["", "天大地大", "3版", "頭", "头", "小橋", "小桥"])
def test_a_text_that_does_not_tell_has_the_language_of_its_page(short: str, language: str) -> None:
    assert languages_of([short, LONG[language]]) == (language, language)


def test_a_character_that_ends_a_text_of_opencc_changes_no_language() -> None:
    assert languages_of(["a\0她在裡面說著話，走進村裡。"]) == ("zh-Hant-TW",)


def test_every_text_of_a_mixed_page_by_itself() -> None:
    pages = ["節約用水，人人有責", LONG["zh-Hans"], LONG["zh-Hant-TW"], "节约用水，人人有责"]
    assert languages_of(pages) == ("zh-Hant-TW", "zh-Hans", "zh-Hant-TW", "zh-Hans")


def test_a_few_traditional_words_leave_a_text_simplified() -> None:
    text = LONG["zh-Hans"] + "他写了一个繁体的“龍”和“書”，又写“臺灣”。"
    assert languages_of([text, LONG["zh-Hans"]]) == ("zh-Hans", "zh-Hans")


def test_a_simplified_page_needs_one_converter_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = variants._converter
    monkeypatch.setattr(variants, "_converter", lambda config: asked.append(config) or real(config))
    languages_of([LONG["zh-Hans"] * 2 + "於", "节约用水"])
    assert set(asked) == {"t2s"}


@PROPERTY
@given(st.lists(st.text(st.sampled_from("桥橋说說説着著裡裏里台臺 \na，") | st.characters(exclude_categories=("Cs",)))))
def test_one_language_a_text_for_any_page(page: list[str]) -> None:
    found = languages_of(page)
    assert len(found) == len(page)
    assert set(found) <= set(LANGUAGES)
    assert languages_of(page) == found
