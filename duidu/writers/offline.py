"""All files of the site ─▶ what lets it be read without a network: manifests, a service worker, a zip of the whole."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from duidu.model import Edition, OutputFile
from duidu.writers.addresses import colophon_path, folder, front_path, manifest_path, offline_path, root_of
from duidu.writers.interface import interface, language_for
from duidu.writers.links import variant_links
from duidu.writers.rendering import Renderer

ARCHIVE = "site.zip"
LISTING = "offline.json"
WORKER = "sw.js"
# Where the theme has the worker's code; it is published at the root, because a worker serves its own folder only.
_SOURCE = "theme/sw.js"
# Files that every page needs, or that the reader meets first, are kept from the first visit on.
_SHELL = ("theme/", "ui/")
# The colours of the paper, light, as in the style sheet.
PAPER = "#fbf9f4"
_ICONS = (
    {"src": "theme/icon.svg", "sizes": "any", "type": "image/svg+xml"},
    {"src": "theme/icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "theme/icon-512.png", "sizes": "512x512", "type": "image/png"},
    {"src": "theme/icon-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
)

# The files of a zip ─▶ its bytes.
Pack = Callable[[tuple[OutputFile, ...]], bytes]


def complete(
    edition: Edition, templates: Mapping[str, str], files: Iterable[OutputFile], pack: Pack | None
) -> tuple[OutputFile, ...]:
    """The files of the site, with those that make it readable without a network; ``pack`` makes the zip, or None.

    What ``theme/sw.js`` holds becomes ``sw.js``. The zip has no worker: from disk, everything works without one.
    """
    files = tuple(files)
    worker = b"".join(file.data for file in files if file.path == _SOURCE)
    site = (*(file for file in files if file.path != _SOURCE), *manifests(edition))
    archive = pack((*site, *_pages(edition, templates))) if pack else None
    site += tuple(_pages(edition, templates, len(archive) if archive else 0))
    zipped = (OutputFile(ARCHIVE, archive),) if archive else ()
    return (*site, *zipped, *_worker(edition, site, worker))


def packed(files: Iterable[OutputFile]) -> bytes:
    """A zip of these files in the folder ``site/``: sorted, without dates, so that the same files give the same bytes.

    >>> packed([OutputFile("a.txt", b"a")]) == packed([OutputFile("a.txt", b"a")])
    True
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for file in sorted(files, key=lambda file: file.path):
            entry = zipfile.ZipInfo(f"site/{file.path}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.data)
    return written.getvalue()


# ---------------------------------------------------------------- the page that tells and offers


def _pages(edition: Edition, templates: Mapping[str, str], zip_bytes: int = 0) -> Iterator[OutputFile]:
    """The page on reading offline, in every script; without a size it offers no zip."""
    for language in edition.variants:
        ui = interface(language_for(edition, language), templates)
        path = offline_path(language, edition)
        root = root_of(path)
        view: dict[str, Any] = {
            "root": root,
            "home": root + front_path(language, edition),
            "colophon": root + colophon_path(language, edition),
            "language": language,
            "archive": ARCHIVE if zip_bytes else "",
            "archive_size": megabytes(zip_bytes),
            "variants": variant_links(edition, language, path, lambda other: offline_path(other, edition)),
        }
        yield Renderer(templates, ui, edition=edition).render("offline.html", path, path=quote(path), view=view)


def megabytes(size: int) -> str:
    """A size in units of 1,000,000 bytes, with one digit behind the point where it is small.

    >>> megabytes(1_240_000), megabytes(12_600_000), megabytes(30)
    ('1.2 MB', '13 MB', '0.1 MB')
    """
    return f"{size / 1e6:,.0f} MB" if size >= 9_950_000 else f"{max(size, 100_000) / 1e6:.1f} MB"


# ---------------------------------------------------------------- the application


def manifests(edition: Edition) -> Iterator[OutputFile]:
    """What a browser needs to know to install the edition, one file a script."""
    for language in edition.variants:
        path = manifest_path(language, edition)
        root = root_of(path)
        title = edition.title.in_script(language)
        manifest = {
            "name": f"{title} · {edition.title_en}",
            "short_name": title,
            "lang": language,
            "dir": "ltr",
            "start_url": ".",
            "scope": root or ".",
            "display": "minimal-ui",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [{**icon, "src": root + icon["src"]} for icon in _ICONS],
        }
        yield OutputFile(path, f"{json.dumps(manifest, ensure_ascii=False, indent=1)}\n".encode())


# ---------------------------------------------------------------- the worker


def digest(data: bytes) -> str:
    """What tells a file from an earlier one of the same name: 48 bits of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:12]


def _worker(edition: Edition, site: tuple[OutputFile, ...], source: bytes) -> Iterator[OutputFile]:
    """The list of all files, and the worker, which knows the version of the site and what it keeps from the start."""
    if not source:
        return
    listing = OutputFile(LISTING, _listing(site))
    first = {
        path(language, edition) for language in edition.variants for path in (front_path, offline_path, manifest_path)
    }
    shell = {file.path: digest(file.data) for file in site if file.path in first or file.path.startswith(_SHELL)}
    known = {
        "version": digest(listing.data + source),
        "folders": [folder(language, edition) for language in edition.variants],
        "shell": {**dict(sorted(shell.items())), LISTING: digest(listing.data)},
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    yield listing
    yield OutputFile(WORKER, f"const EDITION = {text};\n".encode() + source)


def _listing(site: Iterable[OutputFile]) -> bytes:
    """Every file with its digest and size, by folder: ``{"p/": {"a.html": ["0123…", 4096]}}``."""
    folders: dict[str, dict[str, tuple[str, int]]] = {}
    for file in sorted(site, key=lambda file: file.path):
        place, _, name = file.path.rpartition("/")
        folders.setdefault(f"{place}/" if place else "", {})[name] = (digest(file.data), len(file.data))
    return f"{json.dumps(folders, ensure_ascii=False, separators=(',', ':'))}\n".encode()
