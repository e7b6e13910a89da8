"""The weight of the published pages and pictures, as a reader's browser loads them: pages gzipped, level 9."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Edition, Finding, OutputFile, SourceRef


def check(files: tuple[OutputFile, ...], max_page_kb: int) -> Iterator[Finding]:
    """S401: HTML pages above ``max_page_kb`` units of 1,000 bytes."""
    for file in files:
        if file.path.endswith(".html"):
            size = len(gzip.compress(file.data, 9, mtime=0))
            if size > max_page_kb * 1000:
                message = f"{size / 1000:.1f} KB gzipped, limit {max_page_kb} KB."
                yield finding("S401", SourceRef(f"output/{file.path}", 1), message)


def check_pictures(edition: Edition, max_picture_kb: int) -> Iterator[Finding]:
    """S402: pictures above ``max_picture_kb`` units of 1,000 bytes, where an article first shows them."""
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
                yield finding("S402", block.block.ref, message)
