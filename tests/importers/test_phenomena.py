"""What has gone wrong on pages once: each a few lines, and the stories that a person sees in them."""

from __future__ import annotations

import pytest

from duidu.importers import import_page
from duidu.model import ImportedPage, Kind, RawPage, Role, Story

BRIDGE = "昨天，大塘村的老桥终于修好了，全村人都来到桥头看热闹，笑声传得很远。"
STONES = "这座桥修了三个月，石头是从山上一块一块背下来的，木料是各家各户凑的。"
OLD = "老人们说，从前过河要绕十里路，如今几步就到了对岸，孩子上学也方便了。"
PLANS = "村里打算明年在桥头种一排柳树，再修一个凉亭，让过路的人歇歇脚再走。"


def imported(*lines: str) -> ImportedPage:
    return import_page(RawPage("p", "\n".join(lines).encode(), "content/pages/p.txt"))


def printed(*lines: str) -> list[Story]:
    """The stories of a page without its furniture."""
    return [story for story in imported(*lines).stories if story.kind is not Kind.FURNITURE]


def texts(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.PARAGRAPH]


def headings(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.HEADING]


# ---------------------------------------------------------------- text that looks like furniture


def test_a_diary_is_no_programme() -> None:
    days = [f"7月3日　{BRIDGE}", f"7月4日　{STONES}", f"7月5日　{OLD}"]
    (story,) = printed("抗旱日记", "", *"\n\n".join(days).split("\n"))
    assert (story.title, texts(story)) == ("抗旱日记", days)


@pytest.mark.parametrize("label", ["【现场】", "【市民声音】"])
def test_a_crosshead_may_stand_in_brackets(label: str) -> None:
    (story,) = printed("老桥修好了", "", f"本报讯 {BRIDGE}", "", label, "", STONES)
    assert headings(story) == [label]


@pytest.mark.parametrize(
    "title",
    [
        *("返回家乡的年轻人", "扫一扫灰尘", "分享到手的快乐", "上一篇日记", "保护版权所有人都有责任"),
        *("1949年10月1日 开国大典", "2020年1月1日起施行"),
    ],
)
def test_a_headline_may_begin_like_a_button_or_hold_a_date(title: str) -> None:
    (story,) = printed(title, "", BRIDGE, "", STONES)
    assert story.title == title


def test_the_dates_of_a_chronicle_are_its_crossheads() -> None:
    dates = ["2011年3月5日", "2011年4月8日", "2012年1月9日"]
    (story,) = printed("五年大事", "", dates[0], "", BRIDGE, "", dates[1], "", STONES, "", dates[2], "", OLD)
    assert (story.title, headings(story), texts(story)) == ("五年大事", dates, [BRIDGE, STONES, OLD])


def test_a_date_in_a_sentence_is_text() -> None:
    (story,) = printed(
        "老桥修好了", "本报讯 这座桥始建于", "1949年10月1日", "，已经七十年了，大家", "都舍不得它。", BRIDGE, STONES
    )
    assert texts(story)[0] == "这座桥始建于1949年10月1日，已经七十年了，大家都舍不得它。"


def test_a_rule_between_stories_is_furniture() -> None:
    first, *_ = printed("老桥修好了", "", BRIDGE, "", "* * *", "", STONES, "", "——————", "", OLD)
    assert (first.kicker, headings(first)) == (None, [])


def test_the_name_of_the_paper_at_the_head_of_a_page_is_furniture() -> None:
    (story,) = printed("云岭日报", "", "新桥通车", "", BRIDGE)
    assert (story.kicker, story.section, story.title) == (None, None, "新桥通车")


# ---------------------------------------------------------------- captions inside a story


CAPTION = "▲大塘村的老桥修好了。 本报记者 白雪松 摄"


def test_a_story_goes_on_below_a_caption() -> None:
    story, caption = printed("老桥修好了", "", BRIDGE, "", STONES, "", CAPTION, "", OLD, "", PLANS)
    assert (texts(story), caption.kind, caption.authors) == ([BRIDGE, STONES, OLD, PLANS], Kind.CAPTION, ("白雪松",))


