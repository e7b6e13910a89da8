"""Edition ─▶ views: the choices of each page, in one script."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from duidu.model import (
    PINYIN,
    EditionPage,
    Picture,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    Status,
    Variant,
    WordTag,
)
from duidu.writers.addresses import article_path, colophon_path, front_path, link, root_of, sentence_id
from duidu.writers.interface import Interface
from duidu.writers.links import Context, article_link, page_link, subjects_of, variant_links
from duidu.writers.measures import facts, spreads
from duidu.writers.titles import kind_label, status_label, text_in, title_en, title_of, variant_of
from duidu.writers.views import ArticleView, BlockView, PictureView, SentenceView, Token
from duidu.writers.vocabulary import Vocabulary

# A word of running pinyin, between the spaces and marks that stand before and behind it.
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
_CLOSING = re.compile(r"[，。、；：！？,.;:!?”’」』）)】》〉…—·%％]+")
_OPENING = re.compile(r"[“‘「『（(【《〈]+$")


def article_views(context: Context) -> Iterator[ArticleView]:
    """Every article in one script, in the order of the edition."""
    articles = [(page, article) for page in context.edition.pages for article in page.articles]
    for index, (page, article) in enumerate(articles):
        previous = articles[index - 1][1] if index else None
        following = articles[index + 1][1] if index + 1 < len(articles) else None
        yield _article_view(context, page, article, (previous, following))


def _article_view(
    context: Context,
    page: EditionPage,
    article: ReadingArticle,
    neighbours: tuple[ReadingArticle | None, ReadingArticle | None],
) -> ArticleView:
    edition, language, ui = context.edition, context.language, context.ui
    path = article_path(article, language, edition)
    root = root_of(path)
    home = root + front_path(language, edition)
    figures = context.survey.figures[article.article.key]
    vocabulary = Vocabulary(edition.hsk, ui)
    blocks = [_block_view(block, language, vocabulary, ui) for block in article.blocks]
    body_roles = (Role.HEADING, Role.PARAGRAPH, Role.ALT, Role.FIGCAPTION)
    head: dict[str, BlockView | None] = {role.value: None for role in Role if role not in body_roles}
    head |= {block.role: block for block in blocks if block.role in head}
    previous, following = (article_link(other, edition, language, root) if other else None for other in neighbours)
    return ArticleView(
        path=path,
        root=root,
        home=home,
        language=language,
        edition_title=edition.title.in_script(language),
        kind=article.article.story.kind.value,
        kind_label=kind_label(article.article.story.kind, ui),
        plain_title=title_of(article, language),
        english_title=title_en(article),
        head=head,
        body=_numbered(_body(article.blocks, blocks, language, root)),
        entries=vocabulary.entries(),
        spreads=spreads(figures.profiles, edition.hsk, ui),
        subjects=tuple(subjects_of(article, context, root)),
        facts=facts(article, figures, edition.hsk, ui),
        printed=_printed(article.article.story.language, language, ui),
        date=page.info.date,
        unreviewed=any(item.english.status is not Status.REVIEWED for item in article.sentences()),
        source=_source(article, page, language),
        page=page_link(page, edition, language, root),
        previous=previous,
        next=following,
        variants=variant_links(edition, language, path, lambda other: article_path(article, other, edition)),
        colophon=root + colophon_path(language, edition),
    )


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
    parts = (title_of(article, language), page.info.title.in_script(language), page.info.date)
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
    counted = block.block.role not in (Role.CREDIT, Role.DATELINE, Role.ALT)
    sentences = tuple(_sentence_view(sentence, language, vocabulary, counted, ui) for sentence in block.sentences)
    return BlockView(block.block.role.value, sentences)


def _body(blocks: Sequence[ReadingBlock], views: Sequence[BlockView], language: str, root: str) -> Iterator[BlockView]:
    """What stands below the head, each picture with the caption that stands behind it."""
    for block, view, following in zip(blocks, views, [*views[1:], None], strict=True):
        if block.picture is not None:
            picture = _picture_view(block.picture, block.sentences, view.sentences, language, root)
            has_caption = following is not None and following.role == Role.FIGCAPTION.value
            yield BlockView(view.role, following.sentences if following and has_caption else (), picture)
        elif block.block.role in (Role.HEADING, Role.PARAGRAPH):
            yield view


def _picture_view(
    picture: Picture, items: Sequence[ReadingSentence], shown: Sequence[SentenceView], language: str, root: str
) -> PictureView:
    """``items`` say what the picture shows, ``shown`` are their views: one, or none."""
    return PictureView(
        src=link(root, picture.path),
        width=picture.width,
        height=picture.height,
        alt="".join(text_in(item, language).strip() for item in items),
        shown=next(iter(shown), None),
    )


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
        status_label=status_label(english, item.faults, ui),
        note="; ".join([*(fault.detail for fault in item.faults), english.note]),
    )


def _tokens(
    item: ReadingSentence, language: str, vocabulary: Vocabulary, counted: bool, ui: Interface
) -> Iterator[Token]:
    variant = variant_of(item, language)
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


def forms_of(item: ReadingSentence, language: str) -> tuple[str, ...]:
    """The words of a sentence in one script; where it cannot be aligned, the words of the source."""
    variant = variant_of(item, language)
    words = variant.words if variant else None
    return words if words is not None else tuple(word.text for word in item.sentence.words)


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
            if start < end:  # an empty piece before a wide word would let a line break there, and keep marks untrimmed
                yield Token(piece.text[start:end])


def _closing(piece: Token) -> str:
    """The marks at the start of plain text that must not begin a line."""
    match = _CLOSING.match("" if piece.pinyin or piece.entry else piece.text)
    return match.group() if match else ""


def _opening(piece: Token) -> str:
    """The marks at the end of plain text that must not end a line."""
    text = "" if piece.pinyin or piece.entry else piece.text
    match = _OPENING.search(text, len(_closing(piece)))
    return match.group() if match else ""
