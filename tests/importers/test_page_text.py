"""One tiny page a phenomenon, and the promise that nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import importers
from duidu.errors import PageError
from duidu.importers import import_page
from duidu.model import Block, Kind, RawPage, Role, Story
from tests.support import PROPERTY

BODY = "村里的老井修好了。"
MORE = "大家都来打水，笑声不断。"


def page(text: str, *, path: str = "content/pages/p.txt") -> RawPage:
    return RawPage("p", text.encode(), path)


def stories(*paragraphs: str) -> tuple[Story, ...]:
    """The stories of a page whose paragraphs stand apart by one blank line."""
    return import_page(page("\n\n".join(paragraphs) + "\n")).stories


def only(*paragraphs: str) -> Story:
    (story,) = stories(*paragraphs)
    return story


def texts(story: Story, role: Role = Role.PARAGRAPH) -> list[str]:
    return [block.text for block in story.blocks if block.role is role]


# ---------------------------------------------------------------- headlines


def test_one_line_over_text_is_the_title() -> None:
    story = only("老井又有了水", BODY)
    assert (story.section, story.kicker, story.title, story.subtitle) == (None, None, "老井又有了水", None)


def test_kicker_stands_over_the_title() -> None:
    story = only("白鹭镇", "老井又有了水", BODY)
    assert (story.section, story.kicker, story.title) == (None, "白鹭镇", "老井又有了水")


def test_section_stands_over_kicker_and_title() -> None:
    story = only("乡村新事", "白鹭镇", "老井又有了水", BODY)
    assert (story.section, story.kicker, story.title) == ("乡村新事", "白鹭镇", "老井又有了水")


def test_two_lines_without_a_gap_are_one_headline() -> None:
    story = only("白鹭镇", "老井修了三个月\n终于又有了水", BODY, MORE)
    assert (story.kicker, story.title) == ("白鹭镇", "老井修了三个月 终于又有了水")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_with_a_dash_is_the_subtitle(gap: str) -> None:
    story = only(f"老井又有了水{gap}——白鹭镇修井记", BODY, MORE)
    assert (story.kicker, story.title, story.subtitle) == (None, "老井又有了水", "——白鹭镇修井记")


def test_line_with_a_dash_and_no_headline_is_the_title() -> None:
    story = only("——白鹭镇修井记", BODY)
    assert (story.title, story.subtitle) == ("——白鹭镇修井记", None)


def test_headline_may_hold_marks_inside_its_quotes() -> None:
    assert only("老井“短、平、快”又有了水", BODY).title == "老井“短、平、快”又有了水"
    assert only("老井短、平、快又有了水", BODY).title is None


@pytest.mark.parametrize(
    "line", ["老井又有了水。", "老井又有了水，", "老井；又有了水", "老井又有了水：", "老井又有了水…", "水" * 35]
)
def test_line_with_a_stop_or_too_long_is_no_headline(line: str) -> None:
    assert only(line, f"\u3000\u3000{BODY}").title is None


def test_headline_may_end_with_an_exclamation_mark() -> None:
    assert only("老井又有了水！", BODY).title == "老井又有了水！"


def test_crosshead_stands_inside_a_story() -> None:
    story = only("老井又有了水", BODY, "井边的变化", MORE)
    assert story.title == "老井又有了水"
    assert texts(story, Role.HEADING) == ["井边的变化"]
    assert texts(story) == [BODY, MORE]


@pytest.mark.parametrize("lead", ["本报讯 孩子们来了。", "(记者 周大海)孩子们来了。"])
def test_short_line_over_a_new_beginning_is_a_new_headline(lead: str) -> None:
    first, second = stories("老井又有了水", BODY, "学校开学了", lead)
    assert (first.title, second.title) == ("老井又有了水", "学校开学了")
    assert texts(second) == ["孩子们来了。"]


def test_short_line_over_a_byline_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, "学校开学了", "本报记者 周大海", "孩子们来了。")
    assert (first.credit, second.title, second.credit) == (None, "学校开学了", "本报记者 周大海")


def test_line_far_above_the_text_is_no_headline() -> None:
    _, slogan, last = stories("老井又有了水", BODY, MORE, "\n\n爱护水源", "\n\n学校今天开学，孩子们来了。")
    assert (slogan.kind, texts(slogan)) == (Kind.SLOGAN, ["爱护水源"])
    assert (last.title, texts(last)) == (None, ["学校今天开学，孩子们来了。"])


def test_short_line_after_a_gap_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, MORE, "\n\n学校开学了", "孩子们来了。")
    assert (first.title, second.title) == ("老井又有了水", "学校开学了")


def test_two_short_lines_inside_a_story_are_a_new_headline() -> None:
    _, second = stories("老井又有了水", BODY, "白鹭镇", "学校开学了", "孩子们来了。")
    assert (second.kicker, second.title) == ("白鹭镇", "学校开学了")


def test_short_line_after_a_closing_byline_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, "(记者 周大海)", "学校开学了", "孩子们来了。")
    assert (first.credit, second.title, second.credit) == ("(记者 周大海)", "学校开学了", None)


# ---------------------------------------------------------------- bylines and datelines


def test_byline_before_the_text() -> None:
    story = only("老井又有了水", "本报记者 周大海", BODY, MORE)
    assert (story.credit, story.authors) == ("本报记者 周大海", ("周大海",))
    assert texts(story) == [BODY, MORE]


def test_byline_after_the_text() -> None:
    story = only("老井又有了水", BODY, MORE, "（周大海 文/图）")
    assert (story.credit, story.authors) == ("（周大海 文/图）", ("周大海",))
    assert texts(story) == [BODY, MORE]


def test_dateline_and_byline_inside_the_first_paragraph() -> None:
    story = only("老井又有了水", f"本报讯 (记者 周大海){BODY}", MORE)
    assert (story.dateline, story.credit, story.authors) == ("本报讯", "(记者 周大海)", ("周大海",))
    assert texts(story) == [BODY, MORE]


def test_dateline_in_a_later_paragraph_is_text() -> None:
    story = only("老井又有了水", BODY, f"本报讯 {MORE}")
    assert story.dateline is None
    assert texts(story) == [BODY, f"本报讯 {MORE}"]


def test_byline_at_the_foot_of_the_last_paragraph_closes_the_story() -> None:
    first, second = stories("老井又有了水", BODY, f"{MORE}(记者 周大海)", "学校开学了", "孩子们来了。")
    assert (first.credit, texts(first)) == ("(记者 周大海)", [BODY, MORE])
    assert (second.title, second.credit) == ("学校开学了", None)


def test_two_bylines_are_kept_in_order() -> None:
    story = only("老井又有了水", f"(记者 周大海){BODY}", "(李花 摄)")
    assert (story.credit, story.authors) == ("(记者 周大海) (李花 摄)", ("周大海", "李花"))


@pytest.mark.parametrize("dateline", ["本报讯", "本台消息"])
def test_dateline_is_no_author(dateline: str) -> None:
    assert only("老井又有了水", f"{dateline} {BODY}").authors == ()


def test_reporter_in_the_dateline_of_an_agency_is_the_author() -> None:
    story = only("老井又有了水", f"（中央社記者王小明台北20日電）{BODY}")
    assert (story.dateline, story.authors, texts(story)) == ("（中央社記者王小明台北20日電）", ("王小明",), [BODY])


def test_two_datelines_over_the_text_are_both_kept() -> None:
    assert "本报讯本报讯" in "".join(
        story.characters() for story in stories("老井又有了水", "本报讯", f"本报讯 {BODY}")
    )


# ---------------------------------------------------------------- captions, slogans, furniture


def test_text_with_a_photographer_on_its_own_line_is_a_caption() -> None:
    _, caption = stories("老井又有了水", BODY, MORE, "\n\n孩子们在井边玩水。", "(周大海 摄)")
    assert (caption.kind, caption.title, caption.credit) == (Kind.CAPTION, None, "(周大海 摄)")
    assert texts(caption) == ["孩子们在井边玩水。"]


def test_text_that_speaks_of_the_picture_is_a_caption() -> None:
    _, caption = stories("老井又有了水", BODY, MORE, "\n\n▲孩子们在井边玩水。")
    assert caption.kind is Kind.CAPTION


def test_text_with_a_headline_and_a_photographer_is_an_article() -> None:
    assert only("老井又有了水", BODY, "(周大海 摄)").kind is Kind.ARTICLE


def test_text_with_a_writer_only_is_an_article() -> None:
    _, second = stories("老井又有了水", BODY, MORE, "\n\n孩子们在井边玩水。", "(记者 周大海)")
    assert second.kind is Kind.ARTICLE


def test_headings_over_no_text_are_slogans_one_a_group() -> None:
    _, first, second = stories("老井又有了水", BODY, MORE, "\n\n爱护水源", "从我做起", "\n\n出行讲礼让")
    assert (first.kind, texts(first)) == (Kind.SLOGAN, ["爱护水源", "从我做起"])
    assert (second.kind, texts(second)) == (Kind.SLOGAN, ["出行讲礼让"])


def test_furniture_inside_a_story_does_not_end_it() -> None:
    items = stories("老井又有了水", BODY, "第03版", MORE)
    by_kind = {item.kind: item for item in items}
    assert len(items) == 2
    assert texts(by_kind[Kind.FURNITURE]) == ["第03版"]
    assert texts(by_kind[Kind.ARTICLE]) == [BODY, MORE]


def test_stories_come_in_page_order_around_furniture() -> None:
    items = stories("老井又有了水", BODY, "第03版", MORE)
    assert [item.ref.line for item in items] == [1, 5]


def test_text_after_a_gap_is_a_story_without_headline() -> None:
    first, second = stories("老井又有了水", BODY, MORE, "\n\n学校今天开学，孩子们来了。", "老师很高兴。")
    assert (first.title, second.title) == ("老井又有了水", None)
    assert (second.kind, texts(second)) == (Kind.ARTICLE, ["学校今天开学，孩子们来了。", "老师很高兴。"])


# ---------------------------------------------------------------- cut paragraphs


def test_paragraph_that_is_cut_in_mid_word_is_joined() -> None:
    story = only("老井又有了水", "昨天，村里的老", "井修好了，大家都来打水。", MORE)
    assert texts(story) == ["昨天，村里的老井修好了，大家都来打水。", MORE]


def test_latin_words_keep_a_space_where_a_paragraph_was_cut() -> None:
    story = only("昨天，村里来了David", "Ku和他的朋友。")
    assert texts(story) == ["昨天，村里来了David Ku和他的朋友。"]


def test_paragraph_with_a_final_mark_is_not_joined() -> None:
    assert texts(only("老井又有了水", "昨天，老井修好了。", "后来，大家都来打水。")) == [
        "昨天，老井修好了。",
        "后来，大家都来打水。",
    ]


def test_paragraph_is_not_joined_over_a_byline_or_a_gap() -> None:
    assert [texts(story) for story in stories("昨天，村里的老", "(记者 周大海)", "井修好了，真好。")] == [
        ["昨天，村里的老"],
        ["井修好了，真好。"],
    ]
    first, second = stories(BODY, MORE, "昨天，村里的老", "\n\n井修好了，真好。")
    assert (texts(first)[-1], texts(second)) == ("昨天，村里的老", ["井修好了，真好。"])


def test_list_of_names_in_quotes_is_running_text_in_a_long_line() -> None:
    story = only("老井又有了水", "全村人都说起了那口“又深、又清、又甜”的老井和它的", "故事，笑声不断。")
    assert texts(story) == ["全村人都说起了那口“又深、又清、又甜”的老井和它的故事，笑声不断。"]


def test_page_whose_paragraphs_all_stand_far_apart_is_one_story() -> None:
    assert texts(only("老井又有了水\n", f"{BODY}\n", f"{MORE}\n", "孩子们来了。")) == [BODY, MORE, "孩子们来了。"]


def test_headlines_of_a_page_without_blank_lines_are_not_one() -> None:
    (story,) = import_page(page(f"白鹭镇\n老井又有了水\n\u3000\u3000{BODY}\n\u3000\u3000{MORE}\n")).stories
    assert (story.kicker, story.title) == ("白鹭镇", "老井又有了水")


def test_page_without_blank_lines_is_read_by_its_indents() -> None:
    first, second = import_page(
        page(
            "老井又有了水\n"
            "\u3000\u3000昨天，村里的老\n"
            "井修好了，大家高兴。\n"
            "\u3000\u3000第二天，水还是清的\n"
            "\u3000\u3000孩子们来了，真好。\n"
            "学校开学了\n"
            "\u3000\u3000本报讯 教室很新。\n"
        )
    )
    assert first.title == "老井又有了水"
    assert texts(first) == ["昨天，村里的老井修好了，大家高兴。", "第二天，水还是清的", "孩子们来了，真好。"]
    assert (second.title, texts(second)) == ("学校开学了", ["教室很新。"])


# ---------------------------------------------------------------- places and odd characters


def test_stories_and_blocks_know_their_lines() -> None:
    (story,) = import_page(
        page("\n\n老井又有了水\n\n\u3000昨天，村里的老\n\n井修好了。\n\n井边的变化\n\n大家来了。\n")
    ).stories
    assert str(story.ref) == "content/pages/p.txt:3"
    assert [block.ref.line for block in story.blocks] == [5, 9, 11]


def test_space_and_marks_around_lines_are_dropped() -> None:
    story = only("\u00a0老井又有了水\u3000", f"\t{BODY}\u200b")
    assert (story.title, texts(story)) == ("老井又有了水", [BODY])


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff"])
def test_zero_width_space_inside_a_line_is_no_loss(mark: str) -> None:
    assert "".join(texts(only(f"昨天，{mark}老井修好了。"))).replace(mark, "") == "昨天，老井修好了。"


@pytest.mark.parametrize("blank", ["\u2003", "\u2009", "\u2028", "\u0085"])
def test_line_of_any_white_space_is_blank(blank: str) -> None:
    assert all(story.characters() for story in stories("老井又有了水", BODY, MORE, f"\n\n{blank}"))


@pytest.mark.parametrize("name", ["p.pdf", "p", "p.txt.bak"])
def test_unknown_format_is_refused(name: str) -> None:
    with pytest.raises(PageError, match="no importer reads") as caught:
        import_page(page("他来了。\n", path=f"content/pages/{name}")).stories
    assert ".txt" in caught.value.hint
    assert str(caught.value.ref) == f"content/pages/{name}:1"


def test_ending_may_be_in_capitals() -> None:
    assert import_page(page("他来了。\n", path="content/pages/p.TXT")).stories


@pytest.mark.parametrize(
    ("repeated", "message"),
    [(0, "would lose '他来了。' and invent ''"), (2, "would lose '' and invent '他来了。'")],
)
def test_importer_that_loses_or_invents_is_refused(
    monkeypatch: pytest.MonkeyPatch, repeated: int, message: str
) -> None:
    wrong = replace(only("他来了。"), blocks=only("他来了。").blocks * repeated)
    monkeypatch.setitem(importers.IMPORTERS, ".txt", lambda raw: (wrong,))
    with pytest.raises(PageError, match=message):
        import_page(page("他来了。\n")).stories


# ---------------------------------------------------------------- nothing is lost, on any page

MARKS = "，。、！？…；：“”‘’（）()《》「」【】—-·"
LINES = (
    "青石县",
    "小桥连起两个村",
    "——副题一行",
    "他来了，",
    "他来了。",
    "“好！”她说。",
    "昨天，村里的老井，又有了水，大家都来打水，笑声不断，真是一件好事，人人都高兴",
    "村里来了David",
    "Ku 3",
    "第03版",
    "责任编辑：王小明",
    "2021年7月9日",
    "(记者 王小明)",
    "（记者 王小明 摄）",
    "李四 摄",
    "本报记者 司汉科",
    "他来了。(记者 向婧)",
    "▲图为他。",
    "…",
    "—",
    "(",
    "”",
)
DATELINES = ("", "本报讯", "本报讯 他来了。", "新华社北京3月1日电 (记者 王小明)他", "【明報專訊】")
# 讯, 訊, 电 and 電 are left out: a page may hold one dateline only, see the test of two.
CHARACTERS = st.sampled_from("他来了青石县水记者摄图版" + MARKS + "1aZ \t") | st.characters(
    exclude_characters="讯訊电電\u200b\ufeff\n\r", exclude_categories=("Cc", "Cs")
)
LINE = st.lists(st.sampled_from(LINES), min_size=1, max_size=2).map("".join) | st.text(CHARACTERS, max_size=40)
ENDS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n\n\n\n", "\n\u3000\n"])
INDENTS = st.sampled_from(["", "", "\u3000\u3000", "  ", "\t", "\u00a0"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    lines = draw(st.lists(LINE, max_size=12))
    dateline = draw(st.sampled_from(DATELINES))
    if dateline:
        lines.insert(draw(st.integers(0, len(lines))), dateline)
    return "".join(draw(INDENTS) + line + draw(ENDS) for line in lines)


def characters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


@PROPERTY
@given(pages())
def test_no_page_loses_or_invents_a_character(text: str) -> None:
    after: Counter[str] = Counter()
    for story in import_page(page(text)).stories:
        for block in story.texts():
            after += characters(block.text)
    assert after == characters(text)


@PROPERTY
@given(pages())
def test_every_item_of_any_page_is_well_formed(text: str) -> None:
    lines = text.count("\n") + 1
    for story in import_page(page(text)).stories:
        assert all(1 <= block.ref.line <= lines for block in story.texts())
        assert all(block.role in (Role.HEADING, Role.PARAGRAPH) for block in story.blocks)
        assert all(_trimmed(block) for block in story.texts())
        if story.kind in (Kind.SLOGAN, Kind.FURNITURE):
            assert list(story.texts()) == list(story.blocks)


def _trimmed(block: Block) -> bool:
    return block.text != "" and block.text == block.text.strip(" \t\u3000\u00a0")


def test_cut_paragraph_goes_on_below_page_furniture() -> None:
    story, furniture = stories("老井有了水", "村里的人说，老井修", "第03版", "好了，大家都来打水。")
    assert (story.kind, furniture.kind) == (Kind.ARTICLE, Kind.FURNITURE)
    assert texts(story) == ["村里的人说，老井修好了，大家都来打水。"]


def test_second_line_of_a_sub_headline_belongs_to_it() -> None:
    story = only("老井又有了水", "——记青石县的老井", "——和打井的人", BODY)
    assert (story.title, story.subtitle) == ("老井又有了水", "——记青石县的老井 ——和打井的人")


def test_words_in_brackets_close_no_story() -> None:
    story = only("老井又有了水", BODY, "（二十）", MORE)
    assert story.authors == ()
    assert len(story.blocks) == 3


def test_text_about_telephones_is_no_furniture() -> None:
    text = "电话/短信诈骗近年来频发，村里人要当心。"
    assert texts(only("当心诈骗", text)) == [text]


def test_many_bylines_in_brackets_take_no_time() -> None:
    line = "（" + "本报记者 王小明 " * 40 + "发自青石县的现场报道）"
    assert stories("老井又有了水", BODY, line)