def test_a_crosshead_below_a_caption_is_built_like_one_above() -> None:
    page = ("老桥修好了", "", BRIDGE, "", "服务“入村”", "", STONES, "", CAPTION, "", "服务“入户”", "", OLD)
    story, _ = printed(*page)
    assert headings(story) == ["服务“入村”", "服务“入户”"]


# ---------------------------------------------------------------- where stories begin and end


def test_a_blank_line_tells_on_a_page_that_has_hardly_any() -> None:
    _, second = printed(
        "老桥修好了",
        "",
        f"本报讯 {BRIDGE}",
        "",
        "新井打成了",
        "昨天，村里的新井打成了，来看的",
        "人很多，大家都很高兴。",
    )
    assert (second.title, texts(second)) == ("新井打成了", ["昨天，村里的新井打成了，来看的人很多，大家都很高兴。"])


def test_a_headline_may_end_like_the_name_of_a_body() -> None:
    (story,) = printed("县城建起新医院", BRIDGE, STONES)
    assert (story.title, texts(story)) == ("县城建起新医院", [BRIDGE, STONES])


def test_each_brief_under_a_label_has_its_headline() -> None:
    page = ("国际简讯", "", "邻国大选揭晓", "", BRIDGE, "", "岛国地震三人受伤", "", STONES, "", "油价又涨", "", OLD)
    found = printed(*page)
    assert [story.title for story in found] == ["邻国大选揭晓", "岛国地震三人受伤", "油价又涨"]
    assert [story.section for story in found] == ["国际简讯", None, None]


def test_a_story_with_crossheads_under_a_label_stays_whole() -> None:
    page = ("国际简讯", "", "邻国大选揭晓", "", BRIDGE, "", STONES, "", "票数接近", "", OLD, "", PLANS)
    assert len(printed(*page)) == 1


def test_rows_of_a_table_are_no_headlines() -> None:
    rows = ["品种　昨日　前日", "白菜　0.90　0.80", "土豆　1.50　1.50"]
    (story,) = printed("菜价", "", *rows, "", "（单位：元/公斤）", "", "老桥修好了", "", BRIDGE)
    assert (story.title, texts(story)[:4]) == ("菜价", [*rows, "（单位：元/公斤）"])


def test_what_somebody_says_is_no_verse() -> None:
    (story,) = printed(
        *("桥头人家", "", "　　老邓家今年种了承包地四十亩，", "去年打粮三万斤。", "　　“老邓，今年收成怎么样？”"),
        *("　　“两千八！”", "　　笑声更响了。", "　　“还有猪呢！”", STONES),
    )
    assert texts(story)[0] == "老邓家今年种了承包地四十亩，去年打粮三万斤。"


@pytest.mark.parametrize("end", ['他说他是"义工".', '她说: "我们都是。"'])
def test_a_sentence_may_end_with_western_marks(end: str) -> None:
    (story,) = printed("义工服务", "", BRIDGE, "", end, "", STONES)
    assert texts(story) == [BRIDGE, end, STONES]


# ---------------------------------------------------------------- bylines


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("【本報記者王小明台北報導】", ("王小明",)),
        ("⊙記者　林雅雯／台北報導", ("林雅雯",)),
        ("□记者 阿依古丽", ("阿依古丽",)),
        ("记者王小明 通讯员李花报道", ("王小明", "李花")),
        ("青石晚报讯（记者 丁小宁 实习生 范雨）", ("丁小宁", "范雨")),
    ],
)
def test_a_byline_of_its_own(byline: str, authors: tuple[str, ...]) -> None:
    (story,) = printed("新桥通车", byline, BRIDGE)
    assert (story.title, story.authors, texts(story)) == ("新桥通车", authors, [BRIDGE])


@pytest.mark.parametrize("credit", ["（作者单位：青石大学）", "［中央社］", "（法新社）"])
def test_an_agency_or_an_employer_is_nobody(credit: str) -> None:
    (story,) = printed("新桥通车", BRIDGE, credit)
    assert (story.credit, story.authors) == (credit, ())


def test_the_mail_address_of_the_writer_is_part_of_the_byline() -> None:
    (story,) = printed("新桥通车", "记者 林慧", "limh@example.com", BRIDGE)
    assert (story.credit, story.authors, texts(story)) == ("记者 林慧 limh@example.com", ("林慧",), [BRIDGE])
