"""The pictures that articles name ─▶ their sizes, and copies for the site; only this file knows imagesize.

A picture lies beside its article, ``content/articles/<page>/bridge.jpg``: so editors and forges show it in the
Markdown, it goes along when the page is renamed, and it has the same address in the site, ``<page>/bridge.jpg``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from duidu.content.articles import ARTICLES
from duidu.errors import ArticleError, DuiduError, raise_all
from duidu.files import read_bytes
from duidu.model import Article, Block, OutputFile, Picture

# How the files of each format begin.
_BEGINNINGS = {
    "JPEG": (rb"\xff\xd8\xff", ("jpg", "jpeg")),
    "PNG": (rb"\x89PNG\r\n\x1a\n", ("png",)),
    "GIF": (rb"GIF8[79]a", ("gif",)),
    "WebP": (rb"RIFF....WEBP", ("webp",)),
    "AVIF": (rb"....ftypavi[fs]", ("avif",)),
}


def read_pictures(root: Path, articles: Sequence[Article]) -> dict[str, Picture]:
    """The pictures of these articles by their path (``page/bridge.jpg``), each once.

    Raises ManyFaultsError, or the one ArticleError, where a file is missing or no such picture.
    """
    pictures: dict[str, Picture] = {}
    errors: list[DuiduError] = []
    for article in articles:
        for block in article.story.blocks:
            path = f"{article.page}/{block.picture}"
            if block.picture is not None and path not in pictures:
                try:
                    pictures[path] = _picture(root / ARTICLES / path, path, block)
                except ArticleError as error:
                    errors.append(error)
    errors += _alike(pictures, articles)
    raise_all(errors)
    return pictures


def _alike(pictures: Mapping[str, Picture], articles: Sequence[Article]) -> Iterator[ArticleError]:
    """Two pictures that other systems, where the zip is unpacked, take for one file."""
    seen: dict[str, str] = {}
    for path in pictures:
        if (other := seen.setdefault(path.casefold(), path)) != path:
            page, _, name = path.partition("/")
            blocks = (block for article in articles if article.page == page for block in article.story.blocks)
            ref = next((block.ref for block in blocks if block.picture == name), None)
            message = f"'{name}' and '{other.partition('/')[2]}' differ in capitals only."
            yield ArticleError(message, hint="rename one of them, on disk and in the article.", ref=ref)


def published(root: Path, pictures: Iterable[Picture]) -> Iterator[OutputFile]:
    """The files of these pictures, as they are published. Raises ArticleError when one cannot be read."""
    for path in dict.fromkeys(picture.path for picture in pictures):
        name = f"{ARTICLES}/{path}"
        yield OutputFile(path, read_bytes(root / name, name, ArticleError))


def _picture(file: Path, path: str, block: Block) -> Picture:
    names = [other.name for other in file.parent.iterdir()]
    if file.name not in names:  # which tells bridge.jpg from Bridge.jpg on every system
        near = difflib.get_close_matches(file.name.lower(), {name.lower(): name for name in names}, n=1, cutoff=0.8)
        meant = next((name for name in names if [name.lower()] == near), None)
        hint = f"did you mean '{meant}'?" if meant else f"copy the picture to {ARTICLES}/{path}"
        raise ArticleError(f"there is no picture '{file.name}' beside the article.", hint=hint, ref=block.ref)
    _check_format(file, block)
    import imagesize  # what most editions need not load

    width, height = imagesize.get(file)
    if min(width, height) < 1:
        hint = "open it with a picture program and save it again, AVIF without a turn of its own."
        raise ArticleError(f"the picture '{file.name}' cannot be read.", hint=hint, ref=block.ref)
    return Picture(path, width, height, file.stat().st_size)


def _check_format(file: Path, block: Block) -> None:
    """A server tells browsers by the ending what a file is, so the two must agree."""
    try:
        with file.open("rb") as handle:
            head = handle.read(16)
    except OSError as error:
        hint = "check the file and its permissions."
        raise ArticleError(f"'{file.name}' cannot be read: {error.strerror}.", hint=hint, ref=block.ref) from None
    for name, (beginning, endings) in _BEGINNINGS.items():
        if re.match(beginning, head, re.DOTALL):
            if file.suffix[1:].lower() in endings:
                return
            hint = f"name it {file.stem}.{endings[0]}, here and on disk."
            raise ArticleError(f"'{file.name}' is a {name} picture.", hint=hint, ref=block.ref)
    hint = f"save it again as one of: {', '.join(_BEGINNINGS)}."
    raise ArticleError(f"'{file.name}' is not a picture that can be published.", hint=hint, ref=block.ref)
