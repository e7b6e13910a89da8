"""The fragments that set phrases are made of, each with what it takes and what it must not take."""

from __future__ import annotations

import re

import pytest

from duidu.importers import words

# Name ─▶ texts that are such a thing, and texts that are none.
FRAGMENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "HAN": (("井", "〇", "龘"), ("a", "Z", "3", "_", "，", "（", " ", "井水", "")),
    "OPEN": (("(", "（", "【", "〔", "［", "["), ("）", "“", "{")),
    "CLOSE": ((")", "）", "】", "〕", "］", "]"), ("（", "”", "}")),
    "IN_ROUND": (("井", "，", "】"), ("（", "(", "）", ")")),
    "SLASH": (("╱", "／", "/"), ("\\", "、")),
    "LABEL_MARK": ((":", "：", "︰", "／", "/", "╱"), ("，", " ")),
    "BYLINE_MARK": (("□", "■", "●", "◇"), ("·", "※", "★")),
    "NUMBER": (("3", "2021", "十九", "二〇二一", "○"), ("", "20210", "百", "a")),
    "DATE": (("3日", "3月1日", "十九日", "2021年7月9日", "二〇二一年七月九日"), ("3月", "2021年", "日", "7月9号")),
    "PRINTED_DATE": (
        (
            *("2021年7月9日", "2006-11-09", "2006-11-09 14:03", "2006.11.9", "2006/11/09 14:03:59"),
            *("民國一〇八年七月九日", "中華民國108年7月9日", "二〇〇六年十一月九日", "2021 年 7 月 9 日"),
        ),
        ("7月9日", "2021年7月", "06-11-09", "2006-11", "2006年11月9日14"),
    ),
    "WEEKDAY": (("星期五", "週日", "周六", "禮拜一"), ("星期", "五", "周")),
    "PAGE_NUMBER": (("第3版", "三版", "A07", "A07版", "第 12 版", "第十二版"), ("3", "版", "第1234版", "AB7", "A007")),
    "NAME": (
        ("王小明", "李花", "欧阳小河", "阿依努尔·买买提", "汤　宜"),
        ("王", "王小明来了吗", "David", "王，小明", "买·买提"),
    ),
    "NAMES": (
        ("王小明", "王小明、李花", "王小明 李花", "王小明／李花", "汤　宜 李花"),
        ("王小明，", "王小明 记者 李花"),
    ),
    "SIGNED": (
        ("王小明", "李花", "歐陽大海", "诸葛亮", "鄺小河", "王 明"),
        ("完了", "小桥", "资料", "王", "未完待续", "王小明来了", "水小明"),
    ),
    "FULL_NAME": (("王小明", "欧阳海"), ("李花", "王小明来", "老井水")),
    "DESK": (("小城中心／", "青石快訊╱", "青石新聞網/"), ("小城中心", "中心／", "小城日报／")),
    "SIGNED_NAMES": (("王小明", "王小明、李花", "王小明 欧阳大海"), ("王小明、小桥", "王小明，李花")),
    "LATIN": (("David", "David Ku", "Dr. David Ku", "J.K. Li", "O'Brien"), ("david", "David  Ku", "dr. David")),
    "ROLE": (
        ("记者", "本报记者", "通訊員", "青石日报全媒体记者", "特约撰稿", "實習生", "评论员"),
        ("记", "者", "记者们", "本报"),
    ),
    "MAKER": (("文", "图文", "攝影", "采写", "作者", "整理", "问诊专家"), ("文章", "写", "人")),
    "EDITOR": (("责任编辑", "責編", "主编", "审校"), ("编", "编辑部")),
    "SOURCE": (("来源", "资料来源", "轉自", "据"), ("源", "来")),
    "WIDE_NAME": (("李　花", "王 明"), ("李花", "老 井", "李　　　花", "王 小明")),
    "FULL_NAMES": (
        ("王小明 李花", "王小明　李大山、张花", "李　花　王小明", "王小明 李 花", "李 花 王 明"),
        ("王小明", "老井水 李花", "王小明 流水", "李　花", "老 井 王小明"),
    ),
    "PROVINCE": (("福建", "内蒙古"), ("青石", "福建省")),
    "COUNTY_UNIT": (("融媒体中心", "委宣传部", "公安局"), ("中心", "局")),
    "CITY": (("上海", "莫斯科"), ("青石", "上海市")),
    "RUN": (("王小明", "何田"), ("秋生", "王", "小明")),
    "RUN_TOGETHER": (("王小明", "王小明李花张大山", "李花"), ("老井", "王小明来")),
    "MARK_OF_PICTURES": (
        ("（图）", "(组图)", "[视频]", "（图片）", "（附图片１张）", "（附照片）"),
        ("（图一）", "图", "（资料图片）", "（图片1）"),
    ),
    "UNIT": (("青石县", "白鹭镇中学", "退休工人", "县水利局", "小城公司"), ("县", "青石", "老井有水")),
    "PAPER": (("日报", "晚報", "周刊", "都市报"), ("报", "报纸")),
    "PHOTO_AGENCY": (("新华社", "CFP", "路透", "路透社", "中央社", "IC photo", "资料"), ("社", "小城社")),
    "REPORTED": (("报道", "報導"), ("报到", "报")),
    "TAKEN": (("摄", "攝影"), ("影", "拍")),
    "MAKING": (("摄影报道", "文/图", "图／文", "綜合報導", "攝", "整理"), ("报", "文字")),
    "FILED": (("／台北報導", "╱報導", "/上海專電", "／ 綜合報導"), ("台北報導", "／台北")),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (texts, _) in FRAGMENTS.items() for text in texts])
