"""Lines whose parts are known become stories."""

from __future__ import annotations

import pytest

from duidu.importers.line import Line, Part
from duidu.importers.stories import LONGEST_BARE_CAPTION, assembled
from duidu.model import Kind, Role, Story

P, C, T = Part.PARAGRAPH, Part.CONTINUATION, Part.TITLE


def stories(*lines: tuple[Part, str], **flags: bool) -> list[Story]:
    """The stories of these lines; ``flags`` are set in all but the first."""
    made = [Line(text, number, **(flags if number > 1 else {})) for number, (_, text) in enumerate(lines, start=1)]
    return assembled(made, [part for part, _ in lines], "p")


def only(*lines: tuple[Part, str]) -> Story:
    (story,) = stories(*lines)
    return story


def texts(story: Story, role: Role = Role.PARAGRAPH) -> list[str]:
    return [block.text for block in story.blocks if block.role is role]


def test_no_lines_no_stories() -> None:
    assert assembled([], [], "p") == []


def test_the_head_of_a_story() -> None:
    story = only(
        (Part.SECTION, "要闻简报"),
        (Part.KICKER, "白鹭镇"),
        (T, "老井修了三个月"),
        (Part.TITLE_LINE, "终于有了水"),
        (Part.SUBTITLE, "——修井记"),
        (Part.BYLINE, "本报记者 周大海"),
        (P, "他来了。"),
    )
    assert (story.section, story.kicker) == ("要闻简报", "白鹭镇")
    assert (story.title, story.subtitle) == ("老井修了三个月 终于有了水", "——修井记")
    assert (story.credit, story.authors, texts(story)) == ("本报记者 周大海", ("周大海",), ["他来了。"])
    assert (str(story.ref), story.blocks[0].ref.line) == ("p:1", 7)


def test_a_headline_begins_a_story_and_so_does_an_opening() -> None:
    first, second, third = stories(
        (T, "老井"), (P, "他来了。"), (T, "小桥"), (P, "她来了。"), (Part.OPENING, "我来了。")
    )
    assert [story.title for story in (first, second, third)] == ["老井", "小桥", None]
    assert [story.ref.line for story in (first, second, third)] == [1, 3, 5]


@pytest.mark.parametrize("above", [Part.SECTION, Part.KICKER, Part.BYLINE])
def test_a_headline_under_the_beginning_of_a_head_goes_with_it(above: Part) -> None:
    assert len(stories((above, "本报记者 周大海"), (T, "老井"), (P, "他来了。"))) == 1


def test_a_section_stands_over_the_first_of_its_stories() -> None:
    first, second = stories((Part.SECTION, "简报"), (Part.OPENING, "他来了。"), (Part.OPENING, "她来了。"))
    assert (first.section, second.section) == ("简报", None)


def test_lines_are_joined_with_a_space_between_latin_words_only() -> None:
    story = only((T, "老井"), (P, "来了David"), (C, "Ku和他的12"), (C, "000个朋"), (C, "友。"), (P, "他来了。"))
    assert texts(story) == ["来了David Ku和他的12000个朋友。", "他来了。"]


def test_a_continuation_of_nothing_is_a_paragraph() -> None:
    assert texts(only((C, "，他来了。"))) == ["，他来了。"]


def test_a_crosshead_is_a_heading_inside() -> None:
    story = only((T, "老井"), (P, "他来了。"), (Part.CROSSHEAD, "打水"), (P, "她来了。"))
    assert [(block.role, block.text) for block in story.blocks] == [
        (Role.PARAGRAPH, "他来了。"),
        (Role.HEADING, "打水"),
        (Role.PARAGRAPH, "她来了。"),
    ]


# ---------------------------------------------------------------- bylines and datelines


