"""Bylines that are put together of labels, roles, names and what was done."""

from __future__ import annotations

from itertools import product

import pytest

from duidu.importers import forms
from duidu.importers.authors import authors
from duidu.importers.bylines import named

ROLES = (
    "记者",
    "本报记者",
    "小城晚报全媒体记者",
    "本报驻东京记者",
    "《小城周刊》记者",
    "新华社记者",
    "特约撰稿人",
    "見習記者",
)
OTHERS = ("通讯员", "实习生", "本报通讯员", "特约撰稿人", "實習記者")
# What papers make of a role (J) with its name, and of a second one (T).
ONE = (
    *("J 王小明", "J王小明", "J：王小明", "（J/王小明）", "□J 王小明", "文/J王小明", "文/图 J 王小明", "采写：J王小明"),
    *(
        "J王小明摄影报道",
        "J 王小明 文/图",
        "J王小明北京报道",
        "J 王小明 发自北京",
        "（J王小明采写）",
        "J王小明综合报道",
    ),
)
TWO = (
    *(
        "J 王小明 T 何田",
        "J王小明 T何田",
        "J王小明T何田",
        "（J王小明、T何田）",
        "■J 王小明 T 何田",
        "采写：J王小明 T何田",
    ),
    *("文/图 J 王小明 T 何田", "J 王小明 T 何田 文/图", "J王小明 T何田摄影报道", "文/J 王小明 T 何田"),
)


@pytest.mark.parametrize(("role", "form"), list(product(ROLES, ONE)))
def test_a_role_and_its_name(role: str, form: str) -> None:
    byline = form.replace("J", role)
    assert forms.credit(byline)
    assert authors(byline) == ("王小明",)


@pytest.mark.parametrize(("role", "other", "form"), list(product(ROLES[:4], OTHERS, TWO)))
def test_two_roles_and_their_names(role: str, other: str, form: str) -> None:
    byline = form.replace("J", role).replace("T", other)
    assert forms.credit(byline)
    assert authors(byline) == ("王小明", "何田")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("记者何田北京报道", ("何田",)),
        ("（記者何田綜合報導）", ("何田",)),
        ("特派記者王小明/北京報導小城報", ("王小明",)),
        ("（譯者：王小明/核稿：何田）", ("王小明",)),
        ("记者王小明文 何田摄", ("王小明", "何田")),
        ("记者王小明/文 何田/图", ("王小明", "何田")),
        ("采写：记者王小明 摄影：何田", ("王小明", "何田")),
        ("摄影：何田 采写：记者王小明", ("何田", "王小明")),
        ("通讯员 汤　宜", ("汤宜",)),
        ("记者 阿依努尔·买买提 何田 报道", ("阿依努尔·买买提", "何田")),
        ("记者欧阳大海 王小明", ("欧阳大海", "王小明")),
        ("記者 王小明／台北專訪", ("王小明",)),
        ("记者常小花", ("常小花",)),
        ("■記者：王小明", ("王小明",)),
        ("青石之聲記者王小明／花蓮報導", ("王小明",)),
        ("記者王小明、何田／金山報導", ("王小明", "何田")),
        ("圖／海城衛視", ()),
        # Labels without roles, and what was done.
        *(
            (label, ("王小明",))
            for label in ("文·图：王小明", "图文 王小明", "本版采写：王小明", "采访/撰文 王小明", "文丨王小明")
        ),
        *(
            (label, ("王小明",))
            for label in ("□文/王小明", "■王小明 文/图", "文 // 王小明", "文字整理：王小明", "王小明/编译")
        ),
        *(
            (label, ("王小明",))
            for label in (
                "王小明 北京特派员",
                "（王小明 文）",
                "（通讯员 王小明 供稿）",
                "（王小明供稿）",
                "记者丨王小明",
            )
        ),
        ("（沈小文）", ()),
        *(
            (label, ("王小明",))
            for label in ("（记者王小明 编辑何田）", "记者：王小明 一审：何田", "文/王小明 图/视觉中国")
        ),
        *(
            (label, ("王小明",))
            for label in ("文／记者 王小明 图／受访者提供", "记者 王小明 文 受访者供图", "供稿/王小明")
        ),
        ("本报记者 王小明 文/图 部分图片由受访者提供", ("王小明",)),
        ("通讯员 王小明 青石县纪委", ("王小明",)),
        ("（王小明、何田/文 李花/图）", ("王小明", "何田", "李花")),
        ("文字 王小明 图片 何田", ("王小明", "何田")),
        ("撰文 王小明 摄影 何田", ("王小明", "何田")),
        ("作者：王小明 青石大学教授", ("王小明",)),
        ("小报记者：王小明 小报编辑：何田", ("王小明",)),
        ("来源：小城日报 作者：王小明", ("王小明",)),
        ("21世纪小城报记者 王小明 发自北京、上海", ("王小明",)),
        # Names that nothing parts.
        ("本报记者何伟傅旭", ("何伟", "傅旭")),
        ("青石报记者黄小河新华社记者贾永黄大山", ("黄小河", "贾永", "黄大山")),
        ("本报记者江玉《小城报》记者张大山", ("江玉", "张大山")),
        ("本报驻泰国记者成小河国际广播电台记者陆永江", ("成小河", "陆永江")),
        ("新华社记者王永治新华社通讯员牛爱民郭凯", ("王永治", "牛爱民", "郭凯")),
    ],
)
def test_who_is_named(byline: str, names: tuple[str, ...]) -> None:
    assert named(byline) == names


