"""Whole pages of many kinds: what the importer makes of them, against what a person made of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from duidu.model import ImportedPage, RawPage
from duidu.pipeline import read_page
from duidu.segmentation import Segmenter
from tests.importers.measure import Measures, read_truth

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
# A little below what is reached, in per cent: a change that costs a story or two is seen.
REACHED = {"stories": 91.0, "titles": 90.0, "authors": 87.0, "paragraphs": 91.0, "captions": 89.0}


@pytest.fixture(scope="module")
def imported() -> dict[str, ImportedPage]:
    segmenter = Segmenter()
    return {path.stem: read_page(RawPage(path.stem, path.read_bytes(), f"p/{path.name}"), segmenter) for path in PAGES}


def test_pages_are_read_nearly_as_a_person_reads_them(imported: dict[str, ImportedPage]) -> None:
    measures = Measures()
    for path in PAGES:
        measures.add(read_truth(path.with_suffix(".json")), imported[path.stem].stories)
    figures = measures.figures()
    assert {name: value for name, value in figures.items() if value < REACHED[name]} == {}, figures


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_character_of_a_page_is_in_one_story(path: Path, imported: dict[str, ImportedPage]) -> None:
    text = path.read_text(encoding="utf-8-sig")
    made = "".join(story.characters() for story in imported[path.stem].stories)
    assert Counter("".join(text.split())) == Counter(made)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_has_a_decision_with_a_reason(path: Path, imported: dict[str, ImportedPage]) -> None:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    decisions = imported[path.stem].decisions
    assert {number for number, line in enumerate(lines, 1) if line.strip()} == {item.ref.line for item in decisions}
    assert all(item.reason and 0 <= item.confidence <= 1 for item in decisions)
