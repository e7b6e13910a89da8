"""`import`: pages become articles; a person's work is never overwritten."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from duidu.commands import check, import_, translate
from duidu.commands.import_ import FATES
from duidu.errors import DuiduError, ManyFaultsError, PageError
from duidu.importers import CutsWord, import_page
from duidu.model import Decision, ImportedPage, RawPage, SourceRef
from tests.commands.conftest import ARTICLE
from tests.conftest import Silent
from tests.support import append, duidu, edit, faults, line_of, snapshot, times

PAGE_FILE = "content/pages/qingshi.txt"


def counts(root: Path, silent: Silent, **options: bool) -> dict[str, int]:
    report = import_.run(root, silent, **options)
    assert report.exit_code == 0
    return {key: value for key, value in report.counts.items() if value}


def test_a_new_page_becomes_articles(edition: Path, silent: Silent) -> None:
    assert counts(edition, silent) == {"pages": 1, "pages_read": 1, "articles_written": 3}
    assert sorted(path.name for path in (edition / "content/articles/qingshi").glob("*.md")) == [
        "chuntian-lai-le-haizi-men-zai-xinqiao-shang-fangfengzheng.md",
        "jieyue-yongshui-renren-youze.md",
        "xiaoqiao-lian-qi-liang-ge-cun.md",
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
    hint = "Put a page there: text, HTML, Markdown, Word or PDF."
    assert report.lines == (f"Import: there is no page in content/pages/ yet. {hint}",)


def slogan(root: Path) -> Path:
    return next((root / "content/articles/qingshi").glob("jieyue-yongshui*.md"))


# ---------------------------------------------------------------- a person's work


def test_unedited_markdown_follows_a_changed_page(built: Path, silent: Silent) -> None:
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    assert counts(built, silent) == {"pages": 1, "pages_read": 1, "articles_written": 1, "articles_unchanged": 2}
    assert "前天，青石县" in (built / ARTICLE).read_text(encoding="utf-8")


def test_edited_markdown_is_never_overwritten(built: Path, silent: Silent) -> None:
    edit(built / ARTICLE, "昨天，青石县", "三月一日，青石县")
    before = (built / ARTICLE).read_bytes()
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    for again in (False, True):
        report = import_.run(built, silent, again=again)
        assert f"  {FATES['offered'].format(ARTICLE)}" in report.lines
        assert (built / ARTICLE).read_bytes() == before


def test_deleted_markdown_is_not_brought_back(built: Path, silent: Silent) -> None:
    (built / ARTICLE).unlink()
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    report = import_.run(built, silent)
    assert f"  not brought back, you deleted it: {ARTICLE}" in report.lines
    import_.run(built, silent, again=True)
    assert not (built / ARTICLE).exists()


def test_unedited_markdown_that_left_the_page_is_removed(built: Path, silent: Silent) -> None:
    path = slogan(built)
    edit(built / PAGE_FILE, "节约用水\n人人有责\n", "")
    report = import_.run(built, silent)
    assert f"  removed, no longer on the page: content/articles/qingshi/{path.name}" in report.lines
    assert not path.exists()


def test_edited_markdown_that_left_the_page_stays(built: Path, silent: Silent) -> None:
    path = slogan(built)
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
    assert (edition / "content/articles/qingshi/xiaoqiaolianqi-liang-ge-cun.md").is_file()


# ---------------------------------------------------------------- all or nothing


def test_one_bad_page_leaves_everything_as_it_was(built: Path, silent: Silent) -> None:
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    (built / "content/pages/bad.txt").write_bytes(b"\x00")
    before = snapshot(built / "content")
    with pytest.raises(DuiduError, match=r"bad\.txt:1"):
        import_.run(built, silent)
    assert snapshot(built / "content") == before


def test_all_pages_that_no_importer_reads_are_reported_at_once(built: Path, silent: Silent) -> None:
    for name in ("a.doc", "b.jpg"):
        (built / "content/pages" / name).write_bytes(b"x")
    with pytest.raises(ManyFaultsError) as caught:
        import_.run(built, silent)
    assert [str(error.ref) for error in caught.value.errors] == ["content/pages/a.doc:1", "content/pages/b.jpg:1"]


def test_folder_that_cannot_be_written_is_a_fault(built: Path, silent: Silent) -> None:
    shutil.rmtree(built / "content/articles")
    (built / "content/articles").write_text("a file", encoding="utf-8")
    with pytest.raises(DuiduError):
        import_.run(built, silent)


def test_page_under_another_name_is_not_imported_twice(built: Path, silent: Silent) -> None:
    (built / PAGE_FILE).rename(built / "content/pages/other.txt")
    with pytest.raises(DuiduError, match="the page 'qingshi' under another name"):
        import_.run(built, silent)


def test_page_that_was_renamed_and_corrected_is_not_imported_twice(built: Path, silent: Silent) -> None:
    (built / PAGE_FILE).rename(built / "content/pages/other.txt")
    edit(built / "content/pages/other.txt", "昨天，青石县", "前天，青石县")
    before = snapshot(built / "content")
    with pytest.raises(PageError, match="reads like the page 'qingshi', whose file is gone") as caught:
        import_.run(built, silent)
    assert str(caught.value.ref) == "content/pages/other.txt:1"
    assert "name it qingshi again" in caught.value.hint
    assert snapshot(built / "content") == before


@pytest.mark.parametrize("corrected", [False, True])
def test_page_is_renamed_with_its_folders(built: Path, silent: Silent, corrected: bool) -> None:
    edit(built / ARTICLE, "十岁的李花", "九岁的李花")
    if corrected:
        edit(built / PAGE_FILE, "桥头开了一家小店", "桥头开了两家小店")
    for folder in ("pages/qingshi.txt", "articles/qingshi", "translations/en/qingshi"):
        path = built / "content" / folder
        path.rename(path.with_name(path.name.replace("qingshi", "other")))
    assert counts(built, silent, again=True, merge=True)["articles_merged"] == 1
    article = (built / ARTICLE.replace("qingshi", "other")).read_text(encoding="utf-8")
    assert ("九岁的李花" in article, "两家小店" in article) == (True, corrected)
    assert duidu(built, "site").exit_code == 0


def test_new_page_beside_one_that_is_gone_is_imported(built: Path, silent: Silent) -> None:
    (built / PAGE_FILE).unlink()
    (built / WELL).write_text(STORY, encoding="utf-8")
    assert counts(built, silent) == {"pages": 1, "pages_read": 1, "articles_written": 1}


@pytest.mark.parametrize("others", [False, True])
def test_page_whose_file_is_gone_is_named_until_its_articles_are_gone(
    built: Path, silent: Silent, others: bool
) -> None:
    if others:
        (built / WELL).write_text(STORY, encoding="utf-8")
        import_.run(built, silent)
    (built / PAGE_FILE).unlink()
    before = snapshot(built / "content")
    report = import_.run(built, silent)
    (line,) = (line for line in report.lines if "is gone" in line)
    assert line.endswith("content/articles/qingshi/ and content/translations/*/qingshi/: qingshi")
    assert ("there is no page" in report.lines[0], "yet" in report.lines[0]) == (not others, False)
    found = [item for item in check.run(built, silent).findings if item.code == "A111"]
    assert [item.ref.path for item in found] == ["content/articles/qingshi/.import.json"]
    assert snapshot(built / "content") == before
    shutil.rmtree(built / "content/articles/qingshi")
    assert not any("is gone" in line for line in import_.run(built, silent).lines)
    assert "A111" not in [item.code for item in check.run(built, silent).findings]


def test_folders_among_the_pages_are_named(built: Path, silent: Silent) -> None:
    (built / "content/pages/2021").mkdir()
    (built / "content/pages/2021/a.txt").write_text(STORY, encoding="utf-8")
    line = "  not read, as pages lie in content/pages/ itself: content/pages/2021/"
    assert line in import_.run(built, silent).lines


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


# ---------------------------------------------------------------- an article with reviewed English

WELL = "content/pages/laojing.txt"
STORY = """\
老井又有了水

