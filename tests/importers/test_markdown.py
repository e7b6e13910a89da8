"""A page in Markdown says what its lines are."""

from __future__ import annotations

import pytest

from duidu.errors import PageError
from duidu.importers import import_page, markdown
from duidu.importers.source import Source
from duidu.model import Kind, RawPage, Role

PATH = "content/pages/p.md"


def raw(text: str | bytes) -> RawPage:
    return RawPage("p", text if isinstance(text, bytes) else text.encode(), PATH)


def read(text: str | bytes) -> Source:
    return markdown.read(raw(text))


def said(text: str) -> list[tuple[Role | None, str]]:
    return [(line.role, line.text) for line in read(text).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 老井", [(Role.TITLE, "老井")]),
        ("老井\n====", [(Role.TITLE, "老井")]),
        ("## 井边", [(Role.HEADING, "井边")]),
        ("###### 井边 ##", [(Role.HEADING, "井边")]),
        ("他来了。", [(Role.PARAGRAPH, "他来了。")]),
        ("全市上下" * 11, [(Role.PARAGRAPH, "全市上下" * 11)]),
        ("本报记者 周大海", [(None, "本报记者 周大海")]),  # the rules know bylines
        ("昨天，他\n来了。", [(Role.PARAGRAPH, "昨天，他来了。")]),
        ("昨天，David\nKu 来了。", [(Role.PARAGRAPH, "昨天，David Ku 来了。")]),
        ("他来了。  \n她也来了。", [(Role.PARAGRAPH, "他来了。"), (Role.PARAGRAPH, "她也来了。")]),
        ("    他来了。", [(Role.PARAGRAPH, "他来了。")]),
        ("\u3000\u3000他来了。", [(Role.PARAGRAPH, "他来了。")]),
        ("- 一条。\n- 二条。", [(Role.PARAGRAPH, "一条。"), (Role.PARAGRAPH, "二条。")]),
        ("1. 一条。\n2. 二条。", [(Role.PARAGRAPH, "1. 一条。"), (Role.PARAGRAPH, "2. 二条。")]),
        ("> 他说。", [(Role.PARAGRAPH, "他说。")]),
        ("**他**来*了*，见[这里](x)`码`&amp;\\*。", [(Role.PARAGRAPH, "他来了，见这里码&*。")]),
        ("<b>他</b>来了。", [(Role.PARAGRAPH, "<b>他</b>来了。")]),
        ("```\n他来了。\n\n她也来了。\n```", [(Role.PARAGRAPH, "他来了。"), (Role.PARAGRAPH, "她也来了。")]),
        ("他来了。\n\n---\n\n她也来了。", [(Role.PARAGRAPH, "他来了。"), (Role.PARAGRAPH, "她也来了。")]),
        ("[他]: x。", [(Role.PARAGRAPH, "[他]: x。")]),
        ("- 科普书一千册\n  - 画册\n", [(Role.PARAGRAPH, "科普书一千册"), (Role.PARAGRAPH, "画册")]),
        ("1. 第一批捐款\n2. 第二批", [(Role.PARAGRAPH, "1. 第一批捐款"), (Role.PARAGRAPH, "2. 第二批")]),
        ("- 甲\n\n老井", [(Role.PARAGRAPH, "甲"), (None, "老井")]),
        (
            "| 年级 | 人数 |\n|---|---:|\n| 一年级 | **20** |\n| | 30 |",
            [(Role.PARAGRAPH, "年级\u3000人数"), (Role.PARAGRAPH, "一年级\u300020"), (Role.PARAGRAPH, "30")],
        ),
        ("```\n水 = 井\n```", [(Role.PARAGRAPH, "水 = 井")]),
        ("# 老井\n\n# 小桥", [(Role.TITLE, "老井"), (Role.TITLE, "小桥")]),
    ],
)
def test_what_markdown_says(text: str, expected: list[tuple[Role | None, str]]) -> None:
    assert said(text) == expected


def test_lines_know_their_numbers_and_gaps() -> None:
    lines = read("---\ntitle: 老井\n---\n\n他来了。\n\n\n## 井边\n她也\n来了。\n").lines
    assert [(line.text, line.number, line.gap) for line in lines] == [
        ("老井", 2, 0),
        ("他来了。", 5, 4),
        ("井边", 8, 2),
        ("她也来了。", 9, 0),
    ]