@pytest.mark.parametrize(
    ("text", "dateline", "credit", "left"),
    [
        ("本报讯 他来了。", "本报讯", None, "他来了。"),
        ("本报讯 (记者 周大海)他来了。", "本报讯", "(记者 周大海)", "他来了。"),
        ("本报讯 记者 周大海 他来了。", "本报讯", "记者 周大海", "他来了。"),
        ("新华社北京3月1日电（记者 周大海）他来了。", "新华社北京3月1日电", "（记者 周大海）", "他来了。"),
        ("【本報訊】他來了。", "【本報訊】", None, "他來了。"),
        ("(记者 周大海)他来了。", None, "(记者 周大海)", "他来了。"),
        ("(记者 周大海)（李花 摄）他来了。", None, "(记者 周大海) （李花 摄）", "他来了。"),
        ("记者 周大海 他来了。", None, None, "记者 周大海 他来了。"),
        ("他来了，本报讯 她走了。", None, None, "他来了，本报讯 她走了。"),
    ],
)
def test_dateline_and_byline_at_the_head(text: str, dateline: str | None, credit: str | None, left: str) -> None:
    story = only((T, "老井"), (P, text))
    assert (story.dateline, story.credit, texts(story)) == (dateline, credit, [left])


def test_a_paragraph_that_is_a_dateline_only_leaves_nothing() -> None:
    story = only((T, "老井"), (P, "本报讯"), (P, "本报讯 他来了。"))
    assert (story.dateline, texts(story)) == ("本报讯", ["本报讯 他来了。"])


def test_a_paragraph_that_is_a_byline_only_stays() -> None:
    assert texts(only((T, "老井"), (P, "(记者 周大海)"))) == ["(记者 周大海)"]


def test_the_head_of_the_text_is_its_first_paragraph() -> None:
    story = only((T, "老井"), (Part.CROSSHEAD, "打水"), (P, "本报讯 他来了。"))
    assert (story.dateline, texts(story)) == ("本报讯", ["他来了。"])


@pytest.mark.parametrize("tail", ["(记者 周大海)", "（周大海 摄）", "周大海 摄"])
def test_a_byline_behind_the_last_full_stop(tail: str) -> None:
    story = only((T, "老井"), (P, "他来了。"), (P, f"她来了。{tail}"))
    assert (story.credit, story.authors, texts(story)) == (tail, ("周大海",), ["他来了。", "她来了。"])


def test_a_byline_behind_an_earlier_full_stop_stays() -> None:
    story = only((T, "老井"), (P, "她来了。(记者 周大海)"), (P, "他来了。"))
    assert (story.credit, texts(story)) == (None, ["她来了。(记者 周大海)", "他来了。"])


def test_bylines_are_kept_in_the_order_of_the_page_and_names_once() -> None:
    story = only((T, "老井"), (Part.BYLINE, "记者 周大海"), (P, "他来了。(李花 摄)"), (Part.CREDIT, "（周大海）"))
    assert (story.credit, story.authors) == ("记者 周大海 (李花 摄) （周大海）", ("周大海", "李花"))


def test_the_reporter_of_the_dateline_writes_where_nobody_signs() -> None:
    dateline = "（中央社記者王小明台北20日電）"
    assert only((T, "老井"), (P, f"{dateline}他來了。")).authors == ("王小明",)
    assert only((T, "老井"), (P, f"{dateline}他來了。"), (Part.CREDIT, "（李花）")).authors == ("李花",)


def test_what_reporters_do_is_no_name() -> None:
    assert only((T, "老井"), (P, "本报讯 记者 周大海 报道：他来了。")).authors == ("周大海",)


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    "lines",
    [
        [(Part.OPENING, "孩子们在打水。"), (Part.CREDIT, "周大海 摄")],
        [(Part.OPENING, "▲孩子们在打水。"), (P, "老人在看。")],
        [(Part.OPENING, "图为孩子们在打水。")],
        [(Part.OPENING, "孩子们在打水（图一）。"), (P, "老人在看。")],
        [(Part.OPENING, "孩子们在打水。")],  # one sentence, signed by nobody
    ],
)
def test_a_caption(lines: list[tuple[Part, str]]) -> None:
    assert only(*lines).kind is Kind.CAPTION


