"""Plain data ◀─▶ our types, checked: the only file that knows msgspec."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


class MismatchError(ValueError):
    """The data do not have the shape of the type; ``path`` leads there: ``edition.title``, ``page[1].id``."""

    def __init__(self, message: str, path: str) -> None:
        self.path = path
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


def _mismatch(error: msgspec.ValidationError) -> MismatchError:
    message, _, path = str(error).partition(" - at `$")
    path = path.strip("`.").replace("[...]", "")
    return MismatchError(message.replace("`", "'"), path)
