"""Pages are read as they are, and what is no text is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.content.pages import PAGES, page_files, read_pages
from duidu.errors import DuiduError, ManyFaultsError, PageError
from duidu.files import sha256


def write(root: Path, **pages: bytes) -> None:
    folder = root / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pages.items():
        (folder / f"{name}.txt").write_bytes(data)


def refused(root: Path) -> DuiduError:
    with pytest.raises(PageError) as caught:
        read_pages(root, {".txt"})
    return caught.value


def test_a_page_is_its_text_its_name_and_its_digest(tmp_path: Path) -> None:
    data = "他来了。\n".encode()
    write(tmp_path, qingshi=data)
    ((page, digest),) = read_pages(tmp_path, {".txt"})
    assert (page.id, page.text, page.path) == ("qingshi", "他来了。\n", "content/pages/qingshi.txt")
    assert digest == sha256(data)


def test_byte_order_mark_and_line_ends_of_other_systems_are_read(tmp_path: Path) -> None:
    write(tmp_path, a="\ufeff他\r\n来\r了\n".encode())
    assert read_pages(tmp_path, {".txt"})[0][0].text == "他\n来\n了\n"


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


@pytest.mark.parametrize(
    ("data", "line", "what", "hint"),
    [
        (b"a\nb\x00c\n", 2, "U+0000", "control|export"),
        ("好\n".encode() + "坏\n".encode("gb18030"), 2, "0xbb is not UTF-8", "iconv"),
        ("好\n".encode("utf-16"), 1, "0xff is not UTF-8", "iconv"),
        ("好".encode()[:2], 1, "is not UTF-8", "iconv"),
        (b"", 1, "empty", "take the file away"),
        (" \n\u3000\n\n".encode(), 1, "empty", "put the page's text in"),
        ("\ufeff".encode(), 1, "empty", "take the file away"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path, data: bytes, line: int, what: str, hint: str) -> None:
    write(tmp_path, bad=data)
    error = refused(tmp_path)
    assert str(error.ref) == f"content/pages/bad.txt:{line}"
    assert what in error.message
    assert any(part in error.hint for part in hint.split("|"))


@pytest.mark.parametrize("name", ["theme", "Theme", "zh-Hant", "zh-hant-tw"])
def test_page_named_like_a_folder_of_the_site_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, **{name: b"a"})
    error = refused(tmp_path)
    assert f"cannot be called '{name}'" in error.message
    assert str(error.ref) == f"content/pages/{name}.txt:1"


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path, Page=b"a", page=b"b")
    error = refused(tmp_path)
    assert "content/pages/Page.txt" in error.message
    assert str(error.ref) == "content/pages/page.txt:1"


def test_all_faulty_pages_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, a=b"\x00", b=b"good", c=b"")
    with pytest.raises(ManyFaultsError) as caught:
        read_pages(tmp_path, {".txt"})
    assert [str(error.ref) for error in caught.value.errors] == ["content/pages/a.txt:1", "content/pages/c.txt:1"]


def test_page_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")

    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)  # as root, a test cannot take a permission away
    assert "Permission denied" in refused(tmp_path).message


def test_form_feed_between_pages_of_an_extraction_is_a_line_end(tmp_path: Path) -> None:
    write(tmp_path, a="一\f二".encode())
    assert read_pages(tmp_path, {".txt"})[0][0].text == "一\n二"


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a"])
def test_file_that_no_importer_reads_is_refused_before_it_is_decoded(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / PAGES / name).write_bytes(b"\xff\x00")
    with pytest.raises(PageError, match="no importer reads"):
        read_pages(tmp_path, {".txt"})


def test_backups_of_an_editor_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / PAGES / "a.txt~").write_bytes(b"x")
    assert read_pages(tmp_path, {".txt"}) == []
