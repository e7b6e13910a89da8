"""Waivers: each with a code, a path and a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.content.waivers import WAIVERS, read_waivers
from duidu.errors import WaiverError
from duidu.model import SourceRef, Waiver

GOOD = '[[waiver]]\ncode = "E201"\npath = "content/*"\nreason = "It is a test."\n'


def write(root: Path, text: str) -> None:
    path = root / WAIVERS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(root: Path) -> WaiverError:
    with pytest.raises(WaiverError) as caught:
        read_waivers(root)
    return caught.value


def test_no_file_is_no_waivers(tmp_path: Path) -> None:
    assert read_waivers(tmp_path) == ()


def test_waivers_come_in_the_order_of_the_file_with_their_lines(tmp_path: Path) -> None:
    write(tmp_path, f"# comment\n\n{GOOD}\n  {GOOD.replace('E201', 'A101')}")
    assert read_waivers(tmp_path) == (
        Waiver("E201", "content/*", "It is a test.", SourceRef(WAIVERS, 3)),
        Waiver("A101", "content/*", "It is a test.", SourceRef(WAIVERS, 8)),
    )


@pytest.mark.parametrize("reason", ["", "  "])
def test_waiver_with_an_empty_reason_is_refused(tmp_path: Path, reason: str) -> None:
    write(tmp_path, f"{GOOD}\n{GOOD.replace('It is a test.', reason)}")
    error = refused(tmp_path)
    assert "no reason" in error.message
    assert error.ref == SourceRef(WAIVERS, 6)


@pytest.mark.parametrize("key", ["code", "path", "reason"])
def test_waiver_without_a_key_is_refused(tmp_path: Path, key: str) -> None:
    write(tmp_path, "\n".join(line for line in GOOD.split("\n") if not line.startswith(key)))
    error = refused(tmp_path)
    assert f"'{key}' is missing" in error.message
    assert error.hint == f'add {key} = "…"'
    assert error.ref == SourceRef(WAIVERS, 1)


@pytest.mark.parametrize("fault", ['[[waiver]]\ncode = "E201"\npath = "x"\n', GOOD.replace('"E201"', "201")])
def test_wrong_shape_is_refused_with_its_line(tmp_path: Path, fault: str) -> None:
    write(tmp_path, f"{GOOD}\n{fault}")
    ref = refused(tmp_path).ref
    assert ref is not None
    assert ref.line >= 6


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, f"{GOOD}code = \n")
    error = refused(tmp_path)
    assert "valid TOML" in error.message
    assert error.ref == SourceRef(WAIVERS, 5)


def test_toml_that_breaks_off_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, f'{GOOD}code = """E2')
    assert refused(tmp_path).ref == SourceRef(WAIVERS, 5)


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("[[waiver]]", "[[ waiver ]]"),
        'waiver = [{code = "E201", path = "content/*", reason = "It is a test."}]\n',
        GOOD.replace('"It is a test."', '"""\n[[waiver]]"""'),
    ],
    ids=["spaces", "inline", "in a text"],
)
def test_any_way_to_write_a_waiver_is_read(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert [waiver.code for waiver in read_waivers(tmp_path)] == ["E201"]


@pytest.mark.parametrize("text", [GOOD.replace("[[waiver]]", "[[waivers]]"), f'{GOOD}note = "x"\n'])
def test_unknown_key_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    refused(tmp_path)
