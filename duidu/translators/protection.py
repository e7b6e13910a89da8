"""Terms on their way through an engine: their English is put into the Chinese, and repaired in what comes back.

    记者黄大发到遵义 ─▶ 记者 Huang Dafa 到 Zunyi ─engine─▶ Reporter huang Da Fa in Zun yi ─▶ … Huang Dafa in Zunyi

An engine with a vocabulary that both languages share has the same tokens for a Latin word on either side, and copies
what it cannot translate; placeholders (X1, <0>) it has never seen, and drops or counts them. The Latin stands between
spaces, so that it is cut into the tokens that stand at the beginning of English words, and has plain apostrophes.

Put in are names and what has a capital, all of them; and of the editor's common words the three longest: a sentence in
which every other word is English is none that a model was trained on, and it begins to leave things out. The common
words of the list that ships stay Chinese: a model of the news knows them, and the sentence needs them in the plural,
with an article or as a verb. The gate looks for all of them afterwards, put in or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from duidu.model import Term
from duidu.text import HAN, has_han
from duidu.translators.public_terms import public_terms

_MOST_COMMON = 3
_SMALL = 3  # letters of "and", "of", "the"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a term's English stands in the text for the engine, with the spaces around it, and what it stands for."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Protected:
    """A sentence for the engine, ``text``, with its terms in English; see ``protected``."""

    text: str
    slots: tuple[Slot, ...]

    @property
    def original(self) -> str:
        """The sentence as it was.

        >>> protected("黄大发来了", [Term("黄大发", "Huang Dafa")]).original
        '黄大发来了'
        """
        written, place = "", 0
        for slot in self.slots:
            written += self.text[place : slot.start] + slot.term.chinese
            place = slot.end
        return written + self.text[place:]

    def restored(self, english: str) -> str:
        """The English with the settled forms as they must be written.

        Capitals and spaces are repaired (``huang Da Fa``, ``HUANG DAFA``); a plural or an ’s stays, and so does a
        capital at the beginning of a sentence. What an editor would accept is left alone.

        >>> protected("黄大发的村", [Term("黄大发", "Huang Dafa")]).restored("huang da fa's village.")
        "Huang Dafa's village."
        """
        pattern, terms = self._forms
        return pattern.sub(lambda match: _settled(match, terms[int((match.lastgroup or "t0")[1:])]), english)

    @cached_property
    def _forms(self) -> tuple[re.Pattern[str], list[Term]]:
        """What to look for, the longest form first at each place, and the terms that it is."""
        terms = sorted({slot.term for slot in self.slots}, key=lambda term: (-len(term.english), *_order(term)))
        terms = [term for term in terms if any(map(str.isalpha, term.english))]
        forms = "|".join(f"(?P<t{number}>{_pattern(term)})" for number, term in enumerate(terms))
        return re.compile(rf"(?<!\w)(?:{forms or '(?!)'})(?=(?:e?s)?(?!\w))", re.IGNORECASE), terms


def protected(text: str, terms: Sequence[Term], *, common: bool = True) -> Protected:
    """The sentence for the engine: in place of each term what the engine copies; the longest term first, no overlaps.

    A term is looked for as it is written; which terms a sentence has at the boundaries of its words ``terms_of`` tells.
    Nothing that is Latin already is touched. The order of the terms does not matter. ``common``: whether common words
    are put in, too, and not only what has a capital.

    >>> terms = [Term("遵义", "Zunyi"), Term("遵义市", "Zunyi City"), Term("黄大发", "Huang Dafa")]
    >>> protected("遵义市的黄大发", terms).text
    'Zunyi City 的 Huang Dafa'
    """
    written = ""
    place = 0
    slots = []
    for start, end, term in _found(text, _chosen(text, terms, _MOST_COMMON if common else 0)):
        before = text[place:start]
        written += before
        form = term.english.replace("’", "'")
        left = " " if written and _wants_space(written[-1]) else ""
        right = " " if end < len(text) and _wants_space(text[end]) else ""
        slots.append(Slot(len(written), len(written) + len(left + form + right), term))
        written += left + form + right
        place = end
    return Protected(written + text[place:], tuple(slots))


def _order(term: Term) -> tuple[int, str, str, tuple[str, ...], str]:
    return -len(term.chinese), term.chinese, term.english, term.accepted, term.tag or ""


def _chosen(text: str, terms: Sequence[Term], most_common: int) -> list[Term]:
    """The terms that are put in, the longest first; of those without a capital the first so many."""
    chosen = []
    for term in sorted(set(terms), key=_order):
        if term.chinese not in text or not _is_put_in(term):
            continue
        if not _is_name(term):
            most_common -= 1
            if most_common < 0:
                continue
        chosen.append(term)
    return chosen


def _found(text: str, terms: Sequence[Term]) -> list[tuple[int, int, Term]]:
    """Where terms are put in, from the left."""
    taken: set[int] = set()
    found = []
    for term in terms:
        for match in re.finditer(re.escape(term.chinese), text):
            places = range(*match.span())
            if taken.isdisjoint(places) and not _cuts_latin(text, *match.span()):
                taken.update(places)
                found.append((*match.span(), term))
    return sorted(found, key=lambda item: item[:2])


def _is_put_in(term: Term) -> bool:
    """Whether the engine is given the English of a term: not that of the common words of the list that ships."""
    if not has_han(term.chinese) or not term.english.strip() or has_han(term.english) or "\n" in term.english:
        return False
    return term not in _common()


def _is_name(term: Term) -> bool:
    """Whether a term is written like a name: a capital in all words but the small ones.

    >>> _is_name(Term("一带一路", "Belt and Road")), _is_name(Term("党员", "Party member"))
    (True, False)
    """
    words = term.english.split()
    written = all(word[0].isupper() or word[0].isdigit() for word in words if len(word) > _SMALL)
    return term.tag is not None or (written and any(word[0].isupper() for word in words))


@cache
def _common() -> frozenset[Term]:
    return frozenset(term for term in public_terms() if not _is_name(term))


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether a term that begins or ends in Latin letters or digits would cut a longer word of these."""
    left = start > 0 and _is_latin(text[start - 1]) and _is_latin(text[start])
    return left or (end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]))


