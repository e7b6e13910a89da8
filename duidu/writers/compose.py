"""Edition ─▶ views: the choices of each page, in one script."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from duidu.model import (
    PINYIN,
    Edition,
    EditionPage,
    English,
    Fault,
    Kind,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    Status,
    Variant,
    WordTag,
)
from duidu.writers.addresses import article_path, colophon_path, front_path, link, page_anchor, root_of, sentence_id
from duidu.writers.interface import Interface
from duidu.writers.measures import Profile, bands, facts
from duidu.writers.views import (
    ArticleView,
    BlockView,
    FrontView,
    Link,
    PageView,
    SentenceView,
    Teaser,
    Token,
    VariantLink,
)
from duidu.writers.vocabulary import Vocabulary

LANGUAGE_NAMES = {
    "zh-Hans": "简体",
    "zh-Hant": "繁體",
    "zh-Hant-TW": "繁體 台灣",
    "zh-Hant-HK": "繁體 香港",
    "zh-Latn-pinyin": "Pīnyīn",
}
# A word of running pinyin, between the spaces and marks that stand before and behind it.
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
_CLOSING = re.compile(r"[，。、；：！？,.;:!?”’」』）)】》〉…—·%％]+")
_OPENING = re.compile(r"[“‘「『（(【《〈]+$")


def front_view(edition: Edition, language: str, ui: Interface) -> FrontView:
    """The front page in one script."""
    path = front_path(language, edition)
    pages = tuple(_page_view(page, edition, language, path, ui) for page in edition.pages)
    variants = variant_links(edition, language, path, lambda other: front_path(other, edition))
    title = edition.title.in_script(language)
    return FrontView(path, root_of(path), "index.html", language, title, pages, variants, "colophon.html")


def article_views(edition: Edition, language: str, ui: Interface) -> Iterator[ArticleView]:
    """Every article in one script, in the order of the edition."""
    articles = [(page, article) for page in edition.pages for article in page.articles]
    for index, (page, article) in enumerate(articles):
        previous = articles[index - 1][1] if index else None
        following = articles[index + 1][1] if index + 1 < len(articles) else None
        yield _article_view(edition, page, article, language, (previous, following), ui)


def _article_view(
    edition: Edition,
    page: EditionPage,
    article: ReadingArticle,
    language: str,
    neighbours: tuple[ReadingArticle | None, ReadingArticle | None],
    ui: Interface,
) -> ArticleView:
    path = article_path(article, language, edition)
    root = root_of(path)
    home = root + front_path(language, edition)
    vocabulary = Vocabulary(edition.hsk, ui)
    blocks = [_block_view(block, language, vocabulary, ui) for block in article.blocks]
    body_roles = (Role.HEADING, Role.PARAGRAPH)
    head: dict[str, BlockView | None] = {role.value: None for role in Role if role not in body_roles}
    head |= {block.role: block for block in blocks if block.role in head}
    previous, following = (_link(other, edition, language, root) if other else None for other in neighbours)
    return ArticleView(
        path=path,
        root=root,
        home=home,
        language=language,
        edition_title=edition.title.in_script(language),
        kind=article.article.story.kind.value,
        kind_label=_kind_label(article.article.story.kind, ui),
        plain_title=_title(article, language),
        english_title=_title_en(article),
        head=head,
        body=_numbered(block for block in blocks if block.role not in head),
        entries=vocabulary.entries(),
        bands=bands(article, edition.hsk, ui),
        facts=facts(article, edition.hsk, ui),
        printed=_printed(article.article.story.language, language, ui),
        source=_source(article, page, language),
        page=_page_link(page, home, language),
        previous=previous,
        next=following,
        variants=variant_links(edition, language, path, lambda other: article_path(article, other, edition)),
        colophon=root + colophon_path(language, edition),
    )


def _kind_label(kind: Kind, ui: Interface) -> str:
    labels = {Kind.CAPTION: ui.text("Photo caption"), Kind.SLOGAN: ui.text("Public-service line")}
    return labels.get(kind, "")


def _numbered(body: Iterable[BlockView]) -> tuple[BlockView, ...]:
    """The blocks below the head, with their sentences counted through; headings are not counted."""
    numbers = itertools.count(1)
    return tuple(
        block
        if block.role == Role.HEADING.value
        else replace(block, sentences=tuple(replace(one, number=next(numbers)) for one in block.sentences))
        for block in body
    )


def _source(article: ReadingArticle, page: EditionPage, language: str) -> str:
    """Where a copied sentence comes from: ``小桥连起两个村 · 版面一 · 2019-05-01``."""
    parts = (_title(article, language), page.info.title.in_script(language), page.info.date)
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _printed(source: str, language: str, ui: Interface) -> str:
    """What a source in traditional characters is printed in, and whether this page shows it so.

    >>> _printed("zh-Hant-TW", "zh-Hans", Interface("en"))
    'Printed in traditional characters (Taiwan), from which this page is converted.'
    """
    printed_in = {
        "zh-Hant": ui.text("traditional characters"),
        "zh-Hant-TW": ui.text("traditional characters (Taiwan)"),
        "zh-Hant-HK": ui.text("traditional characters (Hong Kong)"),
    }
    if source not in printed_in:
        return ""
    script = printed_in[source]
    if source == language:
        return ui.text("Printed in %(script)s, as shown here.", script=script)
    return ui.text("Printed in %(script)s, from which this page is converted.", script=script)


def _block_view(block: ReadingBlock, language: str, vocabulary: Vocabulary, ui: Interface) -> BlockView:
    counted = block.block.role not in (Role.CREDIT, Role.DATELINE)
    sentences = tuple(_sentence_view(sentence, language, vocabulary, counted, ui) for sentence in block.sentences)
    return BlockView(block.block.role.value, sentences)


def _sentence_view(
    item: ReadingSentence, language: str, vocabulary: Vocabulary, counted: bool, ui: Interface
) -> SentenceView:
    tokens = list(_tokens(item, language, vocabulary, counted, ui))
    english = item.english
    return SentenceView(
        id=sentence_id(item.sentence),
        tokens=tuple(_together(itertools.chain.from_iterable(map(_without_spaces, tokens)))),
        running="" if language == PINYIN else text_in(item, PINYIN).strip(),
        english=english.text,
        status=english.status.value,
        status_label=_status_label(english, item.faults, ui),
        note="; ".join([*(fault.detail for fault in item.faults), english.note]),
    )


def _tokens(
    item: ReadingSentence, language: str, vocabulary: Vocabulary, counted: bool, ui: Interface
) -> Iterator[Token]:
    variant = _variant(item, language)
    doubts = _doubts(item, variant, ui)
    for index, (form, reading) in enumerate(zip(forms_of(item, language), _readings(item, variant), strict=True)):
        word = item.sentence.words[index]
        name = word.tag not in (WordTag.WORD, WordTag.OTHER)
        listed = word.text if language == PINYIN else form
        entry = vocabulary.number(item, index, listed, reading) if counted and word.tag is not WordTag.OTHER else 0
        level = item.layers.levels[index] or 0
        yield Token(form, "" if language == PINYIN else reading, entry, level, name, doubt=doubts[index])


def _readings(item: ReadingSentence, variant: Variant | None) -> tuple[str, ...]:
    """What stands over the words in this script."""
    return item.layers.pinyin if variant is None or variant.readings is None else variant.readings


def _doubts(item: ReadingSentence, variant: Variant | None, ui: Interface) -> list[str]:
    """What else each word of a sentence may be: read otherwise, or, in this script, written otherwise.

    ``or zhǎng``, ``or 乾``
    """
    forms = variant.doubts if variant and variant.doubts else ((),) * len(item.layers.doubts)
    both = zip(item.layers.doubts, forms, strict=True)
    others = [", ".join((*readings, *written)) for readings, written in both]
    return [ui.text("or %(others)s", others=other) if other else "" for other in others]


def _without_spaces(token: Token) -> tuple[Token, ...]:
    """A word of running pinyin without the spaces and marks around it, which are no part of it."""
    match = _EDGES.fullmatch(token.text) if token.entry and not token.pinyin else None
    if match is None:
        return (token,)
    before, core, after = match.groups()
    parts = (Token(before), replace(token, text=core), Token(after))
    return tuple(part for part in parts if part.text)


def _variant(item: ReadingSentence, language: str) -> Variant | None:
    return next((variant for variant in item.layers.variants if variant.language == language), None)


def forms_of(item: ReadingSentence, language: str) -> tuple[str, ...]:
    """The words of a sentence in one script; where it cannot be aligned, the words of the source."""
    variant = _variant(item, language)
    words = variant.words if variant else None
    return words if words is not None else tuple(word.text for word in item.sentence.words)


def text_in(item: ReadingSentence, language: str) -> str:
    """A sentence in one script, the source's where there is none in this."""
    variant = _variant(item, language)
    return variant.text if variant else item.sentence.text


