"""TOML files ─▶ our types; every fault has its line: an unknown key, a value of the wrong type, no TOML at all."""

from __future__ import annotations

import datetime
import difflib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from duidu import typed
from duidu.errors import DuiduError
from duidu.model import SourceRef

T = TypeVar("T")


def load(text: str, type_: type[T], name: str, error: type[DuiduError]) -> T:
    """The text of a TOML file as a value of ``type_``; ``name`` is the path to print. Raises ``error``.

    A date of TOML is its text: ``date = 2021-07-09`` says the same as ``date = "2021-07-09"``.
    """
    try:
        data = _dates_as_text(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise _syntax_error(fault, text, name, error) from None
    _check_keys(data, type_, "", text, name, error)
    try:
        return typed.convert(data, type_)
    except typed.MismatchError as fault:
        ref = place(text, fault.path, name)
        raise error(f"{fault.path or 'the file'}: {fault}.", hint=_hint(type_, fault, data), ref=ref) from None


def _dates_as_text(value: Any) -> Any:
    """A date with a time stays one: no key takes it.

    >>> _dates_as_text({"page": [{"id": "a", "date": datetime.date(2021, 7, 9)}]})
    {'page': [{'id': 'a', 'date': '2021-07-09'}]}
    """
    if isinstance(value, dict):
        return {key: _dates_as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(part) for part in value]
    return value.isoformat() if type(value) is datetime.date else value


def _hint(type_: type, fault: typed.MismatchError, data: dict[str, Any]) -> str:
    """What to do about a fault.

    >>> from duidu.config import EditionConfig
    >>> _hint(EditionConfig, typed.MismatchError("", "pinyin.umlaut"), {})
    'write one of "ü", "v", "u:"; see the README.'
    """
    if fault.missing:
        return f'add {fault.missing} = "…"'
    given = data.get(fault.path)
    if fault.wanted == "a list" and isinstance(given, dict):
        return f"write [[{fault.path}]], one for each."
    if fault.wanted == "a table" and isinstance(given, list):
        return f"write [{fault.path}] once, in single brackets."
    values = ", ".join(json.dumps(value, ensure_ascii=False) for value in typed.choices(type_, fault.path))
    if values:
        return f"write one of {values}; see the README."
    return f"write {fault.wanted}; see the README." if fault.wanted else "see the README for what stands here."


def _syntax_error(fault: tomllib.TOMLDecodeError, text: str, name: str, error: type[DuiduError]) -> DuiduError:
    match = re.search(r"\(at line (\d+), column \d+\)", str(fault))
    line = int(match.group(1)) if match else text.rstrip("\n").count("\n") + 1
    message = re.sub(r"\s*\(at [^)]*\)$", "", str(fault))
    return error(f"this is not valid TOML: {message}.", hint='a line reads: key = "value"', ref=SourceRef(name, line))


def _check_keys(data: dict[str, Any], type_: type, path: str, text: str, name: str, error: type[DuiduError]) -> None:
    hints = get_type_hints(type_)
    known = [item.name for item in fields(type_)]
    for key, value in data.items():
        here = f"{path}.{key}".lstrip(".")
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"
            raise error(f"unknown key '{key}'.", hint=hint, ref=place(text, here, name))
        inner = hints[key] if is_dataclass(hints[key]) else (get_args(hints[key]) or (None,))[0]
        if not (isinstance(inner, type) and is_dataclass(inner)):
            continue
        tables = [(here, value)] if isinstance(value, dict) else []
        if isinstance(value, list):
            tables = [(f"{here}[{index}]", part) for index, part in enumerate(value) if isinstance(part, dict)]
        for table_path, table in tables:
            _check_keys(table, inner, table_path, text, name, error)


def place(text: str, path: str, name: str) -> SourceRef:
    """The line of ``table.key``, ``table[1].key`` or ``table[1]``: TOML readers keep no places, so it is looked up.

    A key that is written in an unusual way is placed at its table, or at the first line that names it.

    >>> str(place("[a]\\nx = 1\\n[[b]]\\n[[b]]\\nx = 2", "b[1].x", "f.toml"))
    'f.toml:5'
    """
    table, _, key = path.replace("[0]", "").rpartition(".")
    label = f"{table}.{key}".lstrip(".")
    key = key.partition("[")[0]
    lines = text.split("\n")
    assignment = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    mention = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    tables = list(_tables(lines))
    candidates = (
        *(n for head, *span in tables if head == table for n in range(*span) if assignment.match(lines[n])),
        *(first for head, first, _ in tables if head and head in (label, table)),
        *(n for n, line in enumerate(lines) if mention.search(line)),
    )
    return SourceRef(name, next(iter(candidates), 0) + 1)


def _tables(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Each table's label (``""``, ``site``, ``page[1]``), its first line and the one after its last, from 0."""
    heads = [(0, "")]
    counts: Counter[str] = Counter()
    for number, line in enumerate(lines):
        match = re.match(r"\s*\[+\s*[\"']?([\w.-]+)[\"']?\s*\]+", line)
        if match:
            label = match.group(1)
            heads.append((number, f"{label}[{counts[label]}]" if counts[label] else label))
            counts[label] += 1
    ends = [number for number, _ in heads[1:]] + [len(lines)]
    return ((label, first, last) for (first, label), last in zip(heads, ends, strict=True))
