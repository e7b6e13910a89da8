"""Edition ─▶ findings: a code, a place, a fact, a hint. To add a check, write a function and add it to CHECKS."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from duidu.checks import articles, english, imports, language, weight
from duidu.checks.codes import CODES, finding
from duidu.checks.imports import PageImport
from duidu.checks.language import LostForm
from duidu.model import Edition, Finding, Lexicon, OutputFile, Waiver

__all__ = ["CHECKS", "CODES", "LostForm", "Material", "PageImport", "run_checks"]


@dataclass(frozen=True, slots=True)
class Material:
    """What the checks look at; ``max_page_kb`` is the limit for one page, gzipped, in units of 1,000 bytes, and
    ``max_picture_kb`` for one picture."""

    edition: Edition
    lexicon: Lexicon
    files: tuple[OutputFile, ...]
    max_page_kb: int
    imports: tuple[PageImport, ...] = ()
    lost: tuple[LostForm, ...] = ()
    max_picture_kb: int = 500


CHECKS: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    lambda material: articles.check(material.edition),
    lambda material: imports.check(material.imports),
    lambda material: language.check(material.edition, material.lost),
    lambda material: english.check(material.edition, material.lexicon),
    lambda material: weight.check(material.files, material.max_page_kb),
    lambda material: weight.check_pictures(material.edition, material.max_picture_kb),
)


def run_checks(material: Material, waivers: tuple[Waiver, ...]) -> tuple[Finding, ...]:
    """All findings that no waiver silences, the gravest of those with a weight, then by place.

    A waiver that silences nothing is a finding itself.
    """
    found = [item for check in CHECKS for item in check(material)]
    kept = [item for item in found if not any(_silences(waiver, item) for waiver in waivers)]
    return tuple(
        sorted((*kept, *_idle(waivers, found)), key=lambda item: (-item.weight, item.ref, item.code, item.message))
    )


def _idle(waivers: Iterable[Waiver], found: list[Finding]) -> Iterator[Finding]:
    for waiver in waivers:
        if not any(_silences(waiver, item) for item in found):
            yield finding("W501", waiver.ref, f"the waiver of {waiver.code} for {waiver.path} silences nothing.")


def _silences(waiver: Waiver, item: Finding) -> bool:
    return waiver.code == item.code and fnmatch.fnmatchcase(item.ref.path, waiver.path)
