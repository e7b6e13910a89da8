"""The files of pictures: their sizes, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.content.articles import ARTICLES
from duidu.content.pictures import published, read_pictures
from duidu.errors import ArticleError, ManyFaultsError
from duidu.model import Block, Picture, Role, SourceRef
from tests.support import HERE, article, picture


def shown(file: str, line: int = 7) -> Block:
    return Block(Role.ALT, "桥", SourceRef(HERE.path, line), file)


def put(root: Path, name: str, data: bytes) -> None:
    (root / ARTICLES / name).parent.mkdir(parents=True, exist_ok=True)
    (root / ARTICLES / name).write_bytes(data)


@pytest.mark.parametrize(
    ("file", "format_"),
    [
        ("bridge.jpg", "JPEG"),
        ("bridge.JPEG", "JPEG"),
        ("bridge.png", "PNG"),
        ("bridge.webp", "WEBP"),
        ("bridge.avif", "AVIF"),
        ("小桥.gif", "GIF"),
    ],
)
def test_size_of_a_picture(tmp_path: Path, file: str, format_: str) -> None:
    data = picture(96, 64, format_)
    put(tmp_path, f"p/{file}", data)
    assert read_pictures(tmp_path, [article("他。", shown(file))]) == {
        f"p/{file}": Picture(f"p/{file}", 96, 64, len(data))
    }


def test_picture_that_a_camera_took_on_its_side_is_upright(tmp_path: Path) -> None:
    put(tmp_path, "p/bridge.jpg", picture(96, 64, "JPEG", turned=True))
    found = read_pictures(tmp_path, [article("他。", shown("bridge.jpg"))])["p/bridge.jpg"]
    assert (found.width, found.height) == (64, 96)


def test_a_picture_of_two_articles_is_published_once(tmp_path: Path) -> None:
    put(tmp_path, "p/bridge.png", picture())
    articles = [article("他。", shown("bridge.png"), slug=slug) for slug in ("a", "b")]
    found = read_pictures(tmp_path, articles)
    files = list(published(tmp_path, [*found.values(), *found.values()]))
    assert [(file.path, file.data) for file in files] == [("p/bridge.png", picture())]


@pytest.mark.parametrize(
    ("there", "data", "what", "hint"),
    [
        ("boat.jpg", b"", "there is no picture 'bridge.jpg'", "copy the picture to content/articles/p/bridge.jpg"),
        ("Bridge.JPG", b"", "there is no picture 'bridge.jpg'", "did you mean 'Bridge.JPG'?"),
        ("bridge-.jpg", b"", "there is no picture 'bridge.jpg'", "did you mean 'bridge-.jpg'?"),
        ("bridge.jpg", b"", "'bridge.jpg' is not a picture", "save it again as one of: JPEG"),
        ("bridge.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "is not a picture", "JPEG"),
        ("bridge.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "is not a picture", "JPEG"),
        ("bridge.jpg", picture(9, 9), "'bridge.jpg' is a PNG picture", "name it bridge.png"),
        ("bridge.jpg", picture(9, 9, "JPEG")[:30], "'bridge.jpg' cannot be read", "save it again"),
    ],
)
def test_fault_with_its_line_and_hint(tmp_path: Path, there: str, data: bytes, what: str, hint: str) -> None:
    put(tmp_path, f"p/{there}", data)
    with pytest.raises(ArticleError) as caught:
        read_pictures(tmp_path, [article("他。", shown("bridge.jpg"))])
    assert what in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.ref == SourceRef(HERE.path, 7)


def test_names_that_differ_in_capitals_only_are_one_file_elsewhere(tmp_path: Path) -> None:
    for name in ("bridge.png", "Bridge.png"):
        put(tmp_path, f"p/{name}", picture())
    with pytest.raises(ArticleError, match="differ in capitals only") as caught:
        read_pictures(tmp_path, [article("他。", shown("bridge.png"), shown("Bridge.png", 9))])
    assert caught.value.ref == SourceRef(HERE.path, 9)


def test_all_faulty_pictures_are_reported_at_once(tmp_path: Path) -> None:
    put(tmp_path, "p/bridge.jpg", b"text")
    with pytest.raises(ManyFaultsError) as caught:
        read_pictures(tmp_path, [article("他。", shown("bridge.jpg"), shown("boat.jpg", 9))])
    assert [error.ref.line for error in caught.value.errors if error.ref] == [7, 9]
