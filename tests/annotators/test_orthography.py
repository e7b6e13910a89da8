"""Joining and capitals of running pinyin: each row of the tables by its case and counter-case, and whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from duidu.annotators.orthography import BETWEEN, INSIDE, InsideRule, JoiningRule, marks
from duidu.model import Mark, Word, WordTag
from duidu.text import has_han
from tests.support import PROPERTY

TAGS = {tag.value: tag for tag in WordTag}


def word(text: str) -> Word:
    """``清河县/place`` is a word with its tag."""
    plain, _, tag = text.partition("/")
    return Word(plain, TAGS[tag] if tag else WordTag.WORD if has_han(plain) else WordTag.OTHER)


def words(text: str) -> list[Word]:
    return [word(piece) for piece in text.split("|")]


def written(text: str, *, begins: bool = False) -> str:
    """The characters with what stands before them, ``^`` before a capital; ``begins`` keeps that of the sentence."""
    found = words(text) if begins else [Word("—", WordTag.OTHER), Word("甲", WordTag.WORD), *words(text)]
    signs = marks(found)
    chars = "".join(item.text for item in found)
    assert len(signs) == len(chars)
    line = "".join(sign.before + "^" * sign.capital + char for sign, char in zip(signs, chars, strict=True))
    return line if begins else line.partition("甲")[2].strip()


ROWS = [*INSIDE, *BETWEEN]


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: f"{rule.clause} {rule.name}")
def test_each_rule_holds_in_its_case_and_not_in_its_counter_case(rule: InsideRule | JoiningRule) -> None:
    for case in (rule.case, rule.counter):
        given_words, _, expected = case.partition(" → ")
        assert written(given_words) == expected


@pytest.mark.parametrize(
    ("given_words", "expected"),
    [
        # 5.2, 5.3: a word of two or three syllables is one, longer names are cut before they come here
        ("图书馆|里面", "图书馆 里面"),
        # 5.5
        ("副|总工程师", "副总工程师"),
        ("一|副|对联", "一 副 对联"),
        ("现代|化|建设", "现代化 建设"),
        ("乡亲|们", "乡亲们"),
        # 6.1.2
        ("说|着|笑|着", "说着 笑着"),
        ("走|了|一|天", "走了 一 天"),
        ("天|亮|了|，", "天 亮 了，"),
        ("你|来|了|吗", "你 来 了 吗"),
        ("参加|过|会议", "参加过 会议"),
        ("乡亲们|过|上|好|日子", "乡亲们 过 上 好 日子"),
        ("走|出|家门", "走出 家门"),
        ("修|成|了|水渠", "修成了 水渠"),
        ("建设|成|花园", "建设 成 花园"),
        ("打扫|干净", "打扫 干净"),
        # 6.1.4
        ("这种|办法", "这 种 办法"),
        ("这些|办法", "这些 办法"),
        ("我省|每年", "我 省 每 年"),
        # 6.1.5
        ("十三", "十三"),
        ("三十万", "三十 万"),
        ("九亿零七万二千三百五十六", "九亿 零 七万 二千 三百 五十六"),
        ("二〇〇八|年", "二 〇 〇 八 年"),
        ("三分之一", "三 分 之 一"),
        ("第一|次", "第-一 次"),
        ("第二十八|届", "第-二十八 届"),
        ("七八|个|人", "七-八 个 人"),
        ("十七八|岁", "十七-八 岁"),
        ("几十|年", "几十 年"),
        ("五四|运动", "五-四 运动"),
        ("60|多|岁", "60 多 岁"),
        ("7|月|1|日", "7 月 1 日"),
        # 6.1.7–6.1.9
        ("大地|的|女儿", "大地 的 女儿"),
        ("慢慢|地|走", "慢慢 地 走"),
        ("生|于|1940|年", "生 于 1940 年"),
        # 6.1.12
        ("高高兴兴|地", "高高兴兴 地"),
        ("不亦乐乎", "不亦乐乎"),
        ("层出不穷", "层出不穷"),
        ("水到渠成", "水到-渠成"),
        # 6.2
        ("王建国/person|主任", "^王 ^建国 主任"),
        ("王/person|部长", "^王 部长"),
        ("老钱/person|说", "^老 ^钱 说"),
        ("孔子/person", "^孔子"),
        ("马克思/person", "^马克思"),
        ("阿尔贝托·莫雷蒂/person", "^阿尔贝托·^莫雷蒂"),
        ("黄土岭镇/place", "^黄土岭 ^镇"),
        ("黑龙江/place", "^黑龙江"),
        ("泰山/place", "^泰 ^山"),
        ("王村/place", "^王村"),
        ("春江路街道/place", "^春江路 ^街道"),
        ("台湾海峡/place", "^台湾 ^海峡"),
        ("国家语言文字工作委员会/organisation", "^国家 ^语言 ^文字 ^工作 ^委员会"),
        ("外交部/organisation", "^外交部"),
        ("遵义市/place|第一/organisation|中学/organisation", "^遵义 ^市 ^第-一 ^中学"),
        ("第一|中学", "第-一 中学"),
        ("京津冀|地区", "^京-^津-^冀 地区"),
        # punctuation and letters
        ("他|说|：|“|走|吧|。|”", "他 说： “^走 吧。”"),
        ("（|左|）|和|右", "（左） 和 右"),
        ("IP|电话", "IP 电话"),
        ("3.5|%|的|人", "3.5% 的 人"),
        ("天|亮| |了", "天 亮 了"),
    ],
)
def test_writing_together_and_apart(given_words: str, expected: str) -> None:
    assert written(given_words) == expected


def test_a_sentence_begins_with_a_capital() -> None:
    assert written("“|天亮|了|。|”|鸟|叫|。", begins=True) == "“^天亮 了。” ^鸟 叫。"


def test_the_words_of_a_title_have_capitals() -> None:
    """6.3.2; words of grammar in it have none, and after it there are none."""
    assert written("读|《|关于|老桥|的|故事|》|和|书") == "读 《^关于 ^老桥 的 ^故事》 和 书"
    assert written("读|《|说|〈|老桥|〉|的|通知|》") == "读 《^说 〈^老桥〉 的 ^通知》"


def test_what_the_dictionary_has_as_a_name_has_a_capital() -> None:
    assert written("去|乌克兰|过|周一") == "去 ^乌克兰 过 周一"
    assert written("一|片|净土|杞人忧天") == "一 片 净土 杞人-忧天"


def test_no_words_have_no_marks() -> None:
    assert marks([]) == ()


ODD = "\u0301\u200d\ufe0f\u200b\ufeff\u2028\x85\x00\x7f\ue000\uffff\U0010ffff \u3000\n\ud800"
PIECES = st.sampled_from([*ODD, *"⼈😀𠀀𪛖他来了第三十百过·副总着们，。“”(", "Ａ１", "жизнь", "aZ", "1.5", "高高兴兴"])
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map("".join) | st.text(min_size=1, max_size=6)
WORDS = st.lists(st.builds(Word, TEXTS, st.sampled_from(list(WordTag))), max_size=6)


@PROPERTY
@given(WORDS)
@example([Word("\ud800", WordTag.PERSON), Word("·", WordTag.PLACE)])
def test_any_words_have_a_mark_for_each_character(found: list[Word]) -> None:
    signs = marks(found)
    assert len(signs) == len("".join(item.text for item in found))
    assert all(isinstance(sign, Mark) and sign.before in ("", " ", "-") for sign in signs)
    assert not signs or signs[0].before == ""
