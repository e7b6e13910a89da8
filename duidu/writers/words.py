"""Edition ─▶ its words, each once, for the page on which readers keep the words they know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.model import Edition, OutputFile, ReadingSentence, WordTag
from duidu.writers.vocabulary import simplified_form

# The page loads the list as a whole: of 10,000 words it has some 200 KB, gzipped.
MOST_WORDS = 10_000
_SEPARATOR = "|"


@dataclass(slots=True)
class _Listed:
    """A word as it was met first, and how often it comes."""

    word: str
    traditional: str
    pinyin: str
    level: int
    sense: str
    count: int = 0

    def line(self) -> str:
        fields = (self.word, self.traditional, self.pinyin, str(self.level or ""), str(self.count), self.sense)
        return _SEPARATOR.join(field.replace(_SEPARATOR, "/") for field in fields)


def script(edition: Edition) -> OutputFile:
    """The words of the edition as a script, which works from disk, too: ``words/edition.js``.

    A line a word: simplified, traditional where it differs, pinyin, HSK level, how often it comes, its first sense.
    Names are left out. Of more than MOST_WORDS those with a level come first, then the more frequent.
    """
    found: dict[str, _Listed] = {}
    for article in edition.articles():
        for item in article.sentences():
            for key, listed in _words(item):
                found.setdefault(key, listed).count += 1
    ranked = sorted(found.values(), key=lambda listed: (not listed.level, -listed.count))[:MOST_WORDS]
    lines = json.dumps([listed.line() for listed in ranked], ensure_ascii=False, separators=(",", ":"))
    return OutputFile("words/edition.js", f"duidu.edition({lines});\n".encode())


def _words(item: ReadingSentence) -> Iterator[tuple[str, _Listed]]:
    """The words of a sentence that are no names, by their simplified forms."""
    layers = item.layers
    traditional = next((one.words for one in layers.variants if one.language.startswith("zh-Hant")), None)
    for index, word in enumerate(item.sentence.words):
        if word.tag is WordTag.WORD:
            key = simplified_form(item, index)
            other = word.text if word.text != key or traditional is None else traditional[index]
            gloss = layers.glosses[index]
            sense = gloss.senses[0] if gloss and gloss.senses else ""
            level = layers.levels[index] or 0
            yield key, _Listed(key, other if other != key else "", layers.pinyin[index], level, sense)
