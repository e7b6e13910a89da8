"""``import --explain``: what the importer takes each line of a page for, and why; nothing is imported."""

from __future__ import annotations

import difflib
from pathlib import Path, PurePosixPath

from duidu import assets, config
from duidu.cache import CACHE
from duidu.commands.report import Report, plural
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import PAGES, page_files, read_page_file
from duidu.errors import PageError
from duidu.files import write_atomically
from duidu.model import RawPage, SourceRef


def run(root: Path, *, page: str) -> Report:
    """The decisions about a page, called by its id or its file, and the same as an HTML report in the cache's folder.

    Raises PageError when there is no such page.
    """
    from duidu.pipeline import read_page
    from duidu.segmentation import Segmenter
    from duidu.writers.explain import explain

    config.load(root)
    raw = _page(root, page)
    found = read_page(raw, Segmenter(read_lexicon(root).words))
    file = explain(raw.id, raw.path, found, assets.templates(root))
    name = f"{CACHE}/{file.path}"
    (root / CACHE).mkdir(exist_ok=True)
    write_atomically(root / name, file.data, name)
    doubts = sum(decision.doubtful for decision in found.decisions)
    counts = {"lines": len(found.decisions), "stories": len(found.stories), "decisions": doubts}
    summary = f"{raw.path}: {plural(len(found.stories), 'item')}, {plural(doubts, 'decision')} to look at."
    return Report("import", (summary, f"Open {root / name}"), counts, decisions=found.decisions)


def _page(root: Path, wanted: str) -> RawPage:
    """The page of this id, or in this file."""
    from duidu.importers import IMPORTERS

    files = {path.stem: path for path in page_files(root)}
    stem = PurePosixPath(wanted.replace("\\", "/")).name
    found = stem if stem in files else PurePosixPath(stem).stem
    if found not in files:
        near = difflib.get_close_matches(found, files, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"the pages are the files in {PAGES}/."
        raise PageError(f"there is no page '{wanted}'.", hint=hint, ref=SourceRef(PAGES, 1))
    return read_page_file(files[found], IMPORTERS)[0]
