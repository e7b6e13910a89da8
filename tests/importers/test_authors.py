"""The names in bylines and datelines."""

from __future__ import annotations

import pytest

from duidu.importers.authors import authors, authors_in_dateline


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("(记者 王小明)", ("王小明",)),
        ("本报记者 司汉科 摄", ("司汉科",)),
        ("（青石日报记者 王小明 通讯员 李花 摄影报道）", ("王小明", "李花")),
        ("(王小明、李花 文/图)", ("王小明", "李花")),
        ("采写：王小明", ("王小明",)),
        ("作者：王小明　摄影：李花", ("王小明", "李花")),
        ("黃泊川╱台北報導", ("黃泊川",)),
        ("記者王小明台北報導", ("王小明",)),  # the place follows without a mark
        ("記者歐陽大海台北報導", ("歐陽大海",)),
        ("（公視新聞陳大文高雄報導）", ("陳大文",)),
        ("本报记者康健发自上海", ("康健",)),
        ("王小明本报记者 李花", ("王小明", "李花")),
        ("(记者 王小明) (王小明 摄)", ("王小明",)),  # each once
        ("(记者 汤　宜)", ("汤宜",)),  # set as wide as a name of three
        ("(记者  汤   宜)", ("汤宜",)),  # as a PDF's text has it
        ("记者 周大海 报道：", ("周大海",)),
        ("(记者 阿依努尔·买买提)", ("阿依努尔·买买提",)),
        ("文：Dr. David Ku", ("David Ku",)),
        ("记者王小明通讯员李花", ("王小明", "李花")),
        ("本报记者 王小明 上海报道", ("王小明",)),  # a city, and nobody
        ("记者耿欣 见习记者李花 文/图", ("耿欣", "李花")),
        ("（民視新聞陳大文、王小明基隆報導）", ("陳大文", "王小明")),
        ("（民視新聞／陳大文、王小明 新北報導）", ("陳大文", "王小明")),
        ("報道：王小明　攝影：李花", ("王小明", "李花")),
        ("王小明/文 李花/图", ("王小明", "李花")),
        ("新华社发（王小明 摄）", ("王小明",)),
        ("（美）海明威 著 王小明 译", ("海明威", "王小明")),
        ("（王小明口述　李　花整理）", ("王小明", "李花")),
        ("王小明／國中教師（台南市）", ("王小明",)),
        ("王小明　wangxm@example.com", ("王小明",)),
        ("記者王小明／攝影", ("王小明",)),
        ("来源：小城时报　作者：西关阿楠", ("西关阿楠",)),
    ],
)
def test_byline(credit: str, names: tuple[str, ...]) -> None:
    assert authors(credit) == names


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("王小明（青石县教师）", ("王小明",)),
        ("青石县白鹭镇　王小明", ("王小明",)),
        ("青石县退休工人　王 明", ("王明",)),
        ("（青石县中学　王小明）", ("王小明",)),
        ("□ 李明（小城日报评论员）", ("李明",)),
        ("黎石 作", ("黎石",)),
    ],
)
def test_signature(credit: str, names: tuple[str, ...]) -> None:
    assert authors(credit) == names


@pytest.mark.parametrize(
    "credit",
    [
        *("", "(120米)", "（完）", "（资料图片）"),
        *("编辑：苏小小", "责任编辑：王小明", "来源：小城日报", "转自：小城网", "新华社发", "（小城日报）"),
        *(
            "（县气象局）",
            "（图源网络）",
            "新华社/路透",
            "（铁讯）",
            "社會中心／綜合報導",
            "——《小城日报》",
            "人民视觉",
        ),
    ],
)
def test_nobody(credit: str) -> None:
    assert authors(credit) == ()


@pytest.mark.parametrize(
    ("dateline", "names"),
    [
        ("（中央社記者王小明台北20日電）", ("王小明",)),
        ("（中央社記者歐陽大海台北20日電）", ("歐陽大海",)),
        ("新华社北京3月1日电", ()),
        ("本报讯", ()),
        ("", ()),
    ],
)
def test_dateline(dateline: str, names: tuple[str, ...]) -> None:
    assert authors_in_dateline(dateline) == names


@pytest.mark.parametrize("unit", ["一", "(", "记者 ", "王 明 ", "文图", "齐如松新闻", "供稿", "／", "A. "])
def test_repeated_text_is_read_at_once(unit: str) -> None:
    authors(unit * 1000)
    authors_in_dateline(unit * 1000)
