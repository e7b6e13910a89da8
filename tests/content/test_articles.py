"""Articles as Markdown with front matter: written and read back, and every fault with its line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from duidu.content import articles
from duidu.content.articles import ARTICLES, parse, read_articles, render
from duidu.errors import ArticleError, ManyFaultsError
from duidu.model import LANGUAGES, Article, Block, Kind, Role, SourceRef, Story
from tests.support import HERE, PROPERTY, article, block

NAME = "content/articles/p/s.md"


def read(body: str, front: str = "title: 小桥") -> Article:
    return parse(f"---\n{front}\n---\n\n{body}\n", NAME)


def texts(item: Article) -> list[tuple[str, str]]:
    return [(part.role.value, part.text) for part in item.story.blocks]


def without_places(item: Article) -> Article:
    blocks = tuple(replace(part, ref=HERE) for part in item.story.blocks)
    return replace(item, story=replace(item.story, ref=HERE, blocks=blocks))


# ---------------------------------------------------------------- written and read back

MARK_UP = (
    *("*", "_", "#", ">", "\\", "`", "1.", "1. ", "12. 他", "1) x", "-", "- ", "+ ", "---", "- - -", "* * *", "==="),
    *("<<<<<<< 他", "=======", ">>>>>>> 他", "<<<<<<<", "\\<"),
    *("**他**", "__他__", "_他_", "~~~", "```", "|", "<b>", "<!--", "&amp;", "&#42;", "<http://a.b>"),
    *("[x](y)", "![x](y)", "[x]", "]: x", "]("),
)
YAML = (
    *("yes", "No", "null", "~", "2021-07-09", "12:30", "1_000", "0x1F", "1e3", ".inf", "=", "<<", "---", "..."),
    *("a: b", "a:", "'x", '"', '"x"', "{x}", "[x]", "&a", "*a", "!!str", "#x", " #", "? ", "%x", "@x", "|", ">", "- x"),
)
OTHER = (
    "他来了。",
    "a",
    " ",
    "  ",
    "    ",
    "\u3000",
    "\t",
    "😀",
    "𠀀",
    "e\u0301",
    "\u200b",
    "\u2028",
    "\x85",
    "“",
    "：",
)
PIECES = st.sampled_from(MARK_UP + YAML + OTHER)
TEXTS = (
    (PIECES | st.lists(PIECES, min_size=2, max_size=5).map("".join) | st.text(max_size=15))
    .map(
        lambda text: "".join(char for char in text if (char >= " " and char not in "\x7f\x85") or char == "\t").strip()
    )
    .filter(bool)
)
OPTIONAL = st.none() | TEXTS
NAMES = st.sampled_from(["bridge.jpg", "小桥_2.v1.png", "A__b--c.WEBP"])


def pictured(alt: str | None, caption: str | None = None, file: str = "bridge.jpg") -> Iterator[Block]:
    """A picture, and its caption where there is one."""
    yield Block(Role.ALT, alt or "", HERE, file)
    if caption is not None:
        yield Block(Role.FIGCAPTION, caption, HERE)


STORIES = st.builds(
    Story,
    kind=st.sampled_from(Kind),
    section=OPTIONAL,
    kicker=OPTIONAL,
    title=OPTIONAL,
    subtitle=OPTIONAL,
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    credit=OPTIONAL,
    dateline=OPTIONAL,
    blocks=st.lists(
        st.builds(lambda role, text: (Block(role, text, HERE),), st.sampled_from([Role.HEADING, Role.PARAGRAPH]), TEXTS)
        | st.builds(lambda *given: tuple(pictured(*given)), OPTIONAL, OPTIONAL, NAMES),
        min_size=1,
        max_size=4,
    ).map(lambda parts: (block("他来了。"), *itertools.chain.from_iterable(parts))),
    ref=st.just(HERE),
    language=st.sampled_from(LANGUAGES),
)


@PROPERTY
@given(STORIES, st.integers(0, 99))
def test_any_article_is_read_back_as_it_was_written(story: Story, order: int) -> None:
    before = Article("p", order, "s", story)
    assert without_places(parse(render(before), NAME)) == before


@pytest.mark.parametrize("role", [Role.HEADING, Role.PARAGRAPH])
@pytest.mark.parametrize("text", sorted({text.strip() for text in (*MARK_UP, *YAML)}))
def test_text_that_looks_like_mark_up_is_text(text: str, role: Role) -> None:
    before = article(
        block(text, role), block(f"{text} 他", role), block(f"他{text}", role), title=text, authors=(text,)
    )
    assert without_places(parse(render(before), NAME)) == without_places(before)


@PROPERTY
@given(STORIES)
@example(article("# 他", title="yes").story)
def test_writing_what_was_read_gives_the_same_text(story: Story) -> None:
    text = render(Article("p", 1, "s", story))
    assert render(parse(text, NAME)) == text


def test_only_what_there_is_stands_in_the_front_matter() -> None:
    text = render(article("他来了。", page="qingshi", order=3, kind=Kind.CAPTION))
    assert text == "---\nkind: caption\npage: qingshi\norder: 3\n---\n\n他来了。\n"


def test_the_language_is_written_where_the_source_is_traditional() -> None:
    assert "language" not in render(article("他来了。"))
    text = render(article("他來了。", language="zh-Hant-TW"))
    assert text.startswith("---\nkind: article\nlanguage: zh-Hant-TW\npage: p\n")


@pytest.mark.parametrize("front", ["title: 桥", "title: 桥\nlanguage:", "title: 桥\nlanguage: zh-Hans"])
def test_an_article_without_a_language_is_simplified(front: str) -> None:
    assert read("他来了。", front).story.language == "zh-Hans"


def test_long_titles_stay_on_one_line() -> None:
    assert f"title: {'长' * 300}\n" in render(article("他来了。", title="长" * 300))


def test_article_of_a_head_only_is_read_back() -> None:
    before = article(credit="(记者 王小明)", authors=("王小明",))
    assert without_places(parse(render(before), NAME)) == without_places(before)


# ---------------------------------------------------------------- what a person may write


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("他来了。\n她走了。", [("paragraph", "他来了。她走了。")]),
        ("said David\nKu 说", [("paragraph", "said David Ku 说")]),
        ("他来了。\n\n她走了。", [("paragraph", "他来了。"), ("paragraph", "她走了。")]),
        ("## 桥边\n他来了。", [("heading", "桥边"), ("paragraph", "他来了。")]),
        ("# 桥边", [("heading", "桥边")]),
        ("###### 桥边 ##", [("heading", "桥边")]),
        ("桥边\n---", [("heading", "桥边")]),
        ("桥边\n=======", [("heading", "桥边")]),
        ("- 他来了。\n- 她走了。", [("paragraph", "他来了。"), ("paragraph", "她走了。")]),
        ("1. 他来了。\n2. 她走了。", [("paragraph", "他来了。"), ("paragraph", "她走了。")]),
        ("> 他来了。\n>\n> 她走了。", [("paragraph", "他来了。"), ("paragraph", "她走了。")]),
        ("他**来**了，*真*好，[看](x)。", [("paragraph", "他来了，真好，看。")]),
        ("\u3000\u3000他来了。", [("paragraph", "他来了。")]),
        ("    他来了。", [("paragraph", "他来了。")]),
        ("---\n\n他来了。", [("paragraph", "他来了。")]),
        ("<b>他</b>&amp;", [("paragraph", "<b>他</b>&amp;")]),
        ("`他`", [("paragraph", "`他`")]),
        ("", []),
    ],
)
def test_markdown_of_a_person(body: str, blocks: list[tuple[str, str]]) -> None:
    assert texts(read(body)) == blocks


def test_every_block_knows_its_line() -> None:
    item = read("他来了。\n\n\n## 桥边\n\n她走了。\n再见。")
    assert [part.ref.line for part in item.story.blocks] == [5, 8, 10]
    assert str(item.ref) == f"{NAME}:1"


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize(
    ("markdown", "alt", "file", "caption"),
    [
        ("![小桥](bridge.jpg)", "小桥", "bridge.jpg", None),
        ('![小桥](bridge.jpg "图为新桥。")', "小桥", "bridge.jpg", "图为新桥。"),
        ("![](bridge.jpg '图为新桥。')", "", "bridge.jpg", "图为新桥。"),
        ('![小桥](bridge.jpg "新桥通车了。(记者 李四 摄)")', "小桥", "bridge.jpg", "新桥通车了。(记者 李四 摄)"),
        (r'![小桥](bridge.jpg "他说\"好\"。")', "小桥", "bridge.jpg", '他说"好"。'),
        ('![小桥](bridge.jpg "“好”　李四")', "小桥", "bridge.jpg", "“好”　李四"),
        ('![小\n桥](bridge.jpg\n"新桥\n通车了。")', "小桥", "bridge.jpg", "新桥通车了。"),
        ("> ![小桥](bridge.jpg)", "小桥", "bridge.jpg", None),
        ("![小桥](%E5%B0%8F%E6%A1%A5.PNG)", "小桥", "小桥.PNG", None),
    ],
)
def test_picture_with_what_it_shows_and_its_caption(markdown: str, alt: str, file: str, caption: str | None) -> None:
    item = read(f"他来了。\n\n{markdown}\n\n她走了。")
    _, *parts, _ = (replace(part, ref=HERE) for part in item.story.blocks)
    assert parts == list(pictured(alt, caption, file))
    assert {part.ref.line for part in item.story.blocks[1:-1]} == {7}


@pytest.mark.parametrize(
    ("markdown", "what", "hint"),
    [
        ("看：![桥](bridge.jpg)", "does not stand by itself", "blank lines"),
        ("![桥](bridge.jpg)\n她走了。", "does not stand by itself", "blank lines"),
        ("![桥](bridge.jpg)![河](river.jpg)", "does not stand by itself", "blank lines"),
        ("## ![桥](bridge.jpg)", "does not stand by itself", "blank lines"),
        ("- ![桥](bridge.jpg)", "does not stand by itself", "blank lines"),
        ("[![桥](bridge.jpg)](bridge.jpg)", "stands in a link", "take the link away"),
        ("![桥](../bridge.jpg)", "'../bridge.jpg' does not lie beside", "name alone"),
        ("![桥](%2e%2e%2fbridge.jpg)", "'../bridge.jpg' does not lie beside", "name alone"),
        ("![桥](..\\\\bridge.jpg)", "does not lie beside", "name alone"),
        ("![桥](photos/bridge.jpg)", "does not lie beside", "name alone"),
        ("![桥](/bridge.jpg)", "does not lie beside", "name alone"),
        ("![桥](https://example.org/bridge.jpg)", "does not lie beside", "copy the picture there"),
        ("![桥](//example.org/bridge.jpg)", "does not lie beside", "copy the picture there"),
        ("![桥](data:image/png;base64,AA.png)", "does not lie beside", "copy the picture there"),
        ("![桥](bridge.svg)", "'bridge.svg' is not a picture that can be published", "jpg, jpeg, png, webp, avif, gif"),
        ("![桥](bridge)", "is not a picture", "jpg"),
        ("![桥]()", "is not a picture", "jpg"),
        ("![桥](IMG%200001.jpg)", "'IMG 0001.jpg' cannot be an address", "letters, digits"),
        ("![桥](.jpg)", "cannot be an address", "letters, digits"),
    ],
)
def test_picture_that_cannot_be_published_is_a_fault(markdown: str, what: str, hint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read(f"他来了。\n\n{markdown}")
    assert what in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.ref == SourceRef(NAME, 7)


def test_an_article_is_more_than_what_a_picture_shows() -> None:
    with pytest.raises(ArticleError, match="has no text"):
        read("![桥](bridge.jpg)", "kind: caption")
    assert texts(read('![桥](bridge.jpg "新桥。")', "kind: caption")) == [("alt", "桥"), ("figcaption", "新桥。")]


def test_slug_comes_from_the_file_or_from_the_front_matter() -> None:
    assert read("他来了。").key == "p/s"
    assert read("他来了。", "slug: bridge").key == "p/bridge"


def test_windows_line_ends_are_read_as_others(tmp_path: Path) -> None:
    path = tmp_path / ARTICLES / "p/s.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeff---\r\ntitle: 桥\r\n---\r\n\r\n他来了。\r\n".encode())
    (item,) = read_articles(tmp_path)
    assert (item.story.title, texts(item)) == ("桥", [("paragraph", "他来了。")])


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("他来了。\n", 1, "front matter is missing", "---"),
        ("---\ntitle: 桥\n\n他来了。\n", 1, "front matter is missing", "---"),
        ("\n---\ntitle: 桥\n---\n", 1, "front matter is missing", "---"),
        ("---\ntitle: 桥\ntitel: 桥\n---\n\n他。\n", 3, "unknown key 'titel'", "'title'"),
        ("---\ntitle: 桥\nzzz: 桥\n---\n\n他。\n", 3, "unknown key 'zzz'", "kicker"),
        ("---\n1: 桥\n---\n\n他。\n", 2, "unknown key '1'", "title"),
        ('---\ntitle: 桥\nkicker: 县\n"title": 井\n---\n\n他。\n', 4, "'title' stands in line 2, too", "keep one"),
        ("---\n{title: 桥, title: 桥}\n---\n\n他。\n", 2, "'title' stands in line 2, too", "keep one"),
        ("---\ntitle: [a\nkicker: b\n---\n\n他。\n", 3, "valid YAML", "quotes"),
        ("---\ntitle: a: b\n---\n\n他。\n", 2, "valid YAML", "quotes"),
        ("---\ntitle: 桥\nkicker: @x\n---\n\n他。\n", 3, "valid YAML", "quotes"),
        ("---\njust words\n---\n\n他。\n", 2, "has no keys", "title"),
        ("---\ntitle: 桥\nkicker: 2021\n---\n\n他。\n", 3, "kicker: text in quotes must stand here", "quotes"),
        ("---\ntitle: 2021-07-09\n---\n\n他。\n", 2, "title: text in quotes must stand here", "quotes"),
        ("---\ntitle: yes\n---\n\n他。\n", 2, "title: text in quotes must stand here", "quotes"),
        ("---\ntitle: 桥\norder: '1'\n---\n\n他。\n", 3, "order: a whole number must stand here", "number"),
        (
            "---\ntitle: 桥\nauthors: 王小明\n---\n\n他。\n",
            3,
            "authors: a list must stand here",
            "a list, as in [党建, 社区]",
        ),
        (
            "---\ntitle: 桥\nauthors: [王小明, 1]\n---\n\n他。\n",
            3,
            "authors[1]: text in quotes must stand here",
            "quotes",
        ),
        (
            "---\ntitle: 桥\nkind: articel\n---\n\n他。\n",
            3,
            "kind: 'articel' cannot stand here",
            "one of: article, caption, slogan, furniture",
        ),
        (
            "---\ntitle: 橋\nlanguage: zh-TW\n---\n\n他。\n",
            3,
            "unknown language 'zh-TW'",
            "zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK",
        ),
        ("---\ntitle: 橋\nlanguage: 1\n---\n\n他。\n", 3, "language: text in quotes must stand here", "quotes"),
        ("---\ntitle: 桥\n---\n\n<<<<<<< s.md\n\n他。\n", 5, "a conflict marker", "keep what is right"),
        ("---\ntitle: 桥\n---\n\n他。\n>>>>>>> content/pages/p.txt\n", 6, "a conflict marker", "keep what is right"),
        ("---\n<<<<<<< HEAD\ntitle: 桥\n=======\ntitle: 新桥\n>>>>>>> b\n---\n\n他。\n", 2, "a conflict marker", ""),
        ("---\nkind: article\n---\n\n", 4, "has no text", "delete"),
        ("---\nkind: article\n---\n\n---\n", 4, "has no text", "delete"),
    ],
)
def test_fault_with_its_line_and_hint(text: str, line: int, what: str, hint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse(text, NAME)
    assert what in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.ref == SourceRef(NAME, line)


def test_date_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(ArticleError):
        read("他来了。", "title: 2021-02-30")


def test_character_that_yaml_refuses_is_reported_with_its_line() -> None:
    with pytest.raises(ArticleError) as caught:
        read("他来了。", "title: 桥\nkicker: a\x7fb")
    assert caught.value.ref == SourceRef(NAME, 3)


@pytest.mark.parametrize("slug", ["../x", "../../../../x", "/x", "a/../../x"])
def test_slug_that_leaves_its_folder_is_a_fault(slug: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read("他来了。", f"title: 桥\nslug: {slug}")
    assert caught.value.ref == SourceRef(NAME, 3)


@pytest.mark.parametrize("blank", ["''", "' '"])
def test_blank_title_is_no_title(blank: str) -> None:
    assert "title" not in [part.role.value for part in read("他来了。", f"title: {blank}").story.texts()]


# ---------------------------------------------------------------- all articles


def write(root: Path, name: str, text: str) -> None:
    path = root / ARTICLES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_articles_come_by_page_order_and_slug(tmp_path: Path) -> None:
    for name, order in (("b/z.md", 1), ("a/z.md", 2), ("a/y.md", 2), ("a/x.md", 3), ("a/w.md", 1)):
        write(tmp_path, name, f"---\norder: {order}\n---\n\n他。\n")
    assert [item.key for item in read_articles(tmp_path)] == ["a/w", "a/y", "a/z", "a/x", "b/z"]


def test_no_articles(tmp_path: Path) -> None:
    assert read_articles(tmp_path) == []


def test_all_faulty_articles_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a/good.md", "---\ntitle: 桥\n---\n\n他。\n")
    write(tmp_path, "a/bad.md", "他。\n")
    write(tmp_path, "b/bad.md", "---\ntitel: x\n---\n\n他。\n")
    with pytest.raises(ManyFaultsError) as caught:
        read_articles(tmp_path)
    assert [str(error.ref) for error in caught.value.errors] == [f"{ARTICLES}/a/bad.md:1", f"{ARTICLES}/b/bad.md:2"]


@pytest.mark.parametrize("slug", ["bridge", "Bridge"])
def test_two_articles_of_a_page_must_not_have_one_slug(tmp_path: Path, slug: str) -> None:
    write(tmp_path, "a/bridge.md", "---\ntitle: 桥\n---\n\n他。\n")
    write(tmp_path, "a/other.md", f"---\ntitle: 桥\nslug: {slug}\n---\n\n他。\n")
    with pytest.raises(ArticleError, match="same slug") as caught:
        read_articles(tmp_path)
    assert f"{ARTICLES}/a/bridge.md" in caught.value.message
    assert caught.value.ref is not None
    assert caught.value.ref.path == f"{ARTICLES}/a/other.md"


def test_articles_of_two_pages_may_have_one_slug(tmp_path: Path) -> None:
    for page in "ab":
        write(tmp_path, f"{page}/bridge.md", "---\ntitle: 桥\n---\n\n他。\n")
    assert len(read_articles(tmp_path)) == 2


def test_the_page_in_the_front_matter_is_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "a/bridge.md", "---\ntitle: 桥\npage: b\n---\n\n他。\n")
    with pytest.raises(ArticleError, match="'b'") as caught:
        read_articles(tmp_path)
    assert str(caught.value.ref) == f"{ARTICLES}/a/bridge.md:3"


def test_wrong_page_is_reported_with_its_line_beside_a_slug() -> None:
    with pytest.raises(ArticleError) as caught:
        read("他来了。", "title: 桥\nslug: x\npage: b")
    assert caught.value.ref == SourceRef(NAME, 4)


MARKS = st.text(st.sampled_from("桥：:，、“”#-[]{}!&*?|>'\"%@`~ 0123nullyes….·—　"), max_size=8)
VALUES = st.text() | MARKS | st.integers(0, 99) | st.lists(MARKS, min_size=1, max_size=3)


@PROPERTY
@given(st.dictionaries(st.sampled_from(["title", "authors", "order"]), VALUES, min_size=1))
def test_front_matter_is_the_same_whoever_writes_it(values: dict[str, object]) -> None:
    expected = yaml.dump(values, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=10**9)
    assert articles._written(values) == expected
