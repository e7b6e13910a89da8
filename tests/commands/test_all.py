"""`all`: import, translate, site, in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from duidu.commands import all as all_
from duidu.output import LISTING
from tests.conftest import Silent
from tests.support import FakeEngine, edit, times


def test_a_page_becomes_a_site(edition: Path, silent: Silent, fake_engine: Callable[..., FakeEngine]) -> None:
    fake_engine()
    report = all_.run(edition, silent)
    assert report.exit_code == 0
    assert (report.counts["import_articles_written"], report.counts["translate_machine"]) == (3, 13)
    files = [path for path in (edition / "output").rglob("*") if path.is_file() and path.name != LISTING]
    assert report.counts["site_files_written"] == len(files)
    assert [line.split(":")[0] for line in report.lines if not line.startswith(" ")][:3] == [
        "Import",
        "Translate",
        "Site",
    ]
    page = (edition / "output/qingshi/xiaoqiao-lian-qi-liang-ge-cun.html").read_text(encoding="utf-8")
    assert "English of 小桥连起两个村" in page


def test_sentences_without_english_do_not_stop_the_build(edition: Path, silent: Silent) -> None:
    report = all_.run(edition, silent)
    assert (report.exit_code, report.counts["translate_missing"]) == (0, 13)
    assert "尚未翻译" in (edition / "output/index.html").parent.joinpath(
        "qingshi/xiaoqiao-lian-qi-liang-ge-cun.html"
    ).read_text(encoding="utf-8")


def test_second_time_writes_nothing(built: Path, silent: Silent) -> None:
    before = times(built)
    report = all_.run(built, silent)
    written = {key: value for key, value in report.counts.items() if key.endswith("_written") and value}
    assert written == {}
    assert times(built) == before


def test_a_changed_page_goes_all_the_way(built: Path, silent: Silent) -> None:
    edit(built / "content/pages/qingshi.txt", "卖水果和热茶", "卖桃子和热茶")
    all_.run(built, silent)
    page = (built / "output/qingshi/xiaoqiao-lian-qi-liang-ge-cun.html").read_text(encoding="utf-8")
    assert "桃子" in page
    assert "水果" not in page
