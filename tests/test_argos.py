"""Machine English through a genuine, tiny Argos package, installed the way Argos installs any package."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest

from tests.support import duidu
from tests.tiny_argos import build_package


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Argos keeps its packages, in this test."""
    from argostranslate import settings

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    return folder


def install(package: Path) -> None:
    import argostranslate.package

    argostranslate.package.install_from_path(str(package))


def entries(root: Path) -> list[polib.POEntry]:
    return [entry for path in sorted(root.glob("content/translations/en/*/*.po")) for entry in polib.pofile(str(path))]


def test_without_a_package_the_build_goes_on_and_says_how_to_get_one(edition: Path, home: Path) -> None:
    result = duidu(edition)
    assert result.exit_code == 0
    hints = [line for line in result.stdout.splitlines() if "no Argos Translate package" in line]
    assert len(hints) == 1
    assert "duidu engine install" in hints[0]
    assert (edition / "output/index.html").is_file()
    assert "尚未翻译" in next(edition.glob("output/qingshi/xiaoqiao*.html")).read_text(encoding="utf-8")


def test_translate_alone_ends_with_1_while_gaps_stay(edition: Path, home: Path) -> None:
    assert duidu(edition, "import").exit_code == 0
    assert duidu(edition, "translate").exit_code == 1


def test_a_package_fills_the_gaps_as_fuzzy_with_engine_and_version(edition: Path, home: Path, tmp_path: Path) -> None:
    install(build_package(tmp_path / "package"))
    result = duidu(edition, "--json")
    assert result.exit_code == 0, result.stderr
    counts = json.loads(result.stdout)["counts"]
    filled = entries(edition)
    assert counts["translate_machine"] == len(filled) > 10
    assert all("fuzzy" in entry.flags and entry.msgstr for entry in filled)
    assert all(entry.tcomment.startswith("Machine translation: Argos Translate ") for entry in filled)
    assert all(entry.tcomment.endswith("translate-zh_en 1.0") for entry in filled)
    page = next(edition.glob("output/qingshi/xiaoqiao*.html")).read_text(encoding="utf-8")
    assert re.search("机器翻译，(未校对|存疑)", page)
    assert "translate-zh_en 1.0" in (edition / "output/colophon.html").read_text(encoding="utf-8")


def test_reviewed_english_is_never_translated_again(edition: Path, home: Path, tmp_path: Path) -> None:
    assert duidu(edition, "import").exit_code == 0
    duidu(edition, "translate")
    path = next(edition.glob("content/translations/en/qingshi/xiaoqiao*.po"))
    catalogue = polib.pofile(str(path))
    catalogue[0].msgstr = "Qingshi County"
    catalogue.save()
    install(build_package(tmp_path / "package"))
    assert duidu(edition, "translate").exit_code == 0
    first, *others = polib.pofile(str(path))
    assert (first.msgstr, first.flags) == ("Qingshi County", [])
    assert all("fuzzy" in entry.flags for entry in others)


def test_a_second_run_translates_nothing_and_changes_nothing(edition: Path, home: Path, tmp_path: Path) -> None:
    install(build_package(tmp_path / "package"))
    duidu(edition)
    before = {path: path.read_bytes() for path in edition.glob("content/**/*") if path.is_file()}
    result = duidu(edition, "--json")
    assert json.loads(result.stdout)["counts"]["translate_translated"] == 0
    assert {path: path.read_bytes() for path in edition.glob("content/**/*") if path.is_file()} == before


@pytest.mark.parametrize("damage", ["model.bin", "metadata.json"])
def test_a_broken_package_is_one_clear_line(edition: Path, home: Path, tmp_path: Path, damage: str) -> None:
    install(build_package(tmp_path / "package"))
    for path in home.rglob(damage):
        path.write_bytes(b"{broken")
    result = duidu(edition)
    assert result.exit_code == 0
    lines = [line for line in result.stdout.splitlines() if "Argos Translate" in line]
    assert len(lines) == 1
    assert "Hint: " in lines[0]
    assert "Traceback" not in result.stderr


def test_a_package_for_another_pair_does_not_count(edition: Path, home: Path, tmp_path: Path) -> None:
    install(build_package(tmp_path / "package", source="de"))
    assert "no Argos Translate package for zh→en" in duidu(edition).stdout
