"""The Nu HTML Checker finds nothing in the site: set VNU_JAR to its vnu.jar (npm package vnu-jar)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from duidu.commands import all as all_
from tests.conftest import Silent

# What the checker gets wrong on disk: it does not know which files are 'self', and takes pinyin for Vietnamese.
WRONG = ".*(violates Content Security Policy|appears to be written in Vietnamese).*"
REPOSITORY = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(
    "VNU_JAR" not in os.environ or shutil.which("java") is None, reason="no VNU_JAR or no Java"
)


def test_html_and_css_are_valid(tmp_path: Path, silent: Silent) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    all_.run(tmp_path, silent)
    command = ["java", "-jar", os.environ["VNU_JAR"], "--Werror", "--skip-non-html", "--also-check-css"]
    command += ["--filterpattern", WRONG]
    result = subprocess.run(
        [*command, "--format", "gnu", str(tmp_path / "output")], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
