"""What speaks for each part at each line, before the page is read: what is looked at, and how far."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidu.importers.evidence import MOST_COHESION, OWN_WORDS, Place, evidence
from duidu.importers.layout import placed
from duidu.importers.line import HEADS, RUNNING, Line, Part
from duidu.importers.source import source_lines
from duidu.model import Role

WELL = (
    "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，老井又有了水，井边笑声不断。",
    "老人说起当年打井的事：用了三个月，全村每户都出了人，井水又清又甜，三代人都喝这口井的水。",
)
SCHOOL = (
    "孩子们一早来到新教室，书桌椅子都擦得干净，校长发给每名同学一本图画书，操场上正在比赛跑步跳绳。",
    "音乐课教唱歌，美术课画图画，体育老师带来十个新皮球，放学以后还有棋类小组和朗诵小组可以参加。",
)
# Longer than a heading, and finished or not.
LONG = "村里的老井修好了，大家都来打水，井边笑声不断，老人们坐在柳树下，说起当年打井的人。"
LONG_CUT = "县里送来水泵和水管，全村人每户出一天工，修了三个月，花了两万元，终于又打出了清清的"

CutsWord = Callable[[str, str], bool]


def never(above: str, below: str) -> bool:
    return False


def always(above: str, below: str) -> bool:
    return True


def places(*paragraphs: str, cuts_word: CutsWord = never) -> list[Place]:
    """The places of a page whose paragraphs stand apart by one blank line."""
    return evidence(placed(source_lines("\n\n".join(paragraphs))), cuts_word)


def names(place: Place) -> set[str]:
    return {name for name, _ in place.clues}


def breaks(place: Place) -> set[str]:
    return {name for name, _ in place.breaks}


# ---------------------------------------------------------------- what a line can be


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("老井又有了水", {*RUNNING, *HEADS}),
        ("王小明", {*RUNNING, *HEADS, Part.BYLINE, Part.CREDIT}),  # perhaps who wrote it
        ("本报记者 王小明", {Part.BYLINE, Part.CREDIT}),
        ("老井又有了水。", set(RUNNING)),
        ("水" * 41, set(RUNNING)),
    ],
)
def test_what_a_line_can_be(text: str, parts: set[Part]) -> None:
    assert set(places(text)[0].shapes) == parts


def test_a_long_line_under_a_finished_one_is_a_paragraph() -> None:
    assert set(places(LONG, LONG)[1].shapes) == {Part.PARAGRAPH}


def test_a_long_line_under_an_unfinished_one_goes_on() -> None:
    assert set(places(LONG_CUT, LONG)[1].shapes) == {Part.CONTINUATION}


@pytest.mark.parametrize(
    "lines",
    [
        (LONG_CUT, f"\u3000\u3000{LONG}"),  # indented
        (LONG, f"\n\n{LONG}", LONG, LONG),  # far
        (LONG, f"，{LONG}"),
        (LONG, f"本报讯 {LONG}"),
        (LONG, f"▲{LONG}"),
        (LONG, f"{LONG}（记者 王小明）"),
        (f"{LONG}（记者 王小明）", LONG),
        (LONG, f"问：{LONG}"),
    ],
)
def test_a_long_line_with_a_mark_of_its_own_is_left_open(lines: tuple[str, ...]) -> None:
    assert len(places(*lines)[1].shapes) > 1


def test_a_full_line_may_end_its_sentence_and_go_on() -> None:
    """Where all lines are of one width, a full stop at the end of a line may be chance."""
    page = [LONG_CUT] * 9
    page[4] = LONG_CUT[:-1] + "。"
    assert Part.CONTINUATION in places("\n".join(page))[5].shapes


BEGINS = {Part.TITLE, Part.TITLE_LINE, Part.OPENING, Part.SLOGAN}


@pytest.mark.parametrize("role", [None, Role.PARAGRAPH, Role.HEADING])
@pytest.mark.parametrize("text", ["老井又有了水", "王小明", "老井又有了水。", "节约用水 人人有责"])
def test_where_a_format_marks_its_headlines_no_other_line_is_one(text: str, role: Role | None) -> None:
    (alone,) = evidence([Line(text, role=role)], never)
    (within,) = evidence([Line(text, role=role, within=True)], never)
    assert set(within.shapes) == set(alone.shapes) - BEGINS


def test_lines_that_a_format_sets_apart_are_whole() -> None:
    loose, set_apart = (
        evidence([Line("昨天，村里的老", within=within), Line("井水清又清", apart=True, within=within)], never)[1]
        for within in (False, True)
    )
    assert loose.cut > 0 > set_apart.cut
    assert breaks(set_apart) - breaks(loose) == {"the format begins a paragraph here"}


@pytest.mark.parametrize(("lines", "several"), [(2, False), (3, True), (4, True)])
def test_short_lines_of_a_format_head_nothing_where_they_are_several(lines: int, several: bool) -> None:
    short = [Line(text, apart=True, within=True) for text in ("老井的水", "就能送到", "村东各户", "再不用挑")[:lines]]
    found = evidence([*short, Line(LONG, apart=True, within=True)], never)[:-1]
    assert {"one of several short paragraphs" in names(place) for place in found} == {several}


# ---------------------------------------------------------------- what breaks cut


def test_a_word_across_a_break_speaks_for_both_lines() -> None:
    above, below = places("昨天，村里的老", "井修好了。", cuts_word=lambda above, below: above[-1] + below[0] == "老井")
    assert "a word goes across" in breaks(below)
    assert "a word goes on below" in names(above)


def test_no_word_goes_across_the_end_of_a_sentence() -> None:
    _, below = places("昨天，村里来了人。", "井修好了。", cuts_word=always)
    assert "a word goes across" not in breaks(below)


def test_a_line_close_below_is_no_reason_to_go_on() -> None:
    """Where paragraphs stand apart, the lines of a headline stand close, and may well cut a word."""
    page = (f"老井修了三个\n月又有了水{below}" for below in ("", f"\n\n{LONG}\n\n{LONG}"))
    plain, close = (evidence(placed(source_lines(text)), always)[0] for text in page)
    assert "a word goes on below" in names(plain)
    assert "a word goes on below" not in names(close)


@pytest.mark.parametrize(("above", "below"), [("井边的欧阳小", "河来了。"), ("井边的欧阳", "小河来了。")])
def test_what_a_break_cuts_may_be_printed_whole_elsewhere(above: str, below: str) -> None:
    *_, there = places("欧阳小河是个老人。", above, below)
    *_, nowhere = places("周大海是个老人。", above, below)
    assert "what the break cuts is printed whole elsewhere" in breaks(there)
    assert "what the break cuts is printed whole elsewhere" not in breaks(nowhere)


@pytest.mark.parametrize("end", ["和", "以及", "通过"])
def test_a_function_word_at_the_end_speaks_against_a_heading(end: str) -> None:
    heading, below = places(f"老井修好{end}", "大家来了。")
    assert "ends in a function word" in names(heading)
    assert "ends in a function word" in breaks(below)


def test_de_at_the_end_speaks_less() -> None:
    of, other = (dict(places(f"修老井{end}", "大家来了。")[0].clues)["ends in a function word"] for end in "的和")
    assert other[Part.TITLE] < of[Part.TITLE] < 0


def test_the_last_character_of_another_word_is_no_function_word() -> None:
    (place,) = places("老井说不上和", cuts_word=always)
    assert "ends in a function word" not in names(place)


# ---------------------------------------------------------------- where a story begins


TITLE, TEXT, LEAD = Line("小桥通车了"), Line("他来了。"), Line("本报讯 他来了。", dateline=True)
BYLINE = Line("本报记者 王小明", byline=True)
FAR = {"far": True}


@pytest.mark.parametrize(
    ("below", "lead"),
    [
        ([LEAD], "a dateline below"),
        ([BYLINE, TEXT], "a byline below"),
        ([Line("青石县"), LEAD], "a dateline below"),
        ([Line("两岸"), Line("白鹭镇"), Line("青石县"), Line("桥"), LEAD], "a dateline below"),
        ([TEXT], ""),
        ([TEXT, LEAD], ""),  # it opens another text
        ([Line("学校开学了", **FAR), LEAD], ""),  # the headline of another story
        ([Line("本报记者 王小明", byline=True, **FAR)], ""),
        ([], ""),
    ],
)
def test_what_opens_the_text_under_a_line(below: list[Line], lead: str) -> None:
    found = evidence([TEXT, TITLE, *below], never)[1]
    assert (found.lead, found.around.led) == (lead, lead != "")


def test_nothing_opens_the_text_under_running_text() -> None:
    assert evidence([TITLE, TEXT, LEAD], never)[1].lead == ""


@pytest.mark.parametrize(
    ("above", "ends", "closed"),
    [
        (Line("他来了。"), True, False),
        (Line("他来了"), False, False),
        (BYLINE, True, True),
        (Line("他来了。（记者 王小明）"), True, True),
        (Line("他来了。王小明 摄"), True, True),
        (Line("床前明月光", listed=True), True, False),
        (Line("▲孩子们在打水"), True, False),
    ],
)
def test_how_the_text_above_ends(above: Line, ends: bool, closed: bool) -> None:
    around = evidence([above, TITLE], never)[1].around
    assert (around.above_ends, around.closed) == (ends, closed)


def test_the_top_of_a_page_is_the_end_of_nothing() -> None:
    (place,) = evidence([TITLE], never)
    assert (place.around.above_ends, place.around.closed, place.openings) == (True, False, [])


# ---------------------------------------------------------------- another subject


def subject(above: tuple[str, ...], line: str, below: tuple[str, ...]) -> float:
    return places(*above, line, *below)[len(above)].subject


def test_another_subject_has_points_and_the_same_costs() -> None:
    assert subject(WELL, "这一切多么不容易", SCHOOL) > 0 > subject(WELL, "这一切多么不容易", WELL)


def test_the_subject_is_limited() -> None:
    same = subject(WELL, "这一切多么不容易", WELL)
    assert same == pytest.approx(-MOST_COHESION)
    assert subject(WELL, "这一切多么不容易", SCHOOL) <= MOST_COHESION + OWN_WORDS


def test_a_heading_with_words_of_its_own_text_is_more_of_a_headline() -> None:
    neither = subject(WELL, "这一切多么不容易", SCHOOL)
    assert subject(WELL, "校长发图画书", SCHOOL) == pytest.approx(neither + OWN_WORDS)
    assert subject(WELL, "水泵和水管", SCHOOL) == pytest.approx(neither - OWN_WORDS)


@pytest.mark.parametrize("caption", ["▲这一切多么不容易", "孩子们在操场上。王小明 摄"])
def test_a_caption_has_no_subject_of_its_own(caption: str) -> None:
    assert subject(WELL, f"\n\n{caption}", SCHOOL) == 0


def test_running_text_has_a_subject_where_it_stands_far_or_below_a_byline_only() -> None:
    assert places(*WELL, *SCHOOL)[2].subject == 0
    assert places(*WELL, f"\n\n{SCHOOL[0]}", SCHOOL[1])[2].subject > 0
    assert places(*WELL, "本报记者 王小明", *SCHOOL)[3].subject > 0


@pytest.mark.parametrize("above", [(), ("他来了。",), ("他来了。",) * 9])
def test_a_little_text_tells_no_subject(above: tuple[str, ...]) -> None:
    assert subject(above, "这一切多么不容易", SCHOOL) == 0


# ---------------------------------------------------------------- the foot of a page


@pytest.mark.parametrize(
    ("lines", "at_foot"),
    [
        (("老井又有了水", LONG, "\n\n节约用水", "人人有责"), [False, False, True, True]),
        (("老井又有了水", LONG, "\n\n节约用水", LONG), [False, False, False, False]),
        (("老井又有了水", LONG, "\n\n节约用水！"), [False, False, True]),
        (("老井又有了水", LONG, "\n\n水还够吗？"), [False, False, False]),
        (("老井又有了水", LONG_CUT, "节约用水"), [False, False, False]),
        (("老井又有了水", LONG, "本报记者 王小明"), [False, False, False]),
        (("节约用水", "人人有责"), [True, True]),
    ],
)
def test_at_the_foot_lines_stand_by_themselves(lines: tuple[str, ...], at_foot: list[bool]) -> None:
    assert ["nothing but such lines below" in names(place) for place in places(*lines)] == at_foot


SHOWN = Line("昨天上午，大塘村的人在修好的老桥上。", far=True, outset=True)
BELOW = Line("孩子们走在最前面，老人们跟在后面。", indented=True)


def test_a_story_begins_indented_below_a_caption_that_is_not() -> None:
    assert evidence([SHOWN, BELOW], never)[1].around.below_outset
    assert not evidence([SHOWN, Line(BELOW.text)], never)[1].around.below_outset


def test_a_caption_of_two_paragraphs_is_signed_below_the_second() -> None:
    credit = Line("本报记者 王小明 摄", indented=True, byline=True)
    assert not evidence([SHOWN, BELOW, credit], never)[1].around.below_outset
