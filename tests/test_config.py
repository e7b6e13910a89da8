"""Settings: defaults, every wrong value with its line, and where an edition begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.config import EDITION_FILE, EditionConfig, PageConfig, find_root, load
from duidu.errors import ConfigError, FolderError
from duidu.model import Choices


def write(root: Path, text: str) -> Path:
    path = root / EDITION_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def refused(root: Path, text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(write(root, text))
    return caught.value


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    assert load(write(tmp_path, "")) == EditionConfig()


def test_settings_are_read(tmp_path: Path) -> None:
    text = """
[edition]
title = "桥"
[language]
variants = ["zh-Hans", "zh-Hant-HK"]
hsk = "2.0"
[translate]
engine = "none"
[site]
url = "https://example.org/e/"
pinyin = false
max_page_kb = 99
[[page]]
id = "a"
[[page]]
id = "b"
title = "乙"
date = "2021-07-09"
"""
    config = load(write(tmp_path, text))
    assert (config.edition.title, config.edition.rights) == ("桥", "")
    assert config.language.variants == ("zh-Hans", "zh-Hant-HK")
    assert (config.translate.engine, config.translate.beam_size) == ("none", 4)
    assert (config.site.pinyin, config.site.english, config.site.max_page_kb) == (False, True, 99)
    assert config.page == (PageConfig("a"), PageConfig("b", "乙", "", "2021-07-09"))


@pytest.mark.parametrize("date", ['"2021-07-09"', "2021-07-09", '"2021-07"', '"2021"'])
def test_a_date_may_be_text_or_as_toml_writes_it(tmp_path: Path, date: str) -> None:
    (page,) = load(write(tmp_path, f"[[page]]\nid = 'a'\ndate = {date}\n")).page
    assert page.date == date.strip('"')


@pytest.mark.parametrize(
    ("site", "choices"),
    [
        ("", Choices("all", 4, running=False, english="below", tones=False)),
        ("pinyin = true\nenglish = true", Choices("all", english="below")),
        ("pinyin = false\nenglish = false", Choices("off", english="off")),
        (
            'pinyin = "above"\nlevel = 3\nrunning = true\nenglish = "beside"\ntones = true',
            Choices("above", 3, running=True, english="beside", tones=True),
        ),
        ('pinyin = "peek"\nenglish = "tap"', Choices("peek", english="tap")),
    ],
)
def test_what_a_new_reader_sees_is_set(tmp_path: Path, site: str, choices: Choices) -> None:
    assert load(write(tmp_path, f"[site]\n{site}\n")).site.choices == choices


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        # unknown keys
        ('[edition]\ntitel = "x"\n', 2, "unknown key 'titel'", "did you mean 'title'?"),
        ("[edition]\n\n[sight]\n", 3, "unknown key 'sight'", "did you mean 'site'?"),
        ("# x\nzzz = 1\n", 2, "unknown key 'zzz'", "known here: edition, language, pinyin, translate, site, page"),
        ('[[page]]\nid = "a"\n\n[[page]]\nid = "b"\ndat = "x"\n', 6, "unknown key 'dat'", "did you mean 'date'?"),
        ("[site]\nmax-page-kb = 3\n", 2, "unknown key 'max-page-kb'", "did you mean 'max_page_kb'?"),
        # wrong types
        ("[edition]\ntitle = 5\n", 2, "edition.title: text in quotes must stand here", "README"),
        ('[site]\npinyin = "yes"\n', 2, "site.pinyin: 'yes' cannot stand here", 'true, false, "all", "above"'),
        (
            "[site]\nenglish = 2\n",
            2,
            "site.english: true or false or text in quotes must stand here",
            '"below", "beside", "tap", "off"',
        ),
        ("[site]\nlevel = '4'\n", 2, "site.level: a whole number must stand here, not text.", "write a whole number; "),
        ("[pinyin]\numlaut = 'w'\n", 2, "'w' cannot stand here", 'write one of "ü", "v", "u:"; see the README.'),
        ("[site]\nurl = 2021-07-09T10:00:00\n", 2, "not a date and time", "write text in quotes; see the README."),
        ("[site]\ntones = 'red'\n", 2, "site.tones: true or false must stand here", "README"),
        ("\n[site]\nurl = ''\nmax_page_kb = 1.5\n", 4, "site.max_page_kb: a whole number must stand here", "README"),
        (
            "[translate]\nengine = 'google'\n",
            2,
            "'google' cannot stand here",
            'write one of "argos", "none"; see the README.',
        ),
        ("[language]\nhsk = '3.0'\n", 2, "'3.0' cannot stand here", '"2.0", "2021", "2025"'),
        ("[language]\nvariants = 'zh-Hans'\n", 2, "language.variants: a list must stand here", "README"),
        (
            "[language]\nvariants = ['zh-Hans', 'zh-TW']\n",
            2,
            "'zh-TW' cannot stand here",
            '"zh-Hans", "zh-Hant", "zh-Hant-TW"',
        ),
        ("# x\nsite = 5\n", 2, "site: a table must stand here", "README"),
        ("# x\n[page]\nid = 'a'\n", 2, "page: a list must stand here", "write [[page]], one for each."),
        ("[[site]]\nurl = ''\n", 1, "site: a table must stand here", "write [site] once"),
        ("# x\n[[page]]\ntitle = 'a'\n", 2, "'id' is missing", 'add id = "…"'),
        # values that make no sense
        ("[language]\nvariants = []\n", 2, "cannot be published", "zh-Hans"),
        ("[language]\nvariants = ['zh-Hant']\n", 2, "cannot be published", "zh-Hans"),
        ("[language]\nvariants = ['zh-Hans', 'zh-Hant', 'zh-Hant']\n", 2, "cannot be published", "once"),
        ("[translate]\nbeam_size = 0\n", 2, "beam_size", "4"),
        ("[translate]\nlanguage = 'english'\n", 2, "'english' is no language to translate into", "ISO 639-1"),
        ("[translate]\nlanguage = 'xx'\n", 2, "'xx' is no language", "BCP 47"),
        ("[translate]\nlanguage = '../en'\n", 2, "no language", "BCP 47"),
        ("[translate]\nlanguage = 'PT-br'\n", 2, "no language", "pt-BR"),
        ("[translate]\nlanguage = 'zh-Hant'\n", 2, "no language", "it cannot be Chinese"),
        ("[site]\nlevel = 7\n", 2, "level = 7 is no HSK level", "from 1 to 6"),
        ("[[page]]\nid = 'a'\ndate = '9.7.2021'\n", 3, "'9.7.2021' is not a date", '"2026-04-05", "2026-04" or "2026"'),
        ("[[page]]\nid = 'a'\ndate = '2021-02-30'\n", 3, "'2021-02-30' is not a date", '"2026-04-05"'),
        ("[[page]]\nid = 'a'\ndate = '2021-13'\n", 3, "'2021-13' is not a date", '"2026-04-05"'),
        ("[site]\nurl = 'example.org'\n", 2, "not a web address", "https://"),
        ("[site]\nurl = 'https://a b'\n", 2, "not a web address", "https://"),
        # valid TOML at all
        ("[edition]\ntitle = \n", 2, "valid TOML", 'key = "value"'),
        ("[edition]\n\ntitle = 桥\n", 3, "valid TOML", 'key = "value"'),
        ("[edition]\ntitle = 'a'\ntitle = 'b'\n", 3, "valid TOML", 'key = "value"'),
        ("[edition]\ntitle = 'a'\n[edition]\n", 3, "valid TOML", 'key = "value"'),
        ('[edition]\ntitle = "a', 2, "valid TOML", 'key = "value"'),
    ],
)
def test_fault_with_its_line_and_hint(tmp_path: Path, text: str, line: int, what: str, hint: str) -> None:
    error = refused(tmp_path, text)
    assert what in error.message
    assert hint in error.hint
    assert str(error.ref) == f"{EDITION_FILE}:{line}"


def test_undecodable_byte_is_reported_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / EDITION_FILE).write_bytes(b"[edition]\ntitle = '\xff'\n")
    with pytest.raises(ConfigError, match="0xff") as caught:
        load(tmp_path)
    assert str(caught.value.ref) == f"{EDITION_FILE}:2"


PAGES = "[[page]]\nid = 'a'\ndate = '2026'\n[[page]]\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("id = 'b'\ndate = 2021-07-09T10:00:00\n", {6}),
        ("title = 'b'\n", {4}),
        ("id = 'b'\n[[page]]\nid = 'b'\n", {5, 7}),
    ],
    ids=["wrong type", "no id", "doubled"],
)
def test_fault_of_the_second_page_is_reported_with_its_line(tmp_path: Path, text: str, lines: set[int]) -> None:
    ref = refused(tmp_path, PAGES + text).ref
    assert ref is not None
    assert ref.line in lines


@pytest.mark.parametrize("text", ["# x\nedition = {titel = 'x'}\n", "# x\nsite.url = 5\n"])
def test_fault_in_other_ways_to_write_a_table_is_reported_with_its_line(tmp_path: Path, text: str) -> None:
    ref = refused(tmp_path, text).ref
    assert ref is not None
    assert ref.line > 1


@pytest.mark.parametrize("below", [".", "content", "content/pages/deep"])
def test_an_edition_is_found_from_any_of_its_folders(tmp_path: Path, below: str) -> None:
    write(tmp_path, "")
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    assert find_root(tmp_path / below) == tmp_path


def test_the_nearest_edition_counts(tmp_path: Path) -> None:
    write(tmp_path, "")
    inner = write(tmp_path / "inner", "")
    assert find_root(inner / "content") == inner


def test_no_edition(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"no content/edition\.toml") as caught:
        find_root(tmp_path / "nowhere", upwards=False)
    assert "duidu new" in caught.value.hint


def test_an_edition_above_counts_only_when_looked_for(tmp_path: Path) -> None:
    write(tmp_path, "")
    assert find_root(tmp_path / "below") == tmp_path
    with pytest.raises(FolderError):
        find_root(tmp_path / "below", upwards=False)
