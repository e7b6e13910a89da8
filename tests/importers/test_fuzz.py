"""Any page at all is either imported whole or refused in one line that says where and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from duidu.content.articles import parse, render
from duidu.errors import DuiduError
from duidu.importers import encodings, import_page, page_text
from duidu.importers.characters import checked
from duidu.importers.layout import placed
from duidu.importers.line import Part
from duidu.importers.reading import read_lines
from duidu.importers.source import SourceLine, source_lines
from duidu.model import Article, ImportedPage, Kind, RawPage, Role, Story
from tests.support import FAULT_LINE

PATH = "content/pages/p.txt"
FUZZ = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

# ---------------------------------------------------------------- pages

PHRASES = (
    *("本报讯", "本报讯 他来了。", "【明報專訊】", "新华社北京3月1日电", "（中央社記者王小明台北20日電）", "大公報訊 "),
    *("(记者 王小明)", "（王小明 摄）", "本报记者 周大海", "記者王小明／台北報導", "李四 摄", "□ 李明", "编辑：何田"),
    *("青石县退休工人　王小明", "王小明（教师）", "他来了。(记者 向婧)", "新华社发", "（资料图片）", "黎石 作"),
    *(
        "白鹭镇",
        "老井又有了水",
        "要闻简报",
        "简讯",
        "更　正",
        "——修井记",
        "——（唐）李白",
        "小城建筑学院",
        "五年用水量的比较",
    ),
    *(
        "一、修井",
        "#1 ",
        "（二）",
        "问：",
        "答：",
        "《静夜思》",
        "《秋山》（中国画）",
        "一间房，住得踏实",
        "旧井（左）",
    ),
    *("节约用水 人人有责", "第03版", "03", "03 县域新闻", "青石日报 2021年7月9日 星期五", "责任编辑：何田 版式：李四"),
    *(
        "导读",
        "小桥通车 A3",
        "相关阅读",
        "·小桥通车了",
        "19:00　新闻",
        "【打印】",
        "首页 > 新闻 > 正文",
        "我要评论(12)",
        "|",
    ),
    *(
        "▲",
        "图为",
        "①",
        "②",
        "●",
        "白菜　0.90　0.80",
        "床前明月光，",
        "疑是地上霜。",
        "David",
        "Galaxy",
        "S20",
        "12",
        "000元",
    ),
    *(
        "，",
        "。",
        "、",
        "；",
        "：",
        "？",
        "！",
        "“",
        "”",
        "「",
        "」",
        "（",
        "）",
        "(",
        ")",
        "《",
        "》",
        "…",
        "—",
        "·",
        "％",
        "-",
    ),
    *("*", "_", "[a](b)", "# ", "- ", "1. ", "> ", "---", "<b>", "&amp;", "\\", "`", "![x](y)", "他", "来", "水", "了"),
    *(
        "昨天，村里的老井修好了，大家都来打水，",
        "井边笑声不断，老人说起当年打井的事，孩子们也来帮忙。",
        "水" * 41,
        "的",
    ),
    *(
        "\u200b",
        "\ufeff",
        "\xad",
        "\u2060",
        "\ufffd",
        "\ue000",
        "\u00a0",
        "\u2003",
        "\u3000",
        " ",
        "\t",
        "\u2028",
        "\x85",
    ),
)
CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.sampled_from(PHRASES)
# Phrases glued together, and now and then anything.
LINE = st.lists(WORDS | WORDS | WORDS | st.text(CHARACTERS, max_size=6), max_size=5).map("".join)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n\n", "\n\u3000\n", "\r\n", "\r", "\f", "\v"])
INDENTS = st.sampled_from(["", "", "", "\u3000\u3000", "  ", "\t"])
PAGES = st.lists(st.tuples(INDENTS, LINE, ENDS).map("".join), max_size=14).map("".join)


def refused(error: DuiduError) -> None:
    """The error is one line with file and line, what is wrong, and a hint."""
    match = FAULT_LINE.fullmatch(str(error))
    assert match, str(error)
    assert error.ref is not None
    assert (match["file"], int(match["line"])) == (PATH, error.ref.line)
    assert error.ref.line >= 1


def printed(lines: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(line.split()) for line in lines))


def imported(data: bytes, path: str = PATH) -> ImportedPage | None:
    """The page, whole; None where it is refused as it should be."""
    page = RawPage("p", data, path)
    try:
        found = import_page(page)
    except DuiduError as error:
        refused(error)
        return None
    assert import_page(page) == found
    return found


def check_whole(text: str, found: ImportedPage) -> None:
    """Every character that is printed is in one story, and everything knows its line."""
    kept, _ = checked(source_lines(text), PATH)
    assert printed(line.text for line in kept) == printed(story.characters() for story in found.stories)
    last = text.count("\n") + 1
    where = [decision.ref.line for decision in found.decisions]
    where += [block.ref.line for story in found.stories for block in story.texts()]
    assert all(1 <= line <= last for line in where)
    numbers = [story.ref.line for story in found.stories]
    assert numbers == sorted(numbers)
    assert {line.number for line in kept} <= {decision.ref.line for decision in found.decisions}
    assert all(decision.reason and 0 <= decision.confidence <= 1 for decision in found.decisions)


def check_well_formed(story: Story) -> None:
    assert story.characters()
    for block in story.texts():
        assert block.text
        assert block.text == block.text.strip()
        assert "\n" not in block.text
    assert {block.role for block in story.blocks} <= {Role.PARAGRAPH, Role.HEADING}
    if story.kind in (Kind.SLOGAN, Kind.FURNITURE):
        assert tuple(story.texts()) == story.blocks


def content(story: Story) -> tuple[object, ...]:
    """A story without its places."""
    head = (story.kind, story.section, story.kicker, story.title, story.subtitle, story.authors, story.credit)
    return (*head, story.dateline, story.language, tuple((block.role, block.text) for block in story.blocks))


@FUZZ
@given(PAGES)
def test_any_page_is_imported_whole_or_refused(text: str) -> None:
    data = text.encode()
    found = imported(data)
    if found is not None:
        check_whole(encodings.decode(data, PATH).text, found)
        for story in found.stories:
            check_well_formed(story)


@FUZZ
@given(PAGES)
def test_any_story_comes_back_from_its_article(text: str) -> None:
    found = imported(text.encode())
    for order, story in enumerate(found.stories if found else (), start=1):
        article = parse(render(Article("p", order, "s", story)), "content/articles/p/s.md")
        assert content(article.story) == content(story)
        assert article.order == order


@FUZZ
@given(st.text(CHARACTERS, max_size=60))
def test_any_text_is_imported_whole_or_refused(text: str) -> None:
    data = text.encode()
    found = imported(data)
    if found is not None:
        check_whole(encodings.decode(data, PATH).text, found)


@FUZZ
@given(PAGES, st.sampled_from(["gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]))
def test_any_page_in_another_encoding_is_imported_whole_or_refused(text: str, codec: str) -> None:
    data = text.encode(codec, "ignore")
    found = imported(data)
    if found is not None:
        check_whole(encodings.decode(data, PATH).text, found)


@FUZZ
@given(
    st.binary(max_size=80) | st.tuples(PAGES, st.binary(max_size=3), st.integers(0, 99)).map(lambda cut: _damaged(*cut))
)
def test_any_bytes_are_imported_whole_or_refused(data: bytes) -> None:
    found = imported(data)
    if found is not None:
        check_whole(encodings.decode(data, PATH).text, found)


def _damaged(text: str, inserted: bytes, place: int) -> bytes:
    data = text.encode()
    place = min(place, len(data))
    return data[:place] + inserted + data[place + 1 :]


def readable(lines: list[SourceLine]) -> tuple[SourceLine, ...]:
    """The lines as they come before the rules; none where a control character stands in one."""
    try:
        return checked(lines, PATH)[0]
    except DuiduError as error:
        refused(error)
        return ()


@FUZZ
@given(PAGES, st.integers(0, 5))
def test_wherever_words_are_cut_a_page_is_imported_whole(text: str, seed: int) -> None:
    def cuts_word(above: str, below: str) -> bool:
        return (len(above) * 7 + len(below)) % 6 == seed

    lines = readable(source_lines(text))
    stories, _ = page_text.read(lines, PATH, cuts_word)
    assert printed(line.text for line in lines) == printed(story.characters() for story in stories)
    found = read_lines(placed(lines), cuts_word)
    assert [reading.part for reading in found[:1]] != [Part.CONTINUATION]


ROLES = st.sampled_from([None, None, Role.TITLE, Role.SUBTITLE, Role.HEADING, Role.PARAGRAPH, Role.CREDIT])
LINES = st.lists(st.tuples(LINE.map(str.split).map(" ".join).filter(bool), ROLES, st.integers(0, 3)), max_size=10)


@settings(FUZZ, phases=[phase for phase in Phase if phase is not Phase.shrink])
@given(LINES)
def test_whatever_roles_a_format_gives_a_page_is_imported_whole(
    given_lines: list[tuple[str, Role | None, int]],
) -> None:
    made = [SourceLine(text, n, gap, False, role) for n, (text, role, gap) in enumerate(given_lines, start=1)]
    lines = readable(made)
    stories, decisions = page_text.read(lines, PATH, lambda above, below: False)
    assert printed(line.text for line in lines) == printed(story.characters() for story in stories)
    assert {line.number for line in lines} == {decision.ref.line for decision in decisions}


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"",
            b"\n\n",
            b"\x00",
            b"\xff\xfe",
            b"\xfe\xff\x00",
            b"\xef\xbb\xbf",
            b"\x80",
            b"%PDF-1.4",
            b"PK\x03\x04",
        ),
        *(
            "\x01他来了。".encode(),
            "他来了。\n他\x1f走了。".encode(),
            "老井修好了，他来了".encode()[:-1],
            b"\xff\xfe\x00\xd8",
            b"\x1a",
        ),
    ],
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    assert imported(data) is None


@pytest.mark.parametrize(
    "text", ["。", "水", "，", "(", "—", "▲", "#", "1", "A", "本报讯", "第03版", "\ue000", "\ufffd", "𠀀", "👍"]
)
def test_a_page_of_next_to_nothing_is_imported(text: str) -> None:
    found = imported(text.encode())
    assert found is not None
    check_whole(text, found)
    assert len(found.stories) == 1
