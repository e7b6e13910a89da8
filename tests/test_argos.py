"""Machine English through a genuine, tiny Argos package, installed the way Argos installs any package."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.tiny_argos import build_package

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which Argos keeps its packages in a folder of this test."""
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return dict(os.environ) | {name: str(tmp_path / name.lower()) for name in places} | {"HOME": str(tmp_path)}


def duidu(root: Path, home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(REPOSITORY / "build.py"), *arguments]
    return subprocess.run(command, cwd=root, env=home, capture_output=True, text=True, check=False)


def install(package: Path, home: dict[str, str]) -> None:
    code = f"import argostranslate.package as p; p.install_from_path({str(package)!r})"
    subprocess.run([sys.executable, "-c", code], env=home, check=True)


def entries(root: Path) -> list[polib.POEntry]:
    return [entry for path in sorted(root.glob("content/translations/en/*/*.po")) for entry in polib.pofile(str(path))]


def test_without_a_package_the_build_goes_on_and_says_how_to_get_one(edition: Path, home: dict[str, str]) -> None:
    result = duidu(edition, home)
    assert result.returncode == 0
    hints = [line for line in result.stdout.splitlines() if "no Argos Translate package" in line]
    assert len(hints) == 1
    assert "duidu engine install" in hints[0]
    assert (edition / "output/index.html").is_file()
    assert "not translated yet" in next(edition.glob("output/qingshi/xiaoqiao*.html")).read_text(encoding="utf-8")


def test_translate_alone_ends_with_1_while_gaps_stay(edition: Path, home: dict[str, str]) -> None:
    assert duidu(edition, home, "import").returncode == 0
    assert duidu(edition, home, "translate").returncode == 1


def test_a_package_fills_the_gaps_as_fuzzy_with_engine_and_version(
    edition: Path, home: dict[str, str], tmp_path: Path
) -> None:
    install(build_package(tmp_path / "package"), home)
    result = duidu(edition, home, "--json")
    assert result.returncode == 0, result.stderr
    counts = json.loads(result.stdout)["counts"]
    filled = entries(edition)
    assert counts["translate_machine"] == len(filled) > 10
    assert all("fuzzy" in entry.flags and entry.msgstr for entry in filled)
    assert all(entry.tcomment.startswith("Machine translation: Argos Translate ") for entry in filled)
    assert all(entry.tcomment.endswith("translate-zh_en 1.0") for entry in filled)
    page = next(edition.glob("output/qingshi/xiaoqiao*.html")).read_text(encoding="utf-8")
    assert re.search("machine translation, (not reviewed|probably wrong)", page)
    assert "translate-zh_en 1.0" in (edition / "output/colophon.html").read_text(encoding="utf-8")


def test_reviewed_english_is_never_translated_again(edition: Path, home: dict[str, str], tmp_path: Path) -> None:
    assert duidu(edition, home, "import").returncode == 0
    duidu(edition, home, "translate")
    path = next(edition.glob("content/translations/en/qingshi/xiaoqiao*.po"))
    catalogue = polib.pofile(str(path))
    catalogue[0].msgstr = "Qingshi County"
    catalogue.save()
    install(build_package(tmp_path / "package"), home)
    assert duidu(edition, home, "translate").returncode == 0
    first, *others = polib.pofile(str(path))
    assert (first.msgstr, first.flags) == ("Qingshi County", [])
    assert all("fuzzy" in entry.flags for entry in others)


def test_a_second_run_translates_nothing_and_changes_nothing(
    edition: Path, home: dict[str, str], tmp_path: Path
) -> None:
    install(build_package(tmp_path / "package"), home)
    duidu(edition, home)
    before = {path: path.read_bytes() for path in edition.glob("content/**/*") if path.is_file()}
    result = duidu(edition, home, "--json")
    assert json.loads(result.stdout)["counts"]["translate_translated"] == 0
    assert {path: path.read_bytes() for path in edition.glob("content/**/*") if path.is_file()} == before


@pytest.mark.parametrize("damage", ["model.bin", "metadata.json"])
def test_a_broken_package_is_one_clear_line(edition: Path, home: dict[str, str], tmp_path: Path, damage: str) -> None:
    install(build_package(tmp_path / "package"), home)
    for path in Path(home["XDG_DATA_HOME"]).rglob(damage):
        path.write_bytes(b"{broken")
    result = duidu(edition, home)
    assert result.returncode == 0
    lines = [line for line in result.stdout.splitlines() if "Argos Translate" in line]
    assert len(lines) == 1
    assert "Hint: " in lines[0]
    assert "Traceback" not in result.stderr


def test_a_package_for_another_pair_does_not_count(edition: Path, home: dict[str, str], tmp_path: Path) -> None:
    install(build_package(tmp_path / "package", source="de"), home)
    assert "no Argos Translate package for zh→en" in duidu(edition, home).stdout
