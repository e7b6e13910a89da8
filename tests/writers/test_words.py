"""The words of the edition, for the page on which readers keep the words they know."""

from __future__ import annotations

import json

import pytest

from duidu.model import Gloss, Role, Variant, WordTag
from duidu.writers import words
from tests.support import article, edition, reading, reading_article, sentence

RED = Gloss(("red | revolutionary", "other"), "editor")


def listed(*items: object, language: str = "zh-Hans") -> list[str]:
    base = article("桥", slug="s")
    made = words.script(edition(reading_article(base, (Role.PARAGRAPH, items))))  # type: ignore[arg-type]
    text = made.data.decode()
    assert made.path == "words/edition.js"
    assert text.startswith("duidu.edition(")
    return list(json.loads(text.removeprefix("duidu.edition(").removesuffix(");\n")))


def test_each_word_stands_once_with_what_is_known_of_it_those_with_a_level_first() -> None:
    red = reading(
        sentence("红色", "桥", "，", "桥"),
        pinyin=("hóngsè", "qiáo", "", "qiáo"),
        glosses=(RED, None, None, None),
        levels=(2, None, None, None),
        variants=(Variant("zh-Hant", "紅色橋，橋", ("紅色", "橋", "，", "橋")),),
    )
    assert listed(red) == ["红色|紅色|hóngsè|2|1|red / revolutionary", "桥|橋|qiáo||2|"]


def test_names_are_left_out() -> None:
    assert listed(reading(sentence("遵义", tag=WordTag.PLACE))) == []


def test_what_is_printed_in_traditional_characters_is_listed_in_simplified_ones() -> None:
    item = reading(sentence("紅色", language="zh-Hant"), variants=(Variant("zh-Hans", "红色", ("红色",)),))
    assert listed(item) == ["红色|紅色|||1|"]


def test_of_too_many_words_the_rare_ones_without_a_level_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 2)
    item = reading(sentence("桥", "船", "船", "人"), levels=(None, None, None, 1))
    assert [line.split("|")[0] for line in listed(item)] == ["人", "船"]
