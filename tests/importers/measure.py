"""How near the stories of an imported page come to what a person made of it.

The truth of a page is a JSON list of its items in page order: ``kind``, ``section``, ``kicker``, ``title``,
``subtitle``, ``authors``, ``credit``, ``dateline``, ``blocks`` (``p`` or ``h2``, ``text``), and in ``alts`` and
``author_alts`` what a careful reader might say as well. White space is not compared.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from duidu.model import Kind, Role, Story

Item = dict[str, Any]
# As much of the first paragraph says that it is the same story.
BEGINNING = 12


@dataclass
class Share:
    """So many of so many, as a figure between 0 and 1."""

    hits: int = 0
    of: int = 0

    def count(self, hit: bool) -> None:
        self.hits += hit
        self.of += 1

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 1.0


@dataclass
class F1:
    """The harmonic mean of precision and recall."""

    both: int = 0
    made: int = 0
    true: int = 0

    @property
    def value(self) -> float:
        return 2 * self.both / (self.made + self.true) if self.made + self.true else 1.0


@dataclass
class Measures:
    """Over any number of pages: stories found (with the right headline), headlines, authors, paragraphs, captions."""

    stories: F1 = field(default_factory=F1)
    titles: Share = field(default_factory=Share)
    authors: Share = field(default_factory=Share)
    paragraphs: F1 = field(default_factory=F1)
    captions: F1 = field(default_factory=F1)

    def figures(self) -> dict[str, float]:
        """Name ─▶ per cent."""
        return {name: round(100 * getattr(self, name).value, 1) for name in self.__dataclass_fields__}

    def add(self, truth: Iterable[Item], stories: Iterable[Story]) -> None:
        """Count one page."""
        made = {kind: [story for story in stories if story.kind == kind] for kind in Kind}
        true = {kind: [item for item in truth if item["kind"] == kind] for kind in Kind}
        pairs = [*_pairs(true[Kind.ARTICLE], made[Kind.ARTICLE]), *_pairs(true[Kind.CAPTION], made[Kind.CAPTION])]
        self.captions.true += len(true[Kind.CAPTION])
        self.captions.made += len(made[Kind.CAPTION])
        self.captions.both += sum(item["kind"] == Kind.CAPTION for item, story in pairs if story)
        self.stories.true += len(true[Kind.ARTICLE])
        self.stories.made += len(made[Kind.ARTICLE])
        for item, story in pairs:
            self._add_story(item, story)
        matched = {id(story) for _, story in pairs}
        spare = [story for kind in (Kind.ARTICLE, Kind.CAPTION) for story in made[kind] if id(story) not in matched]
        self.paragraphs.made += sum(len(story.blocks) for story in spare)

    def _add_story(self, item: Item, story: Story | None) -> None:
        titled = story is not None and _title_is_right(item, story)
        if item["kind"] == Kind.ARTICLE:
            self.stories.both += titled
            if item["title"] is not None:
                self.titles.count(titled)
        if item["authors"]:
            self.authors.count(story is not None and _authors_are_right(item, story))
        true = Counter(_bare(block["text"]) for block in item["blocks"])
        made = Counter(_bare(block.text) for block in story.blocks) if story else Counter()
        self.paragraphs.true += sum(true.values())
        self.paragraphs.made += sum(made.values())
        self.paragraphs.both += sum((true & made).values())


def read_truth(path: Path) -> list[Item]:
    return list(json.loads(path.read_text(encoding="utf-8")))


def _bare(text: str | None) -> str:
    return "".join((text or "").split())


def _beginning(texts: Iterable[str]) -> str:
    return _bare(next(iter(texts), ""))[:BEGINNING]


def _pairs(items: list[Item], stories: list[Story]) -> Iterator[tuple[Item, Story | None]]:
    """Each true item with the story whose first paragraph begins like its own."""
    left = list(stories)
    for item in items:
        wanted = _beginning(block["text"] for block in item["blocks"] if block["type"] == "p")
        paragraphs = ((story, (b.text for b in story.blocks if b.role is Role.PARAGRAPH)) for story in left)
        found = next((story for story, texts in paragraphs if _beginning(texts) == wanted), None)
        if found is not None:
            left.remove(found)
        yield item, found


def _title_is_right(item: Item, story: Story) -> bool:
    titles = [item["title"], *(alt["title"] for alt in item.get("alts") or [] if "title" in alt)]
    if item["title"] is None:
        return True
    return _bare(story.title) in {_bare(title) for title in titles if title}


def _authors_are_right(item: Item, story: Story) -> bool:
    wanted = [item["authors"], *(item.get("author_alts") or [])]
    return {_bare(name) for name in story.authors} in [{_bare(name) for name in names} for names in wanted]
