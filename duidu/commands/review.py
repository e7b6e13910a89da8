"""Reviewing the English: what the local page shows of an article, and what it saves. ``review_server`` serves it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import assets, config
from duidu.commands.editing import editing
from duidu.commands.judging import faults_of, misleading
from duidu.commands.report import Reporter
from duidu.commands.workspace import Workspace, annotated, open_workspace
from duidu.content.translations import catalogue_path, english_of, put_english, read_catalogues, read_gone
from duidu.errors import ReviewError
from duidu.model import English, Kind, ReadingArticle, Status
from duidu.text import one_line

if TYPE_CHECKING:
    from duidu.writers.review import Known, ReviewItem

# A page and an article of it: no way out of the folder of the PO files.
_KEY = re.compile(r"[^./\\][^/\\]*/[^./\\][^/\\]*")
# More than any sentence; what is longer is a mistake.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What the page asks to be saved; ``version`` is that of the English which the reviewer has seen."""

    key: str
    context: str
    chinese: str
    english: str
    reviewed: bool
    version: str


@dataclass(frozen=True, slots=True)
class State:
    """The English of a sentence as it stands in the PO file; ``undo`` numbers the step that led there (0: none).

    ``conflict``: somebody else has changed it meanwhile, and nothing was saved.
    """

    english: str
    status: str
    label: str
    note: str
    version: str
    undo: int = 0
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    wish: Wish
    before: English
    after: English


class Review:
    """The review of one edition. PO files are read anew each time: other programs write them, too."""

    def __init__(self, root: Path, reporter: Reporter) -> None:
        self._root = root
        self._reporter = reporter
        self._steps: list[_Step] = []

    def index(self, token: str) -> bytes:
        """The list of articles as an HTML page."""
        from duidu.writers.review import index_page

        workspace = open_workspace(self._root)
        items = [_item(article) for article in self._articles(workspace)]
        return index_page(items, workspace.config.edition.title, token, assets.templates(self._root))

    def article(self, key: str, token: str) -> bytes:
        """An article as an HTML page. Raises ReviewError where there is none of this key."""
        from duidu.writers.review import article_page, review_sentences

        workspace = open_workspace(self._root)
        for article in self._articles(workspace):
            if article.article.key == key:
                known = self._known(article, workspace)
                sentences = review_sentences(article, known)
                templates = assets.templates(self._root)
                return article_page(_item(article), sentences, token, templates, workspace.language)
        raise ReviewError(f"there is no article {key}.", hint="go back to the list of articles.")

    def save(self, wish: Wish) -> State:
        """Save English in its PO file, unless it has changed since the reviewer saw it.

        Raises ReviewError for English that cannot be saved, and where the sentence is no longer in the PO file.
        """
        text = one_line(wish.english)
        if wish.reviewed and not text:
            raise ReviewError("there is no English to review.", hint="write it first.")
        if len(text) > LONGEST:
            raise ReviewError(f"the English is longer than {LONGEST:,} characters.", hint="is this one sentence?")
        with editing(self._root):
            before = self._current(wish)
            state = _state(before)
            if state.version != wish.version:
                return _state(before, conflict=True)
            after = _revised(before, text, reviewed=wish.reviewed)
            if after == before:
                return state
            self._put(wish, after)
        self._steps.append(_Step(wish, before, after))
        return _state(after, undo=len(self._steps))

    def undo(self, number: int) -> State:
        """Take a step back, if the English is still what that step made of it. Raises ReviewError."""
        if not 0 < number <= len(self._steps):
            raise ReviewError("this step is not known any more.", hint="git has the earlier state of the PO file.")
        step = self._steps[number - 1]
        with editing(self._root):
            current = self._current(step.wish)
            if current != step.after:
                return _state(current, conflict=True)
            self._put(step.wish, step.before)
        return _state(step.before)

    def _put(self, wish: Wish, english: English) -> None:
        language = config.load(self._root).translate.language
        put_english(self._root, wish.key, (wish.context, wish.chinese), english, language)

    def _current(self, wish: Wish) -> English:
        if not _KEY.fullmatch(wish.key):
            raise ReviewError(f"{wish.key!r} is no article.", hint="go back to the list of articles.")
        language = config.load(self._root).translate.language
        found = english_of(self._root, wish.key, (wish.context, wish.chinese), language)
        if found is None:
            hint = "its Chinese has changed, or the article has another name; load the page again."
            raise ReviewError("this sentence is no longer in the PO file.", hint=hint)
        return found

    def _articles(self, workspace: Workspace) -> tuple[ReadingArticle, ...]:
        from duidu.pipeline import reading_article

        articles = [item for item in annotated(workspace, self._reporter) if _is_published(item.article.story.kind)]
        catalogues = read_catalogues(self._root, [item.article.key for item in articles], workspace.language)
        found = ((item, catalogues[item.article.key]) for item in articles)
        return tuple(reading_article(*one, misleading(faults_of(workspace, *one))) for one in found)

    def _known(self, article: ReadingArticle, workspace: Workspace) -> dict[tuple[str, str], Known]:
        """What the gate found in the sentences of an article, and what the memory has but their own entries."""
        from duidu.memory import Memory, near
        from duidu.writers.review import LABELS, Known, Match

        keys = [item.key for item in workspace.articles]
        catalogues = read_catalogues(self._root, keys, workspace.language).values()
        memory = Memory([*catalogues, *read_gone(self._root, keys, workspace.language)])
        own = catalogue_path(article.article.key, workspace.language)
        known = {}
        for sentence in article.sentences():
            place = (sentence.sentence.context, sentence.sentence.msgid)
            others = (
                item for item in memory.messages() if (item.ref.path, item.context, item.chinese) != (own, *place)
            )
            known[place] = Known(
                faults=sentence.faults,
                matches=tuple(
                    Match(
                        found.message.chinese,
                        found.message.english.text,
                        int(100 * found.score),
                        LABELS[found.message.english.status],
                    )
                    for found in near(place[1], others)
                    if found.message.english.text != sentence.english.text
                ),
            )
        return known


def _is_published(kind: Kind) -> bool:
    return kind is not Kind.FURNITURE


def _revised(before: English, text: str, *, reviewed: bool) -> English:
    """What becomes of the English: what a person writes and does not call reviewed is a draft."""
    if reviewed:
        return English(text, Status.REVIEWED, "")
    if not text:
        return English("", Status.MISSING, "")
    if text == before.text and before.status is not Status.REVIEWED:
        return before
    return English(text, Status.STALE, before.note if before.status is Status.STALE else "")


def _state(english: English, *, undo: int = 0, conflict: bool = False) -> State:
    from duidu.writers.review import LABELS, version

    label = "draft" if english.status is Status.STALE and not english.note else LABELS[english.status]
    return State(english.text, english.status.value, label, english.note, version(english), undo, conflict)


def _item(article: ReadingArticle) -> ReviewItem:
    from duidu.pipeline import name_of
    from duidu.writers.review import ReviewItem

    statuses = {(item.sentence.context, item.sentence.msgid): item.english.status for item in article.sentences()}
    return ReviewItem(
        key=article.article.key,
        title=name_of(article.article.story),
        language=article.article.story.language,
        counts=_counted(statuses.values()),
        total=len(statuses),
        doubtful=len({item.sentence.msgid for item in article.sentences() if item.faults}),
    )


def _counted(statuses: Iterable[Status]) -> dict[str, int]:
    listed = list(statuses)
    return {status.value: listed.count(status) for status in Status}
