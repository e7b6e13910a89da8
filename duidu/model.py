"""Every type that flows through Duidu, from the raw newspaper page to the finished edition.

The types are frozen and complete: no field means "filled in later". ``None`` always says "there is none in
the source". This module imports nothing of ours.

    RawPage ─▶ Story ─▶ Article ─▶ SegmentedArticle ─▶ ReadingArticle ─▶ Edition ─▶ Finding, OutputFile
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

# ---------------------------------------------------------------- where a thing comes from


@dataclass(frozen=True, slots=True, order=True)
class SourceRef:
    """A line of a file, or with line 0 a folder; ``path`` is relative to the edition's folder and uses ``/``.

    >>> str(SourceRef("content/pages/a.txt", 3)), str(SourceRef("content/pages", 0))
    ('content/pages/a.txt:3', 'content/pages')
    """

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


# ---------------------------------------------------------------- pages and articles


class Kind(StrEnum):
    """What an item of a newspaper page is (terms of newspaper digitisation, METS/ALTO)."""

    ARTICLE = "article"
    CAPTION = "caption"
    SLOGAN = "slogan"
    FURNITURE = "furniture"


class Role(StrEnum):
    """What a run of text does in its article; the first six stand in the head, the rest in the body.

    A picture has two: what it shows, for who does not see it, and the caption below it, where there is one.
    """

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CREDIT = "credit"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ALT = "alt"
    FIGCAPTION = "figcaption"


@dataclass(frozen=True, slots=True)
class RawPage:
    """A newspaper page exactly as received; ``id`` is the stem of its file, ``data`` its bytes."""

    id: str
    data: bytes
    path: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one role: a headline, a crosshead, a paragraph.

    ``picture`` is the name of a file beside the article, and stands with what it shows (``Role.ALT``): text that may
    be empty, as no other may.
    """

    role: Role
    text: str
    ref: SourceRef
    picture: str | None = None


# The scripts that a text can be printed and published in.
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True, slots=True)
class Story:
    """The content of one item of a page, before it has a place in the edition.

    ``credit`` and ``dateline`` are kept as printed; ``authors`` are the names in them.
    ``blocks`` hold headings, paragraphs and pictures only. ``language`` is the script that the source is printed in,
    one of ``LANGUAGES``.
    """

    kind: Kind
    section: str | None
    kicker: str | None
    title: str | None
    subtitle: str | None
    authors: tuple[str, ...]
    credit: str | None
    dateline: str | None
    blocks: tuple[Block, ...]
    ref: SourceRef
    language: str = "zh-Hans"

    def texts(self) -> Iterator[Block]:
        """All runs of text in reading order, the head's too."""
        head = (
            (Role.SECTION, self.section),
            (Role.KICKER, self.kicker),
            (Role.TITLE, self.title),
            (Role.SUBTITLE, self.subtitle),
            (Role.CREDIT, self.credit),
            (Role.DATELINE, self.dateline),
        )
        for role, text in head:
            if text is not None:
                yield Block(role, text, self.ref)
        yield from self.blocks

    def characters(self) -> str:
        """Every character that is not white space, in reading order."""
        head = (self.section, self.kicker, self.title, self.subtitle, self.credit, self.dateline)
        texts = [*filter(None, head), *[block.text for block in self.blocks]]
        return "".join("".join(texts).split())


# What a decision says that is about the file.
REMARKS = frozenset(
    {"encoding", "dropped", "doubtful character", "wrongly decoded", "left out", "reading order", "replaced"}
)
# A decision that is less sure is in doubt: a person should look at it.
CERTAIN = 0.75


@dataclass(frozen=True, slots=True)
class Decision:
    """What the importer took a line of a page for: ``what`` (``headline``, ``joined`` …), why, and how surely (0–1)."""

    ref: SourceRef
    what: str
    text: str
    reason: str
    confidence: float

    @property
    def doubtful(self) -> bool:
        return self.confidence < CERTAIN

    @property
    def is_remark(self) -> bool:
        """Whether it is said of the file's characters or format, and not what a line is."""
        return self.what in REMARKS


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """The stories of a raw page in page order, how it was decoded (``UTF-8``), and each decision by line."""

    stories: tuple[Story, ...]
    decisions: tuple[Decision, ...]
    encoding: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The file of a picture beside an article: ``path`` is where it lies in ``content/articles/`` and in the site.

    ``width`` and ``height`` are in pixels, as a browser shows it upright; ``size`` is in bytes.
    """

    path: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Article:
    """A story with its place in the edition: page, order on the page (from 1) and slug; ``tags`` are the editor's."""

    page: str
    order: int
    slug: str
    story: Story
    tags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """``page/slug``: the article's identity in paths, the PO files and the cache."""
        return f"{self.page}/{self.slug}"

    @property
    def ref(self) -> SourceRef:
        return self.story.ref


