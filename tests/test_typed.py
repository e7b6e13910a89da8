"""Plain data and JSON as our types, checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import typed
from duidu.model import Gloss, Layers, Role, Variant
from tests.support import PROPERTY


@dataclass(frozen=True)
class Inner:
    number: int
    role: Role = Role.TITLE


@dataclass(frozen=True)
class Outer:
    inner: Inner
    many: tuple[Inner, ...] = ()
    text: str | None = None


def test_dicts_and_lists_become_types() -> None:
    data = {"inner": {"number": 1}, "many": [{"number": 2, "role": "kicker"}]}
    assert typed.convert(data, Outer) == Outer(Inner(1), (Inner(2, Role.KICKER),))


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"inner": {"number": "1"}}, "inner.number"),
        ({"inner": {"number": 1, "role": "x"}}, "inner.role"),
        ({"inner": {"number": 1}, "many": [{"number": 2}, {"number": "2"}]}, "many[1].number"),
        ({"inner": {"number": 1}, "text": 5}, "text"),
        ({"inner": {"number": True}}, "inner.number"),
        ({"inner": {"number": 1.0}}, "inner.number"),
        ({"inner": {}}, "inner"),
        ({}, ""),
        ([], ""),
        (None, ""),
    ],
)
def test_wrong_shape_is_refused_with_the_way_to_it(data: object, path: str) -> None:
    with pytest.raises(typed.MismatchError) as caught:
        typed.convert(data, Outer)
    assert caught.value.path == path
    assert "`" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message", "wanted", "missing"),
    [
        ({"inner": {"number": "1"}}, "a whole number must stand here, not text", "a whole number", ""),
        ({"inner": {"number": 1.5}}, "a whole number must stand here, not a number", "a whole number", ""),
        (
            {"inner": {"number": 1}, "text": True},
            "text in quotes must stand here, not true or false",
            "text in quotes",
            "",
        ),
        (
            {"inner": {"number": 1}, "text": date(2021, 7, 9)},
            "text in quotes must stand here, not a date",
            "text in quotes",
            "",
        ),
        ({"inner": {"number": 1}, "many": "x"}, "a list must stand here, not text", "a list", ""),
        ({"inner": []}, "a table must stand here, not a list", "a table", ""),
        ({"inner": {}}, "'number' is missing", "", "number"),
        ({"inner": {"number": 1, "role": "x"}}, "'x' cannot stand here", "", ""),
    ],
)
def test_wrong_shape_is_told_in_plain_words(data: object, message: str, wanted: str, missing: str) -> None:
    with pytest.raises(typed.MismatchError) as caught:
        typed.convert(data, Outer)
    error = caught.value
    assert (str(error), error.wanted, error.missing) == (message, wanted, missing)


def test_the_values_of_an_enumeration_are_told() -> None:
    assert typed.choices(Outer, "many[1].role") == tuple(role.value for role in Role)
    assert typed.choices(Outer, "many[1].number") == typed.choices(Outer, "nowhere.at[0].all") == ()


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"null", b"[1]", b'{"inner": 1}'])
def test_json_that_is_none_or_of_another_shape_is_refused(data: bytes) -> None:
    with pytest.raises(typed.MismatchError):
        typed.from_json(data, Outer)


def test_a_value_that_its_type_refuses_is_refused() -> None:
    value = {"pinyin": ["a", "b"], "doubts": [[]], "glosses": [None], "levels": [None], "variants": []}
    data = json.dumps(value).encode()
    with pytest.raises(typed.MismatchError):
        typed.from_json(data, Layers)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=5)
ONE = st.builds(
    Layers,
    pinyin=st.tuples(TEXT, TEXT),
    doubts=st.tuples(st.just(()), st.tuples(TEXT)),
    glosses=st.tuples(st.none(), st.builds(Gloss, st.lists(TEXT, max_size=2).map(tuple), TEXT)),
    other_levels=st.tuples(st.none() | st.integers(1, 7), st.none()),
    levels=st.tuples(st.none(), st.integers(1, 7)),
    variants=st.lists(st.builds(Variant, TEXT, TEXT, st.none() | st.tuples(TEXT, TEXT)), max_size=2).map(tuple),
)


@PROPERTY
@given(ONE)
def test_any_value_comes_back_from_json(value: Layers) -> None:
    assert typed.from_json(typed.to_json(value), Layers) == value
    assert typed.from_json(typed.to_pretty_json(value), Layers) == value


def test_json_for_people_is_sorted_and_ends_with_a_newline() -> None:
    assert typed.to_pretty_json(Outer(Inner(1))) == (
        b'{\n  "inner": {\n    "number": 1,\n    "role": "title"\n  },\n  "many": [],\n  "text": null\n}\n'
    )
