"""Every clue has its own case, and not its counter-case; ``|`` stands for the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.importers.clues import (
    BREAKS,
    MARKS,
    OPENINGS,
    SHAPES,
    UNFINISHED,
    Around,
    Break,
    Opening,
    Shape,
    heads,
    only,
    shape_clues,
)
from duidu.importers.evidence import evidence
from duidu.importers.layout import placed
from duidu.importers.line import HEADS, Line, Part
from duidu.importers.source import source_lines
from tests.support import PROPERTY


def lines(text: str) -> list[Line]:
    return placed(source_lines(text.replace("|", "\n")))


def found(shape: Shape, text: str) -> bool:
    line, *below = lines(text)
    return shape.test(line, below[0].text if below else "")


def named(clues: Sequence[Shape | Break | Opening]) -> list[object]:
    return [pytest.param(clue, id=clue.name) for clue in clues]


@pytest.mark.parametrize("shape", named([*SHAPES, *MARKS]))
def test_a_shape_is_found_in_its_case(shape: Shape) -> None:
    assert found(shape, shape.case)


@pytest.mark.parametrize("shape", named([*SHAPES, *MARKS]))
def test_no_shape_is_missed_by_the_marks_of_its_case(shape: Shape) -> None:
    line, *below = lines(shape.case)
    clues = shape_clues(line, below[0].text if below else "", heading=True)
    assert (shape.name, shape.weights) in clues


@pytest.mark.parametrize("shape", named([*SHAPES, *MARKS]))
def test_a_shape_is_not_found_in_its_counter_case(shape: Shape) -> None:
    assert not found(shape, shape.counter)


@pytest.mark.parametrize("clue", named(BREAKS))
def test_a_break_is_found_in_its_case_and_not_in_its_counter_case(clue: Break) -> None:
    assert clue.test(*lines(clue.case)[-2:])
    assert not clue.test(*lines(clue.counter)[-2:])


@pytest.mark.parametrize("table", [SHAPES, MARKS, (*SHAPES, *MARKS), BREAKS, OPENINGS])
def test_names_are_unique_and_speak(table: Sequence[Shape | Break | Opening]) -> None:
    names = [clue.name for clue in table]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z ,'-]+[a-z]", name) for name in names)


@pytest.mark.parametrize("shape", named([*SHAPES, *MARKS]))
def test_a_weight_of_a_shape_counts_somewhere(shape: Shape) -> None:
    """What a line cannot be gets no points: of the parts that a shape weighs, each is open to a line that has it."""
    texts = [shape.case, *(other.case for other in (*SHAPES, *MARKS)), "他来了。”", "青石县退休工人　王小明"]
    having = [text for text in texts if found(shape, text)]
    open_to = {part for text in having for part in _open_to(text)}
    weighed = {part for part, points in shape.weights.items() if points}
    assert weighed
    assert weighed & open_to
    # Bylines are open to names and nothing else; no shape need be a name as well.
    assert weighed - open_to <= {Part.BYLINE, Part.CREDIT} | (set(HEADS) if shape in MARKS else set())


@pytest.mark.parametrize("shape", named([shape for shape in (*SHAPES, *MARKS) if shape.marks]))
@PROPERTY
@given(text=st.text("老井有水，,、。；;！？!?：:︰—–─－-（()）“”「」《》『』#＃①1年月日", min_size=1, max_size=12))
def test_a_line_without_the_marks_of_a_shape_has_it_not(shape: Shape, text: str) -> None:
    assert not set(shape.marks).isdisjoint(shape.case)
    assert not (shape.test(Line(text), "") and set(shape.marks).isdisjoint(text))


def _open_to(text: str) -> set[Part]:
    (place, *_) = evidence(lines(text), lambda above, below: False)
    return set(place.shapes)


def test_every_weight_is_of_a_part_that_lines_can_have() -> None:
    cases = [shape.case for shape in (*SHAPES, *MARKS)]
    open_to = {part for case in cases for part in _open_to(case)}
    assert {part for shape in (*SHAPES, *MARKS) for part in shape.weights} <= open_to


def test_breaks_speak_for_and_against() -> None:
    assert {clue.points > 0 for clue in BREAKS} == {True, False}
    assert all(clue.points for clue in BREAKS)


def test_heads_are_all_parts_of_headlines_but_for_those_named() -> None:
    assert heads(1.5) == dict.fromkeys(HEADS, 1.5)
    assert heads(1, kicker=-2) == dict.fromkeys(HEADS, 1) | {Part.KICKER: -2}
    assert heads(1, paragraph=3)[Part.PARAGRAPH] == 3


def test_only_the_parts_named_have_points() -> None:
    assert only(title=2, crosshead=-1) == {Part.TITLE: 2, Part.CROSSHEAD: -1}
    with pytest.raises(KeyError):
        only(headline=1)


# ---------------------------------------------------------------- a few beyond the tables


def shapes_of(text: str) -> set[str]:
    return {shape.name for shape in (*SHAPES, *MARKS) if found(shape, text)}


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("拍賣公告", {"what a notice is called"}),
        ("訃告", {"what a notice is called"}),
        ("讀者來信", {"a column's label"}),
        ("（三）打井的人", {"numbered"}),
        ("＃老井", {"a hash before it"}),
        ("──記小村教師", {"a dash before it"}),
        ("王小明在白鷺鎮考察時強調", {"the occasion, without its words"}),
        ("答：修好了。", {"who speaks, before it"}),
        ("图为老井。", {"a caption's mark or words"}),
        ("【本報訊】他來了。", {"a dateline"}),
        ("，他来了", {"begins in mid-sentence"}),
    ],
)
def test_a_shape_is_found_in_other_lines_of_its_kind(text: str, has: set[str]) -> None:
    assert has <= shapes_of(text)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("通知書來了", "what a notice is called"),
        ("一口老井", "numbered"),
        ("記者昨天說：好", "who speaks, before it"),
        ("图书出版了。", "a caption's mark or words"),
        ("老井“又，有”了水", "a clause within"),
        ("本报昨天来信。", "a dateline"),
    ],
)
def test_a_shape_is_not_found_in_a_near_miss(text: str, lacks: str) -> None:
    assert lacks not in shapes_of(text)


# ---------------------------------------------------------------- openings

OPENING = {clue.name: clue for clue in OPENINGS}


_SHORT = "nothing announces so short a line"
_FAR_UNFINISHED = "the text above is not finished, and stands far above"
_DAY, _ON = "the text below tells the day, as news does first", "the text below goes on, as no report begins"
_FEW = "nothing announces it, nor hardly any story here"


def around(
    text: str = "老井又有了水",
    *,
    far: bool = False,
    ends: bool = True,
    closed: bool = False,
    led: bool = False,
    stacked: bool = False,
    leads: int = 3,
    pictured: bool = False,
    below: str = "",
    alone: bool = False,
    below_outset: bool = False,
) -> Around:
    around = Around(Line(text, far=far), ends, closed, led, stacked, leads, pictured, below)
    return replace(around, alone=alone, below_outset=below_outset)


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        ("far below the text above", around(far=True), around()),
        ("the story above is closed", around(closed=True), around()),
        ("the story above is closed", around(closed=True), around(closed=True, pictured=True)),
        ("a caption above is closed", around(closed=True, pictured=True), around(closed=True)),
        ("the text above is not finished", around(ends=False), around()),
        ("nothing announces it but itself", around(), around(far=True)),
        ("nothing announces it but itself", around(), around(closed=True)),
        ("nothing announces it but itself", around(), around(led=True)),
        ("nothing announces it but itself", around(), around("▲老井又有了水。")),
        ("who says what, and nothing announces it", around("学者：先修老井"), around("学者说先修老井")),
        ("who says what, and nothing announces it", around("学者：先修老井"), around("学者：先修老井", far=True)),
        ("who says what, and nothing announces it", around("学者：先修老井"), around("一周观察：先修老井")),
        (_SHORT, around(), around("老井又有了水老井又有了水")),
        (_SHORT, around(), around(led=True)),
        (_SHORT, around(), around(stacked=True)),
        (_SHORT, around(), around(leads=0)),
        ("the text above is not finished", around(ends=False), around(ends=False, far=True)),
        (_FAR_UNFINISHED, around(ends=False, far=True), around(ends=False)),
        (_FAR_UNFINISHED, around(ends=False, far=True), around(far=True)),
        (_DAY, around(below="村里的老井昨天修好了。"), around(below="村里的老井修好了。")),
        (_DAY, around(below="老井8日修好了。"), around(below=f"{'老井' * 12}昨天修好了。")),
        (_ON, around(below="不过，老井的水少了。"), around(below="老井的水少了。")),
        (_ON, around(below="王小明表示，老井修好了。"), around(below="王小明昨天表示，老井修好了。")),
        (_ON, around(below="王小明：老井修好了。"), around(below="老井修好了，王小明：好。")),
        (_FEW, around(leads=2), around(leads=3)),
        (_FEW, around(leads=1), around(leads=1, far=True)),
        (_FEW, around(leads=1), around(leads=0)),
        ("a sentence between two wide gaps", around(alone=True), around()),
        ("nothing announces it but itself", around(), around(alone=True)),
        ("indented, below captions that are not", around(below_outset=True), around()),
    ],
)
def test_an_opening(name: str, has: Around, lacks: Around) -> None:
    assert OPENING[name].test(has)
    assert not OPENING[name].test(lacks)


def test_every_opening_is_tried() -> None:
    assert len(OPENINGS) == 13
    assert OPENING["the text above is not finished"].points == UNFINISHED < 0


# ---------------------------------------------------------------- what a clue speaks for

SPEAKS_FOR = {
    **dict.fromkeys(("of a headline's length", "two balanced halves", "two clauses of one length"), Part.TITLE),
    **dict.fromkeys(("what a notice is called", "a topic and its comment"), Part.TITLE),
    **dict.fromkeys(("nothing but the name of a place", "the occasion, without its words"), Part.KICKER),
    **dict.fromkeys(("as short as crossheads are", "numbered", "a hash before it", "a book or a poem"), Part.CROSSHEAD),
    "built like another short line of the page": Part.CROSSHEAD,
    "a column's label": Part.SECTION,
    **dict.fromkeys(("a dash before it", "a note in brackets"), Part.SUBTITLE),
    "nothing but a name": Part.BYLINE,
    **dict.fromkeys(("who speaks, before it", "a poem's author"), Part.PARAGRAPH),
    **dict.fromkeys(("a chart's title", "a place in a picture"), Part.SLOGAN),
    **dict.fromkeys(("a dateline", "a caption's mark or words", "who stands where in a picture"), Part.OPENING),
    **dict.fromkeys(("a photo credit below", "a photo credit behind what is shown"), Part.OPENING),
}
SPEAKS_AGAINST = {
    **dict.fromkeys(("longer than headlines are", "very short", "ends like a sentence", "ends in a comma"), Part.TITLE),
    **dict.fromkeys(("a clause within", "a sentence within", "several clauses", "a bracket stays open"), Part.TITLE),
    "nothing but the name of a body": Part.TITLE,
    **dict.fromkeys(("ends in a colon", "a question or a call", "longer than crossheads are"), Part.CROSSHEAD),
    "a question or a call within": Part.KICKER,
    **dict.fromkeys(("no mark at all", "a short line that stops short"), Part.PARAGRAPH),
    **dict.fromkeys(("too short for a line of a paragraph", "begins in mid-sentence"), Part.PARAGRAPH),
    **dict.fromkeys(("too short to open a story, or unfinished", "one of several marked alike"), Part.OPENING),
    "set apart, as verse and lists are": Part.CONTINUATION,
}


@pytest.mark.parametrize(("name", "part"), SPEAKS_FOR.items(), ids=SPEAKS_FOR)
def test_what_a_shape_speaks_for(name: str, part: Part) -> None:
    (shape,) = [shape for shape in (*SHAPES, *MARKS) if shape.name == name]
    assert shape.weights[part] > 0


@pytest.mark.parametrize(("name", "part"), SPEAKS_AGAINST.items(), ids=SPEAKS_AGAINST)
def test_what_a_shape_speaks_against(name: str, part: Part) -> None:
    (shape,) = [shape for shape in (*SHAPES, *MARKS) if shape.name == name]
    assert shape.weights[part] < 0


GOES_ON = (
    *("the line above is not finished", "begins in mid-sentence", "a clause goes on", "a bracket is closed below"),
    *("a Latin word or a number goes on", "a foreign name is cut", "the line above is full"),
    "speech begins under its speaker",
)
BEGINS = (
    *("the line above ends its sentence", "set apart, as verse and lists are", "who speaks, before it", "indented"),
    *("close below, where paragraphs stand apart", "far below", "a dateline"),
)


@pytest.mark.parametrize(
    ("name", "goes_on"), [*((name, True) for name in GOES_ON), *((name, False) for name in BEGINS)]
)
def test_whether_a_break_speaks_for_going_on(name: str, goes_on: bool) -> None:
    (clue,) = [clue for clue in BREAKS if clue.name == name]
    assert (clue.points > 0) is goes_on


def test_which_openings_speak_for_a_story() -> None:
    assert {clue.name for clue in OPENINGS if clue.points > 0} == {
        "far below the text above",
        "the story above is closed",
        "a caption above is closed",
        "a sentence between two wide gaps",
        "indented, below captions that are not",
        "the text below tells the day, as news does first",
    }
