"""What the place of a line on its page says: gaps, indents, full lines, verse, lists and tables."""

from __future__ import annotations

import pytest

from duidu.importers.layout import list_sign, placed
from duidu.importers.line import Line
from duidu.importers.source import SourceLine, source_lines
from duidu.model import Role

LONG = "村里的老井修好了，大家都来打水，井边笑声不断，老人说起当年打井的事。"


def lines(text: str) -> list[Line]:
    return placed(source_lines(text))


def with_flag(text: str, flag: str) -> list[str]:
    return [line.text for line in lines(text) if getattr(line, flag)]


# ---------------------------------------------------------------- gaps


def test_the_first_line_of_a_page_stands_far() -> None:
    assert with_flag("甲\n乙", "far") == ["甲"]
    assert with_flag("\n\n\n甲\n\n乙", "far") == ["甲"]


def test_more_than_the_usual_gap_is_far() -> None:
    assert with_flag("甲\n\n乙\n\n丙\n\n\n丁\n\n戊", "far") == ["甲", "丁"]


def test_the_usual_gap_is_not_far_however_wide() -> None:
    assert with_flag("甲\n\n\n\n乙\n\n\n\n丙\n\n\n\n丁", "far") == ["甲"]


def test_one_blank_line_is_not_far_where_lines_simply_follow() -> None:
    assert with_flag("甲\n乙\n丙\n\n丁", "far") == ["甲"]


def test_where_paragraphs_stand_apart_the_others_are_tight() -> None:
    text = "甲\n乙\n\n丙\n\n丁"
    assert with_flag(text, "tight") == ["乙"]
    assert with_flag(text, "apart") == ["丙", "丁"]


def test_where_lines_simply_follow_gaps_say_less() -> None:
    assert with_flag("甲\n乙\n丙\n\n丁", "tight") == with_flag("甲\n乙\n丙\n\n丁", "apart") == []


def test_on_equal_evidence_the_narrower_gap_is_usual() -> None:
    assert with_flag("甲\n\n乙\n丙\n\n丁\n戊", "tight") == []


# ---------------------------------------------------------------- indents and width


def test_an_indent_tells_where_some_lines_have_none() -> None:
    assert with_flag("老井\n\u3000\u3000他来了\n她走了", "indented") == ["他来了"]


@pytest.mark.parametrize("indent", ["\u3000", "  ", "\t"])
def test_what_is_an_indent(indent: str) -> None:
    assert with_flag(f"老井\n{indent}他来了", "indented") == ["他来了"]


def test_one_space_is_no_indent() -> None:
    assert with_flag("老井\n 他来了", "indented") == []


def test_an_indent_of_every_line_tells_nothing_but_where_each_is_whole() -> None:
    assert with_flag("\u3000他来\n\u3000了他\n\u3000走了。", "indented") == []
    assert with_flag("\u3000他来了。\n\u3000他走了。\n\u3000她说", "indented") == ["他来了。", "他走了。", "她说"]


def test_full_lines_are_those_of_the_page_s_width() -> None:
    page = [*["老井又有了水大家都来打水"] * 8, "他来了。"]
    assert with_flag("\n".join(page), "full") == page[:8]


def test_a_line_may_lack_one_character_to_be_full() -> None:
    page = [*["老井又有了水大家都来打水"] * 6, *["老井又有了水大家都来打"] * 2, "他来了。"]
    assert len(with_flag("\n".join(page), "full")) == 8


@pytest.mark.parametrize(
    "page",
    [
        ["老井又有了水大家都来打水"] * 7,  # too few lines
        ["老井又有了水大家"] * 20,  # too narrow
        ["水" * length for length in range(10, 40, 2)],  # no line as long as another
        [*["老井又有了水大家都来打水"] * 8, *[LONG] * 2],  # too many longer ones
    ],
)
def test_a_page_without_a_width(page: list[str]) -> None:
    assert with_flag("\n".join(page), "full") == []


def test_lines_without_an_indent_are_flush_where_there_are_indents_and_a_width() -> None:
    page = ["\u3000\u3000老井又有了水大家都来打", *["老井又有了水大家都来打水大"] * 8, "他来了。"]
    assert with_flag("\n".join(page), "flush") == page[1:]
    assert with_flag("\n".join(page[:4]), "flush") == with_flag("\n".join(page[1:]), "flush") == []


