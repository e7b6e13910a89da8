"""Packages of Argos in a folder of the test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Argos finds its packages."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    import argostranslate.settings

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(argostranslate.settings, "package_data_dir", folder)
    monkeypatch.setattr(argostranslate.settings, "package_dirs", [folder])
    return folder
