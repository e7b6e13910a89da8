"""How lines end, and what could be a headline by its length and its end."""

from __future__ import annotations

import pytest

from duidu.importers.line import (
    HEADS,
    LONGEST_HEADING,
    RUNNING,
    Line,
    Part,
    core,
    ends,
    like_heading,
    open_bracket,
)


@pytest.mark.parametrize(
    "text",
    [
        *("他来了。", "他来了！", "他来了？", "他来了…", "老人说：", "第一，修井；", "“他来了。”", "「他來了。」"),
        *("他来了。(记者 王小明)", "他来了。（王小明）", "他来了。王小明 摄", "他来了。新华社发"),
        *(
            "他来了。1050520",
            "他来了。■",
            "（他来了。）",
            "他来了!",
            "他来了。（资料图片）",
            "《秋山》（中国画）　黎石 作",
        ),
    ],
)
def test_a_paragraph_may_end_so(text: str) -> None:
    assert ends(text)


@pytest.mark.parametrize(
    "text",
    [
        "他来",
        "他来了，",
        "他来了、",
        "在村(社区)",
        "他读了《老井》",
        "“短、平、",
        "叫它“连心，”",
        "1050520",
        "王小明 摄",
        "他来了。1938",
        "水",
    ],
)
def test_a_paragraph_does_not_end_so(text: str) -> None:
    assert not ends(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("全国“短、平、快”项目", "全国项目"),
        ("老井（上）和《新井》", "老井和"),
        ("「老井」『新井』【旧井】", ""),
        ("老井“又有了水", "老井“又有了水"),
        ("老井", "老井"),
    ],
)
def test_the_core_of_a_line_is_what_stands_outside_its_brackets(text: str, whole: str) -> None:
    assert core(text) == whole


@pytest.mark.parametrize("text", ["“他来", "在村(社", "《老", "「他", "（记者 王", "『他", "“他”“她"])
def test_a_bracket_stays_open(text: str) -> None:
    assert open_bracket(text)


@pytest.mark.parametrize("text", ["“他”来", "社区)", "》老井", "", "在村(社区)里"])
def test_no_bracket_stays_open(text: str) -> None:
    assert not open_bracket(text)


@pytest.mark.parametrize("text", ["老井又有了水", "老井又有了水！", "老井是谁修的？", "水" * LONGEST_HEADING, "老井："])
def test_it_could_be_a_headline(text: str) -> None:
    assert like_heading(text)


@pytest.mark.parametrize(
    "text", ["老井又有了水。", "老井又有了水，", "老井；", "老井、", "老井,", "老井;", "水" * (LONGEST_HEADING + 1)]
)
def test_it_could_be_no_headline(text: str) -> None:
    assert not like_heading(text)


def test_parts_have_names_of_their_own() -> None:
    assert len({part.value for part in Part}) == len(Part)
    assert not set(HEADS) & set(RUNNING)


def test_a_line_of_which_nothing_is_known_is_plain() -> None:
    line = Line("老井")
    flags = (line.far, line.tight, line.apart, line.indented, line.byline, line.dateline, line.name)
    assert not any((*flags, line.listed, line.twin, line.full))
    assert (line.number, line.role) == (1, None)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        (f"{'王小明李花' * 9}出席老井修复工程通水仪式（附图片１张）", True),
        (f"{'王小明李花' * 9}出席老井修复工程通水仪式", False),
        (f"{'王小明李花' * 9}出席老井修复工程通水仪式（资料图片）", False),
    ],
)
def test_a_headline_that_tells_of_its_pictures_may_list_many(text: str, may_be: bool) -> None:
    assert like_heading(text) is may_be
