"""Each rule of the docstring with a case and a counter-case; joining the sentences gives the text back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from duidu.segmentation import split_sentences
from tests.support import PROPERTY

# A bar marks where a sentence ends.
CASES = {
    # GB/T 15834 4.1–4.3: 。！？ end a sentence, several in a row are one end
    "full stop": "天亮了。|鸟叫了。",
    "exclamation": "天亮了！|鸟叫了！",
    "question": "天亮了？|鸟叫了。",
    "narrow marks": "天亮了!|鸟叫了?|花开了｡|草绿了。",
    "several marks are one end": "真的？！|真的。。。|是的！！|走吧。",
    "comma and semicolon end nothing": "天亮了，鸟叫了；花开了：草绿了、树高了。",
    "no mark at the end": "天亮了。|鸟叫了",
    "decimal point and Latin full stop end nothing": "桥长3.5米，叫No.1桥. 很长。",
    # 4.11: …… ends a sentence when the next one begins right after it
    "dots end a sentence": "天还没亮……|鸟叫了。",
    "single dots end a sentence": "天还没亮…|鸟叫了。",
    "centred dots end a sentence": "天还没亮⋯⋯|鸟叫了。",
    "dots before a mark do not": "苹果、梨、桃……，都有。",
    "dots before 的 do not": "红的、白的……的花开了。",
    "dots before 等 do not": "苹果、梨……等都有。",
    "dots before 等到 do": "天还没亮……|等到天亮再走。",
    "dots before 地方 do": "天还没亮……|地方不大。",
    "dots before 地點 do": "天還沒亮……|地點不遠。",
    "dots before the particle 地 do not": "他慢慢……地走了。",
    # 4.8: closing marks belong to the sentence they close
    "quotation that stands for itself": "“天亮了。”|鸟叫了。",
    "quotation in 「」": "「天亮了。」|鳥叫了。",
    "quotation inside a quotation": "“她说：‘天亮了。’”|鸟叫了。",
    "quotation of several sentences": "“天亮了。|鸟叫了。”|花开了。",
    "quotation after a colon": "她说：“天亮了。”|鸟叫了。",
    "straight quotes": '"天亮了。"|鸟叫了。',
    "quotation inside a running sentence": "她喊“快来！”就跑了。|鸟叫了。",
    "question inside a running sentence": "她问“谁？”没人应。",
    "quotation at the end of a running sentence": "她喊“快来。”|鸟叫了。",
    "quotation followed by 的": "“快来！”的喊声很大。|鸟叫了。",
    "quotation followed by a comma": "“快来！”，她喊。",
    "quotation followed by dots": "“快来！”……|鸟叫了。",
    "quotation that is never closed": "“天亮了。|鸟叫了。",
    "quotation that was never opened": "天亮了。”|鸟叫了。",
    # 4.9: brackets are part of the sentence around them
    "full stop in round brackets": "桥（很长。很宽。）通了。|鸟叫了。",
    "full stop in narrow brackets": "桥(很长。)通了。|鸟叫了。",
    "question in a book title": "他读《谁来了？》这本书。|鸟叫了。",
    "full stop in square brackets": "【注意。】桥通了。|鸟叫了。",
    "full stop after brackets": "桥通了（昨天）。|鸟叫了。",
    # beyond the standard: a quotation and the words that say who spoke stay together
    "speaker after a quotation": "“天亮了。”奶奶高兴地说。|鸟叫了。",
    "speaker after a question": "“天亮了？”奶奶问道。|鸟叫了。",
    "speaker in traditional characters": "「天亮了。」奶奶笑著說。|鳥叫了。",
    "speaker with a colon goes on": "“天亮了。”奶奶说：“鸟叫了。”|花开了。",
    "no speaker after a quotation": "“天亮了。”|奶奶高兴地走了。",
    "speaker without a quotation": "天亮了。|奶奶高兴地说。",
    "speaker too far away": f"“天亮了。”|{'住在桥头的' * 5}奶奶说。",
    # white space
    "space stays with the sentence before it": "天亮了。  |鸟叫了。",
    "wide space stays with the sentence before it": "天亮了。\u3000|鸟叫了。",
    "line break stays with the sentence before it": "天亮了。\n|鸟叫了。",
    "space inside a sentence": "天 亮 了。",
    "only a mark": "。",
    "only space": "  ",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_sentences(marked: str) -> None:
    assert split_sentences(marked.replace("|", "")) == tuple(marked.split("|"))


def test_no_text_has_no_sentence() -> None:
    assert split_sentences("") == ()


MARKS = "。！？!?…⋯｡，；：“”‘’「」『』（）()《》【】〈〉\"' \u3000\n"
PIECES = st.sampled_from([*MARKS, "……", "他来了", "她说", "的", "等", "地", "说", "a", "3.5", "：“"])
PARAGRAPHS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=30)


@PROPERTY
@given(PARAGRAPHS)
@example("。 “ ” ")
@example(" 。")
@example("\u2003")
def test_sentences_of_any_paragraph_join_to_it(text: str) -> None:
    assert "".join(split_sentences(text)) == text


@PROPERTY
@given(PARAGRAPHS)
@example(" 。 ")
@example(" \n\u3000")
def test_no_sentence_is_blank_unless_the_paragraph_is(text: str) -> None:
    sentences = split_sentences(text)
    if text.strip():
        assert all(sentence.strip() for sentence in sentences)
    else:
        assert sentences == ((text,) if text else ())


@pytest.mark.parametrize(
    "sentences",
    [
        ("“好！”他说，“我们走。”",),
        ("他走了。", "（见图。）", "他又来了。"),
        ("他走了（见图。）又来了。",),
        ("〔一〕他走了。", "[二]他又来了。"),
        ("他走了（还没有关。", "他又来了。"),
        ("《老桥他走了。", "他又来了。"),
    ],
)
def test_speech_that_goes_on_and_brackets(sentences: tuple[str, ...]) -> None:
    assert split_sentences("".join(sentences)) == sentences
