"""The steps in reading order, without files: what goes in comes from the arguments, what comes out is returned.

RawPage ─import─▶ Article ─segment, annotate─▶ AnnotatedArticle ─merge─▶ Catalogue ─▶ Edition
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from duidu.annotators import (
    Annotator,
    EnglishReader,
    ascii_syllables,
    languages_of,
    lost_on_the_way_back,
    simplified,
)
from duidu.checks import LostForm
from duidu.config import EditionConfig, PageConfig
from duidu.content import PAGE_ITSELF
from duidu.importers import CutsWord, import_page
from duidu.model import (
    PINYIN,
    Article,
    Catalogue,
    Credit,
    Edition,
    EditionPage,
    Fault,
    ImportedPage,
    Kind,
    Layers,
    Lexicon,
    PageInfo,
    Picture,
    RawPage,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    ScriptText,
    SegmentedArticle,
    Sentence,
    SourceRef,
    Status,
    Story,
    Subjects,
    Variant,
    WordLine,
    WordTag,
)
from duidu.segmentation import WORD_REACH, Segmenter, mark_at_break, segment_article, split_sentences

NO_SUBJECTS = Subjects()
# An address of about this many letters still fits a line of a mail; words are never cut.
LONGEST_SLUG = 60
# The stories of a page and what each is called by ─▶ the slugs that some of these names have from an earlier import.
KnownSlugs = Callable[[Sequence[Story], Sequence[str]], Mapping[str, str]]


# ---------------------------------------------------------------- pages ─▶ articles


def imported(
    page: RawPage, segmenter: Segmenter, known: KnownSlugs, names_taken: Iterable[str] = ()
) -> tuple[tuple[Article, ...], ImportedPage]:
    """The articles of a raw page with their order and slugs, and what the importer said of the page.

    ``known`` tells which stories have a slug from an earlier import, by the text they are called by: those stay as
    they are, whatever words the lexicon has learnt since. ``names_taken`` belong to other files of the page.
    """
    found = read_page(page, segmenter)
    names = names_of(found.stories)
    slugs = known(found.stories, names)
    taken = {*slugs.values(), *names_taken, PAGE_ITSELF}
    articles = []
    for order, (story, name) in enumerate(zip(found.stories, names, strict=True), start=1):
        slug = slugs.get(name) or free_name(slug_of(name, segmenter, story.language), taken)
        taken.add(slug)
        articles.append(Article(page.id, order, slug, story))
    return tuple(articles), found


def read_page(page: RawPage, segmenter: Segmenter) -> ImportedPage:
    """The stories of a raw page in the languages they are printed in, and each decision that made them."""
    found = import_page(page, _cuts_word(segmenter))
    return replace(found, stories=with_languages(found.stories))


def _cuts_word(segmenter: Segmenter) -> CutsWord:
    """The segmenter's word on a break, asked in simplified characters: nobody knows yet what the page is printed in."""

    def cuts_word(before: str, after: str) -> bool:
        if mark_at_break(before, after):  # which is the same in both scripts
            return False
        before, after = before[-WORD_REACH:], after[:WORD_REACH]
        plain = simplified(before + after, "zh-Hant")
        if len(plain) == len(before) + len(after):
            before, after = plain[: len(before)], plain[len(before) :]
        return segmenter.cuts_word(before, after)

    return cuts_word


