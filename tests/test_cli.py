"""The command line: help, options, exit codes, where it is run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from duidu import __version__
from duidu.cli import cli
from duidu.translators import ENGINES
from tests.support import FakeEngine, append, build, duidu, set_engine, snapshot

REPOSITORY = Path(__file__).resolve().parent.parent
COMMANDS = sorted(cli.commands)
QUIET_COMMANDS = ["all", "import", "translate", "site", "check", "clean"]


@pytest.fixture
def offline(edition: Path) -> Path:
    """The edition of tests/conftest.py, which asks for no engine."""
    set_engine(edition, "none")
    return edition


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result.output


# ---------------------------------------------------------------- help


def test_help_names_every_command_and_the_exit_codes() -> None:
    text = run("--help")
    assert COMMANDS == ["all", "check", "clean", "engine", "import", "memory", "new", "serve", "site", "translate"]
    for name in COMMANDS:
        assert f"\n  {name} " in text
    assert "Exit codes: 0 fine, 1 findings or gaps, 2 wrong input" in text


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_explains_every_option(name: str, flag: str) -> None:
    text = run(name, flag)
    command = cli.commands[name]
    assert (command.help or "").split("\n", maxsplit=1)[0].rstrip(".") in " ".join(text.split())
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert all(option in text for option in parameter.opts)
    assert "Exit codes:" in text


def test_version() -> None:
    assert run("--version") == f"duidu, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["site", "--nonsense"], ["--jobs", "0", "site"], ["new"], ["serve", "--port", "70000"]],
)
def test_wrong_usage_has_exit_code_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    usage, help_, error = filter(None, result.stderr.splitlines())
    assert [usage.split()[0], help_.split()[0], error.split()[0]] == ["Usage:", "Try", "Error:"]


# ---------------------------------------------------------------- what is printed


def test_results_go_to_standard_output_and_progress_to_standard_error(offline: Path) -> None:
    result = duidu(offline, "all")
    assert [line.split(":")[0] for line in result.stdout.splitlines()[:3]] == ["Import", "Translate", "Site"]
    assert result.stdout.splitlines()[-1] == f"Open {offline / 'output/index.html'}"
    assert result.stderr.splitlines() == ["Importing: 1 to do", "Reading: 3 to do"]


@pytest.mark.parametrize("flag", ["--quiet", "-q"])
@pytest.mark.parametrize("name", QUIET_COMMANDS)
def test_quiet_prints_nothing(offline: Path, name: str, flag: str) -> None:
    for arguments in ([flag, name], [name, flag]):
        result = duidu(offline, *arguments)
        assert result.output == ""
        assert result.exit_code in (0, 1)


@pytest.mark.parametrize("name", QUIET_COMMANDS)
def test_json_is_one_object_with_the_exit_code(offline: Path, name: str) -> None:
    for arguments in (["--json", name], [name, "--json"]):
        result = duidu(offline, *arguments)
        said = json.loads(result.stdout)
        assert said["command"] == name
        assert said["exit_code"] == result.exit_code
        assert isinstance(said["counts"], dict)
        assert result.stderr == ""


def test_findings_are_data_where_json_is_asked_for(offline: Path) -> None:
    build(offline)
    said = json.loads(duidu(offline, "check", "--json").stdout)
    assert said["counts"]["findings"] == len(said["findings"]) == 13
    assert set(said["findings"][0]) == {"code", "severity", "ref", "message", "hint", "weight"}


# ---------------------------------------------------------------- exit codes


def test_check_has_exit_code_1_with_findings_and_0_when_they_are_waived(offline: Path) -> None:
    build(offline)
    assert duidu(offline, "check").exit_code == 1
    append(offline / "content/waivers.toml", '[[waiver]]\ncode = "E201"\npath = "*"\nreason = "It is a test."\n')
    assert duidu(offline, "check").exit_code == 0


def test_translate_has_exit_code_1_with_gaps_and_0_without(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_engine(edition, "none")
    duidu(edition, "import")
    assert duidu(edition, "translate").exit_code == 1
    set_engine(edition, "argos")
    monkeypatch.setitem(ENGINES, "argos", lambda **options: FakeEngine())
    assert duidu(edition, "translate").exit_code == 0


def test_settings_of_the_engine_reach_it(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def find(**options: object) -> FakeEngine:
        asked.update(options)
        return FakeEngine()

    monkeypatch.setitem(ENGINES, "argos", find)
    duidu(edition, "all", "--jobs", "3")
    assert asked == {"source": "zh", "target": "en", "device": "auto", "beam_size": 4, "threads": 3, "sha256": ()}


# ---------------------------------------------------------------- where it is run


def test_without_a_command_it_does_all(offline: Path) -> None:
    result = duidu(offline)
    assert result.exit_code == 0
    assert (offline / "output/index.html").is_file()


@pytest.mark.parametrize("below", [".", "content", "content/pages"])
def test_it_finds_its_edition_from_any_of_its_folders(
    offline: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(offline / below)
    run("site")
    assert (offline / "output/index.html").is_file()


def test_root_may_stand_before_and_after_the_command(offline: Path) -> None:
    run("--root", str(offline), "import")
    run("site", "--root", str(offline))
    assert (offline / "output/index.html").is_file()


def test_root_may_be_relative(offline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(offline.parent)
    run("site", "--root", offline.name)
    assert (offline / "output/index.html").is_file()


def test_new_makes_its_folder_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "mine")
    run("new", "yours", "--root", str(tmp_path / "elsewhere"))
    assert (tmp_path / "mine/content/edition.toml").is_file()
    assert (tmp_path / "elsewhere/yours/content/edition.toml").is_file()


def test_build_py_is_the_same_door(offline: Path, tmp_path: Path) -> None:
    build(offline)
    before = snapshot(offline)
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(offline), "--json", "all"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["counts"]["site_files_written"] == 0
    assert snapshot(offline) == before