本报讯 (记者 李四)昨天，白鹭镇的老井又有了水。镇上的老人说，这口井已经有三百年了。

大家商量好，要在井边种一圈柳树。孩子们也来帮忙，每人提一桶水。

春天到了，井边的柳树发了芽。
"""
OTHER_STORY = """\
茶园开始采茶

本报讯 (记者 张三)今天，云台山的茶园开始采茶。四邻都来帮忙，山上到处是歌声。

第一批新茶下个月就能上市。
"""
FIRST, LAST = "镇上的老人说", "井边的柳树发了芽"
SENTENCES = 8  # of the story: headline, byline, dateline and five more


@pytest.fixture
def well(built: Path, silent: Silent) -> Path:
    """The Markdown of an article whose English is reviewed; its page holds nothing else."""
    (built / WELL).write_text(STORY, encoding="utf-8")
    import_.run(built, silent)
    (path,) = (built / "content/articles/laojing").glob("*.md")
    translate.run(built, silent)
    catalogue = polib.pofile(str(po(path)))
    for entry in catalogue:
        entry.msgstr, entry.tcomment = f"English of {entry.msgid}", "A note."
    catalogue.save()
    assert reviewed(path) == len(catalogue) == SENTENCES
    return path


def root_of(path: Path) -> Path:
    return path.parents[3]


def po(path: Path) -> Path:
    return root_of(path) / f"content/translations/en/laojing/{path.stem}.po"


def reviewed(path: Path) -> int:
    """How many sentences of the article have reviewed English, with the note that a person wrote above it."""
    return sum(entry.tcomment == "A note." for entry in polib.pofile(str(po(path))).translated_entries())


def stale(path: Path) -> list[str]:
    return [entry.msgid for entry in polib.pofile(str(po(path))) if entry.fuzzy and entry.previous_msgid]


def codes(path: Path, silent: Silent) -> list[str]:
    """What check finds of the article, but for its English."""
    name = path.relative_to(root_of(path)).as_posix()
    found = check.run(root_of(path), silent).findings
    return [item.code for item in found if item.ref.path == name and item.code[0] != "E"]


def imported(path: Path, silent: Silent, **options: bool) -> dict[str, int]:
    """Import and translate; what became of the articles of the page."""
    found = counts(root_of(path), silent, **options)
    translate.run(root_of(path), silent)
    return {key: value for key, value in found.items() if key.startswith("articles_") and "unchanged" not in key}


def test_a_changed_page_keeps_the_english_of_what_stays(well: Path, silent: Silent) -> None:
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    assert imported(well, silent) == {"articles_written": 1}
    assert (reviewed(well), stale(well)) == (SENTENCES - 1, ["镇上的老人都说，这口井已经有三百年了。"])


@pytest.mark.parametrize("headline", ["老井，又有了水", "老井有水了", "百年老井重现清泉"])
def test_an_article_whose_headline_is_corrected_keeps_its_address(well: Path, silent: Silent, headline: str) -> None:
    edit(root_of(well) / WELL, "老井又有了水\n\n", f"{headline}\n\n")
    assert imported(well, silent) == {"articles_written": 1}
    assert f"title: {headline}\n" in well.read_text(encoding="utf-8")
    assert reviewed(well) == SENTENCES - 1
    assert [path.name for path in well.parent.glob("*.md")] == [well.name]


def test_a_deleted_article_stays_away_when_its_headline_is_corrected(well: Path, silent: Silent) -> None:
    well.unlink()
    for headline in ("老井，又有了水", "老井有水了"):
        text = STORY.replace("老井又有了水\n\n", f"{headline}\n\n").replace(FIRST, "镇上的老人都说")
        (root_of(well) / WELL).write_text(text, encoding="utf-8")
        assert imported(well, silent) == {"articles_skipped": 1}
    assert list(well.parent.glob("*.md")) == []


@pytest.mark.parametrize("translated_before", [False, True])
@pytest.mark.parametrize("edited", [False, True])
def test_a_renamed_article_keeps_its_english(well: Path, silent: Silent, edited: bool, translated_before: bool) -> None:
    renamed = well.rename(well.with_name("shui.md"))
    if edited:
        edit(renamed, LAST, "井边的柳树又发了芽")
    if translated_before:
        translate.run(root_of(well), silent)
    report = import_.run(root_of(well), silent)
    translate.run(root_of(well), silent)
    assert report.counts["articles_renamed"] == 1
    same = polib.pofile(str(po(renamed))).translated_entries()
    assert len(same) == SENTENCES - edited
    assert po(well).exists() is translated_before
    if not translated_before:
        assert reviewed(renamed) == len(same)
        assert len(stale(renamed)) == edited
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    assert imported(renamed, silent, merge=True) == {"articles_merged" if edited else "articles_written": 1}
    assert [path.name for path in well.parent.glob("*.md")] == ["shui.md"]


def test_an_unedited_article_that_leaves_its_page_finds_its_english_again(well: Path, silent: Silent) -> None:
    (root_of(well) / WELL).write_text(OTHER_STORY, encoding="utf-8")
    assert imported(well, silent) == {"articles_written": 1, "articles_removed": 1}
    assert (well.exists(), po(well).exists()) == (False, True)
    (root_of(well) / WELL).write_text(STORY, encoding="utf-8")
    assert imported(well, silent) == {"articles_written": 1, "articles_removed": 1}
    assert (well.exists(), reviewed(well)) == (True, SENTENCES)


def test_an_edited_article_that_leaves_its_page_is_kept_and_named(well: Path, silent: Silent) -> None:
    edit(well, LAST, "井边的柳树又发了芽")
    name = well.relative_to(root_of(well)).as_posix()
    (root_of(well) / WELL).write_text(OTHER_STORY, encoding="utf-8")
    report = import_.run(root_of(well), silent)
    assert f"  {FATES['orphaned'].format(name)}" in report.lines
    assert "井边的柳树又发了芽" in well.read_text(encoding="utf-8")
    assert codes(well, silent) == ["A108"]


# ---------------------------------------------------------------- merging


def test_changes_of_the_page_are_offered_named_and_put_in(well: Path, silent: Silent) -> None:
    edit(well, LAST, "井边的柳树又发了芽")
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    assert imported(well, silent) == {"articles_offered": 1}
    assert "镇上的老人都说" not in well.read_text(encoding="utf-8")
    assert codes(well, silent) == ["A104"]
    assert imported(well, silent, merge=True) == {"articles_merged": 1}
    assert codes(well, silent) == []
    text = well.read_text(encoding="utf-8")
    assert ("镇上的老人都说" in text, "井边的柳树又发了芽" in text) == (True, True)
    assert (reviewed(well), len(stale(well))) == (SENTENCES - 2, 2)
    assert imported(well, silent, merge=True) == {}


def test_what_clashes_waits_beside_the_article(well: Path, silent: Silent) -> None:
    root, merge = root_of(well), well.with_suffix(".merge")
    edit(well, FIRST, "老人们说")
    edit(root / WELL, FIRST, "镇上的老人都说")
    before = well.read_bytes()
    assert imported(well, silent, merge=True) == {"articles_clashed": 1}
    assert well.read_bytes() == before
    assert "<<<<<<<" in merge.read_text(encoding="utf-8")
    assert codes(well, silent) == ["A107"]
    assert imported(well, silent) == {"articles_waiting": 1}
    kept = [line for line in merge.read_text(encoding="utf-8").split("\n") if not re.match("[<=>]{7}", line)]
    merge.write_text("\n".join(line for line in kept if "老人们说" not in line), encoding="utf-8")
    assert imported(well, silent, merge=True) == {"articles_merged": 1}
    assert (merge.exists(), codes(well, silent)) == (False, [])
    assert "镇上的老人都说" in well.read_text(encoding="utf-8")


@pytest.fixture
def merging(well: Path, silent: Silent) -> Path:
    """The article of ``well``, with a merge beside it that waits to be finished."""
    edit(well, FIRST, "老人们说")
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    imported(well, silent, merge=True)
    return well


def finish(article: Path) -> None:
    """Take the markers out of the merge, and what they said on the person's side."""
    merge = article.with_suffix(".merge")
    lines = merge.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not re.match("[<=>]{7}", line) and "老人们说" not in line]
    merge.write_text("\n".join(kept), encoding="utf-8")


