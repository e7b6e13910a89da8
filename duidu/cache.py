"""Memory of pure steps between two runs: ``.cache/`` in the edition's folder, safe to delete at any time.

One file a name holds the last result and the key it was made from (a digest of the content, the settings and the
versions of all that took part). Another key is a miss, and so is a file that cannot be read. JSON, never pickle:
a cache that somebody else has written cannot run code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from duidu import typed
from duidu.errors import WriteError
from duidu.files import sha256, write_atomically

CACHE = ".cache"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Memo(Generic[T]):
    key: str
    value: T


def digest(*parts: object) -> str:
    """A key for these values of ours.

    >>> digest("a") == digest("a"), digest("a") == digest("b")
    (True, False)
    """
    return sha256(typed.to_json(parts))


class Cache:
    """Remembers values of one type; ``name`` is like ``layers/page/slug``."""

    def __init__(self, root: Path, type_: type[T]) -> None:
        self._folder = root / CACHE
        self._type: Any = _Memo[type_]  # type: ignore[valid-type]

    def get(self, name: str, key: str) -> Any:
        """The value remembered under this name and key, or None."""
        path = self._folder / f"{name}.json"
        try:
            memo = typed.from_json(path.read_bytes(), self._type)
        except (OSError, typed.MismatchError):
            return None
        return memo.value if memo.key == key else None

    def put(self, name: str, key: str, value: object) -> None:
        """Remember a value; a folder that cannot be written is no error, only slow."""
        try:
            write_atomically(self._folder / f"{name}.json", typed.to_json(_Memo(key, value)), name)
        except WriteError:
            return