@pytest.mark.parametrize(
    "lines",
    [
        [(T, "老井"), (P, "▲孩子们在打水。"), (Part.CREDIT, "周大海 摄")],
        [(Part.KICKER, "老井"), (P, "孩子们在打水。")],
        [(Part.OPENING, "孩子们在打水。老人在看。")],
        [(Part.OPENING, "孩子们在打水。"), (P, "老人在看。")],
        [(Part.OPENING, "孩子们在打水。"), (Part.CREDIT, "（记者 周大海）")],
        [(Part.OPENING, "本报讯 孩子们在打水。")],
        [(Part.OPENING, "水" * LONGEST_BARE_CAPTION + "。")],
        [(Part.OPENING, "孩子们在打水，")],
        [(Part.BYLINE, "本报记者 周大海")],
    ],
)
def test_an_article(lines: list[tuple[Part, str]]) -> None:
    assert only(*lines).kind is Kind.ARTICLE


# ---------------------------------------------------------------- lines that stand by themselves

S = Part.SLOGAN


def test_lines_of_a_slogan_go_together() -> None:
    story = only((S, "爱护水源"), (S, "从我做起"))
    assert (story.kind, texts(story)) == (Kind.SLOGAN, ["爱护水源", "从我做起"])


def test_lines_that_stand_close_are_one_line() -> None:
    (story,) = stories((S, "爱护水源"), (S, "从我做起"), tight=True)
    assert texts(story) == ["爱护水源 从我做起"]


def test_lines_that_stand_far_are_two_slogans() -> None:
    assert len(stories((S, "爱护水源"), (S, "从我做起"), far=True)) == 2


def test_a_slogan_ends_a_story_and_none_goes_on_behind_it() -> None:
    made = stories((T, "老井"), (P, "他来了。"), (S, "爱护水源"), (T, "小桥"), (P, "她来了。"))
    assert [(story.kind, story.title) for story in made] == [
        (Kind.ARTICLE, "老井"),
        (Kind.SLOGAN, None),
        (Kind.ARTICLE, "小桥"),
    ]


def test_what_a_chart_is_called_goes_with_a_picture_each() -> None:
    made = stories((S, "五年用水量的比较"), (S, "井深"))
    assert [(story.kind, texts(story)) for story in made] == [
        (Kind.CAPTION, ["五年用水量的比较"]),
        (Kind.CAPTION, ["井深"]),
    ]
    assert [story.kind for story in stories((S, "井深"), (S, "五年用水量的比较"))] == [Kind.CAPTION] * 2
    assert only((S, "旧井（左）")).kind is Kind.CAPTION


def test_a_sub_headline_without_a_headline_is_the_headline() -> None:
    head = ((Part.BYLINE, "【来源：大塘网】"), (Part.SUBTITLE, "老桥的各种修法"))
    (story,) = stories(*head, (Part.PARAGRAPH, "他来了。"))
    assert (story.title, story.subtitle, story.credit) == ("老桥的各种修法", None, "【来源：大塘网】")


def test_a_caption_between_headline_and_opening_is_taken_out() -> None:
    head = ((Part.TITLE, "老桥修好了"), (Part.PARAGRAPH, "▲孩子们在桥头。（李花摄）"), (Part.CREDIT, "记者 王小明"))
    caption, story = stories(*head, (Part.OPENING, "老桥修了三个月。"))
    assert (caption.kind, caption.credit, caption.authors) == (Kind.CAPTION, "（李花摄）", ("李花",))
    assert (story.title, story.authors, story.blocks[0].text) == ("老桥修好了", ("王小明",), "老桥修了三个月。")


def test_a_paragraph_between_headline_and_opening_is_a_story() -> None:
    head = ((Part.TITLE, "老桥修好了"), (Part.PARAGRAPH, "孩子们都来了。"), (Part.CREDIT, "记者 王小明"))
    first, second = stories(*head, (Part.OPENING, "老井修了三个月。"))
    assert (first.title, first.authors, second.title) == ("老桥修好了", ("王小明",), None)
