"""output/ holds what was built last, whole or not at all; what is not ours is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.errors import OutputError
from duidu.model import OutputFile
from duidu.output import LISTING, STAGING, Published, publish, remove
from tests.support import snapshot, times


def files(**texts: str) -> list[OutputFile]:
    """``p_a="x"`` is a file p/a with the text x."""
    return [OutputFile(name.replace("_", "/"), text.encode()) for name, text in texts.items()]


def held(folder: Path) -> dict[str, str]:
    """The files of the folder, the listing apart."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_text(encoding="utf-8") for name, path in sorted(found.items()) if name != LISTING}


def test_new_files_are_written_and_listed(tmp_path: Path) -> None:
    assert publish(tmp_path / "out", files(a="1", p_b="2")) == Published(written=2, unchanged=0, removed=0)
    assert held(tmp_path / "out") == {"a": "1", "p/b": "2"}
    assert (tmp_path / "out" / LISTING).read_text(encoding="utf-8") == "a\np/b\n"


def test_second_time_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", p_b="2"))
    before = times(tmp_path)
    assert publish(tmp_path, files(a="1", p_b="2")) == Published(written=0, unchanged=2, removed=0)
    assert times(tmp_path) == before


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", b="2"))
    before = (tmp_path / "b").stat()
    assert publish(tmp_path, files(a="3", b="2")) == Published(written=1, unchanged=1, removed=0)
    after = (tmp_path / "b").stat()
    assert held(tmp_path) == {"a": "3", "b": "2"}
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_of_equal_length_and_other_text_is_changed(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1"))
    (tmp_path / "a").write_text("2", encoding="utf-8")
    assert publish(tmp_path, files(a="1")).written == 1
    assert held(tmp_path) == {"a": "1"}


def test_stale_files_and_their_empty_folders_are_pruned(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", p_q_b="2", p_c="3"))
    assert publish(tmp_path, files(a="1", p_c="3")) == Published(written=0, unchanged=2, removed=1)
    assert not (tmp_path / "p/q").exists()
    assert held(tmp_path) == {"a": "1", "p/c": "3"}


def test_foreign_files_are_never_touched(tmp_path: Path) -> None:
    for name in ("CNAME", "p/own.html", "empty/.keep"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    publish(tmp_path, files(a="1", p_b="2"))
    publish(tmp_path, files(a="2"))
    assert held(tmp_path) == {"CNAME": "mine", "a": "2", "empty/.keep": "mine", "p/own.html": "mine"}
    assert remove(tmp_path) == 1
    assert held(tmp_path) == {"CNAME": "mine", "empty/.keep": "mine", "p/own.html": "mine"}


def test_foreign_file_with_the_name_of_a_page_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError):
        publish(tmp_path, files(a="1"))
    assert held(tmp_path) == {"a": "mine"}


@pytest.mark.parametrize("path", ["../precious", "p/../../precious", "/precious"])
def test_a_listing_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, path: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine", encoding="utf-8")
    publish(tmp_path / "out", files(a="1"))
    listed = path if not path.startswith("/") else str(precious)
    (tmp_path / "out" / LISTING).write_text(f"a\n{listed}\n", encoding="utf-8")
    publish(tmp_path / "out", files(b="1"))
    remove(tmp_path / "out")
    assert precious.read_text(encoding="utf-8") == "mine"


# ---------------------------------------------------------------- what fails leaves the last site


def test_folder_that_is_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written") as caught:
        publish(tmp_path / "out", files(a="1"))
    assert str(caught.value.ref) == "out:1"
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_full_disk_leaves_the_last_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, files(a="1", b="2"))
    before = snapshot(tmp_path)
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "c":
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left on device"):
        publish(tmp_path, files(a="9", c="3"))
    assert snapshot(tmp_path) == before


def test_files_that_cannot_be_made_leave_the_last_site(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1"))
    before = snapshot(tmp_path)

    def broken() -> object:
        yield OutputFile("a", b"2")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(tmp_path, broken())  # type: ignore[arg-type]
    assert snapshot(tmp_path) == before


def test_build_that_is_killed_is_made_good_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, files(a="1", b="2", old="3"))
    with monkeypatch.context() as patched:
        patched.setattr("duidu.output._prune", _killed)
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path, files(a="9", new="4"))
    (tmp_path / STAGING).mkdir()
    (tmp_path / STAGING / "left").write_text("over", encoding="utf-8")
    publish(tmp_path, files(a="9", new="5"))
    assert held(tmp_path) == {"a": "9", "new": "5"}
    assert not (tmp_path / STAGING).exists()


def _killed(*arguments: object) -> None:
    raise KeyboardInterrupt


def test_foreign_folder_in_the_way_leaves_the_last_site(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", b="2"))
    (tmp_path / "b").unlink()
    (tmp_path / "b").mkdir()
    before = snapshot(tmp_path)
    with pytest.raises(OutputError):
        publish(tmp_path, files(a="9", b="9"))
    assert snapshot(tmp_path) == before


def test_file_may_become_a_folder(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1"))
    publish(tmp_path, files(a_b="2"))
    assert held(tmp_path) == {"a/b": "2"}


def test_folder_of_ours_may_become_a_file(tmp_path: Path) -> None:
    publish(tmp_path, files(a_b="1"))
    publish(tmp_path, files(a="2"))
    assert held(tmp_path) == {"a": "2"}


def test_folder_that_somebody_deleted_does_not_stop_the_build(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", p_b="2"))
    (tmp_path / "p/b").unlink()
    (tmp_path / "p").rmdir()
    assert publish(tmp_path, files(a="1")).unchanged == 1


# ---------------------------------------------------------------- clean


def test_all_our_files_and_their_folders_are_removed(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", p_q_b="2"))
    (tmp_path / STAGING).mkdir()
    assert remove(tmp_path) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing", "."])
def test_where_nothing_was_built_nothing_is_removed(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    assert remove(tmp_path / name) == 0
    assert held(tmp_path) == {"mine": "mine"}


def test_folder_that_somebody_deleted_does_not_stop_clean(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1", p_b="2"))
    (tmp_path / "p/b").unlink()
    (tmp_path / "p").rmdir()
    remove(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_broken_listing_is_no_traceback(tmp_path: Path) -> None:
    publish(tmp_path, files(a="1"))
    (tmp_path / LISTING).write_bytes(b"\xff\n")
    with pytest.raises(OutputError, match="not made by Duidu"):
        publish(tmp_path, files(a="2"))
    assert held(tmp_path) == {"a": "1"}
