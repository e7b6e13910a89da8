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
from pathlib import Path, PurePosixPath

from duidu.errors import OutputError, WriteError
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
    wanted: dict[str, bytes] = {}
    for file in files:
        if wanted.setdefault(file.path, file.data) is not file.data:
            ref = SourceRef(f"{folder.name}/{file.path}", 1)
            raise OutputError("two pages of the site have this address.", hint="rename one of them.", ref=ref)
    previous = _listed(folder)
    changed = {path: data for path, data in wanted.items() if not _holds(folder / path, data)}
    stale = sorted(previous - set(wanted))
    _check_free(folder, changed, previous)
    try:
        if changed or stale or not _holds(folder / LISTING, _listing(wanted)):
            _replace(folder, changed, stale, _listing(previous | set(wanted)))
            _write(folder / LISTING, _listing(wanted))
    except (OSError, WriteError) as error:
        cause = error.strerror if isinstance(error, OSError) else error.message
        raise OutputError(
            f"the site cannot be written: {cause}.",
            hint="check the permissions of the folder and the space on the disk; the last good site is still there.",
            ref=SourceRef(folder.name, 1),
        ) from None
    return Published(len(changed), len(wanted) - len(changed), len(stale))


def _check_free(folder: Path, changed: Iterable[str], previous: set[str]) -> None:
    """What somebody else has put where a page must lie is not touched."""
    for path in changed:
        for name in (path, *_folders(path)):
            place = folder / name
            foreign = place.is_file() and name not in previous
            if foreign or (name == path and place.is_dir() and not _all_ours(place, folder, previous)):
                hint = "move it out of the folder: a build replaces only files that a build has made."
                ref = SourceRef(f"{folder.name}/{name}", 1)
                raise OutputError("this was not made by Duidu and lies in the way.", hint=hint, ref=ref)


def _all_ours(place: Path, folder: Path, previous: set[str]) -> bool:
    """Whether a folder holds files of an earlier build and nothing else."""
    names = [item.relative_to(folder).as_posix() for item in place.rglob("*") if not item.is_dir()]
    return bool(names) and previous.issuperset(names)


def _folders(path: str) -> list[str]:
    """The folders a file lies in: ``a/b/c`` ─▶ ``a/b``, ``a``."""
    return [parent.as_posix() for parent in PurePosixPath(path).parents][:-1]


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
    paths = listing.read_text(encoding="utf-8", errors="replace").splitlines()
    return {path for path in paths if path and ".." not in path.split("/") and not path.startswith("/")}


def _listing(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _write(path: Path, data: bytes) -> None:
    write_if_changed(path, data, path.name)


def _replace(folder: Path, changed: dict[str, bytes], stale: Iterable[str], listing: bytes) -> None:
    """Stage all, then rename all, then prune; ``listing`` names the old files and the new ones meanwhile."""
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for path, data in changed.items():
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).write_bytes(data)
        _write(folder / LISTING, listing)
        new_folders = {parent for path in changed for parent in _folders(path)}
        in_the_way = {path for path in stale if path in new_folders or not changed.keys().isdisjoint(_folders(path))}
        _prune(folder, in_the_way)
        for path in changed:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(folder / path)
        _prune(folder, set(stale) - in_the_way)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _prune(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        for parent in (folder / path).parents:
            if parent == folder or (parent.is_dir() and any(parent.iterdir())):
                break
            if parent.is_dir():
                parent.rmdir()
