"""Characters of several forms: every row of the table by its case and counter-case, and what stands above the rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import one_to_many_table as table
from duidu.annotators.one_to_many import corrected
from duidu.annotators.variants import VariantWriter
from duidu.model import Sentence, Variant, Word, WordTag
from duidu.text import has_han
from tests.support import HERE, PROPERTY

ROWS = [(character, row) for character in table.CHARACTERS for row in character.rows]
MARKS = {"*": WordTag.PERSON, "@": WordTag.PLACE}


def item(marked: str) -> Sentence:
    """A sentence of words with bars between them; ``*`` before a person, ``@`` before a place."""
    words = []
    for piece in marked.split("|"):
        tag = WordTag.WORD if has_han(piece) else WordTag.OTHER
        words.append(Word(piece.lstrip("*@"), MARKS.get(piece[:1], tag)))
    return Sentence("paragraph", "".join(word.text for word in words), tuple(words), HERE)


def variant(marked: str, language: str = "zh-Hant") -> Variant:
    (found,) = VariantWriter([language]).write(item(marked))
    return found


def written(marked: str, language: str = "zh-Hant") -> str:
    found = variant(marked, language)
    assert found.words is not None
    return "|".join(found.words)


def forms(char: str, marked: str) -> set[str]:
    plain = item(marked).text
    return {new for old, new in zip(plain, variant(marked).text, strict=True) if old == char}


# ---------------------------------------------------------------- the table


@pytest.mark.parametrize(("character", "row"), ROWS, ids=[f"{character.char}: {row.name}" for character, row in ROWS])
def test_a_row_speaks_in_its_case_and_not_in_its_counter_case(character: table.Character, row: table.Row) -> None:
    assert row.form in forms(character.char, row.case)
    assert character.char in row.counter
    assert row.form not in forms(character.char, row.counter)


@pytest.mark.parametrize(("character", "row"), ROWS, ids=[f"{character.char}: {row.name}" for character, row in ROWS])
def test_a_row_is_whole(character: table.Character, row: table.Row) -> None:
    assert all(character.char in word for word in row.words.split())
    assert row.words or row.pattern
    assert len(set(row.words.split())) == len(row.words.split())
    assert row.name
    assert row.source
    assert row.at in {"", "alone", "longer", "begins", "ends", "place"}
    assert row.form not in row.others


def test_a_character_stands_in_the_table_once() -> None:
    chars = [character.char for character in table.CHARACTERS]
    assert len(chars) == len(set(chars))
    assert not set(chars) & set(table.OTHERS)
    assert set(table.DOUBTFUL_NAMES) <= set(table.NAMES)


def test_no_two_rows_of_a_character_claim_a_word() -> None:
    for character in table.CHARACTERS:
        words = [word.strip("|") for row in character.rows for word in row.words.split()]
        assert sorted(words) == sorted(set(words)), character.char


# ---------------------------------------------------------------- what stands above the rows


@pytest.mark.parametrize(
    ("plain", "traditional"),
    [
        ("多年|历史|的|古镇", "多年|歷史|的|古鎮"),
        ("省长|发布|命令", "省長|發布|命令"),
        ("上万人|参加|长跑", "上萬人|參加|長跑"),
        ("他|带头|发动|群众", "他|帶頭|發動|羣衆"),
        ("国旗|上|签|了|字", "國旗|上|簽|了|字"),
        ("对标|对表|抓|落实", "對標|對表|抓|落實"),
        ("行政|复议|申请", "行政|復議|申請"),
        ("战斗|场面|激烈", "戰鬥|場面|激烈"),
        ("做|党|的|好|干部", "做|黨|的|好|幹部"),
        ("收|复印件", "收|複印件"),
        ("歌|后半段", "歌|後半段"),
    ],
)
def test_a_phrase_across_words_counts_for_nothing(plain: str, traditional: str) -> None:
    assert written(plain) == traditional


@pytest.mark.parametrize(
    ("plain", "traditional"),
    [
        ("*范小明|说", "范小明|說"),
        ("*于洋|和|*余亮", "于洋|和|余亮"),
        ("*钟丽|来自|@钟山|区", "鍾麗|來自|鍾山|區"),
        ("姓|范|的|人", "姓|范|的|人"),
        ("范|老师|示范", "范|老師|示範"),
        ("余|某|有|余款", "余|某|有|餘款"),
        ("罗纳德|·|里根|总统", "羅納德|·|里根|總統"),
        ("*岳云|的|山岳", "岳雲|的|山嶽"),
        ("老百姓|里|有|高人", "老百姓|裏|有|高人"),
    ],
)
def test_names_have_their_own_forms(plain: str, traditional: str) -> None:
    assert written(plain) == traditional


# Sentences of our own, as papers print them.
NEWS = [
    ("他|去|了解|情况|，|购置|家具|，|花费|巨额|资金", "他|去|了解|情況|，|購置|家具|，|花費|巨額|資金"),
    ("会议|通过|方案|并|发布|公告|，|两|村|合并", "會議|通過|方案|並|發布|公告|，|兩|村|合併"),
    ("三|只|羊|，|不是|只有|他|，|船只|靠岸", "三|隻|羊|，|不是|只有|他|，|船隻|靠岸"),
    ("冲|咖啡|、|冲洗|地面|、|发生|冲突", "沖|咖啡|、|沖洗|地面|、|發生|衝突"),
    ("石制|水缸|、|炒制|茶叶|、|固体|制剂|和|用工|制度", "石製|水缸|、|炒製|茶葉|、|固體|製劑|和|用工|制度"),
    ("批准|、|准许|、|标准|、|不准|停车", "批准|、|准許|、|標準|、|不准|停車"),
    ("手表|和|报表|、|儿童|手表", "手錶|和|報表|、|兒童|手錶"),
    ("在|台风|来临|前|，|她|的|台风|稳健", "在|颱風|來臨|前|，|她|的|臺風|穩健"),
    ("开车|系|安全带|，|中文|系|学生|，|关系|密切", "開車|繫|安全帶|，|中文|系|學生|，|關係|密切"),
    ("晒干|的|辣椒|、|干部|、|若干|、|干净", "曬乾|的|辣椒|、|幹部|、|若干|、|乾淨"),
    ("走|了|十几|里|路|，|村里|人|，|邻里", "走|了|十幾|里|路|，|村裏|人|，|鄰里"),
    ("一|出|好戏|，|书|一|出版", "一|齣|好戲|，|書|一|出版"),
    ("酒坛|、|陶坛|和|论坛", "酒罈|、|陶罈|和|論壇"),
    ("端午|踩曲|，|唱|歌曲", "端午|踩麴|，|唱|歌曲"),
    ("父子|关系紧张|，|系紧|绳子", "父子|關係緊張|，|繫緊|繩子"),
    ("香港|回归|，|巡回|演出", "香港|回歸|，|巡迴|演出"),
    ("新|征程|，|征收|土地", "新|征程|，|徵收|土地"),
]


@pytest.mark.parametrize(("plain", "traditional"), NEWS)
def test_news(plain: str, traditional: str) -> None:
    assert written(plain) == traditional


# ---------------------------------------------------------------- doubts


def test_what_the_context_leaves_open_is_told() -> None:
    assert variant("他|干|了").doubts == ((), ("乾",), ())
    assert variant("那|只|猫").doubts == ((), ("只",), ())
    assert variant("*周杰|说", "zh-Hant-TW").doubts == (("周杰",), ())


def test_what_is_sure_has_no_doubts() -> None:
    assert variant("三|只|羊").doubts == ()
    assert variant("多年|历史").doubts == ()


def test_a_base_of_another_length_is_left_alone() -> None:
    words = item("范|老师").words
    assert corrected(words, "範老師們", lambda piece: piece).text == "範老師們"


@PROPERTY
@given(
    st.lists(
        st.tuples(
            st.text(
                st.sampled_from("范只里制干系发后面复出卷表斗冲准·一三姓") | st.characters(), min_size=1, max_size=4
            ),
            st.sampled_from(WordTag),
        ),
        max_size=8,
    )
)
def test_any_words_keep_their_places(pieces: list[tuple[str, WordTag]]) -> None:
    words = tuple(Word(text, tag) for text, tag in pieces)
    text = "".join(word.text for word in words)
    found = corrected(words, text, lambda piece: piece)
    assert len(found.text) == len(text)
    assert all(0 <= place < len(text) for place in found.doubts)
