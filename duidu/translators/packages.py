"""Argos packages: offered, fetched, checked, installed for every program that uses Argos, and verified ever after.

A package is unpacked beside Argos's folder and moved there by one rename, so that no half of one is ever seen.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from duidu import typed
from duidu.errors import ArchiveError, PackageError
from duidu.translators import download
from duidu.translators.archive import METADATA, Archive, check_room, examine, label, unpack
from duidu.translators.package_index import INSTALL, Metadata, Offer, Pair, read_index, route, version_key
from duidu.translators.package_record import PackageRecord, check_pin, file_digest, record_of, verify, write_record

STAGING = ".duidu-staging-"
LOCK = ".duidu.lock"
REPLACED = "replaced-"


@dataclass(frozen=True, slots=True)
class Places:
    """Where Argos keeps its packages (the first folder is the one it installs into) and downloads; its index."""

    folders: tuple[Path, ...]
    downloads: Path
    index: str


@dataclass(frozen=True, slots=True)
class Installed:
    """A package in Argos's folder."""

    pair: Pair
    version: str
    path: Path

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.stat().st_size for file in self.path.rglob("*") if file.is_file())


def places() -> Places:
    """What Argos's own settings say. Raises PackageError when Argos cannot make its folders."""
    try:
        from argostranslate import settings
    except OSError as error:
        raise _disk_error(error) from None
    index = f"{str(settings.package_index).rstrip('/')}/index.json"
    return Places(tuple(map(Path, settings.package_dirs)), Path(settings.downloads_dir), index)


def installed(where: Places) -> tuple[Installed, ...]:
    """The packages that are there, the newest of a pair first; what is no package is passed over."""
    found = []
    for folder in where.folders:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            with suppress(OSError, typed.MismatchError):
                metadata = typed.from_json((path / METADATA).read_bytes(), Metadata)
                if metadata.pair:
                    found.append(Installed(metadata.pair, str(metadata.package_version), path))
    return tuple(sorted(found, key=lambda package: version_key(package.version), reverse=True))


def serving(wanted: Pair, packages: Sequence[Installed]) -> tuple[Installed, ...]:
    """The package of a pair, or the two that lead there through English; () when they are not installed."""
    by_pair = {package.pair: package for package in reversed(packages)}
    return tuple(by_pair[step] for step in route(wanted, by_pair))


def offers(where: Places, patience: download.Patience = download.PATIENT) -> dict[Pair, Offer]:
    """What the index offers now. Raises PackageError."""
    return {offer.pair: offer for offer in read_index(download.fetch(where.index, patience), where.index)}


def size_of(offer: Offer) -> int:
    """How many bytes its archive has, 0 when the server does not tell. Raises PackageError."""
    return download.size_of(offer.links[0])


# ---------------------------------------------------------------- installing


def install(
    offer: Offer,
    where: Places,
    watch: download.Watch,
    *,
    pins: Sequence[str] = (),
    patience: download.Patience = download.PATIENT,
) -> Installed:
    """Fetch a package and install it in place of older ones of its pair; ``watch`` follows the download.

    Raises PackageError. Whatever happens, there is the old package or the new one; what was fetched of an archive
    stays for the next run, unless the archive is a bad one.
    """
    part = where.downloads / f"translate-{offer.pair.source}_{offer.pair.target}.argosmodel.part"
    with _alone(where) as staging:
        try:
            _fetch(offer, part, watch, patience)
            done = _install(part, where, staging, (offer.pair,), pins)
        except ArchiveError:
            download.discard(part)
            raise
        download.discard(part)
        return done


def install_file(path: Path, where: Places, *, wanted: Collection[Pair], pins: Sequence[str] = ()) -> Installed:
    """Install an archive that is already here, if it is for one of the pairs. Raises PackageError."""
    if not path.is_file():
        raise PackageError(f"there is no file {path}.", hint="name the .argosmodel file.")
    with _alone(where) as staging:
        return _install(path, where, staging, wanted, pins)


def adopt(package: Installed, where: Places) -> None:
    """Record the files of a package that another program has installed, as they are now. Raises PackageError."""
    with _alone(where):
        write_record(package.path, record_of(package.path))


