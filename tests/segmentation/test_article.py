"""An article in words: who is named in one place is known in all."""

from __future__ import annotations

from duidu.model import Block, Role, WordTag
from duidu.segmentation import Segmenter, segment_article
from tests.support import HERE, article, block

SEGMENTER = Segmenter()


def people(*texts: str) -> list[list[str]]:
    """The people of each paragraph."""
    segmented = segment_article(article(*texts), SEGMENTER)
    return [
        [word.text for sentence in found.sentences for word in sentence.words if word.tag is WordTag.PERSON]
        for found in segmented.blocks
    ]


def test_somebody_who_is_named_by_a_title_is_known_everywhere() -> None:
    assert people("黄大发和村民修渠。")[-1] == []
    assert people("村民黄大发说，水来了。", "黄大发和村民修渠。")[-2:] == [["黄大发"], ["黄大发"]]


def test_a_name_of_two_characters_is_known_where_it_is_told_only() -> None:
    assert people("记者高峰报道。", "用电高峰到了。")[-2:] == [["高峰"], []]


def test_a_caption_is_cut_into_sentences_and_what_a_picture_shows_is_one() -> None:
    shown = Block(Role.ALT, "桥。河。", HERE, "bridge.jpg")
    found = segment_article(article("桥。", shown, block("桥。河。", Role.FIGCAPTION)), SEGMENTER)
    assert [(one.context, one.text) for one in found.sentences()] == [
        ("paragraph", "桥。"),
        ("alt", "桥。河。"),
        ("figcaption", "桥。"),
        ("figcaption", "河。"),
    ]


def test_a_picture_may_say_nothing() -> None:
    found = segment_article(article("桥。", Block(Role.ALT, "", HERE, "bridge.jpg")), SEGMENTER)
    assert [one.text for one in found.sentences()] == ["桥。"]
