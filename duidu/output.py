"""Rendered files ─▶ ``output/``: stage, compare, replace, prune last.

The folder belongs to Duidu only as far as ``.duidu-files`` lists it: files that somebody else put there are never
touched. New and changed files are first written to one side; only when all of them are complete are they renamed
into place, one quick step each, and files that are no longer built go last. A build that fails or is killed before
that leaves the last good site as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from duidu.errors import OutputError
from duidu.files import write_if_changed
from duidu.model import OutputFile, SourceRef

LISTING = ".duidu-files"
STAGING = ".duidu-staging"


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were new or changed, were the same already, and were taken away."""

    written: int
    unchanged: int
    removed: int


def publish(folder: Path, files: Iterable[OutputFile]) -> Published:
    """Make ``folder`` hold these files. Raises OutputError when it cannot be written; then nothing has changed."""
    wanted = {file.path: file.data for file in files}
    previous = _listed(folder)
    changed = {path: data for path, data in wanted.items() if not _holds(folder / path, data)}
    stale = sorted(previous - set(wanted))
    try:
        if changed or stale or not _holds(folder / LISTING, _listing(wanted)):
            _replace(folder, changed, _listing(previous | set(wanted)))
            _prune(folder, stale)
            write_if_changed(folder / LISTING, _listing(wanted))
    except OSError as error:
        raise OutputError(
            f"the site cannot be written: {error.strerror or error}.",
            hint="check the permissions of the folder and the space on the disk; the last good site is still there.",
            ref=SourceRef(folder.name, 1),
        ) from None
    return Published(len(changed), len(wanted) - len(changed), len(stale))


def remove(folder: Path) -> int:
    """Take away every file that Duidu has put into ``folder``; gives their number."""
    paths = sorted(_listed(folder))
    _prune(folder, [*paths, LISTING] if paths else [])
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    return len(paths)


def _listed(folder: Path) -> set[str]:
    listing = folder / LISTING
    if not listing.is_file():
        return set()
    paths = listing.read_text(encoding="utf-8").splitlines()
    return {path for path in paths if path and ".." not in path.split("/") and not path.startswith("/")}


def _listing(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _replace(folder: Path, changed: dict[str, bytes], listing: bytes) -> None:
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for path, data in changed.items():
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_if_changed(folder / LISTING, listing)
        for path in changed:
            (staging / path).replace(folder / path)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _prune(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        for parent in (folder / path).parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
