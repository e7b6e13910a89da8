"""``content/waivers.toml`` ─▶ waivers: findings that the editor silences, each with a reason.

[[waiver]]
code = "E201"
path = "content/articles/*/yi-kui-yi-dai.md"
reason = "The slogan is shown as it is."
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from duidu import typed
from duidu.errors import WaiverError
from duidu.files import read_text
from duidu.model import SourceRef, Waiver

WAIVERS = "content/waivers.toml"


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class _File:
    waiver: tuple[_Row, ...] = ()


def read_waivers(root: Path) -> tuple[Waiver, ...]:
    """The waivers in the order of the file. Raises WaiverError with the line."""
    path = root / WAIVERS
    if not path.is_file():
        return ()
    text = read_text(path, WAIVERS, WaiverError)
    try:
        rows = typed.convert(tomllib.loads(text), _File).waiver
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"line (\d+)", str(error))
        ref = SourceRef(WAIVERS, int(match.group(1)) if match else 1)
        raise WaiverError(f"this is no TOML: {error}.", hint='a line reads: key = "value"', ref=ref) from None
    except typed.MismatchError as error:
        hint = "a [[waiver]] has code, path and reason, all of them text."
        raise WaiverError(f"{error}.", hint=hint, ref=SourceRef(WAIVERS, 1)) from None
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip().startswith("[[waiver]]")]
    waivers = tuple(
        Waiver(row.code, row.path, row.reason, SourceRef(WAIVERS, line)) for row, line in zip(rows, lines, strict=True)
    )
    for waiver in waivers:
        if not waiver.reason.strip():
            raise WaiverError(
                f"the waiver of {waiver.code} has no reason.",
                hint="say why, for those who come after you.",
                ref=waiver.ref,
            )
    return waivers
