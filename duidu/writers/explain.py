"""What the importer decided about a page ─▶ a report for one person to look at, which is not published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duidu.model import CERTAIN, ImportedPage, OutputFile, Story
from duidu.writers.rendering import Renderer

TEMPLATE = "explain.html"


# What is lifted out of the way of a story is told by its colour; it begins nothing.
ASIDE = {"page furniture", "stands by itself", "caption"}


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A decision as the report shows it; ``begins`` is the story that begins with its line, ``first`` says that it is
    the first decision about the line."""

    begins: Story | None
    number: int
    what: str
    text: str
    reason: str
    confidence: float
    doubtful: bool
    first: bool


def explain(name: str, path: str, page: ImportedPage, templates: Mapping[str, str]) -> OutputFile:
    """The report on a page as one HTML file without anything beside it.

    Raises TemplateError.
    """
    return Renderer(templates).render(
        TEMPLATE,
        f"import-{name}.html",
        name=name,
        path=path,
        encoding=page.encoding,
        stories=page.stories,
        lines=tuple(explained(page)),
        count=sum(not decision.is_remark for decision in page.decisions),
        doubts=[decision for decision in page.decisions if decision.doubtful],
        certain=CERTAIN,
    )


def explained(page: ImportedPage) -> Iterator[ExplainedLine]:
    """The decisions in page order."""
    begins = {story.ref.line: story for story in page.stories}
    number = 0
    for decision in page.decisions:
        line = decision.ref.line
        story = None if decision.is_remark or decision.what in ASIDE else begins.pop(line, None)
        yield ExplainedLine(
            story,
            line,
            decision.what,
            decision.text,
            decision.reason,
            decision.confidence,
            decision.doubtful,
            line != number,
        )
        number = line
