"""One writer of PO files at a time: a translation that saves, and a person who reviews meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.errors import WriteError
from duidu.files import sha256

if TYPE_CHECKING:
    from filelock import FileLock

# Longer than any change of a file takes; the lock of a process that was killed is free at once.
PATIENCE = 30.0


def _lock(root: Path, name: str) -> FileLock:
    """A lock of this edition and user, outside the edition: its cache may be deleted, and its content is watched."""
    from filelock import FileLock  # takes as long to load as a page to write

    edition = sha256(f"{Path.home()}\n{root.resolve()}".encode())[:16]
    return FileLock(Path(tempfile.gettempdir()) / f"duidu-{edition}-{name}.lock")


@contextmanager
def editing(root: Path) -> Iterator[None]:
    """Nobody else changes the PO files of the edition in this block, from reading one to writing it.

    Not to be nested. Raises WriteError when another process does not let go.
    """
    from filelock import Timeout

    lock = _lock(root, "editing")
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        raise WriteError(
            "another run of Duidu is changing the PO files.", hint="let it finish, or stop it, and try again."
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def translating(root: Path) -> Iterator[bool]:
    """Whether no other process translates: the journal is that one's until it is done."""
    from filelock import Timeout

    lock = _lock(root, "translating")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
