"""The archive of an Argos package (.argosmodel, a zip): looked at as a whole before a byte of it is unpacked."""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duidu import typed
from duidu.errors import ArchiveError, PackageError
from duidu.translators.package_index import Metadata, Pair
from duidu.translators.package_record import RECORD

METADATA = "metadata.json"
MODEL = "model/model.bin"
TOKENISERS = ("sentencepiece.model", "bpe.model")

# Argos's packages hold five to thirty files; weights hardly shrink, their vocabularies to a fifth.
MOST_FILES = 1_000
MOST_BYTES = 8_000_000_000
MOST_GROWTH = 30
ALWAYS_FINE = 10_000_000
MOST_METADATA = 1_000_000

FETCH_AGAIN = "run duidu engine install again, or take the file from another place."


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that may be unpacked: the one folder in it, its languages, the bytes of its files."""

    path: Path
    folder: str
    pair: Pair
    version: str
    size: int


def label(path: Path) -> str:
    """What an archive is called, also while it is being fetched.

    >>> label(Path("translate-zh_en.argosmodel.part"))
    'translate-zh_en.argosmodel'
    """
    return path.name.removesuffix(".part")


def examine(path: Path) -> Archive:
    """Look at an archive without unpacking it.

    Raises ArchiveError when it is no zip, when a file of it would land outside its folder, when it is a zip bomb, and
    when metadata, model or tokeniser are missing.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _examine(archive, path)
    except zipfile.BadZipFile:
        raise ArchiveError(f"{label(path)} is not a package: it is no zip archive.", hint=FETCH_AGAIN) from None
    except (ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ArchiveError(f"{label(path)} cannot be read: {error}.", hint=FETCH_AGAIN) from None


def unpack(archive: Archive, into: Path) -> dict[str, str]:
    """Unpack the archive's folder as ``into``, which is made; the SHA-256 of each file, by its path there.

    Raises ArchiveError when a file of it is damaged, and OSError.
    """
    digests = {}
    try:
        with zipfile.ZipFile(archive.path) as opened:
            # The record of another installation is none of this one.
            files = [one for one in opened.infolist() if not one.is_dir() and not one.filename.endswith(f"/{RECORD}")]
            # Argos takes a folder without metadata for a broken installation, even while we write.
            for member in sorted(files, key=lambda one: not one.filename.endswith(f"/{METADATA}")):
                name = member.filename.partition("/")[2]
                digests[name] = _unpack_file(opened, member, into / name)
    except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError) as error:
        raise ArchiveError(f"{label(archive.path)} is damaged: {error}.", hint=FETCH_AGAIN) from None
    return digests


def _unpack_file(opened: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> str:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(member) as source, target.open("xb") as file:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


# ---------------------------------------------------------------- looking


def _examine(archive: zipfile.ZipFile, path: Path) -> Archive:
    members = archive.infolist()
    fault = next(_faults(members, path.stat().st_size), None)
    if fault:
        raise ArchiveError(f"{label(path)} is not installed: {fault}.", hint="take the package from a place you trust.")
    folder = members[0].filename.partition("/")[0]
    names = {member.filename.partition("/")[2] for member in members}
    missing = [name for name in (METADATA, MODEL) if name not in names]
    missing += [] if names & set(TOKENISERS) else [TOKENISERS[0]]
    if missing:
        message = f"{label(path)} is not a package for translation: it has no {missing[0]}."
        raise ArchiveError(message, hint=FETCH_AGAIN)
    metadata = _metadata(archive, f"{folder}/{METADATA}", label(path))
    if metadata.pair is None:
        message = f"{label(path)} is not a package for translation: its {METADATA} names no languages."
        raise ArchiveError(message, hint=FETCH_AGAIN)
    size = sum(member.file_size for member in members)
    return Archive(path, folder, metadata.pair, str(metadata.package_version), size)


def _faults(members: list[zipfile.ZipInfo], packed: int) -> Iterator[str]:
    """What speaks against unpacking."""
    if not members:
        yield "it is empty"
    if len(members) > MOST_FILES:
        yield f"it holds {len(members):,} files, no package has so many"
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES or size > max(ALWAYS_FINE, MOST_GROWTH * packed):
        yield f"its {packed / 1e6:,.1f} MB would become {size / 1e6:,.1f} MB, as in a zip bomb"
    for member in members:
        yield from _member_faults(member)
    folders = {member.filename.partition("/")[0] for member in members}
    if len(folders) > 1 or not all("/" in member.filename for member in members):
        yield "not all of it lies in one folder"
    # One disk tells capitals apart, the next does not.
    if len({member.filename.lower() for member in members}) < len(members):
        yield "a file stands in it twice"


def _member_faults(member: zipfile.ZipInfo) -> Iterator[str]:
    name = member.filename
    parts = name.removesuffix("/").split("/")
    if name.startswith("/") or re.search(r'[\\:*?"<>|\x00-\x1f\x7f]', name):
        yield f"{name!r} is no name within its folder"
    elif not all(parts) or any(part.strip(" .") == "" for part in parts):
        yield f"{name!r} leads out of its folder"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield f"{name!r} is a link or a device"
    if member.flag_bits & 0x1:
        yield f"{name!r} is encrypted"


def _metadata(archive: zipfile.ZipFile, name: str, called: str) -> Metadata:
    with archive.open(name) as file:
        data = file.read(MOST_METADATA)
    try:
        return typed.from_json(data, Metadata)
    except typed.MismatchError as error:
        raise ArchiveError(f"the {METADATA} of {called} cannot be read: {error}.", hint=FETCH_AGAIN) from None


def check_room(archive: Archive, folder: Path) -> None:
    """Raises PackageError when the unpacked archive would not fit on the disk of ``folder``."""
    free = shutil.disk_usage(folder).free
    if free < archive.size:
        message = f"{folder} has room for {free / 1e6:,.0f} MB, the package needs {archive.size / 1e6:,.0f} MB."
        raise PackageError(message, hint="make room on the disk.")