# ---------------------------------------------------------------- sentences and words


class WordTag(StrEnum):
    """What a word is, as far as the reader's page has to know."""

    WORD = "word"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"  # punctuation, digits, Latin letters, white space


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    tag: WordTag


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the translation memory knows it.

    ``context`` tells equal sentences of one article apart (``title``, ``paragraph``, ``paragraph 2``); it does
    not change when text above is edited, unless that text is the same sentence. ``language`` is that of its story.

    Raises ValueError when the words do not join to the text: nothing may be lost.
    """

    context: str
    text: str
    words: tuple[Word, ...]
    ref: SourceRef
    language: str = "zh-Hans"

    def __post_init__(self) -> None:
        if "".join([word.text for word in self.words]) != self.text:
            raise ValueError(f"{self.ref}: the words do not join to the sentence {self.text!r}")

    @property
    def msgid(self) -> str:
        """The sentence as it stands in a PO file: without white space around it."""
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class SegmentedBlock:
    """A block cut into sentences; raises ValueError when they do not join to the block."""

    block: Block
    sentences: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        if "".join(sentence.text for sentence in self.sentences) != self.block.text:
            raise ValueError(f"{self.block.ref}: the sentences do not join to the block")


@dataclass(frozen=True, slots=True)
class SegmentedArticle:
    article: Article
    blocks: tuple[SegmentedBlock, ...]

    def sentences(self) -> Iterator[Sentence]:
        for block in self.blocks:
            yield from block.sentences


# ---------------------------------------------------------------- the editor's lexicon


@dataclass(frozen=True, slots=True)
class WordLine:
    """``words.tsv``: a word that is one word, and what it is."""

    word: str
    tag: WordTag
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """``readings.tsv``: the pinyin of a word, shown as written; ``context`` limits it to places where this
    longer text surrounds the word (empty: everywhere)."""

    word: str
    pinyin: str
    context: str
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class VariantLine:
    """``variants.tsv``: the form of a word in one regional variant (``*``: in all traditional ones)."""

    word: str
    language: str
    form: str
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class GlossLine:
    """``glosses.tsv``: the English senses of a word, in the order shown."""

    word: str
    senses: tuple[str, ...]
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class LevelLine:
    """``levels.tsv``: the HSK level of a word (0: in no level)."""

    word: str
    level: int
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class TermLine:
    """``terms.tsv``: a Chinese term and the English that a translation of it must contain, or one of ``accepted``."""

    chinese: str
    english: str
    note: str
    ref: SourceRef
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The editor's corrections; they win over every library."""

    words: tuple[WordLine, ...] = ()
    readings: tuple[ReadingLine, ...] = ()
    variants: tuple[VariantLine, ...] = ()
    glosses: tuple[GlossLine, ...] = ()
    levels: tuple[LevelLine, ...] = ()
    terms: tuple[TermLine, ...] = ()


# ---------------------------------------------------------------- reading layers