def _is_latin(char: str) -> bool:
    return char.isalnum() and re.match(f"[{HAN}]", char) is None


def _wants_space(char: str) -> bool:
    return char.isalnum()


# ---------------------------------------------------------------- what comes back

# A syllable of pinyin, and words whose parts an engine may have set apart: Da Fa for Dafa.
_SYLLABLE = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?a(?:ng?|[io])?|[iu]?e(?:ng?|[ir])?|i(?:ng?|ong|u)?|o(?:ng|u)?|u[ino]?|ü(?:an|e|n)?)",
    re.IGNORECASE,
)
# A name of one word this short is also an English word in small letters: He, Long, Dan, Man.
_SHORTEST = 5
_BEGINNING = re.compile(r"(?:^|[.!?:][\"”’')\]]*\s+|\n)[\s\"“‘'(\[]*$")


def _pattern(term: Term) -> str:
    """What an engine may make of a form, as a regular expression."""
    words = re.split(r"[\s-]+", term.english.strip())
    gaps = re.findall(r"[\s-]+", term.english.strip())
    parts = [_word_pattern(word, _is_name(term)) for word in words]
    body = parts[0]
    for gap, part in zip(gaps, parts[1:], strict=True):
        body += (r"[\s-]+" if gap.isspace() else r"\s*-?\s*") + part
    return body


def _word_pattern(word: str, is_name: bool) -> str:
    """A word, with either apostrophe; the syllables of a name may be set apart."""
    pieces = _syllables(word) if is_name else [word]
    return r"[\s’'-]?".join(_characters(piece) for piece in pieces)


def _characters(text: str) -> str:
    return "".join("[’']?" if char in "’'" else re.escape(char) for char in text)


def _syllables(word: str) -> list[str]:
    """The syllables of a word of pinyin; a word of another language whole.

    >>> _syllables("Dafa"), _syllables("Honghuagang"), _syllables("Xi’an"), _syllables("United")
    (['Da', 'fa'], ['Hong', 'hua', 'gang'], ['Xi', 'an'], ['United'])
    """
    found: list[str] = []
    for part in re.split("[’']", word):
        ways = next(_cut(part), None)
        if ways is None:
            return [word]
        found += ways
    return found


def _cut(text: str) -> Iterator[list[str]]:
    """The ways to cut a text into syllables of pinyin, the longest syllables first."""
    if not text:
        yield []
        return
    longest = _SYLLABLE.match(text)
    for end in range(longest.end() if longest else 0, 0, -1):
        if _SYLLABLE.fullmatch(text[:end]) and (end == len(text) or text[end].lower() not in "aoeiuü"):
            for rest in _cut(text[end:]):
                yield [text[:end], *rest]


def _settled(match: re.Match[str], term: Term) -> str:
    """The settled form for what was found, unless that is another word."""
    found, form = match.group(), term.english
    if " " not in form and "-" not in form and _is_name(term) and _is_another_word(found, form):
        return found
    if form[:1].islower() and _BEGINNING.search(match.string[: match.start()]):
        return form[:1].upper() + form[1:]
    return form


def _is_another_word(found: str, form: str) -> bool:
    """Whether a name of one word is met as an English word: he for He, a long way for Long, he an for He’an.

    >>> _is_another_word("zunyi", "Zunyi"), _is_another_word("long", "Long")
    (False, True)
    """
    short = len(list(filter(str.isalpha, form))) < _SHORTEST
    return short and not found[:1].isupper() and "’" not in found and "'" not in found
