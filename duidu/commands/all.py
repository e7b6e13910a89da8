"""``all``: import ─▶ translate ─▶ site, the main job."""

from __future__ import annotations

from pathlib import Path

from duidu.commands import import_, site, translate
from duidu.commands.report import Report, Reporter


def run(root: Path, reporter: Reporter, *, jobs: int = 1) -> Report:
    """The three steps; sentences without English do not make it fail, the page says so of each; heavy pages do."""
    reports = (
        import_.run(root, reporter, jobs=jobs),
        translate.run(root, reporter, jobs=jobs),
        site.run(root, reporter),
    )
    lines = tuple(line for report in reports for line in report.lines)
    counts = {f"{report.command}_{key}": value for report in reports for key, value in report.counts.items()}
    return Report("all", lines, counts, reports[-1].findings, exit_code=reports[-1].exit_code)
