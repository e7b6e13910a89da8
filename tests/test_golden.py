"""A tiny edition, whole: page in, site out, byte for byte.

After a change that is meant to show, run `pytest tests/test_golden.py --update-golden`, and read the difference.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duidu import works
from duidu.commands import all as all_
from tests.conftest import Silent

GOLDEN = Path(__file__).resolve().parent / "golden"


@pytest.fixture
def built(tmp_path: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden input, built. Versions of libraries stand in the colophon and are no matter here."""
    monkeypatch.setattr(works, "version_of", lambda distribution: "1.0")
    root = tmp_path / "edition"
    shutil.copytree(GOLDEN / "input", root / "content")
    all_.run(root, silent)
    return root


def files(folder: Path, pattern: str) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob(pattern)}


@pytest.mark.parametrize(
    ("made", "kept", "pattern"),
    [
        ("content/articles", "articles", "*.md"),
        ("content/translations", "translations", "*.po"),
        ("output", "output", "*.html"),
    ],
)
def test_the_tiny_edition_is_as_it_was(
    built: Path, made: str, kept: str, pattern: str, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN / kept, ignore_errors=True)
        for name, text in files(built / made, pattern).items():
            (GOLDEN / kept / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / kept / name).write_text(text, encoding="utf-8")
    expected = files(GOLDEN / kept, pattern)
    assert expected
    assert files(built / made, pattern) == expected
