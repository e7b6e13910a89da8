"""Pages are read as they are: bytes, their name and their digest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from duidu.content.pages import LARGEST_DOCUMENT, LARGEST_TEXT, PAGES, page_files, page_folders, read_pages
from duidu.errors import DuiduError, ManyFaultsError, PageError
from duidu.files import sha256
from duidu.importers import IMPORTERS


def write(root: Path, **pages: bytes) -> None:
    folder = root / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pages.items():
        (folder / f"{name}.txt").write_bytes(data)


def refused(root: Path) -> DuiduError:
    with pytest.raises(PageError) as caught:
        read_pages(root, {".txt"})
    return caught.value


@pytest.mark.parametrize("data", ["\ufeff他来了。\r\n".encode(), "他来了。".encode("gb18030"), b"\x00\xff", b""])
def test_a_page_is_its_bytes_its_name_and_its_digest(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, qingshi=data)
    ((page, digest),) = read_pages(tmp_path, {".txt"})
    assert (page.id, page.data, page.path) == ("qingshi", data, "content/pages/qingshi.txt")
    assert digest == sha256(data)
    assert (tmp_path / PAGES / "qingshi.txt").read_bytes() == data


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.html", "a.htm", "a.md", "a.markdown", "a.docx", "a.pdf"])
def test_every_format_that_an_importer_reads_is_a_page(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / PAGES / name).write_bytes(b"x")
    ((page, _),) = read_pages(tmp_path, IMPORTERS)
    assert (page.id, page.path) == ("a", f"content/pages/{name}")


def test_pages_come_by_name(tmp_path: Path) -> None:
    write(tmp_path, b=b"b", a=b"a", c=b"c")
    assert [page.id for page, _ in read_pages(tmp_path, {".txt"})] == ["a", "b", "c"]


def test_hidden_files_readme_files_and_folders_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path, a=b"a", README=b"x", readme=b"x")
    (tmp_path / PAGES / ".hidden.txt").write_bytes(b"\x00")
    (tmp_path / PAGES / "README.md").write_bytes(b"\x00")
    (tmp_path / PAGES / "folder").mkdir()
    assert [path.name for path in page_files(tmp_path)] == ["a.txt"]


def test_no_folder_is_no_pages(tmp_path: Path) -> None:
    assert read_pages(tmp_path, {".txt"}) == []


@pytest.mark.parametrize("name", ["theme", "Theme", "zh-Hant", "zh-hant-tw", "imported"])
def test_page_named_like_a_folder_of_the_site_or_of_the_memory_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, **{name: b"a"})
    error = refused(tmp_path)
    assert f"cannot be called '{name}'" in error.message
    assert str(error.ref) == f"content/pages/{name}.txt:1"


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path, Page=b"a", page=b"b")
    error = refused(tmp_path)
    assert "content/pages/Page.txt" in error.message
    assert str(error.ref) == "content/pages/page.txt:1"


def test_two_ways_to_write_an_accent_are_one_name(tmp_path: Path) -> None:
    """On a Mac they are one file."""
    write(tmp_path)
    for name in ("caf\u00e9", "cafe\u0301"):
        (tmp_path / PAGES / f"{name}.txt").write_bytes(b"x")
    assert "has the same name as" in refused(tmp_path).message


@pytest.mark.parametrize("other", ["page.pdf", "page.html", "PAGE.txt"])
def test_a_page_in_two_formats_is_refused(tmp_path: Path, other: str) -> None:
    write(tmp_path, page=b"a")
    (tmp_path / PAGES / other).write_bytes(b"a")
    with pytest.raises(PageError, match="has the same name as"):
        read_pages(tmp_path, IMPORTERS)


def test_all_faulty_pages_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, theme=b"x", b=b"good")
    (tmp_path / PAGES / "a.jpg").write_bytes(b"x")
    with pytest.raises(ManyFaultsError) as caught:
        read_pages(tmp_path, {".txt"})
    assert [str(error.ref) for error in caught.value.errors] == ["content/pages/a.jpg:1", "content/pages/theme.txt:1"]


@pytest.mark.parametrize(
    ("name", "largest"), [("a.txt", LARGEST_TEXT), ("a.html", LARGEST_TEXT), ("a.pdf", LARGEST_DOCUMENT)]
)
def test_what_is_too_large_for_a_page_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, largest: int
) -> None:
    write(tmp_path)
    path = tmp_path / PAGES / name
    with path.open("wb") as handle:
        handle.truncate(largest)  # takes no space on the disk
    assert len(read_pages(tmp_path, IMPORTERS)[0][0].data) == largest
    with path.open("wb") as handle:
        handle.truncate(largest + 100_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(
        PageError, match=f"{largest // 1_000_000}.1 MB, a page at most {largest // 1_000_000}"
    ) as caught:
        read_pages(tmp_path, IMPORTERS)
    assert str(caught.value.ref) == f"content/pages/{name}:1"
    assert "split it" in caught.value.hint


def test_folder_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")

    def denied(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", denied)
    error = refused(tmp_path)
    assert (str(error.ref), "Permission denied" in error.message) == ("content/pages", True)


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / PAGES).parent.mkdir()
    (tmp_path / PAGES).write_text("a file", encoding="utf-8")
    assert str(refused(tmp_path).ref) == "content/pages"


def test_folders_that_nobody_reads_are_known(tmp_path: Path) -> None:
    write(tmp_path, a=b"a")
    (tmp_path / PAGES / "b.html").write_bytes(b"x")
    for name in ("a2", "b_files", "b-Dateien", ".git"):
        (tmp_path / PAGES / name).mkdir()
    assert [path.name for path in page_folders(tmp_path)] == ["a2"]
    assert page_folders(tmp_path / "nowhere") == []


def test_page_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")

    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)  # as root, a test cannot take a permission away
    assert "Permission denied" in refused(tmp_path).message


@pytest.mark.parametrize("name", ["a.doc", "a.jpg", "a"])
def test_file_that_no_importer_reads_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / PAGES / name).write_bytes(b"\xff\x00")
    with pytest.raises(PageError, match="no importer reads") as caught:
        read_pages(tmp_path, IMPORTERS)
    assert "NAME.txt" in caught.value.hint
    assert ".docx" in caught.value.hint


@pytest.mark.parametrize("name", ["a.txt~", "~$a.docx", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini"])
def test_backups_locks_and_what_windows_puts_there_are_no_pages(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / PAGES / name).write_bytes(b"x")
    assert read_pages(tmp_path, {".txt"}) == []
