"""Every form has its own example, and neither its counter-example nor a near miss."""

from __future__ import annotations

import re

import pytest

from duidu.importers import forms, words
from duidu.importers.forms import (
    BEHIND_CAPTIONS,
    BRACKETED,
    CREDITS,
    DATELINES,
    LEAD_BYLINES,
    LONGEST_SET_PHRASE,
    TAILS,
    Form,
)

LEADING = {"dateline": DATELINES, "leading byline": LEAD_BYLINES}
WHOLE = {"credit": CREDITS, "photo credit behind a caption": TAILS, "the same, and no line": BEHIND_CAPTIONS}
TABLES = LEADING | WHOLE

# More texts that look like the form but lack what makes it one.
NEAR_MISSES: dict[tuple[str, str], tuple[str, ...]] = {
    ("dateline", "own report"): ("本报记", "本报", "讯"),
    ("dateline", "own report in brackets"): ("【明報】", "明報專訊", "【專訊】"),
    ("dateline", "own wire"): ("本报北京3月1日", "本报北京电", "本报3月1日电"),
    ("dateline", "agency wire"): ("新华社北京电", "新华社北京3月1日", "晨光社北京3月1日电"),
    ("dateline", "agency without a date"): ("据新华社电影组说", "新华社电"),
    ("dateline", "agency in brackets"): ("（中央社記者王小明台北20日）", "中央社台北20日電", "（中央社台北電）"),
    ("credit", "in brackets, with role"): ("(记者 )", "(记者 来自青石县的王小明)", "记者 一丁"),
    ("credit", "in brackets, with making"): ("(陈小玲 来自青石县桥头村)", "（资料图片）", "陈小玲 摄影报道"),
    ("credit", "in brackets, with place"): ("(王小明／台北)", "(／綜合報導)", "王小明／綜合報導"),
    ("credit", "in brackets, signed"): ("（未完待续）", "（据新华社）", "（二十）", "(120米)", "陈小玲 段无疾"),
    ("credit", "reporter and place"): ("黃泊川／台北", "黃泊川台北報導", "黃／台北報導"),
    ("credit", "with role"): ("本报记者", "记者：3人", "本报记者 走进青石县桥头村"),
    ("credit", "photographer"): ("张克非 拍", "摄"),
    ("credit", "in brackets, names that nothing parts"): ("（江苏高邮）", "（资料图片）", "（未完待续）", "（王小明）"),
    ("credit", "several labels"): ("来源：小城日报", "来源 编辑", "来源：小城日报，编辑：何田"),
    ("credit", "label first"): ("采写王小明", "采写：", "编辑：王小明"),
}


def rows(tables: dict[str, tuple[Form, ...]]) -> list[object]:
    return [pytest.param(table, form, id=f"{name}: {form.name}") for name, table in tables.items() for form in table]


MISSES = [pytest.param(*row, text, id=f"{row[1]}: {text}") for row, texts in NEAR_MISSES.items() for text in texts]


@pytest.mark.parametrize(("table", "form"), rows(WHOLE))
def test_a_form_is_the_first_that_its_example_has(table: tuple[Form, ...], form: Form) -> None:
    assert forms.whole(table, form.example) is form


@pytest.mark.parametrize(("table", "form"), rows(LEADING))
def test_a_leading_form_stops_where_its_example_does(table: tuple[Form, ...], form: Form) -> None:
    text = f"{form.example} 小桥通车了。"
    match = form.pattern.match(text)
    assert match and match.group() == form.example
    assert forms.leading(table, text) == form.example


@pytest.mark.parametrize(("table", "form"), rows(WHOLE))
def test_a_form_does_not_have_its_counter_example(table: tuple[Form, ...], form: Form) -> None:
    assert not form.pattern.fullmatch(form.counter)


@pytest.mark.parametrize(("table", "form"), rows(LEADING))
def test_a_leading_form_does_not_have_its_counter_example(table: tuple[Form, ...], form: Form) -> None:
    assert forms.leading(table, f"{form.counter} 小桥通车了。") == ""


@pytest.mark.parametrize(("table", "name", "text"), MISSES)
def test_a_form_does_not_have_a_near_miss(table: str, name: str, text: str) -> None:
    (form,) = [form for form in TABLES[table] if form.name == name]
    assert not form.pattern.fullmatch(text)


