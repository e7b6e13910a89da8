"""Words ─▶ English glosses: the editor's, the project's own, CC-CEDICT's, then those of a word's parts.

A word may have several entries. What was printed in traditional characters, how the word is read, whether it is a
name and whether a number stands before it decide between them; what nothing decides shows a sense of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from duidu.annotators.dictionary import by_traditional, known
from duidu.annotators.english_people import person
from duidu.annotators.listed import OWN, SOURCE, Syllables, listed, named
from duidu.annotators.numerals import NUMERALS, expression
from duidu.annotators.own_words import own_entries
from duidu.annotators.place_names import english_name, parted
from duidu.annotators.senses import LONGEST_SENSE, MOST_SENSES, short, without_brackets
from duidu.annotators.word_forms import form_of
from duidu.annotators.word_parts import Part, split
from duidu.model import Gloss, GlossLine, Word, WordTag

__all__ = ["COUNTING", "EDITOR", "LONGEST_SENSE", "MOST_SENSES", "NAME", "OWN", "PARTS", "SOURCE", "Glossary"]

EDITOR = "editor"
PARTS = "parts"  # put together from the glosses of the word's parts, or told from its form
NAME = "name"  # says only what kind of name it is, or spells it

PERSONAL_NAME = Gloss(("personal name",), NAME)
LONGEST_PART_SENSE = 40
_WORD, _OTHER = WordTag.WORD, WordTag.OTHER  # a lookup less, for each word
# Behind one of these a character is asked for as a measure word.
COUNTING = frozenset("这那哪每几某各该数半多整首本0123456789０１２３４５６７８９") | NUMERALS


class Glossary:
    """Looks words up; the editor's glosses win over every dictionary.

    >>> Glossary().look_up("红色")
    Gloss(senses=('red (color)', 'revolutionary'), source='CC-CEDICT', classifiers=())
    """

    def __init__(self, lines: Iterable[GlossLine] = ()) -> None:
        self.look_up = lru_cache(maxsize=None)(self._look_up)
        self._editor = {line.word: Gloss(line.senses, EDITOR) for line in lines}

    def gloss(
        self, word: Word, before: str = "", printed: str = "", reading: Syllables = (), traditional: str = ""
    ) -> Gloss | None:
        """The gloss of a word behind another one; None for punctuation and where nothing is known.

        ``printed`` is the word in its own characters, where it was printed in traditional ones; ``traditional`` is the
        form that a simplified word would have, which tells 后 (後) from 后.
        """
        text, tag = word.text, word.tag
        if tag is _OTHER:
            return None
        return self.look_up(
            text, printed, reading, None if tag is _WORD else tag, is_counted(text, before), traditional
        )

    def _look_up(
        self,
        word: str,
        printed: str = "",
        reading: Syllables = (),
        name: WordTag | None = None,
        counted: bool = False,
        hint: str = "",
    ) -> Gloss | None:
        """At most three short senses of a word, or None; ``printed`` is its traditional form, where it is known.

        ``reading`` is a syllable a character, ``name`` its tag where it is a name, ``counted`` says that a number
        stands before it, ``hint`` is the traditional form that it would have.
        """
        form = printed or hint
        editor = self._editor.get(printed) or self._editor.get(word)
        if editor:
            return editor
        if name:
            return self._name(word, form, reading, name, mainland=not printed)
        return (
            listed(word, form, reading, counted)
            or _number(word)
            or self._form(word)
            or self._from_parts(word, form, reading)
        )

    def _name(self, word: str, form: str, reading: Syllables, tag: WordTag, *, mainland: bool) -> Gloss | None:
        """A person by the dictionary alone (高峰 is no peak), or as English spells the name, where that is known;
        another name by its pinyin, or by its parts."""
        found = named(word, person=tag is WordTag.PERSON)
        if found:
            return found
        if tag is WordTag.PERSON:
            spelt = person(word, reading, mainland=mainland) if word else None
            return Gloss((spelt.english,), NAME) if spelt else PERSONAL_NAME
        spelled = english_name(word, reading)
        if tag is WordTag.PLACE and spelled:
            return Gloss((spelled,), NAME)
        made = listed(word, form, reading) or self._from_parts(word, form, reading)
        return made or Gloss((spelled or _kind(word, tag),), NAME)

    def _form(self, word: str) -> Gloss | None:
        """看看 ─▶ what 看 says, and that it is doubled."""
        form = form_of(word, self._known)
        base = self.look_up(form.base) if form else None
        if form is None or base is None:
            return None
        if form.note.startswith("one "):
            return Gloss((form.note,), PARTS)
        first, *others = base.senses
        if form.note in ("can", "cannot"):
            return Gloss((f"{form.note} {first.removeprefix('to ')}",), PARTS)
        return Gloss((f"({form.note}) {first}", *others[:1]), PARTS)

    def _from_parts(self, word: str, printed: str, reading: Syllables) -> Gloss | None:
        """党员干部 ─▶ "party member + cadre": the fewest parts, each with a gloss."""
        parts = split(word, self._known_as(word, printed if len(printed) == len(word) else ""))
        single = sum(len(part.text) == 1 and not part.affix for part in parts)
        if not parts or (len(word) == 3 and single == 3):  # a foreign or an unknown person's name
            return None
        said = []
        start = 0
        for part in parts:
            end = start + len(part.text)
            form = printed[start:end] if len(printed) == len(word) else ""
            syllables = reading[start:end] if len(reading) == len(word) else ()
            said.append(self._part(part, form, syllables, _is_counting(word[:start])))
            start = end
        return Gloss((" + ".join(said),), PARTS) if all(said) else None

    def _part(self, part: Part, form: str, reading: Syllables, counted: bool) -> str:
        """What a part says in a few words, "" if nothing."""
        if part.text not in self._editor and form not in self._editor:
            if part.affix:
                return part.affix
            figure = expression(part.text)
            if figure:
                return figure
        gloss = (
            self._editor.get(form)
            or self._editor.get(part.text)
            or listed(part.text, form, reading, counted and len(part.text) == 1)
        )
        return _brief(gloss) if gloss else ""

    def _known(self, word: str) -> bool:
        return word in self._editor or known(word) or bool(own_entries(word))

    def _known_as(self, word: str, printed: str) -> Callable[[str], bool]:
        """Whether a part is known: by itself, or as it was printed in this word."""
        if not printed or printed == word:
            return self._known
        printed_as = {
            word[start:end]: printed[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)
        }
        return lambda part: (
            self._known(part)
            or printed_as.get(part, "") in self._editor
            or bool(by_traditional(printed_as.get(part, "")))
        )


def _number(word: str) -> Gloss | None:
    """A numeral, alone or with what is counted: 十八 ─▶ 18, 三百元 ─▶ 300 yuan, 三个 ─▶ 3 + its measure word."""
    said = expression(word)
    if said:
        return Gloss((said,), PARTS)
    for end in range(len(word) - 1, 0, -1):
        figure = expression(word[:end])
        if figure and end == 1 and word[0] not in NUMERALS:
            return None
        unit = listed(word[end:], counted=True) if figure else None
        if unit:
            return Gloss((f"{figure} + {_brief(unit)}",), PARTS)
    return None


def _brief(gloss: Gloss) -> str:
    """The first sense, as a part of a longer gloss."""
    return short(without_brackets(gloss.senses[0]), LONGEST_PART_SENSE).rstrip("…")


def is_counted(word: str, before: str) -> bool:
    """Whether a word is asked for as a measure word: one of a character behind a number.

    >>> is_counted("座", "三"), is_counted("座位", "三"), is_counted("座", "的")
    (True, False, False)
    """
    return len(word) == 1 and _is_counting(before)


def _is_counting(before: str) -> bool:
    """Whether a measure word can stand behind this word: a number, 这, 每."""
    return before[-1:] in COUNTING


def _kind(name: str, tag: WordTag) -> str:
    """What a name is, where it can neither be looked up nor be spelled."""
    generic = parted(name)[1].lower()
    return f"{generic} (name)" if generic else "place name" if tag is WordTag.PLACE else "name of an organisation"
