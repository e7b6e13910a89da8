"""`check`: findings with place and hint, exit code 1, and nothing is written."""

from __future__ import annotations

from pathlib import Path

from duidu.commands import check
from duidu.model import SourceRef
from tests.commands.conftest import ARTICLE
from tests.conftest import Silent
from tests.support import append, duidu, edit, line_of, picture, snapshot

WAIVE_ALL = '[[waiver]]\ncode = "E201"\npath = "content/articles/*"\nreason = "It is a test."\n'


def test_findings_are_listed_with_place_and_hint(built: Path, silent: Silent) -> None:
    report = check.run(built, silent)
    assert report.exit_code == 1
    assert report.counts == {"findings": len(report.findings)} == {"findings": 13}
    line = line_of(built / ARTICLE, "## 桥边的新变化")
    found = next(item for item in report.findings if "桥边的新变化" in item.message)
    assert (found.code, found.ref) == ("E201", SourceRef(ARTICLE, line))
    assert str(found) in report.lines
    assert report.lines[-1] == "Check: 13 findings."


def test_waived_findings_are_silent(built: Path, silent: Silent) -> None:
    append(built / "content/waivers.toml", WAIVE_ALL)
    report = check.run(built, silent)
    assert (report.exit_code, report.findings) == (0, ())
    assert report.lines == ("Check: 0 findings.",)


def test_terms_of_the_lexicon_are_checked(built: Path, silent: Silent) -> None:
    append(built / "content/waivers.toml", WAIVE_ALL)
    append(built / "content/lexicon/terms.tsv", "新变化\tnews\n")
    (catalogue,) = (built / "content/translations").rglob("xiaoqiao*.po")
    edit(catalogue, 'msgid "桥边的新变化"\nmsgstr ""', 'msgid "桥边的新变化"\nmsgstr "Changes"')
    assert [item.code for item in check.run(built, silent).findings] == ["E204"]


def test_weight_of_the_pages_is_checked(built: Path, silent: Silent) -> None:
    append(built / "content/waivers.toml", WAIVE_ALL)
    edit(built / "content/edition.toml", "max_page_kb = 40", "max_page_kb = 1")
    found = check.run(built, silent).findings
    assert {item.code for item in found} == {"S401"}
    assert str(found[0].ref).startswith("output/")


def test_pictures_are_checked(built: Path, silent: Silent) -> None:
    append(built / "content/waivers.toml", WAIVE_ALL)
    append(built / ARTICLE, "\n![](bridge.png)\n")
    (built / ARTICLE).with_name("bridge.png").write_bytes(picture(640, 400) + bytes(500_000))
    found = check.run(built, silent).findings
    line = line_of(built / ARTICLE, "![]")
    assert [(item.code, item.ref) for item in found] == [(code, SourceRef(ARTICLE, line)) for code in ("A112", "S407")]
    edit(built / "content/edition.toml", "max_picture_kb = 500", "max_picture_kb = 600")
    assert [item.code for item in check.run(built, silent).findings] == ["A112"]


def test_control_characters_of_an_article_are_shown_as_escapes(built: Path) -> None:
    append(built / ARTICLE, "\n老井\x9b31m又有了水\n")
    said = duidu(built, "check").output
    assert "\x9b" not in said
    assert "…老井\\x9b31m又有了水" in said


def test_nothing_is_written(built: Path, silent: Silent) -> None:
    edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
    before = snapshot(built / "content", built / "output")
    check.run(built, silent)
    assert snapshot(built / "content", built / "output") == before