def test_a_flush_line_goes_on_below_an_indented_one_where_all_that_begins_is_indented() -> None:
    begun = [f"\u3000\u3000{'老井又有了水，' * many}天黑了。" for many in (4, 6, 8, 10, 5, 7, 9)]
    cut = ["\u3000\u3000老井又有了水大家都来打水一直打", "到天黑以后才回家去，第二天又来了。"]
    assert with_flag("\n".join([*begun, *cut]), "flush") == cut[1:]
    flush = [line.strip() for line in begun[:2]]
    assert with_flag("\n".join([*begun, *flush, *cut]), "flush") == []


# ---------------------------------------------------------------- twins, names, bylines, datelines


def test_twins_have_clauses_of_the_same_lengths() -> None:
    assert with_flag(f"一间房，住得踏实\n{LONG}\n一张桌，学得安心\n老井，水", "twin") == [
        "一间房，住得踏实",
        "一张桌，学得安心",
    ]


@pytest.mark.parametrize("text", ["一间房\n一张桌", "他来了，她走了。\n他说了，她听了。", "他来了，\n她走了，"])
def test_no_twins(text: str) -> None:
    assert with_flag(text, "twin") == []


@pytest.mark.parametrize(
    "name", ["王小明", "欧阳小河", "青石县退休工人　王小明", "小城建筑学院", "汤　宜", "王小明 李花"]
)
def test_perhaps_a_name(name: str) -> None:
    assert with_flag(f"老井又有了水\n{name}", "name") == [name]


@pytest.mark.parametrize("text", ["白鹭镇", "老井又有了水", "王小明来了", "井边的水很清很清", "王村", "王小明 流水"])
def test_no_name(text: str) -> None:
    assert with_flag(text, "name") == []


@pytest.mark.parametrize("text", ["简讯", "简报"])
def test_a_column_s_label_is_no_name(text: str) -> None:
    assert with_flag(text, "name") == []


@pytest.mark.parametrize("credit", ["本报记者 王小明", "（王小明 摄）", "記者王小明／台北報導", "编辑：何田"])
def test_a_byline_is_told_by_its_form_anywhere(credit: str) -> None:
    assert with_flag(f"{LONG}\n{credit}\n{LONG}", "byline") == [credit]


def test_a_name_with_a_trade_is_a_byline_under_a_headline() -> None:
    assert with_flag(f"井边的柳树\n王小明（教师）\n{LONG}", "byline") == ["王小明（教师）"]
    assert with_flag(f"{LONG}\n王小明（教师）\n{LONG}", "byline") == []


def test_a_letter_is_signed_in_its_last_line() -> None:
    assert with_flag(f"{LONG}\n青石县　王小明", "byline") == ["青石县　王小明"]
    assert with_flag(f"{LONG}\n王小明\n\n\n{LONG}", "byline") == ["王小明"]
    assert with_flag(f"{LONG}\n王小明\n{LONG}", "byline") == []
    assert with_flag("王小明", "byline") == []


def test_datelines_are_told() -> None:
    assert with_flag("本报讯 他来了。\n他来了。", "dateline") == ["本报讯 他来了。"]


def test_a_byline_in_brackets_opens_a_text_as_a_dateline_does() -> None:
    assert with_flag("小桥通车了\n(记者 周大海)他来了。", "dateline") == ["(记者 周大海)他来了。"]
    assert with_flag("小桥通车了\n(记者 周大海)", "dateline") == []  # that is all of it
    assert with_flag("新华社北京3月1日电\n（记者 周大海）他来了。", "dateline") == ["新华社北京3月1日电"]


def test_number_and_role_are_kept() -> None:
    (line,) = placed([SourceLine("老井", 7, 6, False, Role.TITLE)])
    assert (line.number, line.role) == (7, Role.TITLE)
    assert placed([]) == []


# ---------------------------------------------------------------- verse, lists, tables


