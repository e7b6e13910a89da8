"""Bad input, end to end: exit code 2, one line a fault with its place and a hint, and nothing has changed.

A good site is built first; then something is broken. Whatever command meets the fault, `content/` and `output/` hold
the same bytes afterwards.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from duidu import assets
from tests.commands.conftest import ARTICLE, CATALOGUE
from tests.support import append, duidu, edit, faults, line_of, snapshot

REPOSITORY = Path(__file__).resolve().parents[2]
EDITION = "content/edition.toml"
OTHER_ARTICLE = "content/articles/qingshi/jieyue-yongshui-renren-youze.md"

# What a fault says: its file, its line, a piece of the fact, a piece of the hint.
Said = tuple[str, int, str, str]
Break = Callable[[Path], list[Said]]

BREAKS: dict[str, tuple[Break, tuple[str, ...]]] = {}


def breaks(*commands: str) -> Callable[[Break], Break]:
    """A way to break an edition, and the commands that must meet the fault."""

    def add(function: Break) -> Break:
        BREAKS[function.__name__] = (function, commands)
        return function

    return add


# ---------------------------------------------------------------- settings


@breaks("all", "import", "translate", "site", "check", "clean")
def unknown_setting(root: Path) -> list[Said]:
    edit(root / EDITION, 'title_en = "A', 'titel_en = "A')
    return [(EDITION, line_of(root / EDITION, "titel_en"), "unknown key 'titel_en'", "did you mean 'title_en'?")]


@breaks("all", "site", "clean")
def setting_of_a_wrong_type(root: Path) -> list[Said]:
    edit(root / EDITION, "max_page_kb = 40", 'max_page_kb = "40"')
    return [
        (EDITION, line_of(root / EDITION, "max_page_kb"), "site.max_page_kb: a whole number must stand here", "README")
    ]


@breaks("all", "import")
def settings_that_are_no_toml(root: Path) -> list[Said]:
    edit(root / EDITION, 'publisher = ""', 'publisher = "')
    return [(EDITION, line_of(root / EDITION, "publisher"), "valid TOML", 'key = "value"')]


@breaks("all")
def settings_with_an_undecodable_byte(root: Path) -> list[Said]:
    data = (root / EDITION).read_bytes()
    (root / EDITION).write_bytes(data.replace(b'publisher = ""', b'publisher = "\xb0"'))
    line = data[: data.index(b"publisher")].count(b"\n") + 1
    return [(EDITION, line, "0xb0", "UTF-8")]


@breaks("all", "site", "translate", "check")
def setting_of_a_page_that_is_not_there(root: Path) -> list[Said]:
    append(root / EDITION, '\n[[page]]\nid = "qingshii"\n')
    return [(EDITION, line_of(root / EDITION, 'id = "qingshii"'), "no page 'qingshii'", "did you mean 'qingshi'?")]


# ---------------------------------------------------------------- articles


@breaks("all", "site", "translate", "check")
def front_matter_that_is_no_yaml(root: Path) -> list[Said]:
    edit(root / ARTICLE, "title: 小桥", "title: @小桥")
    return [(ARTICLE, line_of(root / ARTICLE, "title:"), "valid YAML", "quotes")]


@breaks("all", "site")
def unknown_key_in_the_front_matter(root: Path) -> list[Said]:
    edit(root / ARTICLE, "kicker:", "kiker:")
    return [(ARTICLE, line_of(root / ARTICLE, "kiker:"), "unknown key 'kiker'", "did you mean 'kicker'?")]


@breaks("all", "site")
def no_front_matter(root: Path) -> list[Said]:
    text = (root / ARTICLE).read_text(encoding="utf-8")
    (root / ARTICLE).write_text(text.split("---\n", 2)[2], encoding="utf-8")
    return [(ARTICLE, 1, "front matter is missing", "---")]


@breaks("all", "site", "translate")
def two_articles_with_one_slug(root: Path) -> list[Said]:
    edit(root / ARTICLE, "order: 1\n", "order: 1\nslug: jieyue-yongshui-renren-youze\n")
    return [(ARTICLE, 1, f"same slug 'jieyue-yongshui-renren-youze' as {OTHER_ARTICLE}", "slug:")]


@breaks("all", "site")
def two_articles_with_faults(root: Path) -> list[Said]:
    edit(root / ARTICLE, "kind: article", "kind: articel")
    edit(root / OTHER_ARTICLE, "order: 3", "order: third")
    return [
        (OTHER_ARTICLE, line_of(root / OTHER_ARTICLE, "order:"), "order: a whole number must stand here", "number"),
        (ARTICLE, line_of(root / ARTICLE, "kind:"), "'articel' cannot stand here", "one of: article, caption"),
    ]


@breaks("all", "import")
def broken_record_of_an_import(root: Path) -> list[Said]:
    record = "content/articles/qingshi/.import.json"
    (root / record).write_bytes(b"{")
    return [(record, 1, "record of the import is broken", "delete the file")]


# ---------------------------------------------------------------- pages


def _page(root: Path, data: bytes, name: str = "bad.txt") -> str:
    (root / "content/pages" / name).write_bytes(data)
    return f"content/pages/{name}"


@breaks("all", "import")
def page_that_is_no_text(root: Path) -> list[Said]:
    return [(_page(root, b"a\n\x00\x01\n"), 2, "U+0000", "export the text again")]


@breaks("all", "import")
def page_that_is_a_renamed_picture(root: Path) -> list[Said]:
    return [(_page(root, b"\x89PNG\r\n\x1a\n\x00"), 1, "a picture, not text", "put the text of the page in")]


@breaks("all", "import")
def page_with_an_undecodable_byte(root: Path) -> list[Said]:
    data = "好\n".encode() * 9 + "桥\n".encode("gb18030")
    return [(_page(root, data), 10, "0xc7 is not UTF-8", "save it again as UTF-8")]


@breaks("all", "import")
def page_that_ends_in_a_character(root: Path) -> list[Said]:
    data = "好\n老井又有了水，大家都来打水".encode()[:-1]
    return [(_page(root, data), 2, "is not UTF-8", "save it again as UTF-8")]


@breaks("all", "import")
def page_that_is_a_book(root: Path) -> list[Said]:
    name = _page(root, b"")
    with (root / name).open("wb") as handle:
        handle.truncate(10_100_000)
    return [(name, 1, "10.1 MB", "split it")]


@breaks("all", "import")
def web_page_without_an_article(root: Path) -> list[Said]:
    return [(_page(root, b"<html><body></body></html>", "bad.html"), 1, "no article", "NAME.txt")]


@breaks("all", "import")
def documents_that_are_none(root: Path) -> list[Said]:
    return [
        (_page(root, b"x", "a.docx"), 1, "no Word document", ".docx"),
        (_page(root, b"x", "b.pdf"), 1, "no PDF", "NAME.txt"),
    ]


@breaks("all", "import")
def empty_page(root: Path) -> list[Said]:
    return [(_page(root, b"\n\n"), 1, "empty", "take the file away")]


@breaks("all", "import")
def page_that_no_importer_reads(root: Path) -> list[Said]:
    return [(_page(root, b"x", "bad.doc"), 1, "no importer reads .doc", "NAME.txt")]


@breaks("all", "import")
def two_pages_with_faults(root: Path) -> list[Said]:
    return [(_page(root, b"", "a.txt"), 1, "empty", ""), (_page(root, b"\xff", "b.txt"), 1, "0xff", "")]


# ---------------------------------------------------------------- catalogues


@breaks("all", "site", "translate", "check")
def catalogue_that_does_not_parse(root: Path) -> list[Said]:
    edit(root / CATALOGUE, 'msgid "桥边的新变化"', 'msgid "桥边的"新"变化"')
    return [(CATALOGUE, line_of(root / CATALOGUE, 'msgid "桥边的'), "valid PO file", "msgfmt")]


@breaks("all", "site", "translate")
def doubled_entry_in_a_catalogue(root: Path) -> list[Said]:
    entry = 'msgctxt "kicker"\nmsgid "青石县"\nmsgstr ""\n'
    assert entry in (root / CATALOGUE).read_text(encoding="utf-8")
    append(root / CATALOGUE, f"\n{entry}")
    lines = (root / CATALOGUE).read_text(encoding="utf-8").split("\n")
    (first, last) = [number for number, line in enumerate(lines, start=1) if line == 'msgctxt "kicker"']
    return [(CATALOGUE, last, f"stand in line {first - 1} too", "keep one")]


# ---------------------------------------------------------------- lexicon and waivers


@breaks("all", "site", "translate", "check")
def wrong_lines_in_the_lexicon(root: Path) -> list[Said]:
    append(root / "content/lexicon/words.tsv", "桥\tbridge\n")
    append(root / "content/lexicon/variants.tsv", "桥\tzh-TW\t橋\n")
    append(root / "content/lexicon/readings.tsv", "桥 qiáo\n鞭炮\tbian1\n")
    (root / "content/lexicon/word.tsv").write_text("word\tkind\n", encoding="utf-8")
    return [
        ("content/lexicon/word.tsv", 1, "no file of the lexicon", "words.tsv"),
        ("content/lexicon/words.tsv", 3, "unknown kind 'bridge'", "person"),
        ("content/lexicon/readings.tsv", 3, "1 fields", "tab"),
        ("content/lexicon/readings.tsv", 4, "a syllable each is needed", "pinyin"),
        ("content/lexicon/variants.tsv", 3, "unknown language 'zh-TW'", "zh-Hant-TW"),
    ]


@breaks("check")
def waiver_without_reason(root: Path) -> list[Said]:
    append(root / "content/waivers.toml", '\n[[waiver]]\ncode = "E201"\npath = "*"\nreason = ""\n')
    line = line_of(root / "content/waivers.toml", "[[waiver]]")
    return [("content/waivers.toml", line, "the waiver of E201 has no reason", "say why")]


# ---------------------------------------------------------------- templates and output


def _template(root: Path, text: str) -> str:
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text(text, encoding="utf-8")
    return "templates/article.html"


@breaks("all", "site", "check")
def template_with_a_syntax_error(root: Path) -> list[Said]:
    return [(_template(root, "<p>\n{% if view %}\n"), 2, "cannot be read", "Jinja2")]


@breaks("all", "site", "check")
def template_with_an_undefined_name(root: Path) -> list[Said]:
    return [(_template(root, "<p>\n\n{{ nothing }}\n"), 3, "'nothing' is undefined", "views.py")]


@breaks("all", "site")
def output_that_is_a_file(root: Path) -> list[Said]:
    shutil.rmtree(root / "output")
    (root / "output").write_text("a file", encoding="utf-8")
    return [("output", 1, "cannot be written", "permissions")]


CASES = [
    pytest.param(function, command, id=f"{name}-{command}")
    for name, (function, commands) in BREAKS.items()
    for command in commands
]


def assert_said(found: list[Said], expected: list[Said]) -> None:
    assert [place[:2] for place in found] == [place[:2] for place in expected]
    for (_, _, what, hint), (_, _, fact, advice) in zip(found, expected, strict=True):
        assert fact in what
        assert advice in hint


@pytest.mark.parametrize(("break_it", "command"), CASES)
def test_fault_is_one_line_and_changes_nothing(built: Path, break_it: Break, command: str) -> None:
    expected = break_it(built)
    before = snapshot(built / "content", built / "output")
    result = duidu(built, "--quiet", command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert_said(faults(result), expected)
    assert snapshot(built / "content", built / "output") == before


@pytest.mark.parametrize("name", ["article.html", "macros.html"])
def test_missing_template_is_one_line_and_changes_nothing(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(REPOSITORY / "templates", tmp_path / "shipped/templates")
    (tmp_path / "shipped/templates" / name).unlink()
    monkeypatch.setattr(assets, "_SHIPPED", tmp_path / "shipped")
    before = snapshot(built / "content", built / "output")
    result = duidu(built, "--quiet", "site")
    assert result.exit_code == 2
    assert_said(faults(result), [(f"templates/{name}", 1, "missing", "put it back")])
    assert snapshot(built / "content", built / "output") == before


def test_no_edition_here_is_one_line(tmp_path: Path) -> None:
    result = duidu(tmp_path, "site")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("there is no content/edition.toml in ")
    assert " Hint: " in line
    assert list(tmp_path.iterdir()) == []


def test_faults_are_data_where_json_is_asked_for(built: Path) -> None:
    wrong = wrong_lines_in_the_lexicon(built)
    result = duidu(built, "site", "--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["exit_code"]) == (2, 2)
    found = [(one["ref"]["path"], one["ref"]["line"], one["message"], one["hint"]) for one in said["errors"]]
    assert_said(found, wrong)


@pytest.mark.parametrize("break_it", [settings_that_are_no_toml, two_articles_with_faults])
def test_the_whole_process_ends_without_a_traceback(built: Path, break_it: Break) -> None:
    expected = break_it(built)
    command = [sys.executable, str(REPOSITORY / "build.py"), "--quiet", "--root", str(built)]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == len(expected)
    assert "Traceback" not in result.stderr


# ---------------------------------------------------------------- faults that are not said well yet


def test_page_that_is_not_there_is_reported_with_its_own_line(built: Path) -> None:
    append(built / EDITION, '\n[[page]]\nid = "qingshi"\n\n[[page]]\nid = "qing"\n')
    assert faults(duidu(built, "--quiet", "site"))[0][1] == line_of(built / EDITION, 'id = "qing"')


def test_empty_title_of_the_edition_is_no_traceback(built: Path) -> None:
    edit(built / EDITION, 'title = "对读"', 'title = ""')
    result = duidu(built, "--quiet", "site")
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_page_with_a_line_of_unusual_space_can_be_built(built: Path) -> None:
    append(built / "content/pages/qingshi.txt", "\n\n\n\u2003\n")
    assert duidu(built, "--quiet", "all").exit_code == 0
