"""`new`: the folder of somebody's own edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu import config
from duidu.commands import all as all_
from duidu.commands import new
from duidu.config import EditionConfig
from duidu.content.lexicon import COLUMNS, read_lexicon
from duidu.content.waivers import read_waivers
from duidu.errors import FolderError, WriteError
from duidu.model import Lexicon
from tests.conftest import Silent
from tests.support import snapshot


def test_a_new_edition_has_all_its_files(tmp_path: Path) -> None:
    report = new.run(tmp_path / "mine")
    files = {
        path.relative_to(tmp_path / "mine").as_posix() for path in (tmp_path / "mine").rglob("*") if path.is_file()
    }
    lexicon = {f"content/lexicon/{name}.tsv" for name in COLUMNS}
    assert files == {".gitattributes", ".gitignore", "content/edition.toml", "content/waivers.toml"} | lexicon
    assert report.counts == {"files_written": len(files)}


def test_its_settings_are_the_defaults_and_its_tables_are_empty(tmp_path: Path) -> None:
    new.run(tmp_path / "mine")
    assert config.load(tmp_path / "mine") == EditionConfig()
    assert read_lexicon(tmp_path / "mine") == Lexicon()
    assert read_waivers(tmp_path / "mine") == ()


def test_it_can_be_built_at_once(tmp_path: Path, silent: Silent) -> None:
    new.run(tmp_path / "mine")
    assert all_.run(tmp_path / "mine", silent).exit_code == 0
    assert (tmp_path / "mine/output/index.html").is_file()


def test_what_is_generated_is_not_committed(tmp_path: Path) -> None:
    new.run(tmp_path / "mine")
    assert (tmp_path / "mine/.gitignore").read_text(encoding="utf-8").split() == [
        "/output/",
        "/.cache/",
        "/content/translations/*/.journal.jsonl",
    ]


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    new.run(tmp_path)
    assert (tmp_path / "content/edition.toml").is_file()


@pytest.mark.parametrize("name", ["folder", "file"])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/mine").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = snapshot(tmp_path)
    with pytest.raises(FolderError, match="not empty") as caught:
        new.run(tmp_path / name)
    assert "does not exist yet" in caught.value.hint
    assert snapshot(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteError):
        new.run(tmp_path / "file/mine")
