"""What makes the site readable without a network: the list of files, the worker, the zip, the manifests."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from duidu import assets
from duidu.model import OutputFile, Role
from duidu.writers import offline, write_site
from tests.support import article, edition, reading, reading_article, sentence

NOWHERE = Path("/nonexistent")
WORKER = OutputFile("theme/sw.js", b"work();\n")
STYLE = OutputFile("theme/duidu.css", b"p {}\n")


def site(
    *theme: OutputFile, pack: Callable[[tuple[OutputFile, ...]], bytes] | None = offline.packed, text: str = "桥"
) -> dict[str, bytes]:
    item = reading_article(article(text, title="桥"), (Role.PARAGRAPH, [reading(sentence(text, "。"))]))
    files = write_site(edition(item), assets.templates(NOWHERE), theme or (WORKER, STYLE), pack)
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.data for file in files}


def known(files: dict[str, bytes]) -> dict[str, object]:
    """What the build tells the worker."""
    line = files["sw.js"].decode().split("\n")[0]
    found: dict[str, object] = json.loads(line.removeprefix("const EDITION = ").removesuffix(";"))
    return found


def listed(files: dict[str, bytes]) -> dict[str, list[object]]:
    folders = json.loads(files["offline.json"])
    return {f"{folder}{name}": entry for folder, names in folders.items() for name, entry in names.items()}


# ---------------------------------------------------------------- the worker and its list


def test_every_file_is_listed_with_its_digest_and_size() -> None:
    files = site()
    about_all = {"sw.js", "offline.json", "site.zip"}
    assert listed(files) == {
        path: [sha256(data).hexdigest()[:12], len(data)] for path, data in files.items() if path not in about_all
    }
    assert set(files) == {*listed(files), *about_all}


def test_the_worker_lies_at_the_root_and_keeps_what_every_page_needs_from_the_start() -> None:
    files = site()
    assert "theme/sw.js" not in files
    assert files["sw.js"].endswith(b";\nwork();")
    shell = known(files)["shell"]
    assert isinstance(shell, dict)
    fronts = {f"{folder}{name}" for folder in ("", "zh-Hant/") for name in ("index.html", "offline.html")}
    assert {"theme/duidu.css", "ui/zh-Hans.js", "offline.json"} | fronts <= set(shell)
    assert "p/s.html" not in shell
    assert all(sha256(files[path]).hexdigest().startswith(digest) for path, digest in shell.items())
    assert known(files)["folders"] == ["", "zh-Hant/"]


def test_the_version_is_that_of_the_contents() -> None:
    version = known(site())["version"]
    assert known(site())["version"] == version
    assert known(site(pack=None))["version"] != version  # the page no longer offers the zip
    assert known(site(text="路"))["version"] != version
    assert known(site(OutputFile("theme/sw.js", b"other();\n"), STYLE))["version"] != version


def test_a_theme_without_a_worker_has_none() -> None:
    assert {"sw.js", "offline.json"} & set(site(STYLE)) == set()


# ---------------------------------------------------------------- the zip


def test_the_zip_holds_the_site_without_its_worker_and_without_itself() -> None:
    files = site()
    archive = zipfile.ZipFile(io.BytesIO(files["site.zip"]))
    assert archive.testzip() is None
    names = archive.namelist()
    assert names == sorted(names)
    assert set(names) == {f"site/{path}" for path in files if path not in ("sw.js", "offline.json", "site.zip")}
    assert archive.read("site/p/s.html") == files["p/s.html"]
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_offers_the_zip_with_its_size_and_within_the_zip_does_not() -> None:
    files = site()
    size = offline.megabytes(len(files["site.zip"]))
    assert 'href="../site.zip" download' in files["zh-Hant/offline.html"].decode()
    assert f"({size})" in files["offline.html"].decode()
    assert b"site.zip" not in zipfile.ZipFile(io.BytesIO(files["site.zip"])).read("site/offline.html")


def test_without_a_zip_none_is_offered() -> None:
    files = site(pack=None)
    assert "site.zip" not in files
    assert b"site.zip" not in files["offline.html"]


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    files = [OutputFile("b", b"2"), OutputFile("a", b"1")]
    assert offline.packed(files) == offline.packed(reversed(files))


# ---------------------------------------------------------------- the manifests


def test_each_script_has_a_manifest_that_starts_there_and_covers_all() -> None:
    files = site()
    first, other = (json.loads(files[f"{folder}manifest.webmanifest"]) for folder in ("", "zh-Hant/"))
    assert (first["lang"], first["short_name"], first["start_url"], first["scope"]) == ("zh-Hans", "对读", ".", ".")
    assert (other["lang"], other["short_name"], other["start_url"], other["scope"]) == ("zh-Hant", "對讀", ".", "../")


def test_every_icon_of_a_manifest_is_there() -> None:
    theme = assets.theme(NOWHERE)
    files = site(*theme)
    for icon in json.loads(files["zh-Hant/manifest.webmanifest"])["icons"]:
        data = files[icon["src"].removeprefix("../")]
        if icon["type"] == "image/png":
            width = int.from_bytes(data[16:20])
            assert f"{width}x{width}" == icon["sizes"]
    assert b'href="../theme/icon-180.png"' in files["zh-Hant/index.html"]
    assert "theme/icon-180.png" in files


def test_every_page_leads_to_the_one_on_reading_offline() -> None:
    files = site()
    assert b'href="../offline.html"' in files["p/s.html"]
    assert b'href="../../zh-Hant/offline.html"' in files["zh-Hant/p/s.html"]
