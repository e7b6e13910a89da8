"""What the published pages weigh and load; sizes are as a reader's browser loads them: gzipped, level 9."""

from __future__ import annotations

import gzip
import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote, urlsplit

from duidu.checks.codes import finding
from duidu.model import Edition, Finding, OutputFile, SourceRef

# Elements of a page for each 1,000 Chinese characters of its article: what an older phone lays out without delay.
MAX_ELEMENTS = 2500
# Style sheets and scripts of one page, in bytes. What only a search needs is loaded when somebody searches, and a
# browser loads what only paper needs after all else: neither is counted.
MAX_PARTS = 15_000
_FONTS = (".woff", ".woff2", ".ttf", ".otf", ".eot")
_PARTS = re.compile(
    r"<(?:script\b[^>]*?\ssrc|link\b(?=[^>]*\brel=\"stylesheet\")(?![^>]*\bmedia=\"print\")[^>]*?\shref)=\"([^\"]*)\""
)
# What a page loads by itself, not what a reader may follow.
_LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|track|embed|object|image|use)\b[^>]*?\s(?:src|srcset|data|href|poster)=\""
    r"((?:https?:)?//[^\"]*)\""
    r"|<link\b(?![^>]*\brel=\"(?:canonical|alternate|license|author)\")[^>]*?\shref=\"((?:https?:)?//[^\"]*)\""
)
_CSS_LOADED = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]*)")


def check(files: tuple[OutputFile, ...], max_page_kb: int, max_site_mb: int) -> Iterator[Finding]:
    """S401 to S406, page by page, then of all files together."""
    by_path = {file.path: file for file in files}
    size = cache(lambda path: _gzipped(by_path[path].data))
    for file in files:
        if file.path.endswith(".html"):
            text = file.data.decode(errors="replace")
            yield from _page(file, text, max_page_kb)
            if file.characters:
                yield from _parts(file.path, {path: size(path) for path in _parts_of(file.path, text, by_path)})
        yield from _foreign(file)
    total = sum(len(file.data) for file in files)
    if total > max_site_mb * 1_000_000:
        message = f"{total / 1e6:,.0f} MB in {len(files):,} files, limit {max_site_mb:,} MB."
        yield finding("S406", SourceRef("output", 1), message)


def _gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def _page(file: OutputFile, text: str, max_page_kb: int) -> Iterator[Finding]:
    """S401, S402: a longer article may weigh and hold more, in proportion."""
    share = max(file.characters / 1000, 1)
    # The fastest level is an upper bound, and most pages are far from the limit.
    limit = round(max_page_kb * 1000 * share)
    if len(zlib.compress(file.data, 1)) > limit and (size := _gzipped(file.data)) > limit:
        message = f"{size / 1000:.1f} KB gzipped, limit {limit / 1000:g} KB."
        yield finding("S401", SourceRef(f"output/{file.path}", 1), message)
    elements = count_elements(text)
    if file.characters and elements > MAX_ELEMENTS * share:
        message = f"{elements:,} elements, limit {MAX_ELEMENTS * share:,.0f} for {file.characters:,} characters."
        yield finding("S402", SourceRef(f"output/{file.path}", 1), message)


def count_elements(text: str) -> int:
    """How many elements a page of ours has: in text and attributes every ``<`` is escaped.

    >>> count_elements('<!DOCTYPE html><p title="&lt;a">a<br>b</p>')
    2
    """
    return text.count("<") - text.count("</") - text.count("<!")


def _parts_of(path: str, text: str, known: Mapping[str, object]) -> list[str]:
    """The style sheets and scripts that a page loads, but for those of the search and of paper."""
    folder = posixpath.dirname(path)
    links = (unquote(urlsplit(link).path) for link in _PARTS.findall(text))
    found = (posixpath.normpath(posixpath.join(folder, link)) for link in links)
    return [part for part in found if part in known and not posixpath.basename(part).startswith("search.")]


def _parts(path: str, sizes: Mapping[str, int]) -> Iterator[Finding]:
    """S403."""
    total = sum(sizes.values())
    if total > MAX_PARTS:
        heaviest = max(sizes, key=lambda name: sizes[name])
        message = f"{total / 1000:.1f} KB gzipped, limit {MAX_PARTS / 1000:g} KB; the heaviest is {heaviest}."
        yield finding("S403", SourceRef(f"output/{path}", 1), message)


def _foreign(file: OutputFile) -> Iterator[Finding]:
    """S404, S405."""
    ref = SourceRef(f"output/{file.path}", 1)
    if file.path.endswith(_FONTS):
        yield finding("S405", ref, f"{len(file.data) / 1000:.0f} KB of a font.")
    if not file.path.endswith((".html", ".css", ".svg")):
        return
    text = file.data.decode(errors="replace")
    loaded: Iterable[tuple[str, ...]] = _LOADED.findall(text)
    addresses = [next(filter(None, groups)) for groups in loaded]
    for address in (*addresses, *(_CSS_LOADED.findall(text) if file.path.endswith(".css") else ())):
        yield finding("S404", ref, f"{address} is not part of the site.")
    if "@font-face" in text:
        yield finding("S405", ref, "it loads a font.")


def check_pictures(edition: Edition, max_picture_kb: int) -> Iterator[Finding]:
    """S407: pictures above ``max_picture_kb`` units of 1,000 bytes, where an article first shows them."""
    seen: set[str] = set()
    for article in edition.articles():
        for block in article.blocks:
            picture = block.picture
            if picture is None or picture.path in seen:
                continue
            seen.add(picture.path)
            if picture.size > max_picture_kb * 1000:
                pixels = f"{picture.width:,} × {picture.height:,} pixels"
                message = f"{picture.path}: {picture.size / 1000:,.0f} KB, {pixels}; limit {max_picture_kb} KB."
                yield finding("S407", block.block.ref, message)
