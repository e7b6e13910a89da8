"""The page's changes go into a person's text, and where the two clash nothing of either is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.content.merge import has_markers, holds, merge
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
    assert has_markers(merged.text)


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
    assert has_markers(f"一\n{line}\n二\n")
    assert not has_markers(f"一 {line}\n二\n")


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
    assert has_markers(merged.text) is (merged.clashes > 0)
    again = merge(base, merged.text, page).text
    assert pieces(merged.text) - pieces(base) <= pieces(again)
