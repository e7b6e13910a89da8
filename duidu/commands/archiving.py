"""The whole site as a zip, made again only when something in it has changed: compressing is slow, comparing is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from duidu import __version__
from duidu.cache import Cache, digest
from duidu.files import sha256
from duidu.model import OutputFile


def archiver(root: Path, folder: str) -> Callable[[tuple[OutputFile, ...]], bytes]:
    """What packs files into a zip, or gives the one in ``folder`` where these very files made it."""

    def pack(files: tuple[OutputFile, ...]) -> bytes:
        from duidu.writers import offline

        memory = Cache(root, str)
        key = digest(__version__, sorted((file.path, sha256(file.data)) for file in files))
        last = root / folder / offline.ARCHIVE
        known = memory.get("archive", key)
        if known is not None and last.is_file() and sha256(data := last.read_bytes()) == known:
            return data
        made = offline.packed(files)
        memory.put("archive", key, sha256(made))
        return made

    return pack
