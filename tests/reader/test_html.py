"""The Nu HTML Checker finds nothing in the site: set VNU_JAR to its vnu.jar (npm package vnu-jar).

The pages are checked on a server, as the checker can tell there only which files the Content-Security-Policy calls
'self'. It is asked not to guess the language of the text, because it takes pinyin for Vietnamese.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = "nu.validator.client.SimpleCommandLineValidator"
ON_THIS_MACHINE = "-Dnu.validator.servlet.allow-forbidden-hosts=true"

pytestmark = pytest.mark.skipif(
    "VNU_JAR" not in os.environ or shutil.which("java") is None, reason="no VNU_JAR or no Java"
)


def complaints(*files: str) -> str:
    """What the checker says of files; warnings count."""
    command = ["java", ON_THIS_MACHINE, "-cp", os.environ["VNU_JAR"], CHECKER]
    options = ["--no-langdetect", "--Werror", "--also-check-css", "--format", "gnu"]
    result = subprocess.run([*command, *options, *files], capture_output=True, text=True, check=False)
    assert (result.returncode == 0) == (not result.stderr)
    return result.stderr


def test_html_is_valid(site: Path, server: str) -> None:
    pages = [f"{server}{path.relative_to(site).as_posix()}" for path in sorted(site.rglob("*.html"))]
    assert len(pages) > 20
    assert complaints(*pages) == ""


def test_css_is_valid(site: Path) -> None:
    styles = [str(path) for path in sorted(site.rglob("*.css"))]
    assert styles
    assert complaints(*styles) == ""


def test_a_fault_is_found(tmp_path: Path, server: str) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><html lang=zh><title>x</title><p><div></p></html>")
    (tmp_path / "style.css").write_text("p { colour: red }")
    assert "error" in complaints(str(tmp_path / "page.html"))
    assert "error" in complaints(str(tmp_path / "style.css"))
