"""Edition ─▶ findings: a code, a place, a fact, a hint. To add a check, write a function and add it to CHECKS."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from duidu.checks import articles, english, imports, language, weight
from duidu.checks.codes import CODES, finding
from duidu.checks.imports import PageImport
from duidu.checks.language import LostForm
from duidu.model import Edition, Finding, Lexicon, OutputFile, Severity, Waiver

__all__ = ["CHECKS", "CODES", "LostForm", "Material", "PageImport", "over_budget", "run_checks"]


@dataclass(frozen=True, slots=True)
class Material:
    """What the checks look at.

    ``max_page_kb`` is the limit for 1,000 characters of a page, gzipped, in units of 1,000 bytes, ``max_site_mb`` that
    for all files, in units of 1,000,000, ``max_picture_kb`` that of one picture.
    """

    edition: Edition
    lexicon: Lexicon
    files: tuple[OutputFile, ...]
    max_page_kb: int
    imports: tuple[PageImport, ...] = ()
    lost: tuple[LostForm, ...] = ()
    max_site_mb: int = 1000
    max_picture_kb: int = 500


CHECKS: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    lambda material: articles.check(material.edition),
    lambda material: imports.check(material.imports),
    lambda material: language.check(material.edition, material.lost),
    lambda material: english.check(material.edition, material.lexicon),
    lambda material: weight.check(material.files, material.max_page_kb, material.max_site_mb),
    lambda material: weight.check_pictures(material.edition, material.max_picture_kb),
)


def run_checks(material: Material, waivers: tuple[Waiver, ...]) -> tuple[Finding, ...]:
    """All findings that no waiver silences: errors, then the gravest of those with a weight, then by place.

    A waiver that silences nothing is a finding itself.
    """
    found = [item for check in CHECKS for item in check(material)]
    kept = [item for item in found if not any(_silences(waiver, item) for waiver in waivers)]
    return tuple(sorted((*kept, *_idle(waivers, found)), key=_place))


def _place(item: Finding) -> tuple[object, ...]:
    return (item.severity is not Severity.ERROR, -item.weight, item.ref, item.code, item.message)


def over_budget(
    files: tuple[OutputFile, ...], max_page_kb: int, max_site_mb: int, waivers: tuple[Waiver, ...]
) -> tuple[Finding, ...]:
    """What makes a build fail: the pages weigh or load more than they may, and no waiver says that this is well."""
    found = weight.check(files, max_page_kb, max_site_mb)
    kept = (item for item in found if not any(_silences(waiver, item) for waiver in waivers))
    return tuple(sorted(kept, key=_place))


def _idle(waivers: Iterable[Waiver], found: list[Finding]) -> Iterator[Finding]:
    for waiver in waivers:
        if not any(_silences(waiver, item) for item in found):
            yield finding("W501", waiver.ref, f"the waiver of {waiver.code} for {waiver.path} silences nothing.")


def _silences(waiver: Waiver, item: Finding) -> bool:
    return waiver.code == item.code and fnmatch.fnmatchcase(item.ref.path, waiver.path)
