"""What a command tells, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from duidu.model import Decision, Finding


@dataclass(frozen=True, slots=True)
class Report:
    """What a command did: lines for a person, figures for a program."""

    command: str
    lines: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    decisions: tuple[Decision, ...] = ()


class Reporter(Protocol):
    """Where progress goes while a command runs."""

    def say(self, text: str) -> None:
        """A line about what is going on."""

    def error(self, text: str) -> None:
        """A fault that does not end the command; said also when it is quiet."""

    def progress(self, label: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """A bar of ``total`` steps; the function it gives moves it on."""

    def transfer(self, label: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """The same for ``total`` bytes; 0 where their number is not known."""

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer a question."""

    def confirm(self, question: str) -> bool:
        """Whether a person says yes to this; nobody is asked the same twice, and a script never."""


def plural(count: int, noun: str) -> str:
    """
    >>> plural(1, "article"), plural(1200, "article")
    ('1 article', '1,200 articles')
    """
    ending = "" if count == 1 else "s"
    return f"{count:,} {noun}{ending}"
