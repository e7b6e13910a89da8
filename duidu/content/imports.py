"""What ``import`` made of a page, so that a later import knows a person's work from its own.

``content/articles/<page>/.import.json`` holds the SHA-256 of the page, and of each article the text as it was written.
A file that reads otherwise now was edited by hand, and that text is the base of a merge; a file that is gone was
deleted by hand, or has another name now. The record also keeps what the importer was not sure of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from duidu import typed
from duidu.content.articles import ARTICLES, article_files, parse
from duidu.content.matching import ALIKE, Text, alike, matched
from duidu.content.merge import differs_only_in, marker_line
from duidu.errors import ArticleError
from duidu.files import read_bytes, sha256
from duidu.model import Article, ImportedPage, SourceRef, Story
from duidu.text import plain_lines

RECORD = ".import.json"
MERGE = ".merge"  # the ending of a file with conflict markers, beside the article of that name
# An encoding is less sure than this where the file itself does not tell it: a person should know.
DETECTED = 0.95
EXCERPT = 40  # characters of the page that the record quotes
ENCODING = "encoding"  # the decision how to read the bytes of a page: it concerns no single article

_FRONT_MATTER = re.compile(r"\A---.*?\n---[ \t\r]*\n", re.DOTALL)

Lines = tuple[str, ...]


class Place(StrEnum):
    """Where the text of an article's file is on its page."""

    ON_PAGE = "on page"
    LEFT = "left"  # the page no longer has it, the file was edited or deleted by hand
    LEAVING = "leaving"  # the page no longer has it, and an import is about to remove the file


@dataclass(frozen=True, slots=True)
class Clash:
    """A file ``SLUG.merge`` as it was written: for which text of the page, and the SHA-256 of it and of the article."""

    page: Lines
    merge_sha256: str
    article_sha256: str


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """An article's file as imported: its SHA-256, its text in lines, and the text that its slug was made from.

    ``text`` is None in the records of earlier versions, ``sha256`` empty where a person made the file. ``now`` is what
    the page says today of an article that a person has edited, as long as that is not in the article.
    """

    sha256: str
    named_after: str
    text: Lines | None = None
    now: Lines | None = None
    clash: Clash | None = None
    place: Place = Place.ON_PAGE

    @property
    def base(self) -> str | None:
        """The text as imported, the base of a merge. None where it is not known, or is not what was written."""
        text = joined(self.text)
        return text if text is not None and sha256(text.encode()) == self.sha256 else None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A decision that the importer was not sure of, at a line of the page; ``article`` is the slug, or empty."""

    article: str
    line: int
    what: str
    text: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """SHA-256 of the page, its files by slug, how it was decoded, and what the importer was not sure of."""

    page: str
    articles: dict[str, ImportedFile]
    encoding: str = ""
    doubts: tuple[Doubt, ...] = ()


def lines_of(text: str) -> Lines:
    """The text in lines, which a JSON file shows one below the other; ``joined`` puts them together again."""
    return tuple(text.split("\n"))


def joined(lines: Lines | None) -> str | None:
    """
    >>> joined(lines_of("一\\n二\\n"))
    '一\\n二\\n'
    """
    return None if lines is None else "\n".join(lines)


def gone_pages(root: Path, pages: Container[str]) -> dict[str, ImportRecord]:
    """The records of the pages that were imported and are not among ``pages`` any more, by id.

    Raises ArticleError when one cannot be read.
    """
    ids = sorted(path.parent.name for path in (root / ARTICLES).glob(f"*/{RECORD}"))
    records = {id_: read_record(root, id_) for id_ in ids if id_ not in pages}
    return {id_: record for id_, record in records.items() if record is not None}


def page_like(texts: Iterable[str], records: Mapping[str, ImportRecord]) -> str | None:
    """The page among the records whose articles, as imported, read like those with these texts; or None."""
    body = _bodies(texts)
    bodies = {page: _bodies(file.base or "" for file in record.articles.values()) for page, record in records.items()}
    return next((page for page, before in bodies.items() if before and alike(body, before) > ALIKE), None)


def _bodies(texts: Iterable[str]) -> str:
    """What stands below the front matter of these files."""
    return "".join(_FRONT_MATTER.sub("", text).strip() for text in texts)


def read_record(root: Path, page: str) -> ImportRecord | None:
    """The record of an earlier import, or None. Raises ArticleError when it cannot be read."""
    name = f"{ARTICLES}/{page}/{RECORD}"
    path = root / name
    if not path.is_file():
        return None
    try:
        return typed.from_json(read_bytes(path, name, ArticleError), ImportRecord)
    except typed.MismatchError as error:
        ref = SourceRef(name, 1)
        hint = "delete the file: articles that differ from the page then count as edited by hand."
        raise ArticleError(f"the record of the import is broken: {error}.", hint=hint, ref=ref) from None


# ---------------------------------------------------------------- the folder of a page


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a page's articles as they are on disk, by slug (the file's name without its ending)."""

    page: str
    articles: dict[str, bytes] = field(default_factory=dict)
    merges: dict[str, bytes] = field(default_factory=dict)

    def is_edited(self, slug: str, file: ImportedFile) -> bool:
        """Whether a person has changed what the page says, and not deleted the file; tags are not of the page."""
        mine = self.articles.get(slug)
        return mine is not None and sha256(mine) != file.sha256 and not is_only_tagged(mine, file.base)


