"""The choices of each page: forms, titles, tokens, links."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import (
    PINYIN,
    Block,
    Edition,
    English,
    Kind,
    Picture,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    ScriptText,
    Status,
    Variant,
    WordTag,
)
from duidu.writers import compose, pages
from duidu.writers.addresses import article_path, front_path, page_path, sentence_id
from duidu.writers.interface import Interface
from duidu.writers.views import ArticleView, SentenceView, Token
from tests.support import HERE, PROPERTY, article, block, context, edition, reading, reading_article, sentence

UI = Interface("en")

HANS, HANT = "zh-Hans", "zh-Hant"


def line(
    *words: str, traditional: tuple[str, ...] | None = None, text: str = "", english: str = "", **given_: object
) -> ReadingSentence:
    """A sentence whose words are read like themselves and have this traditional form."""
    variant = Variant(HANT, text or "".join(traditional or words), traditional)
    item = sentence(*words)
    readings = tuple(word.text if word.tag is not WordTag.OTHER else "" for word in item.words)
    status = Status.REVIEWED if english else Status.MISSING
    return reading(item, english=english, status=status, pinyin=readings, variants=(variant,), **given_)


def item(
    *blocks: tuple[Role, list[ReadingSentence]], kind: Kind = Kind.ARTICLE, page: str = "p", slug: str = "s"
) -> ReadingArticle:
    return reading_article(article("桥", kind=kind, page=page, slug=slug), *blocks)


def view(base: ReadingArticle, language: str = HANS) -> ArticleView:
    (only,) = compose.article_views(context(edition(base), language))
    return only


# ---------------------------------------------------------------- scripts


def test_words_in_the_script_of_the_page() -> None:
    bridge = line("小", "桥", traditional=("小", "橋"))
    assert compose.forms_of(bridge, HANS) == ("小", "桥")
    assert compose.forms_of(bridge, HANT) == ("小", "橋")


def test_words_of_the_source_where_the_script_cannot_be_aligned() -> None:
    net = line("互联网", "好", traditional=None, text="網際網路好")
    assert compose.forms_of(net, HANT) == ("互联网", "好")


# ---------------------------------------------------------------- running pinyin, doubts


def spelt(*words: str, pieces: tuple[str, ...], **given_: object) -> ReadingSentence:
    """A sentence with running pinyin in these pieces."""
    base = line(*words, **given_)  # type: ignore[arg-type]
    running = Variant(PINYIN, "".join(pieces), pieces)
    return replace(base, layers=replace(base.layers, variants=(*base.layers.variants, running)))


def test_a_page_in_running_pinyin_has_words_without_the_marks_around_them() -> None:
    text = spelt("他", "看", "桥", "。", pieces=("Tā", " kàn", " qiáo", "."))
    page = view(item((Role.TITLE, [text]), (Role.PARAGRAPH, [text])), PINYIN)
    tokens = page.body[0].sentences[0].tokens
    assert "".join(token.text for token in tokens) == "Tā kàn qiáo."
    assert [(token.text, token.pinyin) for token in tokens if token.entry] == [("Tā", ""), ("kàn", ""), ("qiáo", "")]
    assert (page.plain_title, [entry.word for entry in page.entries]) == ("Tā kàn qiáo.", ["他", "看", "桥"])
    assert page.body[0].sentences[0].running == ""


def test_a_sentence_has_its_line_of_running_pinyin() -> None:
    text = spelt("看", "桥", "。", pieces=("Kàn", " qiáo", "."))
    assert view(item((Role.PARAGRAPH, [text]))).body[0].sentences[0].running == "Kàn qiáo."
    assert view(item((Role.PARAGRAPH, [line("桥")]))).body[0].sentences[0].running == "桥"


def test_what_else_a_word_may_be_stands_at_it() -> None:
    variant = Variant(HANT, "乾長", ("乾", "長"), doubts=(("幹",), ()))
    text = reading(sentence("干", "长"), pinyin=("gān", "cháng"), doubts=((), ("zhǎng",)), variants=(variant,))
    hans, hant = (view(item((Role.PARAGRAPH, [text])), language) for language in (HANS, HANT))
    assert [token.doubt for token in hans.body[0].sentences[0].tokens] == ["", "or zhǎng"]
    assert [token.doubt for token in hant.body[0].sentences[0].tokens] == ["or 幹", "or zhǎng"]


def test_a_script_may_have_readings_of_its_own() -> None:
    variant = Variant(HANT, "星期", ("星期",), readings=("xīngqí",))
    text = reading(sentence("星期"), pinyin=("xīngqī",), variants=(variant,))
    hans, hant = (view(item((Role.PARAGRAPH, [text])), language) for language in (HANS, HANT))
    assert [page.body[0].sentences[0].tokens[0].pinyin for page in (hans, hant)] == ["xīngqī", "xīngqí"]
    assert [page.entries[0].pinyin for page in (hans, hant)] == ["xīngqī", "xīngqí"]


def test_every_page_names_itself_in_its_script() -> None:
    base = item((Role.TITLE, [line("小桥", traditional=("小橋",))]))
    front = pages.front_view(context(edition(base), HANT))
    assert (front.frame.language, front.frame.edition_title) == (HANT, "對讀")
    assert front.pages[0].items[0].title == "小橋"
    assert view(base, HANT).plain_title == "小橋"


def test_a_traditional_source_is_shown_as_printed_and_in_simplified_characters() -> None:
    words = Variant(HANS, "小桥", ("小桥",)), Variant(HANT, "小橋！", ("小橋！",))
    title = reading(sentence("小橋", language="zh-Hant-TW"), pinyin=("xiǎoqiáo",), variants=words)
    base = reading_article(article("橋", language="zh-Hant-TW"), (Role.TITLE, [title]))
    whole = edition(base, variants=(HANS, HANT, "zh-Hant-TW"))
    found_in = {
        language: next(compose.article_views(context(whole, language))) for language in (HANS, HANT, "zh-Hant-TW")
    }
    assert [found.plain_title for found in found_in.values()] == ["小桥", "小橋！", "小橋"]
    assert [found.entries[0].other for found in found_in.values()] == ["小橋", "小橋", "小桥"]
    assert ["as shown here" in found.printed for found in found_in.values()] == [False, False, True]
    assert all("(Taiwan)" in found.printed for found in found_in.values())


def test_a_simplified_source_needs_no_word_on_its_script() -> None:
    assert view(item((Role.TITLE, [line("桥")])), HANT).printed == ""


# ---------------------------------------------------------------- what an item is called


@pytest.mark.parametrize(
    ("kind", "blocks", "title", "english"),
    [
        (Kind.ARTICLE, [(Role.TITLE, "甲"), (Role.PARAGRAPH, "乙", "丙")], "甲", "English of 甲"),
        (Kind.ARTICLE, [(Role.KICKER, "甲"), (Role.PARAGRAPH, "乙", "丙")], "乙", "English of 乙"),
        (Kind.CAPTION, [(Role.CREDIT, "甲"), (Role.PARAGRAPH, "乙", "丙")], "乙", "English of 乙"),
        (Kind.CAPTION, [(Role.CREDIT, "甲")], "甲", "English of 甲"),
        (Kind.SLOGAN, [(Role.PARAGRAPH, "甲"), (Role.PARAGRAPH, "乙")], "甲　乙", "English of 甲 / English of 乙"),
    ],
)
def test_an_item_is_called_by(
    kind: Kind, blocks: list[tuple[Role, *tuple[str, ...]]], title: str, english: str
) -> None:
    made = [(role, [line(text, english=f"English of {text}") for text in texts]) for role, *texts in blocks]
    found = view(item(*made, kind=kind))
    assert (found.plain_title, found.english_title) == (title, english)


def test_space_after_a_sentence_is_not_in_its_title() -> None:
    assert view(item((Role.PARAGRAPH, [line("甲", "。", "\u3000"), line("乙", "。")]))).plain_title == "甲。"


def test_items_stand_in_the_order_of_print_on_the_front_page() -> None:
    articles = [
        item((Role.PARAGRAPH, [line("甲")]), kind=kind, slug=kind.value)
        for kind in (Kind.SLOGAN, Kind.ARTICLE, Kind.CAPTION)
    ]
    (page,) = pages.front_view(context(edition(*articles), HANS)).pages
    assert [teaser.kind for teaser in page.items] == ["slogan", "article", "caption"]
    assert [teaser.kind_label for teaser in page.items] == ["Public-service line", "", "Photo caption"]


def test_head_and_body_are_parted() -> None:
    found = view(item((Role.TITLE, [line("甲")]), (Role.HEADING, [line("乙")]), (Role.PARAGRAPH, [line("丙")])))
    assert [block.role for block in found.body] == ["heading", "paragraph"]
    assert {role for role, block in found.head.items() if block} == {"title"}
    assert set(found.head) == {"section", "kicker", "title", "subtitle", "credit", "dateline"}


# ---------------------------------------------------------------- sentences


def shown(base: ReadingSentence, role: Role = Role.PARAGRAPH) -> SentenceView:
    found = view(item((role, [base])))
    blocks = found.body or [block for block in found.head.values() if block]
    return blocks[0].sentences[0]


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (Status.REVIEWED, ""),
        (Status.MACHINE, "machine translation, not reviewed"),
        (Status.STALE, "translated from an earlier wording, not reviewed"),
        (Status.MISSING, "not translated yet"),
    ],
)
def test_every_sentence_says_how_far_its_english_can_be_trusted(status: Status, label: str) -> None:
    found = shown(reading(sentence("桥"), english="Bridge", status=status, note="Fake 1.0"))
    assert (found.status, found.status_label, found.note) == (status.value, label, "Fake 1.0")


def test_neighbours_without_reading_are_one_piece() -> None:
    found = shown(line("桥", "，", " ", "3", "人", "。"))
    assert [token.text for token in found.tokens] == ["桥", "， 3", "人", "。"]


def test_words_have_their_number_in_the_vocabulary_and_bylines_none() -> None:
    body = shown(line("桥", "，", "桥", "船"))
    assert [token.entry for token in body.tokens] == [1, 0, 1, 2]
    byline = shown(line("桥"), Role.CREDIT)
    assert [token.entry for token in byline.tokens] == [0]


def test_names_are_marked() -> None:
    found = shown(reading(sentence("王小明", tag=WordTag.PERSON), pinyin=("Wáng Xiǎomíng",)))
    assert [token.name for token in found.tokens] == [True]


def test_wide_words_take_their_marks_to_themselves() -> None:
    found = shown(line("桥", "“", "一二三四五", "”", "，", "人"))
    wide = found.tokens[1]
    assert (wide.before, wide.text, wide.after) == ("“", "一二三四五", "”，")
    assert "".join(token.before + token.text + token.after for token in found.tokens) == "桥“一二三四五”，人"


WORDS = st.sampled_from(["桥", "小桥", "一二三四五", "abc", "“", "”", "，", "）“", "”，“", "3", " ", "（", "。"])


@PROPERTY
@given(st.lists(WORDS, min_size=1, max_size=10))
def test_tokens_of_any_sentence_join_to_it(words: list[str]) -> None:
    found = shown(line(*words))
    assert "".join(token.before + token.text + token.after for token in found.tokens) == "".join(words)
    assert all(not (token.before or token.after) or token.wide for token in found.tokens)


def test_token_of_no_word_has_neither_reading_nor_number() -> None:
    assert shown(line("。")).tokens == (Token("。"),)


def test_address_of_a_sentence_depends_on_its_chinese_alone() -> None:
    first, second = sentence("桥", "。"), sentence("桥。", "\u3000")
    assert sentence_id(first) == sentence_id(replace(second, ref=replace(second.ref, line=99)))
    others = [sentence("桥"), sentence("桥", "。", context="paragraph 2")]
    assert len({sentence_id(first), *map(sentence_id, others)}) == 3


# ---------------------------------------------------------------- links


def several() -> Edition:
    keys = [("p", "a"), ("p", "b"), ("q #1 50%?", "新闻")]
    return edition(*(item((Role.TITLE, [line(slug)]), page=page, slug=slug) for page, slug in keys))


def test_every_article_knows_its_neighbours_across_pages() -> None:
    first, second, third = compose.article_views(context(several(), HANS))
    assert (first.previous, third.next) == (None, None)
    assert [link.title if link else "" for link in (first.next, second.previous, second.next, third.previous)] == [
        "b",
        "a",
        "新闻",
        "b",
    ]


@pytest.mark.parametrize("language", [HANS, HANT])
def test_every_link_leads_to_a_page_of_the_site(language: str) -> None:
    whole = several()
    paths = {page_path(page.info.id, script, whole) for script in whole.variants for page in whole.pages}
    paths |= {front_path(script, whole) for script in whole.variants}
    paths |= {article_path(base, script, whole) for script in whole.variants for base in whole.articles()}
    for found in compose.article_views(context(whole, language)):
        links = [link.href for link in found.variants]
        links += [found.home, found.page.href, *(link.href for link in (found.previous, found.next) if link)]
        for href in links:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(found.path), unquote(urldefrag(href).url)))
            assert target in paths, (found.path, href)


def test_the_first_script_has_no_folder_and_is_marked_as_current() -> None:
    first, *_ = compose.article_views(context(several(), HANS))
    assert first.path == "p/a.html"
    assert [(link.language, link.href, link.current) for link in first.variants] == [
        (HANS, "../p/a.html", True),
        (HANT, "../zh-Hant/p/a.html", False),
    ]


# ---------------------------------------------------------------- sentences


def test_sentences_of_the_text_are_counted_through_and_headings_are_not() -> None:
    blocks = [
        (Role.TITLE, [line("桥")]),
        (Role.PARAGRAPH, [line("一"), line("二")]),
        (Role.HEADING, [line("新")]),
        (Role.PARAGRAPH, [line("三")]),
    ]
    shown = view(item(*blocks))
    assert [[one.number for one in block.sentences] for block in shown.body] == [[1, 2], [0], [3]]
    assert shown.head["title"] is not None
    assert shown.head["title"].sentences[0].number == 0


def test_a_copied_sentence_names_its_title_once() -> None:
    base = edition(item((Role.TITLE, [line("小桥")])))
    (only,) = compose.article_views(context(base, HANS))
    assert only.source.startswith("小桥 · ")
    info = replace(base.pages[0].info, title=ScriptText("小桥", ()), date="2019-05-01")
    (only,) = compose.article_views(context(replace(base, pages=(replace(base.pages[0], info=info),)), HANS))
    assert only.source == "小桥 · 2019-05-01"


# ---------------------------------------------------------------- pictures


def pictured(alt: list[ReadingSentence], *caption: ReadingSentence, **fields: Any) -> ReadingArticle:
    """An article of a paragraph, a picture that shows this, with this caption, and a paragraph."""
    shown = Block(Role.ALT, "".join(item.sentence.text for item in alt), HERE, "小桥.jpg")
    blocks = [ReadingBlock(shown, tuple(alt), Picture("p/小桥.jpg", 640, 400, 9))]
    if caption:
        blocks.append(ReadingBlock(block("".join(one.sentence.text for one in caption), Role.FIGCAPTION), caption))
    (above,), (below,) = (item((Role.PARAGRAPH, [line(text)])).blocks for text in ("好", "美"))
    return replace(item(**fields), blocks=(above, *blocks, below))


def test_a_picture_stands_with_its_caption_between_the_paragraphs() -> None:
    shown, first, second = line("小", "桥", traditional=("小", "橋")), line("河"), line("水")
    base = pictured([shown], first, second)
    above, figure, below = view(base, HANT).body
    assert (above.picture, below.picture) == (None, None)
    assert [sentence.id for sentence in figure.sentences] == [sentence_id(one.sentence) for one in (first, second)]
    picture = figure.picture
    assert picture is not None
    assert (picture.src, picture.width, picture.height, picture.alt) == (
        "../../p/%E5%B0%8F%E6%A1%A5.jpg",
        640,
        400,
        "小橋",
    )
    assert view(base).body[1].picture != picture
    assert [entry.word for entry in view(base).entries] == ["好", "河", "水", "美"]  # what nobody sees is not learnt


def test_a_picture_may_have_no_caption_and_say_nothing() -> None:
    _, figure, _ = view(pictured([])).body
    assert (figure.sentences, figure.picture and (figure.picture.alt, figure.picture.shown)) == ((), ("", None))


def test_english_of_what_a_picture_shows_says_how_far_it_can_be_trusted() -> None:
    shown = replace(line("桥"), english=English("A bridge", Status.MACHINE, "Argos"))
    _, figure, _ = view(pictured([shown])).body
    assert figure.picture
    assert figure.picture.shown
    assert (figure.picture.shown.english, figure.picture.shown.status) == ("A bridge", "machine")


def test_an_item_is_not_called_by_what_its_picture_shows() -> None:
    base = pictured([line("小", "桥")], line("河"), kind=Kind.CAPTION)
    without = replace(base, blocks=base.blocks[1:3])
    assert view(base).plain_title == "好"
    assert view(without).plain_title == "河"


def test_a_slogan_is_called_by_its_words_and_not_by_what_its_picture_shows() -> None:
    base = pictured([line("画")], line("河"), kind=Kind.SLOGAN)
    assert view(base).plain_title == "好　美"


def test_an_item_of_a_picture_that_says_nothing_is_called_by_what_follows() -> None:
    base = pictured([])
    heading = ReadingBlock(block("新", Role.HEADING), (line("新"),))
    assert view(replace(base, blocks=(base.blocks[1], heading))).plain_title == "新"


def test_marks_before_a_wide_word_at_the_start_of_a_line_are_trimmed() -> None:
    wide = line("“", "生态文明建设", "”")
    (only,) = view(item((Role.PARAGRAPH, [wide]))).body[0].sentences
    assert [(token.before, token.text, token.after) for token in only.tokens] == [("“", "生态文明建设", "”")]
