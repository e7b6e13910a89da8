"""Length, level and state of translation, as the pages show them."""

from __future__ import annotations

import pytest

from duidu.model import ReadingArticle, Role, Status, WordTag
from duidu.writers import measures
from duidu.writers.interface import Interface
from tests.support import article, edition, reading, reading_article, sentence

UI = Interface("en")


def facts(item: ReadingArticle, hsk: str = "2025") -> tuple[str, ...]:
    return measures.facts(item, measures.Figures.of(item), hsk, UI)


def leveled(
    *levels: int | None, tag: WordTag = WordTag.WORD, other_levels: tuple[int | None, ...] = ()
) -> ReadingArticle:
    """An article of one-character words with these levels."""
    item = reading(sentence(*"桥" * len(levels), tag=tag), levels=levels, other_levels=other_levels)
    return reading_article(article("桥"), (Role.PARAGRAPH, [item]))


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ([1] * 19 + [5], 1),  # 95 of 100 are known
        ([1] * 18 + [5], 5),
        ([1, 2, 3, 4, 5], 5),
        ([7], 7),
        ([1, 1, None, None, None], 1),  # words in no list do not count
        ([None], None),
        ([], None),
    ],
)
def test_level_is_the_lowest_at_which_95_of_100_words_are_known(levels: list[int | None], level: int | None) -> None:
    assert measures.Profile(leveled(*levels)).level() == level


@pytest.mark.parametrize(
    ("hsk", "first", "second"), [("2025", "3.0", "2.0"), ("2021", "3.0", "2.0"), ("2.0", "2.0", "3.0")]
)
def test_an_article_is_measured_by_both_standards(hsk: str, first: str, second: str) -> None:
    item = leveled(2, 4, other_levels=(3, None))
    assert facts(item, hsk)[2] == f"HSK {first}: 4 ({second}: 3)"
    spreads = measures.spreads(measures.Profiles.of(item), hsk, UI)
    assert [(spread.standard, [band.css for band in spread.running_bands]) for spread in spreads] == [
        (first, ["b1", "b3"]),
        (second, ["b3", "b8"]),
    ]


def test_a_standard_without_any_of_the_words_is_not_shown() -> None:
    assert [spread.standard for spread in measures.spreads(measures.Profiles.of(leveled(3)), "2025", UI)] == ["3.0"]
    assert measures.spreads(measures.Profiles.of(leveled(None)), "2025", UI) == ()


@pytest.mark.parametrize(
    ("levels", "reader", "new"),
    [([1, 2, 3, 4], 4, 0), ([1, 2, 3, 4], 3, 25), ([1, 5, None], 4, 67), ([None], 7, 100), ([], 1, 0)],
)
def test_new_words_are_those_above_the_reader_and_those_in_no_list(
    levels: list[int | None], reader: int, new: int
) -> None:
    profile = measures.Profile(leveled(*levels))
    assert profile.new_words(reader) == new
    assert profile.coverage(reader) == (pytest.approx(1 - new / 100, abs=0.01) if levels else 0)


def test_coverage_grows_with_the_level() -> None:
    profile = measures.Profile(leveled(1, 2, 2, 5, 7, None))
    shares = [profile.coverage(level) for level in range(1, 8)]
    assert shares == sorted(shares)
    assert profile.new_words() == 50  # for a reader of HSK 4


@pytest.mark.parametrize(("count", "level", "minutes"), [(0, 4, 0), (1, 4, 1), (140, 4, 1), (141, 4, 2), (160, 1, 2)])
def test_minutes_are_begun_minutes_at_the_speed_of_the_level(count: int, level: int, minutes: int) -> None:
    item = reading_article(article("桥"), (Role.PARAGRAPH, [reading(sentence(*"桥" * count))]))
    assert measures.minutes(item, level) == minutes


@pytest.mark.parametrize("tag", [WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION, WordTag.OTHER])
def test_names_and_marks_are_left_out(tag: WordTag) -> None:
    profile = measures.Profile(leveled(1, 7, tag=tag))
    assert (profile.total, profile.level(), profile.bands(UI)) == (0, None, ())


def test_bands_stand_side_by_side() -> None:
    bands = measures.Profile(leveled(1, 2, 3, 7, None)).bands(UI)
    assert [(band.css, band.x, band.width) for band in bands] == [
        ("b1", 0, 40),
        ("b3", 40, 20),
        ("b7", 60, 20),
        ("b8", 80, 20),
    ]
    assert (bands[-1].label, bands[-1].percent) == ("in no list", "20%")


def test_different_words_are_counted_once_over_all_articles() -> None:
    (spread,) = measures.spreads(measures.Profiles.of(leveled(1, 1, 5), leveled(1)), "2025", UI)
    assert (spread.running, spread.different) == (4, 2)
    assert [band.width for band in spread.running_bands] == [75, 25]
    assert [band.width for band in spread.different_bands] == [50, 50]


def test_characters_of_headline_and_text_are_counted() -> None:
    roles = (Role.SECTION, Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.CREDIT, Role.DATELINE, Role.HEADING)
    blocks = [(role, [reading(sentence("桥"))]) for role in roles]
    item = reading_article(article("桥"), *blocks, (Role.PARAGRAPH, [reading(sentence("桥", "，", "3", "米"))]))
    assert measures.characters(item) == 5


def in_state(*states: Status) -> ReadingArticle:
    items = [reading(sentence("桥"), english="x", status=status, note="Fake 1.0") for status in states]
    return reading_article(article("桥"), (Role.PARAGRAPH, items))


def test_statuses_of_an_article() -> None:
    counts = measures.statuses(in_state(Status.REVIEWED, Status.MACHINE, Status.MACHINE, Status.MISSING))
    assert counts == {"reviewed": 1, "machine": 2, "stale": 0, "missing": 1}


def test_statuses_of_the_edition_are_the_sum() -> None:
    whole = edition(in_state(Status.REVIEWED), in_state(Status.STALE, Status.REVIEWED))
    assert measures.english_counts(whole) == {"reviewed": 2, "machine": 0, "stale": 1, "missing": 0}


def test_facts_name_length_level_and_what_is_not_reviewed() -> None:
    said = facts(in_state(Status.REVIEWED, Status.MACHINE, Status.STALE, Status.MISSING))
    assert said[0] == "4 characters"
    assert said[-2:] == ("2 in unreviewed English", "1 without English")
    assert facts(leveled(3)) == (
        "1 character",
        "1 min",
        "HSK 3.0: 3",
        "0 new words in 100 at HSK 4",
        "1 without English",
    )


def test_engines_are_those_of_machine_english_each_once() -> None:
    whole = edition(in_state(Status.MACHINE, Status.MACHINE), in_state(Status.STALE, Status.REVIEWED))
    assert measures.engines(whole) == ("Fake 1.0",)
    assert measures.engines(edition(in_state(Status.STALE))) == ()