def said(path: Path, silent: Silent, fate: str) -> bool:
    """Whether an import says this of the file, with and without --merge."""
    name = path.relative_to(root_of(path)).as_posix()
    lines = [import_.run(root_of(path), silent, merge=merge).lines for merge in (False, True)]
    return all(f"  {FATES[fate].format(name)}" in found for found in lines)


def test_a_merge_is_not_finished_with_its_markers(merging: Path, silent: Silent) -> None:
    merging.with_suffix(".merge").replace(merging)
    root, name = root_of(merging), merging.relative_to(root_of(merging)).as_posix()
    line = line_of(merging, "<<<<<<<")
    before = snapshot(root / "content", root / "output")
    for command in ("import", "translate", "site", "check", "all"):
        result = duidu(root, "--quiet", command)
        assert result.exit_code == 2
        assert [place[:2] for place in faults(result)] == [(name, line)]
    assert snapshot(root / "content", root / "output") == before


def test_a_finished_merge_says_so_until_it_is_taken(merging: Path, silent: Silent) -> None:
    finish(merging)
    found = [item.message for item in check.run(root_of(merging), silent).findings if item.code == "A107"]
    assert found == [f"no marker is left in content/articles/laojing/{merging.stem}.merge."]


def test_an_article_edited_after_its_merge_was_made_is_named(merging: Path, silent: Silent) -> None:
    finish(merging)
    edit(merging, LAST, "井边的柳树又发了芽")
    assert said(merging, silent, "overtaken")
    assert codes(merging, silent) == ["A109"]
    merging.with_suffix(".merge").unlink()
    assert (imported(merging, silent), codes(merging, silent)) == ({}, [])


