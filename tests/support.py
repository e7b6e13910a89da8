"""What the tests share beside the fixtures: running commands, comparing folders, making small values."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

from duidu.cli import cli
from duidu.model import (
    Article,
    Block,
    Edition,
    EditionPage,
    English,
    Gloss,
    Kind,
    Layers,
    PageInfo,
    PinyinStyle,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    ScriptText,
    Sentence,
    SourceRef,
    Status,
    Story,
    Variant,
    Word,
    WordTag,
)
from duidu.text import has_han
from duidu.writers.interface import Interface
from duidu.writers.links import Context
from duidu.writers.survey import Survey

# Derandomised: the same examples on every machine, so that a red run can be repeated.
PROPERTY = settings(
    derandomize=True,
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

HERE = SourceRef("content/articles/p/s.md", 1)
FAULT_LINE = re.compile(
    r"(?P<file>[^:\n]+)(?::(?P<line>\d+)|(?<=^content/pages)): (?P<what>\S.*?) Hint: (?P<hint>\S.*)"
)


# ---------------------------------------------------------------- running commands


def duidu(root: Path, *arguments: str) -> Result:
    """Run a command in an edition."""
    return CliRunner().invoke(cli, ["--root", str(root), *arguments])


def build(root: Path) -> None:
    """A good site of the edition, without an engine's English."""
    set_engine(root, "none")
    result = duidu(root, "--quiet", "all")
    assert result.exit_code == 0, result.output


def set_engine(root: Path, name: str) -> None:
    settings_file = root / "content/edition.toml"
    text = settings_file.read_text(encoding="utf-8")
    settings_file.write_text(re.sub(r'engine = "\w+"', f'engine = "{name}"', text), encoding="utf-8")


def faults(result: Result) -> list[tuple[str, int, str, str]]:
    """File, line (0: a folder), fact and hint of every line on standard error; all of it must be such lines."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    lines = result.stderr.splitlines()
    matches = [FAULT_LINE.fullmatch(line) for line in lines]
    assert all(matches), lines
    return [(match["file"], int(match["line"] or 0), match["what"], match["hint"]) for match in matches if match]


# ---------------------------------------------------------------- files


def snapshot(*folders: Path) -> dict[Path, bytes | None]:
    """The bytes of every file in these folders (None for a folder), and of the folders that are files."""
    found: dict[Path, bytes | None] = {}
    for folder in folders:
        for path in (folder, *sorted(folder.rglob("*"))):
            found[path] = path.read_bytes() if path.is_file() else None
    return found


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def edit(path: Path, before: str, after: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {path}"
    path.write_text(text.replace(before, after), encoding="utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def line_of(path: Path, text: str) -> int:
    """The number of the only line that begins with this text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found = [number for number, line in enumerate(lines, start=1) if line.startswith(text)]
    assert len(found) == 1, f"{text!r} begins {len(found)} lines of {path}"
    return found[0]


