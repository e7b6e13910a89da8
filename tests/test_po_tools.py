"""The PO files are what other programs expect: gettext's, and the Translate Toolkit's, on which Weblate stands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from duidu.commands import translate
from duidu.content.translations import save_catalogue
from duidu.model import Catalogue, English, Message, Status
from tests.conftest import Silent
from tests.support import HERE

REPOSITORY = Path(__file__).resolve().parent.parent
# The checks of pofilter that look at how a text is written. Left out are those for a state (untranslated, isfuzzy,
# isreview, hassuggestion), which is no fault, those for what programs print (printf, variables, functions …), and those
# that compare as if both languages were European (endpunc, brackets, startcaps, doublequoting, numbers, sentencecount,
# long …): 。 is no full stop to them, and 万 no number. What the English says is the business of the quality gate.
CHECKS = (
    *("blank", "doublespacing", "startwhitespace", "endwhitespace", "newlines", "tabs", "escapes", "doublewords"),
    *("emails", "urls", "xmltags", "compendiumconflicts", "kdecomments", "nplurals", "unchanged"),
)


def pofilter(source: Path, out: Path) -> str:
    """What pofilter has to say of the PO files in a folder."""
    out.mkdir()
    checks = [f"--test={check}" for check in CHECKS]
    command = [sys.executable, "-m", "translate.filters.pofilter", "--progress=none", *checks, str(source), str(out)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return said.stderr + "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.po"))


@pytest.fixture
def every_kind(tmp_path: Path) -> Path:
    """PO files with every kind of entry, as they are written now, in a language of two parts."""
    folder = tmp_path / "content/translations"
    messages = (
        Message("title", "桥通了", English("The bridge is open", Status.REVIEWED, ""), HERE),
        Message("paragraph", "昨天，桥通了。", English("Yesterday it opened.", Status.MACHINE, "Argos 1"), HERE),
        Message("paragraph", "桥长120米。", English("It is 100 m long.", Status.STALE, "桥长100米。"), HERE),
        Message(
            "paragraph 2", "“好！”他说。", English("“Good!” he said, and “{so} be it 100%”.", Status.STALE, ""), HERE
        ),
        Message("paragraph", "人们都来了。", English("", Status.MISSING, ""), HERE),
    )
    gone = (
        Message("paragraph", "船来了。", English("A boat came.", Status.REVIEWED, ""), HERE),
        Message("paragraph", "船走了。", English("It left.", Status.STALE, "船要走了。"), HERE),
    )
    places = {(item.context, item.chinese): item.ref for item in messages}
    save_catalogue(tmp_path, Catalogue("p/s", messages, gone), places, "pt-BR")
    return folder


@pytest.fixture(params=["every kind", "golden", "edition"])
def folder(request: pytest.FixtureRequest, every_kind: Path) -> Path:
    folders = {"golden": REPOSITORY / "tests/golden/translations", "edition": REPOSITORY / "content/translations"}
    return folders.get(request.param, every_kind)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="no gettext")
def test_msgfmt_has_nothing_to_say(folder: Path) -> None:
    paths = sorted(folder.rglob("*.po"))
    assert paths
    for path in paths:
        command = ["msgfmt", "--check", "--output-file=/dev/null", str(path)]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (said.returncode, said.stdout + said.stderr) == (0, ""), path


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="no gettext")
def test_msgcat_writes_the_same_entries(every_kind: Path) -> None:
    """What gettext writes of a file is what is in it: flags, comments, earlier and obsolete entries."""
    (path,) = every_kind.rglob("*.po")
    command = ["msgcat", "--width=78", str(path)]
    written = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = path.read_text(encoding="utf-8")

    def entries(text: str) -> list[set[str]]:
        return [set(entry.strip().split("\n")) for entry in text.split("\n\n")[1:] if entry.strip()]

    assert entries(written) == entries(ours)


def test_pofilter_has_nothing_to_say(folder: Path, tmp_path: Path) -> None:
    assert pofilter(folder, tmp_path / "out") == ""


def test_pofilter_would_find_something(every_kind: Path, tmp_path: Path) -> None:
    (path,) = every_kind.rglob("*.po")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"The bridge is open"', '"The bridge is open "'), encoding="utf-8")
    assert "(pofilter) endwhitespace" in pofilter(every_kind, tmp_path / "out")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="no gettext")
def test_what_msgattrib_has_reviewed_is_reviewed(edition: Path, silent: Silent) -> None:
    """A file that gettext's tools have written anew is read and keeps its bytes."""
    from tests.support import build

    build(edition)
    for path in edition.rglob("*.po"):
        command = ["msgattrib", "--clear-fuzzy", "--no-wrap", "--output-file", str(path), str(path)]
        subprocess.run(command, check=True)
    before = {path: path.read_bytes() for path in edition.rglob("*.po")}
    assert translate.run(edition, silent).counts["files_written"] == 0
    assert {path: path.read_bytes() for path in edition.rglob("*.po")} == before
