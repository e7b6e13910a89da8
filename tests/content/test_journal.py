"""The journal of finished sentences: read back whatever a kill has left of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.content.journal import JOURNAL, Finished, Journal
from duidu.errors import WriteError
from tests.support import PROPERTY

BRIDGE = Finished("桥。", "Bridge.", "Fake 1.0")
BOAT = Finished("船。", "Boat.", "Fake 1.0", renewed=True)


def path(root: Path) -> Path:
    return root / f"content/translations/en/{JOURNAL}"


def test_there_is_no_file_before_something_is_finished(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "en")
    assert journal.read() == ()
    journal.remove()
    assert not path(tmp_path).parent.exists()


def test_what_is_added_is_there_at_once_and_goes_when_it_is_saved(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "en")
    for count, item in enumerate((BRIDGE, BOAT), start=1):
        journal.add(item)
        assert Journal(tmp_path, "en").read() == (BRIDGE, BOAT)[:count]
    assert Journal(tmp_path, "fr").read() == ()
    journal.remove()
    assert not path(tmp_path).exists()


FINISHED = st.builds(Finished, st.text(min_size=1), st.text(), st.just("Fake 1.0"), st.booleans())


@PROPERTY
@given(st.lists(FINISHED, min_size=1, max_size=4), st.data())
def test_a_torn_line_is_dropped_and_the_next_run_writes_on(
    tmp_path_factory: pytest.TempPathFactory, finished: list[Finished], data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("edition")
    journal = Journal(root, "en")
    for item in finished:
        journal.add(item)
    journal.close()
    whole = path(root).read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    path(root).write_bytes(whole[:cut])
    kept = tuple(finished[: whole[:cut].count(b"\n")])
    # The last line is whole even without its line end.
    assert Journal(root, "en").read() in (kept, tuple(finished[: len(kept) + 1]))
    again = Journal(root, "en")
    again.add(BRIDGE)
    again.close()
    assert Journal(root, "en").read()[: len(kept)] == kept
    assert Journal(root, "en").read()[-1] == BRIDGE


def test_what_is_no_journal_is_passed_over(tmp_path: Path) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_bytes(b'nonsense\n\xff\n{"chinese": 1}\n[]\n\n')
    assert Journal(tmp_path, "en").read() == ()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/translations").write_text("a file", encoding="utf-8")
    with pytest.raises(WriteError, match=r"\.journal\.jsonl:1: cannot be written: Not a directory\. Hint: "):
        Journal(tmp_path, "en").add(BRIDGE)
