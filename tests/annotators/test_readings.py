"""How words are read in their places, with the editor's corrections."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.readings import Readings, ascii_syllables, citation
from duidu.model import Reading, ReadingLine, Sentence, SourceRef, WordTag
from tests.support import PROPERTY, sentence

PLAIN = Readings()
PERSON = WordTag.PERSON


def read(*words: str, tag: WordTag = WordTag.WORD) -> list[str]:
    """The readings of the words of a sentence, a string each."""
    return [" ".join(reading.syllables) for reading in PLAIN.read(sentence(*words, tag=tag))]


WORDS = {
    "你好": "ni3 hao3",
    "绿色": "lv4 se4",
    "银行": "yin2 hang2",
    "行走": "xing2 zou3",
    "音乐": "yin1 yue4",
    "重庆": "chong2 qing4",
    "长江": "chang2 jiang1",
    "长大": "zhang3 da4",
    # neutral tones
    "朋友": "peng2 you5",
    "孩子们": "hai2 zi5 men5",
    "父亲": "fu4 qin5",
    "好朋友": "hao3 peng2 you5",
    "看看": "kan4 kan5",
    "外甥": "wai4 sheng5",
    "外甥女": "wai4 sheng5 nv3",
    "邻居们": "lin2 ju5 men5",
    # a longer word keeps them, but for those in which the tone comes back
    "护士长": "hu4 shi5 zhang3",
    "休息室": "xiu1 xi5 shi4",
    "国际关系": "guo2 ji4 guan1 xi5",
    "知识青年": "zhi1 shi5 qing1 nian2",
    "太阳能": "tai4 yang2 neng2",
    "东西方": "dong1 xi1 fang1",
    "孙子兵法": "sun1 zi3 bing1 fa3",
    # the retroflex suffix, and a child
    "一会儿": "yi1 hui4 er5",
    "女儿": "nv3 er2",
    # what the dictionaries have wrongly
    "宿舍": "su4 she4",
    "还田": "huan2 tian2",
    # citation tones
    "一定": "yi1 ding4",
    "一起": "yi1 qi3",
    "一心一意": "yi1 xin1 yi1 yi4",
    "不是": "bu4 shi4",
    "不要": "bu4 yao4",
    # places
    "六安市": "lu4 an1 shi4",
    "台州": "tai1 zhou1",
    "济源": "ji3 yuan2",
    "筠连县": "jun1 lian2 xian4",
    "洪洞县": "hong2 tong2 xian4",
    "乐清": "yue4 qing1",
    # in no dictionary
    "二○○三年": "er4 ling2 ling2 san1 nian2",
    "二〇二四年": "er4 ling2 er4 si4 nian2",
    "三十只": "san1 shi2 zhi1",
    "A股": " gu3",
}


@pytest.mark.parametrize(("word", "reading"), WORDS.items())
def test_reading_of_a_word(word: str, reading: str) -> None:
    assert read(word) == [reading]


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (("他", "还", "清", "了", "贷款"), "ta1 huan2 qing1 le5 dai4 kuan3"),
        (("他", "还", "年轻"), "ta1 hai2 nian2 qing1"),
        (("三", "只", "羊"), "san1 zhi1 yang2"),
        (("只", "有", "三", "只"), "zhi3 you3 san1 zhi1"),
        (("为", "群众", "服务"), "wei4 qun2 zhong4 fu2 wu4"),
        (("学制", "为", "三", "年"), "xue2 zhi4 wei2 san1 nian2"),
        (("高兴", "地", "说"), "gao1 xing4 de5 shuo1"),
        (("总", "得", "吃饭"), "zong3 dei3 chi1 fan4"),
        (("一场", "大雨"), "yi1 chang2 da4 yu3"),
        (("一场", "比赛"), "yi1 chang3 bi3 sai4"),
        (("他", "迎上去"), "ta1 ying2 shang4 qu5"),
        (("他", "上去", "了"), "ta1 shang4 qu4 le5"),
    ],
)
def test_the_context_tells(words: tuple[str, ...], reading: str) -> None:
    assert " ".join(read(*words)) == reading


# ---------------------------------------------------------------- doubt


def test_a_reading_that_the_context_leaves_open_is_doubtful() -> None:
    assert PLAIN.read(sentence("他", "是", "同行")) == (
        Reading(("ta1",)),
        Reading(("shi4",)),
        Reading(("tong2", "xing2"), (("tong2", "hang2"),)),
    )


def test_what_the_context_tells_is_not_doubtful() -> None:
    assert PLAIN.read(sentence("同行", "们"))[0] == Reading(("tong2", "hang2"))


def test_a_surname_that_is_guessed_is_doubtful() -> None:
    assert PLAIN.read(sentence("记者", "解晓枫", "报道"))[1].others == (("jie3", "xiao3", "feng1"),)


# ---------------------------------------------------------------- the tone of a character by itself


@pytest.mark.parametrize(
    ("syllable", "char", "tone"),
    [
        ("you5", "友", "you3"),
        ("zi5", "子", "zi3"),
        ("de5", "的", "de5"),
        ("er5", "儿", "er5"),
        ("a5", "Q", "a5"),
        ("", "，", ""),
        ("a5", "", "a5"),
        ("a5", "\ud800", "a5"),
    ],
)
def test_tone_of_a_character_by_itself(syllable: str, char: str, tone: str) -> None:
    assert citation(syllable, char) == tone


# ---------------------------------------------------------------- people


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("王小明", "wang2 xiao3 ming2"),
        ("曾小明", "zeng1 xiao3 ming2"),
        ("任红", "ren2 hong2"),
        ("单小红", "shan4 xiao3 hong2"),
        ("尉迟红", "yu4 chi2 hong2"),
        ("公孙红", "gong1 sun1 hong2"),
        ("令狐长行", "ling2 hu2 chang2 xing2"),
        ("李少华", "li3 shao4 hua2"),
        ("老单", "lao3 shan4"),
        ("哈马德", "ha1 ma3 de2"),
        ("哈国民", "ha3 guo2 min2"),
        ("撒贝宁", "sa4 bei4 ning2"),
        ("少正卯", "shao4 zheng4 mao3"),
        # foreign names begin with no surname
        ("查尔斯", "cha2 er3 si1"),
        ("解", "jie3"),
    ],
)
def test_names_of_people(name: str, reading: str) -> None:
    assert read(name, tag=PERSON) == [reading]


@pytest.mark.parametrize(
    ("words", "surname"),
    [
        (("百年", "的", "曾家", "大院"), "zeng1"),
        (("参观", "区家", "大院"), "ou1"),
        (("记者", "单晓枫", "报道"), "shan4"),
        (("记者", "单", "晓枫", "报道"), "shan4"),
        (("，", "任", "老师", "说"), "ren2"),
        (("他", "任", "主任"), "ren4"),
        (("姓", "单", "的"), "shan4"),
        (("解", "某", "被捕"), "xie4"),
        (("曾", "数", "次", "突围"), "ceng2"),
        (("查", "案件"), "cha2"),
        (("盖", "房"), "gai4"),
    ],
)
def test_surnames_that_no_tag_tells(words: tuple[str, ...], surname: str) -> None:
    assert surname in " ".join(read(*words)).split()


# ---------------------------------------------------------------- the editor's readings


def line(word: str, pinyin: str, context: str = "") -> ReadingLine:
    return ReadingLine(word, pinyin, context, SourceRef("content/lexicon/readings.tsv", 2))


def spelt(lines: list[ReadingLine], *words: str) -> list[str]:
    found = Readings(lines).read(sentence(*words))
    return [reading.spelling or " ".join(reading.syllables) for reading in found]


def test_the_editors_reading_wins() -> None:
    assert spelt([line("桥", "qiāo")], "新", "桥") == ["xin1", "qiao1"]


def test_a_reading_of_one_syllable_a_character_is_understood() -> None:
    (found,) = Readings([line("乐山", "lèshān")]).read(sentence("乐山"))
    assert found == Reading(("le4", "shan1"), settled=True)


@pytest.mark.parametrize("pinyin", ["Lèshān", "lè shān", "lè-shān"])
def test_capitals_spaces_and_hyphens_of_the_editor_stay(pinyin: str) -> None:
    (found,) = Readings([line("乐山", pinyin)]).read(sentence("乐山"))
    assert found == Reading(("le4", "shan1"), (), pinyin, settled=True)


def test_another_spelling_is_shown_as_written() -> None:
    assert Readings([line("乐山", "LESHAN!")]).read(sentence("乐山")) == (
        Reading(("", ""), (), "LESHAN!", settled=True),
    )


def test_a_reading_with_context_is_for_that_place_only() -> None:
    assert spelt([line("长", "HERE", "桥长")], "桥", "长", "很", "长") == ["qiao2", "HERE", "hen3", "chang2"]


def test_context_may_stand_before_and_after_the_word() -> None:
    lines = [line("长", "HERE", "又长高")]
    assert spelt(lines, "又", "长", "高")[1] == "HERE"
    assert spelt(lines, "又", "长", "又", "高")[1] == "chang2"


def test_context_that_holds_the_word_twice_counts_at_both_places() -> None:
    lines = [line("长", "HERE", "长又长")]
    assert spelt(lines, "长", "又", "长", "了", "长") == ["HERE", "you4", "HERE", "le5", "chang2"]


def test_a_reading_with_context_wins_over_one_without() -> None:
    lines = [line("长", "EVERYWHERE"), line("长", "HERE", "村长")]
    assert spelt(lines, "村", "长", "长") == ["cun1", "HERE", "EVERYWHERE"]


# ---------------------------------------------------------------- printed in traditional characters


def printed(plain: Sentence, *words: str, **fields: object) -> tuple[Sentence, Sentence]:
    return plain, sentence(*words, language="zh-Hant-TW", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("plain", "word", "reading"),
    [
        ("音乐", "音樂", "yin1 yue4"),
        # simplified characters that are several words; what was printed decides
        ("干", "乾", "gan1"),
        ("干", "幹", "gan4"),
        ("发", "髮", "fa4"),
        ("发", "發", "fa1"),
        ("只", "隻", "zhi1"),
        ("只", "只", "zhi3"),
        ("银发族", "銀髮族", "yin2 fa4 zu2"),
    ],
)
def test_reading_of_a_word_as_printed(plain: str, word: str, reading: str) -> None:
    (found,) = PLAIN.read(*printed(sentence(plain), word))
    assert found == Reading(tuple(reading.split()))


@pytest.mark.parametrize(
    "lines",
    [
        [line("长", "HERE", "村长")],
        [line("長", "HERE", "村長")],
        [line("長", "HERE", "村長"), line("长", "THERE")],
        [line("長", "HERE"), line("长", "THERE")],
    ],
)
def test_the_editors_reading_in_either_script(lines: list[ReadingLine]) -> None:
    assert Readings(lines).read(*printed(sentence("村", "长"), "村", "長"))[1].spelling == "HERE"


def test_a_reading_in_traditional_characters_is_for_texts_printed_so() -> None:
    assert spelt([line("乾", "HERE")], "干") == ["gan4"]


# ---------------------------------------------------------------- whatever stands in a text


def test_what_is_no_chinese_has_no_reading() -> None:
    assert read("他", "，", "3.5", "ok", " ", "😀", "来") == ["ta1", "", "  ", " ", "", "", "lai2"]


@pytest.mark.parametrize(
    ("char", "reading"),
    [
        ("⽔", "shui3"),  # a radical
        ("\uf9d1", "liu4"),  # a compatibility ideograph, 六
        ("𠀀", "he1"),  # extension B
        ("\ud800", ""),
        ("Ａ", ""),
        ("Ж", ""),
        ("\U0003106c", ""),  # extension H: no reading known
    ],
)
def test_characters_from_the_far_corners(char: str, reading: str) -> None:
    assert read(char) == [reading]


ANY = st.text(
    st.characters() | st.sampled_from("为得地长只种行着还一不单解任儿子〇○⽔𠀀\ud800Ａ"), min_size=1, max_size=5
)


@PROPERTY
@given(st.lists(ANY, max_size=6), st.sampled_from(list(WordTag)))
def test_one_syllable_a_character_for_any_text(words: list[str], tag: WordTag) -> None:
    found = PLAIN.read(sentence(*words, tag=tag))
    assert [len(reading.syllables) for reading in found] == [len(word) for word in words]
    for reading in found:
        assert all(len(other) == len(reading.syllables) for other in reading.others)
        assert reading.syllables not in reading.others
        assert all(syllable == "" or syllable[-1] in "12345" for syllable in reading.syllables)


@PROPERTY
@given(st.lists(ANY, max_size=4))
def test_alignment_with_what_was_printed(words: list[str]) -> None:
    own = [
        unicodedata.normalize("NFC", word) if len(unicodedata.normalize("NFC", word)) == len(word) else word
        for word in words
    ]
    found = PLAIN.read(*printed(sentence(*words), *own))
    assert [len(reading.syllables) for reading in found] == [len(word) for word in words]


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(("text", "letters"), [("绿色", "lvse"), ("西安", "xian"), ("，。", ""), ("重庆", "chongqing")])
def test_plain_letters(text: str, letters: str) -> None:
    assert ascii_syllables(text) == letters


@PROPERTY
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=10))
def test_plain_letters_of_any_text_fit_an_address(text: str) -> None:
    letters = ascii_syllables(text)
    assert letters == "" or (letters.isascii() and letters.isalnum() and letters == letters.lower())
