"""Offline engines: Chinese sentences ─▶ machine English. One adapter a file, one table."""

from __future__ import annotations

from collections.abc import Callable

from duidu.translators.argos import find_engine
from duidu.translators.decoding import Decoding, Engine, first_decoding

__all__ = ["ENGINES", "Decoding", "Engine", "first_decoding"]

# Name in edition.toml ─▶ how to open the engine (keyword arguments: source, target, device, beam_size, threads).
ENGINES: dict[str, Callable[..., Engine]] = {"argos": find_engine}
