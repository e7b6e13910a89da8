"""Documents ─▶ the texts of the search's results: a script for each article.

The Chinese stands there in simplified characters. Another script is written as what a table of characters does not
give: of 里 it makes 裡 and notes where it must be 里. Where a sentence has another length there, it stands as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from duidu.model import PINYIN, OutputFile, ReadingSentence, Status
from duidu.writers.addresses import sentence_id
from duidu.writers.compose import forms_of
from duidu.writers.search_index import Document, script
from duidu.writers.titles import text_in
from duidu.writers.vocabulary import simplified_form

SIMPLIFIED = "zh-Hans"
STATUSES = {Status.REVIEWED: 0, Status.MACHINE: 1, Status.STALE: 2, Status.MISSING: 3}


@dataclass(frozen=True, slots=True)
class Characters:
    """How the characters of other scripts go with simplified ones, as this edition has them.

    ``forms`` gives for a script the character that stands for a simplified one most often, where it is another.
    These lead back, too; ``folds`` says where they do not lead. What is in ``either`` stands in simplified
    texts, too (著名, 看著).
    """

    forms: Mapping[str, Mapping[str, str]]
    folds: Mapping[str, str]
    either: Mapping[str, str]


def characters(
    documents: Iterable[Document], scripts: Iterable[str], spellings: Mapping[str, str] = MappingProxyType({})
) -> Characters:
    """The table of the characters that stand in these documents; ``spellings`` has more forms, which a reader may type.

    Of 众 that an edition writes 衆, readers in Taiwan type 眾.
    """
    pairs: dict[str, Counter[tuple[str, str]]] = {language: Counter() for language in scripts}
    simplified: set[str] = set()
    for item in chain.from_iterable(document.sentences for document in documents):
        plain = text_in(item, SIMPLIFIED)
        simplified.update(plain)
        for language, counts in pairs.items():
            text = text_in(item, language)
            if len(text) == len(plain):
                counts.update(zip(plain, text, strict=True))
    back = Counter[tuple[str, str]]()
    for counts in pairs.values():
        back.update({(form, char): count for (char, form), count in counts.items()})
    changed = _commonest(Counter({pair: count for pair, count in back.items() if pair[0] != pair[1]}))
    either = {form: char for form, char in changed.items() if form in simplified}
    forms = {
        language: {char: form for char, form in _commonest(counts).items() if char != form}
        for language, counts in pairs.items()
    }
    told = {form: char for table in forms.values() for char, form in table.items()}
    folds = {form: char for form, char in changed.items() if form not in simplified and told.get(form) != char}
    known = simplified | changed.keys()
    folds |= {form: char for form, char in spellings.items() if char in simplified and form not in known}
    return Characters(forms, folds, either)


def _commonest(pairs: Counter[tuple[str, str]]) -> dict[str, str]:
    """For each first character of the pairs the second it most often has; the smaller one where two are as frequent."""
    best: dict[str, tuple[int, str]] = {}
    for (first, second), count in pairs.items():
        best[first] = min(best.get(first, (0, "")), (-count, second))
    return {first: second for first, (_, second) in sorted(best.items())}


def texts(documents: Iterable[Document], table: Characters, pinyin: bool) -> Iterator[OutputFile]:
    """A script with the texts of each document, and with its pinyin where that is one of the edition's scripts."""
    tables = {language: str.maketrans(dict(forms)) for language, forms in table.forms.items()}
    for document in documents:
        place = f"{document.number // 100}/{document.number}"
        sentences = [_sentence(item) for item in document.sentences]
        changes = {language: list(_changes(document, language, made)) for language, made in tables.items()}
        yield script(f"t/{place}", [document.article.article.key, document.titles, sentences, changes])
        if pinyin:
            yield script(f"{PINYIN}/{place}", [_pieces(item) for item in document.sentences])


def _sentence(item: ReadingSentence) -> list[str | int]:
    """The sentence's id, its Chinese, its English, and, where that is not reviewed, what it is."""
    told = [sentence_id(item.sentence)[1:], text_in(item, SIMPLIFIED).strip(), item.english.text]
    status = STATUSES[item.english.status]
    return [*told, status] if status else [*told]


def _changes(document: Document, language: str, table: dict[int, str]) -> Iterator[list[str | int]]:
    """What the table does not give: the sentence's number and then places and characters, or the whole sentence."""
    for number, item in enumerate(document.sentences):
        text = text_in(item, language).strip()
        made = text_in(item, SIMPLIFIED).strip().translate(table)
        if len(text) != len(made):
            yield [number, text]
        elif text != made:
            places = (at for at, char in enumerate(text) if char != made[at])
            yield [number, *(part for at in places for part in (at, text[at]))]


def _pieces(item: ReadingSentence) -> list[str | list[int]]:
    """A sentence in running pinyin, a tab after each word, and how long the Chinese of each word is."""
    lengths = [len(simplified_form(item, at)) for at in range(len(item.sentence.words))]
    return ["\t".join(forms_of(item, PINYIN)), lengths]