def is_only_tagged(mine: bytes, base: str | None) -> bool:
    """Whether a person has given an article tags, and has done nothing else to what was imported."""
    return base is not None and b"tags" in mine and differs_only_in("tags", base, mine.decode("utf-8", "replace"))


def read_folders(root: Path, pages: Iterable[str]) -> dict[str, Folder]:
    """The folders of these pages by page. Raises ArticleError when a file cannot be read."""
    folders = {page: Folder(page) for page in pages}
    for path in article_files(root):
        if path.parent.name in folders:
            folders[path.parent.name].articles[path.stem] = _bytes(root, path)
    for folder in folders.values():
        merges = sorted((root / ARTICLES / folder.page).glob(f"*{MERGE}"))
        folder.merges.update({path.stem: _bytes(root, path) for path in merges if path.is_file()})
    return folders


def _bytes(root: Path, path: Path) -> bytes:
    return read_bytes(path, path.relative_to(root).as_posix(), ArticleError)


def _story(text: str, name: str) -> Story | None:
    """The story of an article's text; None where a person has left the file in a state that cannot be read."""
    try:
        return parse(plain_lines(text.replace("\r\n", "\n")), name).story
    except ArticleError:
        return None


def _characters(text: str, name: str) -> str:
    """What an article says, without white space; of one that cannot be read, what stands below the front matter."""
    story = _story(text, name)
    return story.characters() if story else "".join(_FRONT_MATTER.sub("", text).split())


def _own_files(record: ImportRecord | None, folder: Folder) -> dict[str, str]:
    """The text of the files that no import has written."""
    known = record.articles if record else {}
    return {slug: data.decode("utf-8-sig", "replace") for slug, data in folder.articles.items() if slug not in known}


# ---------------------------------------------------------------- names


def follow_renames(record: ImportRecord, folder: Folder) -> tuple[ImportRecord, dict[str, str]]:
    """The record under the names that a person has given its files, and these names: old slug ─▶ new slug.

    A file that is gone and one that nobody has imported are the same when they read alike.
    """
    own = _own_files(record, folder)
    gone = {slug: file for slug, file in record.articles.items() if slug not in folder.articles}
    if not own or not gone:
        return record, {}
    new = [
        Text(slug, sha256(folder.articles[slug]), _characters(text, _path(folder.page, slug)))
        for slug, text in own.items()
    ]
    old = [Text(slug, file.sha256 or None, _base_characters(file, folder.page, slug)) for slug, file in gone.items()]
    renames = {before: after for after, before in matched(new, old).items()}
    articles = {renames.get(slug, slug): file for slug, file in record.articles.items()}
    doubts = tuple(replace(doubt, article=renames.get(doubt.article, doubt.article)) for doubt in record.doubts)
    return replace(record, articles=articles, doubts=doubts), renames


def known_slugs(
    record: ImportRecord | None, folder: Folder, names_of: Callable[[Iterable[Story]], Sequence[str]]
) -> Callable[[Sequence[Story], Sequence[str]], Mapping[str, str]]:
    """A function that tells which stories of a page have a file, or had one: the name of a story ─▶ its slug.

    They are the same when they read alike or are called the same. A person's own file is a story's only when it
    reads alike, and without a record when it is called the same, too.
    """

    def known(stories: Sequence[Story], names: Sequence[str]) -> dict[str, str]:
        new = [Text(name, name, story.characters()) for story, name in zip(stories, names, strict=True)]
        recorded = record.articles if record else {}
        old = [
            Text(slug, file.named_after, _base_characters(file, folder.page, slug)) for slug, file in recorded.items()
        ]
        found = matched(new, old)
        left = [text for text in new if text.id not in found]
        return found | matched(left, _own_texts(record, folder, names_of) if left else [])

    return known


def _base_characters(file: ImportedFile, page: str, slug: str) -> str | None:
    return None if file.base is None else _characters(file.base, _path(page, slug))