def _together(tokens: Iterable[Token]) -> list[Token]:
    """Neighbours without a reading become one piece of plain text; wide words take their marks to themselves."""
    pieces: list[Token] = []
    for token in tokens:
        plain = not (token.pinyin or token.entry)
        if plain and pieces and not (pieces[-1].pinyin or pieces[-1].entry):
            pieces[-1] = Token(pieces[-1].text + token.text)
        else:
            pieces.append(token if plain else replace(token, wide=_is_wide(token)))
    return list(_with_marks(pieces))


def _is_wide(token: Token) -> bool:
    """Whether Chromium would break the ruby across lines (from 5 characters or 9 letters on)."""
    return bool(token.pinyin) and (len(token.text) > 4 or len(token.pinyin) > 8)


def _with_marks(pieces: list[Token]) -> Iterator[Token]:
    """Opening marks before a wide word and closing marks after it (GB/T 15834-2011, 5.1) move into its token."""
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else Token("")
        after = pieces[index + 1] if index + 1 < len(pieces) else Token("")
        if piece.wide:
            yield replace(piece, before=_opening(before), after=_closing(after))
        elif piece.pinyin or piece.entry:
            yield piece
        else:
            start = len(_closing(piece)) if before.wide else 0
            end = len(piece.text) - (len(_opening(piece)) if after.wide else 0)
            yield Token(piece.text[start : max(start, end)])


