"""``memory export`` and ``memory import``: the translation memory as TMX or XLIFF, for other programs and people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.commands.catalogues import open_catalogues
from duidu.commands.editing import editing
from duidu.commands.report import Report, Reporter, plural
from duidu.commands.workspace import open_workspace
from duidu.content import IMPORTED
from duidu.content.exchange import kind_of, read_offers, write_offers
from duidu.model import Catalogue, Offer

if TYPE_CHECKING:
    from duidu.memory import Taken


def export(root: Path, reporter: Reporter, *, file: Path) -> Report:
    """Write all entries, in the order of the articles; in TMX those that have English."""
    kind = kind_of(file)
    catalogues = open_catalogues(open_workspace(root), reporter)
    offers = [offer for item in catalogues.merged()[1] for offer in _offers(item)]
    offers = [offer for offer in offers if offer.english.text or kind == "XLIFF"]
    write_offers(file, offers, catalogues.language)
    return Report(
        "memory", (f"Memory: {plural(len(offers), 'sentence')} written to {file}.",), {"sentences": len(offers)}
    )


def _offers(catalogue: Catalogue) -> Iterator[Offer]:
    for lost, messages in ((False, catalogue.messages), (True, catalogue.obsolete)):
        for message in messages:
            yield Offer(catalogue.key, message.context, message.chinese, message.english, lost)


def import_(root: Path, reporter: Reporter, *, file: Path) -> Report:
    """Take over what is worth more than what is there, all or nothing; exit code 1 when reviewers disagree."""
    from duidu.memory import taken

    catalogues = open_catalogues(open_workspace(root), reporter)
    offers = read_offers(file, catalogues.language)
    name = re.sub(r"[^\w-]+", "-", file.stem)
    with editing(root):
        before, after = catalogues.merged()
        found = taken(after, offers, f"{IMPORTED}/{name}")
        written = catalogues.save(found.catalogues, before)
    lines = [_summary(len(offers), found)]
    for conflict in found.conflicts:
        kept, offered = conflict.kept, conflict.offered
        lines.append(f"{kept.ref}: kept “{kept.english.text}”, not taken “{offered.text}”: {kept.chinese}")
    counts = {"sentences": len(offers), "taken": found.entries, "conflicts": len(found.conflicts)}
    counts["files_written"] = written
    return Report("memory", tuple(lines), counts, exit_code=1 if found.conflicts else 0)


def _summary(offers: int, found: Taken) -> str:
    conflicts = f", {plural(len(found.conflicts), 'conflict')}" if found.conflicts else ""
    return f"Memory: {plural(found.entries, 'sentence')} taken of {offers:,} in the file{conflicts}."
