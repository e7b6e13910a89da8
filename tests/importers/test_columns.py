"""Lines of print are put into columns by where they stand."""

from __future__ import annotations

import pytest

from duidu.importers.columns import Area, PrintedLine, columns

WIDTH = 150.0


def line(text: str, x: float, top: float, *, size: float = 10, width: float = WIDTH) -> PrintedLine:
    return PrintedLine(x, top - size, x + width, top, text)


def column(name: str, x: float, top: float, count: int, leading: float = 15) -> list[PrintedLine]:
    return [line(f"{name}{number}", x, top - leading * number) for number in range(count)]


def read(*parts: list[PrintedLine], pictures: tuple[Area, ...] = ()) -> list[list[str]]:
    """The texts of the columns; it does not matter in which order a PDF has its lines."""
    lines = [line for part in parts for line in part]
    found, doubt = columns(lines[::-1], pictures)
    assert doubt == ""
    return [[line.text for line in placed.column.lines] for placed in found]


def texts(*parts: list[PrintedLine]) -> list[list[str]]:
    return [[line.text for line in part] for part in parts]


def test_a_page_without_lines_has_no_columns() -> None:
    assert columns([]) == ((), "")


@pytest.mark.parametrize("lengths", [(9, 9), (12, 5), (5, 12), (9, 9, 4), (1, 9), (2, 1)])
def test_columns_need_not_be_of_one_length(lengths: tuple[int, ...]) -> None:
    parts = [column("甲乙丙"[index], 50 + 170 * index, 700, length) for index, length in enumerate(lengths)]
    assert read(*parts) == texts(*parts)


def test_a_column_ends_where_a_wider_space_is() -> None:
    parts = [column("甲", 50, 700, 5), column("乙", 50, 610, 5)]
    assert read(*parts) == texts(*parts)


def test_a_column_ends_where_the_type_changes() -> None:
    parts = [[line("题", 50, 730, size=16)], column("甲", 50, 710, 5), [line("图", 50, 636, size=8)]]
    assert read(*parts) == texts(*parts)


def test_a_line_over_two_columns_belongs_to_neither() -> None:
    parts = [[line("导语", 50, 700, width=320)], column("甲", 50, 685, 4), column("乙", 220, 685, 4)]
    assert read(*parts) == texts(*parts)


def test_a_denser_passage_is_a_column_too() -> None:
    parts = [column("甲", 50, 700, 9, leading=20), column("乙", 220, 700, 6, leading=11)]
    assert read(*parts) == texts(*parts)


def test_paragraphs_that_stand_apart_stay_in_their_column() -> None:
    left = [column("甲", 50, 700, 3), column("乙", 50, 640, 1), column("丙", 50, 610, 4)]
    right = [column("丁", 220, 700, 5), column("戊", 220, 610, 2)]
    assert read(*left, *right) == texts(*left, *right)


@pytest.mark.parametrize("x", [50.0, 130.0, 300.0])
def test_a_byline_above_columns_comes_before_them(x: float) -> None:
    byline = [line("本报记者", x, 730, width=60)]
    parts = [byline, column("甲", 50, 700, 4), column("乙", 220, 700, 4)]
    assert read(*parts) == texts(*parts)


def test_a_headline_within_a_column_goes_over_no_other() -> None:
    left = [column("甲", 50, 700, 4), [line("题", 50, 630, size=16, width=64)], column("乙", 50, 606, 4)]
    right = [column("丙", 220, 700, 11)]
    assert read(*left, *right) == texts(*left, *right)


def test_a_headline_beside_a_picture_goes_not_over_it() -> None:
    left = [column("甲", 50, 700, 4), [line("题", 50, 620, size=16, width=64)], column("乙", 50, 596, 4)]
    right = [column("丙", 220, 700, 3), column("丁", 220, 570, 3)]
    picture = Area(220, 575, 370, 650)
    assert read(*left, *right, pictures=(picture,)) == texts(*left, *right)


def test_lines_side_by_side_are_a_doubt() -> None:
    _, doubt = columns([line("格", 50 + 170 * (number % 3), 700 - 40 * (number // 3)) for number in range(12)])
    assert "side by side" in doubt


def test_hidden_text_is_read_too() -> None:
    assert read([line("他", 50, 700, size=0), line("来了", 50, 690, size=0)]) == [["他"], ["来了"]]


def test_too_many_pieces_are_a_doubt() -> None:
    found, doubt = columns([line("格", 170.0 * (number % 90), 40.0 * (number // 90)) for number in range(4000)])
    assert (len(found), "more pieces" in doubt) == (4000, True)
