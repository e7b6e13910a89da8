"""Every row of the tables of readings, with its case and its counter-case."""

from __future__ import annotations

import re

import pytest

from duidu.annotators import polyphones, readings_table
from duidu.annotators.polyphones import Row
from duidu.annotators.readings import Readings
from duidu.model import Reading
from tests.support import sentence

ROWS = [row for rows in polyphones.rows().values() for row in rows]
SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?[aeiouv]+(?:ng|n|r)?[1-5]|n5|ng5|m[24]|hng5")


def read(example: str, word: str) -> Reading:
    """The reading of the first place of the word in an example, whose words spaces set apart."""
    words = example.split(" ")
    at = words.index(word) if word in words else next(i for i, text in enumerate(words) if word in text)
    reading = Readings().read(sentence(*words))[at]
    start = words[at].index(word)
    return Reading(
        reading.syllables[start : start + len(word)],
        tuple(other[start : start + len(word)] for other in reading.others),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.word} {row.reading} {row.what}")
def test_a_row_reads_its_case_and_not_its_counter_case(row: Row) -> None:
    reading = tuple(row.reading.split())
    assert read(row.case, row.word).syllables == reading
    if row.counter:
        assert row.word in row.counter
        assert read(row.counter, row.word).syllables != reading


@pytest.mark.parametrize("row", [row for row in ROWS if row.doubt], ids=lambda row: f"{row.word} {row.what}")
def test_a_doubtful_row_gives_the_other_reading(row: Row) -> None:
    assert read(row.case, row.word).others == (tuple(row.doubt.split()),)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.word} {row.reading} {row.what}")
def test_a_row_has_a_syllable_a_character(row: Row) -> None:
    assert len(row.reading.split()) == len(row.word)
    assert all(SYLLABLE.fullmatch(syllable) for syllable in (*row.reading.split(), *row.doubt.split()))
    assert row.what
    assert row.left or row.right or row.before or row.after


def test_words_of_the_table_have_a_syllable_a_character() -> None:
    for word, reading in readings_table.words().items():
        assert len(word) == len(reading), word
        assert all(SYLLABLE.fullmatch(syllable) for syllable in reading), word


def test_characters_of_the_table_have_one_syllable() -> None:
    for char, syllable in readings_table.DEFAULTS.items():
        assert len(char) == 1
        assert SYLLABLE.fullmatch(syllable), char
    for word, reading in readings_table.DOUBTFUL.items():
        assert len(word) == len(reading), word


def test_the_first_row_that_fits_decides() -> None:
    assert polyphones.decide("只", "三", "羊", "三", "羊") is not None
    assert polyphones.decide("羊", "三只", "", "只", "") is None
