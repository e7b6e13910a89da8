"""One exception a cause. Each knows its place, says what is wrong and what to do; all end with exit code 2.

content/edition.toml:4: unknown key 'titel'. Hint: did you mean 'title'?
"""

from __future__ import annotations

from functools import partial
from typing import Any

from duidu.model import SourceRef


class DuiduError(Exception):
    """Wrong input or configuration: printed as one line, never as a traceback."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str, ref: SourceRef | None = None) -> None:
        self.message = message
        self.hint = hint
        self.ref = ref
        super().__init__(str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """An error that a process hands to another is the same there."""
        return partial(type(self), hint=self.hint, ref=self.ref), (self.message,)

    def __str__(self) -> str:
        place = f"{self.ref}: " if self.ref else ""
        return f"{place}{self.message} Hint: {self.hint}"


class ConfigError(DuiduError):
    """``edition.toml`` cannot be used."""


class PageError(DuiduError):
    """A raw page cannot be read as text, or importing it would lose something."""


class ArticleError(DuiduError):
    """An article's Markdown or front matter cannot be used."""


class CatalogueError(DuiduError):
    """A PO file cannot be used."""


class ExchangeError(DuiduError):
    """A file of another translation program cannot be used."""


class LexiconError(DuiduError):
    """A line of a lexicon file cannot be used."""


class WaiverError(DuiduError):
    """``waivers.toml`` cannot be used."""


class TemplateError(DuiduError):
    """A template is missing or broken."""


class OutputError(DuiduError):
    """The site cannot be written."""


class WriteError(DuiduError):
    """A file of the edition cannot be written."""


class EngineError(DuiduError):
    """A translation engine cannot be used."""


class NoPackageError(EngineError):
    """The engine has no package for the pair of languages yet."""


class PackageError(EngineError):
    """A package of the engine cannot be fetched or installed, or is no longer what was installed."""


class ArchiveError(PackageError):
    """An archive must not be installed; fetching the rest of it would not help."""


class FolderError(DuiduError):
    """The folder is no edition, or would have to be overwritten."""


class ReviewError(DuiduError):
    """What a reviewer asks for cannot be done."""


class ServeError(DuiduError):
    """The site cannot be served on this machine."""


class ManyFaultsError(DuiduError):
    """Several causes found in one pass: each prints as its own line."""

    def __init__(self, errors: tuple[DuiduError, ...]) -> None:
        self.errors = errors
        Exception.__init__(self, str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.errors,)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


def raise_all(errors: list[DuiduError]) -> None:
    """Raise what has been collected, if anything: one error as itself, several as ManyFaultsError."""
    if errors:
        raise errors[0] if len(errors) == 1 else ManyFaultsError(tuple(errors))
