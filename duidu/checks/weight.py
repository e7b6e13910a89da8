"""The weight of the published pages, as a reader's browser loads them: gzipped, level 9."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from duidu.checks.codes import finding
from duidu.model import Finding, OutputFile, SourceRef


def check(files: tuple[OutputFile, ...], max_page_kb: int) -> Iterator[Finding]:
    """S401: HTML pages above ``max_page_kb`` units of 1,000 bytes."""
    for file in files:
        if file.path.endswith(".html"):
            size = len(gzip.compress(file.data, 9, mtime=0))
            if size > max_page_kb * 1000:
                message = f"{size / 1000:.1f} KB gzipped, limit {max_page_kb} KB."
                yield finding("S401", SourceRef(f"output/{file.path}", 1), message)
