"""The README is true: every command, option, setting, lexicon column, check and figure stands in it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import click
import pytest

from duidu.checks.codes import CODES
from duidu.cli import cli
from duidu.config import LanguageConfig, PageConfig, SiteConfig, TitleConfig, TranslateConfig
from duidu.content.lexicon import COLUMNS
from duidu.model import Kind, Status

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
COMMANDS = {name: command for name, command in cli.commands.items() if not command.hidden}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert re.search(rf"^\| .*`duidu {name}\b.*` \|", README, re.MULTILINE)


def test_every_command_below_a_command_is_described() -> None:
    for name, command in COMMANDS.items():
        below = command.commands if isinstance(command, click.Group) else ()
        assert [verb for verb in below if f"`duidu {name} {verb}" not in README] == []


def options() -> list[str]:
    groups = [command for command in COMMANDS.values() if isinstance(command, click.Group)]
    commands: list[click.Command] = [
        cli,
        *COMMANDS.values(),
        *(one for group in groups for one in group.commands.values()),
    ]
    found = {flag for command in commands for parameter in command.params for flag in parameter.opts}
    return sorted(flag for flag in found if flag.startswith("--"))


@pytest.mark.parametrize("option", options())
def test_every_option_is_described(option: str) -> None:
    assert f"`{option}" in README


def test_no_command_is_described_that_is_not_there() -> None:
    named = set(re.findall(r"^\| `duidu(?:` or `duidu)? ?([a-z]*)", README, re.MULTILINE)) - {""}
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("part", [TitleConfig, LanguageConfig, TranslateConfig, SiteConfig, PageConfig])
def test_every_setting_is_described(part: type) -> None:
    settings = README.split("## Settings")[1].split("\n## ")[0]
    missing = [field.name for field in dataclasses.fields(part) if f"`{field.name}`" not in settings]
    assert missing == []


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_every_lexicon_file_is_described_with_its_columns(name: str, columns: tuple[str, ...]) -> None:
    assert f"`lexicon/{name}.tsv`: `{'⇥'.join(columns)}`" in README


@pytest.mark.parametrize("code", CODES)
def test_every_check_is_described_as_the_code_says(code: str) -> None:
    assert f"| {code} | {CODES[code].meaning} |" in README


def test_no_check_is_described_that_is_not_there() -> None:
    assert set(re.findall(r"^\| ([A-Z]\d{3}) \|", README, re.MULTILINE)) == set(CODES)


@pytest.mark.parametrize("word", [*Kind, *Status])
def test_every_kind_and_state_is_named(word: str) -> None:
    assert str(word) in README


def test_the_rooms_on_the_map_are_those_of_the_package() -> None:
    rooms = {path.name for path in (REPOSITORY / "duidu").iterdir() if path.is_dir() and path.name[0] not in "._"}
    drawn = set(re.findall(r"^duidu/(\w+)/", README, re.MULTILINE))
    assert drawn == rooms


def test_links_in_the_readme_lead_somewhere() -> None:
    text = re.sub(r"^```.*?^```", "", README, flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (REPOSITORY / target).exists(), target


def test_the_figures_are_those_of_the_bench() -> None:
    block = README.split("<!-- bench -->")[1].split("<!-- /bench -->")[0]
    for name in ("first", "again", "help", "layers"):
        assert re.search(rf"^\| .*`{name}`.* \| \d", block, re.MULTILINE), name
