"""``import --explain``: what the importer takes each line of a page for, and why; nothing is imported."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from duidu import assets, config
from duidu.cache import CACHE
from duidu.commands.report import Report, plural
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, page_files, read_page_file
from duidu.errors import PageError
from duidu.files import write_atomically
from duidu.model import RawPage, SourceRef

# As many pages are named where a person asks for one that is not there.
_NAMED = 10


def run(root: Path, *, page: str) -> Report:
    """The decisions about a page, called by its id or its file, and the same as an HTML report in the cache's folder.

    Raises PageError when there is no such page, or when two files have the id.
    """
    from duidu.pipeline import read_page
    from duidu.segmentation import Segmenter
    from duidu.writers.explain import explain

    config.load(root)
    raw = _page(root, page)
    found = read_page(raw, Segmenter(read_lexicon(root).words))
    file = explain(raw.id, raw.path, found, assets.templates(root))
    name = f"{CACHE}/{file.path}"
    write_atomically(root / name, file.data, name)
    doubts = sum(decision.doubtful for decision in found.decisions)
    lines = sum(not decision.is_remark for decision in found.decisions)
    counts = {"lines": lines, "stories": len(found.stories), "decisions": doubts}
    summary = f"{raw.path}: {plural(len(found.stories), 'item')}, {plural(doubts, 'decision')} to look at."
    return Report("import", (summary, f"Open {root / name}"), counts, decisions=found.decisions)


def _page(root: Path, wanted: str) -> RawPage:
    """The page of this id, or in this file."""
    from duidu.importers import IMPORTERS

    files = page_files(root)
    found = _called(root, wanted.replace("\\", "/"), files)
    if len(found) > 1:
        names = " or ".join(path.name for path in found)
        raise PageError(f"'{wanted}' is {len(found)} files.", hint=f"say which: {names}.", ref=SourceRef(PAGES, 0))
    if not found:
        ids = sorted({path.stem for path in files})
        raise PageError(f"there is no page '{wanted}'.", hint=_hint(wanted, ids), ref=SourceRef(PAGES, 0))
    return read_page_file(found[0], IMPORTERS)[0]


def _hint(wanted: str, ids: Sequence[str]) -> str:
    """The page that may be meant, or those that are there.

    >>> _hint("content/pages/shna.txt", ["hai", "shan"]), _hint("x", ["hai", "shan"]), _hint("x", [])
    ("did you mean 'shan'?", 'the pages are: hai, shan', 'put a page there first.')
    """
    near = difflib.get_close_matches(PurePosixPath(wanted.replace("\\", "/")).stem, ids, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"the pages are: {', '.join(ids[:_NAMED])}{more}" if ids else "put a page there first."


def _called(root: Path, wanted: str, files: Sequence[Path]) -> list[Path]:
    """The files that a person may mean: a name is one in the folder of pages, a path begins here or at the edition."""
    if "/" in wanted:
        places = {(start / wanted).resolve() for start in (root, Path.cwd())}
        return [path for path in files if path.resolve() in places]
    return [path for path in files if path.name == wanted] or [path for path in files if path.stem == wanted]
