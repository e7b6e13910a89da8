"""Raw pages ─▶ pages as they read, in several processes where there is much to read."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache

from duidu.content.imports import Folder, ImportRecord, doubts_of, known_slugs
from duidu.content.reimport import ReadPage, fresh_articles
from duidu.errors import DuiduError, PageError
from duidu.model import RawPage, SourceRef, WordLine
from duidu.segmentation import Segmenter

# Bytes of pages for each process: with fewer it takes longer to start than it saves.
WORTH_A_PROCESS = 500_000
# Objects that are new before the garbage collector looks for cycles: pages leave hardly any, and with the 700 that
# Python begins with the looking takes a twentieth of the time.
NEW_OBJECTS = 100_000


@dataclass(frozen=True, slots=True)
class Task:
    """A page to read, its SHA-256, and what an earlier import left."""

    page: RawPage
    sha256: str
    record: ImportRecord | None
    folder: Folder


def read_pages(tasks: Sequence[Task], words: tuple[WordLine, ...], jobs: int) -> Iterator[ReadPage | DuiduError]:
    """What each page reads as, in order, or what is wrong with it; ``words`` are the editor's, ``jobs`` processes.

    Raises PageError when the system ends one of the processes.
    """
    jobs = min(jobs, len(tasks), sum(len(task.page.data) for task in tasks) // WORTH_A_PROCESS)
    if jobs < 2:
        yield from (_read(task, words) for task in tasks)
        return
    with ProcessPoolExecutor(jobs, initializer=gc.set_threshold, initargs=(NEW_OBJECTS,)) as pool:
        done = 0
        try:
            for read in pool.map(_read, tasks, [words] * len(tasks), chunksize=4):
                yield read
                done += 1
        except BrokenProcessPool:
            message = "the system ended a process that read this page or one of the next, perhaps for want of memory."
            ref = SourceRef(tasks[done].page.path, 1)
            raise PageError(message, hint="try duidu import --jobs 1.", ref=ref) from None


@cache
def _segmenter(words: tuple[WordLine, ...]) -> Segmenter:
    return Segmenter(words)


def _read(task: Task, words: tuple[WordLine, ...]) -> ReadPage | DuiduError:
    from duidu.pipeline import imported, names_of

    taken = {*task.folder.articles, *(task.record.articles if task.record else ())}
    try:
        articles, found = imported(task.page, _segmenter(words), known_slugs(task.record, task.folder, names_of), taken)
    except DuiduError as error:
        return error
    return ReadPage(
        task.sha256, fresh_articles(articles, names_of(found.stories)), found.encoding, doubts_of(found, articles)
    )
