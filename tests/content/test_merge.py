"""The page's changes go into a person's text, and where the two clash nothing of either is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.content.merge import holds, marker_line, merge
from tests.support import PROPERTY


def file(*paragraphs: str, **front: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n" + "\n\n".join(paragraphs) + "\n"


BASE = file("桥通了。", "人来了。", "灯亮了。", title="桥", order="1")

# What a person made of the base, what the page says now, and the two together.
CLEAN: dict[str, tuple[str, str, str]] = {
    "nobody changed anything": (BASE, BASE, BASE),
    "only the person": (file("桥通了！", title="桥"), BASE, file("桥通了！", title="桥")),
    "only the page": (BASE, file("船来了。", title="船", order="2"), file("船来了。", title="船", order="2")),
    "both the same": (file("船来了。", title="船"), file("船来了。", title="船"), file("船来了。", title="船")),
    "different paragraphs": (
        file("桥通了！", "人来了。", "灯亮了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯灭了。", title="桥", order="1"),
        file("桥通了！", "人来了。", "灯灭了。", title="桥", order="1"),
    ),
    "neighbouring paragraphs": (
        file("桥通了！", "人来了。", "灯亮了。", title="桥", order="1"),
        file("桥通了。", "人走了。", "灯亮了。", title="桥", order="1"),
        file("桥通了！", "人走了。", "灯亮了。", title="桥", order="1"),
    ),
    "a paragraph changed and one put in below": (
        file("桥通了。", "人来了。", "灯亮了！", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", "天黑了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了！", "天黑了。", title="桥", order="1"),
    ),
    "a paragraph taken out and another changed": (
        file("桥通了。", "灯亮了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯灭了。", title="桥", order="1"),
        file("桥通了。", "灯灭了。", title="桥", order="1"),
    ),
    "the same put in, below a paragraph that the person changed": (
        file("桥通了。", "人来了。", "灯亮了！", "天黑了。", title="新桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", "天黑了。", title="桥", order="2"),
        file("桥通了。", "人来了。", "灯亮了！", "天黑了。", title="新桥", order="2"),
    ),
    "the same put in, by the person more": (
        file("桥通了。", "人来了。", "灯亮了。", "天黑了。", "月亮出来了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", "天黑了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", "天黑了。", "月亮出来了。", title="桥", order="1"),
    ),
    "different keys": (
        file("桥通了。", "人来了。", "灯亮了。", title="新桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", title="桥", order="2"),
        file("桥通了。", "人来了。", "灯亮了。", title="新桥", order="2"),
    ),
    "a key put in on either side": (
        file("桥通了。", "人来了。", "灯亮了。", slug="q", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", title="桥", credit="(王小明)", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", slug="q", title="桥", credit="(王小明)", order="1"),
    ),
    "a key taken out": (
        file("桥通了！", "人来了。", "灯亮了。", title="桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", order="1"),
        file("桥通了！", "人来了。", "灯亮了。", order="1"),
    ),
}


@pytest.mark.parametrize("situation", CLEAN)
def test_changes_that_do_not_clash(situation: str) -> None:
    mine, page, both = CLEAN[situation]
    merged = merge(BASE, mine, page)
    assert (merged.text, merged.clashes) == (both, 0)


CLASHES: dict[str, tuple[str, str, str]] = {
    "the same paragraph": (
        file("桥通了！", "人来了。", "灯亮了。", title="桥", order="1"),
        file("新桥通了。", "人来了。", "灯亮了。", title="桥", order="1"),
        file(
            "<<<<<<< mine",
            "桥通了！",
            "=======",
            "新桥通了。",
            ">>>>>>> page",
            "人来了。",
            "灯亮了。",
            title="桥",
            order="1",
        ),
    ),
    "taken out and changed": (
        file("人来了。", "灯亮了。", title="桥", order="1"),
        file("新桥通了。", "人来了。", "灯亮了。", title="桥", order="1"),
        file("<<<<<<< mine", "=======", "新桥通了。", ">>>>>>> page", "人来了。", "灯亮了。", title="桥", order="1"),
    ),
    "different text put in at one place": (
        file("桥通了。", "船来了。", "人来了。", "灯亮了。", title="桥", order="1"),
        file("桥通了。", "车来了。", "人来了。", "灯亮了。", title="桥", order="1"),
        file(
            "桥通了。",
            "<<<<<<< mine",
            "船来了。",
            "=======",
            "车来了。",
            ">>>>>>> page",
            "人来了。",
            "灯亮了。",
            title="桥",
            order="1",
        ),
    ),
    "the same key": (
        file("桥通了。", "人来了。", "灯亮了。", title="新桥", order="1"),
        file("桥通了。", "人来了。", "灯亮了。", title="老桥", order="1"),
        file(
            "桥通了。",
            "人来了。",
            "灯亮了。",
            **{"<<<<<<< mine\ntitle": "新桥\n=======", "title": "老桥\n>>>>>>> page", "order": "1"},
        ),
    ),
}


@pytest.mark.parametrize("situation", CLASHES)
def test_changes_that_clash_stand_between_markers(situation: str) -> None:
    mine, page, both = CLASHES[situation]
    merged = merge(BASE, mine, page)
    assert (merged.text, merged.clashes) == (both, 1)
    assert marker_line(merged.text)


def test_what_both_say_stands_outside_the_markers() -> None:
    merged = merge("一。\n", "甲。\n\n乙。\n\n丁。\n", "甲。\n\n丙。\n\n丁。\n", ("a.md", "page.txt"))
    assert merged.text.split("\n\n") == [
        "甲。",
        "<<<<<<< a.md",
        "乙。",
        "=======",
        "丙。",
        ">>>>>>> page.txt",
        "丁。\n",
    ]


def test_without_a_base_every_difference_is_a_clash() -> None:
    mine, page = file("桥通了！", "灯亮了。", title="新桥"), file("桥通了。", "灯亮了。", title="桥", order="1")
    merged = merge(None, mine, page)
    assert merged.clashes == 3
    assert merge(None, mine, mine).text == mine


def test_lists_comments_and_blank_lines_of_a_person_stay() -> None:
    base = "---\ntitle: 桥\nauthors:\n- 王小明\n---\n\n桥通了。\n\n人来了。\n"
    mine = "---\ntitle: 桥 # 原文如此\nauthors:\n- 王小明\n- 李花\n---\n桥通了。\n\n\n\n人来了。"
    page = "---\nkicker: 青石县\ntitle: 桥\nauthors:\n- 王小明\n---\n\n桥通了。\n\n人走了。\n"
    both = "---\nkicker: 青石县\ntitle: 桥 # 原文如此\nauthors:\n- 王小明\n- 李花\n---\n桥通了。\n\n\n\n人走了。\n"
    assert merge(base, mine, page).text == both


def test_file_without_front_matter_is_merged_too() -> None:
    assert (
        merge(file("桥通了。", title="桥"), "桥通了！\n", file("桥通了。", "人来了。", title="桥")).text
        == "桥通了！\n\n人来了。\n"
    )


@pytest.mark.parametrize("text", ["", "\n", "   ", "---\n", "---\n---\n", "桥", "---\n---\n\n桥", "a: b\n: :\n"])
def test_odd_files_are_taken_as_they_are(text: str) -> None:
    assert merge(text, text, text).text == merge(BASE, text, BASE).text == text


@pytest.mark.parametrize("line", ["<<<<<<< a.md", "=======", "=======\r", ">>>>>>> b"])
def test_a_marker_that_is_left_is_seen(line: str) -> None:
    assert marker_line(f"一\n{line}\n二\n") == 2
    assert marker_line(f"一 {line}\n二\n") is None


def test_the_line_below_a_heading_is_no_marker_where_only_the_outer_ones_count() -> None:
    assert marker_line("桥通了\n=======\n", "<>") is None
    assert marker_line("桥通了\n=======\n>>>>>>> page\n", "<>") == 3


@pytest.mark.parametrize(
    ("mine", "held"),
    [
        (file("桥通了。", "人来了。", "灯灭了。", title="桥", order="2"), True),
        (file("人来了。", "灯灭了。", "天黑了。", title="新桥", order="2"), True),
        (file("桥通了。", "人来了。", "灯灭了。", title="桥", order="1"), False),
        (file("桥通了。", "人来了。", "灯亮了。", "灯灭了。", title="桥", order="2"), False),
        (file("灯灭了。", "人来了。", title="桥", order="2"), False),
        (BASE, False),
    ],
)
def test_whether_the_changes_of_the_page_are_in_already(mine: str, held: bool) -> None:
    assert holds(BASE, mine, file("桥通了。", "人来了。", "灯灭了。", title="桥", order="2")) is held


BRIDGE, PEOPLE, LAMP = "新桥昨天通车了，大家都很高兴。", "老人们常来桥上聊天，也下棋。", "桥上的灯亮到半夜才熄。"
# What a person makes of the second of these paragraphs.
WORKED_ON = {
    "a few words changed": (BRIDGE, "老人们天天来桥上聊天，也下棋。", LAMP),
    "split": (BRIDGE, "老人们常来桥上聊天。", "也下棋。", LAMP),
    "shortened": (BRIDGE, "老人们常来桥上聊天。", LAMP),
    "joined to the one above": (f"{BRIDGE}{PEOPLE}", LAMP),
    "moved and changed": (BRIDGE, LAMP, "老人们天天来桥上聊天，也下棋。"),
}
# What the page says without it.
RETRACTED = {
    "deleted": (BRIDGE, LAMP),
    "deleted, and the one above changed": (BRIDGE.replace("昨天", "前天"), LAMP),
    "deleted, and one put in elsewhere": (BRIDGE, LAMP, "天亮了，船来了。"),
}


@pytest.mark.parametrize("work", WORKED_ON)
@pytest.mark.parametrize("retraction", RETRACTED)
def test_a_paragraph_that_the_page_takes_back_is_not_held_by_one_made_of_it(work: str, retraction: str) -> None:
    base, mine, page = file(BRIDGE, PEOPLE, LAMP), file(*WORKED_ON[work]), file(*RETRACTED[retraction])
    assert not holds(base, mine, page)


@pytest.mark.parametrize("work", ["a few words changed", "split", "shortened", "joined to the one above"])
def test_a_paragraph_that_the_page_takes_back_and_a_person_has_worked_on_is_a_clash(work: str) -> None:
    assert merge(file(BRIDGE, PEOPLE, LAMP), file(*WORKED_ON[work]), file(BRIDGE, LAMP)).clashes == 1


def test_the_end_of_a_paragraph_that_the_page_takes_back_is_not_held_by_its_other_half() -> None:
    halves = "老人们常来桥上聊天，", "也下棋，孩子们放风筝。"
    assert not holds(file(BRIDGE, "".join(halves)), file(BRIDGE, *halves), file(BRIDGE, halves[0]))


def test_a_retraction_is_held_where_nothing_of_the_paragraph_is_left() -> None:
    base, page = file(BRIDGE, PEOPLE, LAMP), file(BRIDGE, LAMP)
    assert holds(base, file(BRIDGE, "天亮了，船来了。", LAMP), page)
    assert holds(base, file(BRIDGE, LAMP.replace("半夜", "天明")), page)


PARAGRAPHS = st.lists(
    st.sampled_from(["一。", "二。", "三。", "四。\n续。", "## 五", "六。", "- 七"]), max_size=6, unique=True
)
FRONT = st.dictionaries(st.sampled_from(["title", "kicker", "order", "slug"]), st.sampled_from("甲乙丙"), max_size=4)
FILES = st.builds(lambda paragraphs, front: file(*paragraphs, **front), PARAGRAPHS, FRONT)
ANY_TEXT = FILES | st.text(st.sampled_from("一二\n\n -#:\r\t"), max_size=30)


def pieces(text: str) -> set[str]:
    """The lines of a text that say something, but for the fences of its front matter."""
    return {line for line in text.split("\n") if line.strip() and not re.fullmatch(r"---[ \t]*", line)}


@PROPERTY
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_a_person_added_or_changed_is_there(base: str, mine: str, page: str) -> None:
    assert pieces(mine) - pieces(base) <= pieces(merge(base, mine, page).text)
    assert pieces(mine) | pieces(page) <= pieces(merge(None, mine, page).text)


@PROPERTY
@given(ANY_TEXT, ANY_TEXT)
def test_what_only_one_side_changed_is_taken(base: str, other: str) -> None:
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other
    assert merge(base, base, other).text == other


@PROPERTY
@given(FILES, FILES, FILES)
def test_a_merge_that_is_made_again_loses_nothing(base: str, mine: str, page: str) -> None:
    merged = merge(base, mine, page)
    assert (marker_line(merged.text) is not None) is (merged.clashes > 0)
    again = merge(base, merged.text, page).text
    assert pieces(merged.text) - pieces(base) <= pieces(again)


# ---------------------------------------------------------------- texts that stand there twice

OWN = ("桥通了。", "人来了。", "灯亮了。", "天黑了。")
REFRAINS = st.sampled_from(["……", "啦啦啦。", "新。"])


@pytest.mark.parametrize(
    ("base", "mine", "page", "both"),
    [
        (["一。", "二。"], ["……", "二。"], ["一。", "……"], ["……", "……"]),
        (["一。", "二。"], ["……", "一。", "二。"], ["啦。", "啦。"], ["……", "啦。", "啦。"]),
        (["一。"], ["……"], ["……", "一。", "……"], ["……", "……"]),
        (["一。"], ["一！", "……", "……"], ["一。", "……"], ["一！", "……", "……"]),
        (["一。"], ["一！", "……"], ["一。", "……", "……"], ["一！", "……", "……"]),
        (["一。", "二。"], ["一！", "……", "二。"], ["一。", "……", "二！"], ["一！", "……", "二！"]),
    ],
)
def test_a_refrain_stays(base: list[str], mine: list[str], page: list[str], both: list[str]) -> None:
    merged = merge(file(*base), file(*mine), file(*page))
    assert (merged.text, merged.clashes) == (file(*both), 0)


def lines(text: str) -> Counter[str]:
    return Counter(text.split("\n"))


@PROPERTY
@given(*[st.lists(REFRAINS | st.sampled_from(OWN), max_size=6)] * 2)
def test_what_either_side_wrote_is_there_as_often_as_it_wrote_it(mine: list[str], page: list[str]) -> None:
    merged = lines(merge(file(*OWN), file(*mine), file(*page)).text)
    for text in {*mine, *page} - {*OWN}:
        assert merged[text] >= max(mine.count(text), page.count(text)), text


@PROPERTY
@given(*[st.lists(st.none() | REFRAINS, min_size=len(OWN), max_size=len(OWN))] * 2)
def test_paragraphs_changed_one_for_one_stay_in_their_places(mine: list[str | None], page: list[str | None]) -> None:
    """None: as it was. Where only one side has changed a paragraph, its wording stands there."""
    changed = [[now or old for now, old in zip(side, OWN, strict=True)] for side in (mine, page)]
    merged = merge(file(*OWN), *(file(*side) for side in changed))
    if all(not (a and b) for a, b in zip(mine, page, strict=True)):
        both = [a or b or old for a, b, old in zip(mine, page, OWN, strict=True)]
        assert (merged.text, merged.clashes) == (file(*both), 0)


@PROPERTY
@given(*[st.lists(st.sampled_from(["", "改", "删", "加"]), min_size=3, max_size=3)] * 2)
def test_what_a_merge_has_put_in_is_held(mine: list[str], page: list[str]) -> None:
    """An import that was killed after it has written the article finds it so."""
    base = (BRIDGE, PEOPLE, LAMP)
    sides = file(*changed(base, mine, "我说：")), file(*changed(base, page, "报纸上说："))
    merged = merge(file(*base), *sides)
    assert merged.clashes or holds(file(*base), merged.text, sides[1])


def changed(base: Iterable[str], actions: Iterable[str], who: str) -> Iterator[str]:
    for number, (text, action) in enumerate(zip(base, actions, strict=True)):
        if action != "删":
            yield f"{who}{text}" if action == "改" else text
        if action == "加":
            yield f"{who}第{number}件事是另一件。"
