"""Sentence ─▶ the names in it with their English: people, places, organisations.

    记者黄大发来到遵义市红花岗区 ─▶ 黄大发 Huang Dafa · 遵义市 Zunyi City · 红花岗区 Honghuagang District

Only what the segmentation takes for a name is looked at, with the words behind it that belong to it (遵义市|公安局,
北京|东路). What neither the books nor a rule makes sure has no term: no English is better than a wrong name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from duidu.annotators.dictionary import entries
from duidu.annotators.english_bodies import body
from duidu.annotators.english_forms import Forms, forms, head, is_settled, listed, listed_tags, of_the_books, says_only
from duidu.annotators.english_people import ADDRESSES, person
from duidu.annotators.english_places import ethnic_groups, place
from duidu.annotators.place_names import all_kinds
from duidu.annotators.variants import simplified_sentence
from duidu.model import Reading, Sentence, Term, Word, WordTag
from duidu.text import has_han

_MOST_WORDS = 9
_LONGEST = 24
_LONGEST_PERSON = 8
_NAMES = frozenset({WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION})
_DIRECTION = re.compile("[东西南北中][一二三四]?(?:路|街|大街|大道|巷)")
_JOINING = frozenset(
    "省市县区镇乡村路街江湖山站桥"
)  # one-character terms that may be a word of their own behind a name
_GREATER = re.compile(".{2,4}?(?:自治[区州县]|[省市县区])(?=...)")
_RANKED = re.compile("(?:[省市县区镇乡村路街]|街道|社区|自治.)$")
_ROADS = ("路", "街", "大道")
_ON_ROADS = frozenset({"街道", "社区", "小区"})


class _Found(NamedTuple):
    words: int
    forms: Forms
    tag: WordTag


def name_terms(sentence: Sentence, readings: Sequence[Reading], named: Container[str] = ()) -> tuple[Term, ...]:
    """The names of a sentence as terms, in their order, each once; ``readings`` are one a word.

    ``named`` are people who were named in full before: they may be called by the surname.

    Raises ValueError when there is not a reading a word.

    >>> from duidu.model import SourceRef
    >>> words = (Word("黄大发", WordTag.PERSON), Word("在", WordTag.WORD), Word("遵义", WordTag.PLACE))
    >>> readings = [Reading(("huang2", "da4", "fa1")), Reading(("zai4",)), Reading(("zun1", "yi4"))]
    >>> sentence = Sentence("", "黄大发在遵义", words, SourceRef("", 1))
    >>> [(term.chinese, term.english) for term in name_terms(sentence, readings)]
    [('黄大发', 'Huang Dafa'), ('遵义', 'Zunyi')]
    """
    if len(readings) != len(sentence.words):
        raise ValueError(f"{sentence.ref}: not a reading a word")
    finder = _Finder(simplified_sentence(sentence).words, readings, sentence.language == "zh-Hans", named)
    terms: dict[str, Term] = {}
    for start, found in finder.all():
        text = "".join(word.text for word in sentence.words[start : start + found.words])
        terms.setdefault(text, Term(text, found.forms.english, found.forms.accepted, found.tag))
    return tuple(terms.values())


class _Finder:
    """Finds the names among the words of one sentence."""

    def __init__(
        self, words: Sequence[Word], readings: Sequence[Reading], mainland: bool, named: Container[str]
    ) -> None:
        self._words = words
        self._readings = readings
        self._mainland = mainland
        self._named = named

    def all(self) -> Iterator[tuple[int, _Found]]:
        index = 0
        while index < len(self._words):
            found = self._at(index)
            if found is not None:
                yield index, found
            index += found.words if found else 1

    def _at(self, index: int) -> _Found | None:
        word = self._words[index]
        if word.tag is WordTag.OTHER:
            return None
        if found := self._cut(index):
            return self._longer(index) or found
        if word.tag in (WordTag.PLACE, WordTag.ORGANISATION):
            return self._longer(index) or self._single(index)
        if word.tag is WordTag.PERSON:
            return self._person(index)
        return self._of_the_books(index) if len(word.text) > 1 else None

    def _cut(self, index: int) -> _Found | None:
        """A name of the books that the segmentation has cut: 李家|超, 马克|龙."""
        name = ""
        best = None
        for words, word in enumerate(self._words[index : index + _MOST_WORDS], start=1):
            name += word.text
            if len(name) > 2 and name in listed():
                best = _Found(words, listed()[name], listed_tags()[name])
            elif 2 < len(name) < _LONGEST_PERSON and words > 1 and (known := head(name)) and known.person:
                found = person(name, self._syllables(index, words), mainland=self._mainland)
                best = _Found(words, found, WordTag.PERSON) if found else best
        return best

    def _person(self, index: int) -> _Found | None:
        """Somebody's name; a surname alone with the title behind it."""
        name = self._words[index].text
        words = 1
        if len(name) <= 2 and index + 1 < len(self._words) and self._words[index + 1].text in ADDRESSES:
            longer = name + self._words[index + 1].text
            if found := person(longer, self._syllables(index, 2), mainland=self._mainland):
                name, words = longer, 2
                if not found.english[:1].isalpha() or " " in found.english:
                    return _Found(words, found, WordTag.PERSON)
        found = person(name, self._syllables(index, 1), mainland=self._mainland, known=name in self._named)
        return _Found(1, found, WordTag.PERSON) if found else None

    def _longer(self, index: int, bodies_only: bool = False) -> _Found | None:
        """A place or an organisation of several words, the longest that is sure."""
        for end in range(self._end(index), index + 1, -1):
            words = self._words[index:end]
            name = "".join(word.text for word in words)
            if len(name) > _LONGEST:
                continue
            if name in listed():
                return _Found(end - index, listed()[name], listed_tags()[name])
            syllables = self._syllables(index, end - index)
            told = words[0].tag is not WordTag.ORGANISATION
            if told and (found := body(name, syllables, mainland=self._mainland, told=True)):
                return _Found(end - index, found, WordTag.ORGANISATION)
            if bodies_only or not told or not _is_one_place(words):
                continue
            if where := place(name, syllables, mainland=self._mainland):
                return _Found(end - index, where.forms, WordTag.PLACE)
        return None

    def _end(self, index: int) -> int:
        """Where the words behind a word end that may belong to its name."""
        end = index + 1
        last = min(len(self._words), index + _MOST_WORDS)
        while end < last and has_han(self._words[end].text) and self._words[end].tag is not WordTag.PERSON:
            end += 1
        return end

    def _single(self, index: int) -> _Found | None:
        word = self._words[index]
        syllables = self._syllables(index, 1)
        told = word.tag is WordTag.PLACE
        if found := body(word.text, syllables, mainland=self._mainland, told=told):
            return _Found(1, found, word.tag)
        if word.tag is WordTag.ORGANISATION:
            return None
        where = place(word.text, syllables, mainland=self._mainland)
        found = where.forms if where else self._within(word.text, syllables)
        return _Found(1, found, WordTag.PLACE) if found else None

    def _within(self, name: str, syllables: tuple[str, ...]) -> Forms | None:
        """A place with the greater one that it lies in, where they are one word: 吉林省延边朝鲜族自治州."""
        match = _GREATER.match(name)
        if match is None:
            return None
        end = match.end()
        greater = place(name[:end], syllables[:end], mainland=self._mainland)
        own = place(name[end:], syllables[end:], mainland=self._mainland)
        if greater is None or own is None:
            return None
        first, where = own.forms.english, greater.forms
        others = [f"{first}, {form}" for form in where.accepted] + [f"{first} in {form}" for form in where.all()]
        return forms(f"{first}, {where.english}", *own.forms.all(), *others)

    def _of_the_books(self, index: int) -> _Found | None:
        """A word that is nothing but a name in the dictionary: 特朗普, 世界卫生组织; a body that begins with one."""
        name = self._words[index].text
        known = head(name)
        if known is None or not all(entry.name for entry in entries(name)):
            return None
        if known.person:
            found = person(name, self._syllables(index, 1), mainland=self._mainland)
            return _Found(1, found, WordTag.PERSON) if found else None
        if says_only(known) and " " in known.name and len(name) > 2:
            found = of_the_books(name, self._syllables(index, 1))
            return _Found(1, found, WordTag.ORGANISATION) if found else None
        return self._longer(index, bodies_only=True) if is_settled(known) else None

    def _syllables(self, index: int, words: int) -> tuple[str, ...]:
        """The syllables of some words; none where an editor's spelling hides them."""
        found: list[str] = []
        for place_, word in enumerate(self._words[index : index + words], start=index):
            syllables = self._readings[place_].syllables
            found += syllables if len(syllables) == len(word.text) else ("",) * len(word.text)
        return tuple(found)


def _is_one_place(words: Sequence[Word]) -> bool:
    """Whether words behind a place only say what it is: 北京|东路, 花山|苗族乡, 双江|拉祜族|佤族|自治县."""
    first = words[0].text
    *middle, last = [word.text for word in words[1:]]
    if any(text not in ethnic_groups() for text in middle):
        return False
    if _RANKED.search(first) and not (first.endswith(_ROADS) and last in _ON_ROADS):
        return False
    if _DIRECTION.fullmatch(last):
        return not middle
    kind = _without_groups(last)
    return kind in all_kinds() and (len(kind) > 1 or kind in _JOINING)


def _without_groups(text: str) -> str:
    """What is left of a word behind the ethnic groups that it begins with.

    >>> _without_groups("苗族乡"), _without_groups("县")
    ('乡', '县')
    """
    sizes = (5, 4, 3, 2)
    while size := next((size for size in sizes if size < len(text) and text[:size] in ethnic_groups()), 0):
        text = text[size:]
    return text
