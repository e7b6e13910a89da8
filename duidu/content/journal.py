"""``content/translations/<language>/.journal.jsonl``: machine English that is finished, but not yet in the PO files.

A line a sentence, written as soon as it is finished, so that a run that is killed loses none. The next run puts the
lines into the PO files before it translates anything, and the file goes when all of it is there. It does not lie in
``.cache/``, because that may be deleted at any time, and this is work.

    {"chinese":"桥通车了。","english":"The bridge is open.","engine":"Argos Translate 1.12, …","renewed":false}
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path

from duidu import typed
from duidu.content.translations import TRANSLATIONS
from duidu.errors import CatalogueError, WriteError
from duidu.files import read_bytes
from duidu.model import SourceRef

JOURNAL = ".journal.jsonl"
# Each line is handed to the system at once, which outlives this process; this often to the disk, for a power cut.
SYNC_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Finished:
    """A translated sentence; ``renewed``: it is to replace machine English, not only to fill a gap."""

    chinese: str
    english: str
    engine: str
    renewed: bool = False


class Journal:
    """The journal of the PO files of one language; reading and removing do without a file, adding begins one."""

    def __init__(self, root: Path, language: str) -> None:
        self.name = f"{TRANSLATIONS}/{language}/{JOURNAL}"
        self._path = root / self.name
        self._file: BufferedWriter | None = None
        self._synced = 0.0

    def read(self) -> tuple[Finished, ...]:
        """What an earlier run has left. A line that a kill has torn, or that cannot be read, is left out."""
        if not self._path.is_file():
            return ()
        found = []
        for line in read_bytes(self._path, self.name, CatalogueError).split(b"\n"):
            try:
                found.append(typed.from_json(line, Finished))
            except typed.MismatchError:
                continue
        return tuple(found)

    def add(self, finished: Finished) -> None:
        """Write down a sentence. Raises WriteError."""
        try:
            file = self._file = self._file or self._opened()
            file.write(typed.to_json(finished) + b"\n")
            file.flush()
            if time.monotonic() - self._synced >= SYNC_SECONDS:
                os.fsync(file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            message = f"cannot be written: {error.strerror}."
            hint = "check the permissions of the folder and the space on the disk; what is finished is saved."
            raise WriteError(message, hint=hint, ref=SourceRef(self.name, 1)) from None

    def _opened(self) -> BufferedWriter:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab")
        if file.tell():
            file.write(b"\n")  # ends a torn line; an empty one is no harm
        return file

    def close(self) -> None:
        """Let go of the file; it stays for the next run."""
        if self._file is not None:
            with suppress(OSError):  # what could not be written was told when it was added
                self._file.close()
            self._file = None

    def remove(self) -> None:
        """All of it is in the PO files."""
        self.close()
        if self._path.is_file():
            self._path.unlink()
