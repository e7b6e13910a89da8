"""`memory export` and `memory import`: out and in again, in both formats, and nothing of a person is overwritten."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from duidu.commands import translate
from duidu.content.translations import read_catalogue
from duidu.model import Status
from tests.commands.conftest import CATALOGUE
from tests.commands.test_translate import ENGLISH, KEY, SENTENCE, Install, english, say
from tests.conftest import Silent
from tests.support import FakeEngine, duidu, edit, line_of, set_engine, snapshot

FORMATS = ["memory.tmx", "memory.xlf", "memory.xliff"]
CHANGED = SENTENCE.replace("昨天", "前天")


@pytest.fixture
def full(built: Path, silent: Silent, fake_engine: Install) -> Path:
    """The built edition with machine, reviewed, stale, missing and obsolete English."""

    class Gaps(FakeEngine):
        def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
            found = super().translate(sentences)
            return ((index, english if sentences[index] != "青石县" else "") for index, english in found)

    set_engine(built, "argos")
    fake_engine(Gaps())
    say(built)
    translate.run(built, silent)
    edit(built / f"content/articles/{KEY}.md", SENTENCE, CHANGED)
    set_engine(built, "none")
    translate.run(built, silent)
    found = {item.english.status for item in read_catalogue(built, KEY).messages}
    assert found == {Status.MACHINE, Status.STALE, Status.MISSING}
    assert read_catalogue(built, KEY).obsolete
    return built


def catalogues(root: Path) -> dict[Path, bytes]:
    found = snapshot(root / "content/translations")
    return {path: data for path, data in found.items() if data is not None}


@pytest.mark.parametrize("name", FORMATS)
def test_out_and_in_again_loses_nothing(full: Path, tmp_path: Path, name: str) -> None:
    before = catalogues(full)
    file = tmp_path / name
    result = duidu(full, "memory", "export", str(file))
    assert result.exit_code == 0
    assert result.stdout.endswith(f" sentences written to {file}.\n")
    assert catalogues(full) == before

    again = duidu(full, "memory", "import", str(file))
    assert (again.exit_code, again.stdout.partition(" of")[0]) == (0, "Memory: 0 sentences taken")
    assert catalogues(full) == before

    shutil.rmtree(full / "content/translations")
    assert duidu(full, "memory", "import", str(file)).exit_code == 0
    assert catalogues(full) == before


def test_sentences_without_entry_are_exported_for_translators(full: Path, tmp_path: Path) -> None:
    shutil.rmtree(full / "content/translations")
    duidu(full, "memory", "export", str(tmp_path / "a.xlf"))
    duidu(full, "memory", "export", str(tmp_path / "a.tmx"))
    assert SENTENCE[2:] in (tmp_path / "a.xlf").read_text(encoding="utf-8")
    assert SENTENCE[2:] not in (tmp_path / "a.tmx").read_text(encoding="utf-8")
    assert not (full / "content/translations").exists()


def test_a_translators_work_comes_back(full: Path, tmp_path: Path, silent: Silent) -> None:
    file = tmp_path / "a.xlf"
    duidu(full, "memory", "export", str(file))
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition('<target state="needs-review-translation">Yesterday the new bridge')
    assert after
    file.write_text(f'{before}<target state="translated">The day before, the bridge{after}', encoding="utf-8")
    assert duidu(full, "memory", "import", str(file)).exit_code == 0
    found = english(full, CHANGED)
    assert (found[0], found[1]) == ("The day before, the bridge of Qingshi opened.", Status.REVIEWED)
    assert translate.run(full, silent).counts["files_written"] == 0


def test_reviewed_english_is_never_overwritten_and_both_texts_are_listed(
    built: Path, tmp_path: Path, silent: Silent
) -> None:
    say(built, "In the file.")
    for name in FORMATS:
        duidu(built, "memory", "export", str(tmp_path / name))
    edit(built / CATALOGUE, 'msgstr "In the file."', f'msgstr "{ENGLISH}"')
    before = catalogues(built)
    for name in FORMATS:
        result = duidu(built, "memory", "import", str(tmp_path / name))
        line = line_of(built / CATALOGUE, f'msgid "{SENTENCE}"') - 2  # where its entry begins
        place = f"{CATALOGUE}:{line}"
        assert result.exit_code == 1
        assert f"{place}: kept “{ENGLISH}”, not taken “In the file.”: {SENTENCE}" in result.stdout
        assert "1 conflict." in result.stdout
        said = json.loads(duidu(built, "memory", "import", str(tmp_path / name), "--json").stdout)
        assert said["counts"] == {"sentences": 1, "taken": 0, "conflicts": 1, "files_written": 0}
    assert catalogues(built) == before


TMX = (
    '<tmx version="1.4"><header srclang="zh"/><body>'
    f'<tu><tuv xml:lang="zh"><seg>{SENTENCE}</seg></tuv><tuv xml:lang="en"><seg>Elsewhere.</seg></tuv></tu>'
    '<tu><tuv xml:lang="zh"><seg>山在远方。</seg></tuv><tuv xml:lang="en"><seg>Far hills.</seg></tuv></tu>'
    "</body></tmx>"
)


def test_memory_of_another_program_is_a_draft_and_serves_coming_articles(
    built: Path, tmp_path: Path, silent: Silent
) -> None:
    (tmp_path / "my memory.tmx").write_text(TMX, encoding="utf-8")
    result = duidu(built, "memory", "import", str(tmp_path / "my memory.tmx"))
    assert result.stdout == "Memory: 2 sentences taken of 2 in the file.\n"
    assert english(built, SENTENCE) == ("Elsewhere.", Status.STALE, "")
    assert (built / "content/translations/en/imported/my-memory.po").is_file()
    article = "---\ntitle: 山\n---\n\n山在远方。\n"
    (built / "content/articles/qingshi/hills.md").write_text(article, encoding="utf-8")
    translate.run(built, silent)
    found = {item.chinese: item.english for item in read_catalogue(built, "qingshi/hills").messages}
    assert (found["山在远方。"].text, found["山在远方。"].status) == ("Far hills.", Status.STALE)


@pytest.mark.parametrize(("name", "text"), [("a.tmx", "nonsense"), ("a.xlf", TMX), ("a.csv", "x"), ("gone.tmx", None)])
def test_a_bad_file_is_one_line_and_changes_nothing(built: Path, tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = snapshot(built)
    result = duidu(built, "memory", "import", str(tmp_path / name))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "Hint: " in result.stderr
    assert snapshot(built) == before


def test_nothing_is_half_imported(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of several PO files cannot be written: the first is as it was."""
    from duidu import files
    from duidu.errors import WriteError

    duidu(full, "memory", "export", str(tmp_path / "a.tmx"))
    shutil.rmtree(full / "content/translations")
    before = snapshot(full / "content")
    write, written = files.write_atomically, []

    def failing(path: Path, data: bytes, name: str) -> None:
        if len(written) == 1:
            raise WriteError("cannot be written: the disk is full.", hint="make room.")
        written.append(path)
        write(path, data, name)

    monkeypatch.setattr(files, "write_atomically", failing)
    assert duidu(full, "memory", "import", str(tmp_path / "a.tmx")).exit_code == 2
    assert len(written) == 1
    monkeypatch.undo()
    assert {path: data for path, data in snapshot(full / "content").items() if data is not None} == {
        path: data for path, data in before.items() if data is not None
    }
