"""Offline engines: Chinese sentences ─▶ machine English. One adapter a file, one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from duidu.translators.argos import find_engine


class Engine(Protocol):
    """What every engine offers."""

    @property
    def name(self) -> str: ...

    def translate(self, sentences: Sequence[str]) -> Iterator[tuple[str, str]]: ...


# Name in edition.toml ─▶ how to open the engine (keyword arguments: device, beam_size, threads).
ENGINES: dict[str, Callable[..., Engine]] = {"argos": find_engine}
