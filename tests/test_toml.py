"""TOML files as our types: every fault has its line, however the file is written."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from duidu import toml
from duidu.errors import ConfigError


@dataclass(frozen=True)
class Part:
    key: str = ""
    many: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whole:
    part: Part = field(default_factory=Part)
    row: tuple[Part, ...] = ()


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        toml.load(text, Whole, "f.toml", ConfigError)
    assert caught.value.ref is not None
    assert caught.value.ref.path == "f.toml"
    return caught.value


def test_a_file_as_a_value() -> None:
    text = '[part]\nkey = "a"\n[[row]]\nkey = "b"\n[[row]]\nmany = ["c"]\n'
    assert toml.load(text, Whole, "f.toml", ConfigError) == Whole(Part("a"), (Part("b"), Part(many=("c",))))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[part]\nkey = 5\n", 2, "part.key: text in quotes must stand here"),
        ("[part]\n  'key' = 5\n", 2, "part.key: text in quotes must stand here"),
        ("[ part ]\n\nkey = 5\n", 3, "part.key: text in quotes must stand here"),
        ("# key = 1\n[part]\nkey = 5\n", 3, "part.key: text in quotes must stand here"),
        ("# x\npart = {key = 5}\n", 2, "part.key: text in quotes must stand here"),
        ("# x\npart.key = 5\n", 2, "part.key: text in quotes must stand here"),
        ("[part]\nmany = ['a', 5]\n", 2, "text in quotes must stand here"),
        ("[[row]]\nkey = 'a'\n[[row]]\nkey = 5\n", 4, "row[1].key: text in quotes must stand here"),
        ("[[row]]\nkey = 5\n[[row]]\nkey = 'a'\n", 2, "row[0].key: text in quotes must stand here"),
        ("[[row]]\nkey = 'a'\n[[row]]\nkye = 'b'\n", 4, "unknown key 'kye'"),
        ("[[row]]\nkey = 'kye'\n[[row]]\nkye = 'b'\n", 4, "unknown key 'kye'"),
        ("[part]\nkey = 'a'\n\n[prat]\nkey = 'b'\n", 4, "unknown key 'prat'"),
        # a key in other words is placed at its table, not at the same key of the next one
        ('[part]\n"\\u006bey" = 5\n[[row]]\nkey = "a"\n', 1, "part.key: text in quotes must stand here"),
        ("[part]\nkey = 'a\n", 2, "valid TOML"),
        ("[part]\nkey = '''a\n\n", 2, "valid TOML"),
        ("[part]\nkey =", 2, "valid TOML"),
    ],
)
def test_fault_with_its_line(text: str, line: int, what: str) -> None:
    error = refused(text)
    assert what in error.message
    assert error.ref is not None
    assert error.ref.line == line


@pytest.mark.parametrize(("key", "hint"), [("kye", "did you mean 'key'?"), ("zzz", "known here: key, many")])
def test_unknown_key_suggests_the_near_one(key: str, hint: str) -> None:
    assert refused(f"[part]\n{key} = 'a'\n").hint == hint
