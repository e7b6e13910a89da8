"""The picture of a page: areas in proportion, in the order of print, inside the page, without overlaps."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import Kind
from duidu.writers.broadsheet import HEIGHT, WIDTH, Box, Item, draw, layout
from tests.support import PROPERTY

KINDS = [Kind.ARTICLE, Kind.CAPTION, Kind.SLOGAN]
ITEMS = st.lists(st.builds(Item, st.sampled_from(KINDS), st.integers(min_value=0, max_value=5000)), max_size=30)


def area(box: Box) -> float:
    return box.width * box.height


def overlap(one: Box, other: Box) -> float:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(width, 0) * max(height, 0)


@PROPERTY
@given(ITEMS)
def test_the_boxes_fill_the_page_and_do_not_overlap(items: list[Item]) -> None:
    boxes = layout(items)
    assert len(boxes) == len(items)
    assert sum(map(area, boxes)) == pytest.approx(WIDTH * HEIGHT if items else 0)
    for box in boxes:
        assert -0.001 <= box.x <= box.x + box.width <= WIDTH + 0.001
        assert -0.001 <= box.y <= box.y + box.height <= HEIGHT + 0.001
    assert all(overlap(*pair) < 0.01 for pair in itertools.combinations(boxes, 2))


@PROPERTY
@given(ITEMS)
def test_the_order_of_print_is_kept(items: list[Item]) -> None:
    """Nothing stands left of what comes before it and above its foot."""
    boxes = layout(items)
    for box, after in itertools.pairwise(boxes):
        assert after.x >= box.x + box.width - 0.001 or after.y >= box.y + box.height - 0.001


def test_areas_are_in_proportion_to_the_lengths() -> None:
    boxes = layout([Item(Kind.ARTICLE, length) for length in (1000, 500, 250)])
    assert area(boxes[0]) == pytest.approx(2 * area(boxes[1]))
    assert area(boxes[1]) == pytest.approx(2 * area(boxes[2]))


def test_what_is_very_short_can_still_be_seen() -> None:
    *_, slogan = layout([Item(Kind.ARTICLE, 3000), Item(Kind.SLOGAN, 8)])
    assert area(slogan) > WIDTH * HEIGHT / 50


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(120, 60), (30, 30), (8, 4), (1, 1)])
def test_what_is_drawn_stays_in_its_box(kind: Kind, size: tuple[float, float]) -> None:
    box = Box(10, 20, *size)
    drawing = draw(box, kind, ["小桥", "，", "连起", "两个", "村"])
    for part in filter(None, (drawing.photo, drawing.strip, *drawing.columns)):
        assert box.x <= part.x <= part.x + part.width <= box.x + box.width + 0.11
        assert box.y <= part.y <= part.y + part.height <= box.y + box.height + 0.11
    for _, y, _ in drawing.head:
        assert box.y < y < box.y + box.height


def test_a_headline_is_broken_between_words_and_a_mark_stays_with_its_word() -> None:
    drawing = draw(Box(0, 0, 40, 60), Kind.ARTICLE, ["创新", "机制", "，", "服务", "“", "群众", "”"])
    assert [text for _, _, text in drawing.head] == ["创新机制，", "服务“群众”"]


def test_a_headline_that_does_not_fit_is_left_out() -> None:
    assert draw(Box(0, 0, 12, 12), Kind.ARTICLE, ["创新机制服务搬迁群众"]).head == ()
