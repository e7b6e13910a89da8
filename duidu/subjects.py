"""Articles ─▶ what they are listed by: their tags, their authors, and the places that they are about.

A place is told by the words that the segmentation takes for places. Most are named once, in passing; a list of all
would help nobody. So a place is listed when two articles name it, or when a headline or a dateline does, and an article
has those of its head and those it names most.

    余庆县 … 余庆 … 余庆县 … 北京        ─▶ 余庆县, and 北京 where another article names it, too
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from duidu.annotators import Annotator, languages_of, simplified
from duidu.model import Article, Role, SegmentedArticle, Sentence, SourceRef, Subject, Subjects, Word, WordTag
from duidu.segmentation import Segmenter

# So many places an article has at most: those it says most of.
MOST_PLACES = 6
# What a place of one of these ranks is also called without it: 遵义市, 遵义.
_RANKS = ("自治区", "自治州", "自治县", "省", "市", "县", "区", "州")
# What belongs to the name of a place before it.
_KINDS = frozenset({"社区", "社區", "小区", "小區"})
_NOTHING = Word("", WordTag.OTHER)
# Where the place of the news stands; a byline has the places of the paper.
_HEAD = frozenset({Role.SECTION, Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.DATELINE})
_ANY = ""  # the script of a tag: its own characters tell


class Name(NamedTuple):
    """A name as it is printed, what it names, and the script it is printed in."""

    text: str
    tag: WordTag
    language: str

    def __str__(self) -> str:
        return f"{self.tag} {self.language} {self.text}"


@dataclass(frozen=True, slots=True)
class Named:
    """The names that one article is listed by."""

    tags: tuple[Name, ...]
    authors: tuple[Name, ...]
    places: tuple[Name, ...]

    def all(self) -> Iterator[Name]:
        return chain(self.tags, self.authors, self.places)


# ---------------------------------------------------------------- which names


def names_of(articles: Sequence[SegmentedArticle]) -> dict[str, Named]:
    """What each article is listed by, by its key."""
    counted = [_Places.of(article) for article in articles]
    full = _full_names(key for places in counted for key in places.counts)
    counted = [places.merged(full) for places in counted]
    listed = _listed(counted)
    return {
        article.article.key: _named(article.article, places.ranked(listed))
        for article, places in zip(articles, counted, strict=True)
    }


def _named(article: Article, places: tuple[Name, ...]) -> Named:
    authors = (author.strip() for author in article.story.authors)
    return Named(
        tuple(Name(tag, WordTag.WORD, _ANY) for tag in article.tags),
        tuple(Name(author, WordTag.PERSON, article.story.language) for author in authors if author),
        places,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of one article by their names in simplified characters: how often it has each, which its head has."""

    names: dict[str, Name]
    counts: Counter[str]
    head: frozenset[str]

    @classmethod
    def of(cls, article: SegmentedArticle) -> _Places:
        names: dict[str, Name] = {}
        counts: Counter[str] = Counter()
        head = set()
        for role, sentence, text in _place_words(article):
            key = simplified(text, sentence.language)
            names.setdefault(key, Name(text, WordTag.PLACE, sentence.language))
            counts[key] += 1
            if role in _HEAD:
                head.add(key)
        return cls(names, counts, frozenset(head))

    def merged(self, full: Mapping[str, str]) -> _Places:
        """With each place under its full name."""
        if full.keys().isdisjoint(self.counts):
            return self
        counts: Counter[str] = Counter()
        names: dict[str, Name] = {}
        for key, count in self.counts.items():
            name = full.get(key, key)
            counts[name] += count
            names[name] = self.names.get(name) or Name(name, WordTag.PLACE, "zh-Hans")
        return _Places(names, counts, frozenset(full.get(key, key) for key in self.head))

    def ranked(self, listed: Collection[str]) -> tuple[Name, ...]:
        """The places that are listed: those of the head first, then by how often they are named."""
        kept = sorted(
            (key for key in self.counts if key in listed), key=lambda key: (key not in self.head, -self.counts[key])
        )
        return tuple(self.names[key] for key in kept[:MOST_PLACES])


def _place_words(article: SegmentedArticle) -> Iterator[tuple[Role, Sentence, str]]:
    """The places of an article with what they are, where that is a word by itself: 湘山寺|社区."""
    for block in article.blocks:
        if block.block.role is not Role.CREDIT:
            for sentence in block.sentences:
                for word, after in zip(sentence.words, (*sentence.words[1:], _NOTHING), strict=True):
                    if word.tag is WordTag.PLACE and len(word.text) > 1:
                        yield block.block.role, sentence, word.text + (after.text if after.text in _KINDS else "")


def _full_names(keys: Iterable[str]) -> dict[str, str]:
    """Names without a rank ─▶ the one name with it that the edition has; of several, nobody knows which is meant.

    >>> _full_names(["遵义", "遵义市", "吉林", "吉林省", "吉林市"])
    {'遵义': '遵义市'}
    """
    known = set(keys)
    full: dict[str, set[str]] = {}
    for key in known:
        rank = next((rank for rank in _RANKS if key.endswith(rank)), "")
        bare = key.removesuffix(rank)
        if rank and len(bare) > 1 and bare in known:
            full.setdefault(bare, set()).add(key)
    return {bare: min(names) for bare, names in full.items() if len(names) == 1}


def _listed(articles: Sequence[_Places]) -> frozenset[str]:
    """The places that two articles name, or the head of one."""
    named = Counter(key for places in articles for key in places.counts)
    twice = (key for key, count in named.items() if count > 1)
    return frozenset(chain(twice, *(places.head for places in articles)))


# ---------------------------------------------------------------- names ─▶ subjects


def subject(name: Name, segmenter: Segmenter, annotator: Annotator) -> Subject:
    """A name in every script, with the English that the books and rules have for people and places."""
    language = name.language or languages_of((name.text,))[0]
    key = simplified(name.text, language)
    words: tuple[Word, ...] = (Word(name.text, name.tag),)
    if name.tag is WordTag.WORD:
        words = segmenter.words(name.text, simplified=key)
        return Subject(key, annotator.script_text(name.text, words, language), "")
    terms = annotator.names(Sentence("", name.text, words, SourceRef("", 0), language))
    english = terms[0].english if len(terms) == 1 and terms[0].chinese == name.text else ""
    return Subject(key, annotator.script_text(name.text, words, language), english)


def subjects_of(
    named: Mapping[str, Named], table: Mapping[str, Subject], english: Mapping[str, str], *, books: bool = True
) -> dict[str, Subjects]:
    """What each article is listed by; ``table`` has the subject of each name (as a string).

    ``english`` is the editor's own for some names; without ``books`` no other is taken: the edition is translated into
    another language. What is written in two scripts is one subject, as it was printed first.
    """
    settled: dict[tuple[WordTag, str], Subject] = {}

    def settle(names: Iterable[Name]) -> tuple[Subject, ...]:
        found = {}
        for name in names:
            one = table[str(name)]
            own = english.get(one.key) or english.get(name.text) or (one.english if books else "")
            found[one.key] = settled.setdefault((name.tag, one.key), replace(one, english=own))
        return tuple(found.values())

    return {key: Subjects(settle(one.tags), settle(one.authors), settle(one.places)) for key, one in named.items()}