@pytest.mark.parametrize(
    "text",
    [
        "床前明月光，\n疑是地上霜。",  # a metre
        "井水清又清，柳树绿成荫。\n老人坐树下，说起打井人。",
        "●老井有水。\n●小桥通车。",  # a list
        "▲老井有了水。\n▲小桥通了车。",
        "19:00　新闻\n19:30　天气",
        "井深：三十米\n水温：十五度",
        "《老井》　周大海\n《小桥》　李花明",
        "白菜　0.90　0.80　+0.10\n茄子　3.20　2.80　+0.40",  # a table
        "白菜　0.90　0.80\n茄子　3.20　2.80　+0.40",
    ],
)
def test_lines_of_one_kind_are_set_apart(text: str) -> None:
    assert with_flag(f"{LONG}\n{text}\n{LONG}", "listed") == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "床前明月光，\n他想起了家乡。",
        "他来了。\n他走到井边。",
        "他来。\n我走。",  # too short for a metre
        "昨天村里来了许多人。\n今天镇上也来了些人。",  # too long for one
        "●老井有水。\n■小桥昨天通车。",
        "●王小明\n●李花",  # names are marked so, too
        "19:00　新闻\n昨天　天气",
        "问：老井呢？\n答：已经修好了。",
        "《老井》出版\n《小桥》出版",
        "他来了 我走 了\n你来了 她走 了",
        "白菜　0.90　0.80　+0.10\n昨天，村里的老井修好了。",
        f"白菜　0.90　{LONG}\n茄子　3.20　{LONG}",
    ],
)
def test_lines_of_two_kinds_are_not(text: str) -> None:
    assert with_flag(f"{LONG}\n{text}\n{LONG}", "listed") == []


FREE = ("我记得你，老井，", "记得清清的水", "和水里的月亮，", "每天晚上，", "你都在那里", "等我回家。")
PLAIN = ("我的老井", "我记得你", "记得清清的水", "和水里的月亮", "每天晚上", "你都在那里", "等我回家", "等我打水")


def test_free_verse_goes_from_the_first_marked_line_to_the_last() -> None:
    text = "\n".join(("我的老井", *FREE, "周大海"))
    assert with_flag(f"{LONG}\n{text}\n{LONG}", "listed") == list(FREE)


def test_a_single_line_of_verse_may_be_longer() -> None:
    longer = "每天晚上都和我一起等着月亮从井里升起来"
    lines = [*PLAIN[:4], longer, *PLAIN[4:]]
    assert with_flag(f"{LONG}\n" + "\n".join(lines), "listed") == lines[1:]
    assert longer not in with_flag(f"{LONG}\n" + "\n".join([*PLAIN, longer, LONG]), "listed")


def test_a_headline_with_a_name_below_it_is_no_verse() -> None:
    lines = [*PLAIN, "过年", "周大海", LONG]
    assert with_flag(f"{LONG}\n" + "\n".join(lines), "listed") == list(PLAIN[1:])


def test_verse_without_marks_is_too_many_lines_for_headlines() -> None:
    assert with_flag(f"{LONG}\n" + "\n".join(PLAIN), "listed") == list(PLAIN[1:])  # the first is its title
    assert with_flag(f"{LONG}\n" + "\n".join(PLAIN[:6]), "listed") == []


def test_verse_stops_at_a_wide_gap() -> None:
    text = "\n".join(PLAIN[:4]) + "\n\n\n" + "\n".join(PLAIN[4:])
    assert with_flag(f"{LONG}\n{text}", "listed") == []


def test_figures_and_spaces_are_no_verse() -> None:
    assert with_flag(f"{LONG}\n" + "\n".join([*PLAIN[:7], "等了5年"]), "listed") == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("●老井有水。", "●"),
        ("○ 老井有水。", "○"),
        ("19:00　新闻", "time"),
        ("7：30新闻", "time"),
        ("下午3时开会", "time"),
        ("3月1日 开学", "time"),
        ("《老井》　周大海", "work"),
        ("时间：4小时37分", "record"),
        ("胜投:王小明", "record"),
    ],
)
def test_list_sign(text: str, sign: str) -> None:
    assert list_sign(text) == sign


@pytest.mark.parametrize("text", ["老井有水。", "●王小明", "记者：您好", "时间：他来了。", "时间：", "《老井》出版"])
def test_no_list_sign(text: str) -> None:
    assert list_sign(text) == ""
