"""A genuine package, a server that offers it, and a folder of Argos's own for each test."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from duidu.translators import packages
from duidu.translators.download import Patience
from duidu.translators.packages import Installed, Places
from tests.package_server import PackageServer, package_server
from tests.tiny_argos import build_package

HASTY = Patience(connect=2, read=0.5, tries=2, pause=0)


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    pairs = (("zh", "en"), ("zt", "en"), ("en", "fr"))
    folder = tmp_path_factory.mktemp("archives")
    return {pair: build_package(folder / "_".join(pair), source=pair[0], target=pair[1]) for pair in pairs}


@pytest.fixture
def archive(archives: dict[tuple[str, str], Path]) -> bytes:
    return archives["zh", "en"].read_bytes()


@pytest.fixture
def server() -> Iterator[PackageServer]:
    with package_server() as place:
        yield place


@pytest.fixture
def where(tmp_path: Path, server: PackageServer) -> Places:
    (tmp_path / "argos/packages").mkdir(parents=True)
    return Places((tmp_path / "argos/packages",), tmp_path / "downloads", f"{server.address}/index.json")


def fetch(where: Places, *, patience: Patience = HASTY, pins: tuple[str, ...] = ()) -> Installed:
    """Install what the index offers for zh→en."""
    offer = packages.offers(where, patience)[packages.Pair("zh", "en")]
    return packages.install(offer, where, lambda done, size: None, pins=pins, patience=patience)


def left_over(where: Places) -> list[str]:
    """What lies in Argos's folders that is neither an installed package nor the lock."""
    folder = where.folders[0]
    beside = [path.name for path in folder.parent.iterdir() if path not in (folder, folder.parent / packages.LOCK)]
    inside = [path.name for path in folder.iterdir() if path not in [one.path for one in packages.installed(where)]]
    downloads = [path.name for path in where.downloads.iterdir()] if where.downloads.exists() else []
    return [*beside, *inside, *downloads]


def repacked(archive: Path, target: Path, changes: Mapping[str, bytes | None], version: str = "1_0") -> bytes:
    """The archive with other files: None leaves one out; names are within its folder, or absolute with ``//``."""
    with zipfile.ZipFile(archive) as old:
        files = {name: old.read(name) for name in old.namelist()}
    folder = next(iter(files)).partition("/")[0]
    fresh = folder.rpartition("-")[0] + f"-{version}"
    files = {name.replace(folder, fresh, 1): data for name, data in files.items()}
    for name, data in changes.items():
        full = name[2:] if name.startswith("//") else f"{fresh}/{name}"
        if data is None:
            del files[full]
        else:
            files[full] = data
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(name, data)
    return target.read_bytes()
