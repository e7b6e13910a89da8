"""``content/edition.toml`` ─▶ EditionConfig: about twenty typed keys; an unknown key is an error with a suggestion."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from duidu import typed
from duidu.errors import ConfigError, FolderError
from duidu.files import read_text
from duidu.model import SourceRef

EDITION_FILE = "content/edition.toml"

VariantTag = Literal["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]


@dataclass(frozen=True, slots=True)
class TitleConfig:
    """``[edition]``: what the edition is called and whose it is."""

    title: str = "对读"
    title_en: str = "A bilingual reading edition"
    publisher: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """``[language]``: the scripts that are published, the first as the site's own, and the HSK list."""

    variants: tuple[VariantTag, ...] = ("zh-Hans", "zh-Hant")
    hsk: Literal["2.0", "2021", "2025"] = "2025"


@dataclass(frozen=True, slots=True)
class TranslateConfig:
    """``[translate]``: how machine English is made."""

    engine: Literal["argos", "none"] = "argos"
    beam_size: int = 4
    device: Literal["auto", "cpu", "cuda"] = "auto"


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """``[site]``: the address it is published at (empty: unknown), what a new reader sees, the weight limit."""

    url: str = ""
    pinyin: bool = True
    english: bool = True
    max_page_kb: int = 40


@dataclass(frozen=True, slots=True)
class PageConfig:
    """``[[page]]``: a newspaper page, ``id`` being the stem of its file; the order here is the order shown."""

    id: str
    title: str = ""
    title_en: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class EditionConfig:
    """All settings of an edition, each with its default."""

    edition: TitleConfig = field(default_factory=TitleConfig)
    language: LanguageConfig = field(default_factory=LanguageConfig)
    translate: TranslateConfig = field(default_factory=TranslateConfig)
    site: SiteConfig = field(default_factory=SiteConfig)
    page: tuple[PageConfig, ...] = ()


def find_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` that holds an edition. Raises FolderError."""
    for folder in (start, *start.parents):
        if (folder / EDITION_FILE).is_file():
            return folder
    raise FolderError(
        f"there is no {EDITION_FILE} here or above {start.name or start}.",
        hint="go to your edition's folder, name it with --root, or start one with: duidu new DIR",
    )


def load(root: Path) -> EditionConfig:
    """The edition's settings. Raises ConfigError with file and line.

    >>> import tempfile; folder = Path(tempfile.mkdtemp()); (folder / "content").mkdir()
    >>> _ = (folder / EDITION_FILE).write_text('[edition]\\ntitel = "x"\\n')
    >>> load(folder)
    Traceback (most recent call last):
    duidu.errors.ConfigError: content/edition.toml:2: unknown key 'titel'. Hint: did you mean 'title'?
    """
    text = read_text(root / EDITION_FILE, EDITION_FILE, ConfigError)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(error, text) from None
    _check_keys(data, EditionConfig, "", text)
    try:
        config = typed.convert(data, EditionConfig)
    except typed.MismatchError as error:
        hint = "see the table of settings in the README."
        raise ConfigError(f"{error.path or 'settings'}: {error}.", hint=hint, ref=_ref(text, error.path)) from None
    _check_values(config, text)
    return config


def _check_values(config: EditionConfig, text: str) -> None:
    variants = config.language.variants
    if not variants or variants[0] != "zh-Hans" or len(set(variants)) != len(variants):
        raise ConfigError(
            f"variants = {list(variants)} cannot be published.",
            hint='begin with "zh-Hans", the script of the sources, and name each variant once.',
            ref=_ref(text, "language.variants"),
        )
    if config.translate.beam_size < 1:
        raise ConfigError(
            "beam_size must be 1 or more.", hint="4 is a good value.", ref=_ref(text, "translate.beam_size")
        )
    if config.site.url and not re.match(r"https?://[^\s]+$", config.site.url):
        raise ConfigError(
            f"url = {config.site.url!r} is no web address.",
            hint='write it whole, as in "https://name.github.io/edition/".',
            ref=_ref(text, "site.url"),
        )
    ids = [page.id for page in config.page]
    doubled = next((id_ for id_ in ids if ids.count(id_) > 1), None)
    if doubled is not None:
        raise ConfigError(
            f"page '{doubled}' stands here twice.", hint="keep one [[page]] an id.", ref=_ref(text, "page.id")
        )


def _syntax_error(error: tomllib.TOMLDecodeError, text: str) -> ConfigError:
    match = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(match.group(1)) if match else text.count("\n") + 1
    message = re.sub(r"\s*\(at [^)]*\)$", "", str(error))
    return ConfigError(
        f"this is no TOML: {message}.", hint='a line reads: key = "value"', ref=SourceRef(EDITION_FILE, line)
    )


def _check_keys(data: dict[str, Any], type_: type, path: str, text: str) -> None:
    hints = get_type_hints(type_)
    known = [item.name for item in fields(type_)]
    for key, value in data.items():
        here = f"{path}.{key}".lstrip(".")
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"
            raise ConfigError(f"unknown key '{key}'.", hint=hint, ref=_ref(text, here))
        inner = hints[key] if is_dataclass(hints[key]) else (get_args(hints[key]) or (None,))[0]
        if isinstance(inner, type) and is_dataclass(inner):
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    _check_keys(part, inner, here, text)


def _ref(text: str, path: str) -> SourceRef:
    """The line of ``table.key``: TOML readers keep no places, so the key is looked up in the text."""
    *tables, key = path.split(".") if path else [""]
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        header = re.match(r"\s*\[+\s*([\w.-]+)\s*\]+", line)
        if header:
            table = header.group(1)
            if table == path:
                return SourceRef(EDITION_FILE, number)
        elif table == ".".join(tables) and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return SourceRef(EDITION_FILE, number)
    return SourceRef(EDITION_FILE, 1)
