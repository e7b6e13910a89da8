"""An edition's folder, opened: settings, lexicon, articles, and their layers through the cache."""

from __future__ import annotations

import difflib
import gc
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import __version__, config, works
from duidu.cache import Cache, digest
from duidu.commands.report import Reporter
from duidu.config import EditionConfig, LanguageConfig
from duidu.content.articles import ARTICLES, read_articles
from duidu.content.lexicon import read_lexicon
from duidu.content.pages import page_files
from duidu.content.pictures import read_pictures
from duidu.errors import ConfigError
from duidu.model import Article, Lexicon, Picture, PinyinStyle, ScriptText, Subject, Subjects

if TYPE_CHECKING:
    from duidu.annotators import Annotator
    from duidu.pipeline import AnnotatedArticle
    from duidu.segmentation import Segmenter


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything an edition's folder says; the lexicon knows the names of the bylines too.

    ``pictures`` are by their path.
    """

    root: Path
    config: EditionConfig
    lexicon: Lexicon
    articles: tuple[Article, ...]
    pictures: dict[str, Picture]

    @property
    def language(self) -> str:
        """The language of the translation, which names the folder of the PO files."""
        return self.config.translate.language


def open_workspace(root: Path) -> Workspace:
    """Read settings, lexicon, articles and the sizes of their pictures.

    Raises DuiduError on the first room with faults, naming all of them.
    """
    from duidu.pipeline import with_names

    settings = config.load(root)
    articles = tuple(read_articles(root))
    _check_pages(root, settings)
    pictures = read_pictures(root, articles)
    return Workspace(root, settings, with_names(read_lexicon(root), articles), articles, pictures)


def _check_pages(root: Path, settings: EditionConfig) -> None:
    """Every [[page]] of the settings must exist, as a page or as imported articles."""
    folders = (root / ARTICLES).glob("*/")
    known = {path.stem for path in page_files(root)} | {path.name for path in folders}
    for index, page in enumerate(settings.page):
        if page.id not in known:
            near = difflib.get_close_matches(page.id, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "the id is the page's file name without its ending."
            place = config.place(root, f"page[{index}].id")
            raise ConfigError(f"there is no page '{page.id}'.", hint=hint, ref=place)


# ---------------------------------------------------------------- layers


def annotated(workspace: Workspace, reporter: Reporter) -> tuple[AnnotatedArticle, ...]:
    """The articles with their language layers; what has not changed comes from the cache.

    One process reads them all: it remembers the words it has read, and a second one only reads them again.
    """
    from duidu.pipeline import AnnotatedArticle, annotate

    memory = Cache(workspace.root, AnnotatedArticle)
    common = language_key(workspace)
    keys = {article.key: digest(common, article) for article in workspace.articles}
    found = {key: memory.get(f"layers/{key}", made_from) for key, made_from in keys.items()}
    missing = [article for article in workspace.articles if found[article.key] is None]
    if missing:
        tools = tools_of(workspace)
        with reporter.progress("Reading", len(missing)) as advance:
            for article in missing:
                found[article.key] = annotate(article, *tools)
                memory.put(f"layers/{article.key}", keys[article.key], found[article.key])
                advance(1)
    return tuple(found[article.key] for article in workspace.articles)


def titles(workspace: Workspace) -> dict[str, ScriptText]:
    """The titles of the edition and its pages in every script."""
    from duidu.pipeline import in_every_script, titles_of

    wanted = titles_of(workspace.config, workspace.articles)
    memory = Cache(workspace.root, dict[str, ScriptText])
    key = digest(language_key(workspace), wanted)
    found: dict[str, ScriptText] | None = memory.get("titles", key)
    if found is None:
        tools = tools_of(workspace)
        found = {text: in_every_script(text, language, *tools) for text, language in wanted.items()}
        memory.put("titles", key, found)
    return found


def spellings(workspace: Workspace) -> dict[str, str]:
    """The simplified character of every character that is written otherwise somewhere."""
    memory = Cache(workspace.root, dict[str, str])
    key = language_key(workspace)
    found: dict[str, str] | None = memory.get("spellings", key)
    if found is None:
        from duidu.annotators.variants import spellings as of_all

        found = of_all()
        memory.put("spellings", key, found)
    return found


def subjects(workspace: Workspace, articles: Sequence[AnnotatedArticle]) -> dict[str, Subjects]:
    """What each article is listed by, by its key; names that were seen before come from the cache."""
    from duidu.subjects import names_of, subject, subjects_of

    named = names_of([item.segmented for item in articles])
    wanted = {str(name): name for one in named.values() for name in one.all()}
    memory = Cache(workspace.root, dict[str, Subject])
    key = language_key(workspace)
    table: dict[str, Subject] = memory.get("subjects", key) or {}
    if table.keys() != wanted.keys():
        tools = tools_of(workspace)
        table = {text: table.get(text) or subject(name, *tools) for text, name in wanted.items()}
        memory.put("subjects", key, table)
    own = _own_english(workspace)
    return subjects_of(named, table, own, books=workspace.config.translate.main_language == "en")


def _own_english(workspace: Workspace) -> dict[str, str]:
    """The editor's English of tags, people and places: that of the agreed terms, and of the settings."""
    terms = {term.chinese: term.english[:1].upper() + term.english[1:] for term in workspace.lexicon.terms}
    return terms | workspace.config.tags


