"""The types check what must never be wrong."""

from __future__ import annotations

import dataclasses

import pytest

from duidu import model
from duidu.model import Block, Kind, Role, SegmentedBlock, SourceRef, Variant, Word, WordTag
from tests.support import HERE, article, layers, reading_article, sentence, story

TYPES = [kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_words_that_do_not_join_to_the_sentence_are_refused() -> None:
    with pytest.raises(ValueError, match=r"s\.md:1: the words do not join"):
        model.Sentence("paragraph", "桥通了", (Word("桥", WordTag.WORD),), HERE)


def test_sentences_that_do_not_join_to_the_block_are_refused() -> None:
    with pytest.raises(ValueError, match="the sentences do not join"):
        SegmentedBlock(Block(Role.PARAGRAPH, "桥。船。", HERE), (sentence("桥", "。"),))


@pytest.mark.parametrize("given", [{"pinyin": ["a"]}, {"glosses": [None]}, {"levels": [1, 2, 3]}])
def test_layers_of_different_lengths_are_refused(given: dict[str, list[object]]) -> None:
    with pytest.raises(ValueError, match="different lengths"):
        layers(2, **given)  # type: ignore[arg-type]


def test_variant_of_another_length_is_refused_unless_it_has_no_words() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        layers(2, variants=(Variant("zh-Hant", "橋", ("橋",)),))
    assert layers(2, variants=(Variant("zh-Hant", "橋", None),))


def test_texts_of_a_story_come_in_reading_order() -> None:
    item = story(
        Block(Role.HEADING, "七", HERE),
        "八",
        section="一",
        kicker="二",
        title="三",
        subtitle="四",
        credit="五",
        dateline="六",
    )
    assert [block.text for block in item.texts()] == [*"一二三四五六七八"]
    assert [block.role for block in item.texts()] == [role for role in Role if role not in (Role.ALT, Role.FIGCAPTION)]


def test_characters_of_a_story_are_without_white_space() -> None:
    assert story("他 来\u3000了\n。", title="a b").characters() == "ab他来了。"


def test_msgid_is_without_white_space_around_it() -> None:
    assert sentence("桥", "。", "\u3000 ").msgid == "桥。"


def test_key_of_an_article() -> None:
    item = article("桥", page="qingshi", slug="bridge")
    assert (item.key, item.ref) == ("qingshi/bridge", HERE)


def test_blocks_of_some_roles() -> None:
    item = reading_article(article("桥"), (Role.TITLE, []), (Role.PARAGRAPH, []), (Role.PARAGRAPH, []))
    assert [block.block.role for block in item.blocks_of(Role.PARAGRAPH, Role.KICKER)] == [Role.PARAGRAPH] * 2


def test_places_are_ordered_by_file_and_line() -> None:
    places = [SourceRef("b", 1), SourceRef("a", 10), SourceRef("a", 9)]
    assert [str(ref) for ref in sorted(places)] == ["a:9", "a:10", "b:1"]


def test_kinds_are_their_names() -> None:
    assert [str(kind) for kind in Kind] == ["article", "caption", "slogan", "furniture"]
