"""A later import follows the page where nobody has worked, and leaves a person's work alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import typed
from duidu.content import reimport
from duidu.content.articles import ARTICLES, read_articles, render
from duidu.content.imports import (
    RECORD,
    Doubt,
    ImportedFile,
    ImportRecord,
    Standing,
    follow_renames,
    read_folders,
    read_record,
    standing,
)
from duidu.content.reimport import ImportResult, ReadPage, apply, fresh_articles, plan_page
from duidu.errors import ArticleError, WriteError
from duidu.files import sha256
from duidu.model import Article, SourceRef
from tests.support import PROPERTY, append, article, edit, snapshot, times

PAGE = "p"
NAME = f"{ARTICLES}/{PAGE}/bridge.md"
MERGE = f"{ARTICLES}/{PAGE}/bridge.merge"

ONE, TWO, THREE = "新桥通车了，大家都很高兴。", "老人们常来桥上聊天。", "孩子们在河边放风筝。"
BASE = (ONE, TWO, THREE)
# What a person makes of a paragraph, and what the page makes of it.
MINE, THEIRS = "新桥终于通车了，大家都很高兴。", "新桥昨天通车了，大家都很高兴。"
LAST = "孩子们在山上放风筝。"
PICTURE = '![新桥](bridge.jpg "图为新桥通车当天。")'


def bridge(*paragraphs: str, slug: str = "bridge", title: str = "小桥", **fields: object) -> Article:
    return article(*(paragraphs or BASE), page=PAGE, slug=slug, title=title, **fields)


def boat() -> Article:
    return bridge("村里的渡船今天最后一次过河。", slug="boat", title="渡船", order=2)


def save(root: Path, *articles: Article, digest: str = "v1", merge: bool = False, read: bool = True) -> ImportResult:
    """Import a page of these articles; with ``read`` False it has not changed since the last time."""
    record, renames = read_record(root, PAGE), {}
    folder = read_folders(root, [PAGE])[PAGE]
    if record is not None:
        record, renames = follow_renames(record, folder)
    page = ReadPage(digest, fresh_articles(articles, [item.story.title or "" for item in articles]), "UTF-8")
    plan = plan_page(
        root, folder, "content/pages/p.txt", record, page if read else None, renames=renames, with_merge=merge
    )
    apply(root, plan)
    return plan.result


def path(root: Path, slug: str = "bridge", ending: str = ".md") -> Path:
    return root / ARTICLES / PAGE / f"{slug}{ending}"


def text(root: Path, slug: str = "bridge", ending: str = ".md") -> str:
    return path(root, slug, ending).read_text(encoding="utf-8")


def stands(root: Path, slug: str = "bridge") -> Standing:
    record = read_record(root, PAGE)
    assert record is not None
    return standing(read_folders(root, [PAGE])[PAGE], slug, record.articles[slug])


# ---------------------------------------------------------------- the table of situations

# What a person does to the file.
HANDS: dict[str, Callable[[Path], object]] = {
    "unedited": lambda root: None,
    "edited elsewhere": lambda root: edit(path(root), THREE, LAST),
    "edited there": lambda root: edit(path(root), ONE, MINE),
    "deleted": lambda root: path(root).unlink(),
    "renamed": lambda root: path(root).rename(path(root, "qiao")),
    "renamed and edited": lambda root: (
        path(root).rename(path(root, "qiao")),
        edit(path(root, "qiao"), THREE, LAST),
    ),
}
# … what the page says now, whether a merge is asked for ─▶ what becomes of it, and the paragraphs of the file after it.
NOW = (THEIRS, TWO, THREE)
BOTH = (THEIRS, TWO, LAST)
SITUATIONS: list[tuple[str, tuple[str, ...], bool, str, tuple[str, ...] | None]] = [
    ("unedited", BASE, False, "unchanged", BASE),
    ("unedited", BASE, True, "unchanged", BASE),
    ("unedited", NOW, False, "written", NOW),
    ("unedited", NOW, True, "written", NOW),
    ("edited elsewhere", BASE, False, "kept", (ONE, TWO, LAST)),
    ("edited elsewhere", BASE, True, "kept", (ONE, TWO, LAST)),
    ("edited elsewhere", NOW, False, "offered", (ONE, TWO, LAST)),
    ("edited elsewhere", NOW, True, "merged", BOTH),
    ("edited elsewhere", (ONE, TWO, LAST), False, "unchanged", (ONE, TWO, LAST)),
    ("edited elsewhere", BOTH, False, "offered", (ONE, TWO, LAST)),
    ("edited elsewhere", BOTH, True, "merged", BOTH),
    ("edited there", NOW, False, "offered", (MINE, TWO, THREE)),
    ("edited there", NOW, True, "clashed", (MINE, TWO, THREE)),
    ("edited there", (), False, "orphaned", (MINE, TWO, THREE)),
    ("edited there", (), True, "orphaned", (MINE, TWO, THREE)),
    ("unedited", (), False, "removed", None),
    ("deleted", BASE, False, "skipped", None),
    ("deleted", NOW, False, "skipped", None),
    ("deleted", NOW, True, "skipped", None),
    ("deleted", (), False, "", None),
    ("renamed", BASE, False, "unchanged", BASE),
    ("renamed", NOW, False, "written", NOW),
    ("renamed", (), False, "removed", None),
    ("renamed and edited", BASE, False, "kept", (ONE, TWO, LAST)),
    ("renamed and edited", NOW, False, "offered", (ONE, TWO, LAST)),
    ("renamed and edited", NOW, True, "merged", BOTH),
    ("renamed and edited", (), True, "orphaned", (ONE, TWO, LAST)),
]


@pytest.mark.parametrize(("hand", "page", "merge", "fate", "after"), SITUATIONS)
def test_situation(
    tmp_path: Path, hand: str, page: tuple[str, ...], merge: bool, fate: str, after: tuple[str, ...] | None
) -> None:
    save(tmp_path, bridge(), boat())
    HANDS[hand](tmp_path)
    slug = "qiao" if hand.startswith("renamed") else "bridge"
    articles = [bridge(*page, slug=slug)] if page else []
    result = save(tmp_path, *articles, boat(), digest="v2", merge=merge)
    fates = {field.name: getattr(result, field.name) for field in fields(ImportResult) if field.name != "renamed"}
    found = {name for name, paths in fates.items() for file in paths if not file.endswith("boat.md")}
    assert found == ({fate} if fate else set())
    assert bool(result.renamed) is hand.startswith("renamed")
    assert path(tmp_path, slug).exists() is (after is not None)
    if after is not None:
        assert text(tmp_path, slug).split("---\n\n")[1] == "\n\n".join(after) + "\n"
    assert path(tmp_path, slug, ".merge").exists() is (fate == "clashed")
    # The same again is no news, and changes nothing.
    before = snapshot(tmp_path)
    save(tmp_path, *articles, boat(), digest="v2", merge=merge)
    assert snapshot(tmp_path) == before


# ---------------------------------------------------------------- where nobody has worked


def test_new_articles_are_written(tmp_path: Path) -> None:
    assert save(tmp_path, bridge()) == ImportResult(written=(NAME,))
    assert ONE in text(tmp_path)


def test_the_same_import_again_writes_nothing(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    before = times(tmp_path)
    assert save(tmp_path, bridge()) == ImportResult(unchanged=(NAME,))
    assert save(tmp_path, read=False) == ImportResult()
    assert times(tmp_path) == before


def test_article_that_is_edited_back_follows_the_page_again(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    original = path(tmp_path).read_bytes()
    append(path(tmp_path), "\n手写的一段。\n")
    save(tmp_path, bridge(*NOW), digest="v2")
    path(tmp_path).write_bytes(original)
    assert save(tmp_path, read=False).written == (NAME,)
    assert THEIRS in text(tmp_path)


def test_article_that_left_the_page_unedited_comes_back(tmp_path: Path) -> None:
    save(tmp_path, bridge(), boat())
    save(tmp_path, boat(), digest="v2")
    assert save(tmp_path, bridge(), boat(), digest="v3").written == (NAME,)


# ---------------------------------------------------------------- a person's work


def test_edited_article_that_left_the_page_and_came_back_stays(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    append(path(tmp_path), "\n手写的一段。\n")
    save(tmp_path, boat(), digest="v2")
    assert stands(tmp_path) is Standing.STALE
    assert save(tmp_path, bridge(), boat(), digest="v3").kept == (NAME,)
    assert stands(tmp_path) is Standing.SETTLED
    assert "手写的一段。" in text(tmp_path)


def test_deleted_article_that_left_the_page_and_came_back_is_not_brought_back(tmp_path: Path) -> None:
    save(tmp_path, bridge(), boat())
    path(tmp_path).unlink()
    save(tmp_path, boat(), digest="v2")
    save(tmp_path, bridge(), boat(), digest="v3")
    assert not path(tmp_path).exists()


def test_deleted_article_that_is_restored_follows_the_page(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    original = path(tmp_path).read_bytes()
    path(tmp_path).unlink()
    save(tmp_path, bridge(*NOW), digest="v2")
    path(tmp_path).write_bytes(original)
    assert save(tmp_path, bridge(*NOW), digest="v3").written == (NAME,)


def test_a_file_that_somebody_put_there_is_never_overwritten(tmp_path: Path) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_text("手写的。", encoding="utf-8")
    assert save(tmp_path, bridge(), merge=True) == ImportResult(kept=(NAME,))
    assert text(tmp_path) == "手写的。"
    assert save(tmp_path, bridge(*NOW), digest="v2") == ImportResult(offered=(NAME,))


def test_without_its_record_every_changed_article_counts_as_edited(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    (tmp_path / ARTICLES / PAGE / RECORD).unlink()
    assert save(tmp_path, bridge(*NOW)) == ImportResult(kept=(NAME,))


# ---------------------------------------------------------------- the page's changes are offered


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """A person has changed one paragraph, the page another."""
    save(tmp_path, bridge())
    edit(path(tmp_path), THREE, LAST)
    save(tmp_path, bridge(*NOW), digest="v2")
    return tmp_path


def test_changes_of_the_page_are_offered_until_they_are_in(offered: Path) -> None:
    assert stands(offered) is Standing.CHANGED
    assert save(offered, read=False) == ImportResult(offered=(NAME,))
    assert save(offered, read=False, merge=True) == ImportResult(merged=(NAME,))
    assert stands(offered) is Standing.SETTLED
    assert save(offered, bridge(*NOW), digest="v2", merge=True) == ImportResult(kept=(NAME,))
    assert (THEIRS in text(offered), LAST in text(offered)) == (True, True)


def test_changes_that_a_person_puts_in_by_hand_are_not_offered_any_more(offered: Path) -> None:
    edit(path(offered), ONE, THEIRS)
    assert save(offered, read=False) == ImportResult()
    assert stands(offered) is Standing.SETTLED


def test_changes_that_the_page_takes_back_are_not_offered_any_more(offered: Path) -> None:
    assert save(offered, bridge(), digest="v3") == ImportResult(kept=(NAME,))
    assert stands(offered) is Standing.SETTLED


def test_a_picture_that_a_person_puts_in_stays(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    edit(path(tmp_path), TWO, f"{TWO}\n\n{PICTURE}")
    assert save(tmp_path, bridge(), merge=True) == ImportResult(kept=(NAME,))
    assert save(tmp_path, bridge(*NOW, "桥上装了灯。"), digest="v2", merge=True) == ImportResult(merged=(NAME,))
    assert f"\n\n{TWO}\n\n{PICTURE}\n\n{THREE}\n\n桥上装了灯。\n" in text(tmp_path)
    assert THEIRS in text(tmp_path)
    (item,) = read_articles(tmp_path)
    assert [block.picture for block in item.story.blocks if block.picture] == ["bridge.jpg"]


def test_a_picture_beside_an_article_is_left_alone(tmp_path: Path) -> None:
    save(tmp_path, bridge(), boat())
    (path(tmp_path).parent / "bridge.jpg").write_bytes(b"a picture")
    assert save(tmp_path, boat(), digest="v2") == ImportResult(
        unchanged=(f"{ARTICLES}/{PAGE}/boat.md",), removed=(NAME,)
    )
    assert (path(tmp_path).parent / "bridge.jpg").read_bytes() == b"a picture"


def test_two_changes_of_the_page_are_merged_in_one(offered: Path) -> None:
    later = (THEIRS, f"{TWO}他们下棋。", THREE)
    assert save(offered, bridge(*later), digest="v3", merge=True) == ImportResult(merged=(NAME,))
    assert text(offered).endswith("\n\n".join((THEIRS, f"{TWO}他们下棋。", LAST)) + "\n")


def test_front_matter_is_merged_key_by_key(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    edit(path(tmp_path), "title: 小桥", "title: 新桥  # 页上印错")
    save(tmp_path, bridge(order=4, credit="(记者 王小明)"), digest="v2", merge=True)
    assert text(tmp_path).startswith(
        "---\nkind: article\ntitle: 新桥  # 页上印错\ncredit: (记者 王小明)\npage: p\norder: 4\n---\n"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_of_a_person_stay(offered: Path, mark: bytes) -> None:
    data = mark + path(offered).read_bytes().replace(b"\n", b"\r\n")
    path(offered).write_bytes(data)
    save(offered, read=False, merge=True)
    assert path(offered).read_bytes() == data.replace(ONE.encode(), THEIRS.encode())


def test_mixed_line_ends_of_a_person_stay(offered: Path) -> None:
    data = path(offered).read_bytes().replace(LAST.encode() + b"\n", LAST.encode() + b"\r\n")
    path(offered).write_bytes(data)
    save(offered, read=False, merge=True)
    assert path(offered).read_bytes() == data.replace(ONE.encode(), THEIRS.encode())


def test_file_that_is_no_text_is_a_fault_where_it_is_to_be_merged(offered: Path) -> None:
    path(offered).write_bytes(b"---\ntitle: \xb0\n---\n")
    before = snapshot(offered)
    assert save(offered, read=False) == ImportResult(offered=(NAME,))
    with pytest.raises(ArticleError, match="0xb0") as caught:
        save(offered, read=False, merge=True)
    assert str(caught.value.ref) == f"{NAME}:2"
    assert snapshot(offered) == before


@pytest.mark.parametrize("work", ["老人们天天来桥上聊天。", "老人们常来桥上\n\n聊天。", f"{TWO}他们下棋。"])
def test_a_paragraph_that_the_page_takes_back_is_offered_where_a_person_has_worked_on_it(
    tmp_path: Path, work: str
) -> None:
    save(tmp_path, bridge())
    edit(path(tmp_path), TWO, work)
    assert save(tmp_path, bridge(ONE, THREE), digest="v2") == ImportResult(offered=(NAME,))
    assert stands(tmp_path) is Standing.CHANGED
    assert save(tmp_path, read=False, merge=True) == ImportResult(clashed=(NAME,))
    assert work in text(tmp_path)


# ---------------------------------------------------------------- what clashes

MARKS = ("<" * 7, "=" * 7, ">" * 7)


@pytest.fixture
def clashed(tmp_path: Path) -> Path:
    """A person and the page have changed one paragraph, and the merge has been asked for."""
    save(tmp_path, bridge())
    edit(path(tmp_path), ONE, MINE)
    assert save(tmp_path, bridge(*NOW), digest="v2", merge=True) == ImportResult(clashed=(NAME,))
    return tmp_path


def resolve(root: Path, chosen: str) -> None:
    """A person takes the markers out of the merge."""
    _, _, rest = text(root, ending=".merge").partition(">>>>>>> content/pages/p.txt\n")
    head, _, _ = text(root, ending=".merge").partition("<<<<<<< bridge.md\n")
    path(root, ending=".merge").write_text(f"{head}{chosen}\n{rest}", encoding="utf-8")


def test_what_clashes_stands_beside_the_article_with_markers(clashed: Path) -> None:
    assert text(clashed, ending=".merge").split("---\n\n")[1].split("\n\n") == [
        *("<<<<<<< bridge.md", MINE, "=======", THEIRS, ">>>>>>> content/pages/p.txt"),
        *(TWO, f"{THREE}\n"),
    ]
    assert stands(clashed) is Standing.CLASHED
    assert [item.slug for item in read_articles(clashed)] == ["bridge"]


def test_a_merge_without_markers_takes_the_place_of_the_article(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    assert save(clashed, read=False) == ImportResult(waiting=(NAME,))
    assert save(clashed, read=False, merge=True) == ImportResult(merged=(NAME,))
    assert "新桥昨天终于通车了。" in text(clashed)
    assert not path(clashed, ending=".merge").exists()
    assert stands(clashed) is Standing.SETTLED
    assert save(clashed, bridge(*NOW), digest="v2", merge=True) == ImportResult(kept=(NAME,))


def test_a_merge_that_is_moved_over_the_article_is_finished(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    path(clashed, ending=".merge").replace(path(clashed))
    assert stands(clashed) is Standing.SETTLED
    assert save(clashed, bridge(*NOW), digest="v2") == ImportResult(kept=(NAME,))


def test_a_merge_that_is_copied_over_the_article_is_removed(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    path(clashed).write_bytes(path(clashed, ending=".merge").read_bytes())
    save(clashed, read=False, merge=True)
    assert "新桥昨天终于通车了。" in text(clashed)
    assert not path(clashed, ending=".merge").exists()


def test_a_merge_that_is_deleted_keeps_the_article_as_it_is(clashed: Path) -> None:
    before = text(clashed)
    path(clashed, ending=".merge").unlink()
    assert stands(clashed) is Standing.SETTLED
    assert save(clashed, bridge(*NOW), digest="v2", merge=True) == ImportResult(kept=(NAME,))
    assert text(clashed) == before


def test_a_merge_goes_when_the_article_is_brought_up_to_date_by_hand(clashed: Path) -> None:
    edit(path(clashed), MINE, THEIRS)
    save(clashed, read=False)
    assert not path(clashed, ending=".merge").exists()
    assert stands(clashed) is Standing.SETTLED


def test_a_merge_that_nobody_has_touched_follows_the_page(clashed: Path) -> None:
    later = (THEIRS, TWO, LAST)
    assert save(clashed, bridge(*later), digest="v3") == ImportResult(waiting=(NAME,))
    assert LAST not in text(clashed, ending=".merge")
    assert save(clashed, bridge(*later), digest="v3", merge=True) == ImportResult(clashed=(NAME,))
    assert LAST in text(clashed, ending=".merge")


def test_a_merge_that_a_person_has_begun_is_never_overwritten(clashed: Path) -> None:
    edit(path(clashed, ending=".merge"), TWO, "手写的一段。")
    before = text(clashed, ending=".merge")
    assert save(clashed, bridge(THEIRS, TWO, LAST), digest="v3", merge=True) == ImportResult(waiting=(NAME,))
    assert text(clashed, ending=".merge") == before


def test_a_page_that_changes_while_a_merge_waits_is_offered_afterwards(clashed: Path) -> None:
    save(clashed, bridge(THEIRS, TWO, LAST), digest="v3")
    resolve(clashed, "新桥昨天终于通车了。")
    assert save(clashed, read=False, merge=True) == ImportResult(merged=(NAME,))
    assert text(clashed).endswith(f"\n\n新桥昨天终于通车了。\n\n{TWO}\n\n{LAST}\n")


def test_an_article_edited_beside_its_merge_is_not_replaced_by_it(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    edit(path(clashed), TWO, "手写的一段。")
    for merge in (False, True):
        assert save(clashed, read=False, merge=merge) == ImportResult(overtaken=(NAME,))
    assert stands(clashed) is Standing.OVERTAKEN
    assert "手写的一段。" in text(clashed)
    assert "新桥昨天终于通车了。" in text(clashed, ending=".merge")


def test_an_article_edited_beside_its_merge_is_finished_by_moving_or_deleting_it(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    edit(path(clashed), TWO, "手写的一段。")
    other = clashed.parent / "other"
    shutil.copytree(clashed, other)
    path(clashed, ending=".merge").replace(path(clashed))
    path(other, ending=".merge").unlink()
    for root, said in ((clashed, "新桥昨天终于通车了。"), (other, "手写的一段。")):
        assert save(root, read=False) == ImportResult()
        assert stands(root) is Standing.SETTLED
        assert said in text(root)


@pytest.mark.parametrize("left", ["<<<<<<< bridge.md", "=======", ">>>>>>> content/pages/p.txt"])
@pytest.mark.parametrize("merge", [False, True])
def test_a_merge_that_is_moved_over_the_article_with_a_marker_is_a_fault(clashed: Path, left: str, merge: bool) -> None:
    kept = [item for item in text(clashed, ending=".merge").split("\n") if item == left or item[:7] not in MARKS]
    path(clashed).write_text("\n".join(kept), encoding="utf-8")
    path(clashed, ending=".merge").unlink()
    before = snapshot(clashed)
    with pytest.raises(ArticleError, match="conflict marker") as caught:
        save(clashed, read=False, merge=merge)
    assert caught.value.ref == SourceRef(NAME, text(clashed).split("\n").index(left) + 1)
    assert snapshot(clashed) == before


def test_a_merge_that_is_no_text_is_a_fault(clashed: Path) -> None:
    path(clashed, ending=".merge").write_bytes(b"\xb0\xa1\n")
    before = snapshot(clashed)
    with pytest.raises(ArticleError, match="0xb0") as caught:
        save(clashed, read=False, merge=True)
    assert str(caught.value.ref) == f"{MERGE}:1"
    assert snapshot(clashed) == before


def test_a_merge_of_a_deleted_article_goes_unless_it_was_touched(clashed: Path) -> None:
    path(clashed).unlink()
    save(clashed, read=False)
    assert not path(clashed, ending=".merge").exists()


def test_a_merge_of_a_deleted_article_that_a_person_has_begun_is_named(clashed: Path) -> None:
    resolve(clashed, "新桥昨天终于通车了。")
    path(clashed).unlink()
    for _ in range(2):
        assert save(clashed, read=False) == ImportResult(left_over=(MERGE,))
    assert path(clashed, ending=".merge").exists()
    path(clashed, ending=".merge").rename(path(clashed))
    assert save(clashed, read=False) == ImportResult()
    assert "新桥昨天终于通车了。" in text(clashed)


def test_a_foreign_file_in_the_place_of_a_merge_is_a_fault(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    edit(path(tmp_path), ONE, MINE)
    path(tmp_path, ending=".merge").write_text("手写的。", encoding="utf-8")
    before = snapshot(tmp_path)
    with pytest.raises(ArticleError, match="is there already") as caught:
        save(tmp_path, bridge(*NOW), digest="v2", merge=True)
    assert str(caught.value.ref) == f"{MERGE}:1"
    assert snapshot(tmp_path) == before


# ---------------------------------------------------------------- records of earlier versions


def make_old(root: Path) -> None:
    """The record as earlier versions wrote it."""
    record = read_record(root, PAGE)
    assert record is not None
    files = {slug: {"sha256": file.sha256, "named_after": file.named_after} for slug, file in record.articles.items()}
    (root / ARTICLES / PAGE / RECORD).write_bytes(typed.to_pretty_json({"page": record.page, "articles": files}))


def test_the_text_of_an_unedited_file_is_learnt_from_the_file(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    record = read_record(tmp_path, PAGE)
    make_old(tmp_path)
    assert save(tmp_path, read=False) == ImportResult()
    assert read_record(tmp_path, PAGE) == replace(record or ImportRecord("", {}), encoding="")


def test_the_text_of_an_edited_file_is_learnt_from_a_page_that_has_not_changed(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    make_old(tmp_path)
    edit(path(tmp_path), THREE, LAST)
    assert save(tmp_path, read=False) == ImportResult()
    assert save(tmp_path, bridge()) == ImportResult(kept=(NAME,))
    assert save(tmp_path, bridge(*NOW), digest="v2", merge=True) == ImportResult(merged=(NAME,))


def test_without_a_base_the_file_stays_and_a_merge_marks_every_difference(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    make_old(tmp_path)
    edit(path(tmp_path), THREE, LAST)
    before = text(tmp_path)
    assert save(tmp_path, bridge(*NOW), digest="v2") == ImportResult(unbased=(NAME,))
    assert stands(tmp_path) is Standing.CHANGED
    assert save(tmp_path, read=False, merge=True) == ImportResult(clashed=(NAME,))
    assert (text(tmp_path), text(tmp_path, ending=".merge").count("<<<<<<<")) == (before, 2)
    path(tmp_path, ending=".merge").unlink()
    assert save(tmp_path, bridge(*NOW), digest="v2", merge=True) == ImportResult(kept=(NAME,))
    assert text(tmp_path) == before


def test_a_deleted_file_is_not_brought_back(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    make_old(tmp_path)
    path(tmp_path).unlink()
    assert save(tmp_path, bridge(*NOW), digest="v2") == ImportResult(skipped=(NAME,))


# ---------------------------------------------------------------- renamed files and their English


def po(root: Path, slug: str, text: str | None = None) -> Path:
    file = root / f"content/translations/en/{PAGE}/{slug}.po"
    if text is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return file


def test_the_english_goes_with_a_renamed_file(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    po(tmp_path, "bridge", "the English")
    path(tmp_path).rename(path(tmp_path, "qiao"))
    assert save(tmp_path, read=False) == ImportResult(renamed=(f"{NAME} ─▶ {ARTICLES}/{PAGE}/qiao.md",))
    assert (po(tmp_path, "bridge").exists(), po(tmp_path, "qiao").read_text(encoding="utf-8")) == (False, "the English")


def test_english_that_is_there_under_the_new_name_stays(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    po(tmp_path, "bridge", "the English")
    po(tmp_path, "qiao", "other English")
    path(tmp_path).rename(path(tmp_path, "qiao"))
    save(tmp_path, read=False)
    assert po(tmp_path, "bridge").exists()
    assert po(tmp_path, "qiao").read_text(encoding="utf-8") == "other English"


@pytest.mark.parametrize(("address", "moved"), [("bridge", "bridge"), ("xinqiao", "xinqiao"), ("@", "qiao")])
def test_the_english_goes_to_the_address_of_the_front_matter(tmp_path: Path, address: str, moved: str) -> None:
    save(tmp_path, bridge())
    po(tmp_path, "bridge", "the English")
    path(tmp_path).rename(path(tmp_path, "qiao"))
    edit(path(tmp_path, "qiao"), "order: 1\n", f"order: 1\nslug: {address}\n")
    save(tmp_path, read=False)
    assert po(tmp_path, moved).exists()


def test_doubts_go_with_a_renamed_file(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    record = read_record(tmp_path, PAGE)
    assert record is not None
    doubt = Doubt("bridge", 3, "headline", "小桥", "It is short.", 0.5)
    doubtful = typed.to_pretty_json(replace(record, doubts=(doubt,)))
    (tmp_path / ARTICLES / PAGE / RECORD).write_bytes(doubtful)
    path(tmp_path).rename(path(tmp_path, "qiao"))
    save(tmp_path, read=False)
    record = read_record(tmp_path, PAGE)
    assert record is not None
    assert record.doubts == (replace(doubt, article="qiao"),)


# ---------------------------------------------------------------- killed, or changed meanwhile


class Kill:
    """Ends the process, so to say, before one of its writes or removals."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.left = at
        for name in ("write_atomically", "_save_record"):
            self.wrap(monkeypatch, reimport, name)
        self.wrap(monkeypatch, Path, "unlink")

    def wrap(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        real = getattr(owner, name)

        def step(*arguments: object, **options: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise KeyboardInterrupt
            return real(*arguments, **options)

        monkeypatch.setattr(owner, name, step)


def worked_on(root: Path) -> tuple[Article, ...]:
    """An edition in which a person has worked, and its page as it has changed."""
    slugs = ("bridge", "boat", "car", "tea", "gone")
    save(root, *(bridge(*(f"{slug} {line}" for line in BASE), slug=slug, title=slug) for slug in slugs))
    edit(path(root), f"bridge {THREE}", LAST)
    edit(path(root, "boat"), f"boat {ONE}", MINE)
    path(root, "tea").unlink()
    return tuple(bridge(*(f"{slug} {line}" for line in NOW), slug=slug, title=slug) for slug in slugs[:4])


# The earlier record, three files, one removal, the new record.
STEPS = 6


@pytest.mark.parametrize("at", range(STEPS + 1))
def test_an_import_that_was_killed_is_simply_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    roots = tmp_path / "killed", tmp_path / "fresh"
    for root in roots:
        changed = worked_on(root)
    with monkeypatch.context() as patched:
        Kill(patched, at)
        try:
            save(roots[0], *changed, digest="v2", merge=True)
        except KeyboardInterrupt:
            assert at < STEPS
        else:
            assert at >= STEPS
    for root in roots:
        save(root, *changed, digest="v2", merge=True)
    killed, fresh = (
        {path.relative_to(root): data for path, data in snapshot(root / ARTICLES).items()} for root in roots
    )
    assert killed == fresh
    save(roots[0], *changed, bridge(slug="gone"), digest="v3")
    assert path(roots[0], "gone").exists()


def test_a_file_that_changes_during_the_import_is_not_overwritten(tmp_path: Path) -> None:
    save(tmp_path, bridge(), boat())
    folder = read_folders(tmp_path, [PAGE])[PAGE]
    page = ReadPage("v2", fresh_articles([bridge(*NOW), boat()], ["小桥", "渡船"]))
    plan = plan_page(tmp_path, folder, "content/pages/p.txt", read_record(tmp_path, PAGE), page)
    edit(path(tmp_path), THREE, LAST)
    before = snapshot(tmp_path)
    with pytest.raises(WriteError, match="while the page was being imported") as caught:
        apply(tmp_path, plan)
    assert str(caught.value.ref) == f"{NAME}:1"
    assert snapshot(tmp_path) == before


# ---------------------------------------------------------------- whatever a person does

SENTENCES = st.sampled_from([*BASE, MINE, THEIRS, LAST, "手写的一段。", "又一段。"])
TEXTS = st.lists(SENTENCES, min_size=1, max_size=5)


@PROPERTY
@given(TEXTS, TEXTS, TEXTS, st.sampled_from(["小桥", "新桥"]), st.booleans())
def test_whatever_a_person_wrote_is_still_there(
    tmp_path_factory: pytest.TempPathFactory,
    base: list[str],
    mine: list[str],
    page: list[str],
    title: str,
    old: bool,
) -> None:
    root = tmp_path_factory.mktemp("edition")
    save(root, bridge(*base))
    path(root).write_text(render(bridge(*mine, title=title)) + "<!-- 手写 -->\n", encoding="utf-8")
    if old:
        make_old(root)
    written = path(root).read_bytes()
    save(root, bridge(*page), digest="v2")
    assert path(root).read_bytes() == written
    save(root, read=False)
    assert path(root).read_bytes() == written
    result = save(root, bridge(*page), digest="v2", merge=True)
    left = text(root) + (text(root, ending=".merge") if path(root, ending=".merge").exists() else "")
    assert set(mine) - set(base) <= {line for line in left.split("\n") if line}
    assert (title == "小桥" or f"title: {title}\n" in left) and "<!-- 手写 -->" in left
    if result.clashed:
        assert path(root).read_bytes() == written
        assert set(mine) <= set(text(root, ending=".merge").split("\n")) | set(base)


def test_an_unedited_file_has_the_sha256_of_its_base() -> None:
    file = ImportedFile(sha256(b"x\n"), "x", ("x", ""))
    assert file.base == "x\n"
