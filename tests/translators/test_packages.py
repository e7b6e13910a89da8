"""Packages from a server that is as bad as servers are: each failure is one clear line and leaves nothing half done."""

from __future__ import annotations

import errno
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from duidu.errors import ArchiveError, EngineError, PackageError
from duidu.translators import archive as archives_room
from duidu.translators import packages
from duidu.translators.argos import find_engine
from duidu.translators.download import Patience
from duidu.translators.packages import Installed, Pair, Places
from tests.package_server import PackageServer, package_server
from tests.tiny_argos import build_package

ZH_EN = Pair("zh", "en")
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
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PackageServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
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


def refused(where: Places, **options: object) -> EngineError:
    with pytest.raises(EngineError) as caught:
        fetch(where, **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    assert packages.installed(where) == ()
    return caught.value


# ---------------------------------------------------------------- what goes well


def test_a_package_is_installed_with_a_record_and_nothing_is_left_over(
    server: PackageServer, where: Places, archive: bytes
) -> None:
    server.offer(archive)
    package = fetch(where)
    record = packages.standing(package)
    assert (package.pair, package.version, package.path.name) == (ZH_EN, "1.0", "translate-zh_en-1_0")
    assert record is not None
    assert record.archive == hashlib.sha256(archive).hexdigest()
    assert set(record.files) >= {"metadata.json", "model/model.bin", "sentencepiece.model"}
    assert left_over(where) == []


def test_argos_itself_finds_and_uses_it(server: PackageServer, where: Places, archive: bytes) -> None:
    from argostranslate.package import get_installed_packages

    server.offer(archive)
    path = fetch(where).path
    (found,) = get_installed_packages([where.folders[0]])
    assert (found.from_code, found.to_code, found.package_path) == ("zh", "en", path)
    assert found.tokenizer.encode("桥")


def test_the_watch_sees_every_byte(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    seen: list[tuple[int, int]] = []
    offer = packages.offers(where)[ZH_EN]
    packages.install(offer, where, lambda done, size: seen.append((done, size)))
    assert seen[0] == (0, len(archive))
    assert seen[-1] == (len(archive), len(archive))
    assert packages.size_of(offer) == len(archive)


def test_a_newer_version_takes_the_place_of_the_old(
    server: PackageServer, where: Places, archives: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    server.offer(archives["zh", "en"].read_bytes())
    old = fetch(where)
    metadata = {"from_code": "zh", "to_code": "en", "package_version": "1.9"}
    changes = {"metadata.json": json.dumps(metadata).encode()}
    server.offer(repacked(archives["zh", "en"], tmp_path / "new", changes, "1_9"), version="1.9")
    new = fetch(where)
    assert packages.installed(where) == (new,)
    assert (new.version, old.path.exists()) == ("1.9", False)
    assert left_over(where) == []


def test_the_old_version_stays_while_the_new_one_fails(
    server: PackageServer, where: Places, archives: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    server.offer(archives["zh", "en"].read_bytes())
    old = fetch(where)
    server.offer(repacked(archives["zh", "en"], tmp_path / "new", {"model/model.bin": None}, "1_9"), version="1.9")
    with pytest.raises(ArchiveError):
        fetch(where)
    assert packages.installed(where) == (old,)
    assert packages.standing(old)


def test_the_same_version_again_repairs_it(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    package = fetch(where)
    (package.path / "model/model.bin").write_bytes(b"damaged")
    assert packages.standing(fetch(where))
    assert left_over(where) == []


def test_packages_of_other_pairs_stay(
    server: PackageServer, where: Places, archives: dict[tuple[str, str], Path]
) -> None:
    traditional = packages.install_file(archives["zt", "en"], where, wanted=[Pair("zt", "en")])
    server.offer(archives["zh", "en"].read_bytes())
    simplified = fetch(where)
    assert set(packages.installed(where)) == {traditional, simplified}


def test_two_packages_serve_a_pair_that_hops(where: Places, archives: dict[tuple[str, str], Path]) -> None:
    steps = (ZH_EN, Pair("en", "fr"))
    wanted = Pair("zh", "fr")
    assert packages.serving(wanted, packages.installed(where)) == ()
    for step in steps:
        packages.install_file(archives[step.source, step.target], where, wanted=steps)
    assert [one.pair for one in packages.serving(wanted, packages.installed(where))] == list(steps)


# ---------------------------------------------------------------- downloads that stop


def test_a_truncated_download_is_resumed_by_the_next_run(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    server.cuts = [1000, 0, 0]
    error = refused(where)
    assert "broke off after 1,000 bytes: the connection ended" in error.message
    assert "goes on where it stopped" in error.hint
    assert (where.downloads / "translate-zh_en.argosmodel.part").read_bytes() == archive[:1000]
    assert packages.standing(fetch(where))
    assert server.ranges_asked()[-1] == "bytes=1000-"
    assert left_over(where) == []


def test_one_run_goes_on_as_long_as_bytes_come(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    server.cuts = [1000, 1000, 1000, 1000]
    assert packages.standing(fetch(where))
    assert server.ranges_asked() == ["", *(f"bytes={count}-" for count in (1000, 2000, 3000, 4000))]


def test_a_server_without_ranges_sends_it_all_again(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    server.ranges = False
    server.cuts = [1000, 1000]
    refused(where)
    assert packages.standing(fetch(where))
    assert left_over(where) == []


def test_a_server_that_tells_no_size_is_enough(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    server.tells_size, server.etag = False, ""
    server.cuts = [1000]
    assert "no zip archive" in refused(where).message
    assert packages.standing(fetch(where))


@pytest.mark.parametrize("etag", ['"2"', ""])
def test_what_has_changed_on_the_server_is_not_put_together(
    server: PackageServer, where: Places, archives: dict[tuple[str, str], Path], tmp_path: Path, etag: str
) -> None:
    path = server.offer(archives["zh", "en"].read_bytes())
    server.etag = '"1"' if etag else ""
    server.cuts = [1000, 0, 0]
    refused(where)
    other = repacked(archives["zh", "en"], tmp_path / "other", {"README.md": b"A word on it."})
    server.files[path], server.etag, server.cuts = other, etag, []
    record = packages.standing(fetch(where))
    assert record is not None
    assert record.archive == hashlib.sha256(other).hexdigest()


def test_ctrl_c_leaves_a_part_that_the_next_run_resumes(
    server: PackageServer, where: Places, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duidu.translators.download.CHUNK", 1000)
    server.offer(archive)

    def stop(done: int, size: int) -> None:
        if done >= 2000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packages.install(packages.offers(where)[ZH_EN], where, stop)
    assert packages.installed(where) == ()
    there = (where.downloads / "translate-zh_en.argosmodel.part").stat().st_size
    assert 2000 <= there < len(archive)
    assert packages.standing(fetch(where))
    assert server.ranges_asked()[-1] == f"bytes={there}-"


def test_a_part_that_is_whole_is_not_asked_for_again(server: PackageServer, where: Places, archive: bytes) -> None:
    server.offer(archive)
    with pytest.raises(KeyboardInterrupt):
        packages.install(packages.offers(where)[ZH_EN], where, _stop_at_the_end)
    assert packages.standing(fetch(where))
    assert server.ranges_asked() == [""]


def _stop_at_the_end(done: int, size: int) -> None:
    if done == size:
        raise KeyboardInterrupt


# ---------------------------------------------------------------- servers


def test_an_index_that_is_down(where: Places, server: PackageServer) -> None:
    down = Places(where.folders, where.downloads, "http://127.0.0.1:9/index.json")
    error = refused(down)
    assert error.message == "http://127.0.0.1:9/index.json cannot be reached: no connection."
    assert "--from FILE" in error.hint


def test_an_index_that_is_not_there(where: Places) -> None:
    assert "there is nothing there (HTTP 404)" in refused(where).message


@pytest.mark.parametrize("data", [b"<html>Please log in", b'{"no": "list"}', b'[{"from_code": 1}]', b"\xff\xfe", b""])
def test_an_index_that_is_none(where: Places, server: PackageServer, data: bytes) -> None:
    server.files["/index.json"] = data
    assert "index.json is no index of packages: " in refused(where).message


def test_a_pair_that_nobody_offers(where: Places, server: PackageServer, archive: bytes) -> None:
    from duidu.translators.package_index import routes

    server.offer(archive)
    with pytest.raises(PackageError, match="the index has no package for zt→en"):
        routes([ZH_EN, Pair("zt", "en")], packages.offers(where), "the index")


def test_an_archive_that_is_not_there(where: Places, server: PackageServer, archive: bytes) -> None:
    del server.files[server.offer(archive)]
    assert "there is nothing there (HTTP 404)" in refused(where).message
    assert left_over(where) == []


def test_a_server_that_fails_is_asked_again(where: Places, server: PackageServer, archive: bytes) -> None:
    path = server.offer(archive)
    server.statuses[path] = [500, 500, 500]
    assert "the server does not give it (HTTP 500)" in refused(where).message
    assert packages.standing(fetch(where))
    assert len(server.ranges_asked()) == 4


def test_the_next_link_is_tried(where: Places, server: PackageServer, archive: bytes) -> None:
    path = server.offer(archive)
    entry = {"from_code": "zh", "to_code": "en", "package_version": "1.0"}
    links = ["ipfs://x", f"{server.address}/gone", f"{server.address}{path}"]
    server.files["/index.json"] = json.dumps([entry | {"links": links}]).encode()
    assert packages.standing(fetch(where))


def test_a_server_that_falls_silent(where: Places, server: PackageServer, archive: bytes) -> None:
    server.offer(archive)
    server.stalls_after = 1000
    assert "no answer in time" in refused(where).message
    assert (where.downloads / "translate-zh_en.argosmodel.part").stat().st_size >= 1000


def test_a_proxy_of_the_environment_is_used(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    server.files["http://packages.invalid/index.json"] = b"[]"
    assert packages.offers(Places(where.folders, where.downloads, "http://packages.invalid/index.json")) == {}


# ---------------------------------------------------------------- archives


def test_a_wrong_hash(where: Places, server: PackageServer, archive: bytes) -> None:
    server.offer(archive)
    digest = hashlib.sha256(archive).hexdigest()
    error = refused(where, pins=("0" * 64,))
    assert f"has the SHA-256 {digest}, which is not the one pinned" in error.message
    assert left_over(where) == []
    assert packages.standing(fetch(where, pins=("0" * 64, digest)), (digest,))


@pytest.mark.parametrize("data", [b"", b"<html>", b"PK\x03\x04" + b"x" * 500])
def test_no_zip(where: Places, server: PackageServer, data: bytes) -> None:
    server.offer(data)
    assert "no zip archive" in refused(where).message
    assert left_over(where) == []


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"../../evil": b"x"}, "leads out of its folder"),
        ({"//../evil": b"x"}, "leads out of its folder"),
        ({"///etc/evil": b"x"}, "is no name within its folder"),
        ({"a\\..\\b": b"x"}, "is no name within its folder"),
        ({"//C:/evil": b"x"}, "is no name within its folder"),
        ({"//other/evil": b"x"}, "not all of it lies in one folder"),
        ({"//evil": b"x"}, "not all of it lies in one folder"),
        ({"MODEL/model.bin": b"x"}, "a file stands in it twice"),
        ({"zeros": bytes(20_000_000)}, "as in a zip bomb"),
        ({str(number): b"" for number in range(1001)}, "no package has so many"),
        ({"model/model.bin": None}, "it has no model/model.bin"),
        ({"sentencepiece.model": None}, "it has no sentencepiece.model"),
        ({"metadata.json": None}, "it has no metadata.json"),
        ({"metadata.json": b"{"}, "metadata.json of translate-zh_en.argosmodel cannot be read"),
        ({"metadata.json": b"{}"}, "its metadata.json names no languages"),
        ({"metadata.json": b'{"from_code": "en", "to_code": "zh"}'}, "translates en→zh, not zh→en"),
    ],
)
def test_an_archive_that_must_not_be_unpacked(
    where: Places,
    server: PackageServer,
    archives: dict[tuple[str, str], Path],
    tmp_path: Path,
    changes: dict[str, bytes | None],
    what: str,
) -> None:
    server.offer(repacked(archives["zh", "en"], tmp_path / "bad", changes))
    before = sorted(tmp_path.rglob("*evil*"))
    assert what in refused(where).message
    assert left_over(where) == []
    assert sorted(tmp_path.rglob("*evil*")) == before


def test_an_archive_with_a_link(where: Places, server: PackageServer, archive: bytes, tmp_path: Path) -> None:
    path = tmp_path / "link"
    path.write_bytes(archive)
    with zipfile.ZipFile(path, "a") as opened:
        link = zipfile.ZipInfo("translate-zh_en-1_0/link")
        link.external_attr = 0o120777 << 16
        opened.writestr(link, "/etc")
    server.offer(path.read_bytes())
    assert "is a link or a device" in refused(where).message
    assert left_over(where) == []


def test_an_archive_that_is_damaged_within(where: Places, server: PackageServer, archive: bytes) -> None:
    middle = archive.index(b"model.bin") + 2000
    server.offer(archive[:middle] + bytes([archive[middle] ^ 1]) + archive[middle + 1 :])
    assert "is damaged: Bad CRC-32" in refused(where).message
    assert left_over(where) == []


def test_an_archive_may_not_replace_the_package_of_another_pair(
    where: Places, archives: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    other = packages.install_file(archives["zt", "en"], where, wanted=[Pair("zt", "en")])
    renamed = tmp_path / "renamed.argosmodel"
    with zipfile.ZipFile(archives["zh", "en"]) as old, zipfile.ZipFile(renamed, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("zh_en", "zt_en"), old.read(name))
    with pytest.raises(ArchiveError, match="would replace the package for zt→en"):
        packages.install_file(renamed, where, wanted=[ZH_EN])
    assert packages.standing(other)


def test_a_file_that_is_not_there_or_for_other_languages(
    where: Places, archives: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    with pytest.raises(PackageError, match="there is no file"):
        packages.install_file(tmp_path / "none", where, wanted=[ZH_EN])
    with pytest.raises(PackageError, match="translates en→fr, not zh→en"):
        packages.install_file(archives["en", "fr"], where, wanted=[ZH_EN])
    assert archives["en", "fr"].exists()
    assert left_over(where) == []


# ---------------------------------------------------------------- the disk


def test_a_full_disk_while_unpacking_keeps_the_download(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    server.offer(archive)
    with monkeypatch.context() as patch:
        patch.setattr(archives_room, "_unpack_file", full)
        error = refused(where)
    assert str(error) == "the disk is full. Hint: make room, then run duidu engine install again."
    assert packages.standing(fetch(where))
    assert server.ranges_asked() == [""]
    assert left_over(where) == []


def test_a_full_disk_while_downloading_keeps_what_is_there(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duidu.translators.download.CHUNK", 1000)
    server.offer(archive)

    def full(done: int, size: int) -> None:
        if done >= 2000:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(PackageError, match="the disk is full"):
        packages.install(packages.offers(where)[ZH_EN], where, full, patience=HASTY)
    assert packages.standing(fetch(where))
    assert server.ranges_asked()[-1] != ""


def test_a_disk_that_is_too_small_is_not_filled(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    server.offer(archive)
    assert "has room for 0 MB" in refused(where).message
    assert [path for path in where.downloads.iterdir() if path.suffix == ".part"] == []


def test_a_move_that_fails_brings_the_old_package_back(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.offer(archive)
    package = fetch(where)
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if (
            target == package.path
            and path.parent.name.startswith(packages.STAGING)
            and not path.name.startswith(packages.REPLACED)
        ):
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(PackageError, match="Permission denied"):
        fetch(where)
    assert packages.installed(where) == (package,)
    assert packages.standing(package)


def test_one_installation_at_a_time(where: Places, server: PackageServer, archive: bytes) -> None:
    server.offer(archive)
    with FileLock(where.folders[0].parent / packages.LOCK):
        assert "another installation" in refused(where).message
    assert packages.standing(fetch(where))


def test_what_a_killed_run_left_is_taken_away(where: Places, server: PackageServer, archive: bytes) -> None:
    (where.folders[0].parent / f"{packages.STAGING}x/half").mkdir(parents=True)
    server.offer(archive)
    fetch(where)
    assert left_over(where) == []


# ---------------------------------------------------------------- ever after


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("model/model.bin", b"other", "is not what was installed"),
        ("sentencepiece.model", None, "is missing"),
        ("duidu.json", b"{", "cannot be read"),
    ],
)
def test_a_file_that_has_changed_is_named(
    where: Places, server: PackageServer, archive: bytes, name: str, data: bytes | None, what: str
) -> None:
    server.offer(archive)
    package = fetch(where)
    file = package.path / name
    file.unlink() if data is None else file.write_bytes(data)
    with pytest.raises(PackageError) as caught:
        packages.standing(package)
    assert caught.value.message.startswith(f"{file} {what}")
    assert "duidu engine install" in caught.value.hint


def test_a_package_of_another_program_is_not_verified_but_can_be_recorded(
    where: Places, archives: dict[tuple[str, str], Path]
) -> None:
    with zipfile.ZipFile(archives["zh", "en"]) as opened:
        opened.extractall(where.folders[0])
    (package,) = packages.installed(where)
    assert packages.standing(package) is None
    with pytest.raises(PackageError, match="was not installed by Duidu"):
        packages.standing(package, ("0" * 64,))
    packages.adopt(package, where)
    assert packages.standing(package)
    (package.path / "model/model.bin").write_bytes(b"other")
    with pytest.raises(PackageError, match=r"model\.bin is not what was installed"):
        packages.standing(package)


def test_what_is_no_package_is_passed_over(where: Places, archives: dict[tuple[str, str], Path]) -> None:
    for name, data in (("empty", None), ("broken", b"{"), ("other", b'{"type": "sbd"}')):
        (where.folders[0] / name).mkdir()
        if data:
            (where.folders[0] / name / "metadata.json").write_bytes(data)
    package = packages.install_file(archives["zh", "en"], where, wanted=[ZH_EN])
    assert packages.installed(where) == (package,)


def test_the_engine_opens_only_what_was_installed(
    where: Places, server: PackageServer, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "places", lambda: where)
    server.offer(archive)
    package = fetch(where)
    digest = hashlib.sha256(archive).hexdigest()
    options = {"device": "cpu", "beam_size": 1, "threads": 1}
    assert "translate-zh_en 1.0" in find_engine(**options, sha256=(digest,)).name  # type: ignore[arg-type]
    with pytest.raises(PackageError, match="which is not the one pinned"):
        find_engine(**options, sha256=("0" * 64,))  # type: ignore[arg-type]
    (package.path / "model/config.json").write_bytes(b"{}")
    with pytest.raises(PackageError, match=r"config\.json is not what was installed"):
        find_engine(**options)  # type: ignore[arg-type]


def test_what_a_run_killed_between_two_moves_has_put_aside_is_put_back(
    where: Places, server: PackageServer, archive: bytes
) -> None:
    server.offer(archive)
    done = fetch(where)
    aside = where.folders[0].parent / f"{packages.STAGING}x"
    aside.mkdir()
    done.path.rename(aside / f"{packages.REPLACED}{done.path.name}")
    assert packages.installed(where) == ()
    server.offer(b"no package")
    with pytest.raises(PackageError):
        fetch(where)
    (found,) = packages.installed(where)
    assert packages.standing(found) is not None
    assert left_over(where) == []


def test_the_record_of_another_installation_is_left_out(
    where: Places, server: PackageServer, archives: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    again = tmp_path / "again.argosmodel"
    again.write_bytes(repacked(archives["zh", "en"], tmp_path / "x.argosmodel", {"duidu.json": b"{}"}))
    done = packages.install_file(again, where, wanted=[ZH_EN])
    assert packages.standing(done) is not None
