"""Plain data ◀─▶ our types, checked: the only file that knows msgspec."""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")


class MismatchError(ValueError):
    """The data do not have the shape of the type; ``path`` leads there: ``edition.title``, ``page[1].id``.

    ``wanted`` says what should stand there (``a whole number``), ``missing`` which key does not.
    """

    def __init__(self, message: str, path: str, *, wanted: str = "", missing: str = "") -> None:
        self.path = path
        self.wanted = wanted
        self.missing = missing
        super().__init__(message)


def convert(data: object, type_: type[T]) -> T:
    """Plain dicts and lists as a value of ``type_``. Raises MismatchError.

    >>> convert([1, 2], tuple[int, int])
    (1, 2)
    """
    try:
        return msgspec.convert(data, type_, strict=True)
    except msgspec.ValidationError as error:
        raise _mismatch(error) from None


def to_json(value: object) -> bytes:
    """JSON with keys in the order of the type's fields."""
    return msgspec.json.encode(value)


def to_pretty_json(value: object) -> bytes:
    """JSON for people: sorted keys, two spaces, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2) + b"\n"


def from_json(data: bytes, type_: type[T]) -> T:
    """A value of ``type_`` from JSON. Raises MismatchError also when it is no JSON at all."""
    try:
        return msgspec.json.decode(data, type=type_)
    except msgspec.ValidationError as error:
        raise _mismatch(error) from None
    except (msgspec.DecodeError, ValueError) as error:
        raise MismatchError(str(error), "") from None


def choices(type_: type, path: str) -> tuple[str | bool, ...]:
    """What may stand at ``path``, as in MismatchError, where the type names each value; () where it does not.

    >>> from duidu.config import EditionConfig
    >>> choices(EditionConfig, "site.english"), choices(EditionConfig, "site.tones")
    ((True, False, 'below', 'beside', 'tap', 'off'), ())
    >>> choices(EditionConfig, "language.variants"), choices(EditionConfig, "language.variants[1]")[:2]
    ((), ('zh-Hans', 'zh-Hant'))
    """
    found: Any = type_
    for key in re.findall(r"[^.\[\]]+", path):
        found = _inside(found, key)
    values = [value for kind in _kinds(found) for value in _named(kind)]
    return tuple(values) if any(isinstance(value, str) for value in values) else ()


def _inside(type_: Any, key: str) -> Any:
    """The type of a key, or of the items of a list."""
    if key.isdecimal():
        return next((get_args(kind)[0] for kind in _kinds(type_) if get_origin(kind) is tuple), None)
    return get_type_hints(type_).get(key) if is_dataclass(type_) else None


def _kinds(type_: Any) -> tuple[Any, ...]:
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def _named(kind: Any) -> tuple[str | bool, ...]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(member.value for member in kind)
    return (True, False) if kind is bool else ()


# How msgspec calls a kind of value ─▶ what a person calls it.
_PLAIN = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "str": "text in quotes",
    "array": "a list",
    "object": "a table",
    "date": "a date",
    "datetime": "a date and time",
    "time": "a time",
    "null": "nothing",
}
_WRONG_KIND = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_NO_CHOICE = re.compile(r"Invalid enum value (.+)", re.DOTALL)


def _mismatch(error: msgspec.ValidationError) -> MismatchError:
    message, _, path = str(error).partition(" - at `$")
    path = path.strip("`.").replace("[...]", "")
    if match := _WRONG_KIND.fullmatch(message):
        kinds = [kind for kind in match[1].split(" | ") if kind != "null"]
        wanted = " or ".join(_PLAIN.get(kind, kind) for kind in kinds)
        got = "text" if match[2] == "str" else _PLAIN.get(match[2], match[2])
        return MismatchError(f"{wanted} must stand here, not {got}", path, wanted=wanted)
    if match := _MISSING.fullmatch(message):
        return MismatchError(f"'{match[1]}' is missing", path, missing=match[1])
    if match := _NO_CHOICE.fullmatch(message):
        return MismatchError(f"{match[1]} cannot stand here", path)
    return MismatchError(message.replace("`", "'"), path)