@pytest.mark.parametrize("text", ["青石县", "他来了。", "小桥连起两个村", "——白鹭镇修井记", "“好！”", "A", "…", ""])
@pytest.mark.parametrize("table", TABLES)
def test_ordinary_text_has_no_form(table: str, text: str) -> None:
    assert forms.whole(TABLES[table], text) is None


@pytest.mark.parametrize("table", TABLES)
def test_names_in_a_table_are_unique(table: str) -> None:
    names = [form.name for form in TABLES[table]]
    assert len(set(names)) == len(names)


def test_the_forms_in_brackets_are_credits_too() -> None:
    assert CREDITS[: len(BRACKETED)] == BRACKETED
    assert all(form.name.startswith("in brackets") for form in BRACKETED)


@pytest.mark.parametrize("mark", "□■●◎○▲△◆◇⊙◉")
def test_every_mark_of_a_byline_is_known(mark: str) -> None:
    form = forms.credit(f"{mark} 李明")
    assert form and form.name == "marked byline"


def test_the_surnames_are_given_once() -> None:
    assert len(set(words.SURNAMES)) == len(words.SURNAMES)


def test_a_long_text_is_no_set_phrase() -> None:
    label = "编辑：何田　"
    several = label * (LONGEST_SET_PHRASE // len(label))
    assert forms.whole(CREDITS, several)
    assert forms.whole(CREDITS, several + label) is None


def test_leading_takes_the_longest_form() -> None:
    assert forms.leading(DATELINES, "新华社北京3月1日专电 今天") == "新华社北京3月1日专电"


@pytest.mark.parametrize("text", ["", "昨天，本报讯", "今天本报，讯 他来了。"])
def test_leading_looks_at_the_beginning_only(text: str) -> None:
    assert forms.leading(DATELINES, text) == ""


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("记者冯大山 通讯员李花报道：小桥通车", "记者冯大山 通讯员李花报道："),
        ("本报记者 冯大山、李花 小桥通车", "本报记者 冯大山、李花"),
        ("记者 冯大山 通讯员 李花 昨天，小桥通车", "记者 冯大山 通讯员 李花"),
        ("记者 通讯员 来了", ""),
    ],
)
def test_leading_byline(text: str, byline: str) -> None:
    assert forms.leading(LEAD_BYLINES, text) == byline


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("大家都来打水。(记者 周大海)", "(记者 周大海)"),
        ("大家都来打水！”（周大海 文/图）", "（周大海 文/图）"),
        ("大家都来打水。　（周大海）", "（周大海）"),  # set apart by a space
        ("大家都来打水 （周大海）", ""),
        ("大家都来打水。（青石县打井中心）", "（青石县打井中心）"),
        ("大家都来打水(记者 周大海)", ""),  # no final mark before it: part of the sentence
        ("大家都来打水。(共来了三百多人)", ""),
        ("大家都来打水。(记者 周大海)。", ""),
        ("(记者 周大海)", ""),  # the whole line, not the tail of a paragraph
        ("", ""),
    ],
)
def test_bracketed_tail(text: str, tail: str) -> None:
    assert forms.bracketed_tail(text) == tail


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("小桥通车了。本报记者 王小明 摄", "本报记者 王小明 摄"),
        ("小桥通车了。新华社发", "新华社发"),
        ("小桥通车了。（王小明 摄）", ""),  # in brackets
        ("小桥通车了，王小明 摄", ""),  # no full stop before it
        ("小桥通车了。他也来了", ""),
        ("", ""),
    ],
)
def test_photo_tail(text: str, tail: str) -> None:
    assert forms.photo_tail(text) == tail


@pytest.mark.parametrize("text", ["▲新桥通车", "图为新桥", "孩子们在桥上（图一）", "图片说明：新桥"])
def test_photo_text(text: str) -> None:
    assert forms.PHOTO_TEXT.search(text)


@pytest.mark.parametrize("text", ["地图上没有这座桥", "昨天▲通车", "（新桥）", "（图表）"])
def test_no_photo_text(text: str) -> None:
    assert not forms.PHOTO_TEXT.search(text)


