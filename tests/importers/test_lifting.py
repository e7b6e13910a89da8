"""Furniture and insets are lifted out of the way; what is left closes up over them."""

from __future__ import annotations

import pytest

from duidu.importers.lifting import Lifted, lift
from duidu.importers.source import SourceLine, source_lines
from duidu.model import Kind, Role, Story

PATH = "content/pages/p.txt"
LONG = "村里的老井修好了，大家都来打水，井边笑声不断，老人说起当年打井的事。"
CUT, REST = "村里的老井修好了，大家都来打", "水，井边笑声不断，老人们也来了。"


def lifted(*lines: str, gap: str = "\n\n", word_cut: str = "") -> Lifted:
    """What is lifted from these lines; ``word_cut`` is a word that a break may cut."""

    def cuts_word(above: str, below: str) -> bool:
        return any(above.endswith(word_cut[:n]) and below.startswith(word_cut[n:]) for n in range(1, len(word_cut)))

    return lift(source_lines(gap.join(lines)), PATH, cuts_word)


def left(found: Lifted) -> list[str]:
    return [line.text for line in found.lines]


def of(found: Lifted, kind: Kind) -> list[list[str]]:
    return [[block.text for block in story.blocks] for story in found.stories if story.kind is kind]


def only(found: Lifted) -> Story:
    (story,) = found.stories
    return story


def test_a_page_of_text_is_left_as_it_is() -> None:
    lines = source_lines(f"老井又有了水\n\n{LONG}\n\n{LONG}")
    found = lift(lines, PATH, lambda above, below: False)
    assert (found.lines, found.stories, found.decisions) == (lines, [], [])
    assert lift([], PATH, lambda above, below: False) == Lifted([])


# ---------------------------------------------------------------- furniture


def test_furniture_is_set_aside_with_its_line_and_form() -> None:
    found = lifted("第03版", "老井又有了水", LONG)
    assert left(found) == ["老井又有了水", LONG]
    assert (only(found).kind, str(only(found).ref)) == (Kind.FURNITURE, f"{PATH}:1")
    (decision,) = found.decisions
    assert (decision.what, decision.text, decision.reason) == ("page furniture", "第03版", "page number")
    assert (str(decision.ref), decision.doubtful) == (f"{PATH}:1", False)


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING, Role.PARAGRAPH])
def test_what_the_format_knows_is_no_furniture(role: Role) -> None:
    line = SourceLine("第03版", 1, 0, False, role)
    assert lift([line], PATH, lambda above, below: False).lines == [line]


def test_the_gap_of_furniture_closes_to_one_line() -> None:
    found = lift(source_lines(f"{LONG}\n\n第03版\n{LONG}"), PATH, lambda above, below: False)
    assert [line.gap for line in found.lines] == [0, 1]
    found = lift(source_lines(f"{LONG}\n第03版\n\n\n{LONG}"), PATH, lambda above, below: False)
    assert [line.gap for line in found.lines] == [0, 2]


@pytest.mark.parametrize("text", ["03", "03 县域新闻", "民生新闻"])
def test_a_number_or_a_section_is_furniture_at_the_edges_of_a_page_only(text: str) -> None:
    body = ["老井又有了水", LONG, LONG, LONG]
    assert text not in left(lifted(text, *body))
    assert text not in left(lifted(*body, text))
    assert text in left(lifted(*body[:2], text, *body[2:]))


def test_a_byline_or_a_dateline_is_no_furniture() -> None:
    assert left(lifted("（港务局供稿　罗敬之摄）", "【明報專訊】", LONG)) == [
        "（港务局供稿　罗敬之摄）",
        "【明報專訊】",
        LONG,
    ]


def test_an_editor_is_of_the_page_at_its_head_its_foot_or_beside_furniture() -> None:
    editor = "编辑：何田"
    assert editor not in left(lifted(editor, LONG, LONG))
    assert editor not in left(lifted(LONG, LONG, "\n" + editor))
    assert editor not in left(lifted("老井", LONG, LONG, editor, "【打印】 【关闭】", LONG, LONG))


def test_an_editor_close_under_a_story_is_the_story_s() -> None:
    editor = "编辑：何田"
    assert editor in left(lifted(LONG, LONG, editor))
    assert editor in left(lifted("老井", LONG, editor, "小桥", LONG, LONG))


# ---------------------------------------------------------------- reading guides, links, programmes


def test_a_reading_guide_has_the_short_lines_under_it() -> None:
    guide = "今日导读\n老井又有了水\n小桥通车 A3\n学校开学了"
    found = lifted(guide, "\n老井又有了水", LONG)
    assert of(found, Kind.FURNITURE) == [[line] for line in guide.split("\n")]
    assert left(found) == ["老井又有了水", LONG]


