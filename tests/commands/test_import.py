"""`import`: pages become articles; a person's work is never overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duidu.commands import import_
from duidu.errors import DuiduError, ManyFaultsError
from tests.commands.conftest import ARTICLE
from tests.conftest import Silent
from tests.support import append, edit, snapshot, times

PAGE_FILE = "content/pages/qingshi.txt"


def counts(root: Path, silent: Silent, **options: bool) -> dict[str, int]:
    report = import_.run(root, silent, **options)
    assert report.exit_code == 0
    return {key: value for key, value in report.counts.items() if value}


def test_a_new_page_becomes_articles(edition: Path, silent: Silent) -> None:
    assert counts(edition, silent) == {"pages": 1, "pages_read": 1, "articles_written": 3}
    assert sorted(path.name for path in (edition / "content/articles/qingshi").glob("*.md")) == [
        "chuntian-lai-le-haizi-men-zai-xinqiao-shang-fangfengzheng.md",
        "jieyueyongshui-renrenyouze.md",
        "xiaoqiao-lian-qi-liangge-cun.md",
    ]


def test_a_page_that_has_not_changed_is_not_read_again(built: Path, silent: Silent) -> None:
    before = times(built / "content")
    assert counts(built, silent) == {"pages": 1}
    assert times(built / "content") == before


def test_every_page_is_read_again_where_that_is_asked_for(built: Path, silent: Silent) -> None:
    before = times(built / "content")
    assert counts(built, silent, again=True) == {"pages": 1, "pages_read": 1, "articles_unchanged": 3}
    assert times(built / "content") == before


def test_pages_are_never_written(built: Path, silent: Silent) -> None:
    before = snapshot(built / "content/pages")
    import_.run(built, silent, again=True)
    assert snapshot(built / "content/pages") == before


def test_no_pages(edition: Path, silent: Silent) -> None:
    (edition / PAGE_FILE).unlink()
    report = import_.run(edition, silent)
    assert report.lines == ("Import: there is no page in content/pages/ yet. Put a text file there.",)


# ---------------------------------------------------------------- a person's work


def test_unedited_markdown_follows_a_changed_page(built: Path, silent: Silent) -> None:
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    assert counts(built, silent) == {"pages": 1, "pages_read": 1, "articles_written": 1, "articles_unchanged": 2}
    assert "前天，青石县" in (built / ARTICLE).read_text(encoding="utf-8")


def test_edited_markdown_is_never_overwritten(built: Path, silent: Silent) -> None:
    edit(built / ARTICLE, "昨天，青石县", "三月一日，青石县")
    before = (built / ARTICLE).read_bytes()
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    report = import_.run(built, silent)
    assert f"  kept as you edited it: {ARTICLE}" in report.lines
    import_.run(built, silent, again=True)
    assert (built / ARTICLE).read_bytes() == before


def test_deleted_markdown_is_not_brought_back(built: Path, silent: Silent) -> None:
    (built / ARTICLE).unlink()
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    report = import_.run(built, silent)
    assert f"  not brought back, you deleted it: {ARTICLE}" in report.lines
    import_.run(built, silent, again=True)
    assert not (built / ARTICLE).exists()


def test_unedited_markdown_that_left_the_page_is_removed(built: Path, silent: Silent) -> None:
    edit(built / PAGE_FILE, "节约用水\n人人有责\n", "")
    report = import_.run(built, silent)
    assert "  removed, no longer on the page: content/articles/qingshi/jieyueyongshui-renrenyouze.md" in report.lines


def test_edited_markdown_that_left_the_page_stays(built: Path, silent: Silent) -> None:
    path = built / "content/articles/qingshi/jieyueyongshui-renrenyouze.md"
    append(path, "\n从我做起\n")
    edit(built / PAGE_FILE, "节约用水\n人人有责\n", "")
    import_.run(built, silent)
    assert path.is_file()


def test_slugs_stay_when_the_lexicon_changes(built: Path, silent: Silent) -> None:
    before = sorted(path.name for path in (built / "content/articles/qingshi").iterdir())
    append(built / "content/lexicon/words.tsv", "小桥连起\tword\n")
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    assert counts(built, silent)["articles_written"] == 1
    assert sorted(path.name for path in (built / "content/articles/qingshi").iterdir()) == before


def test_words_of_the_lexicon_are_in_new_slugs(edition: Path, silent: Silent) -> None:
    append(edition / "content/lexicon/words.tsv", "小桥连起\tword\n")
    import_.run(edition, silent)
    assert (edition / "content/articles/qingshi/xiaoqiaolianqi-liangge-cun.md").is_file()


# ---------------------------------------------------------------- all or nothing


def test_one_bad_page_leaves_everything_as_it_was(built: Path, silent: Silent) -> None:
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    (built / "content/pages/bad.txt").write_bytes(b"\x00")
    before = snapshot(built / "content")
    with pytest.raises(DuiduError, match=r"bad\.txt:1"):
        import_.run(built, silent)
    assert snapshot(built / "content") == before


def test_all_pages_that_no_importer_reads_are_reported_at_once(built: Path, silent: Silent) -> None:
    for name in ("a.pdf", "b.docx"):
        (built / "content/pages" / name).write_bytes(b"x")
    with pytest.raises(ManyFaultsError) as caught:
        import_.run(built, silent)
    assert [str(error.ref) for error in caught.value.errors] == ["content/pages/a.pdf:1", "content/pages/b.docx:1"]


def test_folder_that_cannot_be_written_is_a_fault(built: Path, silent: Silent) -> None:
    shutil.rmtree(built / "content/articles")
    (built / "content/articles").write_text("a file", encoding="utf-8")
    with pytest.raises(DuiduError):
        import_.run(built, silent)


def test_page_under_another_name_is_not_imported_twice(built: Path, silent: Silent) -> None:
    (built / PAGE_FILE).rename(built / "content/pages/other.txt")
    with pytest.raises(DuiduError, match="the page 'qingshi' under another name"):
        import_.run(built, silent)


def test_without_a_record_the_files_keep_their_names(built: Path, silent: Silent) -> None:
    before = sorted((built / "content/articles/qingshi").glob("*.md"))
    (built / "content/articles/qingshi/.import.json").unlink()
    append(built / "content/lexicon/words.tsv", "小桥连起\n")
    import_.run(built, silent)
    assert sorted((built / "content/articles/qingshi").glob("*.md")) == before


def test_a_file_of_ones_own_does_not_swallow_a_story(built: Path, silent: Silent) -> None:
    own = built / "content/articles/qingshi/laojing.md"
    own.write_text("---\ntitle: 我的\n---\n\n我写的。\n", encoding="utf-8")
    append(built / PAGE_FILE, "\n\n\n\n老井\n\n本报讯 村里的老井修好了，大家都来打水。\n")
    import_.run(built, silent)
    assert sorted(path.name for path in own.parent.glob("laojing*.md")) == ["laojing-2.md", "laojing.md"]
    assert "我写的。" in own.read_text(encoding="utf-8")


def test_edited_article_that_left_the_page_is_named(built: Path, silent: Silent) -> None:
    edit(built / ARTICLE, "昨天，", "前天，")
    edit(built / PAGE_FILE, "小桥连起两个村", "小桥连起三个村")
    report = import_.run(built, silent)
    assert report.counts["articles_orphaned"] == 1
    assert any("edited by you" in line and ARTICLE in line for line in report.lines)