def _closing(piece: Token) -> str:
    """The marks at the start of plain text that must not begin a line."""
    match = _CLOSING.match("" if piece.pinyin or piece.entry else piece.text)
    return match.group() if match else ""


def _opening(piece: Token) -> str:
    """The marks at the end of plain text that must not end a line."""
    text = "" if piece.pinyin or piece.entry else piece.text
    match = _OPENING.search(text, len(_closing(piece)))
    return match.group() if match else ""


# ---------------------------------------------------------------- the front page


def _page_view(page: EditionPage, edition: Edition, language: str, here: str, ui: Interface) -> PageView:
    teasers = [_teaser(article, edition, language, root_of(here), ui) for article in page.articles]
    info = page.info
    return PageView(
        id=page_anchor(info.id),
        title=info.title.in_script(language),
        title_en=info.title_en,
        date=info.date,
        articles=tuple(teaser for teaser in teasers if teaser.kind != Kind.SLOGAN.value),
        lines=tuple(teaser for teaser in teasers if teaser.kind == Kind.SLOGAN.value),
    )


def _teaser(article: ReadingArticle, edition: Edition, language: str, root: str, ui: Interface) -> Teaser:
    kicker = next(iter(article.blocks_of(Role.KICKER)), None)
    return Teaser(
        href=link(root, article_path(article, language, edition)),
        kind=article.article.story.kind.value,
        kind_label=_kind_label(article.article.story.kind, ui),
        kicker=text_in(kicker.sentences[0], language) if kicker else "",
        kicker_en=kicker.sentences[0].english.text if kicker else "",
        title=_title(article, language),
        title_en=_title_en(article, unreviewed=True),
        title_status=_title_status(article, ui),
        facts=facts(article, edition.hsk, ui),
        bands=Profile(article).bands(ui),
    )


def title_items(article: ReadingArticle) -> tuple[ReadingSentence, ...]:
    """What an item is called by: its title, the first sentence of a caption, the whole of a slogan."""
    title = article.blocks_of(Role.TITLE)
    if title:
        return title[0].sentences
    if article.article.story.kind is Kind.SLOGAN:
        return tuple(article.sentences())
    paragraphs = article.blocks_of(Role.PARAGRAPH) or article.blocks
    return paragraphs[0].sentences[:1]


def _title(article: ReadingArticle, language: str) -> str:
    texts = (text_in(item, language).strip() for item in title_items(article))
    return (" " if language == PINYIN else "　").join(texts)


def _title_en(article: ReadingArticle, *, unreviewed: bool = False) -> str:
    """The English of the title; where there is no room to say that nobody has reviewed it, only reviewed English."""
    english = [item.english for item in title_items(article)]
    shown = [item.text for item in english if item.text and (unreviewed or item.status is Status.REVIEWED)]
    return " / ".join(shown)


def _title_status(article: ReadingArticle, ui: Interface) -> str:
    labels = (_status_label(item.english, item.faults, ui) for item in title_items(article))
    return next(filter(None, labels), "")


def _status_label(english: English, faults: Sequence[Fault], ui: Interface) -> str:
    if english.status is Status.MISSING:
        return ui.text("not translated yet")
    if english.status is Status.MACHINE:
        return ui.text("machine translation, doubtful") if faults else ui.text("machine translation, not reviewed")
    if english.status is Status.STALE and english.note:
        return ui.text("translated from an earlier wording, not reviewed")
    return ui.text("draft, not reviewed") if english.status is Status.STALE else ""


def _link(article: ReadingArticle, edition: Edition, language: str, root: str) -> Link:
    return Link(link(root, article_path(article, language, edition)), _title(article, language), _title_en(article))


def _page_link(page: EditionPage, home: str, language: str) -> Link:
    anchor = quote(page_anchor(page.info.id))
    return Link(f"{home}#{anchor}", page.info.title.in_script(language), page.info.title_en)


def variant_links(edition: Edition, language: str, here: str, path_of: Callable[[str], str]) -> tuple[VariantLink, ...]:
    """The ways to a page in all scripts; ``path_of`` tells where it lies in one."""
    root = root_of(here)
    return tuple(
        VariantLink(other, LANGUAGE_NAMES[other], link(root, path_of(other)), other == language)
        for other in edition.variants
    )