# The language of running pinyin (BCP 47, the variant of RFC 5646 for Hanyu Pinyin).
PINYIN = "zh-Latn-pinyin"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word is read: a syllable a character, in Hanyu Pinyin with the citation tone as a number.

    ``zhong1``, ``lv4`` (ü is v), ``de5`` (neutral), ``""`` for what has no reading. ``others`` are readings that the
    context does not rule out: then this one is doubtful. ``spelling`` is the editor's own, shown as it is written.
    ``settled``: an editor has said so, for every region.
    """

    syllables: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    spelling: str = ""
    settled: bool = False


class Mark(NamedTuple):
    """What running pinyin has before a character: nothing, a space or a hyphen; and whether a capital begins there."""

    before: str = ""
    capital: bool = False


@dataclass(frozen=True, slots=True)
class PinyinStyle:
    """How pinyin is written: ``[pinyin]`` of the settings."""

    tones: Literal["marks", "numbers"] = "marks"
    sandhi: bool = False
    neutral: bool = True
    erhua: bool = True
    umlaut: Literal["ü", "v", "u:"] = "ü"


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence in another script; ``words`` is None where it cannot be aligned word by word.

    Running pinyin is one, too: there the words have the spaces and marks before them that Western writing has.

    ``readings`` is what stands over the words in this script, where that is not the pinyin of the others.

    ``doubts`` gives a word's other forms that the context does not rule out, a tuple each, most of them empty; it is
    empty itself where the whole sentence is sure, and where there are no words.
    """

    language: str
    text: str
    words: tuple[str, ...] | None
    doubts: tuple[tuple[str, ...], ...] = ()
    readings: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ScriptText:
    """A short text (the title of a page) in the source's script and in others: pairs of language and text."""

    source: str
    forms: tuple[tuple[str, str], ...]

    def in_script(self, language: str) -> str:
        return dict(self.forms).get(language, self.source)


@dataclass(frozen=True, slots=True)
class Gloss:
    """Short English senses of a word; ``source`` names the dictionary they come from.

    ``classifiers`` are the measure words that a noun is counted with, in simplified characters.
    """

    senses: tuple[str, ...]
    source: str
    classifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """The language layers of a sentence of n words: n values each, so that they stay in step.

    ``pinyin`` is empty, ``glosses`` and ``levels`` are None where a word has none. ``levels`` are by the edition's HSK
    list, ``other_levels`` by that of the other standard. ``doubts`` are other readings of a word that the context does
    not rule out. Raises ValueError when a layer has another length.
    """

    pinyin: tuple[str, ...]
    doubts: tuple[tuple[str, ...], ...]
    glosses: tuple[Gloss | None, ...]
    levels: tuple[int | None, ...]
    other_levels: tuple[int | None, ...]
    variants: tuple[Variant, ...]

    def __post_init__(self) -> None:
        layers = (self.pinyin, self.doubts, self.glosses, self.levels, self.other_levels)
        lengths = {len(layer) for layer in layers}
        lengths |= {len(variant.words) for variant in self.variants if variant.words is not None}
        lengths |= {len(variant.readings) for variant in self.variants if variant.readings is not None}
        lengths |= {len(variant.doubts) for variant in self.variants if variant.doubts}
        if len(lengths) != 1:
            raise ValueError(f"layers of different lengths: {sorted(lengths)}")


class Status(StrEnum):
    """How far the English of a sentence can be trusted."""

    REVIEWED = "reviewed"
    MACHINE = "machine"
    STALE = "stale"  # reviewed once, but for an earlier wording of the Chinese
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class English:
    """The English of a sentence; ``note`` names the engine of machine English or quotes the stale source."""

    text: str
    status: Status
    note: str