def picture(width: int = 640, height: int = 400, format_: str = "PNG", *, turned: bool = False) -> bytes:
    """A picture of our own making: a bridge, drawn in three strokes. ``turned``: a camera says that it lies on its
    side."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), "#dfe8ea")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 3 // 4, width, height), fill="#7b9aa6")
    draw.arc((width // 8, height // 3, width * 7 // 8, height * 5 // 4), 180, 360, fill="#5d564c", width=height // 20)
    draw.rectangle((0, height // 3, width, height * 2 // 5), fill="#a3231f")
    exif = Image.Exif()
    exif[0x0112] = 6 if turned else 1
    buffer = io.BytesIO()
    image.save(buffer, format_, exif=exif)
    return buffer.getvalue()


# ---------------------------------------------------------------- a translation engine


@dataclass
class FakeEngine:
    """An engine that is always there; with ``stop_after`` it breaks off after so many sentences."""

    name: str = "Fake 1.0"
    stop_after: int | None = None

    def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
        for index, sentence in enumerate(sentences):
            if index == self.stop_after:
                raise KeyboardInterrupt
            yield index, f"English of {sentence}"


# ---------------------------------------------------------------- values


def block(text: str, role: Role = Role.PARAGRAPH, line: int = 1) -> Block:
    return Block(role, text, replace(HERE, line=line))


def story(*texts: str | Block, kind: Kind = Kind.ARTICLE, title: str | None = None, **head: object) -> Story:
    """A story of these paragraphs; ``head`` sets its other fields."""
    blocks = tuple(text if isinstance(text, Block) else block(text) for text in texts)
    plain = Story(kind, None, None, title, None, (), None, None, blocks, HERE)
    return replace(plain, **head)  # type: ignore[arg-type]


def article(*texts: str | Block, page: str = "p", order: int = 1, slug: str = "s", **story_fields: object) -> Article:
    return Article(page, order, slug, story(*texts, **story_fields))  # type: ignore[arg-type]


def sentence(
    *words: str, context: str = "paragraph", tag: WordTag | None = None, language: str = "zh-Hans"
) -> Sentence:
    """A sentence of these words; what holds no Han character is no word."""
    tagged = tuple(Word(word, tag or (WordTag.WORD if has_han(word) else WordTag.OTHER)) for word in words)
    return Sentence(context, "".join(words), tagged, HERE, language)


def layers(
    count: int,
    *,
    pinyin: Iterable[str] = (),
    doubts: Iterable[tuple[str, ...]] = (),
    glosses: Iterable[Gloss | None] = (),
    levels: Iterable[int | None] = (),
    other_levels: Iterable[int | None] = (),
    variants: tuple[Variant, ...] = (),
) -> Layers:
    """Layers of ``count`` words; what is not given is empty."""
    return Layers(
        pinyin=tuple(pinyin) or ("",) * count,
        doubts=tuple(doubts) or ((),) * count,
        glosses=tuple(glosses) or (None,) * count,
        levels=tuple(levels) or (None,) * count,
        other_levels=tuple(other_levels) or (None,) * count,
        variants=variants,
    )


def reading(
    item: Sentence, *, english: str = "", status: Status = Status.MISSING, note: str = "", **given: object
) -> ReadingSentence:
    """A sentence with its layers and its English."""
    return ReadingSentence(item, layers(len(item.words), **given), English(english, status, note))  # type: ignore[arg-type]


def reading_article(base: Article, *blocks: tuple[Role, Iterable[ReadingSentence]]) -> ReadingArticle:
    """An article whose blocks hold these sentences."""
    made = tuple(
        ReadingBlock(Block(role, "".join(item.sentence.text for item in items), HERE), tuple(items))
        for role, items in ((role, tuple(items)) for role, items in blocks)
    )
    return ReadingArticle(base, made)


def edition(*articles: ReadingArticle, **fields: object) -> Edition:
    """An edition of these articles, a page a folder; ``fields`` sets its other fields."""
    by_page: dict[str, list[ReadingArticle]] = {}
    for item in articles:
        by_page.setdefault(item.article.page, []).append(item)
    pages = tuple(
        EditionPage(
            PageInfo(id_, ScriptText(f"版 {id_}", (("zh-Hant", f"版 {id_}"),)), f"Page {id_}", ""), tuple(items)
        )
        for id_, items in by_page.items()
    )
    plain = Edition(
        title=ScriptText("对读", (("zh-Hant", "對讀"),)),
        title_en="Side by side",
        publisher="",
        rights="",
        site_url="",
        variants=("zh-Hans", "zh-Hant"),
        hsk="2025",
        style=PinyinStyle(),
        pages=pages,
        credits=(),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def context(whole: Edition, language: str = "zh-Hans") -> Context:
    """What the pages of a script are made from, with an English interface."""
    return Context(whole, Survey(whole), language, Interface("en"))
