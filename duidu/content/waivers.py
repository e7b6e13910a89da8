"""``content/waivers.toml`` ─▶ waivers: findings that the editor silences, each with a reason.

[[waiver]]
code = "E201"
path = "content/articles/*/yi-kui-yi-dai.md"
reason = "The slogan is shown as it is."
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from duidu import toml
from duidu.errors import WaiverError
from duidu.files import read_text
from duidu.model import Waiver

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
    rows = toml.load(text, _File, WAIVERS, WaiverError).waiver
    waivers = tuple(
        Waiver(row.code, row.path, row.reason, toml.place(text, f"waiver[{index}]", WAIVERS))
        for index, row in enumerate(rows)
    )
    for waiver in waivers:
        if not waiver.reason.strip():
            hint = "say why, for those who come after you."
            raise WaiverError(f"the waiver of {waiver.code} has no reason.", hint=hint, ref=waiver.ref)
    return waivers