def test_a_merge_of_a_deleted_article_is_named(merging: Path, silent: Silent) -> None:
    finish(merging)
    merging.unlink()
    merge = merging.with_suffix(".merge")
    assert said(merge, silent, "left_over")
    assert codes(merge, silent) == ["A110"]
    merge.unlink()
    assert (imported(merging, silent), codes(merge, silent)) == ({}, [])


def test_a_retraction_is_offered_where_a_person_has_worked_on_the_paragraph(well: Path, silent: Silent) -> None:
    edit(well, "大家商量好", "大家一起商量好")
    edit(root_of(well) / WELL, "大家商量好，要在井边种一圈柳树。孩子们也来帮忙，每人提一桶水。\n\n", "")
    before = well.read_bytes()
    result = imported(well, silent)
    assert (result, codes(well, silent)) == ({"articles_offered": 1}, ["A104"])
    assert imported(well, silent, merge=True) == {"articles_clashed": 1}
    assert well.read_bytes() == before


def test_whoever_deletes_a_merge_says_that_the_article_is_fine(well: Path, silent: Silent) -> None:
    edit(well, FIRST, "老人们说")
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    imported(well, silent, merge=True)
    well.with_suffix(".merge").unlink()
    assert codes(well, silent) == []
    assert imported(well, silent, merge=True, again=True)["articles_kept"] == 1
    assert not well.with_suffix(".merge").exists()


