"""Reading text and writing files safely."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from duidu.errors import DuiduError
from duidu.model import SourceRef


def read_text(path: Path, name: str, error: type[DuiduError]) -> str:
    """The text of a UTF-8 file with line ends as ``\\n`` and without a byte order mark.

    Raises ``error`` with the line of the first byte that is no text; ``name`` is the path to print.
    """
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise error(
            f"cannot be read: {cause.strerror}.", hint="check the file and its permissions.", ref=SourceRef(name, 1)
        ) from None
    return decode(data, name, error)


def decode(data: bytes, name: str, error: type[DuiduError]) -> str:
    """UTF-8 bytes as text; see read_text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data[: cause.start].count(b"\n") + 1
        byte = data[cause.start]
        raise error(
            f"byte 0x{byte:02x} is no UTF-8 text.",
            hint="save the file as UTF-8, for example: iconv -f GB18030 -t UTF-8 FILE",
            ref=SourceRef(name, line),
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = next((index for index, char in enumerate(text) if char < " " and char not in "\n\t"), None)
    if control is not None:
        line = text.count("\n", 0, control) + 1
        raise error(
            f"this is no plain text: it holds the control character U+{ord(text[control]):04X}.",
            hint="export the text again, or take the character out.",
            ref=SourceRef(name, line),
        )
    return text


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file beside ``path`` and rename it, so that no half file is ever seen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write atomically unless the file already holds these bytes; says whether it wrote."""
    if path.is_file() and path.read_bytes() == data:
        return False
    write_atomically(path, data)
    return True


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
