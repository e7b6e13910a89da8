"""Words join to their text whatever it holds, and the editor's words win."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from duidu.annotators import is_common, is_idiom, kind_of_name
from duidu.model import Kind, Role, SourceRef, WordLine, WordTag
from duidu.segmentation import Segmenter, segment_article
from tests.support import PROPERTY, article, block

PLAIN = Segmenter()
AS_BUILT = Segmenter(common=is_common, named=kind_of_name, idiom=is_idiom)


def line(word: str, tag: WordTag = WordTag.WORD) -> WordLine:
    return WordLine(word, tag, SourceRef("content/lexicon/words.tsv", 2))


def cut(text: str, *lines: WordLine) -> list[str]:
    return [word.text for word in Segmenter(lines).words(text)]


def tags(text: str, *lines: WordLine) -> dict[str, WordTag]:
    return {word.text: word.tag for word in Segmenter(lines).words(text)}


def test_words_of_the_dictionary() -> None:
    assert cut("我们去北京。") == ["我们", "去", "北京", "。"]


@pytest.mark.parametrize("word", ["楼栋长", "大山村", "江大桥", "新华", "12号", "WTO规则", "一二三四五六七八九十"])
def test_the_editors_word_is_one_word(word: str) -> None:
    assert word in cut(f"昨天{word}来了", line(word))


def test_a_word_that_jieba_cuts_is_one_word_only_for_its_editor() -> None:
    assert "楼栋长" not in cut("楼栋长来了")
    assert cut("楼栋长来了", line("楼栋长"))[0] == "楼栋长"


@pytest.mark.parametrize("tag", [WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION])
def test_the_editors_word_has_the_editors_kind(tag: WordTag) -> None:
    assert tags("凤凰山很高", line("凤凰山", tag))["凤凰山"] is tag


def test_a_line_with_spaces_says_where_to_cut() -> None:
    assert cut("他高兴地说。", line("高兴 地 说")) == ["他", "高兴", "地", "说", "。"]


def test_the_longer_of_two_editors_words_wins() -> None:
    assert cut("楼栋长制度", line("楼栋"), line("楼栋长制度")) == ["楼栋长制度"]


def test_what_holds_no_han_character_is_no_word() -> None:
    found = tags("这座桥有3.5米，A股 ok😀。")
    others = {text for text, tag in found.items() if tag is WordTag.OTHER}
    assert {"3.5", "，", "ok", "😀", "。", " "} <= others
    assert found["桥"] is found["A股"] is WordTag.WORD


def test_people_and_places_are_told() -> None:
    assert tags("王小明在美丽的北京") == {
        "王小明": WordTag.PERSON,
        "在": WordTag.WORD,
        "美丽": WordTag.WORD,
        "的": WordTag.WORD,
        "北京": WordTag.PLACE,
    }


def test_the_editor_decides_what_is_a_name() -> None:
    found = tags("王小明在北京", line("王小明"), line("北京", WordTag.ORGANISATION))
    assert (found["王小明"], found["北京"]) == (WordTag.WORD, WordTag.ORGANISATION)


def test_a_name_takes_nothing_off_the_editors_words() -> None:
    assert cut("清河县城", line("县城")) == ["清河", "县城"]


def test_a_phrase_gives_its_particle_as_a_word() -> None:
    assert [word.text for word in Segmenter().words("加强党的建设")] == ["加强", "党", "的", "建设"]


@pytest.mark.parametrize(
    "text",
    [
        "他|松|了|一口气",
        "这|酒|很|香",
        "这|条|河|有|三|米|深",
        "孩子|爱|有趣|的|书",
        "收入|翻|了|一番",
        "除了|他|都|来",
        "他|的|话|很|感人",
        "如果|有事|的话|请|说",
        "请|把|门|关上",
        "他|是|把门|的",
        "请|把|手|洗|干净",
        "门把手|坏|了",
        "孩子|们|走|进来|了",
        "代表|走进|来宾席",
        "有的|人|走|了|，|还|有的|没|走",
        "他|有|的|东西|我|没有",
        "所有|的|人",
        "公园|里|有的|人|唱歌|，|有的|人|跳舞",
        "昨天|发生|了|一|起|事故",
        "他们|一起|处理|案件",
        "昨天|发生|一|起|车祸|，|大家|一起|去",
        "我|和|欧阳|一起|去",
        "他|所有|的|钱|都|没|了|，|我|有|的|钱|在|这里",
        "培训|为期|四|周",
        "四周|都|是|山",
        "王老|是|我们|的|老师",
        "写作者|交|学杂费",
        "他|讲|了|个|笑话儿",
        "住|在|胡同儿|里",
        "这|是|男孩|儿子|的|笑话",
        "他|一无所有|，|求助|三番五次",
        "人工|智能",
        "51|栋|楼",
        "他|坐|地铁|上班",
        "种植户|看|了|开发区|的|写字楼",
        "市长|和|欧阳雪|副市长|来|了",
        "《|人民日报|》|刊登|了",
        "这|道|题|很|难",
        "服务|水平|优|的|队伍",
        "调解|纠纷|200|余|起",
        "突出|“|强|双基|”",
        "美的|冰箱",
    ],
)
def test_words_of_grammar_stand_apart(text: str) -> None:
    assert [word.text for word in AS_BUILT.words(text.replace("|", ""))] == text.split("|")


def test_the_editors_word_of_grammar_stays() -> None:
    assert "把门" in cut("请把门关上", line("把门"))


def test_white_space_is_a_word_of_its_own() -> None:
    assert cut("节约用水 \u3000人人") == [*cut("节约用水"), " \u3000", "人人"]


def test_no_text_has_no_words() -> None:
    assert PLAIN.words("") == ()


ODD = "\u0301\u200d\ufe0f\u200b\ufeff\u2028\x85\x00\x7f\ue000\uffff\U0010ffff \u3000\n"
PIECES = st.sampled_from([*ODD, *"😀𠀀𪛖𰻞他来了桥。，aZ1.-", "👨\u200d👩\u200d👧", "🇨🇳", "e\u0301", "楼栋长"])
TEXTS = st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=30)


@PROPERTY
@given(TEXTS)
@example("👨\u200d👩\u200d👧 和 𰻞𰻞面")
@example("\u0301")
def test_words_of_any_text_join_to_it(text: str) -> None:
    words = PLAIN.words(text)
    assert "".join(word.text for word in words) == text
    assert all(word.text for word in words)


# A segmenter with its own words takes 70 ms to make.
@settings(PROPERTY, max_examples=20)
@given(TEXTS, st.lists(st.text(st.sampled_from("他来了楼栋长a1.·*(😀"), min_size=1, max_size=4), max_size=3))
def test_words_of_any_text_join_to_it_with_any_editor(text: str, words: list[str]) -> None:
    found = Segmenter([line(word) for word in words]).words(text)
    assert "".join(word.text for word in found) == text


def test_words_of_a_lone_surrogate_join_to_it() -> None:
    assert "".join(word.text for word in PLAIN.words("他\ud800来")) == "他\ud800来"


# ---------------------------------------------------------------- traditional characters


def cut_as(text: str, simplified: str, *lines: WordLine, names: tuple[str, ...] = ()) -> list[str]:
    return [word.text for word in Segmenter(lines).words(text, names, simplified)]


def test_a_traditional_text_is_cut_where_the_simplified_one_is() -> None:
    assert cut("财政部长说风凉话") == ["财政", "部长", "说", "风凉话"]
    assert cut_as("財政部長說風涼話", "财政部长说风凉话") == ["財政", "部長", "說", "風涼話"]


def test_a_simplified_text_of_another_length_does_not_count() -> None:
    assert cut_as("財政部長說", "财政部长说话") == cut("財政部長說")


@pytest.mark.parametrize("word", ["樓棟長", "楼栋长"])
def test_the_editors_word_in_either_script(word: str) -> None:
    assert cut_as("樓棟長來了", "楼栋长来了", line(word))[0] == "樓棟長"


def test_the_editors_cut_in_the_other_script() -> None:
    assert cut_as("她高興地說了", "她高兴地说了", line("高兴 地 说"))[1:4] == ["高興", "地", "說"]


def test_the_longer_of_the_editors_words_wins_across_scripts() -> None:
    assert cut_as("樓棟長制度", "楼栋长制度", line("樓棟"), line("楼栋长制度")) == ["樓棟長制度"]


def test_names_of_a_traditional_byline() -> None:
    found = PLAIN.words("記者高鋒報導", ("高鋒",), "记者高锋报导")
    assert {word.text: word.tag for word in found}["高鋒"] is WordTag.PERSON


PAIRS = TEXTS.flatmap(lambda text: st.tuples(st.just(text), st.text(min_size=len(text), max_size=len(text)) | TEXTS))


@PROPERTY
@given(PAIRS)
def test_words_of_any_text_join_to_it_whatever_its_simplified_form(pair: tuple[str, str]) -> None:
    text, simplified = pair
    assert "".join(word.text for word in PLAIN.words(text, (), simplified)) == text


# ---------------------------------------------------------------- whole articles


def contexts(*blocks: object, **head: object) -> list[tuple[str, str]]:
    base = article(*blocks, **head)  # type: ignore[arg-type]
    return [(item.context, item.msgid) for item in segment_article(base, PLAIN).sentences()]


def test_only_paragraphs_are_cut_into_sentences() -> None:
    found = contexts(block("天亮了。鸟叫了。"), block("起来。走吧", Role.HEADING), title="天亮了。鸟叫了。")
    assert found == [
        ("title", "天亮了。鸟叫了。"),
        ("paragraph", "天亮了。"),
        ("paragraph", "鸟叫了。"),
        ("heading", "起来。走吧"),
    ]


def test_equal_sentences_are_told_apart_by_their_context() -> None:
    found = contexts("天亮了。天亮了。", "天亮了。", title="天亮了。")
    assert [context for context, _ in found] == ["title", "paragraph", "paragraph 2", "paragraph 3"]


def test_white_space_around_a_sentence_makes_no_other_sentence() -> None:
    assert contexts("天亮了。 天亮了。") == [("paragraph", "天亮了。"), ("paragraph 2", "天亮了。")]


def test_context_of_a_sentence_survives_text_above_it() -> None:
    assert contexts("天亮了。")[-1] == contexts("鸟叫了。", "天亮了。", title="早上")[-1]


def test_every_block_keeps_its_place() -> None:
    base = article(block("天亮了。", line=7), block("鸟叫了。花开了。", line=9), kind=Kind.CAPTION)
    lines = [item.ref.line for item in segment_article(base, PLAIN).sentences()]
    assert lines == [7, 9, 9]


def test_authors_are_persons_in_their_byline_only() -> None:
    base = article("高峰很高。", credit="(记者 高峰)", authors=("高峰",))
    byline, text = segment_article(base, PLAIN).sentences()
    assert {word.text: word.tag for word in byline.words}["高峰"] is WordTag.PERSON
    assert WordTag.PERSON not in {word.tag for word in text.words}


@PROPERTY
@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=3), TEXTS.filter(bool))
def test_any_article_is_segmented_without_loss(paragraphs: list[str], title: str) -> None:
    base = article(*paragraphs, title=title)
    found = segment_article(base, PLAIN)
    assert ["".join(item.text for item in part.sentences) for part in found.blocks] == [title, *paragraphs]
    keys = [(item.context, item.msgid) for item in found.sentences()]
    assert len(set(keys)) == len(keys)


def test_a_traditional_article_is_cut_as_simplified_and_knows_its_language() -> None:
    base = article("財政部長說。", language="zh-Hant-TW")
    (found,) = segment_article(base, PLAIN, lambda text: {"財政部長說。": "财政部长说。"}[text]).sentences()
    assert [word.text for word in found.words] == ["財政", "部長", "說", "。"]
    assert (found.text, found.msgid, found.language) == ("財政部長說。", "財政部長說。", "zh-Hant-TW")
