"""``check``: everything a person should look at, with place and hint; nothing is written."""

from __future__ import annotations

from pathlib import Path

from duidu.commands.report import Report, Reporter, plural
from duidu.commands.site import render
from duidu.commands.workspace import open_workspace
from duidu.content.waivers import read_waivers


def run(root: Path, reporter: Reporter) -> Report:
    """All findings that no waiver silences; exit code 1 when there are any."""
    from duidu.checks import Material, run_checks

    workspace = open_workspace(root)
    waivers = read_waivers(root)
    edition, files = render(workspace, reporter)
    findings = run_checks(Material(edition, workspace.lexicon, files, workspace.config.site.max_page_kb), waivers)
    lines = (*map(str, findings), f"Check: {plural(len(findings), 'finding')}.")
    return Report("check", lines, {"findings": len(findings)}, findings, exit_code=1 if findings else 0)
