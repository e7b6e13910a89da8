"""Tags: an editor's work in articles' front matter, which no import and no merge takes away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duidu.content.articles import LONGEST_TAG, parse, read_articles, render
from duidu.content.imports import Doubt, Standing, open_doubts, read_folders, read_record
from duidu.content.merge import merge
from duidu.errors import ArticleError
from tests.content.test_reimport import MINE, PAGE, THEIRS, THREE, TWO, boat, bridge, path, save, stands, text
from tests.support import article, edit

NAME = "content/articles/p/s.md"


def read(front: str) -> tuple[str, ...]:
    return parse(f"---\ntitle: 小桥\n{front}\n---\n\n桥。\n", NAME).tags


@pytest.mark.parametrize(
    ("front", "tags"),
    [
        ("tags: [党建, 社区]", ("党建", "社区")),
        ("tags:\n- 党建\n- 社区", ("党建", "社区")),
        ("tags:\n  - 党建", ("党建",)),
        ('tags: ["12345", 红色 精神]', ("12345", "红色 精神")),
        ("tags: ['党建 ']", ("党建",)),
        ("tags: []", ()),
        ("tags:", ()),
        ("order: 1", ()),
    ],
)
def test_tags_are_read(front: str, tags: tuple[str, ...]) -> None:
    assert read(front) == tags


@pytest.mark.parametrize(
    ("front", "line", "what", "hint"),
    [
        ("tags: 党建", 3, "tags: a list must stand here, not text", "[党建, 社区]"),
        ("tags: [12345]", 3, "text in quotes must stand here, not a whole number", "quotes"),
        ("order: 1\ntags:\n- 党建\n- 2", 6, "text in quotes must stand here, not a whole number", "quotes"),
        ("tags: [党建, 社区, 党建]", 3, "'党建' stands here twice", "keep one"),
        ("tags:\n# the first\n- 党建\n\n- 党建", 7, "'党建' stands here twice", "keep one"),
        ("tags: ['']", 3, "'' is no tag", "a word"),
        ("tags: ['…']", 3, "'…' is no tag", "a word"),
        (f"tags:\n- 党建\n- {'长' * (LONGEST_TAG + 1)}", 5, "is too long", str(LONGEST_TAG)),
        ('tags: ["a\\tb\\u0007"]', 3, "control character", "out"),
        ("tag: [党建]", 3, "unknown key 'tag'", "'tags'"),
    ],
)
def test_a_wrong_tag_is_a_fault_with_its_line(front: str, line: int, what: str, hint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read(front)
    assert caught.value.ref is not None
    assert caught.value.ref.line == line
    assert what in caught.value.message
    assert hint in caught.value.hint


def test_tags_are_written_and_read_back() -> None:
    tagged = replace(article("桥。", title="小桥"), tags=("党建", "- x", "yes"))
    assert parse(render(tagged), NAME).tags == tagged.tags
    assert "tags" not in render(article("桥。"))


@pytest.mark.parametrize("slug", ["index", "INDEX"])
def test_an_article_cannot_have_the_address_of_its_page(slug: str) -> None:
    with pytest.raises(ArticleError, match="its newspaper page") as caught:
        parse(f"---\ntitle: 小桥\nslug: {slug}\n---\n\n桥。\n", NAME)
    assert caught.value.ref is not None
    assert caught.value.ref.line == 3


# ---------------------------------------------------------------- imports


def tag(root: Path, tags: str = "tags: [社区]") -> None:
    edit(path(root), "page: p\n", f"{tags}\npage: p\n")


def tags_of(root: Path) -> dict[str, tuple[str, ...]]:
    return {item.slug: item.tags for item in read_articles(root)}


@pytest.mark.parametrize("tags", ["tags: [社区]", "tags:\n- 社区"])
def test_a_tagged_article_follows_its_page_and_keeps_its_tags(tmp_path: Path, tags: str) -> None:
    save(tmp_path, bridge())
    tag(tmp_path, tags)
    assert save(tmp_path, bridge(THEIRS, TWO, THREE, title="新桥"), digest="v2").offered == ()
    assert tags_of(tmp_path) == {"bridge": ("社区",)}
    assert THEIRS in text(tmp_path) and "title: 新桥" in text(tmp_path)
    assert stands(tmp_path) is Standing.SETTLED
    save(tmp_path, bridge(THEIRS, TWO, title="新桥"), digest="v3")  # and again
    assert tags_of(tmp_path) == {"bridge": ("社区",)}
    assert THREE not in text(tmp_path)


def test_the_same_page_again_changes_nothing(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    tag(tmp_path)
    before = text(tmp_path)
    assert save(tmp_path, bridge(), digest="v2").kept == (f"content/articles/{PAGE}/bridge.md",)
    assert text(tmp_path) == before


def test_an_article_that_was_edited_too_waits_for_a_merge_and_keeps_its_tags(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    tag(tmp_path)
    edit(path(tmp_path), TWO, MINE)
    assert save(tmp_path, bridge(THEIRS, TWO, THREE), digest="v2").offered
    assert THEIRS not in text(tmp_path)
    assert save(tmp_path, bridge(THEIRS, TWO, THREE), digest="v2", merge=True).merged
    assert tags_of(tmp_path) == {"bridge": ("社区",)}
    assert THEIRS in text(tmp_path) and MINE in text(tmp_path)


def test_a_tagged_article_that_left_its_page_is_not_removed(tmp_path: Path) -> None:
    save(tmp_path, bridge(), boat())
    tag(tmp_path)
    assert save(tmp_path, boat(), digest="v2").orphaned
    assert tags_of(tmp_path)["bridge"] == ("社区",)


def test_tags_stand_beside_a_clash() -> None:
    base = "---\ntitle: 桥\n---\n\n一。\n"
    merged = merge(base, "---\ntitle: 小桥\ntags: [社区]\n---\n\n一。\n", "---\ntitle: 新桥\n---\n\n一。\n")
    assert merged.clashes == 1
    assert merged.text.count("tags: [社区]\n") == 1
    assert merged.text.index(">>>>>>>") < merged.text.index("tags:")


def test_what_the_importer_was_not_sure_of_stays_open_where_an_article_is_only_tagged(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    doubt = Doubt("bridge", 1, "headline", "小桥", "short", 0.5)
    record = read_record(tmp_path, PAGE)
    assert record is not None
    record = replace(record, doubts=(doubt,))
    tag(tmp_path)
    assert open_doubts(record, read_folders(tmp_path, [PAGE])[PAGE]) == (doubt,)
    edit(path(tmp_path), TWO, MINE)
    assert open_doubts(record, read_folders(tmp_path, [PAGE])[PAGE]) == ()
