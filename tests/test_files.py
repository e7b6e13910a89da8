"""Reading text and writing files safely."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from duidu.errors import PageError, WriteError
from duidu.files import (
    TORN_SECONDS,
    decode,
    read_text,
    remove_torn,
    sha256,
    write_atomically,
    write_if_changed,
    write_together,
)
from tests.support import snapshot

LONG_AGO = 1_000_000_000


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("\ufeff桥\r\n船\r人\n".encode(), "桥\n船\n人\n"),
        (b"a\tb\n", "a\tb\n"),
        ("\x85\u2028😀".encode(), "\x85\u2028😀"),
    ],
)
def test_text_has_one_kind_of_line_end_and_no_mark_in_front(data: bytes, text: str) -> None:
    assert decode(data, "p", PageError) == text


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"a\n\xff", 2, "byte 0xff"),
        (b"\n\n\xe6\xa1", 3, "byte 0xe6"),
        (b"\xed\xa0\x80", 1, "byte 0xed"),  # half a pair of UTF-16
        (b"a\r\nb\x00", 2, "U+0000"),
        (b"\x1b", 1, "U+001B"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int, what: str) -> None:
    with pytest.raises(PageError) as caught:
        decode(data, "p", PageError)
    assert (str(caught.value.ref), what in caught.value.message) == (f"p:{line}", True)


@pytest.mark.parametrize("name", ["missing", "."])
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PageError, match="cannot be read") as caught:
        read_text(tmp_path / name, "shown", PageError)
    assert str(caught.value.ref) == "shown:1"


def test_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a/b/c", b"x", "c")
    assert snapshot(tmp_path / "a") == {
        tmp_path / "a": None,
        tmp_path / "a/b": None,
        tmp_path / "a/b/c": b"x",
    }


def test_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(WriteError, match="a:1: cannot be written: No space"):
        write_atomically(path, b"new", "a")
    assert snapshot(tmp_path) == {tmp_path: None, path: b"old"}


def test_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(WriteError, match="shown:1: cannot be written: "):
        write_atomically(tmp_path / "file/a", b"x", "shown")


def test_write_that_is_stopped_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def stopped(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new", "a")
    assert snapshot(tmp_path) == {tmp_path: None, path: b"old"}


def test_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert write_if_changed(path, b"x", "a")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert not write_if_changed(path, b"x", "a")
    assert path.stat().st_mtime == LONG_AGO
    assert write_if_changed(path, b"y", "a")
    assert path.read_bytes() == b"y"


def test_sha256() -> None:
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    target.chmod(0o664)
    (tmp_path / "link").symlink_to(target)
    write_atomically(tmp_path / "link", b"new", "link")
    assert (tmp_path / "link").is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o664)


# ---------------------------------------------------------------- several files, and what a kill leaves


def test_files_are_written_together(tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(b"1")
    files = [(tmp_path / name, b"1", name) for name in ("same", "new")]
    assert write_together(files) == 1
    assert (tmp_path / "new").read_bytes() == b"1"


def test_when_one_cannot_be_written_the_others_are_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    files = [(tmp_path / name, b"new", name) for name in ("old", "new", "folder")]
    with pytest.raises(WriteError, match="folder:1"):
        write_together(files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_what_a_killed_write_has_left_goes_when_it_is_old(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    for name, age in ((".tmp-old", 2 * TORN_SECONDS), (".tmp-young", 0), ("old", 2 * TORN_SECONDS)):
        (tmp_path / "page" / name).write_bytes(b"half")
        os.utime(tmp_path / "page" / name, (time.time() - age,) * 2)
    remove_torn(tmp_path)
    assert sorted(path.name for path in (tmp_path / "page").iterdir()) == [".tmp-young", "old"]
