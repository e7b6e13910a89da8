"""Reading text and writing files safely."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from duidu.errors import DuiduError, WriteError
from duidu.model import SourceRef

_TEMPORARY = ".tmp-"
TORN_SECONDS = 600


def read_bytes(path: Path, name: str, error: type[DuiduError]) -> bytes:
    """The bytes of a file; raises ``error`` when it cannot be read. ``name`` is the path to print."""
    try:
        return path.read_bytes()
    except OSError as cause:
        message = f"cannot be read: {cause.strerror}."
        raise error(message, hint="check the file and its permissions.", ref=SourceRef(name, 1)) from None


def read_text(path: Path, name: str, error: type[DuiduError]) -> str:
    """The text of a UTF-8 file with line ends as ``\\n`` and without a byte order mark.

    Raises ``error`` with the line of the first byte that is no text; ``name`` is the path to print.
    """
    return decode(read_bytes(path, name, error), name, error)


def decode(data: bytes, name: str, error: type[DuiduError]) -> str:
    """UTF-8 bytes as text; see read_text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data[: cause.start].count(b"\n") + 1
        byte = data[cause.start]
        hint = "save the file as UTF-8, for example: iconv -f GB18030 -t UTF-8 FILE"
        raise error(f"byte 0x{byte:02x} is not UTF-8 text.", hint=hint, ref=SourceRef(name, line)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    control = re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        message = f"this is not plain text: it holds the control character U+{ord(control.group()):04X}."
        raise error(message, hint="export the text again, or take the character out.", ref=SourceRef(name, line))
    return text


def write_atomically(path: Path, data: bytes, name: str) -> None:
    """Write to a temporary file beside ``path`` and rename it, so that no half file is ever seen.

    Raises WriteError; ``name`` is the path to print.
    """
    path = path.resolve()  # a link stays a link
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
        try:
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(data)
            Path(temporary).chmod(mode)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"cannot be written: {error.strerror}."
        hint = "check the permissions of the folder and the space on the disk."
        raise WriteError(message, hint=hint, ref=SourceRef(name, 1)) from None


def remove_torn(folder: Path) -> None:
    """Take away what ``write_atomically`` has left in a folder, and below it, where it was killed.

    A file that is younger than ``TORN_SECONDS`` may be one that another process is writing now.
    """
    for path in folder.rglob(f"{_TEMPORARY}*"):
        with suppress(OSError):  # the other process has renamed it
            if time.time() - path.stat().st_mtime > TORN_SECONDS:
                path.unlink()


def write_if_changed(path: Path, data: bytes, name: str) -> bool:
    """Write atomically unless the file already holds these bytes; says whether it wrote."""
    if path.is_file() and path.read_bytes() == data:
        return False
    write_atomically(path, data, name)
    return True


def write_together(files: Iterable[tuple[Path, bytes, str]]) -> int:
    """Write several files, each atomically and only if it changes; says how many it wrote.

    When one cannot be written, those before it get back what they held. Raises WriteError.
    """
    before: list[tuple[Path, bytes | None, str]] = []
    try:
        for path, data, name in files:
            held = path.read_bytes() if path.is_file() else None
            if held != data:
                write_atomically(path, data, name)
                before.append((path, held, name))
    except BaseException:
        for path, held, name in reversed(before):
            if held is None:
                path.unlink(missing_ok=True)
            else:
                write_atomically(path, held, name)
        raise
    return len(before)


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
