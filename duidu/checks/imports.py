"""What the import of a page left for a person to look at, as its record says; no page is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duidu.checks.codes import finding
from duidu.model import Decision, Finding, SourceRef

# What a decision is about ─▶ what to do, where the mistake is in the page and not in the article made of it.
_HINTS = {
    "wrongly decoded": "put the original, opened so and saved as UTF-8, in place of this page; then duidu import."
}


@dataclass(frozen=True, slots=True)
class PageImport:
    """What is open of one page: doubtful decisions, how it was decoded, and paths of articles that a person edited.

    ``changed``: the page says something else now; ``clashed``: a file with conflict markers waits, the second of each
    pair; ``finished``: it has none any more; ``overtaken``: the same, but the article was edited since; ``stale``: the
    page no longer has the article. ``left_over`` are merges that no article waits for, ``gone`` is the record of a page
    whose file is gone.
    """

    decisions: tuple[Decision, ...] = ()
    encoding: str = ""
    changed: tuple[str, ...] = ()
    clashed: tuple[tuple[str, str], ...] = ()
    finished: tuple[tuple[str, str], ...] = ()
    overtaken: tuple[tuple[str, str], ...] = ()
    stale: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()
    gone: str = ""


def check(pages: Iterable[PageImport]) -> Iterator[Finding]:
    """A104 to A111: edited articles that the page has left behind, and what the importer was not sure of."""
    for page in pages:
        for path in page.changed:
            yield finding("A104", SourceRef(path, 1), "the page says something else now than when it was imported.")
        for decision in page.decisions:
            yield _doubt(decision, page.encoding)
        for path in page.stale:
            yield finding("A108", SourceRef(path, 1), "the page no longer has this article.")
        yield from _merges(page)
        if page.gone:
            yield finding("A111", SourceRef(page.gone, 1), "the file of this page is gone, its articles are published.")


def _merges(page: PageImport) -> Iterator[Finding]:
    for path, merge in page.clashed:
        yield finding("A107", SourceRef(path, 1), f"what clashes with the page stands in {merge}.")
    for path, merge in page.finished:
        yield finding("A107", SourceRef(path, 1), f"no marker is left in {merge}.")
    for path, merge in page.overtaken:
        yield finding("A109", SourceRef(path, 1), f"{merge} is finished, but knows an earlier text of this.")
    for path in page.left_over:
        yield finding("A110", SourceRef(path, 1), "no article waits for this merge.")


def _doubt(decision: Decision, encoding: str) -> Finding:
    sure = f" ({decision.confidence:.0%} sure)" if decision.confidence else ""  # a fact is not weighed
    why = f"{decision.reason.rstrip('.')}{sure}."
    if decision.what == "encoding":
        named = encoding in decision.reason
        return finding("A106", decision.ref, why if named else f"read as {encoding}: {why}")
    quoted = f"{decision.what}: {_short(decision.text)}" if decision.text else decision.what
    return finding("A105", decision.ref, f"{quoted}: {why}", hint=_HINTS.get(decision.what, ""))


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
