"""Templates and theme: those that ship with Duidu, with the edition's own files of the same name in their place."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from duidu.errors import TemplateError
from duidu.files import read_text
from duidu.model import OutputFile

_HERE = Path(__file__).resolve().parent
# In a wheel the folders lie inside the package; in a checkout they lie beside it.
_SHIPPED = _HERE / "_assets" if (_HERE / "_assets").is_dir() else _HERE.parent


def templates(root: Path) -> dict[str, str]:
    """Name ─▶ text of every template."""
    return {
        name: read_text(path, f"templates/{name}", TemplateError) for name, path in _files(root, "templates").items()
    }


def theme(root: Path, without: Container[str] = ()) -> tuple[OutputFile, ...]:
    """The files of the theme, as they are published under ``theme/``, but for those paths."""
    files = ((f"theme/{name}", path) for name, path in _files(root, "theme").items())
    return tuple(OutputFile(name, path.read_bytes()) for name, path in files if name not in without)


def own_theme(root: Path) -> tuple[OutputFile, ...]:
    """Those of them that are the edition's own: not among the shipped ones, or no longer the same."""
    return tuple(file for file in theme(root) if file.data != _shipped(file.path))


def _shipped(path: str) -> bytes | None:
    file = _SHIPPED / path
    return file.read_bytes() if file.is_file() else None


def _files(root: Path, folder: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for base in (_SHIPPED / folder, root / folder):
        for path in sorted(base.rglob("*")):
            name = path.relative_to(base).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found[name] = path
    return dict(sorted(found.items()))
