"""`clean`: what a build makes again goes, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.commands import clean, site
from duidu.errors import ConfigError
from duidu.output import LISTING
from tests.conftest import Silent
from tests.support import snapshot


def test_the_site_and_the_cache_are_removed(built: Path) -> None:
    content = snapshot(built / "content")
    files = sum(path.is_file() and path.name != LISTING for path in (built / "output").rglob("*"))
    assert clean.run(built).counts == {"files_removed": files}
    assert list((built / "output").iterdir()) == []
    assert not (built / ".cache").exists()
    assert snapshot(built / "content") == content


def test_foreign_files_stay(built: Path) -> None:
    for name in ("CNAME", "qingshi/mine.html"):
        (built / "output" / name).write_text("mine", encoding="utf-8")
    clean.run(built)
    left = [path.relative_to(built / "output").as_posix() for path in (built / "output").rglob("*") if path.is_file()]
    assert sorted(left) == ["CNAME", "qingshi/mine.html"]


def test_the_same_site_is_built_again(built: Path, silent: Silent) -> None:
    before = snapshot(built / "output")
    clean.run(built)
    site.run(built, silent)
    assert snapshot(built / "output") == before


def test_where_nothing_was_built_nothing_is_removed(edition: Path) -> None:
    before = snapshot(edition)
    assert clean.run(edition).counts == {"files_removed": 0}
    assert snapshot(edition) == before


def test_a_folder_that_is_no_edition_is_left_alone(built: Path) -> None:
    (built / "content/edition.toml").unlink()
    before = snapshot(built / "output")
    with pytest.raises(ConfigError):
        clean.run(built)
    assert snapshot(built / "output") == before