def test_a_fragment_takes(name: str, text: str) -> None:
    assert re.fullmatch(getattr(words, name), text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in FRAGMENTS.items() for text in texts])
def test_a_fragment_does_not_take(name: str, text: str) -> None:
    assert not re.fullmatch(getattr(words, name), text)


def test_every_fragment_has_its_texts() -> None:
    # These are only ever parts of the others.
    parts = {
        *("OWN", "JOURNALIST", "REPORTER", "PASSED_ON", "PICTURES_ONLY", "PICTURE_AGENCY", "NUMBERED_PAGE"),
        *("LATIN_TITLE", "SPACED", "SURNAMES", "DOUBLE_SURNAMES", "UNIT_END", "NO_UNIT"),
    }
    assert {name for name, value in vars(words).items() if isinstance(value, str) and name.isupper()} == {
        *FRAGMENTS,
        *parts,
    }


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("DATE", "北京3月1日电", "3月1日"),
        ("LATIN", "文：David Ku 说", "David Ku"),
        ("PICTURE_AGENCY", "路透社发", "路透社"),  # the longer word first
        ("PICTURE_AGENCY", "新华社/路透发", "新华社/路透"),
        ("DATE", "民國一○一年十月廿三日", "一○一年十月廿三日"),
        ("MAKING", "王小明 摄影报道", "摄影报道"),
        ("EDITOR", "责任编辑：何田", "责任编辑"),
        ("SOURCE", "资料来源：小城网", "资料来源"),
    ],
)
def test_a_fragment_takes_all_that_belongs_to_it(name: str, text: str, found: str) -> None:
    match = re.search(getattr(words, name), text)
    assert match
    assert match.group() == found


# ---------------------------------------------------------------- any_of


def test_any_of_keeps_the_order_and_is_one_group() -> None:
    assert words.any_of("记者 記者", "通讯员") == "(?:记者|記者|通讯员)"
    assert re.fullmatch(words.any_of("甲 乙") + "丙", "乙丙")
    assert words.any_of(" 甲\n  乙 ") == "(?:甲|乙)"


@pytest.mark.parametrize("name", ["ROLE", "EDITOR", "SOURCE", "PAPER", "PHOTO_AGENCY", "MAKING"])
def test_no_word_hides_behind_a_shorter_one(name: str) -> None:
    """A pattern stops at the first word that fits: 资料来源 must come before 资料."""
    lists = [group.split("|") for group in re.findall(r"\(\?:([^()\[\]]+)\)", getattr(words, name)) if "|" in group]
    assert lists
    for alternatives in lists:
        for index, word in enumerate(alternatives):
            assert not [later for later in alternatives[index + 1 :] if later.startswith(word)], word


# ---------------------------------------------------------------- surnames


def test_double_surnames_are_of_two_characters() -> None:
    doubles = words.DOUBLE_SURNAMES.removeprefix("(?:").removesuffix(")").split("|")
    assert {len(name) for name in doubles} == {2}
    assert len(set(doubles)) == len(doubles)


def test_surnames_are_han_characters_of_both_scripts() -> None:
    assert all(re.fullmatch(words.HAN, char) for char in words.SURNAMES)
    assert set("王李陈陳刘劉张張") <= set(words.SURNAMES)
