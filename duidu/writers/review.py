"""An article and its English ─▶ the page on which one person reviews it; it is never published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from duidu.model import PINYIN, English, Fault, ReadingArticle, ReadingSentence, Status
from duidu.writers.rendering import Renderer

INDEX, ARTICLE = "review/index.html", "review/article.html"
LABELS = {
    Status.REVIEWED: "reviewed",
    Status.MACHINE: "machine translation, not reviewed",
    Status.STALE: "translated from an earlier wording, not reviewed",
    Status.MISSING: "not translated yet",
}


@dataclass(frozen=True, slots=True)
class Match:
    """English that a near or the same sentence has elsewhere; ``score`` is how alike they are, 0–100."""

    chinese: str
    english: str
    score: int
    label: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a sentence beside its layers: what the quality gate found, and what the memory has."""

    faults: tuple[Fault, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewWord:
    """A word with its reading and its senses."""

    text: str
    pinyin: str
    senses: str


@dataclass(frozen=True, slots=True)
class ReviewSentence:
    """A sentence to review; ``version`` changes with its English, so that nobody overwrites what they have not seen."""

    context: str
    place: str
    language: str
    chinese: str
    running: str
    words: tuple[ReviewWord, ...]
    english: str
    status: str
    label: str
    note: str
    version: str
    faults: tuple[Fault, ...]
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An article on the list: how many sentences have English of each status, and how many are doubtful."""

    key: str
    title: str
    language: str
    counts: dict[str, int]
    total: int
    doubtful: int

    @property
    def open(self) -> int:
        """How many sentences wait for a person."""
        return self.total - self.counts[Status.REVIEWED.value]


def version(english: English) -> str:
    """Tells two states of the English of a sentence apart: 16 hexadecimal digits.

    >>> version(English("Red", Status.MACHINE, "")) == version(English("Red", Status.REVIEWED, ""))
    False
    """
    return hashlib.sha256(f"{english.status}\n{english.note}\n{english.text}".encode()).hexdigest()[:16]


def review_sentences(article: ReadingArticle, known: Mapping[tuple[str, str], Known]) -> Iterator[ReviewSentence]:
    """The sentences of an article in reading order, each with what is known of it by context and Chinese; a sentence
    that stands twice in the same role has one entry in the PO file, and comes once."""
    seen: set[tuple[str, str]] = set()
    for item in article.sentences():
        key = (item.sentence.context, item.sentence.msgid)
        if key not in seen:
            seen.add(key)
            yield _sentence(item, known.get(key, Known()))


def _sentence(item: ReadingSentence, known: Known) -> ReviewSentence:
    english = item.english
    running = next((variant.text for variant in item.layers.variants if variant.language == PINYIN), "")
    return ReviewSentence(
        context=item.sentence.context,
        place=str(item.sentence.ref),
        language=item.sentence.language,
        chinese=item.sentence.msgid,
        running=running,
        words=tuple(_words(item)),
        english=english.text,
        status=english.status.value,
        label=LABELS[english.status],
        note=english.note,
        version=version(english),
        faults=known.faults,
        matches=known.matches,
    )


def _words(item: ReadingSentence) -> Iterator[ReviewWord]:
    """The words that have a reading or a gloss, each once."""
    seen: set[str] = set()
    for word, pinyin, gloss in zip(item.sentence.words, item.layers.pinyin, item.layers.glosses, strict=True):
        if (pinyin or gloss) and word.text not in seen:
            seen.add(word.text)
            yield ReviewWord(word.text, pinyin, "; ".join(gloss.senses) if gloss else "")


def index_page(items: Iterable[ReviewItem], title: str, token: str, templates: Mapping[str, str]) -> bytes:
    """The list of articles, those with the most doubtful English first. Raises TemplateError."""
    ordered = sorted(items, key=lambda item: (-item.doubtful, -item.open, item.key))
    return Renderer(templates).render(INDEX, INDEX, items=ordered, title=title, token=token).data


def article_page(
    item: ReviewItem,
    sentences: Iterable[ReviewSentence],
    token: str,
    templates: Mapping[str, str],
    translation: str = "en",
) -> bytes:
    """The page of one article, whose English is in the language ``translation``. Raises TemplateError."""
    values = {"item": item, "sentences": tuple(sentences), "token": token, "translation": translation}
    return Renderer(templates).render(ARTICLE, ARTICLE, **values).data