def _own_texts(
    record: ImportRecord | None, folder: Folder, names_of: Callable[[Iterable[Story]], Sequence[str]]
) -> list[Text]:
    own = _own_files(record, folder)
    stories = {slug: _story(text, _path(folder.page, slug)) for slug, text in own.items()}
    names: dict[str, str] = {}
    if record is None:
        readable = {slug: story for slug, story in stories.items() if story is not None}
        names = dict(zip(readable, names_of(readable.values()), strict=True))
    return [Text(slug, names.get(slug), _characters(text, _path(folder.page, slug))) for slug, text in own.items()]


def _path(page: str, slug: str) -> str:
    return f"{ARTICLES}/{page}/{slug}.md"


# ---------------------------------------------------------------- how a file stands to its page


class Standing(StrEnum):
    """What a person still has to decide about an article they have edited."""

    SETTLED = "settled"
    CHANGED = "changed"  # the page says something else now
    CLASHED = "clashed"  # and the merge of the two waits to be finished
    FINISHED = "finished"  # the merge has no markers any more, and waits to be taken
    OVERTAKEN = "overtaken"  # the same, but the article was edited after the merge was made
    STALE = "stale"  # the page no longer has it


def standing(folder: Folder, slug: str, file: ImportedFile) -> Standing:
    """How an article stands to its page, from the record and the files alone."""
    mine = folder.articles.get(slug)
    if file.place is not Place.ON_PAGE and mine is not None and sha256(mine) != file.sha256:
        return Standing.STALE  # if only for its tags: it is kept, and so it is published
    if not folder.is_edited(slug, file):
        return Standing.SETTLED
    if file.clash is not None and slug in folder.merges:
        return standing_of_merge(folder.articles[slug], folder.merges[slug], file.clash)
    agreed = (file.text, file.clash and file.clash.page)  # a merge that is gone was finished
    says = joined(file.now)
    in_article = says is None or folder.articles[slug] == says.encode()
    return Standing.SETTLED if in_article or file.now in agreed else Standing.CHANGED


def standing_of_merge(article: bytes, merge: bytes, clash: Clash) -> Standing:
    """How far a person has come with a merge: CLASHED, FINISHED or OVERTAKEN."""
    if marker_line(merge.decode("utf-8", "replace")) is not None:
        return Standing.CLASHED
    return Standing.FINISHED if sha256(article) == clash.article_sha256 or article == merge else Standing.OVERTAKEN


def left_over_merges(record: ImportRecord, folder: Folder) -> tuple[str, ...]:
    """The slugs of the merges that no article waits for: it was deleted, or is settled."""

    def waits(slug: str) -> bool:
        file = record.articles.get(slug)
        return slug in folder.articles and file is not None and file.clash is not None

    return tuple(slug for slug in folder.merges if not waits(slug))


# ---------------------------------------------------------------- what the importer was not sure of


def doubts_of(found: ImportedPage, articles: Sequence[Article]) -> tuple[Doubt, ...]:
    """The doubtful decisions of an import, each with the article that it is about, and a detected encoding."""
    about = _about(articles)
    return tuple(
        Doubt(
            "" if item.what == ENCODING else about(item.ref.line, item.text),
            item.ref.line,
            item.what,
            _excerpt(item.text),
            item.reason,
            round(item.confidence, 3),
        )
        for item in found.decisions
        if item.doubtful or (item.what == ENCODING and item.confidence < DETECTED)
    )


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


def _about(articles: Sequence[Article]) -> Callable[[int, str], str]:
    """A function that tells which article a line of the page is about, by its slug: the one that begins nearest above
    the line, if possible one that has this text."""
    characters = {article.slug: article.story.characters() for article in articles}
    starts = sorted(
        (start, -article.order, article.slug)
        for article in articles
        for start in {article.ref.line, *(block.ref.line for block in article.story.blocks)}
    )
    runs = [next(run) for _, run in groupby(starts, key=itemgetter(2))]  # an article is asked once where it stands

    def about(line: int, text: str) -> str:
        excerpt = "".join(text.split())
        below = bisect_right(runs, line, key=itemgetter(0))
        nearest = runs[max(below - 1, 0)][2] if runs else ""
        by_distance = (runs[index][2] for index in chain(range(below - 1, -1, -1), range(below, len(runs))))
        holding = (slug for slug in by_distance if excerpt in characters[slug])
        return next(holding, nearest) if excerpt else nearest

    return about


def open_doubts(record: ImportRecord, folder: Folder) -> tuple[Doubt, ...]:
    """The doubts that nobody has looked at: those about an article that a person has edited or deleted are settled."""

    def is_open(slug: str) -> bool:
        file = record.articles.get(slug)
        return file is None or (slug in folder.articles and not folder.is_edited(slug, file))

    return tuple(doubt for doubt in record.doubts if is_open(doubt.article))
