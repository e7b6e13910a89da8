"""What the templates see: an edition in one script, ready to be looped over.

Templates hold no logic, so every choice of the page (which form of a word, which address, which label) is already
made in these types; ``compose`` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or what stands between words; ``entry`` is its number in the vocabulary (0: none), ``level`` its HSK
    level (0: none).

    ``wide`` words must be kept from breaking across lines, together with the marks ``before`` and ``after`` them.
    ``doubt`` says what else a word may be, where that is not certain.
    """

    text: str
    pinyin: str = ""
    entry: int = 0
    level: int = 0
    name: bool = False
    wide: bool = False
    before: str = ""
    after: str = ""
    doubt: str = ""

    @property
    def marks(self) -> str:
        """The classes of its element: ``h4`` its level, ``n`` a name, ``d`` in doubt.

        >>> Token("红色", "hóngsè", level=4, doubt="or zhǎng").marks
        'h4 d'
        """
        marks = (f"h{self.level}" if self.level else "", "n" if self.name else "", "d" if self.doubt else "")
        return " ".join(filter(None, marks))


@dataclass(frozen=True, slots=True)
class SentenceView:
    """``running`` is the sentence in running pinyin; ``number`` counts the sentences of the text from 1 (0: others)."""

    id: str
    tokens: tuple[Token, ...]
    running: str
    english: str
    status: str
    status_label: str
    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class BlockView:
    role: str
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the vocabulary; ``other`` is the word in the other script where it differs.

    ``key`` is the word in simplified characters where the page writes it otherwise, else "": what a reader knows in
    one script is known in all.

    ``classifiers`` are the measure words of a noun: 一座桥. ``levels`` are by both HSK standards: "3.0: 4 (2.0: 5)".
    ``kind`` says of a word that is nothing but a name here what kind of name it is, ``notes`` what is to be known of
    the senses; both are in the language of the interface.
    """

    number: int
    word: str
    key: str
    other: str
    pinyin: str
    senses: tuple[str, ...]
    classifiers: tuple[str, ...]
    notes: tuple[str, ...]
    levels: str
    kind: str
    count: int

    @property
    def remarks(self) -> tuple[str, ...]:
        return (self.kind, *self.notes) if self.kind else self.notes


@dataclass(frozen=True, slots=True)
class Band:
    """A share of the running words, in per cent; ``x`` is where it begins on a line of 100."""

    css: str
    label: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class VariantLink:
    language: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in one script; ``path`` is relative to the site, all ``href`` to the page itself.

    ``printed`` says of a source in traditional characters that it is; else it is empty. ``bands`` are by the edition's
    HSK standard and by the other, each named. ``source`` says where a sentence comes from that is copied: title,
    newspaper page, date.
    """

    path: str
    root: str
    home: str
    language: str
    edition_title: str
    kind: str
    kind_label: str
    plain_title: str
    english_title: str
    head: dict[str, BlockView | None]
    body: tuple[BlockView, ...]
    entries: tuple[Entry, ...]
    bands: tuple[tuple[str, tuple[Band, ...]], ...]
    facts: tuple[str, ...]
    printed: str
    source: str
    page: Link
    previous: Link | None
    next: Link | None
    variants: tuple[VariantLink, ...]
    colophon: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article on the front page; ``title_status`` says of unreviewed English what it is."""

    href: str
    kind: str
    kind_label: str
    kicker: str
    kicker_en: str
    title: str
    title_en: str
    title_status: str
    facts: tuple[str, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    id: str
    title: str
    title_en: str
    date: str
    articles: tuple[Teaser, ...]
    lines: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    path: str
    root: str
    home: str
    language: str
    title: str
    pages: tuple[PageView, ...]
    variants: tuple[VariantLink, ...]
    colophon: str
