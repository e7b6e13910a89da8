"""Articles ─▶ the index of the search, in shards that a page loads as scripts.

A sentence has a number. Those of an article begin at a multiple of ``ROOM``, so that one more sentence in an article
seldom changes the numbers of those behind it. A key has the list of the sentences it stands in:

    zh/  红色: a word                                     shard by the first character
    en/  red: an English word, or figures and letters    shard by the first four letters

Other keys lead to words, which have the lists:

    zh/  花岗* 红花岗: words that have this within them, and do not begin with it
    py/  hóngsè 红色: words of this spelling              shard by the first three letters, without tones; the
                                                         shortest together

A long list has a file of its own; its line says ~ where a fifth of all sentences are in it. How many shards there are
is a power of two that goes with the size of all, so that a new article changes few of them. The directory names the
keys of the other long lists and what spellings begin with: a page need not read a shard to know where to go next.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from duidu.model import OutputFile, ReadingArticle, ReadingSentence, WordTag
from duidu.writers.compose import forms_of
from duidu.writers.postings import encode
from duidu.writers.search_keys import english_keys, latin, letters, parts, spelling, syllables
from duidu.writers.titles import title_items

FOLDER = "search/"
ROOM = 4
# A shard has about as many characters as this; a list that is longer than LONG lies by itself.
SHARD = 3000
LONG = 3000
_OTHER = WordTag.OTHER  # a lookup less, for each word


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the search knows it: its sentences, those of the title first, ``titles`` of them.

    ``number`` is its own, ``first`` that of its first sentence.
    """

    number: int
    article: ReadingArticle
    first: int
    sentences: tuple[ReadingSentence, ...]
    titles: int

    @property
    def room(self) -> int:
        """How many numbers it takes, in units of ROOM."""
        return -(-len(self.sentences) // ROOM)


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of one kind of keys; there are 2**bits of them, and some for long lists.

    ``known`` is what the directory tells: the keys of long lists, or the beginnings of all spellings.
    """

    bits: int
    files: tuple[OutputFile, ...]
    known: tuple[str, ...]


def documents(articles: Iterable[ReadingArticle]) -> Iterator[Document]:
    """The articles with the numbers of their sentences; later articles do not change those of earlier ones."""
    first = 0
    for number, article in enumerate(articles):
        titles = title_items(article)
        known = set(map(id, titles))
        others = [item for item in article.sentences() if id(item) not in known]
        document = Document(number, article, first, (*titles, *others), len(titles))
        yield document
        first += document.room * ROOM


def script(name: str, value: object) -> OutputFile:
    """A file that hands a value to the search's script; ``name`` is where it lies in the folder.

    >>> script("zh/0", "红 BA").data.decode()
    'duidu.shard("zh/0","红 BA");\\n'
    """
    texts = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (name, value))
    return OutputFile(f"{FOLDER}{name}.js", f"duidu.shard({','.join(texts)});\n".encode())


class Index:
    """The lists by key, and how often a word has a spelling."""

    def __init__(self) -> None:
        self._chinese: dict[str, list[int]] = defaultdict(list)
        self._english: dict[str, list[int]] = defaultdict(list)
        self._spellings: Counter[tuple[str, str]] = Counter()

    def add(self, document: Document) -> None:
        """Note a document; documents come in the order of their numbers."""
        for number, item in enumerate(document.sentences, start=document.first):
            forms = forms_of(item, "zh-Hans")
            self._spellings.update(zip(forms, item.layers.pinyin, strict=True))
            for key in {form for form, word in zip(forms, item.sentence.words, strict=True) if word.tag is not _OTHER}:
                self._chinese[key].append(number)
            for key in english_keys(" ".join((item.english.text, *latin(item.sentence.text)))):
                self._english[key].append(number)

    def shards(self) -> dict[str, Shards]:
        """All files of the index but its directory, by kind."""
        spelled = [(letters(line.split(" ")[0]), line) for line in self._spelled()]
        beginnings = tuple(sorted({plain[:3] for plain, _ in spelled}))
        return {
            "zh": _lists("zh", self._chinese, 1, self._within()),
            "en": _lists("en", self._english, 4),
            "py": _files("py", [(_start(plain), line) for plain, line in spelled], beginnings),
        }

    def _within(self) -> Iterator[tuple[str, str]]:
        """Characters and pairs with the words that have them within, the most frequent first."""
        words: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word, numbers in self._chinese.items():
            for part in parts(word):
                words[part].append((-len(numbers), word))
        for part, found in sorted(words.items()):
            yield part[0], " ".join((f"{part}*", *(word for _, word in sorted(found))))

    def _spelled(self) -> Iterator[str]:
        """Each spelling with its words, the most frequent first; characters are spelled as within their words."""
        counts: Counter[tuple[str, str]] = Counter()
        for (word, pinyin), count in self._spellings.items():
            if not pinyin:
                continue
            counts[spelling(pinyin), word] += count
            if len(word) > 1:
                for char, syllable in zip(word, syllables(pinyin, len(word)), strict=False):
                    counts[syllable, char] += count
        words: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for (spelled, word), count in counts.items():
            words[spelled].append((-count, word))
        for spelled, found in sorted(words.items()):
            if letters(spelled):
                yield " ".join((spelled, *(word for _, word in sorted(found))))


def _start(spelled: str) -> str:
    return spelled[:3] if len(spelled) > 2 else ""


def _lists(kind: str, lists: dict[str, list[int]], prefix: int, others: Iterable[tuple[str, str]] = ()) -> Shards:
    """The shards of lists by key, with other lines; a long list leaves an empty one behind."""
    lines, alone, known = list(others), [], []
    total = 1 + max((numbers[-1] for numbers in lists.values()), default=0)
    for key in sorted(lists):
        text = encode(lists[key])
        if len(text) > LONG:
            name = "-".join(f"{ord(char):x}" for char in key)
            alone.append(script(f"{kind}/w{name}", text))  # no shard is called so
            common = 5 * len(lists[key]) > total
            text = " ~" if common else ""
            if not common:
                known.append(key)
        lines.append((key[:prefix], f"{key} {text}"))
    shards = _files(kind, lines, tuple(known))
    return replace(shards, files=(*shards.files, *alone))


def _files(kind: str, lines: Iterable[tuple[str, str]], known: tuple[str, ...]) -> Shards:
    """Lines in their shards, each by its prefix."""
    lines = list(lines)
    bits = (sum(len(line) for _, line in lines) // SHARD).bit_length()
    shards: dict[int, list[str]] = defaultdict(list)
    for prefix, line in lines:
        shards[_shard(prefix) & ((1 << bits) - 1)].append(line)
    files = (script(f"{kind}/{number}", "\n".join(shards[number])) for number in range(1 << bits))
    return Shards(bits, tuple(files), known)


def _shard(prefix: str) -> int:
    """A number that spreads prefixes evenly; the search's script has the same."""
    number = 0
    for char in prefix:
        number = (number * 31 + ord(char)) & 0xFFFFFFFF
    return number
