"""A later import follows the page where nobody has worked, and leaves a person's work alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.content.articles import ARTICLES
from duidu.content.imports import RECORD, ImportResult, read_record, save_articles
from duidu.errors import ArticleError
from duidu.model import Article
from tests.support import append, article, snapshot, times

PAGE = "p"


def save(root: Path, *articles: Article, digest: str = "v1") -> ImportResult:
    return save_articles(root, PAGE, digest, articles, tuple(f"name of {item.slug}" for item in articles))


def path(root: Path, slug: str = "bridge") -> Path:
    return root / ARTICLES / PAGE / f"{slug}.md"


def bridge(text: str = "桥通了。", slug: str = "bridge") -> Article:
    return article(text, page=PAGE, slug=slug)


NAME = f"{ARTICLES}/{PAGE}/bridge.md"


def test_new_articles_are_written(tmp_path: Path) -> None:
    assert save(tmp_path, bridge()) == ImportResult(written=(NAME,))
    assert "桥通了。" in path(tmp_path).read_text(encoding="utf-8")


def test_the_record_names_page_files_and_what_they_are_named_after(tmp_path: Path) -> None:
    save(tmp_path, bridge(), bridge(slug="boat"))
    record = read_record(tmp_path, PAGE)
    assert record is not None
    assert record.page == "v1"
    assert record.slugs() == {"name of bridge": "bridge", "name of boat": "boat"}


def test_a_page_that_was_never_imported_has_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path, PAGE) is None


def test_the_same_import_again_writes_nothing(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    before = times(tmp_path)
    assert save(tmp_path, bridge()) == ImportResult(unchanged=(NAME,))
    assert times(tmp_path) == before


def test_unedited_article_follows_the_page(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    assert save(tmp_path, bridge("桥修好了。"), digest="v2") == ImportResult(written=(NAME,))
    assert "桥修好了。" in path(tmp_path).read_text(encoding="utf-8")


def test_edited_article_is_never_overwritten(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    append(path(tmp_path), "\n手写的一段。\n")
    before = path(tmp_path).read_bytes()
    for text in ("桥修好了。", "桥通了。", "桥又坏了。"):
        assert save(tmp_path, bridge(text), digest=text) == ImportResult(kept=(NAME,))
        assert path(tmp_path).read_bytes() == before


def test_article_that_is_edited_back_follows_the_page_again(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    original = path(tmp_path).read_bytes()
    append(path(tmp_path), "\n手写的一段。\n")
    save(tmp_path, bridge("桥修好了。"), digest="v2")
    path(tmp_path).write_bytes(original)
    assert save(tmp_path, bridge("桥修好了。"), digest="v2").written == (NAME,)


def test_deleted_article_is_not_brought_back(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    path(tmp_path).unlink()
    for text in ("桥通了。", "桥修好了。", "桥通了。"):
        assert save(tmp_path, bridge(text), digest=text) == ImportResult(skipped=(NAME,))
        assert not path(tmp_path).exists()


def test_unedited_article_that_left_the_page_is_removed(tmp_path: Path) -> None:
    save(tmp_path, bridge(), bridge(slug="boat"))
    assert save(tmp_path, bridge(slug="boat"), digest="v2").removed == (NAME,)
    assert not path(tmp_path).exists()


def test_edited_article_that_left_the_page_stays(tmp_path: Path) -> None:
    save(tmp_path, bridge(), bridge(slug="boat"))
    append(path(tmp_path), "\n手写的一段。\n")
    assert save(tmp_path, bridge(slug="boat"), digest="v2").removed == ()
    assert "手写的一段。" in path(tmp_path).read_text(encoding="utf-8")


def test_edited_article_that_left_the_page_and_came_back_stays(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    append(path(tmp_path), "\n手写的一段。\n")
    save(tmp_path, bridge(slug="boat"), digest="v2")
    assert save(tmp_path, bridge(), digest="v3").kept == (NAME,)
    assert "手写的一段。" in path(tmp_path).read_text(encoding="utf-8")


def test_deleted_article_that_left_the_page_and_came_back_is_not_brought_back(tmp_path: Path) -> None:
    save(tmp_path, bridge(), bridge(slug="boat"))
    path(tmp_path).unlink()
    save(tmp_path, bridge(slug="boat"), digest="v2")
    save(tmp_path, bridge(), bridge(slug="boat"), digest="v3")
    assert not path(tmp_path).exists()


def test_a_file_that_somebody_put_there_is_never_overwritten(tmp_path: Path) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_text("手写的。", encoding="utf-8")
    assert save(tmp_path, bridge()) == ImportResult(kept=(NAME,))
    assert path(tmp_path).read_text(encoding="utf-8") == "手写的。"


def test_without_its_record_every_changed_article_counts_as_edited(tmp_path: Path) -> None:
    save(tmp_path, bridge())
    (tmp_path / ARTICLES / PAGE / RECORD).unlink()
    assert save(tmp_path, bridge("桥修好了。")) == ImportResult(kept=(NAME,))


def test_an_import_that_was_killed_is_simply_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, bridge(), bridge(slug="boat"))
    changed = (bridge("桥修好了。"), bridge("船来了。", slug="boat"))
    with monkeypatch.context() as patched:
        patched.setattr("duidu.content.imports.write_if_changed", _killed)
        with pytest.raises(KeyboardInterrupt):
            save(tmp_path, *changed, digest="v2")
    assert save(tmp_path, *changed, digest="v2").kept == ()
    (tmp_path / "fresh").mkdir()
    save(tmp_path / "fresh", *changed, digest="v2")
    assert [*snapshot(tmp_path / ARTICLES).values()] == [*snapshot(tmp_path / "fresh" / ARTICLES).values()]


def _killed(path: Path, data: bytes, name: str) -> bool:
    raise KeyboardInterrupt


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b'{"page": 1, "articles": {}}', b'{"page": "x"}'])
def test_broken_record_is_a_fault(tmp_path: Path, data: bytes) -> None:
    save(tmp_path, bridge())
    (tmp_path / ARTICLES / PAGE / RECORD).write_bytes(data)
    with pytest.raises(ArticleError, match="record of the import is broken") as caught:
        read_record(tmp_path, PAGE)
    assert str(caught.value.ref) == f"{ARTICLES}/{PAGE}/{RECORD}:1"
    assert "delete" in caught.value.hint
