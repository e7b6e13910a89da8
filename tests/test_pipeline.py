"""The steps between files: slugs, the merging of translations, and the edition."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import pipeline
from duidu.annotators import Annotator
from duidu.config import EditionConfig, PageConfig, TitleConfig
from duidu.model import (
    Article,
    Edition,
    English,
    Kind,
    Lexicon,
    RawPage,
    ReadingSentence,
    Role,
    ScriptText,
    SourceRef,
    Status,
    Variant,
    WordLine,
    WordTag,
)
from duidu.segmentation import Segmenter
from tests.support import HERE, PROPERTY, article, layers, reading, reading_article, sentence, story
from tests.support import edition as whole_edition

SEGMENTER = Segmenter()
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def page(text: str) -> RawPage:
    return RawPage("p", text.encode(), "content/pages/p.txt")


def slogans(*lines: str) -> str:
    """A page of a long story, and far below it these lines, each by itself."""
    return "\n\n\n\n".join(["\n\n".join(["头条", *["桥很长，真好。"] * 9]), *lines])


def slugs(text: str, known: dict[str, str] | None = None, segmenter: Segmenter = SEGMENTER) -> list[str]:
    articles, _ = pipeline.imported(page(text), segmenter, lambda stories, names: known or {})
    return [item.slug for item in articles]


# ---------------------------------------------------------------- pages ─▶ articles


def test_articles_have_their_order_and_the_slug_of_their_title() -> None:
    text = "小桥通车了\n\n桥很长，真好。\n\n\n\n爱护水源\n"
    found, _ = pipeline.imported(page(text), SEGMENTER, lambda stories, names: {})
    assert [(item.key, item.order) for item in found] == [("p/xiaoqiao-tongche-le", 1), ("p/aihu-shuiyuan", 2)]


def test_story_without_headline_is_named_after_its_first_sentence() -> None:
    assert slugs("桥通车了。船很小，真好。\n") == ["qiao-tongche-le"]


def test_items_of_one_name_are_numbered() -> None:
    assert slugs(slogans("节约用水", "爱护水源", "节约用水"))[1:] == [
        "jieyue-yongshui",
        "aihu-shuiyuan",
        "jieyue-yongshui-2",
    ]


def test_items_of_one_reading_are_numbered() -> None:
    assert slugs(slogans("事实", "实事"))[1:] == ["shishi", "shishi-2"]


def test_slugs_of_an_earlier_import_stay_when_the_lexicon_changes() -> None:
    text = "小桥通车了\n\n桥很长，真好。\n"
    learnt = Segmenter([WordLine("小桥通车", WordTag.WORD, HERE)])
    assert slugs(text, segmenter=learnt) == ["xiaoqiaotongche-le"]
    assert slugs(text, {"小桥通车了": "xiaoqiao-tongche-le"}, learnt) == ["xiaoqiao-tongche-le"]


def test_slug_of_an_earlier_import_is_not_given_to_another() -> None:
    assert slugs(slogans("小桥", "桥"), {"桥": "xiaoqiao"})[1:] == ["xiaoqiao-2", "xiaoqiao"]


def test_articles_know_the_script_they_are_printed_in() -> None:
    text = "橋邊的故事\n\n" + "孩子們在橋邊說話，老師講了這裡的故事。\n\n" * 9 + "\n\n\n节约用水 人人有责\n"
    found, _ = pipeline.imported(page(text), SEGMENTER, lambda stories, names: {})
    assert [item.story.language for item in found] == ["zh-Hant-TW", "zh-Hans"]


def test_slug_of_a_traditional_title_is_that_of_the_simplified_one() -> None:
    assert pipeline.slug_of("財政部長說風涼話", SEGMENTER, "zh-Hant") == pipeline.slug_of("财政部长说风凉话", SEGMENTER)


@pytest.mark.parametrize(("before", "after"), [("全市上下深", "刻领悟"), ("隨即舉行記", "者會"), ("深入學", "習理論")])
def test_a_break_inside_a_word_is_seen_in_either_script(before: str, after: str) -> None:
    cuts_word = pipeline._cuts_word(SEGMENTER)
    assert cuts_word(before, after)
    assert not cuts_word("他們來了", "我走了")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("绿色的桥", "lvse-de-qiao"),
        ("2021年Duidu桥", "2021-nian-duidu-qiao"),
        ("，。！", "item"),
        ("", "item"),
        ("a" * 100, "a" * pipeline.LONGEST_SLUG),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert pipeline.slug_of(text, SEGMENTER) == slug


@PROPERTY
@given(st.text(st.sampled_from("桥船人水绿长aZ9-/. ，“😀é") | st.characters(exclude_categories=("Cs",)), max_size=60))
def test_slug_of_any_text_is_an_address(text: str) -> None:
    slug = pipeline.slug_of(text, SEGMENTER)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= pipeline.LONGEST_SLUG


TITLES = st.sampled_from(["桥", "船", "桥-2", "桥，", "", "item"])


@PROPERTY
@given(st.lists(TITLES, max_size=8))
def test_names_of_any_stories_are_unique(titles: list[str]) -> None:
    names = pipeline.names_of(story("桥很长。", title=title or None) for title in titles)
    assert len(set(names)) == len(names) == len(titles)


@PROPERTY
@given(st.lists(st.sampled_from(["节约用水", "节约用水-2", "事实", "实事", "头条"]), max_size=6), st.booleans())
def test_slugs_of_any_page_are_unique(lines: list[str], imported_before: bool) -> None:
    known = {"节约用水": "shishi-2", "事实": "jieyue-yongshui"} if imported_before else {}
    found = slugs(slogans(*lines), known)
    assert len(set(found)) == len(found) == len(lines) + 1


# ---------------------------------------------------------------- the edition


def test_people_of_the_bylines_are_words_and_the_editor_wins() -> None:
    nowhere = SourceRef("", 0)
    editor = WordLine("王小明", WordTag.PLACE, HERE)
    found = pipeline.with_names(
        Lexicon(words=(editor,)),
        [article("桥", authors=("王小明", "李花", "张大山")), article("桥", authors=("张大山",))],
    )
    assert found.words == (
        WordLine("张大山", WordTag.PERSON, nowhere),
        WordLine("王小明", WordTag.PERSON, nowhere),
        editor,
    )


def edition(config: EditionConfig, *articles: Article) -> Edition:
    titles = {text: ScriptText(text, ()) for text in pipeline.titles_of(config, articles)}
    made = [
        reading_article(item, (Role.TITLE, [reading(sentence(item.story.title or "桥"), english="Bridge")]))
        for item in articles
    ]
    return pipeline.edition_of(config, made, titles, ())


def test_pages_come_as_the_settings_say_and_then_by_name() -> None:
    config = EditionConfig(page=(PageConfig("c"), PageConfig("without articles"), PageConfig("a")))
    found = edition(config, *(article("桥", page=id_, title="桥") for id_ in "abcd"))
    assert [item.info.id for item in found.pages] == ["c", "a", "b", "d"]


def test_furniture_is_not_published() -> None:
    found = edition(EditionConfig(), article("桥", slug="a"), article("3版", slug="b", kind=Kind.FURNITURE))
    assert [item.article.slug for item in found.articles()] == ["a"]
    assert edition(EditionConfig(), article("3版", kind=Kind.FURNITURE)).pages == ()


def test_page_is_called_as_the_settings_say() -> None:
    config = EditionConfig(page=(PageConfig("p", "第一版", "Page one", "2021-07-09"),))
    (found,) = edition(config, article("桥", title="桥")).pages
    assert (found.info.title.source, found.info.title_en, found.info.date) == ("第一版", "Page one", "2021-07-09")


def test_page_is_called_like_its_first_article_with_a_headline() -> None:
    (found,) = edition(EditionConfig(), article("船。", slug="a"), article("桥", slug="b", title="小桥")).pages
    assert found.info.title.source == "小桥"


def test_titles_know_their_language_where_an_article_has_them() -> None:
    config = EditionConfig(edition=TitleConfig(title="對讀"), page=(PageConfig("p", "小橋"), PageConfig("q", "版面")))
    named = [article("橋。", title="小橋", language="zh-Hant-TW"), article("桥。", title="小桥")]
    assert pipeline.titles_of(config, named) == {
        "對讀": None,
        "小橋": "zh-Hant-TW",
        "版面": None,
        "小桥": "zh-Hans",
    }


@pytest.mark.parametrize(
    ("text", "language", "simplified"),
    [("對讀", None, "对读"), ("对读", None, "对读"), ("裡面", "zh-Hant-TW", "里面"), ("乾坤", None, "乾坤")],
)
def test_title_in_every_script(text: str, language: str | None, simplified: str) -> None:
    found = pipeline.in_every_script(text, language, SEGMENTER, Annotator(Lexicon(), ("zh-Hant",), hsk="2025"))
    assert (found.source, found.in_script("zh-Hans")) == (text, simplified)


def test_page_without_headlines_is_called_like_its_first_sentence() -> None:
    (found,) = edition(EditionConfig(), article("船来了。桥通了。")).pages
    assert found.info.title.source == "船来了。"


def test_settings_reach_the_edition() -> None:
    plain = EditionConfig()
    config = replace(plain, edition=TitleConfig("桥", "Bridge", "Qingshi", "All rights"))
    found = edition(config)
    assert (found.title.source, found.title_en, found.publisher, found.rights) == (
        "桥",
        "Bridge",
        "Qingshi",
        "All rights",
    )


def test_edition_without_a_title() -> None:
    assert edition(EditionConfig(edition=TitleConfig(title=""))).title.source == ""


def test_a_form_that_does_not_come_back_is_told_with_its_word() -> None:
    said = ReadingSentence(
        sentence("吃", "面"),
        layers(2, variants=(Variant("zh-Hant", "吃麪", ("吃", "麪")), Variant("zh-Hant-TW", "吃頭", ("吃", "頭")))),
        English("", Status.MISSING, ""),
    )
    found = list(pipeline.lost_forms(whole_edition(reading_article(article(), (Role.PARAGRAPH, [said])))))
    assert [(item.language, item.word, item.form) for item in found] == [("zh-Hant-TW", "面", "頭")]
    assert list(pipeline.lost_forms(whole_edition(), ("zh-Hant-TW",))) == []
