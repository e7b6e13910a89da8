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
class PictureView:
    """A picture; ``alt`` is what it shows, in the script of the page, and ``shown`` that sentence, if there is one."""

    src: str
    width: int
    height: int
    alt: str
    shown: SentenceView | None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A run of text; where there is a picture, its caption, which may be empty."""

    role: str
    sentences: tuple[SentenceView, ...]
    picture: PictureView | None = None


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
    """A share of words, as ``percent`` tells; ``x`` is where it begins on a line of 100, ``width`` how long it is.

    ``label`` tells the levels, ``css`` gives them their colour.
    """

    css: str
    label: str
    percent: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How words spread over the levels of a standard: those that run through the text, and different ones."""

    standard: str
    running: int
    different: int
    running_bands: tuple[Band, ...]
    different_bands: tuple[Band, ...]


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
class SubjectsView:
    """What an article is listed by in one list (its tags, its level); ``name`` is the list's: ``tags``."""

    name: str
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in one script; ``path`` is relative to the site, all ``href`` to the page itself.

    ``printed`` says of a source in traditional characters that it is; else it is empty. ``spreads`` are by the HSK
    standard of the edition and by the other; ``subjects`` lead to the lists that the article stands in. ``unreviewed``:
    some of its English carries a mark. ``source`` says where a sentence comes from that is copied: title, newspaper
    page, date.
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
    spreads: tuple[Spread, ...]
    subjects: tuple[SubjectsView, ...]
    facts: tuple[str, ...]
    printed: str
    date: str
    unreviewed: bool
    source: str
    page: Link
    previous: Link | None
    next: Link | None
    variants: tuple[VariantLink, ...]
    colophon: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article of a newspaper page; ``title_status`` says of unreviewed English what it is."""

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
class Area:
    """An item in the picture of a page: where it lies, in units of the picture, and what is drawn there.

    ``head`` are the lines of its headline, each with the place of its foot; ``photo`` is a picture's place; ``columns``
    is a path of one vertical stroke a column of text, ``measure`` how wide these are; ``strip`` has the levels of its
    words, each with its colour. ``css`` tells kind and level.
    """

    href: str
    label: str
    css: str
    x: float
    y: float
    width: float
    height: float
    head: tuple[tuple[float, float, str], ...]
    size: float
    photo: tuple[float, float, float, float] | None
    columns: str
    measure: float
    strip: tuple[tuple[str, float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The picture of a page's make-up."""

    label: str
    width: float
    height: float
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A newspaper page: what it is called, its picture, and its items in the order of print."""

    href: str
    anchor: str
    title: str
    title_en: str
    date: str
    date_label: str
    facts: tuple[str, ...]
    sheet: SheetView
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An article, or a newspaper page, in a list; ``css`` is the colour of its level, ``date`` that of its page."""

    href: str
    title: str
    title_en: str
    kind_label: str
    facts: tuple[str, ...]
    css: str
    date: str
    date_label: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """A subject, a level or a month with its articles or pages; ``count`` says how many these are.

    ``title`` is in Chinese where ``chinese`` says so, else in the language of the interface. ``lines`` is empty where
    the entry has a file of its own, to which ``href`` leads.
    """

    anchor: str
    href: str
    title: str
    chinese: bool
    title_en: str
    count: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Entries that belong together: under a letter, in a year; ``label`` may be empty."""

    anchor: str
    label: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the edition: one of its lists, with the entries that lead to most."""

    name: str
    label: str
    href: str
    current: bool
    count: int
    links: tuple[WayLink, ...] = ()


@dataclass(frozen=True, slots=True)
class WayLink:
    """``width`` is how many of 100 parts of the longest bar this one has."""

    href: str
    title: str
    chinese: bool
    title_en: str
    count: int
    css: str
    width: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has: where it lies, the way home, its script, and the same page in the other scripts."""

    path: str
    root: str
    home: str
    colophon: str
    language: str
    edition_title: str
    variants: tuple[VariantLink, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page: the newspaper pages that come first with all their items, some others as a list."""

    frame: Frame
    facts: tuple[str, ...]
    pages: tuple[PageView, ...]
    others: tuple[PageView, ...]
    rest: str
    archive: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """The page of a newspaper page."""

    frame: Frame
    page: PageView
    spreads: tuple[Spread, ...]
    previous: Link | None
    next: Link | None
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of the edition, an entry of a long one, or one of the parts of either."""

    frame: Frame
    name: str
    label: str
    title: str
    chinese: bool
    title_en: str
    overview: Link | None
    groups: tuple[GroupView, ...]
    index: tuple[Link, ...]
    parts: tuple[Link, ...]
    ways: tuple[Way, ...]
