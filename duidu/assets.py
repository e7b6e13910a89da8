"""Templates and theme: those that ship with Duidu, with the edition's own files of the same name in their place."""

from __future__ import annotations

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


def theme(root: Path) -> tuple[OutputFile, ...]:
    """The files of the theme, as they are published under ``theme/``."""
    return tuple(OutputFile(f"theme/{name}", path.read_bytes()) for name, path in _files(root, "theme").items())


def _files(root: Path, folder: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for base in (_SHIPPED / folder, root / folder):
        for path in sorted(base.rglob("*")):
            name = path.relative_to(base).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found[name] = path
    return dict(sorted(found.items()))
