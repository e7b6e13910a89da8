"""The steps between files: slugs, the merging of translations, and the edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import pipeline
from duidu.annotators import Annotator
from duidu.config import EditionConfig, PageConfig, TitleConfig
from duidu.model import (
    Article,
    Catalogue,
    Edition,
    English,
    Kind,
    Lexicon,
    Message,
    RawPage,
    ReadingSentence,
    Role,
    ScriptText,
    Sentence,
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


# ---------------------------------------------------------------- merging translations


def message(
    chinese: str, english: str = "", status: Status = Status.MISSING, note: str = "", context: str = "paragraph"
) -> Message:
    return Message(context, chinese, English(english, status, note), HERE)


def reviewed(chinese: str, english: str, context: str = "paragraph") -> Message:
    return message(chinese, english, Status.REVIEWED, context=context)


def merged(catalogue: Catalogue, *chinese: str | Sentence) -> Catalogue:
    return pipeline.merge(catalogue, [sentence(item) if isinstance(item, str) else item for item in chinese])


def catalogue(*messages: Message, obsolete: tuple[Message, ...] = ()) -> Catalogue:
    return Catalogue("p/s", messages, obsolete)


def said(messages: Iterable[Message]) -> list[tuple[str, str, str, str]]:
    return [(item.chinese, item.english.text, item.english.status.value, item.english.note) for item in messages]


BRIDGE = "昨天，青石县的新桥通车了。"
CHANGED = "今天，青石县的新桥通车了。"


def test_new_sentences_have_no_english() -> None:
    assert said(merged(catalogue(), "桥。", "船。").messages) == [
        ("桥。", "", "missing", ""),
        ("船。", "", "missing", ""),
    ]


def test_known_sentences_keep_their_english_in_the_order_of_the_article() -> None:
    before = catalogue(reviewed("桥。", "Bridge."), message("船。", "Boat.", Status.MACHINE, "Fake"))
    after = merged(before, "船。", "桥。")
    assert said(after.messages) == [("船。", "Boat.", "machine", "Fake"), ("桥。", "Bridge.", "reviewed", "")]
    assert after.obsolete == ()


def test_english_of_a_sentence_that_is_gone_is_kept_as_obsolete() -> None:
    after = merged(catalogue(reviewed("桥。", "Bridge."), message("船。")))
    assert (said(after.messages), said(after.obsolete)) == ([], [("桥。", "Bridge.", "reviewed", "")])


def test_english_comes_back_with_its_sentence() -> None:
    gone = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")))
    back = merged(gone, BRIDGE)
    assert (said(back.messages), back.obsolete) == ([(BRIDGE, "The bridge is open.", "reviewed", "")], ())


def test_a_slightly_changed_sentence_takes_the_english_over_as_stale() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), CHANGED)
    assert said(after.messages) == [(CHANGED, "The bridge is open.", "stale", BRIDGE)]
    assert said(after.obsolete) == [(BRIDGE, "The bridge is open.", "reviewed", "")]


def test_the_most_similar_sentence_counts() -> None:
    before = catalogue(reviewed("昨天，白石县的老桥通车了。", "Far."), reviewed("昨天，青石县的老桥通车了。", "Near."))
    assert said(merged(before, BRIDGE).messages)[0][1] == "Near."


def test_a_sentence_that_changes_twice_quotes_the_chinese_that_was_translated() -> None:
    once = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), CHANGED)
    twice = merged(once, "今天，青石县的新桥修好了。")
    assert said(twice.messages) == [("今天，青石县的新桥修好了。", "The bridge is open.", "stale", BRIDGE)]


def test_a_different_sentence_takes_nothing_over() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), "孩子们在水边放风筝。")
    assert said(after.messages) == [("孩子们在水边放风筝。", "", "missing", "")]


def test_machine_english_of_another_wording_is_not_taken_over() -> None:
    after = merged(catalogue(message(BRIDGE, "Bridge.", Status.MACHINE, "Fake")), CHANGED)
    assert said(after.messages) == [(CHANGED, "", "missing", "")]


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.MACHINE])
def test_an_equal_sentence_in_another_context_takes_the_english_as_it_is(status: Status) -> None:
    before = catalogue(message("桥。", "Bridge.", status, "note"))
    assert said(merged(before, sentence("桥。", context="title")).messages) == [
        ("桥。", "Bridge.", status.value, "note")
    ]


def test_english_of_a_sentence_that_is_still_there_is_not_taken_over() -> None:
    after = merged(catalogue(reviewed(BRIDGE, "The bridge is open.")), BRIDGE, CHANGED)
    assert said(after.messages)[1] == (CHANGED, "", "missing", "")


def remembered(before: Catalogue, memory: tuple[Message, ...], *chinese: str) -> list[tuple[str, str, str, str]]:
    return said(pipeline.merge(before, [sentence(item) for item in chinese], memory).messages)


def test_english_of_an_article_that_is_gone_is_taken_over_as_it_is() -> None:
    memory = (reviewed("桥。", "Bridge.", context="title"), message("船。", "Boat.", Status.MACHINE, "Fake"))
    assert remembered(catalogue(), memory, "桥。", "船。", "人。") == [
        ("桥。", "Bridge.", "reviewed", ""),
        ("船。", "Boat.", "machine", "Fake"),
        ("人。", "", "missing", ""),
    ]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_several_memories_the_most_trusted_counts(turn: int) -> None:
    memory = (message("桥。", "M", Status.MACHINE), reviewed("桥。", "R"), message("桥。", "S", Status.STALE))
    assert remembered(catalogue(), memory[::turn], "桥。") == [("桥。", "R", "reviewed", "")]


def test_english_of_the_article_itself_wins_over_memory() -> None:
    before = catalogue(reviewed("桥。", "Own."), obsolete=(reviewed("船。", "Own."),))
    memory = (reviewed("桥。", "Other."), reviewed("船。", "Other."))
    assert [english for _, english, *_ in remembered(before, memory, "桥。", "船。")] == ["Own.", "Own."]


def test_memory_of_a_similar_sentence_is_not_taken_over() -> None:
    assert remembered(catalogue(), (reviewed(BRIDGE, "Bridge."),), CHANGED) == [(CHANGED, "", "missing", "")]


TEXTS = ("昨天，新桥通车了。", "今天，新桥通车了。", "今天，新桥修好了。", "船来了。", "桥。")
MESSAGES = st.builds(
    Message,
    st.sampled_from(["paragraph", "title"]),
    st.sampled_from(TEXTS),
    st.just(English("", Status.MISSING, ""))
    | st.builds(English, st.sampled_from("ABCD"), st.sampled_from([Status.REVIEWED, Status.MACHINE]), st.just(""))
    | st.builds(English, st.sampled_from("EF"), st.just(Status.STALE), st.sampled_from(TEXTS)),
    st.just(HERE),
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Any catalogue in which a sentence stands once, current or obsolete."""
    unique = draw(st.lists(MESSAGES, max_size=8, unique_by=lambda item: (item.context, item.chinese)))
    current = draw(st.integers(0, len(unique)))
    obsolete = [item for item in unique[current:] if item.english.text]
    return Catalogue("p/s", tuple(unique[:current]), tuple(obsolete))


