"""What an article is called, in each script and in English, and how far that English can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from duidu.model import PINYIN, English, Fault, Kind, ReadingArticle, ReadingSentence, Role, Status, Variant
from duidu.writers.interface import Interface


def title_items(article: ReadingArticle) -> tuple[ReadingSentence, ...]:
    """What an item is called by: its title, the first sentence of a caption, the whole of a slogan."""
    title = article.blocks_of(Role.TITLE)
    if title:
        return title[0].sentences
    text = article.blocks_of(Role.PARAGRAPH, Role.HEADING)
    if article.article.story.kind is Kind.SLOGAN and text:
        return tuple(sentence for block in text for sentence in block.sentences)
    paragraphs = (*article.blocks_of(Role.PARAGRAPH, Role.FIGCAPTION), *article.blocks)
    return next((block.sentences[:1] for block in paragraphs if block.sentences), ())


def title_of(article: ReadingArticle, language: str) -> str:
    """What an item is called in one script."""
    texts = (text_in(item, language).strip() for item in title_items(article))
    return (" " if language == PINYIN else "　").join(texts)


def title_words(article: ReadingArticle, language: str) -> list[str]:
    """The same in words; in characters where a sentence cannot be aligned with its words."""
    words: list[str] = []
    for item in title_items(article):
        variant = variant_of(item, language)
        printed = [word.text for word in item.sentence.words]
        words += [*(printed if variant is None else variant.words or variant.text), " "]
    return words[:-1]


def title_en(article: ReadingArticle, *, unreviewed: bool = False) -> str:
    """The English of the title; where there is no room to say that nobody has reviewed it, only reviewed English."""
    english = [item.english for item in title_items(article)]
    shown = [item.text for item in english if item.text and (unreviewed or item.status is Status.REVIEWED)]
    return " / ".join(shown)


def title_status(article: ReadingArticle, ui: Interface) -> str:
    """What the English of the title is, where nobody has reviewed it."""
    labels = (status_label(item.english, item.faults, ui) for item in title_items(article))
    return next(filter(None, labels), "")


def status_label(english: English, faults: Sequence[Fault], ui: Interface) -> str:
    """What is said of English that nobody has reviewed; of other, nothing."""
    if english.status is Status.MISSING:
        return ui.text("not translated yet")
    if english.status is Status.MACHINE:
        return ui.text("machine translation, doubtful") if faults else ui.text("machine translation, not reviewed")
    if english.status is Status.STALE and english.note:
        return ui.text("translated from an earlier wording, not reviewed")
    return ui.text("draft, not reviewed") if english.status is Status.STALE else ""


def kind_label(kind: Kind, ui: Interface) -> str:
    """What an item is that is no article."""
    labels = {Kind.CAPTION: ui.text("Photo caption"), Kind.SLOGAN: ui.text("Public-service line")}
    return labels.get(kind, "")


def variant_of(item: ReadingSentence, language: str) -> Variant | None:
    """A sentence in one script; None where it is the script of the source."""
    return next((variant for variant in item.layers.variants if variant.language == language), None)


def text_in(item: ReadingSentence, language: str) -> str:
    """The text of a sentence in one script."""
    variant = variant_of(item, language)
    return variant.text if variant else item.sentence.text