@pytest.mark.parametrize(
    "text",
    [
        *(
            "记者昨天来到老井边",
            "记者走访山村",
            "记者综合报道",
            "记者连线报道",
            "记者会",
            "记者王小明说",
            "实习生活动",
            "",
        ),
        *(
            *("首相昨天对记者宣布", "据小城社电记者从县里", "同行的小城报记者王小明", "记者从中央台"),
            "采写：王小明的井",
            "王小明说 摄",
            "通讯员座谈会",
            "记者 王小明，何田昨天说",
            "本报记者王小明昨天到青石",
            "通讯员王小明的井",
        ),
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert named(text) == ()


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("（王小明摄）（传真照片）", ("王小明",)),
        ("（记者 王小明摄）（小城日报稿）", ("王小明",)),
        ("（王小明何田）", ("王小明", "何田")),
        ("（王小明何田摄影报道）", ("王小明", "何田")),
        ("（王小明摄于老井）", ("王小明",)),
        ("（江苏青石县王小明摄影报道）", ("王小明",)),
        ("（江苏青石棉纺织厂办公室王小明）", ("王小明",)),
        ("（青石县融媒体中心王小明）", ("王小明",)),
        ("（青石县委宣传部王小明）", ("王小明",)),
        ("（王小明 何田 青石县公安局）", ("王小明", "何田")),
        ("（本报罗马电）", ()),
        ("（本报专电）", ()),
    ],
)
def test_behind_the_last_sentence(tail: str, names: tuple[str, ...]) -> None:
    assert forms.bracketed_tail(f"村里的老井又有了水。{tail}") == tail
    assert authors(tail) == names


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("小城电台记者王小明、本报记者何田报道：老井又有了水。", "小城电台记者王小明、本报记者何田报道："),
        ("新华社记者何田報道：老井又有了水。", "新华社记者何田報道："),
        ("据记者何田报道：老井又有了水。", ""),
        ("记者昨天从县里报道：老井又有了水。", ""),
        ("记者何田报道了老井。", ""),
    ],
)
def test_who_reports_at_the_head_of_a_text(text: str, lead: str) -> None:
    assert forms.reporting_lead(text) == lead


# As long as a line that is looked at: what takes seconds there would not end here.
@pytest.mark.parametrize("unit", ["欧阳驻、", "王小明、", "公安局　", "编辑何田", "记者王小明 ", "撰文丨", "何田何田"])
@pytest.mark.parametrize("before", ["", "记者", "采写："])
def test_a_long_row_of_words_is_read_at_once(before: str, unit: str) -> None:
    named(before + unit * (2 * forms.LONGEST_SET_PHRASE // len(unit)) + "x")


@pytest.mark.parametrize(
    ("line", "names"), [("小城网/王小明   2018-7-6", ("王小明",)), ("原文刊登于《小城早报》2023年1月9日", ())]
)
def test_where_it_was_printed(line: str, names: tuple[str, ...]) -> None:
    assert forms.credit(line)
    assert authors(line) == names