ARTICLES = st.lists(
    st.builds(
        lambda text, context: sentence(text, context=context),
        st.sampled_from(TEXTS),
        st.sampled_from(["paragraph", "title"]),
    ),
    max_size=6,
    unique_by=lambda item: (item.context, item.text),
)


def english(found: Catalogue) -> set[tuple[str, str, str]]:
    return {
        (item.context, item.chinese, item.english.text)
        for item in (*found.messages, *found.obsolete)
        if item.english.text
    }


@PROPERTY
@given(catalogues(), st.lists(ARTICLES, min_size=1, max_size=3))
def test_no_english_is_ever_dropped(found: Catalogue, versions: list[list[Sentence]]) -> None:
    for version in versions:
        after = pipeline.merge(found, version)
        assert english(found) <= english(after)
        found = after


@PROPERTY
@given(catalogues(), ARTICLES)
def test_reviewed_english_stays_reviewed_and_no_other_becomes_so(found: Catalogue, version: list[Sentence]) -> None:
    def trusted(item: Catalogue) -> set[tuple[str, str]]:
        every = (*item.messages, *item.obsolete)
        return {(one.chinese, one.english.text) for one in every if one.english.status is Status.REVIEWED}

    assert trusted(pipeline.merge(found, version)) == trusted(found)


@PROPERTY
@given(catalogues(), ARTICLES)
def test_merging_twice_is_merging_once(found: Catalogue, version: list[Sentence]) -> None:
    once = pipeline.merge(found, version)
    assert pipeline.merge(once, version) == once


@PROPERTY
@given(catalogues(), ARTICLES)
def test_merged_catalogue_has_every_sentence_in_order(found: Catalogue, version: list[Sentence]) -> None:
    after = pipeline.merge(found, version)
    assert [(item.context, item.chinese) for item in after.messages] == [(item.context, item.msgid) for item in version]
    assert all(item.english.text for item in after.obsolete)


@pytest.mark.parametrize("current", [message("桥。"), reviewed("桥。", "A bridge.")])
def test_obsolete_english_of_a_sentence_that_is_there_is_kept(current: Message) -> None:
    before = catalogue(current, obsolete=(reviewed("桥。", "Bridge."),))
    assert english(before) <= english(merged(before, "桥。"))


@pytest.mark.parametrize("chinese", [(), ("桥。",), ("船。",)])
def test_two_obsolete_entries_of_one_sentence_are_both_kept(chinese: tuple[str, ...]) -> None:
    before = catalogue(obsolete=(reviewed("桥。", "Bridge."), reviewed("桥。", "A bridge.")))
    assert english(before) <= english(merged(before, *chinese))


# ---------------------------------------------------------------- gaps


def test_gaps_are_the_sentences_without_english_each_once() -> None:
    first = catalogue(message("桥。"), reviewed("船。", "Boat."), message("人。"))
    second = catalogue(message("人。", context="title"), message("水。"), obsolete=(message("山。"),))
    assert pipeline.gaps([first, second]) == ("桥。", "人。", "水。")


def test_only_gaps_are_filled() -> None:
    before = catalogue(message("桥。"), reviewed("船。", "Boat."), message("人。"), message("水。"))
    after = pipeline.filled(before, {"桥。": "Bridge.", "船。": "WRONG", "人。": ""}, "Fake 1.0")
    assert said(after.messages) == [
        ("桥。", "Bridge.", "machine", "Fake 1.0"),
        ("船。", "Boat.", "reviewed", ""),
        ("人。", "", "missing", ""),
        ("水。", "", "missing", ""),
    ]


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
