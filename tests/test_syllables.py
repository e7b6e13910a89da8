"""The syllable of Hanyu Pinyin: marks, numbers, and spellings cut into syllables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.syllables import SYLLABLES, check_spelling, marked, numbered, read_syllables, syllables_of
from tests.support import PROPERTY

MARKED = {
    # 6.5.1: on the main vowel; of iu and ui on the last
    "zhong1": "zhōng",
    "ma3": "mǎ",
    "mao2": "máo",
    "hei1": "hēi",
    "dou4": "dòu",
    "tie3": "tiě",
    "guo2": "guó",
    "xue2": "xué",
    "liu2": "liú",
    "gui3": "guǐ",
    "qiong2": "qióng",
    "juan4": "juàn",
    # 6.5.2: no mark on a neutral syllable
    "de5": "de",
    # ü keeps its dots after n and l, and under a mark
    "lv4": "lǜ",
    "nv3": "nǚ",
    "lve4": "lüè",
    # interjections
    "ng2": "ńg",
    "m2": "ḿ",
    "hng5": "hng",
    "ê4": "ề",
    "er2": "ér",
}


@pytest.mark.parametrize(("syllable", "written"), MARKED.items())
def test_a_tone_as_a_mark(syllable: str, written: str) -> None:
    assert marked(syllable) == written


@pytest.mark.parametrize(
    ("syllable", "umlaut", "marks", "numbers"),
    [
        ("lv4", "ü", "lǜ", "lü4"),
        ("lv4", "v", "lv̀", "lv4"),
        ("lv4", "u:", "lù:", "lu:4"),
        ("nve4", "v", "nvè", "nve4"),
        ("nve4", "u:", "nu:è", "nu:e4"),
        # after j q x y there are no dots
        ("xu1", "u:", "xū", "xu1"),
    ],
)
def test_how_u_with_dots_is_written(syllable: str, umlaut: str, marks: str, numbers: str) -> None:
    assert (marked(syllable, umlaut), numbered(syllable, umlaut)) == (marks, numbers)


READ = [
    ("Huáng Dàfā", "黄大发", "huang2 da4 fa1"),
    ("xī'ān", "西安", "xi1 an1"),
    ("xī’ān", "西安", "xi1 an1"),
    ("wei2", "为", "wei2"),
    ("zhong1guo2", "中国", "zhong1 guo2"),
    ("zhong1 guo2", "中国", "zhong1 guo2"),
    ("ZHŌNGGUÓ", "中国", "zhong1 guo2"),
    ("zhōng-guó", "中国", "zhong1 guo2"),
    # the longest first, a vowel begins a syllable only where the word needs it
    ("fāngàn", "翻干", "fan1 gan4"),
    ("fāng'àn", "方案", "fang1 an4"),
    ("xian1", "先", "xian1"),
    ("tiānānmén", "天安门", "tian1 an1 men2"),
    ("lìnèn", "粒嫩", "li4 nen4"),
    # ü in any spelling
    ("lǜsè", "绿色", "lv4 se4"),
    ("lv4se4", "绿色", "lv4 se4"),
    ("lu:4 se4", "绿色", "lv4 se4"),
    ("lù:sè", "绿色", "lv4 se4"),
    ("lüèduó", "掠夺", "lve4 duo2"),
    ("luèduó", "掠夺", "lve4 duo2"),
    ("jǖ", "居", "ju1"),
    # the neutral tone: no mark, 5, or 0 (6.5.6)
    ("xuésheng", "学生", "xue2 sheng5"),
    ("xue2sheng0", "学生", "xue2 sheng5"),
    ("xue2sheng5", "学生", "xue2 sheng5"),
    ("de", "的", "de5"),
    # letters of print: script a and g, full width, decomposed marks
    ("ɡuānɡ", "光", "guang1"),
    ("ｇｕａｎｇ１", "光", "guang1"),
    ("guǎng", "广", "guang3"),
    # 儿
    ("zhèr", "这儿", "zhe4 er5"),
    ("huār", "花儿", "hua1 er5"),
    ("hua1r5", "花兒", "hua1 er5"),
    ("hua1 r5", "花兒", "hua1 er5"),
    ("nǚ'ér", "女儿", "nv3 er2"),
    ("értóng", "儿童", "er2 tong2"),
]


@pytest.mark.parametrize(("spelling", "word", "syllables"), READ)
def test_a_spelling_as_syllables(spelling: str, word: str, syllables: str) -> None:
    assert syllables_of(spelling, word) == tuple(syllables.split())


@pytest.mark.parametrize(
    ("spelling", "word", "syllables"),
    [
        ("kǎlā OK", "卡拉OK", ("ka3", "la1", "", "")),
        ("T xù", "T恤", ("", "xu4")),
        ("Txù", "Ｔ恤", ("", "xu4")),
        ("sān yuè 3 rì", "三月3日", ("san1", "yue4", "", "ri4")),
        ("Mǎkè Tǔwēn", "马克·吐温", ("ma3", "ke4", "", "tu3", "wen1")),
    ],
)
def test_letters_of_the_word_have_no_syllable(spelling: str, word: str, syllables: tuple[str, ...]) -> None:
    assert syllables_of(spelling, word) == syllables


@pytest.mark.parametrize(
    ("spelling", "word", "reason"),
    [
        ("wéi", "作为", "a syllable each is needed for the characters of 作为"),
        ("zuò wéi le", "作为", "a syllable each is needed for the characters of 作为"),
        ("zuoxwei", "作为", "xwei is no syllable of Hanyu Pinyin"),
        ("Lhasa", "拉萨", "Lhasa is no syllable of Hanyu Pinyin"),
        ("作为", "作为", "作为 is no syllable of Hanyu Pinyin"),
        ("zuowei", "作为", "it has no tones"),
        ("zuò4", "作", "a syllable has two tones"),
        ("", "作", "a syllable each is needed for the characters of 作"),
    ],
)
def test_what_is_wrong_with_a_spelling(spelling: str, word: str, reason: str) -> None:
    assert syllables_of(spelling, word) is None
    with pytest.raises(ValueError, match=f"^{spelling}: {reason}$"):
        read_syllables(spelling, word)


TONED = st.sampled_from(sorted(base + tone for base in SYLLABLES for tone in "12345"))
HAN = st.sampled_from("红花岗区人民")


@PROPERTY
@given(st.lists(TONED, min_size=1, max_size=5), st.sampled_from(["ü", "v", "u:"]), st.booleans())
def test_what_is_written_is_read_again(syllables: list[str], umlaut: str, marks: bool) -> None:
    if all(syllable.endswith("5") for syllable in syllables) and len(syllables) > 1:
        syllables[0] = syllables[0][:-1] + "1"
    write = marked if marks else numbered
    spelling = "'".join(write(syllable, umlaut) for syllable in syllables)
    assert syllables_of(spelling, "人" * len(syllables)) == tuple(syllables)


@PROPERTY
@given(st.text(max_size=30), st.text(max_size=10))
def test_any_spelling_of_any_word(spelling: str, word: str) -> None:
    found = syllables_of(spelling, word)
    assert found is None or len(found) == len(word)


@PROPERTY
@given(st.text(max_size=8))
def test_any_syllable_can_be_written(syllable: str) -> None:
    assert isinstance(marked(syllable) + numbered(syllable, "v"), str)


@pytest.mark.parametrize(
    ("spelling", "word"),
    [
        *(("de", "地"), ("ǹg", "嗯"), ("ng4", "嗯"), ("hng", "哼"), ("hm", "噷"), ("m2", "呣"), ("ê̄", "欸")),
        *(("lu:4", "绿"), ("LÜ4", "绿"), ("lv4", "绿"), ("xi1'an1", "西安"), ("xīān", "西安"), ("zhuō·zi", "桌子")),
        *(
            ("zhe4r5", "这儿"),
            ("nar3", "哪儿"),
            ("hua1 er2", "花儿"),
            ("yi1hui4r5", "一会儿"),
            ("er2", "儿"),
            ("r", "儿"),
        ),
        *(("de5le5", "的了"), ("FĒNG-ZHENG", "风筝"), ("Huáng Dàfā", "黄大发"), ("nǚér", "女儿"), ("shìa", "是啊")),
        *(("kǎlā", "卡拉OK"), ("kǎlā OK", "卡拉OK"), ("tīxù", "T恤"), ("sān D dǎyìn", "3D打印"), ("dǎyìn", "3D打印")),
        *(("èrshíyī suì", "21岁"), ("sān yuè", "3月"), ("èr líng èr yī nián", "二○二一年"), ("bǎifēnzhī wǔ", "5%")),
        *(("qiān, hòu", "前、后"), ("liǎngyōu-yīxiān", "“两优一先”"), ("qiānwǎ", "瓩"), ("biángbiáng miàn", "𰻝𰻝面")),
        *(("Lhasa", "拉萨"), ("Ürümqi", "乌鲁木齐")),
    ],
)
def test_an_editor_may_write(spelling: str, word: str) -> None:
    check_spelling(spelling, word)


@pytest.mark.parametrize(
    ("spelling", "word", "reason"),
    [
        ("xyzzy", "MP3", "xyzzy is no syllable"),
        ("Xyzzy1", "鞭炮", "Xyzzy is no syllable"),
        ("Zhongguo", "中国", "it has no tones"),
        ("dongxi5", "东西", "it has no tones"),
        ("bian1", "鞭炮", "a syllable each"),
        ("dǎ", "3D打印", "a syllable each"),
    ],
)
def test_an_editor_may_not_write(spelling: str, word: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check_spelling(spelling, word)


def test_every_reading_that_ships_is_one() -> None:
    root = Path(__file__).resolve().parent.parent
    files = ("content/lexicon/readings.tsv", "tests/golden/input/lexicon/readings.tsv")
    lines = [line for name in files for line in (root / name).read_text(encoding="utf-8").split("\n")]
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith(("#", "word\t"))]
    assert len(rows) > 100
    for word, pinyin, *_ in rows:
        check_spelling(pinyin, word)
