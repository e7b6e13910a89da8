"""What ``translate`` did ─▶ a report for one person to look at, which is not published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duidu.model import Fault, OutputFile, SourceRef
from duidu.writers.rendering import Renderer

TEMPLATE = "translation.html"
# As many of the worst sentences are shown; `check` lists them all.
WORST = 200


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A sentence with machine English; ``doubt`` is how surely a reader is misled, 0 to 1."""

    ref: SourceRef
    chinese: str
    english: str
    faults: tuple[Fault, ...]
    doubt: float


@dataclass(frozen=True, slots=True)
class Run:
    """What was done now: the engine, how many sentences were translated, and in how many seconds."""

    engine: str
    translated: int
    seconds: float

    @property
    def speed(self) -> str:
        """
        >>> Run("Fake 1.0", 30, 10.0).speed, Run("Fake 1.0", 0, 0.0).speed
        ('3.0 sentences a second', '')
        """
        return f"{self.translated / self.seconds:.1f} sentences a second" if self.translated and self.seconds else ""


def translation_report(
    run: Run,
    sentences: Iterable[TranslatedSentence],
    meanings: Mapping[str, str],
    templates: Mapping[str, str],
    *,
    doubtful: float,
) -> OutputFile:
    """The report as one HTML file without anything beside it, the worst sentences first.

    ``meanings`` says what the code of a fault means; from ``doubtful`` on a sentence counts as doubtful. Raises
    TemplateError.
    """
    listed = sorted(sentences, key=lambda one: (-one.doubt, one.ref))
    faulty = [one for one in listed if one.faults]
    counts = Counter(code for one in listed for code in sorted({fault.code for fault in one.faults}))
    return Renderer(templates).render(
        TEMPLATE,
        TEMPLATE,
        run=run,
        total=len(listed),
        threshold=doubtful,
        doubtful=sum(one.doubt >= doubtful for one in listed),
        counts=[(code, meanings.get(code, ""), count) for code, count in sorted(counts.items())],
        worst=faulty[:WORST],
        more=max(0, len(faulty) - WORST),
    )
