"""What articles are listed by: which places count, names in two scripts, and the English beside them."""

from __future__ import annotations

import pytest

from duidu.commands.workspace import language_tools
from duidu.config import LanguageConfig
from duidu.model import (
    Article,
    Block,
    Lexicon,
    PinyinStyle,
    Role,
    SegmentedArticle,
    SegmentedBlock,
    Sentence,
    Subject,
    Word,
    WordTag,
)
from duidu.subjects import MOST_PLACES, Name, names_of, subject, subjects_of
from tests.support import HERE, article


def segmented(base: Article, *blocks: tuple[Role, str], language: str = "zh-Hans") -> SegmentedArticle:
    """An article of these blocks, in words parted by spaces; a word with * is a place."""
    made = []
    for role, text in blocks:
        words = tuple(
            Word(word.rstrip("*"), WordTag.PLACE if word.endswith("*") else WordTag.WORD) for word in text.split()
        )
        plain = "".join(word.text for word in words)
        block = SegmentedBlock(Block(role, plain, HERE), (Sentence(role, plain, words, HERE, language),))
        made.append(block)
    return SegmentedArticle(base, tuple(made))


def places(*articles: SegmentedArticle) -> dict[str, list[str]]:
    return {key: [name.text for name in named.places] for key, named in names_of(articles).items()}


def one(slug: str, *blocks: tuple[Role, str], **fields: str) -> SegmentedArticle:
    return segmented(article("桥", slug=slug), *blocks, **fields)


BODY = Role.PARAGRAPH


def test_a_place_is_listed_when_two_articles_name_it() -> None:
    found = places(one("a", (BODY, "遵义市* 和 南岭村*")), one("b", (BODY, "在 遵义市*")))
    assert found == {"p/a": ["遵义市"], "p/b": ["遵义市"]}


@pytest.mark.parametrize("role", [Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.SECTION, Role.DATELINE])
def test_or_when_its_head_names_it(role: Role) -> None:
    assert places(one("a", (role, "南岭村*"), (BODY, "在 遵义市*"))) == {"p/a": ["南岭村"]}


def test_the_place_of_the_paper_in_a_byline_is_none_of_the_article() -> None:
    articles = [one(slug, (Role.CREDIT, "贵州* 记者"), (BODY, "桥")) for slug in "ab"]
    assert places(*articles) == {"p/a": [], "p/b": []}


def test_places_of_the_head_come_first_then_those_named_most() -> None:
    text = (BODY, "甲县* 乙县* 乙县* 丙县*")
    found = places(one("a", (Role.KICKER, "丙县*"), text), one("b", text))
    assert found == {"p/a": ["丙县", "乙县", "甲县"], "p/b": ["乙县", "甲县", "丙县"]}


def test_an_article_has_a_few_places_only() -> None:
    many = (BODY, " ".join(f"{char}城县*" for char in "甲乙丙丁戊己庚辛"))
    assert len(places(one("a", many), one("b", many))["p/a"]) == MOST_PLACES


def test_a_name_without_its_rank_is_the_same_place() -> None:
    found = places(one("a", (BODY, "遵义*")), one("b", (BODY, "遵义市* 遵义*")))
    assert found == {"p/a": ["遵义市"], "p/b": ["遵义市"]}


def test_a_community_is_called_with_what_it_is() -> None:
    assert places(one("a", (Role.KICKER, "湘山寺* 社区"))) == {"p/a": ["湘山寺社区"]}


def test_places_printed_in_two_scripts_are_counted_together() -> None:
    found = places(one("a", (BODY, "贵州省*")), one("b", (BODY, "貴州省*"), language="zh-Hant"))
    assert found == {"p/a": ["贵州省"], "p/b": ["貴州省"]}


# ---------------------------------------------------------------- names ─▶ subjects


def made(name: Name) -> Subject:
    return subject(name, *language_tools(Lexicon(), LanguageConfig(), PinyinStyle()))


def test_a_name_in_every_script() -> None:
    found = made(Name("单小红", WordTag.PERSON, "zh-Hans"))
    assert (found.key, found.name.in_script("zh-Hant")) == ("单小红", "單小紅")
    assert (found.name.in_script("zh-Latn-pinyin"), found.english) == ("Shàn Xiǎohóng", "Shan Xiaohong")


def test_a_place_has_the_english_of_the_books() -> None:
    assert made(Name("红花岗区", WordTag.PLACE, "zh-Hans")).english == "Honghuagang District"


def test_a_tag_tells_its_script_itself() -> None:
    found = made(Name("鄉村振興", WordTag.WORD, ""))
    assert (found.key, found.name.in_script("zh-Hant")) == ("乡村振兴", "鄉村振興")


def test_a_tag_in_two_scripts_is_one_and_the_editors_english_wins() -> None:
    articles = [
        segmented(Article("p", 1, slug, article("桥").story, (tag,)), (BODY, "桥"))
        for slug, tag in (("a", "乡村振兴"), ("b", "鄉村振興"))
    ]
    named = names_of(articles)
    table = {str(name): made(name) for found in named.values() for name in found.all()}
    listed = subjects_of(named, table, {"乡村振兴": "Rural revitalization"})
    assert listed["p/a"].tags == listed["p/b"].tags
    assert listed["p/a"].tags[0].english == "Rural revitalization"


def test_an_edition_in_another_language_has_no_english_of_the_books() -> None:
    named = names_of([segmented(article("桥", authors=("黄大发",)), (BODY, "桥"))])
    table = {str(name): made(name) for found in named.values() for name in found.all()}
    assert subjects_of(named, table, {})["p/s"].authors[0].english == "Huang Dafa"
    assert subjects_of(named, table, {}, books=False)["p/s"].authors[0].english == ""