def standing(package: Installed, pins: Sequence[str] = ()) -> PackageRecord | None:
    """The record that a package agrees with, or None where there is none. Raises PackageError; see ``verify``."""
    try:
        return verify(package.path, pins)
    except OSError as error:
        raise PackageError(f"{package.path}: {error.strerror}.", hint=f"install it again: {INSTALL}") from None


def _fetch(offer: Offer, part: Path, watch: download.Watch, patience: download.Patience) -> None:
    """From the first address that works."""
    for link in offer.links[:-1]:
        with suppress(PackageError):
            download.download(link, part, watch, patience)
            return
    download.download(offer.links[-1], part, watch, patience)


def _install(path: Path, where: Places, staging: Path, wanted: Collection[Pair], pins: Sequence[str]) -> Installed:
    """Check everything, unpack, and only then move."""
    digest = file_digest(path)
    try:
        check_pin(digest, pins, label(path))
    except PackageError as error:
        raise ArchiveError(error.message, hint=error.hint) from None
    archive = examine(path)
    if archive.pair not in wanted:
        message = f"{label(path)} translates {archive.pair}, not {' or '.join(map(str, wanted))}."
        raise ArchiveError(message, hint="take the package for the languages of your edition.")
    target = where.folders[0] / archive.folder
    _check_own(archive, target, where)
    check_room(archive, staging)
    fresh = staging / archive.folder
    write_record(fresh, PackageRecord(digest, unpack(archive, fresh)))
    done = Installed(archive.pair, archive.version, target)
    _move(fresh, target, staging)
    _take_away_older(done, where, staging)
    return done


def _check_own(archive: Archive, target: Path, where: Places) -> None:
    """An archive may replace the package of its own pair, and no other."""
    others = [package for package in installed(where) if package.path == target and package.pair != archive.pair]
    if others:
        message = f"{label(archive.path)} would replace the package for {others[0].pair} in {target}."
        raise ArchiveError(message, hint="take the package from a place you trust.")


def _move(fresh: Path, target: Path, staging: Path) -> None:
    """Let the new folder stand where the old one stood, if there was one; if that fails, the old one again."""
    old = staging / f"{REPLACED}{target.name}"
    if target.exists() or target.is_symlink():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _take_away_older(new: Installed, where: Places, staging: Path) -> None:
    for number, package in enumerate(installed(where)):
        if package.pair == new.pair and package.path != new.path and package.path.parent == where.folders[0]:
            package.path.rename(staging / f"older-{number}")


@contextmanager
def _alone(where: Places) -> Iterator[Path]:
    """A folder to unpack in, gone afterwards; one installation at a time. OSErrors within become PackageErrors."""
    from filelock import FileLock, Timeout

    try:
        room = _staging_room(where.folders[0])
        where.downloads.mkdir(parents=True, exist_ok=True)
        with FileLock(room / LOCK, timeout=0):
            for left in room.glob(f"{STAGING}*"):  # of a run that was killed
                _put_back(left, where.folders[0])
                shutil.rmtree(left, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=room, prefix=STAGING, ignore_cleanup_errors=True) as staging:
                yield Path(staging)
    except Timeout:
        raise PackageError("another installation of a package is running.", hint="wait until it is done.") from None
    except OSError as error:
        raise _disk_error(error) from None


def _put_back(staging: Path, packages: Path) -> None:
    """A run may have been killed when the old package was out of the way and the new one not yet in its place."""
    for old in staging.glob(f"{REPLACED}*"):
        target = packages / old.name.removeprefix(REPLACED)
        if not target.exists():
            old.rename(target)


def _staging_room(packages: Path) -> Path:
    """On the disk of the packages, but not among them: Argos takes every folder there for a package."""
    packages.mkdir(parents=True, exist_ok=True)
    packages = packages.resolve()
    same_disk = packages.stat().st_dev == packages.parent.stat().st_dev
    return packages.parent if same_disk else packages


def _disk_error(error: OSError) -> PackageError:
    place = error.filename or "Argos Translate's folder"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PackageError("the disk is full.", hint=f"make room, then run {INSTALL} again.")
    hint = "check the permissions of the folder; ARGOS_PACKAGES_DIR names another."
    return PackageError(f"{place}: {error.strerror or error}.", hint=hint)
