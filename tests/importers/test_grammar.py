"""The grammar of a page is whole: every part can be reached, and every rule has a pair to speak of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from duidu.importers.evidence import Place, evidence
from duidu.importers.grammar import (
    CLOSED_SUBJECT,
    FOLLOWS,
    LAST,
    NEVER,
    PRECEDES,
    RULES,
    STARTS,
    SUBJECT_WEIGHT,
    Link,
    Rule,
    links,
)
from duidu.importers.line import HEADS, RUNNING, Line, Part
from duidu.model import Role

NAMED = [pytest.param(rule, id=rule.name) for rule in RULES]


def pairs(rule: Rule) -> Iterator[tuple[Part | None, Part]]:
    """The pairs of the grammar that a rule speaks of."""
    return ((above, part) for above in rule.above for part in rule.parts if part in FOLLOWS[above])


def reached(start: Part | None) -> set[Part]:
    """The parts that may stand anywhere below ``start``."""
    found: set[Part] = set()
    waiting: list[Part | None] = [start]
    while waiting:
        new = set(FOLLOWS[waiting.pop()]) - found
        found |= new
        waiting.extend(new)
    return found


def test_every_part_can_be_reached_from_the_top() -> None:
    assert reached(None) == set(Part)


@pytest.mark.parametrize("part", list(Part))
def test_a_page_may_end_below_every_part(part: Part) -> None:
    assert part in LAST or reached(part) & LAST


def test_the_grammar_knows_what_may_stand_below_every_part() -> None:
    assert set(FOLLOWS) == {None, *Part}
    assert all(FOLLOWS.values())


def test_no_pair_is_worth_more_than_nothing() -> None:
    costs = [cost for below in FOLLOWS.values() for cost in below.values()]
    assert all(-10 <= cost <= 0 for cost in costs)


def test_precedes_is_follows_the_other_way_round() -> None:
    assert {(above, part) for part, aboves in PRECEDES.items() for above in aboves} == {
        (above, part) for above, below in FOLLOWS.items() for part in below
    }
    assert set(PRECEDES) == set(Part)


def test_a_story_begins_below_all_text() -> None:
    for above in (*RUNNING, Part.CREDIT, Part.SLOGAN):
        assert set(STARTS) <= set(FOLLOWS[above])


def test_a_headline_is_never_the_last_line_and_needs_text() -> None:
    assert not LAST & set(HEADS) - {Part.SLOGAN}
    for head in (Part.TITLE, Part.TITLE_LINE, Part.SUBTITLE):
        assert Part.PARAGRAPH in FOLLOWS[head]
        assert not {Part.SLOGAN, Part.CREDIT, Part.OPENING, None} & set(FOLLOWS[head])


def test_only_running_text_goes_on() -> None:
    assert PRECEDES[Part.CONTINUATION] == RUNNING


# ---------------------------------------------------------------- rules


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_has_a_pair_to_speak_of(rule: Rule) -> None:
    assert list(pairs(rule))
    assert len(set(rule.parts)) == len(rule.parts)
    assert len(set(rule.above)) == len(rule.above)


@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_tells_something_of_some_place(rule: Rule) -> None:
    """At one of these places a rule gives points, so that it is not dead."""
    found = {round(rule.points(place), 3) for place in _places() if Part.PARAGRAPH in place.shapes}
    assert found - {0.0}


def _places() -> Iterator[Place]:
    pages = [
        [Line("五年大事", far=True), Line("2011年3月5日", apart=True)],
        [Line("老井又有了水", far=True), Line("编者按", apart=True)],
        [Line("村里的老井又有了", far=True), Line("水，大家都来打水。", apart=True)],
        [Line("老井又有了水"), Line("大家都来打水了", far=True), Line("他来了。", far=True)],
        [Line("他来了。"), Line("小桥通车了", tight=True), Line("本报讯 她来了。", dateline=True)],
        [Line("他来了。（记者 王小明）"), Line("小桥通车了", apart=True), Line("老井又有水", apart=True)],
        [Line("老井修了三个月"), Line("终于又有了水"), Line("全村人每户出一天工，县里送来水泵")],
        [Line(_WELL), Line("学校开学了"), Line(_SCHOOL)],
        [Line("▲老井又有了水。"), Line("(记者 王小明 摄)", byline=True), Line("大家都来打水，打到天黑。")],
    ]
    for page in pages:
        yield from evidence(page, lambda above, below: False)


_WELL = (
    "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，老井又有了水，井边笑声不断，老人说起往事。"
)
_SCHOOL = (
    "今天开学，孩子们一早来到新教室，书桌椅子都擦得干净。校长发给每名同学一本图画书，音乐课教唱歌，操场上正在比赛跳绳。"
)


# ---------------------------------------------------------------- points


def place(line: Line, above: Line | None = None) -> Place:
    return evidence([above, line] if above else [line], lambda before, after: False)[-1]


def points(found: Place, above: Part | None, part: Part) -> float:
    ((total, _),) = linked(found, (above,))[part]
    return total


def linked(found: Place, above: tuple[Part | None, ...]) -> dict[Part, list[Link]]:
    parts = tuple(found.shapes)
    return dict(zip(parts, links(found, parts, above), strict=True))


def test_points_are_the_cost_of_the_pair_the_shape_and_its_rules() -> None:
    title = place(Line("老井又有了水"))
    assert points(title, None, Part.TITLE) == FOLLOWS[None][Part.TITLE] + title.shapes[Part.TITLE]
    byline = place(Line("本报记者 王小明", byline=True), Line("老井又有了水"))
    assert points(byline, Part.TITLE, Part.BYLINE) == FOLLOWS[Part.TITLE][Part.BYLINE] + 3.0
    assert points(byline, Part.CROSSHEAD, Part.BYLINE) == FOLLOWS[Part.CROSSHEAD][Part.BYLINE]


@pytest.mark.parametrize("line", [Line("老井又有了水"), Line("他来了，她也来了。", dateline=True, far=True)])
def test_parts_above_that_stand_together_have_the_same_points(line: Line) -> None:
    found = place(line, Line("他来了。"))
    for part, below in linked(found, tuple(Part)).items():
        known = [(total, tuple(Part)[index]) for total, aboves in below for index in aboves]
        assert tuple(above for _, above in known) == tuple(filter(None, PRECEDES[part]))
        for total, above in known:
            rules = [rule.points(found) for rule in RULES if part in rule.parts and above in rule.above]
            assert total == pytest.approx(FOLLOWS[above][part] + found.shapes[part] + sum(rules))


def test_a_pair_that_the_grammar_does_not_know_never_pays() -> None:
    title = place(Line("老井又有了水", role=Role.TITLE), Line("小桥通车了", role=Role.TITLE))
    assert points(title, Part.TITLE, Part.TITLE) == NEVER + title.shapes[Part.TITLE]
    dearest = min(cost for below in FOLLOWS.values() for cost in below.values())
    assert 1000 * dearest > NEVER


@pytest.mark.parametrize(
    ("better", "worse", "above", "part"),
    [
        (Line("水"), Line("水", far=True), Part.TITLE, Part.PARAGRAPH),
        (Line("本报讯 他来了。", dateline=True), Line("本报讯 他来了。"), Part.TITLE, Part.PARAGRAPH),
        (Line("终于又有了水", tight=True), Line("终于又有了水", apart=True), Part.TITLE, Part.TITLE_LINE),
        (Line("终于又有了水"), Line("终于又有了水啊啊啊啊"), Part.TITLE, Part.TITLE_LINE),
        (Line("全村人每户出一天工"), Line("终于又有了水"), Part.TITLE, Part.SUBTITLE),
        (Line("老井又有了水", apart=True), Line("老井又有了水", tight=True), Part.KICKER, Part.TITLE),
        (Line("他来了。"), Line("他来了。", far=True), Part.PARAGRAPH, Part.PARAGRAPH),
        (Line("他来了。"), Line("他来了。", dateline=True), Part.CROSSHEAD, Part.PARAGRAPH),
        (Line("小桥通车了", far=True), Line("小桥通车了"), Part.PARAGRAPH, Part.TITLE),
        (Line("小桥通车了"), Line("小桥通车了", far=True), Part.PARAGRAPH, Part.CROSSHEAD),
    ],
)
def test_a_rule_prefers(better: Line, worse: Line, above: Part, part: Part) -> None:
    """Under the same line, finished where text is meant, one line makes a better part than another."""
    over = Line("老井修了三个" if above in HEADS else "他来了。")
    assert points(place(better, over), above, part) > points(place(worse, over), above, part)


# ---------------------------------------------------------------- how much some rules say

RULE = {rule.name: rule for rule in RULES}


def test_two_short_lines_are_of_no_length() -> None:
    rule = RULE["the lines of a headline are of one length"]
    long, short = place(Line("终于又有了水"), Line("老井修三个月")), place(Line("小桥"), Line("老井"))
    assert rule.points(long) > rule.points(short) == 0


def test_text_below_a_closing_byline_hardly_goes_on() -> None:
    rule = RULE["a story goes on without a gap, a closing byline or a dateline"]
    closed, left_open = (place(Line("她来了。"), Line(f"他来了。{tail}")) for tail in ("（记者 王小明）", ""))
    assert rule.points(closed) < rule.points(left_open) == 0


@pytest.mark.parametrize(("tail", "least"), [("", -9.9), ("（记者 王小明）", CLOSED_SUBJECT)])
def test_below_a_closing_byline_the_same_subject_costs_less(tail: str, least: float) -> None:
    page = [Line(_WELL), Line(f"{_WELL}{tail}"), Line("这一切多么不容易"), Line(_WELL), Line(_WELL)]
    found = evidence(page, lambda above, below: False)[2]
    assert found.subject < CLOSED_SUBJECT
    assert RULE["another subject"].points(found) == SUBJECT_WEIGHT * max(found.subject, least)