def test_every_line_of_a_block_knows_its_number() -> None:
    lines = read(
        "| 年级 |\n|---|\n| 一年级 |\n\n```\n他来了。\n\n她也来了。\n```\n\n他来了。  \n她也\n来了。  \n走了。\n"
    ).lines
    assert [(line.text, line.number, line.gap) for line in lines] == [
        ("年级", 1, 0),
        ("一年级", 3, 0),
        ("他来了。", 6, 1),
        ("她也来了。", 8, 0),
        ("他来了。", 11, 1),
        ("她也来了。", 12, 0),
        ("走了。", 14, 0),
    ]


def test_items_and_rows_are_paragraphs_of_their_story() -> None:
    text = "# 捐书\n\n镇上收到的有：\n\n- 科普书一千册\n- 画册\n\n| 年级 | 人数 |\n|---|---|\n| 一年级 | 20 |\n"
    (story,) = import_page(raw(text)).stories
    assert [(block.role, block.text) for block in story.blocks] == [
        (Role.PARAGRAPH, text)
        for text in ("镇上收到的有：", "科普书一千册", "画册", "年级\u3000人数", "一年级\u300020")
    ]


def test_every_headline_begins_a_story() -> None:
    stories = import_page(raw("# 老井\n\n他来了。\n\n# 小桥\n\n她也来了。\n\n# 新树\n\n都来了。\n")).stories
    assert [story.title for story in stories] == ["老井", "小桥", "新树"]


def test_front_matter_gives_headline_and_byline() -> None:
    front = "---\ntitle: 老井又有了水\nauthors:\n- 周大海\n- 李花\ndate: 2021-07-09\n---\n"
    text = f"{front}\n# 老井又有了水\n\n# 井边\n\n他来了。\n"
    assert said(text) == [
        (Role.TITLE, "老井又有了水"),
        (Role.CREDIT, "周大海 李花"),
        (Role.HEADING, "井边"),
        (Role.PARAGRAPH, "他来了。"),
    ]


def test_front_matter_gives_the_whole_head() -> None:
    text = "---\ntitle: 老井又有了水\nkicker: 清石镇\nsubtitle: 村里人人都来\nauthor: 周大海\n---\n\n他来了。\n"
    (story,) = import_page(raw(text)).stories
    assert (story.kicker, story.title, story.subtitle, story.credit) == (
        "清石镇",
        "老井又有了水",
        "村里人人都来",
        "周大海",
    )


SHORT = "昨天，老井修好了。\n\n井水清又清\n\n喝了笑盈盈\n\n乡亲们都来了\n\n老人说：“真甜！”\n"


@pytest.mark.parametrize("head", ["# 老井\n\n", "---\ntitle: 老井\n---\n\n"])
def test_below_a_headline_that_is_marked_no_other_line_is_one(head: str) -> None:
    (story,) = import_page(raw(head + SHORT)).stories
    assert (story.title, [block.text for block in story.blocks]) == ("老井", SHORT.strip().split("\n\n"))


def test_over_a_headline_that_is_marked_may_stand_a_kicker() -> None:
    pages = "青石县\n\n# 老井\n\n他来了。\n\n白鹭镇\n\n# 小桥\n\n她也来了。\n"
    assert [(story.kicker, story.title) for story in import_page(raw(pages)).stories] == [
        ("青石县", "老井"),
        ("白鹭镇", "小桥"),
    ]


def test_what_front_matter_says_beyond_the_head_is_told() -> None:
    (remark,) = read("---\ntitle: 老井\ndate: 2021-07-09\ntags: [水]\n---\n\n他来了。\n").remarks
    assert (str(remark.ref), remark.what, remark.text) == (f"{PATH}:3", "left out", "date, tags")


@pytest.mark.parametrize("between", ["他来了。", "- 一", "他来了。\n\n她也来了。"])
def test_text_between_rulers_is_no_front_matter(between: str) -> None:
    lines = read(f"---\n\n{between}\n\n---\n\n都来了。\n").lines
    assert [line.text for line in lines] == [*between.removeprefix("- ").split("\n\n"), "都来了。"]


@pytest.mark.parametrize("mark", ["> ", ">", "- "])
def test_what_the_parser_would_pass_over_is_refused(mark: str) -> None:
    assert [line.text for line in read(f"他来了。\n\n{mark * 25}她也来了。\n").lines] == ["他来了。", "她也来了。"]
    with pytest.raises(PageError, match="more than 60 deep") as caught:
        read(f"他来了。\n\n{mark * 70}她也来了。\n")
    assert str(caught.value.ref) == f"{PATH}:3"


@pytest.mark.parametrize("front", ["", "date: 2021-07-09\n", "title:\n"])
def test_front_matter_without_a_title_is_passed_over(front: str) -> None:
    assert said(f"---\n{front}---\n\n# 老井\n\n他来了。\n") == [(Role.TITLE, "老井"), (Role.PARAGRAPH, "他来了。")]


