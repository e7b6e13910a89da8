"""What was installed, by SHA-256: written into the package's folder at installation, compared whenever it is opened."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from duidu import typed
from duidu.errors import PackageError
from duidu.translators.package_index import INSTALL

RECORD = "duidu.json"


@dataclass(frozen=True, slots=True)
class PackageRecord:
    """The SHA-256 of the archive ("" where another program had unpacked it) and of each file."""

    archive: str
    files: dict[str, str]


def read_record(folder: Path) -> PackageRecord | None:
    """The record of a package, or None when another program has installed it. Raises PackageError."""
    path = folder / RECORD
    if not path.exists():
        return None
    try:
        return typed.from_json(path.read_bytes(), PackageRecord)
    except (OSError, typed.MismatchError) as error:
        raise PackageError(f"{path} cannot be read: {error}.", hint=f"install the package again: {INSTALL}") from None


def write_record(folder: Path, record: PackageRecord) -> None:
    """Put the record into the package's folder. Raises OSError."""
    (folder / RECORD).write_bytes(typed.to_pretty_json(record))


def record_of(folder: Path) -> PackageRecord:
    """A record of the files as they are now, without an archive."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return PackageRecord("", {path.relative_to(folder).as_posix(): file_digest(path) for path in files})


def file_digest(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_pin(digest: str, pins: Sequence[str], name: str) -> None:
    """Raises PackageError when SHA-256s are pinned and this is none of them; "" is unknown."""
    if not pins or digest in (pin.lower() for pin in pins):
        return
    has = (
        f"has the SHA-256 {digest}, which is not"
        if digest
        else "was not installed by Duidu: it cannot be compared with"
    )
    hint = "take the archive that is pinned; or, if you trust this one, change sha256 in content/edition.toml."
    if not digest:
        hint = f"install it again: {INSTALL}"
    raise PackageError(f"{name} {has} the one pinned in content/edition.toml.", hint=hint)


def verify(folder: Path, pins: Sequence[str] = ()) -> PackageRecord | None:
    """Compare a package with its record and the pins; its record, or None where there is none.

    Raises PackageError that names the file which is no longer what was installed.
    """
    record = read_record(folder)
    check_pin(record.archive if record else "", pins, f"the package {folder.name}")
    if record is None:
        return None
    for name, digest in record.files.items():
        found = ""
        with suppress(FileNotFoundError, NotADirectoryError):
            found = file_digest(folder / name)
        if found != digest:
            what = "is not what was installed" if found else "is missing"
            raise PackageError(f"{folder / name} {what}.", hint=f"install the package again: {INSTALL}")
    return record