def with_languages(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories of a page, each in the language that its characters tell."""
    languages = languages_of(["\n".join(block.text for block in story.texts()) for story in stories])
    return tuple(replace(story, language=language) for story, language in zip(stories, languages, strict=True))


def names_of(stories: Iterable[Story]) -> tuple[str, ...]:
    """What each story is called by on its page: its title or first sentence, numbered where it comes again."""
    taken: set[str] = set()
    names = []
    for story in stories:
        name = free_name(name_of(story), taken)
        taken.add(name)
        names.append(name)
    return tuple(names)


def name_of(story: Story) -> str:
    """The text a story is called by: its title, or its first sentence; what a picture shows is no text of the page."""
    if story.title:
        return story.title
    texts = (block.text for block in story.blocks if block.role is not Role.ALT)
    return next((split_sentences(text)[0] for text in texts), story.kind.value)


def slug_of(text: str, segmenter: Segmenter, language: str = "zh-Hans") -> str:
    """A readable ASCII name: the pinyin of a title or sentence, word by word.

    用心用情服务群众 ─▶ ``yongxin-yongqing-fuwu-qunzhong``
    """
    words = segmenter.words(simplified(text, language))
    slug = ""
    for part in filter(None, (ascii_syllables(word.text) or _plain(word.text) for word in words)):
        longer = f"{slug}-{part}" if slug else part[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        slug = longer
    return slug or "item"


def _plain(word: str) -> str:
    return "".join(char for char in word.lower() if char.isascii() and char.isalnum())


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or the name with the lowest number that is free.

    >>> free_name("a", {"a", "b"}), free_name("c", {"a"})
    ('a-2', 'c')
    """
    numbered = (f"{name}-{number}" for number in itertools.count(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)


# ---------------------------------------------------------------- articles ─▶ layers


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article in words, with the language layers of each sentence, block by block."""

    segmented: SegmentedArticle
    layers: tuple[tuple[Layers, ...], ...]

    @property
    def article(self) -> Article:
        return self.segmented.article


def with_names(lexicon: Lexicon, articles: Iterable[Article]) -> Lexicon:
    """The lexicon with the people of the bylines as words; the editor's own lines come last and win.

    Names of two characters are left to the bylines themselves: too many are common words (高峰, 方向).
    """
    names = sorted({name for article in articles for name in article.story.authors if len(name) > 2})
    nowhere = SourceRef("", 0)
    return replace(lexicon, words=tuple(WordLine(name, WordTag.PERSON, nowhere) for name in names) + lexicon.words)


def annotate(article: Article, segmenter: Segmenter, annotator: Annotator) -> AnnotatedArticle:
    """All language layers of an article."""
    segmented = segment_article(article, segmenter, partial(simplified, language=article.story.language))
    layers = tuple(tuple(annotator.layers(sentence) for sentence in block.sentences) for block in segmented.blocks)
    return AnnotatedArticle(segmented, layers)


# ---------------------------------------------------------------- everything ─▶ edition


def reading_article(
    annotated: AnnotatedArticle,
    catalogue: Catalogue,
    faults: Mapping[tuple[str, str], tuple[Fault, ...]] = MappingProxyType({}),
    subjects: Subjects = NO_SUBJECTS,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> ReadingArticle:
    """An article with its English, what it is listed by, those of its pictures that are among these, and what in
    machine English would mislead, by context and Chinese."""
    reader = EnglishReader(catalogue)
    blocks = tuple(
        ReadingBlock(
            block.block,
            tuple(
                ReadingSentence(
                    sentence, layers, reader.english(sentence), faults.get((sentence.context, sentence.msgid), ())
                )
                for sentence, layers in zip(block.sentences, block_layers, strict=True)
            ),
            pictures.get(f"{annotated.article.page}/{block.block.picture}"),
        )
        for block, block_layers in zip(annotated.segmented.blocks, annotated.layers, strict=True)
    )
    return ReadingArticle(annotated.article, blocks, subjects)


def lost_forms(edition: Edition, passed_over: Container[str] = ()) -> Iterator[LostForm]:
    """The words of the edition that do not come back from another script; of some scripts nobody asks it."""
    for article in edition.articles():
        for item in article.sentences():
            for variant in item.layers.variants:
                if variant.language != PINYIN and variant.language not in passed_over and variant.words is not None:
                    yield from _lost_forms(item.sentence, variant)


def _lost_forms(sentence: Sentence, variant: Variant) -> Iterator[LostForm]:
    places = set(lost_on_the_way_back(sentence, variant))
    start = 0
    for word, form in zip(sentence.words, variant.words or (), strict=True):
        end = start + len(word.text)
        if not places.isdisjoint(range(start, end)):
            yield LostForm(sentence.ref, variant.language, word.text, form)
        start = end


def titles_of(config: EditionConfig, articles: Iterable[Article]) -> dict[str, str | None]:
    """The Chinese titles of the edition and of its pages, which the reader wants in every script, and their languages.

    None: the settings do not say what language a title is in.
    """
    configured = [config.edition.title, *(page.title for page in config.page)]
    named = {name_of(article.story): article.story.language for article in articles}
    return dict.fromkeys(filter(None, configured)) | {name: language for name, language in named.items() if name}


def in_every_script(text: str, language: str | None, segmenter: Segmenter, annotator: Annotator) -> ScriptText:
    """A title in every script; where its language is not known, its characters tell."""
    known = language or languages_of((text,))[0]
    return annotator.script_text(text, segmenter.words(text, simplified=simplified(text, known)), known)


def edition_of(
    config: EditionConfig,
    articles: Iterable[ReadingArticle],
    titles: Mapping[str, ScriptText],
    credits: tuple[Credit, ...],
    spellings: Mapping[str, str] = MappingProxyType({}),
) -> Edition:
    """The edition: pages in the order of ``edition.toml``, then by name; page furniture is not published.

    ``titles`` gives the texts of ``titles_of`` in every script, ``spellings`` the simplified character of others.
    """
    by_page: dict[str, list[ReadingArticle]] = {}
    for article in articles:
        if article.article.story.kind is not Kind.FURNITURE:
            by_page.setdefault(article.article.page, []).append(article)
    named = {page.id: page for page in config.page}
    ids = [id_ for id_ in named if id_ in by_page] + sorted(id_ for id_ in by_page if id_ not in named)
    pages = tuple(_edition_page(named.get(id_, PageConfig(id_)), by_page[id_], titles) for id_ in ids)
    return Edition(
        title=titles.get(config.edition.title, ScriptText(config.edition.title, ())),
        title_en=config.edition.title_en,
        publisher=config.edition.publisher,
        rights=config.edition.rights,
        site_url=config.site.url,
        variants=config.language.variants,
        hsk=config.language.hsk,
        style=config.pinyin,
        pages=pages,
        credits=credits,
        translation=config.translate.language,
        spellings=spellings,
        choices=config.site.choices,
        interface=config.site.interface,
    )


def _edition_page(page: PageConfig, articles: list[ReadingArticle], titles: Mapping[str, ScriptText]) -> EditionPage:
    """A page is called as ``edition.toml`` says, or else like the first article with a headline."""
    lead = next((article for article in articles if article.article.story.title), articles[0])
    title = page.title or name_of(lead.article.story)
    info = PageInfo(page.id, titles[title], page.title_en or _headline_en(lead), page.date)
    return EditionPage(info, tuple(articles))


def _headline_en(article: ReadingArticle) -> str:
    """The English of an article's title, if it is reviewed: a page heading has no room to say that it is not."""
    titles = article.blocks_of(Role.TITLE) or [block for block in article.blocks if block.block.role is not Role.ALT]
    english = next((block.sentences[0].english for block in titles), None)
    return english.text if english and english.status is Status.REVIEWED else ""
