"""One writer of PO files at a time: a translation that saves, and a person who reviews meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from duidu.cache import CACHE
from duidu.errors import WriteError

LOCK = f"{CACHE}/translations.lock"
# Longer than any change of a file takes; the lock of a process that was killed is free at once.
PATIENCE = 30.0


@contextmanager
def editing(root: Path) -> Iterator[None]:
    """Nobody else changes the PO files of the edition in this block, from reading one to writing it.

    Not to be nested. Raises WriteError when another process does not let go.
    """
    (root / CACHE).mkdir(exist_ok=True)
    lock = FileLock(root / LOCK)
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