def test_pictures_are_left_out_and_told() -> None:
    source = read("# 老井\n\n![井边](a.jpg)\n\n他来了。\n")
    assert [line.text for line in source.lines] == ["老井", "他来了。"]
    (remark,) = source.remarks
    assert (str(remark.ref), remark.what, remark.text) == (f"{PATH}:3", "left out", "井边")


def test_other_encodings_are_read() -> None:
    source = read("# 老井又有了水\n\n村里的老井修好了，大家都来打水，笑声不断。\n".encode("gb18030"))
    assert (source.lines[0].text, source.encoding) == ("老井又有了水", "GB18030")
    assert source.remarks[0].what == "encoding"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "empty"),
        ("---\ntitle: ''\n---\n", 1, "holds no text"),
        ("![井](a.jpg)\n", 1, "holds no text"),
        ("---\ndate: 1\ntitle: @井\n---\n\n他来了。\n", 3, "not valid YAML"),
        ("他来了。\n\n他\x01走了。\n", 3, "U+0001"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(PageError) as caught:
        import_page(raw(text))
    assert str(caught.value.ref) == f"{PATH}:{line}"
    assert what in caught.value.message


@pytest.mark.parametrize("name", ["p.md", "p.markdown", "p.MD"])
def test_a_page_in_markdown_becomes_stories(name: str) -> None:
    text = "# 老井又有了水\n\n本报讯 (记者 周大海)村里的老井修好了，大家都来打水。\n"
    page = import_page(RawPage("p", text.encode(), name))
    assert page.encoding == "UTF-8"
    assert "".join(story.characters() for story in page.stories).count("村里的老井修好了，大家都来打水。") == 1


@pytest.mark.parametrize(
    "text",
    [
        "# 青石日报\n\n## {0}\n\n本报记者 周大海\n\n{2}\n\n## {1}\n\n本报记者 李小花\n\n{2}\n",
        "# 青石日报 2024年5月3日 第3版\n\n# {0}\n\n本报记者 周大海\n\n{2}\n\n# {1}\n\n本报记者 李小花\n\n{2}\n",
        "# 青石日报\n\n{0}\n\n本报记者 周大海\n\n{2}\n\n{1}\n\n本报记者 李小花\n\n{2}\n",
        "# {0}\n\n本报记者 周大海\n\n{2}\n\n{1}\n\n本报记者 李小花\n\n{2}\n",
    ],
)
def test_the_name_of_the_paper_is_no_headline(text: str) -> None:
    body = "昨天，青石县的老井修好了，大家都来打水。\n\n村里的老人说，这口井有一百年了，水一直是甜的。"
    found = import_page(raw(text.format("老井又有了水", "小桥连起两个村", body))).stories
    articles = [story for story in found if story.kind is Kind.ARTICLE]
    assert [(story.title, story.authors) for story in articles] == [
        ("老井又有了水", ("周大海",)),
        ("小桥连起两个村", ("李小花",)),
    ]


def test_a_subtitle_over_a_byline_begins_no_story() -> None:
    (story,) = import_page(raw("# 老井又有了水\n\n村民不再挑水\n\n本报记者 周大海\n\n昨天，老井修好了。\n")).stories
    assert (story.title, story.subtitle, story.authors) == ("老井又有了水", "村民不再挑水", ("周大海",))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("小河流过村庄\\\n月光落在井旁\n\n我在远方\\\n想着故乡\n", [Role.PARAGRAPH] * 4),
        ("本报记者 周大海\\\n通讯员 李小花\n", [None] * 2),
        (
            "昨天，青石县白鹭镇的老井修好了，乡亲们大家  \n都来打水，笑声不断，一直到晚上还不想回家  \n去。",
            [None, None, Role.PARAGRAPH],
        ),
    ],
)
def test_short_lines_that_their_writer_has_broken_stay_apart(text: str, roles: list[Role | None]) -> None:
    assert [role for role, _ in said(text)] == roles


@pytest.mark.parametrize("credit", ["李小花 摄", "记者李小花摄", "（图片由村委会提供）"])
def test_a_caption_with_its_credit_begins_no_story(credit: str) -> None:
    text = "昨天，青石县的老井修好了，大家都来打水。"
    page = f"# 老井又有了水\n\n{text}\n\n村民在井边取水\n\n{credit}\n\n{text}\n"
    assert [one.title for one in import_page(raw(page)).stories if one.kind is Kind.ARTICLE] == ["老井又有了水"]
