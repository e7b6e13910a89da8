"""The best reading of a page: which part each line is, how surely, and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from math import exp
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.importers import page_text
from duidu.importers.evidence import Place, evidence
from duidu.importers.grammar import FOLLOWS, LAST, RULES
from duidu.importers.layout import placed
from duidu.importers.line import RUNNING, Line, Part, ends
from duidu.importers.reading import MOST_REASONS, STOPS_SHORT, SUREST, Reading, read_lines
from duidu.importers.source import SourceLine, source_lines
from duidu.model import CERTAIN, Role
from tests.support import PROPERTY

WELL = "村里的老井修好了，大家都来打水，井边笑声不断。"
MORE = "后来，孩子们在井边种了一圈柳树，每天提水来浇。"
SCHOOL = "学校今天开学，孩子们一早就来了，教室很新，桌椅也是新做的。"

TITLE, TEXT, OPENING = Part.TITLE, Part.PARAGRAPH, Part.OPENING


def never(above: str, below: str) -> bool:
    return False


def readings(text: str, cuts_word: Callable[[str, str], bool] = never) -> list[Reading]:
    return read_lines(placed(source_lines(text)), cuts_word)


def parts(*paragraphs: str) -> list[Part]:
    """The parts of the lines of a page whose paragraphs stand apart by one blank line."""
    return [reading.part for reading in readings("\n\n".join(paragraphs))]


# A page for every part: its lines, and the parts that they are.
PAGES: dict[str, tuple[tuple[str, ...], list[Part]]] = {
    "section, kicker, headline": (
        ("乡村新事", "白鹭镇", "老井又有了水", WELL),
        [Part.SECTION, Part.KICKER, TITLE, TEXT],
    ),
    "two lines of a headline": (("老井修了三个月\n终于又有了水", WELL, MORE), [TITLE, Part.TITLE_LINE, TEXT, TEXT]),
    "sub-headline": (("老井又有了水", "——白鹭镇修井记", WELL), [TITLE, Part.SUBTITLE, TEXT]),
    "byline": (("老井又有了水", "本报记者 周大海", WELL), [TITLE, Part.BYLINE, TEXT]),
    "byline at the foot": (("老井又有了水", WELL, "（周大海 摄）"), [TITLE, TEXT, Part.CREDIT]),
    "continuation": (
        ("老井又有了水", WELL, "后来，孩子们在井", "边种了一圈柳树，每天提水来浇。"),
        [TITLE, TEXT, TEXT, Part.CONTINUATION],
    ),
    "crosshead": (("老井又有了水", WELL, "一、修井的人", MORE), [TITLE, TEXT, Part.CROSSHEAD, TEXT]),
    "story without a headline": (("老井又有了水", WELL, f"本报讯 {SCHOOL}"), [TITLE, TEXT, OPENING]),
    "line by itself": (("老井又有了水", WELL, "\n\n节约用水 人人有责"), [TITLE, TEXT, Part.SLOGAN]),
}


@pytest.mark.parametrize(("lines", "wanted"), PAGES.values(), ids=PAGES)
def test_a_part(lines: tuple[str, ...], wanted: list[Part]) -> None:
    assert parts(*lines) == wanted


def test_every_part_has_its_page() -> None:
    assert {part for _, wanted in PAGES.values() for part in wanted} == set(Part)


def test_no_lines() -> None:
    assert read_lines([], never) == []
    assert evidence([], never) == []


@pytest.mark.parametrize(
    ("line", "part"),
    [(WELL, OPENING), ("老井又有了水", Part.SLOGAN), ("本报记者 周大海", Part.BYLINE), ("。", OPENING)],
)
def test_one_line(line: str, part: Part) -> None:
    (reading,) = readings(line)
    assert reading.part is part
    assert reading.part in LAST
    assert 0 <= reading.confidence <= SUREST


def test_what_breaks_a_word_is_joined() -> None:
    text = f"老井又有了水\n\n{WELL}\n\n从此以后我们村也有了自己的水\n\n泵站开工那天，全村都来了。"
    seen: list[tuple[str, str]] = []

    def cuts_word(above: str, below: str) -> bool:
        seen.append((above, below))
        return above.endswith("水") and below.startswith("泵")

    found = readings(text, cuts_word)
    assert found[-1].part is Part.CONTINUATION
    assert "a word goes across" in found[-1].reasons
    assert ("从此以后我们村也有了自己的水", "泵站开工那天，全村都来了。") in seen


# ---------------------------------------------------------------- the grammar is kept

MIXED = "\n\n".join(
    (
        *("乡村新事", "白鹭镇", "老井修了三个月\n终于又有了水", "——修井记", "本报记者 周大海", WELL, "一、修井", MORE),
        *(
            "（李花 摄）",
            "\n\n▲孩子们在打水。",
            "\n\n节约用水 人人有责",
            "\n\n学校开学了",
            f"本报讯 {SCHOOL}",
            "他来",
            "了。",
        ),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        *("\n\n".join(lines) for lines, _ in PAGES.values()),
        *(MIXED, MIXED.replace("\n\n", "\n"), "\n".join(MIXED.split("\n")[::-1])),
        *("白鹭镇\n" * 12, "，\n。\n，", "本报记者 周大海\n\n" * 5, "老井又有了水\n\n" * 9, "他来\n" * 30, "▲\n" * 3),
    ],
)
def test_no_pair_is_taken_that_the_grammar_does_not_know(text: str) -> None:
    found = [reading.part for reading in readings(text)]
    assert all(below in FOLLOWS[above] for above, below in zip([None, *found], found, strict=False))
    assert found[-1] in LAST


def obeyed(*lines: tuple[Role, str]) -> list[Reading]:
    return read_lines(placed([SourceLine(text, n, 0, False, role) for n, (role, text) in enumerate(lines, 1)]), never)


@pytest.mark.parametrize(
    "roles",
    [
        (Role.TITLE,),
        (Role.TITLE, Role.TITLE, Role.PARAGRAPH),
        (Role.SUBTITLE, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH),
        (Role.TITLE, Role.TITLE),
        (Role.TITLE, Role.TITLE, Role.TITLE, Role.PARAGRAPH),
        (Role.PARAGRAPH, Role.SUBTITLE, Role.TITLE),
    ],
)
def test_roles_of_the_format_are_obeyed_even_against_the_grammar(roles: tuple[Role, ...]) -> None:
    found = obeyed(*((role, "老井修好了") for role in roles))
    named = {TITLE: Role.TITLE, Part.SUBTITLE: Role.SUBTITLE, TEXT: Role.PARAGRAPH, OPENING: Role.PARAGRAPH}
    named |= {Part.CROSSHEAD: Role.HEADING, Part.SLOGAN: Role.HEADING}
    assert tuple(named[reading.part] for reading in found) == roles


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.TITLE, {TITLE}),
        (Role.SUBTITLE, {Part.SUBTITLE}),
        (Role.HEADING, {Part.CROSSHEAD, Part.SLOGAN}),
        (Role.PARAGRAPH, {TEXT, OPENING}),
        (Role.CREDIT, {Part.BYLINE, Part.CREDIT}),
    ],
)
@pytest.mark.parametrize("text", ["老井", WELL, "本报记者 周大海", "第03版", "，他来", "——修井记", "▲图"])
def test_a_role_leaves_these_parts(role: Role, allowed: set[Part], text: str) -> None:
    found = obeyed((Role.TITLE, "小桥"), (Role.PARAGRAPH, SCHOOL), (role, text), (Role.PARAGRAPH, MORE))
    assert found[2].part in allowed


def test_a_paragraph_of_the_format_is_whole() -> None:
    found = obeyed((Role.TITLE, "老井"), (Role.PARAGRAPH, "村里的老井修好了，大家"), (Role.PARAGRAPH, "都来打水。"))
    assert [reading.part for reading in found] == [TITLE, TEXT, TEXT]


def test_what_can_be_but_one_thing_is_not_in_doubt() -> None:
    found = obeyed((Role.TITLE, "老井"), (Role.TITLE, "小桥"), (Role.PARAGRAPH, WELL))
    assert all(reading.confidence >= CERTAIN for reading in found)


# ---------------------------------------------------------------- how surely, and why


@pytest.mark.parametrize("text", [MIXED, MIXED.replace("\n\n", "\n"), WELL, "水", "他来\n" * 30])
def test_confidence_is_a_share_below_one_and_reasons_are_few(text: str) -> None:
    for reading in readings(text):
        assert 0 <= reading.confidence <= SUREST < 1
        assert len(reading.reasons) <= MOST_REASONS
        assert len(set(reading.reasons)) == len(reading.reasons)
        assert all(reading.reasons)


@pytest.mark.parametrize(
    ("clear", "unclear", "line"),
    [
        # a dateline tells a new story, nothing tells between headline and crosshead
        (("老井又有了水", WELL, "小桥昨天通车", f"本报讯 {SCHOOL}"), ("老井又有了水", WELL, "小桥昨天通车", SCHOOL), 2),
        # a place is a kicker, other words may be the headline's first line
        (("白鹭镇", "老井又有了水", WELL), ("乡村新事", "老井又有了水", WELL), 0),
        # a number tells a crosshead
        (("老井又有了水", WELL, "一、修井的人", MORE), ("老井又有了水", WELL, "当年修井的人", MORE), 2),
        # a dash tells a sub-headline
        (("老井又有了水", "——白鹭镇修井记", WELL), ("老井又有了水", "全村人每户出一天工", WELL), 1),
    ],
)
def test_clear_pages_are_surer(clear: tuple[str, ...], unclear: tuple[str, ...], line: int) -> None:
    sure, unsure = (readings("\n\n".join(page))[line].confidence for page in (clear, unclear))
    assert sure > unsure


def test_clear_pages_are_not_in_doubt() -> None:
    text = "\n\n".join(("老井又有了水", f"本报讯 (记者 周大海){WELL}", MORE, "\n\n学校开学了", f"本报讯 {SCHOOL}"))
    assert min(reading.confidence for reading in readings(text)) >= CERTAIN


@pytest.mark.parametrize(
    ("page", "line", "reason"),
    [
        (("老井又有了水", f"本报讯 {WELL}"), 0, "a dateline below"),
        (("老井又有了水", "本报记者 周大海", WELL), 0, "a byline below"),
        (("老井又有了水", WELL, "（周大海）", "小桥通车了", SCHOOL), 3, "the story above is closed"),
        (("老井又有了水", WELL, MORE, "\n\n小桥通车了", f"本报讯 {SCHOOL}"), 3, "far below the text above"),
        (("老井又有了水", WELL, "一、修井的人", MORE), 2, "numbered"),
        (("老井又有了水", WELL, "孩子们在井", "，边种了一圈柳树。"), 3, "begins in mid-sentence"),
        (("老井又有了水", WELL, "\n\n节约用水 人人有责"), 2, "nothing but such lines below"),
    ],
)
def test_a_reason(page: tuple[str, ...], line: int, reason: str) -> None:
    assert reason in readings("\n\n".join(page))[line].reasons


def test_another_subject_is_a_reason_where_there_is_text_to_tell() -> None:
    well = (
        "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，老井又有了水，井边笑声不断。",
        "老人说起当年打井的事：用了三个月，全村每户都出了人，井水又清又甜，三代人都喝这口井的水。",
    )
    school = (
        "孩子们一早来到新教室，书桌椅子都擦得干净，校长发给每名同学一本图画书，操场上正在比赛跑步跳绳。",
        "音乐课教唱歌，美术课画图画，体育老师带来十个新皮球，放学以后还有棋类小组和朗诵小组可以参加。",
    )
    found = readings("\n\n".join(("老井又有了水", *well, "新学期第一天真热闹", *school)))
    assert found[3].part is TITLE
    assert "another subject" in found[3].reasons


def test_the_strongest_reason_comes_first() -> None:
    reasons = readings(f"白鹭镇\n\n老井又有了水\n\n本报讯 {WELL}")[0].reasons
    assert reasons[:2] == ("nothing but the name of a place", "a dateline below")


def test_the_same_subject_is_a_reason_where_a_text_goes_on() -> None:
    well = (
        "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，老井又有了水，井边笑声不断。",
        "老井的水又清又甜，大家每天来打水。水泵和水管是县里送来的，全村人每户出了一天工，井边又有了笑声。",
    )
    found = readings("\n\n".join(("老井又有了水", *well, "不容易", *well)))
    assert found[3].part is Part.CROSSHEAD
    assert "the same subject" in found[3].reasons


# ---------------------------------------------------------------- always the same, and in linear time


def test_the_same_page_is_read_the_same() -> None:
    assert readings(MIXED) == readings(MIXED)


# Lines of every kind, so that all parts come to stand beside each other.
LINES = (
    *("白鹭镇", "要闻简报", "老井又有了水", "小桥连起两个村", "老井修了三个月", "——白鹭镇修井记", "一、修井的人"),
    *("本报记者 周大海", "（李花 摄）", "王小明", "本报讯 (记者 周大海)老井修好了。", "▲孩子们在打水。"),
    *("昨天，村里的老", "井修好了，真好。", "，笑声不断。", "第一，修井，", "问：老井呢？", "节约用水 人人有责"),
    *(f"{WELL}{MORE}", f"{SCHOOL}教室外面"),
)
PRINT = st.builds(
    SourceLine,
    st.sampled_from(LINES),
    st.just(1),
    st.sampled_from([0, 0, 1, 1, 3]),
    st.sampled_from([False, True]),
    role=st.none(),
    kind=st.none(),
    within=st.just(False),
)


def all_readings(lines: list[Line], cuts_word: Callable[[str, str], bool]) -> dict[tuple[Part, ...], float]:
    """Every reading of a page that the grammar allows, tried one by one, with its points."""
    found: dict[tuple[Part, ...], float] = {(): 0.0}
    for place in evidence(lines, cuts_word):
        pairs = {
            (above, part): cost + place.shapes[part] + _ruled(place, above, part)
            for above in {reading[-1] if reading else None for reading in found}
            for part, cost in FOLLOWS[above].items()
            if part in place.shapes
        }
        found = {
            (*reading, part): total + pairs[reading[-1] if reading else None, part]
            for reading, total in found.items()
            for part in place.shapes
            if (reading[-1] if reading else None, part) in pairs
        }
    stop = 0.0 if ends(lines[-1].text) else STOPS_SHORT
    return {reading: total + stop * (reading[-1] in RUNNING) for reading, total in found.items() if reading[-1] in LAST}


def _ruled(place: Place, above: Part | None, part: Part) -> float:
    return sum(rule.points(place) for rule in RULES if part in rule.parts and above in rule.above)


@PROPERTY
@given(st.lists(PRINT, min_size=1, max_size=5), st.booleans())
def test_the_best_of_all_readings_is_found_and_how_far_the_others_fall_behind(
    page: list[SourceLine], cut: bool
) -> None:
    lines, cuts_word = placed(page), lambda above, below: cut
    tried = all_readings(lines, cuts_word)
    found = read_lines(lines, cuts_word)
    best = max(tried.values())
    assert tried[tuple(reading.part for reading in found)] == pytest.approx(best)
    for index, reading in enumerate(found):
        others = [total for other, total in tried.items() if other[index] is not reading.part]
        sure = 1 / (1 + exp(max(others) - best)) if others else 1.0
        assert reading.confidence == pytest.approx(min(SUREST, sure), abs=0.006)


def unit(number: int) -> str:
    return f"老井{number}又有了水\n\n本报讯 {WELL}\n\n{MORE}\n\n孩子们在井边\n\n种柳树{number}。\n\n"


def test_a_page_of_five_thousand_lines_is_read_in_linear_time() -> None:
    asked = Counter()

    def cuts_word(above: str, below: str) -> bool:
        asked[lines] += 1
        return False

    for lines in (1000, 5000):
        assert len(readings("".join(map(unit, range(lines // 5))), cuts_word)) == lines
    assert 0 < asked[5000] <= 5.1 * asked[1000]


def calls(text: str) -> int:
    """How many functions are called to read a page."""
    count = 0

    def on_event(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    lines = source_lines(text)
    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        page_text.read(lines, "p", never)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "line",
    [
        *(unit(1), f"{WELL}\n", "老井。\n", f"本报讯 {WELL}\n", f"老井\n\n{MORE}\n\n"),
        "老井又有了水\n",
        "他来了。\n本报记者 周大海\n",
        "他来了，\n",
        "老井又有了水\n\n本报讯 他来了。\n\n",
    ],
)
def test_twice_the_page_takes_twice_the_calls(line: str) -> None:
    calls(line * 150)  # fills what is remembered
    once, twice = calls(line * 150), calls(line * 300)
    assert once > 150
    assert twice <= 2.2 * once


def test_readings_know_nothing_of_line_numbers() -> None:
    lines = [Line("老井又有了水", 7, far=True), Line(WELL, 9)]
    assert [reading.part for reading in read_lines(lines, never)] == [TITLE, TEXT]
