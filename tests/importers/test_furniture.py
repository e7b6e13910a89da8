"""Every kind of page furniture has its own example, and neither its counter-example nor a near miss."""

from __future__ import annotations

import pytest

from duidu.importers import furniture
from duidu.importers.forms import LONGEST_SET_PHRASE, Form
from duidu.importers.furniture import FURNITURE, PAGE_EDGE

# More lines of each kind, and texts that look like it but lack what makes them one.
CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "page number": (
        ("三版", "A07 要闻", "第03版：县域新闻", "要聞 A1"),
        ("03", "第03页", "第1234版", "03版本换了又换还是不行"),
    ),
    "date line": (
        ("2006-11-09 14:03 来源：小城网", "二〇〇六年十一月九日　星期四", "青石日报2021年7月9日星期五第3版"),
        ("7月9日 星期五", "2021年7月", "来源：小城网 2021-07-09"),
    ),
    "page header": (
        ("星期五　第3版", "三版 | 县域新闻 | 责编：何田"),
        ("县域新闻 责编：何田", "第3版"),
    ),
    "web labels": (("来源：小城网 【打印】", "【1】【2】【3】"), ("来源：小城网", "【打印】这里")),
    "web buttons": (
        ("我要评论(12)　手机看新闻", "分享 | 收藏 | 打印", "新闻|体育|财经", "下一篇：小桥通车"),
        ("评论家来了", "大小多少", "新闻|体育"),
    ),
    "desks of the page": (
        ("值班编委　林小河　版式　何田", "编辑：何田　校对：王小明", "本版主編：何田　美術編輯：小柯"),
        ("责任编辑：王小明", "编辑谈版式设计", "编辑 何田的电话响了"),
    ),
    "editor of the page": (("本版责编：何田",), ("本版编辑说", "责任编辑：王小明")),
    "layout or letter-box": (
        ("新闻热线：12345", "编辑：何田 kepu@example.cn"),
        ("热线：怎样打通？我们来说说。", "校对王小明"),
    ),
    "page turn": (("下转第三版", "（上接A1版）"), ("上接天线", "（下转第三版。）")),
    "related links": (("推荐阅读", "猜你喜欢"), ("相关阅读：小桥通车", "热门景点")),
    "reading guide": (("导读", "今日要目"), ("导读者", "本期目录学")),
    "guide entry": (("小桥通车了 A3", "老井又有了水（第二版）"), ("小桥通车A", "第二版")),
}

ROWS = [pytest.param(form, id=form.name) for form in FURNITURE]
TAKEN = [(name, text) for name, (texts, _) in CASES.items() for text in texts]
MISSED = [(name, text) for name, (_, texts) in CASES.items() for text in texts]


@pytest.mark.parametrize("form", ROWS)
def test_a_form_is_the_first_that_its_example_has(form: Form) -> None:
    assert furniture.find(form.example) is form


@pytest.mark.parametrize("form", [*ROWS, PAGE_EDGE])
def test_a_form_does_not_have_its_counter_example(form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    assert not form.pattern.fullmatch(form.counter)
    assert furniture.find(form.counter) is None


@pytest.mark.parametrize(("name", "text"), TAKEN)
def test_a_form_has_other_lines_of_its_kind(name: str, text: str) -> None:
    (form,) = [form for form in FURNITURE if form.name == name]
    assert form.pattern.fullmatch(text)


@pytest.mark.parametrize(("name", "text"), MISSED)
def test_a_form_does_not_have_a_near_miss(name: str, text: str) -> None:
    (form,) = [form for form in FURNITURE if form.name == name]
    assert not form.pattern.fullmatch(text)


def test_names_are_unique() -> None:
    names = [form.name for form in (*FURNITURE, PAGE_EDGE)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("text", ["青石县", "他来了。", "小桥连起两个村", "——白鹭镇修井记", "“好！”", "A", "…", ""])
def test_ordinary_text_is_no_furniture(text: str) -> None:
    assert furniture.find(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("03", "03 县域新闻", "县域新闻 3", "民生新闻", "３", "- 3 -", "—3—", "—— 3 ——", "－３－", "· 3 ·"),
        *("第3页", "第 3 页 共 8 页", "3/8", "A03"),
    ],
)
def test_page_edge(text: str) -> None:
    assert PAGE_EDGE.pattern.fullmatch(text)


@pytest.mark.parametrize("text", ["3人", "第3页上", "老井又有了水", "3.5", "-", "——"])
def test_no_page_edge(text: str) -> None:
    assert not PAGE_EDGE.pattern.fullmatch(text)


# What could be read in ever more ways, were a pattern to allow it; the test would not end.
@pytest.mark.parametrize(
    "unit",
    [
        *("一", "1", "1 ", "一二 ", "第三版 ", "一年二月三日", "星期五", "2021年7月9日 ", "编辑：王 ", "来源：编辑："),
        *("评论12 ", "大中小", "一|", "||", ">", "【一】", "总第1", "......", "　", "责编：", "a@"),
    ],
)
@pytest.mark.parametrize(("before", "behind"), [("", "x"), ("", "。"), ("《一》", "，")])
def test_repeated_text_is_read_at_once(unit: str, before: str, behind: str) -> None:
    furniture.find((before + unit * LONGEST_SET_PHRASE)[: LONGEST_SET_PHRASE - 1] + behind)


@pytest.mark.parametrize(
    "form",
    [
        furniture.ALL_RIGHTS,
        furniture.SUPPORT,
        furniture.NO_OFFENCE,
        furniture.DISCLAIMER,
        furniture.REPRINT,
        furniture.CODE_TO_SCAN,
    ],
    ids=lambda form: form.name,
)
def test_a_sentence_may_be_furniture(form: Form) -> None:
    assert furniture.find(form.example) is form
    assert furniture.find(form.counter) is None


@pytest.mark.parametrize(
    "text",
    [
        "请注意，骗子常常让老人扫描陌生的二维码，钱就没有了。",
        "请勿扫描来历不明的二维码，谨防上当。",
        "更多商户开始扫描顾客的二维码收款，交易时间缩短一半。",
        "请市民进入车站前先扫一扫场所二维码并出示健康码。",
        "扫码阅读的习惯正在改变我们的生活",
        "如需帮助，转发请注明姓名和电话。",
    ],
)
def test_a_sentence_of_a_report_is_none(text: str) -> None:
    assert furniture.find(text) is None


@pytest.mark.parametrize(
    ("text", "named"), [("青石晚报", True), ("第03版", True), ("一份日报", False), ("最美晚报", False)]
)
def test_the_name_of_a_paper_is_a_masthead(text: str, named: bool) -> None:
    assert furniture.is_masthead(text) == named
