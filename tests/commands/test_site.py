"""`site`: the same input gives the same bytes, and a failed build leaves the last site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duidu.commands import site, workspace
from duidu.errors import TemplateError
from duidu.output import LISTING
from tests.commands.conftest import ARTICLE, CATALOGUE
from tests.conftest import Silent
from tests.support import append, build, duidu, edit, faults, line_of, picture, snapshot, times

PAGE = "output/qingshi/xiaoqiao-lian-qi-liang-ge-cun.html"


def outputs(root: Path) -> dict[str, bytes | None]:
    return {path.relative_to(root).as_posix(): data for path, data in snapshot(root / "output").items()}


def read(root: Path, name: str = PAGE) -> str:
    return (root / name).read_text(encoding="utf-8")


# ---------------------------------------------------------------- the same input, the same bytes


def test_second_build_writes_nothing(built: Path, silent: Silent) -> None:
    before = times(built / "output")
    report = site.run(built, silent)
    assert (report.counts["files_written"], report.counts["files_removed"]) == (0, 0)
    assert times(built / "output") == before


def test_second_build_reads_the_layers_from_the_cache(
    built: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "language_tools", _forbidden)
    assert site.run(built, silent).counts["files_written"] == 0
    edit(built / ARTICLE, "昨天，青石县", "前天，青石县")
    with pytest.raises(AssertionError):
        site.run(built, silent)


def _forbidden(*arguments: object) -> None:
    raise AssertionError


def test_the_cache_may_be_deleted(built: Path, silent: Silent) -> None:
    before = outputs(built)
    shutil.rmtree(built / ".cache")
    site.run(built, silent)
    assert outputs(built) == before


def test_the_cache_may_be_broken(built: Path, silent: Silent) -> None:
    before = outputs(built)
    for path in (built / ".cache").rglob("*.json"):
        path.write_bytes(b"{")
    site.run(built, silent)
    assert outputs(built) == before


def test_another_folder_gives_the_same_bytes(built: Path, edition: Path) -> None:
    build(edition)
    assert outputs(edition) == outputs(built)


def test_nothing_kept_gives_the_same_bytes(built: Path, silent: Silent) -> None:
    before = outputs(built)
    shutil.rmtree(built / ".cache")
    shutil.rmtree(built / "output")
    site.run(built, silent)
    assert outputs(built) == before


# ---------------------------------------------------------------- what a change changes


def test_only_what_has_changed_is_written(built: Path, silent: Silent) -> None:
    edit(built / CATALOGUE, 'msgid "桥边的新变化"\nmsgstr ""', 'msgid "桥边的新变化"\nmsgstr "News by the bridge"')
    before = times(built / "output")
    site.run(built, silent)
    after = times(built / "output")
    changed = {path.relative_to(built).as_posix() for path in after if after[path] != before.get(path)}
    assert PAGE in changed
    assert not {name for name in changed if "theme" in name or "jieyue" in name}
    assert "News by the bridge" in read(built)


def test_a_line_of_the_lexicon_reaches_the_site(built: Path, silent: Silent) -> None:
    append(built / "content/lexicon/readings.tsv", "风筝\tFĒNG-ZHENG\n")
    append(built / "content/lexicon/words.tsv", "风筝\tword\n")
    append(built / "content/lexicon/glosses.tsv", "风筝\ta paper bird\n")
    site.run(built, silent)
    page = read(built, "output/qingshi/chuntian-lai-le-haizi-men-zai-xinqiao-shang-fangfengzheng.html")
    assert "FĒNG-ZHENG" in page
    assert "a paper bird" in page


def test_settings_reach_the_site(built: Path, silent: Silent) -> None:
    edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
    edit(built / "content/edition.toml", '"zh-Hant"]', '"zh-Hant-HK"]')
    site.run(built, silent)
    assert "青石报" in read(built, "output/index.html")
    assert "青石報" in read(built, "output/zh-Hant-HK/index.html")
    assert not (built / "output/zh-Hant").exists()


def test_own_template_is_used(built: Path, silent: Silent) -> None:
    (built / "templates").mkdir()
    (built / "templates/colophon.html").write_text("mine\n", encoding="utf-8")
    site.run(built, silent)
    assert read(built, "output/colophon.html") == "mine\n"


def test_pages_of_a_deleted_article_are_pruned(built: Path, silent: Silent) -> None:
    (built / ARTICLE).unlink()
    report = site.run(built, silent)
    assert report.counts["files_removed"] == 3  # in two scripts, and its texts for the search
    assert not list((built / "output").rglob("xiaoqiao*"))
    listing = read(built, f"output/{LISTING}")
    assert "xiaoqiao" not in listing


def test_foreign_files_are_never_touched(built: Path, silent: Silent) -> None:
    foreign = built / "output/qingshi/mine.html"
    foreign.write_text("mine", encoding="utf-8")
    shutil.rmtree(built / "content/articles/qingshi")
    site.run(built, silent)
    assert [path.name for path in (built / "output/qingshi").iterdir()] == ["mine.html"]
    assert foreign.read_text(encoding="utf-8") == "mine"


def test_files_of_the_editors_own_theme_are_published_as_they_are(built: Path, silent: Silent) -> None:
    own = "/* mine */ .a :is(b, i) { color: red }\n"
    (built / "theme").mkdir()
    (built / "theme/duidu.css").write_text(own, encoding="utf-8")
    same = (Path(__file__).parents[2] / "theme/words.js").read_bytes()
    (built / "theme/words.js").write_bytes(same)
    site.run(built, silent)
    assert read(built, "output/theme/duidu.css") == own
    assert len((built / "output/theme/words.js").read_bytes()) < len(same), "a copy that nobody has changed"
    assert "\n\n" not in read(built, "output/theme/reader.js")


def test_edition_without_articles_has_a_site(edition: Path, silent: Silent) -> None:
    assert site.run(edition, silent).counts["articles"] == 0
    assert "还没有可读的内容" in read(edition, "output/index.html")


# ---------------------------------------------------------------- budgets, and the zip


def test_a_page_over_its_budget_is_written_and_makes_the_build_fail(built: Path) -> None:
    edit(built / "content/edition.toml", "max_page_kb = 40", "max_page_kb = 1")
    edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
    result = duidu(built, "--quiet", "all")
    assert result.exit_code == 1
    assert {line.split(":")[2] for line in result.stderr.splitlines()} == {" error S401"}
    assert "青石报" in read(built, "output/index.html")
    append(built / "content/waivers.toml", '[[waiver]]\ncode = "S401"\npath = "output/*"\nreason = "It is a test."\n')
    assert duidu(built, "site").exit_code == 0


def test_the_zip_is_made_again_only_when_something_has_changed(
    built: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duidu.writers.offline.packed", _forbidden)
    assert site.run(built, silent).counts["files_written"] == 0
    (built / "output/site.zip").write_bytes(b"torn")
    with pytest.raises(AssertionError):
        site.run(built, silent)
    monkeypatch.undo()
    assert site.run(built, silent).counts["files_written"] == 1
    edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
    monkeypatch.setattr("duidu.writers.offline.packed", _forbidden)
    with pytest.raises(AssertionError):
        site.run(built, silent)


def test_no_zip_is_made_where_none_is_wanted(built: Path, silent: Silent) -> None:
    edit(built / "content/edition.toml", "zip = true ", "zip = false ")
    assert site.run(built, silent).counts["files_removed"] == 1
    assert not (built / "output/site.zip").exists()


# ---------------------------------------------------------------- a failed build


def test_failing_render_leaves_the_last_site(built: Path, silent: Silent) -> None:
    before = snapshot(built / "output")
    edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
    (built / "templates").mkdir()
    (built / "templates/colophon.html").write_text("{{ nothing }}", encoding="utf-8")  # rendered last
    with pytest.raises(TemplateError):
        site.run(built, silent)
    assert snapshot(built / "output") == before


# ---------------------------------------------------------------- pictures


def put_picture(root: Path, data: bytes = b"") -> Path:
    """A picture of the article, with its caption."""
    append(root / ARTICLE, '\n![河上的小桥](bridge.png "图为新桥。大家都来看。")\n')
    file = (root / ARTICLE).with_name("bridge.png")
    file.write_bytes(data or picture(320, 200))
    return file


def test_a_picture_is_published_once_beside_its_pages(built: Path, silent: Silent) -> None:
    put_picture(built)
    site.run(built, silent)
    assert [path.name for path in (built / "output").rglob("bridge*")] == ["bridge.png"]
    assert (built / "output/qingshi/bridge.png").read_bytes() == picture(320, 200)
    for name, src in ((PAGE, "../qingshi/bridge.png"), (PAGE.replace("output", "output/zh-Hant"), "../../qingshi/")):
        assert f'<img src="{src}' in read(built, name)
        assert 'width="320" height="200" alt="河上的小' in read(built, name)
        assert read(built, name).index("<figcaption") < read(built, name).index("</figcaption>")
    assert 'alt="河上的小橋" lang="zh-Hant"' in read(built, PAGE.replace("output", "output/zh-Hant"))
    before = times(built / "output")
    assert site.run(built, silent).counts["files_written"] == 0
    assert times(built / "output") == before


def test_a_picture_that_is_taken_out_goes(built: Path, silent: Silent) -> None:
    before = (built / ARTICLE).read_text(encoding="utf-8")
    put_picture(built)
    site.run(built, silent)
    (built / ARTICLE).write_text(before, encoding="utf-8")
    assert site.run(built, silent).counts["files_removed"] == 1
    assert not (built / "output/qingshi/bridge.png").exists()


def test_a_missing_picture_leaves_the_last_site(built: Path) -> None:
    put_picture(built).unlink()
    before = outputs(built)
    result = duidu(built, "site")
    assert result.exit_code == 2
    ((file, line, what, hint),) = faults(result)
    assert (file, line) == (ARTICLE, line_of(built / ARTICLE, "![河上"))
    assert "no picture 'bridge.png'" in what
    assert "content/articles/qingshi/bridge.png" in hint
    assert outputs(built) == before


def test_captions_and_what_pictures_show_are_translated(built: Path) -> None:
    put_picture(built)
    assert duidu(built, "--quiet", "translate").exit_code == 1
    text = (built / CATALOGUE).read_text(encoding="utf-8")
    for context, chinese in (("alt", "河上的小桥"), ("figcaption", "图为新桥。"), ("figcaption", "大家都来看。")):
        assert f'msgctxt "{context}"\nmsgid "{chinese}"\n' in text