@pytest.mark.parametrize("text", ["▲新桥通车", "图一 新桥", "图：新桥", "《秋山》（中国画）　黎石 作", "图为新桥"])
def test_photo_start(text: str) -> None:
    assert forms.like_caption(text)


@pytest.mark.parametrize("text", ["图书馆开门", "昨天▲通车", "《秋山》出版", "《秋山》（小说）"])
def test_no_photo_start(text: str) -> None:
    assert not forms.like_caption(text)


@pytest.mark.parametrize(
    ("name", "text", "counter"),
    [
        ("SIGNED_WITH_TRADE", "王小明（青石县教师）", "王小明（他来了。）"),
        ("SIGNED_WITH_TRADE", "王小明（教师）", "专栏心水(256元)"),
        ("SIGNATURE", "青石县白鹭镇　王小明", "青石县白鹭镇　小桥"),
        ("SIGNATURE", "王先生", "先生"),
        ("UNIT_AND_NAME", "青石县退休工人　王小明", "青石县　王小明"),
        ("BARE_NAME", "王小明", "小桥通车"),
        ("ARTWORK", "《秋山》（中国画）　黎石 作", "《秋山》（中国画）"),
    ],
)
def test_whole_line(name: str, text: str, counter: str) -> None:
    pattern: re.Pattern[str] = getattr(forms, name)
    assert pattern.fullmatch(text)
    assert not pattern.fullmatch(counter)


def test_place_in_picture() -> None:
    assert forms.PLACE_IN_PICTURE.search("旧井（左）和新井（右图）")
    assert not forms.PLACE_IN_PICTURE.search("旧井（左边）和新井")


def test_photo_words() -> None:
    assert forms.PHOTO_WORDS.search("（港务局供图）")
    assert not forms.PHOTO_WORDS.search("（记者 王小明）")


# ---------------------------------------------------------------- what is looked at first loses none


@pytest.mark.parametrize("form", CREDITS, ids=lambda form: form.name)
def test_a_credit_is_one_with_what_is_looked_at_first(form: Form) -> None:
    assert forms.credit(form.example) is form


@pytest.mark.parametrize("form", DATELINES, ids=lambda form: form.name)
def test_a_dateline_is_one_with_what_is_looked_at_first(form: Form) -> None:
    assert forms.dateline(f"{form.example} 小桥通车了。").startswith(form.example)


@pytest.mark.parametrize("form", BRACKETED, ids=lambda form: form.name)
def test_a_bracketed_byline_is_one_with_what_is_looked_at_first(form: Form) -> None:
    assert forms.bracketed_lead(f"{form.example} 小桥通车了。") == form.example


@pytest.mark.parametrize("form", [*TAILS, *BEHIND_CAPTIONS], ids=lambda form: form.name)
def test_a_tail_is_one_with_what_is_looked_at_first(form: Form) -> None:
    assert forms.photo_tail(f"小桥通车了。{form.example}") == form.example


# What could be read in ever more ways, were a pattern to allow it; the test would not end.
@pytest.mark.parametrize(
    "unit",
    ["一", "(", "记者 ", "通讯员　", "1", "一二 ", "王小明、", "齐如松新闻", "来源：编辑：", "王小明 摄", "　", "一／"],
)
@pytest.mark.parametrize(("before", "behind"), [("", "x"), ("(", "x"), ("(", ")"), ("", "，")])
def test_repeated_text_is_read_at_once(unit: str, before: str, behind: str) -> None:
    text = before + (unit * LONGEST_SET_PHRASE)[: LONGEST_SET_PHRASE - 2] + behind
    for table in TABLES.values():
        forms.whole(table, text)
        forms.leading(table, text)


# Twice as long as any line that is looked at: what takes seconds there would not end here.
@pytest.mark.parametrize("before", ["(", "（", "【", "（青石县 "])
@pytest.mark.parametrize(
    "unit",
    ["通讯员　", "王小明、", "欧阳小明，", "何 舒 ", "王小明 摄　", "欧阳图、", "撰文丨　", "公安局　", "王记者 "],
)
def test_a_long_row_of_names_is_read_at_once(unit: str, before: str) -> None:
    text = before + (unit * LONGEST_SET_PHRASE)[: 2 * LONGEST_SET_PHRASE] + "x"
    for form in (form for table in TABLES.values() for form in table):
        form.pattern.match(text)
