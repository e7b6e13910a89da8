"""Pinyin as it is written: GB/T 16159-2012 (clauses in the tables) and 《汉语拼音方案》."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.spelling import ruby, running, speller
from duidu.model import Mark, PinyinStyle, Reading, Sentence, SourceRef, Word, WordTag
from duidu.syllables import SYLLABLES, syllables_of
from tests.support import PROPERTY

PLAIN = PinyinStyle()
NUMBERS = PinyinStyle(tones="numbers")
NO_ERHUA = PinyinStyle(erhua=False)
SPOKEN = PinyinStyle(sandhi=True)


def reading(*syllables: str) -> Reading:
    return Reading(tuple(syllables))


# ---------------------------------------------------------------- over a word

RUBIES = [
    ("中国", "zhong1 guo2", PLAIN, "zhōngguó"),
    ("绿色", "lv4 se4", PLAIN, "lǜsè"),
    ("军区", "jun1 qu1", PLAIN, "jūnqū"),
    # 6.5.2: no mark on a neutral syllable
    ("孩子", "hai2 zi5", PLAIN, "háizi"),
    # 《汉语拼音方案》 part 5: an apostrophe before a, o, e, and nowhere else
    ("西安", "xi1 an1", PLAIN, "xī'ān"),
    ("海鸥", "hai3 ou1", PLAIN, "hǎi'ōu"),
    ("名额", "ming2 e2", PLAIN, "míng'é"),
    ("阿姨", "a1 yi2", PLAIN, "āyí"),
    ("语言", "yu3 yan2", PLAIN, "yǔyán"),
    ("西安", "xi1 an1", NUMBERS, "xi1'an1"),
    # 儿 that colours the syllable before it, and 儿 that is a syllable
    ("花儿", "hua1 er5", PLAIN, "huār"),
    ("这儿", "zhe4 er5", PLAIN, "zhèr"),
    ("玩儿命", "wan2 er5 ming4", PLAIN, "wánrmìng"),
    ("女儿", "nv3 er2", PLAIN, "nǚ'ér"),
    ("儿童", "er2 tong2", PLAIN, "értóng"),
    ("这儿", "zhe4 er5", NO_ERHUA, "zhè'ér"),
    ("这儿", "zhe4 er5", NUMBERS, "zher4"),
    ("哥们儿", "ge1 men5 er5", NUMBERS, "ge1menr5"),
    # 6.5.6: numbers
    ("中国", "zhong1 guo2", NUMBERS, "zhong1guo2"),
    ("学生", "xue2 sheng5", NUMBERS, "xue2sheng5"),
    ("绿色", "lv4 se4", PinyinStyle(tones="numbers", umlaut="u:"), "lu:4se4"),
    ("绿色", "lv4 se4", PinyinStyle(tones="numbers", umlaut="v"), "lv4se4"),
    # 6.5.3: 一 and 不
    ("一定", "yi1 ding4", PLAIN, "yīdìng"),
    ("一定", "yi1 ding4", SPOKEN, "yídìng"),
    ("不要", "bu4 yao4", SPOKEN, "búyào"),
    ("统一", "tong3 yi1", SPOKEN, "tǒngyī"),
    ("不", "bu4", SPOKEN, "bù"),
    # a rare character without a reading is left out
    ("张𠮷", "zhang1 -", PLAIN, "zhāng"),
]


@pytest.mark.parametrize(("word", "syllables", "style", "written"), RUBIES)
def test_ruby(word: str, syllables: str, style: PinyinStyle, written: str) -> None:
    given = Reading(tuple(syllable.strip("-") for syllable in syllables.split()))
    assert ruby(word, given, style) == written


@pytest.mark.parametrize(
    ("word", "syllables", "written"),
    [
        ("卡拉OK", ("ka3", "la1", "", ""), "kǎlāOK"),
        ("T恤", ("", "xu4"), "T xù"),
        ("Ａ股", ("", "gu3"), "A gǔ"),
        ("阿Q", ("a1", ""), "āQ"),
        ("3月", ("", "yue4"), "3 yuè"),
        ("第3", ("di4", ""), "dì 3"),
        ("OK", ("", ""), ""),
        ("，", ("",), ""),
        ("马克·吐温", ("ma3", "ke4", "", "tu3", "wen1"), "mǎkè tǔwēn"),
    ],
)
def test_ruby_of_letters_and_signs(word: str, syllables: tuple[str, ...], written: str) -> None:
    assert ruby(word, Reading(syllables), PLAIN) == written


def test_ruby_with_a_capital() -> None:
    assert ruby("安徽", reading("an1", "hui1"), PLAIN, capital=True) == "Ānhuī"
    foreign = reading("ma3", "ke4", "", "tu3", "wen1")
    assert ruby("马克·吐温", foreign, PLAIN, capital=True) == "Mǎkè Tǔwēn"


def test_ruby_of_a_name_with_its_marks() -> None:
    marks = (Mark(" ", True), Mark(" ", True), Mark())
    assert ruby("黄大发", reading("huang2", "da4", "fa1"), PLAIN, True, marks=marks) == "Huáng Dàfā"


def test_no_apostrophe_at_a_hyphen_or_a_space() -> None:
    parts = reading("zhong1", "e2")
    assert ruby("中俄", parts, PLAIN, True, marks=(Mark(), Mark("-", True))) == "Zhōng-É"
    assert ruby("中俄", parts, PLAIN, True, marks=(Mark(), Mark(" ", True))) == "Zhōng É"


def test_the_editors_spelling_is_shown_as_written() -> None:
    assert ruby("拉萨", Reading((), spelling="Lhasa"), NUMBERS, capital=False) == "Lhasa"


def full(syllable: str, char: str) -> str:
    return {"生": "sheng1", "的": "di4"}.get(char, syllable)


def test_no_neutral_tones_where_the_style_wants_none() -> None:
    style = PinyinStyle(neutral=False)
    assert ruby("学生", reading("xue2", "sheng5"), style, citation=full) == "xuéshēng"
    assert ruby("学生", reading("xue2", "sheng5"), style) == "xuésheng"
    # another syllable is not the same one in full; what has no tone stays
    assert ruby("的", reading("de5"), style, citation=full) == "de"
    assert ruby("吗", reading("ma5"), style, citation=full) == "ma"


def test_ruby_wants_a_syllable_a_character() -> None:
    with pytest.raises(ValueError, match="'中国' needs a syllable and a mark a character"):
        ruby("中国", reading("zhong1"), PLAIN)


# ---------------------------------------------------------------- a sentence


def line(words: str, syllables: str, marks: str, style: PinyinStyle = PLAIN) -> tuple[str, ...]:
    """``syllables``: - for none; ``marks``: one a character, see ``codes``."""
    tokens = words.split("|")
    text = "".join(tokens)
    flat = iter(syllables.split())
    readings = [Reading(tuple(next(flat).strip("-") for _ in word)) for word in tokens]
    codes = {
        ".": Mark(),
        "_": Mark(" "),
        "=": Mark("-"),
        "C": Mark("", True),
        "S": Mark(" ", True),
        "H": Mark("-", True),
    }
    sentence = Sentence("p", text, tuple(Word(word, WordTag.WORD) for word in tokens), SourceRef("p", 1))
    return running(sentence, readings, [codes[code] for code in marks], style)


RUNNING = [
    # 6.1, 6.3.1, 6.7: words apart, the sentence begins with a capital, the full stop is a dot
    ("我|爱|北京|。", "wo3 ai4 bei3 jing1 -", "C_S._", "Wǒ ài Běijīng."),
    # the marks cut a word of the page, and join two
    ("红花岗区", "hong2 hua1 gang3 qu1", "C..S", "Hónghuāgǎng Qū"),
    ("来|了", "lai2 le5", "C.", "Láile"),
    ("中|俄|关系", "zhong1 e2 guan1 xi5", "CH_.", "Zhōng-É guānxi"),
    # the apostrophe over words that are joined
    ("热|爱", "re4 ai4", "C.", "Rè'ài"),
    ("热|爱", "re4 ai4", "C_", "Rè ài"),
    # 儿 of the word before
    ("这|儿", "zhe4 er5", "C.", "Zhèr"),
    # 6.7: , for 、 as for ，
    ("红|、|绿|，|蓝|；|白", "hong2 - lv4 - lan2 - bai2", "C______", "Hóng, lǜ, lán; bái"),
    ("去|吗|？|去|！", "qu4 ma5 - qu4 -", "C__C_", "Qù ma? Qù!"),
    ("他|说|：|“|好|。|”", "ta1 shuo1 - - hao3 - -", "C___C__", "Tā shuō: “Hǎo.”"),
    ("读|《|红楼梦|》|。", "du2 - hong2 lou2 meng4 - -", "C_C____", "Dú «Hóng lóu mèng»."),
    ("《|读|〈|诗|〉|》", "- du2 - shi1 - -", "_C_C__", "«Dú ‹Shī›»"),
    ("（|新华社|）|电", "- xin1 hua2 she4 - dian4", "_C..__", "(Xīnhuáshè) diàn"),
    ("「|好|」", "- hao3 -", "_C_", "“Hǎo”"),
    ("好|……|走", "hao3 - - zou3", "C___", "Hǎo… zǒu"),
    ("他|——|人", "ta1 - - ren2", "C___", "Tā — rén"),
    ("他|—|—|人", "ta1 - - ren2", "C___", "Tā — rén"),
    ("好|！|”|他", "hao3 - - ta1", "C___", "Hǎo!” tā"),
    # 6.7: what connects is a hyphen
    ("京|—|沪", "jing1 - hu4", "C_C", "Jīng-Hù"),
    ("1949|—|1976|年", "- - - - - - - - - nian2", "__________", "1949-1976 nián"),
    ("10|～|20|岁", "- - - - - sui4", "______", "10-20 suì"),
    # the dot within a foreign name, between numbers
    ("马克·吐温", "ma3 ke4 - tu3 wen1", "C.SS.", "Mǎkè Tǔwēn"),
    ("3|·|15|晚会", "- - - - wan3 hui4", "_____.", "3·15 wǎnhuì"),
    # 6.1.5: Arabic numerals, and Latin letters, as in the source, if narrower
    ("花|3.5|元", "hua1 - - - yuan2", "C____", "Huā 3.5 yuán"),
    ("花|１０００|元", "hua1 - - - - yuan2", "C_____", "Huā 1000 yuán"),
    ("花|1,000|元", "hua1 - - - - - yuan2", "C______", "Huā 1,000 yuán"),
    ("10:30|到", "- - - - - dao4", "______", "10:30 dào"),
    ("涨|50%|了", "zhang3 - - - le5", "C____", "Zhǎng 50% le"),
    ("－5℃|，|冷", "- - - - leng3", "_____", "-5℃, lěng"),
    ("Ａ４|纸", "- - zhi3", "___", "A4 zhǐ"),
    ("卡拉OK", "ka3 la1 - -", "C...", "KǎlāOK"),
    ("说| |David| |Ku| |好", "shuo1 - - - - - - - - - - hao3", "C___________", "Shuō David Ku hǎo"),
    ("和|/|或", "he2 - huo4", "C__", "Hé/huò"),
    ('说|"|好|"|。', "shuo1 - hao3 - -", "C____", 'Shuō "hǎo".'),
    # what has no reading is itself; white space at the ends is nothing
    ("用|𠮷|字", "yong4 - zi4", "C__", "Yòng 𠮷 zì"),
    ("　|好|😀| ", "- hao3 - -", "_C__", "Hǎo 😀"),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("words", "syllables", "marks", "written"), RUNNING)
def test_running(words: str, syllables: str, marks: str, written: str) -> None:
    assert "".join(line(words, syllables, marks)) == written


def test_a_piece_a_word() -> None:
    pieces = line("我|爱|北京|。", "wo3 ai4 bei3 jing1 -", "C_S._")
    assert pieces == ("Wǒ", " ài", " Běijīng", ".")


@pytest.mark.parametrize(
    ("words", "syllables", "marks", "style", "written"),
    [
        ("一|个|人", "yi1 ge4 ren2", "C__", SPOKEN, "Yí gè rén"),
        ("我|不|去", "wo3 bu4 qu4", "C__", SPOKEN, "Wǒ bú qù"),
        ("我|不|去", "wo3 bu4 qu4", "C__", PLAIN, "Wǒ bù qù"),
        ("是|不|是", "shi4 bu4 shi4", "C__", SPOKEN, "Shì bu shì"),
        ("这|儿|爱", "zhe4 er5 ai4", "C._", NO_ERHUA, "Zhè'ér ài"),
        ("这|儿", "zhe4 er5", "C.", NUMBERS, "Zhe4r"),
        ("热|爱", "re4 ai4", "C.", NUMBERS, "Re4'ai4"),
    ],
)
def test_running_in_a_style(words: str, syllables: str, marks: str, style: PinyinStyle, written: str) -> None:
    assert "".join(line(words, syllables, marks, style)) == written


def test_spoken_readings_for_the_ruby_of_a_sentence() -> None:
    words = (Word("不", WordTag.WORD), Word("对", WordTag.WORD))
    found = speller().spoken(Sentence("p", "不对", words, SourceRef("p", 1)), [reading("bu4"), reading("dui4")])
    assert [ruby(word.text, one) for word, one in zip(words, found, strict=True)] == ["bú", "duì"]


def test_the_editors_spelling_in_a_line() -> None:
    words = (Word("去", WordTag.WORD), Word("拉萨", WordTag.PLACE), Word("爱", WordTag.WORD))
    sentence = Sentence("p", "去拉萨爱", words, SourceRef("p", 1))
    readings = [reading("qu4"), Reading((), spelling="lhasa"), reading("ai4")]
    marks = [Mark("", True), Mark(" ", True), Mark(), Mark(" ")]
    assert running(sentence, readings, marks, PLAIN) == ("Qù", " Lhasa", " ài")


def test_a_line_wants_a_mark_a_character() -> None:
    sentence = Sentence("p", "好", (Word("好", WordTag.WORD),), SourceRef("p", 1))
    with pytest.raises(ValueError, match="not a mark a character"):
        running(sentence, [reading("hao3")], [], PLAIN)
    with pytest.raises(ValueError, match="needs a syllable a character"):
        running(sentence, [reading("hao3", "hao3")], [Mark()], PLAIN)


# ---------------------------------------------------------------- whatever comes

STYLES = st.builds(
    PinyinStyle,
    tones=st.sampled_from(["marks", "numbers"]),
    sandhi=st.booleans(),
    neutral=st.booleans(),
    erhua=st.booleans(),
    umlaut=st.sampled_from(["ü", "v", "u:"]),
)
CHARACTERS = st.one_of(
    st.sampled_from("一不儿爱红A3Ａ３，。、《》“”（）—…·-.'\"/ 　⼀㐀𠮷😀\ud800"),
    st.characters(codec=None, exclude_categories=()),
)
TONED = st.sampled_from(["", "", "yi1", "bu4", "er5", "ai4", "hong2", "lv4", "de5", "wei2"])
MARKS = st.builds(Mark, st.sampled_from(["", " ", "-"]), st.booleans())


@PROPERTY
@given(st.lists(st.text(CHARACTERS, min_size=1, max_size=4), max_size=6), STYLES, st.data())
def test_any_sentence(words: list[str], style: PinyinStyle, data: st.DataObject) -> None:
    text = "".join(words)
    readings = [Reading(tuple(data.draw(TONED) for _ in word)) for word in words]
    marks = [data.draw(MARKS) for _ in text]
    sentence = Sentence("p", text, tuple(Word(word, WordTag.WORD) for word in words), SourceRef("p", 1))
    pieces = running(sentence, readings, marks, style)
    assert len(pieces) == len(words)
    assert "".join(pieces) == "".join(pieces).strip(" ")
    assert not re.search(r"  | [,;?!)»”]|[(«“] ", "".join(pieces))
    for word, piece, one in zip(words, pieces, readings, strict=True):
        assert piece.strip() or not any(one.syllables)
        assert isinstance(ruby(word, one, style), str)
    # nothing is lost: what is no syllable, white space, or a run of dashes or dots stands in the line
    for char, syllable in zip(text, (syllable for one in readings for syllable in one.syllables), strict=True):
        if not syllable and char in "A3⼀㐀𠮷😀\ud800":
            assert char in "".join(pieces)


@PROPERTY
@given(
    st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=4),
    st.sampled_from([PLAIN, NUMBERS, PinyinStyle(tones="numbers", umlaut="u:")]),
    st.data(),
)
def test_what_is_written_can_be_read(bases: list[str], style: PinyinStyle, data: st.DataObject) -> None:
    tones = [data.draw(st.sampled_from("1234")) for _ in bases]
    syllables = tuple(base + tone for base, tone in zip(bases, tones, strict=True))
    word = "人" * len(bases)
    assert syllables_of(ruby(word, Reading(syllables), style), word) == syllables


@PROPERTY
@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=4), st.data())
def test_numbers_and_marks_are_the_same_reading(bases: list[str], data: st.DataObject) -> None:
    syllables = tuple(base + data.draw(st.sampled_from("1234")) for base in bases)
    word = "人" * len(bases)
    numbers = syllables_of(ruby(word, Reading(syllables), NUMBERS), word)
    assert numbers is not None
    assert ruby(word, Reading(numbers), PLAIN) == ruby(word, Reading(syllables), PLAIN)
