"""``clean``: take away what a build makes again; nothing a person wrote is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

from duidu import config, output
from duidu.cache import CACHE
from duidu.commands.report import Report, plural
from duidu.commands.site import OUTPUT


def run(root: Path) -> Report:
    """Remove the files that Duidu put into ``output/``, and its cache."""
    config.load(root)
    removed = output.remove(root / OUTPUT)
    shutil.rmtree(root / CACHE, ignore_errors=True)
    line = f"Clean: {plural(removed, 'file')} removed from {OUTPUT}/, and the cache."
    return Report("clean", (line,), {"files_removed": removed})