def language_key(workspace: Workspace) -> str:
    """Changes with anything that the language layers depend on, but the article."""
    versions = [works.version_of(name) for name in works.LANGUAGE_PACKAGES]
    settings = (workspace.config.language, workspace.config.pinyin)
    return digest(__version__, code_digest(_ROOMS), versions, settings, _corrections(workspace.lexicon))


def _corrections(lexicon: Lexicon) -> list[tuple[str, ...]]:
    """What the lexicon says of language, wherever it stands in its files; terms concern the English alone."""
    return [
        *(("word", line.word, line.tag.value) for line in lexicon.words),
        *(("reading", line.word, line.pinyin, line.context) for line in lexicon.readings),
        *(("variant", line.word, line.language, line.form) for line in lexicon.variants),
        *(("gloss", line.word, *line.senses) for line in lexicon.glosses),
        *(("level", line.word, str(line.level)) for line in lexicon.levels),
    ]


# The rooms that make the layers.
_ROOMS = ("*.py", "segmentation/*.py", "segmentation/*.tsv", "annotators/*.py", "annotators/*.tsv")


@cache
def code_digest(rooms: tuple[str, ...]) -> str:
    """The source of some rooms and their tables, so that a change of a rule is seen without a new version."""
    package = Path(__file__).resolve().parent.parent
    files = sorted(path for room in rooms for path in package.glob(room))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def tools_of(workspace: Workspace) -> tuple[Segmenter, Annotator]:
    """The segmenter and the annotator of this lexicon and these settings, loaded once a process."""
    return language_tools(workspace.lexicon, workspace.config.language, workspace.config.pinyin)


@lru_cache(maxsize=1)
def language_tools(lexicon: Lexicon, language: LanguageConfig, style: PinyinStyle) -> tuple[Segmenter, Annotator]:
    """The same, from the parts of a workspace that they are made of."""
    from duidu.annotators import Annotator, is_common, is_idiom, kind_of_name
    from duidu.segmentation import Segmenter

    annotator = Annotator(
        lexicon,
        language.variants,
        hsk=language.hsk,
        style=style,
        zhuyin=language.taiwan == "zhuyin",
        taiwan_words=language.taiwan_words,
    )
    segmenter = Segmenter(lexicon.words, is_common, kind_of_name, is_idiom)
    _keep_what_is_loaded()
    return segmenter, annotator


@cache
def _keep_what_is_loaded() -> None:
    """Libraries and tables stay to the end: the garbage collector need not look through them again and again.

    Once a process, for tools of a lexicon that has changed since are to go.
    """
    gc.freeze()