@pytest.mark.parametrize("below", [LONG, "他来了。", "本报记者 王小明", "\n老井又有了水"])
def test_a_reading_guide_ends(below: str) -> None:
    assert left(lifted("导读", "小桥通车 A3", below)) == [below.strip()]


def test_a_headline_below_the_numbered_entries_of_a_guide_is_none_of_them() -> None:
    found = lifted("导读", "小桥通车了　2版", "学校开学了　3版", "老井又有了水", LONG, LONG)
    assert left(found) == ["老井又有了水", LONG, LONG]


def test_a_blank_line_ends_a_guide_whose_entries_follow_each_other() -> None:
    found = lifted("今日导读\n小桥通车　A2版\n老人学电脑忙", "小桥通车", LONG)
    assert left(found) == ["小桥通车", LONG]


def test_a_guide_on_a_page_without_blank_lines_ends_above_the_text() -> None:
    found = lifted("导读", "小桥通车　2版", "学校开学了　3版", "老井又有了水", LONG, gap="\n")
    assert left(found) == ["老井又有了水", LONG]


def test_links_of_the_web_are_marked() -> None:
    found = lifted(LONG, LONG, "相关阅读\n·小桥通车了\n·学校开学了\n茶园开始采茶")
    assert of(found, Kind.FURNITURE) == [["相关阅读"], ["·小桥通车了"], ["·学校开学了"]]
    assert left(found)[-1] == "茶园开始采茶"


def test_a_programme_is_two_timed_lines_and_what_it_is_called() -> None:
    programme = "青石电视台\n19:00　新闻\n19:30　天气预报"
    found = lifted(LONG, programme, LONG)
    assert of(found, Kind.FURNITURE) == [[line] for line in programme.split("\n")]
    assert {decision.reason for decision in found.decisions} == {"programme list"}


def test_sentences_that_begin_with_a_time_are_text() -> None:
    report = [
        "4:30　王师傅骑着车来到东门大街，开始清扫第一段路面。",
        "6:00　天亮了，路上的行人多了起来。",
        "12:30　他打了个盹，",
    ]
    assert left(lifted(LONG, *report, LONG)) == [LONG, *report, LONG]


@pytest.mark.parametrize("text", ["19:00　新闻", "青石电视台\n19:00　新闻"])
def test_one_time_is_no_programme(text: str) -> None:
    assert lifted(LONG, text, LONG).stories == []


def test_a_sentence_above_a_programme_is_text() -> None:
    assert left(lifted("今晚看电视。", "19:00　新闻\n19:30　天气预报")) == ["今晚看电视。"]


def test_a_row_of_a_programme_is_short() -> None:
    long = "上午8点，村里的老井边来了许多人，有打水的老人，有帮忙的孩子，还有从县里来的人，大家都很高兴"
    assert lifted(LONG, f"{long}\n{long}", LONG).stories == []


def test_the_label_of_a_column_is_no_number_of_the_page() -> None:
    assert left(lifted("简明新闻", LONG, LONG, LONG))[0] == "简明新闻"


def test_entries_of_a_guide_stand_as_close_as_the_first_two() -> None:
    assert left(lifted("导读\n小桥通车了\n学校开学了", "老井又有了水", LONG)) == ["老井又有了水", LONG]


# ---------------------------------------------------------------- captions between paragraphs


def test_a_caption_between_two_paragraphs_of_a_story() -> None:
    found = lifted(LONG, "▲孩子们在井边打水。", LONG)
    assert (left(found), of(found, Kind.CAPTION)) == ([LONG, LONG], [["▲孩子们在井边打水。"]])


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("老井终于又有了水！",), (LONG,)),  # a headline
        ((LONG, f"\n\n{LONG}"), (LONG,)),  # it stands apart itself
        ((LONG,), (f"\n\n{LONG}",)),
        ((LONG,), (f"本报讯 {LONG}",)),
        ((LONG,), (f"（记者 周大海）{LONG}",)),
        ((LONG,), (f"图为老井。{LONG}", LONG)),
    ],
)
def test_a_caption_between_two_stories_is_left_to_the_page(above: tuple[str, ...], below: tuple[str, ...]) -> None:
    assert lifted(*above, "▲孩子们在井边打水。", *below).stories == []


# ---------------------------------------------------------------- captions inside a paragraph


