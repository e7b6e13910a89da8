"""The PO files of the published articles: brought up to date, and given machine English as it is finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.editing import editing
from duidu.commands.report import Reporter
from duidu.commands.workspace import Workspace, annotated
from duidu.content.translations import (
    Places,
    read_catalogue,
    read_catalogues,
    read_gone,
    save_catalogue,
    save_catalogues,
)
from duidu.model import Catalogue, English, Kind, Sentence, Status

if TYPE_CHECKING:
    from duidu.content.journal import Finished
    from duidu.memory import Memory
    from duidu.pipeline import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that is to be translated, as it first stands in the edition; ``people`` are named in its article."""

    sentence: Sentence
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The articles that are published, and their PO files in one language."""

    root: Path
    language: str
    articles: tuple[AnnotatedArticle, ...]

    def read(self) -> list[Catalogue]:
        """The catalogues as they stand on disk now, in the order of the articles."""
        keys = [item.article.key for item in self.articles]
        found = read_catalogues(self.root, keys, self.language)
        return [found[key] for key in keys]

    def gone(self) -> tuple[Catalogue, ...]:
        """The catalogues whose article is gone or has another name."""
        return read_gone(self.root, [item.article.key for item in self.articles], self.language)

    def memory(self) -> Memory:
        """The translation memory: every entry of every PO file, those of articles that are gone last."""
        from duidu.memory import Memory

        return Memory([*self.read(), *self.gone()])

    def merged(self) -> tuple[list[Catalogue], list[Catalogue]]:
        """The catalogues as they stand on disk, and for the articles as they read now, with what the memory has.

        Both end with those whose article is gone, as they are.
        """
        from duidu.memory import merge_all

        before, gone = self.read(), self.gone()
        texts = [tuple(item.segmented.sentences()) for item in self.articles]
        after = merge_all(list(zip(before, texts, strict=True)), gone)
        return [*before, *gone], [*after, *gone]

    def synchronise(self) -> int:
        """Give each sentence an entry, with the English that the memory has; the number of files that changed."""
        with editing(self.root):
            before, after = self.merged()
            return self.save(after, before)

    def save(self, catalogues: Iterable[Catalogue], before: Iterable[Catalogue]) -> int:
        """Write the catalogues that differ from those of before, all or none; the number of files that changed."""
        where = {item.article.key: places(item) for item in self.articles}
        known = {item.key: item for item in before}
        changed = [(item, where.get(item.key, {})) for item in catalogues if item != known.get(item.key)]
        return save_catalogues(self.root, changed, self.language)

    def change(self, chinese: Iterable[str], changed: Callable[[Catalogue], Catalogue]) -> int:
        """Change the PO files that have one of these sentences, as they stand now: somebody may be editing them."""
        wanted = frozenset(chinese)
        written = 0
        for item in self.articles:
            sentences = tuple(item.segmented.sentences())
            if any(sentence.msgid in wanted for sentence in sentences):
                with editing(self.root):
                    # As it stands: the article may read otherwise by now, and another run have seen to that.
                    now = read_catalogue(self.root, item.article.key, self.language)
                    written += save_catalogue(self.root, changed(now), places(item), self.language)
        return written

    def put(self, finished: Iterable[Finished]) -> int:
        """Put machine English into the gaps, and in the place of other machine English where it renews that."""
        from duidu.memory import filled

        rows = [item for item in finished if item.english]
        fresh = {item.chinese: English(item.english, Status.MACHINE, item.engine) for item in rows}
        renewed = {item.chinese: fresh[item.chinese] for item in rows if item.renewed}
        statuses = (Status.MISSING, Status.MACHINE)
        return self.change(fresh, lambda now: filled(filled(now, fresh), renewed, statuses))

    def gaps(self, statuses: Sequence[Status] = (Status.MISSING,)) -> tuple[Gap, ...]:
        """The sentences that have no English, or English of these kinds, each once, in reading order."""
        from duidu.memory import gaps

        wanted = gaps(self.read(), statuses)
        if not wanted:
            return ()
        from duidu.machine import people_of

        first: dict[str, Gap] = {}
        for item in self.articles:
            sentences = tuple(item.segmented.sentences())
            people = people_of(sentences)
            for sentence in sentences:
                first.setdefault(sentence.msgid, Gap(sentence, people))
        return tuple(first[chinese] for chinese in wanted if chinese in first)


def open_catalogues(workspace: Workspace, reporter: Reporter) -> Catalogues:
    """The catalogues of all articles but page furniture."""
    articles = annotated(workspace, reporter)
    published = tuple(item for item in articles if item.article.story.kind is not Kind.FURNITURE)
    return Catalogues(workspace.root, workspace.language, published)


def places(item: AnnotatedArticle) -> Places:
    """Where each sentence of an article stands in its Markdown."""
    return {(sentence.context, sentence.msgid): sentence.ref for sentence in item.segmented.sentences()}
