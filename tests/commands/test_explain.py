"""`import --explain`: what a page is taken for, and nothing is imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duidu.commands import explain
from duidu.errors import PageError
from tests.support import duidu, edit, faults, snapshot

PAGE_FILE = "content/pages/qingshi.txt"
REPORT = ".cache/import-qingshi.html"
DECIDED = {
    3: "kicker",
    5: "headline",
    7: "paragraph",
    9: "paragraph",
    11: "joined to the line above",
    13: "crosshead",
    15: "paragraph",
    17: "byline at the foot",
    21: "begins without headline",
    23: "byline at the foot",
    27: "stands by itself",
    28: "stands by itself",
}


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("page", ["qingshi", "qingshi.txt", PAGE_FILE, f"./{PAGE_FILE}", "content\\pages\\qingshi.txt"])
def test_a_page_is_called_by_its_id_or_its_file(edition: Path, page: str) -> None:
    report = explain.run(edition, page=page)
    assert report.exit_code == 0
    assert {decision.ref.line: decision.what for decision in report.decisions} == DECIDED
    assert {decision.ref.path for decision in report.decisions} == {PAGE_FILE}
    assert report.counts == {"lines": 12, "stories": 3, "decisions": 0}
    assert (edition / REPORT).is_file()


def test_a_page_is_called_by_its_full_path(edition: Path) -> None:
    assert explain.run(edition, page=str(edition / PAGE_FILE)).decisions


def test_an_id_may_hold_a_dot(edition: Path) -> None:
    (edition / PAGE_FILE).rename(edition / "content/pages/2021.07.txt")
    for page in ("2021.07", "2021.07.txt"):
        assert explain.run(edition, page=page).decisions
    assert (edition / ".cache/import-2021.07.html").is_file()


def test_the_file_that_is_asked_for_is_explained(edition: Path) -> None:
    (edition / "content/pages/qingshi.md").write_text("# 老井\n\n他来了。\n", encoding="utf-8")
    report = explain.run(edition, page="qingshi.md")
    assert {decision.ref.path for decision in report.decisions} == {"content/pages/qingshi.md"}


def test_an_id_that_two_files_have_does_not_tell_which(edition: Path) -> None:
    (edition / "content/pages/qingshi.md").write_text("# 老井\n\n他来了。\n", encoding="utf-8")
    ((file, line, what, hint),) = faults(duidu(edition, "import", "--explain", "qingshi"))
    assert (file, line, what) == ("content/pages", 0, "'qingshi' is 2 files.")
    assert hint == "say which: qingshi.md or qingshi.txt."


def test_a_path_may_begin_where_one_is(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, page in (("content", "pages/qingshi.txt"), ("content/articles", "../pages/qingshi.txt")):
        (edition / folder).mkdir(exist_ok=True)
        monkeypatch.chdir(edition / folder)
        assert explain.run(edition, page=page).decisions


def test_nothing_is_written_but_the_report(edition: Path) -> None:
    content, before = snapshot(edition / "content"), files(edition)
    result = duidu(edition, "import", "--explain", "qingshi")
    assert result.exit_code == 0
    assert snapshot(edition / "content") == content
    assert files(edition) - before == {REPORT}


def test_an_edition_that_is_built_stays_as_it_is(built: Path) -> None:
    before = snapshot(built / "content", built / "output")
    cache = files(built / ".cache")
    edit(built / PAGE_FILE, "昨天，青石县", "前天，青石县")
    changed = snapshot(built / "content", built / "output")
    assert duidu(built, "import", "--explain", "qingshi").exit_code == 0
    assert snapshot(built / "content", built / "output") == changed != before
    assert files(built / ".cache") - cache == {"import-qingshi.html"}


def test_with_other_options_it_still_imports_nothing(edition: Path) -> None:
    before = snapshot(edition / "content")
    assert duidu(edition, "import", "--again", "--merge", "--explain", "qingshi").exit_code == 0
    assert snapshot(edition / "content") == before


def test_a_line_is_said_for_every_decision(edition: Path) -> None:
    result = duidu(edition, "import", "--explain", "qingshi")
    said = result.stdout.splitlines()
    assert [int(line.split()[0]) for line in said[: len(DECIDED)]] == list(DECIDED)
    assert "%" in said[0]
    assert "nothing but the name of a place" in said[0]
    assert said[-2] == f"{PAGE_FILE}: 3 items, 0 decisions to look at."
    assert said[-1] == f"Open {edition.resolve() / REPORT}"
    assert result.stderr == ""


def test_quiet_says_nothing_and_writes_the_report(edition: Path) -> None:
    result = duidu(edition, "import", "--quiet", "--explain", "qingshi")
    assert (result.exit_code, result.output) == (0, "")
    assert (edition / REPORT).is_file()


def test_long_lines_are_cut(edition: Path) -> None:
    (edition / "content/pages/long.txt").write_text(f"{'老井' * 60}。\n", encoding="utf-8")
    (line, *_) = duidu(edition, "import", "--explain", "long").stdout.splitlines()
    assert "…" in line
    assert "老井" * 18 not in line


def test_control_characters_of_a_page_are_shown_as_escapes(edition: Path) -> None:
    (edition / "content/pages/c1.txt").write_text("老井\x9b31m又有了水。\n", encoding="utf-8")
    result = duidu(edition, "import", "--explain", "c1")
    assert "\x9b" not in result.output
    assert "老井\\x9b31m" in result.output


def test_json_gives_the_decisions(edition: Path) -> None:
    result = duidu(edition, "import", "--json", "--explain", "qingshi")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["exit_code"], said["command"]) == (0, 0, "import")
    assert {item["ref"]["line"]: item["what"] for item in said["decisions"]} == DECIDED
    assert {item["ref"]["path"] for item in said["decisions"]} == {PAGE_FILE}
    first = said["decisions"][0]
    assert set(first) == {"ref", "what", "text", "reason", "confidence"}
    assert (first["text"], 0 <= first["confidence"] <= 1) == ("青石县", True)
    assert said["counts"]["decisions"] == 0


def test_doubts_are_counted(edition: Path) -> None:
    text = "小桥通车了，\n\n两岸的人不再绕路\n\n村里的老井修好了，大家都来打水。\n"
    (edition / "content/pages/doubt.txt").write_text(text, encoding="utf-8")
    report = explain.run(edition, page="doubt")
    doubtful = sum(decision.doubtful for decision in report.decisions)
    assert report.counts["decisions"] == doubtful > 0
    assert f"{doubtful} decision" in report.lines[0]
    assert (edition / ".cache/import-doubt.html").read_text(encoding="utf-8").count('href="#line-') == doubtful


def test_words_of_the_lexicon_count(edition: Path) -> None:
    (edition / "content/lexicon/words.tsv").write_text("小水\tnonsense\textra\tfields\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"words\.tsv:1"):
        explain.run(edition, page="qingshi")


def test_the_same_page_gives_the_same_report(edition: Path) -> None:
    first = explain.run(edition, page="qingshi")
    data = (edition / REPORT).read_bytes()
    assert explain.run(edition, page="qingshi") == first
    assert (edition / REPORT).read_bytes() == data


def test_text_of_the_page_is_escaped(edition: Path) -> None:
    (edition / "content/pages/evil.txt").write_text("<script>alert(1)</script>\n\n他来了。\n", encoding="utf-8")
    explain.run(edition, page="evil")
    assert "<script" not in (edition / ".cache/import-evil.html").read_text(encoding="utf-8")


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize(
    ("page", "hint"),
    [
        ("qingsi", "did you mean 'qingshi'?"),
        ("qingshii.txt", "did you mean 'qingshi'?"),
        ("content/pages/qinshi.txt", "did you mean 'qingshi'?"),
        ("qingshi.md", "did you mean 'qingshi'?"),
        ("../qingshi.txt", "did you mean 'qingshi'?"),
        ("/elsewhere/qingshi.txt", "did you mean 'qingshi'?"),
        ("content/articles/qingshi", "did you mean 'qingshi'?"),
        ("nothing-like-it", "the pages are: qingshi"),
        ("", "the pages are: qingshi"),
        (".", "the pages are: qingshi"),
        ("/", "the pages are: qingshi"),
        ("README", "the pages are: qingshi"),
    ],
)
def test_an_unknown_page(edition: Path, page: str, hint: str) -> None:
    before = files(edition), snapshot(edition / "content")
    result = duidu(edition, "import", "--explain", page)
    assert result.exit_code == 2
    ((file, line, what, said),) = faults(result)
    assert (file, line, what, said) == ("content/pages", 0, f"there is no page '{page}'.", hint)
    assert result.stdout == ""
    assert (files(edition), snapshot(edition / "content")) == before


def test_an_unknown_page_as_json(edition: Path) -> None:
    result = duidu(edition, "import", "--json", "--explain", "qingsi")
    assert result.exit_code == 2
    (error,) = json.loads(result.stdout)["errors"]
    assert (error["message"], error["hint"]) == ("there is no page 'qingsi'.", "did you mean 'qingshi'?")


def test_an_unknown_page_among_many(edition: Path) -> None:
    for number in range(1, 12):
        (edition / f"content/pages/a{number:02}.txt").write_text("他来了。\n", encoding="utf-8")
    with pytest.raises(PageError) as caught:
        explain.run(edition, page="nosuch")
    names = ", ".join(f"a{number:02}" for number in range(1, 11))
    assert str(caught.value) == f"content/pages: there is no page 'nosuch'. Hint: the pages are: {names} and 2 more"


def test_no_pages(edition: Path) -> None:
    (edition / PAGE_FILE).unlink()
    with pytest.raises(PageError, match="there is no page 'qingshi'") as caught:
        explain.run(edition, page="qingshi")
    assert caught.value.hint == "put a page there first."


@pytest.mark.parametrize(
    ("name", "data", "line", "what"),
    [
        ("bad.txt", "他来了。\n\x01".encode(), 2, "control character"),
        ("bad.txt", b"", 1, "the page is empty"),
        ("bad.doc", b"x", 1, "no importer reads .doc"),
    ],
)
def test_a_page_that_cannot_be_read(edition: Path, name: str, data: bytes, line: int, what: str) -> None:
    (edition / "content/pages" / name).write_bytes(data)
    before = files(edition)
    result = duidu(edition, "import", "--explain", "bad")
    assert result.exit_code == 2
    ((file, number, said, _),) = faults(result)
    assert (file, number) == (f"content/pages/{name}", line)
    assert what in said
    assert files(edition) == before


def test_a_broken_page_does_not_keep_another_from_being_explained(edition: Path) -> None:
    (edition / "content/pages/bad.txt").write_bytes(b"\x00")
    assert explain.run(edition, page="qingshi").decisions


def test_a_cache_that_cannot_be_written(edition: Path) -> None:
    (edition / ".cache").write_text("a file", encoding="utf-8")
    result = duidu(edition, "import", "--explain", "qingshi")
    assert result.exit_code == 2
    assert [(file, line) for file, line, _, _ in faults(result)] == [(REPORT, 1)]
