"""``content/edition.toml`` ─▶ EditionConfig: about twenty typed keys; an unknown key is an error with a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from duidu import toml
from duidu.errors import ConfigError, FolderError
from duidu.files import read_text
from duidu.model import Choices, PinyinStyle, SourceRef

EDITION_FILE = "content/edition.toml"

VariantTag = Literal["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Latn-pinyin"]


@dataclass(frozen=True, slots=True)
class TitleConfig:
    """``[edition]``: what the edition is called and whose it is."""

    title: str = "对读"
    title_en: str = "A bilingual reading edition"
    publisher: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """``[language]``: the scripts that are published, the first as the site's own, and the HSK list.

    ``taiwan`` is what stands over the characters of ``zh-Hant-TW``; ``taiwan_words``: with Taiwan's vocabulary.
    """

    variants: tuple[VariantTag, ...] = ("zh-Hans", "zh-Hant")
    hsk: Literal["2.0", "2021", "2025"] = "2025"
    taiwan: Literal["pinyin", "zhuyin"] = "pinyin"
    taiwan_words: bool = False


@dataclass(frozen=True, slots=True)
class TranslateConfig:
    """``[translate]``: the language of the translation (BCP 47), and how machine English is made.

    ``sha256`` pins the archives of the engine's packages.
    """

    language: str = "en"
    engine: Literal["argos", "none"] = "argos"
    beam_size: int = 4
    device: Literal["auto", "cpu", "cuda"] = "auto"
    sha256: str | tuple[str, ...] = ()

    @property
    def main_language(self) -> str:
        """The language without script and region, as engines know it: ``pt`` of ``pt-BR``."""
        return self.language.partition("-")[0]

    @property
    def pins(self) -> tuple[str, ...]:
        """The SHA-256s, in lower case, that the archives of packages must have; () when any will do."""
        pins = (self.sha256,) if isinstance(self.sha256, str) else self.sha256
        return tuple(pin.lower() for pin in pins if pin)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """``[site]``: the address it is published at (empty: unknown), what a new reader sees, the weight limits.

    ``interface``: the language of labels and help is that of the page's script, or English everywhere.
    ``zip``: whether the whole site is offered as one file.
    """

    url: str = ""
    pinyin: bool | Literal["all", "above", "unknown", "peek", "off"] = True
    level: int = 4
    running: bool = False
    english: bool | Literal["below", "beside", "tap", "off"] = True
    tones: bool = False
    max_page_kb: int = 40
    max_picture_kb: int = 500
    max_site_mb: int = 1000
    interface: Literal["variant", "en"] = "variant"
    zip: bool = True

    @property
    def choices(self) -> Choices:
        """What a new reader sees; ``true`` and ``false`` are the plain ways to say shown and not shown.

        >>> SiteConfig(pinyin=False, english=True).choices
        Choices(pinyin='off', level=4, running=False, english='below', tones=False)
        """
        pinyin = ("all" if self.pinyin else "off") if isinstance(self.pinyin, bool) else self.pinyin
        english = ("below" if self.english else "off") if isinstance(self.english, bool) else self.english
        return Choices(pinyin, self.level, self.running, english, self.tones)


@dataclass(frozen=True, slots=True)
class PageConfig:
    """``[[page]]``: a newspaper page, ``id`` being the stem of its file; the order here is the order shown."""

    id: str
    title: str = ""
    title_en: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class EditionConfig:
    """All settings of an edition, each with its default; ``tags`` gives tags their English."""

    edition: TitleConfig = field(default_factory=TitleConfig)
    language: LanguageConfig = field(default_factory=LanguageConfig)
    pinyin: PinyinStyle = field(default_factory=PinyinStyle)
    translate: TranslateConfig = field(default_factory=TranslateConfig)
    site: SiteConfig = field(default_factory=SiteConfig)
    page: tuple[PageConfig, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)


def find_root(start: Path, *, upwards: bool = True) -> Path:
    """The nearest folder at ``start``, or above it, that holds an edition. Raises FolderError."""
    for folder in (start, *start.parents) if upwards else (start,):
        if (folder / EDITION_FILE).is_file():
            return folder
    above = " or above it" if upwards else ""
    raise FolderError(
        f"there is no {EDITION_FILE} in {start.name or start}{above}.",
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
    config = toml.load(text, EditionConfig, EDITION_FILE, ConfigError)
    _check_values(config, text)
    return config


def _check_values(config: EditionConfig, text: str) -> None:
    for path, message, hint in _faults(config):
        raise ConfigError(message, hint=hint, ref=toml.place(text, path, EDITION_FILE))


_LIMITS = {
    "max_page_kb": "40 is a good value.",
    "max_picture_kb": "500 is a good value.",
    "max_site_mb": "1000 is what GitHub Pages takes.",
}


def _faults(config: EditionConfig) -> Iterator[tuple[str, str, str]]:
    """What the types cannot say: path, message, hint."""
    variants = config.language.variants
    if not variants or variants[0] != "zh-Hans" or len(set(variants)) != len(variants):
        hint = 'begin with "zh-Hans", the script of the sources, and name each variant once.'
        yield "language.variants", f"variants = {list(variants)} cannot be published.", hint
    yield from _translation_faults(config.translate)
    if not 1 <= config.site.level <= 6:
        yield "site.level", f"level = {config.site.level} is no HSK level.", "write a number from 1 to 6."
    for limit, hint in _LIMITS.items():
        if getattr(config.site, limit) < 1:
            yield f"site.{limit}", f"{limit} must be 1 or more.", hint
    if config.site.url and not re.fullmatch(r"https?://[^\s\"'<>]+", config.site.url):
        hint = 'write it whole, as in "https://name.github.io/edition/".'
        yield "site.url", f"url = {config.site.url!r} is not a web address.", hint
    for index, page in enumerate(config.page):
        if page.date and not _is_date(page.date):
            hint = 'write it as in "2026-04-05", "2026-04" or "2026".'
            yield f"page[{index}].date", f"date = {page.date!r} is not a date.", hint
    ids = [page.id for page in config.page]
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            yield f"page[{index}].id", f"page '{id_}' stands here twice.", "keep one [[page]] an id."


def _translation_faults(translate: TranslateConfig) -> Iterator[tuple[str, str, str]]:
    if not _is_language(translate.language):
        hint = 'write its code of ISO 639-1, as in "en", or a tag of BCP 47, as in "pt-BR"; it cannot be Chinese.'
        yield "translate.language", f"language = {translate.language!r} is no language to translate into.", hint
    if translate.beam_size < 1:
        yield "translate.beam_size", "beam_size must be 1 or more.", "4 is a good value."
    if not all(re.fullmatch(r"[0-9a-f]{64}", pin) for pin in translate.pins):
        yield "translate.sha256", "sha256 must be 64 hexadecimal digits.", "engine status tells that of a package."


def _is_date(text: str) -> bool:
    """Whether this is a day, a month or a year of the calendar as ISO 8601 writes them.

    >>> [_is_date(text) for text in ("2021-07-09", "2021-07", "2021", "2021-02-30", "2021-7-9")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text, re.ASCII):
        return False
    try:
        return bool(date.fromisoformat(text + "0001-01-01"[len(text) :]))
    except ValueError:
        return False


def _is_language(tag: str) -> bool:
    """Whether this is a language tag as one writes it, for a language other than Chinese.

    >>> [_is_language(tag) for tag in ("en", "pt-BR", "english", "EN", "zh-Hant", "../en")]
    [True, True, False, False, False, False]
    """
    if tag == "en":
        return True
    import langcodes  # what most editions need not load

    known = langcodes.tag_is_valid(tag) and langcodes.standardize_tag(tag) == tag
    return known and tag.partition("-")[0] not in ("zh", "cmn")


def place(root: Path, path: str) -> SourceRef:
    """The line of a key of ``edition.toml``, as in ``page[1].id``."""
    return toml.place(read_text(root / EDITION_FILE, EDITION_FILE, ConfigError), path, EDITION_FILE)