@dataclass(frozen=True, slots=True)
class ReadingSentence:
    """A sentence with all its layers; ``faults`` are those of machine English that would mislead a reader."""

    sentence: Sentence
    layers: Layers
    english: English
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingBlock:
    """A block with its layers; ``picture`` is the file that the block names."""

    block: Block
    sentences: tuple[ReadingSentence, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What articles are listed by: a tag, an author, a place.

    ``key`` is its name in simplified characters, under which it is one in all scripts; ``english`` may be empty.
    """

    key: str
    name: ScriptText
    english: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """What one article is listed by; places begin with those that it says most of."""

    tags: tuple[Subject, ...] = ()
    authors: tuple[Subject, ...] = ()
    places: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingArticle:
    """An article with all its layers: what the writers and the checks see."""

    article: Article
    blocks: tuple[ReadingBlock, ...]
    subjects: Subjects = Subjects()

    def sentences(self) -> Iterator[ReadingSentence]:
        for block in self.blocks:
            yield from block.sentences

    def blocks_of(self, *roles: Role) -> tuple[ReadingBlock, ...]:
        return tuple(block for block in self.blocks if block.block.role in roles)


# ---------------------------------------------------------------- translations


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese expression whose English is settled: an agreed term, or a proper name in its standard spelling.

    ``english`` is the form to write; ``accepted`` are others that are right, too (Zunyi beside Zunyi City).
    ``agreed``: the editor's own.
    """

    chinese: str
    english: str
    accepted: tuple[str, ...] = ()
    tag: WordTag | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What the quality gate found in the machine English of a sentence.

    ``code`` is one of ``checks/codes.py``; ``weight`` is how surely a reader is misled, 0 to 1; ``detail`` is the fact.
    """

    code: str
    weight: float
    detail: str


# From this doubt on (0 to 1), machine English is tried again, and marked where no other way gives better.
MISLEADING = 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """Machine English of a sentence, what the gate found in it, worst first, and which decoding gave it."""

    english: str
    faults: tuple[Fault, ...]
    decoding: str


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a PO file: a Chinese sentence and its English."""

    context: str
    chinese: str
    english: English
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The PO file of one article, keyed by ``page/slug``; ``obsolete`` entries are kept for a later return."""

    key: str
    messages: tuple[Message, ...]
    obsolete: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """English of a sentence in a file of another program, or for one.

    ``key`` (its article) and ``context`` are empty where it is for the sentence wherever it stands; ``lost``: its
    article no longer has the sentence.
    """

    key: str
    context: str
    chinese: str
    english: English
    lost: bool = False


# ---------------------------------------------------------------- the edition, and what comes of it


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What the editor says about a newspaper page in ``edition.toml``."""

    id: str
    title: ScriptText
    title_en: str
    date: str


@dataclass(frozen=True, slots=True)
class EditionPage:
    info: PageInfo
    articles: tuple[ReadingArticle, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A work that the edition is built with, for the colophon."""

    name: str
    version: str
    licence: str
    use: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a new reader sees, until they choose otherwise.

    ``pinyin`` stands over all words, over those above the HSK ``level``, over those the reader has not marked as known,
    shows itself when a word is tapped (peek), or is off. ``english`` stands below its sentence or beside it, is
    revealed by a tap, or is off. ``running``: the line of running pinyin; ``tones``: each in its colour.
    """

    pinyin: Literal["all", "above", "unknown", "peek", "off"] = "all"
    level: int = 4
    running: bool = False
    english: Literal["below", "beside", "tap", "off"] = "below"
    tones: bool = False

    @property
    def query(self) -> str:
        """All choices as they stand in an address, with those that an edition does not set.

        >>> Choices("above", 3, running=True).query
        'pinyin=above&level=3&running=1&english=below&tones=0&theme=auto&size=1&vocabulary=1'
        """
        shown = f"pinyin={self.pinyin}&level={self.level}&running={self.running:d}&english={self.english}"
        return f"{shown}&tones={self.tones:d}&theme=auto&size=1&vocabulary=1"


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that is published."""

    title: ScriptText
    title_en: str
    publisher: str
    rights: str
    site_url: str
    variants: tuple[str, ...]
    hsk: str
    style: PinyinStyle
    pages: tuple[EditionPage, ...]
    credits: tuple[Credit, ...]
    translation: str = "en"  # the language (BCP 47) of what stands as English everywhere
    spellings: Mapping[str, str] = field(default_factory=dict)  # the simplified character of other forms: 众 of 眾
    choices: Choices = Choices()
    interface: str = "variant"  # the language of labels and help: by the script of the page, or "en" everywhere

    def pictures(self) -> Iterator[Picture]:
        for article in self.articles():
            for block in article.blocks:
                if block.picture is not None:
                    yield block.picture

    def articles(self) -> Iterator[ReadingArticle]:
        for page in self.pages:
            yield from page.articles


class Severity(StrEnum):
    """How grave a finding is: an error also makes ``site`` fail; what is wrong outright stops the command."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: a code, a place, a fact, a hint; of those with a ``weight``, the gravest come
    first, before all others."""

    code: str
    severity: Severity
    ref: SourceRef
    message: str
    hint: str
    weight: float = 0.0

    def __str__(self) -> str:
        return f"{self.ref}: {self.severity} {self.code}: {self.message} Hint: {self.hint}"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the editor silences, with the reason; ``path`` is a file or a glob."""

    code: str
    path: str
    reason: str
    ref: SourceRef


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the published site; ``path`` is relative to ``output/`` and uses ``/``.

    ``characters``: how many Chinese characters of an article's text it is made of, by which its weight is judged.
    """

    path: str
    data: bytes
    characters: int = 0