@pytest.mark.parametrize(
    ("lines", "text", "credit"),
    [
        (("▲孩子们在新修的井边打水。",), ["▲孩子们在新修的井边打水。"], None),
        (("孩子们在井边打水。", "（周大海 摄）"), ["孩子们在井边打水。"], "（周大海 摄）"),
        (("孩子们在井边打水。周大海 摄",), ["孩子们在井边打水。"], "周大海 摄"),
        (("孩子们在井边打水。（周大海 摄）",), ["孩子们在井边打水。"], "（周大海 摄）"),
        (("图为孩子们在打水。", "周大海 摄"), ["图为孩子们在打水。"], "周大海 摄"),
        (("①孩子们在打水。", "②老人在看。", "（周大海 摄）"), ["①孩子们在打水。", "②老人在看。"], "（周大海 摄）"),
        (
            ("①井边。", "②井口。", "③井水。", "④柳树。", "（周大海 摄）"),
            ["①井边。", "②井口。", "③井水。", "④柳树。"],
            "（周大海 摄）",
        ),
    ],
)
def test_a_caption_inside_a_cut_paragraph(lines: tuple[str, ...], text: list[str], credit: str | None) -> None:
    found = lifted(CUT, *lines, REST)
    assert left(found) == [CUT, REST]
    story = only(found)
    assert (story.kind, [block.text for block in story.blocks], story.credit) == (Kind.CAPTION, text, credit)
    assert story.authors == (("周大海",) if credit else ())
    assert story.ref.line == 3
    assert [decision.what for decision in found.decisions] == ["caption"] * len(lines)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (CUT, "\n" + REST),  # the next one stands far off
        (CUT, "\u3000\u3000" + REST),
        (CUT, "学校开学了"),
        (CUT, "本报讯 他来了，大家都很高兴。"),
        ("老井修了", REST),  # too short for a line of text
        ("本报记者 周大海", REST),
    ],
)
def test_a_caption_elsewhere_is_left_to_the_page(above: str, below: str) -> None:
    assert lifted(above, "▲孩子们在井边打水。", below).stories == []


def test_what_goes_on_from_above_is_no_caption() -> None:
    lines = (CUT, "水泵的孩子们。周大海 摄", REST)
    assert len(lifted(*lines).stories) == 1
    assert lifted(*lines, word_cut="打水").stories == []


def test_a_page_may_end_with_a_caption() -> None:
    assert lifted(CUT, "▲孩子们在井边打水。").stories == []


# ---------------------------------------------------------------- slogans inside a paragraph


def test_a_slogan_inside_a_paragraph_that_a_clause_or_a_word_goes_on_in() -> None:
    found = lifted("村里的老井修好了，", "节约用水 人人有责", "大家都来打水。")
    assert (left(found), of(found, Kind.SLOGAN)) == (["村里的老井修好了，", "大家都来打水。"], [["节约用水 人人有责"]])
    assert len(lifted(CUT, "节约用水 人人有责", REST, word_cut="打水").stories) == 1


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        ("村里的老井修好了。", "节约用水 人人有责", "大家都来打水。"),
        ("村里的老井修好了，", "节约用水，人人有责", "大家都来打水。"),
        ("村里的老井修好了，", "节约用水 人人有责", "\u3000\u3000大家都来打水。"),
        ("村里的老井修好了，", "节约用水 人人有责 " * 3, "大家都来打水。"),
        ("村里的老井修好了，", "节约用水 人人有责", ""),
    ],
)
def test_no_slogan_inside_a_paragraph(above: str, line: str, below: str) -> None:
    assert lifted(above, line, below).stories == []


def test_a_list_of_marked_lines_is_no_caption() -> None:
    items = ("▲井深三十米，水量充足。", "▲水泵每天抽水两次。")
    assert lifted(LONG, *items, LONG).stories == []


def test_the_second_paragraph_of_a_caption_stays_with_it() -> None:
    lines = ("\n\n▲孩子们在井边打水。", "老人在树下看。", "周大海 摄", LONG)
    assert lifted(LONG, *lines).stories == []


@pytest.mark.parametrize("between", ["By John Smith", "was well known", "编辑 2015年"])
def test_only_two_chinese_phrases_are_a_slogan_in_a_paragraph(between: str) -> None:
    assert lifted("他说，老井的水又清又甜，", between, "大家都来打水。").stories == []


def test_a_line_too_short_for_running_text_is_not_cut() -> None:
    assert lifted("首页，", "节约用水 人人有责", "大家都来打水。").stories == []


@pytest.mark.parametrize("shown", ["在老井边打水的村民", "工人正在修老井"])
def test_what_a_photograph_is_called_is_lifted_from_within_a_word(shown: str) -> None:
    found = lifted("老井又有了水", LONG, CUT, shown, REST, word_cut="打水")
    assert of(found, Kind.CAPTION) == [[shown]]
    assert left(found) == ["老井又有了水", LONG, CUT, REST]
    assert lifted("老井又有了水", LONG, CUT, shown, REST).stories == []


def test_what_a_photograph_is_called_stays_between_two_paragraphs() -> None:
    assert lifted("老井又有了水", LONG, "在老井边打水的村民", LONG).stories == []