def test_the_offer_can_be_waived(well: Path, silent: Silent) -> None:
    edit(well, FIRST, "老人们说")
    edit(root_of(well) / WELL, FIRST, "镇上的老人都说")
    imported(well, silent)
    name = well.relative_to(root_of(well)).as_posix()
    waiver = f'[[waiver]]\ncode = "A104"\npath = "{name}"\nreason = "It is right."\n'
    append(root_of(well) / "content/waivers.toml", waiver)
    assert codes(well, silent) == []


def test_one_article_that_cannot_be_merged_leaves_everything_as_it_was(well: Path, silent: Silent) -> None:
    root = root_of(well)
    for path, before, after in ((well, FIRST, "老人们说"), (root / ARTICLE, "昨天，", "三月一日，")):
        edit(path, before, after)
    edit(root / WELL, FIRST, "镇上的老人都说")
    edit(root / PAGE_FILE, "昨天，青石县", "前天，青石县")
    well.with_suffix(".merge").write_text("手写的。", encoding="utf-8")
    before_all = snapshot(root / "content")
    with pytest.raises(DuiduError, match="is there already"):
        import_.run(root, silent, merge=True)
    assert snapshot(root / "content") == before_all


# ---------------------------------------------------------------- what the importer was not sure of


@pytest.fixture
def doubtful(built: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition whose importer was not sure of a headline, nor of the encoding; the page's id is laojing."""

    def doubting(page: RawPage, cuts_word: CutsWord) -> ImportedPage:
        if page.id != "laojing":
            return import_page(page, cuts_word)
        decisions = (
            Decision(SourceRef(page.path, 1), "encoding", "", "few characters", 0.6),
            Decision(SourceRef(page.path, 1), "headline", "老井又有了水", "It is short.", 0.5),
            Decision(SourceRef(page.path, 3), "dateline", "本报讯", "It is well known.", 1.0),
        )
        return replace(import_page(page, cuts_word), decisions=decisions, encoding="GB18030")

    monkeypatch.setattr("duidu.pipeline.import_page", doubting)
    (built / WELL).write_text(STORY, encoding="utf-8")
    return built


def doubts(root: Path, silent: Silent) -> list[str]:
    found = check.run(root, silent).findings
    return [f"{item.ref}: {item.code}: {item.message}" for item in found if item.code in ("A105", "A106")]


HEADLINE = f"{WELL}:1: A105: headline: 老井又有了水: It is short (50% sure)."
ENCODING = f"{WELL}:1: A106: read as GB18030: few characters (60% sure)."


def test_doubtful_decisions_are_counted_and_found(doubtful: Path, silent: Silent) -> None:
    report = import_.run(doubtful, silent)
    assert report.counts["decisions"] == 2
    assert report.lines[-1] == "  2 decisions to look at: duidu check, or duidu import --explain PAGE"
    assert doubts(doubtful, silent) == [HEADLINE, ENCODING]
    assert import_.run(doubtful, silent).counts["decisions"] == 0


def test_doubts_are_settled_when_the_article_is_edited(doubtful: Path, silent: Silent) -> None:
    import_.run(doubtful, silent)
    (path,) = (doubtful / "content/articles/laojing").glob("*.md")
    edit(path, "title: 老井又有了水", "title: 老井有水了")
    assert doubts(doubtful, silent) == [ENCODING]
    assert import_.run(doubtful, silent, again=True).counts["decisions"] == 1


def test_doubts_are_waived_by_the_path_of_the_page(doubtful: Path, silent: Silent) -> None:
    import_.run(doubtful, silent)
    waivers = [f'[[waiver]]\ncode = "{code}"\npath = "{WELL}"\nreason = "It is right."\n' for code in ("A105", "A106")]
    append(doubtful / "content/waivers.toml", "".join(waivers))
    assert doubts(doubtful, silent) == []


def test_doubts_come_from_the_record_and_go_with_the_page(doubtful: Path, silent: Silent) -> None:
    import_.run(doubtful, silent)
    (doubtful / WELL).write_bytes(b"\x00")
    assert doubts(doubtful, silent) == [HEADLINE, ENCODING]
    (doubtful / WELL).unlink()
    assert doubts(doubtful, silent) == []


def test_counts_are_data_where_json_is_asked_for(doubtful: Path) -> None:
    edit(doubtful / ARTICLE, "昨天，", "三月一日，")
    edit(doubtful / PAGE_FILE, "昨天，青石县", "前天，青石县")
    said = json.loads(duidu(doubtful, "import", "--merge", "--json").stdout)
    assert (said["counts"]["articles_clashed"], said["counts"]["articles_merged"]) == (1, 0)
    assert said["counts"]["decisions"] >= 2
