"""Every form matches its own example and not a near miss."""

from __future__ import annotations

import pytest

from duidu.importers import forms
from duidu.importers.forms import CREDITS, DATELINES, FURNITURE, Form

TABLES = {"dateline": DATELINES, "credit": CREDITS, "furniture": FURNITURE}

# A text that looks like the form but lacks what makes it one. A new row of a table needs its own here.
NEAR_MISSES: dict[tuple[str, str], tuple[str, ...]] = {
    ("dateline", "own report"): ("本报记", "本报", "讯"),
    ("dateline", "own wire"): ("本报北京3月1日", "本报北京电", "本报3月1日电"),
    ("dateline", "agency wire"): ("新华社北京电", "新华社北京3月1日", "晨光社北京3月1日电"),
    ("dateline", "agency in brackets"): ("（中央社記者王小明台北20日）", "中央社台北20日電", "（中央社台北電）"),
    ("dateline", "Hong Kong desk"): ("【明報】", "明報專訊", "【專訊】"),
    ("credit", "in brackets, with role"): ("(记者 )", "(记者 来自青石县的王小明)", "记者 一丁"),
    ("credit", "in brackets, with making"): ("(陈小玲 来自青石县桥头村)", "（资料图片）", "陈小玲 摄影报道"),
    ("credit", "in brackets, with place"): ("(王小明／台北)", "(／綜合報導)", "王小明／綜合報導"),
    ("credit", "in brackets, signed"): ("（未完待续）", "（据新华社）", "（二十）", "(120米)", "陈小玲 段无疾"),
    ("credit", "with role"): ("本报记者", "记者：3人", "本报记者 走进青石县桥头村"),
    ("credit", "name and place"): ("黃泊川／台北", "黃泊川台北報導", "黃／台北報導"),
    ("credit", "photographer"): ("张克非摄", "张克非 拍", "摄"),
    ("credit", "label first"): ("采写王小明", "采写：", "编辑：王小明"),
    ("furniture", "page number"): ("03", "第03页", "第1234版", "03版本换了又换还是不行"),
    ("furniture", "date line"): ("2021年7月9日上午", "7月9日 星期五", "2021年7月"),
    ("furniture", "desk"): ("责任编辑王小明", "责任编辑：", "作者：王小明"),
}

ROWS = [pytest.param(table, form, id=f"{table}: {form.name}") for table, forms_ in TABLES.items() for form in forms_]
MISSES = [pytest.param(*row, text, id=f"{row[1]}: {text}") for row, texts in NEAR_MISSES.items() for text in texts]


@pytest.mark.parametrize(("table", "form"), ROWS)
def test_form_matches_its_example(table: str, form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    assert forms.whole(TABLES[table], form.example) is not None


@pytest.mark.parametrize(("table", "form"), ROWS)
def test_form_has_a_near_miss(table: str, form: Form) -> None:
    assert NEAR_MISSES.get((table, form.name)), f"add a counter-case for the {table} “{form.name}”"


@pytest.mark.parametrize(("table", "name", "text"), MISSES)
def test_form_does_not_match_a_near_miss(table: str, name: str, text: str) -> None:
    (form,) = [form for form in TABLES[table] if form.name == name]
    assert not form.pattern.fullmatch(text)


@pytest.mark.parametrize("text", ["青石县", "他来了。", "小桥连起两个村", "——白鹭镇修井记", "“好！”", "A", "…"])
@pytest.mark.parametrize("table", TABLES)
def test_ordinary_text_has_no_form(table: str, text: str) -> None:
    assert forms.whole(TABLES[table], text) is None


def test_names_in_a_table_are_unique() -> None:
    for table in TABLES.values():
        names = [form.name for form in table]
        assert len(set(names)) == len(names)


def test_leading_takes_the_longest_form() -> None:
    assert forms.leading(DATELINES, "新华社北京3月1日专电 今天") == "新华社北京3月1日专电"


@pytest.mark.parametrize("text", ["", "昨天，本报讯", "今天本报讯 他来了。"])
def test_leading_looks_at_the_beginning_only(text: str) -> None:
    assert forms.leading(DATELINES, text) == ""


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("大家都来打水。(记者 周大海)", "(记者 周大海)"),
        ("大家都来打水！”（周大海 文/图）", "（周大海 文/图）"),
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
    ("credit", "names"),
    [
        ("(记者 王小明)", ("王小明",)),
        ("本报记者 司汉科 摄", ("司汉科",)),
        ("（青石日报记者 王小明 通讯员 李花 摄影报道）", ("王小明", "李花")),
        ("(王小明、李花 文/图)", ("王小明", "李花")),
        ("采写：王小明", ("王小明",)),
        ("黃泊川╱台北報導", ("黃泊川",)),
        ("(记者 王小明) (王小明 摄)", ("王小明",)),  # each once
        ("(记者 阿依努尔·买买提)", ("阿依努尔·买买提",)),
        ("", ()),
        ("(120米)", ()),
    ],
)
def test_authors(credit: str, names: tuple[str, ...]) -> None:
    assert forms.authors(credit) == names


@pytest.mark.parametrize("text", ["▲新桥通车", "图为新桥", "孩子们在桥上（图一）", "图片说明：新桥"])
def test_photo_text(text: str) -> None:
    assert forms.PHOTO_TEXT.search(text)


@pytest.mark.parametrize("text", ["地图上没有这座桥", "昨天▲通车", "（新桥）"])
def test_no_photo_text(text: str) -> None:
    assert not forms.PHOTO_TEXT.search(text)
